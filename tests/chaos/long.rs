//! The long form: one plan after another, each from a seed that follows on the one before.

use std::{
    env,
    time::{Duration, Instant, SystemTime, UNIX_EPOCH},
};

use super::{plan::Plan, run::run};

/// Is this `make chaos`?
pub fn is_long() -> bool {
    setting("CHAOS_SECONDS").is_some()
}

/// A number from the environment.
pub fn setting(name: &str) -> Option<u64> {
    let value = env::var(name).ok().filter(|value| !value.is_empty())?;
    Some(value.parse().unwrap_or_else(|_| panic!("{name} is a number, not {value}")))
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
#[ignore = "make chaos"]
async fn whatever_can_happen() {
    let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap();
    let first = setting("CHAOS_SEED").unwrap_or(now.as_secs());
    let length = Duration::from_secs(setting("CHAOS_SECONDS").unwrap_or(300));
    let began = Instant::now();
    for seed in first.. {
        let plan = Plan::from(seed);
        let faults: Vec<_> = plan.faults.iter().map(|(_, fault)| fault).collect();
        println!("{seed}: {:?}, {} nodes, {faults:?}", plan.stores, plan.nodes);
        println!("{seed}: {}", run(plan).await);
        if began.elapsed() > length {
            return;
        }
    }
}
