use serde::Serialize;

use super::{bewaar_kaartplek, kaartplek};
use crate::domain::{
    command::{Command, WriteTx},
    fout::{Code, Fout},
    organisatie::{GroepId, Invloedsring, Kaartdeel, Kaartplek, PersoonId, StakeholderId},
    rechten::{Bereik, Recht},
};

/// Moves a stakeholder on the map to another ring or group. Refused when somebody else moved it since
/// `verwachte_versie`; 0 when nobody had changed anything.
#[derive(Debug, Serialize)]
pub struct VerplaatsStakeholder {
    pub stakeholder: StakeholderId,
    pub verwachte_versie: i32,
    pub groep: GroepId,
    pub ring: Invloedsring,
    /// `None`: who puts it in a ring stands for that.
    pub zeker: Option<bool>,
}

impl Command for VerplaatsStakeholder {
    const NAAM: &'static str = "verplaatsStakeholder";
    const RECHT: Recht = Recht::StakeholdersBeheren;
    type Uitkomst = StakeholderId;

    async fn bereik(&self, _tx: &WriteTx) -> Result<Bereik, Fout> {
        Ok(Bereik::Alles)
    }

    async fn apply(&self, tx: &mut WriteTx) -> Result<StakeholderId, Fout> {
        let (_, van) = kaartplek(tx, &self.stakeholder)?;
        van.toets_op_kaart()?;
        van.toets_versie(Kaartdeel::Plek, self.verwachte_versie, tx.actor().map(PersoonId))?;
        if !tx.world().organisatie.groepen.contains_key(&self.groep) {
            return Err(Fout::bij(Code::NietGevonden, "groep", "Deze groep bestaat niet. Kies een andere."));
        }
        let geplaatst = self.ring != Invloedsring::Onzeker;
        if self.zeker == Some(true) && !geplaatst {
            let bericht = "Zonder ring is de plek niet zeker. Kies eerst een ring.";
            return Err(Fout::bij(Code::OngeldigeWaarde, "zeker", bericht));
        }
        let zeker = self.zeker.unwrap_or(geplaatst);
        let naar = Kaartplek { groep: self.groep.clone(), ring: self.ring, zeker, ..van.clone() };
        bewaar_kaartplek(tx, Kaartdeel::Plek, van, naar)
    }
}
