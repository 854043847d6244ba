//! Sessies: a facilitator and a room full of guests write, group, vote and decide on one board, live.
//!
//! Words: a *sessie* runs through *fasen*; a *gast* joins with a code and stands for an *achterban* (a gemeente or the
//! MGR); a *notitie* stands in a *kolom*, may be in a *groep*, and may become an *opbrengst*.
//!
//! Invariants: in an anonymous session no row, event or answer says who wrote a note; a vote is never kept, only its
//! count per constituency, and who voted; a count is told only when its groups are large enough ([`stemmen`]); what was
//! not revealed is given to nobody but the one who moderates; a guest says afterwards who it was only where notes bear
//! a name; the report goes to nobody whom the one who sends it did not name.

pub mod commands;
pub mod docx;
mod events;
pub mod graphql;
mod model;
pub mod queries;
mod rijen;
pub mod standpunten;
pub mod stemmen;
mod tables;
pub mod voorstellen;
mod woorden;
pub mod zinnen;

pub use events::{Daad, Gastdaad, Gebeurtenis, Notitiedaad, SESSIES, Sessiebord, Toestand, scope_van};
pub use model::*;
pub use standpunten::{Kostenpositie, Standpunt};
pub use woorden::{Deurstand, Fasesoort, Notitiestand, Opbrengstsoort, Sessiestand, Stemgroep, Stemvorm, Toelating};
