//! Reading: the board again and again, the board executed each time, and one task.

use std::time::Duration;

use serde_json::{Value, json};

use super::{Sample, TIME, rate};
use crate::{
    bare,
    bed::{Beds, Hub},
    client::{
        ask::{exchange, request},
        documents,
    },
    report::{RUNS, Report, Runs},
};

pub const SIZES: [usize; 3] = [100, 1000, 5000];
/// Connections that ask at the same time.
const LINES: usize = 16;

/// One kind of read beside its limit.
struct Read<'r> {
    name: String,
    reach: &'static str,
    /// `static` or `serde`.
    limit: &'static str,
    document: &'r str,
    variables: Value,
    /// Every request differs, so that no answer can be kept.
    cold: bool,
}

impl Read<'_> {
    fn request(&self, hub: &Hub, number: usize) -> Vec<u8> {
        let mut body = json!({ "query": self.document, "variables": self.variables });
        if self.cold {
            body["extensions"] = json!({ "koud": number });
        }
        request(&hub.token, &body)
    }

    fn measure(&self, hub: &Hub, tasks: usize, report: &mut Report) {
        let ask = self.request(hub, 0);
        let (head, body) = exchange(hub.process.address, &ask);
        assert!(head.starts_with("HTTP/1.1 200"), "{head}");
        let sample = Sample::new(&[head.as_bytes(), &body].concat());
        let limit = bare::start(&["http", self.limit, &sample.path()]);
        let (mut runs, mut number) = (Runs::default(), 0);
        for _ in 0..RUNS {
            let own = rate(&hub.process, LINES, &mut |_| {
                number += 1;
                if self.cold { self.request(hub, number) } else { ask.clone() }
            });
            runs.add(own, rate(&limit, LINES, &mut |_| ask.clone()));
        }
        let params = json!({
            "tasks": tasks, "bytes": body.len(), "lines": LINES, "limit": self.limit, "seconds": TIME.as_secs_f64(),
        });
        report.add(runs.row(&self.name, "verzoeken/s", self.reach, params));
    }
}

pub fn measure(beds: &Beds, report: &mut Report) {
    let (board, task) = (documents::board(), documents::task());
    for tasks in SIZES {
        let hub = beds.hub(tasks);
        let variables = json!({ "id": hub.board.id });
        let read = |name: &str, reach, limit, cold| Read {
            name: format!("bord van {tasks} taken, {name}"),
            reach,
            limit,
            document: &board,
            variables: variables.clone(),
            cold,
        };
        read("nog eens", "≥ 0,9", "static", false).measure(&hub, tasks, report);
        read("uitgevoerd", "≥ 0,25", "serde", true).measure(&hub, tasks, report);
        if tasks == 1000 {
            let one = |name: &str, reach, cold| Read {
                name: format!("één taak, {name}"),
                reach,
                limit: "static",
                document: &task,
                variables: json!({ "id": hub.board.tasks[0] }),
                cold,
            };
            one("nog eens", "≥ 0,5", false).measure(&hub, tasks, report);
            one("uitgevoerd", "", true).measure(&hub, tasks, report);
        }
    }
}

/// Milliseconds to read the board over one connection, executed each time.
pub fn milliseconds(hub: &Hub) -> f64 {
    let (board, mut number) = (documents::board(), 0);
    let read = Read {
        name: String::new(),
        reach: "",
        limit: "",
        document: &board,
        variables: json!({ "id": hub.board.id }),
        cold: true,
    };
    let per_second = rate(&hub.process, 1, &mut |_| {
        number += 1;
        read.request(hub, number)
    });
    Duration::from_secs(1).as_secs_f64() * 1e3 / per_second
}
