//! Dates and counts as people read them. Pure.

use jiff::civil::{Date, Weekday};

const MAANDEN: [&str; 12] = [
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
];

/// "30 november 2026".
pub fn datum(datum: Date) -> String {
    let maand = usize::try_from(datum.month() - 1).ok().and_then(|index| MAANDEN.get(index)).unwrap_or(&"");
    format!("{} {maand} {}", datum.day(), datum.year())
}

/// "maandag 30 november 2026".
pub fn dag_en_datum(dag: Date) -> String {
    let weekdag = match dag.weekday() {
        Weekday::Monday => "maandag",
        Weekday::Tuesday => "dinsdag",
        Weekday::Wednesday => "woensdag",
        Weekday::Thursday => "donderdag",
        Weekday::Friday => "vrijdag",
        Weekday::Saturday => "zaterdag",
        Weekday::Sunday => "zondag",
    };
    format!("{weekdag} {}", datum(dag))
}

/// "1 dag", "21 dagen".
pub fn aantal(aantal: i64, een: &str, meer: &str) -> String {
    format!("{aantal} {}", if aantal == 1 { een } else { meer })
}

/// "Beesel, Bergen en Venray".
pub fn opsomming(namen: impl Iterator<Item = String>) -> String {
    let mut namen: Vec<_> = namen.collect();
    match namen.pop() {
        None => String::new(),
        Some(laatste) if namen.is_empty() => laatste,
        Some(laatste) => format!("{} en {laatste}", namen.join(", ")),
    }
}
