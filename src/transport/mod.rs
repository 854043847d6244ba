//! How bytes come in and go out. No rules of the hub's subject live here.
//!
//! - [`router`]: every route in one table. - [`server`]: listening, draining, stopping.
//! - [`graphql_http`], [`graphql_ws`], [`sse`]: the ways to speak GraphQL; all go through [`operation`]
//!   (limits first) and [`answer`] (a code and a request id in every error).
//! - [`yjs_ws`], [`yjs_connection`]: texts that are written together.
//! - [`live`]: execute once, share the bytes. - [`outlet`]: the way out to one client. - [`operations`]: what runs
//!   on one connection. - [`access`]: who has what open, so that a withdrawn right is felt at once.
//! - [`kept`]: answers as bytes, until the log says that they no longer hold.
//! - [`session`]: signing in and out. - [`credentials`]: who sends this. - [`guard`]: from where it may come.
//! - [`sheets`]: sheets that come in, and pages as sheets.
//! - [`agenda`]: the calendar of one person. - [`assets`]: the screens. - [`files`]: what people take along.
//! - [`unsubscribe`]: no more letters, with the link in one. - [`guest`]: coming into a session with a code. - [`health`]: is the hub up.

mod access;
mod agenda;
pub mod answer;
mod assets;
pub mod credentials;
mod documents;
mod exchange;
mod files;
mod graphql_http;
mod graphql_ws;
mod guard;
mod guest;
mod health;
mod kept;
mod limits;
mod live;
mod negotiation;
mod nulls;
mod operation;
mod operations;
mod outlet;
mod request_id;
pub mod router;
pub mod server;
mod session;
mod sheets;
mod sse;
mod unsubscribe;
mod ws_connection;
mod ws_frame;
mod ws_line;
mod ws_messages;
mod ws_upgrade;
mod yjs_connection;
mod yjs_ws;

use std::{sync::Arc, time::Duration};

use tokio_util::{sync::CancellationToken, task::TaskTracker};

use self::{access::Access, credentials::Known, documents::Documents, kept::Kept, live::Groups, nulls::Nulls};
use crate::{app::App, domain::beeld::Beeld, platform::change_log::live::News, schema::Schema};

/// What every handler can reach.
pub struct Hub {
    pub app: App,
    pub schema: Schema,
    pub settings: Settings,
    /// Cancelled when the hub stops: no new requests, sockets drain and close.
    pub stop: CancellationToken,
    /// Every open socket, so that stopping can wait for them.
    sockets: TaskTracker,
    groups: Groups,
    access: Access,
    known: Known,
    kept: Kept,
    documents: Documents,
    nulls: Arc<Nulls>,
}

impl Hub {
    pub fn new(app: App, schema: Schema, settings: Settings) -> Arc<Self> {
        let (stop, sockets) = (CancellationToken::new(), TaskTracker::new());
        let (groups, access, known, kept, documents) = Default::default();
        let sdl = schema.clone();
        let nulls = Arc::new(Nulls::new(move || sdl.sdl()));
        let hub =
            Arc::new(Self { app, schema, settings, stop, sockets, groups, access, known, kept, documents, nulls });
        let warned = Arc::downgrade(&hub);
        hub.app.nu().herald(move |news| {
            if let Some(hub) = warned.upgrade() {
                hub.hear(news);
            }
        });
        hub
    }

    /// Something is about to become visible: what was kept and what is open must not lag behind it.
    fn hear(&self, news: News<'_, Beeld>) {
        match news {
            News::Moment(moment) => {
                self.kept.changes(moment.event.delen(), moment.entry.seq);
                if let Some(person) = moment.event.raakt_toegang_van() {
                    self.access.hold(person, moment.entry.seq);
                }
            }
            News::Reloaded(seq) => {
                self.kept.changes(u32::MAX, seq);
                self.access.hold_all(seq);
            }
        }
    }
}

/// What the one who starts the hub decides about transport.
#[derive(Debug, Clone)]
pub struct Settings {
    /// Reachable from this machine only: then cookies need no TLS, and the demo may sign anyone in.
    pub loopback: bool,
    /// Origins, besides the hub's own, whose pages may open a socket.
    pub origins: Vec<String>,
    pub timing: Timing,
}

/// How long sockets wait for what.
#[derive(Debug, Clone, Copy)]
pub struct Timing {
    /// For `connection_init`.
    pub init: Duration,
    /// Between two pings.
    pub ping: Duration,
    /// For any sign of life.
    pub silence: Duration,
    /// For a client to take what waits for it.
    pub stall: Duration,
    /// For requests and sockets to end when the hub stops.
    pub drain: Duration,
}

impl Default for Timing {
    fn default() -> Self {
        Self {
            init: Duration::from_secs(10),
            ping: Duration::from_secs(10),
            silence: Duration::from_secs(30),
            stall: Duration::from_secs(30),
            drain: Duration::from_secs(10),
        }
    }
}
