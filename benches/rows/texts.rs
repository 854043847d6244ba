//! Writing together in one text: what a key costs and how long it takes to the others; and opening a text with a long
//! history.
//!
//! The limit of the first is a relay that gives what one socket says to all others, with and without a disk in between:
//! the hub puts a key on disk before anyone else sees it. That of the second: the same bytes, served as they are.

use std::{
    collections::HashMap,
    io::Write,
    time::{Duration, Instant},
};

use serde_json::json;
use uuid::Uuid;
use yrs::XmlTextRef;

use super::Sample;
use crate::{
    bare,
    bed::{Beds, Hub},
    client::{
        ask::{data, exchange, request},
        editors::{Editor, Place, read_whole},
        net::{Net, What},
        wire::Frames,
    },
    process::Process,
    report::{RUNS, Report, Runs, percentile},
};

const EDITORS: usize = 50;
/// Of all together: five a second each.
const KEYS_PER_SECOND: u32 = 250;
const TIME: Duration = Duration::from_secs(4);
const PATIENCE: Duration = Duration::from_secs(30);

/// Changes in a text with a long history, and in how many paragraphs and messages they are made.
const CHANGES: usize = 100_000;
const PARAGRAPHS: usize = 200;
const PER_MESSAGE: usize = 100;
/// How often it is opened, per run.
const OPENED: u32 = 500;

fn new_text(hub: &Hub, name: &str) -> Place {
    let query =
        "mutation ($input: MaakAfspraakInput!) { maakAfspraak(input: $input) { afspraak { id } fouten { bericht } } }";
    let input = json!({ "clientMutatieId": Uuid::new_v4(), "naam": name });
    let answer = data(hub.process.address, &hub.token, query, json!({ "input": input }));
    let id = answer["maakAfspraak"]["afspraak"]["id"].as_str().unwrap_or_else(|| panic!("no text: {answer}"));
    Place { address: hub.process.address, token: hub.token.clone(), id: id.into() }
}

/// Everyone at one text of one server.
struct Table<'p> {
    server: &'p Process,
    net: Net,
    seats: Vec<(usize, Editor, XmlTextRef)>,
}

impl<'p> Table<'p> {
    fn new(server: &'p Process, open: impl Fn() -> std::net::TcpStream) -> Self {
        let mut net = Net::new();
        let mut streams: Vec<_> = (0..EDITORS).map(|_| open()).collect();
        let mut seats = Vec::new();
        for mut stream in streams.drain(..) {
            let editor = Editor::new();
            let (paragraph, message) = editor.paragraph();
            stream.write_all(&message).unwrap();
            seats.push((net.screen(stream, Frames::default()), editor, paragraph));
        }
        let mut table = Self { server, net, seats };
        table.hear(EDITORS * (EDITORS - 1), |_, _| {});
        table
    }

    /// Takes what comes until so many keys of others were heard.
    fn hear(&mut self, count: usize, mut heard: impl FnMut(&[u8], Instant)) {
        let (until, mut had, mut seen) = (Instant::now() + PATIENCE, 0, Vec::new());
        while had < count {
            assert!(Instant::now() < until, "{had} of {count} keys came");
            self.net.turn(Duration::from_millis(100), &mut seen);
            had += keys(&seen, &mut heard);
        }
    }

    /// Everyone types at a steady pace. Microseconds of the server per key on a screen, and the milliseconds from the
    /// moment a key was due until it was there: p50 and p95.
    fn type_on(&mut self) -> [f64; 3] {
        let step = Duration::from_secs(1) / KEYS_PER_SECOND;
        let total = TIME.as_secs() as usize * KEYS_PER_SECOND as usize;
        let (cpu, began, mut due) = (self.server.cpu(), Instant::now(), HashMap::new());
        let (mut took, mut sent, mut seen) = (Vec::with_capacity(total * (EDITORS - 1)), 0, Vec::new());
        while took.len() < total * (EDITORS - 1) {
            assert!(began.elapsed() < TIME + PATIENCE, "{} keys came", took.len());
            let next = began + step * sent as u32;
            if sent < total && Instant::now() >= next {
                let (line, editor, paragraph) = &self.seats[sent % EDITORS];
                let key = editor.key(paragraph, sent);
                self.net.send(*line, &key);
                // Behind the head and the mask, as the others hear it.
                due.insert(key[6..].to_vec(), next);
                sent += 1;
            }
            let wait = if sent < total { (began + step * sent as u32) - Instant::now() } else { PATIENCE };
            self.net.turn(wait, &mut seen);
            keys(&seen, &mut |key, at| took.push((at - due[key]).as_secs_f64() * 1e3));
        }
        let cpu = (self.server.cpu() - cpu).as_secs_f64() * 1e6 / took.len() as f64;
        [cpu, percentile(&took, 0.5), percentile(&took, 0.95)]
    }
}

fn keys(seen: &[crate::client::net::Happened], heard: &mut impl FnMut(&[u8], Instant)) -> usize {
    let mut count = 0;
    for happened in seen {
        match &happened.what {
            What::Said(message) if message.starts_with(&[0, 2]) => {
                heard(message, happened.at);
                count += 1;
            }
            What::Said(_) | What::Answered(_) | What::Events(_) => {}
            What::Closed => panic!("line {} was closed", happened.line),
        }
    }
    count
}

fn together(hub: &Hub, report: &mut Report) {
    let place = new_text(hub, "Samen geschreven");
    let sample = Sample::new(&[]);
    let (sending, storing) = (bare::start(&["relay"]), bare::start(&["relay", &sample.database()]));
    let at = |process: &Process| Place { address: process.address, ..place.clone() };
    let mut own = Table::new(&hub.process, || place.enter());
    let mut sends = Table::new(&sending, || at(&sending).dial());
    let mut stores = Table::new(&storing, || at(&storing).dial());
    let mut beside_sending: [Runs; 3] = Default::default();
    let mut beside_storing: [Runs; 3] = Default::default();
    for _ in 0..RUNS {
        let (hub, sends, stores) = (own.type_on(), sends.type_on(), stores.type_on());
        for part in 0..3 {
            beside_sending[part].add(hub[part], sends[part]);
            beside_storing[part].add(hub[part], stores[part]);
        }
    }
    let parts = [("CPU per toets op een scherm", "µs"), ("toets → scherm, p50", "ms"), ("toets → scherm, p95", "ms")];
    for (part, (name, unit)) in parts.into_iter().enumerate() {
        let params = json!({ "editors": EDITORS, "keys_per_second": KEYS_PER_SECOND, "seconds": TIME.as_secs(),
            "limit": "bare relay after a durable commit" });
        let title = format!("samen schrijven, {EDITORS} mensen, {name}");
        report.add(beside_storing[part].row(&title, unit, "≤ 1,5", params.clone()));
        let mut strict = params;
        strict["limit"] = json!("bare relay, nothing stored");
        report.add(beside_sending[part].row(format!("{title}, naast alleen doorgeven"), unit, "", strict));
    }
}

/// Numbers that look like chance, the same in every run.
fn dice() -> impl FnMut(u32) -> u32 {
    let mut state = 1_u64;
    move |sides| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        ((state >> 33) as u32) % sides
    }
}

/// Gives a text its history.
fn write_long(place: &Place) {
    let (mut stream, editor, mut dice) = (place.enter(), Editor::new(), dice());
    let paragraphs: Vec<_> = (0..PARAGRAPHS)
        .map(|_| {
            let (paragraph, message) = editor.paragraph();
            stream.write_all(&message).unwrap();
            paragraph
        })
        .collect();
    for number in 0..CHANGES / PER_MESSAGE {
        let paragraph = &paragraphs[number % PARAGRAPHS];
        stream.write_all(&editor.changes(paragraph, PER_MESSAGE, &mut dice)).unwrap();
    }
    // What was said before on this socket is answered before this.
    read_whole(&mut stream);
}

fn long(hub: Hub, report: &mut Report) {
    let name = "Lang over geschreven";
    let place = new_text(&hub, name);
    write_long(&place);
    let mut first = Runs::default();
    let (mut folder, mut store, mut token) = hub.stop();
    let mut runs = Runs::default();
    for _ in 0..RUNS {
        let hub = Hub::start(store, folder, token);
        let place = Place { address: hub.process.address, ..place.clone() };
        let began = Instant::now();
        let mut stays = place.enter();
        let whole = read_whole(&mut stays);
        first.add_alone(began.elapsed().as_secs_f64() * 1e3);
        assert!(whole.len() > CHANGES, "a text of {} bytes", whole.len());
        let head = "HTTP/1.1 200 OK\r\ncontent-type: application/octet-stream\r\n\r\n";
        let sample = Sample::new(&[head.as_bytes(), &whole].concat());
        let bare = bare::start(&["http", "static", &sample.path()]);
        let cpu = |server: &Process, open: &dyn Fn()| {
            let before = server.cpu();
            (0..OPENED).for_each(|_| open());
            (server.cpu() - before).as_secs_f64() * 1e3 / f64::from(OPENED)
        };
        let own = cpu(&hub.process, &|| assert_eq!(read_whole(&mut place.enter()).len(), whole.len()));
        let ask = request("", &json!({}));
        let limit = cpu(&bare, &|| assert_eq!(exchange(bare.address, &ask).1.len(), whole.len()));
        runs.add(own, limit);
        (folder, store, token) = hub.stop();
    }
    let params = json!({ "changes": CHANGES, "paragraphs": PARAGRAPHS, "opened": OPENED });
    report.add(first.row("tekst van 100.000 wijzigingen openen na starten", "ms", "≤ 300 ms", params.clone()));
    report.add(runs.row("dezelfde tekst nog eens openen, CPU", "ms", "≤ 3", params));
}

pub fn measure(beds: &Beds, report: &mut Report) {
    let hub = beds.hub(100);
    together(&hub, report);
    long(hub, report);
}
