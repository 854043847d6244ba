//! A text as a file.

use reqwest::Method;
use samenspel::domain::organisatie::Hubrol;
use serde_json::json;

use crate::support::TestHub;

#[tokio::test]
async fn a_text_can_be_taken_along_in_five_forms_with_its_version_and_hash() {
    let hub = TestHub::demo().await;
    let kijker = hub.als(Hubrol::Kijker).await;
    let data = kijker.query("{ afspraken { id naam versies { id hash } } }", json!({})).await;
    let afspraak = &data["afspraken"][0];
    let [id, versie, hash] = [&afspraak["id"], &afspraak["versies"][0]["id"], &afspraak["versies"][0]["hash"]]
        .map(|value| value.as_str().unwrap());
    for (vorm, begin) in [("html", "<!doctype html>"), ("md", "# "), ("txt", ""), ("json", "{"), ("docx", "PK")] {
        let path = format!("/uitvoer/afspraken/{id}?vorm={vorm}&versie={versie}");
        let response = kijker.request(Method::GET, &path).send().await.unwrap();
        assert_eq!(response.status(), 200, "{vorm}");
        let disposition = response.headers()["content-disposition"].to_str().unwrap().to_owned();
        assert!(disposition.contains("attachment") && disposition.contains("-versie-1."), "{disposition}");
        let bytes = response.bytes().await.unwrap();
        assert!(bytes.starts_with(begin.as_bytes()), "{vorm}");
        if matches!(vorm, "html" | "md" | "txt") {
            assert!(String::from_utf8_lossy(&bytes).contains(hash), "{vorm} says which text it is");
        }
    }
    for (client, path, status) in [
        (&hub.anoniem(), format!("/uitvoer/afspraken/{id}?vorm=txt"), 401),
        (&kijker, "/uitvoer/afspraken/niets?vorm=txt".to_owned(), 404),
        (&kijker, format!("/uitvoer/afspraken/{id}?vorm=exe"), 422),
    ] {
        assert_eq!(client.get(&path).await.status, status, "{path}");
    }
}
