//! One open socket: what it may do when, and who may see what comes over it.

use std::{
    future::poll_fn,
    pin::pin,
    sync::Arc,
    task::{Context, Poll},
};

use serde_json::{Map, Value};
use tokio::time::{Instant, sleep};
use tokio_tungstenite::tungstenite::Message;
use uuid::Uuid;

use super::{
    Hub,
    answer::Answer,
    credentials::{self, SignedIn},
    live::Envelope,
    operation::{Operation, Sent},
    operations::{self, Operations},
    ws_line::{End, Line},
    ws_messages::{Close, FromClient, ToClient},
};
use crate::domain::fout::{Code, Fout};

pub struct Connection {
    hub: Arc<Hub>,
    line: Line,
    /// Who the headers say it is.
    offered: Option<SignedIn>,
    greeted: bool,
    /// What runs, once it is known who it is.
    operations: Option<Operations>,
    draining: bool,
    /// Whose turn it is, so that neither a busy client nor a busy subscription keeps the other waiting.
    client_first: bool,
    id: Uuid,
    refused: u64,
}

/// What can happen on a socket.
enum Happening {
    Read(Result<Message, End>),
    Answered(String, Option<Answer>),
    /// Rights may have changed at this position.
    Held(i64),
    Flushed,
    Broken,
    /// All that waited was sent, and the hub is stopping.
    Drained,
}

impl Connection {
    pub fn new(hub: Arc<Hub>, line: Line, offered: Option<SignedIn>, id: Uuid) -> Self {
        Self {
            hub,
            line,
            offered,
            greeted: false,
            operations: None,
            draining: false,
            client_first: true,
            id,
            refused: 0,
        }
    }

    pub async fn run(mut self) {
        let end = self.talk().await;
        let Self { line, operations, id, .. } = self;
        drop(operations);
        if let End::Close(close) = end {
            tracing::debug!(%id, code = close.code(), "socket {id} closed with {}", close.code());
            Box::pin(line.close(close)).await;
        }
    }

    async fn talk(&mut self) -> End {
        let hub = self.hub.clone();
        let timing = hub.settings.timing;
        let mut timer = pin!(sleep(timing.init));
        let mut greeted = false;
        loop {
            if !greeted && self.operations.is_some() {
                greeted = true;
                timer.as_mut().reset(Instant::now() + timing.ping);
            }
            let went = tokio::select! {
                () = hub.stop.cancelled(), if !self.draining => self.drain(),
                () = &mut timer => {
                    timer.as_mut().reset(Instant::now() + timing.ping);
                    self.look_around()
                }
                happening = poll_fn(|cx| self.poll(cx)) => self.handle(happening).await,
            };
            if let Err(end) = went {
                return end;
            }
        }
    }

    /// Nothing new begins; what will end by itself may.
    fn drain(&mut self) -> Result<(), End> {
        self.draining = true;
        if let Some(operations) = &mut self.operations {
            operations.stop_subscriptions();
        }
        Ok(())
    }

    /// A withdrawn sign-in ends what was opened with it; other rights are the operations' to see to.
    fn recheck(&mut self) -> Result<(), End> {
        let Some(operations) = &mut self.operations else { return Ok(()) };
        if !operations.who().holds(&self.hub.app) {
            return Err(End::Close(Close::Forbidden));
        }
        operations.refresh();
        Ok(())
    }

    fn look_around(&mut self) -> Result<(), End> {
        let timing = self.hub.settings.timing;
        if self.operations.is_none() {
            return Err(End::Close(Close::InitTooLate));
        }
        if self.line.outlet.stalled() >= timing.stall {
            return Err(End::Close(Close::TryAgain));
        }
        if self.line.silent() >= timing.silence {
            return Err(End::Close(Close::Silent));
        }
        // A sign-in or a role may also expire: nothing happens in the log then.
        self.recheck()?;
        self.line.ping();
        Ok(())
    }

    /// Reads and makes answers while there is room for more; sends when there is nothing else to do.
    fn poll(&mut self, cx: &mut Context<'_>) -> Poll<Happening> {
        self.line.outlet.register(cx);
        if let Some(seq) = self.line.outlet.held() {
            return Poll::Ready(Happening::Held(seq));
        }
        let room = self.line.outlet.has_room();
        if room {
            self.client_first = !self.client_first;
            let turns = if self.client_first { [true, false] } else { [false, true] };
            for client in turns {
                let happened = match &mut self.operations {
                    _ if client => self.line.poll_read(cx).map(Happening::Read),
                    Some(operations) => operations.poll_answer(cx).map(|(id, answer)| Happening::Answered(id, answer)),
                    None => Poll::Pending,
                };
                if happened.is_ready() {
                    return happened;
                }
            }
        }
        match self.line.outlet.poll_flush(cx) {
            Poll::Ready(Err(_)) => Poll::Ready(Happening::Broken),
            Poll::Ready(Ok(())) if self.draining && self.operations.as_ref().is_none_or(Operations::is_empty) => {
                Poll::Ready(Happening::Drained)
            }
            // There is room again: what was not polled for lack of it must be.
            Poll::Ready(Ok(())) if !room => Poll::Ready(Happening::Flushed),
            Poll::Ready(Ok(())) | Poll::Pending => Poll::Pending,
        }
    }

    async fn handle(&mut self, happening: Happening) -> Result<(), End> {
        match happening {
            Happening::Flushed => Ok(()),
            Happening::Broken => Err(End::Gone),
            Happening::Drained => Err(End::Close(Close::Restart)),
            Happening::Held(seq) => {
                self.hub.app.nu().reached(seq).await;
                self.recheck()?;
                self.line.outlet.release(seq);
                Ok(())
            }
            Happening::Answered(id, answer) => self.pass_on(&id, answer.as_ref()),
            Happening::Read(frame) => match frame? {
                Message::Text(text) => match serde_json::from_str(&text) {
                    Ok(message) => self.heard(message).await,
                    Err(_) => Err(End::Close(Close::BadMessage)),
                },
                Message::Binary(_) => Err(End::Close(Close::BadMessage)),
                // The library answers these.
                Message::Ping(_) | Message::Pong(_) | Message::Close(_) | Message::Frame(_) => Ok(()),
            },
        }
    }

    async fn heard(&mut self, message: FromClient) -> Result<(), End> {
        match message {
            // Boxed: it happens once, and an idle socket should not hold room for it.
            FromClient::ConnectionInit { payload } => Box::pin(self.greet(payload)).await,
            FromClient::Ping { payload } => self.line.write(&ToClient::Pong { payload }),
            FromClient::Pong { .. } => Ok(()),
            FromClient::Subscribe { id, payload } => self.subscribe(id, payload),
            FromClient::Complete { id } => {
                if let Some(operations) = &mut self.operations {
                    operations.stop(&id);
                }
                Ok(())
            }
        }
    }

    async fn greet(&mut self, payload: Option<Map<String, Value>>) -> Result<(), End> {
        if self.greeted {
            return Err(End::Close(Close::TooManyInits));
        }
        self.greeted = true;
        let authorization = payload.as_ref().and_then(|payload| payload.get("Authorization"));
        let who = match authorization {
            None => self.offered,
            Some(value) => match value.as_str().and_then(credentials::token_of) {
                Some(token) => {
                    let found = credentials::from_token(&self.hub, token).await;
                    found.map_err(|_| End::Close(Close::TryAgain))?
                }
                None => None,
            },
        };
        let who = who.filter(|who| who.holds(&self.hub.app)).ok_or(End::Close(Close::Forbidden))?;
        let (hub, outlet) = (self.hub.clone(), self.line.outlet.clone());
        self.operations = Some(Operations::new(hub, outlet, who, Envelope::frame, self.id.to_string()));
        // The rights may have changed since, and whoever changed them did not find this socket yet.
        self.recheck()?;
        self.line.write(&ToClient::ConnectionAck)
    }

    fn subscribe(&mut self, id: String, sent: Sent) -> Result<(), End> {
        let Some(operations) = &mut self.operations else { return Err(End::Close(Close::NoInitYet)) };
        if id.is_empty() {
            return Err(End::Close(Close::BadMessage));
        }
        if operations.contains(&id) {
            return Err(End::Close(Close::DuplicateId));
        }
        if self.draining {
            return Ok(());
        }
        let begun = if operations.len() < operations::MAX {
            Operation::prepare(&self.hub.documents, sent)
                .and_then(|operation| operation.check(&operations.who()).map(|()| operation))
        } else {
            Err(Fout::new(Code::TeVaak, "Er lopen al 50 vragen of abonnementen over deze verbinding."))
        };
        match begun {
            Ok(operation) => {
                operations.start(id, operation);
                Ok(())
            }
            Err(fout) => {
                self.refused += 1;
                let request_id = format!("{}-{}", self.id, self.refused);
                self.pass_on(&id, Some(&Answer::refusal(&fout, &request_id)))
            }
        }
    }

    /// Tells the client what an operation answered; a refusal and the end are the last of it.
    fn pass_on(&mut self, id: &str, answer: Option<&Answer>) -> Result<(), End> {
        let message = match answer {
            Some(answer) if !answer.is_refusal() => return self.line.write(&ToClient::Next { id, payload: answer }),
            Some(answer) => ToClient::Error { id, payload: answer.errors() },
            None => ToClient::Complete { id },
        };
        if let Some(operations) = &mut self.operations {
            operations.stop(id);
        }
        self.line.write(&message)
    }
}
