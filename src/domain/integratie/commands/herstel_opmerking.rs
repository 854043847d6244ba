use serde::Serialize;

use super::bereik_van_opmerking;
use crate::domain::{
    command::{Command, WriteTx, record},
    fout::Fout,
    integratie::{Gebeurtenis, OpmerkingId, TaakId, queries, rijen::Rij},
    rechten::{Bereik, Recht},
};

/// Brings a remark back, where it was.
#[derive(Debug, Serialize)]
pub struct HerstelOpmerking {
    pub opmerking: OpmerkingId,
}

impl Command for HerstelOpmerking {
    const NAAM: &'static str = "herstelOpmerking";
    const RECHT: Recht = Recht::OpmerkingWijzigen;
    type Uitkomst = TaakId;

    async fn bereik(&self, tx: &WriteTx) -> Result<Bereik, Fout> {
        bereik_van_opmerking(tx, self.opmerking)
    }

    async fn apply(&self, tx: &mut WriteTx) -> Result<TaakId, Fout> {
        let mut opmerking = queries::opmerking(tx.world(), self.opmerking)?;
        if !opmerking.verwijderd {
            return Ok(opmerking.taak);
        }
        let taak = queries::taak(tx.world(), opmerking.taak)?;
        let traject = queries::traject_van(tx.world(), &taak.bord)?.id.clone();
        opmerking.verwijderd = false;
        tx.save(opmerking.rij()?);
        record(tx, Gebeurtenis::OpmerkingHersteld { traject, opmerking })?;
        Ok(taak.id)
    }
}
