use serde::Serialize;

use super::{bereik_van_ronde, bewaar_ronde, queries};
use crate::domain::{
    afspraken::{RondeId, VersieId},
    command::{Command, WriteTx},
    fout::{Code, Fout},
    organisatie::PersoonId,
    rechten::{Bereik, Recht},
};

/// Puts a later version before those who sign: only the articles that changed are asked anew.
#[derive(Debug, Serialize)]
pub struct NeemVersieOp {
    pub ronde: RondeId,
    pub verwachte_versie: i32,
    pub versie: VersieId,
}

impl Command for NeemVersieOp {
    const NAAM: &'static str = "neemVersieOp";
    const RECHT: Recht = Recht::RondeLeiden;
    type Uitkomst = RondeId;

    async fn bereik(&self, tx: &WriteTx) -> Result<Bereik, Fout> {
        bereik_van_ronde(tx, self.ronde)
    }

    async fn apply(&self, tx: &mut WriteTx) -> Result<RondeId, Fout> {
        let van = queries::ronde(tx.world(), self.ronde)?;
        if van.versie == self.versie {
            return Ok(van.id);
        }
        van.toets_open()?;
        van.toets_versie(self.verwachte_versie, tx.actor().map(PersoonId))?;
        let versies = &tx.world().afspraken.versies;
        let (nu, nieuw) = (versies.get(&van.versie), versies.get(&self.versie));
        let later =
            nieuw.filter(|nieuw| nieuw.afspraak == van.afspraak && nu.is_none_or(|nu| nieuw.nummer > nu.nummer));
        if later.is_none() {
            let bericht = "Kies een latere versie van deze afspraak. Leg de tekst zo nodig eerst vast.";
            return Err(Fout::bij(Code::NietGevonden, "versie", bericht));
        }
        let mut naar = van.clone();
        naar.eerder.push(van.versie);
        naar.versie = self.versie;
        bewaar_ronde(tx, van, naar)
    }
}
