use serde::Serialize;

use super::budgetregel_van;
use crate::domain::{
    command::{Command, WriteTx, record},
    fout::{Code, Fout},
    integratie::{
        Aanleiding, BudgetSleutel, Budgeteffect, BudgeteffectId, EffectSoort, FunctieId, Gebeurtenis, TrajectId,
        queries, rijen::Rij,
    },
    organisatie::GemeenteId,
    rechten::{Bereik, Recht},
};

/// Says what a task or a decision costs or saves in a line of the budget.
#[derive(Debug, Serialize)]
pub struct VoegBudgeteffectToe {
    pub traject: TrajectId,
    pub functie: FunctieId,
    pub gemeente: GemeenteId,
    pub jaar: i16,
    pub aanleiding: Aanleiding,
    pub bedrag: i64,
    pub soort: EffectSoort,
    pub toelichting: String,
}

impl Command for VoegBudgeteffectToe {
    const NAAM: &'static str = "voegBudgeteffectToe";
    const RECHT: Recht = Recht::BudgetBeheren;
    type Uitkomst = BudgetSleutel;

    async fn bereik(&self, _tx: &WriteTx) -> Result<Bereik, Fout> {
        Ok(Bereik::Gemeenten(vec![self.gemeente.clone()]))
    }

    async fn apply(&self, tx: &mut WriteTx) -> Result<BudgetSleutel, Fout> {
        let sleutel = (self.traject.clone(), self.functie.clone(), self.gemeente.clone(), self.jaar);
        budgetregel_van(tx, sleutel.clone())?;
        self.toets_aanleiding(tx)?;
        let effect = Budgeteffect {
            id: BudgeteffectId(tx.new_id()),
            traject: self.traject.clone(),
            functie: self.functie.clone(),
            gemeente: self.gemeente.clone(),
            jaar: self.jaar,
            aanleiding: self.aanleiding.clone(),
            bedrag: self.bedrag,
            soort: self.soort,
            toelichting: self.toelichting.clone(),
            ingetrokken: false,
        }
        .getoetst()?;
        tx.save(effect.rij()?);
        record(tx, Gebeurtenis::BudgeteffectToegevoegd { effect: Box::new(effect) })?;
        Ok(sleutel)
    }
}

impl VoegBudgeteffectToe {
    /// What has the effect must belong to the trajectory.
    fn toets_aanleiding(&self, tx: &WriteTx) -> Result<(), Fout> {
        let traject = match &self.aanleiding {
            Aanleiding::Taak(taak) => {
                let taak = queries::taak(tx.world(), *taak).ok();
                taak.and_then(|taak| queries::traject_van(tx.world(), &taak.bord).ok()).map(|van| van.id.clone())
            }
            Aanleiding::Besluit(besluit) => queries::besluit(tx.world(), besluit).ok().map(|besluit| besluit.traject),
        };
        if traject.as_ref() == Some(&self.traject) {
            return Ok(());
        }
        let bericht = "Deze taak of dit besluit hoort niet bij dit traject. Kies een andere.";
        Err(Fout::bij(Code::NietGevonden, "aanleiding", bericht))
    }
}
