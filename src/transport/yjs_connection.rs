//! One open socket of someone who reads or writes a text.

use std::{
    future::poll_fn,
    pin::pin,
    sync::Arc,
    task::{Context, Poll},
};

use tokio::time::{Instant, sleep};
use tokio_tungstenite::tungstenite::Message;

use super::{
    Hub,
    credentials::SignedIn,
    outlet::{Delivered, Outlet},
    ws_frame,
    ws_line::{End, Line},
    ws_messages::Close,
};
use crate::{
    domain::teksten::{self, Toegang},
    platform::documents::{
        Refusal, Seat,
        room::Way,
        wire::{self, FromClient},
    },
};

/// So often in a row someone may say things of which the beginning is missing.
const MAX_GAPS: u32 = 20;

pub struct Connection {
    hub: Arc<Hub>,
    line: Line,
    who: SignedIn,
    kind: String,
    id: String,
    toegang: Toegang,
    gaps: u32,
}

/// Straight into the socket, when nothing waits there.
struct Socket(Arc<Outlet>);

impl Way for Socket {
    fn send(&self, message: &[u8]) -> bool {
        self.0.deliver(&ws_frame::binary(message), 1) == Delivered::Yes
    }
}

enum Happening {
    Read(Result<Message, End>),
    /// Rights may have changed at this position.
    Held(i64),
    /// Something was not taken, and now there is room for it.
    Behind,
    Flushed,
    Broken,
}

impl Connection {
    pub fn new(hub: Arc<Hub>, line: Line, who: SignedIn, kind: String, id: String) -> Self {
        Self { hub, line, who, kind, id, toegang: Toegang::Geen, gaps: 0 }
    }

    pub async fn run(mut self) {
        let (hub, person, outlet) = (self.hub.clone(), self.who.persoon, self.line.outlet.clone());
        hub.access.enter(person, &outlet);
        let end = self.talk().await;
        hub.access.leave(person, &outlet);
        if let End::Close(close) = end {
            tracing::debug!(code = close.code(), "socket of a text closed with {}", close.code());
            Box::pin(self.line.close(close)).await;
        }
    }

    async fn talk(&mut self) -> End {
        // The rights may have changed since, and whoever changed them did not find this socket yet.
        if let Err(end) = self.recheck() {
            return end;
        }
        let name = format!("{}/{}", self.kind, self.id);
        let way = Arc::new(Socket(self.line.outlet.clone()));
        let (seat, greeting) = match self.hub.app.documents().open(&name, self.who.persoon.0, way).await {
            Ok(opened) => opened,
            Err(refusal) => return end_of(refusal),
        };
        greeting.iter().for_each(|message| self.say(message));
        let hub = self.hub.clone();
        let timing = hub.settings.timing;
        let mut timer = pin!(sleep(timing.ping));
        let mut present = hub.app.nu().watch();
        loop {
            let went = tokio::select! {
                () = hub.stop.cancelled() => Err(End::Close(Close::Restart)),
                () = &mut timer => {
                    timer.as_mut().reset(Instant::now() + timing.ping);
                    self.look_around()
                }
                // Who may write depends on what happens in the hub.
                Ok(()) = present.changed() => self.recheck(),
                happening = poll_fn(|cx| self.poll(cx)) => self.handle(&seat, happening).await,
            };
            if let Err(end) = went {
                return end;
            }
        }
    }

    fn say(&self, message: &[u8]) {
        self.line.outlet.write(&ws_frame::binary(message));
    }

    /// Closes when the sign-in or the right to read is gone; keeps in mind whether they may write.
    fn recheck(&mut self) -> Result<(), End> {
        if !self.who.holds(&self.hub.app) {
            return Err(End::Close(Close::Forbidden));
        }
        let world = self.hub.app.nu().present().world;
        let toegang = teksten::toegang(&world, &self.who.wie(&self.hub.app), &self.kind, &self.id);
        let lost = toegang < self.toegang;
        self.toegang = toegang;
        // A screen that could write until now must learn that it cannot: it opens the text anew.
        if toegang == Toegang::Geen || lost { Err(End::Close(Close::Forbidden)) } else { Ok(()) }
    }

    fn look_around(&mut self) -> Result<(), End> {
        let timing = self.hub.settings.timing;
        if self.line.outlet.stalled() >= timing.stall {
            return Err(End::Close(Close::TryAgain));
        }
        if self.line.silent() >= timing.silence {
            return Err(End::Close(Close::Silent));
        }
        self.recheck()?;
        self.line.ping();
        Ok(())
    }

    fn poll(&mut self, cx: &mut Context<'_>) -> Poll<Happening> {
        let outlet = self.line.outlet.clone();
        outlet.register(cx);
        if let Some(seq) = outlet.held() {
            return Poll::Ready(Happening::Held(seq));
        }
        let room = outlet.has_room();
        if room {
            if outlet.take_behind() {
                return Poll::Ready(Happening::Behind);
            }
            if let Poll::Ready(read) = self.line.poll_read(cx) {
                return Poll::Ready(Happening::Read(read));
            }
        }
        match outlet.poll_flush(cx) {
            Poll::Ready(Err(_)) => Poll::Ready(Happening::Broken),
            Poll::Ready(Ok(())) if !room => Poll::Ready(Happening::Flushed),
            Poll::Ready(Ok(())) | Poll::Pending => Poll::Pending,
        }
    }

    async fn handle(&mut self, seat: &Seat, happening: Happening) -> Result<(), End> {
        match happening {
            Happening::Flushed => Ok(()),
            Happening::Broken => Err(End::Gone),
            Happening::Behind => {
                seat.catch_up().iter().for_each(|message| self.say(message));
                Ok(())
            }
            Happening::Held(seq) => {
                self.hub.app.nu().reached(seq).await;
                self.recheck()?;
                self.line.outlet.release(seq);
                Ok(())
            }
            Happening::Read(frame) => match frame? {
                Message::Binary(message) => self.heard(seat, &message).await,
                Message::Text(_) => Err(End::Close(Close::BadMessage)),
                // The library answers these.
                Message::Ping(_) | Message::Pong(_) | Message::Close(_) | Message::Frame(_) => Ok(()),
            },
        }
    }

    async fn heard(&mut self, seat: &Seat, message: &[u8]) -> Result<(), End> {
        match wire::read(message).ok_or(End::Close(Close::BadMessage))? {
            FromClient::Step1(known) => self.say(&seat.room.since(&known)),
            FromClient::Step2(update) => self.write(seat, update, true).await?,
            FromClient::Update(update) => self.write(seat, update, false).await?,
            FromClient::Awareness(entries) => seat.aware(entries).map_err(end_of)?,
            FromClient::QueryAwareness => self.say(&seat.room.here()),
            // All that was said before it on this socket was stored before this is read.
            FromClient::Stored(which) => self.say(&wire::stored(which)),
        }
        Ok(())
    }

    async fn write(&mut self, seat: &Seat, update: &[u8], whole: bool) -> Result<(), End> {
        self.recheck()?;
        let may_write = self.toegang == Toegang::Schrijven;
        let Some(question) = seat.write(update, whole, may_write).await.map_err(end_of)? else {
            self.gaps = 0;
            return Ok(());
        };
        self.gaps += 1;
        if self.gaps > MAX_GAPS {
            return Err(End::Close(Close::BadMessage));
        }
        self.say(&question);
        Ok(())
    }
}

fn end_of(refusal: Refusal) -> End {
    End::Close(match refusal {
        Refusal::Malformed => Close::BadMessage,
        Refusal::TooBig => Close::TooBig,
        Refusal::Spoofed | Refusal::ReadOnly => Close::Forbidden,
        Refusal::Unavailable => Close::TryAgain,
    })
}
