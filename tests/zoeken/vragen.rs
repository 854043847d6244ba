//! What people really ask, and what they should see first.

use samenspel::domain::{
    organisatie::{Hubrol, commands::WijzigPersoon},
    zoeken::Zoekindex,
};
use serde::Deserialize;
use serde_json::{Value, json};

use crate::support::{TestBord, TestClient, TestHub};

pub const ZOEK: &str = "query($tekst: String!, $soorten: [Zoeksoort!] = [], $first: Int = 20, $after: String) {
    zoek(tekst: $tekst, soorten: $soorten, first: $first, after: $after) {
        totaal bedoeld perSoort { soort aantal } pageInfo { hasNextPage endCursor }
        nodes { soort bij voorbij titel { tekst raak } fragment { tekst raak } object { __typename id } }
    }
}";

#[derive(Deserialize)]
struct Vraag {
    vraag: String,
    /// `None`: any kind with this title will do.
    soort: Option<String>,
    eerste: String,
}

pub fn tekst(delen: &Value) -> String {
    delen.as_array().unwrap().iter().map(|deel| deel["tekst"].as_str().unwrap()).collect()
}

pub async fn zoek(client: &TestClient, tekst: &str) -> Value {
    client.query(ZOEK, json!({ "tekst": tekst })).await["zoek"].take()
}

async fn titels(client: &TestClient, woorden: &str) -> Vec<String> {
    zoek(client, woorden).await["nodes"].as_array().unwrap().iter().map(|node| tekst(&node["titel"])).collect()
}

#[tokio::test]
async fn fifty_real_questions_have_the_right_answer_first() {
    let hub = TestHub::demo().await;
    let anna = hub.als(Hubrol::Kijker).await;
    let vragen: Vec<Vraag> = serde_json::from_str(include_str!("vragen.json")).unwrap();
    assert!(vragen.len() >= 50);
    let mut mis = Vec::new();
    for Vraag { vraag, soort, eerste } in vragen {
        let gevonden = zoek(&anna, &vraag).await;
        let bovenaan = &gevonden["nodes"][0];
        let titel = if bovenaan.is_null() { String::new() } else { tekst(&bovenaan["titel"]) };
        if titel != eerste || soort.is_some_and(|soort| bovenaan["soort"] != soort) {
            mis.push(format!("‘{vraag}’: {} ‘{titel}’ in plaats van ‘{eerste}’", bovenaan["soort"]));
        }
    }
    assert!(mis.is_empty(), "{}", mis.join("\n"));
}

#[tokio::test]
async fn what_someone_writes_is_found_by_the_other_at_once_and_with_mistakes() {
    let hub = TestHub::demo().await;
    let (anna, bram) = (hub.als(Hubrol::Kwartiermaker).await, hub.als(Hubrol::Kijker).await);
    let bord = TestBord::read(&anna).await;
    assert_eq!(titels(&bram, "paddenstoelen").await, Vec::<String>::new());
    let input = json!({ "bord": bord.id, "kolom": bord.kolom("Te doen"), "titel": "Paddenstoelen tellen in Weert" });
    let taak = anna.mutate("maakTaak", input, "taak { id }").await["taak"]["id"].take();
    let gevonden = zoek(&bram, "padenstoelen wert").await;
    assert_eq!(gevonden["nodes"][0]["object"], json!({ "__typename": "Taak", "id": taak }));
    assert_eq!(gevonden["bedoeld"], "paddenstoelen weert");
    let raak = |titel: &Value| titel.as_array().unwrap().iter().filter(|deel| deel["raak"] == true).count();
    assert_eq!(raak(&gevonden["nodes"][0]["titel"]), 2, "the words that were found are marked");

    let opmerking = json!({ "taak": taak, "tekst": "Vergeet de cantharellen niet, en tel ook de boleten." });
    anna.mutate("plaatsOpmerking", opmerking, "").await;
    let fragment = zoek(&bram, "cantharel").await["nodes"][0]["fragment"].take();
    assert!(tekst(&fragment).contains("cantharellen"), "a remark is found too: {fragment}");
    assert_eq!(raak(&fragment), 1);

    let versie =
        anna.query("query($id: ID!) { node(id: $id) { ... on Taak { versie } } }", json!({ "id": taak })).await;
    let versie = &versie["node"]["versie"];
    let input = json!({ "id": taak, "verwachteVersie": versie, "titel": "Bomen tellen in Weert" });
    anna.mutate("wijzigTaak", input, "taak { id }").await;
    assert_eq!(titels(&bram, "paddenstoelen").await, Vec::<String>::new(), "what no longer stands there is gone");
}

#[tokio::test]
async fn a_list_goes_on_and_keeps_to_the_kinds_that_were_asked() {
    let hub = TestHub::demo().await;
    let anna = hub.als(Hubrol::Kijker).await;
    let mut gezien: Vec<Value> = Vec::new();
    let mut after = Value::Null;
    let totaal = loop {
        let variables = json!({ "tekst": "gemeente", "soorten": ["AFSPRAAK", "TAAK"], "first": 3, "after": after });
        let gevonden = anna.query(ZOEK, variables).await["zoek"].take();
        gezien.extend(gevonden["nodes"].as_array().unwrap().iter().map(|node| node["object"]["id"].clone()));
        after = gevonden["pageInfo"]["endCursor"].clone();
        if gevonden["pageInfo"]["hasNextPage"] == false {
            break gevonden["totaal"].as_u64().unwrap();
        }
    };
    assert_eq!(gezien.len() as u64, totaal);
    assert!(totaal > 3);
    gezien.sort_by_key(ToString::to_string);
    gezien.dedup();
    assert_eq!(gezien.len() as u64, totaal, "nothing twice");
    let lang = anna.graphql(ZOEK, json!({ "tekst": "a".repeat(201) })).await;
    assert_eq!(lang.code(), "TE_LANG");
    assert_eq!(zoek(&anna, "???").await["totaal"], 0);
}

#[tokio::test]
async fn the_index_that_followed_the_log_is_the_one_built_afresh() {
    let hub = TestHub::demo().await;
    hub.app.zoekindex().werk_bij().await.unwrap();
    for scenario in crate::change_log::scenarios() {
        (scenario.doe)(&hub).await;
        hub.app.zoekindex().werk_bij().await.unwrap();
    }
    let persoon = hub.persoon("Cornelia", Hubrol::Procesregisseur, None).await;
    let wijzig = WijzigPersoon {
        persoon,
        naam: Some("Cornelis".into()),
        email: None,
        actief: Some(false),
        wachtwoord_hash: None,
    };
    hub.doe(wijzig).await;
    hub.app.zoekindex().werk_bij().await.unwrap();
    let vers = Zoekindex::new(hub.app.db().clone(), hub.app.nu().clone());
    vers.werk_bij().await.unwrap();
    let (gevolgd, vers) = (hub.app.zoekindex().inhoud(), vers.inhoud());
    let groepen = |inhoud: &[(String, _)]| inhoud.iter().map(|(groep, _)| groep.clone()).collect::<Vec<_>>();
    assert_eq!(groepen(&gevolgd), groepen(&vers));
    for (een, ander) in gevolgd.iter().zip(&vers) {
        assert_eq!(een, ander);
    }
}
