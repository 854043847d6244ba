//! The technical log: readable on a terminal, JSON elsewhere. On stderr, so that stdout stays for answers.

use std::io::{self, IsTerminal};

use tracing_subscriber::EnvFilter;

/// Starts logging what `filter` lets through.
pub fn start(filter: &str) {
    let filter = EnvFilter::try_new(filter).unwrap_or_else(|_| EnvFilter::new("info"));
    let log = tracing_subscriber::fmt().with_env_filter(filter).with_writer(io::stderr);
    // Fails when a log was started before: then that one stays.
    let _ = if io::stderr().is_terminal() { log.try_init() } else { log.json().with_span_list(false).try_init() };
}
