//! Finding everything in the hub: what comes first, who sees what, and that the index follows the log.

mod impact;
mod meldingen;
mod rechten;
mod stappen;
mod vragen;
