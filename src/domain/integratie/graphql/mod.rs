//! This context in the schema.

mod autonomie;
mod besluit;
mod besluitcel;
mod besluitmutaties;
mod bord;
mod budget;
mod budgetmutaties;
mod invoer;
mod mijlpaal;
mod mutaties;
mod overdracht;
mod overdrachtmutaties;
mod plan;
mod risico;
mod taak;
mod traject;
mod vragen;
mod zienswijze;

pub use autonomie::{AutonomieMutation, AutonomieNode};
pub use besluit::{BesluitNode, BesluitregelSoort, BesluitstapNode, Tijdsduur};
pub use besluitcel::BesluitcelNode;
pub use besluitmutaties::BesluitMutation;
pub use bord::{BordNode, FunctieNode, KolomNode, TrajectNode};
pub use budget::{BudgetregelNode, BudgettabelNode};
pub use budgetmutaties::BudgetMutation;
pub use mijlpaal::{MijlpaalNode, PrognoseNode};
pub use mutaties::IntegratieMutation;
pub use overdracht::{GereedheidNode, OverdrachtcelNode};
pub use overdrachtmutaties::OverdrachtMutation;
pub use plan::{PlanMutation, PlanQuery};
pub use risico::{RisicoMutation, RisicoNode};
pub use taak::{CheckpuntNode, OpmerkingNode, TaakConnection, TaakNode, taken_pagina};
pub use traject::TrajectMutation;
pub use vragen::{IntegratieQuery, op_datum};
pub use zienswijze::{ZienswijzeMutation, ZienswijzepuntNode};
