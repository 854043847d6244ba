use jiff::SignedDuration;
use reqwest::{Method, StatusCode};
use samenspel::{
    domain::organisatie::{Hubrol, commands::WijzigPersoon},
    transport::Settings,
};
use serde_json::{Value, json};

use crate::support::{Answer, TestClient, TestHub, WACHTWOORD, send, settings};

async fn sign_in(hub: &TestHub, email: &str, wachtwoord: &str) -> Answer {
    hub.anoniem().post("/aanmelden", &json!({ "email": email, "wachtwoord": wachtwoord })).await
}

/// A browser that keeps the cookie of this answer.
fn with_cookie(hub: &TestHub, answer: &Answer) -> TestClient {
    TestClient::new(hub.address(), answer.cookie(), None)
}

async fn status_of(client: &TestClient) -> StatusCode {
    client.graphql("{ positie }", json!({})).await.status
}

#[tokio::test]
async fn a_password_opens_and_signing_out_closes() {
    let hub = TestHub::start().await;
    hub.persoon("Anna", Hubrol::Kijker, None).await;
    let signed_in = sign_in(&hub, " Anna@Samenspel.example", WACHTWOORD).await;
    assert_eq!(signed_in.status, StatusCode::NO_CONTENT, "{signed_in:?}");
    let cookie = signed_in.header("set-cookie");
    for part in ["samenspel=", "HttpOnly", "SameSite=Lax", "Path=/", "Max-Age=2592000"] {
        assert!(cookie.contains(part), "{part}: {cookie}");
    }
    assert!(!cookie.contains("Secure"), "on this machine itself there is no TLS: {cookie}");
    let anna = with_cookie(&hub, &signed_in);
    assert_eq!(status_of(&anna).await, StatusCode::OK);
    let cross_site = send(anna.request(Method::POST, "/afmelden")).await;
    assert_eq!(cross_site.status, StatusCode::FORBIDDEN);
    let signed_out = anna.post("/afmelden", &Value::Null).await;
    assert_eq!(signed_out.status, StatusCode::NO_CONTENT);
    assert!(signed_out.header("set-cookie").contains("Max-Age=0"));
    assert_eq!(status_of(&anna).await, StatusCode::UNAUTHORIZED);
    assert_eq!(anna.post("/afmelden", &Value::Null).await.status, StatusCode::NO_CONTENT);
}

#[tokio::test]
async fn a_wrong_password_and_an_unknown_address_get_the_same_answer() {
    let hub = TestHub::start().await;
    hub.persoon("Anna", Hubrol::Kijker, None).await;
    let wrong = sign_in(&hub, "anna@samenspel.example", "iets anders dan dit").await;
    let unknown = sign_in(&hub, "niemand@samenspel.example", "iets anders dan dit").await;
    assert_eq!((wrong.status, wrong.code()), (StatusCode::UNAUTHORIZED, "WACHTWOORD_ONJUIST"));
    assert_eq!((unknown.status, &unknown.body), (wrong.status, &wrong.body));
}

#[tokio::test]
async fn a_form_that_is_not_filled_in_is_named() {
    let hub = TestHub::start().await;
    for (body, code, veld) in [
        (json!({ "email": "", "wachtwoord": "x" }), "VERPLICHT", json!("email")),
        (json!({ "email": "a@b.nl", "wachtwoord": " " }), "VERPLICHT", json!("wachtwoord")),
        (json!({ "email": "a@b.nl" }), "ONGELDIG_VERZOEK", Value::Null),
        (json!([]), "ONGELDIG_VERZOEK", Value::Null),
    ] {
        let answer = hub.anoniem().post("/aanmelden", &body).await;
        assert_eq!((answer.status, answer.code()), (StatusCode::UNPROCESSABLE_ENTITY, code), "{body}");
        assert_eq!(answer.body["fouten"][0]["veld"], veld, "{body}");
    }
}

#[tokio::test]
async fn guessing_has_to_wait() {
    let hub = TestHub::start().await;
    for _ in 0..5 {
        assert_eq!(sign_in(&hub, "anna@samenspel.example", "mis").await.status, StatusCode::UNAUTHORIZED);
    }
    let answer = sign_in(&hub, "Anna@samenspel.example", "mis").await;
    assert_eq!((answer.status, answer.code()), (StatusCode::TOO_MANY_REQUESTS, "TE_VAAK"));
    assert!((1..=61).contains(&answer.header("retry-after").parse::<u32>().unwrap()));
}

#[tokio::test]
async fn a_sign_in_ends_after_thirty_days_and_for_who_is_blocked() {
    let hub = TestHub::start().await;
    let anna = hub.persoon("Anna", Hubrol::Kijker, None).await;
    let bram = hub.persoon("Bram", Hubrol::Beheerder, None).await;
    let (annas, brams) = (hub.als_persoon(anna).await, hub.als_persoon(bram).await);
    hub.doe(WijzigPersoon { persoon: anna, naam: None, email: None, actief: Some(false), wachtwoord_hash: None }).await;
    assert_eq!(status_of(&annas).await, StatusCode::UNAUTHORIZED);
    let refused = sign_in(&hub, "anna@samenspel.example", WACHTWOORD).await;
    assert_eq!((refused.status, refused.code()), (StatusCode::FORBIDDEN, "GEEN_RECHT"));
    assert_eq!(status_of(&brams).await, StatusCode::OK);
    hub.clock.shift(SignedDuration::from_hours(25));
    assert_eq!(status_of(&brams).await, StatusCode::UNAUTHORIZED);
}

#[tokio::test]
async fn the_demo_signs_anyone_in_on_this_machine_only() {
    let hub = TestHub::demo().await;
    let shown = hub.anoniem().get("/aanmelden/demo").await;
    let personen = shown.body["personen"].as_array().unwrap().clone();
    assert_eq!(personen.len(), 22);
    let kwartiermaker = personen.iter().find(|persoon| persoon["hubrol"] == "KWARTIERMAKER").unwrap();
    let signed_in = hub.anoniem().post("/aanmelden/demo", &json!({ "persoon": kwartiermaker["id"] })).await;
    assert_eq!(signed_in.status, StatusCode::NO_CONTENT);
    let data = with_cookie(&hub, &signed_in).query("{ ik { persoon { id naam } } }", json!({})).await;
    assert_eq!(data["ik"]["persoon"]["id"], kwartiermaker["id"]);
    let unknown = hub.anoniem().post("/aanmelden/demo", &json!({ "persoon": "VGFhazox" })).await;
    assert_eq!((unknown.status, unknown.code()), (StatusCode::UNPROCESSABLE_ENTITY, "NIET_GEVONDEN"));
    // Another site that makes its own name point to this machine.
    let rebound = hub.anoniem().request(Method::GET, "/aanmelden/demo").header("host", "evil.example");
    assert_eq!(send(rebound).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn beyond_this_machine_cookies_need_tls_and_there_is_no_picker() {
    let hub = TestHub::start_with(Settings { loopback: false, ..settings() }).await;
    hub.persoon("Anna", Hubrol::Kijker, None).await;
    let signed_in = sign_in(&hub, "anna@samenspel.example", WACHTWOORD).await;
    assert!(signed_in.header("set-cookie").contains("; Secure"));
    assert_eq!(hub.anoniem().get("/aanmelden/demo").await.status, StatusCode::NOT_FOUND);
}
