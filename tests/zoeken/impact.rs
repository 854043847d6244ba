//! Whom something touches, through which bodies it goes, and who knows of it.

use jiff::ToSpan;
use samenspel::{
    domain::{integratie::TrajectId, organisatie::Hubrol},
    platform::{clock::Clock, graphql::relay::global_id},
};
use serde_json::{Value, json};

use crate::support::{TestBord, TestClient, TestHub};

const IMPACT: &str = "query ($id: ID!) { impact(onderwerp: $id) { magVastleggen
    gemeenten { gemeente { naam } reden } rollen { rol { naam } } stakeholders { stakeholder { naam } }
    personen { persoon { id naam } reden geinformeerdOp }
    weg { gremium { naam } wat gedaan uiterlijk aanleveren vergadering { datum } }
    geinformeerd { kanaal dag ook personen { naam } door { naam } } bericht { onderwerp tekst } } }";

async fn impact(client: &TestClient, id: &str) -> Value {
    client.query(IMPACT, json!({ "id": id })).await["impact"].take()
}

fn namen(lijst: &Value, wie: &str) -> Vec<String> {
    lijst.as_array().unwrap().iter().map(|een| een[wie]["naam"].as_str().unwrap().to_owned()).collect()
}

#[tokio::test]
async fn an_agreement_touches_its_gemeenten_their_accounthouders_and_who_speaks_for_its_parties() {
    let hub = TestHub::demo().await;
    let anna = hub.als(Hubrol::Kwartiermaker).await;
    let id = anna
        .query("{ zoek(tekst: \"301-bericht direct insturen\", first: 1) { nodes { object { id } } } }", json!({}))
        .await;
    let id = id["zoek"]["nodes"][0]["object"]["id"].as_str().unwrap().to_owned();
    let raakt = impact(&anna, &id).await;
    let gemeenten = namen(&raakt["gemeenten"], "gemeente");
    assert!(!gemeenten.is_empty());
    let personen = namen(&raakt["personen"], "persoon");
    for gemeente in &gemeenten {
        assert!(personen.contains(&format!("Accounthouder {gemeente}")), "{gemeente}: {personen:?}");
    }
    let tekst = raakt["bericht"]["tekst"].as_str().unwrap();
    assert!(tekst.contains("301-bericht direct insturen") && tekst.contains(&gemeenten[0]), "{tekst}");
}

#[tokio::test]
async fn a_decision_says_through_which_bodies_and_by_when_and_who_was_told_stands_in_its_history() {
    let hub = TestHub::demo().await;
    let (anna, bram) = (hub.als(Hubrol::Kwartiermaker).await, hub.als(Hubrol::CoordinatorToegang).await);
    let besluiten =
        anna.query("{ trajecten { sleutel besluiten { id stappen { gremium { sleutel } } } } }", json!({})).await;
    let traject =
        besluiten["trajecten"].as_array().unwrap().iter().find(|een| een["besluiten"][0]["id"].is_string()).unwrap();
    let besluit = traject["besluiten"][0]["id"].as_str().unwrap();
    let voor = impact(&anna, besluit).await;
    let stappen = traject["besluiten"][0]["stappen"].as_array().unwrap();
    assert_eq!(voor["weg"].as_array().unwrap().len(), stappen.len());
    assert!(voor["gemeenten"].as_array().unwrap().len() >= 7);

    let gremium = stappen[0]["gremium"]["sleutel"].as_str().unwrap();
    let (datum, aanleverdatum) = (hub.clock.today() + 20.days(), hub.clock.today() + 6.days());
    let input = json!({ "traject": global_id("Traject", TrajectId(traject["sleutel"].as_str().unwrap().into())).0,
        "gremium": global_id("Rol", gremium).0, "datum": datum, "aanleverdatum": aanleverdatum });
    let gelegd = anna.mutate("legVergaderingVast", input, "").await;
    assert_eq!(gelegd["fouten"], json!([]));
    let nu = impact(&anna, besluit).await;
    assert_eq!(nu["weg"][0]["vergadering"]["datum"], json!(datum));
    assert_eq!(nu["weg"][0]["aanleveren"], json!(aanleverdatum));

    let persoon = &nu["personen"][0];
    assert_eq!(persoon["geinformeerdOp"], Value::Null);
    let input =
        json!({ "onderwerp": besluit, "personen": [persoon["persoon"]["id"]], "ook": "de griffie", "kanaal": "EMAIL" });
    let verteld = anna.mutate("meldGeinformeerd", input, "impact { personen { geinformeerdOp } }").await;
    assert_eq!(verteld["fouten"], json!([]));
    assert_eq!(verteld["impact"]["personen"][0]["geinformeerdOp"], json!(hub.clock.today()));
    let later = impact(&bram, besluit).await;
    assert_eq!(later["geinformeerd"][0]["door"]["naam"], "Kwartiermaker");
    assert_eq!(later["geinformeerd"][0]["ook"], "de griffie");
    let geschiedenis = "query ($id: ID!) { gebeurtenissen(onderwerp: $id, first: 1) { nodes { __typename zin } } }";
    let regel = bram.query(geschiedenis, json!({ "id": besluit })).await["gebeurtenissen"]["nodes"][0].take();
    assert_eq!(regel["__typename"], "GeinformeerdVastgelegd");
    assert!(regel["zin"].as_str().unwrap().ends_with("de griffie per e-mail"), "{regel}");
}

#[tokio::test]
async fn who_may_lay_down_that_someone_was_told_and_what_is_missing_is_said() {
    let hub = TestHub::demo().await;
    let (anna, kijker) = (hub.als(Hubrol::Kwartiermaker).await, hub.als(Hubrol::Kijker).await);
    let (venlo, weert) = (hub.accounthouder("gem-venlo").await, hub.accounthouder("gem-weert").await);
    let bord = TestBord::read(&anna).await;
    let input = json!({ "bord": bord.id, "kolom": bord.kolom("Te doen"), "titel": "Iets van Weert",
        "gemeenten": [global_id("Gemeente", "gem-weert").0] });
    let taak = anna.mutate("maakTaak", input, "taak { id }").await["taak"]["id"].take();
    let meld = async |client: &TestClient, meer: Value| {
        let mut input = json!({ "onderwerp": taak, "ook": "de directie", "kanaal": "OVERLEG" });
        meer.as_object().unwrap().iter().for_each(|(veld, waarde)| input[veld] = waarde.clone());
        let gemeld = client.mutate("meldGeinformeerd", input, "").await;
        gemeld["fouten"][0]["code"].clone()
    };
    for (wie, client, code) in [
        ("kijker", &kijker, json!("GEEN_RECHT")),
        ("Venlo", &venlo, json!("GEEN_RECHT")),
        ("Weert", &weert, Value::Null),
    ] {
        assert_eq!(meld(client, json!({})).await, code, "{wie}");
        assert_eq!(impact(client, taak.as_str().unwrap()).await["magVastleggen"], json!(code.is_null()), "{wie}");
    }
    assert_eq!(meld(&anna, json!({ "ook": " " })).await, "VERPLICHT");
    assert_eq!(meld(&anna, json!({ "dag": hub.clock.today() + 1.day() })).await, "DATUM_ONGELDIG");
    assert_eq!(meld(&anna, json!({ "ook": "123456782" })).await, "BSN_GEVONDEN");
    assert_eq!(meld(&anna, json!({ "onderwerp": global_id("Gemeente", "gem-weert").0 })).await, "NIET_GEVONDEN");
}
