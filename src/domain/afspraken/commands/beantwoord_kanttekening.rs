use serde::Serialize;

use super::{Rij, bereik_van_kanttekening, queries};
use crate::domain::{
    afspraken::{Gebeurtenis, KantAntwoord, KanttekeningId},
    command::{Command, WriteTx, record},
    fout::Fout,
    organisatie::{PersoonId, vermelde_personen},
    rechten::{Bereik, Recht},
};

/// Answers a remark or a suggestion in the margin.
#[derive(Debug, Serialize)]
pub struct BeantwoordKanttekening {
    pub kanttekening: KanttekeningId,
    pub tekst: String,
}

impl Command for BeantwoordKanttekening {
    const NAAM: &'static str = "beantwoordKanttekening";
    const RECHT: Recht = Recht::AfsprakenOpmerken;
    type Uitkomst = KanttekeningId;

    async fn bereik(&self, tx: &WriteTx) -> Result<Bereik, Fout> {
        bereik_van_kanttekening(tx, self.kanttekening)
    }

    async fn apply(&self, tx: &mut WriteTx) -> Result<KanttekeningId, Fout> {
        let mut naar = queries::kanttekening(tx.world(), self.kanttekening)?;
        let tekst = naar.toets_antwoord(&self.tekst)?;
        let vermelde = vermelde_personen(&tx.world().organisatie, &tekst);
        naar.antwoorden.push(KantAntwoord { tekst, vermelde, door: tx.actor().map(PersoonId), op: tx.now() });
        tx.save(naar.rij()?);
        record(tx, Gebeurtenis::KanttekeningBeantwoord { naar: Box::new(naar) })?;
        Ok(self.kanttekening)
    }
}
