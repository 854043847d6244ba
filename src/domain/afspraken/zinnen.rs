//! What happened, as sentences people read. Pure.

use super::{events::Gebeurtenis, fases::Fase, kantzinnen, model::*, rondezinnen, uitvoering::*};
use crate::domain::{
    sporen::Lezing,
    woorden::{datum, opsomming},
};

/// A field that changed: its name, what it was and what it is.
pub type Wijziging = (String, Option<String>, Option<String>);

/// The sentence of an event; `wie` is its subject: "Kwartiermaker", "De hub".
pub fn zin(beeld: &Lezing, wie: &str, gebeurtenis: &Gebeurtenis) -> String {
    match gebeurtenis {
        Gebeurtenis::UitkomstVastgelegd { uitkomst } => format!("{wie} legde de uitkomst ‘{}’ vast.", uitkomst.naam),
        Gebeurtenis::AfspraakGemaakt { afspraak } => {
            format!("{wie} zette de afspraak ‘{}’ in het register.", afspraak.inhoud.naam)
        }
        Gebeurtenis::AfspraakGewijzigd { naar, .. } => {
            let velden = wijzigingen(beeld, gebeurtenis).into_iter().map(|(veld, ..)| veld.to_lowercase());
            format!("{wie} wijzigde de afspraak ‘{}’: {}.", naar.inhoud.naam, opsomming(velden))
        }
        Gebeurtenis::AfspraakFaseGewijzigd { van, naar } => fase_in_woorden(beeld, wie, *van, naar),
        Gebeurtenis::TekstBegonnen { afspraak } => {
            format!("{wie} begon de tekst van ‘{}’.", afspraaknaam(beeld, afspraak))
        }
        Gebeurtenis::TekstGeleegd { afspraak } => {
            format!(
                "{wie} maakte de tekst van ‘{}’ leeg; wat er stond, is bewaard als versie.",
                afspraaknaam(beeld, afspraak)
            )
        }
        Gebeurtenis::VersieVastgelegd { versie } => {
            let naam = afspraaknaam(beeld, &versie.afspraak);
            format!("{wie} legde versie {} van ‘{naam}’ vast: {}.", versie.nummer, versie.naam)
        }
        Gebeurtenis::UitvoeringIngevuld { van, naar } => {
            let (naam, gemeente) = (afspraaknaam(beeld, &naar.afspraak), gemeente(beeld, &naar.gemeente));
            if van.status == naar.inhoud.status {
                let velden = wijzigingen(beeld, gebeurtenis).into_iter().map(|(veld, ..)| veld.to_lowercase());
                return format!("{wie} wijzigde de uitvoering van ‘{naam}’ in {gemeente}: {}.", opsomming(velden));
            }
            let status = naar.inhoud.status.naam();
            format!("{wie} vulde de uitvoering van ‘{naam}’ in {gemeente} in: {status}.")
        }
        _ => rondezinnen::zin(beeld, wie, gebeurtenis)
            .or_else(|| kantzinnen::zin(beeld, wie, gebeurtenis))
            .unwrap_or_default(),
    }
}

fn fase_in_woorden(beeld: &Lezing, wie: &str, van: Fase, naar: &Afspraak) -> String {
    let naam = &naar.inhoud.naam;
    let zin = match naar.fase {
        Fase::Concept => format!("{wie} zette de afspraak ‘{naam}’ terug naar concept."),
        Fase::InAfstemming if van == Fase::Concept => format!("{wie} bracht de afspraak ‘{naam}’ in afstemming."),
        Fase::InAfstemming => format!("{wie} bracht de afspraak ‘{naam}’ terug in afstemming."),
        Fase::TerVaststelling => format!("{wie} bood de afspraak ‘{naam}’ aan ter vaststelling."),
        Fase::Vastgesteld if van == Fase::Vervangen => format!("{wie} draaide de vervanging van ‘{naam}’ terug."),
        Fase::Vastgesteld => format!("{wie} stelde de afspraak ‘{naam}’ vast."),
        Fase::Vervallen => format!("{wie} liet de afspraak ‘{naam}’ vervallen."),
        Fase::Vervangen => {
            let door = naar.opvolger.as_ref().map_or_else(|| "een andere".into(), |id| afspraaknaam(beeld, id));
            format!("{wie} verving de afspraak ‘{naam}’ door ‘{door}’.")
        }
    };
    if naar.toelichting.is_empty() { zin } else { format!("{zin} Toelichting: {}", naar.toelichting) }
}

/// A name to show over a group of events about the same subject.
pub fn titel(beeld: &Lezing, gebeurtenis: &Gebeurtenis) -> String {
    match gebeurtenis {
        Gebeurtenis::UitkomstVastgelegd { uitkomst } => uitkomst.naam.clone(),
        _ => gebeurtenis.afspraak().map_or_else(|| "Afspraken".into(), |id| afspraaknaam(beeld, id)),
    }
}

/// The fields that changed, one by one.
pub fn wijzigingen(beeld: &Lezing, gebeurtenis: &Gebeurtenis) -> Vec<Wijziging> {
    match gebeurtenis {
        Gebeurtenis::AfspraakGewijzigd { van, naar } => {
            let velden = van.verschillen(&naar.inhoud).into_iter();
            velden
                .map(|veld| (veldnaam(veld).to_owned(), waarde(beeld, van, veld), waarde(beeld, &naar.inhoud, veld)))
                .collect()
        }
        Gebeurtenis::AfspraakFaseGewijzigd { van, naar } => {
            vec![("Stand".into(), Some(van.naam().into()), Some(naar.fase.naam().into()))]
        }
        Gebeurtenis::UitvoeringIngevuld { van, naar } => {
            let naar = &naar.inhoud;
            let status = |inhoud: &UitvoeringInhoud| Some(inhoud.status.naam().to_owned());
            let dag = |inhoud: &UitvoeringInhoud| inhoud.datum.clone().map(String::from);
            let alle = [
                ("Uitvoering".to_owned(), status(van), status(naar)),
                ("Datum".to_owned(), dag(van), dag(naar)),
                ("Bron".to_owned(), tekst(&van.bron), tekst(&naar.bron)),
                ("Notitie".to_owned(), tekst(&van.notitie), tekst(&naar.notitie)),
            ];
            alle.into_iter().filter(|(_, van, naar)| van != naar).collect()
        }
        _ => rondezinnen::wijzigingen(beeld, gebeurtenis),
    }
}

fn tekst(tekst: &str) -> Option<String> {
    (!tekst.is_empty()).then(|| tekst.to_owned())
}

fn veldnaam(veld: Veld) -> &'static str {
    match veld {
        Veld::Naam => "Naam",
        Veld::Omschrijving => "Wat er afgesproken is",
        Veld::Soort => "Soort",
        Veld::Domeinen => "Domeinen",
        Veld::Partijen => "Partijen",
        Veld::Gemeenten => "Gemeenten",
        Veld::Uitkomsten => "Uitkomsten",
        Veld::WachtOp => "Wacht op",
        Veld::Verwant => "Hangt samen met",
        Veld::Eigenaar => "Eigenaar",
        Veld::HerzienOp => "Herzien op",
        Veld::GeldigTot => "Geldig tot en met",
        Veld::Grondslag => "Grondslag",
        Veld::Stuk => "Stuk",
        Veld::Fase => "Stand",
    }
}

/// A field as a reader sees it; `None` when it is empty.
fn waarde(beeld: &Lezing, inhoud: &Inhoud, veld: Veld) -> Option<String> {
    let organisatie = beeld.organisatie();
    let woorden = match veld {
        Veld::Naam => inhoud.naam.clone(),
        Veld::Omschrijving => inhoud.omschrijving.clone(),
        Veld::Soort => inhoud.soort.clone(),
        Veld::Grondslag => inhoud.grondslag.clone(),
        Veld::Domeinen => {
            let naam = |id| organisatie.domeinen.get(id).map_or_else(String::new, |een| een.naam.clone());
            opsomming(inhoud.domeinen.iter().map(naam))
        }
        Veld::Partijen => opsomming(inhoud.partijen.iter().map(|partij| partij.naam().to_owned())),
        Veld::Gemeenten => opsomming(inhoud.gemeenten.iter().map(|id| gemeente(beeld, id))),
        Veld::Uitkomsten => {
            let naam = |id| beeld.afspraken().uitkomsten.get(id).map_or_else(String::new, |een| een.naam.clone());
            opsomming(inhoud.uitkomsten.iter().map(naam))
        }
        Veld::WachtOp => opsomming(inhoud.wacht_op.iter().map(|id| afspraaknaam(beeld, id))),
        Veld::Verwant => opsomming(inhoud.verwant.iter().map(|id| afspraaknaam(beeld, id))),
        Veld::Eigenaar => organisatie.personen.get(&inhoud.eigenaar?)?.naam.clone(),
        Veld::HerzienOp => datum(inhoud.herzien_op?),
        Veld::GeldigTot => datum(inhoud.geldig_tot?),
        Veld::Stuk => inhoud.stuk.as_ref()?.titel.clone(),
        Veld::Fase => return None,
    };
    tekst(&woorden)
}

/// The name of an agreement.
pub fn afspraaknaam(beeld: &Lezing, id: &AfspraakId) -> String {
    beeld.afspraken().afspraken.get(id).map_or_else(|| id.to_string(), |een| een.inhoud.naam.clone())
}

/// The name of a gemeente.
pub fn gemeente(beeld: &Lezing, id: &crate::domain::organisatie::GemeenteId) -> String {
    beeld.organisatie().gemeenten.get(id).map_or_else(|| id.to_string(), |een| een.naam.clone())
}
