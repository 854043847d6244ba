//! The messages and close codes of the protocol `graphql-transport-ws`.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use tokio_tungstenite::tungstenite::{Message, protocol::CloseFrame};

use super::{answer::Answer, operation::Sent};

pub const PROTOCOL: &str = "graphql-transport-ws";

/// What a client may say.
#[derive(Debug, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum FromClient {
    ConnectionInit {
        payload: Option<Map<String, Value>>,
    },
    Ping {
        payload: Option<Map<String, Value>>,
    },
    Pong {
        #[serde(rename = "payload")]
        _payload: Option<Map<String, Value>>,
    },
    Subscribe {
        id: String,
        payload: Sent,
    },
    Complete {
        id: String,
    },
}

/// What the hub says.
#[derive(Debug, Serialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum ToClient<'a> {
    ConnectionAck,
    Pong {
        #[serde(skip_serializing_if = "Option::is_none")]
        payload: Option<Map<String, Value>>,
    },
    Next {
        id: &'a str,
        payload: &'a Answer,
    },
    Error {
        id: &'a str,
        payload: &'a [async_graphql::ServerError],
    },
    Complete {
        id: &'a str,
    },
}

/// Why the hub closes a socket.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Close {
    /// Nothing was heard for too long.
    Silent,
    ProtocolError,
    NotText,
    TooBig,
    Restart,
    /// Trouble that will pass; also a client that takes nothing.
    TryAgain,
    BadMessage,
    NoInitYet,
    Forbidden,
    WrongProtocol,
    InitTooLate,
    DuplicateId,
    TooManyInits,
}

impl Close {
    pub fn code(self) -> u16 {
        match self {
            Self::Silent => 1001,
            Self::ProtocolError => 1002,
            Self::NotText => 1007,
            Self::TooBig => 1009,
            Self::Restart => 1012,
            Self::TryAgain => 1013,
            Self::BadMessage => 4400,
            Self::NoInitYet => 4401,
            Self::Forbidden => 4403,
            Self::WrongProtocol => 4406,
            Self::InitTooLate => 4408,
            Self::DuplicateId => 4409,
            Self::TooManyInits => 4429,
        }
    }

    /// In the words of the protocol; clients show them to developers only.
    fn reason(self) -> &'static str {
        match self {
            Self::Silent => "Going away",
            Self::ProtocolError => "Protocol error",
            Self::NotText => "Invalid text",
            Self::TooBig => "Message too big",
            Self::Restart => "Service restart",
            Self::TryAgain => "Try again later",
            Self::BadMessage => "Invalid message",
            Self::NoInitYet => "Unauthorized",
            Self::Forbidden => "Forbidden",
            Self::WrongProtocol => "Subprotocol not acceptable",
            Self::InitTooLate => "Connection initialisation timeout",
            Self::DuplicateId => "Subscriber already exists",
            Self::TooManyInits => "Too many initialisation requests",
        }
    }

    pub fn message(self) -> Message {
        Message::Close(Some(CloseFrame { code: self.code().into(), reason: self.reason().into() }))
    }
}
