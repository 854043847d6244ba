//! What someone chose on a page, kept under a name: for oneself or for colleagues, live.

use samenspel::domain::organisatie::Hubrol;
use serde_json::{Value, json};

use crate::support::{TestClient, TestHub};

const PAGINA: &str = "/afspraken";

async fn namen(client: &TestClient) -> Vec<String> {
    let gelezen =
        client.query("query ($pagina: String!) { weergaven(pagina: $pagina) { naam } }", json!({ "pagina": PAGINA }));
    let gelezen = gelezen.await["weergaven"].take();
    gelezen.as_array().unwrap().iter().map(|een| een["naam"].as_str().unwrap().to_owned()).collect()
}

fn fout(payload: &Value) -> (&str, &str) {
    let fout = &payload["fouten"][0];
    (fout["code"].as_str().unwrap_or(""), fout["veld"].as_str().unwrap_or(""))
}

#[tokio::test]
async fn a_view_is_for_its_maker_alone_until_it_is_shared_and_others_see_it_come_and_go() {
    let hub = TestHub::start().await;
    let (anna, bram) = (hub.als(Hubrol::Kwartiermaker).await, hub.als(Hubrol::Procesregisseur).await);
    let postvak = "subscription { postvak { __typename } }";
    let mut scherm = bram.subscribe(postvak, json!({})).await;
    assert_eq!(scherm.next_event().await["postvak"]["__typename"], "Bijgewerkt");

    let input = json!({ "pagina": PAGINA, "zoek": "fase=CONCEPT", "naam": " In  de maak " });
    let bewaard = anna.mutate("bewaarWeergave", input.clone(), "weergave { id naam gedeeld eigenaar { naam } }").await;
    assert_eq!(bewaard["fouten"], json!([]));
    let weergave = &bewaard["weergave"];
    assert_eq!((weergave["naam"].as_str(), weergave["gedeeld"].as_bool()), (Some("In de maak"), Some(false)));
    assert_eq!((namen(&anna).await, namen(&bram).await), (vec!["In de maak".to_owned()], vec![]));
    let node = "query ($id: ID!) { node(id: $id) { id } }";
    assert_eq!(bram.query(node, json!({ "id": weergave["id"] })).await["node"], Value::Null);
    assert_eq!(fout(&anna.mutate("bewaarWeergave", input, "").await), ("BESTAAT_AL", "naam"));
    let van_anna = json!({ "weergave": weergave["id"], "naam": "Gekaapt" });
    assert_eq!(fout(&bram.mutate("wijzigWeergave", van_anna, "").await).0, "GEEN_RECHT");

    // The first thing that Bram's screen hears of it.
    for (wijziging, ziet) in [
        (json!({ "gedeeld": true }), true),
        (json!({ "vervallen": true }), false),
        (json!({ "vervallen": false }), true),
    ] {
        let mut input = json!({ "weergave": weergave["id"] });
        input.as_object_mut().unwrap().extend(wijziging.as_object().unwrap().clone());
        assert_eq!(anna.mutate("wijzigWeergave", input, "").await["fouten"], json!([]));
        assert_eq!(scherm.next_event().await["postvak"]["__typename"], "PostvakGewijzigd");
        assert_eq!(namen(&bram).await, if ziet { vec!["In de maak".to_owned()] } else { vec![] });
    }
    let logboek = bram.query("{ gebeurtenissen { nodes { zin } } }", json!({})).await;
    assert!(!logboek.to_string().contains("In de maak"), "what people keep is nobody else's business");
}

#[tokio::test]
async fn a_view_that_leads_elsewhere_or_holds_a_bsn_is_refused() {
    let hub = TestHub::start().await;
    let anna = hub.als(Hubrol::Kijker).await;
    for (pagina, zoek, naam, wat) in [
        ("https://elders.example", "", "Weg", ("ONGELDIGE_WAARDE", "pagina")),
        ("//elders.example", "", "Weg", ("ONGELDIGE_WAARDE", "pagina")),
        (PAGINA, "a#b", "Weg", ("ONGELDIGE_WAARDE", "zoek")),
        (PAGINA, "", " ", ("VERPLICHT", "naam")),
        (PAGINA, "zoek=111222333", "Client", ("BSN_GEVONDEN", "zoek")),
    ] {
        let input = json!({ "pagina": pagina, "zoek": zoek, "naam": naam });
        assert_eq!(fout(&anna.mutate("bewaarWeergave", input, "").await), wat, "{pagina} {zoek} {naam}");
    }
    assert!(namen(&anna).await.is_empty());
}
