use serde::Serialize;

use super::{bereik_van_taak, open_taak};
use crate::domain::{
    command::{Command, WriteTx, record},
    fout::Fout,
    integratie::{CheckpuntId, Gebeurtenis, TaakId, queries, rijen::Rij},
    rechten::{Bereik, Recht},
};

/// Takes an item off the checklist; it can come back.
#[derive(Debug, Serialize)]
pub struct VerwijderCheckpunt {
    pub checkpunt: CheckpuntId,
}

impl Command for VerwijderCheckpunt {
    const NAAM: &'static str = "verwijderCheckpunt";
    const RECHT: Recht = Recht::TaakWijzigen;
    type Uitkomst = TaakId;

    async fn bereik(&self, tx: &WriteTx) -> Result<Bereik, Fout> {
        let checkpunt = queries::checkpunt(tx.world(), self.checkpunt)?;
        bereik_van_taak(tx, checkpunt.taak)
    }

    async fn apply(&self, tx: &mut WriteTx) -> Result<TaakId, Fout> {
        let mut checkpunt = queries::checkpunt(tx.world(), self.checkpunt)?;
        let (taak, traject) = open_taak(tx, checkpunt.taak)?;
        if checkpunt.verwijderd {
            return Ok(taak.id);
        }
        checkpunt.verwijderd = true;
        tx.save(checkpunt.rij()?);
        record(tx, Gebeurtenis::CheckpuntVerwijderd { traject: traject.id.clone(), checkpunt })?;
        Ok(taak.id)
    }
}
