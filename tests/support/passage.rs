//! Words in a text, as an editor notes where they are.

use samenspel::{
    domain::afspraken::{Passage, tekst::FRAGMENT},
    platform::documents::passage,
};
use yrs::Doc;

/// The first place where these words stand.
pub fn passage(doc: &Doc, citaat: &str) -> Passage {
    let (van, tot) = passage::of(doc, FRAGMENT, citaat).expect("these words are not there");
    Passage { van, tot, citaat: citaat.into() }
}
