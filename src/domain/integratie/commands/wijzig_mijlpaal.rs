use serde::Serialize;

use super::toets_actoren;
use crate::domain::{
    command::{Command, WriteTx, record},
    fout::{Code, Fout},
    integratie::{Gebeurtenis, MijlpaalId, MijlpaalInhoud, queries, rijen::Rij},
    rechten::{Bereik, Recht},
};

/// Names a milestone anew, or says who is to reach it.
///
/// Refused when it is no longer what one saw.
#[derive(Debug, Serialize)]
pub struct WijzigMijlpaal {
    pub mijlpaal: MijlpaalId,
    pub verwacht: MijlpaalInhoud,
    pub inhoud: MijlpaalInhoud,
}

impl Command for WijzigMijlpaal {
    const NAAM: &'static str = "wijzigMijlpaal";
    const RECHT: Recht = Recht::PlanWijzigen;
    type Uitkomst = MijlpaalId;

    async fn bereik(&self, _tx: &WriteTx) -> Result<Bereik, Fout> {
        Ok(Bereik::Alles)
    }

    async fn apply(&self, tx: &mut WriteTx) -> Result<MijlpaalId, Fout> {
        let mut mijlpaal = queries::mijlpaal(tx.world(), &self.mijlpaal)?;
        let naar = self.inhoud.clone().getoetst()?;
        toets_actoren(tx, &naar.actoren)?;
        let van = mijlpaal.inhoud();
        if van == naar {
            return Ok(mijlpaal.id);
        }
        if van != self.verwacht {
            let bericht = "Een ander heeft deze mijlpaal net gewijzigd. Kijk wat er nu staat en probeer het opnieuw.";
            return Err(Fout::bij(Code::VersieVerouderd, "naam", bericht));
        }
        mijlpaal.zet_inhoud(naar.clone());
        tx.save(mijlpaal.rij()?);
        let (traject, id) = (mijlpaal.traject, mijlpaal.id.clone());
        record(tx, Gebeurtenis::MijlpaalGewijzigd { traject, mijlpaal: mijlpaal.id, van, naar })?;
        Ok(id)
    }
}
