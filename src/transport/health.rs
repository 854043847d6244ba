//! Is the hub up, and can it be used?

use std::{sync::Arc, time::Duration};

use axum::{extract::State, http::StatusCode};
use tokio::time::timeout;

use super::Hub;
use crate::platform::change_log;

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
