use serde::Serialize;

use super::{Rij, queries, toets_eigenaar};
use crate::domain::{
    afspraken::{Afwijking, AfwijkingId, AfwijkingInhoud, Gebeurtenis},
    command::{Command, WriteTx, record},
    fout::Fout,
    organisatie::PersoonId,
    rechten::{Bereik, Recht},
};

/// Changes a deviation, or ends it.
#[derive(Debug, Serialize)]
pub struct WijzigAfwijking {
    pub afwijking: AfwijkingId,
    pub verwachte_versie: i32,
    pub inhoud: AfwijkingInhoud,
}

impl Command for WijzigAfwijking {
    const NAAM: &'static str = "wijzigAfwijking";
    const RECHT: Recht = Recht::AfwijkingVastleggen;
    type Uitkomst = AfwijkingId;

    async fn bereik(&self, tx: &WriteTx) -> Result<Bereik, Fout> {
        Ok(Bereik::Gemeenten(vec![queries::afwijking(tx.world(), self.afwijking)?.gemeente]))
    }

    async fn apply(&self, tx: &mut WriteTx) -> Result<AfwijkingId, Fout> {
        let oud = queries::afwijking(tx.world(), self.afwijking)?;
        let door = tx.actor().map(PersoonId);
        oud.toets_versie(self.verwachte_versie, door)?;
        let inhoud = self.inhoud.clone().getoetst()?;
        toets_eigenaar(tx, inhoud.eigenaar)?;
        if inhoud == oud.inhoud {
            return Ok(oud.id);
        }
        let van = Box::new(oud.inhoud.clone());
        let naar = Afwijking { inhoud, versie: oud.versie + 1, door, op: tx.now(), ..oud };
        tx.save(naar.rij()?);
        let id = naar.id;
        record(tx, Gebeurtenis::AfwijkingGewijzigd { van, naar: Box::new(naar) })?;
        Ok(id)
    }
}
