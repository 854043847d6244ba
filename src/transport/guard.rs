//! From which pages a request may come. A browser sends the cookie along for any page; these headers tell
//! which page it is.

use axum::http::{HeaderMap, HeaderName, header};

use super::credentials;

const OWN_HEADER: HeaderName = HeaderName::from_static("x-samenspel");
const FETCH_SITE: HeaderName = HeaderName::from_static("sec-fetch-site");

/// May this request change something? Without a cookie there is nothing another page could misuse; a header of
/// our own cannot be sent by another site without asking first.
pub fn may_post(headers: &HeaderMap) -> bool {
    credentials::cookie(headers).is_none()
        || credentials::bearer(headers).is_some()
        || headers.contains_key(OWN_HEADER)
        || headers.get(FETCH_SITE).is_some_and(|site| site == "same-origin")
}

/// May the page at this origin open a socket? Programs send no origin.
pub fn may_connect(headers: &HeaderMap, allowed: &[String]) -> bool {
    let Some(origin) = headers.get(header::ORIGIN) else { return true };
    let Ok(origin) = origin.to_str() else { return false };
    let host = headers.get(header::HOST).and_then(|host| host.to_str().ok());
    let own = origin.split_once("://").is_some_and(|(_, place)| Some(place) == host);
    own || allowed.iter().any(|allowed| allowed.eq_ignore_ascii_case(origin))
}

/// Was the hub addressed as this machine itself? A page elsewhere that makes its own name point here is not.
pub fn is_local_host(headers: &HeaderMap) -> bool {
    let host = headers.get(header::HOST).and_then(|host| host.to_str().ok()).unwrap_or_default();
    let name = match host.rsplit_once(':') {
        Some((name, port)) if port.bytes().all(|byte| byte.is_ascii_digit()) => name,
        _ => host,
    };
    matches!(name, "localhost" | "127.0.0.1" | "[::1]")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn headers(pairs: &[(&'static str, &str)]) -> HeaderMap {
        pairs.iter().map(|(name, value)| (HeaderName::from_static(name), value.parse().unwrap())).collect()
    }

    #[test]
    fn the_cookie_counts_only_for_our_own_pages() {
        let cookie = ("cookie", "samenspel=geheim");
        for (pairs, fine) in [
            (vec![], true),
            (vec![cookie], false),
            (vec![cookie, ("x-samenspel", "1")], true),
            (vec![cookie, ("sec-fetch-site", "same-origin")], true),
            (vec![cookie, ("sec-fetch-site", "same-site")], false),
            (vec![cookie, ("authorization", "Bearer x")], true),
            (vec![("cookie", "other=1")], true),
        ] {
            assert_eq!(may_post(&headers(&pairs)), fine, "{pairs:?}");
        }
    }

    #[test]
    fn sockets_open_for_our_own_pages_and_those_allowed() {
        let allowed = ["https://hub.example".to_owned()];
        let host = ("host", "localhost:8080");
        for (pairs, fine) in [
            (vec![host], true),
            (vec![host, ("origin", "http://localhost:8080")], true),
            (vec![host, ("origin", "https://hub.example")], true),
            (vec![host, ("origin", "http://localhost:8081")], false),
            (vec![host, ("origin", "https://evil.example")], false),
            (vec![host, ("origin", "null")], false),
        ] {
            assert_eq!(may_connect(&headers(&pairs), &allowed), fine, "{pairs:?}");
        }
    }

    #[test]
    fn a_borrowed_name_is_not_this_machine() {
        for (host, local) in [
            ("localhost:8080", true),
            ("127.0.0.1", true),
            ("[::1]:8080", true),
            ("evil.example:8080", false),
            ("localhost.evil.example", false),
        ] {
            assert_eq!(is_local_host(&headers(&[("host", host)])), local, "{host}");
        }
    }
}
