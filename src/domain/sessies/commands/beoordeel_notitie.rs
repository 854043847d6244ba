use serde::Serialize;

use super::*;
use crate::domain::{
    command::Command,
    rechten::{Bereik, Recht},
};

/// Puts a note on the board, or leaves it out.
#[derive(Debug, Serialize)]
pub struct BeoordeelNotitie {
    pub notitie: NotitieId,
    pub tonen: Oordeel,
}

impl Command for BeoordeelNotitie {
    const NAAM: &'static str = "beoordeelNotitie";
    const RECHT: Recht = Recht::SessiesLeiden;
    type Uitkomst = NotitieId;

    async fn bereik(&self, _tx: &WriteTx) -> Result<Bereik, Fout> {
        Ok(Bereik::Alles)
    }

    async fn apply(&self, tx: &mut WriteTx) -> Result<NotitieId, Fout> {
        let (bord, oud) = queries::notitie(tx.world(), self.notitie)?;
        te_leiden(tx, bord.sessie.id)?.toets_bezig()?;
        let stand = match self.tonen {
            Oordeel::Tonen => Notitiestand::Zichtbaar,
            Oordeel::Weglaten => Notitiestand::Verborgen,
        };
        if matches!(oud.stand, Notitiestand::Ingetrokken | Notitiestand::Gewist) {
            return Err(Fout::niet_gevonden("Deze notitie"));
        }
        if oud.stand == stand {
            return Ok(oud.id);
        }
        werk_notitie_bij(tx, Notitiedaad::Beoordeeld, Notitie { stand, ..oud })
    }
}
