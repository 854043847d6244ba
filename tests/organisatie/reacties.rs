//! What the hub does of its own accord, on one node at a time.

use jiff::SignedDuration;
use samenspel::domain::{
    organisatie::{Hubrol, TokenScope, commands::MaakToken},
    reacties::Reacties,
};
use samenspel::platform::{clock::Clock, secrets};
use serde_json::json;
use uuid::Uuid;

use crate::support::{TestBord, TestHub};

#[tokio::test]
async fn what_expired_is_cleared_away_by_the_one_node_in_charge() {
    let hub = TestHub::start().await;
    let anna = hub.persoon("Anna", Hubrol::Kijker, None).await;
    hub.als_persoon(anna).await;
    hub.als_programma(anna, vec![TokenScope::Lezen]).await;
    let (digest, naam) = (secrets::new_secret("").digest, "Kort".to_owned());
    let verloopt_op = Some(hub.clock.now() + SignedDuration::from_hours(1));
    hub.doe(MaakToken { persoon: anna, naam, scopes: vec![TokenScope::Lezen], verloopt_op, digest }).await;

    let [one, other] = [(); 2].map(|()| Reacties::new(hub.app.clone()));
    assert!(one.turn().await.unwrap());
    assert!(!other.turn().await.unwrap());
    let left = || {
        let toegang = hub.app.nu().present().world.toegang.clone();
        (toegang.aanmeldingen.len(), toegang.tokens.len())
    };
    assert_eq!(left(), (1, 2));
    hub.clock.shift(SignedDuration::from_hours(48));
    assert!(other.turn().await.unwrap(), "the first fell silent");
    assert!(!one.turn().await.unwrap());
    assert_eq!(left(), (0, 1));
    other.stop().await.unwrap();
    assert!(one.turn().await.unwrap(), "the other let go");
}

#[tokio::test]
async fn a_retry_gets_the_first_answer_for_ninety_days() {
    let hub = TestHub::demo().await;
    let reacties = Reacties::new(hub.app.clone());
    let anna = hub.als(Hubrol::Kwartiermaker).await;
    let bord = TestBord::read(&anna).await;
    let id = Uuid::new_v4();
    let input = json!({ "clientMutatieId": id, "bord": bord.id, "kolom": bord.kolom("Te doen"), "titel": "Eenmaal" });
    let fresh = async || {
        // The sign-in of before has expired by now.
        let anna = hub.als(Hubrol::Kwartiermaker).await;
        anna.mutate("maakTaak", input.clone(), "taak { id }").await["taak"]["id"].take()
    };
    let first = fresh().await;
    hub.clock.shift(SignedDuration::from_hours(24 * 89));
    reacties.turn().await.unwrap();
    assert_eq!(fresh().await, first);
    hub.clock.shift(SignedDuration::from_hours(24 * 2));
    reacties.turn().await.unwrap();
    assert_ne!(fresh().await, first);
}
