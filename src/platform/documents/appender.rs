//! Storing updates: what waits, of all texts, goes into one transaction and one fsync. Only what is on disk is shown
//! to anyone else.

use std::{collections::BTreeMap, sync::Arc};

use tokio::sync::{mpsc, oneshot};

use super::{
    Refusal,
    room::Room,
    store::{self, NewUpdate},
};
use crate::platform::{clock::Clock, db::Db};

/// Updates per transaction at most.
const BATCH: usize = 256;
/// What may wait; who has more waits with it.
const QUEUE: usize = 1024;

struct Job {
    room: Arc<Room>,
    /// Who on this node it comes from; they need not get it back.
    from: u64,
    update: NewUpdate,
    answer: oneshot::Sender<Result<i64, Refusal>>,
}

/// The way to have updates stored. Cheap to clone.
#[derive(Clone)]
pub struct Appender(mpsc::Sender<Job>);

impl Appender {
    /// Stores until the last handle is gone. `told` hears how far which text is now.
    pub fn start(db: Db, clock: Arc<dyn Clock>, told: impl Fn(&str, i64) + Send + Sync + 'static) -> Self {
        let (sender, mut jobs) = mpsc::channel(QUEUE);
        tokio::spawn(async move {
            let mut waiting = Vec::with_capacity(BATCH);
            while jobs.recv_many(&mut waiting, BATCH).await > 0 {
                store_all(&db, clock.as_ref(), std::mem::take(&mut waiting), &told).await;
            }
        });
        Self(sender)
    }

    /// Answers the position of the update, once it is stored and everyone on this node was shown it.
    pub async fn append(&self, room: Arc<Room>, from: u64, update: NewUpdate) -> Result<i64, Refusal> {
        let (answer, answered) = oneshot::channel();
        let sent = self.0.send(Job { room, from, update, answer }).await;
        sent.map_err(|_| Refusal::Unavailable)?;
        answered.await.map_err(|_| Refusal::Unavailable)?
    }
}

async fn store_all(db: &Db, clock: &dyn Clock, jobs: Vec<Job>, told: &(impl Fn(&str, i64) + Send + Sync)) {
    // By name: two nodes take the locks on texts in the same order.
    let mut by_text: BTreeMap<String, Vec<Job>> = BTreeMap::new();
    for job in jobs {
        by_text.entry(job.room.name().to_owned()).or_default().push(job);
    }
    let updates = |jobs: &Vec<Job>| jobs.iter().map(|job| job.update.clone()).collect();
    let texts = by_text.iter().map(|(name, jobs)| (name.clone(), updates(jobs))).collect();
    let stored = match store::append_all(db, clock.now().as_millisecond(), texts).await {
        Ok(stored) => stored,
        Err(error) => {
            tracing::error!(%error, "updates of texts could not be stored: {error}");
            for job in by_text.into_values().flatten() {
                let _ = job.answer.send(Err(Refusal::Unavailable));
            }
            return;
        }
    };
    for ((name, jobs), positions) in by_text.into_iter().zip(stored) {
        for (job, position) in jobs.into_iter().zip(positions) {
            let Some(seq) = position else {
                let _ = job.answer.send(Err(Refusal::Spoofed));
                continue;
            };
            job.room.stored(seq, &job.update, job.from);
            told(&name, seq);
            let _ = job.answer.send(Ok(seq));
        }
    }
}
