//! De integratie van Midden-Limburg in module 1: trajecten met hun functies en borden, taken met checklist
//! en opmerkingen; mijlpalen met hun samenhang; besluiten die elke gemeente in stappen neemt, met hun termijnen.
//!
//! Invariants: a task stands in one column of its own board; every change of a task raises its version and
//! remembers per field who made it; nothing is deleted, only archived or withdrawn, so that it can come back.

mod autonomie;
mod besluiten;
mod besluitstappen;
pub mod besluitzinnen;
mod budget;
mod budgettabel;
pub mod commands;
mod events;
mod fasen;
pub mod feestdagen;
pub mod graphql;
mod herhaling;
mod herinneringen;
mod kaarten;
pub mod kaderzinnen;
mod mijlpalen;
mod model;
pub mod netwerk;
mod overdracht;
mod plan;
mod prognose;
pub mod queries;
mod rijen;
mod risicos;
mod sjabloon;
mod stand;
mod tables;
pub mod termijnen;
mod vergaderingen;
mod zaken;
mod zienswijzen;
pub mod zinnen;

use super::woorden;

pub use autonomie::*;
pub use besluiten::*;
pub use besluitstappen::*;
pub use budget::*;
pub use budgettabel::*;
pub use events::{Gebeurtenis, Toestand, scope_van};
pub use fasen::{Fase, FaseId, FaseStand, Fasebeeld};
pub use herhaling::{Herhaaleenheid, Herhaling, Volgende};
pub use herinneringen::{Herinnering, HerinneringSoort, Waarover};
pub use kaarten::{Kaart, Kaarten};
pub use mijlpalen::*;
pub use model::*;
pub use overdracht::*;
pub use plan::{Periode, Termijnbreuk, Verschuiving, verplaatsing};
pub use prognose::{Oorzaak, Prognose, deelnemers};
pub use risicos::*;
pub use sjabloon::{Inrichting, Start};
pub use stand::*;
pub use vergaderingen::*;
pub use zaken::*;
pub use zienswijzen::*;
