//! Sheets in and out: `POST /invoer/contracten?naam=…` and `GET /uitvoer/contracten/<page>?vorm=xlsx`.

use std::{collections::BTreeMap, sync::Arc};

use axum::{
    body::Bytes,
    extract::{Path, Query, State},
    http::HeaderMap,
    response::Response,
};
use jiff::civil::Date;
use serde::Deserialize;
use uuid::Uuid;

use super::{
    Hub,
    exchange::{bringer, given, reader, taken},
};
use crate::domain::{
    contractwerk::{
        blad::{self, Invoer},
        uitvoer,
    },
    fout::{Code, Fout},
    logboek,
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

/// Looks at a sheet, or takes it over.
pub async fn take_in(
    State(hub): State<Arc<Hub>>,
    Query(wanted): Query<Incoming>,
    headers: HeaderMap,
    bytes: Bytes,
) -> Response {
    let proef = async {
        let who = bringer(&hub, &headers).await?;
        let keuzes: BTreeMap<String, String> = match &wanted.koppeling {
            Some(text) => serde_json::from_str(text).map_err(|_| {
                Fout::bij(Code::OngeldigeWaarde, "koppeling", "De koppeling van kolommen is niet te lezen.")
            })?,
            None => BTreeMap::new(),
        };
        let invoer = Invoer { naam: wanted.naam, bytes: bytes.to_vec(), keuzes, neem: wanted.neem };
        blad::lees_in(&hub.app, &who.wie(&hub.app), invoer).await
    };
    taken(proef.await)
}

/// A page as a file.
pub async fn give_out(
    State(hub): State<Arc<Hub>>,
    Path(page): Path<String>,
    Query(wanted): Query<Outgoing>,
    headers: HeaderMap,
) -> Response {
    let made = async {
        let who = reader(&hub, &headers).await?;
        let wie = who.wie(&hub.app);
        let lezing = logboek::lezing_van_dag(&hub.app, &wie, wanted.stand).await?;
        let keys = wanted.kolommen.as_deref().unwrap_or_default().split(',').filter(|key| !key.is_empty());
        let kolommen = uitvoer::kolommen(keys.map(str::to_owned).collect())?;
        uitvoer::maak(&hub.app, &wie, &lezing, &page, &wanted.vorm, &kolommen)
    };
    given(made.await)
}
