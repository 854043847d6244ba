use serde::Serialize;

use super::Rij;
use crate::domain::{
    command::{Command, WriteTx, record},
    contracten::{Gebeurtenis, Inwoners},
    fout::{Code, Fout},
    organisatie::GemeenteId,
    rechten::{Bereik, Recht},
};

/// Lays down how many residents a gemeente has: what the degree is weighed with.
#[derive(Debug, Serialize)]
pub struct LegInwonersVast {
    pub inwoners: Inwoners,
}

impl Command for LegInwonersVast {
    const NAAM: &'static str = "legInwonersVast";
    const RECHT: Recht = Recht::FeitenVastleggen;
    type Uitkomst = GemeenteId;

    async fn bereik(&self, _tx: &WriteTx) -> Result<Bereik, Fout> {
        Ok(Bereik::Alles)
    }

    async fn apply(&self, tx: &mut WriteTx) -> Result<GemeenteId, Fout> {
        let inwoners = self.inwoners.clone().getoetst()?;
        let gemeente = inwoners.gemeente.clone();
        if !tx.world().organisatie.gemeenten.contains_key(&gemeente) {
            return Err(Fout::bij(Code::NietGevonden, "gemeente", "Deze gemeente bestaat niet. Kies een andere."));
        }
        if tx.world().contracten.inwoners.get(&gemeente).is_some_and(|oud| **oud == inwoners) {
            return Ok(gemeente);
        }
        tx.save(inwoners.rij()?);
        record(tx, Gebeurtenis::InwonersVastgelegd { inwoners })?;
        Ok(gemeente)
    }
}
