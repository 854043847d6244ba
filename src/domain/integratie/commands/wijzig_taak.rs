use serde::Serialize;

use super::{bereik_van_taak, open_taak, toets_verwijzingen};
use crate::domain::{
    command::{Command, WriteTx, record},
    fout::Fout,
    integratie::{Gebeurtenis, TaakId, Wens, rijen::Rij},
    organisatie::PersoonId,
    rechten::{Bereik, Recht},
};

/// Changes fields of a task; clashes only with someone else's later change of the same field.
#[derive(Debug, Serialize)]
pub struct WijzigTaak {
    pub taak: TaakId,
    pub verwachte_versie: i32,
    pub wens: Wens,
}

impl Command for WijzigTaak {
    const NAAM: &'static str = "wijzigTaak";
    const RECHT: Recht = Recht::TaakWijzigen;
    type Uitkomst = TaakId;

    async fn bereik(&self, tx: &WriteTx) -> Result<Bereik, Fout> {
        bereik_van_taak(tx, self.taak)
    }

    async fn apply(&self, tx: &mut WriteTx) -> Result<TaakId, Fout> {
        let (mut taak, traject) = open_taak(tx, self.taak)?;
        let wens = self.wens.clone().getoetst()?;
        toets_verwijzingen(tx, &traject, &wens)?;
        let door = tx.actor().map(PersoonId);
        let wijzigingen = taak.wijzigingen(&wens, self.verwachte_versie, door)?;
        if wijzigingen.is_empty() {
            return Ok(taak.id);
        }
        let versie = taak.versie + 1;
        taak.wijzig(&wijzigingen, versie, door);
        taak.toets_herhaling(&wijzigingen)?;
        tx.save(taak.rij()?);
        record(tx, Gebeurtenis::TaakGewijzigd { traject: traject.id.clone(), taak: taak.id, versie, wijzigingen })?;
        Ok(taak.id)
    }
}
