//! The result of a vote.

use async_graphql::{ID, Object, SimpleObject};

use crate::{
    domain::sessies::{Groepsuitslag, Stemgroep, Stemkeuze, Stemming, Stemvorm, Uitslag},
    platform::graphql::relay::global_id,
};

/// Hoe er gestemd wordt.
#[derive(SimpleObject)]
#[graphql(name = "Stemming")]
pub struct StemmingNode {
    /// De vorm.
    vorm: Stemvorm,
    /// Hoeveel punten je verdeelt; alleen bij punten.
    budget: u32,
    /// Hoeveel punten één keuze hooguit krijgt; alleen bij punten.
    per_keuze: u32,
}

impl From<&Stemming> for StemmingNode {
    fn from(stemming: &Stemming) -> Self {
        Self { vorm: stemming.vorm, budget: stemming.budget, per_keuze: stemming.per_keuze }
    }
}

/// Iets om op te stemmen.
#[derive(SimpleObject)]
#[graphql(name = "Stemkeuze")]
pub struct StemkeuzeNode {
    /// Adres van deze keuze.
    id: ID,
    /// Wat het is.
    naam: String,
}

impl From<&Stemkeuze> for StemkeuzeNode {
    fn from(keuze: &Stemkeuze) -> Self {
        Self { id: global_id("Stemkeuze", keuze.id), naam: keuze.naam.clone() }
    }
}

/// De uitslag van een stemming, voor zover die bekend mag zijn.
pub struct UitslagNode(pub Uitslag);

/// De uitslag van een stemming, voor zover die bekend mag zijn.
#[Object(name = "Stemuitslag")]
impl UitslagNode {
    /// De uitslag van iedereen samen en per groep.
    async fn groepen(&self) -> Vec<GroepsuitslagNode> {
        self.0.groepen.iter().cloned().map(GroepsuitslagNode).collect()
    }

    /// Groepen die niet apart getoond worden, omdat dan te zien zou zijn wat iemand stemde.
    async fn beschermd(&self) -> &[Stemgroep] {
        &self.0.beschermd
    }
}

/// De uitslag van één groep.
pub struct GroepsuitslagNode(Groepsuitslag);

/// De uitslag van één groep.
#[Object(name = "Groepsuitslag")]
impl GroepsuitslagNode {
    /// Welke groep.
    async fn groep(&self) -> Stemgroep {
        self.0.groep
    }

    /// Hoeveel mensen stemden; leeg: onbekend.
    async fn stemmers(&self) -> Option<u32> {
        self.0.stemmers
    }

    /// Wat elke keuze kreeg.
    async fn regels(&self) -> Vec<UitslagregelNode> {
        let regel = |regel: &crate::domain::sessies::Uitslagregel| UitslagregelNode {
            keuze: global_id("Stemkeuze", regel.keuze),
            punten: regel.punten,
            procent: regel.procent,
        };
        self.0.regels.iter().map(regel).collect()
    }

    /// Wat deze groep liever heeft, als alleen dat bekend is.
    async fn voorkeur(&self) -> Option<ID> {
        self.0.voorkeur.map(|keuze| global_id("Stemkeuze", keuze))
    }
}

/// Wat één keuze in één groep kreeg.
#[derive(SimpleObject)]
#[graphql(name = "Uitslagregel")]
pub struct UitslagregelNode {
    /// De keuze.
    keuze: ID,
    /// Hoeveel stemmen of punten; leeg: onbekend.
    punten: Option<u32>,
    /// Deel van alle stemmen of punten van deze groep, in procenten; leeg: onbekend.
    procent: Option<u32>,
}
