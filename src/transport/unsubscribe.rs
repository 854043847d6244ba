//! No more letters: the link in a letter is signed by the hub, and needs no sign-in. Mail programs post to it by
//! themselves when someone clicks their button; looking at it (which scanners of mail do) changes nothing.

use std::sync::Arc;

use axum::{
    Json,
    extract::{Path, State},
    http::StatusCode,
    response::{IntoResponse, Response},
};
use serde_json::json;

use super::Hub;
use crate::domain::postbus::afmelden;

pub async fn stop(State(hub): State<Arc<Hub>>, Path(signed): Path<String>) -> Response {
    match afmelden::stop(&hub.app, &signed).await {
        Ok(Some(what)) => Json(json!({ "gestopt": what })).into_response(),
        Ok(None) => {
            let bericht =
                "Deze link is niet van ons, of niet heel overgenomen. Kies bij je account hoe meldingen komen.";
            (StatusCode::NOT_FOUND, Json(json!({ "bericht": bericht }))).into_response()
        }
        Err(fout) => {
            (StatusCode::SERVICE_UNAVAILABLE, Json(json!({ "bericht": fout.bericht, "code": fout.code.name() })))
                .into_response()
        }
    }
}
