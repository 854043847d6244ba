//! What files have in common, in and out: who asks, how a refusal looks, how a file is handed over.

use axum::{
    Json,
    http::{HeaderMap, StatusCode, header},
    response::{IntoResponse, Response},
};
use serde::Serialize;
use serde_json::json;

use super::{
    Hub,
    credentials::{self, SignedIn},
    guard,
};
use crate::domain::{
    fout::{Code, Fout},
    uitvoer::Bestand,
};

/// Who asks for a file.
pub async fn reader(hub: &Hub, headers: &HeaderMap) -> Result<SignedIn, Fout> {
    credentials::from_headers(hub, headers).await?.ok_or_else(Fout::niet_aangemeld)
}

/// Who brings one, from a page of the hub itself.
pub async fn bringer(hub: &Hub, headers: &HeaderMap) -> Result<SignedIn, Fout> {
    if !guard::may_post(headers) {
        return Err(Fout::new(Code::GeenRecht, "Dit verzoek komt niet van een pagina van de hub."));
    }
    reader(hub, headers).await
}

/// What was found in it, or taken over.
pub fn taken(taken: Result<impl Serialize, Fout>) -> Response {
    match taken {
        Ok(proef) => Json(proef).into_response(),
        Err(fout) => refusal(fout),
    }
}

pub fn given(made: Result<Bestand, Fout>) -> Response {
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
