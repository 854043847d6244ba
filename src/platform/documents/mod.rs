//! Texts that people write together (Yjs): stored update by update, shown to everyone who has them open.
//!
//! An update is appended to the store *before* anyone else is shown it; what is in memory can always be read back.
//! Each node has a text open once ([`room`]), however many people look at it; other nodes read the rows they miss from
//! the store, after a tap on the shoulder or by themselves, twice a second. Now and then the updates are gathered into
//! one state, which changes nothing for anybody.
//!
//! - [`wire`]: the messages of y-websocket. - [`room`]: one text on this node. - [`awareness`]: cursors.
//! - [`store`]: rows. - [`appender`]: one fsync for what waits. - [`tree`]: the text as a tree, for who is no editor.
//! - [`passage`]: a part of it that keeps its place.

mod appender;
pub mod awareness;
pub mod passage;
pub mod room;
pub mod store;
mod tables;
pub mod tree;
pub mod wire;

use std::{
    collections::HashMap,
    sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError, Weak},
    time::Duration,
};

use sea_orm::DbErr;
use serde::{Deserialize, Serialize};
use tokio::{sync::OnceCell, time::timeout};
use uuid::Uuid;
use yrs::Doc;

use self::{
    appender::Appender,
    room::{Looked, Room, Way},
    wire::Entry,
};
use super::{
    clock::Clock,
    db::{Db, is_closed},
};

/// One update at most.
pub const MAX_UPDATE: usize = 2 * 1024 * 1024;
/// One text at most, with what is left of its history.
pub const MAX_TEXT: usize = 16 * 1024 * 1024;
/// How long a missed tap on the shoulder can go unnoticed.
const POLL: Duration = Duration::from_millis(500);
/// How long this node may need to see what it stored itself.
const VISIBLE: Duration = Duration::from_secs(10);

/// Why something is not done. It concerns the one who asked, nobody else.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    #[error("that is no update")]
    Malformed,
    #[error("that is too much")]
    TooBig,
    #[error("that is the hand of another, or of another text")]
    Spoofed,
    #[error("this may not be written")]
    ReadOnly,
    #[error("the store cannot be reached")]
    Unavailable,
}

/// What nodes tell each other about texts.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub enum Said {
    /// This text is at this position.
    At(String, i64),
    /// These are at this text, with me.
    Here(String, Vec<(Option<Uuid>, Entry)>),
    /// I opened this text: who is there?
    Who(String),
}

type Speaker = Box<dyn Fn(Said) + Send + Sync>;

/// Loaded once, however many want it at the same time; and how many have it open.
type Open = HashMap<String, (Arc<OnceCell<Arc<Room>>>, usize)>;

struct Inner {
    db: Db,
    appender: Appender,
    open: Mutex<Open>,
    speaker: Arc<OnceLock<Speaker>>,
}

/// All texts, as this node has them. Cheap to clone.
#[derive(Clone)]
pub struct Documents(Arc<Inner>);

impl Documents {
    pub fn start(db: Db, clock: Arc<dyn Clock>) -> Self {
        let speaker: Arc<OnceLock<Speaker>> = Arc::default();
        let said = speaker.clone();
        let appender = Appender::start(db.clone(), clock, move |name, seq| {
            if let Some(speaker) = said.get() {
                speaker(Said::At(name.to_owned(), seq));
            }
        });
        let inner = Arc::new(Inner { db, appender, open: Mutex::default(), speaker });
        tokio::spawn(look_around(Arc::downgrade(&inner)));
        Self(inner)
    }

    /// Has `speaker` tell the other nodes from here on.
    pub fn join(&self, speaker: impl Fn(Said) + Send + Sync + 'static) {
        if self.0.speaker.set(Box::new(speaker)).is_err() {
            tracing::error!("texts have a line to the other nodes already");
        }
    }

    fn say(&self, said: Said) {
        self.0.say(said);
    }

    /// What another node says.
    pub fn hear(&self, said: Said) {
        match said {
            Said::At(name, seq) => {
                if let Some(room) = self.0.known(&name).filter(|room| room.seen() < seq) {
                    room.behind.notify_one();
                }
            }
            Said::Here(name, here) => {
                if let Some(room) = self.0.known(&name) {
                    room.aware_away(here);
                }
            }
            Said::Who(name) => {
                if let Some(room) = self.0.known(&name) {
                    self.say(Said::Here(name, room.own()));
                }
            }
        }
    }

    /// Tells that something was stored in this text, in a transaction of the caller's.
    pub fn nudge(&self, name: &str, seq: i64) {
        if let Some(room) = self.0.known(name) {
            room.behind.notify_one();
        }
        self.say(Said::At(name.to_owned(), seq));
    }

    /// Opens a text for someone; it is closed when the answer is dropped.
    pub async fn open(&self, name: &str, author: Uuid, way: Arc<dyn Way>) -> Result<(Seat, Vec<Vec<u8>>), Refusal> {
        let cell = self.0.take(name);
        let hold = Hold { inner: self.0.clone(), name: name.to_owned() };
        let db = &self.0.db;
        let opened = cell
            .get_or_try_init(async || {
                let authors = store::authors(db, name).await?;
                let stored = store::snapshot_after(db, name, 0).await?;
                let room = Arc::new(Room::new(name.to_owned(), stored, authors));
                tokio::spawn(follow(self.0.clone(), Arc::downgrade(&room)));
                self.say(Said::Who(name.to_owned()));
                Ok::<_, DbErr>(room)
            })
            .await;
        let room = opened.map_err(|error| {
            tracing::error!(%error, "text {name} could not be read: {error}");
            Refusal::Unavailable
        })?;
        let (id, greeting) = room.enter(author, way);
        Ok((Seat { documents: self.clone(), room: room.clone(), id, author, _hold: hold }, greeting))
    }

    /// The text as it is on disk.
    pub async fn read(&self, name: &str) -> Result<Doc, DbErr> {
        read(&self.0.db, name).await
    }

    /// Gathers the updates of a text that is open into one state, whatever their number.
    pub async fn gather(&self, name: &str) -> Result<(), DbErr> {
        match self.0.known(name) {
            Some(room) => self.0.gather(&room, true).await,
            None => Ok(()),
        }
    }
}

/// A text as it is in the store.
pub async fn read(db: &Db, name: &str) -> Result<Doc, DbErr> {
    let stored = store::snapshot_after(db, name, 0).await?;
    Ok(made_of(&stored))
}

/// The same, as a transaction sees it.
pub async fn read_within(conn: &impl sea_orm::ConnectionTrait, name: &str) -> Result<Doc, DbErr> {
    Ok(made_of(&store::read_after(conn, name, 0).await?))
}

fn made_of(stored: &store::Stored) -> Doc {
    let doc = room::empty();
    for bytes in stored.state.iter().chain(stored.updates.iter().map(|(_, bytes)| bytes)) {
        room::add(&doc, bytes);
    }
    room::settled(&doc);
    doc
}

impl Inner {
    fn lock(&self) -> MutexGuard<'_, Open> {
        self.open.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn say(&self, said: Said) {
        if let Some(speaker) = self.speaker.get() {
            speaker(said);
        }
    }

    fn take(&self, name: &str) -> Arc<OnceCell<Arc<Room>>> {
        let mut open = self.lock();
        let (cell, users) = open.entry(name.to_owned()).or_default();
        *users += 1;
        cell.clone()
    }

    fn known(&self, name: &str) -> Option<Arc<Room>> {
        self.lock().get(name)?.0.get().cloned()
    }

    fn rooms(&self) -> Vec<Arc<Room>> {
        self.lock().values().filter_map(|(cell, _)| cell.get().cloned()).collect()
    }

    async fn read_on(&self, room: &Room) -> Result<(), DbErr> {
        let stored = store::snapshot_after(&self.db, room.name(), room.seen()).await?;
        if !stored.updates.is_empty() || stored.state.is_some() {
            room.know(store::authors(&self.db, room.name()).await?);
        }
        room.catch_up_with(stored);
        Ok(())
    }

    async fn gather(&self, room: &Room, all: bool) -> Result<(), DbErr> {
        let Some((upto, state)) = room.gather(all) else { return Ok(()) };
        store::compact(&self.db, room.name(), upto, state).await
    }
}

/// Reads for one text what others stored, until nobody has it open any more.
async fn follow(inner: Arc<Inner>, room: Weak<Room>) {
    while let Some(room) = room.upgrade() {
        // Let go from time to time, to see whether anybody is still there.
        let behind = timeout(POLL, room.behind.notified()).await.is_ok();
        if behind && let Err(error) = inner.read_on(&room).await {
            if is_closed(&error) {
                return;
            }
            tracing::error!(%error, "text {} could not be followed: {error}", room.name());
            tokio::time::sleep(POLL).await;
            room.behind.notify_one();
        }
        if let Err(error) = inner.gather(&room, false).await {
            tracing::warn!(%error, "text {} could not be gathered: {error}", room.name());
        }
        room.forget_silent();
    }
}

/// Looks at the store for everything that is open: a missed tap makes a change later, never lost.
async fn look_around(inner: Weak<Inner>) {
    loop {
        tokio::time::sleep(POLL).await;
        let Some(inner) = inner.upgrade() else { return };
        let rooms = inner.rooms();
        if rooms.is_empty() {
            continue;
        }
        let names = rooms.iter().map(|room| room.name().to_owned()).collect();
        match store::heads(&inner.db, names).await {
            Ok(heads) => {
                let heads: HashMap<String, i64> = heads.into_iter().collect();
                let behind = |room: &&Arc<Room>| heads.get(room.name()).is_some_and(|head| *head > room.seen());
                rooms.iter().filter(behind).for_each(|room| room.behind.notify_one());
            }
            Err(error) if is_closed(&error) => return,
            Err(error) => tracing::warn!(%error, "the store of texts cannot be read: {error}"),
        }
    }
}

/// Keeps a text open.
struct Hold {
    inner: Arc<Inner>,
    name: String,
}

impl Drop for Hold {
    fn drop(&mut self) {
        let mut open = self.inner.lock();
        let Some((cell, users)) = open.get_mut(&self.name) else { return };
        *users -= 1;
        if *users > 0 {
            return;
        }
        let last = cell.get().cloned();
        open.remove(&self.name);
        drop(open);
        // All of it is stored already; this only makes the next one who opens it wait less.
        if let Some(room) = last {
            let inner = self.inner.clone();
            tokio::spawn(async move {
                if let Err(error) = inner.gather(&room, true).await {
                    tracing::debug!(%error, "text {} stays as it is: {error}", room.name());
                }
            });
        }
    }
}

/// Someone who has a text open.
pub struct Seat {
    documents: Documents,
    pub room: Arc<Room>,
    id: u64,
    author: Uuid,
    _hold: Hold,
}

impl Seat {
    /// Adds what they wrote: once this answers well, it is on disk. `whole`: it answers what the hub asked for. The
    /// answer is a message for them, when the hub misses what came before it.
    pub async fn write(&self, bytes: &[u8], whole: bool, may_write: bool) -> Result<Option<Vec<u8>>, Refusal> {
        let update = match self.room.look(self.author, bytes, whole)? {
            Looked::Nothing => return Ok(None),
            _ if !may_write => return Err(Refusal::ReadOnly),
            Looked::Gap(question) => return Ok(Some(question)),
            Looked::New(update) => update,
        };
        let seq = self.documents.0.appender.append(self.room.clone(), self.id, update).await?;
        // What they say next may build on it.
        let seen = timeout(VISIBLE, self.room.reached(seq)).await;
        seen.map_err(|_| Refusal::Unavailable)?;
        Ok(None)
    }

    /// Says where they are.
    pub fn aware(&self, entries: Vec<Entry>) -> Result<(), Refusal> {
        let author = Some(self.author);
        let news = self.room.aware(self.id, entries)?;
        self.tell(news.into_iter().map(|entry| (author, entry)).collect());
        Ok(())
    }

    /// What they missed while they took nothing.
    pub fn catch_up(&self) -> Vec<Vec<u8>> {
        self.room.catch_up(self.id)
    }

    fn tell(&self, news: Vec<(Option<Uuid>, Entry)>) {
        if !news.is_empty() {
            self.documents.say(Said::Here(self.room.name().to_owned(), news));
        }
    }
}

impl Drop for Seat {
    fn drop(&mut self) {
        let author = Some(self.author);
        let gone = self.room.leave(self.id);
        self.tell(gone.into_iter().map(|entry| (author, entry)).collect());
    }
}
