//! One text on one node: its state, and everyone who has it open here.

use std::{
    collections::{HashMap, HashSet},
    panic::{AssertUnwindSafe, catch_unwind},
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

use tokio::sync::watch;
use uuid::Uuid;
use yrs::{Doc, OffsetKind, Options, ReadTxn, StateVector, Transact, Update, WriteTxn, updates::decoder::Decode};

use super::{
    MAX_TEXT, MAX_UPDATE, Refusal,
    awareness::Awareness,
    store::{NewUpdate, Stored},
    wire::{self, Entry},
};

/// After so many updates they are gathered into one state.
const GATHER: usize = 200;

/// The way out to someone who has the text open.
pub trait Way: Send + Sync {
    /// Sends a message now; false when it was not taken. Then [`Room::catch_up`] has what they missed.
    fn send(&self, message: &[u8]) -> bool;
}

struct Member {
    id: u64,
    author: Uuid,
    way: Arc<dyn Way>,
    /// What they had when they fell behind.
    behind: Option<StateVector>,
    /// The clients they speak for.
    clients: HashSet<u64>,
}

struct State {
    doc: Doc,
    /// Everything up to here is in `doc`.
    seen: i64,
    authors: HashMap<u64, Option<Uuid>>,
    awareness: Awareness,
    members: Vec<Member>,
    next_member: u64,
    /// Since they were last gathered.
    updates: usize,
    bytes: usize,
    /// What is told to who has nothing yet, until the next update: many open a text at the same moment.
    whole: Option<Arc<[u8]>>,
}

/// One text.
pub struct Room {
    name: String,
    state: Mutex<State>,
    seen: watch::Sender<i64>,
    /// There is something in the store that is not here yet.
    pub(super) behind: tokio::sync::Notify,
}

/// What an update means for a text.
#[derive(Debug)]
pub enum Looked {
    /// Nothing is new in it.
    Nothing,
    /// Something before it is missing: the sender must be asked for that.
    Gap(Vec<u8>),
    New(NewUpdate),
}

/// A new text, as both sides count it: JavaScript counts in UTF-16.
pub fn empty() -> Doc {
    Doc::with_options(Options { offset_kind: OffsetKind::Utf16, ..Options::default() })
}

/// Reads an update; the library may stumble over what is none.
fn decode(bytes: &[u8]) -> Option<Update> {
    catch_unwind(AssertUnwindSafe(|| Update::decode_v1(bytes).ok())).ok().flatten()
}

/// Adds an update; one that cannot be added is left out, on every node alike.
pub fn add(doc: &Doc, bytes: &[u8]) {
    let added = catch_unwind(AssertUnwindSafe(|| {
        let update = Update::decode_v1(bytes).map_err(|error| error.to_string())?;
        doc.transact_mut().apply_update(update).map_err(|error| error.to_string())
    }));
    match added {
        Ok(Ok(())) => {}
        Ok(Err(error)) => tracing::error!(%error, "an update of a text was left out: {error}"),
        Err(_) => tracing::error!("an update of a text was left out: it broke the library"),
    }
}

impl Room {
    pub fn new(name: String, stored: Stored, authors: Vec<(u64, Option<Uuid>)>) -> Self {
        let doc = empty();
        let state = State {
            doc,
            seen: 0,
            authors: authors.into_iter().collect(),
            awareness: Awareness::default(),
            members: Vec::new(),
            next_member: 1,
            updates: 0,
            bytes: 0,
            whole: None,
        };
        let room =
            Self { name, state: Mutex::new(state), seen: watch::Sender::new(0), behind: tokio::sync::Notify::new() };
        room.catch_up_with(stored);
        room
    }

    pub fn name(&self) -> &str {
        &self.name
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// How far this node is.
    pub fn seen(&self) -> i64 {
        self.lock().seen
    }

    /// Waits until this node is as far as `seq`.
    pub async fn reached(&self, seq: i64) {
        drop(self.seen.subscribe().wait_for(|seen| *seen >= seq).await);
    }

    /// Reads the text.
    pub fn read<R>(&self, read: impl FnOnce(&Doc) -> R) -> R {
        let doc = self.lock().doc.clone();
        read(&doc)
    }

    /// Someone opens the text; answers their number and what to tell them.
    pub fn enter(&self, author: Uuid, way: Arc<dyn Way>) -> (u64, Vec<Vec<u8>>) {
        let mut state = self.lock();
        let id = state.next_member;
        state.next_member += 1;
        let mut greeting = vec![wire::step1(&state.doc.transact().state_vector())];
        let here = state.awareness.all();
        if !here.is_empty() {
            greeting.push(wire::awareness(here.iter()));
        }
        state.members.push(Member { id, author, way, behind: None, clients: HashSet::new() });
        (id, greeting)
    }

    /// They close it; answers what the other nodes must hear.
    pub fn leave(&self, id: u64) -> Vec<Entry> {
        let mut state = self.lock();
        let Some(index) = state.members.iter().position(|member| member.id == id) else { return Vec::new() };
        let member = state.members.swap_remove(index);
        let still: HashSet<u64> = state.members.iter().flat_map(|member| member.clients.iter().copied()).collect();
        let gone = state.awareness.leave(member.clients.difference(&still).copied());
        state.tell(&gone, id);
        gone
    }

    /// What someone misses who has this.
    pub fn since(&self, known: &StateVector) -> Arc<[u8]> {
        let mut state = self.lock();
        let missing = |state: &State| wire::step2(&state.doc.transact().encode_state_as_update_v1(known)).into();
        if !known.is_empty() {
            return missing(&state);
        }
        let whole = state.whole.take().unwrap_or_else(|| missing(&state));
        state.whole = Some(whole.clone());
        whole
    }

    /// Everyone who is here.
    pub fn here(&self) -> Vec<u8> {
        wire::awareness(self.lock().awareness.all().iter())
    }

    /// Those who are with this node, for the others.
    pub(super) fn own(&self) -> Vec<(Option<Uuid>, Entry)> {
        self.lock().awareness.own()
    }

    /// What a member missed since they fell behind; they are no longer behind.
    pub fn catch_up(&self, id: u64) -> Vec<Vec<u8>> {
        let mut state = self.lock();
        let Some(member) = state.members.iter_mut().find(|member| member.id == id) else { return Vec::new() };
        let Some(had) = member.behind.take() else { return Vec::new() };
        let missed = state.doc.transact().encode_state_as_update_v1(&had);
        vec![wire::step2(&missed), wire::awareness(state.awareness.all().iter())]
    }

    /// Looks at an update before it is stored. `whole`: does it come with everything that is deleted?
    pub fn look(&self, author: Uuid, bytes: &[u8], whole: bool) -> Result<Looked, Refusal> {
        if bytes.len() > MAX_UPDATE {
            return Err(Refusal::TooBig);
        }
        let update = decode(bytes).ok_or(Refusal::Malformed)?;
        let state = self.lock();
        let txn = state.doc.transact();
        let known = txn.state_vector();
        let inserted = update.insertions(true);
        let mut claims = Vec::new();
        let mut news = false;
        for (client, clocks) in inserted.iter() {
            let has = known.get(client);
            let mut reach = has;
            for clocks in clocks.iter() {
                if clocks.start > reach {
                    return Ok(Looked::Gap(wire::step1(&known)));
                }
                reach = reach.max(clocks.end);
            }
            if reach == has {
                continue;
            }
            news = true;
            let client = client.get();
            match state.authors.get(&client) {
                None => claims.push(client),
                Some(whose) if *whose == Some(author) => {}
                Some(_) => return Err(Refusal::Spoofed),
            }
        }
        let deletes = !update.delete_set().is_empty();
        if !news && (!deletes || (whole && update.delete_set().diff(&txn.snapshot().delete_set).is_empty())) {
            return Ok(Looked::Nothing);
        }
        if state.bytes + bytes.len() > MAX_TEXT {
            return Err(Refusal::TooBig);
        }
        Ok(Looked::New(NewUpdate { author: Some(author), claims, bytes: bytes.to_vec() }))
    }

    /// An update of someone on this node is on disk.
    pub(super) fn stored(&self, seq: i64, update: &NewUpdate, from: u64) {
        let mut state = self.lock();
        for client in &update.claims {
            state.authors.insert(*client, update.author);
        }
        if seq == state.seen + 1 {
            state.take(seq, &update.bytes, from);
            self.seen.send_replace(seq);
            return;
        }
        // Another node was in between: the store has them in order.
        drop(state);
        self.behind.notify_one();
    }

    /// What is in the store, and may be new here.
    pub(super) fn catch_up_with(&self, stored: Stored) {
        let mut state = self.lock();
        if let Some(gathered) = stored.state {
            state.updates = 0;
            let first = stored.updates.first().map_or(stored.head, |(seq, _)| seq - 1);
            let seen = state.seen.max(first);
            state.take(seen, &gathered, 0);
        }
        for (seq, bytes) in stored.updates {
            if seq == state.seen + 1 {
                state.take(seq, &bytes, 0);
            }
        }
        let seen = state.seen;
        drop(state);
        self.seen.send_replace(seen);
    }

    /// Whose hand a client is, as another node found out.
    pub(super) fn know(&self, authors: Vec<(u64, Option<Uuid>)>) {
        self.lock().authors.extend(authors);
    }

    /// What a member says about themselves; answers what the other nodes must hear.
    pub fn aware(&self, id: u64, entries: Vec<Entry>) -> Result<Vec<Entry>, Refusal> {
        let mut state = self.lock();
        let Some(index) = state.members.iter().position(|member| member.id == id) else { return Ok(Vec::new()) };
        let author = Some(state.members[index].author);
        let news = state.awareness.hear(author, entries, false).map_err(|_| Refusal::Spoofed)?;
        state.members[index].clients.extend(news.iter().map(|entry| entry.client));
        // To who said it too: by that a client of y-websocket knows that the line is alive.
        state.tell(&news, 0);
        Ok(news)
    }

    /// What those on another node say.
    pub(super) fn aware_away(&self, said: Vec<(Option<Uuid>, Entry)>) {
        let mut state = self.lock();
        for (author, entry) in said {
            if let Ok(news) = state.awareness.hear(author, vec![entry], true) {
                state.tell(&news, 0);
            }
        }
    }

    pub(super) fn forget_silent(&self) {
        let mut state = self.lock();
        let gone = state.awareness.forget_silent();
        state.tell(&gone, 0);
    }

    /// The state to put in the place of the updates, when there are enough of them, or any when `all`.
    pub(super) fn gather(&self, all: bool) -> Option<(i64, Vec<u8>)> {
        let mut state = self.lock();
        if state.updates == 0 || (!all && state.updates < GATHER) {
            return None;
        }
        // Before the picture: what comes during it counts for the next.
        state.updates = 0;
        let gathered = state.doc.transact().encode_state_as_update_v1(&StateVector::default());
        state.bytes = gathered.len();
        Some((state.seen, gathered))
    }
}

impl State {
    /// Adds what is stored, and shows it to everyone but its sender.
    fn take(&mut self, seq: i64, bytes: &[u8], from: u64) {
        let had = self.doc.transact().state_vector();
        add(&self.doc, bytes);
        self.whole = None;
        self.seen = seq;
        self.updates += 1;
        self.bytes += bytes.len();
        let message = wire::update(bytes);
        for member in self.members.iter_mut().filter(|member| member.id != from && member.behind.is_none()) {
            if !member.way.send(&message) {
                member.behind = Some(had.clone());
            }
        }
    }

    fn tell(&self, news: &[Entry], from: u64) {
        if news.is_empty() {
            return;
        }
        let message = wire::awareness(news.iter());
        for member in self.members.iter().filter(|member| member.id != from && member.behind.is_none()) {
            // Of the moment: who does not take it hears the next.
            member.way.send(&message);
        }
    }
}

/// Leaves what an update waits for out of a text that is to be kept.
pub fn settled(doc: &Doc) {
    doc.transact_mut().prune_pending();
}
