use serde::Serialize;

use super::toets_actoren;
use crate::domain::{
    command::{Command, WriteTx, record},
    fout::Fout,
    integratie::{Gebeurtenis, Mijlpaal, MijlpaalId, queries, rijen::Rij, toets_netwerk},
    rechten::{Bereik, Recht},
};

/// Lays down a milestone of a trajectory, or replaces it. What it waits for must be there first.
#[derive(Debug, Serialize)]
pub struct LegMijlpaalVast {
    pub mijlpaal: Mijlpaal,
}

impl Command for LegMijlpaalVast {
    const NAAM: &'static str = "legMijlpaalVast";
    const RECHT: Recht = Recht::TrajectInrichten;
    type Uitkomst = MijlpaalId;

    async fn bereik(&self, _tx: &WriteTx) -> Result<Bereik, Fout> {
        Ok(Bereik::Alles)
    }

    async fn apply(&self, tx: &mut WriteTx) -> Result<MijlpaalId, Fout> {
        let Mijlpaal { id, traject, actoren, .. } = &self.mijlpaal;
        self.mijlpaal.toets()?;
        if !tx.world().integratie.trajecten.contains_key(traject) {
            return Err(Fout::niet_gevonden("Dit traject"));
        }
        toets_actoren(tx, actoren)?;
        let mut mijlpalen = queries::mijlpalen(tx.world(), traject);
        if mijlpalen.contains(&self.mijlpaal) {
            return Ok(id.clone());
        }
        mijlpalen.retain(|ander| ander.id != *id);
        mijlpalen.push(self.mijlpaal.clone());
        toets_netwerk(&mijlpalen)?;
        tx.save(self.mijlpaal.rij()?);
        record(tx, Gebeurtenis::MijlpaalVastgelegd { mijlpaal: Box::new(self.mijlpaal.clone()) })?;
        Ok(id.clone())
    }
}
