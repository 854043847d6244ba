use serde::Serialize;

use super::*;
use crate::domain::{
    command::Command,
    rechten::{Bereik, Recht},
};

/// Gives a group another name.
#[derive(Debug, Serialize)]
pub struct HernoemGroep {
    pub groep: NotitiegroepId,
    pub naam: String,
}

impl Command for HernoemGroep {
    const NAAM: &'static str = "hernoemGroep";
    const RECHT: Recht = Recht::SessiesLeiden;
    type Uitkomst = NotitiegroepId;

    async fn bereik(&self, _tx: &WriteTx) -> Result<Bereik, Fout> {
        Ok(Bereik::Alles)
    }

    async fn apply(&self, tx: &mut WriteTx) -> Result<NotitiegroepId, Fout> {
        let (bord, oud) = queries::groep(tx.world(), self.groep)?;
        te_leiden(tx, bord.sessie.id)?.toets_bezig()?;
        let naam = groepsnaam(&self.naam)?;
        if naam == oud.naam {
            return Ok(oud.id);
        }
        let nieuw = Groep { naam, ..oud };
        werk_notities_bij(tx, bord.sessie.id, Notitiedaad::GroepHernoemd, Vec::new(), vec![nieuw])?;
        Ok(self.groep)
    }
}
