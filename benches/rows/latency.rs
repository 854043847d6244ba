//! How long a change takes to a screen, at a steady pace: from the moment someone makes it.
//!
//! The limit twice: the bare server that only sends, and the same with the rows of a mutation on disk before it
//! sends, as the hub must.

use std::time::Duration;

use serde_json::json;

use super::{Sample, bare_fanout, event_of};
use crate::{
    bed::Beds,
    client::{
        net::Net,
        pace::{Make, paced},
        screens::{Follow, open},
    },
    process::Process,
    report::{RUNS, Report, Runs, percentile},
};

const SCREENS: usize = 1000;
const WRITERS: usize = 8;
const TIME: Duration = Duration::from_secs(3);

struct Side<'s> {
    screens: Vec<usize>,
    writers: Vec<usize>,
    make: Make<'s>,
}

impl<'s> Side<'s> {
    fn new(net: &mut Net, server: &Process, follow: &Follow, make: Make<'s>) -> Self {
        let writers = (0..WRITERS).map(|_| net.asker(server.address)).collect();
        let screens = open(net, follow, SCREENS);
        Self { screens, writers, make }
    }

    /// Milliseconds: p50 and p95.
    fn measure(&mut self, net: &mut Net, rate: u32) -> [f64; 2] {
        let took = paced(net, &self.screens, &self.writers, rate, TIME, self.make);
        let took: Vec<f64> = took.iter().map(|took| took.as_secs_f64() * 1e3).collect();
        [0.5, 0.95].map(|part| percentile(&took, part))
    }
}

pub fn measure(beds: &Beds, report: &mut Report) {
    let hub = beds.hub(1000);
    let sample = Sample::new(&event_of(&hub));
    let (bare, bare_follow) = bare_fanout(&sample, None, &hub);
    let (durable, durable_follow) = bare_fanout(&sample, Some(&sample.database()), &hub);
    let (mut changes, request) = (hub.changes(), hub.changes()(0));
    let (mut same, mut again) = (|_| request.clone(), |_| request.clone());
    // One net for all: a screen that waits must still answer when the hub asks whether it is there.
    let mut net = Net::new();
    let mut own = Side::new(&mut net, &hub.process, &hub.follow(), &mut changes);
    let mut sending = Side::new(&mut net, &bare, &bare_follow, &mut same);
    let mut storing = Side::new(&mut net, &durable, &durable_follow, &mut again);
    for rate in [10, 50] {
        let mut beside_sending: [Runs; 2] = Default::default();
        let mut beside_storing: [Runs; 2] = Default::default();
        for _ in 0..RUNS {
            net.sign_of_life();
            let (hub, sends, stores) =
                (own.measure(&mut net, rate), sending.measure(&mut net, rate), storing.measure(&mut net, rate));
            for part in 0..2 {
                beside_sending[part].add(hub[part], sends[part]);
                beside_storing[part].add(hub[part], stores[part]);
            }
        }
        for (part, name) in ["p50", "p95"].into_iter().enumerate() {
            let params = json!({
                "screens": SCREENS, "writes_per_second": rate, "percentile": name, "seconds": TIME.as_secs(),
                "limit": "bare fan-out after a durable commit",
            });
            let title = format!("wijziging → scherm, {rate}/s, {name}");
            report.add(beside_storing[part].row(&title, "ms", "≤ 1,3", params.clone()));
            let mut strict = params;
            strict["limit"] = json!("bare fan-out, nothing stored");
            report.add(beside_sending[part].row(format!("{title}, naast alleen versturen"), "ms", "", strict));
        }
    }
}
