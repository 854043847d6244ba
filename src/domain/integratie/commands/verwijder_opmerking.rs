use serde::Serialize;

use super::bereik_van_opmerking;
use crate::domain::{
    command::{Command, WriteTx, record},
    fout::Fout,
    integratie::{Gebeurtenis, OpmerkingId, TaakId, queries, rijen::Rij},
    rechten::{Bereik, Recht},
};

/// Takes a remark out of the conversation; it can come back.
#[derive(Debug, Serialize)]
pub struct VerwijderOpmerking {
    pub opmerking: OpmerkingId,
}

impl Command for VerwijderOpmerking {
    const NAAM: &'static str = "verwijderOpmerking";
    const RECHT: Recht = Recht::OpmerkingWijzigen;
    type Uitkomst = TaakId;

    async fn bereik(&self, tx: &WriteTx) -> Result<Bereik, Fout> {
        bereik_van_opmerking(tx, self.opmerking)
    }

    async fn apply(&self, tx: &mut WriteTx) -> Result<TaakId, Fout> {
        let mut opmerking = queries::opmerking(tx.world(), self.opmerking)?;
        if opmerking.verwijderd {
            return Ok(opmerking.taak);
        }
        let taak = queries::taak(tx.world(), opmerking.taak)?;
        let traject = queries::traject_van(tx.world(), &taak.bord)?.id.clone();
        opmerking.verwijderd = true;
        tx.save(opmerking.rij()?);
        record(tx, Gebeurtenis::OpmerkingVerwijderd { traject, opmerking })?;
        Ok(taak.id)
    }
}
