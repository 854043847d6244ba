//! Autonomy: what is policy, the region cannot decide without each gemeente.

use samenspel::domain::organisatie::Hubrol;
use serde_json::{Value, json};

use crate::support::{INTEGRATIE, TestClient, TestHub};

const AUTONOMIE: &str =
    "{ trajecten { id positie besluiten { id naam stappen { id naam soort } cellen { id versie status
    stap { id soort } gemeente { naam } } } autonomie { ...A } } }
  fragment A on Autonomie { id aard versie magRegionaal uitleg magWijzigen regionaalOp ontbreekt { naam }
    over { __typename ... on Besluit { naam } ... on Mijlpaal { naam } ... on Taak { titel } } }";
const EEN: &str = "autonomie { id aard versie magRegionaal uitleg regionaalOp ontbreekt { naam } }";

async fn read(client: &TestClient) -> Value {
    client.query(AUTONOMIE, json!({})).await["trajecten"][0].take()
}

fn van<'a>(traject: &'a Value, soort: &str) -> &'a Value {
    let alle = traject["autonomie"].as_array().unwrap();
    alle.iter().find(|een| een["over"]["__typename"] == soort).unwrap()
}

fn met(een: &Value, mut velden: Value) -> Value {
    velden["id"] = een["id"].clone();
    velden["verwachteVersie"] = een["versie"].clone();
    velden
}

#[tokio::test]
async fn the_region_decides_on_policy_only_when_each_gemeente_did() {
    let hub = TestHub::demo().await;
    let (anna, bram) = (hub.als(Hubrol::Kwartiermaker).await, hub.als(Hubrol::Kijker).await);
    let traject = read(&bram).await;
    let mut screen = bram.subscribe(INTEGRATIE, json!({ "traject": traject["id"], "vanaf": traject["positie"] })).await;
    assert_eq!(screen.next_event().await["integratie"]["__typename"], "Bijgewerkt");
    let mijlpaal = van(&traject, "Mijlpaal");
    assert_eq!((&mijlpaal["aard"], &mijlpaal["magRegionaal"]), (&Value::Null, &json!(false)));
    let eerst = anna.mutate("besluitRegionaal", met(mijlpaal, json!({ "op": "2025-12-01" })), "").await;
    assert_eq!(eerst["fouten"][0]["code"], "BELEID_IS_LOKAAL", "nobody said what it is: {eerst}");

    let beleid = anna.mutate("bepaalAard", met(mijlpaal, json!({ "aard": "BELEID" })), EEN).await;
    let event = screen.next_event().await["integratie"].take();
    assert_eq!((&event["__typename"], &event["autonomie"]["aard"]), (&json!("AutonomieGewijzigd"), &json!("BELEID")));
    let zonder = anna.mutate("besluitRegionaal", met(&beleid["autonomie"], json!({ "op": "2025-12-01" })), "").await;
    assert!(zonder["fouten"][0]["bericht"].as_str().unwrap().contains("§2.6"), "the source is named: {zonder}");

    let besluit = &traject["besluiten"][0];
    let gekoppeld = met(&beleid["autonomie"], json!({ "aard": "BELEID", "besluit": besluit["id"] }));
    let gekoppeld = anna.mutate("bepaalAard", gekoppeld, EEN).await;
    let ontbreekt = gekoppeld["autonomie"]["ontbreekt"].as_array().unwrap();
    assert_eq!(ontbreekt.len(), 14, "{gekoppeld}");
    let geweigerd =
        anna.mutate("besluitRegionaal", met(&gekoppeld["autonomie"], json!({ "op": "2025-12-01" })), "").await;
    assert!(geweigerd["fouten"][0]["bericht"].as_str().unwrap().contains("Weert"), "{geweigerd}");

    let beslist = |cel: &&Value| cel["stap"]["soort"] == "TOESTEMMING" || cel["stap"]["soort"] == "COLLEGEBESLUIT";
    for cel in besluit["cellen"].as_array().unwrap().iter().filter(beslist) {
        let input =
            json!({ "id": cel["id"], "verwachteVersie": cel["versie"], "status": "GEDAAN", "datum": "2025-11-20" });
        assert_eq!(anna.mutate("vulBesluitcelIn", input, "").await["fouten"], json!([]));
    }
    let besloten = met(&gekoppeld["autonomie"], json!({ "op": "2025-12-01" }));
    let besloten = anna.mutate("besluitRegionaal", besloten, EEN).await;
    assert_eq!(
        (&besloten["autonomie"]["regionaalOp"], &besloten["autonomie"]["magRegionaal"]),
        (&json!("2025-12-01"), &json!(true)),
        "{besloten}"
    );
}

#[tokio::test]
async fn a_decision_on_policy_cannot_count_by_majority() {
    let hub = TestHub::demo().await;
    let anna = hub.als(Hubrol::Kwartiermaker).await;
    let traject = read(&anna).await;
    let besluit = van(&traject, "Besluit");
    let stappen = traject["besluiten"][0]["stappen"].as_array().unwrap();
    let toestemming = stappen.iter().find(|stap| stap["soort"] == "TOESTEMMING").unwrap();
    let meerderheid = json!({ "id": toestemming["id"], "soort": "MEERDERHEID" });
    assert_eq!(anna.mutate("wijzigBesluitregel", meerderheid.clone(), "").await["fouten"], json!([]));
    let te_laat = anna.mutate("bepaalAard", met(besluit, json!({ "aard": "BELEID" })), "").await;
    assert_eq!(
        (&te_laat["fouten"][0]["code"], &te_laat["fouten"][0]["veld"]),
        (&json!("BELEID_IS_LOKAAL"), &json!("aard")),
        "{te_laat}"
    );
    let alle = json!({ "id": toestemming["id"], "soort": "ALLE" });
    assert_eq!(anna.mutate("wijzigBesluitregel", alle, "").await["fouten"], json!([]));
    assert_eq!(
        anna.mutate("bepaalAard", met(besluit, json!({ "aard": "BELEID" })), EEN).await["autonomie"]["aard"],
        "BELEID"
    );
    let geweigerd = anna.mutate("wijzigBesluitregel", meerderheid, "").await;
    assert_eq!(geweigerd["fouten"][0]["code"], "BELEID_IS_LOKAAL", "{geweigerd}");
    for (rol, code) in [(Hubrol::Kijker, "GEEN_RECHT"), (Hubrol::Accounthouder, "GEEN_RECHT")] {
        let mijlpaal = met(van(&traject, "Mijlpaal"), json!({ "aard": "BELEID" }));
        assert_eq!(hub.als(rol).await.mutate("bepaalAard", mijlpaal, "").await["fouten"][0]["code"], code, "{rol:?}");
    }
}
