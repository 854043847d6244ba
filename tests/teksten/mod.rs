//! Texts that people write together.

mod files;
mod hostile;
mod kantlijn;
mod together;
mod versies;

/// A text of the demo.
pub const TEKST: &str = "afspraken/afspraak-plan-van-aanpak-delen";
