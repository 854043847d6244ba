use serde::Serialize;

use super::{Rij, toets_attribuut};
use crate::domain::{
    command::{Command, WriteTx, record},
    contracten::{Attribuut, AttribuutId, AttribuutInhoud, Gebeurtenis},
    fout::Fout,
    organisatie::{Herkomst, PersoonId},
    rechten::{Bereik, Recht},
};

/// Lays down an attribute to compare. Done once: what people made of it since is never overwritten.
#[derive(Debug, Serialize)]
pub struct LegAttribuutVast {
    pub id: AttribuutId,
    pub inhoud: AttribuutInhoud,
    pub plaats: i32,
    pub herkomst: Herkomst,
}

impl Command for LegAttribuutVast {
    const NAAM: &'static str = "legAttribuutVast";
    const RECHT: Recht = Recht::FeitenVastleggen;
    type Uitkomst = AttribuutId;

    async fn bereik(&self, _tx: &WriteTx) -> Result<Bereik, Fout> {
        Ok(Bereik::Alles)
    }

    async fn apply(&self, tx: &mut WriteTx) -> Result<AttribuutId, Fout> {
        if tx.world().contracten.attributen.contains_key(&self.id) {
            return Ok(self.id.clone());
        }
        let inhoud = self.inhoud.clone().getoetst()?;
        toets_attribuut(tx, &inhoud)?;
        let attribuut = Attribuut {
            id: self.id.clone(),
            inhoud,
            plaats: self.plaats,
            herkomst: Some(self.herkomst.clone()),
            versie: 1,
            door: tx.actor().map(PersoonId),
            op: tx.now(),
        };
        tx.save(attribuut.rij()?);
        record(tx, Gebeurtenis::AttribuutVastgelegd { attribuut: Box::new(attribuut) })?;
        Ok(self.id.clone())
    }
}
