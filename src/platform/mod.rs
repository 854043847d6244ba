//! Machinery that would fit any hub: storage, the change log, live delivery, identity.
//!
//! Nothing here knows a Dutch noun; what the hub is about lives in [`crate::domain`].

pub mod attempts;
pub mod calendar;
pub mod change_log;
pub mod clock;
pub mod db;
pub mod documents;
pub mod fanout;
pub mod graphql;
pub mod lease;
pub mod mail;
pub mod metrics;
pub mod outbox;
pub mod paper;
pub mod presence;
pub mod search;
pub mod secrets;
pub mod sheets;
pub mod signing;
pub mod telemetry;
pub mod traces;
pub mod word;
pub mod writer;
