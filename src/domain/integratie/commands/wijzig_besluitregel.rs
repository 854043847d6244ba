use serde::Serialize;

use crate::domain::{
    command::{Command, WriteTx, record},
    fout::{Code, Fout},
    integratie::{Besluitregel, Gebeurtenis, Onderwerp, StapId, queries, rijen::Rij, toets_regel},
    rechten::{Bereik, Recht},
};

/// Sets by which rule the region decides in a step: all, a majority, or by weight.
#[derive(Debug, Serialize)]
pub struct WijzigBesluitregel {
    pub stap: StapId,
    pub regel: Besluitregel,
}

impl Command for WijzigBesluitregel {
    const NAAM: &'static str = "wijzigBesluitregel";
    const RECHT: Recht = Recht::TrajectInrichten;
    type Uitkomst = StapId;

    async fn bereik(&self, _tx: &WriteTx) -> Result<Bereik, Fout> {
        Ok(Bereik::Alles)
    }

    async fn apply(&self, tx: &mut WriteTx) -> Result<StapId, Fout> {
        self.regel.toets()?;
        if let Besluitregel::Gewogen { gewichten, .. } = &self.regel {
            for gemeente in gewichten.keys() {
                if !tx.world().organisatie.gemeenten.contains_key(gemeente) {
                    let bericht = "Deze gemeente bestaat niet. Kies een andere.";
                    return Err(Fout::bij(Code::NietGevonden, "gewichten", bericht));
                }
            }
        }
        let mut besluit = queries::besluit_met(tx.world(), &self.stap)?;
        let stap = besluit.stappen.iter_mut().find(|stap| stap.id == self.stap);
        let stap = stap.ok_or_else(|| Fout::niet_gevonden("Deze stap"))?;
        let sleutel = (besluit.traject.clone(), Onderwerp::Besluit(besluit.id.clone()));
        let aard = tx.world().integratie.autonomie.get(&sleutel).and_then(|een| een.aard);
        toets_regel(aard, stap, &self.regel)?;
        if stap.regel == self.regel {
            return Ok(self.stap.clone());
        }
        let van = std::mem::replace(&mut stap.regel, self.regel.clone());
        tx.save(besluit.rij()?);
        let (stap, naar) = (self.stap.clone(), self.regel.clone());
        record(
            tx,
            Gebeurtenis::BesluitregelGewijzigd { traject: besluit.traject, besluit: besluit.id, stap, van, naar },
        )?;
        Ok(self.stap.clone())
    }
}
