//! The scalars of the schema.

use async_graphql::{InputValueError, InputValueResult, Scalar, ScalarType, Value};
use jiff::{Timestamp, civil::Date};

use crate::platform::change_log::Position;

fn text(value: Value) -> Result<String, Value> {
    match value {
        Value::String(text) => Ok(text),
        other => Err(other),
    }
}

macro_rules! text_scalar {
    ($(#[$doc:meta])* $name:ident($inner:ty), $wanted:literal) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq)]
        pub struct $name(pub $inner);

        $(#[$doc])*
        #[Scalar]
        impl ScalarType for $name {
            fn parse(value: Value) -> InputValueResult<Self> {
                let text = text(value).map_err(InputValueError::expected_type)?;
                text.parse().map(Self).map_err(|_| InputValueError::custom($wanted))
            }

            fn to_value(&self) -> Value {
                Value::String(self.0.to_string())
            }
        }
    };
}

text_scalar!(
    /// Een datum, bijvoorbeeld 2026-01-01.
    Datum(Date),
    "schrijf een datum als jjjj-mm-dd"
);
text_scalar!(
    /// Een moment in UTC volgens RFC 3339, bijvoorbeeld 2026-01-01T09:30:00.123Z.
    Tijdstip(Timestamp),
    "schrijf een moment volgens RFC 3339, bijvoorbeeld 2026-01-01T09:30:00Z"
);
text_scalar!(
    /// Een plek in het logboek: tijdperk en volgnummer. Geef haar bij een abonnement mee als `vanaf`.
    Positie(Position),
    "dit is geen positie uit het logboek"
);
text_scalar!(
    /// Een datum zo precies als de bron: een jaar (2014), een maand (2025-09) of een dag (2026-01-01).
    DeelsDatum(PartialDate),
    "schrijf een jaar (2014), een maand (2025-09) of een dag (2026-01-01)"
);

/// A date as precise as its source: a year, a month or a day.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct PartialDate(String);

impl PartialDate {
    /// The first day this date can mean.
    pub fn first_day(&self) -> Option<Date> {
        let full = match self.0.len() {
            4 => format!("{}-01-01", self.0),
            7 => format!("{}-01", self.0),
            _ => self.0.clone(),
        };
        full.parse().ok()
    }

    /// The last day this date can mean.
    pub fn last_day(&self) -> Option<Date> {
        let first = self.first_day()?;
        Some(match self.0.len() {
            4 => first.last_of_year(),
            7 => first.last_of_month(),
            _ => first,
        })
    }
}

/// A text that is no year, month or day.
#[derive(Debug, thiserror::Error)]
#[error("not a year, month or day")]
pub struct NotADate;

impl std::str::FromStr for PartialDate {
    type Err = NotADate;

    fn from_str(text: &str) -> Result<Self, NotADate> {
        let date = Self(text.to_owned());
        let shape = matches!(text.len(), 4 | 7 | 10);
        if shape && date.first_day().is_some() { Ok(date) } else { Err(NotADate) }
    }
}

impl TryFrom<String> for PartialDate {
    type Error = NotADate;

    fn try_from(text: String) -> Result<Self, NotADate> {
        text.parse()
    }
}

impl From<PartialDate> for String {
    fn from(date: PartialDate) -> Self {
        date.0
    }
}

impl std::fmt::Display for PartialDate {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_partial_date_spans_what_it_can_mean() {
        for (text, first, last) in [
            ("2014", "2014-01-01", "2014-12-31"),
            ("2024-02", "2024-02-01", "2024-02-29"),
            ("2026-01-01", "2026-01-01", "2026-01-01"),
        ] {
            let date: PartialDate = text.parse().unwrap();
            assert_eq!(date.first_day(), first.parse().ok());
            assert_eq!(date.last_day(), last.parse().ok());
        }
    }

    #[test]
    fn what_is_no_date_is_refused() {
        for text in ["", "14", "2025-13", "2025-02-30", "2025-Q3", "januari"] {
            assert!(text.parse::<PartialDate>().is_err(), "{text:?}");
        }
    }
}
