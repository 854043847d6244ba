//! The limit of fan-out: one loop that writes the same bytes to every socket, one send per message.
//!
//! A write (any POST) is answered after its message has gone to all; with a store, its rows are on disk before.

use std::{fs, path::Path};

use super::{
    commit::Rows,
    lines::{self, Lines, server_frame},
};
use crate::client::{screens::is, wire::content_length};

const ANSWER: &[u8] = b"HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 2\r\n\r\n{}";
const TEXT: u8 = 1;

struct Server {
    /// The screens that follow, by number of their line.
    live: Vec<bool>,
    message: Vec<u8>,
    rows: Option<Rows>,
}

pub fn serve(message: &Path, store: Option<&str>) {
    let rows = store.map(Rows::open);
    let mut server = Server { live: Vec::new(), message: server_frame(TEXT, &fs::read(message).unwrap()), rows };
    lines::serve(|lines, number| server.answer(lines, number));
}

impl Server {
    fn answer(&mut self, lines: &mut Lines, number: usize) {
        self.live.resize(lines.len(), false);
        let Some(line) = &mut lines[number] else { return };
        if line.socket {
            let heard = std::mem::take(&mut line.heard);
            if is(&heard, "connection_init") {
                line.send(&server_frame(TEXT, br#"{"type":"connection_ack"}"#));
            }
            if is(&heard, "subscribe") {
                self.live[number] = true;
                line.send(&server_frame(TEXT, br#"{"type":"next","id":"1","payload":{"data":"Bijgewerkt"}}"#));
            }
            return;
        }
        if line.upgrade() {
            return;
        }
        let Some(end) = line.heard.windows(4).position(|four| four == b"\r\n\r\n") else { return };
        if line.heard.len() < end + 4 + content_length(&line.heard[..end]) {
            return;
        }
        line.heard.clear();
        if let Some(rows) = &mut self.rows {
            rows.commit(1);
        }
        for (line, _) in lines.iter_mut().zip(&self.live).filter(|(_, live)| **live) {
            if let Some(line) = line {
                line.send(&self.message);
            }
        }
        if let Some(line) = &mut lines[number] {
            line.send(ANSWER);
        }
    }
}
