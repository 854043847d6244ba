use serde::Serialize;

use super::autonomie_van;
use crate::domain::{
    command::{Command, WriteTx, record},
    fout::{Code, Fout},
    integratie::{
        Aard, Autonomie, AutonomieSleutel, BesluitId, Gebeurtenis, Onderwerp, TrajectId, queries, rijen::Rij,
        toets_regel,
    },
    organisatie::PersoonId,
    rechten::{Bereik, Recht},
};

/// Says whether an item is bedrijfsvoering or beleid, and which decision gemeenten take on it.
///
/// Refused for a decision that would count without each gemeente, when it becomes beleid.
#[derive(Debug, Serialize)]
pub struct BepaalAard {
    pub traject: TrajectId,
    pub onderwerp: Onderwerp,
    pub verwachte_versie: i32,
    pub aard: Option<Aard>,
    /// Which decision counts for a task or a milestone.
    pub besluit: Option<BesluitId>,
}

impl Command for BepaalAard {
    const NAAM: &'static str = "bepaalAard";
    const RECHT: Recht = Recht::PlanWijzigen;
    type Uitkomst = AutonomieSleutel;

    async fn bereik(&self, _tx: &WriteTx) -> Result<Bereik, Fout> {
        Ok(Bereik::Alles)
    }

    async fn apply(&self, tx: &mut WriteTx) -> Result<AutonomieSleutel, Fout> {
        let oud = autonomie_van(tx, (self.traject.clone(), self.onderwerp.clone()))?;
        let (sleutel, door) = (oud.sleutel(), tx.actor().map(PersoonId));
        oud.toets_versie(self.verwachte_versie, door)?;
        let besluit = if matches!(self.onderwerp, Onderwerp::Besluit(_)) { None } else { self.besluit.clone() };
        if let Some(besluit) = &besluit
            && queries::besluit(tx.world(), besluit).ok().is_none_or(|besluit| besluit.traject != self.traject)
        {
            let bericht = "Dit besluit hoort niet bij dit traject. Kies een ander.";
            return Err(Fout::bij(Code::NietGevonden, "besluit", bericht));
        }
        if let Onderwerp::Besluit(id) = &self.onderwerp {
            for stap in &queries::besluit(tx.world(), id)?.stappen {
                toets_regel(self.aard, stap, &stap.regel).map_err(|fout| Fout { veld: Some("aard".into()), ..fout })?;
            }
        }
        if (oud.aard, &oud.besluit) == (self.aard, &besluit) {
            return Ok(sleutel);
        }
        let van = Box::new(oud.clone());
        let naar = Autonomie { aard: self.aard, besluit, versie: oud.versie + 1, door, op: tx.now(), ..oud };
        tx.save(naar.rij()?);
        record(tx, Gebeurtenis::AardBepaald { van, naar: Box::new(naar) })?;
        Ok(sleutel)
    }
}
