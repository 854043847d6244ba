//! One socket as a line: frames wait in a small buffer that goes out in one write, and while the client takes
//! nothing, nothing more is made for it.

use std::task::{Context, Poll};

use axum::extract::ws::{Message, WebSocket};
use futures_util::{SinkExt, StreamExt};
use tokio::time::{Duration, Instant, timeout};
use tokio_tungstenite::tungstenite::Error as WsError;

use super::ws_messages::{Close, ToClient};

/// Bytes that may wait for the client before its operations have to.
const ROOM: usize = 64 * 1024;
/// How long a client gets to answer a close.
const FAREWELL: Duration = Duration::from_secs(1);

/// Why there is nothing more to do with a socket.
pub enum End {
    /// Say why, and close.
    Close(Close),
    /// The other side is gone.
    Gone,
}

pub struct Line {
    socket: WebSocket,
    /// Bytes written since all was last taken.
    waiting: usize,
    waiting_since: Option<Instant>,
    last_heard: Instant,
}

impl Line {
    pub fn new(socket: WebSocket) -> Self {
        Self { socket, waiting: 0, waiting_since: None, last_heard: Instant::now() }
    }

    /// May more be made for this client?
    pub fn has_room(&self) -> bool {
        self.waiting < ROOM
    }

    /// Has all been taken?
    pub fn is_clear(&self) -> bool {
        self.waiting == 0
    }

    /// For how long the client has taken nothing.
    pub fn stalled(&self) -> Duration {
        self.waiting_since.map_or(Duration::ZERO, |since| since.elapsed())
    }

    /// For how long nothing was heard.
    pub fn silent(&self) -> Duration {
        self.last_heard.elapsed()
    }

    /// Puts a message in the buffer; it goes out at the next flush.
    pub fn write(&mut self, message: &ToClient<'_>) -> Result<(), End> {
        let message = message.message().map_err(|error| {
            tracing::error!(%error, "an answer could not be written: {error}");
            End::Close(Close::TryAgain)
        })?;
        self.write_frame(message)
    }

    /// Asks for a sign of life, unless older frames still wait.
    pub fn ping(&mut self) -> Result<(), End> {
        if self.is_clear() { self.write_frame(Message::Ping(Vec::new().into())) } else { Ok(()) }
    }

    fn write_frame(&mut self, frame: Message) -> Result<(), End> {
        let size = match &frame {
            Message::Text(text) => text.len(),
            _ => 0,
        };
        self.socket.start_send_unpin(frame).map_err(|_| End::Gone)?;
        self.waiting += size + 16;
        self.waiting_since.get_or_insert_with(Instant::now);
        Ok(())
    }

    /// Sends what waits.
    pub fn poll_flush(&mut self, cx: &mut Context<'_>) -> Poll<Result<(), End>> {
        self.socket.poll_flush_unpin(cx).map(|flushed| {
            self.waiting = 0;
            self.waiting_since = None;
            flushed.map_err(|_| End::Gone)
        })
    }

    /// The next frame from the client.
    pub fn poll_read(&mut self, cx: &mut Context<'_>) -> Poll<Result<Message, End>> {
        self.socket.poll_next_unpin(cx).map(|read| {
            self.last_heard = Instant::now();
            match read {
                Some(Ok(frame)) => Ok(frame),
                Some(Err(error)) => Err(end_of(error)),
                None => Err(End::Gone),
            }
        })
    }

    /// Says why, waits a moment for the answer, and hangs up.
    pub async fn close(mut self, close: Close) {
        let farewell = async {
            if self.socket.send(close.message()).await.is_ok() {
                while let Some(Ok(_)) = self.socket.next().await {}
            }
        };
        drop(timeout(FAREWELL, farewell).await);
    }
}

fn end_of(error: axum::Error) -> End {
    let Ok(error) = error.into_inner().downcast::<WsError>() else { return End::Gone };
    match *error {
        WsError::Capacity(_) => End::Close(Close::TooBig),
        WsError::Utf8(_) => End::Close(Close::NotText),
        WsError::Protocol(tokio_tungstenite::tungstenite::error::ProtocolError::ResetWithoutClosingHandshake) => {
            End::Gone
        }
        WsError::Protocol(_) => End::Close(Close::ProtocolError),
        _ => End::Gone,
    }
}
