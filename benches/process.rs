//! Processes: on which core they run, what they use, and that they end.

use std::{
    fs,
    io::{BufRead, BufReader},
    net::SocketAddr,
    process::{Child, Command, Stdio},
    time::Duration,
};

/// The core of what is measured.
pub const SERVER_CORE: &str = "0";
/// The core of the load.
pub const CLIENT_CORE: &str = "1";
/// Set in a process that was put on a core already.
const PINNED: &str = "SAMENSPEL_BENCH_CORE";

/// A kernel counts processor time in hundredths of a second.
const TICK: Duration = Duration::from_millis(10);

pub fn cores() -> usize {
    // Not available_parallelism: that is one as soon as we are pinned.
    fs::read_to_string("/proc/cpuinfo").map_or(1, |text| text.matches("processor\t").count().max(1))
}

/// Can servers and load have a core each?
pub fn can_pin() -> bool {
    cores() > 1 && Command::new("taskset").arg("-V").stdout(Stdio::null()).status().is_ok_and(|status| status.success())
}

/// `program`, on this core when cores can be shared out.
pub fn on_core(core: &str, program: &str) -> Command {
    if !can_pin() {
        return Command::new(program);
    }
    let mut command = Command::new("taskset");
    command.args(["-c", core, program]).env(PINNED, core);
    command
}

/// Runs this program again on the client's core; `None` when it is there already, or cannot be.
pub fn moved_to_client_core() -> Option<i32> {
    if std::env::var_os(PINNED).is_some() || !can_pin() {
        return None;
    }
    let me = std::env::current_exe().unwrap();
    let status = on_core(CLIENT_CORE, me.to_str().unwrap()).args(std::env::args_os().skip(1)).status().unwrap();
    Some(status.code().unwrap_or(1))
}

/// A server in a process of its own, on the server's core; ends with this value.
pub struct Process {
    child: Child,
    pub address: SocketAddr,
}

impl Process {
    /// Starts it, and waits until it says `http://address` on its first line.
    pub fn start(mut command: Command) -> Self {
        let mut child = command.stdin(Stdio::null()).stdout(Stdio::piped()).spawn().unwrap();
        let mut line = String::new();
        BufReader::new(child.stdout.take().unwrap()).read_line(&mut line).unwrap();
        let address = line.trim().strip_prefix("http://").unwrap_or_else(|| panic!("no address: {line}"));
        Self { address: address.parse().unwrap(), child }
    }

    /// Processor time of all threads so far, of the program and of the kernel on its behalf.
    pub fn cpu(&self) -> Duration {
        let stat = fs::read_to_string(format!("/proc/{}/stat", self.child.id())).unwrap();
        let fields: Vec<&str> = stat.rsplit(')').next().unwrap_or_default().split_whitespace().collect();
        let ticks: u32 = fields[11..13].iter().map(|field| field.parse::<u32>().unwrap()).sum();
        TICK * ticks
    }

    /// Resident memory, in bytes.
    pub fn resident(&self) -> f64 {
        let status = fs::read_to_string(format!("/proc/{}/status", self.child.id())).unwrap();
        let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:")).unwrap();
        line.trim().trim_end_matches(" kB").trim().parse::<f64>().unwrap() * 1024.0
    }

    /// Asks it to stop, and waits until it has.
    pub fn stop(mut self) {
        let asked = Command::new("kill").args(["-TERM", &self.child.id().to_string()]).status().unwrap();
        assert!(asked.success());
        self.child.wait().unwrap();
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        drop(self.child.kill());
        drop(self.child.wait());
    }
}
