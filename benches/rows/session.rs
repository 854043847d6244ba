//! A session in a full hall: phones that write and vote on one board while others watch, from tap to big screen; and a
//! thousand people who come in at once.
//!
//! The limit of the first: the bare server that puts the rows of a mutation on disk and sends to as many screens what a
//! phone hears. The hub sends more to the big screen, which shows the whole board.

use std::{
    collections::HashMap,
    time::{Duration, Instant},
};

use serde_json::{Value, json};
use uuid::Uuid;

use super::Sample;
use crate::{
    bare,
    bed::{Beds, Hub},
    client::{
        ask::{data, exchange, request},
        documents,
        net::{Net, What},
        screens::{Follow, catch_up, heard, is, open},
    },
    process::Process,
    report::{RUNS, Report, Runs, percentile},
};

const PHONES: usize = 150;
const WATCHING: usize = 300;
/// So many taps a second: everyone has written, or voted, within three seconds.
const RATE: u32 = 50;
const GUESTS: usize = 1000;
/// So many of them are at the door at the same moment.
const AT_THE_DOOR: usize = 50;
const PATIENCE: Duration = Duration::from_secs(60);

/// A session with its door open.
struct Hall<'h> {
    hub: &'h Hub,
    id: Value,
    code: String,
    /// The gemeenten, and the MGR.
    parties: Vec<Value>,
}

impl<'h> Hall<'h> {
    fn open(hub: &'h Hub) -> Self {
        let ask = |query: &str, variables| data(hub.process.address, &hub.token, query, variables);
        let facts = ask("{ sessiesjablonen { id fasen { stemming { vorm } } } gemeenten { id } }", json!({}));
        let poll = facts["sessiesjablonen"].as_array().unwrap().iter().find(|template| {
            let phases = template["fasen"].as_array().unwrap();
            phases.iter().any(|phase| phase["stemming"]["vorm"] == "PEILING")
        });
        let mut parties: Vec<_> = facts["gemeenten"].as_array().unwrap().iter().map(|one| one["id"].clone()).collect();
        parties.push(json!("mgr"));
        let mut hall = Self { hub, id: Value::Null, code: String::new(), parties };
        let input =
            json!({ "naam": "Volle zaal", "sjabloon": poll.unwrap()["id"], "anoniem": true, "modereren": false });
        hall.id = hall.change("maakSessie", input, "id")["id"].clone();
        let opened = hall.change("openSessie", json!({ "sessie": hall.id }), "code");
        hall.code = opened["code"].as_str().unwrap().to_owned();
        hall
    }

    /// Does something as the facilitator; answers the session.
    fn change(&self, name: &str, mut input: Value, fields: &str) -> Value {
        input["clientMutatieId"] = json!(Uuid::new_v4());
        let kind = format!("{}{}Input", name[..1].to_uppercase(), &name[1..]);
        let query = format!(
            "mutation ($input: {kind}!) {{ {name}(input: $input) {{ fouten {{ bericht }} sessie {{ {fields} }} }} }}"
        );
        let mut answer = data(self.hub.process.address, &self.hub.token, &query, json!({ "input": input }));
        assert_eq!(answer[name]["fouten"], json!([]), "{name}");
        answer[name]["sessie"].take()
    }

    /// The phase of this kind.
    fn read(&self, kind: &str) -> Value {
        let fields = "id soort kolommen { id aantal } keuzes { id } uitslag { groepen { stemmers } }";
        let query = format!("query ($id: ID!) {{ sessie(id: $id) {{ fasen {{ {fields} }} }} }}");
        let session = data(self.hub.process.address, &self.hub.token, &query, json!({ "id": self.id }));
        let phases = session["sessie"]["fasen"].as_array().unwrap().clone();
        phases.into_iter().find(|phase| phase["soort"] == kind).unwrap()
    }

    /// The same, as everyone is in it from now on.
    fn phase(&self, kind: &str) -> Value {
        let input = json!({ "sessie": self.id, "fase": self.read(kind)["id"] });
        self.change("gaNaarFase", input, "id");
        self.read(kind)
    }

    /// Knocks at the door.
    fn knock(&self, number: usize) -> Vec<u8> {
        let party = &self.parties[number % self.parties.len()];
        let body = json!({ "code": self.code, "schuilnaam": format!("Gast {number}"), "achterban": party }).to_string();
        format!(
            "POST /meedoen HTTP/1.1\r\nhost: bench\r\ncontent-type: application/json\r\ncontent-length: {}\r\n\r\n{body}",
            body.len()
        )
        .into_bytes()
    }

    fn guest(&self, number: usize) -> String {
        let (_, body) = exchange(self.hub.process.address, &self.knock(number));
        let answer: Value = serde_json::from_slice(&body).unwrap();
        answer["token"].as_str().unwrap_or_else(|| panic!("not let in: {answer}")).to_owned()
    }

    fn follow(&self, token: &str, document: &str) -> Follow {
        Follow {
            address: self.hub.process.address,
            token: token.to_owned(),
            document: document.to_owned(),
            variables: json!({ "id": self.id }),
        }
    }
}

/// A big screen, and everyone else who watches.
struct Watching {
    net: Net,
    big: usize,
    others: usize,
}

impl Watching {
    fn new(big: &Follow, phones: &Follow) -> Self {
        let mut net = Net::new();
        let others = open(&mut net, phones, WATCHING - 1).len();
        let big = open(&mut net, big, 1)[0];
        Self { net, big, others }
    }

    /// Every writer taps once, at a steady pace. Milliseconds from each tap to the big screen; nobody misses anything.
    fn taps(&mut self, server: &Process, mut make: impl FnMut(usize) -> Vec<u8>, good: fn(&[u8]) -> bool) -> Vec<f64> {
        let net = &mut self.net;
        let writers: Vec<_> = (0..PHONES).map(|_| net.asker(server.address)).collect();
        let (step, began) = (Duration::from_secs(1) / RATE, Instant::now());
        let (mut sent, mut took, mut answers, mut heard, mut seen) = (0, Vec::new(), 0, 0, Vec::new());
        while took.len() < PHONES || answers < PHONES || heard < PHONES * self.others {
            assert!(began.elapsed() < PATIENCE, "{} on the big screen, {answers} answers, {heard} heard", took.len());
            let due = began + step * sent as u32;
            if sent < PHONES && Instant::now() >= due {
                net.send(writers[sent], &make(sent));
                sent += 1;
            }
            let next = if sent < PHONES { (began + step * sent as u32) - Instant::now() } else { step };
            net.turn(next, &mut seen);
            for happened in &seen {
                match &happened.what {
                    What::Events(count) if happened.line == self.big => {
                        for _ in 0..*count {
                            let due = began + step * took.len() as u32;
                            took.push((happened.at - due).as_secs_f64() * 1e3);
                        }
                    }
                    What::Events(count) => heard += *count as usize,
                    What::Answered(answer) => {
                        let text = String::from_utf8_lossy(&answer.body);
                        assert!(answer.ok && good(&answer.body), "refused: {text}");
                        answers += 1;
                    }
                    What::Said(text) => panic!("{}", String::from_utf8_lossy(text)),
                    What::Closed => panic!("line {} was closed", happened.line),
                }
            }
        }
        net.close(&writers);
        took
    }
}

fn written(body: &[u8]) -> bool {
    is(body, "\"schrijfNotitie\":{\"notitie\":\"") && is(body, "\"fouten\":[]")
}

fn voted(body: &[u8]) -> bool {
    is(body, "\"brengStemUit\":{\"deelname\":{\"gestemd\":[\"") && is(body, "\"fouten\":[]")
}

/// One run on a board of its own: notes, and then votes.
fn run(hub: &Hub) -> [Vec<f64>; 2] {
    let hall = Hall::open(hub);
    let tokens: Vec<_> = (0..PHONES).map(|number| hall.guest(number)).collect();
    let writing = hall.phase("VERZAMELEN");
    hall.change("toonNotities", json!({ "sessie": hall.id, "fase": writing["id"] }), "id");
    let phone = hall.follow(&tokens[0], &documents::phone(&["VOLG", "SESSIE", "NOTITIE"]));
    let mut watching = Watching::new(&hall.follow(&hub.token, &documents::big_screen()), &phone);
    let columns = writing["kolommen"].as_array().unwrap();
    let write = documents::phone(&["SCHRIJF"]);
    let notes = watching.taps(
        &hub.process,
        |number| {
            let input = json!({ "clientMutatieId": Uuid::new_v4(), "fase": writing["id"],
                "kolom": columns[number % columns.len()]["id"], "sleutel": Uuid::new_v4(),
                "tekst": format!("Notitie {number}: korte lijnen tussen gemeenten en MGR") });
            request(&tokens[number], &json!({ "query": write, "variables": { "input": input } }))
        },
        written,
    );
    drop(watching);
    let voting = hall.phase("STEMMEN");
    let choices = voting["keuzes"].as_array().unwrap();
    let vote = documents::phone(&["STEM"]);
    let mut watching = Watching::new(&hall.follow(&hub.token, &documents::big_screen()), &phone);
    let votes = watching.taps(
        &hub.process,
        |number| {
            let input = json!({ "clientMutatieId": Uuid::new_v4(), "fase": voting["id"],
                "keuzes": [{ "keuze": choices[number % choices.len()]["id"] }] });
            request(&tokens[number], &json!({ "query": vote, "variables": { "input": input } }))
        },
        voted,
    );
    drop(watching);
    hall.change("sluitStemming", json!({ "sessie": hall.id, "fase": voting["id"] }), "id");
    let (writing, voting) = (hall.read("VERZAMELEN"), hall.read("STEMMEN"));
    let count: u64 = writing["kolommen"].as_array().unwrap().iter().map(|one| one["aantal"].as_u64().unwrap()).sum();
    assert_eq!(count as usize, PHONES, "notes on the board");
    assert_eq!(voting["uitslag"]["groepen"][0]["stemmers"], PHONES, "votes counted");
    [notes, votes]
}

/// What a phone hears of one note, for the bare server.
fn phone_event(hub: &Hub) -> Vec<u8> {
    let hall = Hall::open(hub);
    let token = hall.guest(0);
    let writing = hall.phase("VERZAMELEN");
    hall.change("toonNotities", json!({ "sessie": hall.id, "fase": writing["id"] }), "id");
    let follow = hall.follow(&token, &documents::phone(&["VOLG", "SESSIE", "NOTITIE"]));
    let mut stream = follow.greeted();
    catch_up(&mut stream, &follow.subscribe());
    let input = json!({ "clientMutatieId": Uuid::new_v4(), "fase": writing["id"], "sleutel": Uuid::new_v4(),
        "kolom": writing["kolommen"][0]["id"], "tekst": "Korte lijnen tussen gemeenten en MGR" });
    data(hub.process.address, &token, &documents::phone(&["SCHRIJF"]), json!({ "input": input }));
    heard(&mut stream)
}

/// A thousand people come in: each at the door, inside, with the board read and live. Seconds until the last is.
fn all_inside(hub: &Hub) -> f64 {
    let hall = Hall::open(hub);
    hall.phase("VERZAMELEN");
    let read = documents::phone(&["DEELNAME", "SESSIE", "NOTITIE"]);
    let began = Instant::now();
    let mut net = Net::new();
    let lines: Vec<_> = (0..AT_THE_DOOR).map(|_| net.asker(hub.process.address)).collect();
    let (mut knocked, mut inside, mut seen) = (0, 0, Vec::new());
    let mut tokens: HashMap<usize, String> = HashMap::new();
    let mut last = String::new();
    for line in &lines {
        net.send(*line, &hall.knock(knocked));
        knocked += 1;
    }
    while inside < GUESTS {
        assert!(began.elapsed() < PATIENCE, "{inside} of {GUESTS} are inside");
        net.turn(Duration::from_millis(100), &mut seen);
        for happened in &seen {
            let What::Answered(answer) = &happened.what else { panic!("line {} was closed", happened.line) };
            assert!(answer.ok, "{}", String::from_utf8_lossy(&answer.body));
            // First the way in, then what is there: as a phone does.
            if let Some(token) = tokens.remove(&happened.line) {
                assert!(is(&answer.body, "\"toelating\":\"BINNEN\""), "{}", String::from_utf8_lossy(&answer.body));
                inside += 1;
                last = token;
                if knocked < GUESTS {
                    net.send(happened.line, &hall.knock(knocked));
                    knocked += 1;
                }
            } else {
                let body: Value = serde_json::from_slice(&answer.body).unwrap();
                let token = body["token"].as_str().unwrap().to_owned();
                net.send(happened.line, &request(&token, &json!({ "query": read, "variables": {} })));
                tokens.insert(happened.line, token);
            }
        }
    }
    let follow = hall.follow(&last, &documents::phone(&["VOLG", "SESSIE", "NOTITIE"]));
    let live = open(&mut net, &follow, GUESTS);
    assert_eq!(live.len(), GUESTS);
    began.elapsed().as_secs_f64()
}

pub fn measure(beds: &Beds, report: &mut Report) {
    let hub = beds.hub(100);
    let sample = Sample::new(&phone_event(&hub));
    let path = sample.path();
    let bare = bare::start(&["fanout", &path, &sample.database()]);
    let follow = Follow { address: bare.address, ..hub.follow() };
    let mut runs: [Runs; 2] = Default::default();
    for _ in 0..RUNS {
        let own = run(&hub);
        let mut watching = Watching::new(&follow, &follow);
        let limit = watching.taps(&bare, |_| request("", &json!({})), |body| body == b"{}");
        let limit = percentile(&limit, 0.95);
        for (runs, took) in runs.iter_mut().zip(&own) {
            runs.add(percentile(took, 0.95), limit);
        }
    }
    let params = json!({ "phones": PHONES, "watching": WATCHING, "taps_per_second": RATE,
        "limit": "bare fan-out after a durable commit" });
    for (runs, name) in runs.into_iter().zip(["notitie", "stem"]) {
        let name = format!("sessie: {name} → groot scherm, {PHONES} telefoons, {WATCHING} kijken, p95");
        report.add(runs.row(name, "ms", "≤ 150 ms", params.clone()));
    }
    let mut joined = Runs::default();
    for _ in 0..RUNS {
        joined.add_alone(all_inside(&hub));
    }
    let params = json!({ "guests": GUESTS, "at_the_door": AT_THE_DOOR });
    report.add(joined.row("sessie: 1.000 gasten binnen en live", "s", "≤ 10 s", params));
}
