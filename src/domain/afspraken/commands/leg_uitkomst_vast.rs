use serde::Serialize;

use crate::domain::{
    afspraken::{Gebeurtenis, Uitkomst, UitkomstId, rijen::Rij},
    command::{Command, WriteTx, record},
    fout::Fout,
    rechten::{Bereik, Recht},
};

/// Lays down one of the outcomes that agreements should lead to, or replaces it.
#[derive(Debug, Serialize)]
pub struct LegUitkomstVast {
    pub uitkomst: Uitkomst,
}

impl Command for LegUitkomstVast {
    const NAAM: &'static str = "legUitkomstVast";
    const RECHT: Recht = Recht::FeitenVastleggen;
    type Uitkomst = UitkomstId;

    async fn bereik(&self, _tx: &WriteTx) -> Result<Bereik, Fout> {
        Ok(Bereik::Alles)
    }

    async fn apply(&self, tx: &mut WriteTx) -> Result<UitkomstId, Fout> {
        let id = self.uitkomst.id.clone();
        if tx.world().afspraken.uitkomsten.get(&id).is_some_and(|known| **known == self.uitkomst) {
            return Ok(id);
        }
        tx.save(self.uitkomst.rij()?);
        record(tx, Gebeurtenis::UitkomstVastgelegd { uitkomst: self.uitkomst.clone() })?;
        Ok(id)
    }
}
