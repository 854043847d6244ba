//! The limit of durable writes: the rows of one mutation, as many as wait in one transaction, one fsync.

use std::{
    collections::HashMap,
    fs,
    path::Path,
    process::Stdio,
    time::{Duration, Instant},
};

use axum::{Router, body::Bytes, extract::State, http::header, routing::post};
use sea_orm::{
    ConnectOptions, ConnectionTrait, Database, DatabaseConnection, DbBackend, Statement, TransactionTrait, Value,
};
use tokio::{
    net::TcpListener,
    runtime::Runtime,
    sync::{mpsc, oneshot},
};
use uuid::Uuid;

use super::tables::{ENTRY, MOMENT, RECEIPT, TASK, Table, UPDATE, entry, task};

/// As many as the hub takes.
const BATCH: usize = 256;
/// The text that a relay stores.
const TEXT: &str = "afspraken/bench";

struct Store {
    conn: DatabaseConnection,
    last: i64,
    /// Statements by table and number of rows.
    statements: HashMap<(&'static str, usize), String>,
    actor: Uuid,
}

impl Store {
    async fn open(url: &str) -> Self {
        let mut options = ConnectOptions::new(url);
        options.max_connections(1).sqlx_logging(false).test_before_acquire(false);
        options.map_sqlx_sqlite_opts(|sqlite| {
            use sea_orm::sqlx::sqlite::{SqliteJournalMode, SqliteSynchronous};
            sqlite
                .journal_mode(SqliteJournalMode::Wal)
                .synchronous(SqliteSynchronous::Full)
                .statement_cache_capacity(1024)
                .pragma("wal_autocheckpoint", "20000")
        });
        options.map_sqlx_postgres_opts(|postgres| postgres.options([("synchronous_commit", "on")]));
        let conn = Database::connect(options).await.unwrap();
        migrations::up(&conn).await.unwrap();
        Self { conn, last: 0, statements: HashMap::new(), actor: Uuid::new_v4() }
    }

    /// One statement for all rows of a table: the fastest way each of the two takes.
    fn insert(&mut self, table: &Table, rows: Vec<Vec<Value>>) -> Statement {
        let backend = self.conn.get_database_backend();
        if backend == DbBackend::Postgres {
            let name = table.name;
            let text =
                format!("INSERT INTO {name} SELECT * FROM json_populate_recordset(NULL::{name}, $1::text::json)");
            return Statement::from_sql_and_values(backend, text, [table.json(rows).into()]);
        }
        let count = rows.len();
        let text = self.statements.entry((table.name, count)).or_insert_with(|| {
            let row = format!("({})", vec!["?"; table.columns.len()].join(", "));
            format!("INSERT INTO {} ({}) VALUES {}", table.name, table.columns.join(", "), vec![row; count].join(", "))
        });
        Statement::from_sql_and_values(backend, text.clone(), rows.into_iter().flatten())
    }

    async fn commit(&mut self, count: usize) {
        let (mut tasks, mut entries, mut receipts) = (Vec::new(), Vec::new(), Vec::new());
        for seq in self.last + 1..=self.last + count as i64 {
            let (id, mutation) = (Uuid::now_v7(), Uuid::new_v4());
            tasks.push(task(id, seq as i32, self.actor));
            entries.push(entry(seq, id, mutation, self.actor));
            receipts.push(vec![
                mutation.into(),
                self.actor.into(),
                "2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae".into(),
                format!("\"{id}\"").into(),
                seq.into(),
                MOMENT.into(),
            ]);
        }
        self.last += count as i64;
        let statements = [self.insert(&TASK, tasks), self.insert(&ENTRY, entries), self.insert(&RECEIPT, receipts)];
        let tx = self.conn.begin().await.unwrap();
        for statement in statements {
            tx.execute_raw(statement).await.unwrap();
        }
        tx.execute_unprepared(&format!("UPDATE log_meta SET last_seq = {}", self.last)).await.unwrap();
        tx.commit().await.unwrap();
    }

    /// One update of a text.
    async fn append(&mut self, update: &[u8]) {
        self.last += 1;
        let row = vec![TEXT.into(), self.last.into(), self.actor.into(), MOMENT.into(), update.to_vec().into()];
        let statement = self.insert(&UPDATE, vec![row]);
        let head = Statement::from_sql_and_values(
            self.conn.get_database_backend(),
            "INSERT INTO documents (name, head, upto, state) VALUES ($1, $2, 0, $3) \
             ON CONFLICT (name) DO UPDATE SET head = $2",
            [TEXT.into(), self.last.into(), Vec::<u8>::new().into()],
        );
        let tx = self.conn.begin().await.unwrap();
        tx.execute_raw(statement).await.unwrap();
        tx.execute_raw(head).await.unwrap();
        tx.commit().await.unwrap();
    }
}

/// Rows written from a loop that is not asynchronous.
pub struct Rows {
    runtime: Runtime,
    store: Store,
}

impl Rows {
    pub fn open(url: &str) -> Self {
        let runtime = one_thread();
        let store = runtime.block_on(Store::open(url));
        Self { runtime, store }
    }

    pub fn commit(&mut self, count: usize) {
        self.runtime.block_on(self.store.commit(count));
    }

    pub fn append(&mut self, update: &[u8]) {
        self.runtime.block_on(self.store.append(update));
    }
}

pub fn one_thread() -> Runtime {
    tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap()
}

type Waiting = oneshot::Sender<()>;

async fn write(mut store: Store, mut jobs: mpsc::Receiver<Waiting>) {
    let mut batch = Vec::with_capacity(BATCH);
    while jobs.recv_many(&mut batch, BATCH).await > 0 {
        store.commit(batch.len()).await;
        for waiting in batch.drain(..) {
            waiting.send(()).unwrap();
        }
    }
}

async fn written(queue: &mpsc::Sender<Waiting>) {
    let (done, answer) = oneshot::channel();
    queue.send(done).await.unwrap();
    answer.await.unwrap();
}

/// Clients in this process that write back to back; prints how many writes a second that was.
pub fn count(url: &str, clients: &str, seconds: &str) {
    let time = Duration::from_secs_f64(seconds.parse().unwrap());
    let clients: usize = clients.parse().unwrap();
    let done: u64 = one_thread().block_on(async {
        let (queue, jobs) = mpsc::channel(BATCH);
        tokio::spawn(write(Store::open(url).await, jobs));
        written(&queue).await;
        let until = Instant::now() + time;
        let client = |_| {
            let queue = queue.clone();
            tokio::spawn(async move {
                let mut done = 0;
                while Instant::now() < until {
                    written(&queue).await;
                    done += 1;
                }
                done
            })
        };
        let clients: Vec<_> = (0..clients).map(client).collect();
        let mut done = 0;
        for client in clients {
            done += client.await.unwrap();
        }
        done
    });
    println!("{}", done as f64 / time.as_secs_f64());
}

/// Writes per second of clients in the same process as the writer.
pub fn group_commit(url: &str, clients: usize, time: Duration) -> f64 {
    let args = ["group-commit", url, &clients.to_string(), &time.as_secs_f64().to_string()];
    let output = super::command(&args).stderr(Stdio::inherit()).output().unwrap();
    assert!(output.status.success());
    String::from_utf8(output.stdout).unwrap().trim().parse().unwrap()
}

/// The same behind HTTP: a POST is one write, answered with `body` when it is on disk.
pub fn serve(url: &str, body: &Path) {
    let body = Bytes::from(fs::read(body).unwrap());
    one_thread().block_on(async {
        let (queue, jobs) = mpsc::channel(BATCH);
        tokio::spawn(write(Store::open(url).await, jobs));
        let answer = async |State(queue): State<mpsc::Sender<Waiting>>, _: Bytes| {
            written(&queue).await;
            ([(header::CONTENT_TYPE, "application/json")], body)
        };
        let router = Router::new().route("/graphql", post(answer)).with_state(queue);
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        println!("http://{}", listener.local_addr().unwrap());
        axum::serve(listener, router).await.unwrap();
    });
}
