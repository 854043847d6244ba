use serde::Serialize;

use super::*;
use crate::domain::{
    command::Command,
    rechten::{Bereik, Recht},
};

/// Puts a note in a group, or takes it out.
#[derive(Debug, Serialize)]
pub struct VerplaatsNotitie {
    pub notitie: NotitieId,
    pub groep: Option<NotitiegroepId>,
}

impl Command for VerplaatsNotitie {
    const NAAM: &'static str = "verplaatsNotitie";
    const RECHT: Recht = Recht::SessiesLeiden;
    type Uitkomst = NotitieId;

    async fn bereik(&self, _tx: &WriteTx) -> Result<Bereik, Fout> {
        Ok(Bereik::Alles)
    }

    async fn apply(&self, tx: &mut WriteTx) -> Result<NotitieId, Fout> {
        let (bord, oud) = queries::notitie(tx.world(), self.notitie)?;
        te_leiden(tx, bord.sessie.id)?.toets_bezig()?;
        if let Some(groep) = self.groep
            && queries::groep(tx.world(), groep)?.1.sessie != bord.sessie.id
        {
            return Err(Fout::bij(Code::AnderBord, "groep", "Deze groep hoort bij een andere sessie."));
        }
        if !bord.is_zichtbaar(&oud) {
            return Err(Fout::niet_gevonden("Deze notitie"));
        }
        if oud.groep == self.groep {
            return Ok(oud.id);
        }
        let verlaten = oud.groep;
        let nieuw = Notitie { groep: self.groep, ..oud };
        let leeg = lege_groep(&bord, verlaten, nieuw.id);
        let (id, sessie) = (nieuw.id, bord.sessie.id);
        werk_notities_bij(tx, sessie, Notitiedaad::Verplaatst, vec![nieuw], leeg)?;
        Ok(id)
    }
}
