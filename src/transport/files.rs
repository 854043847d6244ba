//! Texts as files, out and in: `GET /uitvoer/afspraken/<id>?vorm=docx&versie=<id>`,
//! `GET /uitvoer/sessies/<id>?vorm=docx` and `POST /invoer/afspraken/<id>?naam=…`.

use std::sync::Arc;

use axum::{
    Json,
    body::Bytes,
    extract::{Path, Query, State},
    http::{HeaderMap, StatusCode, header},
    response::{IntoResponse, Response},
};
use serde::Deserialize;
use serde_json::json;
use uuid::Uuid;

use super::{Hub, credentials, guard};
use crate::domain::{
    fout::{Code, Fout},
    inlezen::{self, Invoer, Proef},
    uitvoer,
};

#[derive(Deserialize)]
pub struct Wanted {
    vorm: String,
    versie: Option<String>,
}

#[derive(Deserialize)]
pub struct Incoming {
    /// The name of the file.
    naam: String,
    /// The id of the change; absent: only look.
    neem: Option<Uuid>,
}

fn refusal(fout: Fout) -> Response {
    let status = match fout.code {
        Code::NietAangemeld => StatusCode::UNAUTHORIZED,
        Code::GeenRecht => StatusCode::FORBIDDEN,
        Code::NietGevonden => StatusCode::NOT_FOUND,
        code if code.is_for_user() => StatusCode::UNPROCESSABLE_ENTITY,
        _ => StatusCode::SERVICE_UNAVAILABLE,
    };
    (status, Json(json!({ "fouten": [fout] }))).into_response()
}

/// Looks at a document, or takes it over.
pub async fn take_in(
    State(hub): State<Arc<Hub>>,
    Path(id): Path<String>,
    Query(wanted): Query<Incoming>,
    headers: HeaderMap,
    bytes: Bytes,
) -> Response {
    match taken_in(&hub, id, wanted, &headers, bytes).await {
        Ok(proef) => Json(proef).into_response(),
        Err(fout) => refusal(fout),
    }
}

async fn taken_in(
    hub: &Hub,
    afspraak: String,
    wanted: Incoming,
    headers: &HeaderMap,
    bytes: Bytes,
) -> Result<Proef, Fout> {
    if !guard::may_post(headers) {
        return Err(Fout::new(Code::GeenRecht, "Dit verzoek komt niet van een pagina van de hub."));
    }
    let who = credentials::from_headers(hub, headers).await?.ok_or_else(Fout::niet_aangemeld)?;
    let invoer = Invoer { afspraak, naam: wanted.naam, bytes: bytes.to_vec(), neem: wanted.neem };
    inlezen::lees_in(&hub.app, &who.wie(&hub.app), invoer).await
}

pub async fn agreement(
    State(hub): State<Arc<Hub>>,
    Path(id): Path<String>,
    Query(wanted): Query<Wanted>,
    headers: HeaderMap,
) -> Response {
    give(made(&hub, &id, &wanted, &headers).await)
}

pub async fn report(
    State(hub): State<Arc<Hub>>,
    Path(id): Path<String>,
    Query(wanted): Query<Wanted>,
    headers: HeaderMap,
) -> Response {
    let who = match credentials::from_headers(&hub, &headers).await {
        Ok(who) => who.ok_or_else(Fout::niet_aangemeld),
        Err(fout) => Err(fout),
    };
    give(who.and_then(|who| uitvoer::sessieverslag(&hub.app, &who.wie(&hub.app), &id, &wanted.vorm)))
}

fn give(made: Result<uitvoer::Bestand, Fout>) -> Response {
    match made {
        Ok(file) => {
            let disposition = format!("attachment; filename=\"{}\"", file.naam);
            let headers = [
                (header::CONTENT_TYPE, file.mime.to_owned()),
                (header::CONTENT_DISPOSITION, disposition),
                (header::CACHE_CONTROL, "no-store".to_owned()),
            ];
            (headers, file.bytes).into_response()
        }
        Err(fout) => refusal(fout),
    }
}

async fn made(hub: &Hub, id: &str, wanted: &Wanted, headers: &HeaderMap) -> Result<uitvoer::Bestand, Fout> {
    let who = credentials::from_headers(hub, headers).await?.ok_or_else(Fout::niet_aangemeld)?;
    uitvoer::afspraak(&hub.app, &who.wie(&hub.app), id, wanted.versie.as_deref(), &wanted.vorm).await
}
