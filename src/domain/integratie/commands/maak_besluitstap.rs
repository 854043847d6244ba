use serde::Serialize;

use super::{bewaar_stappen, toets_stap};
use crate::domain::{
    command::{Command, WriteTx},
    fout::Fout,
    integratie::{BesluitId, StapId, StapInhoud, Stapwijziging, queries},
    rechten::{Bereik, Recht},
};

/// Adds a step to a decision, behind another or as the first.
#[derive(Debug, Serialize)]
pub struct MaakBesluitstap {
    pub besluit: BesluitId,
    pub inhoud: StapInhoud,
    pub na: Option<StapId>,
}

impl Command for MaakBesluitstap {
    const NAAM: &'static str = "maakBesluitstap";
    const RECHT: Recht = Recht::TrajectInrichten;
    type Uitkomst = StapId;

    async fn bereik(&self, _tx: &WriteTx) -> Result<Bereik, Fout> {
        Ok(Bereik::Alles)
    }

    async fn apply(&self, tx: &mut WriteTx) -> Result<StapId, Fout> {
        let mut besluit = queries::besluit(tx.world(), &self.besluit)?;
        let inhoud = self.inhoud.clone().getoetst()?;
        toets_stap(tx, &besluit.traject, &inhoud)?;
        let (id, naam) = (StapId(tx.new_id().to_string()), inhoud.naam.clone());
        besluit.voeg_stap_toe(id.clone(), inhoud, self.na.as_ref())?;
        bewaar_stappen(tx, besluit, id, naam, Stapwijziging::Toegevoegd)
    }
}
