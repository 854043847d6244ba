use serde::Serialize;

use super::toets_actoren;
use crate::domain::{
    command::{Command, WriteTx, record},
    fout::Fout,
    integratie::{
        Afhankelijkheid, Gebeurtenis, Mijlpaal, MijlpaalId, MijlpaalInhoud, Periode, TrajectId, queries, rijen::Rij,
        toets_netwerk,
    },
    rechten::{Bereik, Recht},
};

/// Adds a milestone to a trajectory, behind those there are.
#[derive(Debug, Serialize)]
pub struct MaakMijlpaal {
    pub traject: TrajectId,
    pub inhoud: MijlpaalInhoud,
    pub periode: Periode,
    pub na: Vec<Afhankelijkheid>,
}

impl Command for MaakMijlpaal {
    const NAAM: &'static str = "maakMijlpaal";
    const RECHT: Recht = Recht::PlanWijzigen;
    type Uitkomst = MijlpaalId;

    async fn bereik(&self, _tx: &WriteTx) -> Result<Bereik, Fout> {
        Ok(Bereik::Alles)
    }

    async fn apply(&self, tx: &mut WriteTx) -> Result<MijlpaalId, Fout> {
        let traject = queries::traject(tx.world(), &self.traject)?;
        let MijlpaalInhoud { naam, actoren, voorwaardelijk } = self.inhoud.clone().getoetst()?;
        toets_actoren(tx, &actoren)?;
        let mut mijlpalen = queries::mijlpalen(tx.world(), &traject.id);
        // One that was taken out keeps its number, and may come back.
        let nummers = tx.world().integratie.mijlpalen.values().filter(|een| een.traject == traject.id);
        let mijlpaal = Mijlpaal {
            id: MijlpaalId(tx.new_id().to_string()),
            traject: traject.id.clone(),
            volgorde: nummers.map(|een| een.volgorde).max().unwrap_or_default() + 1,
            naam,
            van: self.periode.van,
            tot: self.periode.tot,
            actoren,
            na: self.na.clone(),
            voorwaardelijk,
            gereed_op: None,
            vervallen: false,
            herkomst: None,
        };
        mijlpaal.toets()?;
        mijlpalen.push(mijlpaal.clone());
        toets_netwerk(&mijlpalen)?;
        tx.save(mijlpaal.rij()?);
        let id = mijlpaal.id.clone();
        record(tx, Gebeurtenis::MijlpaalVastgelegd { mijlpaal: Box::new(mijlpaal) })?;
        Ok(id)
    }
}
