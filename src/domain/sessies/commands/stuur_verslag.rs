use std::collections::BTreeSet;

use serde::Serialize;

use super::*;
use crate::domain::{
    command::Command,
    rechten::{Bereik, Recht},
};

/// More people than this is a newsletter.
const MAX_ONTVANGERS: usize = 100;

/// Sends the report to these people, and to nobody else: each is named by the one who sends it.
#[derive(Debug, Serialize)]
pub struct StuurVerslag {
    pub sessie: SessieId,
    pub aan: BTreeSet<PersoonId>,
}

impl Command for StuurVerslag {
    const NAAM: &'static str = "stuurVerslag";
    const RECHT: Recht = Recht::SessiesLeiden;
    type Uitkomst = SessieId;

    async fn bereik(&self, _tx: &WriteTx) -> Result<Bereik, Fout> {
        Ok(Bereik::Alles)
    }

    async fn apply(&self, tx: &mut WriteTx) -> Result<SessieId, Fout> {
        let mut sessie = te_leiden(tx, self.sessie)?;
        if sessie.stand != Sessiestand::Afgerond {
            let bericht = "Het verslag is nog niet klaar. Rond de sessie eerst af.";
            return Err(Fout::new(Code::NietInDezeFase, bericht));
        }
        if self.aan.is_empty() {
            return Err(Fout::bij(Code::Verplicht, "aan", "Kies wie het verslag krijgt."));
        }
        if self.aan.len() > MAX_ONTVANGERS {
            return Err(Fout::bij(Code::TeGroot, "aan", "Stuur het verslag aan hooguit honderd mensen tegelijk."));
        }
        if self.aan.iter().any(|id| !tx.world().organisatie.is_actief(*id)) {
            let bericht = "Een van deze personen werkt niet (meer) in de hub. Kies opnieuw.";
            return Err(Fout::bij(Code::NietGevonden, "aan", bericht));
        }
        let verzending =
            Verzending { sessie: sessie.id, aan: self.aan.clone(), door: tx.actor().map(PersoonId), op: tx.now() };
        sessie.verzendingen.push(verzending.clone());
        tx.save(sessie.rij()?);
        record(tx, Gebeurtenis::VerslagGestuurd { verzending: Box::new(verzending) })?;
        Ok(sessie.id)
    }
}
