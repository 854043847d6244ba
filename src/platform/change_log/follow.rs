//! One reader's walk along the log: first what was missed, then live, never a gap and never a double.

use std::{
    collections::VecDeque,
    future::ready,
    sync::{
        Arc,
        atomic::{AtomicBool, AtomicI64, Ordering},
    },
    time::Duration,
};

use futures_util::{Stream, StreamExt, stream};
use tokio::{
    sync::watch,
    time::{sleep, timeout},
};

use super::{
    Position,
    live::{Live, Moment, World},
};

/// Beyond this many missed entries it is cheaper to read again than to replay.
const MAX_REPLAY: i64 = 10_000;
/// How long a node may lag behind what a client saw on another one.
const CATCH_UP: Duration = Duration::from_secs(5);
/// Between two tries to read the log while the store is away.
const RETRY: Duration = Duration::from_millis(500);

/// Why a reader has to read again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reload {
    /// The store was replaced since.
    OtherEpoch,
    /// The position is beyond the end of this log.
    LogTooShort,
    /// So much was missed that reading again is cheaper.
    TooMuchMissed,
}

/// What a reader gets to see.
pub enum Step<W: World> {
    Happened(Arc<Moment<W>>),
    /// All that was missed has been sent; from here on it is live.
    CaughtUp(Position),
    /// Read again, and start from this position. Nothing follows.
    Reload(Reload, Position),
}

/// How far a walk is, for the one who drives it and sees only what became of its steps.
///
/// It is set right before a step is handed out, so after each answer it tells which step that answer is of.
#[derive(Debug, Default)]
pub struct Cursor {
    from: Option<Position>,
    at: AtomicI64,
    caught_up: AtomicBool,
}

impl Cursor {
    /// Lets the walk start here, whatever the client asked for.
    pub fn starting(from: Position) -> Self {
        Self { from: Some(from), at: AtomicI64::new(from.seq), caught_up: AtomicBool::new(false) }
    }

    /// Everything up to here was handed out; zero when this is no walk along the log.
    pub fn at(&self) -> i64 {
        self.at.load(Ordering::Acquire)
    }

    /// Was the last step the one that says that all that was missed has been sent?
    pub fn is_caught_up(&self) -> bool {
        self.caught_up.load(Ordering::Acquire)
    }

    fn set(&self, at: i64, caught_up: bool) {
        self.at.store(at, Ordering::Release);
        self.caught_up.store(caught_up, Ordering::Release);
    }
}

struct Walk<W: World, F> {
    live: Arc<Live<W>>,
    head: watch::Receiver<i64>,
    wanted: F,
    cursor: Arc<Cursor>,
    at: i64,
    /// Position up to which this reader was behind when it started; `None` once that was said.
    behind: Option<i64>,
    waiting: VecDeque<Arc<Moment<W>>>,
}

/// Follows the entries for which `wanted` holds, from `from` (exclusive) or from now; `cursor` tells how far it is.
pub fn follow<W: World, F>(
    live: Arc<Live<W>>,
    from: Option<Position>,
    cursor: Arc<Cursor>,
    wanted: F,
) -> impl Stream<Item = Step<W>> + Send
where
    F: Fn(&Moment<W>) -> bool + Send + 'static,
{
    let from = cursor.from.or(from);
    stream::once(start(live, from, cursor, wanted)).flat_map(|start| match start {
        Start::Reload(reason, now) => stream::once(ready(Step::Reload(reason, now))).left_stream(),
        Start::Walk(walk) => stream::unfold(walk, Walk::step).right_stream(),
    })
}

async fn start<W: World, F>(live: Arc<Live<W>>, from: Option<Position>, cursor: Arc<Cursor>, wanted: F) -> Start<W, F>
where
    F: Fn(&Moment<W>) -> bool + Send + 'static,
{
    if let Some(from) = from
        && from.epoch == live.epoch()
    {
        drop(timeout(CATCH_UP, live.reached(from.seq)).await);
    }
    let now = live.present().position;
    let from = from.unwrap_or(now);
    let reload = if from.epoch != now.epoch {
        Some(Reload::OtherEpoch)
    } else if from.seq > now.seq {
        Some(Reload::LogTooShort)
    } else if now.seq - from.seq > MAX_REPLAY {
        Some(Reload::TooMuchMissed)
    } else {
        None
    };
    match reload {
        Some(reason) => Start::Reload(reason, now),
        None => {
            let head = live.watch();
            let (at, behind, waiting) = (from.seq, Some(now.seq), VecDeque::new());
            Start::Walk(Walk { live, head, wanted, cursor, at, behind, waiting })
        }
    }
}

enum Start<W: World, F> {
    Reload(Reload, Position),
    Walk(Walk<W, F>),
}

impl<W: World, F: Fn(&Moment<W>) -> bool> Walk<W, F> {
    async fn step(mut self) -> Option<(Step<W>, Self)> {
        loop {
            if let Some(moment) = self.waiting.pop_front() {
                self.at = moment.entry.seq;
                if (self.wanted)(&moment) {
                    self.cursor.set(self.at, false);
                    return Some((Step::Happened(moment), self));
                }
                continue;
            }
            if let Some(until) = self.behind
                && self.at >= until
            {
                self.behind = None;
                self.cursor.set(self.at, true);
                let position = Position { epoch: self.live.epoch(), seq: self.at };
                return Some((Step::CaughtUp(position), self));
            }
            // Mark the head as seen before reading, so that what comes in between wakes us again.
            self.head.mark_unchanged();
            match self.live.since(self.at).await {
                Ok(moments) if moments.is_empty() => self.head.changed().await.ok()?,
                Ok(moments) => self.waiting.extend(moments),
                Err(error) => {
                    tracing::warn!(%error, "a reader could not read the log and tries again: {error}");
                    sleep(RETRY).await;
                }
            }
        }
    }
}
