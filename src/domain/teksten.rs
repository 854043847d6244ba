//! Texts that are written together: which there are, and who may read and write them. Pure.

use super::{
    afspraken::{self, AfspraakId},
    beeld::Beeld,
    rechten::Wie,
};
use crate::platform::graphql::relay;

/// What someone may do with a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Toegang {
    Geen,
    Lezen,
    Schrijven,
}

/// The key of a text, by its key or by the global id of what it is the text of.
pub fn sleutel(soort: &str, id: &str) -> String {
    match (soort, relay::parse(id)) {
        ("afspraken", Some(global)) if global.kind == "Afspraak" => global.key,
        _ => id.to_owned(),
    }
}

/// What they may do with the text of `soort` with this id. A text that does not exist is nobody's.
pub fn toegang(beeld: &Beeld, wie: &Wie, soort: &str, id: &str) -> Toegang {
    let afspraak = match soort {
        "afspraken" => beeld.afspraken.afspraken.get(&AfspraakId(id.to_owned())),
        _ => None,
    };
    match afspraak {
        Some(afspraak) if afspraken::mag_schrijven(wie, afspraak) => Toegang::Schrijven,
        Some(afspraak) if afspraken::mag_lezen(wie, afspraak) => Toegang::Lezen,
        _ => Toegang::Geen,
    }
}
