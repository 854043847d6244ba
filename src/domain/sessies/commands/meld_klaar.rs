use serde::Serialize;

use super::*;
use crate::domain::{
    command::Command,
    rechten::{Bereik, Recht},
};

/// Says that one is ready with a phase, or not after all.
#[derive(Debug, Serialize)]
pub struct MeldKlaar {
    pub gast: GastId,
    pub fase: Option<FaseId>,
}

impl Command for MeldKlaar {
    const NAAM: &'static str = "meldKlaar";
    const RECHT: Recht = Recht::SessieMeedoen;
    type Uitkomst = GastId;

    async fn bereik(&self, tx: &WriteTx) -> Result<Bereik, Fout> {
        let (bord, _) = queries::gast(tx.world(), self.gast)?;
        Ok(Bereik::Sessie(bord.sessie.id))
    }

    async fn apply(&self, tx: &mut WriteTx) -> Result<GastId, Fout> {
        let (_, gast) = queries::gast(tx.world(), self.gast)?;
        if gast.klaar == self.fase {
            return Ok(gast.id);
        }
        werk_gast_bij(tx, Gast { klaar: self.fase, ..gast }, Gastdaad::KlaarGemeld).await
    }
}
