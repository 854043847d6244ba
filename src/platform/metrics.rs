//! What this node counts, to be read by Prometheus. Numbers only: nothing in them tells who or what about.

use std::fmt;

use prometheus_client::{
    encoding::text::encode,
    metrics::{counter::Counter, gauge::Gauge, histogram::Histogram},
    registry::Registry,
};

/// Upper bounds of the sizes of a commit: the writer takes at most 256 commands.
const SIZES: [f64; 9] = [1.0, 2.0, 4.0, 8.0, 16.0, 32.0, 64.0, 128.0, 256.0];

/// The figures of one node. Counting costs one atomic addition.
pub struct Metrics {
    registry: Registry,
    /// Commands that shared one transaction, per commit.
    pub commit_size: Histogram,
    /// Events handed to a reader, as one message each.
    pub deliveries: Counter,
    /// Times that a reader could not keep up and was sent back to the log.
    pub overflows: Counter,
    /// Answers that were given from memory.
    pub cache_hits: Counter,
    /// Answers that were made, and could have been given from memory.
    pub cache_misses: Counter,
    sockets: Gauge,
    groups: Gauge,
    readers: Gauge,
    position: Gauge,
    lag: Gauge,
    statements: Gauge,
}

/// What is measured at the moment someone looks.
pub struct Now {
    pub sockets: usize,
    pub groups: usize,
    pub readers: usize,
    /// The last position of the log this node has seen.
    pub position: i64,
    /// How many entries the store has beyond that.
    pub lag: i64,
    /// How many statements this node gave the store.
    pub statements: u64,
}

impl Default for Metrics {
    fn default() -> Self {
        let mut registry = Registry::with_prefix("samenspel");
        let commit_size = Histogram::new(SIZES);
        registry.register("commit_size", "Commands that shared one transaction", commit_size.clone());
        let mut counter = |name: &str, help: &str| {
            let counter = Counter::default();
            registry.register(name, help, counter.clone());
            counter
        };
        let deliveries = counter("deliveries", "Events handed to a reader");
        let overflows = counter("queue_overflows", "Readers that could not keep up and were sent back to the log");
        let cache_hits = counter("cache_hits", "Answers given from memory");
        let cache_misses = counter("cache_misses", "Answers made that could have been given from memory");
        let mut gauge = |name: &str, help: &str| {
            let gauge = Gauge::default();
            registry.register(name, help, gauge.clone());
            gauge
        };
        let sockets = gauge("sockets", "Open sockets and event streams");
        let groups = gauge("live_groups", "Groups of readers that share one execution");
        let readers = gauge("live_readers", "Readers in those groups");
        let position = gauge("log_position", "Last position of the log this node has seen");
        let lag = gauge("log_lag", "Entries in the store that this node has not seen yet");
        let statements = gauge("store_statements", "Statements this node gave the store");
        Self {
            registry,
            commit_size,
            deliveries,
            overflows,
            cache_hits,
            cache_misses,
            sockets,
            groups,
            readers,
            position,
            lag,
            statements,
        }
    }
}

impl Metrics {
    /// All figures, in the text format of OpenMetrics.
    pub fn text(&self, now: Now) -> Result<String, fmt::Error> {
        self.sockets.set(now.sockets as i64);
        self.groups.set(now.groups as i64);
        self.readers.set(now.readers as i64);
        self.position.set(now.position);
        self.lag.set(now.lag);
        self.statements.set(i64::try_from(now.statements).unwrap_or(i64::MAX));
        let mut text = String::new();
        encode(&mut text, &self.registry)?;
        Ok(text)
    }
}
