//! De integratie van Midden-Limburg in module 1.

mod events;
pub mod queries;

pub use events::{Gebeurtenis, Toestand};
