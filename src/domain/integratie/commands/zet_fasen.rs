use std::sync::Arc;

use serde::Serialize;

use crate::domain::{
    command::{Command, WriteTx, record},
    fout::{Code, Fout},
    integratie::{Fase, FaseId, Gebeurtenis, MijlpaalId, TrajectId, fasen::getoetst, queries, rijen::Rij},
    rechten::{Bereik, Recht},
};

/// A phase as somebody wants it, or saw it; one that is new has no id yet.
#[derive(Debug, Clone, Serialize)]
pub struct Fasewens {
    pub id: Option<FaseId>,
    pub naam: String,
    pub poort: Option<MijlpaalId>,
}

/// Writes all phases of a trajectory anew, in this order.
///
/// Refused when they are no longer what one saw: which of two orders is right is for people to say.
#[derive(Debug, Serialize)]
pub struct ZetFasen {
    pub traject: TrajectId,
    pub verwacht: Vec<Fasewens>,
    pub fasen: Vec<Fasewens>,
}

impl Command for ZetFasen {
    const NAAM: &'static str = "zetFasen";
    const RECHT: Recht = Recht::PlanWijzigen;
    type Uitkomst = TrajectId;

    async fn bereik(&self, _tx: &WriteTx) -> Result<Bereik, Fout> {
        Ok(Bereik::Alles)
    }

    async fn apply(&self, tx: &mut WriteTx) -> Result<TrajectId, Fout> {
        let mut traject = Arc::unwrap_or_clone(queries::traject(tx.world(), &self.traject)?);
        let id = traject.id.clone();
        let naar = self.fasen.iter().map(|wens| fase(tx, &traject.fasen, wens)).collect::<Result<_, _>>()?;
        let naar = getoetst(naar, &queries::mijlpalen(tx.world(), &id))?;
        if naar == traject.fasen {
            return Ok(id);
        }
        let gezien = self.verwacht.iter().map(|wens| (wens.id.as_ref(), wens.naam.as_str(), wens.poort.as_ref()));
        if !gezien.eq(traject.fasen.iter().map(|fase| (Some(&fase.id), fase.naam.as_str(), fase.poort.as_ref()))) {
            let bericht = "Een ander heeft de fasen net gewijzigd. Bekijk wat er nu staat en bewaar zo nodig opnieuw.";
            return Err(Fout::bij(Code::VersieVerouderd, "fasen", bericht));
        }
        let van = std::mem::replace(&mut traject.fasen, naar.clone());
        tx.save(traject.rij()?);
        record(tx, Gebeurtenis::FasenGezet { traject: traject.id, van, naar })?;
        Ok(id)
    }
}

/// A phase that is there, under its own id, or a new one.
fn fase(tx: &WriteTx, bekend: &[Fase], wens: &Fasewens) -> Result<Fase, Fout> {
    let id = match &wens.id {
        None => FaseId(tx.new_id().to_string()),
        Some(id) if bekend.iter().any(|fase| fase.id == *id) => id.clone(),
        // Somebody took it out meanwhile: the same answer as for any other change in between.
        Some(_) => {
            let bericht = "Een ander heeft een van deze fasen net weggehaald. Bekijk wat er nu staat.";
            return Err(Fout::bij(Code::VersieVerouderd, "fasen", bericht));
        }
    };
    Ok(Fase { id, naam: wens.naam.clone(), poort: wens.poort.clone() })
}
