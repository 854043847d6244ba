use serde::Serialize;

use super::{Rij, bereik_van_kanttekening, queries};
use crate::domain::{
    afspraken::{Gebeurtenis, KanttekeningId, KanttekeningStand},
    command::{Command, WriteTx, record},
    fout::{Code, Fout},
    organisatie::PersoonId,
    rechten::{Bereik, Recht},
};

/// Says that a remark in the margin needs nothing more, or opens it again.
#[derive(Debug, Serialize)]
pub struct HandelKanttekeningAf {
    pub kanttekening: KanttekeningId,
    pub opgelost: bool,
}

impl Command for HandelKanttekeningAf {
    const NAAM: &'static str = "handelKanttekeningAf";
    const RECHT: Recht = Recht::AfsprakenOpmerken;
    type Uitkomst = KanttekeningId;

    async fn bereik(&self, tx: &WriteTx) -> Result<Bereik, Fout> {
        bereik_van_kanttekening(tx, self.kanttekening)
    }

    async fn apply(&self, tx: &mut WriteTx) -> Result<KanttekeningId, Fout> {
        let mut naar = queries::kanttekening(tx.world(), self.kanttekening)?;
        if naar.inhoud.voorstel.is_some() {
            let bericht = "Over een voorstel beslist wie aan de tekst schrijft: neem het over of wijs het af.";
            return Err(Fout::new(Code::OngeldigeWaarde, bericht));
        }
        let stand = if self.opgelost { KanttekeningStand::Opgelost } else { KanttekeningStand::Open };
        if naar.stand == stand {
            return Ok(naar.id);
        }
        naar.stand = stand;
        naar.beslist_door = self.opgelost.then(|| tx.actor().map(PersoonId)).flatten();
        naar.beslist_op = self.opgelost.then(|| tx.now());
        tx.save(naar.rij()?);
        record(tx, Gebeurtenis::KanttekeningBeslist { naar: Box::new(naar) })?;
        Ok(self.kanttekening)
    }
}
