//! What happens in this context, and the state it leads to.

use std::sync::Arc;

use imbl::OrdMap;
use serde::{Deserialize, Serialize};

use super::{model::*, uitvoering::*, versies::*};
use crate::{
    domain::{gebeurtenis::ContextGebeurtenis, organisatie::GemeenteId},
    platform::change_log::Subject,
};

/// The stream of everything that happens to agreements.
pub const AFSPRAKEN: &str = "afspraken";

/// Something that happened to an agreement.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Gebeurtenis {
    UitkomstVastgelegd { uitkomst: Uitkomst },
    AfspraakGemaakt { afspraak: Box<Afspraak> },
    AfspraakGewijzigd { van: Box<Inhoud>, naar: Box<Afspraak> },
    AfspraakFaseGewijzigd { van: super::Fase, naar: Box<Afspraak> },
    UitvoeringIngevuld { van: UitvoeringInhoud, naar: Box<Uitvoering> },
    TekstBegonnen { afspraak: AfspraakId },
    VersieVastgelegd { versie: Box<Versie> },
}

impl Gebeurtenis {
    /// The agreement it is about.
    pub fn afspraak(&self) -> Option<&AfspraakId> {
        match self {
            Self::UitkomstVastgelegd { .. } => None,
            Self::AfspraakGemaakt { afspraak: naar }
            | Self::AfspraakGewijzigd { naar, .. }
            | Self::AfspraakFaseGewijzigd { naar, .. } => Some(&naar.id),
            Self::UitvoeringIngevuld { naar, .. } => Some(&naar.afspraak),
            Self::TekstBegonnen { afspraak } => Some(afspraak),
            Self::VersieVastgelegd { versie } => Some(&versie.afspraak),
        }
    }
}

impl ContextGebeurtenis for Gebeurtenis {
    fn scope(&self) -> String {
        AFSPRAKEN.to_owned()
    }

    fn onderwerp(&self) -> Subject {
        match self {
            Self::UitkomstVastgelegd { uitkomst } => Subject { kind: "Uitkomst", key: uitkomst.id.to_string() },
            // All that happens to an agreement stands in its own history, cells included.
            Self::AfspraakGemaakt { afspraak: naar }
            | Self::AfspraakGewijzigd { naar, .. }
            | Self::AfspraakFaseGewijzigd { naar, .. } => Subject { kind: "Afspraak", key: naar.id.to_string() },
            Self::UitvoeringIngevuld { naar, .. } => Subject { kind: "Afspraak", key: naar.afspraak.to_string() },
            Self::TekstBegonnen { afspraak } => Subject { kind: "Afspraak", key: afspraak.to_string() },
            Self::VersieVastgelegd { versie } => Subject { kind: "Afspraak", key: versie.afspraak.to_string() },
        }
    }

    fn soorten() -> &'static [&'static str] {
        &[
            "UitkomstVastgelegd",
            "AfspraakGemaakt",
            "AfspraakGewijzigd",
            "AfspraakFaseGewijzigd",
            "UitvoeringIngevuld",
            "TekstBegonnen",
            "VersieVastgelegd",
        ]
    }
}

/// The present state of this context.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Toestand {
    pub uitkomsten: OrdMap<UitkomstId, Arc<Uitkomst>>,
    pub afspraken: OrdMap<AfspraakId, Arc<Afspraak>>,
    pub uitvoering: OrdMap<(AfspraakId, GemeenteId), Arc<Uitvoering>>,
    pub versies: OrdMap<VersieId, Arc<Versie>>,
}

impl Toestand {
    /// Adds one event. Gives what a fresh read of the tables gives.
    pub fn toepassen(&mut self, gebeurtenis: &Gebeurtenis) {
        match gebeurtenis {
            Gebeurtenis::UitkomstVastgelegd { uitkomst } => {
                self.uitkomsten.insert(uitkomst.id.clone(), Arc::new(uitkomst.clone()));
            }
            Gebeurtenis::AfspraakGemaakt { afspraak: naar }
            | Gebeurtenis::AfspraakGewijzigd { naar, .. }
            | Gebeurtenis::AfspraakFaseGewijzigd { naar, .. } => {
                self.afspraken.insert(naar.id.clone(), Arc::new((**naar).clone()));
            }
            Gebeurtenis::UitvoeringIngevuld { naar, .. } => {
                self.uitvoering.insert((naar.afspraak.clone(), naar.gemeente.clone()), Arc::new((**naar).clone()));
            }
            Gebeurtenis::TekstBegonnen { .. } => {}
            Gebeurtenis::VersieVastgelegd { versie } => {
                self.versies.insert(versie.id, Arc::new((**versie).clone()));
            }
        }
    }

    /// How far a gemeente is with an agreement.
    pub fn status(&self, afspraak: &AfspraakId, gemeente: &GemeenteId) -> UitvoeringStatus {
        let cel = self.uitvoering.get(&(afspraak.clone(), gemeente.clone()));
        cel.map(|cel| cel.inhoud.status).unwrap_or_default()
    }

    /// How far the region is with an agreement.
    pub fn regionaal(&self, afspraak: &Afspraak) -> Regionaal {
        Regionaal::van(&afspraak.inhoud.gemeenten, |gemeente| self.status(&afspraak.id, gemeente))
    }
}
