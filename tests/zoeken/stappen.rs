//! From any object to the people, bodies and gemeenten it touches and back: without a single question to the store,
//! and within what a question may cost.

use samenspel::{
    domain::{integratie::TrajectId, organisatie::Hubrol},
    platform::graphql::relay::global_id,
};
use serde_json::{Value, json};

use crate::support::{TestClient, TestHub};

const IMPACT: &str = "query ($id: ID!) { impact(onderwerp: $id) {
    gemeenten { gemeente { naam regio { naam } deelnames { module { naam } } } reden }
    rollen { rol { naam groep { naam } gemeente { naam } } }
    stakeholders { stakeholder { naam groep { naam } rol { naam } } }
    personen { persoon { naam aanstellingen { hubrol gemeente { naam } } } }
    weg { wat gremium { naam groep { naam } } vergadering { datum gremium { naam } } }
    onderwerp { id } } }";
const BORD: &str = "query ($id: ID!) { traject(id: $id) { naam besluiten { naam stappen { gremium { naam } }
    cellen { gemeente { naam regio { naam } } stap { naam } } } risicos { eigenaar { naam aanstellingen { hubrol } } } } }";
const REGISTER: &str = "{ afspraken { naam eigenaar { naam aanstellingen { gemeente { naam } } }
    gemeenten { naam regio { naam } } uitkomsten { naam } } }";

/// What the store was asked to answer this, and how much was read. Of a few times the fewest: the hub itself looks at
/// the log twice a second.
async fn gevraagd(hub: &TestHub, client: &TestClient, query: &str, variables: Value) -> (u64, usize) {
    let mut minst = (u64::MAX, 0);
    for poging in 0..4 {
        // Another text each time: an answer that was kept asks nothing either.
        let query = format!("{query} # {poging}");
        let voor = hub.app.db().statements();
        let antwoord = client.query(&query, variables.clone()).await;
        minst = minst.min((hub.app.db().statements() - voor, antwoord.to_string().len()));
    }
    minst
}

#[tokio::test]
async fn walking_from_anything_to_whom_it_touches_asks_the_store_nothing() {
    let hub = TestHub::demo().await;
    let anna = hub.als(Hubrol::Kwartiermaker).await;
    let eerste = anna
        .query(
            "{ zoek(tekst: \"gemeenten\", soorten: [AFSPRAAK, TAAK, BESLUIT], first: 30) {
        nodes { object { __typename id } } } }",
            json!({}),
        )
        .await;
    let objecten = eerste["zoek"]["nodes"].as_array().unwrap().clone();
    let besluit = hub.app.nu().present().world.integratie.besluiten.keys().next().unwrap().to_string();
    let mut onderwerpen: Vec<Value> = objecten
        .iter()
        .map(|node| &node["object"])
        .filter(|object| ["Afspraak", "Taak", "Besluit"].contains(&object["__typename"].as_str().unwrap()))
        .map(|object| object["id"].clone())
        .collect();
    onderwerpen.push(json!(global_id("Besluit", besluit).0));
    assert!(onderwerpen.len() > 5);
    // What signing in and the like ask of the store, it asked by now.
    let (niets, _) = gevraagd(&hub, &anna, "{ __typename }", json!({})).await;
    assert_eq!(niets, 0);
    for id in &onderwerpen {
        let (vragen, gelezen) = gevraagd(&hub, &anna, IMPACT, json!({ "id": id })).await;
        assert_eq!(vragen, 0, "{id}: {gelezen} bytes");
    }
    let traject = global_id("Traject", TrajectId("traject-midden-module-1".into())).0;
    for (query, variables) in [(BORD, json!({ "id": traject })), (REGISTER, json!({}))] {
        let (vragen, gelezen) = gevraagd(&hub, &anna, query, variables).await;
        assert!(gelezen > 1_000, "something was walked: {gelezen} bytes");
        assert_eq!(vragen, 0, "{query}");
    }
    let (vragen, _) = gevraagd(&hub, &anna, "{ gebeurtenissen(first: 1) { nodes { zin } } }", json!({})).await;
    assert!(vragen > 0, "the log does stand in the store: the count counts");
}
