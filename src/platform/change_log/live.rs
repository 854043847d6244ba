//! The present: follows the log, folds every entry into the state, and keeps the last few moments at hand.
//!
//! Each node runs one tail. It is woken by the writer beside it (and by whoever else taps its shoulder),
//! and looks by itself twice a second: a missed tap makes a change later, never lost.

use std::{
    collections::VecDeque,
    sync::{Arc, OnceLock, PoisonError, RwLock},
    time::Duration,
};

use sea_orm::DbErr;
use tokio::sync::{Notify, watch};
use uuid::Uuid;

use super::{Entry, Position, read};
use crate::platform::db::{Db, is_closed};

/// How many moments stay at hand for those who are a little behind.
const RING: usize = 4096;
/// How many entries the tail reads at a time.
const CHUNK: u64 = 1000;
/// How long a missed tap on the shoulder can go unnoticed.
const POLL: Duration = Duration::from_millis(500);

/// What the log is folded into. The fold must give what a fresh read of the tables gives.
pub trait World: Clone + Send + Sync + 'static {
    type Event: Send + Sync + 'static;

    /// Reads the whole state from the tables, as of the position it says.
    fn load(db: &Db) -> impl Future<Output = Result<(Position, Self), DbErr>> + Send;

    /// What happened, from how it is stored.
    fn decode(entry: &Entry) -> Result<Self::Event, DbErr>;

    /// Adds one entry to the state.
    fn advance(&mut self, entry: &Entry, event: &Self::Event);
}

/// Something that happened, and the state right after it.
pub struct Moment<W: World> {
    pub entry: Entry,
    pub event: W::Event,
    pub world: Arc<W>,
}

/// The state at a position.
pub struct Present<W> {
    pub position: Position,
    pub world: Arc<W>,
}

impl<W> Clone for Present<W> {
    fn clone(&self) -> Self {
        Self { position: self.position, world: self.world.clone() }
    }
}

struct Inner<W: World> {
    present: Present<W>,
    recent: VecDeque<Arc<Moment<W>>>,
}

/// What is about to become part of the present.
pub enum News<'m, W: World> {
    Moment(&'m Moment<W>),
    /// The state was read afresh: anything may have happened up to this position.
    Reloaded(i64),
}

/// Told of everything before anyone else can see it.
type Herald<W> = Box<dyn Fn(News<'_, W>) + Send + Sync>;

/// The handle to the present of one node.
pub struct Live<W: World> {
    db: Db,
    herald: OnceLock<Herald<W>>,
    inner: RwLock<Inner<W>>,
    head: watch::Sender<i64>,
    nudge: Notify,
}

impl<W: World> Live<W> {
    /// Reads the state and starts following the log.
    pub async fn start(db: Db) -> Result<Arc<Self>, DbErr> {
        let (position, world) = W::load(&db).await?;
        let present = Present { position, world: Arc::new(world) };
        let live = Arc::new(Self {
            db,
            herald: OnceLock::new(),
            inner: RwLock::new(Inner { present, recent: VecDeque::new() }),
            head: watch::Sender::new(position.seq),
            nudge: Notify::new(),
        });
        tokio::spawn(tail(Arc::downgrade(&live)));
        Ok(live)
    }

    /// Has `herald` told of everything before it becomes part of the present: whoever has to act on it is
    /// warned before anyone can see what comes after. There is one; it must be quick, and not ask for the present.
    pub fn herald(&self, herald: impl Fn(News<'_, W>) + Send + Sync + 'static) {
        if self.herald.set(Box::new(herald)).is_err() {
            tracing::error!("the present has a herald already");
        }
    }

    /// The state now, and its position.
    pub fn present(&self) -> Present<W> {
        self.inner.read().unwrap_or_else(PoisonError::into_inner).present.clone()
    }

    /// The epoch of the log this node follows.
    pub fn epoch(&self) -> Uuid {
        self.present().position.epoch
    }

    /// Tells the tail that there may be something new.
    pub fn nudge(&self) {
        self.nudge.notify_one();
    }

    /// Changes whenever the present does; the value is its position.
    pub fn watch(&self) -> watch::Receiver<i64> {
        self.head.subscribe()
    }

    /// Waits until this node has seen `seq`, so that who wrote it can read it.
    pub async fn reached(&self, seq: i64) {
        let mut head = self.head.subscribe();
        // The sender lives as long as `self`: waiting cannot fail.
        drop(head.wait_for(|at| *at >= seq).await);
    }

    /// The state right after `seq`, when that is recent enough to be at hand.
    pub fn at(&self, seq: i64) -> Option<Arc<W>> {
        let inner = self.inner.read().unwrap_or_else(PoisonError::into_inner);
        let first = inner.recent.front()?.entry.seq;
        let index = usize::try_from(seq - first).ok()?;
        inner.recent.get(index).map(|moment| moment.world.clone())
    }

    /// The id of the mutation that led to the entry at `seq`, when that is recent enough to be at hand.
    pub fn mutation_at(&self, seq: i64) -> Option<Uuid> {
        let inner = self.inner.read().unwrap_or_else(PoisonError::into_inner);
        let first = inner.recent.front()?.entry.seq;
        let index = usize::try_from(seq - first).ok()?;
        inner.recent.get(index)?.entry.client_mutation_id
    }

    /// What happened after `seq`, oldest first, at most [`CHUNK`] moments.
    ///
    /// Recent moments carry the state right after them; older ones are read from the log and carry the
    /// present state, which a client that catches up will reach anyway.
    pub async fn since(&self, seq: i64) -> Result<Vec<Arc<Moment<W>>>, DbErr> {
        if let Some(moments) = self.recent_since(seq) {
            return Ok(moments);
        }
        let present = self.present();
        let entries = read::after(self.db.read(), seq, CHUNK).await?;
        let known = entries.into_iter().take_while(|entry| entry.seq <= present.position.seq);
        known
            .map(|entry| {
                let event = W::decode(&entry)?;
                Ok(Arc::new(Moment { entry, event, world: present.world.clone() }))
            })
            .collect()
    }

    fn recent_since(&self, seq: i64) -> Option<Vec<Arc<Moment<W>>>> {
        let inner = self.inner.read().unwrap_or_else(PoisonError::into_inner);
        if seq >= inner.present.position.seq {
            return Some(Vec::new());
        }
        let first = inner.recent.front()?.entry.seq;
        let skip = usize::try_from(seq + 1 - first).ok()?;
        Some(inner.recent.iter().skip(skip).take(CHUNK as usize).cloned().collect())
    }

    /// The present, once this node has seen everything up to `head`.
    pub async fn caught_up(&self, head: i64) -> Result<Present<W>, DbErr> {
        loop {
            let present = self.present();
            if present.position.seq >= head {
                return Ok(present);
            }
            self.catch_up().await?;
        }
    }

    /// Makes what this node has just committed its present. When it does not join on to that (something else came
    /// in between), the tail reads it from the log.
    pub fn hand_over(&self, moments: Vec<Moment<W>>) {
        let Some(before) = moments.first().map(|moment| moment.entry.seq - 1) else { return };
        if !self.advance(before, moments.into_iter().map(Arc::new).collect()) {
            self.nudge();
        }
    }

    /// Reads what is new and folds it in; answers whether there may be more.
    async fn catch_up(&self) -> Result<bool, DbErr> {
        let Present { position: seen, mut world } = self.present();
        let entries = read::after(self.db.read(), seen.seq, CHUNK).await?;
        let more = entries.len() as u64 == CHUNK;
        let mut fresh = Vec::with_capacity(entries.len());
        for entry in entries {
            let event = W::decode(&entry)?;
            Arc::make_mut(&mut world).advance(&entry, &event);
            fresh.push(Arc::new(Moment { entry, event, world: world.clone() }));
        }
        // Not: the writer on this node was faster. Then there may be more.
        Ok(!self.advance(seen.seq, fresh) || more)
    }

    /// Adds what happened after `seen` to the present; answers false when the present is no longer there.
    fn advance(&self, seen: i64, fresh: Vec<Arc<Moment<W>>>) -> bool {
        let Some(newest) = fresh.last().cloned() else { return true };
        let mut inner = self.inner.write().unwrap_or_else(PoisonError::into_inner);
        if inner.present.position.seq != seen {
            return false;
        }
        // Within the lock: each moment is told once, and before anyone can see it.
        if let Some(herald) = self.herald.get() {
            fresh.iter().for_each(|moment| herald(News::Moment(moment)));
        }
        let last = newest.entry.seq;
        inner.present.position.seq = last;
        inner.present.world = newest.world.clone();
        inner.recent.extend(fresh);
        let surplus = inner.recent.len().saturating_sub(RING);
        inner.recent.drain(..surplus);
        self.head.send_replace(last);
        true
    }

    /// Starts again from the tables: for an entry this version cannot read or fold.
    async fn reload(&self) -> Result<(), DbErr> {
        let (position, world) = W::load(&self.db).await?;
        let mut inner = self.inner.write().unwrap_or_else(PoisonError::into_inner);
        if let Some(herald) = self.herald.get() {
            herald(News::Reloaded(position.seq));
        }
        inner.present = Present { position, world: Arc::new(world) };
        inner.recent.clear();
        self.head.send_replace(position.seq);
        Ok(())
    }
}

async fn tail<W: World>(live: std::sync::Weak<Live<W>>) {
    loop {
        let Some(live) = live.upgrade() else { return };
        match live.catch_up().await {
            Ok(true) => continue,
            Ok(false) => drop(tokio::time::timeout(POLL, live.nudge.notified()).await),
            Err(error) if is_closed(&error) => return,
            Err(error) => {
                tracing::error!(%error, "the log could not be followed: {error}");
                if matches!(error, DbErr::Json(_) | DbErr::Custom(_))
                    && let Err(error) = live.reload().await
                {
                    tracing::error!(%error, "the state could not be read: {error}");
                }
                tokio::time::sleep(POLL).await;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::platform::change_log::head;

    #[derive(Clone)]
    struct Nothing;

    impl World for Nothing {
        type Event = ();

        async fn load(db: &Db) -> Result<(Position, Self), DbErr> {
            Ok((head(db.read()).await?, Self))
        }

        fn decode(_: &Entry) -> Result<(), DbErr> {
            Ok(())
        }

        fn advance(&mut self, _: &Entry, (): &()) {}
    }

    /// Once the tail has ended nobody but the test holds on to the present, not even weakly.
    #[tokio::test]
    async fn following_ends_when_the_store_closes() {
        let folder = tempfile::tempdir().unwrap();
        let db = Db::open(&Db::sqlite_url(folder.path())).await.unwrap();
        let live = Live::<Nothing>::start(db.clone()).await.unwrap();
        assert_eq!(Arc::weak_count(&live), 1);
        db.close().await.unwrap();
        live.nudge();
        let ended = async {
            while Arc::weak_count(&live) > 0 {
                tokio::task::yield_now().await;
            }
        };
        tokio::time::timeout(Duration::from_secs(10), ended).await.expect("the tail ends");
    }
}
