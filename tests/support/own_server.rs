//! A server of the tests' own, in the care of a shell that outlives nobody: when the test process is gone, also after
//! kill -9, the shell reads the end of its orders, stops the server and removes the folder.

use std::{
    env,
    io::{BufRead, BufReader, Write},
    net::TcpListener,
    os::unix::process::CommandExt,
    path::{Path, PathBuf},
    process::{Child, ChildStdin, ChildStdout, Command, Stdio},
    sync::Mutex,
};

/// Carries out one order per line, and says when it is done. An order is `start` or the name of a signal; a signal is
/// done when the server is gone, but for those that let it wait and go on.
const SHELL: &str = r#"
while read -r order; do
    case $order in
        start) "$@" </dev/null >>"$FOLDER/log" 2>&1 & pid=$! ;;
        STOP|CONT) kill -s "$order" $pid ;;
        *) kill -s "$order" $pid; wait $pid ;;
    esac
    echo done
done
if [ -n "$pid" ]; then kill -s INT $pid; wait $pid; fi
rm -rf "$FOLDER"
"#;

pub struct OwnServer {
    pub folder: PathBuf,
    shell: Child,
    orders: Mutex<Option<(ChildStdin, BufReader<ChildStdout>)>>,
}

impl OwnServer {
    /// Takes care of `folder`, and of the server that `command` will start when ordered to.
    pub fn new(folder: PathBuf, command: &Command) -> Self {
        let mut shell = Command::new("sh")
            .args(["-c", SHELL, "sh"])
            .arg(command.get_program())
            .args(command.get_args())
            .env("FOLDER", &folder)
            .env_remove("pid")
            // Ctrl-C in a terminal is for the tests; the shell hears of it when they are gone.
            .process_group(0)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let orders = shell.stdin.take().zip(shell.stdout.take().map(BufReader::new));
        Self { folder, shell, orders: Mutex::new(orders) }
    }

    /// A folder that is there as long as this process is, and no server.
    pub fn folder(name: &str) -> Self {
        Self::new(new_folder(name), &Command::new("false"))
    }

    pub fn start(&self) {
        self.order("start");
    }

    /// Sends a signal and waits until the server is gone.
    pub fn end(&self, signal: &str) {
        self.order(signal);
    }

    /// It does nothing any more, until it is thawed; what is open to it stays open.
    pub fn freeze(&self) {
        self.order("STOP");
    }

    pub fn thaw(&self) {
        self.order("CONT");
    }

    fn order(&self, order: &str) {
        let mut orders = self.orders.lock().unwrap();
        let (tell, hear) = orders.as_mut().unwrap();
        writeln!(tell, "{order}").unwrap();
        let mut said = String::new();
        hear.read_line(&mut said).unwrap();
        assert_eq!(said, "done\n", "{order}");
    }

    /// What the server wrote, for who wonders why it does not start.
    pub fn log(&self) -> String {
        std::fs::read_to_string(self.folder.join("log")).unwrap_or_default()
    }
}

impl Drop for OwnServer {
    fn drop(&mut self) {
        drop(self.orders.get_mut().unwrap().take());
        drop(self.shell.wait());
    }
}

/// A new folder, to be given into somebody's care.
pub fn new_folder(name: &str) -> PathBuf {
    tempfile::Builder::new().prefix(&format!("samenspel-{name}-")).tempdir().unwrap().keep()
}

/// A port that nobody uses at the moment.
pub fn free_port() -> u16 {
    TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port()
}

/// The program of this name: on the path, or where Debian keeps those of PostgreSQL.
pub fn installed(name: &str) -> Option<PathBuf> {
    let path = env::var_os("PATH").unwrap_or_default();
    let on_path = env::split_paths(&path).map(|folder| folder.join(name)).find(|program| program.is_file());
    on_path.or_else(|| {
        let versions = Path::new("/usr/lib/postgresql").read_dir().into_iter().flatten();
        let found = versions.filter_map(|version| Some(version.ok()?.path().join("bin").join(name)));
        found.filter(|program| program.is_file()).max()
    })
}

/// What cannot be found has to be installed first.
pub fn needed(name: &str) -> PathBuf {
    installed(name).unwrap_or_else(|| panic!("{name} is not installed: `make services` does that, or says how"))
}

/// Does this process run as root? Some servers refuse to.
pub fn is_root() -> bool {
    let asked = Command::new("id").arg("-u").output().unwrap();
    asked.stdout == b"0\n"
}

mod tests {
    use std::{
        thread,
        time::{Duration, Instant},
    };

    use super::*;
    use crate::support::{OwnRedis, PATIENCE, redis};

    /// The name of the test below, for a process of its own.
    const KEEPER: &str = "support::own_server::tests::keeps_a_redis";

    #[test]
    fn keeps_a_redis() {
        if env::var_os("KEEPS").is_none() {
            return;
        }
        let own = OwnRedis::start();
        println!("\nkeeps {}", own.url());
        thread::park();
    }

    #[test]
    fn a_server_is_gone_when_its_keeper_is_killed() {
        let mut keeper = Command::new(env::current_exe().unwrap());
        let keeper = keeper.args(["--exact", KEEPER, "--nocapture"]).env("KEEPS", "").stdout(Stdio::piped());
        let mut keeper = keeper.spawn().unwrap();
        let mut said = BufReader::new(keeper.stdout.take().unwrap()).lines().map(Result::unwrap);
        let url = said.find_map(|line| line.strip_prefix("keeps ").map(str::to_owned)).unwrap();
        let port = url.rsplit(':').next().unwrap().parse().unwrap();
        assert!(redis::answers(port));
        keeper.kill().unwrap();
        keeper.wait().unwrap();
        let since = Instant::now();
        while redis::answers(port) {
            assert!(since.elapsed() < PATIENCE, "Redis goes on without its keeper");
            thread::sleep(Duration::from_millis(5));
        }
    }
}
