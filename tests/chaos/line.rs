//! The line of a screen: a socket, or an event stream where no socket gets through.

use std::time::Duration;

use serde_json::{Value, json};

use crate::support::{Event, EventStream, Heard, TestClient, TestSocket};

pub enum Line {
    Socket(Box<TestSocket>),
    Stream(EventStream),
}

impl Line {
    /// Opens a line with one subscription on it; says why when that does not work.
    pub async fn open(client: &TestClient, socket: bool, query: &str, variables: Value) -> Result<Self, String> {
        if !socket {
            let opened = EventStream::try_open(client, query, variables).await;
            return opened.map(Self::Stream).map_err(|error| error.to_string());
        }
        let opened = TestSocket::open(TestSocket::request(client)).await;
        let mut socket = opened.map_err(|error| error.to_string())?;
        socket.say(json!({ "type": "connection_init" })).await;
        socket.subscribe("1", query, variables).await;
        Ok(Self::Socket(Box::new(socket)))
    }

    /// The next answer; says why when there is none any more.
    pub async fn next(&mut self, patience: Duration) -> Result<Value, String> {
        loop {
            match self {
                Self::Socket(socket) => match socket.hear_for(patience).await {
                    Some(Heard::Message(mut message)) if message["type"] == "next" => {
                        return Ok(message["payload"].take());
                    }
                    Some(Heard::Message(message)) if message["type"] == "connection_ack" => {}
                    other => return Err(format!("{other:?}")),
                },
                Self::Stream(stream) => match stream.next_for(patience).await {
                    Some(Event::Next(answer)) => return Ok(answer),
                    Some(Event::SignOfLife) => {}
                    other => return Err(format!("{other:?}")),
                },
            }
        }
    }
}
