//! What holds for every command and every event.

mod batch;
mod scenarios;
mod vers;
mod voorbeelden;

pub use scenarios::alle as scenarios;
