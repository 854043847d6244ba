//! Who should steer on costs: what each party said in the open, session after session, until the gemeenten give one
//! and the same commission. Pure.

use async_graphql::Enum;
use jiff::{Timestamp, civil::Date};
use serde::{Deserialize, Serialize};

use super::{
    events::Sessiebord,
    model::{Achterban, Sessie, SessieId},
    woorden::Sessiestand,
};
use crate::domain::organisatie::{self, DeelnameStatus, DomeinId, GemeenteId};

/// Wat de MGR met kosten doet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, Enum)]
#[serde(rename_all = "snake_case")]
pub enum Kostenpositie {
    /// Ontwikkelingen zien en signaleren.
    Waarnemen,
    /// Grip nemen: zorgen dat kosten binnen het budget blijven.
    Beheersen,
}

impl Kostenpositie {
    pub const ALLE: [Self; 2] = [Self::Waarnemen, Self::Beheersen];

    /// As people call it.
    pub fn naam(self) -> &'static str {
        match self {
            Self::Waarnemen => "waarnemen",
            Self::Beheersen => "beheersen",
        }
    }

    /// The position a choice in a vote stands for.
    pub fn in_keuze(naam: &str) -> Option<Self> {
        let naam = naam.to_lowercase();
        Self::ALLE.into_iter().find(|positie| naam.starts_with(positie.naam()))
    }
}

/// What a party said in a session about one domain, for all to hear.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Standpunt {
    pub sessie: SessieId,
    pub van: Achterban,
    pub domein: DomeinId,
    /// `None`: what was laid down is taken back.
    pub positie: Option<Kostenpositie>,
    pub toelichting: String,
    pub op: Timestamp,
}

/// What people call a party.
pub fn naam_van(organisatie: &organisatie::Toestand, van: &Achterban) -> String {
    match van {
        Achterban::Mgr => "MGR".to_owned(),
        Achterban::Gemeente(id) => {
            organisatie.gemeenten.get(id).map_or_else(|| "Onbekend".to_owned(), |gemeente| gemeente.naam.clone())
        }
    }
}

/// The gemeenten that decide about a domain on a day: those that take part in the module it is in.
pub fn opdrachtgevers(organisatie: &organisatie::Toestand, domein: &DomeinId, op: Date) -> Vec<GemeenteId> {
    let modules = organisatie.modules.values().filter(|module| module.domeinen.contains(domein));
    let modules: Vec<_> = modules.map(|module| &module.id).collect();
    let telt = organisatie.deelnames.values().filter(|deelname| {
        modules.contains(&&deelname.module) && deelname.status == DeelnameStatus::Deelnemer && deelname.geldt_op(op)
    });
    let mut gemeenten: Vec<_> = telt.map(|deelname| deelname.gemeente.clone()).collect();
    gemeenten.sort();
    gemeenten.dedup();
    gemeenten
}

/// How many gemeenten stand where after a session; who said nothing in it stands where they stood.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Moment {
    pub sessie: SessieId,
    pub waarnemen: usize,
    pub beheersen: usize,
    pub onbekend: usize,
}

impl Moment {
    /// What all gemeenten want, when they want the same.
    pub fn eenduidig(&self) -> Option<Kostenpositie> {
        match (self.waarnemen, self.beheersen, self.onbekend) {
            (1.., 0, 0) => Some(Kostenpositie::Waarnemen),
            (0, 1.., 0) => Some(Kostenpositie::Beheersen),
            _ => None,
        }
    }
}

/// Where gemeenten stood after each of these sessions, which are in order of time.
pub fn verloop(sessies: &[&Sessie], domein: &DomeinId, gemeenten: &[GemeenteId]) -> Vec<Moment> {
    let mut nu: Vec<Option<Kostenpositie>> = vec![None; gemeenten.len()];
    let moment = |sessie: &&Sessie| {
        for (plek, gemeente) in nu.iter_mut().zip(gemeenten) {
            let eigen = sessie
                .standpunten
                .iter()
                .find(|een| een.domein == *domein && matches!(&een.van, Achterban::Gemeente(van) if van == gemeente));
            *plek = eigen.and_then(|een| een.positie).or(*plek);
        }
        let tel = |positie| nu.iter().filter(|een| **een == positie).count();
        let (waarnemen, beheersen) = (tel(Some(Kostenpositie::Waarnemen)), tel(Some(Kostenpositie::Beheersen)));
        Moment { sessie: sessie.id, waarnemen, beheersen, onbekend: tel(None) }
    };
    sessies.iter().map(moment).collect()
}

/// The session since which the commission is one and the same, when it is now.
pub fn eenduidig_sinds(verloop: &[Moment]) -> Option<(Kostenpositie, SessieId)> {
    let positie = verloop.last()?.eenduidig()?;
    let zolang = verloop.iter().rev().take_while(|moment| moment.eenduidig() == Some(positie));
    zolang.last().map(|moment| (positie, moment.sessie))
}

/// Sessions that say something about this, oldest first; those of the past before those held here.
pub fn sessies<'b>(borden: impl Iterator<Item = &'b Sessiebord>) -> Vec<&'b Sessie> {
    let mut gaat_erover: Vec<&Sessie> =
        borden.map(|bord| bord.sessie.as_ref()).filter(|een| gaat_erover(een)).collect();
    gaat_erover.sort_by_cached_key(|sessie| {
        let datum = sessie.vroeger.as_ref().map(|vroeger| vroeger.datum.clone());
        (datum.is_none(), datum, sessie.gemaakt_op, sessie.id)
    });
    gaat_erover
}

fn gaat_erover(sessie: &Sessie) -> bool {
    let gekozen = sessie.fasen.iter().any(|fase| {
        let posities = fase.keuzes.iter().filter(|keuze| Kostenpositie::in_keuze(&keuze.naam).is_some());
        fase.uitslag.is_some() && posities.count() > 1
    });
    sessie.stand != Sessiestand::Gepland && (gekozen || !sessie.standpunten.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn moment(nummer: u128, waarnemen: usize, beheersen: usize, onbekend: usize) -> Moment {
        Moment { sessie: SessieId(uuid::Uuid::from_u128(nummer)), waarnemen, beheersen, onbekend }
    }

    #[test]
    fn a_commission_is_one_only_when_every_gemeente_wants_the_same() {
        for (waarnemen, beheersen, onbekend, eenduidig) in [
            (14, 0, 0, Some(Kostenpositie::Waarnemen)),
            (0, 7, 0, Some(Kostenpositie::Beheersen)),
            (13, 1, 0, None),
            (13, 0, 1, None),
            (0, 0, 0, None),
        ] {
            assert_eq!(moment(1, waarnemen, beheersen, onbekend).eenduidig(), eenduidig);
        }
    }

    #[test]
    fn it_holds_since_the_session_after_which_nobody_changed_their_mind() {
        let verloop = [moment(1, 2, 0, 0), moment(2, 1, 1, 0), moment(3, 2, 0, 0), moment(4, 2, 0, 0)];
        let sinds = eenduidig_sinds(&verloop).map(|(positie, sessie)| (positie, sessie.0.as_u128()));
        assert_eq!(sinds, Some((Kostenpositie::Waarnemen, 3)));
        assert_eq!(eenduidig_sinds(&verloop[..2]), None);
    }

    #[test]
    fn a_choice_in_a_vote_is_known_by_its_name() {
        assert_eq!(Kostenpositie::in_keuze("Beheersen/bewaken"), Some(Kostenpositie::Beheersen));
        assert_eq!(Kostenpositie::in_keuze("Waarnemen"), Some(Kostenpositie::Waarnemen));
        assert_eq!(Kostenpositie::in_keuze("Geen van beide"), None);
    }
}
