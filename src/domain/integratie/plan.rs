//! What moves when a milestone moves, and which terms no longer fit. Pure.

use std::{collections::BTreeMap, sync::Arc};

use jiff::{ToSpan, civil::Date};
use serde::{Deserialize, Serialize};

use super::{
    Mijlpaal, MijlpaalId, StapId, Toestand, TrajectId, mijlpalen::toets_dagen, netwerk, prognose::deelnemers,
    woorden::datum,
};
use crate::domain::{
    fout::{Code, Fout},
    organisatie::{self, GemeenteId},
};

/// The first and last day of a milestone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Periode {
    pub van: Date,
    pub tot: Date,
}

/// One milestone that goes to other days.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Verschuiving {
    pub mijlpaal: MijlpaalId,
    pub van: Periode,
    pub naar: Periode,
}

/// What moves when this milestone goes to other days: itself, and each later one as far as it must.
pub fn verplaatsing(mijlpalen: &[Mijlpaal], id: &MijlpaalId, naar: Periode) -> Result<Vec<Verschuiving>, Fout> {
    toets_dagen(naar.van, naar.tot)?;
    let mijlpaal = mijlpalen.iter().find(|een| een.id == *id).ok_or_else(|| Fout::niet_gevonden("Deze mijlpaal"))?;
    if mijlpaal.gereed_op.is_some() {
        let bericht = "Deze mijlpaal is al gehaald. Haal die melding eerst weg, dan kun je haar verplaatsen.";
        return Err(Fout::bij(Code::OngeldigeWaarde, "van", bericht));
    }
    for na in &mijlpaal.na {
        let Some(voor) = mijlpalen.iter().find(|een| een.id == na.mijlpaal) else { continue };
        let eerst = voor.gereed_op.unwrap_or(voor.tot).saturating_add((1 + i64::from(na.wachttijd)).days());
        if naar.van < eerst {
            let bericht = format!(
                "Deze mijlpaal kan pas beginnen op {}: zij wacht op ‘{}’. Kies een latere dag of verplaats die eerst.",
                datum(eerst),
                voor.naam
            );
            return Err(Fout::bij(Code::DatumOngeldig, "van", bericht));
        }
    }
    let activiteiten: Vec<_> = mijlpalen.iter().map(Mijlpaal::activiteit).collect();
    let verplaatst = netwerk::verplaats(&activiteiten, id, naar.van, naar.tot);
    let verplaatst = verplaatst.map_err(|_| Fout::intern("stored milestones wait for each other"))?;
    let mut verschuivingen: Vec<_> = mijlpalen
        .iter()
        .filter_map(|een| {
            let (van, tot) = *verplaatst.get(&een.id)?;
            let (was, naar) = (Periode { van: een.van, tot: een.tot }, Periode { van, tot });
            (was != naar).then(|| Verschuiving { mijlpaal: een.id.clone(), van: was, naar })
        })
        .collect();
    for verschuiving in &verschuivingen {
        toets_dagen(verschuiving.naar.van, verschuiving.naar.tot)?;
    }
    // The one that was moved stands first, then as the days run.
    verschuivingen.sort_by_key(|een| (een.mijlpaal != *id, een.naar.van, een.mijlpaal.clone()));
    Ok(verschuivingen)
}

/// A term that runs on after its milestone should be done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Termijnbreuk {
    pub stap: StapId,
    /// `None`: the milestone is shorter than the term itself.
    pub gemeente: Option<GemeenteId>,
    /// When the term ends, and the milestone.
    pub einde: Date,
    pub tot: Date,
}

impl Toestand {
    /// The same with other days for some milestones.
    pub fn verschoven(&self, verschuivingen: &[Verschuiving]) -> Self {
        let mut toestand = self.clone();
        for een in verschuivingen {
            if let Some(mijlpaal) = toestand.mijlpalen.get_mut(&een.mijlpaal) {
                let mijlpaal = Arc::make_mut(mijlpaal);
                (mijlpaal.van, mijlpaal.tot) = (een.naar.van, een.naar.tot);
            }
        }
        toestand
    }

    /// The terms that do not fit in their milestone.
    pub fn termijnbreuken(&self, organisatie: &organisatie::Toestand, traject: &TrajectId) -> Vec<Termijnbreuk> {
        let mijlpalen: BTreeMap<_, _> = self.mijlpalen_van(traject).map(|een| (&een.id, een)).collect();
        let mut breuken = Vec::new();
        for besluit in self.besluiten_van(traject) {
            for stap in &besluit.stappen {
                let Some(mijlpaal) = stap.mijlpaal.as_ref().and_then(|id| mijlpalen.get(id)) else { continue };
                let Some(termijn) = &stap.termijn else { continue };
                let breuk =
                    |gemeente, einde| Termijnbreuk { stap: stap.id.clone(), gemeente, einde, tot: mijlpaal.tot };
                let kaal = termijn.einde(mijlpaal.van, None).einde;
                if kaal > mijlpaal.tot {
                    breuken.push(breuk(None, kaal));
                }
                let alle = deelnemers(organisatie, &besluit.module, besluit.peildatum);
                for gemeente in alle.into_iter().filter(|gemeente| stap.is_voor(gemeente)) {
                    let Some(cel) = self.inhoud(stap, &gemeente) else { continue };
                    let af = stap.afgerond_op(cel).is_some_and(|op| op <= mijlpaal.tot);
                    if let Some(einde) = stap.einde(cel).filter(|einde| einde.einde > mijlpaal.tot && !af) {
                        breuken.push(breuk(Some(gemeente), einde.einde));
                    }
                }
            }
        }
        breuken
    }
}

#[cfg(test)]
mod tests;
