//! The sockets of a bare server, in one loop: what came in is handed over, what does not fit waits.

use std::io::{ErrorKind, Read, Write};

use mio::{
    Events, Interest, Poll, Token,
    net::{TcpListener, TcpStream},
};

const LISTENER: Token = Token(usize::MAX);
const UPGRADED: &[u8] = b"HTTP/1.1 101 Switching Protocols\r\nconnection: upgrade\r\nupgrade: websocket\r\n\
    sec-websocket-accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=\r\nsec-websocket-protocol: graphql-transport-ws\r\n\r\n";

pub struct Line {
    stream: TcpStream,
    pub heard: Vec<u8>,
    /// It is a WebSocket.
    pub socket: bool,
    /// What did not fit in the socket.
    waiting: Vec<u8>,
}

impl Line {
    pub fn send(&mut self, bytes: &[u8]) {
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

    /// Answers a request for a WebSocket; false when that is not what was heard.
    pub fn upgrade(&mut self) -> bool {
        if !self.heard.starts_with(b"GET") || !self.heard.ends_with(b"\r\n\r\n") {
            return false;
        }
        self.heard.clear();
        self.socket = true;
        self.send(UPGRADED);
        true
    }
}

pub type Lines = Vec<Option<Line>>;

/// What a WebSocket says, to a client.
pub fn server_frame(opcode: u8, payload: &[u8]) -> Vec<u8> {
    let mut frame = vec![0x80 | opcode];
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

/// Serves for ever; `answer` looks at what was heard on the line of that number.
pub fn serve(mut answer: impl FnMut(&mut Lines, usize)) {
    let mut lines = Lines::new();
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
                    let token = Token(lines.len());
                    let both = Interest::READABLE | Interest::WRITABLE;
                    poll.registry().register(&mut stream, token, both).unwrap();
                    lines.push(Some(Line { stream, heard: Vec::new(), socket: false, waiting: Vec::new() }));
                }
                continue;
            }
            if event.is_writable()
                && let Some(line) = &mut lines[event.token().0]
                && !line.waiting.is_empty()
            {
                line.flush();
            }
            if event.is_readable() {
                read(&mut lines, event.token().0, &mut answer);
            }
        }
    }
}

fn read(lines: &mut Lines, number: usize, answer: &mut impl FnMut(&mut Lines, usize)) {
    let mut buffer = [0; 16 * 1024];
    loop {
        let Some(line) = &mut lines[number] else { return };
        match line.stream.read(&mut buffer) {
            Ok(0) => lines[number] = None,
            Ok(count) => {
                line.heard.extend_from_slice(&buffer[..count]);
                answer(lines, number);
                if count < buffer.len() {
                    return;
                }
            }
            Err(error) if error.kind() == ErrorKind::WouldBlock => return,
            Err(_) => lines[number] = None,
        }
    }
}
