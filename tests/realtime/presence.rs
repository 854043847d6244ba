//! Who is here.

use samenspel::domain::organisatie::Hubrol;
use serde_json::{Value, json};

use crate::support::{Subscription, TestBord, TestHub};

pub const HIER: &str = "subscription ($plek: String!, $scherm: UUID!) { aanwezigheid(plek: $plek, scherm: $scherm) {
    aanwezigen { scherm persoon { naam } bezigheid onderwerp } } }";

/// Who is there, as soon as `wanted` holds.
pub async fn here(screen: &mut Subscription, wanted: impl Fn(&[Value]) -> bool) -> Vec<Value> {
    loop {
        let mut event = screen.next_event().await;
        let Value::Array(all) = event["aanwezigheid"]["aanwezigen"].take() else { panic!("no list: {event}") };
        if wanted(&all) {
            return all;
        }
    }
}

#[tokio::test]
async fn colleagues_see_who_is_here_what_they_drag_and_when_they_are_gone() {
    let hub = TestHub::demo().await;
    let (anna, bram) = (hub.als(Hubrol::Kwartiermaker).await, hub.als(Hubrol::Procesregisseur).await);
    let bord = TestBord::read(&anna).await;
    let taak = bord.eerste_in("Te doen")["id"].clone();
    let (a, b) = (json!(uuid::Uuid::new_v4()), json!(uuid::Uuid::new_v4()));
    let mut by_anna = anna.subscribe(HIER, json!({ "plek": bord.id, "scherm": a })).await;
    let mut by_bram = bram.subscribe(HIER, json!({ "plek": bord.id, "scherm": b })).await;
    here(&mut by_anna, |all| all.len() == 2).await;

    let drags = json!({ "plek": bord.id, "scherm": a, "bezigheid": "SLEEPT", "onderwerp": taak });
    let query = "mutation ($input: MeldBezigInput!) { meldBezig(input: $input) { fouten { code } } }";
    anna.query(query, json!({ "input": drags })).await;
    let all = here(&mut by_bram, |all| all.iter().any(|one| one["bezigheid"] == "SLEEPT")).await;
    let one = all.iter().find(|one| one["scherm"] == a).unwrap();
    assert_eq!((&one["persoon"]["naam"], &one["onderwerp"]), (&json!("Kwartiermaker"), &taak));

    let pretends = json!({ "plek": bord.id, "scherm": a, "bezigheid": "BEWERKT" });
    let refused = bram.query(query, json!({ "input": pretends })).await;
    assert_eq!(refused["meldBezig"]["fouten"][0]["code"], "NIET_GEVONDEN");

    drop(by_anna);
    let all = here(&mut by_bram, |all| all.len() == 1).await;
    assert_eq!(all[0]["persoon"]["naam"], "Procesregisseur beleid");
}
