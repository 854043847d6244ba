//! The life of an agreement: which steps it can take, who may, and what is still missing. Pure.

use serde::{Deserialize, Serialize};

use super::{Afspraak, AfspraakId};
use crate::domain::rechten::Recht;

/// Waar een afspraak in haar leven staat.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize, async_graphql::Enum,
)]
#[serde(rename_all = "snake_case")]
#[graphql(name = "AfspraakFase")]
pub enum Fase {
    /// Iemand schrijft haar op.
    #[default]
    Concept,
    /// Partijen en gemeenten stemmen haar met elkaar af.
    InAfstemming,
    /// Zij ligt voor bij wie haar vaststelt.
    TerVaststelling,
    /// Zij geldt.
    Vastgesteld,
    /// Zij geldt niet meer, of is er nooit van gekomen.
    Vervallen,
    /// Een andere afspraak is ervoor in de plaats gekomen.
    Vervangen,
}

impl Fase {
    /// As people call it.
    pub fn naam(self) -> &'static str {
        match self {
            Self::Concept => "concept",
            Self::InAfstemming => "in afstemming",
            Self::TerVaststelling => "ter vaststelling",
            Self::Vastgesteld => "vastgesteld",
            Self::Vervallen => "vervallen",
            Self::Vervangen => "vervangen",
        }
    }

    /// Is its text still being made?
    pub fn wordt_geschreven(self) -> bool {
        matches!(self, Self::Concept | Self::InAfstemming)
    }

    /// Is it over?
    pub fn is_voorbij(self) -> bool {
        matches!(self, Self::Vervallen | Self::Vervangen)
    }

    /// The steps from here, the usual one first.
    pub fn stappen(self) -> &'static [Stap] {
        const fn stap(naar: Fase, naam: &'static str, recht: Recht) -> Stap {
            Stap { naar, naam, recht }
        }
        use Fase::*;
        use Recht::{AfspraakVaststellen, AfsprakenSchrijven};
        match self {
            Concept => {
                const {
                    &[
                        stap(InAfstemming, "Breng in afstemming", AfsprakenSchrijven),
                        stap(Vervallen, "Laat vervallen", AfspraakVaststellen),
                    ]
                }
            }
            InAfstemming => {
                const {
                    &[
                        stap(TerVaststelling, "Bied aan ter vaststelling", AfsprakenSchrijven),
                        stap(Concept, "Zet terug naar concept", AfsprakenSchrijven),
                        stap(Vervallen, "Laat vervallen", AfspraakVaststellen),
                    ]
                }
            }
            TerVaststelling => {
                const {
                    &[
                        stap(Vastgesteld, "Stel vast", AfspraakVaststellen),
                        stap(InAfstemming, "Terug naar afstemming", AfsprakenSchrijven),
                    ]
                }
            }
            Vastgesteld => {
                const {
                    &[
                        stap(InAfstemming, "Herzie", AfspraakVaststellen),
                        stap(Vervangen, "Vervang door een opvolger", AfspraakVaststellen),
                        stap(Vervallen, "Laat vervallen", AfspraakVaststellen),
                    ]
                }
            }
            Vervallen => const { &[stap(Concept, "Haal terug als concept", AfspraakVaststellen)] },
            Vervangen => const { &[stap(Vastgesteld, "Draai de vervanging terug", AfspraakVaststellen)] },
        }
    }
}

/// A step an agreement can take.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stap {
    pub naar: Fase,
    /// As a button says it.
    pub naam: &'static str,
    /// What one must be allowed to do.
    pub recht: Recht,
}

impl Stap {
    /// Does whoever takes it say why?
    pub fn vraagt_toelichting(self) -> bool {
        self.naar == Fase::Vervallen
    }
}

/// What is still missing before `afspraak` may go to `naar`, as sentences. `andere` answers name and fase of another
/// agreement; going back or letting it lapse is always possible.
pub fn ontbreekt(
    afspraak: &Afspraak,
    naar: Fase,
    andere: impl Fn(&AfspraakId) -> Option<(String, Fase)>,
) -> Vec<String> {
    let inhoud = &afspraak.inhoud;
    let mut zinnen = Vec::new();
    let mut eis = |voldaan: bool, zin: &str| {
        if !voldaan {
            zinnen.push(zin.to_owned());
        }
    };
    let vooruit = naar > afspraak.fase && !naar.is_voorbij();
    if !vooruit {
        return zinnen;
    }
    eis(!inhoud.omschrijving.is_empty(), "Er staat nog niet in wat er afgesproken wordt.");
    eis(!inhoud.partijen.is_empty(), "De partijen zijn nog niet gekozen.");
    eis(!inhoud.gemeenten.is_empty(), "De gemeenten waar zij geldt zijn nog niet gekozen.");
    if naar >= Fase::TerVaststelling {
        eis(inhoud.eigenaar.is_some(), "Er is nog geen eigenaar.");
        eis(inhoud.herzien_op.is_some(), "Er is nog geen dag waarop zij weer bekeken wordt.");
    }
    if naar >= Fase::Vastgesteld {
        eis(inhoud.stuk.is_some(), "Het stuk van het college, de raad of een ander gremium is nog niet gekoppeld.");
        for id in &inhoud.wacht_op {
            match andere(id) {
                Some((_, Fase::Vastgesteld | Fase::Vervangen)) => {}
                Some((naam, fase)) => zinnen.push(format!("Zij wacht op ‘{naam}’, die nog {} is.", fase.naam())),
                None => {}
            }
        }
    }
    zinnen
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use jiff::{Timestamp, civil::date};

    use super::*;
    use crate::domain::{
        afspraken::{Inhoud, Partij, Stuk},
        organisatie::{GemeenteId, PersoonId},
    };

    fn afspraak(fase: Fase, inhoud: Inhoud) -> Afspraak {
        Afspraak {
            id: AfspraakId("a".into()),
            inhoud,
            fase,
            fase_sinds: Timestamp::UNIX_EPOCH,
            toelichting: String::new(),
            opvolger: None,
            bronstand: None,
            herkomst: None,
            versie: 1,
            veldversies: BTreeMap::new(),
            gemaakt_op: Timestamp::UNIX_EPOCH,
            gemaakt_door: None,
            gewijzigd_op: Timestamp::UNIX_EPOCH,
            gewijzigd_door: None,
        }
    }

    fn vol() -> Inhoud {
        Inhoud {
            naam: "Meteen insturen".into(),
            omschrijving: "De toegang stuurt de toewijzing meteen in.".into(),
            partijen: [Partij::Toegang].into(),
            gemeenten: [GemeenteId("gem-venlo".into())].into(),
            eigenaar: Some(PersoonId(uuid::Uuid::nil())),
            herzien_op: Some(date(2027, 1, 1)),
            stuk: Some(Stuk { titel: "Collegebesluit".into(), ..Stuk::default() }),
            ..Inhoud::default()
        }
    }

    #[test]
    fn each_step_says_what_is_missing() {
        let wachtend = Inhoud { wacht_op: [AfspraakId("b".into())].into(), ..vol() };
        for (fase, inhoud, naar, aantal) in [
            (Fase::Concept, Inhoud::default(), Fase::InAfstemming, 3),
            (Fase::Concept, vol(), Fase::InAfstemming, 0),
            (Fase::InAfstemming, Inhoud { eigenaar: None, herzien_op: None, ..vol() }, Fase::TerVaststelling, 2),
            (Fase::InAfstemming, Inhoud::default(), Fase::Concept, 0),
            (Fase::TerVaststelling, Inhoud { stuk: None, ..vol() }, Fase::Vastgesteld, 1),
            (Fase::TerVaststelling, wachtend.clone(), Fase::Vastgesteld, 1),
            (Fase::TerVaststelling, wachtend, Fase::InAfstemming, 0),
            (Fase::TerVaststelling, vol(), Fase::Vastgesteld, 0),
            (Fase::Vastgesteld, Inhoud::default(), Fase::Vervallen, 0),
            (Fase::Vervangen, Inhoud::default(), Fase::Vastgesteld, 0),
        ] {
            let andere = |_: &AfspraakId| Some(("Verwerkersovereenkomst".to_owned(), Fase::InAfstemming));
            let zinnen = ontbreekt(&afspraak(fase, inhoud), naar, andere);
            assert_eq!(zinnen.len(), aantal, "{fase:?} → {naar:?}: {zinnen:?}");
        }
    }

    #[test]
    fn every_fase_has_a_way_on_and_none_leads_to_itself() {
        use Fase::*;
        for fase in [Concept, InAfstemming, TerVaststelling, Vastgesteld, Vervallen, Vervangen] {
            assert!(!fase.stappen().is_empty());
            assert!(fase.stappen().iter().all(|stap| stap.naar != fase), "{fase:?}");
        }
    }
}
