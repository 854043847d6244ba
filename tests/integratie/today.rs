//! Vandaag: what waits for me, and what changed since my last visit.

use samenspel::{domain::organisatie::Hubrol, platform::graphql::relay::global_id};
use serde_json::json;

use crate::support::{TestBord, TestHub};

#[tokio::test]
async fn what_others_did_since_my_last_visit_is_grouped_and_mentions_stand_apart() {
    let hub = TestHub::demo().await;
    let persoon = hub.persoon("Bram", Hubrol::Procesregisseur, None).await;
    let (anna, bram) = (hub.als(Hubrol::Kwartiermaker).await, hub.als_persoon(persoon).await);
    let query = "{ vandaag { vorigBezoek positie mijnTaken { titel } vermeldingen { zin vermelde { naam } }
        gewijzigd { titel aantal onderwerp { id } gebeurtenissen { zin } } } }";
    let first = bram.query(query, json!({})).await["vandaag"].take();
    assert_eq!(first["vorigBezoek"], json!(null));
    let seen = bram.mutate("markeerGezien", json!({ "tot": first["positie"] }), "").await;
    assert_eq!(seen["fouten"], json!([]));

    let bord = TestBord::read(&anna).await;
    let taak = bord.eerste_in("Te doen");
    anna.mutate("verplaatsTaak", bord.verplaatsing(taak, "Bezig"), "").await;
    let eigenaar = global_id("Persoon", persoon).0;
    anna.mutate("wijzigTaak", json!({ "id": taak["id"], "verwachteVersie": 2, "eigenaar": eigenaar }), "").await;
    let tekst = format!("Kijk jij even, @[Bram]({eigenaar})?");
    anna.mutate("plaatsOpmerking", json!({ "taak": taak["id"], "tekst": tekst }), "").await;
    bram.mutate("voegCheckpuntToe", json!({ "taak": taak["id"], "tekst": "Mijn eigen werk" }), "").await;

    let now = bram.query(query, json!({})).await["vandaag"].take();
    assert!(now["vorigBezoek"].is_string());
    assert_eq!(now["mijnTaken"], json!([{ "titel": taak["titel"] }]));
    assert_eq!(now["vermeldingen"][0]["vermelde"], json!([{ "naam": "Bram" }]));
    let groups = now["gewijzigd"].as_array().unwrap();
    assert_eq!(groups.len(), 1, "{groups:#?}");
    assert_eq!((&groups[0]["titel"], &groups[0]["aantal"]), (&taak["titel"], &json!(3)));
    assert_eq!(groups[0]["onderwerp"]["id"], taak["id"]);

    bram.mutate("markeerGezien", json!({ "tot": now["positie"] }), "").await;
    let after = bram.query(query, json!({})).await["vandaag"].take();
    assert_eq!(after["gewijzigd"], json!([]));
    assert_eq!(after["vermeldingen"], json!([]));
}
