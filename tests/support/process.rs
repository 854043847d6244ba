//! The real binary as a process of its own: to kill it, and to see what stays.

use std::{
    fs::File,
    io::{BufRead, BufReader},
    net::SocketAddr,
    path::{Path, PathBuf},
    process::{Child, Command, ExitStatus, Stdio},
};

use serde_json::json;

use super::{TestClient, TestStore, wacht_tot};

pub struct TestProcess {
    child: Child,
    address: SocketAddr,
}

impl TestProcess {
    /// Starts `samenspel serve --demo` on a free port, and waits until it listens.
    pub fn start(store: &TestStore) -> Self {
        Self::serve(store, true)
    }

    /// The same, and what it says goes to a file: when everything around it breaks, it has much to say.
    pub fn quiet(store: &TestStore) -> Self {
        let log = File::options().create(true).append(true).open(Self::log(store)).unwrap();
        let mut command = store.samenspel();
        command.args(["serve", "--demo"]).stderr(log);
        Self::of(command)
    }

    /// Where quiet processes say what they have to say.
    pub fn log(store: &TestStore) -> PathBuf {
        store.folder().join("log")
    }

    /// Without the demo, or with it.
    pub fn serve(store: &TestStore, demo: bool) -> Self {
        Self::serve_with(store, demo, &[])
    }

    /// The same, with these settings too.
    pub fn serve_with(store: &TestStore, demo: bool, settings: &[(&str, &str)]) -> Self {
        let mut command = store.samenspel();
        command.arg("serve").args(demo.then_some("--demo")).envs(settings.iter().copied());
        Self::of(command)
    }

    fn of(mut command: Command) -> Self {
        let mut child = command.stdout(Stdio::piped()).spawn().unwrap();
        let mut line = String::new();
        BufReader::new(child.stdout.take().unwrap()).read_line(&mut line).unwrap();
        let address = line.trim().strip_prefix("http://").unwrap_or_else(|| panic!("no address: {line}"));
        Self { address: address.parse().unwrap(), child }
    }

    pub fn anoniem(&self) -> TestClient {
        TestClient::new(self.address, None, None)
    }

    /// A browser in which the first person with this role is signed in, by the demo's picker.
    pub async fn als(&self, hubrol: &str) -> TestClient {
        let mut client = self.anoniem();
        let shown = client.get("/aanmelden/demo").await;
        let personen = shown.body["personen"].as_array().unwrap();
        let persoon = personen.iter().find(|persoon| persoon["hubrol"] == hubrol).unwrap();
        let signed_in = client.post("/aanmelden/demo", &json!({ "persoon": persoon["id"] })).await;
        client.cookie = signed_in.cookie();
        client
    }

    /// Ends it without a chance to say or write anything more.
    pub fn kill9(self) {
        drop(self);
    }

    /// Asks it to stop.
    pub fn terminate(&self) {
        self.signal("TERM");
    }

    pub fn signal(&self, signal: &str) {
        let sent = Command::new("kill").args(["-s", signal, &self.child.id().to_string()]).status();
        assert!(sent.unwrap().success());
    }

    /// Waits until it has stopped.
    pub async fn stopped(&mut self) -> ExitStatus {
        let mut status = None;
        wacht_tot("the process stops", async || {
            status = self.child.try_wait().unwrap();
            status.is_some()
        })
        .await;
        status.unwrap()
    }
}

impl Drop for TestProcess {
    fn drop(&mut self) {
        drop(self.child.kill());
        drop(self.child.wait());
    }
}

/// The binary, with its data in `folder` and without any settings from outside.
pub fn samenspel(folder: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_samenspel"));
    command
        .env_remove("DATABASE_URL")
        .env_remove("REDIS_URL")
        .env_remove("OTEL_EXPORTER_OTLP_ENDPOINT")
        .env_remove("SAMENSPEL_ORIGINS")
        .env("SAMENSPEL_LISTEN", "127.0.0.1:0")
        .env("SAMENSPEL_LOG", "warn")
        .env("SAMENSPEL_DATA", folder)
        .stdin(Stdio::null())
        .stderr(Stdio::inherit());
    command
}
