use serde::Serialize;

use super::{Rij, queries, toets_eigenaar};
use crate::domain::{
    afspraken::{Behandeling, Gebeurtenis, Signaal, SignaalId},
    command::{Command, WriteTx, record},
    fout::Fout,
    organisatie::PersoonId,
    rechten::{Bereik, Recht},
};

/// Gives a signal an owner and an answer, and says when whoever raised it heard it.
#[derive(Debug, Serialize)]
pub struct BehandelSignaal {
    pub signaal: SignaalId,
    pub verwachte_versie: i32,
    pub behandeling: Behandeling,
}

impl Command for BehandelSignaal {
    const NAAM: &'static str = "behandelSignaal";
    const RECHT: Recht = Recht::SignaalBehandelen;
    type Uitkomst = SignaalId;

    async fn bereik(&self, _tx: &WriteTx) -> Result<Bereik, Fout> {
        Ok(Bereik::Alles)
    }

    async fn apply(&self, tx: &mut WriteTx) -> Result<SignaalId, Fout> {
        let oud = queries::signaal(tx.world(), self.signaal)?;
        let door = tx.actor().map(PersoonId);
        oud.toets_versie(self.verwachte_versie, door)?;
        let behandeling = self.behandeling.clone().getoetst()?;
        if let Some(eigenaar) = behandeling.eigenaar {
            toets_eigenaar(tx, eigenaar)?;
        }
        if behandeling == oud.behandeling {
            return Ok(oud.id);
        }
        let van = oud.behandeling.clone();
        let naar = Signaal { behandeling, versie: oud.versie + 1, door, op: tx.now(), ..oud };
        tx.save(naar.rij()?);
        let id = naar.id;
        record(tx, Gebeurtenis::SignaalBehandeld { van, naar: Box::new(naar) })?;
        Ok(id)
    }
}
