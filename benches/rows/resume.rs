//! Coming back after a cut line: everything that was missed, then live.

use serde_json::json;

use crate::{
    bed::{Beds, Hub},
    client::screens::{Follow, catch_up},
    report::{RUNS, Report, Runs, percentile},
};

pub const MISSED: usize = 1000;
/// How often someone comes back, per run.
const TIMES: usize = 40;

pub fn measure(beds: &Beds, report: &mut Report) {
    let hub = beds.hub(1000);
    hub.write(MISSED, hub.changes());
    let mut runs = Runs::default();
    for _ in 0..RUNS {
        runs.add_alone(p95(&hub, &hub.board.position));
    }
    let params = json!({ "missed": MISSED, "times": TIMES });
    report.add(runs.row("1.000 gemiste gebeurtenissen nasturen, p95", "ms", "≤ 500 ms", params));
}

/// Milliseconds to catch up from a position: p95.
pub fn p95(hub: &Hub, position: &str) -> f64 {
    let follow = hub.follow();
    let variables = json!({ "traject": hub.board.path, "vanaf": position });
    let follow = Follow { variables, ..follow };
    let subscribe = follow.subscribe();
    let took: Vec<f64> = (0..TIMES)
        .map(|_| {
            let mut stream = follow.greeted();
            let (events, took) = catch_up(&mut stream, &subscribe);
            assert_eq!(events as usize, MISSED, "events replayed");
            took.as_secs_f64() * 1e3
        })
        .collect();
    percentile(&took, 0.95)
}
