//! Contracten: het register van contracten en segmenten, de vergelijking van Noord en Midden per attribuut, wat daarover
//! besloten is, en hoe ver het gelijk is.
//!
//! Invariants: a contract has its own scale and its number is its own; what no source says is unknown, never zero; a
//! cell holds a value of the kind its attribute takes; how far it is follows from values and decisions alone
//! ([`Standen`]), so that it never disagrees with them.

pub mod commands;
mod events;
pub mod graphql;
mod harmonisatie;
mod import;
mod importvelden;
mod model;
mod mogelijk;
pub mod queries;
mod rijen;
mod signalen;
mod tables;
mod vergelijking;
mod waarde;
pub mod zinnen;

pub use events::{CONTRACTEN, Gebeurtenis, Toestand};
pub use harmonisatie::*;
pub use import::*;
pub use importvelden::*;
pub use model::*;
pub use mogelijk::*;
pub use signalen::*;
pub use vergelijking::*;
pub use waarde::*;
