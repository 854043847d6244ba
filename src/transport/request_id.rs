//! An id and one log line for every request; what goes wrong inside never leaks out.

use std::{panic::AssertUnwindSafe, time::Instant};

use axum::{
    extract::{MatchedPath, Request},
    http::{HeaderValue, StatusCode},
    middleware::Next,
    response::{IntoResponse, Response},
};
use futures_util::FutureExt;
use tracing::Instrument;
use uuid::Uuid;

use crate::domain::fout::Fout;

/// By which a user's report and a log line find each other.
#[derive(Debug, Clone, Copy)]
pub struct RequestId(pub Uuid);

/// Gives the request an id, answers with it, and logs one line: never a body, an address or a secret.
pub async fn track(mut request: Request, next: Next) -> Response {
    let id = RequestId(Uuid::now_v7());
    request.extensions_mut().insert(id);
    let method = request.method().clone();
    // The pattern, not the address: what people put in an address is theirs.
    let route =
        request.extensions().get::<MatchedPath>().map_or_else(|| "scherm".into(), |path| path.as_str().to_owned());
    let span = tracing::info_span!("verzoek", id = %id.0);
    let begin = Instant::now();
    let answered = AssertUnwindSafe(next.run(request)).catch_unwind().instrument(span.clone()).await;
    let mut response = answered.unwrap_or_else(|_| {
        let _in = span.enter();
        let fout = Fout::intern("a handler panicked");
        (StatusCode::INTERNAL_SERVER_ERROR, fout.bericht).into_response()
    });
    let (status, micros) = (response.status().as_u16(), begin.elapsed().as_micros() as u64);
    span.in_scope(|| match status {
        500.. => tracing::warn!(%method, route, status, micros, "{method} {route} → {status} in {micros} µs"),
        _ => tracing::debug!(%method, route, status, micros, "{method} {route} → {status} in {micros} µs"),
    });
    if let Ok(value) = HeaderValue::from_str(&id.0.to_string()) {
        response.headers_mut().insert("x-request-id", value);
    }
    response
}
