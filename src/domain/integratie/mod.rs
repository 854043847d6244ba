//! De integratie van Midden-Limburg in module 1: trajecten met hun functies en borden, taken met checklist
//! en opmerkingen.
//!
//! Invariants: a task stands in one column of its own board; every change of a task raises its version and
//! remembers per field who made it; nothing is deleted, only archived or withdrawn, so that it can come back.

pub mod commands;
mod events;
pub mod feestdagen;
pub mod graphql;
mod model;
pub mod queries;
mod rijen;
mod tables;
pub mod termijnen;
mod woorden;
pub mod zinnen;

pub use events::{Gebeurtenis, Kaart, Toestand, scope_van};
pub use model::*;
