//! The hub as it is shipped: a process of its own, on its own data.

use std::{
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

use sea_orm::{ConnectionTrait, Database};
use tempfile::TempDir;

use crate::{
    bare,
    process::{Process, SERVER_CORE, on_core},
};

/// The binary to measure: the one built with this bench, or another to compare with.
pub fn program() -> String {
    std::env::var("BENCH_HUB").unwrap_or_else(|_| env!("CARGO_BIN_EXE_samenspel").into())
}

/// Where a hub keeps its data.
#[derive(Clone)]
pub struct Store {
    pub folder: PathBuf,
    /// Another database than the file in the folder.
    pub database: Option<String>,
    /// Do hubs on it tap each other's shoulder over Redis?
    pub redis: bool,
}

impl Store {
    fn settings<'c>(&self, command: &'c mut Command) -> &'c mut Command {
        command
            .env("SAMENSPEL_DATA", &self.folder)
            .env("SAMENSPEL_LISTEN", "127.0.0.1:0")
            .env("SAMENSPEL_LOG", "error")
            .env_remove("SAMENSPEL_ORIGINS")
            .env_remove("REDIS_URL")
            .env_remove("DATABASE_URL");
        if let Some(database) = &self.database {
            command.env("DATABASE_URL", database);
        }
        if self.redis {
            command.env("REDIS_URL", redis());
        }
        command
    }

    /// Runs a command of the hub; answers what it printed.
    pub fn run(&self, args: &[&str]) -> String {
        let mut command = Command::new(program());
        let output = self.settings(command.args(args)).stdin(Stdio::null()).output().unwrap();
        assert!(output.status.success(), "{args:?}: {}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout).unwrap().trim().to_owned()
    }

    /// Starts the hub on the server's core.
    pub fn serve(&self) -> Process {
        let mut command = on_core(SERVER_CORE, &program());
        self.settings(command.arg("serve"));
        Process::start(command)
    }

    pub fn sqlite_url(folder: &Path) -> String {
        format!("sqlite://{}?mode=rwc", folder.join("samenspel.db").display())
    }
}

/// A PostgreSQL to measure on: `BENCH_POSTGRES`, or the one at its standard port. Without TLS: over it, sqlx writes a
/// long statement in parts without TCP_NODELAY, and then both sides wait 40 ms for each other.
pub fn postgres() -> String {
    let default = "postgres://root@127.0.0.1:5432/postgres?sslmode=disable";
    std::env::var("BENCH_POSTGRES").unwrap_or_else(|_| default.into())
}

/// Does a PostgreSQL answer?
pub fn has_postgres() -> bool {
    bare::one_thread().block_on(async { Database::connect(postgres()).await.is_ok() })
}

/// A Redis to measure with: `BENCH_REDIS`, or the one at its standard port.
pub fn redis() -> String {
    std::env::var("BENCH_REDIS").unwrap_or_else(|_| "redis://127.0.0.1:6379".into())
}

/// Does a Redis answer?
pub fn has_redis() -> bool {
    let address = redis();
    let address = address.trim_start_matches("redis://").trim_end_matches('/');
    std::net::TcpStream::connect(address).is_ok()
}

/// An empty database; answers its address.
pub fn fresh_database(name: &str) -> String {
    drop_database(name);
    administer(&format!("CREATE DATABASE {name}"));
    let server = postgres();
    let (place, options) = server.split_once('?').unwrap_or((&server, ""));
    let (place, _) = place.rsplit_once('/').unwrap();
    format!("{place}/{name}?{options}")
}

pub fn drop_database(name: &str) {
    administer(&format!("DROP DATABASE IF EXISTS {name} WITH (FORCE)"));
}

fn administer(sql: &str) {
    bare::one_thread().block_on(async {
        let conn = Database::connect(postgres()).await.unwrap();
        conn.execute_unprepared(sql).await.unwrap();
    });
}

/// A folder for this run, on the disk of the build: `/tmp` may be memory, and then a write costs nothing.
pub fn folder() -> TempDir {
    let target = Path::new(env!("CARGO_TARGET_TMPDIR"));
    std::fs::create_dir_all(target).unwrap();
    tempfile::Builder::new().prefix("bench-").tempdir_in(target).unwrap()
}
