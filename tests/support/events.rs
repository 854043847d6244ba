//! A subscription over server-sent events, as a program or a browser behind a narrow network has it.

use std::{pin::Pin, time::Duration};

use futures_util::{Stream, StreamExt};
use reqwest::{Method, header::ACCEPT};
use serde_json::{Value, json};
use tokio::time::timeout;

use super::{PATIENCE, TestClient};

pub struct EventStream {
    bytes: Pin<Box<dyn Stream<Item = Vec<u8>> + Send>>,
    read: Vec<u8>,
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
        Self::try_open(client, query, variables).await.unwrap()
    }

    pub async fn try_open(client: &TestClient, query: &str, variables: Value) -> Result<Self, reqwest::Error> {
        let body = json!({ "query": query, "variables": variables });
        let request = client.request(Method::POST, "/graphql").header("x-samenspel", "1");
        let response = request.header(ACCEPT, "text/event-stream").json(&body).send().await?.error_for_status()?;
        assert!(response.headers()["content-type"].to_str().unwrap().starts_with("text/event-stream"));
        let bytes = response.bytes_stream().filter_map(async |part| part.ok().map(|part| part.to_vec()));
        Ok(Self { bytes: Box::pin(bytes), read: Vec::new() })
    }

    /// The next event; fails when nothing comes.
    pub async fn next(&mut self) -> Event {
        self.next_for(PATIENCE).await.expect("no event came")
    }

    /// The next event within this time. What comes of it meanwhile gives the time anew.
    pub async fn next_for(&mut self, patience: Duration) -> Option<Event> {
        loop {
            if let Some(end) = self.read.windows(2).position(|pair| pair == b"\n\n") {
                let rest = self.read.split_off(end + 2);
                let event = std::mem::replace(&mut self.read, rest);
                return Some(parse(std::str::from_utf8(&event).unwrap().trim_end()));
            }
            match timeout(patience, self.bytes.next()).await.ok()? {
                Some(part) => self.read.extend(part),
                None => return Some(Event::End),
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
