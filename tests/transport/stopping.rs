use reqwest::Method;
use samenspel::domain::organisatie::{Hubrol, commands::MaakPersoon};
use serde_json::{Value, json};
use tokio::sync::mpsc;
use uuid::Uuid;

use crate::support::{TestClient, TestHub, TestProcess, TestStore};

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

/// One client that adds a task and, when that is acknowledged, the next; until the line breaks.
async fn write_on(client: TestClient, bord: Value, kolom: Value, acknowledged: mpsc::UnboundedSender<String>) -> Value {
    loop {
        let input = json!({ "clientMutatieId": Uuid::new_v4(), "bord": bord, "kolom": kolom, "titel": "Geschreven" });
        let body = json!({ "query": MAAK, "variables": { "input": input } });
        let sent = client.request(Method::POST, "/graphql").header("x-samenspel", "1").json(&body).send().await;
        let Ok(answer) = sent else { return input };
        let Ok(answer) = answer.json::<Value>().await else { return input };
        acknowledged.send(answer["data"]["maakTaak"]["taak"]["id"].as_str().unwrap().to_owned()).unwrap();
    }
}

const MAAK: &str = "mutation ($input: MaakTaakInput!) { maakTaak(input: $input) { taak { id } } }";

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_was_acknowledged_survives_kill_9_and_a_retry_doubles_nothing() {
    const WRITERS: usize = 64;
    let store = TestStore::demo().await;
    let process = TestProcess::start(&store);
    let kwartiermaker = process.als("KWARTIERMAKER").await;
    let data = kwartiermaker.query("{ trajecten { borden { id kolommen { id } } } }", json!({})).await;
    let bord = &data["trajecten"][0]["borden"][0];
    let (acknowledge, mut acknowledged) = mpsc::unbounded_channel();
    let writers: Vec<_> = (0..WRITERS)
        .map(|_| {
            let client = kwartiermaker.clone();
            tokio::spawn(write_on(client, bord["id"].clone(), bord["kolommen"][0]["id"].clone(), acknowledge.clone()))
        })
        .collect();
    drop(acknowledge);
    let mut ids = Vec::new();
    while ids.len() < 3 * WRITERS {
        ids.push(acknowledged.recv().await.unwrap());
    }
    process.kill9();
    let mut unanswered = Vec::new();
    for writer in writers {
        unanswered.push(writer.await.unwrap());
    }
    while let Some(id) = acknowledged.recv().await {
        ids.push(id);
    }

    let process = TestProcess::start(&store);
    let kwartiermaker = process.als("KWARTIERMAKER").await;
    for input in unanswered {
        // Twice: whether the first try had reached the disk or not, there is one task.
        let first = kwartiermaker.mutate("maakTaak", input.clone(), "taak { id }").await;
        let second = kwartiermaker.mutate("maakTaak", input, "taak { id }").await;
        assert_eq!(first["taak"]["id"], second["taak"]["id"]);
        ids.push(first["taak"]["id"].as_str().unwrap().to_owned());
    }
    let query = "query ($id: ID!) { bord(id: $id) { taken { id titel } } }";
    let data = kwartiermaker.query(query, json!({ "id": bord["id"] })).await;
    let taken = data["bord"]["taken"].as_array().unwrap().iter().filter(|taak| taak["titel"] == "Geschreven");
    let mut found: Vec<_> = taken.map(|taak| taak["id"].as_str().unwrap().to_owned()).collect();
    found.sort();
    ids.sort();
    assert_eq!(found, ids);
}
