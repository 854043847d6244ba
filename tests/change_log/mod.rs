//! What holds for every command and every event.

mod scenarios;
mod vers;
mod voorbeelden;
