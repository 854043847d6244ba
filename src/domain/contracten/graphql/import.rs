//! One import.

use std::sync::Arc;

use async_graphql::{Context, ID, Object};

use crate::{
    domain::{
        contracten::{Import, ImportId, Importsoort},
        graphql::aanvraag,
        organisatie::graphql::PersoonNode,
        rechten::{Bereik, Recht},
        sporen::Lezing,
    },
    platform::graphql::{relay::global_id, scalars::Tijdstip},
};

/// Een blad met contracten of waarden dat overgenomen is.
#[derive(Clone)]
pub struct ImportNode {
    pub beeld: Lezing,
    pub import: Arc<Import>,
}

impl ImportNode {
    pub fn vind(beeld: &Lezing, id: ImportId) -> Option<Self> {
        let import = beeld.contracten().imports.get(&id)?.clone();
        Some(Self { beeld: beeld.clone(), import })
    }

    /// All of them, the newest first.
    pub fn alle(beeld: &Lezing) -> Vec<Self> {
        let mut imports: Vec<_> = beeld.contracten().imports.values().cloned().collect();
        imports.sort_by_key(|import| std::cmp::Reverse((import.op, import.id)));
        imports.into_iter().map(|import| Self { beeld: beeld.clone(), import }).collect()
    }
}

/// Een blad met contracten of waarden dat overgenomen is.
#[Object(name = "Contractimport")]
impl ImportNode {
    /// Adres van deze import.
    pub async fn id(&self) -> ID {
        global_id("Contractimport", self.import.id)
    }

    /// De naam van het bestand.
    async fn naam(&self) -> &str {
        &self.import.naam
    }

    /// Wat voor blad het was.
    async fn soort(&self) -> Importsoort {
        self.import.soort
    }

    /// Hoeveel rijen iets nieuws gaven.
    async fn nieuw(&self) -> usize {
        self.import.nieuw
    }

    /// Hoeveel rijen iets wijzigden.
    async fn gewijzigd(&self) -> usize {
        self.import.gewijzigd
    }

    /// Hoeveel rijen zeiden wat er al stond.
    async fn gelijk(&self) -> usize {
        self.import.gelijk
    }

    /// Wanneer het overgenomen is.
    async fn op(&self) -> Tijdstip {
        Tijdstip(self.import.op)
    }

    /// Wie het overnam; leeg: de hub zelf.
    async fn door(&self) -> Option<PersoonNode> {
        PersoonNode::vind(&self.beeld, self.import.door?)
    }

    /// Wanneer het teruggedraaid is; leeg: niet.
    async fn teruggedraaid_op(&self) -> Option<Tijdstip> {
        self.import.teruggedraaid_op.map(Tijdstip)
    }

    /// Wie het terugdraaide.
    async fn teruggedraaid_door(&self) -> Option<PersoonNode> {
        PersoonNode::vind(&self.beeld, self.import.teruggedraaid_door?)
    }

    /// Mag de kijker het terugdraaien?
    async fn mag_terugdraaien(&self, ctx: &Context<'_>) -> bool {
        let mag = aanvraag(ctx).mag(&self.beeld, Recht::ContractenBeheren, &Bereik::Alles);
        mag && self.import.teruggedraaid_op.is_none()
    }
}
