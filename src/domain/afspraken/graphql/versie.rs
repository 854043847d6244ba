//! A frozen version of a text.

use std::sync::Arc;

use async_graphql::{Context, ID, Object, Result, SimpleObject};

use super::{
    AfspraakNode,
    tekst::{ArtikelVerschilNode, TekstNode, verschillen},
};
use crate::{
    domain::{
        afspraken::{Versie, VersieId, queries},
        fout::Fout,
        graphql::aanvraag,
        organisatie::graphql::PersoonNode,
        sporen::Lezing,
    },
    platform::{
        change_log::Position,
        graphql::{relay::global_id, scalars::Tijdstip},
    },
};

/// De tekst van een afspraak, zoals die op een moment vastgelegd is. Wat er staat, verandert nooit meer.
#[derive(Clone)]
pub struct VersieNode {
    pub beeld: Lezing,
    pub positie: Position,
    pub versie: Arc<Versie>,
}

/// Een artikel zoals het vastgelegd is.
#[derive(SimpleObject)]
#[graphql(name = "BevrorenArtikel")]
pub struct BevrorenArtikelNode {
    /// Blijft hetzelfde in alle versies.
    sleutel: String,
    /// Hoe het heet.
    kop: String,
    /// Hetzelfde zolang er hetzelfde staat.
    hash: String,
}

impl VersieNode {
    pub fn vind(beeld: &Lezing, positie: Position, id: VersieId) -> Option<Self> {
        let versie = beeld.afspraken().versies.get(&id)?.clone();
        Some(Self { beeld: beeld.clone(), positie, versie })
    }

    /// Those of an agreement, the newest first.
    pub fn alle(van: &AfspraakNode) -> Vec<Self> {
        let node = |versie| Self { beeld: van.beeld.clone(), positie: van.positie, versie };
        queries::versies(van.beeld.afspraken(), &van.afspraak.id).into_iter().map(node).collect()
    }
}

/// De tekst van een afspraak, zoals die op een moment vastgelegd is. Wat er staat, verandert nooit meer.
#[Object(name = "AfspraakVersie")]
impl VersieNode {
    /// Adres van deze versie.
    pub async fn id(&self) -> ID {
        global_id("AfspraakVersie", self.versie.id)
    }

    /// De afspraak waar zij van is.
    async fn afspraak(&self) -> Result<AfspraakNode> {
        let afspraak = AfspraakNode::vind(&self.beeld, self.positie, &self.versie.afspraak);
        afspraak.ok_or_else(|| "afspraak ontbreekt".into())
    }

    /// Telt vanaf 1, per afspraak.
    async fn nummer(&self) -> i32 {
        self.versie.nummer
    }

    /// Hoe wie haar vastlegde haar noemde, hooguit 120 tekens.
    async fn naam(&self) -> &str {
        &self.versie.naam
    }

    /// Hetzelfde voor precies deze tekst, anders voor elke andere.
    async fn hash(&self) -> &str {
        &self.versie.hash
    }

    /// De artikelen, in hun volgorde, elk met hun eigen hash.
    async fn artikelen(&self) -> Vec<BevrorenArtikelNode> {
        let node = |een: &crate::domain::afspraken::BevrorenArtikel| BevrorenArtikelNode {
            sleutel: een.id.clone(),
            kop: een.kop.clone(),
            hash: een.hash.clone(),
        };
        self.versie.artikelen.iter().map(node).collect()
    }

    /// Wat er staat.
    #[graphql(complexity = "50 + child_complexity")]
    async fn tekst(&self, ctx: &Context<'_>) -> Result<TekstNode> {
        let afspraak = AfspraakNode::vind(&self.beeld, self.positie, &self.versie.afspraak);
        let afspraak = afspraak.ok_or("afspraak ontbreekt")?;
        let tekst = queries::tekst_van(aanvraag(ctx).app().db().read(), self.versie.id).await;
        Ok(TekstNode::new(&afspraak.afspraak, tekst.map_err(Fout::top_level)?))
    }

    /// Wat zij anders zegt dan de versie ervoor.
    #[graphql(complexity = "50 + child_complexity")]
    async fn verschil(&self, ctx: &Context<'_>) -> Result<Vec<ArtikelVerschilNode>> {
        let afspraak = AfspraakNode::vind(&self.beeld, self.positie, &self.versie.afspraak);
        let afspraak = afspraak.ok_or("afspraak ontbreekt")?;
        let alle = queries::versies(self.beeld.afspraken(), &self.versie.afspraak);
        let vorige = alle.iter().find(|versie| versie.nummer == self.versie.nummer - 1);
        let id = |versie: &Arc<Versie>| global_id("AfspraakVersie", versie.id);
        verschillen(ctx, &afspraak.afspraak, vorige.map(id), Some(id(&self.versie))).await
    }

    /// De versie die met haar teruggezet werd; leeg: zij is geschreven.
    async fn terug_naar(&self) -> Option<Self> {
        Self::vind(&self.beeld, self.positie, self.versie.terug_naar?)
    }

    /// Wie haar vastlegde; leeg: de hub zelf.
    async fn door(&self) -> Option<PersoonNode> {
        PersoonNode::vind(&self.beeld, self.versie.door?)
    }

    /// Wanneer zij vastgelegd is.
    async fn op(&self) -> Tijdstip {
        Tijdstip(self.versie.op)
    }
}
