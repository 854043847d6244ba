use serde::Serialize;

use super::bereik_van_taak;
use crate::domain::{
    command::{Command, WriteTx, record},
    fout::Fout,
    integratie::{Gebeurtenis, TaakId, queries, rijen::Rij},
    rechten::{Bereik, Recht},
};

/// Brings a task back from the archive, where it was.
#[derive(Debug, Serialize)]
pub struct HerstelTaak {
    pub taak: TaakId,
}

impl Command for HerstelTaak {
    const NAAM: &'static str = "herstelTaak";
    const RECHT: Recht = Recht::TaakWijzigen;
    type Uitkomst = TaakId;

    async fn bereik(&self, tx: &WriteTx) -> Result<Bereik, Fout> {
        bereik_van_taak(tx, self.taak)
    }

    async fn apply(&self, tx: &mut WriteTx) -> Result<TaakId, Fout> {
        let mut taak = queries::taak(tx.world(), self.taak)?;
        if taak.gearchiveerd_op.is_none() {
            return Ok(taak.id);
        }
        let traject = queries::traject_van(tx.world(), &taak.bord)?.id.clone();
        taak.gearchiveerd_op = None;
        taak.versie += 1;
        tx.save(taak.rij()?);
        record(tx, Gebeurtenis::TaakHersteld { traject, taak: taak.id, versie: taak.versie })?;
        Ok(taak.id)
    }
}
