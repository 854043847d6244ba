//! The calendar of one person, at an address that only they know. Calendars send no headers of our choosing: the secret
//! stands in the address, opens nothing else, and ends when its token is withdrawn.

use std::sync::Arc;

use axum::{
    extract::{Path, State},
    http::header,
    response::{IntoResponse, Response},
};

use super::{Hub, assets, credentials};
use crate::domain::herinneringen::agenda;

/// Whoever does not know the secret learns nothing, also not that there was one.
pub async fn ics(State(hub): State<Arc<Hub>>, Path(name): Path<String>) -> Response {
    let Some(secret) = name.strip_suffix(".ics") else { return assets::not_found().await };
    let Ok(Some(persoon)) = credentials::calendar_of(&hub, secret).await else { return assets::not_found().await };
    let clock = hub.app.clock();
    let text = agenda(&hub.app.nu().present().world, persoon, clock.today(), clock.now());
    let headers = [
        (header::CONTENT_TYPE, "text/calendar; charset=utf-8"),
        (header::CONTENT_DISPOSITION, "inline; filename=\"samenspel.ics\""),
        (header::CACHE_CONTROL, "private, no-store"),
    ];
    (headers, text).into_response()
}
