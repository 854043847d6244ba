//! Who should steer on costs, from session to session, until the commission is one and the same.

use super::*;

const OPZET: Opzet = Opzet { sjabloon: "twee-posities", anoniem: true, modereren: false };
const LEDGER: &str = "query ($ook: ID) { kostenposities(ook: $ook) {
    sessies { sessie naam magVastleggen groepen { groep waarnemen beheersen voorkeur } }
    domeinen { domein naam opdracht sinds verloop { sessie waarnemen beheersen onbekend }
        partijen { telt achterban { sleutel naam } standpunten { sessie positie toelichting } } } } }";

async fn ledger(client: &TestClient, ook: Option<&str>) -> Value {
    client.query(LEDGER, json!({ "ook": ook })).await["kostenposities"].take()
}

fn jeugd(ledger: &Value) -> &Value {
    ledger["domeinen"].as_array().unwrap().iter().find(|domein| domein["naam"] == "Jeugd").unwrap()
}

async fn leg(zaal: &Zaal, domein: &Value, van: &Value, positie: Value) -> Value {
    let input = json!({ "sessie": zaal.id, "van": van, "domein": domein, "positie": positie,
        "toelichting": "Zo staat het in ons coalitieakkoord" });
    zaal.leider.mutate("legStandpuntVast", input, "positie").await
}

#[tokio::test]
async fn what_the_documents_say_is_where_it_begins() {
    let hub = TestHub::demo().await;
    let begin = ledger(&hub.als(Hubrol::Kijker).await, None).await;
    let sessies = begin["sessies"].as_array().unwrap();
    assert_eq!((sessies.len(), &sessies[0]["naam"]), (1, &json!("Verdiepende sessie Jeugd en kosten")));
    assert_eq!(
        sessies[0]["groepen"],
        json!([{ "groep": "GEMEENTEN", "waarnemen": 50, "beheersen": 50, "voorkeur": null },
            { "groep": "MGR", "waarnemen": null, "beheersen": null, "voorkeur": "BEHEERSEN" }])
    );
    // Which gemeente wanted what, no document says: that stays unknown.
    let jeugd = jeugd(&begin);
    assert_eq!(
        jeugd["verloop"][0]["onbekend"], 7,
        "module 1 has seven gemeenten; those that intend to join do not count"
    );
    assert_eq!((&jeugd["opdracht"], jeugd["partijen"].as_array().unwrap().len()), (&Value::Null, 15));
}

#[tokio::test]
async fn positions_are_followed_over_sessions_until_all_want_the_same() {
    let hub = TestHub::demo().await;
    let (eerste, tweede) = (Zaal::open(&hub, OPZET).await, Zaal::open(&hub, OPZET).await);
    let begin = ledger(&eerste.leider, Some(&eerste.id)).await;
    let domein = jeugd(&begin)["domein"].clone();
    let partijen = jeugd(&begin)["partijen"].as_array().unwrap().clone();
    let tellen: Vec<_> = partijen.iter().filter(|partij| partij["telt"] == true).collect();
    assert_eq!(tellen.len(), 7);
    for (nummer, partij) in tellen.iter().enumerate() {
        let positie = if nummer == 0 { "BEHEERSEN" } else { "WAARNEMEN" };
        let gelegd = leg(&eerste, &domein, &partij["achterban"]["sleutel"], json!(positie)).await;
        assert_eq!(gelegd["fouten"], json!([]));
    }
    let verdeeld = ledger(&eerste.leider, None).await;
    let laatste = jeugd(&verdeeld)["verloop"].as_array().unwrap().last().unwrap().clone();
    assert_eq!((&laatste["waarnemen"], &laatste["beheersen"], &laatste["onbekend"]), (&json!(6), &json!(1), &json!(0)));
    assert_eq!(jeugd(&verdeeld)["opdracht"], Value::Null);

    // In the next session one changes its mind; the others need not say it again. The MGR does not count.
    let een = &tellen[0]["achterban"]["sleutel"];
    leg(&tweede, &domein, een, json!("WAARNEMEN")).await;
    leg(&tweede, &domein, &json!("mgr"), json!("BEHEERSEN")).await;
    assert_eq!(leg(&tweede, &domein, een, json!("WAARNEMEN")).await["positie"], Value::Null, "said already");
    let kijker = hub.als(Hubrol::Kijker).await;
    let eenduidig = ledger(&kijker, None).await;
    assert_eq!(jeugd(&eenduidig)["opdracht"], "WAARNEMEN");
    assert_eq!(jeugd(&eenduidig)["sinds"], json!(tweede.id));
    assert!(eenduidig["sessies"].as_array().unwrap().iter().all(|sessie| sessie["magVastleggen"] == false));

    leg(&tweede, &domein, een, Value::Null).await;
    assert_eq!(jeugd(&ledger(&kijker, None).await)["opdracht"], Value::Null, "taken back");
}

#[tokio::test]
async fn only_who_leads_the_session_lays_down_what_was_said_in_it() {
    let hub = TestHub::demo().await;
    let zaal = Zaal::open(&hub, OPZET).await;
    let domein = jeugd(&ledger(&zaal.leider, None).await)["domein"].clone();
    let input = json!({ "sessie": zaal.id, "van": gemeente("gem-venlo"), "domein": domein, "positie": "WAARNEMEN" });
    for rol in [Hubrol::Kijker, Hubrol::Procesregisseur] {
        let geweigerd = hub.als(rol).await.mutate("legStandpuntVast", input.clone(), "positie").await;
        assert_eq!(geweigerd["fouten"][0]["code"], "GEEN_RECHT", "{rol:?}");
    }
    let onbekend = leg(&zaal, &domein, &json!(gemeente("gem-nergens")), json!("WAARNEMEN")).await;
    assert_eq!(onbekend["fouten"][0]["veld"], "van");
    let gast = zaal.gast("Sam", "mgr").await;
    assert_eq!(gast.graphql(LEDGER, json!({})).await.code(), "GEEN_RECHT");
}
