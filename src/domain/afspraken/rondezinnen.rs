//! What happened in rounds, to deviations and to signals, as sentences people read. Pure.

use super::{
    afwijkingen::*,
    events::Gebeurtenis,
    rondes::*,
    zinnen::{Wijziging, afspraaknaam, gemeente},
};
use crate::domain::{
    organisatie::PersoonId,
    sporen::Lezing,
    woorden::{datum, opsomming},
};

/// The sentence of an event, if it is about these.
pub fn zin(beeld: &Lezing, wie: &str, gebeurtenis: &Gebeurtenis) -> Option<String> {
    let naam = gebeurtenis.afspraak().map(|id| afspraaknaam(beeld, id))?;
    Some(match gebeurtenis {
        Gebeurtenis::RondeGestart { ronde } => {
            format!("{wie} startte een ronde over ‘{naam}’, tekenen tot en met {}.", datum(ronde.deadline))
        }
        Gebeurtenis::RondeGewijzigd { van, naar } => ronde(beeld, wie, &naam, van, naar),
        Gebeurtenis::Ondertekend { handtekening, .. } => getekend(beeld, wie, &naam, handtekening),
        Gebeurtenis::HandtekeningIngetrokken { handtekening, .. } => {
            format!("{wie} trok de handtekening van {} onder ‘{naam}’ in.", plek(beeld, &handtekening.plek))
        }
        Gebeurtenis::InbrengGegeven { inbreng, .. } => match inbreng.soort {
            InbrengSoort::Vraag => format!("{wie} stelde een vraag over ‘{naam}’: {}", inbreng.tekst),
            InbrengSoort::Reactie => format!("{wie} reageerde op ‘{naam}’: {}", inbreng.tekst),
        },
        Gebeurtenis::InbrengBeantwoord { inbreng, .. } => {
            let soort = match inbreng.soort {
                InbrengSoort::Vraag => "een vraag",
                InbrengSoort::Reactie => "een reactie",
            };
            format!("{wie} beantwoordde {soort} over ‘{naam}’: {}", inbreng.antwoord)
        }
        Gebeurtenis::AfwijkingVastgelegd { afwijking } => {
            let waar = gemeente(beeld, &afwijking.gemeente);
            format!(
                "{wie} legde vast dat {waar} afwijkt van {} tot en met {}.",
                wat(&naam, afwijking),
                datum(afwijking.inhoud.tot)
            )
        }
        Gebeurtenis::AfwijkingGewijzigd { van, naar } => {
            let (waar, wat) = (gemeente(beeld, &naar.gemeente), wat(&naam, naar));
            match (van.beeindigd_op, naar.inhoud.beeindigd_op) {
                (None, Some(op)) => format!("{wie} beëindigde de afwijking van {waar} van {wat} per {}.", datum(op)),
                (Some(_), None) => format!("{wie} liet de afwijking van {waar} van {wat} weer gelden."),
                _ => {
                    let velden = wijzigingen(beeld, gebeurtenis).into_iter().map(|(veld, ..)| veld.to_lowercase());
                    format!("{wie} wijzigde de afwijking van {waar} van {wat}: {}.", opsomming(velden))
                }
            }
        }
        Gebeurtenis::SignaalGemeld { signaal } => {
            format!("{wie} meldde namens {} een signaal over ‘{naam}’: {}", signaal.van.naam(), signaal.tekst)
        }
        Gebeurtenis::SignaalBehandeld { naar, .. } => {
            format!("{wie} werkte een signaal over ‘{naam}’ bij: {}.", naar.behandeling.stand().naam())
        }
        _ => return None,
    })
}

fn ronde(beeld: &Lezing, wie: &str, naam: &str, van: &Ronde, naar: &Ronde) -> String {
    if van.versie != naar.versie {
        let versies = &beeld.afspraken().versies;
        let (oud, nieuw) = (versies.get(&van.versie), versies.get(&naar.versie));
        let koppen = match (oud, nieuw) {
            (Some(oud), Some(nieuw)) => {
                let anders = nieuw.geraakt(oud).into_iter().map(|een| format!("‘{}’", een.kop));
                opsomming(
                    anders.chain(nieuw.vervallen(oud).into_iter().map(|een| format!("‘{}’ (vervallen)", een.kop))),
                )
            }
            _ => String::new(),
        };
        let nummer = nieuw.map_or(0, |versie| versie.nummer);
        let opnieuw = if koppen.is_empty() { "niets".to_owned() } else { koppen };
        return format!("{wie} legde versie {nummer} van ‘{naam}’ voor; opnieuw te tekenen: {opnieuw}.");
    }
    match naar.aangenomen {
        Some(true) => format!("{wie} sloot de ronde over ‘{naam}’: aangenomen."),
        Some(false) => format!("{wie} sloot de ronde over ‘{naam}’ zonder akkoord: {}", naar.toelichting),
        None => format!("{wie} bracht de ronde over ‘{naam}’ naar de fase {}.", naar.fase().naam()),
    }
}

fn getekend(beeld: &Lezing, wie: &str, naam: &str, gezet: &Handtekening) -> String {
    let namens = gezet.namens.map_or_else(String::new, |id| format!(", namens {}", persoon(beeld, id)));
    let versie = beeld.afspraken().versies.get(&gezet.versie).map_or(0, |versie| versie.nummer);
    let voor = plek(beeld, &gezet.plek);
    let reden = if gezet.reden.is_empty() { String::new() } else { format!(" Reden: {}", gezet.reden) };
    let (oordeel, als) = (gezet.oordeel.naam(), &gezet.hoedanigheid);
    format!("{wie} ({als}{namens}) tekende voor {voor} onder versie {versie} van ‘{naam}’: {oordeel}.{reden}")
}

/// "toegang Venlo", "MGR".
pub fn plek(beeld: &Lezing, plek: &Plek) -> String {
    match &plek.gemeente {
        Some(id) => format!("{} {}", plek.partij.naam(), gemeente(beeld, id)),
        None => plek.partij.naam().to_owned(),
    }
}

fn wat(naam: &str, afwijking: &Afwijking) -> String {
    match &afwijking.artikel {
        Some(artikel) => format!("‘{}’ in ‘{naam}’", artikel.kop),
        None => format!("‘{naam}’"),
    }
}

fn persoon(beeld: &Lezing, id: PersoonId) -> String {
    beeld.organisatie().personen.get(&id).map_or_else(|| "iemand".into(), |een| een.naam.clone())
}

/// The fields that changed, one by one.
pub fn wijzigingen(beeld: &Lezing, gebeurtenis: &Gebeurtenis) -> Vec<Wijziging> {
    let tekst = |tekst: &str| (!tekst.is_empty()).then(|| tekst.to_owned());
    let alle = match gebeurtenis {
        Gebeurtenis::AfwijkingGewijzigd { van, naar } => {
            let naar = &naar.inhoud;
            vec![
                ("Reden".to_owned(), tekst(&van.reden), tekst(&naar.reden)),
                ("Wat hier geldt".to_owned(), tekst(&van.hier), tekst(&naar.hier)),
                ("Tot en met".to_owned(), Some(datum(van.tot)), Some(datum(naar.tot))),
                ("Eigenaar".to_owned(), Some(persoon(beeld, van.eigenaar)), Some(persoon(beeld, naar.eigenaar))),
                ("Beëindigd op".to_owned(), van.beeindigd_op.map(datum), naar.beeindigd_op.map(datum)),
            ]
        }
        Gebeurtenis::SignaalBehandeld { van, naar } => {
            let naar = &naar.behandeling;
            let wie = |id: Option<PersoonId>| id.map(|id| persoon(beeld, id));
            vec![
                ("Eigenaar".to_owned(), wie(van.eigenaar), wie(naar.eigenaar)),
                ("Antwoord".to_owned(), tekst(&van.antwoord), tekst(&naar.antwoord)),
                ("Teruggekoppeld op".to_owned(), van.teruggekoppeld_op.map(datum), naar.teruggekoppeld_op.map(datum)),
            ]
        }
        _ => Vec::new(),
    };
    alle.into_iter().filter(|(_, van, naar)| van != naar).collect()
}
