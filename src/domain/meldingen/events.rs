//! What happens in this context, and the state it leads to.

use std::sync::Arc;

use imbl::{HashMap, OrdMap};
use serde::{Deserialize, Serialize};

use super::model::*;
use crate::{
    domain::{gebeurtenis::ContextGebeurtenis, organisatie::PersoonId, sporen::Deel},
    platform::change_log::Subject,
};

/// The stream of who was informed: everyone may follow it.
pub const MELDINGEN: &str = "meldingen";
/// The stream of what people want and read: each their own, and of no use to anyone else.
pub const POSTVAK: &str = "postvak";

/// Something that happened to messages.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Gebeurtenis {
    MeldingenIngesteld { persoon: PersoonId, van: Voorkeur, naar: Voorkeur },
    MeldingenGelezen { persoon: PersoonId, gelezen: Gelezen },
    Geinformeerd { informering: Box<Informering> },
    VolgenGewijzigd { persoon: PersoonId, over: Over, gevolgd: Gevolgd },
}

impl Gebeurtenis {
    /// The parts of the state this changes, and the histories it stands in.
    pub fn delen(&self) -> u32 {
        let eigen = Deel::Meldingen.bit();
        match self {
            Self::Geinformeerd { informering } => match informering.over {
                Over::Taak(_) | Over::Besluit(_) => eigen | Deel::Integratie.bit(),
                Over::Afspraak(_) => eigen | Deel::Afspraken.bit(),
                Over::Contract(_) => eigen | Deel::Contracten.bit(),
            },
            Self::MeldingenIngesteld { .. } | Self::MeldingenGelezen { .. } | Self::VolgenGewijzigd { .. } => eigen,
        }
    }
}

impl ContextGebeurtenis for Gebeurtenis {
    fn scope(&self) -> String {
        match self {
            Self::Geinformeerd { .. } => MELDINGEN,
            Self::MeldingenIngesteld { .. } | Self::MeldingenGelezen { .. } | Self::VolgenGewijzigd { .. } => POSTVAK,
        }
        .to_owned()
    }

    fn onderwerp(&self) -> Subject {
        match self {
            Self::Geinformeerd { informering } => {
                let (kind, key) = informering.over.onderwerp();
                Subject { kind, key: key.to_owned() }
            }
            Self::MeldingenIngesteld { persoon, .. }
            | Self::MeldingenGelezen { persoon, .. }
            | Self::VolgenGewijzigd { persoon, .. } => Subject { kind: "Persoon", key: persoon.to_string() },
        }
    }

    fn soorten() -> &'static [&'static str] {
        &["MeldingenIngesteld", "MeldingenGelezen", "Geinformeerd", "VolgenGewijzigd"]
    }
}

/// The present state of this context.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Toestand {
    pub voorkeuren: HashMap<PersoonId, Voorkeur>,
    pub gelezen: HashMap<PersoonId, Gelezen>,
    pub gevolgd: HashMap<PersoonId, Gevolgd>,
    pub informeringen: OrdMap<InformeringId, Arc<Informering>>,
}

impl Toestand {
    /// Adds one event. Gives what a fresh read of the tables gives.
    pub fn toepassen(&mut self, gebeurtenis: &Gebeurtenis) {
        match gebeurtenis.clone() {
            Gebeurtenis::MeldingenIngesteld { persoon, naar, .. } => {
                self.voorkeuren.insert(persoon, naar);
            }
            Gebeurtenis::MeldingenGelezen { persoon, gelezen } => {
                self.gelezen.insert(persoon, gelezen);
            }
            Gebeurtenis::VolgenGewijzigd { persoon, gevolgd, .. } => {
                self.gevolgd.insert(persoon, gevolgd);
            }
            Gebeurtenis::Geinformeerd { informering } => {
                self.informeringen.insert(informering.id, Arc::new(*informering));
            }
        }
    }

    /// What someone wants.
    pub fn voorkeur(&self, persoon: PersoonId) -> Voorkeur {
        self.voorkeuren.get(&persoon).cloned().unwrap_or_default()
    }

    /// What someone read.
    pub fn gelezen_door(&self, persoon: PersoonId) -> Gelezen {
        self.gelezen.get(&persoon).cloned().unwrap_or_default()
    }

    /// What someone follows.
    pub fn gevolgd_door(&self, persoon: PersoonId) -> Gevolgd {
        self.gevolgd.get(&persoon).cloned().unwrap_or_default()
    }

    /// Does anyone follow this?
    pub fn wordt_gevolgd(&self, over: &Over) -> bool {
        self.gevolgd.values().any(|gevolgd| gevolgd.sinds(over).is_some())
    }

    /// Who was informed about this, the latest first.
    pub fn over(&self, over: &Over) -> Vec<Arc<Informering>> {
        let mut alle: Vec<_> = self.informeringen.values().filter(|een| een.over == *over).cloned().collect();
        alle.sort_by_key(|een| std::cmp::Reverse((een.dag, een.op, een.id)));
        alle
    }
}
