use serde::Serialize;

use super::{bereik_van_taak, open_taak};
use crate::domain::{
    command::{Command, WriteTx, record},
    fout::Fout,
    integratie::{Checkpunt, CheckpuntId, Gebeurtenis, TaakId, checkpunt_van, queries, rijen::Rij},
    rechten::{Bereik, Recht},
};

/// Adds an item at the end of a task's checklist.
#[derive(Debug, Serialize)]
pub struct VoegCheckpuntToe {
    pub taak: TaakId,
    pub tekst: String,
}

impl Command for VoegCheckpuntToe {
    const NAAM: &'static str = "voegCheckpuntToe";
    const RECHT: Recht = Recht::TaakWijzigen;
    type Uitkomst = TaakId;

    async fn bereik(&self, tx: &WriteTx) -> Result<Bereik, Fout> {
        bereik_van_taak(tx, self.taak)
    }

    async fn apply(&self, tx: &mut WriteTx) -> Result<TaakId, Fout> {
        let (taak, traject) = open_taak(tx, self.taak)?;
        let checkpunt = Checkpunt {
            id: CheckpuntId(tx.new_id()),
            taak: taak.id,
            tekst: checkpunt_van(&self.tekst)?,
            af: false,
            plaats: queries::plaats_onderaan(tx.world(), taak.id)?,
            verwijderd: false,
        };
        tx.save(checkpunt.rij()?);
        record(tx, Gebeurtenis::CheckpuntToegevoegd { traject: traject.id.clone(), checkpunt })?;
        Ok(taak.id)
    }
}
