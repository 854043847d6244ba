//! What happened to the overdracht and the budget, as sentences people read. Pure.

use super::{
    autonomie::*,
    besluitzinnen::gemeente,
    budget::*,
    events::Gebeurtenis,
    overdracht::*,
    woorden::{bedrag, datum, opsomming},
    zinnen::{Leesbaar, functie, naam_van, titel as taaktitel},
};
use crate::domain::{
    organisatie::{self, RegioId},
    sporen::Lezing,
};

/// The sentence of an event about the overdracht; none for others.
pub fn zin(beeld: &Lezing, wie: &str, gebeurtenis: &Gebeurtenis) -> Option<String> {
    Some(match gebeurtenis {
        Gebeurtenis::OverdrachtIngevuld { naar, .. } => {
            let velden = wijzigingen(beeld, gebeurtenis).into_iter().map(|regel| regel.veld.to_lowercase());
            let velden = opsomming(velden);
            format!("{wie} vulde de overdracht van {} in: {velden}.", cel_in_woorden(beeld, naar))
        }
        Gebeurtenis::OverdrachtOpgevraagd { cel } => {
            let waar = cel_in_woorden(beeld, cel);
            match &cel.opvraging {
                Some(vraag) => format!(
                    "{wie} vroeg op voor {waar}: {}. {} zoekt het uit voor {}.",
                    onderdelen_in_woorden(&vraag.onderdelen),
                    naam_van(beeld, vraag.eigenaar),
                    datum(vraag.antwoord_voor),
                ),
                None => format!("{wie} vroeg iets op voor {waar}."),
            }
        }
        Gebeurtenis::GereedheidGemeld { naar, .. } => {
            let (van, functie) = (gemeente(beeld, &naar.gemeente), functie(beeld, &naar.functie));
            format!("{wie} meldde voor {van}, ‘{functie}’: {}.", gereedheid_in_woorden(naar.stand))
        }
        Gebeurtenis::AardBepaald { naar, .. } => {
            let naam = onderwerp_in_woorden(beeld, &naar.onderwerp);
            let besluit = match &naar.besluit {
                Some(id) => format!(
                    "; gemeenten besluiten erover in {}",
                    onderwerp_in_woorden(beeld, &Onderwerp::Besluit(id.clone()))
                ),
                None => String::new(),
            };
            format!("{wie} bepaalde dat {naam} {} is{besluit}.", aard_in_woorden(naar.aard))
        }
        Gebeurtenis::RegionaalBesloten { naar, .. } => {
            let naam = onderwerp_in_woorden(beeld, &naar.onderwerp);
            match naar.regionaal_op {
                Some(op) => format!("{wie} legde vast dat de regio op {} besloot over {naam}.", datum(op)),
                None => format!("{wie} haalde weg dat de regio besloot over {naam}."),
            }
        }
        Gebeurtenis::BudgetregelIngevuld { naar, .. } => {
            let velden = wijzigingen(beeld, gebeurtenis).into_iter().map(|regel| regel.veld.to_lowercase());
            let velden = opsomming(velden);
            format!("{wie} vulde het budget van {} in: {velden}.", regel_in_woorden(beeld, &naar.sleutel()))
        }
        Gebeurtenis::BudgeteffectToegevoegd { effect } => {
            let waar = regel_in_woorden(beeld, &effect.sleutel());
            format!("{wie} zette een effect op het budget van {waar}: {}.", effect_in_woorden(beeld, effect))
        }
        Gebeurtenis::BudgeteffectIngetrokken { effect } => {
            let waar = regel_in_woorden(beeld, &effect.sleutel());
            let deed = if effect.ingetrokken { "haalde een effect weg uit" } else { "zette een effect terug op" };
            format!("{wie} {deed} het budget van {waar}: {}.", effect_in_woorden(beeld, effect))
        }
        Gebeurtenis::BudgettabelVastgelegd { tabel } => format!("{wie} legde de tabel ‘{}’ vast.", tabel.naam),
        _ => return None,
    })
}

/// The fields that changed, one by one.
pub fn wijzigingen(beeld: &Lezing, gebeurtenis: &Gebeurtenis) -> Vec<Leesbaar> {
    let regel = |veld, van, naar| Leesbaar { veld, van, naar };
    match gebeurtenis {
        Gebeurtenis::OverdrachtIngevuld { van, naar } => {
            let naar = &naar.inhoud;
            let fte = |waarde: Option<i32>| waarde.map(fte_in_woorden);
            let aantal = |waarde: Option<i32>| waarde.map(|aantal| aantal.to_string());
            let stap = |stap| Some(stap_in_woorden(stap).to_owned());
            let zeker = |zeker| Some(if zeker { "zeker" } else { "niet zeker" }.to_owned());
            let alle = [
                regel("Wie het doet", van.uitvoerder.clone(), naar.uitvoerder.clone()),
                regel("Aantal fte", fte(van.fte), fte(naar.fte)),
                regel("Contract of systeem", van.middel.clone(), naar.middel.clone()),
                regel("Wens", van.wens.clone(), naar.wens.clone()),
                regel("Gewenst aantal fte", fte(van.wens_fte), fte(naar.wens_fte)),
                regel("Aantal medewerkers", aantal(van.medewerkers), aantal(naar.medewerkers)),
                regel("Stap voor medewerkers", stap(van.stap), stap(naar.stap)),
                regel("Bron", van.bron.clone(), naar.bron.clone()),
                regel("Datum van de bron", van.peildatum.map(datum), naar.peildatum.map(datum)),
                regel("Zekerheid", zeker(van.zeker), zeker(naar.zeker)),
            ];
            alle.into_iter().filter(|regel| regel.van != regel.naar).collect()
        }
        Gebeurtenis::AardBepaald { van, naar } | Gebeurtenis::RegionaalBesloten { van, naar } => {
            let aard = |een: &Autonomie| Some(aard_in_woorden(een.aard).to_owned());
            let besluit =
                |een: &Autonomie| een.besluit.clone().map(|id| onderwerp_in_woorden(beeld, &Onderwerp::Besluit(id)));
            let alle = [
                regel("Aard", aard(van), aard(naar)),
                regel("Besluit van gemeenten", besluit(van), besluit(naar)),
                regel("Regio besloot op", van.regionaal_op.map(datum), naar.regionaal_op.map(datum)),
            ];
            alle.into_iter().filter(|regel| regel.van != regel.naar).collect()
        }
        Gebeurtenis::BudgetregelIngevuld { van, naar } => {
            let naar = &naar.inhoud;
            let euro = |waarde: Option<i64>| waarde.map(bedrag);
            let zeker = |zeker| Some(if zeker { "zeker" } else { "niet zeker" }.to_owned());
            let alle = [
                regel("Kader", euro(van.kader), euro(naar.kader)),
                regel("Begroting", euro(van.begroting), euro(naar.begroting)),
                regel("Realisatie", euro(van.realisatie), euro(naar.realisatie)),
                regel("Realisatie tot en met", van.realisatie_tot.map(datum), naar.realisatie_tot.map(datum)),
                regel("Prognose", euro(van.prognose), euro(naar.prognose)),
                regel("Bron", van.bron.clone(), naar.bron.clone()),
                regel("Zekerheid", zeker(van.zeker), zeker(naar.zeker)),
            ];
            alle.into_iter().filter(|regel| regel.van != regel.naar).collect()
        }
        Gebeurtenis::GereedheidGemeld { van, naar } => {
            let stand = |stand| Some(gereedheid_in_woorden(stand).to_owned());
            vec![regel("Gereedheid", stand(*van), stand(naar.stand))]
        }
        _ => Vec::new(),
    }
}

/// A title over a group of events about the same cell.
pub fn titel(beeld: &Lezing, gebeurtenis: &Gebeurtenis) -> Option<String> {
    match gebeurtenis {
        Gebeurtenis::OverdrachtIngevuld { naar: cel, .. } | Gebeurtenis::OverdrachtOpgevraagd { cel } => {
            Some(format!("Overdracht {}", cel_in_woorden(beeld, cel)))
        }
        Gebeurtenis::BudgetregelIngevuld { naar, .. } => {
            Some(format!("Budget {}", regel_in_woorden(beeld, &naar.sleutel())))
        }
        Gebeurtenis::BudgeteffectToegevoegd { effect } | Gebeurtenis::BudgeteffectIngetrokken { effect } => {
            Some(format!("Budget {}", regel_in_woorden(beeld, &effect.sleutel())))
        }
        Gebeurtenis::AardBepaald { naar, .. } | Gebeurtenis::RegionaalBesloten { naar, .. } => {
            Some(onderwerp_in_woorden(beeld, &naar.onderwerp))
        }
        Gebeurtenis::BudgettabelVastgelegd { tabel } => Some(tabel.naam.clone()),
        Gebeurtenis::GereedheidGemeld { naar, .. } => {
            Some(format!("Overdracht ‘{}’ {}", functie(beeld, &naar.functie), gemeente(beeld, &naar.gemeente)))
        }
        _ => None,
    }
}

/// "‘Facturatie’ in Midden-Limburg Oost".
pub fn cel_in_woorden(beeld: &Lezing, cel: &Overdrachtcel) -> String {
    format!("‘{}’ in {}", functie(beeld, &cel.functie), regio(beeld, &cel.regio))
}

fn regio(beeld: &Lezing, id: &RegioId) -> String {
    beeld.organisatie().regios.get(id).map_or_else(|| id.0.clone(), |regio| regio.naam.clone())
}

fn gereedheid_in_woorden(stand: Gereedheidsstand) -> &'static str {
    match stand {
        Gereedheidsstand::Onbekend => "onbekend",
        Gereedheidsstand::NietBegonnen => "nog niet begonnen",
        Gereedheidsstand::Bezig => "bezig",
        Gereedheidsstand::Gereed => "gereed",
    }
}

fn stap_in_woorden(stap: Personeelsstap) -> &'static str {
    match stap {
        Personeelsstap::Onbekend => "onbekend",
        Personeelsstap::GeenGevolgen => "geen gevolgen",
        Personeelsstap::InBeeld => "aantal in beeld",
        Personeelsstap::StappenBepaald => "stappen bepaald",
        Personeelsstap::Besproken => "besproken",
        Personeelsstap::Afgerond => "afgerond",
    }
}

/// "‘Facturatie’ van Weert in 2026".
fn regel_in_woorden(beeld: &Lezing, (_, van, wie, jaar): &BudgetSleutel) -> String {
    format!("‘{}’ van {} in {jaar}", functie(beeld, van), gemeente(beeld, wie))
}

/// "‘Systeem inrichten’ kost eenmalig € 15.000".
fn effect_in_woorden(beeld: &Lezing, effect: &Budgeteffect) -> String {
    let naam = match &effect.aanleiding {
        Aanleiding::Taak(taak) => taaktitel(beeld, *taak),
        Aanleiding::Besluit(id) => {
            beeld.integratie().besluiten.get(id).map_or_else(|| id.0.clone(), |besluit| besluit.naam.clone())
        }
    };
    let doet = if effect.bedrag < 0 { "bespaart" } else { "kost" };
    let hoe_vaak = match effect.soort {
        EffectSoort::Structureel => format!("elk jaar vanaf {}", effect.jaar),
        EffectSoort::Eenmalig => "eenmalig".to_owned(),
    };
    format!("‘{naam}’ {doet} {hoe_vaak} {}", bedrag(effect.bedrag.abs()))
}

/// "De verwachting is € 11.000 hoger dan het kader."
pub fn oorzaak_in_woorden(beeld: &Lezing, oorzaak: &Overschrijding) -> String {
    match oorzaak {
        Overschrijding::Verwachting(over) => format!("De verwachting is {} hoger dan het kader.", bedrag(*over)),
        Overschrijding::Realisatie(over) => format!("Er is {} meer uitgegeven dan het kader.", bedrag(*over)),
        Overschrijding::Effect(id, kost) => {
            let effect = beeld.integratie().budgeteffecten.get(id);
            let zin = effect.map_or_else(|| bedrag(*kost), |effect| effect_in_woorden(beeld, effect));
            format!("{zin}.")
        }
    }
}

fn aard_in_woorden(aard: Option<Aard>) -> &'static str {
    match aard {
        None => "nog niet bepaald",
        Some(Aard::Bedrijfsvoering) => "bedrijfsvoering",
        Some(Aard::Beleid) => "beleid",
    }
}

/// "het besluit ‘Wijziging van de regeling’".
fn onderwerp_in_woorden(beeld: &Lezing, onderwerp: &Onderwerp) -> String {
    match onderwerp {
        Onderwerp::Besluit(id) => {
            let besluit = beeld.integratie().besluiten.get(id);
            format!("het besluit ‘{}’", besluit.map_or(id.0.as_str(), |besluit| &besluit.naam))
        }
        Onderwerp::Mijlpaal(id) => {
            let mijlpaal = beeld.integratie().mijlpalen.get(id);
            format!("de mijlpaal ‘{}’", mijlpaal.map_or(id.0.as_str(), |mijlpaal| &mijlpaal.naam))
        }
        Onderwerp::Taak(id) => format!("de taak ‘{}’", taaktitel(beeld, *id)),
    }
}

/// Why the region may or may not decide, with where the rule stands.
pub fn mag_in_woorden(organisatie: &organisatie::Toestand, mag: &Mag) -> String {
    let regel = format!("Beleid blijft bij elke gemeente ({BRON})");
    match mag {
        Mag::Ja => "De regio mag hierover besluiten.".into(),
        Mag::AardOnbekend => {
            format!("Nog niet bepaald of dit bedrijfsvoering of beleid is. Bepaal dat eerst. {regel}.")
        }
        Mag::GeenBesluit => format!(
            "{regel}. De regio kan hierover pas besluiten als elke gemeente heeft besloten, en er is nog geen besluit van \
             gemeenten aan gekoppeld. Kies dat besluit eerst."
        ),
        Mag::Ontbreekt(ontbreekt) => {
            let naam = |id: &organisatie::GemeenteId| {
                organisatie.gemeenten.get(id).map_or_else(|| id.0.clone(), |gemeente| gemeente.naam.clone())
            };
            let namen = opsomming(ontbreekt.iter().map(naam));
            format!("{regel}. Nog niet of niet akkoord besloten: {namen}.")
        }
    }
}
