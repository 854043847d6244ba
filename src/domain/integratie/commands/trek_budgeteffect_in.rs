use serde::Serialize;

use crate::domain::{
    command::{Command, WriteTx, record},
    fout::Fout,
    integratie::{BudgetSleutel, Budgeteffect, BudgeteffectId, Gebeurtenis, queries, rijen::Rij},
    rechten::{Bereik, Recht},
};

/// Takes an effect out of the budget, because it was a mistake or is in the forecast by now; or puts it back.
#[derive(Debug, Serialize)]
pub struct TrekBudgeteffectIn {
    pub effect: BudgeteffectId,
    pub ingetrokken: bool,
}

impl Command for TrekBudgeteffectIn {
    const NAAM: &'static str = "trekBudgeteffectIn";
    const RECHT: Recht = Recht::BudgetBeheren;
    type Uitkomst = BudgetSleutel;

    async fn bereik(&self, tx: &WriteTx) -> Result<Bereik, Fout> {
        Ok(Bereik::Gemeenten(vec![queries::budgeteffect(tx.world(), self.effect)?.gemeente]))
    }

    async fn apply(&self, tx: &mut WriteTx) -> Result<BudgetSleutel, Fout> {
        let oud = queries::budgeteffect(tx.world(), self.effect)?;
        let sleutel = oud.sleutel();
        if oud.ingetrokken == self.ingetrokken {
            return Ok(sleutel);
        }
        let effect = Budgeteffect { ingetrokken: self.ingetrokken, ..oud };
        tx.save(effect.rij()?);
        record(tx, Gebeurtenis::BudgeteffectIngetrokken { effect: Box::new(effect) })?;
        Ok(sleutel)
    }
}
