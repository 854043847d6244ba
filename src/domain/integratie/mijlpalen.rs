//! The milestones of a trajectory: when each was planned, and what it waits for. Pure.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::{
    TrajectId,
    netwerk::{Activiteit, volgorde},
};
use crate::domain::{
    fout::{Code, Fout},
    invoer,
    organisatie::{Herkomst, RolId, sleutel_id},
};

sleutel_id!(MijlpaalId);

pub const MAX_NAAM: usize = 200;
/// More days than this between two milestones is a typing error.
const MAX_WACHTTIJD: i32 = 1_000;

/// One step of a trajectory on the way to its target date.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Mijlpaal {
    pub id: MijlpaalId,
    pub traject: TrajectId,
    /// Counts from 1; how people number them.
    pub volgorde: i32,
    pub naam: String,
    pub van: Date,
    pub tot: Date,
    /// Who has to do it.
    pub actoren: Vec<RolId>,
    pub na: Vec<Afhankelijkheid>,
    /// Only done when it turns out to be needed.
    pub voorwaardelijk: bool,
    pub gereed_op: Option<Date>,
    /// Taken out of the plan; kept, so that it can come back and its history keeps a name.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub vervallen: bool,
    /// Where it is written, when it is.
    pub herkomst: Option<Herkomst>,
}

/// What a milestone is, apart from when and after what.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MijlpaalInhoud {
    pub naam: String,
    pub actoren: Vec<RolId>,
    pub voorwaardelijk: bool,
}

impl MijlpaalInhoud {
    /// Without spaces around the name, and refused when it cannot be.
    pub fn getoetst(self) -> Result<Self, Fout> {
        let naam = self.naam.trim().to_owned();
        invoer::tekst("naam", &naam, MAX_NAAM)?;
        Ok(Self { naam, ..self })
    }
}

/// Finish–start: this milestone waits for another, and then so many days more.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Afhankelijkheid {
    pub mijlpaal: MijlpaalId,
    /// Negative: so many days may the two overlap.
    pub wachttijd: i32,
}

impl Mijlpaal {
    pub fn inhoud(&self) -> MijlpaalInhoud {
        let Self { naam, actoren, voorwaardelijk, .. } = self.clone();
        MijlpaalInhoud { naam, actoren, voorwaardelijk }
    }

    pub fn zet_inhoud(&mut self, inhoud: MijlpaalInhoud) {
        let MijlpaalInhoud { naam, actoren, voorwaardelijk } = inhoud;
        (self.naam, self.actoren, self.voorwaardelijk) = (naam, actoren, voorwaardelijk);
    }

    /// Refuses what cannot be: an end before its start, a lag out of all measure.
    pub fn toets(&self) -> Result<(), Fout> {
        invoer::tekst("naam", &self.naam, MAX_NAAM)?;
        toets_dagen(self.van, self.tot)?;
        if let Some(op) = self.gereed_op {
            invoer::datum("gereedOp", op)?;
        }
        if self.na.iter().any(|na| na.wachttijd.abs() > MAX_WACHTTIJD) {
            let bericht = "Kies een wachttijd van hooguit duizend dagen.";
            return Err(Fout::bij(Code::OngeldigeWaarde, "wachttijd", bericht));
        }
        Ok(())
    }

    pub fn activiteit(&self) -> Activiteit<MijlpaalId> {
        Activiteit {
            sleutel: self.id.clone(),
            van: self.van,
            tot: self.tot,
            na: self.na.iter().map(|na| (na.mijlpaal.clone(), na.wachttijd)).collect(),
            gereed_op: self.gereed_op,
            niet_klaar_voor: None,
        }
    }
}

/// Refuses a period that ends before it starts or lies outside the life of the hub.
pub fn toets_dagen(van: Date, tot: Date) -> Result<(), Fout> {
    invoer::datum("van", van)?;
    invoer::datum("tot", tot)?;
    if tot < van {
        return Err(Fout::bij(Code::DatumOngeldig, "tot", "Het einde ligt voor het begin. Kies een latere dag."));
    }
    Ok(())
}

/// Refuses milestones that wait for each other, or for one that is not there.
pub fn toets_netwerk(mijlpalen: &[Mijlpaal]) -> Result<(), Fout> {
    let namen: BTreeMap<_, _> = mijlpalen.iter().map(|een| (&een.id, een.naam.as_str())).collect();
    if mijlpalen.iter().flat_map(|een| &een.na).any(|na| !namen.contains_key(&na.mijlpaal)) {
        let bericht = "Deze mijlpaal hoort niet bij dit traject. Kies een andere.";
        return Err(Fout::bij(Code::NietGevonden, "na", bericht));
    }
    let activiteiten: Vec<_> = mijlpalen.iter().map(Mijlpaal::activiteit).collect();
    let Err(mut ring) = volgorde(&activiteiten) else { return Ok(()) };
    // A ring has no beginning: read it from the milestone that people count first.
    let eerste = mijlpalen.iter().filter(|een| ring.contains(&een.id)).min_by_key(|een| een.volgorde);
    let begin = ring.iter().position(|id| eerste.is_some_and(|eerste| eerste.id == *id));
    ring.rotate_left(begin.unwrap_or_default());
    let ring: Vec<_> = ring.iter().filter_map(|id| namen.get(id)).map(|naam| format!("‘{naam}’")).collect();
    let bericht = format!("Deze mijlpalen wachten op elkaar: {}. Haal een van de verbanden weg.", ring.join(" → "));
    Err(Fout::bij(Code::Kringverwijzing, "na", bericht))
}
