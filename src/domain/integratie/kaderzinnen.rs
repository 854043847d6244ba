//! What happened to the overdracht, as sentences people read. Pure.

use super::{
    besluitzinnen::gemeente,
    events::Gebeurtenis,
    overdracht::*,
    woorden::{datum, opsomming},
    zinnen::{Leesbaar, functie, naam_van},
};
use crate::domain::{organisatie::RegioId, sporen::Lezing};

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
        _ => return None,
    })
}

/// The fields that changed, one by one.
pub fn wijzigingen(_beeld: &Lezing, gebeurtenis: &Gebeurtenis) -> Vec<Leesbaar> {
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
