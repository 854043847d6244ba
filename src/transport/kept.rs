//! Answers kept as bytes: who asks the same with the same rights gets them again, until something happens to the
//! parts of the state they show. The log says so, before anyone can see it.

use std::{
    io::Write,
    sync::{
        Arc, OnceLock,
        atomic::{AtomicI64, Ordering},
    },
};

use axum::{
    http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use bytes::Bytes;
use flate2::{Compression, write::GzEncoder};
use jiff::civil::Date;
use moka::sync::Cache;
use sha2::{Digest, Sha256};

use super::negotiation::{Media, takes_gzip};
use crate::{app::App, platform::change_log::Position};

/// What all answers together may take.
const MAX_BYTES: u64 = 64 * 1024 * 1024;
/// A client resumes from the position in its answer: an answer that lies further back would have it read again.
const MAX_BEHIND: i64 = 5_000;
/// Smaller answers cost more to compress than they gain.
const WORTH_COMPRESSING: usize = 1024;
/// Browsers may keep an answer, and ask each time whether it still is the one.
const ASK_AGAIN: HeaderValue = HeaderValue::from_static("private, no-cache");
const DEPENDS_ON: HeaderValue = HeaderValue::from_static("accept, accept-encoding, cookie, authorization");

/// What makes two requests the same: every byte that was sent, and what the asker may do.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Key {
    pub request: Bytes,
    pub rights: String,
}

/// What an answer was made from.
pub struct Source {
    pub position: Position,
    /// Parts of the state, as a set of bits.
    pub parts: u32,
    pub day: Date,
}

/// The answers of one node.
pub struct Kept {
    answers: Cache<Key, Arc<Answer>>,
    /// Position of the last event that changed each part of the state.
    changed: [AtomicI64; u32::BITS as usize],
}

struct Answer {
    source: Source,
    body: Bytes,
    /// Made when someone first asks for it.
    gzip: OnceLock<Bytes>,
    etag: HeaderValue,
}

impl Default for Kept {
    fn default() -> Self {
        let weight = |key: &Key, answer: &Arc<Answer>| {
            u32::try_from(key.request.len() + key.rights.len() + answer.body.len() * 4 / 3).unwrap_or(u32::MAX)
        };
        let answers = Cache::builder().max_capacity(MAX_BYTES).weigher(weight).build();
        Self { answers, changed: [const { AtomicI64::new(0) }; u32::BITS as usize] }
    }
}

impl Kept {
    /// Something is about to change these parts of the state. Call it before anyone can see it.
    pub fn changes(&self, parts: u32, seq: i64) {
        for (part, changed) in self.changed.iter().enumerate() {
            if parts & (1 << part) != 0 {
                changed.fetch_max(seq, Ordering::AcqRel);
            }
        }
    }

    /// The answer to this request, if it still is the one, as the response to these headers.
    pub fn find(&self, app: &App, key: &Key, media: Media, headers: &HeaderMap) -> Option<Response> {
        let answer = self.answers.get(key)?;
        if !self.holds(&answer.source, app) {
            return None;
        }
        app.metrics().cache_hits.inc();
        Some(answer.respond(media, headers))
    }

    /// Keeps an answer; gives the response to these headers.
    pub fn keep(
        &self,
        app: &App,
        key: Key,
        source: Source,
        body: Vec<u8>,
        media: Media,
        headers: &HeaderMap,
    ) -> Response {
        app.metrics().cache_misses.inc();
        let answer = Arc::new(Answer::new(source, body));
        self.answers.insert(key, answer.clone());
        answer.respond(media, headers)
    }

    fn holds(&self, source: &Source, app: &App) -> bool {
        // The position first: what changes while we look has then been told already.
        let now = app.nu().present().position;
        let untouched = |(part, changed): (usize, &AtomicI64)| {
            source.parts & (1 << part) == 0 || changed.load(Ordering::Acquire) <= source.position.seq
        };
        source.position.epoch == now.epoch
            && now.seq - source.position.seq <= MAX_BEHIND
            && source.day == app.clock().today()
            && self.changed.iter().enumerate().all(untouched)
    }
}

impl Answer {
    fn new(source: Source, body: Vec<u8>) -> Self {
        let digest = Sha256::digest(&body);
        let tag: String = digest.iter().take(16).map(|byte| format!("{byte:02x}")).collect();
        // Weak: compressed or not, it says the same.
        let etag = HeaderValue::try_from(format!("W/\"{tag}\"")).unwrap_or(HeaderValue::from_static("W/\"\""));
        Self { source, body: body.into(), gzip: OnceLock::new(), etag }
    }

    fn respond(&self, media: Media, headers: &HeaderMap) -> Response {
        let about = [(header::ETAG, self.etag.clone()), (header::CACHE_CONTROL, ASK_AGAIN), (header::VARY, DEPENDS_ON)];
        if is_known(headers, &self.etag) {
            return (StatusCode::NOT_MODIFIED, about).into_response();
        }
        let content_type: (HeaderName, HeaderValue) =
            (header::CONTENT_TYPE, HeaderValue::from_static(media.content_type()));
        if self.body.len() < WORTH_COMPRESSING || !takes_gzip(headers) {
            return (about, [content_type], self.body.clone()).into_response();
        }
        let encoding = (header::CONTENT_ENCODING, HeaderValue::from_static("gzip"));
        let body = self.gzip.get_or_init(|| compress(&self.body));
        (about, [content_type, encoding], body.clone()).into_response()
    }
}

/// Does the client have this answer already? Only with GET is there a status to say so.
fn is_known(headers: &HeaderMap, etag: &HeaderValue) -> bool {
    let tags = headers.get_all(header::IF_NONE_MATCH).into_iter().filter_map(|value| value.to_str().ok());
    let own = etag.to_str().unwrap_or_default();
    tags.flat_map(|value| value.split(',')).any(|tag| tag.trim() == own)
}

fn compress(body: &[u8]) -> Bytes {
    let mut encoder = GzEncoder::new(Vec::with_capacity(body.len() / 4), Compression::new(6));
    // Writing to memory does not fail.
    drop(encoder.write_all(body));
    encoder.finish().unwrap_or_default().into()
}
