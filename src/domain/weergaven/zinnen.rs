//! What happened, as sentences people read.

use super::Gebeurtenis;

/// One sentence about an event, done by `wie`.
pub fn zin(wie: &str, gebeurtenis: &Gebeurtenis) -> String {
    let Gebeurtenis::WeergaveBewaard { van, naar } = gebeurtenis;
    let wat = match van {
        None => "bewaarde",
        Some(_) if naar.vervallen => "verwijderde",
        Some(_) => "wijzigde",
    };
    format!("{wie} {wat} de weergave ‘{}’.", naar.naam)
}
