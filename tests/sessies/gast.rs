//! What a guest reaches: one session, and nothing else.

use std::collections::{BTreeMap, BTreeSet};

use jiff::SignedDuration;
use reqwest::StatusCode;
use samenspel::domain::sessies::graphql::GAST_MAG;
use serde_json::{Value, json};

use super::*;

const SCHEMA: &str = "{ __schema { types { name kind possibleTypes { name }
    fields(includeDeprecated: true) { name type { ...T } } } } }
    fragment T on __Type { name kind ofType { name kind ofType { name kind ofType { name kind } } } }";

const REFLECTIE: Opzet = Opzet { sjabloon: "behouden-loslaten-toevoegen", anoniem: true, modereren: false };

/// The types of the schema by name.
async fn types(client: &TestClient) -> BTreeMap<String, Value> {
    let schema = client.query(SCHEMA, json!({})).await;
    let types = schema["__schema"]["types"].as_array().unwrap().clone();
    types.into_iter().map(|soort| (soort["name"].as_str().unwrap().to_owned(), soort)).collect()
}

fn fields(soort: &Value) -> Vec<Value> {
    soort["fields"].as_array().cloned().unwrap_or_default()
}

/// The name of a type without its wrappers.
fn bare(mut soort: &Value) -> &str {
    while !soort["ofType"].is_null() {
        soort = &soort["ofType"];
    }
    soort["name"].as_str().unwrap()
}

#[tokio::test]
async fn a_guest_is_refused_every_field_of_the_whole_schema_but_those_of_the_session() {
    let hub = TestHub::demo().await;
    let zaal = Zaal::open(&hub, REFLECTIE).await;
    let gast = zaal.gast("Sam", "mgr").await;
    let types = types(&gast).await;
    let mut refused = 0;
    for (kind, allowed) in GAST_MAG {
        let root = format!("{kind:?}");
        let operation = root.to_lowercase();
        let own: BTreeSet<&str> = allowed.iter().copied().collect();
        let all: Vec<String> =
            fields(&types[&root]).iter().map(|field| field["name"].as_str().unwrap().into()).collect();
        assert!(own.iter().all(|name| all.iter().any(|known| known == name)), "{own:?}");
        for name in all.iter().filter(|name| !own.contains(name.as_str())) {
            // Also hidden behind a fragment, beside a field that is allowed.
            let extra = allowed
                .first()
                .filter(|_| operation != "subscription")
                .map_or(String::new(), |own| format!("own: {own} {{ __typename }}"));
            let query = format!("{operation} {{ ...F }} fragment F on {root} {{ {name} {{ __typename }} {extra} }}");
            if operation == "subscription" {
                let mut socket = gast.socket().await;
                socket.subscribe("1", &query, json!({})).await;
                let answer = socket.message().await;
                assert_eq!(answer["payload"][0]["extensions"]["code"], "GEEN_RECHT", "{name}: {answer}");
            } else {
                let answer = gast.graphql(&query, json!({})).await;
                assert_eq!((answer.status, answer.code()), (StatusCode::FORBIDDEN, "GEEN_RECHT"), "{name}: {answer:?}");
            }
            refused += 1;
        }
    }
    assert!(refused > 60, "{refused}");
}

#[tokio::test]
async fn from_what_a_guest_may_ask_no_path_leads_to_the_rest_of_the_hub() {
    let hub = TestHub::demo().await;
    let types = types(&hub.als(Hubrol::Kijker).await).await;
    let mut seen = BTreeSet::new();
    let mut next: Vec<String> = Vec::new();
    for (kind, allowed) in GAST_MAG {
        let own = fields(&types[&format!("{kind:?}")]);
        let own = own.iter().filter(|field| allowed.contains(&field["name"].as_str().unwrap()));
        next.extend(own.map(|field| bare(&field["type"]).to_owned()));
    }
    while let Some(name) = next.pop() {
        let soort = &types[&name];
        if !matches!(soort["kind"].as_str(), Some("OBJECT" | "UNION" | "INTERFACE")) || !seen.insert(name) {
            continue;
        }
        next.extend(fields(soort).iter().map(|field| bare(&field["type"]).to_owned()));
        let possible = soort["possibleTypes"].as_array().cloned().unwrap_or_default();
        next.extend(possible.iter().map(|one| one["name"].as_str().unwrap().to_owned()));
    }
    let own = [
        "Bijgewerkt",
        "Deelnemer",
        "DeelnamePayload",
        "Fout",
        "Groepsuitslag",
        "Groepsvoorstel",
        "HerladenNodig",
        "Notitie",
        "Notitiegroep",
        "Opbrengst",
        "Sessie",
        "SessieAanwezigheid",
        "SessieBericht",
        "SessieDeelname",
        "SessieStand",
        "Sessieachterban",
        "Sessiebegeleider",
        "Sessiefase",
        "Sessiekolom",
        "Sessieverleden",
        "Stemkeuze",
        "Stemming",
        "Stemuitslag",
        "Uitslagregel",
    ];
    assert_eq!(seen, own.map(str::to_owned).into());
}

#[tokio::test]
async fn a_guest_sees_no_other_session_no_code_and_nobody_else_by_name() {
    let hub = TestHub::demo().await;
    let (zaal, ander) = (Zaal::open(&hub, REFLECTIE).await, Zaal::open(&hub, REFLECTIE).await);
    let gast = zaal.gast("Sam", "mgr").await;
    let eigen = gast
        .query("query ($id: ID!) { sessie(id: $id) { code naam deelnemers { id } } }", json!({ "id": zaal.id }))
        .await;
    assert_eq!(eigen["sessie"], json!({ "code": null, "naam": "Proef", "deelnemers": [] }));
    let vreemd = gast.graphql("query ($id: ID!) { sessie(id: $id) { naam } }", json!({ "id": ander.id })).await;
    assert_eq!(vreemd.code(), "GEEN_RECHT", "{vreemd:?}");
    let fase = ander.naar("VERZAMELEN").await;
    let geweigerd = schrijf(&gast, &fase, "Elders").await;
    assert_eq!(geweigerd["fouten"][0]["code"], "NIET_GEVONDEN", "{geweigerd}");
    let alle = gast.graphql("{ sessies { naam } }", json!({})).await;
    assert_eq!(alle.code(), "GEEN_RECHT");
}

#[tokio::test]
async fn codes_cannot_be_guessed_and_stop_after_half_a_day() {
    let hub = TestHub::demo().await;
    let zaal = Zaal::open(&hub, REFLECTIE).await;
    let laag = zaal.code.to_lowercase();
    let gezien = hub.anoniem().get(&format!("/meedoen/{}-{}/sessie", &laag[..3], &laag[3..])).await;
    assert_eq!((&gezien.body["naam"], gezien.body["gemeenten"].as_array().unwrap().len()), (&json!("Proef"), 14));
    let gast = zaal.gast("Sam", "mgr").await;

    hub.clock.shift(SignedDuration::from_hours(13));
    let verlopen = meedoen(&zaal.leider, &zaal.code, "Laat", "mgr").await;
    assert_eq!((verlopen.status, verlopen.code()), (StatusCode::UNPROCESSABLE_ENTITY, "NIET_GEVONDEN"));
    let weg = gast.graphql("{ mijnDeelname { id } }", json!({})).await;
    assert_eq!(weg.status, StatusCode::UNAUTHORIZED, "the credential goes with the code: {weg:?}");
    let opnieuw = zaal.leider.mutate("openSessie", json!({ "sessie": zaal.id }), "sessie { code }").await;
    let code = opnieuw["sessie"]["code"].as_str().unwrap();
    assert_ne!(code, zaal.code);

    // A slow machine gets a few tries back meanwhile.
    let mut pogingen = 0;
    while meedoen(&zaal.leider, "RADEND", "Wie", "mgr").await.status != StatusCode::TOO_MANY_REQUESTS {
        pogingen += 1;
        assert!(pogingen < 500, "one may go on guessing");
    }
    let ook_de_goede = meedoen(&zaal.leider, code, "Wie", "mgr").await;
    assert_eq!(ook_de_goede.code(), "TE_VAAK", "otherwise a guess that hits would show");
}

#[tokio::test]
async fn who_waits_sees_nothing_and_who_is_removed_is_out_at_once() {
    let hub = TestHub::demo().await;
    let zaal = Zaal::open(&hub, REFLECTIE).await;
    zaal.doe("zetDeur", json!({ "deur": "OP_GOEDKEURING" })).await;
    let gast = zaal.gast("Sam", "mgr").await;
    let ik = "{ mijnDeelname { id toelating sessie { naam } } }";
    let wacht = gast.query(ik, json!({})).await["mijnDeelname"].take();
    assert_eq!((&wacht["toelating"], &wacht["sessie"]), (&json!("WACHT"), &Value::Null));
    let geweigerd = gast.graphql("query ($id: ID!) { sessie(id: $id) { naam } }", json!({ "id": zaal.id })).await;
    assert_eq!(geweigerd.code(), "GEEN_RECHT");

    let binnen = zaal.leider.mutate("laatToe", json!({ "gast": wacht["id"] }), "sessie { aantalDeelnemers }").await;
    assert_eq!(binnen["sessie"]["aantalDeelnemers"], 1, "{binnen}");
    let mut scherm = gast.subscribe(VOLG, json!({ "id": zaal.id })).await;
    assert_eq!(scherm.next_event().await["sessie"]["__typename"], "Bijgewerkt");
    zaal.leider.mutate("verwijderGast", json!({ "gast": wacht["id"] }), "sessie { id }").await;
    assert_eq!(scherm.into_socket().close_code().await, 4403);
    assert_eq!(gast.graphql(ik, json!({})).await.status, StatusCode::UNAUTHORIZED);

    zaal.doe("zetDeur", json!({ "deur": "DICHT" })).await;
    assert_eq!(meedoen(&zaal.leider, &zaal.code, "Laat", "mgr").await.code(), "GEEN_RECHT");
}
