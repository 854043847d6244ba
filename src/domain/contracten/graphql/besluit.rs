//! What was decided about an attribute, what was said about it, and from which day it may hold.

use std::sync::Arc;

use async_graphql::{ID, Object, SimpleObject};

use super::AttribuutNode;
use crate::{
    domain::{
        contracten::{Besluit, BesluitInhoud, Bijdrage, Harmonisatiekeuze, Hoedanigheid, Moment, Waarde},
        organisatie::graphql::{GemeenteNode, PersoonNode, RolNode},
        sporen::Lezing,
    },
    platform::graphql::{
        relay::global_id,
        scalars::{Datum, Tijdstip},
    },
};

/// Wat er over een attribuut besloten is.
pub struct BesluitNode {
    beeld: Lezing,
    besluit: Arc<Besluit>,
}

/// Vanaf welke dag een wijziging mag, met uitleg.
#[derive(SimpleObject)]
#[graphql(name = "Harmonisatiemoment")]
pub struct MomentNode {
    /// De eerste dag waarop het mag; leeg: er ontbreekt iets.
    datum: Option<Datum>,
    /// In elk geval niet voor deze dag, voor zover bekend.
    niet_voor: Option<Datum>,
    /// Waarom, in zinnen.
    uitleg: Vec<String>,
    /// Wat er eerst bekend moet zijn.
    ontbreekt: Vec<String>,
}

impl From<Moment> for MomentNode {
    fn from(moment: Moment) -> Self {
        let Moment { datum, niet_voor, uitleg, ontbreekt } = moment;
        Self { datum: datum.map(Datum), niet_voor: niet_voor.map(Datum), uitleg, ontbreekt }
    }
}

impl BesluitNode {
    pub fn van(node: &AttribuutNode) -> Self {
        let id = &node.attribuut.id;
        let gevonden = node.beeld.contracten().besluiten.get(id).cloned();
        Self { beeld: node.beeld.clone(), besluit: gevonden.unwrap_or_else(|| Arc::new(Besluit::leeg(id.clone()))) }
    }

    fn inhoud(&self) -> &BesluitInhoud {
        &self.besluit.inhoud
    }
}

/// Wat er over een attribuut besloten is.
#[Object(name = "Harmonisatiebesluit")]
impl BesluitNode {
    /// Wat er besloten is.
    async fn keuze(&self) -> Harmonisatiekeuze {
        self.inhoud().keuze
    }

    /// Wat het wordt; alleen bij iets nieuws.
    async fn waarde(&self) -> Option<String> {
        self.inhoud().waarde.as_ref().map(Waarde::in_woorden)
    }

    /// Waarom; leeg: niet gezegd.
    async fn reden(&self) -> &str {
        &self.inhoud().reden
    }

    /// Wie besluit.
    async fn gremium(&self) -> Option<RolNode> {
        RolNode::vind(&self.beeld, self.inhoud().gremium.as_ref()?)
    }

    /// In welke hoedanigheid.
    async fn hoedanigheid(&self) -> Option<Hoedanigheid> {
        self.inhoud().hoedanigheid
    }

    /// Wanneer het besloten is.
    async fn besloten_op(&self) -> Option<Datum> {
        self.inhoud().besloten_op.map(Datum)
    }

    /// Wat het met het budget doet, in hele euro's per jaar; leeg: onbekend, dat is niet nul.
    async fn effect_budget(&self) -> Option<i64> {
        self.inhoud().effect_budget
    }

    /// Wat het verder doet; leeg: niet gezegd.
    async fn effect(&self) -> &str {
        &self.inhoud().effect
    }

    /// De gemeenten waarvoor iets verandert.
    async fn gemeenten(&self) -> Vec<GemeenteNode> {
        self.inhoud().gemeenten.iter().filter_map(|id| GemeenteNode::vind(&self.beeld, id)).collect()
    }

    /// Vanaf welke dag het geldt; leeg: nog niet gepland.
    async fn gepland_op(&self) -> Option<Datum> {
        self.inhoud().gepland_op.map(Datum)
    }

    /// De afspraak die ervan gemaakt is; leeg: nog geen.
    async fn afspraak(&self) -> Option<ID> {
        self.besluit.afspraak.as_ref().map(|id| global_id("Afspraak", id))
    }

    /// Gaat omhoog bij elke wijziging, vanaf 0; stuur haar mee als `verwachteVersie`.
    async fn versie(&self) -> i32 {
        self.besluit.versie
    }

    /// Wie het het laatst vastlegde; leeg: niemand, of de hub zelf.
    async fn gewijzigd_door(&self) -> Option<PersoonNode> {
        PersoonNode::vind(&self.beeld, self.besluit.door?)
    }

    /// Wanneer; leeg: nooit.
    async fn gewijzigd_op(&self) -> Option<Tijdstip> {
        (self.besluit.versie > 0).then_some(Tijdstip(self.besluit.op))
    }
}

/// Iets wat over een besluit gezegd is.
pub struct BijdrageNode {
    pub beeld: Lezing,
    pub bijdrage: Arc<Bijdrage>,
}

/// Iets wat over een besluit gezegd is.
#[Object(name = "Harmonisatiebijdrage")]
impl BijdrageNode {
    /// Sleutel van deze bijdrage.
    async fn sleutel(&self) -> uuid::Uuid {
        self.bijdrage.id.0
    }

    /// Wat er gezegd is.
    async fn tekst(&self) -> &str {
        &self.bijdrage.tekst
    }

    /// Wie het zei; leeg: de hub zelf.
    async fn door(&self) -> Option<PersoonNode> {
        PersoonNode::vind(&self.beeld, self.bijdrage.door?)
    }

    /// Wanneer.
    async fn op(&self) -> Tijdstip {
        Tijdstip(self.bijdrage.op)
    }
}
