//! What stands in the margin of a text: remarks, and suggestions that come into it.

use samenspel::domain::{
    afspraken::{Passage, queries},
    organisatie::Hubrol,
};
use serde_json::{Value, json};

use super::TEKST;
use crate::support::{TestClient, TestHub, TestSchrijver, passage};

const SCHERM: &str = "subscription { afspraken { __typename ... on KanttekeningGewijzigd {
    zin kanttekening { stand voorstel magBeslissen antwoorden { nummer tekst door { naam } } } } } }";
const VELDEN: &str = "kanttekening { id stand }";

async fn afspraak(client: &TestClient) -> (Value, String) {
    let data = client.query("{ afspraken { id naam tekst { artikelen { sleutel plat } } } }", json!({})).await;
    let afspraken = data["afspraken"].as_array().unwrap();
    let een = afspraken.iter().find(|een| een["naam"].as_str().unwrap().starts_with("Plan van aanpak")).unwrap();
    (een["id"].clone(), een["tekst"]["artikelen"][0]["sleutel"].as_str().unwrap().to_owned())
}

async fn plat(client: &TestClient, id: &Value) -> String {
    let vraag = "query ($id: ID!) { afspraak(id: $id) { tekst { plat } } }";
    let data = client.query(vraag, json!({ "id": id })).await;
    data["afspraak"]["tekst"]["plat"].as_str().unwrap().to_owned()
}

/// A word of the text, and where it is.
async fn woord(hub: &TestHub) -> Passage {
    let id = samenspel::domain::afspraken::AfspraakId("afspraak-plan-van-aanpak-delen".into());
    let doc = queries::document(hub.app.db().read(), &id).await.unwrap();
    let tekst = queries::tekst_in(&doc).artikelen[0].plat();
    let woord = tekst.split_whitespace().max_by_key(|woord| woord.len()).unwrap().to_owned();
    passage(&doc, &woord)
}

fn voorstel(id: &Value, artikel: &str, plek: &Passage, naar: &str) -> Value {
    json!({ "afspraak": id, "artikel": artikel, "voorstel": naar,
        "passage": { "van": plek.van, "tot": plek.tot, "citaat": plek.citaat } })
}

#[tokio::test]
async fn a_suggestion_comes_into_the_text_on_every_screen_where_its_words_have_gone_to() {
    let hub = TestHub::demo().await;
    let anna = hub.als(Hubrol::Kwartiermaker).await;
    let bestuurder = hub.als(Hubrol::Contractmanager).await;
    let (id, artikel) = afspraak(&anna).await;
    let mut scherm = anna.subscribe(SCHERM, json!({})).await;
    while scherm.next_event().await["afspraken"]["__typename"] != "Bijgewerkt" {}
    let mut schrijver = TestSchrijver::open(&anna, TEKST).await;
    assert!(schrijver.stored().await);

    let plek = woord(&hub).await;
    let geplaatst = bestuurder.mutate("plaatsKanttekening", voorstel(&id, &artikel, &plek, "TULPENBOL"), VELDEN).await;
    assert_eq!(geplaatst["fouten"], json!([]));
    let event = scherm.next_event().await["afspraken"].take();
    assert_eq!(
        (&event["kanttekening"]["stand"], &event["kanttekening"]["magBeslissen"]),
        (&json!("OPEN"), &json!(true))
    );
    assert!(event["zin"].as_str().unwrap().contains("TULPENBOL"), "{event}");

    let kant = &geplaatst["kanttekening"]["id"];
    let antwoord = anna.mutate("beantwoordKanttekening", json!({ "id": kant, "tekst": "Goed idee." }), VELDEN).await;
    assert_eq!(antwoord["fouten"], json!([]));
    assert_eq!(scherm.next_event().await["afspraken"]["kanttekening"]["antwoorden"][0]["tekst"], "Goed idee.");
    let aangenomen = anna.mutate("beslisVoorstel", json!({ "id": kant, "aangenomen": true }), VELDEN).await;
    assert_eq!(aangenomen["kanttekening"]["stand"], "AANGENOMEN", "{aangenomen}");
    assert_eq!(scherm.next_event().await["afspraken"]["kanttekening"]["stand"], "AANGENOMEN");
    let tekst = plat(&anna, &id).await;
    assert!(tekst.contains("TULPENBOL"), "{tekst}");
    // Who has the text open is shown it without asking.
    let nieuw = |schrijver: &TestSchrijver| {
        queries::tekst_in(&schrijver.doc).artikelen.iter().any(|een| een.plat().contains("TULPENBOL"))
    };
    schrijver.until("the suggestion comes into the text", nieuw).await;

    // The words are gone: the same once more is refused, and nothing is lost.
    let weer = bestuurder.mutate("plaatsKanttekening", voorstel(&id, &artikel, &plek, "CROCUS"), VELDEN).await;
    let weer = &weer["kanttekening"]["id"];
    let botst = anna.mutate("beslisVoorstel", json!({ "id": weer, "aangenomen": true }), VELDEN).await;
    assert_eq!(botst["fouten"][0]["code"], "VERSIE_VEROUDERD");
    assert!(!plat(&anna, &id).await.contains("CROCUS"));
    let afgewezen = anna.mutate("beslisVoorstel", json!({ "id": weer, "aangenomen": false }), VELDEN).await;
    assert_eq!(afgewezen["kanttekening"]["stand"], "AFGEWEZEN");
    let twee = anna.mutate("beslisVoorstel", json!({ "id": weer, "aangenomen": false }), "").await;
    assert_eq!(twee["fouten"][0]["code"], "NIET_IN_DEZE_FASE");
}

#[tokio::test]
async fn who_may_only_comment_decides_nothing_and_a_bsn_does_not_get_into_the_margin() {
    let hub = TestHub::demo().await;
    let anna = hub.als(Hubrol::Kwartiermaker).await;
    let bestuurder = hub.als(Hubrol::Bestuurder).await;
    let kijker = hub.als(Hubrol::Kijker).await;
    let (id, artikel) = afspraak(&anna).await;
    let opmerking = |tekst: &str| json!({ "afspraak": id, "artikel": artikel, "tekst": tekst });
    let code = |answer: Value| answer["fouten"][0]["code"].as_str().unwrap_or("-").to_owned();

    assert_eq!(code(kijker.mutate("plaatsKanttekening", opmerking("Waarom?"), "").await), "GEEN_RECHT");
    let bsn = opmerking("Het gaat om 111222333.");
    assert_eq!(code(bestuurder.mutate("plaatsKanttekening", bsn, "").await), "BSN_GEVONDEN");
    let weg = json!({ "afspraak": id, "artikel": "elders", "tekst": "Waarom?" });
    assert_eq!(code(bestuurder.mutate("plaatsKanttekening", weg, "").await), "NIET_GEVONDEN");
    let plek = woord(&hub).await;
    let eigen = bestuurder.mutate("plaatsKanttekening", voorstel(&id, &artikel, &plek, "IRIS"), VELDEN).await;
    let eigen = &eigen["kanttekening"]["id"];
    let zelf = json!({ "id": eigen, "aangenomen": true });
    assert_eq!(code(bestuurder.mutate("beslisVoorstel", zelf, "").await), "GEEN_RECHT");
    let af = json!({ "id": eigen, "opgelost": true });
    assert_eq!(code(anna.mutate("handelKanttekeningAf", af, "").await), "ONGELDIGE_WAARDE");

    let vraag = bestuurder.mutate("plaatsKanttekening", opmerking("Waarom een week?"), VELDEN).await;
    let vraag = &vraag["kanttekening"]["id"];
    for (opgelost, stand) in [(true, "OPGELOST"), (true, "OPGELOST"), (false, "OPEN")] {
        let af = json!({ "id": vraag, "opgelost": opgelost });
        assert_eq!(anna.mutate("handelKanttekeningAf", af, VELDEN).await["kanttekening"]["stand"], stand);
    }
}
