//! The limits: servers that do only what cannot be left out, as well as we can write them. Each runs as a process of
//! its own on the core where the hub would run.

mod commit;
mod fanout;
mod http;
mod kaart;
mod lines;
mod relay;
mod tables;

use std::{path::Path, process::Command};

pub use commit::{group_commit, one_thread};

use crate::process::{Process, SERVER_CORE, on_core};

/// What `--bare <name> …` runs; does not come back, except when it counts.
pub fn run(args: &[String]) {
    let rest: Vec<&str> = args[1..].iter().map(String::as_str).collect();
    match (args[0].as_str(), rest.as_slice()) {
        ("fanout", [frame]) => fanout::serve(Path::new(frame), None),
        ("fanout", [frame, store]) => fanout::serve(Path::new(frame), Some(store)),
        ("relay", []) => relay::serve(None),
        ("relay", [store]) => relay::serve(Some(store)),
        ("http", answers) => http::serve(answers),
        ("commit", [store, body]) => commit::serve(store, Path::new(body)),
        ("group-commit", [store, clients, seconds]) => commit::count(store, clients, seconds),
        _ => panic!("no bare server: {args:?}"),
    }
}

fn command(args: &[&str]) -> Command {
    let me = std::env::current_exe().unwrap();
    let mut command = on_core(SERVER_CORE, me.to_str().unwrap());
    command.arg("--bare").args(args);
    command
}

/// Starts a bare server.
pub fn start(args: &[&str]) -> Process {
    Process::start(command(args))
}
