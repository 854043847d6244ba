//! From a request to a socket (RFC 6455, section 4.2), down to the TCP stream itself: live groups write past the
//! task of the connection, so the stream must be within reach.

use axum::{
    body::Body,
    extract::Request,
    http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode, header},
    response::Response,
};
use hyper::upgrade::OnUpgrade;
use hyper_util::{rt::TokioIo, server::conn::auto::upgrade};
use tokio::net::TcpStream;
use tokio_tungstenite::tungstenite::handshake::derive_accept_key;

use super::ws_line::Line;

/// A request to open a socket.
pub struct Upgrade {
    accept: HeaderValue,
    protocol: Option<HeaderValue>,
    on_upgrade: OnUpgrade,
}

impl Upgrade {
    /// Is this a request to open a socket, for this protocol or another?
    pub fn asked(request: &mut Request, protocol: &str) -> Option<Self> {
        let headers = request.headers();
        let asked = request.method() == Method::GET
            && has_token(headers, header::CONNECTION, "upgrade")
            && has_token(headers, header::UPGRADE, "websocket")
            && headers.get(header::SEC_WEBSOCKET_VERSION).is_some_and(|version| version == "13");
        if !asked {
            return None;
        }
        let key = headers.get(header::SEC_WEBSOCKET_KEY)?;
        let accept = HeaderValue::from_str(&derive_accept_key(key.as_bytes())).ok()?;
        let spoken = has_token(headers, header::SEC_WEBSOCKET_PROTOCOL, protocol);
        let protocol = spoken.then(|| HeaderValue::from_str(protocol)).and_then(Result::ok);
        let on_upgrade = request.extensions_mut().remove::<OnUpgrade>()?;
        Some(Self { accept, protocol, on_upgrade })
    }

    /// Does the client speak the protocol?
    pub fn speaks_it(&self) -> bool {
        self.protocol.is_some()
    }

    /// The answer, and the line once the client has it, over which it may say `max` bytes at once.
    pub fn accept(self, max: usize) -> (Response, impl Future<Output = Option<Line>> + Send + use<>) {
        let Self { accept, protocol, on_upgrade } = self;
        let mut response = Response::new(Body::empty());
        *response.status_mut() = StatusCode::SWITCHING_PROTOCOLS;
        let headers = response.headers_mut();
        headers.insert(header::CONNECTION, HeaderValue::from_static("upgrade"));
        headers.insert(header::UPGRADE, HeaderValue::from_static("websocket"));
        headers.insert(header::SEC_WEBSOCKET_ACCEPT, accept);
        headers.extend(protocol.map(|protocol| (header::SEC_WEBSOCKET_PROTOCOL, protocol)));
        let line = async move {
            let upgraded = on_upgrade.await.ok()?;
            let parts = upgrade::downcast::<TokioIo<TcpStream>>(upgraded).ok()?;
            Some(Line::new(parts.io.into_inner(), parts.read_buf, max).await)
        };
        (response, line)
    }
}

fn has_token(headers: &HeaderMap, name: HeaderName, wanted: &str) -> bool {
    let values = headers.get_all(name).into_iter().filter_map(|value| value.to_str().ok());
    values.flat_map(|value| value.split(',')).any(|token| token.trim().eq_ignore_ascii_case(wanted))
}
