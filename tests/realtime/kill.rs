//! kill -9 while many write: what was acknowledged is there, once, and screens catch up.

use std::{
    collections::BTreeSet,
    sync::{
        Arc, Mutex,
        atomic::{AtomicUsize, Ordering},
    },
};

use reqwest::Method;
use serde_json::{Value, json};

use crate::support::{INTEGRATIE, TestBord, TestClient, TestProcess, TestStore, seq, wacht_tot};

const WRITERS: usize = 64;

/// Signs in as the kwartiermaker of the demo.
async fn kwartiermaker(hub: &TestProcess) -> TestClient {
    let anyone = hub.anoniem();
    let personen = anyone.get("/aanmelden/demo").await.body["personen"].take();
    let found = personen.as_array().unwrap().iter().find(|persoon| persoon["hubrol"] == "KWARTIERMAKER").unwrap();
    let answer = anyone.post("/aanmelden/demo", &json!({ "persoon": found["id"] })).await;
    let cookie = answer.header("set-cookie").split(';').next().unwrap().trim_start_matches("samenspel=").to_owned();
    TestClient::new(anyone.address, Some(cookie), None)
}

/// Adds tasks until the line breaks; notes each title that was acknowledged.
async fn write(client: TestClient, bord: Arc<TestBord>, writer: usize, acknowledged: Arc<Mutex<BTreeSet<String>>>) {
    for nummer in 0.. {
        let titel = format!("Taak {writer}-{nummer}");
        let input = json!({ "clientMutatieId": uuid::Uuid::new_v4(), "bord": bord.id, "kolom": bord.kolom("Te doen"),
            "titel": titel });
        let query = "mutation ($input: MaakTaakInput!) { maakTaak(input: $input) { fouten { code } } }";
        let body = json!({ "query": query, "variables": { "input": input } });
        let sent = client.request(Method::POST, "/graphql").header("x-samenspel", "1").json(&body).send().await;
        let Ok(answer) = sent else { return };
        let Ok(answer) = answer.json::<Value>().await else { return };
        assert_eq!(answer["data"]["maakTaak"]["fouten"], json!([]), "{answer}");
        acknowledged.lock().unwrap().insert(titel);
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn kill_9_while_64_clients_write_loses_nothing_that_was_acknowledged() {
    let store = TestStore::demo().await;
    let hub = TestProcess::start(&store);
    let client = kwartiermaker(&hub).await;
    let bord = Arc::new(TestBord::read(&client).await);
    let acknowledged: Arc<Mutex<BTreeSet<String>>> = Arc::default();
    let writers: Vec<_> = (0..WRITERS)
        .map(|writer| tokio::spawn(write(client.clone(), bord.clone(), writer, acknowledged.clone())))
        .collect();
    let enough = AtomicUsize::new(0);
    wacht_tot("some hundreds of tasks are written", async || {
        enough.store(acknowledged.lock().unwrap().len(), Ordering::Relaxed);
        enough.load(Ordering::Relaxed) > 300
    })
    .await;
    hub.kill9();
    for writer in writers {
        writer.await.unwrap();
    }

    let hub = TestProcess::start(&store);
    let client = kwartiermaker(&hub).await;
    let now = TestBord::read(&client).await;
    let titles: Vec<_> = now.taken().iter().map(|taak| taak["titel"].as_str().unwrap().to_owned()).collect();
    let unique: BTreeSet<_> = titles.iter().cloned().collect();
    assert_eq!(titles.len(), unique.len(), "nothing stands there twice");
    let acknowledged = acknowledged.lock().unwrap().clone();
    let lost: Vec<_> = acknowledged.difference(&unique).collect();
    assert!(lost.is_empty(), "acknowledged, and lost: {lost:?}");

    // A screen that was open before goes on from its position, in order and without a gap.
    let mut screen = client.subscribe(INTEGRATIE, json!({ "traject": bord.traject, "vanaf": bord.positie })).await;
    let (mut replayed, mut last) = (BTreeSet::new(), seq(&bord.positie));
    loop {
        let event = screen.next_event().await["integratie"].take();
        if event["__typename"] == "Bijgewerkt" {
            break;
        }
        assert!(seq(&event["positie"]) > last);
        last = seq(&event["positie"]);
        replayed.insert(event["taak"]["titel"].as_str().unwrap().to_owned());
    }
    assert!(acknowledged.is_subset(&replayed));
    assert!(replayed.is_subset(&unique));
}
