use std::collections::BTreeSet;

use samenspel::{domain::organisatie::Hubrol, platform::graphql::relay::global_id};
use serde_json::{Value, json};

use crate::support::TestHub;

fn namen(list: &Value) -> Vec<&str> {
    list.as_array().unwrap().iter().map(|item| item["naam"].as_str().unwrap()).collect()
}

#[tokio::test]
async fn participation_is_known_on_any_date() {
    let hub = TestHub::demo().await;
    let kijker = hub.als(Hubrol::Kijker).await;
    let query = "query($op: Datum, $module: ID) {
        deelnames(op: $op, module: $module) { status herkomst { onzeker notitie } }
        gemeenten(op: $op, module: $module) { naam }
    }";
    for (op, module, deelnemers, voorgenomen) in [
        ("2013-12-31", "module-1", 0, 0),
        ("2014-06-01", "module-1", 7, 0),
        ("2021-12-31", "module-2", 0, 0),
        ("2022-01-01", "module-2", 14, 0),
        ("2025-12-31", "module-1", 7, 0),
        ("2026-01-01", "module-1", 7, 7),
    ] {
        let variables = json!({ "op": op, "module": global_id("Module", module).0 });
        let data = kijker.query(query, variables).await;
        let deelnames = data["deelnames"].as_array().unwrap();
        let count = |status: &str| deelnames.iter().filter(|deelname| deelname["status"] == status).count();
        assert_eq!((count("DEELNEMER"), count("VOORGENOMEN")), (deelnemers, voorgenomen), "{module} op {op}");
        assert_eq!(namen(&data["gemeenten"]).len(), deelnemers + voorgenomen, "{module} op {op}");
        for deelname in deelnames.iter().filter(|deelname| deelname["status"] == "VOORGENOMEN") {
            assert_eq!(deelname["herkomst"]["onzeker"], true);
            assert!(deelname["herkomst"]["notitie"].as_str().is_some_and(|notitie| !notitie.is_empty()));
        }
    }
}

#[tokio::test]
async fn regions_hold_their_gemeenten() {
    let hub = TestHub::demo().await;
    let kijker = hub.als(Hubrol::Kijker).await;
    let query = "query($regio: ID!) {
        gemeenten(regio: $regio) { naam }
        node(id: $regio) { ... on Regio { gemeenten { naam } } }
    }";
    for (regio, count) in
        [("regio-noord", 7), ("regio-midden", 7), ("regio-mlo", 4), ("regio-mlw", 3), ("regio-nml", 14)]
    {
        let data = kijker.query(query, json!({ "regio": global_id("Regio", regio).0 })).await;
        assert_eq!(namen(&data["gemeenten"]).len(), count, "{regio}");
        assert_eq!(data["gemeenten"], data["node"]["gemeenten"], "{regio}");
    }
    let mlw = kijker.query(query, json!({ "regio": global_id("Regio", "regio-mlw").0 })).await;
    assert_eq!(namen(&mlw["gemeenten"]), ["Leudal", "Nederweert", "Weert"]);
}

#[tokio::test]
async fn roles_and_stakeholders_are_found_and_lead_to_each_other() {
    let hub = TestHub::demo().await;
    let kijker = hub.als(Hubrol::Kijker).await;
    let query = "{
        alle: rollen { naam soort }
        gremia: rollen(soort: GREMIUM) { naam }
        zoek: rollen(zoek: \"TOEGANG coordinator\") { naam herkomst { bron { document } } }
    }";
    let data = kijker.query(query, json!({})).await;
    assert_eq!(namen(&data["alle"]).len(), 54);
    let gremia = data["alle"].as_array().unwrap().iter().filter(|rol| rol["soort"] == "GREMIUM").count();
    assert_eq!(namen(&data["gremia"]).len(), gremia);
    assert!(namen(&data["zoek"]).iter().any(|naam| naam.to_lowercase().contains("coördinator")), "{data}");

    let page = "query($after: String) {
        stakeholders(first: 30, after: $after) { totaal nodes { id naam } pageInfo { hasNextPage endCursor } }
    }";
    let (mut seen, mut after) = (BTreeSet::new(), Value::Null);
    loop {
        let data = kijker.query(page, json!({ "after": after })).await["stakeholders"].take();
        assert_eq!(data["totaal"], 53);
        seen.extend(data["nodes"].as_array().unwrap().iter().map(|node| node["id"].to_string()));
        after = data["pageInfo"]["endCursor"].clone();
        if data["pageInfo"]["hasNextPage"] == false {
            break;
        }
    }
    assert_eq!(seen.len(), 53);

    let query = "query($partij: ID!) {
        relaties(partij: $partij) {
            totaal
            nodes { van { ...wie } naar { ...wie } }
        }
    }
    fragment wie on Partij { ... on Stakeholder { id } ... on Rol { id } ... on Organisatie { id } }";
    let mgr = json!(global_id("Organisatie", "org-mgr").0);
    let data = kijker.query(query, json!({ "partij": mgr })).await;
    let relaties = data["relaties"]["nodes"].as_array().unwrap();
    assert_eq!(relaties.len(), 9);
    assert!(relaties.iter().all(|relatie| relatie["van"]["id"] == mgr || relatie["naar"]["id"] == mgr));
}

#[tokio::test]
async fn a_gemeente_and_its_own_roles_lead_to_each_other() {
    let hub = TestHub::demo().await;
    let kijker = hub.als(Hubrol::Kijker).await;
    let query = "{ gemeenten { id rollen { naam gemeente { id } herkomst { bron { document } } } } }";
    let data = kijker.query(query, json!({})).await;
    for gemeente in data["gemeenten"].as_array().unwrap() {
        for rol in gemeente["rollen"].as_array().unwrap() {
            assert_eq!(rol["gemeente"]["id"], gemeente["id"]);
            assert!(rol["herkomst"]["bron"]["document"].is_string(), "{rol}");
        }
        // The sources give a role of its own to the gemeente that houses the MGR only.
        let expected = ["College van de gemeente van vestiging", "Gemeente Venray als facilitator"];
        let is_venray = gemeente["id"] == global_id("Gemeente", "gem-venray").0;
        assert_eq!(namen(&gemeente["rollen"]), if is_venray { &expected[..] } else { &[] });
    }
}

#[tokio::test]
async fn every_fact_has_an_address_and_a_source() {
    let hub = TestHub::demo().await;
    let kijker = hub.als(Hubrol::Kijker).await;
    for (kind, key) in [
        ("Organisatie", "org-mgr"),
        ("Regio", "regio-noord"),
        ("Domein", "dom-jeugd"),
        ("Module", "module-1"),
        ("Deelname", "gem-venray/module-1"),
        ("Gemeente", "gem-venray"),
        ("Groep", "groep-mgr-intern"),
        ("Rol", "rol-ab"),
        ("Analyse", "analyse-2020"),
        ("Stakeholder", "sh-toegangen"),
        ("Relatie", "rel-01"),
    ] {
        let query = format!(
            "query($id: ID!) {{ node(id: $id) {{ id ... on {kind} {{ herkomst {{ bron {{ document }} }} }} }} }}"
        );
        let id = json!(global_id(kind, key).0);
        let node = kijker.query(&query, json!({ "id": id })).await["node"].take();
        assert_eq!(node["id"], id);
        assert!(node["herkomst"]["bron"]["document"].is_string(), "{kind}: {node}");
    }
    let foreign = global_id("Gemeente", "gem-nergens").0;
    assert_eq!(
        kijker.query("query($id: ID!) { node(id: $id) { id } }", json!({ "id": foreign })).await["node"],
        Value::Null
    );
    let wrong = kijker.graphql("query($id: ID!) { gemeenten(regio: $id) { id } }", json!({ "id": foreign })).await;
    assert_eq!(wrong.body["errors"][0]["extensions"]["code"], "NIET_GEVONDEN");
    let page = kijker.graphql("{ stakeholders(first: 101) { totaal } }", json!({})).await;
    assert_eq!(page.body["errors"][0]["extensions"]["code"], "ONGELDIGE_WAARDE");
}
