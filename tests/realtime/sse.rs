//! The same events over plain HTTP, for networks that let no WebSocket through.

use std::time::Duration;

use samenspel::{
    domain::organisatie::{Hubrol, commands::TrekAanstellingIn},
    transport::{Settings, Timing},
};
use serde_json::{Value, json};

use crate::support::{Event, EventStream, INTEGRATIE, TestBord, TestClient, TestHub, settings};

async fn add(client: &TestClient, bord: &TestBord, titel: &str) {
    let input = json!({ "bord": bord.id, "kolom": bord.kolom("Te doen"), "titel": titel });
    assert_eq!(client.mutate("maakTaak", input, "").await["fouten"], json!([]));
}

fn from(bord: &TestBord, positie: &Value) -> Value {
    json!({ "traject": bord.traject, "vanaf": positie })
}

#[tokio::test]
async fn an_event_stream_carries_what_a_socket_does_and_resumes_where_it_was() {
    let hub = TestHub::demo().await;
    let (anna, bram) = (hub.als(Hubrol::Kwartiermaker).await, hub.als(Hubrol::Procesregisseur).await);
    let bord = TestBord::read(&bram).await;
    add(&anna, &bord, "Gemist").await;
    let mut stream = EventStream::open(&bram, INTEGRATIE, from(&bord, &bord.positie)).await;
    let mut screen = bram.subscribe(INTEGRATIE, from(&bord, &bord.positie)).await;
    for titel in ["Gemist", "Bijgewerkt", "Live", "Nog een"] {
        if titel != "Gemist" && titel != "Bijgewerkt" {
            add(&anna, &bord, titel).await;
        }
        let (event, beside) = (stream.next_event().await, screen.next_event().await);
        assert_eq!(event, beside);
        let event = &event["integratie"];
        assert!(event["taak"]["titel"] == titel || event["__typename"] == titel, "{event}");
    }
    let last = screen.next_event();
    add(&anna, &bord, "Het laatste").await;
    let last = last.await["integratie"]["positie"].take();
    drop(stream);
    add(&anna, &bord, "Daarna").await;
    let mut stream = EventStream::open(&bram, INTEGRATIE, from(&bord, &last)).await;
    assert_eq!(stream.next_event().await["integratie"]["taak"]["titel"], "Daarna");
    assert_eq!(stream.next_event().await["integratie"]["__typename"], "Bijgewerkt");
}

#[tokio::test]
async fn a_withdrawn_right_ends_an_event_stream() {
    let hub = TestHub::demo().await;
    let anna = hub.als(Hubrol::Kwartiermaker).await;
    let persoon = hub.persoon("Tijdelijk", Hubrol::Kijker, None).await;
    let client = hub.als_persoon(persoon).await;
    let bord = TestBord::read(&client).await;
    let mut stream = EventStream::open(&client, INTEGRATIE, from(&bord, &bord.positie)).await;
    stream.next_event().await;
    let aanstelling = {
        let world = hub.app.nu().present().world;
        world.organisatie.aanstellingen.values().find(|rol| rol.persoon == persoon).unwrap().id
    };
    hub.doe(TrekAanstellingIn { aanstelling }).await;
    add(&anna, &bord, "Niet meer voor jou").await;
    let Event::Next(refusal) = stream.next().await else { panic!("no refusal") };
    assert_eq!(refusal["errors"][0]["extensions"]["code"], "GEEN_RECHT");
    assert_eq!(stream.next().await, Event::Complete);
}

#[tokio::test]
async fn an_event_stream_shows_that_it_is_alive_and_ends_without_a_word_when_the_hub_stops() {
    let timing = Timing { ping: Duration::from_millis(20), ..Timing::default() };
    let hub = TestHub::start_with(Settings { timing, ..settings() }).await;
    let anna = hub.als(Hubrol::Kijker).await;
    let mut stream = EventStream::open(&anna, "subscription { organisatie { __typename } }", json!({})).await;
    assert_eq!(stream.next_event().await["organisatie"]["__typename"], "Bijgewerkt");
    assert_eq!(stream.next().await, Event::SignOfLife);
    // Not the word `complete`: a client that does not hear it comes back.
    let ended = async {
        loop {
            match stream.next().await {
                Event::SignOfLife => {}
                other => return other,
            }
        }
    };
    let (ended, _) = tokio::join!(ended, hub.stop());
    assert_eq!(ended, Event::End);
}

#[tokio::test]
async fn a_query_may_be_answered_as_an_event_too() {
    let hub = TestHub::start().await;
    let anna = hub.als(Hubrol::Kijker).await;
    let mut stream = EventStream::open(&anna, "{ ik { persoon { naam } } }", json!({})).await;
    assert_eq!(stream.next_event().await["ik"]["persoon"]["naam"], "Kijker");
    assert_eq!(stream.next().await, Event::Complete);
}
