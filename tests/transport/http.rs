use reqwest::{Method, StatusCode};
use samenspel::domain::organisatie::{Hubrol, TokenScope};
use serde_json::{Value, json};

use crate::support::{Answer, TestClient, TestHub, send};

const JSON: &str = "application/json";
const GRAPHQL: &str = "application/graphql-response+json";

async fn post(client: &TestClient, content: &str, accept: &str, body: &str) -> Answer {
    let request = client.request(Method::POST, "/graphql").header("x-samenspel", "1");
    send(request.header("content-type", content).header("accept", accept).body(body.to_owned())).await
}

#[tokio::test]
async fn every_request_gets_the_status_the_specification_asks() {
    let hub = TestHub::start().await;
    let kijker = hub.als(Hubrol::Kijker).await;
    let (fine, broken, unknown) = (r#"{"query":"{ positie }"}"#, r#"{"query":"{"}"#, r#"{"query":"{ bestaatNiet }"}"#);
    for (content, accept, body, status, code) in [
        (JSON, GRAPHQL, fine, 200, ""),
        (JSON, "*/*", fine, 200, ""),
        (JSON, GRAPHQL, broken, 400, "ONGELDIG_VERZOEK"),
        (JSON, JSON, broken, 200, "ONGELDIG_VERZOEK"),
        (JSON, GRAPHQL, unknown, 400, "ONGELDIG_VERZOEK"),
        (JSON, JSON, unknown, 200, "ONGELDIG_VERZOEK"),
        (JSON, GRAPHQL, r#"{"query":"query A { positie } query B { positie }"}"#, 400, "ONGELDIG_VERZOEK"),
        (JSON, GRAPHQL, r#"{"query":"query A { positie } query B { ik { demo } }","operationName":"A"}"#, 200, ""),
        (JSON, GRAPHQL, r#"{"query":"subscription { organisatie { __typename } }"}"#, 400, "ONGELDIG_VERZOEK"),
        (JSON, GRAPHQL, "{ not json", 400, "ONGELDIG_VERZOEK"),
        (JSON, JSON, "", 400, "ONGELDIG_VERZOEK"),
        (JSON, JSON, "{}", 400, "ONGELDIG_VERZOEK"),
        (JSON, JSON, r#"{"query":1}"#, 400, "ONGELDIG_VERZOEK"),
        (JSON, JSON, r#"{"query":"{ positie }","variables":[]}"#, 400, "ONGELDIG_VERZOEK"),
        (JSON, JSON, r#"{"query":"{ positie }","operationName":{}}"#, 400, "ONGELDIG_VERZOEK"),
        (JSON, JSON, r#"{"query":"{ positie }","extensions":"x"}"#, 400, "ONGELDIG_VERZOEK"),
        (JSON, JSON, r#"[{"query":"{ positie }"}]"#, 400, "ONGELDIG_VERZOEK"),
        (JSON, "text/html", fine, 406, "ONGELDIG_VERZOEK"),
        ("text/plain", JSON, fine, 415, "ONGELDIG_VERZOEK"),
        ("application/graphql", JSON, "{ positie }", 415, "ONGELDIG_VERZOEK"),
    ] {
        let answer = post(&kijker, content, accept, body).await;
        assert_eq!((answer.status.as_u16(), answer.code()), (status, code), "{content} {accept} {body}: {answer:#?}");
        assert_eq!(answer.body.get("data").is_some(), code.is_empty(), "{body}");
        let media = if accept == GRAPHQL { GRAPHQL } else { JSON };
        assert!(answer.header("content-type").starts_with(media), "{accept} {answer:?}");
    }
}

#[tokio::test]
async fn a_field_that_fails_is_null_or_takes_along_what_may_not_be_without_it() {
    let hub = TestHub::start().await;
    let kwartiermaker = hub.als(Hubrol::Kwartiermaker).await;
    for (query, data) in [
        (r#"{ positie bijdrage(van: "2025-01-01", tot: "2024-12-31") { van } }"#, json!(null)),
        (
            r#"{ ik { demo } bijdrage { gemeente(gemeente: "x") { maten { soort } } } }"#,
            json!({ "ik": { "demo": true }, "bijdrage": { "gemeente": null } }),
        ),
    ] {
        let answer = post(&kwartiermaker, JSON, GRAPHQL, &json!({ "query": query }).to_string()).await;
        assert_eq!((answer.status.as_u16(), &answer.body["data"]), (200, &data), "{query}: {answer:#?}");
        assert_eq!(answer.body["errors"].as_array().map(Vec::len), Some(1), "{query}");
    }
}

#[tokio::test]
async fn only_post_carries_a_mutation() {
    let hub = TestHub::start().await;
    for method in [Method::GET, Method::PUT, Method::DELETE, Method::PATCH] {
        let path = "/graphql?query=mutation%20%7B%20__typename%20%7D";
        let answer = send(hub.anoniem().request(method.clone(), path)).await;
        assert_eq!(answer.status, StatusCode::METHOD_NOT_ALLOWED, "{method}");
        assert_eq!(answer.header("allow"), "GET, POST");
    }
}

#[tokio::test]
async fn without_a_sign_in_only_the_schema_answers() {
    let hub = TestHub::start().await;
    let nobody = hub.anoniem();
    for (query, status) in [
        ("{ __typename }", 200),
        ("{ __schema { queryType { name } } }", 200),
        ("query { ...F } fragment F on Query { __type(name: \"Taak\") { name } }", 200),
        ("{ __typename positie }", 401),
        ("{ ...F } fragment F on Query { positie }", 401),
        ("{ ik { demo } }", 401),
    ] {
        let answer = nobody.graphql(query, json!({})).await;
        assert_eq!(answer.status.as_u16(), status, "{query}");
        assert_eq!(answer.code(), if status == 401 { "NIET_AANGEMELD" } else { "" });
    }
    let stranger = TestClient::new(hub.address(), Some("verzonnen".into()), None);
    assert_eq!(stranger.graphql("{ positie }", json!({})).await.status, StatusCode::UNAUTHORIZED);
    let stranger = TestClient::new(hub.address(), None, Some("verzonnen".into()));
    assert_eq!(stranger.graphql("{ positie }", json!({})).await.status, StatusCode::UNAUTHORIZED);
}

#[tokio::test]
async fn every_answer_and_every_error_has_the_id_of_the_request() {
    let hub = TestHub::start().await;
    let first = hub.anoniem().graphql("{ positie }", json!({})).await;
    let second = hub.anoniem().graphql("{", json!({})).await;
    for answer in [&first, &second] {
        assert!(!answer.header("x-request-id").is_empty());
        assert_eq!(answer.body["errors"][0]["extensions"]["verzoekId"], answer.header("x-request-id"));
    }
    assert_ne!(first.header("x-request-id"), second.header("x-request-id"));
    assert!(!hub.anoniem().get("/healthz").await.header("x-request-id").is_empty());
}

#[tokio::test]
async fn a_cookie_works_only_from_our_own_pages() {
    let hub = TestHub::start().await;
    let kijker = hub.als(Hubrol::Kijker).await;
    let body = json!({ "query": "{ positie }" });
    for (header, status) in [
        (None, 403),
        (Some(("sec-fetch-site", "cross-site")), 403),
        (Some(("sec-fetch-site", "same-origin")), 200),
        (Some(("x-samenspel", "1")), 200),
    ] {
        let mut request = kijker.request(Method::POST, "/graphql").json(&body);
        if let Some((name, value)) = header {
            request = request.header(name, value);
        }
        assert_eq!(send(request).await.status.as_u16(), status, "{header:?}");
    }
}

#[tokio::test]
async fn a_program_works_with_a_token_within_its_scope() {
    let hub = TestHub::start().await;
    let persoon = hub.persoon("Programma", Hubrol::Beheerder, None).await;
    let reader = hub.als_programma(persoon, vec![TokenScope::Lezen]).await;
    let writer = hub.als_programma(persoon, vec![TokenScope::Lezen, TokenScope::Schrijven]).await;
    let plain =
        |client: &TestClient| send(client.request(Method::POST, "/graphql").json(&json!({ "query": "{ positie }" })));
    assert_eq!(plain(&reader).await.status, StatusCode::OK);
    assert_eq!(plain(&writer).await.status, StatusCode::OK);
    let input = |naam: &str| json!({ "naam": naam, "email": format!("{naam}@samenspel.example") });
    let refused = reader.mutate("maakPersoon", input("een"), "persoon { id }").await;
    assert_eq!(refused["fouten"][0]["code"], "GEEN_RECHT");
    let done = writer.mutate("maakPersoon", input("twee"), "persoon { naam }").await;
    assert_eq!(done["fouten"], json!([]));
    assert_eq!(done["persoon"]["naam"], "twee");
}

#[tokio::test]
async fn a_null_parameter_is_no_parameter() {
    let hub = TestHub::start().await;
    let body = json!({ "query": "{ __typename }", "variables": null, "operationName": null, "extensions": null });
    let answer = hub.anoniem().post("/graphql", &body).await;
    assert_eq!(answer.body, json!({ "data": { "__typename": "Query" } }));
    assert_ne!(answer.body, Value::Null);
}
