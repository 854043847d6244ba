//! The line to the hub: a WebSocket that speaks `graphql-transport-ws`, acknowledged.

use std::time::Duration;

use futures_util::{SinkExt, StreamExt};
use serde_json::{Value, json};
use tokio::{net::TcpStream, time::timeout};
use tokio_tungstenite::{
    MaybeTlsStream, WebSocketStream, connect_async,
    tungstenite::{Error, Message, client::IntoClientRequest, http::HeaderValue},
};

use super::{super::Failure, stream::End};

/// The hub pings every ten seconds; after this much silence the line is dead.
const SILENCE: Duration = Duration::from_secs(30);

pub struct Line(WebSocketStream<MaybeTlsStream<TcpStream>>);

/// The address of the socket that belongs to the address of the hub.
pub fn address(url: &str) -> Result<String, Failure> {
    let wrong = || Failure::new("--url klopt niet. Schrijf het adres van de hub, bijvoorbeeld https://hub.example.nl.");
    let (scheme, place) = url.split_once("://").ok_or_else(wrong)?;
    let scheme = match scheme {
        "http" | "ws" => "ws",
        "https" | "wss" => "wss",
        _ => return Err(wrong()),
    };
    let host = place.split('/').next().filter(|host| !host.is_empty()).ok_or_else(wrong)?;
    Ok(format!("{scheme}://{host}/graphql"))
}

pub async fn connect(address: &str, token: &str) -> Result<Line, End> {
    let mut request = address.into_client_request().map_err(|_| End::for_good("het adres van de hub klopt niet."))?;
    request.headers_mut().insert("sec-websocket-protocol", HeaderValue::from_static("graphql-transport-ws"));
    let socket = match timeout(SILENCE, connect_async(request)).await {
        Ok(Ok((socket, _))) => socket,
        Ok(Err(Error::Http(answer))) if answer.status().is_client_error() => {
            return Err(End::for_good(&format!("de hub weigert de verbinding ({}).", answer.status())));
        }
        _ => return Err(End::ForNow("Geen verbinding met de hub.".into())),
    };
    let mut line = Line(socket);
    line.say(json!({ "type": "connection_init", "payload": { "Authorization": format!("Bearer {token}") } })).await?;
    match line.hear().await? {
        ack if ack["type"] == "connection_ack" => Ok(line),
        _ => Err(End::for_good("dit is geen Samenspel-hub.")),
    }
}

impl Line {
    pub async fn say(&mut self, message: Value) -> Result<(), End> {
        self.0.send(Message::text(message.to_string())).await.map_err(|_| broken())
    }

    /// The next message that is about something.
    pub async fn hear(&mut self) -> Result<Value, End> {
        loop {
            let frame = timeout(SILENCE, self.0.next()).await.map_err(|_| broken())?;
            match frame {
                Some(Ok(Message::Text(text))) => {
                    let message: Value = serde_json::from_str(&text).map_err(|_| broken())?;
                    match message["type"].as_str() {
                        Some("ping") => self.say(json!({ "type": "pong" })).await?,
                        Some("pong") => {}
                        _ => return Ok(message),
                    }
                }
                Some(Ok(Message::Close(frame))) => {
                    let code = frame.map_or(1006, |frame| u16::from(frame.code));
                    return Err(match code {
                        4401 | 4403 => {
                            End::for_good("het token geldt niet (meer). Maak een nieuw: samenspel gebruiker token.")
                        }
                        4400..=4499 => End::for_good(&format!("de hub verbreekt de verbinding met code {code}.")),
                        _ => broken(),
                    });
                }
                Some(Ok(_)) => {}
                Some(Err(_)) | None => return Err(broken()),
            }
        }
    }
}

fn broken() -> End {
    End::ForNow("De verbinding is weg.".into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_socket_is_where_the_hub_is() {
        for (url, socket) in [
            ("http://127.0.0.1:8080", Some("ws://127.0.0.1:8080/graphql")),
            ("https://hub.example.nl/", Some("wss://hub.example.nl/graphql")),
            ("ws://[::1]:8080/graphql", Some("ws://[::1]:8080/graphql")),
            ("hub.example.nl", None),
            ("ftp://hub.example.nl", None),
            ("http://", None),
        ] {
            assert_eq!(address(url).ok().as_deref(), socket, "{url}");
        }
    }
}
