//! Where a hub under test keeps its things: a SQLite file in a temporary folder, or, with
//! `SAMENSPEL_TEST_STORE=postgres`, a database of its own on PostgreSQL, with Redis beside it.

use std::{env, path::Path, process::Command, thread};

use samenspel::{app::Stores, platform::db::Db};
use sea_orm::{ConnectionTrait, Database, DatabaseConnection};
use tempfile::TempDir;
use tokio::sync::OnceCell;
use uuid::Uuid;

use super::services;

/// A store of its own, gone when dropped.
pub struct TestStore {
    folder: TempDir,
    database: Option<TestDatabase>,
}

impl TestStore {
    /// As the environment says.
    pub async fn new() -> Self {
        match env::var("SAMENSPEL_TEST_STORE").as_deref() {
            Ok("postgres") => Self::postgres().await,
            Ok("sqlite") | Err(_) => Self::sqlite(),
            Ok(other) => panic!("SAMENSPEL_TEST_STORE is sqlite or postgres, not {other}"),
        }
    }

    pub fn sqlite() -> Self {
        Self { folder: tempfile::tempdir().unwrap(), database: None }
    }

    pub async fn postgres() -> Self {
        Self { folder: tempfile::tempdir().unwrap(), database: Some(TestDatabase::new().await) }
    }

    pub fn folder(&self) -> &Path {
        self.folder.path()
    }

    pub fn stores(&self) -> Stores {
        match &self.database {
            Some(database) => Stores { database: database.url(), redis: Some(services::redis()) },
            None => Stores::alone(Db::sqlite_url(self.folder())),
        }
    }

    /// The binary, with this store and without any other settings from outside.
    pub fn samenspel(&self) -> Command {
        let mut command = super::samenspel(self.folder());
        if self.database.is_some() {
            let Stores { database, redis } = self.stores();
            command.env("DATABASE_URL", database).envs(redis.map(|url| ("REDIS_URL", url)));
        }
        command
    }
}

/// A database on the PostgreSQL of the tests.
struct TestDatabase {
    name: String,
}

/// A database whose tables are up to date, to copy: that is ten times as fast as making them.
static TEMPLATE: OnceCell<String> = OnceCell::const_new();

impl TestDatabase {
    async fn new() -> Self {
        let admin = admin().await;
        let template = TEMPLATE
            .get_or_init(|| async {
                drop_left_over(&admin).await;
                let name = format!("samenspel_test_{}", Uuid::new_v4().simple());
                create(&admin, &name, "template1").await;
                Db::open(&url_of(&name)).await.unwrap().close().await.unwrap();
                name
            })
            .await;
        let name = format!("samenspel_test_{}", Uuid::new_v4().simple());
        create(&admin, &name, template).await;
        // A copy has the epoch of its template too: nodes that share nothing must not hear each other.
        let own = Database::connect(url_of(&name)).await.unwrap();
        let epoch = Uuid::new_v4();
        own.execute_unprepared(&format!("UPDATE log_meta SET epoch = '{epoch}'")).await.unwrap();
        own.close().await.unwrap();
        admin.close().await.unwrap();
        Self { name }
    }

    fn url(&self) -> String {
        url_of(&self.name)
    }
}

impl Drop for TestDatabase {
    fn drop(&mut self) {
        let gone = format!("DROP DATABASE IF EXISTS {} WITH (FORCE)", self.name);
        // A runtime of its own: this may be dropped inside one that is about to end.
        let dropped = thread::spawn(move || {
            let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
            runtime.block_on(async { drop(admin().await.execute_unprepared(&gone).await) });
        });
        drop(dropped.join());
    }
}

async fn admin() -> DatabaseConnection {
    Database::connect(url_of("postgres")).await.unwrap()
}

fn url_of(database: &str) -> String {
    format!("{}/{database}", services::postgres())
}

async fn create(admin: &DatabaseConnection, name: &str, template: &str) {
    admin.execute_unprepared(&format!("CREATE DATABASE {name} TEMPLATE {template} STRATEGY FILE_COPY")).await.unwrap();
}

/// What an earlier run left behind when it was killed.
async fn drop_left_over(admin: &DatabaseConnection) {
    let query = "SELECT datname FROM pg_database WHERE datname LIKE 'samenspel_test_%'
        AND NOT EXISTS (SELECT FROM pg_stat_activity WHERE pg_stat_activity.datname = pg_database.datname)";
    let statement = sea_orm::Statement::from_string(sea_orm::DbBackend::Postgres, query);
    for row in admin.query_all_raw(statement).await.unwrap() {
        let name: String = row.try_get("", "datname").unwrap();
        drop(admin.execute_unprepared(&format!("DROP DATABASE IF EXISTS {name}")).await);
    }
}
