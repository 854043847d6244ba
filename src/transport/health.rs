//! Is the hub up, can it be used, and how is it doing?

use std::{sync::Arc, time::Duration};

use axum::{
    extract::State,
    http::{HeaderName, StatusCode, header},
    response::{IntoResponse, Response},
};
use tokio::time::timeout;

use super::Hub;
use crate::platform::{change_log, metrics::Now};

const PATIENCE: Duration = Duration::from_secs(2);

/// The process runs.
pub async fn healthz() -> &'static str {
    "in orde\n"
}

/// The store answers, and this node sees what stands in it.
pub async fn readyz(State(hub): State<Arc<Hub>>) -> (StatusCode, &'static str) {
    let ready = async {
        let head = change_log::head(hub.app.db().read()).await.ok()?;
        hub.app.nu().nudge();
        hub.app.nu().reached(head.seq).await;
        Some(())
    };
    if hub.stop.is_cancelled() {
        return (StatusCode::SERVICE_UNAVAILABLE, "stopt\n");
    }
    match timeout(PATIENCE, ready).await {
        Ok(Some(())) => (StatusCode::OK, "klaar\n"),
        _ => (StatusCode::SERVICE_UNAVAILABLE, "nog niet klaar\n"),
    }
}

const OPENMETRICS: (HeaderName, &str) =
    (header::CONTENT_TYPE, "application/openmetrics-text; version=1.0.0; charset=utf-8");

/// What this node counts, for Prometheus. Only numbers: nothing that tells who or what.
pub async fn metrics(State(hub): State<Arc<Hub>>) -> Response {
    let position = hub.app.nu().present().position.seq;
    // Beyond reach: then this node does not know how far it lags, and says nothing that is not so.
    let Ok(Ok(head)) = timeout(PATIENCE, change_log::head(hub.app.db().read())).await else {
        return StatusCode::SERVICE_UNAVAILABLE.into_response();
    };
    let (groups, readers) = hub.groups.size();
    let lag = (head.seq - position).max(0);
    let statements = hub.app.db().statements();
    let now = Now { sockets: hub.sockets.len(), groups, readers, position, lag, statements };
    match hub.app.metrics().text(now) {
        Ok(text) => ([OPENMETRICS], text).into_response(),
        Err(_) => StatusCode::INTERNAL_SERVER_ERROR.into_response(),
    }
}
