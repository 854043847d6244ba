//! The outcomes that agreements should lead to.

use std::sync::Arc;

use async_graphql::{ID, Object};

use super::AfspraakNode;
use crate::{
    domain::{
        afspraken::{Uitkomst, UitkomstId},
        organisatie::graphql::Herkomst,
        sporen::Lezing,
    },
    platform::{change_log::Position, graphql::relay::global_id},
};

/// Een van de uitkomsten die afspraken samen moeten opleveren.
#[derive(Clone)]
pub struct UitkomstNode {
    beeld: Lezing,
    positie: Position,
    uitkomst: Arc<Uitkomst>,
}

impl UitkomstNode {
    pub fn vind(beeld: &Lezing, positie: Position, id: &UitkomstId) -> Option<Self> {
        let uitkomst = beeld.afspraken().uitkomsten.get(id)?.clone();
        Some(Self { beeld: beeld.clone(), positie, uitkomst })
    }

    /// All of them, in their order.
    pub fn alle(beeld: &Lezing, positie: Position) -> Vec<Self> {
        let mut uitkomsten: Vec<_> = beeld.afspraken().uitkomsten.values().cloned().collect();
        uitkomsten.sort_by_key(|uitkomst| uitkomst.nummer);
        uitkomsten.into_iter().map(|uitkomst| Self { beeld: beeld.clone(), positie, uitkomst }).collect()
    }
}

/// Een van de uitkomsten die afspraken samen moeten opleveren.
#[Object(name = "Uitkomst")]
impl UitkomstNode {
    /// Adres van deze uitkomst.
    pub async fn id(&self) -> ID {
        global_id("Uitkomst", &self.uitkomst.id)
    }

    /// Haar plek in de lijst van de bron.
    async fn nummer(&self) -> i32 {
        self.uitkomst.nummer
    }

    /// Hoe zij heet.
    async fn naam(&self) -> &str {
        &self.uitkomst.naam
    }

    /// De afspraken die eraan bijdragen en niet voorbij zijn, op naam; geen: er is nog niets afgesproken.
    async fn afspraken(&self) -> Vec<AfspraakNode> {
        AfspraakNode::alle(&self.beeld, self.positie, |afspraak| {
            !afspraak.fase.is_voorbij() && afspraak.inhoud.uitkomsten.contains(&self.uitkomst.id)
        })
    }

    /// Het document waar zij uit komt.
    async fn herkomst(&self) -> Herkomst {
        Herkomst::from(&self.uitkomst.herkomst)
    }
}
