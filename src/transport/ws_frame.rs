//! The head of a frame from server to client (RFC 6455, section 5.2): never masked, never in parts.

const FINAL_TEXT: u8 = 0x81;
const FINAL_BINARY: u8 = 0x82;

/// The head of a text of `length` bytes.
pub fn text_head(length: usize, into: &mut Vec<u8>) {
    head(FINAL_TEXT, length, into);
}

fn head(kind: u8, length: usize, into: &mut Vec<u8>) {
    into.push(kind);
    match length {
        0..=125 => into.push(length as u8),
        126..=0xffff => {
            into.push(126);
            into.extend_from_slice(&(length as u16).to_be_bytes());
        }
        _ => {
            into.push(127);
            into.extend_from_slice(&(length as u64).to_be_bytes());
        }
    }
}

/// Adds a whole text frame.
pub fn text(text: &[u8], into: &mut Vec<u8>) {
    text_head(text.len(), into);
    into.extend_from_slice(text);
}

/// A whole frame of bytes that are no text.
pub fn binary(bytes: &[u8]) -> Vec<u8> {
    let mut frame = Vec::with_capacity(bytes.len() + 10);
    head(FINAL_BINARY, bytes.len(), &mut frame);
    frame.extend_from_slice(bytes);
    frame
}

/// How long a frame of the client with this much in it is: masked, in one part.
pub fn masked(length: usize) -> usize {
    let head = match length {
        0..=125 => 2,
        126..=0xffff => 4,
        _ => 10,
    };
    head + 4 + length
}

/// An empty ping.
pub const PING: &[u8] = &[0x89, 0];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_length_takes_as_many_bytes_as_it_needs() {
        for (length, head) in [
            (0, vec![0x81, 0]),
            (125, vec![0x81, 125]),
            (126, vec![0x81, 126, 0, 126]),
            (65_535, vec![0x81, 126, 255, 255]),
            (65_536, vec![0x81, 127, 0, 0, 0, 0, 0, 1, 0, 0]),
        ] {
            let mut made = Vec::new();
            text_head(length, &mut made);
            assert_eq!(made, head, "{length}");
        }
    }
}
