use serde::Serialize;

use super::*;
use crate::domain::{
    command::Command,
    rechten::{Bereik, Recht},
};

/// Keeps a way to run a session, for the next time.
#[derive(Debug, Serialize)]
pub struct BewaarSjabloon {
    pub sjabloon: Sjabloon,
}

impl Command for BewaarSjabloon {
    const NAAM: &'static str = "bewaarSjabloon";
    const RECHT: Recht = Recht::SessiesLeiden;
    type Uitkomst = String;

    async fn bereik(&self, _tx: &WriteTx) -> Result<Bereik, Fout> {
        Ok(Bereik::Alles)
    }

    async fn apply(&self, tx: &mut WriteTx) -> Result<String, Fout> {
        let mut sjabloon = self.sjabloon.clone().getoetst()?;
        if let Some(bekend) = tx.world().sessies.sjablonen.get(&sjabloon.id) {
            let gezien = std::mem::replace(&mut sjabloon.versie, bekend.versie);
            if **bekend == sjabloon {
                return Ok(sjabloon.id);
            }
            if !bekend.eigen && tx.actor().is_some() {
                let bericht = "Dit is een vorm van het huis. Bewaar haar onder een andere naam.";
                return Err(Fout::bij(Code::BestaatAl, "naam", bericht));
            }
            if gezien != bekend.versie && tx.actor().is_some() {
                let bericht = "Een ander heeft dit sjabloon intussen gewijzigd. Bekijk het opnieuw, of bewaar dit als \
                    een nieuw sjabloon.";
                return Err(Fout::new(Code::VersieVerouderd, bericht));
            }
            sjabloon.versie += 1;
        }
        tx.save(sjabloon.rij()?);
        let id = sjabloon.id.clone();
        record(tx, Gebeurtenis::SjabloonBewaard { sjabloon: Box::new(sjabloon) })?;
        Ok(id)
    }
}
