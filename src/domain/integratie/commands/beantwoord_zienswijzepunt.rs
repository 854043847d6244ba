use serde::Serialize;

use super::{bereik_van_punt, bewaar_punt};
use crate::domain::{
    command::{Command, WriteTx},
    fout::{Code, Fout},
    integratie::{Beantwoording, Zienswijzepunt, ZienswijzepuntId, queries},
    organisatie::PersoonId,
    rechten::{Bereik, Recht},
};

/// Says what is answered to a remark, what it changes in the text, and when that went back to the council.
#[derive(Debug, Serialize)]
pub struct BeantwoordZienswijzepunt {
    pub punt: ZienswijzepuntId,
    pub verwachte_versie: i32,
    pub beantwoording: Beantwoording,
}

impl Command for BeantwoordZienswijzepunt {
    const NAAM: &'static str = "beantwoordZienswijzepunt";
    const RECHT: Recht = Recht::PuntenBeantwoorden;
    type Uitkomst = ZienswijzepuntId;

    async fn bereik(&self, tx: &WriteTx) -> Result<Bereik, Fout> {
        bereik_van_punt(tx, self.punt)
    }

    async fn apply(&self, tx: &mut WriteTx) -> Result<ZienswijzepuntId, Fout> {
        let van = queries::zienswijzepunt(tx.world(), self.punt)?;
        let door = tx.actor().map(PersoonId);
        van.toets_versie(self.verwachte_versie, door)?;
        if van.ingetrokken {
            let bericht = "Dit punt is ingetrokken. Zet het eerst terug, dan kun je het beantwoorden.";
            return Err(Fout::new(Code::OngeldigeWaarde, bericht));
        }
        let Beantwoording { antwoord, verwerking, tekstwijziging, teruggekoppeld_op } =
            self.beantwoording.clone().getoetst()?;
        let naar = Zienswijzepunt { antwoord, verwerking, tekstwijziging, teruggekoppeld_op, ..van.clone() };
        bewaar_punt(tx, van, naar)
    }
}
