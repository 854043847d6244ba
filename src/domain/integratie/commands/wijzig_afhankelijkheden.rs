use serde::Serialize;

use crate::domain::{
    command::{Command, WriteTx, record},
    fout::Fout,
    integratie::{Afhankelijkheid, Gebeurtenis, MijlpaalId, queries, rijen::Rij, toets_netwerk},
    rechten::{Bereik, Recht},
};

/// Sets what a milestone waits for, and how long after.
#[derive(Debug, Serialize)]
pub struct WijzigAfhankelijkheden {
    pub mijlpaal: MijlpaalId,
    pub na: Vec<Afhankelijkheid>,
}

impl Command for WijzigAfhankelijkheden {
    const NAAM: &'static str = "wijzigAfhankelijkheden";
    const RECHT: Recht = Recht::PlanWijzigen;
    type Uitkomst = MijlpaalId;

    async fn bereik(&self, _tx: &WriteTx) -> Result<Bereik, Fout> {
        Ok(Bereik::Alles)
    }

    async fn apply(&self, tx: &mut WriteTx) -> Result<MijlpaalId, Fout> {
        let mut mijlpaal = queries::mijlpaal(tx.world(), &self.mijlpaal)?;
        if mijlpaal.na == self.na {
            return Ok(mijlpaal.id);
        }
        let van = std::mem::replace(&mut mijlpaal.na, self.na.clone());
        mijlpaal.toets()?;
        let mut mijlpalen = queries::mijlpalen(tx.world(), &mijlpaal.traject);
        mijlpalen.retain(|ander| ander.id != mijlpaal.id);
        mijlpalen.push(mijlpaal.clone());
        toets_netwerk(&mijlpalen)?;
        tx.save(mijlpaal.rij()?);
        let id = mijlpaal.id.clone();
        record(
            tx,
            Gebeurtenis::AfhankelijkhedenGewijzigd {
                traject: mijlpaal.traject,
                mijlpaal: mijlpaal.id,
                van,
                naar: self.na.clone(),
            },
        )?;
        Ok(id)
    }
}
