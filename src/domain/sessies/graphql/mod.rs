//! This context in the schema. What guests reach is made of types of its own, with no way to the rest of the hub.

mod bord;
mod claim;
mod gast;
mod invoer;
mod leiden;
mod sessie;
mod sjabloon;
mod standpunten;
mod uitslag;
mod vragen;

use async_graphql::MergedObject;

pub use bord::{DeelnemerNode, NotitieNode, NotitiegroepNode, OpbrengstNode};
use claim::ClaimMutation;
pub use gast::{GAST_MAG, mag_gast};
use gast::{GastMutation, GastQuery};
use leiden::SessieMutation;
pub use sessie::{FaseNode, SessieNode};
use sjabloon::{SjabloonMutation, SjabloonQuery};
use standpunten::{StandpuntMutation, StandpuntQuery};
use vragen::SessieQuery;
pub use vragen::{SessieSubscription, sessie_id};

/// Wat je over sessies kunt vragen.
#[derive(MergedObject, Default)]
pub struct SessiesQuery(SessieQuery, GastQuery, SjabloonQuery, StandpuntQuery);

/// Wat je met sessies kunt doen.
#[derive(MergedObject, Default)]
pub struct SessiesMutation(SessieMutation, GastMutation, ClaimMutation, SjabloonMutation, StandpuntMutation);
