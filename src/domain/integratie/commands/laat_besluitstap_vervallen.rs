use serde::Serialize;

use super::{bewaar_stappen, is_ingevuld};
use crate::domain::{
    command::{Command, WriteTx},
    fout::{Code, Fout},
    integratie::{StapId, Stapwijziging, queries},
    rechten::{Bereik, Recht},
};

/// Takes a step out of a decision; refused once a gemeente filled it in.
#[derive(Debug, Serialize)]
pub struct LaatBesluitstapVervallen {
    pub stap: StapId,
}

impl Command for LaatBesluitstapVervallen {
    const NAAM: &'static str = "laatBesluitstapVervallen";
    const RECHT: Recht = Recht::TrajectInrichten;
    type Uitkomst = StapId;

    async fn bereik(&self, _tx: &WriteTx) -> Result<Bereik, Fout> {
        Ok(Bereik::Alles)
    }

    async fn apply(&self, tx: &mut WriteTx) -> Result<StapId, Fout> {
        let mut besluit = queries::besluit_met(tx.world(), &self.stap)?;
        if is_ingevuld(tx, &self.stap) {
            let bericht = "In deze stap is al iets ingevuld. Zij blijft staan, zodat dat niet verloren gaat.";
            return Err(Fout::bij(Code::NietInDezeFase, "id", bericht));
        }
        let Some(plaats) = besluit.stappen.iter().position(|stap| stap.id == self.stap) else {
            return Err(Fout::niet_gevonden("Deze stap"));
        };
        let naam = besluit.stappen.remove(plaats).naam;
        if besluit.stappen.is_empty() {
            let bericht = "Dit is de enige stap van het besluit. Voeg eerst een andere toe.";
            return Err(Fout::bij(Code::NietInDezeFase, "id", bericht));
        }
        bewaar_stappen(tx, besluit, self.stap.clone(), naam, Stapwijziging::Vervallen)
    }
}
