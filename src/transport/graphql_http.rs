//! GraphQL over HTTP, by its specification: one operation per request.

use std::sync::Arc;

use async_graphql::parser::types::OperationType;
use axum::{
    Extension,
    body::{Body, to_bytes},
    extract::State,
    http::{HeaderMap, HeaderValue, StatusCode, Uri, header},
    response::{IntoResponse, Response},
};
use bytes::Bytes;

use super::{
    Hub,
    answer::Answer,
    credentials::{self, SignedIn},
    guard,
    kept::Key,
    limits,
    negotiation::{Media, sends_json},
    operation::{NotARequest, Operation, Sent},
    request_id::RequestId,
    sse,
};
use crate::domain::fout::{Code, Fout};

const TOO_LARGE: &str = "Het verzoek is te groot: meer dan 32 KiB.";

/// Why a request went no further.
struct Refusal {
    status: StatusCode,
    fout: Fout,
}

impl Refusal {
    fn new(status: StatusCode, code: Code, bericht: &str) -> Self {
        Self { status, fout: Fout::new(code, bericht) }
    }

    fn only_post() -> Self {
        let bericht = "Stuur GraphQL met POST; een vraag (query) mag ook met GET.";
        Self::new(StatusCode::METHOD_NOT_ALLOWED, Code::OngeldigVerzoek, bericht)
    }
}

/// A request that came in, and how it wants to be answered.
struct Exchange<'r> {
    hub: &'r Arc<Hub>,
    headers: &'r HeaderMap,
    request_id: String,
    media: Option<Media>,
}

/// By POST: anything.
pub async fn post(
    State(hub): State<Arc<Hub>>,
    Extension(request_id): Extension<RequestId>,
    headers: HeaderMap,
    body: Body,
) -> Response {
    let exchange = Exchange::new(&hub, request_id, &headers);
    exchange.post(body).await.unwrap_or_else(|refusal| exchange.refuse(refusal))
}

/// By GET: queries, which browsers and programs may keep and ask again about.
pub async fn get(
    State(hub): State<Arc<Hub>>,
    Extension(request_id): Extension<RequestId>,
    headers: HeaderMap,
    uri: Uri,
) -> Response {
    let exchange = Exchange::new(&hub, request_id, &headers);
    exchange.get(&uri).await.unwrap_or_else(|refusal| exchange.refuse(refusal))
}

/// Any other method.
pub async fn other_method(Extension(request_id): Extension<RequestId>) -> Response {
    let refusal = Refusal::only_post();
    respond(refusal.status, Media::Json, &Answer::refusal(&refusal.fout, &request_id.0.to_string()))
}

impl<'r> Exchange<'r> {
    fn new(hub: &'r Arc<Hub>, request_id: RequestId, headers: &'r HeaderMap) -> Self {
        Self { hub, headers, request_id: request_id.0.to_string(), media: Media::accepted(headers) }
    }

    async fn post(&self, body: Body) -> Result<Response, Refusal> {
        if !sends_json(self.headers) {
            let bericht = "Stuur JSON, met `Content-Type: application/json`.";
            return Err(Refusal::new(StatusCode::UNSUPPORTED_MEDIA_TYPE, Code::OngeldigVerzoek, bericht));
        }
        let media = self.accepted()?;
        if !guard::may_post(self.headers) {
            let bericht = "Stuur de kopregel `X-Samenspel: 1` mee.";
            return Err(Refusal::new(StatusCode::FORBIDDEN, Code::OngeldigVerzoek, bericht));
        }
        let body = read(body).await?;
        let who = self.who().await?;
        if let Some(response) = self.kept(media, who, &body) {
            return Ok(response);
        }
        let operation = match Operation::prepare(&self.hub.documents, Sent::from_json(&body)?) {
            Ok(operation) => operation,
            Err(fout) => return Ok(self.answered(&Answer::refusal(&fout, &self.request_id))),
        };
        if operation.kind == OperationType::Subscription && media != Media::EventStream {
            let bericht = "Een abonnement loopt over de WebSocket op dit adres, of vraagt om `text/event-stream`.";
            let fout = Fout::new(Code::OngeldigVerzoek, bericht);
            return Ok(self.answered(&Answer::refusal(&fout, &self.request_id)));
        }
        match self.required(who, &operation)? {
            Some(who) if media == Media::EventStream => Ok(sse::respond(self.hub, operation, who, &self.request_id)),
            who => Ok(self.execute(media, who, operation, body).await),
        }
    }

    async fn get(&self, uri: &Uri) -> Result<Response, Refusal> {
        let Some(asked) = uri.query() else { return Err(Refusal::only_post()) };
        let media = self.accepted().map(|media| if media == Media::EventStream { Media::Json } else { media })?;
        if asked.len() > limits::MAX_BYTES {
            return Err(Refusal::new(StatusCode::URI_TOO_LONG, Code::TeGroot, TOO_LARGE));
        }
        // No body begins like this, so the two cannot be taken for each other.
        let asked = Bytes::from(format!("?{asked}"));
        let who = self.who().await?;
        if let Some(response) = self.kept(media, who, &asked) {
            return Ok(response);
        }
        let operation = match Operation::prepare(&self.hub.documents, Sent::from_address(uri)?) {
            Ok(operation) => operation,
            Err(fout) => return Ok(self.answered(&Answer::refusal(&fout, &self.request_id))),
        };
        if operation.kind != OperationType::Query {
            return Err(Refusal::only_post());
        }
        let who = self.required(who, &operation)?;
        Ok(self.execute(media, who, operation, asked).await)
    }

    fn accepted(&self) -> Result<Media, Refusal> {
        self.media.ok_or_else(|| {
            let bericht =
                "Het antwoord is `application/graphql-response+json`, `application/json` of `text/event-stream`.";
            Refusal::new(StatusCode::NOT_ACCEPTABLE, Code::OngeldigVerzoek, bericht)
        })
    }

    async fn who(&self) -> Result<Option<SignedIn>, Refusal> {
        let who = credentials::from_headers(self.hub, self.headers).await;
        who.map_err(|fout| Refusal { status: StatusCode::SERVICE_UNAVAILABLE, fout })
    }

    /// Who asks; only questions about the schema need nobody.
    fn required(&self, who: Option<SignedIn>, operation: &Operation) -> Result<Option<SignedIn>, Refusal> {
        if who.is_none() && !operation.introspection {
            return Err(Refusal { status: StatusCode::UNAUTHORIZED, fout: Fout::niet_aangemeld() });
        }
        if let Some(who) = &who {
            operation.check(who).map_err(|fout| Refusal { status: StatusCode::FORBIDDEN, fout })?;
        }
        Ok(who)
    }

    /// The response, when this was answered before and that still is the answer.
    fn kept(&self, media: Media, who: Option<SignedIn>, request: &Bytes) -> Option<Response> {
        if media == Media::EventStream {
            return None;
        }
        let rights = who?.wie(&self.hub.app).fingerprint();
        self.hub.kept.find(&self.hub.app, &Key { request: request.clone(), rights }, media, self.headers)
    }

    async fn execute(&self, media: Media, who: Option<SignedIn>, operation: Operation, request: Bytes) -> Response {
        // Taken once: an answer must never be kept under other rights than those it was made with.
        let wie = who.map(|who| who.wie(&self.hub.app));
        let may_keep = wie.as_ref().filter(|_| operation.kind == OperationType::Query);
        let key = may_keep.map(|wie| Key { request, rights: wie.fingerprint() });
        let (answer, source) = operation.execute(self.hub, who, wie, &self.request_id).await;
        match (key, source, serde_json::to_vec(&answer)) {
            (Some(key), Some(source), Ok(body)) if answer.errors().is_empty() => {
                self.hub.kept.keep(&self.hub.app, key, source, body, media, self.headers)
            }
            _ => self.answered(&answer),
        }
    }

    fn answered(&self, answer: &Answer) -> Response {
        let status = if answer.is_refusal() { refused_status(self.media) } else { StatusCode::OK };
        respond(status, self.media_of_one(), answer)
    }

    fn refuse(&self, refusal: Refusal) -> Response {
        respond(refusal.status, self.media_of_one(), &Answer::refusal(&refusal.fout, &self.request_id))
    }

    /// What could not begin as a stream is told as JSON.
    fn media_of_one(&self) -> Media {
        self.media.filter(|media| *media != Media::EventStream).unwrap_or(Media::Json)
    }
}

async fn read(body: Body) -> Result<Bytes, Refusal> {
    let read = to_bytes(body, limits::MAX_BYTES).await;
    read.map_err(|_| Refusal::new(StatusCode::PAYLOAD_TOO_LARGE, Code::TeGroot, TOO_LARGE))
}

impl From<NotARequest> for Refusal {
    fn from(NotARequest(bericht): NotARequest) -> Self {
        Self::new(StatusCode::BAD_REQUEST, Code::OngeldigVerzoek, bericht)
    }
}

/// For what is well-formed JSON but not a GraphQL request this schema can answer.
fn refused_status(media: Option<Media>) -> StatusCode {
    if media == Some(Media::Json) { StatusCode::OK } else { StatusCode::BAD_REQUEST }
}

fn respond(status: StatusCode, media: Media, answer: &Answer) -> Response {
    let mut response = match serde_json::to_vec(answer) {
        Ok(body) => (status, [(header::CONTENT_TYPE, media.content_type())], body).into_response(),
        Err(error) => (StatusCode::INTERNAL_SERVER_ERROR, Fout::intern(error).bericht).into_response(),
    };
    if status == StatusCode::METHOD_NOT_ALLOWED {
        response.headers_mut().insert(header::ALLOW, HeaderValue::from_static("GET, POST"));
    }
    response
}
