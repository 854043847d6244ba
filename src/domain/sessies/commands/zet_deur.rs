use serde::Serialize;

use super::*;
use crate::domain::{
    command::Command,
    rechten::{Bereik, Recht},
};

/// Lets everyone in who has the code, or those who are approved, or nobody any more.
#[derive(Debug, Serialize)]
pub struct ZetDeur {
    pub sessie: SessieId,
    pub deur: Deurstand,
}

impl Command for ZetDeur {
    const NAAM: &'static str = "zetDeur";
    const RECHT: Recht = Recht::SessiesLeiden;
    type Uitkomst = SessieId;

    async fn bereik(&self, _tx: &WriteTx) -> Result<Bereik, Fout> {
        Ok(Bereik::Alles)
    }

    async fn apply(&self, tx: &mut WriteTx) -> Result<SessieId, Fout> {
        let mut sessie = te_leiden(tx, self.sessie)?;
        if sessie.deur == self.deur {
            return Ok(sessie.id);
        }
        sessie.deur = self.deur;
        werk_bij(tx, sessie, Daad::DeurGezet)
    }
}
