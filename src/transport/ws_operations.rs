//! The running operations of one socket, polled by the socket's own task.

use std::{
    pin::Pin,
    task::{Context, Poll},
};

use async_graphql::parser::types::OperationType;
use futures_util::{Stream, StreamExt, stream::BoxStream};
use tokio_stream::StreamMap;

use super::answer::Answer;

/// How many operations one socket may have running.
pub const MAX: usize = 50;

/// One operation: its answers, and then `None` in the place of an answer.
struct Running {
    kind: OperationType,
    answers: BoxStream<'static, Answer>,
}

impl Stream for Running {
    type Item = Option<Answer>;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.answers.poll_next_unpin(cx).map(Some)
    }
}

/// By the id the client gave them.
#[derive(Default)]
pub struct Operations {
    running: StreamMap<String, Running>,
}

impl Operations {
    pub fn len(&self) -> usize {
        self.running.len()
    }

    pub fn is_empty(&self) -> bool {
        self.running.is_empty()
    }

    pub fn contains(&self, id: &str) -> bool {
        self.running.contains_key(id)
    }

    pub fn start(&mut self, id: String, kind: OperationType, answers: BoxStream<'static, Answer>) {
        self.running.insert(id, Running { kind, answers });
    }

    /// Nothing more is to come of it.
    pub fn stop(&mut self, id: &str) {
        self.running.remove(id);
    }

    /// The hub stops: what will end by itself may.
    pub fn stop_subscriptions(&mut self) {
        let endless = self.running.iter().filter(|(_, running)| running.kind == OperationType::Subscription);
        for id in endless.map(|(id, _)| id.clone()).collect::<Vec<_>>() {
            self.running.remove(&id);
        }
    }

    /// The next answer of any operation; `None` when the operation came to its end: then stop it.
    pub fn poll_answer(&mut self, cx: &mut Context<'_>) -> Poll<(String, Option<Answer>)> {
        match self.running.poll_next_unpin(cx) {
            Poll::Ready(Some(answer)) => Poll::Ready(answer),
            // No operations: whoever starts one polls again.
            Poll::Ready(None) | Poll::Pending => Poll::Pending,
        }
    }
}
