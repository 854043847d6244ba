//! What one can look for: one row of the hub, with who may see it.

use serde::Deserialize;

use crate::{
    domain::rechten::{Bereik, Recht, Wie},
    platform::search::{Aliases, Text},
};

/// Wat voor iets het is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, async_graphql::Enum)]
pub enum Zoeksoort {
    /// Een gemeente.
    Gemeente,
    /// Een vergadering of orgaan, zoals het AB of het RMO.
    Gremium,
    /// Een functie van één of meer mensen.
    Rol,
    /// Iemand die in de hub werkt.
    Persoon,
    /// Wie met het werk te maken heeft.
    Stakeholder,
    /// Een traject.
    Traject,
    /// Een taak, met haar checklist en opmerkingen.
    Taak,
    /// Een mijlpaal.
    Mijlpaal,
    /// Een besluit, een stap ervan of wat één gemeente daarin besloot.
    Besluit,
    /// Wat een raad over een besluit zei.
    Zienswijze,
    /// Een risico.
    Risico,
    /// Een afspraak.
    Afspraak,
    /// Een artikel uit de laatst vastgelegde tekst van een afspraak.
    Artikel,
    /// Een beoogde uitkomst.
    Uitkomst,
    /// Waar een gemeente van een afspraak afwijkt.
    Afwijking,
    /// Een signaal dat een afspraak niet werkt.
    Signaal,
    /// Een contract of een segment daarvan.
    Contract,
    /// Een kenmerk waarop contracten vergeleken worden, met wat er staat en wat besloten is.
    Attribuut,
    /// Een sessie, met wat er op het bord staat.
    Sessie,
    /// Wat uit een sessie kwam.
    Opbrengst,
}

impl Zoeksoort {
    /// How much likelier than another kind it is what people look for, when both hold the same words.
    fn gewicht(self) -> f32 {
        match self {
            Self::Gemeente | Self::Gremium => 1.3,
            Self::Rol | Self::Persoon | Self::Afspraak | Self::Traject => 1.15,
            Self::Artikel | Self::Attribuut | Self::Opbrengst | Self::Stakeholder => 0.9,
            Self::Besluit => 1.05,
            _ => 1.0,
        }
    }
}

/// One row of the hub as it is looked for.
#[derive(Debug, Clone, PartialEq)]
pub struct Document {
    pub soort: Zoeksoort,
    /// The object it leads to: its type in the schema, and its key.
    pub waar: (&'static str, String),
    pub titel: String,
    /// What else it is called: abbreviations, numbers, old names.
    pub namen: Vec<String>,
    /// Where it belongs, on one line.
    pub bij: String,
    pub tekst: String,
    /// What it is found by as well: whom and what it is about.
    pub ook: String,
    /// What one must be allowed to do to see it, and for what.
    pub recht: Recht,
    pub bereik: Bereik,
    /// It is over: archived, closed, replaced. Found, but after what is not.
    pub voorbij: bool,
}

impl Document {
    /// A row that everyone with this right may see.
    pub fn new(soort: Zoeksoort, waar: (&'static str, String), titel: &str, recht: Recht) -> Self {
        Self {
            soort,
            waar,
            titel: titel.to_owned(),
            namen: Vec::new(),
            bij: String::new(),
            tekst: String::new(),
            ook: String::new(),
            recht,
            bereik: Bereik::Alles,
            voorbij: false,
        }
    }

    /// May they see it?
    pub fn zichtbaar(&self, wie: &Wie) -> bool {
        wie.mag(self.recht, &self.bereik)
    }
}

impl Text for Document {
    fn title(&self) -> &str {
        &self.titel
    }

    fn names(&self) -> &[String] {
        &self.namen
    }

    fn body(&self) -> &str {
        &self.tekst
    }

    fn extra(&self) -> &str {
        &self.ook
    }

    fn boost(&self) -> f32 {
        self.soort.gewicht() * if self.voorbij { 0.6 } else { 1.0 }
    }
}

/// What something used to be called, or is called by some.
#[derive(Deserialize)]
struct Alias {
    oud: String,
    nu: String,
}

/// The old names, from the data file beside this one.
pub fn aliassen() -> Aliases {
    let mut aliassen = Aliases::default();
    let gelezen: Result<Vec<Alias>, _> = serde_json::from_str(include_str!("aliassen.json"));
    match gelezen {
        Ok(gelezen) => gelezen.iter().for_each(|alias| aliassen.add(&alias.oud, &alias.nu)),
        Err(error) => tracing::error!(%error, "the old names cannot be read: {error}"),
    }
    aliassen
}
