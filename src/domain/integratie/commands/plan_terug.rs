use serde::Serialize;

use crate::{
    domain::{
        command::{Command, WriteTx, record},
        fout::{Code, Fout},
        integratie::{Gebeurtenis, MijlpaalId, Periode, TrajectId, queries, rijen::Rij, verschuivingen},
        rechten::{Bereik, Recht},
    },
    platform::clock::dutch_date,
};

/// Accepts the plan counted back from the target: every milestone on the days that were proposed.
///
/// Refused when the proposal is no longer what it was when one saw it.
#[derive(Debug, Serialize)]
pub struct PlanTerug {
    pub traject: TrajectId,
    /// The days one saw, per milestone that moves.
    pub voorstel: Vec<(MijlpaalId, Periode)>,
}

impl Command for PlanTerug {
    const NAAM: &'static str = "planTerug";
    const RECHT: Recht = Recht::PlanWijzigen;
    type Uitkomst = TrajectId;

    async fn bereik(&self, _tx: &WriteTx) -> Result<Bereik, Fout> {
        Ok(Bereik::Alles)
    }

    async fn apply(&self, tx: &mut WriteTx) -> Result<TrajectId, Fout> {
        let regels = tx.world().integratie.terugplan(&self.traject, dutch_date(tx.now()))?;
        let nu = verschuivingen(&regels);
        let mut gezien = self.voorstel.clone();
        let mut actueel: Vec<_> = nu.iter().map(|een| (een.mijlpaal.clone(), een.naar)).collect();
        gezien.sort_by_key(|een| een.0.clone());
        actueel.sort_by_key(|een| een.0.clone());
        if gezien != actueel {
            let bericht = "De planning of een kalender is intussen veranderd. Bekijk het nieuwe voorstel.";
            return Err(Fout::bij(Code::VersieVerouderd, "voorstel", bericht));
        }
        if nu.is_empty() {
            return Ok(self.traject.clone());
        }
        let mut mijlpalen = queries::mijlpalen(tx.world(), &self.traject);
        for verschuiving in &nu {
            let Some(een) = mijlpalen.iter_mut().find(|een| een.id == verschuiving.mijlpaal) else { continue };
            (een.van, een.tot) = (verschuiving.naar.van, verschuiving.naar.tot);
            tx.save(een.rij()?);
        }
        record(tx, Gebeurtenis::TrajectTeruggepland { traject: self.traject.clone(), verschuivingen: nu })?;
        Ok(self.traject.clone())
    }
}
