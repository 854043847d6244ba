//! Following a board: live, after a cut, from a position.

use samenspel::domain::organisatie::Hubrol;
use serde_json::{Value, json};

use crate::support::{INTEGRATIE, TestBord, TestClient, TestHub, seq};

async fn add(client: &TestClient, bord: &TestBord, titel: &str) -> Value {
    let input = json!({ "bord": bord.id, "kolom": bord.kolom("Te doen"), "titel": titel });
    let answer = client.mutate("maakTaak", input, "taak { id }").await;
    assert_eq!(answer["fouten"], json!([]));
    answer
}

fn from(bord: &TestBord, positie: &Value) -> Value {
    json!({ "traject": bord.traject, "vanaf": positie })
}

#[tokio::test]
async fn anna_moves_and_bram_and_anna_see_it_as_it_was_right_after() {
    let hub = TestHub::demo().await;
    let (anna, bram) = (hub.als(Hubrol::Kwartiermaker).await, hub.als(Hubrol::Procesregisseur).await);
    let bord = TestBord::read(&bram).await;
    let taak = bord.eerste_in("Te doen");
    let mut screens = Vec::new();
    for client in [&anna, &bram] {
        let mut screen = client.subscribe(INTEGRATIE, from(&bord, &bord.positie)).await;
        assert_eq!(screen.next_event().await["integratie"]["__typename"], "Bijgewerkt");
        screens.push(screen);
    }
    let id = uuid::Uuid::new_v4().to_string();
    let mut input = bord.verplaatsing(taak, "Bezig");
    input["clientMutatieId"] = json!(id);
    let answer = anna.mutate("verplaatsTaak", input, "").await;
    anna.mutate("archiveerTaak", json!({ "id": taak["id"] }), "").await;
    for screen in &mut screens {
        let event = screen.next_event().await["integratie"].take();
        assert_eq!(event["__typename"], "TaakVerplaatst");
        assert_eq!((&event["clientMutatieId"], &event["positie"]), (&json!(id), &answer["positie"]));
        assert_eq!((&event["vanKolom"]["naam"], &event["naarKolom"]["naam"]), (&json!("Te doen"), &json!("Bezig")));
        assert_eq!(event["door"]["naam"], "Kwartiermaker");
        assert_eq!(event["taak"]["kolom"]["naam"], "Bezig");
        assert_eq!(event["taak"]["gearchiveerdOp"], json!(null), "the archive comes with the next event");
        assert_eq!(screen.next_event().await["integratie"]["__typename"], "TaakGearchiveerd");
    }
}

#[tokio::test]
async fn who_was_cut_off_gets_what_was_missed_without_gap_or_double() {
    let hub = TestHub::demo().await;
    let (anna, bram) = (hub.als(Hubrol::Kwartiermaker).await, hub.als(Hubrol::Procesregisseur).await);
    let bord = TestBord::read(&bram).await;
    let mut screen = bram.subscribe(INTEGRATIE, from(&bord, &bord.positie)).await;
    screen.next_event().await;
    add(&anna, &bord, "Gezien").await;
    let last = screen.next_event().await["integratie"]["positie"].take();
    drop(screen);

    let missed: Vec<_> = (0..25).map(|nummer| format!("Gemist {nummer}")).collect();
    for titel in &missed {
        add(&anna, &bord, titel).await;
    }
    let mut screen = bram.subscribe(INTEGRATIE, from(&bord, &last)).await;
    for titel in &missed {
        assert_eq!(screen.next_event().await["integratie"]["taak"]["titel"], **titel);
    }
    let caught_up = screen.next_event().await["integratie"].take();
    assert_eq!(caught_up["__typename"], "Bijgewerkt");
    let live = add(&anna, &bord, "Live").await;
    assert_eq!(screen.next_event().await["integratie"]["positie"], live["positie"]);
    assert!(seq(&live["positie"]) > seq(&caught_up["positie"]));
}

#[tokio::test]
async fn after_a_restart_a_screen_goes_on_where_it_was() {
    let hub = TestHub::demo().await;
    let (anna, bram) =
        (hub.persoon("Anna", Hubrol::Kwartiermaker, None).await, hub.persoon("Bram", Hubrol::Kijker, None).await);
    let bord = TestBord::read(&hub.als_persoon(bram).await).await;
    add(&hub.als_persoon(anna).await, &bord, "Voor de herstart").await;
    let hub = hub.restart().await;
    let (anna, bram) = (hub.als_persoon(anna).await, hub.als_persoon(bram).await);
    let mut screen = bram.subscribe(INTEGRATIE, from(&bord, &bord.positie)).await;
    assert_eq!(screen.next_event().await["integratie"]["taak"]["titel"], "Voor de herstart");
    assert_eq!(screen.next_event().await["integratie"]["__typename"], "Bijgewerkt");
    add(&anna, &bord, "Na de herstart").await;
    assert_eq!(screen.next_event().await["integratie"]["taak"]["titel"], "Na de herstart");
}

#[tokio::test]
async fn a_position_that_cannot_be_replayed_asks_to_read_again() {
    let hub = TestHub::demo().await;
    let bram = hub.als(Hubrol::Kijker).await;
    let bord = TestBord::read(&bram).await;
    let (epoch, _) = bord.positie.as_str().unwrap().split_once(':').unwrap();
    for (positie, reden) in [
        (format!("{}:1", uuid::Uuid::new_v4().simple()), "ANDER_TIJDPERK"),
        (format!("{epoch}:999999"), "LOGBOEK_TE_KORT"),
    ] {
        let mut screen = bram.subscribe(INTEGRATIE, from(&bord, &json!(positie))).await;
        let told = screen.next_event().await["integratie"].take();
        assert_eq!((&told["__typename"], &told["reden"]), (&json!("HerladenNodig"), &json!(reden)));
        assert_eq!(told["positie"], bord.positie);
    }
    let wrong = bram.graphql("{ positie(vanaf: 1) }", json!({})).await;
    assert_eq!(wrong.code(), "ONGELDIG_VERZOEK");
}

#[tokio::test]
async fn a_stream_carries_its_own_scope_only() {
    let hub = TestHub::demo().await;
    let (anna, bram) = (hub.als(Hubrol::Kwartiermaker).await, hub.als(Hubrol::Kijker).await);
    let bord = TestBord::read(&bram).await;
    let mut tasks = bram.subscribe(INTEGRATIE, from(&bord, &bord.positie)).await;
    let mut people =
        bram.subscribe("subscription { organisatie { __typename ... on Gebeurtenis { zin } } }", json!({})).await;
    assert_eq!(tasks.next_event().await["integratie"]["__typename"], "Bijgewerkt");
    assert_eq!(people.next_event().await["organisatie"]["__typename"], "Bijgewerkt");
    hub.persoon("Nieuw", Hubrol::Kijker, None).await;
    add(&anna, &bord, "Taak").await;
    assert_eq!(tasks.next_event().await["integratie"]["__typename"], "TaakGemaakt");
    let event = people.next_event().await["organisatie"].take();
    assert_eq!(event["__typename"], "PersoonGewijzigd");
    assert!(event["zin"].as_str().unwrap().contains("Nieuw"), "{event}");
}
