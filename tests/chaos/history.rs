//! What everyone did and saw, in the order in which it was noted.

use std::{
    collections::BTreeMap,
    fmt,
    sync::{Arc, Mutex},
    time::{Duration, Instant},
};

use serde_json::Value;
use uuid::Uuid;

/// A board: its cards by id, as a client reads them.
pub type Cards = BTreeMap<String, Value>;

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Who {
    Writer(usize),
    Screen(usize),
    /// Who breaks things.
    Chaos,
}

#[derive(Debug, Clone, PartialEq)]
pub enum What {
    /// A mutation goes out, maybe not for the first time.
    Sent {
        mutation: Uuid,
    },
    /// The hub says: it is done, and stands here in the log. `card` is what it was done to.
    Acknowledged {
        mutation: Uuid,
        seq: i64,
        card: String,
    },
    /// The hub says no.
    Refused {
        mutation: Uuid,
        why: String,
    },
    /// Nobody knows whether it was done.
    Unanswered {
        mutation: Uuid,
        why: String,
    },
    /// A screen reads the whole board.
    Read {
        at: i64,
        cards: Cards,
    },
    /// A screen begins to follow after this position.
    Resumed {
        from: i64,
    },
    /// An event came in, with the card as it is then.
    Got {
        seq: i64,
        card: Value,
    },
    /// The hub says: that was all up to here.
    CaughtUp {
        at: i64,
    },
    Cut(String),
    /// Something is broken or mended.
    Fault(String),
}

#[derive(Debug, Clone)]
pub struct Note {
    pub after: Duration,
    pub who: Who,
    pub what: What,
}

impl fmt::Display for Note {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { after, who, what } = self;
        write!(f, "{:8.3} {who:?} ", after.as_secs_f64())?;
        match what {
            What::Read { at, cards } => write!(f, "Read {{ at: {at}, {} cards }}", cards.len()),
            What::Got { seq, card } => write!(f, "Got {{ seq: {seq}, {} }}", card["titel"]),
            what => write!(f, "{what:?}"),
        }
    }
}

/// Where everyone notes. Clone freely.
#[derive(Clone)]
pub struct History {
    began: Instant,
    notes: Arc<Mutex<Vec<Note>>>,
}

impl History {
    pub fn begin() -> Self {
        Self { began: Instant::now(), notes: Arc::default() }
    }

    pub fn note(&self, who: Who, what: What) {
        let mut notes = self.notes.lock().unwrap();
        notes.push(Note { after: self.began.elapsed(), who, what });
    }

    pub fn notes(&self) -> Vec<Note> {
        self.notes.lock().unwrap().clone()
    }
}

/// What was noted around this place, and every fault: to print when something is wrong.
pub fn around(notes: &[Note], place: usize) -> String {
    const BEFORE: usize = 25;
    const AFTER: usize = 15;
    let near = place.saturating_sub(BEFORE)..place + AFTER;
    let shown = notes.iter().enumerate().filter(|(at, note)| near.contains(at) || matches!(note.what, What::Fault(_)));
    shown.map(|(at, note)| format!("{} {note}\n", if at == place { ">" } else { " " })).collect()
}
