//! One reader of a live group.

use std::sync::{
    Arc,
    atomic::{AtomicBool, AtomicI64, Ordering},
};

use bytes::Bytes;

use super::{
    super::outlet::{Delivered, Outlet},
    Envelope,
};

/// One event, serialised once for all.
#[derive(Clone)]
pub struct Payload {
    pub seq: i64,
    pub bytes: Bytes,
}

/// A way out, an envelope, and how far it is.
pub struct Member {
    outlet: Arc<Outlet>,
    envelope: Envelope,
    position: AtomicI64,
    behind: AtomicBool,
}

impl Member {
    /// A reader who has everything up to `position`.
    pub fn new(outlet: Arc<Outlet>, envelope: Envelope, position: i64) -> Self {
        Self { outlet, envelope, position: AtomicI64::new(position), behind: AtomicBool::new(false) }
    }

    /// Everything up to here was delivered.
    pub fn position(&self) -> i64 {
        self.position.load(Ordering::Acquire)
    }

    /// Does the group no longer deliver to this reader?
    pub fn is_behind(&self) -> bool {
        self.behind.load(Ordering::Acquire)
    }

    /// Sends what this reader does not have yet, in one write, and answers how many messages that was; or leaves the
    /// reader behind.
    pub fn deliver<'p>(&self, payloads: impl Iterator<Item = &'p Payload>, scratch: &mut Vec<u8>) -> usize {
        if self.is_behind() {
            return 0;
        }
        scratch.clear();
        let position = self.position();
        let (mut number, mut last) = (0, position);
        for payload in payloads.filter(|payload| payload.seq > position) {
            self.envelope.wrap(&payload.bytes, scratch);
            (number, last) = (number + 1, payload.seq);
        }
        if number == 0 {
            return 0;
        }
        match self.outlet.deliver(scratch, number) {
            Delivered::Yes => {
                self.position.store(last, Ordering::Release);
                number
            }
            Delivered::No => {
                self.behind.store(true, Ordering::Release);
                0
            }
        }
    }

    /// The group has come to its end: the reader has to see for itself.
    pub fn leave_behind(&self) {
        self.behind.store(true, Ordering::Release);
        self.outlet.set_behind();
    }
}
