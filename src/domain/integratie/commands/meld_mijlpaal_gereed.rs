use jiff::civil::Date;
use serde::Serialize;

use crate::{
    domain::{
        command::{Command, WriteTx, record},
        fout::{Code, Fout},
        integratie::{Gebeurtenis, MijlpaalId, queries, rijen::Rij},
        invoer,
        rechten::{Bereik, Recht},
    },
    platform::clock::dutch_date,
};

/// Says on which day a milestone was reached, or takes that back.
#[derive(Debug, Serialize)]
pub struct MeldMijlpaalGereed {
    pub mijlpaal: MijlpaalId,
    pub op: Option<Date>,
}

impl Command for MeldMijlpaalGereed {
    const NAAM: &'static str = "meldMijlpaalGereed";
    const RECHT: Recht = Recht::PlanWijzigen;
    type Uitkomst = MijlpaalId;

    async fn bereik(&self, _tx: &WriteTx) -> Result<Bereik, Fout> {
        Ok(Bereik::Alles)
    }

    async fn apply(&self, tx: &mut WriteTx) -> Result<MijlpaalId, Fout> {
        let mut mijlpaal = queries::mijlpaal(tx.world(), &self.mijlpaal)?;
        if let Some(op) = self.op {
            invoer::datum("op", op)?;
            if op > dutch_date(tx.now()) {
                let bericht = "Deze dag moet nog komen. Kies de dag waarop de mijlpaal gehaald is.";
                return Err(Fout::bij(Code::DatumOngeldig, "op", bericht));
            }
        }
        if mijlpaal.gereed_op == self.op {
            return Ok(mijlpaal.id);
        }
        let van = std::mem::replace(&mut mijlpaal.gereed_op, self.op);
        tx.save(mijlpaal.rij()?);
        let (traject, id) = (mijlpaal.traject, mijlpaal.id.clone());
        record(tx, Gebeurtenis::MijlpaalGereedGemeld { traject, mijlpaal: mijlpaal.id, van, naar: self.op })?;
        Ok(id)
    }
}
