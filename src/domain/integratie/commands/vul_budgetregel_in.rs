use serde::Serialize;

use super::budgetregel_van;
use crate::domain::{
    command::{Command, WriteTx, record},
    fout::Fout,
    integratie::{BudgetInhoud, BudgetSleutel, Budgetregel, FunctieId, Gebeurtenis, TrajectId, rijen::Rij},
    organisatie::{GemeenteId, PersoonId},
    rechten::{Bereik, Recht},
};

/// Fills in the frame, budget, spending and forecast of a function of a gemeente in a year.
///
/// Refused when someone else filled it in since `verwachte_versie`; 0 when nobody had.
#[derive(Debug, Serialize)]
pub struct VulBudgetregelIn {
    pub traject: TrajectId,
    pub functie: FunctieId,
    pub gemeente: GemeenteId,
    pub jaar: i16,
    pub verwachte_versie: i32,
    pub inhoud: BudgetInhoud,
}

impl Command for VulBudgetregelIn {
    const NAAM: &'static str = "vulBudgetregelIn";
    const RECHT: Recht = Recht::BudgetBeheren;
    type Uitkomst = BudgetSleutel;

    async fn bereik(&self, _tx: &WriteTx) -> Result<Bereik, Fout> {
        // The key of the row is all of it that says whose it is.
        Ok(Bereik::Gemeenten(vec![self.gemeente.clone()]))
    }

    async fn apply(&self, tx: &mut WriteTx) -> Result<BudgetSleutel, Fout> {
        let sleutel = (self.traject.clone(), self.functie.clone(), self.gemeente.clone(), self.jaar);
        let oud = budgetregel_van(tx, sleutel.clone())?;
        let door = tx.actor().map(PersoonId);
        oud.toets_versie(self.verwachte_versie, door)?;
        let inhoud = self.inhoud.clone().getoetst()?;
        if inhoud == oud.inhoud {
            return Ok(sleutel);
        }
        let van = Box::new(oud.inhoud.clone());
        let naar = Budgetregel { inhoud, versie: oud.versie + 1, door, op: tx.now(), ..oud };
        tx.save(naar.rij()?);
        record(tx, Gebeurtenis::BudgetregelIngevuld { van, naar: Box::new(naar) })?;
        Ok(sleutel)
    }
}
