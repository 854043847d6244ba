use reqwest::StatusCode;
use samenspel::domain::organisatie::Hubrol;
use serde_json::json;

use crate::support::TestHub;

#[tokio::test]
async fn what_is_too_much_is_refused_with_its_code() {
    let hub = TestHub::start().await;
    let kijker = hub.als(Hubrol::Kijker).await;
    let aliases: String = (0..31).map(|n| format!("a{n}: positie ")).collect();
    let deep = "{ regios ".to_owned() + &"{ hoortBij ".repeat(12) + "{ id }" + &" }".repeat(12) + " }";
    let doubling: String = (0..60).map(|n| format!("fragment f{n} on Query {{ ...f{0} ...f{0} }} ", n + 1)).collect();
    for query in [
        format!("{{ {aliases} }}"),
        "{ positie }".repeat(700),
        deep,
        format!("{{ ...f0 }} {doubling} fragment f60 on Query {{ positie }}"),
        "{ a ".repeat(900),
        format!("{{ a(b: {}", "[".repeat(1500)),
    ] {
        let answer = kijker.graphql(&query, json!({})).await;
        assert_eq!(answer.code(), "TE_INGEWIKKELD", "{}: {answer:#?}", &query[..60]);
    }
    let big = kijker.graphql(&format!("{{ positie }} #{}", "x".repeat(33_000)), json!({})).await;
    assert_eq!((big.status, big.code()), (StatusCode::PAYLOAD_TOO_LARGE, "TE_GROOT"));
    let big = kijker.graphql("{ positie }", json!({ "x": "x".repeat(33_000) })).await;
    assert_eq!((big.status, big.code()), (StatusCode::PAYLOAD_TOO_LARGE, "TE_GROOT"));
}

#[tokio::test]
async fn the_explorer_may_ask_all_about_the_schema() {
    let hub = TestHub::start().await;
    let of_type = "{ kind name ofType ".repeat(9) + "{ kind name }" + &" }".repeat(9);
    let query = format!(
        "query IntrospectionQuery {{ __schema {{ queryType {{ name }} types {{ ...T }} directives {{ name args {{ ...I }} }} }} }}
         fragment T on __Type {{ kind name description fields(includeDeprecated: true) {{ name args {{ ...I }} type {{ ...R }} }}
           inputFields {{ ...I }} interfaces {{ ...R }} enumValues {{ name }} possibleTypes {{ ...R }} }}
         fragment I on __InputValue {{ name description type {{ ...R }} defaultValue }}
         fragment R on __Type {of_type}"
    );
    let data = hub.anoniem().query(&query, json!({})).await;
    assert!(data["__schema"]["types"].as_array().unwrap().len() > 10);
}
