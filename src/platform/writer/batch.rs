//! All commands that share one transaction.

use std::{
    panic::AssertUnwindSafe,
    sync::{Arc, atomic::AtomicBool},
};

use futures_util::FutureExt;
use jiff::Timestamp;
use sea_orm::{DatabaseTransaction, DbErr, TransactionTrait};
use tokio::sync::oneshot;

use super::{Commit, Job, WriteError, WriteTx, Written, rows::Rows};
use crate::platform::{
    change_log::{
        self, Entry, NewEntry, Origin, Position, Receipt, Receipts,
        live::{Live, Moment, World},
    },
    clock::Clock,
    db::Db,
};

pub struct Batch<'b, W: World, E> {
    pub db: &'b Db,
    pub live: &'b Live<W>,
    pub clock: &'b Arc<dyn Clock>,
    pub jobs: Vec<Job<W, E>>,
}

/// What became of one command, as long as nothing is on disk.
enum Settled<E> {
    /// Done before: the first answer, again.
    Before(Written),
    /// Done, or found to be so already.
    Done(Written),
    Refused(E),
}

/// Why a run does not come to its end.
enum Stop {
    /// A refused command may have written something, or the store refused what some command saved.
    Spoiled,
    Store(DbErr),
}

impl From<DbErr> for Stop {
    fn from(error: DbErr) -> Self {
        Self::Store(error)
    }
}

/// One run of all commands: the transaction, and what it holds by now.
struct Run<W: World> {
    conn: Arc<DatabaseTransaction>,
    position: Position,
    world: Arc<W>,
    moments: Vec<Moment<W>>,
    receipts: Vec<Receipt>,
    /// What commands saved and is not written yet.
    rows: Rows,
    /// Is every command in a savepoint of its own?
    savepoints: bool,
}

impl<W: World, E: From<WriteError> + Send + 'static> Batch<'_, W, E> {
    /// Runs all commands, commits and answers each.
    pub async fn write(self) -> Option<Commit> {
        match self.commit().await {
            Ok((settled, commit)) => {
                for (reply, settled) in self.jobs.into_iter().map(|job| job.reply).zip(settled) {
                    answer(reply, settled);
                }
                commit
            }
            Err(error) => {
                tracing::error!(%error, "a batch was not committed: {error}");
                for job in self.jobs {
                    drop(job.reply.send(Err(WriteError::Store(error.clone()).into())));
                }
                None
            }
        }
    }

    async fn commit(&self) -> Result<(Vec<Settled<E>>, Option<Commit>), DbErr> {
        let mut run = self.begin(false).await?;
        let settled = match self.run(&mut run).await {
            Err(Stop::Spoiled) => {
                run.end()?.rollback().await?;
                run = self.begin(true).await?;
                self.run(&mut run).await
            }
            settled => settled,
        };
        let settled = settled.map_err(|stop| match stop {
            Stop::Spoiled => DbErr::Custom("a command was not undone".into()),
            Stop::Store(error) => error,
        })?;
        let moments = std::mem::take(&mut run.moments);
        let receipts = std::mem::take(&mut run.receipts);
        if moments.is_empty() && receipts.is_empty() {
            run.end()?.rollback().await?;
            return Ok((settled, None));
        }
        let last = moments.last().map(|moment| moment.entry.seq);
        let size =
            settled.iter().filter(|settled| matches!(settled, Settled::Done(Written { seq: Some(_), .. }))).count();
        change_log::append(&run.conn, moments.iter().map(|moment| &moment.entry), receipts).await?;
        run.end()?.commit().await?;
        self.live.hand_over(moments);
        Ok((settled, last.map(|last| Commit { last, size })))
    }

    async fn begin(&self, savepoints: bool) -> Result<Run<W>, DbErr> {
        let (conn, head) = self.db.begin_write().await?;
        // Nobody else can write now: once this node has seen the head, its state is that of the store.
        let present = self.live.caught_up(head).await?;
        Ok(Run {
            conn: Arc::new(conn),
            position: present.position,
            world: present.world,
            moments: Vec::new(),
            receipts: Vec::new(),
            rows: Rows::default(),
            savepoints,
        })
    }

    async fn run(&self, run: &mut Run<W>) -> Result<Vec<Settled<E>>, Stop> {
        let origins = self.jobs.iter().map(|job| &job.origin);
        let known = change_log::receipts_of(run.conn.as_ref(), origins).await?;
        let mut settled = Vec::with_capacity(self.jobs.len());
        for job in &self.jobs {
            settled.push(self.settle(run, job, &known).await?);
        }
        let rows = std::mem::take(&mut run.rows);
        rows.write(&run.conn).await.map_err(|error| match error {
            // Something about a row, which is the trouble of the command that saved it.
            DbErr::Exec(_) | DbErr::Query(_) if !run.savepoints => Stop::Spoiled,
            error => Stop::Store(error),
        })?;
        Ok(settled)
    }

    async fn settle(&self, run: &mut Run<W>, job: &Job<W, E>, known: &Receipts) -> Result<Settled<E>, Stop> {
        match known.answer(&job.origin) {
            Ok(Some(written)) => return Ok(Settled::Before(written)),
            Ok(None) => {}
            Err(error) => return Ok(Settled::Refused(error.into())),
        }
        let savepoint = if run.savepoints { Some(Arc::new(run.conn.begin().await?)) } else { None };
        let mut tx = WriteTx {
            conn: savepoint.as_ref().unwrap_or(&run.conn).clone(),
            touched: AtomicBool::new(false),
            world: run.world.clone(),
            rows: Rows::default(),
            entries: Vec::new(),
            actor: job.origin.actor,
            now: self.clock.now(),
            clock: self.clock.clone(),
        };
        // A bug in one command must not end the writing of all others.
        let result = AssertUnwindSafe((job.work)(&mut tx)).catch_unwind().await;
        let mut result = result.unwrap_or_else(|_| Err(WriteError::Panicked.into()));
        let WriteTx { conn, touched, rows, entries, now, .. } = tx;
        drop(conn);
        let mut keep = result.is_ok() && !entries.is_empty();
        if keep && let Some(savepoint) = &savepoint {
            if let Err(error) = rows.write(savepoint).await {
                (result, keep) = (Err(WriteError::Refused(error).into()), false);
            }
        } else if keep {
            run.rows.add(rows);
        }
        // Refused and alone in the transaction, it is undone with all of it.
        let undone = result.is_err() && self.jobs.len() == 1;
        match savepoint.and_then(Arc::into_inner) {
            Some(savepoint) if keep => savepoint.commit().await?,
            Some(savepoint) => savepoint.rollback().await?,
            None if keep || undone || !touched.into_inner() => {}
            None => return Err(Stop::Spoiled),
        }
        let outcome = match result {
            Ok(outcome) => outcome,
            Err(error) => return Ok(Settled::Refused(error)),
        };
        let last = if keep { Some(run.fold(&job.origin, now, entries)?) } else { None };
        run.receipts.extend(Receipt::of(&job.origin, &outcome, last, now));
        Ok(Settled::Done(Written { outcome, seq: last }))
    }
}

impl<W: World> Run<W> {
    /// The transaction, to commit or to undo.
    fn end(self) -> Result<DatabaseTransaction, DbErr> {
        Arc::into_inner(self.conn).ok_or_else(|| DbErr::Custom("a command kept the transaction".into()))
    }

    /// Gives these entries their places, and adds them to the state; answers the last place.
    fn fold(&mut self, origin: &Origin, at: Timestamp, entries: Vec<NewEntry>) -> Result<i64, DbErr> {
        for new in entries {
            self.position.seq += 1;
            let entry = Entry::of(self.position.seq, at, origin, new);
            let event = W::decode(&entry)?;
            let world = Arc::make_mut(&mut self.world);
            world.advance(&entry, &event);
            self.moments.push(Moment { entry, event, world: self.world.clone() });
        }
        Ok(self.position.seq)
    }
}

fn answer<E: From<WriteError>>(reply: oneshot::Sender<Result<Written, E>>, settled: Settled<E>) {
    let answer = match settled {
        Settled::Before(written) | Settled::Done(written) => Ok(written),
        Settled::Refused(error) => Err(error),
    };
    // Whoever asked may have left; it is done all the same.
    drop(reply.send(answer));
}
