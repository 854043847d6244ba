//! Impact: whom something touches, through which body it must go and by when, and who knows of it already.
//!
//! - [`raakt`]: worked out from the state, per kind of subject. - [`vragen`]: in the schema.
//! - [`meld_geinformeerd`]: laying down who was told.

mod meld_geinformeerd;
mod raakt;
mod vragen;

pub use meld_geinformeerd::MeldGeinformeerd;
pub use raakt::{Impact, impact};
pub use vragen::{ImpactMutation, ImpactQuery};
