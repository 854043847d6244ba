//! Weergaven: what someone chose on a page (filters, order, form), kept under a name, for oneself or for colleagues.
//!
//! A page keeps what one chooses in its address; a weergave is a name for that. So it works on every such page, and
//! what it shows is always what is there now.
//!
//! Invariants: only its maker changes it; what is not shared nobody else sees; it never leads out of the hub.

pub mod commands;
mod events;
pub mod graphql;
mod model;
pub mod queries;
mod rijen;
mod tables;
pub mod zinnen;

pub use events::{Gebeurtenis, Toestand, WEERGAVEN};
pub use model::*;
