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

/// Hundredths with a comma, as short as it can be: "2", "2,5", "-0,75".
pub fn met_komma(honderdsten: i32) -> String {
    let (min, getal) = (if honderdsten < 0 { "-" } else { "" }, honderdsten.unsigned_abs());
    let tekst = format!("{min}{},{:02}", getal / 100, getal % 100);
    tekst.trim_end_matches('0').trim_end_matches(',').to_owned()
}

/// Whole euros as they read in Dutch: "€ 12.500", "-€ 300".
pub fn bedrag(euros: i64) -> String {
    let cijfers = euros.unsigned_abs().to_string();
    let groepen: Vec<_> = cijfers.as_bytes().rchunks(3).rev().map(String::from_utf8_lossy).collect();
    format!("{}€ {}", if euros < 0 { "-" } else { "" }, groepen.join("."))
}
