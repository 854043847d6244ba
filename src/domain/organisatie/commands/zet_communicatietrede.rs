use serde::Serialize;

use super::{bewaar_kaartplek, kaartplek};
use crate::domain::{
    command::{Command, WriteTx},
    fout::Fout,
    organisatie::{Communicatietrede, Kaartdeel, Kaartplek, PersoonId, StakeholderId},
    rechten::{Bereik, Recht},
};

/// Says how far communication with a stakeholder is, and how far it should come. `None` stays as it is, `Some(None)` is
/// unknown.
#[derive(Debug, Serialize)]
pub struct ZetCommunicatietrede {
    pub stakeholder: StakeholderId,
    pub verwachte_versie: i32,
    pub nu: Option<Option<Communicatietrede>>,
    pub gewenst: Option<Option<Communicatietrede>>,
}

impl Command for ZetCommunicatietrede {
    const NAAM: &'static str = "zetCommunicatietrede";
    const RECHT: Recht = Recht::StakeholdersBeheren;
    type Uitkomst = StakeholderId;

    async fn bereik(&self, _tx: &WriteTx) -> Result<Bereik, Fout> {
        Ok(Bereik::Alles)
    }

    async fn apply(&self, tx: &mut WriteTx) -> Result<StakeholderId, Fout> {
        let (_, van) = kaartplek(tx, &self.stakeholder)?;
        van.toets_op_kaart()?;
        van.toets_versie(Kaartdeel::Trede, self.verwachte_versie, tx.actor().map(PersoonId))?;
        let naar = Kaartplek {
            trede_nu: self.nu.unwrap_or(van.trede_nu),
            trede_gewenst: self.gewenst.unwrap_or(van.trede_gewenst),
            ..van.clone()
        };
        bewaar_kaartplek(tx, Kaartdeel::Trede, van, naar)
    }
}
