//! The wire of y-websocket: what its messages look like, in the encoding of lib0. Nothing here can panic.

use yrs::{StateVector, updates::decoder::Decode, updates::encoder::Encode};

const SYNC: u64 = 0;
const AWARENESS: u64 = 1;
const QUERY_AWARENESS: u64 = 3;
/// Not of y-websocket: "tell me when all I said before this is stored", and the answer. Only who asks is told.
const STORED: u64 = 100;

const STEP_1: u64 = 0;
const STEP_2: u64 = 1;
const UPDATE: u64 = 2;

/// How many a message about who is here may be about.
const MAX_ENTRIES: u64 = 1_000;

/// What a client says.
#[derive(Debug, PartialEq)]
pub enum FromClient<'m> {
    /// I have this: what do I miss?
    Step1(StateVector),
    /// This is what you miss.
    Step2(&'m [u8]),
    Update(&'m [u8]),
    Awareness(Vec<Entry>),
    QueryAwareness,
    /// Say this number when everything before it is stored.
    Stored(u64),
}

/// What someone at the text is doing: where their cursor is.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Entry {
    pub client: u64,
    pub clock: u64,
    /// JSON; `null` when they left.
    pub state: String,
}

impl Entry {
    pub fn is_gone(&self) -> bool {
        self.state == "null"
    }
}

/// Reads one message; `None` when it is none.
pub fn read(message: &[u8]) -> Option<FromClient<'_>> {
    let mut reader = Reader(message);
    let read = match reader.number()? {
        SYNC => match reader.number()? {
            STEP_1 => FromClient::Step1(state_vector(reader.bytes()?)?),
            STEP_2 => FromClient::Step2(reader.bytes()?),
            UPDATE => FromClient::Update(reader.bytes()?),
            _ => return None,
        },
        AWARENESS => {
            let mut inner = Reader(reader.bytes()?);
            let count = inner.number().filter(|count| *count <= MAX_ENTRIES)?;
            FromClient::Awareness((0..count).map(|_| inner.entry()).collect::<Option<_>>()?)
        }
        QUERY_AWARENESS => FromClient::QueryAwareness,
        STORED => FromClient::Stored(reader.number()?),
        _ => return None,
    };
    reader.0.is_empty().then_some(read)
}

/// Clients above 2^53 do not exist; the library stumbles over them.
fn state_vector(bytes: &[u8]) -> Option<StateVector> {
    let mut reader = Reader(bytes);
    let count = reader.number()?;
    for _ in 0..count {
        reader.number().filter(|client| *client < 1 << 53)?;
        reader.number().filter(|clock| *clock <= u64::from(u32::MAX))?;
    }
    StateVector::decode_v1(bytes).ok()
}

struct Reader<'m>(&'m [u8]);

impl<'m> Reader<'m> {
    fn number(&mut self) -> Option<u64> {
        let (mut value, mut shift) = (0_u64, 0);
        loop {
            let (byte, rest) = self.0.split_first()?;
            self.0 = rest;
            value |= u64::from(byte & 0x7f).checked_shl(shift)?;
            if byte & 0x80 == 0 {
                return Some(value);
            }
            shift += 7;
            if shift > 56 {
                return None;
            }
        }
    }

    fn bytes(&mut self) -> Option<&'m [u8]> {
        let length = usize::try_from(self.number()?).ok()?;
        let (bytes, rest) = self.0.split_at_checked(length)?;
        self.0 = rest;
        Some(bytes)
    }

    fn entry(&mut self) -> Option<Entry> {
        let (client, clock) = (self.number()?, self.number()?);
        let state = std::str::from_utf8(self.bytes()?).ok()?.to_owned();
        Some(Entry { client, clock, state })
    }
}

fn number(mut value: u64, into: &mut Vec<u8>) {
    while value >= 0x80 {
        into.push(value as u8 | 0x80);
        value >>= 7;
    }
    into.push(value as u8);
}

fn bytes(bytes: &[u8], into: &mut Vec<u8>) {
    number(bytes.len() as u64, into);
    into.extend_from_slice(bytes);
}

fn sync(step: u64, payload: &[u8]) -> Vec<u8> {
    let mut message = Vec::with_capacity(payload.len() + 8);
    number(SYNC, &mut message);
    number(step, &mut message);
    bytes(payload, &mut message);
    message
}

pub fn step1(state: &StateVector) -> Vec<u8> {
    sync(STEP_1, &state.encode_v1())
}

pub fn step2(update: &[u8]) -> Vec<u8> {
    sync(STEP_2, update)
}

pub fn update(update: &[u8]) -> Vec<u8> {
    sync(UPDATE, update)
}

pub fn stored(which: u64) -> Vec<u8> {
    let mut message = Vec::new();
    number(STORED, &mut message);
    number(which, &mut message);
    message
}

pub fn awareness<'e>(entries: impl ExactSizeIterator<Item = &'e Entry>) -> Vec<u8> {
    let mut inner = Vec::new();
    number(entries.len() as u64, &mut inner);
    for entry in entries {
        number(entry.client, &mut inner);
        number(entry.clock, &mut inner);
        bytes(entry.state.as_bytes(), &mut inner);
    }
    let mut message = Vec::with_capacity(inner.len() + 4);
    number(AWARENESS, &mut message);
    bytes(&inner, &mut message);
    message
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read_back_and_nothing_else_is() {
        let anna = Entry { client: 300, clock: 7, state: "{\"user\":{}}".into() };
        let message = awareness([&anna].into_iter());
        assert_eq!(read(&message), Some(FromClient::Awareness(vec![anna])));
        for message in [step2(&[1, 2, 3]), update(&[0, 0]), stored(1 << 40), step1(&StateVector::default()), message] {
            assert!(read(&message).is_some());
            for cut in 0..message.len() {
                assert_eq!(read(&message[..cut]), None, "{message:?} cut at {cut}");
            }
            assert_eq!(read(&[message.as_slice(), &[0]].concat()), None, "something behind it");
        }
        for garbage in [&[][..], &[9], &[0, 9], &[255; 12], &[0, 0, 3, 1, 255, 255], &[1, 2, 255, 127]] {
            assert_eq!(read(garbage), None, "{garbage:?}");
        }
    }
}
