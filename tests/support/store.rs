//! Where a hub under test keeps its things: a SQLite file in a temporary folder, or, with
//! `SAMENSPEL_TEST_STORE=postgres`, a database of its own on PostgreSQL, with Redis beside it.

use std::{env, path::Path, process::Command};

use samenspel::{app::Stores, platform::db::Db};
use tempfile::TempDir;

use super::{
    OwnPostgres, services,
    snapshot::{self, Content, Database},
};

/// A store of its own, gone when dropped.
pub struct TestStore {
    folder: TempDir,
    database: Option<Database>,
    redis: Option<String>,
}

impl TestStore {
    /// Empty, of the kind the environment says.
    pub async fn new() -> Self {
        Self::with(Content::Nothing).await
    }

    /// The same, with the demo in it.
    pub async fn demo() -> Self {
        Self::with(Content::Demo).await
    }

    pub async fn with(content: Content) -> Self {
        match env::var("SAMENSPEL_TEST_STORE").as_deref() {
            Ok("postgres") => Self::postgres(content).await,
            Ok("sqlite") | Err(_) => Self::sqlite(content).await,
            Ok(other) => panic!("SAMENSPEL_TEST_STORE is sqlite or postgres, not {other}"),
        }
    }

    pub async fn sqlite(content: Content) -> Self {
        let store = Self::files();
        snapshot::lay_down(content, store.folder()).await;
        store
    }

    /// A folder in which nothing is yet.
    pub fn files() -> Self {
        Self { folder: tempfile::tempdir().unwrap(), database: None, redis: None }
    }

    pub async fn postgres(content: Content) -> Self {
        let database = Some(Database::copy_of(content).await);
        Self { database, redis: Some(services::redis()), ..Self::files() }
    }

    /// The first database of a server that a test has for itself; there is nothing in it, and Redis is not used.
    pub fn on(postgres: &OwnPostgres) -> Self {
        Self { database: Some(Database::first_of(postgres)), ..Self::files() }
    }

    /// The same store, with this Redis or none.
    pub fn with_redis(self, redis: Option<String>) -> Self {
        Self { redis, ..self }
    }

    pub fn folder(&self) -> &Path {
        self.folder.path()
    }

    pub fn stores(&self) -> Stores {
        let database = self.database.as_ref().map_or_else(|| Db::sqlite_url(self.folder()), Database::url);
        Stores { database, redis: self.redis.clone() }
    }

    /// The binary, with this store and without any other settings from outside.
    pub fn samenspel(&self) -> Command {
        let mut command = super::samenspel(self.folder());
        let Stores { database, redis } = self.stores();
        if self.database.is_some() {
            command.env("DATABASE_URL", database);
        }
        command.envs(redis.map(|url| ("REDIS_URL", url)));
        command
    }
}
