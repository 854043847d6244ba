//! The limit of writing together: what one socket says goes to all others, one send per message; with a store, it is on
//! disk before.

use super::{
    commit::Rows,
    lines::{self, Line, Lines, server_frame},
};

const BINARY: u8 = 2;

pub fn serve(store: Option<&str>) {
    let mut rows = store.map(Rows::open);
    lines::serve(|lines, number| {
        let Some(line) = &mut lines[number] else { return };
        if !line.socket {
            line.upgrade();
            return;
        }
        while let Some(message) = lines[number].as_mut().and_then(said) {
            if let Some(rows) = &mut rows {
                rows.append(&message);
            }
            relay(lines, number, &server_frame(BINARY, &message));
        }
    });
}

fn relay(lines: &mut Lines, from: usize, frame: &[u8]) {
    for (number, line) in lines.iter_mut().enumerate() {
        if let Some(line) = line
            && line.socket
            && number != from
        {
            line.send(frame);
        }
    }
}

/// The next whole frame of a client, which is short and masked.
fn said(line: &mut Line) -> Option<Vec<u8>> {
    let length = usize::from(line.heard.get(1)? & 0x7f);
    assert!(length < 126, "a key is short");
    let end = 6 + length;
    if line.heard.len() < end {
        return None;
    }
    let frame: Vec<u8> = line.heard.drain(..end).collect();
    let mask = &frame[2..6];
    Some(frame[6..].iter().zip(mask.iter().cycle()).map(|(byte, mask)| byte ^ mask).collect())
}
