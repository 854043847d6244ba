use serde::Serialize;

use super::*;
use crate::domain::{
    command::Command,
    rechten::{Bereik, Recht},
};

/// Takes a group apart; its notes stand alone again.
#[derive(Debug, Serialize)]
pub struct HefGroepOp {
    pub groep: NotitiegroepId,
}

impl Command for HefGroepOp {
    const NAAM: &'static str = "hefGroepOp";
    const RECHT: Recht = Recht::SessiesLeiden;
    type Uitkomst = NotitiegroepId;

    async fn bereik(&self, _tx: &WriteTx) -> Result<Bereik, Fout> {
        Ok(Bereik::Alles)
    }

    async fn apply(&self, tx: &mut WriteTx) -> Result<NotitiegroepId, Fout> {
        let (bord, oud) = queries::groep(tx.world(), self.groep)?;
        te_leiden(tx, bord.sessie.id)?.toets_bezig()?;
        let los = bord.notities.values().filter(|notitie| notitie.groep == Some(oud.id));
        let los = los.map(|notitie| Notitie { groep: None, ..(**notitie).clone() }).collect();
        let nieuw = Groep { opgeheven: true, ..oud };
        werk_notities_bij(tx, bord.sessie.id, Notitiedaad::GroepOpgeheven, los, vec![nieuw])?;
        Ok(self.groep)
    }
}
