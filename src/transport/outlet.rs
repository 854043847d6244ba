//! The way out to one client: what waits for it, and who may add to it.
//!
//! The task of the connection and the [live groups](super::live) both write here. A group writes straight into the
//! socket when nothing waits; only what the client does not take at once is kept, up to [`MAX_BYTES`].

use std::{
    io,
    sync::{Mutex, MutexGuard, PoisonError},
    task::{Context, Poll, ready},
};

use bytes::Bytes;
use futures_util::task::AtomicWaker;
use tokio::{
    io::ReadBuf,
    net::TcpStream,
    time::{Duration, Instant},
};

/// What may wait for one client; beyond this it reads from the log again once it has taken what waits.
const MAX_BYTES: usize = 1024 * 1024;
const MAX_MESSAGES: usize = 256;
/// Bytes that may wait before the connection's own operations have to.
const ROOM: usize = 64 * 1024;

/// Someone's way out.
pub struct Outlet {
    /// Absent when another layer does the sending (server-sent events): then the task takes what waits.
    tcp: Option<TcpStream>,
    waiting: Mutex<Waiting>,
    /// The task of the connection.
    task: AtomicWaker,
}

#[derive(Default)]
struct Waiting {
    bytes: Vec<u8>,
    messages: usize,
    since: Option<Instant>,
    /// Position at which the rights of whoever reads here may have changed.
    held: Option<i64>,
    /// A group has left this reader behind.
    behind: bool,
    broken: bool,
}

/// What became of what a group delivered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Delivered {
    /// Sent, or waiting to be.
    Yes,
    /// Not taken: too much waits already, or rights must be looked at first.
    No,
}

impl Outlet {
    pub fn new(tcp: Option<TcpStream>) -> Self {
        Self { tcp, waiting: Mutex::default(), task: AtomicWaker::new() }
    }

    fn lock(&self) -> MutexGuard<'_, Waiting> {
        self.waiting.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Adds one message; it goes out at the next flush.
    pub fn write(&self, message: &[u8]) {
        let mut waiting = self.lock();
        waiting.keep(message, 1);
    }

    /// Sends `messages` now, as far as the client takes them. `number` is how many they are.
    pub fn deliver(&self, messages: &[u8], number: usize) -> Delivered {
        let mut waiting = self.lock();
        let full = waiting.messages + number > MAX_MESSAGES || waiting.bytes.len() + messages.len() > MAX_BYTES;
        if waiting.held.is_some() || waiting.broken || (full && !waiting.bytes.is_empty()) {
            waiting.behind = true;
            drop(waiting);
            self.task.wake();
            return Delivered::No;
        }
        let sent = match (&self.tcp, waiting.bytes.is_empty()) {
            (Some(tcp), true) => match tcp.try_write(messages) {
                Ok(sent) => sent,
                Err(error) if error.kind() == io::ErrorKind::WouldBlock => 0,
                Err(_) => {
                    waiting.broken = true;
                    messages.len()
                }
            },
            _ => 0,
        };
        if sent < messages.len() || waiting.broken {
            waiting.keep(&messages[sent..], number);
            drop(waiting);
            self.task.wake();
        }
        Delivered::Yes
    }

    /// May the connection's own operations make more?
    pub fn has_room(&self) -> bool {
        self.lock().bytes.len() < ROOM
    }

    /// Has all been taken?
    pub fn is_clear(&self) -> bool {
        self.lock().bytes.is_empty()
    }

    /// For how long the client has taken nothing of what waits.
    pub fn stalled(&self) -> Duration {
        self.lock().since.map_or(Duration::ZERO, |since| since.elapsed())
    }

    /// Nothing is delivered from here on until the rights as of position `seq` have been looked at.
    pub fn hold(&self, seq: i64) {
        let mut waiting = self.lock();
        waiting.held = waiting.held.max(Some(seq));
        drop(waiting);
        self.task.wake();
    }

    /// The position whose rights must be looked at.
    pub fn held(&self) -> Option<i64> {
        self.lock().held
    }

    /// The rights as of position `seq` have been looked at.
    pub fn release(&self, seq: i64) {
        let mut waiting = self.lock();
        waiting.held = waiting.held.filter(|held| *held > seq);
    }

    /// A group has left a reader here behind.
    pub fn set_behind(&self) {
        self.lock().behind = true;
        self.task.wake();
    }

    /// Was a reader here left behind since this was last asked?
    pub fn take_behind(&self) -> bool {
        std::mem::take(&mut self.lock().behind)
    }

    /// Lets the task of the connection know when there is something for it.
    pub fn register(&self, cx: &Context<'_>) {
        self.task.register(cx.waker());
    }

    /// Sends what waits; ready when nothing does any more. Call [`Outlet::register`] first.
    pub fn poll_flush(&self, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        let Some(tcp) = &self.tcp else { return Poll::Ready(Ok(())) };
        loop {
            let mut waiting = self.lock();
            if waiting.broken {
                return Poll::Ready(Err(io::ErrorKind::BrokenPipe.into()));
            }
            if waiting.bytes.is_empty() {
                return Poll::Ready(Ok(()));
            }
            match tcp.try_write(&waiting.bytes) {
                Ok(sent) => waiting.sent(sent),
                Err(error) if error.kind() == io::ErrorKind::WouldBlock => {
                    drop(waiting);
                    ready!(tcp.poll_write_ready(cx))?;
                }
                Err(error) => return Poll::Ready(Err(error)),
            }
        }
    }

    /// Everything that waits, for the layer that does the sending.
    pub fn take(&self) -> Option<Bytes> {
        let mut waiting = self.lock();
        if waiting.bytes.is_empty() {
            return None;
        }
        waiting.messages = 0;
        waiting.since = None;
        Some(std::mem::take(&mut waiting.bytes).into())
    }

    /// Reads from the socket this leads to.
    pub fn poll_read(&self, cx: &mut Context<'_>, buffer: &mut ReadBuf<'_>) -> Poll<io::Result<()>> {
        let Some(tcp) = &self.tcp else { return Poll::Ready(Ok(())) };
        loop {
            ready!(tcp.poll_read_ready(cx))?;
            match tcp.try_read(buffer.initialize_unfilled()) {
                Ok(read) => {
                    buffer.advance(read);
                    return Poll::Ready(Ok(()));
                }
                Err(error) if error.kind() == io::ErrorKind::WouldBlock => {}
                Err(error) => return Poll::Ready(Err(error)),
            }
        }
    }
}

impl Waiting {
    fn keep(&mut self, bytes: &[u8], messages: usize) {
        self.bytes.extend_from_slice(bytes);
        self.messages += messages;
        self.since.get_or_insert_with(Instant::now);
    }

    fn sent(&mut self, bytes: usize) {
        self.bytes.drain(..bytes);
        // Taking anything counts: a client on a slow line is not one that has gone.
        self.since = Some(Instant::now()).filter(|_| !self.bytes.is_empty());
        if self.bytes.is_empty() {
            self.messages = 0;
            // An idle client keeps no buffer.
            self.bytes = Vec::new();
        }
    }
}

#[cfg(test)]
mod tests {
    use tokio::{io::AsyncReadExt, net::TcpListener};

    use super::*;

    async fn pair() -> (Outlet, TcpStream) {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let client = TcpStream::connect(listener.local_addr().unwrap()).await.unwrap();
        let (server, _) = listener.accept().await.unwrap();
        server.writable().await.unwrap();
        (Outlet::new(Some(server)), client)
    }

    #[tokio::test]
    async fn what_is_delivered_arrives_whole_and_in_order_whatever_the_client_takes_at_a_time() {
        let (outlet, mut client) = pair().await;
        let message: Vec<u8> = (0..=255).cycle().take(200 * 1024).collect();
        let mut delivered = 0;
        while outlet.deliver(&message, 1) == Delivered::Yes {
            delivered += 1;
        }
        assert!(delivered > 4 && outlet.take_behind(), "{delivered}");
        let read = async {
            let mut all = vec![0; delivered * message.len()];
            client.read_exact(&mut all).await.unwrap();
            all
        };
        let flush = std::future::poll_fn(|cx| outlet.poll_flush(cx));
        let (all, flushed) = tokio::join!(read, flush);
        flushed.unwrap();
        assert!(all.chunks(message.len()).all(|chunk| chunk == message));
        assert!(outlet.is_clear());
    }

    #[tokio::test]
    async fn nothing_is_delivered_while_rights_are_looked_at() {
        let (outlet, _client) = pair().await;
        outlet.hold(7);
        assert_eq!(outlet.deliver(b"secret", 1), Delivered::No);
        outlet.release(6);
        assert_eq!(outlet.held(), Some(7));
        outlet.release(7);
        assert_eq!(outlet.deliver(b"fine", 1), Delivered::Yes);
    }
}
