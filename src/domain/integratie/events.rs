//! What happens in this context.

use serde::{Deserialize, Serialize};

use crate::{
    domain::gebeurtenis::ContextGebeurtenis,
    platform::change_log::{Entry, Subject},
};

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Gebeurtenis {}

impl ContextGebeurtenis for Gebeurtenis {
    fn scope(&self) -> String {
        String::new()
    }

    fn onderwerp(&self) -> Subject {
        Subject { kind: "", key: String::new() }
    }

    fn soorten() -> &'static [&'static str] {
        &[]
    }
}

#[derive(Debug, Clone, Default, PartialEq)]
pub struct Toestand {}

impl Toestand {
    pub fn toepassen(&mut self, _entry: &Entry, _gebeurtenis: &Gebeurtenis) {}
}
