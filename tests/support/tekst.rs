//! Someone who writes in a text, with the Yjs of Rust and the wire of y-websocket.

use std::time::Duration;

use futures_util::{SinkExt, StreamExt};
use samenspel::platform::documents::{
    room,
    wire::{self, Entry, FromClient},
};
use tokio::{net::TcpStream, time::timeout};
use tokio_tungstenite::{
    WebSocketStream, client_async,
    tungstenite::{Message, client::IntoClientRequest},
};
use yrs::{Doc, GetString, ReadTxn, StateVector, Text, Transact, Update, updates::decoder::Decode};

use super::{PATIENCE, TestClient};

/// The root in which tests write.
const ROOT: &str = "proef";

pub struct TestSchrijver {
    pub doc: Doc,
    client: TestClient,
    path: String,
    socket: Option<WebSocketStream<TcpStream>>,
    asked: u64,
    stored: u64,
    /// What others say about themselves.
    pub here: Vec<Entry>,
}

impl TestSchrijver {
    pub async fn open(client: &TestClient, path: &str) -> Self {
        let mut schrijver = Self {
            doc: room::empty(),
            client: client.clone(),
            path: path.into(),
            socket: None,
            asked: 0,
            stored: 0,
            here: Vec::new(),
        };
        schrijver.connect().await;
        schrijver
    }

    /// At another address, with what was written so far.
    pub async fn reconnect_to(&mut self, client: &TestClient) {
        self.client = client.clone();
        self.connect().await;
    }

    /// Opens a socket, and asks what is missing.
    pub async fn connect(&mut self) {
        assert!(self.try_connect().await, "no socket");
    }

    pub async fn try_connect(&mut self) -> bool {
        self.socket = None;
        let uri = format!("ws://{}/sync/{}", self.client.address, self.path);
        let mut request = uri.into_client_request().unwrap();
        if let Some(cookie) = &self.client.cookie {
            request.headers_mut().insert("cookie", format!("samenspel={cookie}").parse().unwrap());
        }
        let Ok(line) = TcpStream::connect(self.client.address).await else { return false };
        let Ok((socket, _)) = client_async(request, line).await else { return false };
        self.socket = Some(socket);
        let known = self.doc.transact().state_vector();
        self.send(wire::step1(&known)).await;
        true
    }

    /// The line is cut; what is written from here on waits.
    pub fn cut(&mut self) {
        self.socket = None;
    }

    pub fn is_connected(&self) -> bool {
        self.socket.is_some()
    }

    pub async fn send(&mut self, message: Vec<u8>) {
        if let Some(socket) = &mut self.socket
            && socket.send(Message::binary(message)).await.is_err()
        {
            self.socket = None;
        }
    }

    /// Writes, and sends it when there is a line.
    pub async fn write(&mut self, at: usize, letters: &str) {
        self.change(|doc| {
            let text = doc.get_or_insert_text(ROOT);
            let mut txn = doc.transact_mut();
            let at = u32::try_from(at).unwrap().min(text.len(&txn));
            text.insert(&mut txn, at, letters);
        })
        .await;
    }

    pub async fn remove(&mut self, at: usize, length: usize) {
        self.change(|doc| {
            let text = doc.get_or_insert_text(ROOT);
            let mut txn = doc.transact_mut();
            let end = text.len(&txn);
            let at = u32::try_from(at).unwrap().min(end);
            let length = u32::try_from(length).unwrap().min(end - at);
            text.remove_range(&mut txn, at, length);
        })
        .await;
    }

    async fn change(&mut self, change: impl FnOnce(&Doc)) {
        let before = self.doc.transact().state_vector();
        change(&self.doc);
        let update = self.doc.transact().encode_diff_v1(&before);
        self.send(wire::update(&update)).await;
    }

    pub fn text(&self) -> String {
        let text = self.doc.get_or_insert_text(ROOT);
        text.get_string(&self.doc.transact())
    }

    pub fn state(&self) -> StateVector {
        self.doc.transact().state_vector()
    }

    /// Asks to be told when all that was sent is stored, and waits for that; false when the line breaks first.
    pub async fn stored(&mut self) -> bool {
        self.asked += 1;
        let asked = self.asked;
        self.send(wire::stored(asked)).await;
        while self.stored < asked {
            if !self.hear().await {
                return false;
            }
        }
        true
    }

    /// Takes what comes until `condition` holds.
    pub async fn until(&mut self, what: &str, mut condition: impl FnMut(&Self) -> bool) {
        while !condition(self) {
            assert!(self.hear().await, "the line broke before: {what}; {:?}", self.text());
        }
    }

    /// Takes what comes within this time.
    pub async fn listen(&mut self, patience: Duration) {
        while let Ok(true) = timeout(patience, self.hear()).await {}
    }

    /// The code with which the hub closes.
    pub async fn close_code(&mut self) -> u16 {
        loop {
            let socket = self.socket.as_mut().expect("the line is gone");
            match timeout(PATIENCE, socket.next()).await.expect("the hub does not hang up") {
                Some(Ok(Message::Close(frame))) => return frame.map_or(1005, |frame| frame.code.into()),
                Some(Ok(_)) => {}
                Some(Err(_)) | None => return 1006,
            }
        }
    }

    /// Takes the next message; false when the line is gone.
    pub async fn hear(&mut self) -> bool {
        let Some(socket) = &mut self.socket else { return false };
        let heard = timeout(PATIENCE, socket.next()).await.expect("nothing came over the socket");
        let message = match heard {
            Some(Ok(Message::Binary(message))) => message,
            Some(Ok(Message::Ping(_) | Message::Pong(_))) => return true,
            _ => {
                self.socket = None;
                return false;
            }
        };
        match wire::read(&message).expect("the hub speaks the wire of y-websocket") {
            FromClient::Step1(known) => {
                let missing = self.doc.transact().encode_state_as_update_v1(&known);
                self.send(wire::step2(&missing)).await;
            }
            FromClient::Step2(update) | FromClient::Update(update) => {
                let update = Update::decode_v1(update).unwrap();
                self.doc.transact_mut().apply_update(update).unwrap();
            }
            FromClient::Awareness(entries) => self.here = entries,
            FromClient::Stored(which) => self.stored = which,
            FromClient::QueryAwareness => {}
        }
        true
    }
}
