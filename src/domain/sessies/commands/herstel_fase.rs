use serde::Serialize;

use super::*;
use crate::domain::{
    command::Command,
    rechten::{Bereik, Recht},
};

/// Brings back the notes that went when a phase began anew.
#[derive(Debug, Serialize)]
pub struct HerstelFase {
    pub sessie: SessieId,
    pub fase: FaseId,
}

impl Command for HerstelFase {
    const NAAM: &'static str = "herstelFase";
    const RECHT: Recht = Recht::SessiesLeiden;
    type Uitkomst = SessieId;

    async fn bereik(&self, _tx: &WriteTx) -> Result<Bereik, Fout> {
        Ok(Bereik::Alles)
    }

    async fn apply(&self, tx: &mut WriteTx) -> Result<SessieId, Fout> {
        let bord = queries::bord(tx.world(), self.sessie)?;
        let sessie = te_leiden(tx, self.sessie)?;
        sessie.toets_bezig()?;
        let gewist =
            bord.notities.values().filter(|notitie| notitie.fase == self.fase && notitie.stand == Notitiestand::Gewist);
        let stand = if sessie.modereren { Notitiestand::Wacht } else { Notitiestand::Zichtbaar };
        let terug = gewist.map(|notitie| Notitie { stand, ..(**notitie).clone() }).collect();
        werk_notities_bij(tx, sessie.id, Notitiedaad::FaseHersteld, terug, Vec::new())?;
        Ok(sessie.id)
    }
}
