//! What is coming for one person: signatures that are asked, agreements to look at again, deviations that end. Worked out
//! on a day, so that it moves along when a date moves. Pure.

use jiff::{ToSpan, civil::Date};

use super::{Afspraak, AfspraakId, Afwijking, AfwijkingId, Fase, Partij, Plek, Ronde, RondeId, TekenStand, Toestand};
use crate::domain::{
    organisatie::{self, GemeenteId, Hubrol, PersoonId},
    rechten::{Recht, Reikwijdte, reikwijdte},
    woorden::{aantal, opsomming},
};

/// What lies further back was settled elsewhere, or is not going to be.
const HOOGUIT_TERUG: i64 = 60;

/// The thing one is reminded of.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Komt {
    /// One's own signature is asked.
    Tekenen(RondeId),
    /// A round of one's own closes while signatures are missing.
    Sluiten(RondeId),
    Herzien(AfspraakId),
    AfwijkingEindigt(AfwijkingId),
}

/// One thing that is coming for one person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Herinnering {
    pub dag: Date,
    pub titel: String,
    pub waarover: Komt,
}

impl Toestand {
    /// Everything that is coming for this person up to and including `tot`, and what passed without being done.
    pub fn herinneringen(
        &self,
        organisatie: &organisatie::Toestand,
        persoon: PersoonId,
        vandaag: Date,
        tot: Date,
    ) -> Vec<Herinnering> {
        let rollen = organisatie.rollen_van(persoon, vandaag);
        if rollen.is_empty() {
            return Vec::new();
        }
        let afspraken = self.afspraken.values().filter_map(|afspraak| herzien(afspraak, persoon));
        let rondes = self.rondes.values().filter_map(|ronde| self.van_ronde(organisatie, ronde, persoon, &rollen));
        let afwijkingen = self.afwijkingen.values().filter(|een| een.inhoud.eigenaar == persoon && een.geldt(vandaag));
        let afwijkingen = afwijkingen.map(|een| eindigt(organisatie, een));
        let vroegst = vandaag.saturating_sub(HOOGUIT_TERUG.days());
        afspraken.chain(rondes).chain(afwijkingen).filter(|een| (vroegst..=tot).contains(&een.dag)).collect()
    }

    fn van_ronde(
        &self,
        organisatie: &organisatie::Toestand,
        ronde: &Ronde,
        persoon: PersoonId,
        rollen: &[(Hubrol, Option<GemeenteId>)],
    ) -> Option<Herinnering> {
        if !ronde.fase().tekent() {
            return None;
        }
        let afspraak = self.afspraken.get(&ronde.afspraak)?;
        let naam = &afspraak.inhoud.naam;
        let open = |stand: TekenStand| matches!(stand, TekenStand::NogNiet | TekenStand::Heropend);
        let standen = self.standen(ronde);
        let wacht = standen.iter().filter(|(_, stand)| open(stand.stand)).map(|(plek, _)| plek);
        let eigen: Vec<&Plek> = wacht.clone().filter(|plek| tekent_voor(rollen, plek)).collect();
        if !eigen.is_empty() {
            let voor = opsomming(eigen.iter().map(|plek| {
                let gemeente = plek.gemeente.as_ref().and_then(|id| organisatie.gemeenten.get(id));
                gemeente.map_or_else(|| plek.partij.naam().into(), |een| format!("{} {}", plek.partij.naam(), een.naam))
            }));
            let titel = format!("Teken ‘{naam}’ voor {voor}");
            return Some(Herinnering { dag: ronde.deadline, titel, waarover: Komt::Tekenen(ronde.id) });
        }
        let leidt = afspraak.inhoud.eigenaar == Some(persoon) || ronde.door == Some(persoon);
        let mist = wacht.count();
        (leidt && mist > 0).then(|| {
            let hoeveel = aantal(i64::try_from(mist).unwrap_or(i64::MAX), "handtekening", "handtekeningen");
            let titel = format!("Ronde over ‘{naam}’ sluit, nog {hoeveel} nodig");
            Herinnering { dag: ronde.deadline, titel, waarover: Komt::Sluiten(ronde.id) }
        })
    }
}

/// Is this a place where they sign themselves? Who may sign for all signs once for the MGR, and for others only when asked.
fn tekent_voor(rollen: &[(Hubrol, Option<GemeenteId>)], plek: &Plek) -> bool {
    rollen.iter().any(|(rol, van)| match (reikwijdte(*rol, Recht::Ondertekenen), &plek.gemeente) {
        (Some(Reikwijdte::EigenGemeente), Some(gemeente)) => van.as_ref() == Some(gemeente),
        (Some(Reikwijdte::Alles), None) => plek.partij == Partij::Mgr,
        _ => false,
    })
}

fn herzien(afspraak: &Afspraak, persoon: PersoonId) -> Option<Herinnering> {
    let dag = afspraak.inhoud.herzien_op?;
    let mijn = afspraak.fase == Fase::Vastgesteld && afspraak.inhoud.eigenaar == Some(persoon);
    let titel = format!("Bekijk ‘{}’ opnieuw", afspraak.inhoud.naam);
    mijn.then(|| Herinnering { dag, titel, waarover: Komt::Herzien(afspraak.id.clone()) })
}

fn eindigt(organisatie: &organisatie::Toestand, een: &Afwijking) -> Herinnering {
    let gemeente = organisatie.gemeenten.get(&een.gemeente).map_or_else(String::new, |een| een.naam.clone());
    let wat = een.artikel.as_ref().map_or_else(|| "een afspraak".to_owned(), |artikel| format!("‘{}’", artikel.kop));
    let titel = format!("Afwijking van {wat} in {gemeente} eindigt");
    Herinnering { dag: een.inhoud.tot, titel, waarover: Komt::AfwijkingEindigt(een.id) }
}
