//! Meldingen: hoe iemand bericht wil krijgen en wat die al las; en wie waarover geïnformeerd is.
//!
//! What there is to tell is not kept: it follows from the log and the state (`domain::postbus`). Here stands only what
//! people decided about it.
//!
//! Invariants: what someone wants and read is theirs alone, nobody else sees or changes it; that somebody was informed
//! is never taken back.

pub mod commands;
mod events;
mod model;
pub mod queries;
mod rijen;
mod tables;
pub mod zinnen;

pub use events::{Gebeurtenis, MELDINGEN, POSTVAK, Toestand};
pub use model::*;
