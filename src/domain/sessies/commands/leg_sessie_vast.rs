use serde::Serialize;

use super::*;
use crate::domain::{
    command::Command,
    rechten::{Bereik, Recht},
};

/// Lays down a session with all that is on its board: the facts of sessions held before.
#[derive(Debug, Serialize)]
pub struct LegSessieVast {
    pub bord: NieuwBord,
}

impl Command for LegSessieVast {
    const NAAM: &'static str = "legSessieVast";
    const RECHT: Recht = Recht::TrajectInrichten;
    type Uitkomst = SessieId;

    async fn bereik(&self, _tx: &WriteTx) -> Result<Bereik, Fout> {
        Ok(Bereik::Alles)
    }

    async fn apply(&self, tx: &mut WriteTx) -> Result<SessieId, Fout> {
        let id = self.bord.sessie.id;
        leg_vast(tx, self.bord.clone())?;
        Ok(id)
    }
}
