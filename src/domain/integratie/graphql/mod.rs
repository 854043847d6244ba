//! This context in the schema.

mod besluit;
mod besluitcel;
mod besluitmutaties;
mod bord;
mod invoer;
mod mijlpaal;
mod mutaties;
mod plan;
mod risico;
mod taak;
mod traject;
mod vragen;
mod zienswijze;

pub use besluit::{BesluitNode, BesluitregelSoort, BesluitstapNode, Tijdsduur};
pub use besluitcel::BesluitcelNode;
pub use besluitmutaties::BesluitMutation;
pub use bord::{BordNode, FunctieNode, KolomNode, TrajectNode};
pub use mijlpaal::{MijlpaalNode, PrognoseNode};
pub use mutaties::IntegratieMutation;
pub use plan::{PlanMutation, PlanQuery};
pub use risico::{RisicoMutation, RisicoNode};
pub use taak::{CheckpuntNode, OpmerkingNode, TaakConnection, TaakNode, taken_pagina};
pub use traject::TrajectMutation;
pub use vragen::{IntegratieQuery, op_datum};
pub use zienswijze::{ZienswijzeMutation, ZienswijzepuntNode};
