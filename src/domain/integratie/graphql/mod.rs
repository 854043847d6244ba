//! This context in the schema.

mod bord;
mod invoer;
mod mutaties;
mod taak;
mod vragen;

pub use bord::{BordNode, FunctieNode, KolomNode, TrajectNode};
pub use mutaties::IntegratieMutation;
pub use taak::{CheckpuntNode, OpmerkingNode, TaakConnection, TaakNode, taken_pagina};
pub use vragen::{IntegratieQuery, op_datum};
