//! The limit of fan-out: one loop that writes the same bytes to every socket, one send per message.
//!
//! A write (any POST) is answered after its message has gone to all; with a store, its rows are on disk before.

use std::{
    fs,
    io::{ErrorKind, Read, Write},
    path::Path,
};

use mio::{
    Events, Interest, Poll, Token,
    net::{TcpListener, TcpStream},
};

use super::commit::Rows;
use crate::client::{screens::is, wire::content_length};

const LISTENER: Token = Token(usize::MAX);
const ANSWER: &[u8] = b"HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 2\r\n\r\n{}";
const UPGRADED: &[u8] = b"HTTP/1.1 101 Switching Protocols\r\nconnection: upgrade\r\nupgrade: websocket\r\n\
    sec-websocket-accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=\r\nsec-websocket-protocol: graphql-transport-ws\r\n\r\n";

struct Line {
    stream: TcpStream,
    heard: Vec<u8>,
    screen: bool,
    live: bool,
    /// What did not fit in the socket.
    waiting: Vec<u8>,
}

impl Line {
    fn send(&mut self, bytes: &[u8]) {
        let mut rest = bytes;
        while self.waiting.is_empty() && !rest.is_empty() {
            match self.stream.write(rest) {
                Ok(written) => rest = &rest[written..],
                Err(error) if error.kind() == ErrorKind::WouldBlock => break,
                Err(_) => return,
            }
        }
        self.waiting.extend_from_slice(rest);
    }

    fn flush(&mut self) {
        let waiting = std::mem::take(&mut self.waiting);
        self.send(&waiting);
    }
}

fn server_frame(payload: &[u8]) -> Vec<u8> {
    let mut frame = vec![0x81];
    match payload.len() {
        length @ 0..126 => frame.push(length as u8),
        length @ 126..0x1_0000 => {
            frame.push(126);
            frame.extend_from_slice(&(length as u16).to_be_bytes());
        }
        length => {
            frame.push(127);
            frame.extend_from_slice(&(length as u64).to_be_bytes());
        }
    }
    frame.extend_from_slice(payload);
    frame
}

struct Server {
    lines: Vec<Option<Line>>,
    message: Vec<u8>,
    rows: Option<Rows>,
}

pub fn serve(message: &Path, store: Option<&str>) {
    let rows = store.map(Rows::open);
    let mut server = Server { lines: Vec::new(), message: server_frame(&fs::read(message).unwrap()), rows };
    let mut poll = Poll::new().unwrap();
    let mut events = Events::with_capacity(1024);
    let mut listener = TcpListener::bind("127.0.0.1:0".parse().unwrap()).unwrap();
    poll.registry().register(&mut listener, LISTENER, Interest::READABLE).unwrap();
    println!("http://{}", listener.local_addr().unwrap());
    loop {
        poll.poll(&mut events, None).unwrap();
        for event in &events {
            if event.token() == LISTENER {
                while let Ok((mut stream, _)) = listener.accept() {
                    stream.set_nodelay(true).unwrap();
                    let token = Token(server.lines.len());
                    let both = Interest::READABLE | Interest::WRITABLE;
                    poll.registry().register(&mut stream, token, both).unwrap();
                    let line = Line { stream, heard: Vec::new(), screen: false, live: false, waiting: Vec::new() };
                    server.lines.push(Some(line));
                }
                continue;
            }
            if event.is_writable()
                && let Some(line) = &mut server.lines[event.token().0]
                && !line.waiting.is_empty()
            {
                line.flush();
            }
            if event.is_readable() {
                server.read(event.token().0);
            }
        }
    }
}

impl Server {
    fn read(&mut self, number: usize) {
        let mut buffer = [0; 16 * 1024];
        loop {
            let Some(line) = &mut self.lines[number] else { return };
            match line.stream.read(&mut buffer) {
                Ok(0) => self.lines[number] = None,
                Ok(count) => {
                    line.heard.extend_from_slice(&buffer[..count]);
                    self.answer(number);
                    if count < buffer.len() {
                        return;
                    }
                }
                Err(error) if error.kind() == ErrorKind::WouldBlock => return,
                Err(_) => self.lines[number] = None,
            }
        }
    }

    fn answer(&mut self, number: usize) {
        let Some(line) = &mut self.lines[number] else { return };
        if line.screen {
            let heard = std::mem::take(&mut line.heard);
            if is(&heard, "connection_init") {
                line.send(&server_frame(br#"{"type":"connection_ack"}"#));
            }
            if is(&heard, "subscribe") {
                line.live = true;
                line.send(&server_frame(br#"{"type":"next","id":"1","payload":{"data":"Bijgewerkt"}}"#));
            }
            return;
        }
        let Some(end) = line.heard.windows(4).position(|four| four == b"\r\n\r\n") else { return };
        if line.heard.starts_with(b"GET") {
            line.heard.clear();
            line.screen = true;
            return line.send(UPGRADED);
        }
        if line.heard.len() < end + 4 + content_length(&line.heard[..end]) {
            return;
        }
        line.heard.clear();
        if let Some(rows) = &mut self.rows {
            rows.commit(1);
        }
        for line in self.lines.iter_mut().flatten().filter(|line| line.live) {
            line.send(&self.message);
        }
        if let Some(line) = &mut self.lines[number] {
            line.send(ANSWER);
        }
    }
}
