//! Searching in memory, as people type: capitals, accents, endings and small mistakes do not matter.
//!
//! - [`words`]: what a text consists of. - [`terms`]: which known words a typed one may stand for.
//! - [`index`]: which entries hold them, best first. - [`marks`]: where in a text they stand.

mod index;
mod marks;
mod terms;
mod words;

pub use index::{Found, Hit, Index, Text};
pub use marks::Part;
pub use words::{Aliases, fold, words};
