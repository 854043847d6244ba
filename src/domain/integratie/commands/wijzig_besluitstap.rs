use serde::Serialize;

use super::{bewaar_stappen, is_ingevuld, toets_stap};
use crate::domain::{
    command::{Command, WriteTx},
    fout::{Code, Fout},
    integratie::{StapId, StapInhoud, Stapwijziging, queries},
    rechten::{Bereik, Recht},
};

/// Says what a step of a decision is from now on.
///
/// Refused when it is no longer what one saw, or when it would become of another kind after a gemeente filled it in.
#[derive(Debug, Serialize)]
pub struct WijzigBesluitstap {
    pub stap: StapId,
    pub verwacht: StapInhoud,
    pub inhoud: StapInhoud,
}

impl Command for WijzigBesluitstap {
    const NAAM: &'static str = "wijzigBesluitstap";
    const RECHT: Recht = Recht::TrajectInrichten;
    type Uitkomst = StapId;

    async fn bereik(&self, _tx: &WriteTx) -> Result<Bereik, Fout> {
        Ok(Bereik::Alles)
    }

    async fn apply(&self, tx: &mut WriteTx) -> Result<StapId, Fout> {
        let mut besluit = queries::besluit_met(tx.world(), &self.stap)?;
        let stap = besluit.stap(&self.stap).ok_or_else(|| Fout::niet_gevonden("Deze stap"))?;
        let (nu, naar) = (stap.inhoud(), self.inhoud.clone().getoetst()?);
        if nu == naar {
            return Ok(self.stap.clone());
        }
        if nu != self.verwacht {
            let bericht = "Een ander heeft deze stap net gewijzigd. Kijk wat er nu staat en probeer het opnieuw.";
            return Err(Fout::bij(Code::VersieVerouderd, "naam", bericht));
        }
        if nu.soort != naar.soort && is_ingevuld(tx, &self.stap) {
            let bericht = "In deze stap is al iets ingevuld. Laat de soort zoals zij is, of maak een nieuwe stap.";
            return Err(Fout::bij(Code::NietInDezeFase, "soort", bericht));
        }
        toets_stap(tx, &besluit.traject, &naar)?;
        let naam = naar.naam.clone();
        besluit.wijzig_stap(&self.stap, naar)?;
        bewaar_stappen(tx, besluit, self.stap.clone(), naam, Stapwijziging::Gewijzigd)
    }
}
