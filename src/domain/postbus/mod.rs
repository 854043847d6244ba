//! De postbus: what there is to tell to whom, in the hub and by e-mail.
//!
//! - [`betreft`]: whom an event concerns. - [`bus`]: the events of late, and what of them is for one person.
//! - [`volgen`]: what someone follows. - [`vragen`], [`abonnement`]: in the schema. - [`bezorgen`], [`brief`]: by e-mail. - [`afmelden`]: no more of it.
//!
//! Invariants: a message is never stored: it follows from the log, or from a date as it is today, so that a date that
//! moves takes its message along; nobody gets one about what they did themselves, or what the hub did; a letter never
//! holds what someone wrote in a remark or a text; the same letter goes out once, over all nodes.

mod abonnement;
pub mod afmelden;
mod betreft;
mod bezorgen;
mod brief;
mod bus;
mod volgen;
mod vragen;

pub use abonnement::PostvakSubscription;
pub use bezorgen::Post;
pub use bus::{Melding, Postbus};
pub use volgen::Volg;
pub use vragen::{MeldingNode, PostvakMutation, PostvakQuery, vind};
