use serde::Serialize;

use crate::domain::{
    command::{Command, WriteTx, record},
    fout::Fout,
    integratie::{Gebeurtenis, Traject, TrajectId, rijen::Rij},
    rechten::{Bereik, Recht},
};

/// Lays down a trajectory with its functions, boards and columns, or replaces it.
///
/// Its phases stay: they are people's, and name milestones that are laid down after it.
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
        let bekend = tx.world().integratie.trajecten.get(&id);
        let fasen = bekend.map(|bekend| bekend.fasen.clone()).unwrap_or_default();
        let traject = Traject { fasen, ..self.traject.clone() };
        if bekend.is_some_and(|bekend| **bekend == traject) {
            return Ok(id);
        }
        tx.save(traject.rij()?);
        record(tx, Gebeurtenis::TrajectVastgelegd { traject })?;
        Ok(id)
    }
}
