use samenspel::{
    domain::organisatie::{Hubrol, PersoonId},
    platform::graphql::relay::global_id,
};
use serde_json::{Value, json};

use crate::support::{TestClient, TestHub};

fn id(persoon: PersoonId) -> Value {
    json!(global_id("Persoon", persoon).0)
}

/// The one thing to mend in a payload.
fn fout(payload: &Value) -> (&str, Option<&str>) {
    let fouten = payload["fouten"].as_array().unwrap();
    assert_eq!(fouten.len(), 1, "{payload}");
    (fouten[0]["code"].as_str().unwrap(), fouten[0]["veld"].as_str())
}

fn gelukt(payload: Value) -> Value {
    assert_eq!(payload["fouten"], json!([]), "{payload}");
    payload
}

async fn maak(client: &TestClient, naam: &str, email: &str) -> Value {
    client.mutate("maakPersoon", json!({ "naam": naam, "email": email }), "persoon { id naam email actief }").await
}

async fn geef(client: &TestClient, input: Value) -> Value {
    client.mutate("geefAanstelling", input, "persoon { aanstellingen { id hubrol tot gemeente { naam } } }").await
}

#[tokio::test]
async fn a_withdrawn_role_stops_at_once_also_on_the_day_it_was_given() {
    let hub = TestHub::start().await;
    let beheerder = hub.als(Hubrol::Beheerder).await;
    let bram = hub.persoon("Bram", Hubrol::Kijker, None).await;
    let client = hub.als_persoon(bram).await;
    assert_eq!(fout(&maak(&client, "Carla", "carla@samenspel.example").await), ("GEEN_RECHT", None));

    let given = gelukt(geef(&beheerder, json!({ "persoon": id(bram), "hubrol": "BEHEERDER" })).await);
    gelukt(maak(&client, "Carla", "carla@samenspel.example").await);

    let aanstellingen = given["persoon"]["aanstellingen"].as_array().unwrap();
    let rol = aanstellingen.iter().find(|rol| rol["hubrol"] == "BEHEERDER").unwrap();
    let fields = "persoon { aanstellingen { hubrol } }";
    let withdrawn = gelukt(beheerder.mutate("trekAanstellingIn", json!({ "id": rol["id"] }), fields).await);
    assert_eq!(withdrawn["persoon"]["aanstellingen"], json!([{ "hubrol": "KIJKER" }]));
    assert_eq!(fout(&maak(&client, "Dirk", "dirk@samenspel.example").await), ("GEEN_RECHT", None));

    gelukt(geef(&beheerder, json!({ "persoon": id(bram), "hubrol": "BEHEERDER" })).await);
    gelukt(maak(&client, "Dirk", "dirk@samenspel.example").await);
}

#[tokio::test]
async fn who_is_blocked_is_out_and_stays_visible() {
    let hub = TestHub::start().await;
    let beheerder = hub.als(Hubrol::Beheerder).await;
    let bram = hub.persoon("Bram", Hubrol::Kwartiermaker, None).await;
    let client = hub.als_persoon(bram).await;
    client.query("{ ik { persoon { naam } } }", json!({})).await;
    gelukt(beheerder.mutate("wijzigPersoon", json!({ "id": id(bram), "actief": false }), "persoon { actief }").await);
    assert_eq!(client.graphql("{ ik { persoon { naam } } }", json!({})).await.status, 401);

    let personen = "{ personen(zoek: \"bram\") { nodes { naam actief } } }";
    let seen = beheerder.query(personen, json!({})).await;
    assert_eq!(seen["personen"]["nodes"], json!([{ "naam": "Bram", "actief": false }]));
}

#[tokio::test]
async fn a_new_person_is_looked_at_carefully() {
    let hub = TestHub::start().await;
    let beheerder = hub.als(Hubrol::Beheerder).await;
    let made = gelukt(maak(&beheerder, "  Anna  ", " Anna@Samenspel.example ").await);
    assert_eq!(made["persoon"]["naam"], "Anna");
    assert_eq!(made["persoon"]["email"], "anna@samenspel.example");
    let position = hub.app.nu().present().position;
    let long = "a".repeat(10_000);
    for (naam, email, code, veld) in [
        ("Bram", "ANNA@samenspel.example", "BESTAAT_AL", "email"),
        ("Bram", "bram", "ONGELDIGE_WAARDE", "email"),
        ("Bram", "", "VERPLICHT", "email"),
        ("  ", "bram@samenspel.example", "VERPLICHT", "naam"),
        (&long, "bram@samenspel.example", "TE_LANG", "naam"),
        ("Bram 123456782", "bram@samenspel.example", "BSN_GEVONDEN", "naam"),
    ] {
        let payload = maak(&beheerder, naam, email).await;
        assert_eq!(fout(&payload), (code, Some(veld)), "{payload}");
        assert!(!payload.to_string().contains("123456782"), "the number is not repeated");
    }
    let wachtwoord = json!({ "naam": "Bram", "email": "bram@samenspel.example", "wachtwoord": "te kort" });
    let payload = beheerder.mutate("maakPersoon", wachtwoord, "").await;
    assert_eq!(fout(&payload), ("ONGELDIGE_WAARDE", Some("wachtwoord")));
    assert_eq!(hub.app.nu().present().position, position, "nothing of this was kept");
}

#[tokio::test]
async fn a_role_fits_its_gemeente_and_its_period() {
    let hub = TestHub::demo().await;
    let beheerder = hub.als(Hubrol::Beheerder).await;
    let bram = id(hub.persoon("Bram", Hubrol::Kijker, None).await);
    let venray = json!(global_id("Gemeente", "gem-venray").0);
    let nergens = json!(global_id("Gemeente", "gem-nergens").0);
    for (input, code, veld) in [
        (json!({ "hubrol": "ACCOUNTHOUDER" }), "VERPLICHT", "gemeente"),
        (json!({ "hubrol": "KWARTIERMAKER", "gemeente": venray }), "ONGELDIGE_WAARDE", "gemeente"),
        (json!({ "hubrol": "ACCOUNTHOUDER", "gemeente": nergens }), "NIET_GEVONDEN", "gemeente"),
        (json!({ "hubrol": "ACCOUNTHOUDER", "gemeente": bram }), "NIET_GEVONDEN", "gemeente"),
        (json!({ "hubrol": "KIJKER" }), "BESTAAT_AL", "hubrol"),
        (json!({ "hubrol": "BESTUURDER", "van": "2013-12-31" }), "DATUM_ONGELDIG", "van"),
        (json!({ "hubrol": "BESTUURDER", "van": "2027-01-02", "tot": "2027-01-01" }), "DATUM_ONGELDIG", "tot"),
    ] {
        let mut input = input;
        input["persoon"] = bram.clone();
        let payload = geef(&beheerder, input).await;
        assert_eq!(fout(&payload), (code, Some(veld)), "{payload}");
    }
    let input = json!({ "persoon": bram, "hubrol": "ACCOUNTHOUDER", "gemeente": venray });
    gelukt(geef(&beheerder, input.clone()).await);
    assert_eq!(fout(&geef(&beheerder, input).await).0, "BESTAAT_AL");

    let query = "query($venray: ID!) {
        personen(gemeente: $venray, hubrol: ACCOUNTHOUDER) { totaal nodes { naam } }
        node(id: $venray) { ... on Gemeente { accounthouders { naam } } }
    }";
    let seen = beheerder.query(query, json!({ "venray": venray })).await;
    let both = json!([{ "naam": "Accounthouder Venray" }, { "naam": "Bram" }]);
    assert_eq!(seen["personen"], json!({ "totaal": 2, "nodes": both }));
    assert_eq!(seen["node"]["accounthouders"], both);
}

#[tokio::test]
async fn the_last_beheerder_stays() {
    let hub = TestHub::start().await;
    let anna = hub.persoon("Anna", Hubrol::Beheerder, None).await;
    let client = hub.als_persoon(anna).await;
    let query = "{ ik { persoon { aanstellingen { id } } } }";
    let rol = client.query(query, json!({})).await["ik"]["persoon"]["aanstellingen"][0]["id"].clone();
    let withdrawn = client.mutate("trekAanstellingIn", json!({ "id": rol }), "").await;
    assert_eq!(fout(&withdrawn).0, "ONGELDIGE_WAARDE");
    let blocked = client.mutate("wijzigPersoon", json!({ "id": id(anna), "actief": false }), "").await;
    assert_eq!(fout(&blocked).0, "ONGELDIGE_WAARDE");

    hub.persoon("Bram", Hubrol::Beheerder, None).await;
    gelukt(client.mutate("trekAanstellingIn", json!({ "id": rol }), "").await);
}

#[tokio::test]
async fn a_retry_gets_the_first_answer() {
    let hub = TestHub::start().await;
    let beheerder = hub.als(Hubrol::Beheerder).await;
    let clientmutatie = uuid::Uuid::new_v4();
    let input = json!({ "clientMutatieId": clientmutatie, "naam": "Anna", "email": "anna@samenspel.example" });
    let first = gelukt(beheerder.mutate("maakPersoon", input.clone(), "persoon { id }").await);
    let again = gelukt(beheerder.mutate("maakPersoon", input, "persoon { id }").await);
    assert_eq!(first, again);
    let other = json!({ "clientMutatieId": clientmutatie, "naam": "Bram", "email": "bram@samenspel.example" });
    assert_eq!(fout(&beheerder.mutate("maakPersoon", other, "").await).0, "MUTATIE_ID_HERGEBRUIKT");
}

#[tokio::test]
async fn an_email_address_is_for_oneself_and_the_beheerder() {
    let hub = TestHub::start().await;
    hub.persoon("Anna", Hubrol::Bestuurder, None).await;
    let query = "{ personen(zoek: \"anna\") { nodes { email } } }";
    let seen = |data: Value| data["personen"]["nodes"][0]["email"].clone();
    for (hubrol, expected) in [
        (Hubrol::Bestuurder, json!("anna@samenspel.example")),
        (Hubrol::Beheerder, json!("anna@samenspel.example")),
        (Hubrol::Kwartiermaker, Value::Null),
    ] {
        assert_eq!(seen(hub.als(hubrol).await.query(query, json!({})).await), expected, "{hubrol:?}");
    }
}
