//! This context in the schema. What guests reach is made of types of its own, with no way to the rest of the hub.

mod bord;
mod gast;
mod invoer;
mod leiden;
mod sessie;
mod uitslag;
mod vragen;

pub use bord::{DeelnemerNode, NotitieNode, NotitiegroepNode, OpbrengstNode};
pub use gast::{GAST_MAG, GastMutation, GastQuery, mag_gast};
pub use leiden::SessieMutation;
pub use sessie::{FaseNode, SessieNode};
pub use vragen::{SessieQuery, SessieSubscription};
