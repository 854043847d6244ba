//! Things break while people work, and a checker judges the history afterwards.
//!
//! - [`plan`]: what breaks when, and who does what, all from one seed ([`dice`]).
//! - [`stage`]: the real processes and servers. - [`writer`], [`screen`]: the people, and the [`line`] they have to a hub.
//! - [`history`]: what they note.
//! - [`checker`]: judges it, beside the log as it is at the end. - [`run`]: all of that together.
//!
//! `make test` runs a short form of seconds; `make chaos` goes on for as long as one likes.

mod checker;
mod checker_cases;
pub mod dice;
mod faults;
mod garbage;
mod history;
mod line;
mod long;
mod plan;
mod rights;
mod run;
mod screen;
mod stage;
mod stalled;
mod writer;
