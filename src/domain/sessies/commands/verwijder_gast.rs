use serde::Serialize;

use super::*;
use crate::domain::{
    command::Command,
    rechten::{Bereik, Recht},
};

/// Shows someone the door: their credential stops at once.
#[derive(Debug, Serialize)]
pub struct VerwijderGast {
    pub gast: GastId,
}

impl Command for VerwijderGast {
    const NAAM: &'static str = "verwijderGast";
    const RECHT: Recht = Recht::SessiesLeiden;
    type Uitkomst = GastId;

    async fn bereik(&self, _tx: &WriteTx) -> Result<Bereik, Fout> {
        Ok(Bereik::Alles)
    }

    async fn apply(&self, tx: &mut WriteTx) -> Result<GastId, Fout> {
        let (bord, gast) = queries::gast(tx.world(), self.gast)?;
        te_leiden(tx, bord.sessie.id)?;
        if gast.toelating == Toelating::Verwijderd {
            return Ok(gast.id);
        }
        werk_gast_bij(tx, Gast { toelating: Toelating::Verwijderd, ..gast }, Gastdaad::Verwijderd).await
    }
}
