use serde::Serialize;

use super::*;
use crate::domain::{
    command::Command,
    rechten::{Bereik, Recht},
};

/// Lets in who waits at the door.
#[derive(Debug, Serialize)]
pub struct LaatToe {
    pub gast: GastId,
}

impl Command for LaatToe {
    const NAAM: &'static str = "laatToe";
    const RECHT: Recht = Recht::SessiesLeiden;
    type Uitkomst = GastId;

    async fn bereik(&self, _tx: &WriteTx) -> Result<Bereik, Fout> {
        Ok(Bereik::Alles)
    }

    async fn apply(&self, tx: &mut WriteTx) -> Result<GastId, Fout> {
        let (bord, gast) = queries::gast(tx.world(), self.gast)?;
        te_leiden(tx, bord.sessie.id)?;
        if gast.toelating == Toelating::Binnen {
            return Ok(gast.id);
        }
        werk_gast_bij(tx, Gast { toelating: Toelating::Binnen, ..gast }, Gastdaad::Toegelaten).await
    }
}
