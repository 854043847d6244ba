use serde::Serialize;

use super::*;
use crate::domain::{
    command::Command,
    rechten::{Bereik, Recht},
};

/// Takes everyone to a phase, or back to the lobby. A vote opens when its phase begins for the first time.
#[derive(Debug, Serialize)]
pub struct GaNaarFase {
    pub sessie: SessieId,
    pub fase: Option<FaseId>,
}

impl Command for GaNaarFase {
    const NAAM: &'static str = "gaNaarFase";
    const RECHT: Recht = Recht::SessiesLeiden;
    type Uitkomst = SessieId;

    async fn bereik(&self, _tx: &WriteTx) -> Result<Bereik, Fout> {
        Ok(Bereik::Alles)
    }

    async fn apply(&self, tx: &mut WriteTx) -> Result<SessieId, Fout> {
        let bord = queries::bord(tx.world(), self.sessie)?;
        let mut sessie = te_leiden(tx, self.sessie)?;
        sessie.toets_bezig()?;
        if sessie.huidige == self.fase {
            return Ok(sessie.id);
        }
        sessie.huidige = self.fase;
        if let Some(id) = self.fase {
            let begint = over_minuten(tx, sessie.fase(id).and_then(|fase| fase.minuten))?;
            let fase = sessie.fase_mut(id)?;
            if !fase.begonnen {
                (fase.begonnen, fase.loopt_tot) = (true, begint);
                open_stemming(tx, &bord, fase).await?;
            }
        }
        werk_bij(tx, sessie, Daad::FaseBegonnen(self.fase))
    }
}
