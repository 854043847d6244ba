use samenspel::{domain::organisatie::Hubrol, platform::graphql::relay::global_id};
use serde_json::{Value, json};

use crate::support::{TestClient, TestHub, WACHTWOORD};

fn code(payload: &Value) -> &str {
    payload["fouten"][0]["code"].as_str().unwrap_or("")
}

async fn status(client: &TestClient) -> u16 {
    client.graphql("{ positie }", json!({})).await.status.as_u16()
}

#[tokio::test]
async fn a_token_does_what_its_scopes_say_until_it_is_withdrawn() {
    let hub = TestHub::start().await;
    let anna = hub.als(Hubrol::Beheerder).await;
    let input = json!({ "clientMutatieId": uuid::Uuid::new_v4(), "naam": "Rapport", "scopes": ["LEZEN"] });
    let made = anna.mutate("maakToken", input.clone(), "token apiToken { id naam scopes }").await;
    let secret = made["token"].as_str().unwrap().to_owned();
    assert!(secret.starts_with("spl_"), "{secret}");
    let again = anna.mutate("maakToken", input, "token apiToken { id naam scopes }").await;
    assert_eq!(again["apiToken"], made["apiToken"]);
    assert_eq!(again["token"], Value::Null, "the secret is shown once");

    let programma = TestClient::new(hub.address(), None, Some(secret));
    programma.query("{ ik { persoon { naam } } }", json!({})).await;
    let nieuw = json!({ "naam": "Bram", "email": "bram@samenspel.example" });
    assert_eq!(code(&programma.mutate("maakPersoon", nieuw, "").await), "GEEN_RECHT");

    let id = made["apiToken"]["id"].clone();
    let own = anna.query("{ ik { tokens { id } } }", json!({})).await;
    assert_eq!(own["ik"]["tokens"], json!([{ "id": id }]));
    let bram = hub.als(Hubrol::Kijker).await;
    let query = "query($id: ID!) { node(id: $id) { id } }";
    assert_eq!(bram.query(query, json!({ "id": id })).await["node"], Value::Null);
    assert_eq!(code(&bram.mutate("trekTokenIn", json!({ "id": id }), "").await), "GEEN_RECHT");

    assert_eq!(anna.mutate("trekTokenIn", json!({ "id": id }), "").await["fouten"], json!([]));
    assert_eq!(status(&programma).await, 401);
    let gone = anna.mutate("trekTokenIn", json!({ "id": id }), "").await;
    assert_eq!(code(&gone), "NIET_GEVONDEN");
}

#[tokio::test]
async fn a_token_needs_a_scope_and_an_end_that_lies_ahead() {
    let hub = TestHub::start().await;
    let anna = hub.als(Hubrol::Kijker).await;
    for (input, code, veld) in [
        (json!({ "naam": "x", "scopes": [] }), "VERPLICHT", "scopes"),
        (json!({ "naam": " ", "scopes": ["LEZEN"] }), "VERPLICHT", "naam"),
        (
            json!({ "naam": "x", "scopes": ["LEZEN"], "verlooptOp": "2020-01-01T00:00:00Z" }),
            "ONGELDIGE_WAARDE",
            "verlooptOp",
        ),
    ] {
        let payload = anna.mutate("maakToken", input, "token").await;
        assert_eq!(
            (payload["fouten"][0]["code"].as_str(), payload["fouten"][0]["veld"].as_str()),
            (Some(code), Some(veld))
        );
        assert_eq!(payload["token"], Value::Null);
    }
}

#[tokio::test]
async fn a_new_password_signs_out_everywhere_else() {
    let hub = TestHub::start().await;
    let anna = hub.persoon("Anna", Hubrol::Kijker, None).await;
    let (here, there) = (hub.als_persoon(anna).await, hub.als_persoon(anna).await);
    let wrong = json!({ "huidig": "iets anders dan dit", "nieuw": "een heel nieuw wachtwoord" });
    assert_eq!(code(&here.mutate("wijzigWachtwoord", wrong, "").await), "WACHTWOORD_ONJUIST");
    let short = json!({ "huidig": WACHTWOORD, "nieuw": "kort" });
    assert_eq!(code(&here.mutate("wijzigWachtwoord", short, "").await), "ONGELDIGE_WAARDE");
    assert_eq!(status(&there).await, 200);

    let mutatie = uuid::Uuid::new_v4();
    let input = json!({ "clientMutatieId": mutatie, "huidig": WACHTWOORD, "nieuw": "een heel nieuw wachtwoord" });
    let first = here.mutate("wijzigWachtwoord", input.clone(), "").await;
    assert_eq!(first["fouten"], json!([]));
    assert_eq!((status(&here).await, status(&there).await), (200, 401));
    assert_eq!(here.mutate("wijzigWachtwoord", input, "").await, first, "a retry gets the first answer");

    let aanmelden = |wachtwoord: &str| json!({ "email": "anna@samenspel.example", "wachtwoord": wachtwoord });
    let anoniem = hub.anoniem();
    assert_eq!(anoniem.post("/aanmelden", &aanmelden(WACHTWOORD)).await.status, 401);
    assert_eq!(anoniem.post("/aanmelden", &aanmelden("een heel nieuw wachtwoord")).await.status, 204);
}

#[tokio::test]
async fn guessing_the_present_password_soon_has_to_wait() {
    let hub = TestHub::start().await;
    let anna = hub.persoon("Anna", Hubrol::Kijker, None).await;
    let client = hub.als_persoon(anna).await;
    for expected in ["WACHTWOORD_ONJUIST"; 5].into_iter().chain(["TE_VAAK"]) {
        let guess = json!({ "huidig": "een gok naar het wachtwoord", "nieuw": "een heel nieuw wachtwoord" });
        assert_eq!(code(&client.mutate("wijzigWachtwoord", guess, "").await), expected);
    }
}

#[tokio::test]
async fn signing_out_everywhere_is_for_oneself_and_the_beheerder() {
    let hub = TestHub::start().await;
    let anna = hub.persoon("Anna", Hubrol::Kijker, None).await;
    let id = json!({ "persoon": global_id("Persoon", anna).0 });
    let client = hub.als_persoon(anna).await;
    let kwartiermaker = hub.als(Hubrol::Kwartiermaker).await;
    assert_eq!(code(&kwartiermaker.mutate("meldOveralAf", id.clone(), "").await), "GEEN_RECHT");
    assert_eq!(status(&client).await, 200);
    assert_eq!(client.mutate("meldOveralAf", json!({}), "").await["fouten"], json!([]));
    assert_eq!(status(&client).await, 401);

    let client = hub.als_persoon(anna).await;
    assert_eq!(hub.als(Hubrol::Beheerder).await.mutate("meldOveralAf", id, "").await["fouten"], json!([]));
    assert_eq!(status(&client).await, 401);
}

#[tokio::test]
async fn what_was_seen_goes_forward_only_and_not_beyond_the_log() {
    let hub = TestHub::start().await;
    let anna = hub.persoon("Anna", Hubrol::Kijker, None).await;
    let client = hub.als_persoon(anna).await;
    let seen = || hub.app.nu().present().world.toegang.bezoeken.get(&anna).map(|bezoek| bezoek.tot);
    let position = hub.app.nu().present().position;
    let epoch = position.epoch.simple();
    let tot = |seq: i64| json!({ "tot": format!("{epoch}:{seq}") });
    assert_eq!(client.mutate("markeerGezien", tot(position.seq), "").await["fouten"], json!([]));
    assert_eq!(seen(), Some(position.seq));
    assert_eq!(client.mutate("markeerGezien", tot(1), "").await["positie"], Value::Null, "nothing to change");
    assert_eq!(seen(), Some(position.seq));
    assert_eq!(code(&client.mutate("markeerGezien", tot(1_000_000), "").await), "ONGELDIGE_WAARDE");
    let foreign = json!({ "tot": format!("{}:1", uuid::Uuid::new_v4().simple()) });
    assert_eq!(code(&client.mutate("markeerGezien", foreign, "").await), "ONGELDIGE_WAARDE");
}

#[tokio::test]
async fn ik_tells_what_one_may() {
    let hub = TestHub::demo().await;
    let venray = hub.persoon("Anna", Hubrol::Accounthouder, Some("gem-venray")).await;
    let query = "{ ik { demo persoon { naam initialen } bevoegdheden { recht reikwijdte gemeenten { naam } } } }";
    let ik = hub.als_persoon(venray).await.query(query, json!({})).await["ik"].take();
    assert_eq!(ik["demo"], true);
    assert_eq!(ik["persoon"]["initialen"], "A");
    let own = json!([{ "naam": "Venray" }]);
    let all = json!([]);
    let expected = [
        ("FeitenLezen", "ALLES", &all),
        ("RollenBezetten", "EIGEN_GEMEENTE", &own),
        ("TakenLezen", "ALLES", &all),
        ("TaakMaken", "EIGEN_GEMEENTE", &own),
        ("TaakWijzigen", "EIGEN_GEMEENTE", &own),
        ("OpmerkingPlaatsen", "ALLES", &all),
        ("BesluitInvullen", "EIGEN_GEMEENTE", &own),
        ("BudgetBeheren", "EIGEN_GEMEENTE", &own),
        ("OverdrachtInvullen", "EIGEN_GEMEENTE", &own),
        ("AfsprakenLezen", "ALLES", &all),
        ("AfsprakenOpmerken", "ALLES", &all),
        ("AfsprakenSchrijven", "EIGEN_GEMEENTE", &own),
        ("UitvoeringInvullen", "EIGEN_GEMEENTE", &own),
        ("SessiesLezen", "ALLES", &all),
        ("Ondertekenen", "EIGEN_GEMEENTE", &own),
        ("AfwijkingVastleggen", "EIGEN_GEMEENTE", &own),
        ("SignaalMelden", "ALLES", &all),
        ("InformerenVastleggen", "EIGEN_GEMEENTE", &own),
        ("ContractenLezen", "ALLES", &all),
        ("VergelijkingInvullen", "EIGEN_GEMEENTE", &own),
        ("BijdrageInzien", "EIGEN_GEMEENTE", &own),
    ];
    let expected = expected.map(
        |(recht, reikwijdte, gemeenten)| json!({ "recht": recht, "reikwijdte": reikwijdte, "gemeenten": gemeenten }),
    );
    assert_eq!(ik["bevoegdheden"], json!(expected));
}
