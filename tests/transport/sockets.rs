use std::time::Duration;

use jiff::SignedDuration;
use samenspel::{
    domain::organisatie::{
        Hubrol, TokenScope,
        commands::{MaakPersoon, MeldOveralAf},
    },
    transport::{Settings, Timing},
};
use serde_json::json;
use tokio_tungstenite::tungstenite::Message;

use crate::support::{Heard, TestHub, TestSocket, settings, wacht_tot};

const FOLLOW: &str = "subscription { organisatie { __typename ... on Gebeurtenis { zin } } }";

fn persoon(n: usize) -> MaakPersoon {
    MaakPersoon { naam: format!("Persoon {n}"), email: format!("p{n}@samenspel.example"), wachtwoord_hash: None }
}

#[tokio::test]
async fn questions_changes_and_subscriptions_all_go_over_one_socket() {
    let hub = TestHub::start().await;
    let mut socket = hub.als(Hubrol::Beheerder).await.socket().await;
    socket.subscribe("q", "{ __typename positie }", json!({})).await;
    let answer = socket.message().await;
    assert_eq!((&answer["id"], &answer["type"]), (&json!("q"), &json!("next")));
    assert_eq!(socket.message().await, json!({ "id": "q", "type": "complete" }));
    socket.subscribe("s", FOLLOW, json!({})).await;
    assert_eq!(socket.message().await["payload"]["data"]["organisatie"]["__typename"], "Bijgewerkt");
    hub.doe(persoon(1)).await;
    assert_eq!(socket.message().await["payload"]["data"]["organisatie"]["__typename"], "PersoonGewijzigd");
    socket.say(json!({ "type": "complete", "id": "s" })).await;
    // The id is free again, and nothing of the first subscription comes any more.
    socket.subscribe("s", "{ __typename }", json!({})).await;
    assert_eq!(socket.message().await["payload"]["data"], json!({ "__typename": "Query" }));
}

#[tokio::test]
async fn a_question_that_cannot_be_answered_ends_itself_only() {
    let hub = TestHub::start().await;
    let mut socket = hub.als(Hubrol::Kijker).await.socket().await;
    for (query, code) in [
        ("{ bestaatNiet }".to_owned(), "ONGELDIG_VERZOEK"),
        ("{".to_owned(), "ONGELDIG_VERZOEK"),
        ("{ a ".repeat(900), "TE_INGEWIKKELD"),
        ("#".repeat(40_000), "TE_GROOT"),
        ("subscription { organisatie { __typename } o: organisatie { __typename } }".to_owned(), "ONGELDIG_VERZOEK"),
    ] {
        socket.subscribe("1", &query, json!({})).await;
        let error = socket.message().await;
        assert_eq!((&error["type"], &error["id"]), (&json!("error"), &json!("1")), "{error}");
        assert_eq!(error["payload"][0]["extensions"]["code"], code);
        assert!(error["payload"][0]["extensions"]["verzoekId"].is_string());
    }
    socket.subscribe("1", "{ __typename }", json!({})).await;
    assert_eq!(socket.message().await["type"], "next");
}

#[tokio::test]
async fn fifty_operations_fit_and_the_next_is_refused() {
    let hub = TestHub::start().await;
    let mut socket = hub.als(Hubrol::Kijker).await.socket().await;
    for n in 0..51 {
        socket.subscribe(&n.to_string(), FOLLOW, json!({})).await;
    }
    let mut refused = Vec::new();
    for _ in 0..51 {
        let message = socket.message().await;
        if message["type"] == "error" {
            assert_eq!(message["payload"][0]["extensions"]["code"], "TE_VAAK");
            refused.push(message["id"].clone());
        }
    }
    assert_eq!(refused, [json!("50")]);
}

#[tokio::test]
async fn a_token_in_the_first_message_is_enough() {
    let hub = TestHub::start().await;
    let persoon = hub.persoon("Programma", Hubrol::Kijker, None).await;
    let token = hub.als_programma(persoon, vec![TokenScope::Lezen]).await.token.unwrap();
    let mut socket = TestSocket::connect(&hub.anoniem()).await;
    let payload = json!({ "Authorization": format!("Bearer {token}") });
    socket.say(json!({ "type": "connection_init", "payload": payload })).await;
    assert_eq!(socket.message().await["type"], "connection_ack");
    socket.say(json!({ "type": "ping", "payload": { "n": 1 } })).await;
    assert_eq!(socket.message().await, json!({ "type": "pong", "payload": { "n": 1 } }));
}

#[tokio::test]
async fn a_withdrawn_sign_in_closes_its_sockets() {
    let hub = TestHub::start().await;
    let anna = hub.persoon("Anna", Hubrol::Beheerder, None).await;
    let bram = hub.persoon("Bram", Hubrol::Beheerder, None).await;
    let mut annas = hub.als_persoon(anna).await.subscribe(FOLLOW, json!({})).await.into_socket();
    let mut brams = hub.als_persoon(bram).await.subscribe(FOLLOW, json!({})).await.into_socket();
    brams.message().await;
    hub.doe(MeldOveralAf { persoon: anna }).await;
    assert_eq!(annas.close_code().await, 4403);
    hub.doe(persoon(1)).await;
    assert_eq!(brams.message().await["payload"]["data"]["organisatie"]["__typename"], "PersoonGewijzigd");
}

#[tokio::test]
async fn an_expired_sign_in_closes_its_sockets() {
    let timing = Timing { ping: Duration::from_millis(20), ..Timing::default() };
    let hub = TestHub::start_with(Settings { timing, ..settings() }).await;
    let mut socket = hub.als(Hubrol::Kijker).await.socket().await;
    hub.clock.shift(SignedDuration::from_hours(25));
    assert_eq!(socket.close_code().await, 4403);
}

#[tokio::test]
async fn who_does_not_answer_a_ping_is_gone() {
    let timing = Timing { ping: Duration::from_millis(50), silence: Duration::from_millis(200), ..Timing::default() };
    let hub = TestHub::start_with(Settings { timing, ..settings() }).await;
    let kijker = hub.als(Hubrol::Kijker).await;
    let mut alive = kijker.subscribe(FOLLOW, json!({})).await.into_socket();
    alive.message().await;
    let mut silent = kijker.socket().await;
    tokio::select! {
        // Reading answers pings, and nothing happens that this one would hear of.
        heard = alive.hear() => panic!("{heard:?}"),
        code = silent.close_code_unanswered() => assert_eq!(code, 1001),
    }
}

#[tokio::test]
async fn who_takes_nothing_is_cut_off_and_holds_up_nobody() {
    let timing = Timing { ping: Duration::from_millis(50), stall: Duration::from_millis(300), ..Timing::default() };
    let hub = TestHub::start_with(Settings { timing, ..settings() }).await;
    let beheerder = hub.als(Hubrol::Beheerder).await;
    let mut stalled = beheerder.socket().await;
    for n in 0..40 {
        // Answers of some hundred KiB each, of which nothing is read.
        stalled.subscribe(&n.to_string(), INTROSPECTION, json!({})).await;
    }
    let mut other = beheerder.subscribe(FOLLOW, json!({})).await;
    other.next_event().await;
    hub.doe(persoon(1)).await;
    assert_eq!(other.next_event().await["organisatie"]["__typename"], "PersoonGewijzigd");
    wacht_tot("the stalled socket is cut", async || stalled.stream().try_write(&[0x8a, 0x80, 0, 0, 0, 0]).is_err())
        .await;
}

const INTROSPECTION: &str = "{ __schema { types { name description fields { name description args { name description
    type { name kind } } type { name kind description } } inputFields { name description } enumValues { name description } } } }";

#[tokio::test]
async fn thousands_of_broken_frames_do_no_harm() {
    let hub = TestHub::start().await;
    let kijker = hub.als(Hubrol::Kijker).await;
    let mut watcher = kijker.subscribe(FOLLOW, json!({})).await;
    watcher.next_event().await;
    let broken = [
        Message::text("{\"type\":"),
        Message::text("[[[[[[[["),
        Message::text("{\"type\":\"subscribe\",\"id\":\"1\",\"payload\":null}"),
        Message::binary(vec![0_u8; 300]),
        Message::text("\u{0}\u{ffff}"),
    ];
    let mut tried = 0;
    while tried < 2_000 {
        let mut socket = kijker.socket().await;
        // After the first the hub hangs up; what comes behind it must not matter.
        for frame in broken.iter().cycle().skip(tried % broken.len()).take(40) {
            socket.send(frame.clone()).await;
            tried += 1;
        }
        assert!(matches!(socket.close_code().await, 4400 | 1006));
    }
    hub.doe(persoon(1)).await;
    assert_eq!(watcher.next_event().await["organisatie"]["__typename"], "PersoonGewijzigd");
}

#[tokio::test]
async fn raw_bytes_that_are_no_frames_close_with_a_protocol_error() {
    use tokio::io::AsyncWriteExt;
    let hub = TestHub::start().await;
    let kijker = hub.als(Hubrol::Kijker).await;
    for (bytes, code) in [
        // Reserved bits; a frame that is not masked; text that is not UTF-8.
        (&[0xf1, 0x80, 0, 0, 0, 0][..], 1002),
        (&[0x81, 0x02, b'{', b'}'][..], 1002),
        (&[0x81, 0x82, 0, 0, 0, 0, 0xff, 0xfe][..], 1007),
    ] {
        let mut socket = kijker.socket().await;
        socket.stream().write_all(bytes).await.unwrap();
        assert_eq!(socket.hear().await, Heard::Closed(code), "{bytes:x?}");
    }
}
