use reqwest::StatusCode;

use crate::support::TestHub;

#[tokio::test]
async fn unknown_files_are_not_found_and_addresses_of_screens_show_the_page() {
    let hub = TestHub::start().await;
    let client = hub.anoniem();
    for path in ["/graphql/anders", "/assets/bestaat-niet.js"] {
        assert_eq!(client.get(path).await.status, StatusCode::NOT_FOUND, "{path}");
    }
    // Built or not, each of these is the same page.
    let page = client.get("/").await;
    for path in ["/integratie/takenbord?van=mij", "/aanmelden", "/index.html", "/../Cargo.toml"] {
        let other = client.get(path).await;
        assert_eq!((other.status, other.body), (page.status, page.body.clone()), "{path}");
    }
}

#[tokio::test]
async fn every_answer_tells_browsers_to_be_careful() {
    let hub = TestHub::start().await;
    for path in ["/", "/healthz", "/graphql", "/graphql/ide"] {
        let answer = hub.anoniem().get(path).await;
        assert!(answer.header("content-security-policy").contains("frame-ancestors 'none'"), "{path}");
        assert_eq!(answer.header("x-content-type-options"), "nosniff", "{path}");
        assert_eq!(answer.header("referrer-policy"), "same-origin", "{path}");
    }
}

#[tokio::test]
async fn a_hub_that_runs_says_so() {
    let hub = TestHub::start().await;
    assert_eq!(hub.anoniem().get("/healthz").await.status, StatusCode::OK);
    assert_eq!(hub.anoniem().get("/readyz").await.status, StatusCode::OK);
}
