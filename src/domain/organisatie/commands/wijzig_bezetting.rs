use jiff::civil::Date;
use serde::Serialize;

use super::bereik_van_gemeente;
use crate::domain::{
    command::{Command, WriteTx, record},
    fout::Fout,
    organisatie::{Bezetting, BezettingId, Gebeurtenis, PersoonId},
    rechten::{Bereik, Recht},
};

/// Changes from when to when someone holds a role, under which function, and who stands in. Ending is an end date.
#[derive(Debug, Serialize)]
pub struct WijzigBezetting {
    pub bezetting: BezettingId,
    pub verwachte_versie: i32,
    pub functie: String,
    pub van: Date,
    pub tot: Option<Date>,
    pub vervanger: Option<PersoonId>,
}

impl WijzigBezetting {
    fn oud(&self, tx: &WriteTx) -> Result<Bezetting, Fout> {
        let oud = tx.world().organisatie.bezettingen.get(&self.bezetting);
        Ok(oud.ok_or_else(|| Fout::niet_gevonden("Deze bezetting"))?.as_ref().clone())
    }
}

impl Command for WijzigBezetting {
    const NAAM: &'static str = "wijzigBezetting";
    const RECHT: Recht = Recht::RollenBezetten;
    type Uitkomst = BezettingId;

    async fn bereik(&self, tx: &WriteTx) -> Result<Bereik, Fout> {
        Ok(bereik_van_gemeente(self.oud(tx)?.gemeente.as_ref()))
    }

    async fn apply(&self, tx: &mut WriteTx) -> Result<BezettingId, Fout> {
        let oud = self.oud(tx)?;
        let door = tx.actor().map(PersoonId);
        oud.toets_versie(self.verwachte_versie, door)?;
        let (functie, van, tot, vervanger) = (self.functie.clone(), self.van, self.tot, self.vervanger);
        let naar = Bezetting { functie, van, tot, vervanger, ..oud.clone() }.getoetst(&tx.world().organisatie)?;
        if naar == oud {
            return Ok(oud.id);
        }
        let naar = Bezetting { versie: oud.versie + 1, door, op: tx.now(), ..naar };
        tx.save(naar.rij()?);
        record(tx, Gebeurtenis::BezettingVastgelegd { van: Some(Box::new(oud)), naar: Box::new(naar) })?;
        Ok(self.bezetting)
    }
}
