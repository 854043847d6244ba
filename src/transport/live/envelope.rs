//! What goes around a payload: the only part that differs between the readers of a group.

use super::super::ws_frame;

/// How one subscription's answers are wrapped.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Envelope {
    /// A frame of `graphql-transport-ws`: everything before the payload.
    Frame(Box<[u8]>),
    /// An event of `graphql-sse`, alone on its connection.
    Event,
}

const AFTER: &[u8] = b"}";

impl Envelope {
    /// For the subscription with this id on a socket.
    pub fn frame(id: &str) -> Self {
        let id = serde_json::Value::from(id);
        Self::Frame(format!(r#"{{"id":{id},"type":"next","payload":"#).into_bytes().into())
    }

    /// Adds the payload, wrapped.
    pub fn wrap(&self, payload: &[u8], into: &mut Vec<u8>) {
        match self {
            Self::Frame(before) => {
                ws_frame::text_head(before.len() + payload.len() + AFTER.len(), into);
                into.extend_from_slice(before);
                into.extend_from_slice(payload);
                into.extend_from_slice(AFTER);
            }
            Self::Event => {
                into.extend_from_slice(b"event: next\ndata: ");
                into.extend_from_slice(payload);
                into.extend_from_slice(b"\n\n");
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_payload_is_wrapped_as_its_protocol_says() {
        let mut frame = Vec::new();
        Envelope::frame("a\"b").wrap(br#"{"data":1}"#, &mut frame);
        assert_eq!(frame[..2], [0x81, frame.len() as u8 - 2]);
        let said: serde_json::Value = serde_json::from_slice(&frame[2..]).unwrap();
        assert_eq!(said, serde_json::json!({ "id": "a\"b", "type": "next", "payload": { "data": 1 } }));
        let mut event = Vec::new();
        Envelope::Event.wrap(br#"{"data":1}"#, &mut event);
        assert_eq!(event, b"event: next\ndata: {\"data\":1}\n\n");
    }
}
