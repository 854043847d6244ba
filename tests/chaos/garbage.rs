//! What makes no sense, by the thousand: the hub stays up, says so with a code from the list, and others do not notice.

use std::{collections::BTreeSet, sync::Arc, time::Duration};

use futures_util::future::join_all;
use reqwest::Method;
use serde_json::{Value, json};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpStream,
    time::timeout,
};
use tokio_tungstenite::tungstenite::Message;

use super::{
    dice::Dice,
    long::{is_long, setting},
};
use crate::support::{Content, Heard, INTEGRATIE, PATIENCE, TestBord, TestClient, TestProcess, TestSocket, TestStore};

/// How many send garbage at the same time.
const SENDERS: usize = 16;
/// The close codes of the protocol, those of the line, and a line that broke.
const CLOSE_CODES: [u16; 12] = [1000, 1002, 1005, 1006, 1007, 1009, 1013, 4400, 4401, 4403, 4409, 4429];

/// Someone who sends garbage.
struct Sender {
    client: TestClient,
    dice: Dice,
    codes: Arc<BTreeSet<String>>,
    sent: usize,
}

/// The closed list, as the schema has it.
fn codes() -> BTreeSet<String> {
    let sdl = samenspel::schema::sdl();
    let (_, list) = sdl.split_once("enum FoutCode {").unwrap();
    let (list, _) = list.split_once("\n}").unwrap();
    let names =
        list.lines().map(str::trim).filter(|line| line.chars().all(|letter| letter.is_uppercase() || letter == '_'));
    names.filter(|line| !line.is_empty()).map(str::to_owned).collect()
}

impl Sender {
    async fn send(&mut self, number: usize) {
        while self.sent < number {
            match self.dice.below(4) {
                0 => self.requests().await,
                1 => self.bytes_to_the_port().await,
                2 => self.frames().await,
                _ => self.bytes_to_a_socket().await,
            }
        }
    }

    /// Every error has a code from the list.
    fn check(&self, answer: &Value, what: &str) {
        for error in answer["errors"].as_array().into_iter().flatten() {
            let code = error["extensions"]["code"].as_str().unwrap_or_default();
            assert!(self.codes.contains(code) && code != "INTERNE_FOUT", "{what}: {error}");
        }
    }

    async fn requests(&mut self) {
        for _ in 0..20 {
            let method = [Method::POST, Method::POST, Method::POST, Method::PUT, Method::OPTIONS, Method::HEAD];
            let method = self.dice.pick(&method).clone();
            let content = *self.dice.pick(&["application/json", "application/json", "text/plain", "", "a/b/c;;"]);
            let path = *self.dice.pick(&["/graphql", "/graphql", "/aanmelden/demo", "/graphql?query=%00", "/%ff/../x"]);
            let body = self.body();
            let shown = String::from_utf8_lossy(&body[..body.len().min(300)]).into_owned();
            let request = self.client.request(method, path).header("x-samenspel", "1");
            let answered = request.header("content-type", content).body(body).send().await;
            self.sent += 1;
            // It may hang up on what is too big to read.
            let Ok(answer) = answered else { continue };
            let status = answer.status().as_u16();
            assert!(status < 500, "{status}: {path} {content}: {shown}");
            let text = answer.bytes().await.unwrap_or_default();
            self.check(&serde_json::from_slice(&text).unwrap_or_default(), &shown);
        }
    }

    /// Something that is almost a question.
    fn body(&mut self) -> Vec<u8> {
        let number = self.dice.below(500);
        let fine = json!({ "query": "query ($id: ID!) { node(id: $id) { id } positie }", "variables": { "id": "x" } });
        match self.dice.below(10) {
            0 => self.dice.bytes(number),
            1 => fine.to_string().into_bytes()[..number % 60].to_vec(),
            2 => json!({ "query": self.text(number) }).to_string().into_bytes(),
            3 => json!({ "query": "x".repeat(number * 200) }).to_string().into_bytes(),
            4 => format!("{{\"query\":{}", "[".repeat(number * 20)).into_bytes(),
            5 => {
                json!({ "query": format!("{}{}", "{ positie ".repeat(number), "}".repeat(number)) }).to_string().into()
            }
            6 => json!([fine, fine]).to_string().into_bytes(),
            7 => json!({ "query": number, "variables": "x", "operationName": [] }).to_string().into_bytes(),
            8 => json!({ "query": fine["query"], "variables": { "id": self.value(3) } }).to_string().into_bytes(),
            _ => {
                let input = json!({ "clientMutatieId": self.value(1), "bord": self.value(2), "titel": self.value(3) });
                let query = "mutation ($input: MaakTaakInput!) { maakTaak(input: $input) { positie } }";
                json!({ "query": query, "variables": { "input": input } }).to_string().into_bytes()
            }
        }
    }

    fn text(&mut self, length: usize) -> String {
        const PIECES: [&str; 14] =
            ["{", "}", "(", ")", "\"", "positie", "...", "on", "@include", "$x", ":", "fragment", "\u{0}", "🦀"];
        (0..length / 4).map(|_| *self.dice.pick(&PIECES)).collect()
    }

    /// JSON of no particular type.
    fn value(&mut self, depth: usize) -> Value {
        match self.dice.below(if depth == 0 { 5 } else { 7 }) {
            0 => Value::Null,
            1 => json!(self.dice.throw()),
            2 => json!(-0.5e300),
            3 => json!(self.text(60)),
            4 => json!(self.dice.one_in(2)),
            5 => (0..self.dice.below(4)).map(|_| self.value(depth - 1)).collect(),
            _ => json!({ "id": self.value(depth - 1), "\u{7f}": self.value(depth - 1) }),
        }
    }

    /// What is not HTTP, or stops halfway.
    async fn bytes_to_the_port(&mut self) {
        let length = self.dice.below(400);
        let bytes = match self.dice.below(5) {
            0 => self.dice.bytes(length),
            1 => b"POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-length: 99999999\r\n\r\n{".to_vec(),
            2 => b"GET /graphql HTTP/1.1\r\nhost: x\r\nupgrade: websocket\r\nconnection: upgrade\r\n\r\n".to_vec(),
            3 => format!("GET / HTTP/1.1\r\n{}\r\n\r\n", "a: b\r\n".repeat(length)).into_bytes(),
            _ => b"POST /graphql HTTP/1.1\r\nhost: x\r\ntransfer-encoding: chunked\r\n\r\nzz\r\n{}\r\n".to_vec(),
        };
        self.sent += 1;
        let mut line = TcpStream::connect(self.client.address).await.unwrap();
        if line.write_all(&bytes).await.is_ok() && line.shutdown().await.is_ok() {
            let mut answer = Vec::new();
            let read = timeout(PATIENCE, line.read_to_end(&mut answer)).await;
            assert!(read.is_ok(), "the hub does not hang up after {:?}", String::from_utf8_lossy(&bytes));
            let status = String::from_utf8_lossy(&answer).split(' ').nth(1).unwrap_or_default().to_owned();
            assert!(!status.starts_with('5'), "{status} after {:?}", String::from_utf8_lossy(&bytes));
        }
    }

    /// Messages over a socket, until the hub has had enough.
    async fn frames(&mut self) {
        let mut socket = TestSocket::connect(&self.client).await;
        if !self.dice.one_in(8) {
            socket.greet().await;
        }
        for number in 0..20 {
            let payload = self.value(3);
            let frame = match self.dice.below(12) {
                0 => Message::binary(self.dice.bytes(50)),
                1 => Message::text(self.text(100)),
                2 => Message::text(json!({ "type": self.value(1), "id": self.value(1) }).to_string()),
                3 => Message::text("{\"type\":\"subscribe\",\"id\":\"1\",\"pay"),
                4 => Message::text("x".repeat(70_000)),
                5 => Message::Ping(self.dice.bytes(100).into()),
                _ => {
                    let body: Value = serde_json::from_slice(&self.body()).unwrap_or(payload);
                    Message::text(json!({ "type": "subscribe", "id": number.to_string(), "payload": body }).to_string())
                }
            };
            self.sent += 1;
            socket.send(frame).await;
        }
        socket.send(Message::binary(vec![0])).await;
        self.hear_the_end(&mut socket).await;
    }

    async fn bytes_to_a_socket(&mut self) {
        let mut socket = self.client.socket().await;
        let length = 1 + self.dice.below(300);
        let mut bytes = self.dice.bytes(length);
        if self.dice.one_in(2) {
            // Begins as a frame does.
            bytes.splice(..0, [0x81, 0x85]);
        }
        self.sent += 1;
        if socket.stream().write_all(&bytes).await.is_ok() {
            drop(socket.stream().shutdown().await);
            self.hear_the_end(&mut socket).await;
        }
    }

    async fn hear_the_end(&self, socket: &mut TestSocket) {
        loop {
            match socket.hear_for(PATIENCE).await.expect("the hub does not hang up") {
                Heard::Closed(code) => return assert!(CLOSE_CODES.contains(&code), "closed with {code}"),
                Heard::Message(message) if message["type"] == "error" => {
                    self.check(&json!({ "errors": message["payload"] }), "over a socket");
                }
                Heard::Message(message) => self.check(&message["payload"], "over a socket"),
            }
        }
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn thousands_of_malformed_frames_and_requests_do_no_harm() {
    let store = TestStore::sqlite(Content::Demo).await;
    let mut hub = TestProcess::quiet(&store);
    let (anna, bram) = (hub.als("KWARTIERMAKER").await, hub.als("PROCESREGISSEUR").await);
    let seed = setting("CHAOS_SEED").unwrap_or(4712);
    let each = if is_long() { 10_000 } else { 2_000 } / SENDERS;
    let codes = Arc::new(codes());
    assert!(codes.contains("ONGELDIG_VERZOEK") && codes.len() > 15, "{codes:?}");
    let mut dice = Dice::new(seed);
    let senders: Vec<_> = (0..SENDERS)
        .map(|_| {
            let mut sender = Sender { client: bram.clone(), dice: dice.split(), codes: codes.clone(), sent: 0 };
            tokio::spawn(async move { sender.send(each).await })
        })
        .collect();

    // Meanwhile Anna works, and Bram sees it.
    let bord = TestBord::read(&anna).await;
    let variables = json!({ "traject": bord.traject, "vanaf": bord.positie });
    let mut screen = bram.subscribe(INTEGRATIE, variables).await;
    screen.next_event().await;
    let mut number = 0;
    while number < 5 || !senders.iter().all(tokio::task::JoinHandle::is_finished) {
        let titel = format!("Gewoon werk {number}");
        let input = json!({ "bord": bord.id, "kolom": bord.kolom("Te doen"), "titel": titel });
        anna.mutate("maakTaak", input, "").await;
        assert_eq!(screen.next_event().await["integratie"]["taak"]["titel"], titel);
        number += 1;
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    for sent in join_all(senders).await {
        sent.unwrap_or_else(|error| panic!("seed {seed}: {error}"));
    }
    hub.terminate();
    assert!(hub.stopped().await.success());
    let said = std::fs::read_to_string(TestProcess::log(&store)).unwrap();
    assert!(!said.contains("panicked") && !said.contains("ERROR"), "seed {seed}: {said}");
}
