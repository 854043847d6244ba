//! Writes that survive: so many clients that make tasks, each as soon as its last one is on disk.

use serde_json::json;

use super::{Sample, TIME, rate};
use crate::{
    bare::{self, group_commit},
    bed::{Beds, Hub, prepare},
    client::ask::exchange,
    report::{RUNS, Report, Runs},
    server::{self, Store, drop_database, folder, fresh_database, has_postgres},
};

const CLIENTS: usize = 64;
const HUB: &str = "samenspel_bench_hub";
const BARE: &str = "samenspel_bench_bare";

pub fn measure(beds: &Beds, report: &mut Report) {
    side_by_side("SQLite", &beds.hub(100), || Database::File(Sample::new(b"")), report);
    if !has_postgres() {
        eprintln!("Geen PostgreSQL op {}: die regels ontbreken. Zet BENCH_POSTGRES op een adres.", server::postgres());
        return;
    }
    let folder = folder();
    let store = Store { folder: folder.path().into(), database: Some(fresh_database(HUB)), redis: false };
    let token = prepare(&store);
    let hub = Hub::start(store, Some(folder), token);
    side_by_side("PostgreSQL", &hub, || Database::Server(fresh_database(BARE)), report);
    hub.process.stop();
    drop_database(HUB);
    drop_database(BARE);
}

/// An empty database for the bare writer.
enum Database {
    File(Sample),
    Server(String),
}

impl Database {
    fn url(&self) -> String {
        match self {
            Self::File(sample) => sample.database(),
            Self::Server(url) => url.clone(),
        }
    }
}

fn side_by_side(store: &str, hub: &Hub, empty: impl Fn() -> Database, report: &mut Report) {
    let mut make = hub.new_tasks();
    let (_, answer) = exchange(hub.process.address, &make(0));
    let (answer, request) = (Sample::new(&answer), make(0));
    let (mut in_process, mut over_http) = (Runs::default(), Runs::default());
    for _ in 0..RUNS {
        let own = rate(&hub.process, CLIENTS, &mut make);
        in_process.add(own, group_commit(&empty().url(), CLIENTS, TIME));
        let database = empty();
        let limit = bare::start(&["commit", &database.url(), &answer.path()]);
        over_http.add(own, rate(&limit, CLIENTS, &mut |_| request.clone()));
    }
    let params = json!({
        "clients": CLIENTS, "mutation": "maakTaak", "seconds": TIME.as_secs_f64(), "limit": "group commit in process",
    });
    report.add(in_process.row(format!("duurzame wijzigingen, {store}"), "per s", "≥ 0,5", params.clone()));
    let mut http = params;
    http["limit"] = json!("the same behind HTTP");
    report.add(over_http.row(format!("duurzame wijzigingen, {store}, grens over HTTP"), "per s", "", http));
}
