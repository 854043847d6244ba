//! The steps of a decision, as people lay them down. Pure.

use serde::{Deserialize, Serialize};

use super::{
    MAX_TITEL, MijlpaalId,
    besluiten::{Besluit, Besluitregel, Hoedanigheid, Stap, StapId, StapSoort},
    termijnen::Termijn,
};
use crate::domain::{
    fout::{Code, Fout},
    invoer,
    organisatie::RolId,
};

/// More columns than this nobody can read.
const MEESTE: usize = 24;

/// What a step is, apart from its place, its rule and who takes it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct StapInhoud {
    pub naam: String,
    pub soort: StapSoort,
    pub gremium: RolId,
    pub hoedanigheid: Option<Hoedanigheid>,
    pub termijn: Option<Termijn>,
    pub mijlpaal: Option<MijlpaalId>,
}

/// What happened to a step.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Stapwijziging {
    Toegevoegd,
    Gewijzigd,
    Vervallen,
}

impl StapInhoud {
    /// Without spaces around the name.
    pub fn getoetst(self) -> Result<Self, Fout> {
        let naam = self.naam.trim().to_owned();
        invoer::tekst("naam", &naam, MAX_TITEL)?;
        Ok(Self { naam, ..self })
    }
}

impl Stap {
    pub fn inhoud(&self) -> StapInhoud {
        let Self { naam, soort, gremium, hoedanigheid, termijn, mijlpaal, .. } = self.clone();
        StapInhoud { naam, soort, gremium, hoedanigheid, termijn, mijlpaal }
    }
}

impl Besluit {
    /// Adds a step behind another; first without. All gemeenten are needed for it, until one says otherwise.
    pub fn voeg_stap_toe(&mut self, id: StapId, inhoud: StapInhoud, na: Option<&StapId>) -> Result<(), Fout> {
        if self.stappen.len() >= MEESTE {
            let bericht = format!("Een besluit heeft hooguit {MEESTE} stappen. Haal er eerst een weg.");
            return Err(Fout::bij(Code::OngeldigeWaarde, "besluit", bericht));
        }
        let plaats = match na {
            None => 0,
            Some(na) => {
                let voor = self.stappen.iter().position(|stap| stap.id == *na);
                1 + voor.ok_or_else(|| Fout::bij(Code::NietGevonden, "na", "Deze stap is er niet (meer)."))?
            }
        };
        let StapInhoud { naam, soort, gremium, hoedanigheid, termijn, mijlpaal } = inhoud;
        let regel = Besluitregel::Alle;
        let alleen = Default::default();
        self.stappen.insert(plaats, Stap { id, naam, soort, gremium, hoedanigheid, regel, termijn, mijlpaal, alleen });
        self.toets_stappen()
    }

    pub fn wijzig_stap(&mut self, id: &StapId, inhoud: StapInhoud) -> Result<(), Fout> {
        let stap = self.stappen.iter_mut().find(|stap| stap.id == *id);
        let stap = stap.ok_or_else(|| Fout::niet_gevonden("Deze stap"))?;
        let StapInhoud { naam, soort, gremium, hoedanigheid, termijn, mijlpaal } = inhoud;
        (stap.naam, stap.soort, stap.gremium) = (naam, soort, gremium);
        (stap.hoedanigheid, stap.termijn, stap.mijlpaal) = (hoedanigheid, termijn, mijlpaal);
        self.toets_stappen()
    }

    fn toets_stappen(&self) -> Result<(), Fout> {
        let naam = |stap: &Stap| stap.naam.to_lowercase();
        let dubbel = self.stappen.iter().enumerate().find(|(nummer, stap)| {
            let eerder = &self.stappen[..*nummer];
            eerder.iter().any(|ander| naam(ander) == naam(stap))
        });
        if dubbel.is_some() {
            return Err(Fout::bij(Code::BestaatAl, "naam", "Er is al een stap met deze naam. Kies een andere."));
        }
        self.toets()
    }
}
