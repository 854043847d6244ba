//! Where a gemeente does something else than an article says: why, until when, and whose care it is. Pure.

use jiff::{Timestamp, civil::Date};
use serde::{Deserialize, Serialize};

use super::AfspraakId;
use crate::domain::{
    fout::{Code, Fout},
    invoer,
    organisatie::{GemeenteId, PersoonId, uuid_id},
};

uuid_id!(AfwijkingId);

const MAX_TEKST: usize = 5_000;
const MAX_REDEN: usize = 2_000;
const MAX_KOP: usize = 200;

/// What people fill in.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct AfwijkingInhoud {
    /// Why the gemeente cannot, or will not, do as the article says.
    pub reden: String,
    /// What holds there instead.
    pub hier: String,
    /// The last day of it: a deviation ends.
    pub tot: Date,
    pub eigenaar: PersoonId,
    /// When it ended earlier.
    pub beeindigd_op: Option<Date>,
}

/// A gemeente that deviates from an article.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Afwijking {
    pub id: AfwijkingId,
    pub afspraak: AfspraakId,
    pub gemeente: GemeenteId,
    /// The article as it stays in all versions, and what it was called; `None`: the agreement as a whole.
    pub artikel: Option<Artikelverwijzing>,
    pub inhoud: AfwijkingInhoud,
    pub versie: i32,
    pub door: Option<PersoonId>,
    pub op: Timestamp,
    pub sinds: Timestamp,
}

/// An article of a text, by the id it keeps.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Artikelverwijzing {
    pub id: String,
    pub kop: String,
}

impl Artikelverwijzing {
    /// The same, with a heading that fits on a line.
    pub fn getoetst(self) -> Result<Self, Fout> {
        let kop = invoer::vrije_tekst("artikel", &self.kop, MAX_KOP)?;
        Ok(Self { id: invoer::tekst("artikel", &self.id, MAX_KOP)?, kop })
    }
}

impl AfwijkingInhoud {
    /// The same with its texts trimmed, or what is wrong with it.
    pub fn getoetst(self) -> Result<Self, Fout> {
        for (veld, dag) in [("tot", Some(self.tot)), ("beeindigdOp", self.beeindigd_op)] {
            dag.map(|dag| invoer::datum(veld, dag)).transpose()?;
        }
        if self.beeindigd_op.is_some_and(|op| op > self.tot) {
            let bericht = "Deze dag ligt na de einddag van de afwijking. Kies een eerdere dag.";
            return Err(Fout::bij(Code::DatumOngeldig, "beeindigdOp", bericht));
        }
        let reden = invoer::tekst("reden", &self.reden, MAX_REDEN)?;
        Ok(Self { reden, hier: invoer::tekst("hier", &self.hier, MAX_TEKST)?, ..self })
    }
}

impl Afwijking {
    /// Does it still hold on this day?
    pub fn geldt(&self, vandaag: Date) -> bool {
        self.inhoud.beeindigd_op.is_none_or(|op| vandaag < op) && vandaag <= self.inhoud.tot
    }

    /// Refuses to overwrite what someone else changed after `verwachte_versie`.
    pub fn toets_versie(&self, verwachte_versie: i32, door: Option<PersoonId>) -> Result<(), Fout> {
        if self.versie <= verwachte_versie || self.door == door {
            return Ok(());
        }
        let bericht =
            "Een ander heeft deze afwijking net gewijzigd. Bekijk wat er nu staat en bewaar zo nodig opnieuw.";
        Err(Fout::new(Code::VersieVerouderd, bericht))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn a_deviation_says_why_and_ends() {
        let inhoud = AfwijkingInhoud {
            reden: " Eigen systeem ".into(),
            hier: "Binnen twee weken.".into(),
            tot: date(2027, 6, 30),
            eigenaar: PersoonId(uuid::Uuid::nil()),
            beeindigd_op: None,
        };
        assert_eq!(inhoud.clone().getoetst().unwrap().reden, "Eigen systeem");
        let leeg = AfwijkingInhoud { reden: " ".into(), ..inhoud.clone() };
        assert_eq!(leeg.getoetst().unwrap_err().veld.as_deref(), Some("reden"));
        let laat = AfwijkingInhoud { beeindigd_op: Some(date(2027, 7, 1)), ..inhoud.clone() };
        assert_eq!(laat.getoetst().unwrap_err().code, Code::DatumOngeldig);
        let afwijking = |beeindigd_op| Afwijking {
            id: AfwijkingId(uuid::Uuid::nil()),
            afspraak: AfspraakId("a".into()),
            gemeente: GemeenteId("gem-venlo".into()),
            artikel: None,
            inhoud: AfwijkingInhoud { beeindigd_op, ..inhoud.clone() },
            versie: 1,
            door: None,
            op: Timestamp::UNIX_EPOCH,
            sinds: Timestamp::UNIX_EPOCH,
        };
        for (beeindigd_op, dag, geldt) in [
            (None, date(2027, 6, 30), true),
            (None, date(2027, 7, 1), false),
            (Some(date(2027, 3, 1)), date(2027, 2, 28), true),
            (Some(date(2027, 3, 1)), date(2027, 3, 1), false),
        ] {
            assert_eq!(afwijking(beeindigd_op).geldt(dag), geldt, "{beeindigd_op:?} {dag}");
        }
    }
}
