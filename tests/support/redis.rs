//! A Redis of the tests' own, for when there is none, and for tests that break it.

use std::{
    io::{Read, Write},
    net::{Ipv4Addr, SocketAddr, TcpStream},
    process::Command,
    thread,
    time::{Duration, Instant},
};

use super::{
    PATIENCE,
    own_server::{OwnServer, free_port, needed, new_folder},
};

pub struct OwnRedis {
    server: OwnServer,
    port: u16,
}

impl OwnRedis {
    pub fn start() -> Self {
        let (folder, port) = (new_folder("redis"), free_port());
        let mut command = Command::new(needed("redis-server"));
        command.args(["--port", &port.to_string(), "--bind", "127.0.0.1", "--save", "", "--appendonly", "no"]);
        let own = Self { server: OwnServer::new(folder, &command), port };
        own.start_again();
        own
    }

    /// Ends it without a chance to say anything more.
    pub fn kill9(&self) {
        self.server.end("KILL");
    }

    /// It takes what is sent and says nothing, until it is thawed.
    pub fn freeze(&self) {
        self.server.freeze();
    }

    pub fn thaw(&self) {
        self.server.thaw();
    }

    /// Starts it, on the port it had.
    pub fn start_again(&self) {
        self.server.start();
        let since = Instant::now();
        while !answers(self.port) {
            assert!(since.elapsed() < PATIENCE, "Redis does not start:\n{}", self.server.log());
            thread::sleep(Duration::from_millis(5));
        }
    }

    pub fn url(&self) -> String {
        url(self.port)
    }
}

pub fn url(port: u16) -> String {
    format!("redis://127.0.0.1:{port}")
}

/// Is there a Redis on this port that asks no password?
pub fn answers(port: u16) -> bool {
    let mut answer = [0; 5];
    let mut ask = || {
        let mut line = TcpStream::connect_timeout(&SocketAddr::from((Ipv4Addr::LOCALHOST, port)), PATIENCE)?;
        line.set_read_timeout(Some(PATIENCE))?;
        line.write_all(b"PING\r\n")?;
        line.read_exact(&mut answer)
    };
    ask().is_ok() && answer == *b"+PONG"
}
