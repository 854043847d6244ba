//! GraphQL over a WebSocket: the protocol `graphql-transport-ws`, one task per socket.

use std::sync::Arc;

use axum::{
    Extension,
    extract::{Request, State},
    http::StatusCode,
    response::{IntoResponse, Response},
};

use super::{
    Hub, credentials, graphql_http, guard,
    request_id::RequestId,
    ws_connection::Connection,
    ws_line::MAX_MESSAGE,
    ws_messages::{Close, PROTOCOL},
    ws_upgrade::Upgrade,
};

pub async fn get(
    State(hub): State<Arc<Hub>>,
    Extension(request_id): Extension<RequestId>,
    mut request: Request,
) -> Response {
    let Some(upgrade) = Upgrade::asked(&mut request, PROTOCOL) else {
        let (headers, uri) = (request.headers().clone(), request.uri().clone());
        return graphql_http::get(State(hub), Extension(request_id), headers, uri).await;
    };
    if !guard::may_connect(request.headers(), &hub.settings.origins) {
        return (StatusCode::FORBIDDEN, "Deze pagina mag hier geen verbinding openen.").into_response();
    }
    let Ok(who) = credentials::from_headers(&hub, request.headers()).await else {
        return StatusCode::SERVICE_UNAVAILABLE.into_response();
    };
    let speaks_it = upgrade.speaks_it();
    let (response, line) = upgrade.accept(MAX_MESSAGE);
    let open = hub.sockets.token();
    tokio::spawn(async move {
        let _open = open;
        let Some(line) = line.await else { return };
        if speaks_it {
            Connection::new(hub, line, who, request_id.0).run().await;
        } else {
            line.close(Close::WrongProtocol).await;
        }
    });
    response
}
