//! What hangs on a task, and its history.

use samenspel::domain::organisatie::Hubrol;
use serde_json::{Value, json};

use crate::support::{TestBord, TestHub};

#[tokio::test]
async fn a_checklist_is_kept_together_and_what_is_removed_comes_back_in_its_place() {
    let hub = TestHub::demo().await;
    let anna = hub.als(Hubrol::Kwartiermaker).await;
    let bord = TestBord::read(&anna).await;
    let taak = bord.taak("Formatie business control");
    let fields = "taak { voortgang { gereed totaal } checkpunten { id tekst af } }";
    let mut now = Value::Null;
    for tekst in ["één", "twee", "drie"] {
        now = anna.mutate("voegCheckpuntToe", json!({ "taak": taak["id"], "tekst": tekst }), fields).await;
    }
    let twee = now["taak"]["checkpunten"][1]["id"].clone();
    anna.mutate("wijzigCheckpunt", json!({ "id": twee, "af": true }), "").await;
    let without = anna.mutate("verwijderCheckpunt", json!({ "id": twee }), fields).await;
    assert_eq!(without["taak"]["voortgang"], json!({ "gereed": 0, "totaal": 2 }));
    let gone = anna.mutate("wijzigCheckpunt", json!({ "id": twee, "af": false }), "").await;
    assert_eq!(gone["fouten"][0]["code"], "NIET_GEVONDEN");
    let back = anna.mutate("herstelCheckpunt", json!({ "id": twee }), fields).await;
    assert_eq!(back["taak"]["voortgang"], json!({ "gereed": 1, "totaal": 3 }));
    assert_eq!(back["taak"]["checkpunten"][1], json!({ "id": twee, "tekst": "twee", "af": true }));
}

#[tokio::test]
async fn history_reads_as_sentences_with_who_and_from_and_to() {
    let hub = TestHub::demo().await;
    let anna = hub.als(Hubrol::Kwartiermaker).await;
    let bord = TestBord::read(&anna).await;
    let taak = bord.taak("Formatie business control");
    let id = &taak["id"];
    let venlo = samenspel::platform::graphql::relay::global_id("Gemeente", "gem-venlo").0;
    anna.mutate("verplaatsTaak", bord.verplaatsing(taak, "Bezig"), "").await;
    let change = json!({ "id": id, "verwachteVersie": 2, "titel": "Formatie", "vervaldatum": "2027-01-04",
        "gemeenten": [venlo], "eigenaar": null });
    anna.mutate("wijzigTaak", change, "").await;
    anna.mutate("voegCheckpuntToe", json!({ "taak": id, "tekst": "Bellen" }), "").await;
    anna.mutate("archiveerTaak", json!({ "id": id }), "").await;
    let query = "query ($id: ID!) { taak(id: $id) { geschiedenis(first: 4) {
        nodes { __typename zin door { naam } wijzigingen { veld van naar } onderwerp { id } }
        pageInfo { hasNextPage } } } }";
    let history = anna.query(query, json!({ "id": id })).await["taak"]["geschiedenis"].take();
    let zinnen: Vec<_> =
        history["nodes"].as_array().unwrap().iter().map(|node| node["zin"].as_str().unwrap()).collect();
    assert_eq!(zinnen[0], "Kwartiermaker archiveerde ‘Formatie’.");
    assert_eq!(zinnen[1], "Kwartiermaker zette ‘Bellen’ op de checklist van ‘Formatie’.");
    assert!(zinnen[2].contains("titel van Formatie business control in beeld brengen naar Formatie"), "{}", zinnen[2]);
    assert!(zinnen[2].contains("naar Venlo") && zinnen[2].contains("naar 4 januari 2027"), "{}", zinnen[2]);
    assert!(zinnen[2].contains("eigenaar is leeg gemaakt (was Kwartiermaker)"), "{}", zinnen[2]);
    assert_eq!(zinnen[3], "Kwartiermaker verplaatste ‘Formatie’ van Te doen naar Bezig.");
    let moved = &history["nodes"][3];
    assert_eq!(moved["wijzigingen"], json!([{ "veld": "Kolom", "van": "Te doen", "naar": "Bezig" }]));
    assert_eq!(moved["door"]["naam"], "Kwartiermaker");
    assert_eq!(moved["onderwerp"]["id"], *id);
    assert_eq!(history["pageInfo"]["hasNextPage"], true);
}

#[tokio::test]
async fn everything_with_an_id_is_found_by_it() {
    let hub = TestHub::demo().await;
    let anna = hub.als(Hubrol::Kwartiermaker).await;
    let query = "{ trajecten { id functies { id } borden { id kolommen { id } taken { id checkpunten { id } opmerkingen { id } } } }
        gebeurtenissen(first: 100) { nodes { id __typename } }
        gemeenten { id deelnames { id } } regios { id } modules { id } groepen { id } rollen { id } analyses { id }
        stakeholders(first: 100) { nodes { id } } relaties(first: 100) { nodes { id } }
        personen(first: 100) { nodes { id aanstellingen { id } } } organisatie { id } }";
    let data = anna.query(query, json!({})).await;
    let mut ids = Vec::new();
    collect_ids(&data, &mut ids);
    assert!(ids.len() > 400, "{}", ids.len());
    for chunk in ids.chunks(100) {
        let found = anna.query("query ($ids: [ID!]!) { nodes(ids: $ids) { id } }", json!({ "ids": chunk })).await;
        let found: Vec<_> = found["nodes"].as_array().unwrap().iter().map(|node| node["id"].clone()).collect();
        assert_eq!(found, chunk);
    }
    let nothing = anna.query("{ node(id: \"onzin\") { id } }", json!({})).await;
    assert_eq!(nothing["node"], json!(null));
}

fn collect_ids(value: &Value, ids: &mut Vec<Value>) {
    match value {
        Value::Object(fields) => {
            ids.extend(fields.get("id").cloned());
            fields.values().for_each(|value| collect_ids(value, ids));
        }
        Value::Array(items) => items.iter().for_each(|item| collect_ids(item, ids)),
        _ => {}
    }
}
