//! Texts that people write together.

mod hostile;
mod together;

/// A text of the demo.
pub const TEKST: &str = "afspraken/afspraak-direct-301";
