//! One socket as a line: frames of the client come in through the library, frames for the client go out through
//! the [`Outlet`], and while the client takes nothing, nothing more is made for it.

use std::{
    future::poll_fn,
    io,
    pin::Pin,
    sync::Arc,
    task::{Context, Poll},
};

use bytes::Bytes;
use futures_util::{FutureExt, SinkExt, StreamExt};
use tokio::{
    io::{AsyncRead, AsyncWrite, ReadBuf},
    net::TcpStream,
    time::{Duration, Instant, timeout},
};
use tokio_tungstenite::{
    WebSocketStream,
    tungstenite::{
        Error, Message,
        error::ProtocolError,
        protocol::{Role, WebSocketConfig},
    },
};

use super::{
    outlet::Outlet,
    ws_frame,
    ws_messages::{Close, ToClient},
};

/// What a client that speaks GraphQL may say at once.
pub const MAX_MESSAGE: usize = 64 * 1024;
/// Small: the library fills the whole read buffer with zeros at every read, and every idle socket has one.
const READ_BUFFER: usize = 1024;
/// How long a client gets to answer a close.
const FAREWELL: Duration = Duration::from_secs(1);

/// Why there is nothing more to do with a socket.
pub enum End {
    /// Say why, and close.
    Close(Close),
    /// The other side is gone.
    Gone,
}

/// The socket as the library sees it: it reads from it, and its own frames (a pong, a close) wait with the others.
struct Duplex {
    outlet: Arc<Outlet>,
    /// Bytes that were given to the library so far.
    given: usize,
}

impl AsyncRead for Duplex {
    fn poll_read(mut self: Pin<&mut Self>, cx: &mut Context<'_>, buffer: &mut ReadBuf<'_>) -> Poll<io::Result<()>> {
        let before = buffer.filled().len();
        let read = self.outlet.poll_read(cx, buffer);
        self.given += buffer.filled().len() - before;
        read
    }
}

impl AsyncWrite for Duplex {
    fn poll_write(self: Pin<&mut Self>, _: &mut Context<'_>, frames: &[u8]) -> Poll<io::Result<usize>> {
        self.outlet.write(frames);
        Poll::Ready(Ok(frames.len()))
    }

    fn poll_flush(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<io::Result<()>> {
        Poll::Ready(Ok(()))
    }

    fn poll_shutdown(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<io::Result<()>> {
        Poll::Ready(Ok(()))
    }
}

pub struct Line {
    socket: WebSocketStream<Duplex>,
    pub outlet: Arc<Outlet>,
    last_heard: Instant,
    config: WebSocketConfig,
    /// Bytes of the frames that came out of the library.
    taken: usize,
    /// Did the library make room for a frame that was larger than most?
    roomy: bool,
}

impl Line {
    /// `read` is what the client sent already; `max` what it may say at once.
    pub async fn new(tcp: TcpStream, read: Bytes, max: usize) -> Self {
        let outlet = Arc::new(Outlet::new(Some(tcp)));
        let config = WebSocketConfig::default()
            .read_buffer_size(READ_BUFFER)
            .write_buffer_size(0)
            .max_message_size(Some(max))
            .max_frame_size(Some(max));
        let duplex = Duplex { outlet: outlet.clone(), given: read.len() };
        // Copied: taken as it is, it keeps the whole buffer in which HTTP read the request, for as long as the socket.
        let socket = WebSocketStream::from_partially_read(duplex, read.to_vec(), Role::Server, Some(config)).await;
        Self { socket, outlet, last_heard: Instant::now(), config, taken: 0, roomy: false }
    }

    /// For how long nothing was heard.
    pub fn silent(&self) -> Duration {
        self.last_heard.elapsed()
    }

    /// Adds a message to what waits; it goes out at the next flush.
    pub fn write(&mut self, message: &ToClient<'_>) -> Result<(), End> {
        let text = serde_json::to_vec(message).map_err(|error| {
            tracing::error!(%error, "an answer could not be written: {error}");
            End::Close(Close::TryAgain)
        })?;
        let mut frame = Vec::with_capacity(text.len() + 10);
        ws_frame::text(&text, &mut frame);
        self.outlet.write(&frame);
        Ok(())
    }

    /// Asks for a sign of life, unless older frames still wait.
    pub fn ping(&mut self) {
        if self.outlet.is_clear() {
            self.outlet.write(ws_frame::PING);
        }
    }

    /// The next frame from the client.
    pub fn poll_read(&mut self, cx: &mut Context<'_>) -> Poll<Result<Message, End>> {
        let mut read = self.socket.poll_next_unpin(cx);
        if read.is_pending() && self.roomy && self.let_room_go() {
            read = self.socket.poll_next_unpin(cx);
        }
        read.map(|read| {
            self.last_heard = Instant::now();
            match read {
                Some(Ok(frame)) => {
                    self.taken += ws_frame::masked(frame.len());
                    self.roomy |= frame.len() > READ_BUFFER;
                    Ok(frame)
                }
                Some(Err(error)) => Err(end_of(&error)),
                None => Err(End::Gone),
            }
        })
    }

    /// The library keeps the room its largest frame took, for as long as the socket: begins anew with little. Only
    /// when nothing of a next frame is in there, which for a message in parts is not to be seen from here.
    fn let_room_go(&mut self) -> bool {
        self.roomy = false;
        let given = self.socket.get_ref().given;
        if given != self.taken {
            return false;
        }
        let duplex = Duplex { outlet: self.outlet.clone(), given };
        let anew = WebSocketStream::from_raw_socket(duplex, Role::Server, Some(self.config)).now_or_never();
        anew.map(|anew| self.socket = anew).is_some()
    }

    /// Says why, waits a moment for the answer, and hangs up.
    pub async fn close(mut self, close: Close) {
        let farewell = async {
            let said = self.socket.send(close.message()).await.is_ok();
            if said && poll_fn(|cx| self.outlet.poll_flush(cx)).await.is_ok() {
                while let Some(Ok(_)) = self.socket.next().await {}
            }
        };
        drop(timeout(FAREWELL, farewell).await);
    }
}

fn end_of(error: &Error) -> End {
    match error {
        Error::Capacity(_) => End::Close(Close::TooBig),
        Error::Utf8(_) => End::Close(Close::NotText),
        Error::Protocol(ProtocolError::ResetWithoutClosingHandshake) => End::Gone,
        Error::Protocol(_) => End::Close(Close::ProtocolError),
        _ => End::Gone,
    }
}

#[cfg(test)]
mod tests {
    use tokio::net::TcpListener;

    use super::*;

    async fn next(line: &mut Line) -> String {
        let Ok(frame) = poll_fn(|cx| line.poll_read(cx)).await else { panic!("the line is gone") };
        frame.into_text().unwrap().to_string()
    }

    #[tokio::test]
    async fn what_follows_a_large_message_arrives_whole_wherever_it_was_cut() {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let client = TcpStream::connect(listener.local_addr().unwrap()).await.unwrap();
        let (server, _) = listener.accept().await.unwrap();
        let mut line = Line::new(server, Bytes::new(), MAX_MESSAGE).await;
        let mut client = WebSocketStream::from_raw_socket(client, Role::Client, None).await;
        for round in 0..40 {
            let large = "groot ".repeat(1_000 + round);
            client.feed(Message::text(large.clone())).await.unwrap();
            client.feed(Message::text("klein")).await.unwrap();
            client.flush().await.unwrap();
            assert_eq!(next(&mut line).await, large);
            assert_eq!(next(&mut line).await, "klein");
            // Nothing is there now: the room goes.
            assert!(poll_fn(|cx| Poll::Ready(line.poll_read(cx).is_pending())).await);
            assert!(!line.roomy);
            client.send(Message::Ping(Bytes::from_static(b"ben je er"))).await.unwrap();
            let Ok(Message::Ping(_)) = poll_fn(|cx| line.poll_read(cx)).await else { panic!("no ping") };
        }
    }
}
