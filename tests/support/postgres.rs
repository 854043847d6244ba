//! A PostgreSQL of the tests' own, for when there is none, and for tests that break it.

use std::{
    ffi::OsStr,
    io::{Read, Write},
    net::{Ipv4Addr, SocketAddr, TcpStream},
    path::Path,
    process::{Command, Stdio},
    sync::OnceLock,
    thread,
    time::{Duration, Instant},
};

use super::{
    PATIENCE,
    own_server::{OwnServer, free_port, is_root, needed, new_folder},
};

/// With one superuser, `postgres`, who needs no password.
pub struct OwnPostgres {
    server: OwnServer,
    port: u16,
}

/// A folder as `initdb` made it, to copy: that is many times as fast as making one.
static MADE: OnceLock<OwnServer> = OnceLock::new();

impl OwnPostgres {
    pub fn start() -> Self {
        let made = MADE.get_or_init(|| {
            let made = OwnServer::folder("initdb");
            give_away(&made.folder);
            let data = made.folder.join("data");
            let options = ["--username=postgres", "--auth=trust", "--encoding=UTF8", "--no-locale", "--no-sync"];
            let mut initdb = as_postgres(&needed("initdb"));
            run(initdb.args(options).arg("--pgdata").arg(data));
            made
        });
        let (folder, port) = (new_folder("postgres"), free_port());
        run(Command::new("cp").arg("-a").arg(made.folder.join("data")).arg(&folder));
        give_away(&folder);
        let mut command = as_postgres(&needed("postgres"));
        command.arg("-D").arg(folder.join("data")).args(["-p", &port.to_string()]);
        command.args(["-c", "listen_addresses=127.0.0.1", "-c", "unix_socket_directories="]);
        // What a process wrote outlives it. Only a machine that stops needs the disk to have it too, and no test does that.
        command.args(["-c", "fsync=off"]);
        let own = Self { server: OwnServer::new(folder, &command), port };
        own.start_again();
        own
    }

    /// As `pg_ctl --mode immediate restart`: every backend stops where it is, and what was committed is found back in
    /// the write-ahead log.
    pub fn restart_immediately(&self) {
        self.server.end("QUIT");
        self.start_again();
    }

    fn start_again(&self) {
        self.server.start();
        let since = Instant::now();
        while !answers(self.port) {
            assert!(since.elapsed() < 3 * PATIENCE, "PostgreSQL does not start:\n{}", self.server.log());
            thread::sleep(Duration::from_millis(10));
        }
    }

    /// Address of the server, without a database.
    pub fn url(&self) -> String {
        url(self.port)
    }
}

pub fn url(port: u16) -> String {
    format!("postgres://postgres@127.0.0.1:{port}")
}

/// Is there a PostgreSQL on this port that lets `postgres` in without a password?
pub fn answers(port: u16) -> bool {
    // The first message of the protocol: length, version 3.0, and who wants to go where. The answer to who may come in
    // begins with R, a length of eight and zero.
    let mut hello = vec![0, 0, 0, 0, 0, 3, 0, 0];
    hello.extend_from_slice(b"user\0postgres\0database\0postgres\0\0");
    hello[3] = hello.len() as u8;
    let mut answer = [0; 9];
    let mut ask = || {
        let mut line = TcpStream::connect_timeout(&SocketAddr::from((Ipv4Addr::LOCALHOST, port)), PATIENCE)?;
        line.set_read_timeout(Some(PATIENCE))?;
        line.write_all(&hello)?;
        line.read_exact(&mut answer)
    };
    ask().is_ok() && answer == *b"R\0\0\0\x08\0\0\0\0"
}

/// A program of PostgreSQL, as a user who may run it: it refuses root.
fn as_postgres(program: &Path) -> Command {
    if !is_root() {
        return Command::new(program);
    }
    let mut command = Command::new("setpriv");
    command.args(["--reuid=postgres", "--regid=postgres", "--init-groups", "--"]).arg(program);
    command
}

/// Lets the user who runs PostgreSQL write in `folder`.
fn give_away(folder: &Path) {
    if is_root() {
        run(Command::new("chown").arg("postgres").arg(folder));
    }
}

fn run(command: &mut Command) {
    let done = command.stdin(Stdio::null()).output().unwrap();
    let program = command.get_program().to_string_lossy();
    let arguments = command.get_args().collect::<Vec<_>>().join(OsStr::new(" "));
    assert!(
        done.status.success(),
        "{program} {}: {}",
        arguments.to_string_lossy(),
        String::from_utf8_lossy(&done.stderr)
    );
}
