use serde::Serialize;

use crate::domain::{
    command::{Command, WriteTx, record},
    fout::Fout,
    integratie::{Gebeurtenis, Mijlpaal, MijlpaalId, queries, rijen::Rij, toets_netwerk},
    rechten::{Bereik, Recht},
};

/// Puts a milestone back into the plan, after those of what it waited for that are still there.
#[derive(Debug, Serialize)]
pub struct HerstelMijlpaal {
    pub mijlpaal: MijlpaalId,
}

impl Command for HerstelMijlpaal {
    const NAAM: &'static str = "herstelMijlpaal";
    const RECHT: Recht = Recht::PlanWijzigen;
    type Uitkomst = MijlpaalId;

    async fn bereik(&self, _tx: &WriteTx) -> Result<Bereik, Fout> {
        Ok(Bereik::Alles)
    }

    async fn apply(&self, tx: &mut WriteTx) -> Result<MijlpaalId, Fout> {
        let known = tx.world().integratie.mijlpalen.get(&self.mijlpaal);
        let mut mijlpaal: Mijlpaal = known.ok_or_else(|| Fout::niet_gevonden("Deze mijlpaal"))?.as_ref().clone();
        if !mijlpaal.vervallen {
            return Ok(mijlpaal.id);
        }
        let mut mijlpalen = queries::mijlpalen(tx.world(), &mijlpaal.traject);
        mijlpaal.vervallen = false;
        mijlpaal.na.retain(|na| mijlpalen.iter().any(|een| een.id == na.mijlpaal));
        mijlpalen.push(mijlpaal.clone());
        toets_netwerk(&mijlpalen)?;
        tx.save(mijlpaal.rij()?);
        let (traject, id, na) = (mijlpaal.traject, mijlpaal.id.clone(), mijlpaal.na);
        record(tx, Gebeurtenis::MijlpaalHersteld { traject, mijlpaal: mijlpaal.id, na })?;
        Ok(id)
    }
}
