//! Zoeken: everything in the hub, from anywhere, as people type it.
//!
//! - [`document`]: what one can look for. - [`bronnen`]: how it follows from the state. - [`bijhouden`]: the index of
//!   this node, folded from the log like the state itself. - [`vragen`]: the question in the schema.
//!
//! Invariants: the index holds what follows from the state and nothing of its own, so that it can be built anew at any
//! moment; whether someone may see a row is asked of the table of rights when they look, not when it is indexed.

mod bijhouden;
mod bronnen;
mod document;
mod vragen;

pub use bijhouden::Zoekindex;
pub use document::{Document, Zoeksoort};
pub use vragen::ZoekQuery;
