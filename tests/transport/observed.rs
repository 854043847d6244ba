//! What those who look after a hub can see: figures and traces.

use std::sync::{Arc, Mutex};

use axum::{Router, body::Bytes, routing::post};
use samenspel::domain::organisatie::Hubrol;
use serde_json::{Value, json};
use tokio::net::TcpListener;
use uuid::Uuid;

use crate::support::{INTEGRATIE, TestBord, TestHub, TestProcess, TestStore, wacht_tot};

fn figure(text: &Value, name: &str) -> f64 {
    let line = text.as_str().unwrap().lines().find(|line| line.split(' ').next() == Some(name));
    line.unwrap_or_else(|| panic!("no {name} in {text}")).rsplit(' ').next().unwrap().parse().unwrap()
}

#[tokio::test]
async fn the_figures_tell_how_a_hub_is_doing() {
    let hub = TestHub::demo().await;
    let (anna, bram) = (hub.als(Hubrol::Kwartiermaker).await, hub.als(Hubrol::Kijker).await);
    let bord = TestBord::read(&anna).await;
    let variables = json!({ "traject": bord.traject, "vanaf": bord.positie });
    let mut screens = Vec::new();
    for client in [&anna, &bram, &bram] {
        let mut screen = client.subscribe(INTEGRATIE, variables.clone()).await;
        assert_eq!(screen.next_event().await["integratie"]["__typename"], "Bijgewerkt");
        screens.push(screen);
    }
    wacht_tot("three read along in two groups, by their rights", async || {
        let figures = anna.get("/metrics").await.body;
        figure(&figures, "samenspel_live_readers") == 3.0 && figure(&figures, "samenspel_live_groups") == 2.0
    })
    .await;
    anna.mutate("verplaatsTaak", bord.verplaatsing(bord.eerste_in("Te doen"), "Bezig"), "").await;
    for screen in &mut screens {
        screen.next_event().await;
    }
    wacht_tot("the deliveries are counted", async || {
        figure(&anna.get("/metrics").await.body, "samenspel_deliveries_total") == 3.0
    })
    .await;
    let answer = hub.anoniem().get("/metrics").await;
    assert!(answer.header("content-type").starts_with("application/openmetrics-text"));
    let figures = answer.body;
    assert_eq!(figure(&figures, "samenspel_sockets"), 3.0);
    assert_eq!(figure(&figures, "samenspel_log_lag"), 0.0);
    assert_eq!(figure(&figures, "samenspel_log_position"), hub.app.nu().present().position.seq as f64);
    // Two who signed in, and the move.
    assert_eq!(figure(&figures, "samenspel_commit_size_sum"), 3.0);
    assert!(figures.as_str().unwrap().ends_with("# EOF\n"));
}

/// A collector of traces that keeps what it gets.
async fn collector() -> (String, Arc<Mutex<Vec<u8>>>) {
    let received = Arc::<Mutex<Vec<u8>>>::default();
    let keep = received.clone();
    let take = post(async move |body: Bytes| keep.lock().unwrap().extend_from_slice(&body));
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = format!("http://{}", listener.local_addr().unwrap());
    tokio::spawn(async { axum::serve(listener, Router::new().route("/v1/traces", take)).await });
    (address, received)
}

fn contains(bytes: &[u8], part: &[u8]) -> bool {
    bytes.windows(part.len()).any(|window| window == part)
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn one_trace_leads_from_the_mutation_to_its_delivery() {
    let (address, received) = collector().await;
    let store = TestStore::new().await;
    let settings = [("OTEL_EXPORTER_OTLP_ENDPOINT", address.as_str()), ("OTEL_BSP_SCHEDULE_DELAY", "20")];
    let hub = TestProcess::serve_with(&store, true, &settings);
    let anna = hub.als("KWARTIERMAKER").await;
    let bord = TestBord::read(&anna).await;
    let variables = json!({ "traject": bord.traject, "vanaf": bord.positie });
    let mut screen = anna.subscribe(INTEGRATIE, variables).await;
    screen.next_event().await;
    let id = Uuid::new_v4();
    let input = json!({ "clientMutatieId": id, "bord": bord.id, "kolom": bord.kolom("Te doen"), "titel": "Gevolgd" });
    anna.mutate("maakTaak", input, "").await;
    screen.next_event().await;
    // Every part of it carries the same id: command, write, become visible, deliver. They come in one by one, between
    // those of other traces.
    wacht_tot("the collector has the whole trace", async || {
        let received = received.lock().unwrap();
        let words: [&[u8]; 3] = [b"maakTaak", b"write", b"deliver"];
        let parts = received.windows(16).filter(|window| window == id.as_bytes()).count();
        parts >= 4 && words.iter().all(|word| contains(&received, word))
    })
    .await;
}
