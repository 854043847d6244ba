//! Stores as tests find them at their start: made once per process, then copied. That is many times as fast as making
//! the tables and loading the demo each time. Every copy gets an epoch of its own: it is another log.

use std::{
    fs,
    path::Path,
    process::{self, Command, Stdio},
    sync::Arc,
    thread,
};

use samenspel::{
    app::{App, Stores},
    demo,
    platform::{clock::SystemClock, db::Db},
};
use sea_orm::{ConnectionTrait, Database as Connect, DatabaseConnection, DbBackend, Statement};
use tokio::sync::OnceCell;
use uuid::Uuid;

use super::{OwnPostgres, own_server::OwnServer, services};

/// What is in a store.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Content {
    /// The tables.
    Nothing,
    Demo,
}

/// One for each [`Content`].
type Made<T> = [OnceCell<T>; 2];

/// Puts a SQLite store with this content in `folder`.
pub async fn lay_down(content: Content, folder: &Path) {
    static MADE: Made<OwnServer> = [const { OnceCell::const_new() }; 2];
    let made = MADE[content as usize]
        .get_or_init(|| async {
            let made = OwnServer::folder("made");
            fill(&Db::sqlite_url(&made.folder), content).await;
            made
        })
        .await;
    for file in fs::read_dir(&made.folder).unwrap().map(Result::unwrap) {
        fs::copy(file.path(), folder.join(file.file_name())).unwrap();
    }
    begin_epoch(&Db::sqlite_url(folder)).await;
}

/// A database on PostgreSQL, gone when dropped.
pub struct Database {
    server: String,
    name: String,
}

impl Database {
    pub async fn copy_of(content: Content) -> Self {
        static MADE: Made<String> = [const { OnceCell::const_new() }; 2];
        let server = services::postgres();
        let admin = admin(&server).await;
        let made = MADE[content as usize]
            .get_or_init(|| async {
                drop_left_over(&admin).await;
                let made = Self::create(&server, &admin, "template1").await;
                fill(&made.url(), content).await;
                made.keep()
            })
            .await;
        let copy = Self::create(&server, &admin, made).await;
        begin_epoch(&copy.url()).await;
        admin.close().await.unwrap();
        copy
    }

    /// The one that every server has from the start.
    pub fn first_of(postgres: &OwnPostgres) -> Self {
        Self { server: postgres.url(), name: "postgres".into() }
    }

    async fn create(server: &str, admin: &DatabaseConnection, template: &str) -> Self {
        let name = format!("{PREFIX}{}_{}", process::id(), Uuid::new_v4().simple());
        let create = format!("CREATE DATABASE {name} TEMPLATE {template} STRATEGY FILE_COPY");
        admin.execute_unprepared(&create).await.unwrap();
        Self { server: server.to_owned(), name }
    }

    pub fn url(&self) -> String {
        format!("{}/{}", self.server, self.name)
    }

    /// Lets it stay until the next run of the tests; answers its name.
    fn keep(mut self) -> String {
        std::mem::take(&mut self.name)
    }
}

impl Drop for Database {
    fn drop(&mut self) {
        if !self.name.starts_with(PREFIX) {
            return;
        }
        let gone = format!("DROP DATABASE IF EXISTS {} WITH (FORCE)", self.name);
        let server = std::mem::take(&mut self.server);
        // A runtime of its own: this may be dropped inside one that is about to end.
        let dropped = thread::spawn(move || {
            let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
            runtime.block_on(async { drop(admin(&server).await.execute_unprepared(&gone).await) });
        });
        drop(dropped.join());
    }
}

/// What the names of the databases of tests begin with.
const PREFIX: &str = "samenspel_test_";

/// Makes the tables, and what belongs in them, through the doors of the hub itself.
async fn fill(database: &str, content: Content) {
    let app = App::open(&Stores::alone(database), Arc::new(SystemClock), true).await.unwrap();
    if content == Content::Demo {
        demo::laad(&app, |_, _, _| {}).await.unwrap();
    }
    app.db().clone().close().await.unwrap();
}

async fn begin_epoch(database: &str) {
    let own = Connect::connect(database).await.unwrap();
    let epoch = "UPDATE log_meta SET epoch = $1";
    let renew = Statement::from_sql_and_values(own.get_database_backend(), epoch, [Uuid::new_v4().into()]);
    own.execute_raw(renew).await.unwrap();
    own.close().await.unwrap();
}

async fn admin(server: &str) -> DatabaseConnection {
    Connect::connect(format!("{server}/postgres")).await.unwrap()
}

/// What runs that are over left behind; another one may be going on.
async fn drop_left_over(admin: &DatabaseConnection) {
    let query = format!("SELECT datname FROM pg_database WHERE datname LIKE '{PREFIX}%'");
    for row in admin.query_all_raw(Statement::from_string(DbBackend::Postgres, query)).await.unwrap() {
        let name: String = row.try_get("", "datname").unwrap();
        let owner = name.trim_start_matches(PREFIX).split('_').next().unwrap_or_default();
        let asked = Command::new("kill").args(["-0", owner]).stderr(Stdio::null()).status();
        if !asked.is_ok_and(|asked| asked.success()) {
            drop(admin.execute_unprepared(&format!("DROP DATABASE IF EXISTS {name}")).await);
        }
    }
}
