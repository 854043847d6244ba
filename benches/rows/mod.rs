//! What is measured: one file per family of rows.

mod board;
mod fanout;
mod growth;
mod latency;
mod memory;
mod mutations;
mod nodes;
mod resume;
mod search;
mod session;
mod texts;

use std::{fs, time::Duration};

use tempfile::TempDir;

use crate::{
    bare,
    bed::{Beds, Hub},
    client::{
        net::Net,
        pace::{Make, back_to_back},
        screens::{Follow, catch_up, heard},
    },
    process::Process,
    report::Report,
    server::folder,
};

/// How long one measurement of a run takes.
const TIME: Duration = Duration::from_millis(2500);

/// A family: its name for `BENCH=`, the boards it needs, and how it is measured.
pub struct Family {
    pub name: &'static str,
    pub boards: &'static [usize],
    pub measure: fn(&Beds, &mut Report),
}

pub const FAMILIES: [Family; 11] = [
    Family { name: "fanout", boards: &[1000], measure: fanout::measure },
    Family { name: "latency", boards: &[1000], measure: latency::measure },
    Family { name: "memory", boards: &[1000], measure: memory::measure },
    Family { name: "board", boards: &board::SIZES, measure: board::measure },
    Family { name: "mutations", boards: &[100], measure: mutations::measure },
    Family { name: "nodes", boards: &[], measure: nodes::measure },
    Family { name: "resume", boards: &[1000], measure: resume::measure },
    Family { name: "growth", boards: &[1000], measure: growth::measure },
    Family { name: "session", boards: &[100], measure: session::measure },
    Family { name: "texts", boards: &[100], measure: texts::measure },
    Family { name: "zoeken", boards: &[100], measure: search::measure },
];

/// Something a bare server needs, in a file.
struct Sample {
    folder: TempDir,
}

impl Sample {
    fn new(bytes: &[u8]) -> Self {
        let folder = folder();
        fs::write(folder.path().join("sample"), bytes).unwrap();
        Self { folder }
    }

    fn path(&self) -> String {
        self.folder.path().join("sample").to_str().unwrap().to_owned()
    }

    fn database(&self) -> String {
        crate::server::Store::sqlite_url(self.folder.path())
    }
}

/// What one screen hears of one change.
fn event_of(hub: &Hub) -> Vec<u8> {
    let follow = hub.follow();
    let mut stream = follow.greeted();
    catch_up(&mut stream, &follow.subscribe());
    hub.write(1, hub.changes());
    heard(&mut stream)
}

/// A bare server that sends `event`, and how to follow it.
fn bare_fanout(event: &Sample, database: Option<&str>, hub: &Hub) -> (Process, Follow) {
    let path = event.path();
    let args: Vec<&str> = ["fanout", &path].into_iter().chain(database).collect();
    let process = bare::start(&args);
    let follow = Follow { address: process.address, ..hub.follow() };
    (process, follow)
}

/// Requests per second over `lines` connections that ask back to back.
fn rate(server: &Process, lines: usize, make: Make) -> f64 {
    let mut net = Net::new();
    let lines: Vec<_> = (0..lines).map(|_| net.asker(server.address)).collect();
    back_to_back(&mut net, server, &lines, TIME, make).0.answers_per_second()
}
