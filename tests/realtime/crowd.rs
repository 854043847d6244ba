//! Many at once: order, no gaps, no doubles, and everyone ends with the same board.

use std::collections::BTreeMap;

use futures_util::future::join_all;
use samenspel::domain::organisatie::Hubrol;
use serde_json::{Value, json};

use crate::support::{INTEGRATIE, TestBord, TestClient, TestHub, seq};

const KOLOMMEN: [&str; 4] = ["Te doen", "Bezig", "Wacht op gemeente", "Gereed"];

/// Moves cards about at random; refusals because of a colleague are part of the game.
async fn shuffle(client: &TestClient, seed: usize, rounds: usize) {
    for round in 0..rounds {
        let bord = TestBord::read(client).await;
        let pick = seed * 31 + round * 17;
        let taak = &bord.taken()[pick % bord.taken().len()];
        client.mutate("verplaatsTaak", bord.verplaatsing(taak, KOLOMMEN[(seed + round) % 4]), "").await;
    }
}

/// A screen that is cut off again and again, and keeps the board by its events alone.
async fn watch(client: &TestClient, bord: &TestBord, until: &str) -> (Vec<i64>, BTreeMap<String, Value>) {
    let mut cards: BTreeMap<String, Value> =
        bord.taken().iter().map(|taak| (taak["id"].to_string(), taak.clone())).collect();
    let (mut seen, mut positie) = (Vec::new(), bord.positie.clone());
    loop {
        let variables = json!({ "traject": bord.traject, "vanaf": positie });
        let mut screen = client.subscribe(INTEGRATIE, variables).await;
        // After a few events the line is cut.
        for _ in 0..7 {
            let event = screen.next_event().await["integratie"].take();
            if event["__typename"] == "Bijgewerkt" {
                continue;
            }
            positie = event["positie"].clone();
            seen.push(seq(&positie));
            let mut taak = event["taak"].clone();
            let ready = taak["titel"] == until;
            for extra in ["gearchiveerdOp", "voortgang", "aantalOpmerkingen"] {
                taak.as_object_mut().unwrap().remove(extra);
            }
            cards.insert(taak["id"].to_string(), taak);
            if ready {
                return (seen, cards);
            }
        }
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn sixteen_people_shuffle_and_every_screen_ends_with_the_same_board() {
    let hub = TestHub::demo().await;
    let (anna, bram) = (hub.als(Hubrol::Kwartiermaker).await, hub.als(Hubrol::Procesregisseur).await);
    let bord = TestBord::read(&anna).await;
    let screens = join_all((0..4).map(|_| watch(&bram, &bord, "Klaar")));
    let work = async {
        join_all((0..16).map(|seed| shuffle(&anna, seed, 6))).await;
        let input = json!({ "bord": bord.id, "kolom": bord.kolom("Gereed"), "titel": "Klaar" });
        anna.mutate("maakTaak", input, "").await;
    };
    let (screens, ()) = tokio::join!(screens, work);
    let fresh = TestBord::read(&bram).await;
    let fresh: BTreeMap<_, _> = fresh.taken().iter().map(|taak| (taak["id"].to_string(), taak.clone())).collect();
    let (first, _) = &screens[0];
    assert!(first.windows(2).all(|pair| pair[0] < pair[1]), "in order, no doubles: {first:?}");
    for (seen, cards) in &screens {
        assert_eq!(seen, first);
        assert_eq!(cards, &fresh);
    }
}
