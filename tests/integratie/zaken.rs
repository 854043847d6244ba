//! De stand van zaken, and what is different since a day.

use jiff::SignedDuration;
use samenspel::{domain::organisatie::Hubrol, platform::clock::Clock};
use serde_json::{Value, json};

use crate::support::{TestClient, TestHub};

const STAND: &str = "query ($id: ID!, $op: Datum, $stand: Datum) { traject(id: $id, stand: $stand) { standVanZaken(op: $op) {
    peildag taken takenKlaar prognose { uitloop streefdatum } kans { procent uitleg mijlpalen { procent mijlpaal { naam }
    risico { naam } } } stappen { naam regionaal { binnen aantal } } termijnen { termijn { einde } gemeente { naam } stap { naam } }
    risicos { naam score } gemeenten { stappen binnen mis volgendeTermijn gemeente { naam } } } } }";
const VERSCHIL: &str = "query ($id: ID!, $sinds: Datum!, $stand: Datum) {
    verschillen(traject: $id, sinds: $sinds, stand: $stand) { soort richting zin } }";

async fn traject(client: &TestClient) -> Value {
    let query = "{ trajecten { id mijlpalen { id naam van tot } risicos { id naam versie kans }
        besluiten { id cellen { id status versie stap { id soort naam } gemeente { id naam } } } } }";
    client.query(query, json!({})).await["trajecten"][0].take()
}

async fn stand(client: &TestClient, variables: Value) -> Value {
    client.query(STAND, variables).await["traject"]["standVanZaken"].take()
}

/// The chance that the hub gives is the one that follows from its parts.
fn samen(kans: &Value) -> i64 {
    let delen = kans["mijlpalen"].as_array().unwrap();
    let goed = delen.iter().fold(1.0, |goed, deel| goed * (100.0 - deel["procent"].as_f64().unwrap()) / 100.0);
    (100.0_f64 * (1.0 - goed)).round() as i64
}

#[tokio::test]
async fn the_chance_of_slipping_is_explained_by_the_critical_path_and_its_risks() {
    let hub = TestHub::demo().await;
    let anna = hub.als(Hubrol::Kwartiermaker).await;
    let traject = traject(&anna).await;
    // As one looked at it halfway through the procedure of 2025.
    let vraag = json!({ "id": traject["id"], "op": "2025-07-15" });
    let eerst = stand(&anna, vraag.clone()).await;
    assert_eq!((&eerst["peildag"], &eerst["prognose"]["streefdatum"]), (&json!("2025-07-15"), &json!("2026-01-01")));
    assert_eq!(eerst["gemeenten"].as_array().unwrap().len(), 14);
    let scores: Vec<_> = eerst["risicos"].as_array().unwrap().iter().map(|een| een["score"].as_i64()).collect();
    assert!(scores.len() <= 5 && scores.windows(2).all(|paar| paar[0] >= paar[1]), "{scores:?}");
    let kans = &eerst["kans"];
    if eerst["prognose"]["uitloop"].as_i64() > Some(0) {
        assert_eq!(kans["procent"], 100, "{kans}");
    } else {
        assert_eq!(kans["procent"].as_i64(), Some(samen(kans)), "{kans}");
    }

    // A risk that nearly always comes true, on a milestone of the critical path: the chance goes up, and it says why.
    let deel = &kans["mijlpalen"].as_array().unwrap().last().unwrap().clone();
    let naam = &deel["mijlpaal"]["naam"];
    let mijlpaal = traject["mijlpalen"].as_array().unwrap().iter().find(|een| een["naam"] == *naam).unwrap();
    let inhoud = json!({ "naam": "Een raad stelt uit", "kans": 5, "impact": 5, "mijlpalen": [mijlpaal["id"]] });
    let gemeld = anna.mutate("meldRisico", json!({ "traject": traject["id"], "inhoud": inhoud }), "").await;
    assert_eq!(gemeld["fouten"], json!([]));
    let daarna = stand(&anna, vraag).await;
    let zelfde =
        daarna["kans"]["mijlpalen"].as_array().unwrap().iter().find(|een| een["mijlpaal"]["naam"] == *naam).unwrap();
    assert_eq!((&zelfde["procent"], &zelfde["risico"]["naam"]), (&json!(85), &json!("Een raad stelt uit")));
    assert!(daarna["kans"]["procent"].as_i64() >= kans["procent"].as_i64());
    assert_eq!(daarna["risicos"][0]["naam"], "Een raad stelt uit");
}

#[tokio::test]
async fn what_is_different_since_a_day_is_told_from_the_log() {
    let hub = TestHub::demo().await;
    let gisteren = hub.clock.today().to_string();
    let eerder = hub.als(Hubrol::Kwartiermaker).await;
    let traject = traject(&eerder).await;
    hub.clock.shift(SignedDuration::from_hours(24));
    let anna = hub.als(Hubrol::Kwartiermaker).await;
    let sinds = json!({ "id": traject["id"], "sinds": gisteren });
    assert_eq!(anna.query(VERSCHIL, sinds.clone()).await["verschillen"], json!([]));

    let inhoud = json!({ "naam": "Een raad stelt uit", "kans": 4, "impact": 4 });
    anna.mutate("meldRisico", json!({ "traject": traject["id"], "inhoud": inhoud }), "").await;
    let laatste = traject["mijlpalen"].as_array().unwrap().last().unwrap();
    let naar = json!({ "id": laatste["id"], "verwachteVan": laatste["van"], "verwachteTot": laatste["tot"],
        "van": "2026-02-01", "tot": "2026-02-01" });
    assert_eq!(anna.mutate("verplaatsMijlpaal", naar, "").await["fouten"], json!([]));
    let verschillen = anna.query(VERSCHIL, sinds).await["verschillen"].take();
    let zinnen: Vec<_> = verschillen.as_array().unwrap().iter().map(|een| een["zin"].as_str().unwrap()).collect();
    assert!(zinnen.contains(&"Nieuw risico: ‘Een raad stelt uit’."), "{zinnen:?}");
    let naam = laatste["naam"].as_str().unwrap();
    let verplaatst = format!("‘{naam}’ is nu gepland tot en met 1 februari 2026; dat was 1 januari 2026.");
    assert!(zinnen.contains(&verplaatst.as_str()), "{zinnen:?}");
    assert!(
        zinnen.iter().any(|zin| zin.starts_with("Verwacht klaar op 1 februari 2026, 31 dagen later")),
        "{zinnen:?}"
    );
    // As of yesterday nothing had happened, and before the log there is nothing to compare with.
    let toen = json!({ "id": traject["id"], "sinds": gisteren, "stand": gisteren });
    assert_eq!(anna.query(VERSCHIL, toen).await["verschillen"], json!([]));
    let lang_geleden = json!({ "id": traject["id"], "sinds": "2014-01-01" });
    assert_eq!(anna.query(VERSCHIL, lang_geleden).await["verschillen"], json!(null));
}
