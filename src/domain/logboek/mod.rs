//! The log as people read it: events as sentences, history, "as of a date", and the live streams.

mod abonnementen;
mod objecten;
mod terug;
mod vragen;

pub use abonnementen::{Bijgewerkt, HerladenNodig, LogboekSubscription};
pub use objecten::*;
pub use terug::{Verleden, beeld_op, beeld_van_dag, lezing_van_dag};
pub use vragen::{GebeurtenisConnection, GebeurtenisEdge, LogboekQuery, geschiedenis, nieuwste, zichtbaar};
