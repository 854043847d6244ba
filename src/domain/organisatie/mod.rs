//! Wie meedoet: de organisatie, regio's, modules, gemeenten en hun deelname in de tijd, rollen en gremia,
//! stakeholders en hun relaties (de *feiten*); en wie in de hub werkt: personen, hun aanstellingen,
//! aanmeldingen en tokens.
//!
//! Invariants: a fact has a source; what is uncertain is marked and never filled in; a person has a right
//! only through an aanstelling that is in force; secrets (passwords, tokens) stand in the tables as digests
//! and never in the log.

mod bezetting;
pub mod commands;
mod events;
mod feiten;
pub mod graphql;
mod kaart;
pub mod kaartzinnen;
mod model;
pub mod queries;
mod rijen;
mod tables;
mod vermeldingen;
pub mod zinnen;

pub use bezetting::*;
pub use events::{BEZOEKEN, Gebeurtenis, ORGANISATIE, TOEGANG, Toegang, Toestand};
pub use feiten::*;
pub use kaart::*;
pub use model::*;
pub use vermeldingen::vermelde_personen;
