//! What happened, as sentences people read. Pure.
//!
//! What a note says is in none of them: it may not have been shown yet.

use super::{events::*, model::*, standpunten, woorden::*};
use crate::domain::{sporen::Lezing, woorden::opsomming};

/// What someone is told to whom the report was sent.
pub fn verslagzin(wie: &str, sessie: &str) -> String {
    format!("{wie} stuurde je het verslag van de sessie ‘{sessie}’")
}

/// A name to show over a group of events about the same subject.
pub fn titel(beeld: &Lezing, gebeurtenis: &Gebeurtenis) -> String {
    let Some(sessie) = gebeurtenis.sessie() else { return "Sessiesjablonen".into() };
    beeld.sessies().borden.get(&sessie).map_or_else(|| "Sessie".into(), |bord| bord.sessie.naam.clone())
}

/// The sentence of an event; `wie` is its subject: "Kwartiermaker", "De hub".
pub fn zin(beeld: &Lezing, wie: &str, gebeurtenis: &Gebeurtenis) -> String {
    let sessie = titel(beeld, gebeurtenis);
    match gebeurtenis {
        Gebeurtenis::SessieVastgelegd { .. } => format!("{wie} maakte de sessie ‘{sessie}’."),
        Gebeurtenis::SessieBijgewerkt { daad, sessie } => daadzin(beeld, wie, daad, sessie),
        Gebeurtenis::GastBijgewerkt { daad, gast } => {
            let gast = &gast.schuilnaam;
            match daad {
                Gastdaad::Gekomen => format!("{gast} kwam bij de sessie ‘{sessie}’."),
                Gastdaad::Toegelaten => format!("{wie} liet {gast} binnen bij ‘{sessie}’."),
                Gastdaad::Verwijderd => format!("{wie} haalde {gast} uit de sessie ‘{sessie}’."),
                Gastdaad::KlaarGemeld => format!("{gast} gaf bij ‘{sessie}’ aan hoe ver die is."),
                Gastdaad::Gestemd => format!("{gast} stemde in de sessie ‘{sessie}’."),
                Gastdaad::OpNaamGezet => format!("{wie} zette op naam wat {gast} in ‘{sessie}’ schreef."),
            }
        }
        Gebeurtenis::NotitiesBijgewerkt { daad, notities, .. } => match daad {
            Notitiedaad::Geschreven => format!("Iemand schreef een notitie in ‘{sessie}’."),
            Notitiedaad::Gewijzigd => format!("Iemand wijzigde een notitie in ‘{sessie}’."),
            Notitiedaad::Ingetrokken => format!("Iemand trok een notitie in ‘{sessie}’ in."),
            Notitiedaad::Beoordeeld => format!("{wie} bekeek een notitie van ‘{sessie}’."),
            Notitiedaad::Verplaatst => format!("{wie} verplaatste een notitie in ‘{sessie}’."),
            Notitiedaad::Gegroepeerd => format!("{wie} zette {} notities van ‘{sessie}’ bij elkaar.", notities.len()),
            Notitiedaad::GroepHernoemd => format!("{wie} gaf een groep in ‘{sessie}’ een andere naam."),
            Notitiedaad::GroepOpgeheven => format!("{wie} haalde een groep in ‘{sessie}’ uit elkaar."),
            Notitiedaad::FaseGewist => format!("{wie} begon een fase van ‘{sessie}’ opnieuw."),
            Notitiedaad::FaseHersteld => format!("{wie} zette de notities van een fase van ‘{sessie}’ terug."),
        },
        Gebeurtenis::OpbrengstVastgelegd { opbrengst } => {
            let soort = match opbrengst.soort {
                Opbrengstsoort::Taak => "de taak",
                Opbrengstsoort::Besluit => "het besluit",
                Opbrengstsoort::Ontwikkelpunt => "het ontwikkelpunt",
                Opbrengstsoort::Afspraak => "de afspraak",
            };
            format!("{wie} legde in ‘{sessie}’ {soort} ‘{}’ vast.", opbrengst.titel)
        }
        Gebeurtenis::VerslagGestuurd { verzending } => {
            let aan = verzending.aan.iter().filter_map(|id| beeld.organisatie().personen.get(id));
            let aan = opsomming(aan.map(|persoon| persoon.naam.clone()));
            format!("{wie} stuurde het verslag van ‘{sessie}’ aan {aan}.")
        }
        Gebeurtenis::StandpuntVastgelegd { standpunt } => {
            let organisatie = beeld.organisatie();
            let domein = organisatie.domeinen.get(&standpunt.domein).map_or("een domein", |een| een.naam.as_str());
            let van = standpunten::naam_van(organisatie, &standpunt.van);
            match standpunt.positie {
                Some(positie) => {
                    format!("{wie} legde in ‘{sessie}’ vast: {van} kiest bij {domein} voor {}.", positie.naam())
                }
                None => format!("{wie} haalde in ‘{sessie}’ het standpunt van {van} bij {domein} weg."),
            }
        }
        Gebeurtenis::SjabloonBewaard { sjabloon } if sjabloon.vervallen => {
            format!("{wie} liet het sjabloon ‘{}’ vervallen.", sjabloon.naam)
        }
        Gebeurtenis::SjabloonBewaard { sjabloon } => format!("{wie} bewaarde het sjabloon ‘{}’.", sjabloon.naam),
    }
}

fn daadzin(beeld: &Lezing, wie: &str, daad: &Daad, sessie: &Sessie) -> String {
    let naam = &sessie.naam;
    let fase = |id: &FaseId| sessie.fase(*id).map_or("een fase", |fase| fase.naam.as_str());
    match daad {
        Daad::Geopend => format!("{wie} opende de sessie ‘{naam}’."),
        Daad::DeurGezet => match sessie.deur {
            Deurstand::Open => format!("{wie} zette de deur van ‘{naam}’ open."),
            Deurstand::OpGoedkeuring => format!("{wie} laat bij ‘{naam}’ zelf mensen binnen."),
            Deurstand::Dicht => format!("{wie} deed de deur van ‘{naam}’ dicht."),
        },
        Daad::FaseBegonnen(None) => format!("{wie} ging in ‘{naam}’ terug naar de ontvangst."),
        Daad::FaseBegonnen(Some(id)) => format!("{wie} begon in ‘{naam}’ met ‘{}’.", fase(id)),
        Daad::TijdGezet(id) => format!("{wie} zette in ‘{naam}’ de tijd van ‘{}’.", fase(id)),
        Daad::NotitiesGetoond(id) => format!("{wie} liet in ‘{naam}’ de notities van ‘{}’ zien.", fase(id)),
        Daad::StemmingGesloten(id) => format!("{wie} sloot in ‘{naam}’ de stemming ‘{}’.", fase(id)),
        Daad::StemmingGewist(id) => format!("{wie} begon in ‘{naam}’ de stemming ‘{}’ opnieuw.", fase(id)),
        Daad::Overgedragen(aan) => {
            let aan = beeld.organisatie().personen.get(aan).map_or("iemand", |persoon| persoon.naam.as_str());
            format!("{wie} vroeg {aan} om ‘{naam}’ mee te leiden.")
        }
        Daad::Afgerond => format!("{wie} rondde de sessie ‘{naam}’ af."),
    }
}
