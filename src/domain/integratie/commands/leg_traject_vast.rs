use serde::Serialize;

use crate::domain::{
    command::{Command, WriteTx, record},
    fout::Fout,
    integratie::{Gebeurtenis, Traject, TrajectId, rijen::Rij},
    rechten::{Bereik, Recht},
};

/// Lays down a trajectory with its functions, boards and columns, or replaces it.
#[derive(Debug, Serialize)]
pub struct LegTrajectVast {
    pub traject: Traject,
}

impl Command for LegTrajectVast {
    const NAAM: &'static str = "legTrajectVast";
    const RECHT: Recht = Recht::TrajectInrichten;
    type Uitkomst = TrajectId;

    async fn bereik(&self, _tx: &WriteTx) -> Result<Bereik, Fout> {
        Ok(Bereik::Alles)
    }

    async fn apply(&self, tx: &mut WriteTx) -> Result<TrajectId, Fout> {
        let id = self.traject.id.clone();
        if tx.world().integratie.trajecten.get(&id).is_some_and(|known| **known == self.traject) {
            return Ok(id);
        }
        tx.save(self.traject.rij()?);
        record(tx, Gebeurtenis::TrajectVastgelegd { traject: self.traject.clone() })?;
        Ok(id)
    }
}
