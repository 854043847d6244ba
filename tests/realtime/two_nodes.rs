//! Two nodes on one PostgreSQL: what happens on one is seen on the other, with Redis at once and without it soon.

use std::time::{Duration, Instant};

use futures_util::future::join_all;
use samenspel::{domain::organisatie::Hubrol, platform::change_log::read};
use serde_json::{Value, json};
use uuid::Uuid;

use super::presence::{HIER, here};
use crate::support::{Content, INTEGRATIE, Subscription, TestBord, TestClient, TestHub, TestStore, seq, wacht_tot};

/// Nothing listens here.
const NOBODY: &str = "redis://127.0.0.1:1";

/// Two nodes that tap each other on the shoulder through this Redis, or do not.
async fn two_nodes(redis: Redis) -> [TestHub; 2] {
    let store = TestStore::postgres(Content::Demo).await;
    let store = match redis {
        Redis::There => store,
        Redis::Unknown => store.with_redis(None),
        Redis::Away => store.with_redis(Some(NOBODY.into())),
    };
    let one = TestHub::on(store).await;
    let other = one.beside().await;
    [one, other]
}

#[derive(Clone, Copy)]
enum Redis {
    There,
    /// No `REDIS_URL`.
    Unknown,
    /// A `REDIS_URL` where nobody answers.
    Away,
}

async fn add(client: &TestClient, bord: &TestBord, titel: &str) -> i64 {
    let input = json!({ "bord": bord.id, "kolom": bord.kolom("Te doen"), "titel": titel });
    let answer = client.mutate("maakTaak", input, "").await;
    assert_eq!(answer["fouten"], json!([]));
    seq(&answer["positie"])
}

async fn follow(client: &TestClient, bord: &TestBord) -> Subscription {
    let variables = json!({ "traject": bord.traject, "vanaf": bord.positie });
    let mut screen = client.subscribe(INTEGRATIE, variables).await;
    while screen.next_event().await["integratie"]["__typename"] != "Bijgewerkt" {}
    screen
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn many_write_on_both_and_every_screen_of_both_sees_one_order_without_gaps() {
    const WRITERS: usize = 8;
    const EACH: usize = 5;
    let nodes = two_nodes(Redis::There).await;
    let anna = nodes[0].als(Hubrol::Kwartiermaker).await;
    let bord = TestBord::read(&anna).await;
    let clients = nodes.each_ref().map(|node| anna.at(node.address()));
    let mut screens = Vec::new();
    for client in clients.iter().chain(&clients) {
        screens.push(follow(client, &bord).await);
    }
    let write = async |writer: usize| {
        for number in 0..EACH {
            add(&clients[(writer + number) % 2], &bord, &format!("Taak {writer}-{number}")).await;
        }
    };
    let watch = async |screen: &mut Subscription| {
        let mut seen = Vec::new();
        while seen.len() < WRITERS * EACH {
            seen.push(seq(&screen.next_event().await["integratie"]["positie"]));
        }
        seen
    };
    let written = join_all((0..WRITERS).map(write));
    let (_, seen) = tokio::join!(written, join_all(screens.iter_mut().map(watch)));
    let log = read::after(nodes[0].app.db().read(), seq(&bord.positie), 10_000).await.unwrap();
    let log: Vec<_> = log.iter().filter(|entry| entry.scope.starts_with("integratie")).map(|entry| entry.seq).collect();
    assert!(log.windows(2).all(|pair| pair[1] == pair[0] + 1), "nothing else happened, so there are no gaps: {log:?}");
    for seen in seen {
        assert_eq!(seen, log);
    }
}

#[tokio::test]
async fn colleagues_on_another_node_are_seen_and_gone_when_they_go() {
    let nodes = two_nodes(Redis::There).await;
    let (anna, bram) = (nodes[0].als(Hubrol::Kwartiermaker).await, nodes[1].als(Hubrol::Procesregisseur).await);
    let bord = TestBord::read(&anna).await;
    let (a, b) = (json!(Uuid::new_v4()), json!(Uuid::new_v4()));
    let mut by_anna = anna.subscribe(HIER, json!({ "plek": bord.id, "scherm": a })).await;
    let mut by_bram = bram.subscribe(HIER, json!({ "plek": bord.id, "scherm": b })).await;
    here(&mut by_anna, |all| all.len() == 2).await;
    here(&mut by_bram, |all| all.len() == 2).await;

    // Anna's page is with one node, and what she tells goes to the other.
    let drags = json!({ "plek": bord.id, "scherm": a, "bezigheid": "SLEEPT", "onderwerp": bord.taken()[0]["id"] });
    let query = "mutation ($input: MeldBezigInput!) { meldBezig(input: $input) { fouten { code } } }";
    let told = anna.at(nodes[1].address()).query(query, json!({ "input": drags })).await;
    assert_eq!(told["meldBezig"]["fouten"], json!([]));
    here(&mut by_bram, |all| all.iter().any(|one| one["scherm"] == a && one["bezigheid"] == "SLEEPT")).await;

    drop(by_anna);
    here(&mut by_bram, |all| all.len() == 1).await;
}

/// How long what is written on one node takes to be seen on the other, in order of length.
async fn delays(nodes: &[TestHub; 2], number: usize) -> Vec<Duration> {
    let anna = nodes[0].als(Hubrol::Kwartiermaker).await;
    let bord = TestBord::read(&anna).await;
    let mut screen = follow(&anna.at(nodes[1].address()), &bord).await;
    let mut delays = Vec::new();
    for number in 0..number {
        let written = async {
            add(&anna, &bord, &format!("Taak {number}")).await;
            Instant::now()
        };
        let seen = async {
            screen.next_event().await;
            Instant::now()
        };
        let (written, seen) = tokio::join!(written, seen);
        delays.push(seen.saturating_duration_since(written));
    }
    delays.sort();
    delays
}

#[tokio::test]
async fn with_redis_the_other_node_hears_at_once() {
    let delays = delays(&two_nodes(Redis::There).await, 9).await;
    // By itself a node looks every half second.
    assert!(delays[delays.len() / 2] < Duration::from_millis(150), "{delays:?}");
}

#[tokio::test]
async fn without_redis_the_other_node_sees_it_within_a_second() {
    for redis in [Redis::Unknown, Redis::Away] {
        let delays = delays(&two_nodes(redis).await, 3).await;
        assert!(delays[delays.len() / 2] < Duration::from_secs(1), "{delays:?}");
    }
}

#[tokio::test]
async fn a_redis_that_nobody_can_reach_takes_away_nothing_else() {
    let nodes = two_nodes(Redis::Away).await;
    let anna = nodes[0].als(Hubrol::Kwartiermaker).await;
    let bram = anna.at(nodes[1].address());
    let bord = TestBord::read(&bram).await;
    let id = Uuid::new_v4();
    let input = json!({ "clientMutatieId": id, "bord": bord.id, "kolom": bord.kolom("Te doen"), "titel": "Eén keer" });
    let first = anna.mutate("maakTaak", input.clone(), "taak { id }").await;
    let again = bram.mutate("maakTaak", input, "taak { id }").await;
    assert_eq!(first, again);
    wacht_tot("both nodes show the task", async || {
        let shows = async |client: &TestClient| TestBord::read(client).await.taken().len() == bord.taken().len() + 1;
        shows(&anna).await && shows(&bram).await
    })
    .await;
    // One sees who is on the same node.
    let variables = |screen: Uuid| json!({ "plek": bord.id, "scherm": screen });
    let mut here_too = anna.subscribe(HIER, variables(Uuid::new_v4())).await;
    let _colleague = anna.subscribe(HIER, variables(Uuid::new_v4())).await;
    let all: Vec<Value> = here(&mut here_too, |all| all.len() == 2).await;
    assert_eq!(all.len(), 2);
    for node in nodes {
        assert_eq!(node.anoniem().get("/readyz").await.status, 200);
        node.stop().await;
    }
}
