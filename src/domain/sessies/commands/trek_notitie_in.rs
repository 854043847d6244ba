use serde::Serialize;

use super::*;
use crate::domain::{
    command::Command,
    rechten::{Bereik, Recht},
};

/// Takes a note back; only the phone that wrote it can.
#[derive(Debug, Serialize)]
pub struct TrekNotitieIn {
    pub notitie: NotitieId,
    #[serde(serialize_with = "als_slot")]
    pub sleutel: String,
}

impl Command for TrekNotitieIn {
    const NAAM: &'static str = "trekNotitieIn";
    const RECHT: Recht = Recht::SessieMeedoen;
    type Uitkomst = NotitieId;

    async fn bereik(&self, tx: &WriteTx) -> Result<Bereik, Fout> {
        let (bord, _) = queries::notitie(tx.world(), self.notitie)?;
        Ok(Bereik::Sessie(bord.sessie.id))
    }

    async fn apply(&self, tx: &mut WriteTx) -> Result<NotitieId, Fout> {
        let (bord, oud) = queries::notitie(tx.world(), self.notitie)?;
        bord.sessie.toets_bezig()?;
        oud.toets_sleutel(&self.sleutel)?;
        let nieuw = Notitie { stand: Notitiestand::Ingetrokken, ..oud };
        werk_notitie_bij(tx, Notitiedaad::Ingetrokken, nieuw)
    }
}
