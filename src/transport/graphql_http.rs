//! GraphQL over HTTP, by its specification: one operation per POST.

use std::sync::Arc;

use async_graphql::parser::types::OperationType;
use axum::{
    Extension,
    body::{Body, to_bytes},
    extract::State,
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use serde_json::Value;

use super::{
    Hub,
    answer::Answer,
    credentials, guard, limits,
    negotiation::{Media, sends_json},
    operation::{Operation, Sent},
    request_id::RequestId,
    sse,
};
use crate::domain::fout::{Code, Fout};

/// Why a request went no further.
struct Refusal {
    status: StatusCode,
    fout: Fout,
}

impl Refusal {
    fn new(status: StatusCode, code: Code, bericht: &str) -> Self {
        Self { status, fout: Fout::new(code, bericht) }
    }
}

pub async fn post(
    State(hub): State<Arc<Hub>>,
    Extension(request_id): Extension<RequestId>,
    headers: HeaderMap,
    body: Body,
) -> Response {
    let request_id = request_id.0.to_string();
    let media = Media::accepted(&headers);
    let (status, answer) = match answer(&hub, &request_id, media, &headers, body).await {
        Ok(Answered::Events(response)) => return response,
        Ok(Answered::Once(answer)) if answer.is_refusal() => (refused_status(media), answer),
        Ok(Answered::Once(answer)) => (StatusCode::OK, answer),
        Err(refusal) => (refusal.status, Answer::refusal(&refusal.fout, &request_id)),
    };
    // What could not begin as a stream is told as JSON.
    let media = media.filter(|media| *media != Media::EventStream).unwrap_or(Media::Json);
    respond(status, media, &answer)
}

/// How a request was answered.
enum Answered {
    Once(Answer),
    Events(Response),
}

/// Any other method.
pub async fn other_method(Extension(request_id): Extension<RequestId>) -> Response {
    let fout = Fout::new(Code::OngeldigVerzoek, "Stuur GraphQL met POST.");
    let answer = Answer::refusal(&fout, &request_id.0.to_string());
    let mut response = respond(StatusCode::METHOD_NOT_ALLOWED, Media::Json, &answer);
    response.headers_mut().insert(header::ALLOW, HeaderValue::from_static("POST"));
    response
}

async fn answer(
    hub: &Arc<Hub>,
    request_id: &str,
    media: Option<Media>,
    headers: &HeaderMap,
    body: Body,
) -> Result<Answered, Refusal> {
    if !sends_json(headers) {
        let bericht = "Stuur JSON, met `Content-Type: application/json`.";
        return Err(Refusal::new(StatusCode::UNSUPPORTED_MEDIA_TYPE, Code::OngeldigVerzoek, bericht));
    }
    if media.is_none() {
        let bericht = "Het antwoord is `application/graphql-response+json`, `application/json` of `text/event-stream`.";
        return Err(Refusal::new(StatusCode::NOT_ACCEPTABLE, Code::OngeldigVerzoek, bericht));
    }
    if !guard::may_post(headers) {
        let bericht = "Stuur de kopregel `X-Samenspel: 1` mee.";
        return Err(Refusal::new(StatusCode::FORBIDDEN, Code::OngeldigVerzoek, bericht));
    }
    let operation = match Operation::prepare(read(body).await?) {
        Ok(operation) => operation,
        Err(fout) => return Ok(Answered::Once(Answer::refusal(&fout, request_id))),
    };
    let events = media == Some(Media::EventStream);
    if operation.kind == OperationType::Subscription && !events {
        let bericht = "Een abonnement loopt over de WebSocket op dit adres, of vraagt om `text/event-stream`.";
        let fout = Fout::new(Code::OngeldigVerzoek, bericht);
        return Ok(Answered::Once(Answer::refusal(&fout, request_id)));
    }
    let who = credentials::from_headers(&hub.app, headers).await;
    let who = who.map_err(|fout| Refusal { status: StatusCode::SERVICE_UNAVAILABLE, fout })?;
    if who.is_none() && !operation.introspection {
        return Err(Refusal { status: StatusCode::UNAUTHORIZED, fout: Fout::niet_aangemeld() });
    }
    match who {
        Some(who) if events => Ok(Answered::Events(sse::respond(hub, operation, who, request_id))),
        who => Ok(Answered::Once(operation.execute(hub, who, request_id).await)),
    }
}

async fn read(body: Body) -> Result<Sent, Refusal> {
    let bytes = to_bytes(body, limits::MAX_BYTES).await.map_err(|_| {
        Refusal::new(StatusCode::PAYLOAD_TOO_LARGE, Code::TeGroot, "Het verzoek is te groot: meer dan 32 KiB.")
    })?;
    let invalid = |bericht: &str| Refusal::new(StatusCode::BAD_REQUEST, Code::OngeldigVerzoek, bericht);
    let value: Value = serde_json::from_slice(&bytes).map_err(|_| invalid("Het verzoek is geen JSON."))?;
    if !value.is_object() {
        return Err(invalid("Stuur één vraag per verzoek, als JSON-object."));
    }
    serde_json::from_value(value).map_err(|_| {
        invalid("Nodig is `query` (tekst); `operationName` is tekst, `variables` en `extensions` zijn objecten.")
    })
}

/// For what is well-formed JSON but not a GraphQL request this schema can answer.
fn refused_status(media: Option<Media>) -> StatusCode {
    if media == Some(Media::Json) { StatusCode::OK } else { StatusCode::BAD_REQUEST }
}

fn respond(status: StatusCode, media: Media, answer: &Answer) -> Response {
    match serde_json::to_vec(answer) {
        Ok(body) => (status, [(header::CONTENT_TYPE, media.content_type())], body).into_response(),
        Err(error) => (StatusCode::INTERNAL_SERVER_ERROR, Fout::intern(error).bericht).into_response(),
    }
}
