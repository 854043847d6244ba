//! One test binary: a folder per context, and `support/` for what they share.

// Tests may panic: that is how they fail.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::allow_attributes)]

mod afspraken;
mod architecture;
mod change_log;
mod chaos;
mod cli;
mod contracten;
mod integratie;
mod organisatie;
mod realtime;
mod rechten;
mod sessies;
mod support;
mod teksten;
mod transport;
mod zoeken;
