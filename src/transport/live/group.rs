//! One live group: executed once per event, delivered to all its members.

use std::{
    collections::VecDeque,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

use bytes::Bytes;
use futures_util::StreamExt;
use opentelemetry::trace::SpanKind;
use tokio::task::{AbortHandle, yield_now};
use uuid::Uuid;

use super::{
    super::{
        Hub,
        answer::Answer,
        operation::{Answers, Operation},
    },
    Key, Member, Reader,
    member::Payload,
};
use crate::platform::{
    change_log::{Position, follow::Cursor},
    traces::{self, Part},
};

/// How many events go out in one write, when so many wait.
const BATCH: usize = 128;
/// What stays at hand for those who join: they come from a position a moment ago.
const RECENT: usize = 256;
const RECENT_BYTES: usize = 1024 * 1024;
/// After so many members others get a turn on this thread.
const TURN: usize = 64;

/// Readers of the same, with the same rights.
pub struct Group {
    pub key: Key,
    pub operation: Arc<Operation>,
    inner: Mutex<Inner>,
    driver: Mutex<Option<AbortHandle>>,
}

struct Inner {
    members: Arc<Vec<Arc<Member>>>,
    recent: VecDeque<Payload>,
    recent_bytes: usize,
    /// Everything after this position is in `recent`.
    floor: i64,
    ended: bool,
}

/// What the group's one execution gave for an event.
enum Made {
    Payload(Payload),
    /// That all that was missed has been sent: each reader was told by its own.
    CaughtUp,
    /// This cannot be shared, or not any more.
    End,
}

impl Group {
    /// Starts executing for everyone like `reader`, from its position.
    pub fn start(hub: &Arc<Hub>, key: Key, operation: Arc<Operation>, reader: &Reader) -> Arc<Self> {
        let floor = reader.member.position();
        let (members, recent) = (Arc::default(), VecDeque::new());
        let inner = Mutex::new(Inner { members, recent, recent_bytes: 0, floor, ended: false });
        let group = Arc::new(Self { key, operation, inner, driver: Mutex::default() });
        let start = Position { epoch: hub.app.nu().epoch(), seq: floor };
        let cursor = Arc::new(Cursor::starting(start));
        let request_id = Uuid::now_v7().to_string();
        let answers = group.operation.answers(hub, reader.who, &reader.wie, request_id, cursor);
        let shared = group.key.person.is_none();
        let driver = tokio::spawn(drive(hub.clone(), group.clone(), answers, shared));
        *group.driver.lock().unwrap_or_else(PoisonError::into_inner) = Some(driver.abort_handle());
        group
    }

    fn lock(&self) -> MutexGuard<'_, Inner> {
        self.inner.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// How many members there are.
    pub fn size(&self) -> usize {
        self.lock().members.len()
    }

    pub fn has_ended(&self) -> bool {
        self.lock().ended
    }

    /// Adds a reader at its position, after sending what it does not have yet; `None` when that is no longer at hand.
    pub fn add(&self, member: Member) -> Option<Arc<Member>> {
        let mut inner = self.lock();
        if inner.ended || member.position() < inner.floor {
            return None;
        }
        member.deliver(inner.recent.iter(), &mut Vec::new());
        let member = Arc::new(member);
        Arc::make_mut(&mut inner.members).push(member.clone());
        Some(member)
    }

    /// Takes a reader out; answers how many are left.
    pub fn remove(&self, member: &Arc<Member>) -> usize {
        let mut inner = self.lock();
        let members = Arc::make_mut(&mut inner.members);
        if let Some(index) = members.iter().position(|known| Arc::ptr_eq(known, member)) {
            members.swap_remove(index);
        }
        members.len()
    }

    /// Executes nothing any more.
    pub fn stop(&self) {
        if let Some(driver) = self.driver.lock().unwrap_or_else(PoisonError::into_inner).take() {
            driver.abort();
        }
    }

    /// Hands `payloads` to every member; answers how many messages that was, and how many could not keep up.
    async fn publish(&self, payloads: &[Payload], scratch: &mut Vec<u8>) -> (usize, usize) {
        let members = self.lock().keep(payloads);
        let (mut delivered, mut left_behind) = (0, 0);
        for (turn, member) in members.iter().enumerate() {
            let was_behind = member.is_behind();
            delivered += member.deliver(payloads.iter(), scratch);
            left_behind += usize::from(member.is_behind() && !was_behind);
            if turn % TURN == TURN - 1 {
                yield_now().await;
            }
        }
        (delivered, left_behind)
    }

    /// Leaves everyone behind: each finds out for itself why there is nothing to share.
    fn end(&self) {
        let mut inner = self.lock();
        inner.ended = true;
        inner.members.iter().for_each(|member| member.leave_behind());
    }
}

impl Inner {
    /// Keeps what was made for those who join in a moment; answers who is here to get it now.
    fn keep(&mut self, payloads: &[Payload]) -> Arc<Vec<Arc<Member>>> {
        for payload in payloads {
            self.recent_bytes += payload.bytes.len();
            self.recent.push_back(payload.clone());
        }
        while self.recent.len() > RECENT || self.recent_bytes > RECENT_BYTES {
            let Some(oldest) = self.recent.pop_front() else { break };
            self.recent_bytes -= oldest.bytes.len();
            self.floor = oldest.seq;
        }
        self.members.clone()
    }
}

async fn drive(hub: Arc<Hub>, group: Arc<Group>, answers: Answers, shared: bool) {
    let Answers { stream, cursor, aanvraag } = answers;
    let made = stream.map(|answer| {
        if shared && aanvraag.sporen.persoonlijk() {
            hub.groups.set_personal(&group.operation);
            return Made::End;
        }
        match payload(&answer, cursor.at()) {
            Some(_) if cursor.is_caught_up() => Made::CaughtUp,
            Some(payload) => Made::Payload(payload),
            None => Made::End,
        }
    });
    let mut batches = made.ready_chunks(BATCH);
    let (mut scratch, metrics) = (Vec::new(), hub.app.metrics());
    while let Some(batch) = batches.next().await {
        let mut payloads = Vec::with_capacity(batch.len());
        let mut ended = false;
        for made in batch {
            match made {
                Made::Payload(payload) if !ended => payloads.push(payload),
                Made::Payload(_) | Made::CaughtUp => {}
                Made::End => ended = true,
            }
        }
        let traced = trace(&hub, &payloads);
        let (delivered, left_behind) = group.publish(&payloads, &mut scratch).await;
        traced.iter().for_each(|part| part.note("messages", delivered as i64));
        metrics.deliveries.inc_by(delivered as u64);
        metrics.overflows.inc_by(left_behind as u64);
        if ended {
            break;
        }
    }
    group.end();
    hub.groups.forget(&group);
}

/// These deliveries, each as a part of the trace of its mutation.
fn trace(hub: &Hub, payloads: &[Payload]) -> Vec<Part> {
    if !traces::are_on() {
        return Vec::new();
    }
    let mutations = payloads.iter().map(|payload| hub.app.nu().mutation_at(payload.seq));
    mutations.map(|mutation| Part::of(mutation, "deliver", SpanKind::Producer)).collect()
}

fn payload(answer: &Answer, seq: i64) -> Option<Payload> {
    if answer.is_refusal() {
        return None;
    }
    let bytes = serde_json::to_vec(answer).ok()?;
    Some(Payload { seq, bytes: Bytes::from(bytes) })
}
