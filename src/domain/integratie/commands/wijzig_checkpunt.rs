use serde::Serialize;

use super::{bereik_van_taak, open_taak};
use crate::domain::{
    command::{Command, WriteTx, record},
    fout::Fout,
    integratie::{Checkpunt, CheckpuntId, Gebeurtenis, TaakId, checkpunt_van, queries, rijen::Rij},
    rechten::{Bereik, Recht},
};

/// Ticks an item off, opens it again, or changes its text.
#[derive(Debug, Serialize)]
pub struct WijzigCheckpunt {
    pub checkpunt: CheckpuntId,
    pub tekst: Option<String>,
    pub af: Option<bool>,
}

impl Command for WijzigCheckpunt {
    const NAAM: &'static str = "wijzigCheckpunt";
    const RECHT: Recht = Recht::TaakWijzigen;
    type Uitkomst = TaakId;

    async fn bereik(&self, tx: &WriteTx) -> Result<Bereik, Fout> {
        let checkpunt = queries::checkpunt(tx.world(), self.checkpunt)?;
        bereik_van_taak(tx, checkpunt.taak)
    }

    async fn apply(&self, tx: &mut WriteTx) -> Result<TaakId, Fout> {
        let van = queries::checkpunt(tx.world(), self.checkpunt)?;
        if van.verwijderd {
            return Err(Fout::niet_gevonden("Dit checkpunt"));
        }
        let (taak, traject) = open_taak(tx, van.taak)?;
        let tekst = self.tekst.as_deref().map(checkpunt_van).transpose()?;
        let naar = Checkpunt {
            tekst: tekst.unwrap_or_else(|| van.tekst.clone()),
            af: self.af.unwrap_or(van.af),
            ..van.clone()
        };
        if naar == van {
            return Ok(taak.id);
        }
        tx.save(naar.rij()?);
        record(tx, Gebeurtenis::CheckpuntGewijzigd { traject: traject.id.clone(), van, naar })?;
        Ok(taak.id)
    }
}
