//! The risks of a trajectory: how likely, how bad, what is done about it, and by whom. Pure.

use std::collections::BTreeSet;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::{MijlpaalId, TaakId, TrajectId};
use crate::domain::{
    fout::{Code, Fout},
    invoer,
    organisatie::{Herkomst, PersoonId, uuid_id},
};

uuid_id!(RisicoId);

const MAX_RISICO: usize = 200;
const MAX_MAATREGEL: usize = 5_000;
/// So many links still read well.
const MAX_BANDEN: usize = 50;

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Risico {
    pub id: RisicoId,
    pub traject: TrajectId,
    #[serde(flatten)]
    pub inhoud: RisicoInhoud,
    pub versie: i32,
    pub door: Option<PersoonId>,
    pub op: Timestamp,
    /// The document it comes from, when there is one.
    pub herkomst: Option<Herkomst>,
}

/// What people fill in.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct RisicoInhoud {
    pub naam: String,
    /// 1 to 5; `None`: nobody knows.
    pub kans: Option<i32>,
    pub impact: Option<i32>,
    pub maatregel: String,
    pub eigenaar: Option<PersoonId>,
    pub trend: Trend,
    pub taken: BTreeSet<TaakId>,
    pub mijlpalen: BTreeSet<MijlpaalId>,
    pub gesloten: bool,
}

/// Welke kant een risico op gaat.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, async_graphql::Enum)]
#[serde(rename_all = "snake_case")]
pub enum Trend {
    /// Het wordt groter.
    Stijgt,
    /// Het blijft gelijk.
    Gelijk,
    /// Het wordt kleiner.
    Daalt,
    /// Dat is niet bekend.
    #[default]
    Onbekend,
}

/// Hoe zwaar een risico is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, async_graphql::Enum)]
pub enum Zwaarte {
    /// Kans of impact is niet bekend.
    Onbekend,
    /// Kans maal impact is hooguit 4.
    Laag,
    /// Kans maal impact is 5 tot en met 9.
    Midden,
    /// Kans maal impact is 10 tot en met 14.
    Hoog,
    /// Kans maal impact is 15 of meer.
    ZeerHoog,
}

impl RisicoInhoud {
    /// Chance times impact; unknown when one of them is.
    pub fn score(&self) -> Option<i32> {
        Some(self.kans? * self.impact?)
    }

    pub fn zwaarte(&self) -> Zwaarte {
        match self.score() {
            None => Zwaarte::Onbekend,
            Some(..=4) => Zwaarte::Laag,
            Some(5..=9) => Zwaarte::Midden,
            Some(10..=14) => Zwaarte::Hoog,
            Some(15..) => Zwaarte::ZeerHoog,
        }
    }

    /// The same with its texts trimmed, or what is wrong with it.
    pub fn getoetst(self) -> Result<Self, Fout> {
        let naam = self.naam.split_whitespace().collect::<Vec<_>>().join(" ");
        let naam = invoer::tekst("naam", &naam, MAX_RISICO)?;
        let maatregel = invoer::vrije_tekst("maatregel", &self.maatregel, MAX_MAATREGEL)?;
        for (veld, waarde) in [("kans", self.kans), ("impact", self.impact)] {
            if waarde.is_some_and(|waarde| !(1..=5).contains(&waarde)) {
                return Err(Fout::bij(Code::OngeldigeWaarde, veld, "Kies een getal van 1 tot 5, of onbekend."));
            }
        }
        for (veld, aantal) in [("taken", self.taken.len()), ("mijlpalen", self.mijlpalen.len())] {
            if aantal > MAX_BANDEN {
                return Err(Fout::bij(Code::OngeldigeWaarde, veld, "Kies er hooguit vijftig."));
            }
        }
        Ok(Self { naam, maatregel, ..self })
    }
}

impl Risico {
    /// Refuses to overwrite what someone else changed after `verwachte_versie`.
    pub fn toets_versie(&self, verwachte_versie: i32, door: Option<PersoonId>) -> Result<(), Fout> {
        if self.versie <= verwachte_versie || self.door == door {
            return Ok(());
        }
        let bericht = "Een ander heeft dit risico net gewijzigd. Bekijk wat er nu staat en bewaar zo nodig opnieuw.";
        Err(Fout::new(Code::VersieVerouderd, bericht))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn how_heavy_a_risk_is() {
        for (kans, impact, zwaarte) in [
            (Some(1), Some(4), Zwaarte::Laag),
            (Some(1), Some(5), Zwaarte::Midden),
            (Some(3), Some(3), Zwaarte::Midden),
            (Some(2), Some(5), Zwaarte::Hoog),
            (Some(3), Some(5), Zwaarte::ZeerHoog),
            (Some(5), Some(5), Zwaarte::ZeerHoog),
            (None, Some(5), Zwaarte::Onbekend),
            (Some(5), None, Zwaarte::Onbekend),
        ] {
            let inhoud = RisicoInhoud { kans, impact, ..RisicoInhoud::default() };
            assert_eq!(inhoud.zwaarte(), zwaarte, "{kans:?} × {impact:?}");
        }
    }

    #[test]
    fn what_is_filled_in_must_make_sense() {
        let risico =
            |naam: &str, kans, impact| RisicoInhoud { naam: naam.into(), kans, impact, ..RisicoInhoud::default() };
        for (inhoud, verwacht) in [
            (risico(" Krappe  arbeidsmarkt ", Some(1), None), Ok("Krappe arbeidsmarkt")),
            (risico(" ", None, None), Err((Code::Verplicht, "naam"))),
            (risico("Krap", Some(0), None), Err((Code::OngeldigeWaarde, "kans"))),
            (risico("Krap", Some(3), Some(6)), Err((Code::OngeldigeWaarde, "impact"))),
        ] {
            let naam = format!("{inhoud:?}");
            let uitkomst = inhoud.getoetst().map(|inhoud| inhoud.naam);
            let uitkomst = uitkomst.map_err(|fout| (fout.code, fout.veld.unwrap_or_default()));
            let verwacht = verwacht.map(str::to_owned).map_err(|(code, veld)| (code, veld.to_owned()));
            assert_eq!(uitkomst, verwacht, "{naam}");
        }
    }
}
