//! Two hubs on one PostgreSQL: how long a change takes to a screen on the other one, beside a screen on the same.

use std::time::Duration;

use serde_json::json;

use crate::{
    bed::{Beds, Hub, prepare},
    client::{net::Net, pace::paced, screens::open},
    report::{RUNS, Report, Runs, percentile},
    server::{self, Store, drop_database, folder, fresh_database, has_postgres, has_redis},
};

const SCREENS: usize = 500;
const WRITERS: usize = 8;
const RATE: u32 = 20;
const TIME: Duration = Duration::from_secs(3);
const DATABASE: &str = "samenspel_bench_nodes";

pub fn measure(_: &Beds, report: &mut Report) {
    if !has_postgres() || !has_redis() {
        let (postgres, redis) = (server::postgres(), server::redis());
        eprintln!("Geen PostgreSQL op {postgres} of geen Redis op {redis}: de regels over twee hubs ontbreken.");
        return;
    }
    let folder = folder();
    let shared = Store { folder: folder.path().into(), database: Some(fresh_database(DATABASE)), redis: true };
    let token = prepare(&shared);
    let (first, second) = (Hub::start(shared.clone(), None, token.clone()), Hub::start(shared, None, token));
    let mut changes = first.changes();
    let mut follow = |hub: &Hub| {
        // Lines of its own each time: the screens of the other side hear of every change too.
        let mut net = Net::new();
        let writers: Vec<_> = (0..WRITERS).map(|_| net.asker(first.process.address)).collect();
        let screens = open(&mut net, &hub.follow(), SCREENS);
        let took = paced(&mut net, &screens, &writers, RATE, TIME, &mut changes);
        let took: Vec<f64> = took.iter().map(|took| took.as_secs_f64() * 1e3).collect();
        [0.5, 0.95].map(|part| percentile(&took, part))
    };
    let mut runs: [Runs; 2] = Default::default();
    for _ in 0..RUNS {
        let (elsewhere, here) = (follow(&second), follow(&first));
        for part in 0..2 {
            runs[part].add(elsewhere[part], here[part]);
        }
    }
    for (runs, name) in runs.into_iter().zip(["p50", "p95"]) {
        let params = json!({
            "screens": SCREENS, "writes_per_second": RATE, "percentile": name, "seconds": TIME.as_secs(),
            "limit": "screens on the hub that takes the changes",
        });
        report.add(runs.row(format!("wijziging → scherm op een andere hub, {RATE}/s, {name}"), "ms", "", params));
    }
    drop(changes);
    first.process.stop();
    second.process.stop();
    drop_database(DATABASE);
}
