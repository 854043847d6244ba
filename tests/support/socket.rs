//! A socket to the hub, for well-behaved clients and for the others.

use std::time::Duration;

use futures_util::{SinkExt, StreamExt};
use serde_json::{Value, json};
use tokio::{io::AsyncReadExt, net::TcpStream, time::timeout};
use tokio_tungstenite::{
    MaybeTlsStream, WebSocketStream, client_async,
    tungstenite::{Error, Message, client::IntoClientRequest, handshake::client::Request},
};

use super::{PATIENCE, TestClient};

pub struct TestSocket {
    inner: WebSocketStream<MaybeTlsStream<TcpStream>>,
}

/// What came over the line.
#[derive(Debug, PartialEq)]
pub enum Heard {
    Message(Value),
    /// With its code; 1006 when the line broke without one.
    Closed(u16),
}

impl TestSocket {
    /// Opens a socket with this client's sign-in; says nothing yet.
    pub async fn connect(client: &TestClient) -> Self {
        Self::open(Self::request(client)).await.unwrap()
    }

    /// The request that opens a socket, to be changed by a test.
    pub fn request(client: &TestClient) -> Request {
        let mut request = format!("ws://{}/graphql", client.address).into_client_request().unwrap();
        let headers = request.headers_mut();
        headers.insert("sec-websocket-protocol", "graphql-transport-ws".parse().unwrap());
        if let Some(cookie) = &client.cookie {
            headers.insert("cookie", format!("samenspel={cookie}").parse().unwrap());
        }
        if let Some(token) = &client.token {
            headers.insert("authorization", format!("Bearer {token}").parse().unwrap());
        }
        request
    }

    pub async fn open(request: Request) -> Result<Self, Error> {
        let address = request.uri().authority().unwrap().to_string();
        Self::over(TcpStream::connect(address).await?, request).await
    }

    /// Opens a socket over this line.
    pub async fn over(line: TcpStream, request: Request) -> Result<Self, Error> {
        let opened = client_async(request, MaybeTlsStream::Plain(line)).await;
        opened.map(|(inner, _)| Self { inner })
    }

    pub async fn greet(&mut self) {
        self.say(json!({ "type": "connection_init" })).await;
        assert_eq!(self.hear().await, Heard::Message(json!({ "type": "connection_ack" })));
    }

    pub async fn say(&mut self, message: Value) {
        self.send(Message::text(message.to_string())).await;
    }

    /// Sends a frame as it is; that the other side already hung up is for [`TestSocket::hear`] to tell.
    pub async fn send(&mut self, frame: Message) {
        drop(timeout(PATIENCE, self.inner.send(frame)).await.expect("the hub takes nothing"));
    }

    pub async fn subscribe(&mut self, id: &str, query: &str, variables: Value) {
        let payload = json!({ "query": query, "variables": variables });
        self.say(json!({ "type": "subscribe", "id": id, "payload": payload })).await;
    }

    /// The next thing that comes; fails when nothing does.
    pub async fn hear(&mut self) -> Heard {
        self.hear_for(PATIENCE).await.expect("nothing came over the socket")
    }

    /// The next thing that comes within this time. Pings do not count, and give it anew.
    pub async fn hear_for(&mut self, patience: Duration) -> Option<Heard> {
        loop {
            match timeout(patience, self.inner.next()).await.ok()? {
                Some(Ok(Message::Text(text))) => return Some(Heard::Message(serde_json::from_str(&text).unwrap())),
                Some(Ok(Message::Close(frame))) => {
                    return Some(Heard::Closed(frame.map_or(1005, |frame| frame.code.into())));
                }
                Some(Ok(_)) => {}
                Some(Err(_)) | None => return Some(Heard::Closed(1006)),
            }
        }
    }

    /// The next message; fails when the socket closes instead.
    pub async fn message(&mut self) -> Value {
        match self.hear().await {
            Heard::Message(message) => message,
            Heard::Closed(code) => panic!("closed with {code}"),
        }
    }

    /// The code with which the hub closes, after whatever it says before that.
    pub async fn close_code(&mut self) -> u16 {
        loop {
            if let Heard::Closed(code) = self.hear().await {
                return code;
            }
        }
    }

    /// The code with which the hub closes a line on which nothing is answered, not even a ping.
    pub async fn close_code_unanswered(&mut self) -> u16 {
        let mut frames = Vec::new();
        loop {
            let read = timeout(PATIENCE, self.stream().read_buf(&mut frames)).await.expect("the hub does not hang up");
            // Short frames, as pings are: a head of two bytes, and then what it says.
            let mut rest = frames.as_slice();
            while let [kind, length, behind @ ..] = rest {
                if let (0x88, [high, low, ..]) = (*kind, behind) {
                    return u16::from_be_bytes([*high, *low]);
                }
                rest = behind.get(usize::from(*length)..).unwrap_or_default();
            }
            assert!(read.unwrap() > 0, "the line broke without a code");
        }
    }

    /// The TCP stream beneath, to break or to stall it.
    pub fn stream(&mut self) -> &mut TcpStream {
        match self.inner.get_mut() {
            MaybeTlsStream::Plain(stream) => stream,
            _ => unreachable!("test sockets have no TLS"),
        }
    }
}

/// One subscription, alone on its socket.
pub struct Subscription {
    socket: TestSocket,
}

impl Subscription {
    pub async fn start(mut socket: TestSocket, query: &str, variables: Value) -> Self {
        socket.subscribe("1", query, variables).await;
        Self { socket }
    }

    /// The data of the next event; fails when there is none in time, or an error instead.
    pub async fn next_event(&mut self) -> Value {
        let message = self.socket.message().await;
        assert!(message["type"] == "next" && message["payload"].get("errors").is_none(), "{message:#}");
        message["payload"]["data"].clone()
    }

    pub fn into_socket(self) -> TestSocket {
        self.socket
    }
}
