//! Evenredige bijdrage: regions for all, one gemeente for who may see it, and always as it is now.

use samenspel::{domain::organisatie::Hubrol, platform::graphql::relay::global_id};
use serde_json::{Value, json};

use crate::{
    sessies::{Opzet, Zaal},
    support::{INTEGRATIE, TestBord, TestClient, TestHub},
};

const BIJDRAGE: &str = "query ($van: Datum, $tot: Datum) { bijdrage(van: $van, tot: $tot) { van tot maten {
    soort uitleg spreiding { laagste midden hoogste } alle { ...T }
    regios { regio { sleutel } telling { ...T } }
    verloop { naam regios { regio { sleutel } telling { ...T } } } } } }
    fragment T on Bijdragetelling { gehaald totaal procent teLaat niet onbekend inwonersdeel }";
const GEMEENTE: &str = "query ($id: ID!, $van: Datum, $tot: Datum) { bijdrage(van: $van, tot: $tot) { van
    gemeente(gemeente: $id) { gemeente { naam } maten { soort telling { gehaald totaal inwonersdeel } } } } }";

/// The year of the procedure of the demo.
fn in_2025() -> Value {
    json!({ "van": "2025-01-01", "tot": "2025-12-31" })
}

fn gemeente(sleutel: &str) -> String {
    global_id("Gemeente", sleutel).0
}

async fn maat(client: &TestClient, soort: &str, periode: Value) -> Value {
    let data = client.query(BIJDRAGE, periode).await;
    let maten = data["bijdrage"]["maten"].as_array().unwrap();
    maten.iter().find(|maat| maat["soort"] == soort).unwrap().clone()
}

/// Done, of how many, too late, not, unknown.
fn cijfers(telling: &Value) -> [i64; 5] {
    ["gehaald", "totaal", "teLaat", "niet", "onbekend"].map(|veld| telling[veld].as_i64().unwrap())
}

fn regio<'a>(van: &'a Value, sleutel: &str) -> &'a Value {
    &van["regios"].as_array().unwrap().iter().find(|een| een["regio"]["sleutel"] == sleutel).unwrap()["telling"]
}

#[tokio::test]
async fn one_gemeente_is_seen_by_who_speaks_for_it_and_the_regions_by_all() {
    let hub = TestHub::demo().await;
    let kwartiermaker = hub.als(Hubrol::Kwartiermaker).await;
    let venlo = hub.accounthouder("gem-venlo").await;
    let vraag = |id: String| {
        let mut variabelen = in_2025();
        variabelen["id"] = json!(id);
        variabelen
    };
    for (client, sleutel, mag) in [
        (&kwartiermaker, "gem-venlo", true),
        (&kwartiermaker, "gem-weert", true),
        (&venlo, "gem-venlo", true),
        (&venlo, "gem-weert", false),
        (&hub.als(Hubrol::Kijker).await, "gem-venlo", false),
        (&hub.als(Hubrol::Procesregisseur).await, "gem-venlo", false),
        (&hub.als(Hubrol::Beheerder).await, "gem-venlo", false),
        (&hub.als(Hubrol::Bestuurder).await, "gem-venlo", false),
    ] {
        let answer = client.graphql(GEMEENTE, vraag(gemeente(sleutel))).await;
        assert_eq!(answer.code(), if mag { "" } else { "GEEN_RECHT" }, "{sleutel}: {answer:?}");
        assert_eq!(answer.body["data"]["bijdrage"]["gemeente"].is_object(), mag, "{sleutel}: {answer:?}");
        // Whoever asks: the regions are there, and no gemeente is named among them.
        let alle = client.query(BIJDRAGE, in_2025()).await;
        assert_eq!(alle["bijdrage"]["maten"].as_array().unwrap().len(), 5);
        assert!(!alle.to_string().contains("gem-"), "{alle}");
    }
    let eigen = venlo.query(GEMEENTE, vraag(gemeente("gem-venlo"))).await;
    assert_eq!(eigen["bijdrage"]["gemeente"]["gemeente"]["naam"], "Venlo");
    let antwoord = &eigen["bijdrage"]["gemeente"]["maten"][1];
    let telling = &antwoord["telling"];
    assert_eq!(
        (&antwoord["soort"], &telling["gehaald"], &telling["totaal"]),
        (&json!("ANTWOORD"), &json!(1), &json!(1))
    );
    // A fifth of the fourteen lives there, as the demo rounds it.
    assert!(eigen["bijdrage"]["gemeente"]["maten"][4]["telling"]["inwonersdeel"].as_f64().unwrap() > 19.0);
    let nergens = kwartiermaker.query(GEMEENTE, vraag(gemeente("gem-bestaatniet"))).await;
    assert!(nergens["bijdrage"]["gemeente"].is_null());
    let mis = json!({ "van": "2026-02-01", "tot": "2026-01-01" });
    assert_eq!(venlo.graphql(BIJDRAGE, mis).await.code(), "DATUM_ONGELDIG");
    assert_eq!(hub.anoniem().graphql(BIJDRAGE, json!({})).await.code(), "NIET_AANGEMELD");
}

#[tokio::test]
async fn an_answer_of_another_changes_the_count_of_who_is_looking() {
    let hub = TestHub::demo().await;
    let kijker = hub.als(Hubrol::Kijker).await;
    let leudal = hub.accounthouder("gem-leudal").await;
    let eerst = maat(&kijker, "ANTWOORD", in_2025()).await;
    // Of three nothing is known: they are in no share.
    assert_eq!(cijfers(regio(&eerst, "regio-noord")), [7, 7, 0, 0, 0]);
    assert_eq!(cijfers(regio(&eerst, "regio-midden")), [4, 4, 0, 0, 3]);
    assert_eq!(cijfers(&eerst["alle"]), [11, 11, 0, 0, 3]);
    let kwartalen = eerst["verloop"].as_array().unwrap();
    assert_eq!(kwartalen.len(), 4);
    assert_eq!(
        (&kwartalen[1]["naam"], cijfers(regio(&kwartalen[1], "regio-noord"))),
        (&json!("2e kwartaal 2025"), [7, 7, 0, 0, 0])
    );
    assert!(regio(&kwartalen[0], "regio-noord")["procent"].is_null(), "nothing to count is no zero");

    let TestBord { traject, positie, .. } = TestBord::read(&kijker).await;
    let mut stroom = kijker.subscribe(INTEGRATIE, json!({ "traject": traject, "vanaf": positie })).await;
    let cel = global_id("Besluitcel", "stap-zienswijze/gem-leudal").0;
    let laat = json!({ "id": cel, "verwachteVersie": 1, "status": "GEDAAN", "datum": "2025-07-21",
        "ontvangenOp": "2025-04-07" });
    assert_eq!(leudal.mutate("vulBesluitcelIn", laat, "").await["fouten"], json!([]));
    // As the page hears it.
    while stroom.next_event().await["integratie"]["__typename"] != "BesluitcelGewijzigd" {}
    // By that day more is known: Weert did not answer in time either.
    let daarna = maat(&kijker, "ANTWOORD", in_2025()).await;
    assert_eq!(cijfers(regio(&daarna, "regio-midden")), [4, 6, 1, 1, 1]);
    assert_eq!(daarna["spreiding"], json!({ "laagste": 0.0, "midden": 100.0, "hoogste": 100.0 }));
}

#[tokio::test]
async fn who_came_to_an_anonymous_session_counts_for_their_gemeente_once_it_is_over() {
    let hub = TestHub::demo().await;
    let kijker = hub.als(Hubrol::Kijker).await;
    let zaal =
        Zaal::open(&hub, Opzet { sjabloon: "behouden-loslaten-toevoegen", anoniem: true, modereren: false }).await;
    for naam in ["Vos", "Das"] {
        zaal.gast(naam, &gemeente("gem-venlo")).await;
    }
    let tijdens = maat(&kijker, "DEELNAME", json!({})).await;
    assert_eq!((cijfers(&tijdens["alle"]), &tijdens["spreiding"]), ([0; 5], &json!(null)));
    zaal.doe("rondSessieAf", json!({})).await;
    let erna = maat(&kijker, "DEELNAME", json!({})).await;
    assert_eq!(cijfers(regio(&erna, "regio-noord")), [1, 7, 0, 6, 0]);
    assert_eq!(cijfers(regio(&erna, "regio-midden")), [0, 7, 0, 7, 0]);
    assert_eq!(erna["spreiding"], json!({ "laagste": 0.0, "midden": 0.0, "hoogste": 100.0 }));
}
