//! Texts that are written together: which there are, and who may read and write them. Pure.

use super::{beeld::Beeld, rechten::Wie};

/// What someone may do with a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Toegang {
    Geen,
    Lezen,
    Schrijven,
}

/// What they may do with the text of `soort` with this id. A text that does not exist is nobody's.
pub fn toegang(_beeld: &Beeld, _wie: &Wie, _soort: &str, _id: &str) -> Toegang {
    Toegang::Geen
}
