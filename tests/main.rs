//! One test binary: a folder per context, and `support/` for what they share.

// Tests may panic: that is how they fail.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::allow_attributes)]

mod cli;
mod support;
mod transport;
