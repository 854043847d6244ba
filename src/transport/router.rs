//! Every route.

use std::sync::Arc;

use axum::{
    Router,
    extract::DefaultBodyLimit,
    middleware::{from_fn, map_response},
    routing::{get, post},
};
use tower_http::{
    CompressionLevel,
    compression::{
        CompressionLayer,
        predicate::{NotForContentType, Predicate, SizeAbove},
    },
};

use super::{
    Hub, agenda, assets, files, graphql_http, graphql_ws, guest, health, limits, request_id, session, sheets,
    unsubscribe, yjs_ws,
};

/// Smaller answers cost more to compress than they gain.
const WORTH_COMPRESSING: u64 = 1024;

pub fn router(hub: Arc<Hub>) -> Router {
    let graphql = post(graphql_http::post).get(graphql_ws::get).fallback(graphql_http::other_method);
    let routes = Router::new()
        .route("/graphql", graphql)
        .route("/graphql/ide", get(assets::ide))
        .route("/graphql/{*rest}", get(assets::not_found))
        .route("/uitvoer/afspraken/{id}", get(files::agreement))
        .route(
            "/invoer/afspraken/{id}",
            post(files::take_in).layer(DefaultBodyLimit::max(crate::platform::word::MAX_BYTES)),
        )
        .route("/uitvoer/sessies/{id}", get(files::report))
        .route("/uitvoer/contracten/{page}", get(sheets::give_out))
        .route(
            "/invoer/contracten",
            post(sheets::take_in).layer(DefaultBodyLimit::max(crate::platform::sheets::MAX_BYTES)),
        )
        .route("/sync/{kind}/{id}", get(yjs_ws::get))
        .route("/aanmelden", post(session::sign_in).get(assets::screen))
        .route("/aanmelden/demo", get(session::demo_persons).post(session::demo_sign_in))
        .route("/meedoen", get(assets::guest).post(guest::join))
        .route("/meedoen/{code}", get(assets::guest))
        .route("/meedoen/{code}/sessie", get(guest::look))
        .route("/afmelden", post(session::sign_out))
        .route("/afmelden/mail/{signed}", post(unsubscribe::stop).get(assets::screen))
        .route("/agenda/{name}", get(agenda::ics))
        .route("/healthz", get(health::healthz))
        .route("/readyz", get(health::readyz))
        .route("/metrics", get(health::metrics))
        .route("/assets/{*name}", get(assets::hashed))
        .fallback(get(assets::screen))
        .layer(DefaultBodyLimit::max(limits::MAX_BYTES))
        .with_state(hub);
    // An event must not wait until there is enough to compress.
    let worth_it = SizeAbove::new(WORTH_COMPRESSING).and(NotForContentType::const_new("text/event-stream"));
    let compression = CompressionLayer::new().quality(CompressionLevel::Fastest).compress_when(worth_it);
    // Every layer is copied for every request: as few as can be.
    routes.layer(map_response(assets::careful)).layer(compression).layer(from_fn(request_id::track))
}
