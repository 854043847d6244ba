//! Signals that an agreement does not work: who raised it, what was answered, and that it came back to them. Pure.

use jiff::{Timestamp, ToSpan, civil::Date, tz::TimeZone};
use serde::{Deserialize, Serialize};

use super::{AfspraakId, Partij};
use crate::domain::{
    fout::{Code, Fout},
    invoer,
    organisatie::{GemeenteId, PersoonId, uuid_id},
};

uuid_id!(SignaalId);

const MAX_TEKST: usize = 2_000;
/// So many signals within a year are no accident.
const TERUGKEREND: usize = 3;
const EEN_JAAR: i64 = 365;

/// A signal that an agreement does not work.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Signaal {
    pub id: SignaalId,
    pub afspraak: AfspraakId,
    /// Who it comes from: toegang, beleid, aanbieders, …
    pub van: Partij,
    pub gemeente: Option<GemeenteId>,
    pub tekst: String,
    pub gemeld_door: Option<PersoonId>,
    pub gemeld_op: Timestamp,
    pub behandeling: Behandeling,
    pub versie: i32,
    pub door: Option<PersoonId>,
    pub op: Timestamp,
}

/// What is done with a signal.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Behandeling {
    pub eigenaar: Option<PersoonId>,
    pub antwoord: String,
    /// When whoever raised it heard the answer.
    pub teruggekoppeld_op: Option<Date>,
}

/// Hoe ver een signaal is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, async_graphql::Enum)]
pub enum SignaalStand {
    /// Gemeld; niemand is ermee bezig.
    Gemeld,
    /// Iemand zoekt het uit.
    InBehandeling,
    /// Er is een antwoord; de melder weet het nog niet.
    Beantwoord,
    /// De melder weet wat ermee gedaan is.
    Teruggekoppeld,
}

impl Behandeling {
    /// The same with its texts trimmed, or what is wrong with it.
    pub fn getoetst(self) -> Result<Self, Fout> {
        let antwoord = invoer::vrije_tekst("antwoord", &self.antwoord, MAX_TEKST)?;
        self.teruggekoppeld_op.map(|dag| invoer::datum("teruggekoppeldOp", dag)).transpose()?;
        if antwoord.is_empty() && self.teruggekoppeld_op.is_some() {
            let bericht = "Schrijf eerst het antwoord op; daarna kun je zeggen wanneer het teruggekoppeld is.";
            return Err(Fout::bij(Code::Verplicht, "antwoord", bericht));
        }
        Ok(Self { antwoord, ..self })
    }

    pub fn stand(&self) -> SignaalStand {
        if self.teruggekoppeld_op.is_some() {
            SignaalStand::Teruggekoppeld
        } else if !self.antwoord.is_empty() {
            SignaalStand::Beantwoord
        } else if self.eigenaar.is_some() {
            SignaalStand::InBehandeling
        } else {
            SignaalStand::Gemeld
        }
    }
}

impl SignaalStand {
    /// As people call it.
    pub fn naam(self) -> &'static str {
        match self {
            Self::Gemeld => "gemeld",
            Self::InBehandeling => "in behandeling",
            Self::Beantwoord => "beantwoord",
            Self::Teruggekoppeld => "teruggekoppeld",
        }
    }
}

impl Signaal {
    /// Refuses to overwrite what someone else changed after `verwachte_versie`.
    pub fn toets_versie(&self, verwachte_versie: i32, door: Option<PersoonId>) -> Result<(), Fout> {
        if self.versie <= verwachte_versie || self.door == door {
            return Ok(());
        }
        let bericht = "Een ander heeft dit signaal net behandeld. Bekijk wat er nu staat en bewaar zo nodig opnieuw.";
        Err(Fout::new(Code::VersieVerouderd, bericht))
    }
}

/// What someone reports, trimmed.
pub fn signaal_getoetst(tekst: &str) -> Result<String, Fout> {
    invoer::tekst("tekst", tekst, MAX_TEKST)
}

/// Do these signals about one agreement come back so often that it wants a proposal?
pub fn keert_terug<'s>(signalen: impl Iterator<Item = &'s Signaal>, vandaag: Date) -> bool {
    let grens = vandaag.saturating_sub(EEN_JAAR.days());
    signalen.filter(|signaal| TimeZone::UTC.to_datetime(signaal.gemeld_op).date() >= grens).count() >= TERUGKEREND
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::{SignedDuration, civil::date};

    fn signaal(dagen_geleden: i64) -> Signaal {
        Signaal {
            id: SignaalId(uuid::Uuid::nil()),
            afspraak: AfspraakId("a".into()),
            van: Partij::Toegang,
            gemeente: None,
            tekst: "Het lukt niet.".into(),
            gemeld_door: None,
            gemeld_op: Timestamp::UNIX_EPOCH + SignedDuration::from_hours(24 * (1_000 - dagen_geleden)),
            behandeling: Behandeling::default(),
            versie: 1,
            door: None,
            op: Timestamp::UNIX_EPOCH,
        }
    }

    #[test]
    fn three_signals_within_a_year_are_no_accident() {
        let vandaag = date(1970, 1, 1).saturating_add(1_000.days());
        for (dagen, keert) in [(vec![1, 2, 3], true), (vec![1, 2, 400], false), (vec![1, 2], false)] {
            let signalen: Vec<_> = dagen.iter().map(|dagen| signaal(*dagen)).collect();
            assert_eq!(keert_terug(signalen.iter(), vandaag), keert, "{dagen:?}");
        }
    }

    #[test]
    fn a_signal_goes_back_with_an_answer() {
        let dag = Some(date(2026, 12, 1));
        let zonder = Behandeling { teruggekoppeld_op: dag, ..Behandeling::default() };
        assert_eq!(zonder.getoetst().unwrap_err().code, Code::Verplicht);
        let eigenaar = Some(PersoonId(uuid::Uuid::nil()));
        for (eigenaar, antwoord, teruggekoppeld_op, stand) in [
            (None, "", None, SignaalStand::Gemeld),
            (eigenaar, "", None, SignaalStand::InBehandeling),
            (eigenaar, "Opgelost.", None, SignaalStand::Beantwoord),
            (None, "Opgelost.", dag, SignaalStand::Teruggekoppeld),
        ] {
            let behandeling = Behandeling { eigenaar, antwoord: antwoord.into(), teruggekoppeld_op };
            assert_eq!(behandeling.stand(), stand);
        }
    }
}
