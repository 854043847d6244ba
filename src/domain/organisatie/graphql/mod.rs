//! This context in the schema: objects, queries and mutations.
//!
//! An object holds the state it was read from and its own fact, so that everything it leads to is true at
//! the same moment.

mod actoren;
mod bezetting;
mod gebieden;
mod invoer;
mod kaart;
mod lijnen;
mod mutaties;
mod personen;
mod vragen;
mod zoeken;

pub use actoren::*;
pub use bezetting::{BezettingMutation, BezettingNode, FrequentieNode};
pub use gebieden::*;
pub use kaart::{KaartMutation, KaartQuery, StakeholderPayload};
pub use lijnen::LijnMutation;
pub use mutaties::{GeenInhoudPayload, OrganisatieMutation};
pub use personen::*;
pub use vragen::OrganisatieQuery;
pub use zoeken::{gevouwen, komt_voor};

use async_graphql::{Error, SimpleObject};

use crate::domain::fout::Fout;

/// Een document, en waar daarin.
#[derive(Clone, SimpleObject)]
pub struct Bron {
    /// Naam van het document.
    document: String,
    /// Paragraaf, tabel of afbeelding; leeg: niet genoemd.
    paragraaf: Option<String>,
}

impl From<&super::Bron> for Bron {
    fn from(bron: &super::Bron) -> Self {
        Self { document: bron.document.clone(), paragraaf: bron.paragraaf.clone() }
    }
}

/// Waar een feit vandaan komt en hoe zeker het is.
#[derive(Clone, SimpleObject)]
pub struct Herkomst {
    /// De bron waar het feit in staat.
    bron: Bron,
    /// Andere bronnen die het ook noemen.
    overige_bronnen: Vec<Bron>,
    /// Is het feit onzeker? Dan staat in de notitie waarom.
    onzeker: bool,
    /// Wat je bij dit feit moet weten.
    notitie: Option<String>,
}

impl From<&super::Herkomst> for Herkomst {
    fn from(herkomst: &super::Herkomst) -> Self {
        Self {
            bron: (&herkomst.bron).into(),
            overige_bronnen: herkomst.bronnen_extra.iter().map(Bron::from).collect(),
            onzeker: herkomst.onzeker,
            notitie: herkomst.notitie.clone(),
        }
    }
}

/// The object of one kind of fact: the state, and the fact itself.
macro_rules! feit_node {
    ($node:ident, $feit:ident, $id:ident, $naam:literal, $lijst:ident) => {
        #[derive(Clone)]
        pub struct $node {
            pub beeld: $crate::domain::sporen::Lezing,
            pub feit: std::sync::Arc<$crate::domain::organisatie::$feit>,
        }

        impl $node {
            /// The fact with this key, if it is there.
            pub fn vind(beeld: &$crate::domain::sporen::Lezing, id: &$crate::domain::organisatie::$id) -> Option<Self> {
                let feit = beeld.organisatie().$lijst.get(id)?.clone();
                Some(Self { beeld: beeld.clone(), feit })
            }

            /// The facts for which `wens` holds, in the order of their keys.
            pub fn alle(
                beeld: &$crate::domain::sporen::Lezing,
                wens: impl Fn(&$crate::domain::organisatie::$feit) -> bool,
            ) -> Vec<Self> {
                let feiten = beeld.organisatie().$lijst.values().filter(|feit| wens(feit));
                feiten.map(|feit| Self { beeld: beeld.clone(), feit: feit.clone() }).collect()
            }

            fn adres(&self) -> async_graphql::ID {
                $crate::platform::graphql::relay::global_id($naam, &self.feit.id)
            }
        }
    };
}
use feit_node;

/// A fact that another points at is always there: [`LegFeitVast`](super::commands::LegFeitVast) sees to it.
fn aanwezig<T>(node: Option<T>) -> Result<T, Error> {
    node.ok_or_else(|| Fout::intern("a fact points at one that is not there").top_level())
}
