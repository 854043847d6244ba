//! The screens: files built into the binary (in a debug build read from disk).

use axum::{
    extract::Path,
    http::{HeaderMap, HeaderName, HeaderValue, StatusCode, Uri, header},
    response::{IntoResponse, Response},
};
use base64::{Engine, prelude::BASE64_URL_SAFE_NO_PAD};
use rust_embed::{EmbeddedFile, RustEmbed};

#[derive(RustEmbed)]
#[folder = "frontend/dist"]
#[allow_missing = true]
struct Files;

/// Vite puts a digest in these names: what is there never changes.
const HASHED: &str = "assets/";
const FOREVER: &str = "public, max-age=31536000, immutable";
const ASK_FIRST: &str = "no-cache";
const NOT_BUILT: &str = "De schermen zijn nog niet gebouwd. Doe dat met `make build`, of met `npm ci && npm run build` \
                         in de map frontend, en laad deze pagina opnieuw.\n";

/// Scripts and files of our own only. Styles may be in the page: the editor of the explorer and some
/// components put theirs there.
const POLICY: &str = "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' \
                      data:; worker-src 'self' blob:; object-src 'none'; base-uri 'none'; form-action 'self'; \
                      frame-ancestors 'none'";

/// What every answer of the hub tells browsers.
const CAREFUL: [(HeaderName, &str); 5] = [
    (header::CONTENT_SECURITY_POLICY, POLICY),
    (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (header::X_FRAME_OPTIONS, "DENY"),
    (header::REFERRER_POLICY, "same-origin"),
    (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
];

/// Tells browsers to be careful, where the answer does not say how itself.
pub async fn careful(mut response: Response) -> Response {
    for (name, value) in CAREFUL {
        response.headers_mut().entry(name).or_insert(HeaderValue::from_static(value));
    }
    response
}

/// The explorer.
pub async fn ide(headers: HeaderMap) -> Response {
    page("ide.html", &headers)
}

/// The phone of who takes part in a session.
pub async fn guest(headers: HeaderMap) -> Response {
    page("gast.html", &headers)
}

/// A file with a digest in its name.
pub async fn hashed(Path(name): Path<String>, headers: HeaderMap) -> Response {
    let path = format!("{HASHED}{name}");
    match Files::get(&path) {
        Some(file) => serve(&path, file, &headers, FOREVER),
        None => not_found().await,
    }
}

/// Another file of the screens; for all else the page that finds out by itself what to show.
pub async fn screen(uri: Uri, headers: HeaderMap) -> Response {
    let path = uri.path().trim_start_matches('/');
    match Files::get(path) {
        Some(file) if !path.ends_with(".html") => serve(path, file, &headers, ASK_FIRST),
        _ => page("index.html", &headers),
    }
}

pub async fn not_found() -> Response {
    (StatusCode::NOT_FOUND, "Dit bestaat niet.\n").into_response()
}

fn page(path: &str, headers: &HeaderMap) -> Response {
    match Files::get(path) {
        Some(file) => serve(path, file, headers, ASK_FIRST),
        None => (StatusCode::SERVICE_UNAVAILABLE, NOT_BUILT).into_response(),
    }
}

fn serve(path: &str, file: EmbeddedFile, headers: &HeaderMap, caching: &'static str) -> Response {
    // Weak: it may go out compressed.
    let etag = format!("W/\"{}\"", BASE64_URL_SAFE_NO_PAD.encode(&file.metadata.sha256_hash()[..12]));
    let known = headers.get(header::IF_NONE_MATCH).and_then(|tags| tags.to_str().ok());
    let known = known.is_some_and(|tags| tags.split(',').any(|tag| tag.trim() == etag));
    let caching = [(header::CACHE_CONTROL, HeaderValue::from_static(caching))];
    let etag = [(header::ETAG, etag)];
    if known {
        return (StatusCode::NOT_MODIFIED, caching, etag).into_response();
    }
    let mime = match path.rsplit_once('.') {
        Some((_, "html")) => "text/html; charset=utf-8".to_owned(),
        Some((_, "js" | "mjs")) => "text/javascript; charset=utf-8".to_owned(),
        Some((_, "css")) => "text/css; charset=utf-8".to_owned(),
        _ => file.metadata.mimetype().to_owned(),
    };
    (caching, etag, [(header::CONTENT_TYPE, mime)], file.data.into_owned()).into_response()
}
