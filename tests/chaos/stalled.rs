//! One in twenty takes nothing any more: the others do not notice, and who was away misses nothing.

use std::time::Duration;

use futures_util::future::join_all;
use samenspel::{
    domain::organisatie::Hubrol,
    transport::{Settings, Timing},
};
use serde_json::{Value, json};
use tokio::net::TcpSocket;

use crate::support::{Heard, PATIENCE, TestBord, TestClient, TestHub, TestSocket, TestStore, seq, settings, wacht_tot};

const SCREENS: usize = 40;
/// Together more than the hub and the network keep for who does not read.
const EVENTS: usize = 60;

/// An event of 120 KiB, from a change of 10.
fn follow() -> String {
    let copies: String = (0..12).map(|copy| format!("t{copy}: omschrijving ")).collect();
    format!(
        "subscription ($traject: ID!, $vanaf: Positie) {{ integratie(traject: $traject, vanaf: $vanaf) {{
            ... on Bijgewerkt {{ positie }} ... on Gebeurtenis {{ positie }}
            ... on TaakGewijzigd {{ taak {{ {copies} }} }} }} }}"
    )
}

/// Changes one task again and again.
async fn write(client: &TestClient, bord: &TestBord) {
    let taak = bord.eerste_in("Te doen");
    let mut versie = taak["versie"].clone();
    for number in 0..EVENTS {
        let text: String = format!("{number} ").repeat(10_000).chars().take(9_990).collect();
        let input = json!({ "id": taak["id"], "verwachteVersie": versie, "omschrijving": format!("{text} einde") });
        let mut answer = client.mutate("wijzigTaak", input, "taak { versie }").await;
        assert_eq!(answer["fouten"], json!([]));
        versie = answer["taak"]["versie"].take();
    }
}

/// A screen on a line with little room, that has nothing to catch up with.
async fn open(client: &TestClient, bord: &TestBord, vanaf: &Value) -> TestSocket {
    let line = TcpSocket::new_v4().unwrap();
    line.set_recv_buffer_size(16 * 1024).unwrap();
    let line = line.connect(client.address).await.unwrap();
    let mut screen = TestSocket::over(line, TestSocket::request(client)).await.unwrap();
    screen.greet().await;
    screen.subscribe("1", &follow(), json!({ "traject": bord.traject, "vanaf": vanaf })).await;
    screen
}

/// Reads until an event at or after `until`; answers the positions of the events, and with what code it was closed.
async fn read(screen: &mut TestSocket, from: i64, until: i64) -> (Vec<i64>, Option<u16>) {
    let (mut seen, mut at) = (Vec::new(), from);
    while at < until {
        match screen.hear_for(PATIENCE).await.expect("nothing comes") {
            Heard::Closed(code) => return (seen, Some(code)),
            Heard::Message(message) => {
                let event = &message["payload"]["data"]["integratie"];
                at = seq(&event["positie"]);
                if event.get("taak").is_some() {
                    seen.push(at);
                }
            }
        }
    }
    (seen, None)
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn one_in_twenty_stalls_and_the_others_do_not_notice() {
    let timing = Timing { ping: Duration::from_millis(100), stall: Duration::from_secs(8), ..Timing::default() };
    let hub = TestHub::on_with(TestStore::demo().await, Settings { timing, ..settings() }).await;
    let (anna, bram) = (hub.als(Hubrol::Kwartiermaker).await, hub.als(Hubrol::Kijker).await);
    let bord = TestBord::read(&anna).await;
    let from = seq(&bord.positie);
    let mut screens = Vec::new();
    for _ in 0..SCREENS {
        screens.push(open(&bram, &bord, &bord.positie).await);
    }
    let mut stalled = screens.split_off(SCREENS - SCREENS / 20);

    // The others are done while the two have taken nothing: nobody waited for these.
    let last = from + EVENTS as i64;
    let others = join_all(screens.iter_mut().map(|screen| read(screen, from, last)));
    let ((), others) = tokio::join!(write(&anna, &bord), others);
    let all: Vec<i64> = (from + 1..=last).collect();
    assert!(others.iter().all(|(seen, closed)| *seen == all && closed.is_none()), "{others:?}");

    wacht_tot("who keeps taking nothing is cut off", async || {
        let metrics = hub.anoniem().get("/metrics").await.body;
        metrics.as_str().unwrap().contains(&format!("samenspel_sockets {}\n", SCREENS - stalled.len()))
    })
    .await;
    for screen in &mut stalled {
        let (mut seen, closed) = read(screen, from, last).await;
        assert!(matches!(closed, Some(1013 | 1006)), "{closed:?}");
        let at = seen.last().copied().unwrap_or(from);
        let (epoch, _) = bord.positie.as_str().unwrap().split_once(':').unwrap();
        let (rest, _) = read(&mut open(&bram, &bord, &json!(format!("{epoch}:{at}"))).await, at, last).await;
        seen.extend(rest);
        assert_eq!(seen, all);
    }
}

/// Who is away for less long than that goes on as if nothing had happened.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn who_reads_on_in_time_gets_everything_over_the_same_line() {
    let hub = TestHub::demo().await;
    let anna = hub.als(Hubrol::Kwartiermaker).await;
    let bord = TestBord::read(&anna).await;
    let from = seq(&bord.positie);
    let mut screen = open(&anna, &bord, &bord.positie).await;
    write(&anna, &bord).await;
    let last = from + EVENTS as i64;
    assert_eq!(read(&mut screen, from, last).await, ((from + 1..=last).collect(), None));
}
