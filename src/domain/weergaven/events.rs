//! What happens in this context, and the state it leads to.

use std::sync::Arc;

use imbl::OrdMap;
use serde::{Deserialize, Serialize};

use super::model::*;
use crate::{
    domain::{gebeurtenis::ContextGebeurtenis, organisatie::PersoonId},
    platform::change_log::Subject,
};

/// The stream of what people keep: each their own, and what is shared.
pub const WEERGAVEN: &str = "weergaven";

/// Something that happened to a weergave.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Gebeurtenis {
    WeergaveBewaard { van: Option<Weergave>, naar: Weergave },
}

impl Gebeurtenis {
    /// Does what this person sees change by it?
    pub fn raakt(&self, persoon: PersoonId) -> bool {
        let Self::WeergaveBewaard { van, naar } = self;
        van.iter().chain([naar]).any(|weergave| weergave.zichtbaar_voor(persoon))
    }
}

impl ContextGebeurtenis for Gebeurtenis {
    fn scope(&self) -> String {
        WEERGAVEN.to_owned()
    }

    fn onderwerp(&self) -> Subject {
        let Self::WeergaveBewaard { naar, .. } = self;
        Subject { kind: "Weergave", key: naar.id.to_string() }
    }

    fn soorten() -> &'static [&'static str] {
        &["WeergaveBewaard"]
    }
}

/// The present state of this context.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Toestand {
    pub weergaven: OrdMap<WeergaveId, Arc<Weergave>>,
}

impl Toestand {
    /// Adds one event. Gives what a fresh read of the table gives.
    pub fn toepassen(&mut self, gebeurtenis: &Gebeurtenis) {
        let Gebeurtenis::WeergaveBewaard { naar, .. } = gebeurtenis;
        self.weergaven.insert(naar.id, Arc::new(naar.clone()));
    }
}
