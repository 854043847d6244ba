//! The running operations of one connection, polled by the connection's own task until they join a live group.

use std::{
    collections::HashMap,
    pin::Pin,
    sync::Arc,
    task::{Context, Poll},
};

use async_graphql::parser::types::OperationType;
use futures_util::{Stream, StreamExt};
use tokio_stream::StreamMap;

use super::{
    Hub,
    answer::Answer,
    credentials::SignedIn,
    live::{Envelope, Groups, Member, Membership, Reader},
    operation::{Answers, Operation},
    outlet::Outlet,
};
use crate::{
    domain::graphql::Wie,
    platform::change_log::{Position, follow::Cursor},
};

/// How many operations one connection may have running.
pub const MAX: usize = 50;

/// One operation: its answers, and then `None` in the place of an answer.
struct Running {
    operation: Arc<Operation>,
    answers: Answers,
}

impl Stream for Running {
    type Item = Option<Answer>;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.answers.stream.poll_next_unpin(cx).map(Some)
    }
}

/// By the id the client gave them.
pub struct Operations {
    hub: Arc<Hub>,
    outlet: Arc<Outlet>,
    who: SignedIn,
    /// The rights they run with.
    wie: Wie,
    envelope: fn(&str) -> Envelope,
    running: StreamMap<String, Running>,
    following: HashMap<String, Membership>,
    /// Has sent all it missed: joins its group as soon as the client has been told.
    caught_up: Option<String>,
    request_id: String,
}

impl Operations {
    pub fn new(
        hub: Arc<Hub>,
        outlet: Arc<Outlet>,
        who: SignedIn,
        envelope: fn(&str) -> Envelope,
        request_id: String,
    ) -> Self {
        hub.access.enter(who.persoon, &outlet);
        let wie = who.wie(&hub.app);
        let (running, following) = (StreamMap::new(), HashMap::new());
        Self { hub, outlet, who, wie, envelope, running, following, caught_up: None, request_id }
    }

    pub fn who(&self) -> SignedIn {
        self.who
    }

    pub fn len(&self) -> usize {
        self.running.len() + self.following.len()
    }

    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    pub fn contains(&self, id: &str) -> bool {
        self.running.contains_key(id) || self.following.contains_key(id)
    }

    pub fn start(&mut self, id: String, operation: Operation) {
        self.run(id, Arc::new(operation), Cursor::default());
    }

    fn run(&mut self, id: String, operation: Arc<Operation>, cursor: Cursor) {
        let request_id = format!("{}-{id}", self.request_id);
        let answers = operation.answers(&self.hub, self.who, &self.wie, request_id, Arc::new(cursor));
        self.running.insert(id, Running { operation, answers });
    }

    /// Nothing more is to come of it.
    pub fn stop(&mut self, id: &str) {
        self.running.remove(id);
        self.following.remove(id);
    }

    /// The hub stops: what will end by itself may.
    pub fn stop_subscriptions(&mut self) {
        self.following.clear();
        let endless = self.running.iter().filter(|(_, running)| running.operation.kind == OperationType::Subscription);
        for id in endless.map(|(id, _)| id.clone()).collect::<Vec<_>>() {
            self.running.remove(&id);
        }
    }

    /// The next answer of any operation; `None` when the operation came to its end: then stop it.
    ///
    /// Write the answer to the outlet before asking for the next one.
    pub fn poll_answer(&mut self, cx: &mut Context<'_>) -> Poll<(String, Option<Answer>)> {
        if let Some(id) = self.caught_up.take() {
            self.join(id);
        }
        if self.outlet.take_behind() {
            self.read_on();
        }
        match self.running.poll_next_unpin(cx) {
            Poll::Ready(Some((id, answer))) => {
                let caught_up = self
                    .running
                    .iter()
                    .any(|(known, running)| *known == id && answer.is_some() && running.answers.cursor.is_caught_up());
                self.caught_up = caught_up.then(|| id.clone());
                Poll::Ready((id, answer))
            }
            // No operations: whoever starts one polls again.
            Poll::Ready(None) | Poll::Pending => Poll::Pending,
        }
    }

    /// Gives an operation that is up to date to its live group, and what it kept back to the memory.
    fn join(&mut self, id: String) {
        let Some(Running { operation, answers }) = self.running.remove(&id) else { return };
        if self.running.is_empty() {
            // Most sockets only follow from here on: they need hold no room for more.
            self.running = StreamMap::new();
        }
        let position = answers.cursor.at();
        if answers.aanvraag.sporen.persoonlijk() {
            self.hub.groups.set_personal(&operation);
        }
        drop(answers);
        let member = Member::new(self.outlet.clone(), (self.envelope)(&id), position);
        let reader = Reader { who: self.who, wie: self.wie.clone(), member };
        match Groups::join(&self.hub, &operation, reader) {
            Some(membership) => drop(self.following.insert(id, membership)),
            None => self.run_from(id, operation, position),
        }
    }

    fn run_from(&mut self, id: String, operation: Arc<Operation>, position: i64) {
        let epoch = self.hub.app.nu().epoch();
        self.run(id, operation, Cursor::starting(Position { epoch, seq: position }));
    }

    /// Those left behind by their group read from the log again, from where they were.
    fn read_on(&mut self) {
        let behind = self.following.extract_if(|_, membership| membership.is_behind()).collect::<Vec<_>>();
        for (id, membership) in behind {
            let (operation, position) = (membership.operation().clone(), membership.position());
            drop(membership);
            self.run_from(id, operation, position);
        }
    }

    /// Looks at the rights anew; when they changed, every subscription starts again from where it was.
    pub fn refresh(&mut self) {
        let wie = self.who.wie(&self.hub.app);
        if wie.fingerprint() == self.wie.fingerprint() {
            return;
        }
        self.wie = wie;
        self.caught_up = None;
        for (id, membership) in std::mem::take(&mut self.following) {
            let (operation, position) = (membership.operation().clone(), membership.position());
            drop(membership);
            self.run_from(id, operation, position);
        }
        let open = self.running.iter().filter(|(_, running)| running.operation.kind == OperationType::Subscription);
        let open: Vec<_> =
            open.map(|(id, running)| (id.clone(), running.operation.clone(), running.answers.cursor.at())).collect();
        for (id, operation, position) in open {
            match position {
                // Not on its way yet, or not along the log: it starts as the client asked.
                0 => self.run(id, operation, Cursor::default()),
                _ => self.run_from(id, operation, position),
            }
        }
    }
}

impl Drop for Operations {
    fn drop(&mut self) {
        self.hub.access.leave(self.who.persoon, &self.outlet);
    }
}
