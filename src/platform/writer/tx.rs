//! What a command is given to read and change the store.

use std::sync::{
    Arc,
    atomic::{AtomicBool, Ordering::Relaxed},
};

use jiff::Timestamp;
use sea_orm::{ActiveModelTrait, DatabaseTransaction};
use uuid::Uuid;

use super::rows::Rows;
use crate::platform::{change_log::NewEntry, clock::Clock};

/// The way to read and change the store. Only the writer can make one.
pub struct WriteTx<W> {
    pub(super) conn: Arc<DatabaseTransaction>,
    /// Was the connection used? Then there may be something to undo.
    pub(super) touched: AtomicBool,
    pub(super) world: Arc<W>,
    pub(super) rows: Rows,
    pub(super) entries: Vec<NewEntry>,
    pub(super) actor: Option<Uuid>,
    pub(super) now: Timestamp,
    pub(super) clock: Arc<dyn Clock>,
}

impl<W> WriteTx<W> {
    /// The state as it is now in the store: what others committed, and what the commands before this one in the same
    /// transaction did. Not what this command itself does.
    pub fn world(&self) -> &W {
        &self.world
    }

    /// Writes a whole row, new or not, together with those of the other commands in the transaction. Rows of such a
    /// table are to be read from [`Self::world`]: the store has them only at the end.
    pub fn save(&mut self, row: impl ActiveModelTrait + Send + Sync + 'static) {
        self.rows.save(row);
    }

    /// The connection, for tables that are not in [`Self::world`] or where the store itself has to check something.
    /// Check first: from its first use on, a refusal costs the whole transaction a second run.
    pub fn conn(&self) -> &DatabaseTransaction {
        self.touched.store(true, Relaxed);
        &self.conn
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
