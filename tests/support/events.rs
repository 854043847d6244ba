//! A subscription over server-sent events, as a program or a browser behind a narrow network has it.

use std::pin::Pin;

use futures_util::{Stream, StreamExt};
use reqwest::{Method, header::ACCEPT};
use serde_json::{Value, json};
use tokio::time::timeout;

use super::{PATIENCE, TestClient};

pub struct EventStream {
    bytes: Pin<Box<dyn Stream<Item = Vec<u8>> + Send>>,
    read: String,
}

/// One event of the stream.
#[derive(Debug, PartialEq)]
pub enum Event {
    Next(Value),
    Complete,
    /// A comment: the line is alive.
    SignOfLife,
    /// The hub hung up, without an event that says so.
    End,
}

impl EventStream {
    pub async fn open(client: &TestClient, query: &str, variables: Value) -> Self {
        let body = json!({ "query": query, "variables": variables });
        let request = client.request(Method::POST, "/graphql").header("x-samenspel", "1");
        let response = request.header(ACCEPT, "text/event-stream").json(&body).send().await.unwrap();
        assert!(response.headers()["content-type"].to_str().unwrap().starts_with("text/event-stream"));
        let bytes = response.bytes_stream().filter_map(async |part| part.ok().map(|part| part.to_vec()));
        Self { bytes: Box::pin(bytes), read: String::new() }
    }

    /// The next event; fails when nothing comes.
    pub async fn next(&mut self) -> Event {
        loop {
            if let Some((event, rest)) = self.read.split_once("\n\n") {
                let event = parse(event);
                self.read = rest.to_owned();
                return event;
            }
            match timeout(PATIENCE, self.bytes.next()).await.expect("no event came") {
                Some(part) => self.read.push_str(std::str::from_utf8(&part).unwrap()),
                None => return Event::End,
            }
        }
    }

    /// The data of the next answer; fails when something else comes.
    pub async fn next_event(&mut self) -> Value {
        loop {
            match self.next().await {
                Event::Next(answer) => return answer["data"].clone(),
                Event::SignOfLife => {}
                other => panic!("{other:?}"),
            }
        }
    }
}

fn parse(event: &str) -> Event {
    let field = |name: &str| event.lines().find_map(|line| line.strip_prefix(name).map(str::trim));
    match field("event:") {
        Some("next") => Event::Next(serde_json::from_str(field("data:").unwrap()).unwrap()),
        Some("complete") => Event::Complete,
        None if event.starts_with(':') => Event::SignOfLife,
        other => panic!("{other:?}: {event}"),
    }
}
