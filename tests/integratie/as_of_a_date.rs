//! The board as it was.

use jiff::SignedDuration;
use samenspel::{domain::organisatie::Hubrol, platform::clock::Clock};
use serde_json::json;

use crate::support::{TestBord, TestHub};

#[tokio::test]
async fn a_board_can_be_seen_as_it_was_at_a_moment() {
    let hub = TestHub::demo().await;
    hub.clock.shift(SignedDuration::from_hours(1));
    let then = hub.clock.now().to_string();
    hub.clock.shift(SignedDuration::from_hours(1));
    let anna = hub.als(Hubrol::Kwartiermaker).await;
    let bord = TestBord::read(&anna).await;
    let (moved, archived) = (bord.eerste_in("Te doen"), bord.eerste_in("Gereed"));
    anna.mutate("verplaatsTaak", bord.verplaatsing(moved, "Bezig"), "").await;
    anna.mutate("archiveerTaak", json!({ "id": archived["id"] }), "").await;

    let query = "query ($bord: ID!, $taak: ID!, $op: Tijdstip) {
        bord(id: $bord, op: $op) { taken { id titel versie plaats kolom { id naam } } }
        taak(id: $taak, op: $op) { kolom { naam } } }";
    let variables = |op| json!({ "bord": bord.id, "taak": moved["id"], "op": op });
    let was = anna.query(query, variables(json!(then))).await;
    assert_eq!(was["bord"]["taken"].as_array().unwrap(), bord.taken());
    assert_eq!(was["taak"]["kolom"]["naam"], "Te doen");
    let now = anna.query(query, variables(json!(null))).await;
    assert_eq!(now["bord"]["taken"].as_array().unwrap().len(), bord.taken().len() - 1);
    assert_eq!(now["taak"]["kolom"]["naam"], "Bezig");
    let long_ago = anna.query(query, variables(json!("2014-01-01T00:00:00Z"))).await;
    assert_eq!(long_ago["bord"], json!(null));
}

#[tokio::test]
async fn a_task_is_late_the_day_after_its_date_in_the_netherlands() {
    let hub = TestHub::demo().await;
    let anna = hub.als(Hubrol::Kwartiermaker).await;
    let today = hub.clock.today().to_string();
    let bord = TestBord::read(&anna).await;
    let input =
        json!({ "bord": bord.id, "kolom": bord.kolom("Bezig"), "titel": "Vandaag klaar", "vervaldatum": today });
    let id = anna.mutate("maakTaak", input, "taak { id teLaat }").await["taak"]["id"].take();
    let query = "query ($id: ID!) { taak(id: $id) { teLaat } }";
    assert_eq!(anna.query(query, json!({ "id": id })).await["taak"]["teLaat"], false);
    hub.clock.shift(SignedDuration::from_hours(24));
    let anna = hub.als(Hubrol::Kwartiermaker).await;
    assert_eq!(anna.query(query, json!({ "id": id })).await["taak"]["teLaat"], true);
    let all = anna.query("{ taken(filter: { teLaat: true, zoek: \"Vandaag klaar\" }) { totaal } }", json!({})).await;
    assert_eq!(all["taken"]["totaal"], 1);
}
