//! The register of risks: weighing, owning and linking them, and who may.

use samenspel::domain::organisatie::Hubrol;
use serde_json::{Value, json};

use crate::support::{INTEGRATIE, TestClient, TestHub};

const RISICOS: &str =
    "{ trajecten { id positie mijlpalen { id naam } borden { taken { id titel } } risicos { id naam kans
    impact score zwaarte trend maatregel gesloten versie magWijzigen herkomst { bron { document } } } } }";
const RISICO: &str =
    "risico { id naam score zwaarte trend versie taken { titel } mijlpalen { naam } eigenaar { naam } }";

async fn read(client: &TestClient) -> Value {
    client.query(RISICOS, json!({})).await["trajecten"][0].take()
}

fn risico<'a>(traject: &'a Value, naam: &str) -> &'a Value {
    let risicos = traject["risicos"].as_array().unwrap();
    risicos.iter().find(|risico| risico["naam"].as_str().unwrap().starts_with(naam)).unwrap()
}

fn wijziging(risico: &Value, inhoud: Value) -> Value {
    json!({ "id": risico["id"], "verwachteVersie": risico["versie"], "inhoud": inhoud })
}

#[tokio::test]
async fn the_six_risks_of_the_sources_stand_with_the_heaviest_first() {
    let hub = TestHub::demo().await;
    let traject = read(&hub.als(Hubrol::Kijker).await).await;
    let risicos = traject["risicos"].as_array().unwrap();
    assert_eq!(risicos.len(), 6);
    let scores: Vec<_> = risicos.iter().map(|risico| risico["score"].as_i64()).collect();
    assert!(scores.windows(2).all(|paar| paar[0] >= paar[1]), "{scores:?}");
    // What nobody weighed is unknown, not zero.
    let laatste = risicos.last().unwrap();
    assert_eq!((&laatste["score"], &laatste["zwaarte"]), (&Value::Null, &json!("ONBEKEND")));
    assert!(risicos.iter().all(|risico| risico["herkomst"]["bron"]["document"].is_string()));
}

#[tokio::test]
async fn a_risk_is_reported_weighed_and_linked_and_the_other_screen_sees_it() {
    let hub = TestHub::demo().await;
    let (anna, bram) = (hub.als(Hubrol::Kwartiermaker).await, hub.als(Hubrol::Kijker).await);
    let traject = read(&bram).await;
    let mut screen = bram.subscribe(INTEGRATIE, json!({ "traject": traject["id"], "vanaf": traject["positie"] })).await;
    assert_eq!(screen.next_event().await["integratie"]["__typename"], "Bijgewerkt");

    let nieuw = json!({ "traject": traject["id"], "inhoud": { "naam": "Een raad zegt nee" } });
    let gemeld = anna.mutate("meldRisico", nieuw, RISICO).await;
    assert_eq!(gemeld["risico"]["zwaarte"], "ONBEKEND", "{gemeld}");
    let event = screen.next_event().await["integratie"].take();
    assert_eq!((&event["__typename"], &event["positie"]), (&json!("RisicoGewijzigd"), &gemeld["positie"]));
    assert_eq!(event["zin"], "Kwartiermaker zette het risico ‘Een raad zegt nee’ in het register.");

    let inhoud = json!({ "naam": "Een raad zegt nee", "kans": 3, "impact": 5, "trend": "STIJGT", "maatregel": "Bellen.",
        "taken": [traject["borden"][0]["taken"][0]["id"]], "mijlpalen": [traject["mijlpalen"][6]["id"]] });
    let gewogen = anna.mutate("wijzigRisico", wijziging(&gemeld["risico"], inhoud.clone()), RISICO).await;
    assert_eq!((&gewogen["risico"]["score"], &gewogen["risico"]["zwaarte"]), (&json!(15), &json!("ZEER_HOOG")));
    assert_eq!(gewogen["risico"]["mijlpalen"][0]["naam"], "Toestemmingsprocedure raden");
    assert_eq!(gewogen["risico"]["taken"].as_array().unwrap().len(), 1);
    let event = screen.next_event().await["integratie"].take();
    assert_eq!((&event["risico"]["score"], &event["risico"]["versie"]), (&json!(15), &json!(2)));
    assert!(event["zin"].as_str().unwrap().contains("score werd 15"), "{event}");

    // Whoever saw the first version is told so.
    let regisseur = hub.als(Hubrol::Procesregisseur).await;
    let clash = regisseur.mutate("wijzigRisico", wijziging(&gemeld["risico"], inhoud), "").await;
    assert_eq!(clash["fouten"][0]["code"], "VERSIE_VEROUDERD");
}

#[tokio::test]
async fn what_cannot_be_is_refused_and_only_who_may_changes_the_register() {
    let hub = TestHub::demo().await;
    let anna = hub.als(Hubrol::Kwartiermaker).await;
    let traject = read(&anna).await;
    let krap = risico(&traject, "Krappe arbeidsmarkt");
    let vreemd = samenspel::platform::graphql::relay::global_id("Mijlpaal", "mijlpaal-elders").0;
    let niemand = samenspel::platform::graphql::relay::global_id("Persoon", uuid::Uuid::nil()).0;
    for (inhoud, code, veld) in [
        (json!({ "naam": " " }), "VERPLICHT", "naam"),
        (json!({ "naam": "k".repeat(201) }), "TE_LANG", "naam"),
        (json!({ "naam": "Krap", "kans": 6 }), "ONGELDIGE_WAARDE", "kans"),
        (json!({ "naam": "Krap", "impact": 0 }), "ONGELDIGE_WAARDE", "impact"),
        (json!({ "naam": "Krap", "mijlpalen": [vreemd] }), "NIET_GEVONDEN", "mijlpalen"),
        (json!({ "naam": "Krap", "eigenaar": niemand }), "NIET_GEVONDEN", "eigenaar"),
        (json!({ "naam": "Krap", "maatregel": "Bel 111222333." }), "BSN_GEVONDEN", "maatregel"),
    ] {
        let answer = anna.mutate("wijzigRisico", wijziging(krap, inhoud.clone()), "").await;
        let fout = &answer["fouten"][0];
        assert_eq!((&fout["code"], &fout["veld"]), (&json!(code), &json!(veld)), "{inhoud}: {answer}");
    }
    assert_eq!(read(&anna).await["positie"], traject["positie"], "a refusal changes nothing");
    for (rol, code) in [
        (Hubrol::Kijker, json!("GEEN_RECHT")),
        (Hubrol::Accounthouder, json!("GEEN_RECHT")),
        (Hubrol::Beheerder, json!("GEEN_RECHT")),
        (Hubrol::Contractmanager, Value::Null),
    ] {
        let input = json!({ "traject": traject["id"], "inhoud": { "naam": "Nog een" } });
        assert_eq!(hub.als(rol).await.mutate("meldRisico", input, "").await["fouten"][0]["code"], code, "{rol:?}");
    }
    let dicht = wijziging(krap, json!({ "naam": krap["naam"], "gesloten": true }));
    assert_eq!(anna.mutate("wijzigRisico", dicht, "risico { gesloten }").await["risico"]["gesloten"], true);
}
