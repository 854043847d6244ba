use serde::Serialize;

use super::*;
use crate::domain::{
    command::Command,
    rechten::{Bereik, Recht},
};

/// Shows everyone the notes of a phase.
#[derive(Debug, Serialize)]
pub struct ToonNotities {
    pub sessie: SessieId,
    pub fase: FaseId,
}

impl Command for ToonNotities {
    const NAAM: &'static str = "toonNotities";
    const RECHT: Recht = Recht::SessiesLeiden;
    type Uitkomst = SessieId;

    async fn bereik(&self, _tx: &WriteTx) -> Result<Bereik, Fout> {
        Ok(Bereik::Alles)
    }

    async fn apply(&self, tx: &mut WriteTx) -> Result<SessieId, Fout> {
        let mut sessie = te_leiden(tx, self.sessie)?;
        sessie.toets_bezig()?;
        let fase = sessie.fase_mut(self.fase)?;
        if fase.getoond {
            return Ok(sessie.id);
        }
        fase.getoond = true;
        werk_bij(tx, sessie, Daad::NotitiesGetoond(self.fase))
    }
}
