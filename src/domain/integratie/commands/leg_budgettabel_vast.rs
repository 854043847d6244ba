use serde::Serialize;

use crate::domain::{
    command::{Command, WriteTx, record},
    fout::{Code, Fout},
    integratie::{Budgettabel, BudgettabelId, Gebeurtenis, queries, rijen::Rij},
    invoer,
    rechten::{Bereik, Recht},
};

/// Lays down a table of a budget as a report states it, or what it states anew. Totals that do not add up are kept:
/// they are what the report says.
#[derive(Debug, Serialize)]
pub struct LegBudgettabelVast {
    pub tabel: Budgettabel,
}

impl Command for LegBudgettabelVast {
    const NAAM: &'static str = "legBudgettabelVast";
    const RECHT: Recht = Recht::TrajectInrichten;
    type Uitkomst = BudgettabelId;

    async fn bereik(&self, _tx: &WriteTx) -> Result<Bereik, Fout> {
        Ok(Bereik::Alles)
    }

    async fn apply(&self, tx: &mut WriteTx) -> Result<BudgettabelId, Fout> {
        let tabel = self.tabel.clone();
        queries::traject(tx.world(), &tabel.traject)?;
        invoer::tekst("naam", &tabel.naam, crate::domain::integratie::MAX_TITEL)?;
        if tabel.regels.iter().any(|regel| regel.bedragen.len() != tabel.kolommen.len()) {
            let bericht = "Niet elke regel heeft voor elke kolom een bedrag. Laat leeg wat onbekend is.";
            return Err(Fout::bij(Code::OngeldigeWaarde, "regels", bericht));
        }
        let (id, bekend) = (tabel.id.clone(), tx.world().integratie.budgettabellen.get(&tabel.id).cloned());
        if bekend.as_deref() == Some(&tabel) {
            return Ok(id);
        }
        tx.save(tabel.rij()?);
        record(tx, Gebeurtenis::BudgettabelVastgelegd { tabel: Box::new(tabel) })?;
        Ok(id)
    }
}
