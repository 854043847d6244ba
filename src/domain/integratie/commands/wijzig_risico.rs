use serde::Serialize;

use super::toets_banden;
use crate::domain::{
    command::{Command, WriteTx, record},
    fout::Fout,
    integratie::{Gebeurtenis, Risico, RisicoId, RisicoInhoud, queries, rijen::Rij},
    organisatie::PersoonId,
    rechten::{Bereik, Recht},
};

/// Weighs a risk anew, changes what is done about it, closes or opens it.
#[derive(Debug, Serialize)]
pub struct WijzigRisico {
    pub risico: RisicoId,
    pub verwachte_versie: i32,
    pub inhoud: RisicoInhoud,
}

impl Command for WijzigRisico {
    const NAAM: &'static str = "wijzigRisico";
    const RECHT: Recht = Recht::RisicosBeheren;
    type Uitkomst = RisicoId;

    async fn bereik(&self, _tx: &WriteTx) -> Result<Bereik, Fout> {
        Ok(Bereik::Alles)
    }

    async fn apply(&self, tx: &mut WriteTx) -> Result<RisicoId, Fout> {
        let oud = queries::risico(tx.world(), self.risico)?;
        let door = tx.actor().map(PersoonId);
        oud.toets_versie(self.verwachte_versie, door)?;
        let inhoud = self.inhoud.clone().getoetst()?;
        toets_banden(tx, &oud.traject, &inhoud)?;
        if inhoud == oud.inhoud {
            return Ok(oud.id);
        }
        let (id, van) = (oud.id, Box::new(oud.inhoud.clone()));
        let naar = Risico { inhoud, versie: oud.versie + 1, door, op: tx.now(), ..oud };
        tx.save(naar.rij()?);
        record(tx, Gebeurtenis::RisicoGewijzigd { van, naar: Box::new(naar) })?;
        Ok(id)
    }
}
