//! Sheets in and out: `POST /invoer/contracten?naam=…` and `GET /uitvoer/contracten/<page>?vorm=xlsx`.

use std::{collections::BTreeMap, sync::Arc};

use axum::{
    Json,
    body::Bytes,
    extract::{Path, Query, State},
    http::{HeaderMap, StatusCode, header},
    response::{IntoResponse, Response},
};
use jiff::civil::Date;
use serde::Deserialize;
use serde_json::json;
use uuid::Uuid;

use super::{Hub, credentials, guard};
use crate::domain::{
    contractwerk::{
        blad::{self, Invoer, Proef},
        uitvoer,
    },
    fout::{Code, Fout},
    logboek, uitvoer as files,
};

#[derive(Deserialize)]
pub struct Incoming {
    /// The name of the file.
    naam: String,
    /// The id of the change; absent: only look.
    neem: Option<Uuid>,
    /// Fields by column, as JSON: `{"B": "einde"}`.
    koppeling: Option<String>,
}

#[derive(Deserialize)]
pub struct Outgoing {
    vorm: String,
    kolommen: Option<String>,
    stand: Option<Date>,
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

/// Looks at a sheet, or takes it over.
pub async fn take_in(
    State(hub): State<Arc<Hub>>,
    Query(wanted): Query<Incoming>,
    headers: HeaderMap,
    bytes: Bytes,
) -> Response {
    match taken_in(&hub, wanted, &headers, bytes).await {
        Ok(proef) => Json(proef).into_response(),
        Err(fout) => refusal(fout),
    }
}

async fn taken_in(hub: &Hub, wanted: Incoming, headers: &HeaderMap, bytes: Bytes) -> Result<Proef, Fout> {
    if !guard::may_post(headers) {
        return Err(Fout::new(Code::GeenRecht, "Dit verzoek komt niet van een pagina van de hub."));
    }
    let who = credentials::from_headers(hub, headers).await?.ok_or_else(Fout::niet_aangemeld)?;
    let keuzes: BTreeMap<String, String> = match &wanted.koppeling {
        Some(text) => serde_json::from_str(text).map_err(|_| {
            Fout::bij(Code::OngeldigeWaarde, "koppeling", "De koppeling van kolommen is niet te lezen.")
        })?,
        None => BTreeMap::new(),
    };
    let invoer = Invoer { naam: wanted.naam, bytes: bytes.to_vec(), keuzes, neem: wanted.neem };
    blad::lees_in(&hub.app, &who.wie(&hub.app), invoer).await
}

/// A page as a file.
pub async fn give_out(
    State(hub): State<Arc<Hub>>,
    Path(page): Path<String>,
    Query(wanted): Query<Outgoing>,
    headers: HeaderMap,
) -> Response {
    match given_out(&hub, &page, &wanted, &headers).await {
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

async fn given_out(hub: &Hub, page: &str, wanted: &Outgoing, headers: &HeaderMap) -> Result<files::Bestand, Fout> {
    let who = credentials::from_headers(hub, headers).await?.ok_or_else(Fout::niet_aangemeld)?;
    let wie = who.wie(&hub.app);
    let lezing = logboek::lezing_van_dag(&hub.app, &wie, wanted.stand).await?;
    let keys = wanted.kolommen.as_deref().unwrap_or_default().split(',').filter(|key| !key.is_empty());
    let kolommen = uitvoer::kolommen(keys.map(str::to_owned).collect())?;
    uitvoer::maak(&hub.app, &wie, &lezing, page, &wanted.vorm, &kolommen)
}
