//! Files to take along: `GET /uitvoer/afspraken/<id>?vorm=docx&versie=<id>`.

use std::sync::Arc;

use axum::{
    Json,
    extract::{Path, Query, State},
    http::{HeaderMap, StatusCode, header},
    response::{IntoResponse, Response},
};
use serde::Deserialize;
use serde_json::json;

use super::{Hub, credentials};
use crate::domain::{
    fout::{Code, Fout},
    uitvoer,
};

#[derive(Deserialize)]
pub struct Wanted {
    vorm: String,
    versie: Option<String>,
}

pub async fn agreement(
    State(hub): State<Arc<Hub>>,
    Path(id): Path<String>,
    Query(wanted): Query<Wanted>,
    headers: HeaderMap,
) -> Response {
    match made(&hub, &id, &wanted, &headers).await {
        Ok(file) => {
            let disposition = format!("attachment; filename=\"{}\"", file.naam);
            let headers = [
                (header::CONTENT_TYPE, file.mime.to_owned()),
                (header::CONTENT_DISPOSITION, disposition),
                (header::CACHE_CONTROL, "no-store".to_owned()),
            ];
            (headers, file.bytes).into_response()
        }
        Err(fout) => {
            let status = match fout.code {
                Code::NietAangemeld => StatusCode::UNAUTHORIZED,
                Code::GeenRecht => StatusCode::FORBIDDEN,
                Code::NietGevonden => StatusCode::NOT_FOUND,
                Code::OngeldigeWaarde => StatusCode::UNPROCESSABLE_ENTITY,
                _ => StatusCode::SERVICE_UNAVAILABLE,
            };
            (status, Json(json!({ "fouten": [fout] }))).into_response()
        }
    }
}

async fn made(hub: &Hub, id: &str, wanted: &Wanted, headers: &HeaderMap) -> Result<uitvoer::Bestand, Fout> {
    let who = credentials::from_headers(hub, headers).await?.ok_or_else(Fout::niet_aangemeld)?;
    uitvoer::afspraak(&hub.app, &who.wie(&hub.app), id, wanted.versie.as_deref(), &wanted.vorm).await
}
