use serde::Serialize;

use super::{bereik_van_taak, open_taak};
use crate::domain::{
    command::{Command, WriteTx, record},
    fout::Fout,
    integratie::{CheckpuntId, Gebeurtenis, TaakId, queries, rijen::Rij},
    rechten::{Bereik, Recht},
};

/// Brings an item back on the checklist, where it was.
#[derive(Debug, Serialize)]
pub struct HerstelCheckpunt {
    pub checkpunt: CheckpuntId,
}

impl Command for HerstelCheckpunt {
    const NAAM: &'static str = "herstelCheckpunt";
    const RECHT: Recht = Recht::TaakWijzigen;
    type Uitkomst = TaakId;

    async fn bereik(&self, tx: &WriteTx) -> Result<Bereik, Fout> {
        let checkpunt = queries::checkpunt(tx.world(), self.checkpunt)?;
        bereik_van_taak(tx, checkpunt.taak)
    }

    async fn apply(&self, tx: &mut WriteTx) -> Result<TaakId, Fout> {
        let mut checkpunt = queries::checkpunt(tx.world(), self.checkpunt)?;
        let (taak, traject) = open_taak(tx, checkpunt.taak)?;
        if !checkpunt.verwijderd {
            return Ok(taak.id);
        }
        checkpunt.verwijderd = false;
        tx.save(checkpunt.rij()?);
        record(tx, Gebeurtenis::CheckpuntHersteld { traject: traject.id.clone(), checkpunt })?;
        Ok(taak.id)
    }
}
