//! The lines of communication: what runs over them, and those that are wanted.

use samenspel::{domain::organisatie::Hubrol, platform::graphql::relay::global_id};
use serde_json::{Value, json};

use crate::support::{TestClient, TestHub};

async fn lijnen(client: &TestClient) -> Vec<Value> {
    let query = "{ lijnen { stil afspraken { naam } vergaderingen { datum } frequenties { naam }
        relatie { id sleutel soort stand eigen module { sleutel } } } }";
    client.query(query, json!({})).await["lijnen"].as_array().unwrap().clone()
}

fn code(answer: &Value) -> &str {
    answer["fouten"][0]["code"].as_str().unwrap_or("gelukt")
}

#[tokio::test]
async fn a_line_shows_what_runs_over_it_and_a_silent_one_says_so() {
    let hub = TestHub::demo().await;
    let kijker = hub.als(Hubrol::Kijker).await;
    let alle = lijnen(&kijker).await;
    assert_eq!(alle.len(), 29);
    let lijn = |sleutel: &str| alle.iter().find(|een| een["relatie"]["sleutel"] == sleutel).unwrap();
    // Toegang and aanbieders agreed several things.
    let toegang = lijn("rel-05");
    assert!(toegang["afspraken"].as_array().unwrap().len() >= 3, "{toegang}");
    assert_eq!(toegang["stil"], false);
    // The council's working group meets twice a year, by agreement.
    assert_eq!(lijn("rel-26")["frequenties"][0]["naam"], "Regionale raadsledenwerkgroep");
    // Nothing was laid down about what residents and toegang say to each other.
    assert_eq!(lijn("rel-27")["stil"], true);
}

#[tokio::test]
async fn a_line_of_module_2_is_wanted_for_module_1_until_it_is_there() {
    let hub = TestHub::demo().await;
    let (anna, bram) = (hub.als(Hubrol::Kwartiermaker).await, hub.als(Hubrol::Procesregisseur).await);
    let kijker = hub.als(Hubrol::Kijker).await;
    let input = json!({ "van": global_id("Rol", "rol-coordinator-toegang").0,
        "naar": global_id("Stakeholder", "sh-toegangen").0, "soort": "verbindt",
        "omschrijving": "Een vaste lijn, ook in module 1.", "module": global_id("Module", "module-1").0 });
    assert_eq!(code(&kijker.mutate("wensLijn", input.clone(), "").await), "GEEN_RECHT");
    let made = anna.mutate("wensLijn", input.clone(), "relatie { id stand eigen module { sleutel } }").await;
    assert_eq!((&made["relatie"]["stand"], &made["relatie"]["eigen"]), (&json!("GEWENST"), &json!(true)));
    assert_eq!(code(&bram.mutate("wensLijn", input.clone(), "").await), "BESTAAT_AL");
    let rond = json!({ "van": input["van"], "naar": input["van"], "soort": "x", "omschrijving": "x" });
    assert_eq!(code(&anna.mutate("wensLijn", rond, "").await), "ONGELDIGE_WAARDE");

    let zet = |verwacht: &str, stand: &str| json!({ "id": made["relatie"]["id"], "verwachteStand": verwacht, "stand": stand });
    assert_eq!(code(&bram.mutate("zetLijn", zet("GEWENST", "BESTAAND"), "").await), "gelukt");
    assert_eq!(code(&anna.mutate("zetLijn", zet("GEWENST", "VERVALLEN"), "").await), "VERSIE_VEROUDERD");
    assert_eq!(lijnen(&anna).await.len(), 30);
    assert_eq!(code(&anna.mutate("zetLijn", zet("BESTAAND", "VERVALLEN"), "").await), "gelukt");
    assert_eq!(lijnen(&anna).await.len(), 29);
    // What a plan says is not for the hub to take back.
    let bron = json!({ "id": global_id("Relatie", "rel-07").0, "verwachteStand": "BESTAAND", "stand": "VERVALLEN" });
    assert_eq!(code(&anna.mutate("zetLijn", bron, "").await), "ONGELDIGE_WAARDE");
}
