use serde::Serialize;

use super::toets_banden;
use crate::domain::{
    command::{Command, WriteTx, record},
    fout::Fout,
    integratie::{Gebeurtenis, Risico, RisicoId, RisicoInhoud, TrajectId, rijen::Rij},
    organisatie::{Herkomst, PersoonId},
    rechten::{Bereik, Recht},
};

/// Puts a risk in the register of a trajectory.
#[derive(Debug, Serialize)]
pub struct MeldRisico {
    pub traject: TrajectId,
    pub inhoud: RisicoInhoud,
    /// Where the risk comes from, when that is a document.
    pub herkomst: Option<Herkomst>,
}

impl Command for MeldRisico {
    const NAAM: &'static str = "meldRisico";
    const RECHT: Recht = Recht::RisicosBeheren;
    type Uitkomst = RisicoId;

    async fn bereik(&self, _tx: &WriteTx) -> Result<Bereik, Fout> {
        Ok(Bereik::Alles)
    }

    async fn apply(&self, tx: &mut WriteTx) -> Result<RisicoId, Fout> {
        if !tx.world().integratie.trajecten.contains_key(&self.traject) {
            return Err(Fout::niet_gevonden("Dit traject"));
        }
        let inhoud = self.inhoud.clone().getoetst()?;
        toets_banden(tx, &self.traject, &inhoud)?;
        let risico = Risico {
            id: RisicoId(tx.new_id()),
            traject: self.traject.clone(),
            inhoud,
            versie: 1,
            door: tx.actor().map(PersoonId),
            op: tx.now(),
            herkomst: self.herkomst.clone(),
        };
        tx.save(risico.rij()?);
        let id = risico.id;
        record(tx, Gebeurtenis::RisicoGemeld { risico: Box::new(risico) })?;
        Ok(id)
    }
}
