//! What happened, as sentences people read. Pure.

use std::collections::BTreeSet;

use super::{
    besluitzinnen,
    events::Gebeurtenis,
    herhaling::Herhaling,
    kaderzinnen,
    model::*,
    woorden::{datum, opsomming},
};
use crate::domain::{
    organisatie::{GemeenteId, PersoonId},
    sporen::Lezing,
};

/// A field that changed, with both values as a reader sees them; empty: there was nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Leesbaar {
    pub veld: &'static str,
    pub van: Option<String>,
    pub naar: Option<String>,
}

/// The sentence of an event; `wie` is its subject: "Kwartiermaker", "De hub".
pub fn zin(beeld: &Lezing, wie: &str, gebeurtenis: &Gebeurtenis) -> String {
    let titel = gebeurtenis.taak().map_or(String::new(), |taak| titel(beeld, taak));
    match gebeurtenis {
        Gebeurtenis::TrajectVastgelegd { traject } => format!("{wie} legde het traject ‘{}’ vast.", traject.naam),
        Gebeurtenis::TrajectGestart { traject, naam, .. } => {
            let voorbeeld = beeld.integratie().trajecten.get(traject).map_or(&*traject.0, |een| &*een.naam);
            format!("{wie} startte het traject ‘{naam}’ naar het voorbeeld van ‘{voorbeeld}’.")
        }
        Gebeurtenis::TaakGemaakt { taak, volgt_op: Some(nummer), .. } => {
            let voor = taak.vervaldatum.map_or_else(String::new, |op| format!(", voor {}", datum(op)));
            let waar = kolom(beeld, &taak.bord, &taak.kolom);
            format!("{wie} rondde #{nummer} af; daarom staat ‘{}’ opnieuw in {waar}{voor}.", taak.titel)
        }
        Gebeurtenis::TaakGemaakt { taak, .. } => {
            format!("{wie} maakte de taak ‘{}’ in {}.", taak.titel, kolom(beeld, &taak.bord, &taak.kolom))
        }
        Gebeurtenis::TaakGewijzigd { wijzigingen, .. } => {
            let wijzigingen: Vec<_> = wijzigingen.iter().map(|wijziging| in_woorden(beeld, wijziging)).collect();
            format!("{wie} wijzigde ‘{titel}’: {}.", wijzigingen.join("; "))
        }
        Gebeurtenis::TaakVerplaatst { taak, van, naar, volgende, .. } => {
            let bord = beeld.integratie().kaarten.get(taak).map(|kaart| kaart.taak.bord.clone());
            let naam = |id| bord.as_ref().map_or(String::new(), |bord| kolom(beeld, bord, id));
            if van == naar {
                format!("{wie} veranderde de volgorde in {}: ‘{titel}’.", naam(naar))
            } else {
                let terug = volgende.map_or_else(String::new, |volgende| {
                    format!(" Zij komt terug als #{}, voor {}.", volgende.nummer, datum(volgende.vervaldatum))
                });
                format!("{wie} verplaatste ‘{titel}’ van {} naar {}.{terug}", naam(van), naam(naar))
            }
        }
        Gebeurtenis::TaakGearchiveerd { .. } => format!("{wie} archiveerde ‘{titel}’."),
        Gebeurtenis::TaakHersteld { .. } => format!("{wie} haalde ‘{titel}’ terug uit het archief."),
        Gebeurtenis::CheckpuntToegevoegd { checkpunt, .. } => {
            format!("{wie} zette ‘{}’ op de checklist van ‘{titel}’.", checkpunt.tekst)
        }
        Gebeurtenis::CheckpuntGewijzigd { van, naar, .. } if van.tekst != naar.tekst => {
            format!("{wie} wijzigde in de checklist van ‘{titel}’: ‘{}’ werd ‘{}’.", van.tekst, naar.tekst)
        }
        Gebeurtenis::CheckpuntGewijzigd { naar, .. } if naar.af => {
            format!("{wie} vinkte ‘{}’ af bij ‘{titel}’.", naar.tekst)
        }
        Gebeurtenis::CheckpuntGewijzigd { naar, .. } => format!("{wie} opende ‘{}’ weer bij ‘{titel}’.", naar.tekst),
        Gebeurtenis::CheckpuntVerwijderd { checkpunt, .. } => {
            format!("{wie} haalde ‘{}’ van de checklist van ‘{titel}’.", checkpunt.tekst)
        }
        Gebeurtenis::CheckpuntHersteld { checkpunt, .. } => {
            format!("{wie} zette ‘{}’ terug op de checklist van ‘{titel}’.", checkpunt.tekst)
        }
        Gebeurtenis::OpmerkingGeplaatst { opmerking, .. } if opmerking.vermelde.is_empty() => {
            format!("{wie} plaatste een opmerking bij ‘{titel}’.")
        }
        Gebeurtenis::OpmerkingGeplaatst { opmerking, .. } => {
            let vermelde = opsomming(opmerking.vermelde.iter().map(|persoon| naam_van(beeld, *persoon)));
            format!("{wie} noemde {vermelde} in een opmerking bij ‘{titel}’.")
        }
        Gebeurtenis::OpmerkingGewijzigd { .. } => format!("{wie} wijzigde een opmerking bij ‘{titel}’."),
        Gebeurtenis::OpmerkingVerwijderd { .. } => format!("{wie} trok een opmerking bij ‘{titel}’ in."),
        Gebeurtenis::OpmerkingHersteld { .. } => format!("{wie} zette een opmerking bij ‘{titel}’ terug."),
        Gebeurtenis::OverdrachtIngevuld { .. }
        | Gebeurtenis::OverdrachtOpgevraagd { .. }
        | Gebeurtenis::GereedheidGemeld { .. }
        | Gebeurtenis::AardBepaald { .. }
        | Gebeurtenis::RegionaalBesloten { .. }
        | Gebeurtenis::BudgetregelIngevuld { .. }
        | Gebeurtenis::BudgeteffectToegevoegd { .. }
        | Gebeurtenis::BudgeteffectIngetrokken { .. }
        | Gebeurtenis::BudgettabelVastgelegd { .. } => kaderzinnen::zin(beeld, wie, gebeurtenis).unwrap_or_default(),
        Gebeurtenis::FasenGezet { .. }
        | Gebeurtenis::TrajectTeruggepland { .. }
        | Gebeurtenis::VergaderingVastgelegd { .. }
        | Gebeurtenis::MijlpaalVastgelegd { .. }
        | Gebeurtenis::MijlpaalGewijzigd { .. }
        | Gebeurtenis::MijlpaalVervallen { .. }
        | Gebeurtenis::MijlpaalHersteld { .. }
        | Gebeurtenis::MijlpaalVerplaatst { .. }
        | Gebeurtenis::RisicoGemeld { .. }
        | Gebeurtenis::RisicoGewijzigd { .. }
        | Gebeurtenis::ZienswijzepuntToegevoegd { .. }
        | Gebeurtenis::ZienswijzepuntGewijzigd { .. }
        | Gebeurtenis::MijlpaalGereedGemeld { .. }
        | Gebeurtenis::AfhankelijkhedenGewijzigd { .. }
        | Gebeurtenis::BesluitVastgelegd { .. }
        | Gebeurtenis::BesluitstappenGewijzigd { .. }
        | Gebeurtenis::BesluitregelGewijzigd { .. }
        | Gebeurtenis::BesluitcelIngevuld { .. } => besluitzinnen::zin(beeld, wie, gebeurtenis).unwrap_or_default(),
    }
}

/// The fields that changed, one by one.
pub fn wijzigingen(beeld: &Lezing, gebeurtenis: &Gebeurtenis) -> Vec<Leesbaar> {
    match gebeurtenis {
        Gebeurtenis::TaakGewijzigd { wijzigingen, .. } => {
            wijzigingen.iter().map(|wijziging| leesbaar(beeld, wijziging)).collect()
        }
        Gebeurtenis::TaakVerplaatst { taak, van, naar, .. } if van != naar => {
            let bord = beeld.integratie().kaarten.get(taak).map(|kaart| kaart.taak.bord.clone());
            let naam = |id| bord.as_ref().map(|bord| kolom(beeld, bord, id));
            vec![Leesbaar { veld: "Kolom", van: naam(van), naar: naam(naar) }]
        }
        Gebeurtenis::CheckpuntGewijzigd { van, naar, .. } => {
            let af = |checkpunt: &Checkpunt| Some(if checkpunt.af { "af" } else { "open" }.to_owned());
            let tekst = |checkpunt: &Checkpunt| Some(checkpunt.tekst.clone());
            let beide = [
                Leesbaar { veld: "Checkpunt", van: tekst(van), naar: tekst(naar) },
                Leesbaar { veld: "Stand van het checkpunt", van: af(van), naar: af(naar) },
            ];
            beide.into_iter().filter(|wijziging| wijziging.van != wijziging.naar).collect()
        }
        Gebeurtenis::OpmerkingGewijzigd { van, naar, .. } => {
            vec![Leesbaar { veld: "Opmerking", van: Some(van.tekst.clone()), naar: Some(naar.tekst.clone()) }]
        }
        Gebeurtenis::OverdrachtIngevuld { .. }
        | Gebeurtenis::GereedheidGemeld { .. }
        | Gebeurtenis::AardBepaald { .. }
        | Gebeurtenis::RegionaalBesloten { .. }
        | Gebeurtenis::BudgetregelIngevuld { .. } => kaderzinnen::wijzigingen(beeld, gebeurtenis),
        _ => besluitzinnen::wijzigingen(beeld, gebeurtenis),
    }
}

fn leesbaar(beeld: &Lezing, wijziging: &Veldwijziging) -> Leesbaar {
    let regel = |veld, van, naar| Leesbaar { veld, van, naar };
    match wijziging {
        Veldwijziging::Titel { van, naar } => regel("Titel", Some(van.clone()), Some(naar.clone())),
        Veldwijziging::Omschrijving { van, naar } => regel("Omschrijving", tekst(van), tekst(naar)),
        Veldwijziging::Functie { van, naar } => {
            let naam = |id: &FunctieId| functie(beeld, id);
            regel("Functie", van.as_ref().map(naam), naar.as_ref().map(naam))
        }
        Veldwijziging::Gemeenten { van, naar } => regel("Gemeenten", gemeenten(beeld, van), gemeenten(beeld, naar)),
        Veldwijziging::Eigenaar { van, naar } => {
            let naam = |id| naam_van(beeld, id);
            regel("Eigenaar", van.map(naam), naar.map(naam))
        }
        Veldwijziging::Vervaldatum { van, naar } => regel("Vervaldatum", van.map(datum), naar.map(datum)),
        Veldwijziging::Herhaling { van, naar } => {
            regel("Herhaling", van.map(Herhaling::in_woorden), naar.map(Herhaling::in_woorden))
        }
    }
}

fn in_woorden(beeld: &Lezing, wijziging: &Veldwijziging) -> String {
    if let Veldwijziging::Omschrijving { .. } = wijziging {
        return "de omschrijving".into();
    }
    let Leesbaar { veld, van, naar } = leesbaar(beeld, wijziging);
    let veld = veld.to_lowercase();
    match (van, naar) {
        (Some(van), Some(naar)) => format!("{veld} van {van} naar {naar}"),
        (None, Some(naar)) => format!("{veld} werd {naar}"),
        (Some(van), None) => format!("{veld} is leeg gemaakt (was {van})"),
        (None, None) => veld,
    }
}

pub(super) fn titel(beeld: &Lezing, taak: TaakId) -> String {
    beeld.integratie().kaarten.get(&taak).map_or_else(|| "een taak".into(), |kaart| kaart.taak.titel.clone())
}

fn kolom(beeld: &Lezing, bord: &BordId, kolom: &KolomId) -> String {
    let bord = beeld.integratie().bord(bord).map(|(_, bord)| bord);
    bord.and_then(|bord| bord.kolom(kolom)).map_or_else(|| kolom.0.clone(), |kolom| kolom.naam.clone())
}

pub(super) fn functie(beeld: &Lezing, id: &FunctieId) -> String {
    let gevonden = beeld.integratie().trajecten.values().find_map(|traject| traject.functie(id));
    gevonden.map_or_else(|| id.0.clone(), |functie| functie.naam.clone())
}

fn gemeenten(beeld: &Lezing, ids: &BTreeSet<GemeenteId>) -> Option<String> {
    let namen = ids
        .iter()
        .map(|id| beeld.organisatie().gemeenten.get(id).map_or_else(|| id.0.clone(), |gemeente| gemeente.naam.clone()));
    (!ids.is_empty()).then(|| opsomming(namen))
}

pub(super) fn naam_van(beeld: &Lezing, id: PersoonId) -> String {
    beeld.organisatie().personen.get(&id).map_or_else(|| "iemand".into(), |persoon| persoon.naam.clone())
}

fn tekst(tekst: &str) -> Option<String> {
    (!tekst.is_empty()).then(|| tekst.to_owned())
}
