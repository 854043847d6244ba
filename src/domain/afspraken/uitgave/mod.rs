//! A text with what belongs to it, to hand out: which text it is, who signed it, and where it is done otherwise. Pure.
//!
//! - [`docx`], [`odt`], [`pdf`]: as a file for who works elsewhere. - [`bijlagen`]: the pages after the text.

mod bijlagen;
mod docx;
mod odt;
mod pdf;

use super::tekst::Tekst;
use crate::platform::documents::tree::Part;

pub use bijlagen::bijlagen;
pub use docx::docx;
pub use odt::odt;
pub use pdf::pdf;

/// A page after the text.
#[derive(Debug, Clone, PartialEq)]
pub struct Bijlage {
    pub titel: String,
    pub inhoud: Vec<Part>,
}

/// Everything that is handed out.
#[derive(Debug, Clone, PartialEq)]
pub struct Uitgave {
    pub titel: String,
    /// Which text it is: what it is called, when it was laid down, its hash, its status.
    pub gegevens: Vec<String>,
    /// The same in a few words, for the bottom of each page.
    pub voet: String,
    pub tekst: Tekst,
    pub bijlagen: Vec<Bijlage>,
}

/// How an article is called in print.
pub fn kop(index: usize, kop: &str) -> String {
    format!("Artikel {}. {kop}", index + 1)
}
