use std::time::Duration;

use samenspel::{
    domain::organisatie::Hubrol,
    transport::{Settings, Timing},
};
use serde_json::{Value, json};
use tokio_tungstenite::tungstenite::{Bytes, Error, Message};

use crate::support::{Heard, TestClient, TestHub, TestSocket, settings};

const FOLLOW: &str = "subscription { organisatie { __typename } }";

#[tokio::test]
async fn each_mistake_has_the_close_code_of_the_protocol() {
    let hub = TestHub::start().await;
    let kijker = hub.als(Hubrol::Kijker).await;
    let text = |value: Value| Message::text(value.to_string());
    let init = || text(json!({ "type": "connection_init" }));
    let subscribe = |id: &str| text(json!({ "type": "subscribe", "id": id, "payload": { "query": FOLLOW } }));
    for (what, frames, code) in [
        ("no JSON", vec![Message::text("{")], 4400),
        ("no type", vec![text(json!({ "id": "1" }))], 4400),
        ("unknown type", vec![text(json!({ "type": "start" }))], 4400),
        ("a message of the hub", vec![text(json!({ "type": "connection_ack" }))], 4400),
        ("init with a text", vec![text(json!({ "type": "connection_init", "payload": "x" }))], 4400),
        ("binary", vec![Message::Binary(Bytes::from_static(b"{}"))], 4400),
        ("subscribe before init", vec![subscribe("1")], 4401),
        ("two inits", vec![init(), init()], 4429),
        ("the same id twice", vec![init(), subscribe("1"), subscribe("1")], 4409),
        ("no id", vec![init(), text(json!({ "type": "subscribe", "payload": { "query": FOLLOW } }))], 4400),
        ("an empty id", vec![init(), subscribe("")], 4400),
        ("no payload", vec![init(), text(json!({ "type": "subscribe", "id": "1" }))], 4400),
        ("no query", vec![init(), text(json!({ "type": "subscribe", "id": "1", "payload": {} }))], 4400),
        (
            "variables in a list",
            vec![
                init(),
                text(json!({ "type": "subscribe", "id": "1", "payload": { "query": FOLLOW, "variables": [] } })),
            ],
            4400,
        ),
        ("complete without id", vec![init(), text(json!({ "type": "complete" }))], 4400),
        ("too long", vec![init(), Message::text("x".repeat(70_000))], 1009),
        (
            "a wrong token",
            vec![text(json!({ "type": "connection_init", "payload": { "Authorization": "Bearer verzonnen" } }))],
            4403,
        ),
        ("no token", vec![text(json!({ "type": "connection_init", "payload": { "Authorization": 1 } }))], 4403),
    ] {
        let mut socket = TestSocket::connect(&kijker).await;
        for frame in frames {
            socket.send(frame).await;
        }
        assert_eq!(socket.close_code().await, code, "{what}");
    }
}

#[tokio::test]
async fn who_is_not_signed_in_is_sent_away() {
    let hub = TestHub::start().await;
    for client in [hub.anoniem(), TestClient::new(hub.address(), Some("verzonnen".into()), None)] {
        let mut socket = TestSocket::connect(&client).await;
        socket.say(json!({ "type": "connection_init" })).await;
        assert_eq!(socket.hear().await, Heard::Closed(4403));
    }
}

#[tokio::test]
async fn who_says_nothing_is_not_waited_for() {
    let timing = Timing { init: Duration::from_millis(50), ..Timing::default() };
    let hub = TestHub::start_with(Settings { timing, ..settings() }).await;
    let kijker = hub.als(Hubrol::Kijker).await;
    let mut socket = TestSocket::connect(&kijker).await;
    assert_eq!(socket.hear().await, Heard::Closed(4408));
    let mut socket = TestSocket::connect(&kijker).await;
    socket.say(json!({ "type": "ping" })).await;
    assert_eq!(socket.message().await, json!({ "type": "pong" }));
    assert_eq!(socket.hear().await, Heard::Closed(4408));
}

#[tokio::test]
async fn another_subprotocol_is_not_spoken() {
    let hub = TestHub::start().await;
    let kijker = hub.als(Hubrol::Kijker).await;
    let mut request = TestSocket::request(&kijker);
    request.headers_mut().remove("sec-websocket-protocol");
    let mut socket = TestSocket::open(request).await.unwrap();
    assert_eq!(socket.hear().await, Heard::Closed(4406));
    let mut request = TestSocket::request(&kijker);
    request.headers_mut().insert("sec-websocket-protocol", "graphql-transport-ws, graphql-ws".parse().unwrap());
    assert!(TestSocket::open(request).await.is_ok());
}

#[tokio::test]
async fn pages_of_others_cannot_open_a_socket() {
    let origins = vec!["https://hub.example.nl".to_owned()];
    let hub = TestHub::start_with(Settings { origins, ..settings() }).await;
    let kijker = hub.als(Hubrol::Kijker).await;
    for (origin, fine) in [
        (format!("http://{}", hub.address()), true),
        ("https://hub.example.nl".into(), true),
        ("https://evil.example".into(), false),
        ("null".into(), false),
    ] {
        let mut request = TestSocket::request(&kijker);
        request.headers_mut().insert("origin", origin.parse().unwrap());
        match TestSocket::open(request).await {
            Ok(_) => assert!(fine, "{origin}"),
            Err(Error::Http(answer)) => assert!(!fine && answer.status() == 403, "{origin}: {}", answer.status()),
            Err(error) => panic!("{origin}: {error}"),
        }
    }
}
