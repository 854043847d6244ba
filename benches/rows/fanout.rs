//! One change to every screen that follows the board.

use std::time::Duration;

use serde_json::json;

use super::{Sample, TIME, bare_fanout, event_of};
use crate::{
    bed::{Beds, Hub, token_of},
    client::{
        net::Net,
        pace::{Load, Make, back_to_back, one_at_a_time},
        screens::{Follow, open},
    },
    process::Process,
    report::{RUNS, Report, Runs},
};

const WRITERS: usize = 64;
/// Persons with different roles: what they may do differs, so what they get may differ too.
const ROLES: [&str; 8] = [
    "beheerder",
    "kwartiermaker",
    "coordinator-toegang",
    "procesregisseur-beleid",
    "contractmanager",
    "bestuurder",
    "kijker",
    "accounthouder-venray",
];

pub fn measure(beds: &Beds, report: &mut Report) {
    let mut flat = Vec::new();
    for screens in [100, 1000, 5000] {
        let hub = beds.hub(1000);
        let follows = vec![hub.follow()];
        flat.push((screens, side_by_side(&hub, &follows, screens, "", report)));
    }
    let smallest = flat[0].1.clone();
    for (screens, cpu) in flat {
        let runs = cpu.beside(smallest.median());
        let name = format!("groei: rekentijd per bezorging, {} schermen", screens);
        report.add(runs.row(name, "µs", "vlak", json!({ "screens": screens, "compared_with": 100 })));
    }
    roles(beds, report);
}

fn roles(beds: &Beds, report: &mut Report) {
    let (folder, store) = beds.copy(1000);
    let tokens = ROLES.map(|name| token_of(&store, &format!("{name}@samenspel.example")));
    let hub = beds.hub_on(store, folder);
    let follows: Vec<Follow> = tokens.into_iter().map(|token| Follow { token, ..hub.follow() }).collect();
    side_by_side(&hub, &follows, 1000, " van 8 rollen", report);
}

/// A server with screens that follow it.
struct Side<'s> {
    server: &'s Process,
    follows: &'s [Follow],
    count: usize,
    screens: Vec<usize>,
    writers: Vec<usize>,
}

impl<'s> Side<'s> {
    fn new(net: &mut Net, server: &'s Process, follows: &'s [Follow], count: usize) -> Self {
        let mut side = Self { server, follows, count, screens: Vec::new(), writers: Vec::new() };
        side.open(net);
        side
    }

    fn open(&mut self, net: &mut Net) {
        net.close(&self.screens);
        net.close(&self.writers);
        self.writers = (0..WRITERS).map(|_| net.asker(self.server.address)).collect();
        let each = self.count / self.follows.len();
        self.screens = self.follows.iter().flat_map(|follow| open(net, follow, each)).collect();
    }

    fn one_at_a_time(&mut self, net: &mut Net, make: Make) -> Load {
        // The first round warms up: buffers, statements, branches.
        one_at_a_time(net, self.server, self.writers[0], self.screens.len(), Duration::ZERO, make);
        one_at_a_time(net, self.server, self.writers[0], self.screens.len(), TIME, make)
    }

    fn saturated(&mut self, net: &mut Net, make: Make) -> Load {
        let (load, drained) = back_to_back(net, self.server, &self.writers, TIME, make);
        if !drained {
            self.open(net);
        }
        load
    }
}

/// Measures hub and limit in turns; answers the processor time per delivery.
fn side_by_side(hub: &Hub, follows: &[Follow], screens: usize, kind: &str, report: &mut Report) -> Runs {
    let event = event_of(hub);
    let sample = Sample::new(&event);
    let (bare, bare_follow) = bare_fanout(&sample, None, hub);
    let bare_follows = [bare_follow];
    // One net for both: a screen that waits must still answer when the hub asks whether it is there.
    let mut net = Net::new();
    let mut own = Side::new(&mut net, &hub.process, follows, screens);
    let mut limit = Side::new(&mut net, &bare, &bare_follows, screens);
    let (mut single, mut cpu, mut spread, mut saturated) =
        (Runs::default(), Runs::default(), Runs::default(), Runs::default());
    let (mut changes, request) = (hub.changes(), hub.changes()(0));
    let mut writes = Runs::default();
    for _ in 0..RUNS {
        let (a, b) =
            (own.one_at_a_time(&mut net, &mut changes), limit.one_at_a_time(&mut net, &mut |_| request.clone()));
        single.add(a.events_per_second(), b.events_per_second());
        cpu.add(a.cpu_per_event(), b.cpu_per_event());
        let per_round = |load: &Load| load.spread.as_secs_f64() * 1e3 / load.answers as f64;
        spread.add(per_round(&a), per_round(&b));
        net.sign_of_life();
        let (a, b) = (own.saturated(&mut net, &mut changes), limit.saturated(&mut net, &mut |_| request.clone()));
        saturated.add(a.events_per_second(), b.events_per_second());
        writes.add(a.answers_per_second(), b.answers_per_second());
    }
    let params = json!({
        "screens": screens, "roles": follows.len(), "event_bytes": event.len(), "seconds": TIME.as_secs_f64(),
        "tasks": 1000, "mutation": "wijzigTaak",
    });
    let what = format!("{screens} schermen{kind}");
    report.add(single.row(format!("een voor een, {what}"), "bezorgingen/s", "≥ 0,9", params.clone()));
    report.add(cpu.row(format!("rekentijd per bezorging, {what}"), "µs", "≤ 1,1", params.clone()));
    report.add(spread.row(format!("van eerste tot laatste scherm, {what}"), "ms", "≤ 1,1", params.clone()));
    let mut busy = params;
    busy["writers"] = json!(WRITERS);
    busy["writes_per_second"] = json!(writes.median().round());
    report.add(saturated.row(format!("verzadigd, {what}"), "bezorgingen/s", "≥ 2", busy));
    cpu
}
