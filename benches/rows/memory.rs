//! What a screen costs that follows a board and waits.

use serde_json::json;

use crate::{
    bed::Beds,
    client::{net::Net, screens::open},
    report::{RUNS, Report, Runs},
};

/// Before counting, so that what there is once for all is there.
const FIRST: usize = 100;
const SCREENS: usize = 2000;

pub fn measure(beds: &Beds, report: &mut Report) {
    let mut runs = Runs::default();
    for _ in 0..RUNS {
        let hub = beds.hub(1000);
        let mut net = Net::new();
        open(&mut net, &hub.follow(), FIRST);
        let before = hub.process.resident();
        open(&mut net, &hub.follow(), SCREENS);
        runs.add_alone((hub.process.resident() - before) / 1024.0 / SCREENS as f64);
    }
    report.add(runs.row("geheugen per wachtend scherm", "KiB", "≤ 8 KiB", json!({ "screens": SCREENS })));
}
