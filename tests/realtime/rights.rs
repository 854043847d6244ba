//! A right that is withdrawn silences what is open.

use samenspel::domain::organisatie::{Hubrol, commands::TrekAanstellingIn};
use serde_json::json;

use crate::support::{INTEGRATIE, TestBord, TestHub};

#[tokio::test]
async fn an_open_stream_falls_silent_when_the_right_to_it_is_withdrawn() {
    let hub = TestHub::demo().await;
    let anna = hub.als(Hubrol::Kwartiermaker).await;
    let persoon = hub.persoon("Tijdelijk", Hubrol::Kijker, None).await;
    let client = hub.als_persoon(persoon).await;
    let bord = TestBord::read(&client).await;
    let mut socket = client.socket().await;
    let variables = json!({ "traject": bord.traject, "vanaf": bord.positie });
    socket.subscribe("1", INTEGRATIE, variables.clone()).await;
    assert_eq!(socket.message().await["payload"]["data"]["integratie"]["__typename"], "Bijgewerkt");
    let aanstelling = {
        let world = hub.app.nu().present().world;
        world.organisatie.aanstellingen.values().find(|rol| rol.persoon == persoon).unwrap().id
    };
    hub.doe(TrekAanstellingIn { aanstelling }).await;
    anna.mutate("archiveerTaak", json!({ "id": bord.eerste_in("Bezig")["id"] }), "").await;
    let told = socket.message().await;
    assert!(!told.to_string().contains("TaakGearchiveerd"), "{told}");
    assert!(told.to_string().contains("GEEN_RECHT"), "{told}");
    socket.subscribe("2", INTEGRATIE, variables).await;
    loop {
        let message = socket.message().await;
        if message["id"] == "2" {
            assert!(message.to_string().contains("GEEN_RECHT"), "{message}");
            return;
        }
    }
}
