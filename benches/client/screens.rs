//! Opening many screens that follow one board.

use std::{
    collections::HashSet,
    io::{Read, Write},
    net::{SocketAddr, TcpStream},
    time::{Duration, Instant},
};

use serde_json::{Value, json};

use super::{
    ask::read_head,
    net::{Net, What},
    wire::{Frame, Frames, text_frame},
};

/// How many are being opened at the same time.
const AT_ONCE: usize = 50;
const PATIENCE: Duration = Duration::from_secs(120);

/// What a screen says to follow a board.
#[derive(Clone)]
pub struct Follow {
    pub address: SocketAddr,
    pub token: String,
    pub document: String,
    pub variables: Value,
}

impl Follow {
    fn upgrade(&self) -> String {
        format!(
            "GET /graphql HTTP/1.1\r\nhost: bench\r\nconnection: upgrade\r\nupgrade: websocket\r\n\
             sec-websocket-version: 13\r\nsec-websocket-key: dGhlIHNhbXBsZSBub25jZQ==\r\n\
             sec-websocket-protocol: graphql-transport-ws\r\nauthorization: Bearer {}\r\n\r\n",
            self.token
        )
    }

    /// Opens a socket that has been acknowledged.
    pub fn greeted(&self) -> TcpStream {
        let mut stream = self.dial();
        self.greet(&mut stream);
        heard(&mut stream);
        stream
    }

    fn dial(&self) -> TcpStream {
        let mut stream = TcpStream::connect(self.address).unwrap();
        stream.set_nodelay(true).unwrap();
        stream.write_all(self.upgrade().as_bytes()).unwrap();
        stream
    }

    fn greet(&self, stream: &mut TcpStream) {
        let head = read_head(stream);
        assert!(head.starts_with("HTTP/1.1 101"), "no socket: {head}");
        stream.write_all(&text_frame(br#"{"type":"connection_init"}"#)).unwrap();
    }

    /// The frame that starts the subscription.
    pub fn subscribe(&self) -> Vec<u8> {
        let payload = json!({ "query": self.document, "variables": self.variables });
        text_frame(json!({ "id": "1", "type": "subscribe", "payload": payload }).to_string().as_bytes())
    }
}

/// Reads one whole frame; answers its payload.
pub fn heard(stream: &mut TcpStream) -> Vec<u8> {
    let mut head = [0; 2];
    stream.read_exact(&mut head).unwrap();
    let length = match head[1] & 0x7f {
        126 => {
            let mut length = [0; 2];
            stream.read_exact(&mut length).unwrap();
            usize::from(u16::from_be_bytes(length))
        }
        127 => {
            let mut length = [0; 8];
            stream.read_exact(&mut length).unwrap();
            u64::from_be_bytes(length) as usize
        }
        short => usize::from(short),
    };
    let mut payload = vec![0; length];
    stream.read_exact(&mut payload).unwrap();
    payload
}

/// Opens `count` screens and waits until each is live.
pub fn open(net: &mut Net, follow: &Follow, count: usize) -> Vec<usize> {
    let mut lines = Vec::with_capacity(count);
    let subscribe = follow.subscribe();
    while lines.len() < count {
        let mut streams: Vec<_> = (0..AT_ONCE.min(count - lines.len())).map(|_| follow.dial()).collect();
        streams.iter_mut().for_each(|stream| follow.greet(stream));
        let mut waiting = HashSet::new();
        for mut stream in streams {
            let acknowledged = heard(&mut stream);
            assert!(
                is(&acknowledged, "connection_ack"),
                "not acknowledged: {}",
                String::from_utf8_lossy(&acknowledged)
            );
            let line = net.screen(stream, Frames::default());
            net.send(line, &subscribe);
            waiting.insert(line);
            lines.push(line);
        }
        await_live(net, waiting);
    }
    lines
}

fn await_live(net: &mut Net, mut waiting: HashSet<usize>) {
    let (until, mut seen) = (Instant::now() + PATIENCE, Vec::new());
    while !waiting.is_empty() {
        assert!(Instant::now() < until, "{} screens did not become live", waiting.len());
        net.turn(Duration::from_millis(100), &mut seen);
        for happened in &seen {
            match &happened.what {
                What::Said(text) if is(text, "Bijgewerkt") => drop(waiting.remove(&happened.line)),
                What::Said(text) => panic!("instead of the subscription: {}", String::from_utf8_lossy(text)),
                What::Closed => panic!("a screen was closed"),
                What::Events(_) | What::Answered(_) => {}
            }
        }
    }
}

/// Does this message say so?
pub fn is(text: &[u8], word: &str) -> bool {
    text.windows(word.len()).any(|part| part == word.as_bytes())
}

/// Follows on a stream of its own until caught up; answers how many events came before that, and how long it took.
pub fn catch_up(stream: &mut TcpStream, subscribe: &[u8]) -> (u32, Duration) {
    let began = Instant::now();
    stream.write_all(subscribe).unwrap();
    let (mut frames, mut events, mut live) = (Frames::default(), 0, false);
    let mut buffer = vec![0; 256 * 1024];
    while !live {
        let count = stream.read(&mut buffer).unwrap();
        assert!(count > 0, "the line was cut while catching up");
        frames.read(&buffer[..count], |frame| match frame {
            Frame::Event => events += 1,
            Frame::Short(1, text) if is(&text, "Bijgewerkt") => live = true,
            Frame::Short(1, text) => panic!("instead of what was missed: {}", String::from_utf8_lossy(&text)),
            Frame::Short(..) => {}
        });
    }
    (events, began.elapsed())
}
