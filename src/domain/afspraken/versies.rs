//! Versions of a text: frozen by name, each article with a hash of what it says. Pure.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::{AfspraakId, tekst::Tekst};
use crate::domain::organisatie::{PersoonId, uuid_id};

uuid_id!(VersieId);

/// How long the name of a version may be.
pub const MAX_VERSIENAAM: usize = 120;

/// What the text of an agreement is called among all texts.
pub fn documentnaam(id: &AfspraakId) -> String {
    format!("afspraken/{id}")
}

/// An article as it was frozen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct BevrorenArtikel {
    pub id: String,
    pub kop: String,
    pub hash: String,
}

/// A text as it was at one moment. What it says never changes; the text itself stands in the table.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Versie {
    pub id: VersieId,
    pub afspraak: AfspraakId,
    /// Counts from 1, per agreement.
    pub nummer: i32,
    pub naam: String,
    /// Of the articles in their order.
    pub hash: String,
    pub artikelen: Vec<BevrorenArtikel>,
    /// The version it was made from, when an earlier text was put back.
    pub terug_naar: Option<VersieId>,
    pub door: Option<PersoonId>,
    pub op: Timestamp,
}

impl BevrorenArtikel {
    /// Every article of a text, in its order.
    pub fn alle(tekst: &Tekst) -> Vec<Self> {
        let bevroren =
            |een: &super::tekst::Artikel| Self { id: een.id.clone(), kop: een.kop.clone(), hash: een.hash() };
        tekst.artikelen.iter().map(bevroren).collect()
    }
}

impl Versie {
    /// The articles of `self` that are not in `eerder` word for word: what was said about those no longer counts.
    pub fn geraakt(&self, eerder: &Self) -> Vec<&BevrorenArtikel> {
        let gelijk = |artikel: &&BevrorenArtikel| {
            eerder.artikelen.iter().any(|was| was.id == artikel.id && was.hash == artikel.hash)
        };
        self.artikelen.iter().filter(|artikel| !gelijk(artikel)).collect()
    }

    /// The articles of `eerder` that `self` no longer has: who agreed with those, has to look again too.
    pub fn vervallen<'v>(&self, eerder: &'v Self) -> Vec<&'v BevrorenArtikel> {
        let staat_er = |was: &&BevrorenArtikel| self.artikelen.iter().any(|artikel| artikel.id == was.id);
        eerder.artikelen.iter().filter(|was| !staat_er(was)).collect()
    }
}
