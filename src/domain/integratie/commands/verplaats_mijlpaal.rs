use serde::Serialize;

use crate::domain::{
    command::{Command, WriteTx, record},
    fout::{Code, Fout},
    integratie::{Gebeurtenis, MijlpaalId, Periode, queries, rijen::Rij, verplaatsing},
    rechten::{Bereik, Recht},
};

/// Plans a milestone on other days; those that wait for it move along as far as they must.
///
/// Refused when it no longer stands on the days one saw.
#[derive(Debug, Serialize)]
pub struct VerplaatsMijlpaal {
    pub mijlpaal: MijlpaalId,
    pub verwacht: Periode,
    pub naar: Periode,
}

impl Command for VerplaatsMijlpaal {
    const NAAM: &'static str = "verplaatsMijlpaal";
    const RECHT: Recht = Recht::PlanWijzigen;
    type Uitkomst = MijlpaalId;

    async fn bereik(&self, _tx: &WriteTx) -> Result<Bereik, Fout> {
        Ok(Bereik::Alles)
    }

    async fn apply(&self, tx: &mut WriteTx) -> Result<MijlpaalId, Fout> {
        let mijlpaal = queries::mijlpaal(tx.world(), &self.mijlpaal)?;
        let nu = Periode { van: mijlpaal.van, tot: mijlpaal.tot };
        if nu == self.naar {
            return Ok(mijlpaal.id);
        }
        if nu != self.verwacht {
            let bericht =
                "Een ander heeft deze mijlpaal net verplaatst. Kijk waar zij nu staat en probeer het opnieuw.";
            return Err(Fout::bij(Code::VersieVerouderd, "van", bericht));
        }
        let mut mijlpalen = queries::mijlpalen(tx.world(), &mijlpaal.traject);
        let verschuivingen = verplaatsing(&mijlpalen, &self.mijlpaal, self.naar)?;
        for verschuiving in &verschuivingen {
            let Some(een) = mijlpalen.iter_mut().find(|een| een.id == verschuiving.mijlpaal) else { continue };
            (een.van, een.tot) = (verschuiving.naar.van, verschuiving.naar.tot);
            tx.save(een.rij()?);
        }
        let (traject, id) = (mijlpaal.traject, mijlpaal.id.clone());
        record(tx, Gebeurtenis::MijlpaalVerplaatst { traject, mijlpaal: mijlpaal.id, verschuivingen })?;
        Ok(id)
    }
}
