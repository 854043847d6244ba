//! Reading what a server sends without keeping it: WebSocket frames and HTTP answers, cut anywhere.

/// A frame longer than this is an event; its bytes are counted, not kept.
const SHORT: usize = 400;
/// An answer longer than this is counted, not kept.
const SHORT_ANSWER: usize = 16 * 1024;

/// What was read.
#[derive(Debug, PartialEq)]
pub enum Frame {
    /// A long text frame.
    Event,
    /// A short one: its opcode and what it says.
    Short(u8, Vec<u8>),
}

/// The frames of one socket, from server to client.
#[derive(Default)]
pub struct Frames {
    header: Vec<u8>,
    short: Option<Vec<u8>>,
    left: usize,
}

impl Frames {
    pub fn read(&mut self, mut bytes: &[u8], mut seen: impl FnMut(Frame)) {
        while !bytes.is_empty() {
            if self.left > 0 {
                let taken = self.left.min(bytes.len());
                if let Some(short) = &mut self.short {
                    short.extend_from_slice(&bytes[..taken]);
                }
                self.left -= taken;
                bytes = &bytes[taken..];
                if self.left == 0 {
                    self.end(&mut seen);
                }
                continue;
            }
            self.header.push(bytes[0]);
            bytes = &bytes[1..];
            let Some(length) = length(&self.header) else { continue };
            self.left = length;
            self.short = (length <= SHORT).then(Vec::new);
            if length == 0 {
                self.end(&mut seen);
            }
        }
    }

    fn end(&mut self, seen: &mut impl FnMut(Frame)) {
        let opcode = self.header[0] & 0x0f;
        self.header.clear();
        seen(self.short.take().map_or(Frame::Event, |text| Frame::Short(opcode, text)));
    }
}

/// The length of the payload, once the header is whole.
fn length(header: &[u8]) -> Option<usize> {
    match (header.get(1)? & 0x7f, header.len()) {
        (126, 4) => Some(usize::from(u16::from_be_bytes([header[2], header[3]]))),
        (127, 10) => header[2..].try_into().ok().map(|bytes| u64::from_be_bytes(bytes) as usize),
        (126 | 127, _) => None,
        (short, _) => Some(usize::from(short)),
    }
}

pub fn text_frame(text: &[u8]) -> Vec<u8> {
    client_frame(1, text)
}

pub fn binary_frame(message: &[u8]) -> Vec<u8> {
    client_frame(2, message)
}

/// A frame from client to server. The mask is zero: allowed, and cheapest for both.
fn client_frame(opcode: u8, message: &[u8]) -> Vec<u8> {
    let mut frame = vec![0x80 | opcode];
    match message.len() {
        length @ 0..126 => frame.push(0x80 | length as u8),
        length => {
            frame.push(0x80 | 126);
            frame.extend_from_slice(&(length as u16).to_be_bytes());
        }
    }
    frame.extend_from_slice(&[0; 4]);
    frame.extend_from_slice(message);
    frame
}

/// The answers on one HTTP connection.
#[derive(Default)]
pub struct Answers {
    head: Vec<u8>,
    body: Vec<u8>,
    /// Bytes of the body still to come; `None` while the head is read.
    left: Option<usize>,
    length: usize,
}

/// One whole answer.
pub struct Answer {
    pub ok: bool,
    /// Empty when it was too long to keep.
    pub body: Vec<u8>,
}

impl Answers {
    pub fn read(&mut self, mut bytes: &[u8], mut seen: impl FnMut(Answer)) {
        while !bytes.is_empty() {
            match self.left {
                None => {
                    let before = self.head.len();
                    self.head.extend_from_slice(bytes);
                    let from = before.saturating_sub(3);
                    let Some(end) = self.head[from..].windows(4).position(|four| four == b"\r\n\r\n") else { return };
                    let end = from + end + 4;
                    bytes = &bytes[end - before..];
                    self.head.truncate(end);
                    self.length = content_length(&self.head);
                    self.left = Some(self.length);
                }
                Some(left) => {
                    let taken = left.min(bytes.len());
                    if self.length <= SHORT_ANSWER {
                        self.body.extend_from_slice(&bytes[..taken]);
                    }
                    bytes = &bytes[taken..];
                    self.left = Some(left - taken);
                }
            }
            if self.left == Some(0) {
                let ok = self.head.starts_with(b"HTTP/1.1 200");
                seen(Answer { ok, body: std::mem::take(&mut self.body) });
                self.head.clear();
                self.left = None;
            }
        }
    }
}

/// The length of the body that follows this head.
pub fn content_length(head: &[u8]) -> usize {
    let head = String::from_utf8_lossy(head).to_ascii_lowercase();
    let value = head.split("\r\n").find_map(|line| line.strip_prefix("content-length:"));
    value.and_then(|value| value.trim().parse().ok()).unwrap_or(0)
}
