//! The store: SQLite in one file, or PostgreSQL. Reads and writes have pools of their own.

use std::{
    path::Path,
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering::Relaxed},
    },
    time::Duration,
};

use sea_orm::{
    ConnAcquireErr, ConnectOptions, ConnectionTrait, Database, DatabaseConnection, DatabaseTransaction, DbBackend,
    DbErr, SqliteTransactionMode, Statement, TransactionOptions, TransactionTrait,
};

/// How many connections may read at the same time.
const READERS: u32 = 4;

/// Key of the lock on a PostgreSQL database whose tables are being brought up to date.
const MIGRATING: i64 = 0x5341_4d45_4e53;

/// An open store. Only the [writer](super::writer) gets at the connection that can change anything.
#[derive(Clone)]
pub struct Db {
    read: DatabaseConnection,
    write: DatabaseConnection,
    /// How many statements this node gave the store.
    statements: Arc<AtomicU64>,
}

impl Db {
    /// Opens the store at `url` (`sqlite:…` or `postgres:…`) and brings its tables up to date.
    pub async fn open(url: &str) -> Result<Self, DbErr> {
        let mut write = Database::connect(options(url, Access::Write)).await?;
        migrate(&write).await?;
        let mut read = Database::connect(options(url, Access::Read)).await?;
        let statements = Arc::new(AtomicU64::new(0));
        for connection in [&mut read, &mut write] {
            let count = statements.clone();
            connection.set_metric_callback(move |_| {
                count.fetch_add(1, Relaxed);
            });
        }
        Ok(Self { read, write, statements })
    }

    /// How many statements this node gave the store since it opened.
    pub fn statements(&self) -> u64 {
        self.statements.load(Relaxed)
    }

    /// The address of the SQLite store in `folder`.
    pub fn sqlite_url(folder: &Path) -> String {
        format!("sqlite://{}?mode=rwc", folder.join("samenspel.db").display())
    }

    /// For reading; the store refuses writes on these connections.
    pub fn read(&self) -> &DatabaseConnection {
        &self.read
    }

    /// One consistent picture of the store, for reads that belong together.
    pub async fn snapshot(&self) -> Result<DatabaseTransaction, DbErr> {
        let isolation = match self.read.get_database_backend() {
            DbBackend::Postgres => Some(sea_orm::IsolationLevel::RepeatableRead),
            _ => None,
        };
        self.read.begin_with_config(isolation, None).await
    }

    /// Begins to write, and answers the last position of the log: nobody else can add to it until this ends.
    pub(super) async fn begin_write(&self) -> Result<(DatabaseTransaction, i64), DbErr> {
        let tx = self.begin_housekeeping().await?;
        // One writer at a time, over all nodes, as SQLite has it: a command decides on what nobody else is changing,
        // and positions of the log become visible in order.
        let head = match self.write.get_database_backend() {
            DbBackend::Postgres => "SELECT last_seq FROM log_meta FOR UPDATE",
            _ => "SELECT last_seq FROM log_meta",
        };
        let row = tx.query_one_raw(Statement::from_string(tx.get_database_backend(), head)).await?;
        let head = row.ok_or_else(|| DbErr::RecordNotFound("log_meta".into()))?.try_get("", "last_seq")?;
        Ok((tx, head))
    }

    /// For the little that is kept outside the log, and is of no meaning to anyone but the nodes themselves.
    pub(super) fn housekeeping(&self) -> &DatabaseConnection {
        &self.write
    }

    /// Begins to write what is kept outside the log, beside whoever writes in it.
    pub(super) async fn begin_housekeeping(&self) -> Result<DatabaseTransaction, DbErr> {
        // IMMEDIATE: a command-line tool may write beside the server, and an upgrade from read to write
        // in the middle of a transaction would fail instead of wait.
        let options = TransactionOptions {
            sqlite_transaction_mode: Some(SqliteTransactionMode::Immediate),
            ..Default::default()
        };
        self.write.begin_with_options(options).await
    }

    /// Closes both pools; what was acknowledged is already on disk.
    pub async fn close(self) -> Result<(), DbErr> {
        self.read.close().await?;
        self.write.close().await
    }
}

/// Does `error` only say that the store was closed? The node stops: who follows the store has nothing left to do.
pub(super) fn is_closed(error: &DbErr) -> bool {
    matches!(error, DbErr::ConnectionAcquire(ConnAcquireErr::ConnectionClosed))
}

/// Brings the tables up to date; on a store that nodes share one does it, and the others wait.
async fn migrate(write: &DatabaseConnection) -> Result<(), DbErr> {
    if write.get_database_backend() != DbBackend::Postgres {
        return migrations::up(write).await;
    }
    // The pool has one connection: the lock is on the one that migrates.
    write.execute_unprepared(&format!("SELECT pg_advisory_lock({MIGRATING})")).await?;
    let migrated = migrations::up(write).await;
    write.execute_unprepared(&format!("SELECT pg_advisory_unlock({MIGRATING})")).await?;
    migrated
}

#[derive(Clone, Copy, PartialEq)]
enum Access {
    Read,
    Write,
}

fn options(url: &str, access: Access) -> ConnectOptions {
    let mut options = ConnectOptions::new(url);
    let connections = if access == Access::Write { 1 } else { READERS };
    options
        .max_connections(connections)
        .min_connections(1)
        .acquire_timeout(Duration::from_secs(10))
        // A connection to a server may have died since; to a file it cannot.
        .test_before_acquire(!url.starts_with("sqlite:"))
        .sqlx_logging(false);
    options.map_sqlx_sqlite_opts(move |sqlite| {
        use sea_orm::sqlx::sqlite::{SqliteJournalMode, SqliteSynchronous};
        sqlite
            .journal_mode(SqliteJournalMode::Wal)
            .synchronous(SqliteSynchronous::Full)
            .busy_timeout(Duration::from_secs(10))
            .foreign_keys(true)
            .statement_cache_capacity(256)
            .pragma("query_only", if access == Access::Read { "on" } else { "off" })
    });
    options.map_sqlx_postgres_opts(move |postgres| {
        postgres.statement_cache_capacity(256).options([
            ("default_transaction_read_only", if access == Access::Read { "on" } else { "off" }),
            ("synchronous_commit", "on"),
            // A node that hangs in the middle of writing must not keep the others from it.
            ("idle_in_transaction_session_timeout", "10s"),
            ("lock_timeout", "20s"),
        ])
    });
    options
}

/// Rows per statement at most: stores take some 32,000 values, a row has a few dozen.
const ROWS: usize = 256;

/// Cuts rows into pieces whose lengths are powers of two: so there are few different statements, and all of them stay
/// prepared. (One that has to make way costs PostgreSQL's client 40 ms: sqlx 0.9.0 leaves Nagle's algorithm on.)
pub(super) fn pieces<T>(mut rows: &[T]) -> impl Iterator<Item = &[T]> {
    std::iter::from_fn(move || {
        let length = rows.len().checked_ilog2().map(|power| usize::min(1 << power, ROWS))?;
        let (piece, rest) = rows.split_at(length);
        rows = rest;
        Some(piece)
    })
}

/// Is `url` the address of a store this hub can open?
pub fn is_supported(url: &str) -> bool {
    ["sqlite:", "postgres:", "postgresql:"].iter().any(|scheme| url.starts_with(scheme))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_are_cut_into_few_lengths_and_none_is_lost() {
        for (count, lengths) in
            [(0, vec![]), (1, vec![1]), (7, vec![4, 2, 1]), (64, vec![64]), (600, vec![256, 256, 64, 16, 8])]
        {
            let rows: Vec<usize> = (0..count).collect();
            let cut: Vec<&[usize]> = pieces(&rows).collect();
            assert_eq!(cut.iter().map(|piece| piece.len()).collect::<Vec<_>>(), lengths);
            assert_eq!(cut.concat(), rows);
        }
    }
}
