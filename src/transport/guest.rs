//! Coming into a session with a code: who is let in gets a secret of their own, good for that session only. Pages send it
//! along themselves, so that it never mixes with a sign-in in the same browser.

use std::{net::SocketAddr, sync::Arc};

use axum::{
    Json,
    extract::{ConnectInfo, Path, State, rejection::JsonRejection},
    response::{IntoResponse, Response},
};
use serde::{Deserialize, Serialize};
use serde_json::json;

use super::{Hub, credentials::GUEST, session::Refusal};
use crate::{
    domain::{
        command::{Actor, execute},
        fout::{Code, Fout},
        organisatie::GemeenteId,
        sessies::{Achterban, code_gelezen, commands::NeemDeel},
    },
    platform::{graphql::relay, secrets},
};

#[derive(Serialize)]
struct Gemeente {
    id: String,
    naam: String,
}

/// `GET /meedoen/{code}/sessie`: what one is about to take part in.
pub async fn look(
    State(hub): State<Arc<Hub>>,
    ConnectInfo(address): ConnectInfo<SocketAddr>,
    Path(code): Path<String>,
) -> Result<Response, Refusal> {
    hub.app.attempts().may_try_code(address.ip()).map_err(Refusal::too_often)?;
    let world = hub.app.nu().present().world;
    let (code, now) = (code_gelezen(&code), hub.app.clock().now());
    let found = world.sessies.borden.values().find(|board| board.sessie.gaat_open(&code, now));
    let Some(board) = found else {
        hub.app.attempts().wrong_code(address.ip());
        return Err(wrong().into());
    };
    let mut gemeenten: Vec<_> = world
        .organisatie
        .gemeenten
        .values()
        .map(|gemeente| Gemeente {
            id: relay::global_id("Gemeente", &gemeente.id.0).to_string(),
            naam: gemeente.naam.clone(),
        })
        .collect();
    gemeenten.sort_by(|a, b| a.naam.cmp(&b.naam));
    let sessie = &board.sessie;
    Ok(Json(json!({ "naam": sessie.naam, "doel": sessie.doel, "anoniem": sessie.anoniem, "gemeenten": gemeenten }))
        .into_response())
}

fn wrong() -> Fout {
    Fout::bij(Code::NietGevonden, "code", "Deze code klopt niet of geldt niet meer. Kijk op het scherm in de zaal.")
}

#[derive(Deserialize)]
pub struct Join {
    code: String,
    schuilnaam: String,
    /// The address of a gemeente, or `mgr`.
    achterban: String,
}

/// `POST /meedoen`
pub async fn join(
    State(hub): State<Arc<Hub>>,
    ConnectInfo(address): ConnectInfo<SocketAddr>,
    body: Result<Json<Join>, JsonRejection>,
) -> Result<Response, Refusal> {
    let Json(Join { code, schuilnaam, achterban }) = body.map_err(|_| Refusal::invalid())?;
    hub.app.attempts().may_try_code(address.ip()).map_err(Refusal::too_often)?;
    let achterban = match achterban.as_str() {
        "mgr" => Achterban::Mgr,
        "" => return Err(Fout::bij(Code::Verplicht, "achterban", "Kies voor wie je hier bent.").into()),
        id => {
            let global = relay::parse(id).filter(|global| global.kind == "Gemeente");
            let id = global.map(|global| GemeenteId(global.key)).ok_or_else(Refusal::invalid)?;
            Achterban::Gemeente(id)
        }
    };
    let secret = secrets::new_secret(GUEST);
    let command = NeemDeel { code, schuilnaam, achterban, digest: secret.digest };
    let joined = execute(&hub.app, Actor::Hub, None, command).await;
    if joined.as_ref().is_err_and(|fout| fout.veld.as_deref() == Some("code") && fout.code == Code::NietGevonden) {
        hub.app.attempts().wrong_code(address.ip());
    }
    let guest = joined?.uitkomst;
    Ok(Json(json!({
        "token": secret.secret,
        "sessie": relay::global_id("Sessie", guest.sessie),
        "deelnemer": relay::global_id("Deelnemer", guest.id),
    }))
    .into_response())
}
