use samenspel::domain::organisatie::{Hubrol, commands::MaakPersoon};
use serde_json::json;

use crate::support::{TestHub, TestProcess, TestStore};

const FOLLOW: &str =
    "subscription ($vanaf: Positie) { organisatie(vanaf: $vanaf) { __typename ... on Gebeurtenis { positie }
    ... on Bijgewerkt { positie } ... on HerladenNodig { positie } } }";

#[tokio::test]
async fn a_stopping_hub_tells_every_socket_to_come_back() {
    let hub = TestHub::start().await;
    let kijker = hub.als(Hubrol::Kijker).await;
    let mut idle = kijker.socket().await;
    let mut busy = kijker.subscribe(FOLLOW, json!({})).await.into_socket();
    busy.message().await;
    let stopped = tokio::spawn(hub.stop());
    assert_eq!(idle.close_code().await, 1012);
    assert_eq!(busy.close_code().await, 1012);
    stopped.await.unwrap();
}

#[tokio::test]
async fn after_a_restart_a_subscription_goes_on_where_it_was() {
    let hub = TestHub::start().await;
    let mut kijker = hub.als(Hubrol::Kijker).await;
    let mut before = kijker.subscribe(FOLLOW, json!({})).await;
    let position = before.next_event().await["organisatie"]["positie"].clone();
    let naam = || "Nieuw".to_owned();
    hub.doe(MaakPersoon { naam: naam(), email: "nieuw@samenspel.example".into(), wachtwoord_hash: None }).await;
    let hub = hub.restart().await;
    kijker.address = hub.address();
    let mut after = kijker.subscribe(FOLLOW, json!({ "vanaf": position })).await;
    assert_eq!(after.next_event().await["organisatie"]["__typename"], "PersoonGewijzigd");
    assert_eq!(after.next_event().await["organisatie"]["__typename"], "Bijgewerkt");
}

#[tokio::test]
async fn the_process_stops_tidily_on_sigterm() {
    let store = TestStore::demo().await;
    let mut process = TestProcess::start(&store);
    let kwartiermaker = process.als("KWARTIERMAKER").await;
    let mut socket = kwartiermaker.subscribe(FOLLOW, json!({})).await.into_socket();
    socket.message().await;
    process.terminate();
    assert_eq!(socket.close_code().await, 1012);
    assert!(process.stopped().await.success());
}
