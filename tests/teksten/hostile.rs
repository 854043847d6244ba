//! Whoever does harm loses their socket, and nobody else notices.

use samenspel::{
    domain::organisatie::Hubrol,
    platform::documents::wire::{self, Entry},
};
use yrs::{ClientID, Doc, Options, ReadTxn, StateVector, Text, Transact};

use super::TEKST;
use crate::{
    chaos::dice::Dice,
    support::{TestHub, TestSchrijver},
};

const ANDERE: &str = "afspraken/afspraak-heldere-resultaten";

/// What `client` would write as its first words.
fn first_words(client: ClientID, letters: &str) -> Vec<u8> {
    let doc = Doc::with_options(Options { client_id: client, ..Options::default() });
    let text = doc.get_or_insert_text("proef");
    text.insert(&mut doc.transact_mut(), 0, letters);
    doc.transact().encode_state_as_update_v1(&StateVector::default())
}

#[tokio::test]
async fn harm_closes_one_socket_only() {
    let hub = TestHub::demo().await;
    let anna = hub.als(Hubrol::Kwartiermaker).await;
    let kwaad = hub.als(Hubrol::Procesregisseur).await;
    let mut writer = TestSchrijver::open(&anna, TEKST).await;
    writer.write(0, "Anna").await;
    writer.send(wire::awareness([Entry { client: 7, clock: 1, state: "{\"user\":1}".into() }].iter())).await;
    assert!(writer.stored().await);
    let mut elders = TestSchrijver::open(&kwaad, ANDERE).await;
    elders.write(0, "elders").await;
    assert!(elders.stored().await);
    let huge = first_words(ClientID::new(99), &"x".repeat(2 * 1024 * 1024));
    let annas = writer.doc.client_id();
    let annas_more = {
        let doc = Doc::with_options(Options { client_id: annas, ..Options::default() });
        let known = writer.doc.transact().encode_state_as_update_v1(&StateVector::default());
        samenspel::platform::documents::room::add(&doc, &known);
        let text = doc.get_or_insert_text("proef");
        let before = doc.transact().state_vector();
        text.insert(&mut doc.transact_mut(), 0, "niet van Anna ");
        doc.transact().encode_diff_v1(&before)
    };
    for (what, message, code) in [
        ("garbage", vec![250, 1, 2, 3], 4400),
        ("no message at all", vec![], 4400),
        ("an update that is none", wire::update(&[255, 255, 255, 1, 7]), 4400),
        ("too much", wire::update(&huge), 1009),
        ("the hand of another", wire::update(&annas_more), 4403),
        ("the hand of another text", wire::update(&first_words(elders.doc.client_id(), "elders")), 4403),
        (
            "speaking for another",
            wire::awareness([Entry { client: 7, clock: 2, state: "{\"user\":2}".into() }].iter()),
            4403,
        ),
    ] {
        let mut bad = TestSchrijver::open(&kwaad, TEKST).await;
        bad.until("in", |bad| !bad.here.is_empty()).await;
        bad.send(message).await;
        assert_eq!(bad.close_code().await, code, "{what}");
        assert!(writer.stored().await, "{what}: Anna is not disturbed");
    }
    let mut after = TestSchrijver::open(&kwaad, TEKST).await;
    assert!(after.stored().await);
    assert_eq!(after.text(), "Anna");
}

#[tokio::test]
async fn who_may_only_read_cannot_write_and_strangers_see_nothing() {
    let hub = TestHub::demo().await;
    let anna = hub.als(Hubrol::Kwartiermaker).await;
    let mut writer = TestSchrijver::open(&anna, TEKST).await;
    writer.write(0, "Te lezen").await;
    assert!(writer.stored().await);
    let kijker = hub.als(Hubrol::Kijker).await;
    let mut reader = TestSchrijver::open(&kijker, TEKST).await;
    reader.until("a reader reads", |reader| reader.text() == "Te lezen").await;
    reader.write(0, "Niet ").await;
    assert_eq!(reader.close_code().await, 4403);
    let mut stranger = TestSchrijver::open(&hub.anoniem(), TEKST).await;
    assert_eq!(stranger.close_code().await, 4403);
    let mut nowhere = TestSchrijver::open(&anna, "afspraken/bestaat-niet").await;
    assert_eq!(nowhere.close_code().await, 4403);
    let mut nothing = TestSchrijver::open(&anna, "taken/afspraak-direct-301").await;
    assert_eq!(nothing.close_code().await, 4403);
}

/// Real updates with a few bytes changed: the hub may take them or hang up, but it goes on.
#[tokio::test]
async fn mutilated_updates_break_nothing() {
    let hub = TestHub::demo().await;
    let anna = hub.als(Hubrol::Kwartiermaker).await;
    let mut writer = TestSchrijver::open(&anna, TEKST).await;
    writer.write(0, "Heel").await;
    assert!(writer.stored().await);
    let kwaad = hub.als(Hubrol::Procesregisseur).await;
    let mut dice = Dice::new(5);
    for client in 0..300 {
        let mut message = wire::update(&first_words(ClientID::new(1_000 + client), "een paar woorden"));
        for _ in 0..=dice.below(3) {
            let at = dice.below(message.len());
            message[at] = dice.throw() as u8;
        }
        let mut bad = TestSchrijver::open(&kwaad, TEKST).await;
        bad.send(message).await;
        bad.cut();
    }
    assert!(writer.stored().await);
    let mut after = TestSchrijver::open(&anna, TEKST).await;
    after.until("the text is still there", |after| after.text().contains("Heel")).await;
    let hub = hub.restart().await;
    let anna = hub.als(Hubrol::Kwartiermaker).await;
    let mut after = TestSchrijver::open(&anna, TEKST).await;
    after.until("also from the store", |after| after.text().contains("Heel")).await;
}
