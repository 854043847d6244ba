//! All sockets of the client in one loop.

use std::{
    io::{ErrorKind, Read, Write},
    net::SocketAddr,
    time::{Duration, Instant},
};

use mio::{Events, Interest, Poll, Token, net::TcpStream};

use super::wire::{Answer, Answers, Frame, Frames};

/// What happened on a line, and when it was read.
pub struct Happened {
    pub line: usize,
    pub at: Instant,
    pub what: What,
}

pub enum What {
    /// So many events in one go.
    Events(u32),
    /// A short message: of the protocol, or about the subscription.
    Said(Vec<u8>),
    Answered(Answer),
    Closed,
}

enum Reader {
    Screen(Frames),
    Asker(Answers),
}

struct Line {
    stream: TcpStream,
    reader: Reader,
}

pub struct Net {
    poll: Poll,
    events: Events,
    buffer: Vec<u8>,
    lines: Vec<Option<Line>>,
}

impl Net {
    pub fn new() -> Self {
        Self {
            poll: Poll::new().unwrap(),
            events: Events::with_capacity(1024),
            buffer: vec![0; 256 * 1024],
            lines: Vec::new(),
        }
    }

    /// A connection to ask over, one question at a time.
    pub fn asker(&mut self, address: SocketAddr) -> usize {
        let stream = std::net::TcpStream::connect(address).unwrap();
        self.add(stream, Reader::Asker(Answers::default()))
    }

    /// An open WebSocket; `read` is what was read of it beyond the greeting.
    pub fn screen(&mut self, stream: std::net::TcpStream, frames: Frames) -> usize {
        self.add(stream, Reader::Screen(frames))
    }

    fn add(&mut self, stream: std::net::TcpStream, reader: Reader) -> usize {
        stream.set_nodelay(true).unwrap();
        stream.set_nonblocking(true).unwrap();
        let mut stream = TcpStream::from_std(stream);
        let line = self.lines.len();
        self.poll.registry().register(&mut stream, Token(line), Interest::READABLE).unwrap();
        self.lines.push(Some(Line { stream, reader }));
        line
    }

    pub fn send(&mut self, line: usize, mut bytes: &[u8]) {
        let Some(line) = &mut self.lines[line] else { return };
        while !bytes.is_empty() {
            match line.stream.write(bytes) {
                Ok(written) => bytes = &bytes[written..],
                Err(error) if error.kind() == ErrorKind::WouldBlock => std::thread::yield_now(),
                Err(error) => panic!("the server took no more: {error}"),
            }
        }
    }

    /// Every screen says that it is there, as a browser does when it has nothing else to say.
    pub fn sign_of_life(&mut self) {
        for line in self.lines.iter_mut().flatten() {
            if let Reader::Screen(_) = line.reader {
                drop(line.stream.write(&pong(&[])));
            }
        }
    }

    pub fn close(&mut self, lines: &[usize]) {
        for line in lines {
            self.lines[*line] = None;
        }
    }

    /// Reads what there is, or waits for it at most so long.
    pub fn turn(&mut self, wait: Duration, seen: &mut Vec<Happened>) {
        seen.clear();
        self.poll.poll(&mut self.events, Some(wait)).unwrap();
        for event in &self.events {
            let number = event.token().0;
            let Some(line) = &mut self.lines[number] else { continue };
            let open = read(line, number, &mut self.buffer, seen);
            if !open {
                seen.push(Happened { line: number, at: Instant::now(), what: What::Closed });
                self.lines[number] = None;
            }
        }
    }
}

/// Reads a line dry; answers whether it is still open.
fn read(line: &mut Line, number: usize, buffer: &mut [u8], seen: &mut Vec<Happened>) -> bool {
    loop {
        let count = match line.stream.read(buffer) {
            Ok(0) => return false,
            Ok(count) => count,
            Err(error) if error.kind() == ErrorKind::WouldBlock => return true,
            Err(_) => return false,
        };
        let at = Instant::now();
        let mut add = |what| seen.push(Happened { line: number, at, what });
        let mut pongs = Vec::new();
        match &mut line.reader {
            Reader::Asker(answers) => answers.read(&buffer[..count], |answer| add(What::Answered(answer))),
            Reader::Screen(frames) => {
                let mut events = 0;
                frames.read(&buffer[..count], |frame| match frame {
                    Frame::Event => events += 1,
                    Frame::Short(9, payload) => pongs.push(payload),
                    Frame::Short(_, text) => add(What::Said(text)),
                });
                if events > 0 {
                    add(What::Events(events));
                }
            }
        }
        for payload in pongs {
            drop(line.stream.write(&pong(&payload)));
        }
        // A short read took all there was; what comes later is a new event.
        if count < buffer.len() {
            return true;
        }
    }
}

fn pong(payload: &[u8]) -> Vec<u8> {
    let mut pong = vec![0x8a, 0x80 | payload.len() as u8, 0, 0, 0, 0];
    pong.extend_from_slice(payload);
    pong
}
