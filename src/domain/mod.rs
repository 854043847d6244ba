//! What the hub is about. Dutch words, no machinery.
//!
//! - [`command`]: the one door for writes. - [`rechten`]: who may do what. - [`fout`]: what can go wrong.
//! - [`gebeurtenis`]: everything that can happen. - [`beeld`]: the present, folded from the log.
//! - [`bsn`]: no client data comes in. - [`invoer`]: texts and dates as people type them.
//! - [`organisatie`], [`integratie`]: the contexts.

pub mod beeld;
pub mod bsn;
pub mod command;
pub mod fout;
pub mod gebeurtenis;
pub mod graphql;
pub mod integratie;
pub mod invoer;
pub mod organisatie;
pub mod rechten;
