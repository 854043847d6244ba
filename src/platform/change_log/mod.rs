//! The log of everything that happened: gapless, in the order of commits, never changed afterwards.
//!
//! - [`append`]: draws positions and stores entries, inside the writer's transaction.
//! - [`read`]: entries by position, scope, subject, actor and time.
//! - [`live`]: follows the log, folds it into the present state and hands both to whoever listens.

mod append;
pub mod follow;
pub mod live;
pub mod read;
mod tables;

use std::{fmt, str::FromStr};

use jiff::Timestamp;
use sea_orm::{ConnectionTrait, DbErr, EntityTrait};
use serde_json::Value;
use uuid::Uuid;

pub use append::forget_receipts;
pub(super) use append::{Receipt, Receipts, append, receipts_of};

/// What an entry is about: a kind (`taak`) and the key within that kind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Subject {
    pub kind: &'static str,
    pub key: String,
}

/// An entry before it has a place in the log.
#[derive(Debug, Clone)]
pub struct NewEntry {
    /// Who follows it: the name of a stream of entries (`integratie:…`).
    pub scope: String,
    pub subject: Subject,
    /// Name of the event, and the version of its payload.
    pub kind: &'static str,
    pub version: i16,
    pub payload: Value,
}

/// Who wrote, with which command, and the id by which a retry is recognised.
#[derive(Debug, Clone, PartialEq)]
pub struct Origin {
    /// `None`: the hub itself (start-up, demo data, command line).
    pub actor: Option<Uuid>,
    pub command: &'static str,
    pub client_mutation_id: Option<Uuid>,
    /// A digest of the command, so that an id cannot be used again for something else.
    pub fingerprint: String,
}

/// One line of the log.
#[derive(Debug, Clone)]
pub struct Entry {
    pub seq: i64,
    pub at: Timestamp,
    pub actor: Option<Uuid>,
    pub client_mutation_id: Option<Uuid>,
    pub command: String,
    pub scope: String,
    pub subject_kind: String,
    pub subject_key: String,
    pub kind: String,
    pub version: i16,
    pub payload: Value,
}

impl Entry {
    /// The line of what `origin` recorded, at its place.
    pub fn of(seq: i64, at: Timestamp, origin: &Origin, new: NewEntry) -> Self {
        Self {
            seq,
            at,
            actor: origin.actor,
            client_mutation_id: origin.client_mutation_id,
            command: origin.command.to_owned(),
            scope: new.scope,
            subject_kind: new.subject.kind.to_owned(),
            subject_key: new.subject.key,
            kind: new.kind.to_owned(),
            version: new.version,
            payload: new.payload,
        }
    }
}

/// A place in the log. The epoch changes when a store is replaced (a backup put back), so that a client
/// that saw more than the store now knows is told to read again.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Position {
    pub epoch: Uuid,
    pub seq: i64,
}

impl fmt::Display for Position {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.epoch.simple(), self.seq)
    }
}

/// A text that is not a position.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a position in the log")]
pub struct NotAPosition;

impl FromStr for Position {
    type Err = NotAPosition;

    fn from_str(text: &str) -> Result<Self, NotAPosition> {
        let (epoch, seq) = text.split_once(':').ok_or(NotAPosition)?;
        let epoch = Uuid::try_parse(epoch).map_err(|_| NotAPosition)?;
        let seq = seq.parse().ok().filter(|seq| *seq >= 0).ok_or(NotAPosition)?;
        Ok(Self { epoch, seq })
    }
}

/// The last position in the store, as this connection or transaction sees it.
pub async fn head(conn: &impl ConnectionTrait) -> Result<Position, DbErr> {
    let meta =
        tables::meta::Entity::find_by_id(1).one(conn).await?.ok_or_else(|| DbErr::RecordNotFound("log_meta".into()))?;
    Ok(Position { epoch: meta.epoch, seq: meta.last_seq })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_position_reads_back_as_it_was_written() {
        let position = Position { epoch: Uuid::from_u128(7), seq: 4712 };
        assert_eq!(position.to_string().parse(), Ok(position));
    }

    #[test]
    fn what_is_not_a_position_is_refused() {
        for text in ["", "4712", "x:1", "00000000000000000000000000000007:-1", "00000000000000000000000000000007:"] {
            assert_eq!(text.parse::<Position>(), Err(NotAPosition), "{text:?}");
        }
    }
}
