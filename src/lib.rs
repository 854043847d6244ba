//! Samenspel: één GraphQL-schema, één logboek, live op elk scherm.
//!
//! - [`domain`]: what the hub is about (Dutch words, rules, rights, commands).
//! - [`platform`]: machinery that would fit any hub (store, change log, live delivery).
//! - [`transport`]: how bytes come in and go out. - [`cli`]: what one can start.
//! - [`app`]: what a request can reach. - [`schema`]: the merged schema. - [`demo`]: the real facts.
//!
//! The walk of one mutation, with function names, is in ARCHITECTURE.md.

// One schema merged from the parts of every context: its type is as deep as it has parts.
#![recursion_limit = "256"]
// Tests may panic: that is how they fail.
#![cfg_attr(test, allow(clippy::unwrap_used, clippy::expect_used, clippy::allow_attributes))]

pub mod app;
pub mod cli;
pub mod config;
pub mod demo;
pub mod domain;
pub mod platform;
pub mod schema;
pub mod transport;
