//! What happened, as sentences people read. Pure.

use super::{events::Gebeurtenis, harmonisatie::*, model::*, vergelijking::*, waarde::*};
use crate::domain::{
    organisatie::{GemeenteId, PersoonId},
    sporen::Lezing,
    woorden::{bedrag, datum, opsomming},
};

/// A field that changed: its name, what it was and what it is.
pub type Wijziging = (String, Option<String>, Option<String>);

/// The sentence of an event; `wie` is its subject: "Kwartiermaker", "De hub".
pub fn zin(beeld: &Lezing, wie: &str, gebeurtenis: &Gebeurtenis) -> String {
    match gebeurtenis {
        Gebeurtenis::ContractGemaakt { contract } => {
            format!("{wie} zette het contract ‘{}’ in het register.", contract.inhoud.naam)
        }
        Gebeurtenis::ContractGewijzigd { naar, .. } => {
            let velden = wijzigingen(beeld, gebeurtenis).into_iter().map(|(veld, ..)| veld.to_lowercase());
            format!("{wie} wijzigde het contract ‘{}’: {}.", naar.inhoud.naam, opsomming(velden))
        }
        Gebeurtenis::ContractsignaalOpgepakt { naar, taak } => {
            let wat = match taak.soort {
                super::Signaalsoort::Einde => "het einde",
                super::Signaalsoort::Optie => "een optie",
                super::Signaalsoort::Opzegging => "de opzegdag",
            };
            format!("{wie} maakte een taak van {wat} van ‘{}’ ({}).", naar.inhoud.naam, datum(taak.datum))
        }
        Gebeurtenis::AttribuutVastgelegd { attribuut } => {
            format!("{wie} zette ‘{}’ in de vergelijking.", attribuut.inhoud.naam)
        }
        Gebeurtenis::AttribuutGewijzigd { naar, .. } if naar.inhoud.vervallen => {
            format!("{wie} haalde ‘{}’ uit de vergelijking.", naar.inhoud.naam)
        }
        Gebeurtenis::AttribuutGewijzigd { naar, .. } => {
            let velden = wijzigingen(beeld, gebeurtenis).into_iter().map(|(veld, ..)| veld.to_lowercase());
            format!("{wie} wijzigde het attribuut ‘{}’: {}.", naar.inhoud.naam, opsomming(velden))
        }
        Gebeurtenis::VergelijkingscelIngevuld { naar, .. } => {
            let (wat, waar) = (attribuutnaam(beeld, &naar.attribuut), kolomnaam(beeld, &naar.kolom));
            format!("{wie} vulde ‘{wat}’ voor {waar} in: {}.", in_woorden(naar.inhoud.waarde.as_ref()))
        }
        Gebeurtenis::VergelijkingscelOpgevraagd { cel } => {
            let (wat, waar) = (attribuutnaam(beeld, &cel.attribuut), kolomnaam(beeld, &cel.kolom));
            let bij = cel.opvraging.as_ref().map(|vraag| format!(" aan {}", persoonsnaam(beeld, vraag.eigenaar)));
            format!("{wie} vroeg ‘{wat}’ voor {waar}{}.", bij.unwrap_or_default())
        }
        Gebeurtenis::HarmonisatieBesloten { naar, .. } => {
            let (wat, inhoud) = (attribuutnaam(beeld, &naar.attribuut), &naar.inhoud);
            let vanaf = inhoud.gepland_op.map(|dag| format!(", vanaf {}", datum(dag))).unwrap_or_default();
            let reden = if inhoud.reden.is_empty() { String::new() } else { format!(" Reden: {}", inhoud.reden) };
            format!("{wie} legde over ‘{wat}’ vast: {}{vanaf}.{reden}", inhoud.keuze.naam())
        }
        Gebeurtenis::HarmonisatieAfgesproken { besluit } => {
            format!("{wie} maakte een afspraak van het besluit over ‘{}’.", attribuutnaam(beeld, &besluit.attribuut))
        }
        Gebeurtenis::HarmonisatieBesproken { bijdrage } => {
            format!("{wie} zei over ‘{}’: {}", attribuutnaam(beeld, &bijdrage.attribuut), bijdrage.tekst)
        }
        Gebeurtenis::ContractimportGedaan { import } => {
            let (nieuw, gewijzigd) = (import.nieuw, import.gewijzigd);
            format!("{wie} nam ‘{}’ over: {nieuw} nieuw, {gewijzigd} gewijzigd.", import.naam)
        }
        Gebeurtenis::ContractimportTeruggedraaid { import } => {
            format!("{wie} draaide de import van ‘{}’ terug.", import.naam)
        }
        Gebeurtenis::InwonersVastgelegd { inwoners } => {
            let gemeente = gemeentenaam(beeld, &inwoners.gemeente);
            format!(
                "{wie} legde het aantal inwoners van {gemeente} vast: {}.",
                getal_in_woorden(i64::from(inwoners.aantal) * 100)
            )
        }
    }
}

/// A name to show over a group of events about the same subject.
pub fn titel(beeld: &Lezing, gebeurtenis: &Gebeurtenis) -> String {
    match gebeurtenis {
        Gebeurtenis::ContractGemaakt { contract: naar }
        | Gebeurtenis::ContractGewijzigd { naar, .. }
        | Gebeurtenis::ContractsignaalOpgepakt { naar, .. } => naar.inhoud.naam.clone(),
        Gebeurtenis::InwonersVastgelegd { inwoners } => gemeentenaam(beeld, &inwoners.gemeente),
        Gebeurtenis::ContractimportGedaan { import } | Gebeurtenis::ContractimportTeruggedraaid { import } => {
            import.naam.clone()
        }
        _ => gebeurtenis.attribuut().map_or_else(|| "Contracten".into(), |id| attribuutnaam(beeld, id)),
    }
}

/// The fields that changed, one by one.
pub fn wijzigingen(beeld: &Lezing, gebeurtenis: &Gebeurtenis) -> Vec<Wijziging> {
    let regel = |veld: &str, van: Option<String>, naar: Option<String>| (veld.to_owned(), van, naar);
    let alle = match gebeurtenis {
        Gebeurtenis::ContractGewijzigd { van, naar } => {
            let velden = van.verschillen(&naar.inhoud).unwrap_or_default().into_iter();
            let regels = velden.map(|veld| {
                let waarden = (contractveld(beeld, van, &veld), contractveld(beeld, &naar.inhoud, &veld));
                (veldnaam(&veld).to_owned(), waarden.0, waarden.1)
            });
            // What cannot be said in a few words still changed.
            return regels.collect();
        }
        Gebeurtenis::AttribuutGewijzigd { van, naar } => {
            let naar = &naar.inhoud;
            let velden = |een: &AttribuutInhoud| {
                let contracten = een.contracten.iter().map(|id| contractnaam(beeld, id));
                let beletsels = een.beletsels.iter().map(beletsel_in_woorden);
                [
                    ("Naam", tekst(&een.naam)),
                    ("Sturingselement", tekst(een.element.naam())),
                    (
                        "Soort waarde",
                        tekst(&format!("{:?} {}", een.vorm.soort, een.vorm.eenheid.as_deref().unwrap_or_default())),
                    ),
                    ("Keuzes", tekst(&een.vorm.keuzes.join(", "))),
                    ("Domeinen", tekst(&opsomming(een.domeinen.iter().map(|id| domeinnaam(beeld, id))))),
                    ("Contracten", tekst(&opsomming(contracten))),
                    ("Wat in de weg staat", tekst(&beletsels.collect::<Vec<_>>().join("; "))),
                    ("Toelichting", tekst(&een.toelichting)),
                ]
            };
            velden(van).into_iter().zip(velden(naar)).map(|((veld, van), (_, naar))| regel(veld, van, naar)).collect()
        }
        Gebeurtenis::VergelijkingscelIngevuld { van, naar } => {
            let waar = kolomnaam(beeld, &naar.kolom);
            let naar = &naar.inhoud;
            let dag = |een: &CelInhoud| een.peildatum.clone().map(String::from);
            let zeker = |een: &CelInhoud| tekst(if een.zeker { "zeker" } else { "niet zeker" });
            vec![
                regel(&waar, van.waarde.as_ref().map(Waarde::in_woorden), naar.waarde.as_ref().map(Waarde::in_woorden)),
                regel("Bron", van.bron.clone(), naar.bron.clone()),
                regel("Datum van de bron", dag(van), dag(naar)),
                regel("Zekerheid", zeker(van), zeker(naar)),
                regel("Toelichting", tekst(&van.toelichting), tekst(&naar.toelichting)),
            ]
        }
        Gebeurtenis::HarmonisatieBesloten { van, naar } => {
            let velden = |een: &BesluitInhoud| {
                let gremium = een.gremium.as_ref().and_then(|id| beeld.organisatie().rollen.get(id));
                let wie = gremium.zip(een.hoedanigheid).map(|(rol, als)| format!("{} {}", rol.naam, als.naam()));
                [
                    ("Besluit", tekst(een.keuze.naam())),
                    ("Wordt", een.waarde.as_ref().map(Waarde::in_woorden)),
                    ("Reden", tekst(&een.reden)),
                    ("Wie besluit", wie),
                    ("Besloten op", een.besloten_op.map(datum)),
                    ("Effect op het budget", een.effect_budget.map(bedrag)),
                    ("Effect", tekst(&een.effect)),
                    ("Gemeenten", tekst(&opsomming(een.gemeenten.iter().map(|id| gemeentenaam(beeld, id))))),
                    ("Geldt vanaf", een.gepland_op.map(datum)),
                ]
            };
            let paren = velden(van).into_iter().zip(velden(&naar.inhoud));
            paren.map(|((veld, van), (_, naar))| regel(veld, van, naar)).collect()
        }
        _ => Vec::new(),
    };
    alle.into_iter().filter(|(_, van, naar)| van != naar).collect()
}

fn tekst(tekst: &str) -> Option<String> {
    (!tekst.is_empty()).then(|| tekst.to_owned())
}

fn in_woorden(waarde: Option<&Waarde>) -> String {
    waarde.map_or_else(|| "onbekend".into(), Waarde::in_woorden)
}

fn beletsel_in_woorden(beletsel: &Beletsel) -> String {
    match beletsel.tot {
        Some(tot) => format!("{} (tot en met {})", beletsel.tekst, datum(tot)),
        None => beletsel.tekst.clone(),
    }
}

fn veldnaam(veld: &str) -> &'static str {
    match veld {
        "nummer" => "Nummer",
        "naam" => "Naam",
        "domein" => "Domein",
        "bovenliggend" => "Valt onder",
        "segment" => "Segment",
        "omschrijving" => "Omschrijving",
        "gemeenten" => "Gemeenten",
        "bekostiging" => "Bekostiging",
        "vorm" => "Contractvorm",
        "ingang" => "Ingangsdatum",
        "einde" => "Einddatum",
        "opties" => "Opties",
        "opzegtermijn" => "Opzegtermijn",
        "tussentijds" => "Tussentijds opzegbaar",
        "beletsels" => "Wat in de weg staat",
        "aantal_aanbieders" => "Aantal aanbieders",
        "extern_nummer" => "VendorLink-nummer",
        "extern_adres" => "Adres in VendorLink",
        "doelen" => "Doelen",
        "kpis" => "KPI’s",
        _ => "Verschil per gemeente",
    }
}

/// A field as a reader sees it; `None` when it is empty.
fn contractveld(beeld: &Lezing, inhoud: &ContractInhoud, veld: &str) -> Option<String> {
    let vormen = |vormen: &std::collections::BTreeSet<Bekostigingsvorm>| {
        opsomming(vormen.iter().map(|vorm| vorm.naam().to_owned()))
    };
    let woorden = match veld {
        "nummer" => inhoud.nummer.clone(),
        "naam" => inhoud.naam.clone(),
        "domein" => domeinnaam(beeld, &inhoud.domein),
        "bovenliggend" => contractnaam(beeld, inhoud.bovenliggend.as_ref()?),
        "segment" => inhoud.segment.clone()?,
        "omschrijving" => inhoud.omschrijving.clone(),
        "gemeenten" => opsomming(inhoud.gemeenten.iter().map(|id| gemeentenaam(beeld, id))),
        "bekostiging" => vormen(&inhoud.bekostiging),
        "vorm" => inhoud.vorm?.naam().to_owned(),
        "ingang" => inhoud.ingang.clone()?.to_string(),
        "einde" => datum(inhoud.einde?),
        "opties" => opties_in_woorden(inhoud.opties.as_ref()?),
        "opzegtermijn" => periode_in_woorden(inhoud.opzegtermijn?),
        "tussentijds" => if inhoud.tussentijds? { "ja" } else { "nee" }.to_owned(),
        "beletsels" => inhoud.beletsels.iter().map(beletsel_in_woorden).collect::<Vec<_>>().join("; "),
        "aantal_aanbieders" => inhoud.aantal_aanbieders?.to_string(),
        "extern_nummer" => inhoud.extern_nummer.clone()?,
        "extern_adres" => inhoud.extern_adres.clone()?,
        "doelen" => inhoud.doelen.iter().map(|doel| doel.naam.clone()).collect::<Vec<_>>().join("; "),
        "kpis" => inhoud.kpis.iter().map(kpi_in_woorden).collect::<Vec<_>>().join("; "),
        _ => {
            let regel =
                |een: &PerGemeente| format!("{}: {}", gemeentenaam(beeld, &een.gemeente), vormen(&een.bekostiging));
            inhoud.per_gemeente.iter().map(regel).collect::<Vec<_>>().join("; ")
        }
    };
    tekst(&woorden)
}

fn kpi_in_woorden(kpi: &Kpi) -> String {
    let waarde = |waarde: &Option<String>| waarde.clone().unwrap_or_else(|| "onbekend".into());
    format!("{} (streef {}, gemeten {})", kpi.naam, waarde(&kpi.streefwaarde), waarde(&kpi.meetwaarde))
}

fn opties_in_woorden(opties: &[Optie]) -> String {
    if opties.is_empty() {
        return "geen".into();
    }
    let een = |optie: &Optie| {
        let gelicht = if optie.gelicht { ", gelicht" } else { "" };
        let uiterlijk = optie.uiterlijk.map(|dag| format!(", uiterlijk {}", datum(dag))).unwrap_or_default();
        format!("{}{uiterlijk}{gelicht}", periode_in_woorden(optie.maanden))
    };
    opties.iter().map(een).collect::<Vec<_>>().join("; ")
}

/// The name of an attribute.
pub fn attribuutnaam(beeld: &Lezing, id: &AttribuutId) -> String {
    beeld.contracten().attributen.get(id).map_or_else(|| id.to_string(), |een| een.inhoud.naam.clone())
}

fn contractnaam(beeld: &Lezing, id: &ContractId) -> String {
    beeld.contracten().contracten.get(id).map_or_else(|| id.to_string(), |een| een.inhoud.naam.clone())
}

fn domeinnaam(beeld: &Lezing, id: &crate::domain::organisatie::DomeinId) -> String {
    beeld.organisatie().domeinen.get(id).map_or_else(|| id.to_string(), |een| een.naam.clone())
}

fn gemeentenaam(beeld: &Lezing, id: &GemeenteId) -> String {
    beeld.organisatie().gemeenten.get(id).map_or_else(|| id.to_string(), |een| een.naam.clone())
}

fn persoonsnaam(beeld: &Lezing, id: PersoonId) -> String {
    beeld.organisatie().personen.get(&id).map_or_else(|| "iemand".into(), |een| een.naam.clone())
}

/// The name of a column.
pub fn kolomnaam(beeld: &Lezing, kolom: &Kolom) -> String {
    match kolom {
        Kolom::Regio(id) => beeld.organisatie().regios.get(id).map_or_else(|| id.to_string(), |een| een.naam.clone()),
        Kolom::Gemeente(id) => gemeentenaam(beeld, id),
        Kolom::Contract(id) => contractnaam(beeld, id),
    }
}
