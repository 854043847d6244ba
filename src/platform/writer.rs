//! The one place that writes: a queue, one transaction for all that waits, one fsync, then the answers.
//!
//! The transaction begins by taking the lock on writing, over all nodes. From then on the state of this node, brought
//! up to date, is the state of the store: commands decide on it in memory, each on what the one before it left, and
//! only write rows. Positions in the log are drawn as the last act before the commit, and what was folded becomes the
//! present right after it: nothing is read back.
//!
//! Rows that commands save are written together at the end, one statement per table.
//!
//! A refused command undoes nothing of its neighbours. As long as it wrote nothing there is nothing to undo; when it
//! did, or when the store refuses a row, all is undone and the batch runs once more, each command with its rows in a
//! savepoint of its own. A command that recorded
//! nothing is undone as well: no event, no change. That it found nothing to change is its answer, also to a retry.

mod batch;
mod rows;
mod tx;

use std::{collections::HashSet, sync::Arc};

use futures_util::future::BoxFuture;
use sea_orm::DbErr;
use serde_json::Value;
use tokio::sync::{mpsc, oneshot};
use uuid::Uuid;

use self::batch::Batch;
pub use self::tx::WriteTx;
use super::{
    change_log::{
        Origin,
        live::{Live, World},
    },
    clock::Clock,
    db::Db,
};

/// How many commands may wait before callers have to wait as well.
const QUEUE: usize = 4096;
/// How many commands share one transaction at most.
const BATCH: usize = 256;

/// A command, ready to run; perhaps more than once, but only once with effect.
pub type Work<W, E> = Box<dyn for<'t> Fn(&'t mut WriteTx<W>) -> BoxFuture<'t, Result<Value, E>> + Send + Sync>;

/// Why the writer itself could not do a job.
#[derive(Debug, thiserror::Error)]
pub enum WriteError {
    #[error("the store failed: {0}")]
    Store(#[from] DbErr),
    #[error("the store refused a row: {0}")]
    Refused(DbErr),
    #[error("a command panicked")]
    Panicked,
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

struct Job<W, E> {
    origin: Origin,
    work: Work<W, E>,
    reply: oneshot::Sender<Result<Written, E>>,
}

/// The handle that queues commands. Clone freely.
pub struct Writer<W, E> {
    queue: mpsc::Sender<Job<W, E>>,
}

impl<W, E> Clone for Writer<W, E> {
    fn clone(&self) -> Self {
        Self { queue: self.queue.clone() }
    }
}

impl<W: World, E: From<WriteError> + Send + 'static> Writer<W, E> {
    /// Starts the writer; `committed` is called after each commit.
    pub fn start(
        db: Db,
        live: Arc<Live<W>>,
        clock: Arc<dyn Clock>,
        committed: impl Fn(Commit) + Send + 'static,
    ) -> Self {
        let (queue, jobs) = mpsc::channel(QUEUE);
        tokio::spawn(run(db, live, clock, jobs, committed));
        Self { queue }
    }

    /// Runs `work` in the next transaction and answers once it is on disk.
    pub async fn write(&self, origin: Origin, work: Work<W, E>) -> Result<Written, E> {
        let (reply, answer) = oneshot::channel();
        let job = Job { origin, work, reply };
        self.queue.send(job).await.map_err(|_| WriteError::Stopped)?;
        answer.await.map_err(|_| WriteError::Stopped)?
    }
}

async fn run<W: World, E: From<WriteError> + Send + 'static>(
    db: Db,
    live: Arc<Live<W>>,
    clock: Arc<dyn Clock>,
    mut jobs: mpsc::Receiver<Job<W, E>>,
    committed: impl Fn(Commit) + Send + 'static,
) {
    let mut held_over: Option<Job<W, E>> = None;
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
        if let Some(commit) = (Batch { db: &db, live: &live, clock: &clock, jobs: batch }).write().await {
            committed(commit);
        }
    }
}
