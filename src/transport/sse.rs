//! GraphQL over server-sent events: the protocol `graphql-sse`, one connection per operation. For networks that
//! let no WebSocket through.

use std::{
    future::poll_fn,
    pin::pin,
    sync::Arc,
    task::{Context, Poll},
};

use axum::{
    body::Body,
    http::{HeaderName, HeaderValue, header},
    response::{IntoResponse, Response},
};
use bytes::Bytes;
use futures_util::StreamExt;
use tokio::{
    sync::mpsc,
    time::{Instant, sleep, timeout},
};
use tokio_stream::wrappers::ReceiverStream;

use super::{
    Hub, answer::Answer, credentials::SignedIn, live::Envelope, negotiation::Media, operation::Operation,
    operations::Operations, outlet::Outlet,
};

/// There is one operation, so its id does not matter.
const ID: &str = "1";
/// Keeps proxies from thinking that nobody is there.
const SIGN_OF_LIFE: &[u8] = b":\n\n";
const COMPLETE: &[u8] = b"event: complete\ndata:\n\n";
/// Asks nginx not to keep events back until there is a buffer full of them.
const UNBUFFERED: (HeaderName, HeaderValue) =
    (HeaderName::from_static("x-accel-buffering"), HeaderValue::from_static("no"));

struct Stream {
    hub: Arc<Hub>,
    outlet: Arc<Outlet>,
    operations: Operations,
}

enum Happening {
    Answered(Box<Answer>),
    Ended,
    /// Rights may have changed at this position.
    Held(i64),
    /// Something waits to be sent.
    Waiting,
}

/// Answers with a stream of events.
pub fn respond(hub: &Arc<Hub>, operation: Operation, who: SignedIn, request_id: &str) -> Response {
    let outlet = Arc::new(Outlet::new(None));
    let mut operations = Operations::new(hub.clone(), outlet.clone(), who, |_| Envelope::Event, request_id.to_owned());
    operations.start(ID.to_owned(), operation);
    let (out, events) = mpsc::channel(1);
    let stream = Stream { hub: hub.clone(), outlet, operations };
    let open = hub.sockets.token();
    tokio::spawn(async move {
        stream.run(out).await;
        drop(open);
    });
    let headers = [
        (header::CONTENT_TYPE, HeaderValue::from_static(Media::EventStream.content_type())),
        (header::CACHE_CONTROL, HeaderValue::from_static("no-store")),
        UNBUFFERED,
    ];
    let body = Body::from_stream(ReceiverStream::new(events).map(Ok::<Bytes, std::convert::Infallible>));
    (headers, body).into_response()
}

impl Stream {
    /// Sends until the operation ends, the client goes or takes nothing, or the hub stops. Without the event
    /// `complete` a client knows that it should come back.
    async fn run(mut self, out: mpsc::Sender<Bytes>) {
        let timing = self.hub.settings.timing;
        let stop = self.hub.stop.clone();
        let mut timer = pin!(sleep(timing.ping));
        let mut running = true;
        while running {
            running = tokio::select! {
                () = stop.cancelled() => return,
                () = out.closed() => return,
                () = &mut timer => {
                    timer.as_mut().reset(Instant::now() + timing.ping);
                    self.outlet.write(SIGN_OF_LIFE);
                    self.recheck()
                }
                happening = poll_fn(|cx| self.poll(cx)) => self.handle(happening).await,
            };
            while let Some(bytes) = self.outlet.take() {
                let Ok(Ok(())) = timeout(timing.stall, out.send(bytes)).await else { return };
            }
        }
    }

    fn poll(&mut self, cx: &mut Context<'_>) -> Poll<Happening> {
        self.outlet.register(cx);
        if let Some(seq) = self.outlet.held() {
            return Poll::Ready(Happening::Held(seq));
        }
        if let Poll::Ready((_, answer)) = self.operations.poll_answer(cx) {
            return Poll::Ready(answer.map_or(Happening::Ended, |answer| Happening::Answered(Box::new(answer))));
        }
        if self.outlet.is_clear() { Poll::Pending } else { Poll::Ready(Happening::Waiting) }
    }

    /// Answers whether there is more to come.
    async fn handle(&mut self, happening: Happening) -> bool {
        match happening {
            Happening::Waiting => true,
            Happening::Held(seq) => {
                self.hub.app.nu().reached(seq).await;
                let holds = self.recheck();
                self.outlet.release(seq);
                holds
            }
            Happening::Answered(answer) => {
                let Ok(payload) = serde_json::to_vec(&answer) else { return false };
                let mut event = Vec::with_capacity(payload.len() + 32);
                Envelope::Event.wrap(&payload, &mut event);
                self.outlet.write(&event);
                if answer.is_refusal() {
                    self.outlet.write(COMPLETE);
                }
                !answer.is_refusal()
            }
            Happening::Ended => {
                self.outlet.write(COMPLETE);
                false
            }
        }
    }

    /// Does the sign-in still hold? Rights beyond that are the operations' to see to.
    fn recheck(&mut self) -> bool {
        if !self.operations.who().holds(&self.hub.app) {
            return false;
        }
        self.operations.refresh();
        true
    }
}
