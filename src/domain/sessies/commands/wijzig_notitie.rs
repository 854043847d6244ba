use serde::Serialize;

use super::*;
use crate::domain::{
    command::Command,
    rechten::{Bereik, Recht},
};

/// Writes a note anew; only the phone that wrote it can.
#[derive(Debug, Serialize)]
pub struct WijzigNotitie {
    pub notitie: NotitieId,
    #[serde(serialize_with = "als_slot")]
    pub sleutel: String,
    pub tekst: String,
}

impl Command for WijzigNotitie {
    const NAAM: &'static str = "wijzigNotitie";
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
        let tekst = notitietekst(&self.tekst)?;
        if tekst == oud.tekst {
            return Ok(oud.id);
        }
        // Who moderates looks at the new text too.
        let stand = if bord.sessie.modereren { Notitiestand::Wacht } else { oud.stand };
        let nieuw = Notitie { tekst, stand, ..oud };
        werk_notitie_bij(tx, Notitiedaad::Gewijzigd, nieuw)
    }
}
