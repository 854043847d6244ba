//! What stands in the margin of a text.

use std::sync::Arc;

use async_graphql::{Context, ID, Object, Result, SimpleObject};

use super::AfspraakNode;
use crate::{
    domain::{
        afspraken::{
            Afspraak, AfspraakId, Kanttekening, KanttekeningId, KanttekeningStand, mag_opmerken, mag_schrijven,
        },
        graphql::aanvraag,
        organisatie::graphql::PersoonNode,
        sporen::Lezing,
    },
    platform::{
        change_log::Position,
        graphql::{relay::global_id, scalars::Tijdstip},
    },
};

/// Een opmerking of voorstel bij de tekst van een afspraak.
#[derive(Clone)]
pub struct KanttekeningNode {
    beeld: Lezing,
    positie: Position,
    kanttekening: Arc<Kanttekening>,
}

impl KanttekeningNode {
    pub fn vind(beeld: &Lezing, positie: Position, id: KanttekeningId) -> Option<Self> {
        let kanttekening = beeld.afspraken().kanttekeningen.get(&id)?.clone();
        Some(Self { beeld: beeld.clone(), positie, kanttekening })
    }

    /// Those at an agreement, the oldest first.
    pub fn alle(beeld: &Lezing, positie: Position, bij: &AfspraakId) -> Vec<Self> {
        let alle = beeld.afspraken().kanttekeningen.values().filter(|een| een.afspraak == *bij);
        let mut alle: Vec<_> =
            alle.map(|een| Self { beeld: beeld.clone(), positie, kanttekening: een.clone() }).collect();
        alle.sort_by_key(|een| (een.kanttekening.op, een.kanttekening.id));
        alle
    }

    pub fn afspraak_id(&self) -> &AfspraakId {
        &self.kanttekening.afspraak
    }

    fn bij(&self) -> Option<&Arc<Afspraak>> {
        self.beeld.afspraken().afspraken.get(&self.kanttekening.afspraak)
    }
}

/// De woorden in de tekst waar een opmerking of voorstel over gaat.
#[derive(SimpleObject)]
#[graphql(name = "Passage")]
pub struct PassageNode {
    /// Waar zij beginnen: een plek die meeschuift, zoals Yjs die in JSON schrijft.
    van: String,
    /// Waar zij eindigen, op dezelfde manier.
    tot: String,
    /// Wat er stond.
    citaat: String,
}

/// Een antwoord op een opmerking of voorstel.
#[derive(SimpleObject)]
#[graphql(name = "KantAntwoord")]
pub struct KantAntwoordNode {
    /// Telt vanaf 1.
    nummer: i32,
    /// Wat iemand antwoordde; `@[naam](id)` noemt een persoon.
    tekst: String,
    /// Wie; leeg: de hub zelf.
    door: Option<PersoonNode>,
    /// Wanneer.
    op: Tijdstip,
}

/// Een opmerking of voorstel bij de tekst van een afspraak.
#[Object(name = "Kanttekening")]
impl KanttekeningNode {
    /// Adres van deze opmerking.
    pub async fn id(&self) -> ID {
        global_id("Kanttekening", self.kanttekening.id)
    }

    /// De afspraak.
    async fn afspraak(&self) -> Result<AfspraakNode> {
        let node = AfspraakNode::vind(&self.beeld, self.positie, &self.kanttekening.afspraak);
        node.ok_or_else(|| "afspraak ontbreekt".into())
    }

    /// De sleutel van het artikel waar zij bij staat.
    async fn artikel(&self) -> &str {
        &self.kanttekening.inhoud.artikel
    }

    /// De woorden waar het over gaat; leeg: het hele artikel.
    async fn passage(&self) -> Option<PassageNode> {
        let passage = self.kanttekening.inhoud.passage.clone()?;
        Some(PassageNode { van: passage.van, tot: passage.tot, citaat: passage.citaat })
    }

    /// Wat iemand zegt; `@[naam](id)` noemt een persoon. Bij een voorstel mag het leeg zijn.
    async fn tekst(&self) -> &str {
        &self.kanttekening.inhoud.tekst
    }

    /// Wat er in plaats van het citaat moet staan, een lege tekst: niets. Leeg: het is een opmerking.
    async fn voorstel(&self) -> Option<&str> {
        self.kanttekening.inhoud.voorstel.as_deref()
    }

    /// De antwoorden, het eerste eerst.
    async fn antwoorden(&self) -> Vec<KantAntwoordNode> {
        let antwoorden = self.kanttekening.antwoorden.iter().enumerate();
        let node = |(index, een): (usize, &crate::domain::afspraken::KantAntwoord)| KantAntwoordNode {
            nummer: index as i32 + 1,
            tekst: een.tekst.clone(),
            door: een.door.and_then(|id| PersoonNode::vind(&self.beeld, id)),
            op: Tijdstip(een.op),
        };
        antwoorden.map(node).collect()
    }

    /// Hoe ver het ermee is.
    async fn stand(&self) -> KanttekeningStand {
        self.kanttekening.stand
    }

    /// Wie haar schreef; leeg: de hub zelf.
    async fn door(&self) -> Option<PersoonNode> {
        PersoonNode::vind(&self.beeld, self.kanttekening.door?)
    }

    /// Wanneer.
    async fn op(&self) -> Tijdstip {
        Tijdstip(self.kanttekening.op)
    }

    /// Wie haar afhandelde of over het voorstel besliste; leeg: nog niemand.
    async fn beslist_door(&self) -> Option<PersoonNode> {
        PersoonNode::vind(&self.beeld, self.kanttekening.beslist_door?)
    }

    /// Wanneer; leeg: nog niet.
    async fn beslist_op(&self) -> Option<Tijdstip> {
        self.kanttekening.beslist_op.map(Tijdstip)
    }

    /// Mag de kijker antwoorden, en een opmerking afhandelen of heropenen?
    async fn mag_antwoorden(&self, ctx: &Context<'_>) -> bool {
        let wie = aanvraag(ctx).wie.as_ref();
        wie.zip(self.bij()).is_some_and(|(wie, afspraak)| mag_opmerken(wie, afspraak))
    }

    /// Mag de kijker een voorstel overnemen of afwijzen?
    async fn mag_beslissen(&self, ctx: &Context<'_>) -> bool {
        let wie = aanvraag(ctx).wie.as_ref();
        let open = self.kanttekening.stand == KanttekeningStand::Open && self.kanttekening.inhoud.voorstel.is_some();
        open && wie.zip(self.bij()).is_some_and(|(wie, afspraak)| mag_schrijven(wie, afspraak))
    }
}
