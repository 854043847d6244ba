use serde::Serialize;

use super::{bereik_van_punt, bewaar_punt};
use crate::domain::{
    command::{Command, WriteTx},
    fout::Fout,
    integratie::{Zienswijzepunt, ZienswijzepuntId, punt_van, queries, thema_van},
    organisatie::PersoonId,
    rechten::{Bereik, Recht},
};

/// Changes what a council said, under which theme, or withdraws it.
#[derive(Debug, Serialize)]
pub struct WijzigZienswijzepunt {
    pub punt: ZienswijzepuntId,
    pub verwachte_versie: i32,
    pub thema: Option<String>,
    pub tekst: Option<String>,
    pub ingetrokken: Option<bool>,
}

impl Command for WijzigZienswijzepunt {
    const NAAM: &'static str = "wijzigZienswijzepunt";
    const RECHT: Recht = Recht::BesluitInvullen;
    type Uitkomst = ZienswijzepuntId;

    async fn bereik(&self, tx: &WriteTx) -> Result<Bereik, Fout> {
        bereik_van_punt(tx, self.punt)
    }

    async fn apply(&self, tx: &mut WriteTx) -> Result<ZienswijzepuntId, Fout> {
        let van = queries::zienswijzepunt(tx.world(), self.punt)?;
        let door = tx.actor().map(PersoonId);
        van.toets_versie(self.verwachte_versie, door)?;
        let naar = Zienswijzepunt {
            thema: self.thema.as_deref().map(thema_van).transpose()?.unwrap_or_else(|| van.thema.clone()),
            punt: self.tekst.as_deref().map(punt_van).transpose()?.unwrap_or_else(|| van.punt.clone()),
            ingetrokken: self.ingetrokken.unwrap_or(van.ingetrokken),
            ..van.clone()
        };
        bewaar_punt(tx, van, naar)
    }
}
