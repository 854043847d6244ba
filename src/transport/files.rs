//! Texts as files, out and in: `GET /uitvoer/afspraken/<id>?vorm=docx&versie=<id>`,
//! `GET /uitvoer/sessies/<id>?vorm=docx` and `POST /invoer/afspraken/<id>?naam=…`.

use std::sync::Arc;

use axum::{
    body::Bytes,
    extract::{Path, Query, State},
    http::HeaderMap,
    response::Response,
};
use serde::Deserialize;
use uuid::Uuid;

use super::{
    Hub,
    exchange::{bringer, given, reader, taken},
};
use crate::domain::{
    inlezen::{self, Invoer},
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

/// Looks at a document, or takes it over.
pub async fn take_in(
    State(hub): State<Arc<Hub>>,
    Path(id): Path<String>,
    Query(wanted): Query<Incoming>,
    headers: HeaderMap,
    bytes: Bytes,
) -> Response {
    let proef = async {
        let who = bringer(&hub, &headers).await?;
        let invoer = Invoer { afspraak: id, naam: wanted.naam, bytes: bytes.to_vec(), neem: wanted.neem };
        inlezen::lees_in(&hub.app, &who.wie(&hub.app), invoer).await
    };
    taken(proef.await)
}

pub async fn agreement(
    State(hub): State<Arc<Hub>>,
    Path(id): Path<String>,
    Query(wanted): Query<Wanted>,
    headers: HeaderMap,
) -> Response {
    let made = async {
        let who = reader(&hub, &headers).await?;
        uitvoer::afspraak(&hub.app, &who.wie(&hub.app), &id, wanted.versie.as_deref(), &wanted.vorm).await
    };
    given(made.await)
}

pub async fn report(
    State(hub): State<Arc<Hub>>,
    Path(id): Path<String>,
    Query(wanted): Query<Wanted>,
    headers: HeaderMap,
) -> Response {
    let made = async {
        let who = reader(&hub, &headers).await?;
        uitvoer::sessieverslag(&hub.app, &who.wie(&hub.app), &id, &wanted.vorm)
    };
    given(made.await)
}
