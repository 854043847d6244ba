//! The one place that writes: a queue, one transaction for all that waits, one fsync, then the answers.
//!
//! Each job runs in a savepoint of its own, so that a refused command undoes nothing of its neighbours.
//! Positions in the log are drawn as the last act before the commit: entries become visible in order,
//! without gaps. A job that recorded nothing is rolled back: no event, no commit.

use std::{collections::HashSet, sync::Arc};

use futures_util::future::BoxFuture;
use jiff::Timestamp;
use sea_orm::{DatabaseTransaction, DbErr, TransactionTrait};
use serde_json::Value;
use tokio::sync::{mpsc, oneshot};
use uuid::Uuid;

use super::{
    change_log::{self, NewEntry, Origin, Receipt},
    clock::Clock,
    db::Db,
};

/// How many commands may wait before callers have to wait as well.
const QUEUE: usize = 4096;
/// How many commands share one transaction at most.
const BATCH: usize = 256;

/// What a command is given to read and change the store. Only the writer can make one.
pub struct WriteTx {
    savepoint: DatabaseTransaction,
    entries: Vec<NewEntry>,
    actor: Option<Uuid>,
    now: Timestamp,
    clock: Arc<dyn Clock>,
}

impl WriteTx {
    /// The connection to read and write rows with.
    pub fn conn(&self) -> &DatabaseTransaction {
        &self.savepoint
    }

    /// Who does this; `None` is the hub itself.
    pub fn actor(&self) -> Option<Uuid> {
        self.actor
    }

    /// The moment that stands in the log for everything this command does.
    pub fn now(&self) -> Timestamp {
        self.now
    }

    /// A fresh id.
    pub fn new_id(&self) -> Uuid {
        self.clock.new_id()
    }

    /// Adds an entry to the log; it commits together with the rows, or not at all.
    pub fn record(&mut self, entry: NewEntry) {
        self.entries.push(entry);
    }

    /// How many entries this command recorded so far.
    pub fn recorded(&self) -> usize {
        self.entries.len()
    }
}

/// A command, ready to run.
pub type Work<E> = Box<dyn for<'t> FnOnce(&'t mut WriteTx) -> BoxFuture<'t, Result<Value, E>> + Send>;

/// Why the writer itself could not do a job.
#[derive(Debug, thiserror::Error)]
pub enum WriteError {
    #[error("the store failed: {0}")]
    Store(#[from] DbErr),
    #[error("the writer has stopped")]
    Stopped,
    #[error("mutation id {0} was used before for something else")]
    MutationIdReused(Uuid),
}

/// What was written, and where it stands in the log. `seq` is `None` when nothing changed.
#[derive(Debug, Clone)]
pub struct Written {
    pub outcome: Value,
    pub seq: Option<i64>,
}

/// One transaction on disk.
#[derive(Debug, Clone, Copy)]
pub struct Commit {
    /// The last position it gave out.
    pub last: i64,
    /// How many commands changed something in it.
    pub size: usize,
}

struct Job<E> {
    origin: Origin,
    work: Work<E>,
    reply: oneshot::Sender<Result<Written, E>>,
}

/// The handle that queues commands. Clone freely.
pub struct Writer<E> {
    queue: mpsc::Sender<Job<E>>,
}

impl<E> Clone for Writer<E> {
    fn clone(&self) -> Self {
        Self { queue: self.queue.clone() }
    }
}

impl<E: From<WriteError> + Send + 'static> Writer<E> {
    /// Starts the writer; `committed` is called after each commit.
    pub fn start(db: Db, clock: Arc<dyn Clock>, committed: impl Fn(Commit) + Send + 'static) -> Self {
        let (queue, jobs) = mpsc::channel(QUEUE);
        tokio::spawn(run(db, clock, jobs, committed));
        Self { queue }
    }

    /// Runs `work` in the next transaction and answers once it is on disk.
    pub async fn write(&self, origin: Origin, work: Work<E>) -> Result<Written, E> {
        let (reply, answer) = oneshot::channel();
        let job = Job { origin, work, reply };
        self.queue.send(job).await.map_err(|_| WriteError::Stopped)?;
        answer.await.map_err(|_| WriteError::Stopped)?
    }
}

async fn run<E: From<WriteError> + Send + 'static>(
    db: Db,
    clock: Arc<dyn Clock>,
    mut jobs: mpsc::Receiver<Job<E>>,
    committed: impl Fn(Commit) + Send + 'static,
) {
    let mut held_over: Option<Job<E>> = None;
    loop {
        let first = match held_over.take() {
            Some(job) => job,
            None => match jobs.recv().await {
                Some(job) => job,
                None => return,
            },
        };
        let mut ids: HashSet<Uuid> = first.origin.client_mutation_id.into_iter().collect();
        let mut batch = vec![first];
        while batch.len() < BATCH {
            let Ok(job) = jobs.try_recv() else { break };
            // A retry in the same batch as its first try must find the receipt: it waits for the next one.
            if job.origin.client_mutation_id.is_some_and(|id| !ids.insert(id)) {
                held_over = Some(job);
                break;
            }
            batch.push(job);
        }
        if let Some(commit) = commit_batch(&db, &clock, batch).await {
            committed(commit);
        }
    }
}

/// One answered job: its reply channel and what to say once the batch is on disk.
type Settled<E> = (oneshot::Sender<Result<Written, E>>, Value, Option<usize>);

async fn commit_batch<E: From<WriteError>>(db: &Db, clock: &Arc<dyn Clock>, batch: Vec<Job<E>>) -> Option<Commit> {
    let outer = match db.begin_write().await {
        Ok(outer) => outer,
        Err(error) => {
            tracing::error!(%error, "no write transaction: {error}");
            fail_all(batch.into_iter().map(|job| job.reply), &error);
            return None;
        }
    };
    let origins: Vec<&Origin> = batch.iter().map(|job| &job.origin).collect();
    let known = match change_log::receipts_of(&outer, &origins).await {
        Ok(known) => known,
        Err(error) => {
            tracing::error!(%error, "no receipts: {error}");
            fail_all(batch.into_iter().map(|job| job.reply), &error);
            return None;
        }
    };
    let mut settled: Vec<Settled<E>> = Vec::with_capacity(batch.len());
    let mut entries: Vec<(Origin, Timestamp, NewEntry)> = Vec::new();
    let mut receipts: Vec<Receipt> = Vec::new();
    for job in batch {
        let Job { origin, work, reply } = job;
        match known.answer(&origin) {
            Ok(Some(written)) => {
                drop(reply.send(Ok(written)));
                continue;
            }
            Ok(None) => {}
            Err(error) => {
                drop(reply.send(Err(error.into())));
                continue;
            }
        }
        match run_job(&outer, clock, &origin, work).await {
            Ok(Done::Nothing(outcome)) => settled.push((reply, outcome, None)),
            Ok(Done::Now { outcome, recorded, at }) => {
                entries.extend(recorded.into_iter().map(|entry| (origin.clone(), at, entry)));
                receipts.extend(Receipt::of(&origin, &outcome, entries.len(), at));
                settled.push((reply, outcome, Some(entries.len())));
            }
            Err(error) => drop(reply.send(Err(error))),
        }
    }
    let committed = async {
        if entries.is_empty() {
            outer.rollback().await?;
            return Ok(None);
        }
        let first = change_log::append(&outer, entries, receipts).await?;
        outer.commit().await?;
        Ok::<_, DbErr>(Some(first))
    };
    match committed.await {
        Ok(first) => {
            let (mut last, mut size) = (None, 0);
            for (reply, outcome, count) in settled {
                let seq = first.zip(count).map(|(first, count)| first + count as i64 - 1);
                (last, size) = (last.max(seq), size + usize::from(seq.is_some()));
                drop(reply.send(Ok(Written { outcome, seq })));
            }
            last.map(|last| Commit { last, size })
        }
        Err(error) => {
            tracing::error!(%error, "a batch was not committed: {error}");
            fail_all(settled.into_iter().map(|(reply, ..)| reply), &error);
            None
        }
    }
}

fn fail_all<E: From<WriteError>>(replies: impl Iterator<Item = oneshot::Sender<Result<Written, E>>>, error: &DbErr) {
    for reply in replies {
        drop(reply.send(Err(WriteError::Store(error.clone()).into())));
    }
}

enum Done {
    /// The command found nothing to change.
    Nothing(Value),
    Now {
        outcome: Value,
        recorded: Vec<NewEntry>,
        at: Timestamp,
    },
}

async fn run_job<E: From<WriteError>>(
    outer: &DatabaseTransaction,
    clock: &Arc<dyn Clock>,
    origin: &Origin,
    work: Work<E>,
) -> Result<Done, E> {
    let savepoint = outer.begin().await.map_err(WriteError::Store)?;
    let mut tx =
        WriteTx { savepoint, entries: Vec::new(), actor: origin.actor, now: clock.now(), clock: clock.clone() };
    let result = work(&mut tx).await;
    let WriteTx { savepoint, entries, now, .. } = tx;
    match result {
        Ok(outcome) if !entries.is_empty() => {
            savepoint.commit().await.map_err(WriteError::Store)?;
            Ok(Done::Now { outcome, recorded: entries, at: now })
        }
        Ok(outcome) => {
            savepoint.rollback().await.map_err(WriteError::Store)?;
            Ok(Done::Nothing(outcome))
        }
        Err(error) => {
            savepoint.rollback().await.map_err(WriteError::Store)?;
            Err(error)
        }
    }
}
