//! Afstemmingsafspraken: wat beleid, toegang, MGR en aanbieders met elkaar afspreken, waar het geldt, hoe ver elke
//! gemeente ermee is, en aan welke beoogde uitkomst het bijdraagt.
//!
//! Invariants: an agreement is never deleted, it lapses or is replaced; it moves along the steps of [`fases`] only, and
//! not while something is missing; agreements never wait for each other in a ring; what no source says is unknown;
//! a signature counts for the articles it was put on, as they then read.

mod afwijkingen;
pub mod commands;
mod events;
mod fases;
pub mod graphql;
mod herinneringen;
pub mod inlezen;
mod kanttekeningen;
mod kantzinnen;
mod model;
pub mod opmaak;
pub mod queries;
mod rijen;
mod rondes;
mod rondezinnen;
mod schrijven;
mod signalen;
mod standaardtekst;
mod tables;
pub mod tekst;
mod toegang;
pub mod uitgave;
mod uitvoering;
pub mod verschil;
mod versies;
pub mod zinnen;

pub use afwijkingen::*;
pub use events::{AFSPRAKEN, Gebeurtenis, Toestand};
pub use fases::*;
pub use herinneringen::{Herinnering, Komt};
pub use kanttekeningen::*;
pub use model::*;
pub use rondes::*;
pub use signalen::*;
pub use toegang::*;
pub use uitvoering::*;
pub use versies::*;
