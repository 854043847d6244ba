//! Writing together over a WebSocket: the wire of y-websocket, at `/sync/<kind>/<id>`.

use std::sync::Arc;

use axum::{
    extract::{Path, Request, State},
    http::StatusCode,
    response::{IntoResponse, Response},
};

use super::{Hub, credentials, guard, ws_messages::Close, ws_upgrade::Upgrade, yjs_connection::Connection};
use crate::{
    domain::teksten::{self, Toegang},
    platform::documents::MAX_UPDATE,
};

/// An update, with what the wire puts around it. Beyond it the library closes the socket.
const MAX_MESSAGE: usize = MAX_UPDATE + 64;

pub async fn get(
    State(hub): State<Arc<Hub>>,
    Path((kind, id)): Path<(String, String)>,
    mut request: Request,
) -> Response {
    let Some(upgrade) = Upgrade::asked(&mut request, "") else {
        return (StatusCode::UPGRADE_REQUIRED, "Hier wordt samen geschreven, over een WebSocket.").into_response();
    };
    if !guard::may_connect(request.headers(), &hub.settings.origins) {
        return (StatusCode::FORBIDDEN, "Deze pagina mag hier geen verbinding openen.").into_response();
    }
    let Ok(who) = credentials::from_headers(&hub, request.headers()).await else {
        return StatusCode::SERVICE_UNAVAILABLE.into_response();
    };
    let id = teksten::sleutel(&kind, &id);
    let (response, line) = upgrade.accept(MAX_MESSAGE);
    let open = hub.sockets.token();
    tokio::spawn(async move {
        let _open = open;
        let Some(line) = line.await else { return };
        // A browser does not see the status of a refused socket, only that it was refused: a close code says more.
        let who = who.filter(|who| {
            let world = hub.app.nu().present().world;
            teksten::toegang(&world, &who.wie(&hub.app), &kind, &id) != Toegang::Geen
        });
        match who {
            Some(who) => Connection::new(hub, line, who, kind, id).run().await,
            None => line.close(Close::Forbidden).await,
        }
    });
    response
}
