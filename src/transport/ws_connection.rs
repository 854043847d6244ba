//! One open socket: what it may do when, and who may see what comes over it.

use std::{
    future::poll_fn,
    pin::pin,
    sync::Arc,
    task::{Context, Poll},
};

use axum::extract::ws::Message;
use serde_json::{Map, Value};
use tokio::time::{Instant, sleep};
use uuid::Uuid;

use super::{
    Hub,
    answer::Answer,
    credentials::{self, SignedIn},
    operation::{Operation, Sent},
    ws_line::{End, Line},
    ws_messages::{Close, FromClient, ToClient},
    ws_operations::{self, Operations},
};
use crate::domain::fout::{Code, Fout};

pub struct Connection {
    hub: Arc<Hub>,
    line: Line,
    operations: Operations,
    /// Who the headers say it is.
    offered: Option<SignedIn>,
    greeted: bool,
    /// Who it is, once acknowledged.
    who: Option<SignedIn>,
    draining: bool,
    /// Whose turn it is, so that neither a busy client nor a busy subscription keeps the other waiting.
    client_first: bool,
    id: Uuid,
    started: u64,
}

/// What can happen on a socket.
enum Happening {
    Read(Result<Message, End>),
    Answered(String, Option<Answer>),
    Flushed(Result<(), End>),
}

impl Connection {
    pub fn new(hub: Arc<Hub>, line: Line, offered: Option<SignedIn>, id: Uuid) -> Self {
        let operations = Operations::default();
        Self {
            hub,
            line,
            operations,
            offered,
            greeted: false,
            who: None,
            draining: false,
            client_first: true,
            id,
            started: 0,
        }
    }

    pub async fn run(mut self) {
        let end = self.talk().await;
        let Self { line, operations, id, .. } = self;
        drop(operations);
        if let End::Close(close) = end {
            tracing::debug!(%id, code = close.code(), "socket {id} closed with {}", close.code());
            line.close(close).await;
        }
    }

    async fn talk(&mut self) -> End {
        let hub = self.hub.clone();
        let timing = hub.settings.timing;
        let mut head = hub.app.nu().watch();
        let mut timer = pin!(sleep(timing.init));
        let mut greeted = false;
        loop {
            if !greeted && self.who.is_some() {
                greeted = true;
                timer.as_mut().reset(Instant::now() + timing.ping);
            }
            let went = tokio::select! {
                () = hub.stop.cancelled(), if !self.draining => self.drain(),
                changed = head.changed(), if self.who.is_some() => match changed {
                    Ok(()) => self.recheck(),
                    Err(_) => Err(End::Close(Close::Restart)),
                },
                () = &mut timer => {
                    timer.as_mut().reset(Instant::now() + timing.ping);
                    self.look_around()
                }
                happening = poll_fn(|cx| self.poll(cx)) => self.handle(happening).await,
            };
            if let Err(end) = went {
                return end;
            }
            if self.draining && self.operations.is_empty() && self.line.is_clear() {
                return End::Close(Close::Restart);
            }
        }
    }

    /// Nothing new begins; what will end by itself may.
    fn drain(&mut self) -> Result<(), End> {
        self.draining = true;
        self.operations.stop_subscriptions();
        Ok(())
    }

    /// A withdrawn sign-in ends what was opened with it.
    fn recheck(&self) -> Result<(), End> {
        match self.who {
            Some(who) if !who.holds(&self.hub.app) => Err(End::Close(Close::Forbidden)),
            _ => Ok(()),
        }
    }

    fn look_around(&mut self) -> Result<(), End> {
        let timing = self.hub.settings.timing;
        if self.who.is_none() {
            return Err(End::Close(Close::InitTooLate));
        }
        if self.line.stalled() >= timing.stall {
            return Err(End::Close(Close::TryAgain));
        }
        if self.line.silent() >= timing.silence {
            return Err(End::Close(Close::Silent));
        }
        // A sign-in may also expire: nothing happens in the log then.
        self.recheck()?;
        self.line.ping()
    }

    /// Reads and makes answers while there is room for more; sends when there is nothing else to do.
    fn poll(&mut self, cx: &mut Context<'_>) -> Poll<Happening> {
        if self.line.has_room() {
            self.client_first = !self.client_first;
            let turns = if self.client_first { [true, false] } else { [false, true] };
            for client in turns {
                let happened = if client {
                    self.line.poll_read(cx).map(Happening::Read)
                } else {
                    self.operations.poll_answer(cx).map(|(id, answer)| Happening::Answered(id, answer))
                };
                if happened.is_ready() {
                    return happened;
                }
            }
        }
        if self.line.is_clear() { Poll::Pending } else { self.line.poll_flush(cx).map(Happening::Flushed) }
    }

    async fn handle(&mut self, happening: Happening) -> Result<(), End> {
        match happening {
            Happening::Flushed(flushed) => flushed,
            Happening::Answered(id, answer) => self.pass_on(&id, answer.as_ref()),
            Happening::Read(frame) => match frame? {
                Message::Text(text) => match serde_json::from_str(&text) {
                    Ok(message) => self.heard(message).await,
                    Err(_) => Err(End::Close(Close::BadMessage)),
                },
                Message::Binary(_) => Err(End::Close(Close::BadMessage)),
                // The library answers these.
                Message::Ping(_) | Message::Pong(_) | Message::Close(_) => Ok(()),
            },
        }
    }

    async fn heard(&mut self, message: FromClient) -> Result<(), End> {
        match message {
            FromClient::ConnectionInit { payload } => self.greet(payload).await,
            FromClient::Ping { payload } => self.line.write(&ToClient::Pong { payload }),
            FromClient::Pong { .. } => Ok(()),
            FromClient::Subscribe { id, payload } => self.subscribe(id, payload),
            FromClient::Complete { id } => {
                self.operations.stop(&id);
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
                    let found = credentials::from_token(&self.hub.app, token).await;
                    found.map_err(|_| End::Close(Close::TryAgain))?
                }
                None => None,
            },
        };
        self.who = who;
        if who.is_none() {
            return Err(End::Close(Close::Forbidden));
        }
        self.recheck()?;
        self.line.write(&ToClient::ConnectionAck)
    }

    fn subscribe(&mut self, id: String, sent: Sent) -> Result<(), End> {
        let Some(who) = self.who else { return Err(End::Close(Close::NoInitYet)) };
        if id.is_empty() {
            return Err(End::Close(Close::BadMessage));
        }
        if self.operations.contains(&id) {
            return Err(End::Close(Close::DuplicateId));
        }
        if self.draining {
            return Ok(());
        }
        self.started += 1;
        let request_id = format!("{}-{}", self.id, self.started);
        let begun = if self.operations.len() < ws_operations::MAX {
            Operation::prepare(sent)
        } else {
            Err(Fout::new(Code::TeVaak, "Er lopen al 50 vragen of abonnementen over deze verbinding."))
        };
        match begun {
            Ok(operation) => {
                let kind = operation.kind;
                self.operations.start(id, kind, operation.stream(&self.hub, who, request_id));
                Ok(())
            }
            Err(fout) => self.pass_on(&id, Some(&Answer::refusal(&fout, &request_id))),
        }
    }

    /// Tells the client what an operation answered; a refusal and the end are the last of it.
    fn pass_on(&mut self, id: &str, answer: Option<&Answer>) -> Result<(), End> {
        let message = match answer {
            Some(answer) if !answer.is_refusal() => return self.line.write(&ToClient::Next { id, payload: answer }),
            Some(answer) => ToClient::Error { id, payload: answer.errors() },
            None => ToClient::Complete { id },
        };
        self.operations.stop(id);
        self.line.write(&message)
    }
}
