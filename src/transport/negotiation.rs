//! Which media types come in and go out of the GraphQL endpoint.

use axum::http::{HeaderMap, header};

/// What the client gets.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Media {
    /// `application/graphql-response+json`: the status tells how it went.
    GraphqlResponse,
    /// `application/json`: 200 for anything that is GraphQL.
    Json,
    /// `text/event-stream`: one event per answer, for subscriptions above all.
    EventStream,
}

impl Media {
    pub fn content_type(self) -> &'static str {
        match self {
            Self::GraphqlResponse => "application/graphql-response+json; charset=utf-8",
            Self::Json => "application/json; charset=utf-8",
            Self::EventStream => "text/event-stream; charset=utf-8",
        }
    }

    /// The best of what is accepted; `None` when it is none of them.
    pub fn accepted(headers: &HeaderMap) -> Option<Self> {
        let mut best: Option<(f32, Self)> = None;
        let mut asked = false;
        for value in headers.get_all(header::ACCEPT) {
            for range in value.to_str().unwrap_or_default().split(',') {
                asked = true;
                let mut parts = range.split(';').map(str::trim);
                let media = match parts.next().unwrap_or_default().to_ascii_lowercase().as_str() {
                    "application/graphql-response+json" => Self::GraphqlResponse,
                    "text/event-stream" => Self::EventStream,
                    // Clients that do not say get what older ones expect.
                    "application/json" | "application/*" | "*/*" => Self::Json,
                    _ => continue,
                };
                let weight = parts.find_map(|part| part.strip_prefix("q=")?.parse().ok()).unwrap_or(1.0);
                let better = best.is_none_or(|(known, of)| {
                    weight > known || (weight == known && of == Self::Json && media == Self::GraphqlResponse)
                });
                if weight > 0.0 && better {
                    best = Some((weight, media));
                }
            }
        }
        if asked { best.map(|(_, media)| media) } else { Some(Self::Json) }
    }
}

/// Is the body JSON in UTF-8, by what the client says?
pub fn sends_json(headers: &HeaderMap) -> bool {
    let Some(value) = headers.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok()) else { return false };
    let mut parts = value.split(';').map(|part| part.trim().to_ascii_lowercase());
    parts.next().as_deref() == Some("application/json")
        && parts.all(|part| part.strip_prefix("charset=").is_none_or(|charset| charset.trim_matches('"') == "utf-8"))
}

/// May the answer be compressed with gzip?
pub fn takes_gzip(headers: &HeaderMap) -> bool {
    let values = headers.get_all(header::ACCEPT_ENCODING).into_iter().filter_map(|value| value.to_str().ok());
    values.flat_map(|value| value.split(',')).any(|encoding| {
        let mut parts = encoding.split(';').map(str::trim);
        let is_gzip = parts.next().is_some_and(|name| name.eq_ignore_ascii_case("gzip"));
        is_gzip && parts.all(|part| part.strip_prefix("q=").is_none_or(|weight| weight.parse() != Ok(0.0)))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_preferred_type_is_chosen() {
        use Media::*;
        for (accept, media) in [
            (None, Some(Json)),
            (Some("*/*"), Some(Json)),
            (Some("application/json"), Some(Json)),
            (Some("application/graphql-response+json"), Some(GraphqlResponse)),
            (Some("application/json, application/graphql-response+json"), Some(GraphqlResponse)),
            (Some("application/graphql-response+json, application/json;q=0.9"), Some(GraphqlResponse)),
            (Some("application/json, application/graphql-response+json; q=0.5"), Some(Json)),
            (Some("application/json;q=0"), None),
            (Some("text/html"), None),
            (Some("text/event-stream"), Some(EventStream)),
            (Some("application/json, text/event-stream;q=0.5"), Some(Json)),
        ] {
            let mut headers = HeaderMap::new();
            headers.extend(accept.map(|accept| (header::ACCEPT, accept.parse().unwrap())));
            assert_eq!(Media::accepted(&headers), media, "{accept:?}");
        }
    }

    #[test]
    fn gzip_is_used_when_it_is_asked_for() {
        for (accept, fine) in [
            ("gzip", true),
            ("br, GZIP;q=0.5", true),
            ("gzip;q=0", false),
            ("gzip;q=0.0, br", false),
            ("identity", false),
            ("", false),
        ] {
            let headers = HeaderMap::from_iter([(header::ACCEPT_ENCODING, accept.parse().unwrap())]);
            assert_eq!(takes_gzip(&headers), fine, "{accept}");
        }
    }

    #[test]
    fn only_json_comes_in() {
        for (content, fine) in [
            ("application/json", true),
            ("Application/JSON; charset=UTF-8", true),
            ("application/json; charset=latin1", false),
            ("text/plain", false),
            ("application/graphql", false),
        ] {
            let headers = HeaderMap::from_iter([(header::CONTENT_TYPE, content.parse().unwrap())]);
            assert_eq!(sends_json(&headers), fine, "{content}");
        }
        assert!(!sends_json(&HeaderMap::new()));
    }
}
