use serde::Serialize;

use super::*;
use crate::{
    domain::{
        command::Command,
        rechten::{Bereik, Recht, Wie},
    },
    platform::clock::dutch_date,
};

/// Lets a second person lead the session too.
#[derive(Debug, Serialize)]
pub struct DraagOver {
    pub sessie: SessieId,
    pub aan: PersoonId,
}

impl Command for DraagOver {
    const NAAM: &'static str = "draagOver";
    const RECHT: Recht = Recht::SessiesLeiden;
    type Uitkomst = SessieId;

    async fn bereik(&self, _tx: &WriteTx) -> Result<Bereik, Fout> {
        Ok(Bereik::Alles)
    }

    async fn apply(&self, tx: &mut WriteTx) -> Result<SessieId, Fout> {
        let mut sessie = te_leiden(tx, self.sessie)?;
        if !tx.world().organisatie.is_actief(self.aan) {
            let bericht = "Deze persoon werkt niet (meer) in de hub. Kies een ander.";
            return Err(Fout::bij(Code::NietGevonden, "aan", bericht));
        }
        let rollen = tx.world().organisatie.rollen_van(self.aan, dutch_date(tx.now()));
        if !Wie::new(self.aan, rollen, true).mag(Recht::SessiesLeiden, &Bereik::Alles) {
            return Err(Fout::bij(Code::GeenRecht, "aan", "Deze persoon mag geen sessies leiden. Kies een ander."));
        }
        if sessie.begeleiders.contains(&self.aan) {
            return Ok(sessie.id);
        }
        sessie.begeleiders.push(self.aan);
        werk_bij(tx, sessie, Daad::Overgedragen(self.aan))
    }
}
