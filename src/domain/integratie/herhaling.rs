//! Tasks that come back: the dates of the series. Pure.

use jiff::{Span, civil::Date};
use serde::{Deserialize, Serialize};

use super::model::Taak;
use crate::domain::{
    fout::{Code, Fout},
    invoer,
};

/// Hoe vaak een taak terugkomt, geteld vanaf haar vervaldatum.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, async_graphql::SimpleObject)]
pub struct Herhaling {
    /// Om de hoeveel dagen, weken, maanden, kwartalen of jaren: 1 tot en met 99.
    pub elke: i32,
    /// Waarin dat telt.
    pub eenheid: Herhaaleenheid,
}

/// Waarin de tijd tussen twee keer gemeten wordt.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, async_graphql::Enum)]
#[serde(rename_all = "snake_case")]
pub enum Herhaaleenheid {
    /// Dagen, weekend meegeteld.
    Dag,
    /// Weken van zeven dagen.
    Week,
    /// Maanden, op dezelfde dag van de maand; bestaat die niet, dan op de laatste.
    Maand,
    /// Drie maanden.
    Kwartaal,
    /// Jaren, op dezelfde dag; 29 februari wordt 28 als het moet.
    Jaar,
}

/// The task that comes after one that is done, as the history of that one tells it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Volgende {
    pub nummer: i32,
    pub vervaldatum: Date,
}

impl Volgende {
    /// `None`: without a due date it is not one that comes after another.
    pub fn van(taak: &Taak) -> Option<Self> {
        Some(Self { nummer: taak.nummer, vervaldatum: taak.vervaldatum? })
    }
}

impl Herhaling {
    /// Refuses a rhythm that cannot be, or one without a due date to count from (an error at `herhaling`).
    pub fn getoetst(self, vervaldatum: Option<Date>) -> Result<Self, Fout> {
        if !(1..=99).contains(&self.elke) {
            let bericht = "Kies een getal van 1 tot en met 99.";
            return Err(Fout::bij(Code::OngeldigeWaarde, "herhaling", bericht));
        }
        if vervaldatum.is_none() {
            let bericht = "Een taak die terugkomt, telt vanaf haar vervaldatum. Vul eerst een vervaldatum in.";
            return Err(Fout::bij(Code::Verplicht, "herhaling", bericht));
        }
        Ok(self)
    }

    /// The first date of the series that is after `na`. `None`: there is none the hub can hold.
    ///
    /// Each date is counted from the first one and not from the one before it, so that 31 January gives 28 February
    /// and then 31 March.
    pub fn volgende(self, begin: Date, na: Date) -> Option<Date> {
        let mut datums = (1..).map_while(|keer| begin.checked_add(self.afstand(keer)?).ok());
        datums.find(|datum| *datum > na).filter(|datum| invoer::datum("vervaldatum", *datum).is_ok())
    }

    fn afstand(self, keer: i32) -> Option<Span> {
        let aantal = self.elke.checked_mul(keer)?;
        let span = Span::new();
        match self.eenheid {
            Herhaaleenheid::Dag => span.try_days(aantal),
            Herhaaleenheid::Week => span.try_weeks(aantal),
            Herhaaleenheid::Maand => span.try_months(aantal),
            Herhaaleenheid::Kwartaal => span.try_months(aantal.checked_mul(3)?),
            Herhaaleenheid::Jaar => span.try_years(aantal),
        }
        .ok()
    }

    /// "elke week", "elke 2 weken".
    pub fn in_woorden(self) -> String {
        let (een, meer) = match self.eenheid {
            Herhaaleenheid::Dag => ("dag", "dagen"),
            Herhaaleenheid::Week => ("week", "weken"),
            Herhaaleenheid::Maand => ("maand", "maanden"),
            Herhaaleenheid::Kwartaal => ("kwartaal", "kwartalen"),
            Herhaaleenheid::Jaar => ("jaar", "jaar"),
        };
        match (self.elke, self.eenheid) {
            (1, Herhaaleenheid::Kwartaal | Herhaaleenheid::Jaar) => format!("elk {een}"),
            (1, _) => format!("elke {een}"),
            (elke, _) => format!("elke {elke} {meer}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use Herhaaleenheid::{Dag, Jaar, Kwartaal, Maand, Week};

    fn herhaling(elke: i32, eenheid: Herhaaleenheid) -> Herhaling {
        Herhaling { elke, eenheid }
    }

    #[test]
    fn the_next_date_lies_on_the_series_after_the_due_date_and_after_today() {
        // (rhythm, first date of the series, due date, day it is done, next)
        for (elke, eenheid, begin, vervalt, vandaag, volgende) in [
            // Done on its day, and early: one period on.
            (1, Dag, "2026-11-30", "2026-11-30", "2026-11-30", "2026-12-01"),
            (1, Week, "2026-11-30", "2026-11-30", "2026-11-30", "2026-12-07"),
            (2, Week, "2026-11-30", "2026-12-14", "2026-12-01", "2026-12-28"),
            (1, Maand, "2026-12-15", "2026-12-15", "2026-11-01", "2027-01-15"),
            (1, Kwartaal, "2026-10-01", "2026-10-01", "2026-09-30", "2027-01-01"),
            (1, Jaar, "2026-12-31", "2026-12-31", "2026-12-31", "2027-12-31"),
            // Done late: the dates that passed are left out, and the day it is done is one of those.
            (1, Maand, "2026-01-15", "2026-01-15", "2026-04-14", "2026-04-15"),
            (1, Maand, "2026-01-15", "2026-01-15", "2026-04-15", "2026-05-15"),
            (1, Week, "2026-01-05", "2026-01-05", "2027-01-06", "2027-01-11"),
            (3, Maand, "2025-01-31", "2025-01-31", "2026-02-01", "2026-04-30"),
            // The end of the month, counted from the first date of the series.
            (1, Maand, "2027-01-31", "2027-01-31", "2027-01-20", "2027-02-28"),
            (1, Maand, "2027-01-31", "2027-02-28", "2027-02-28", "2027-03-31"),
            (1, Maand, "2028-01-31", "2028-01-31", "2028-01-31", "2028-02-29"),
            (1, Maand, "2028-01-30", "2028-02-29", "2028-02-29", "2028-03-30"),
            (1, Kwartaal, "2026-11-30", "2026-11-30", "2026-11-30", "2027-02-28"),
            (1, Kwartaal, "2026-11-30", "2027-02-28", "2027-02-28", "2027-05-30"),
            // Leap years.
            (1, Jaar, "2028-02-29", "2028-02-29", "2028-02-29", "2029-02-28"),
            (1, Jaar, "2028-02-29", "2031-02-28", "2031-02-28", "2032-02-29"),
            (4, Jaar, "2028-02-29", "2028-02-29", "2028-02-29", "2032-02-29"),
        ] {
            let dag = |tekst: &str| tekst.parse::<Date>().unwrap();
            let na = dag(vervalt).max(dag(vandaag));
            let gevonden = herhaling(elke, eenheid).volgende(dag(begin), na);
            assert_eq!(gevonden, Some(dag(volgende)), "{elke} {eenheid:?} from {begin}, due {vervalt}, done {vandaag}");
        }
    }

    #[test]
    fn a_series_ends_where_dates_of_the_hub_end() {
        let dag: Date = "2100-12-01".parse().unwrap();
        assert_eq!(herhaling(1, Maand).volgende(dag, dag), None);
        assert_eq!(herhaling(99, Jaar).volgende(dag, dag), None);
    }

    #[test]
    fn a_rhythm_needs_a_number_and_a_due_date() {
        let dag: Option<Date> = "2026-11-30".parse().ok();
        for (elke, vervaldatum, code) in [
            (0, dag, Some(Code::OngeldigeWaarde)),
            (100, dag, Some(Code::OngeldigeWaarde)),
            (1, None, Some(Code::Verplicht)),
            (1, dag, None),
            (99, dag, None),
        ] {
            let fout = herhaling(elke, Week).getoetst(vervaldatum).err();
            assert_eq!(fout.as_ref().map(|fout| fout.code), code);
            assert!(fout.is_none_or(|fout| fout.veld.as_deref() == Some("herhaling")));
        }
    }

    #[test]
    fn a_rhythm_reads_as_people_say_it() {
        for (elke, eenheid, woorden) in [
            (1, Week, "elke week"),
            (2, Week, "elke 2 weken"),
            (1, Kwartaal, "elk kwartaal"),
            (1, Jaar, "elk jaar"),
            (2, Jaar, "elke 2 jaar"),
        ] {
            assert_eq!(herhaling(elke, eenheid).in_woorden(), woorden);
        }
    }
}
