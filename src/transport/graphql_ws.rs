//! GraphQL over a WebSocket: the protocol `graphql-transport-ws`, one task per socket.

use std::sync::Arc;

use axum::{
    Extension,
    extract::{
        State,
        ws::{WebSocketUpgrade, rejection::WebSocketUpgradeRejection},
    },
    http::{HeaderMap, StatusCode},
    response::{IntoResponse, Response},
};

use super::{
    Hub, credentials, graphql_http, guard,
    request_id::RequestId,
    ws_connection::Connection,
    ws_line::Line,
    ws_messages::{Close, PROTOCOL},
};

const MAX_MESSAGE: usize = 64 * 1024;
/// Small: the library fills the whole read buffer with zeros at every read.
const READ_BUFFER: usize = 2 * 1024;
const WRITE_BUFFER: usize = 16 * 1024;

pub async fn get(
    State(hub): State<Arc<Hub>>,
    Extension(request_id): Extension<RequestId>,
    headers: HeaderMap,
    upgrade: Result<WebSocketUpgrade, WebSocketUpgradeRejection>,
) -> Response {
    let Ok(upgrade) = upgrade else { return graphql_http::other_method(Extension(request_id)).await };
    if !guard::may_connect(&headers, &hub.settings.origins) {
        return (StatusCode::FORBIDDEN, "Deze pagina mag hier geen verbinding openen.").into_response();
    }
    let Ok(who) = credentials::from_headers(&hub.app, &headers).await else {
        return StatusCode::SERVICE_UNAVAILABLE.into_response();
    };
    let upgrade = upgrade
        .read_buffer_size(READ_BUFFER)
        .write_buffer_size(WRITE_BUFFER)
        .max_message_size(MAX_MESSAGE)
        .max_frame_size(MAX_MESSAGE)
        .protocols([PROTOCOL]);
    let speaks_it = upgrade.selected_protocol().is_some();
    let open = hub.sockets.token();
    upgrade.on_upgrade(move |socket| async move {
        let line = Line::new(socket);
        if speaks_it {
            Connection::new(hub, line, who, request_id.0).run().await;
        } else {
            line.close(Close::WrongProtocol).await;
        }
        drop(open);
    })
}
