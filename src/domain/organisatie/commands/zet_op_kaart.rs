use serde::Serialize;

use super::{bewaar_kaartplek, kaartplek};
use crate::domain::{
    command::{Command, WriteTx},
    fout::Fout,
    invoer,
    organisatie::{Kaartdeel, Kaartplek, MAX_OVER, PersoonId, StakeholderId},
    rechten::{Bereik, Recht},
};

/// Takes a stakeholder off the map, with the reason, or puts it back. Nothing is lost.
#[derive(Debug, Serialize)]
pub struct ZetOpKaart {
    pub stakeholder: StakeholderId,
    pub verwachte_versie: i32,
    pub op_kaart: bool,
    /// Why it goes; only then.
    pub reden: String,
}

impl Command for ZetOpKaart {
    const NAAM: &'static str = "zetOpKaart";
    const RECHT: Recht = Recht::StakeholdersBeheren;
    type Uitkomst = StakeholderId;

    async fn bereik(&self, _tx: &WriteTx) -> Result<Bereik, Fout> {
        Ok(Bereik::Alles)
    }

    async fn apply(&self, tx: &mut WriteTx) -> Result<StakeholderId, Fout> {
        let (_, van) = kaartplek(tx, &self.stakeholder)?;
        van.toets_versie(Kaartdeel::Plek, self.verwachte_versie, tx.actor().map(PersoonId))?;
        let weg = if self.op_kaart { None } else { Some(invoer::tekst("reden", &self.reden, MAX_OVER)?) };
        let naar = Kaartplek { weg, ..van.clone() };
        bewaar_kaartplek(tx, Kaartdeel::Plek, van, naar)
    }
}
