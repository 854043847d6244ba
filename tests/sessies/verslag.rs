//! The report: as a document, to exactly the people who were named, and what is put on a name afterwards.

use std::io::{Cursor, Read};

use samenspel::{domain::postbus::Post, platform::mail::Mailer};
use zip::ZipArchive;

use super::*;

const OP_NAAM: Opzet = Opzet { sjabloon: "behouden-loslaten-toevoegen", anoniem: false, modereren: false };
const VOORSTEL: &str = "query ($sessie: ID!) { verslagvoorstel(sessie: $sessie) { zonderAccount onderwerp magSturen
    aanwezigen { persoon naam rol bezorging gestuurdOp } anderen { naam } verzendingen { aan door } } }";

async fn ik(client: &TestClient) -> String {
    client.query("{ ik { persoon { id } } }", json!({})).await["ik"]["persoon"]["id"].as_str().unwrap().to_owned()
}

async fn claim(client: &TestClient, gast: &TestClient) -> Value {
    client.mutate("claimDeelname", json!({ "pas": gast.token }), "sessie { id }").await
}

async fn meldingen(client: &TestClient) -> String {
    client.query("{ meldingen { nodes { zin } } }", json!({})).await.to_string()
}

/// A session that is over, with two notes, a group, a vote and a decision; and the two guests.
async fn afgerond(hub: &TestHub) -> (Zaal, [TestClient; 2]) {
    let zaal = Zaal::open(hub, OP_NAAM).await;
    let gasten = [zaal.gast("Sam", "mgr").await, zaal.gast("Kim", &gemeente("gem-venlo")).await];
    let derde = zaal.gast("Lou", "mgr").await;
    let fase = zaal.naar("VERZAMELEN").await;
    let eerste = schrijf(&gasten[0], &fase, "Korte lijnen").await["notitie"].clone();
    let tweede = schrijf(&gasten[1], &fase, "Kortere lijnen & zo").await["notitie"].clone();
    zaal.doe("toonNotities", json!({ "fase": fase["id"] })).await;
    zaal.doe("maakGroep", json!({ "naam": "Contact", "notities": [eerste, tweede] })).await;
    let stemmen = zaal.naar("STEMMEN").await;
    for gast in gasten.iter().chain([&derde]) {
        let keuzes = json!([{ "keuze": stemmen["keuzes"][0]["id"], "punten": 2 }]);
        gast.mutate("brengStemUit", json!({ "fase": stemmen["id"], "keuzes": keuzes }), "positie").await;
    }
    zaal.doe("sluitStemming", json!({ "fase": stemmen["id"] })).await;
    let besluit = json!({ "soort": "BESLUIT", "titel": "Elke maand bellen", "datum": "2027-03-01" });
    zaal.doe("legOpbrengstVast", besluit).await;
    zaal.doe("rondSessieAf", json!({})).await;
    (zaal, gasten)
}

#[tokio::test]
async fn a_guest_may_put_a_name_to_what_they_wrote_but_never_in_an_anonymous_session() {
    let hub = TestHub::demo().await;
    let (zaal, [sam, kim]) = afgerond(&hub).await;
    let anna = hub.als(Hubrol::Procesregisseur).await;
    assert_eq!(claim(&anna, &kim).await["fouten"], json!([]));
    assert_eq!(claim(&anna, &kim).await["positie"], Value::Null, "once is enough");
    let ander = hub.als(Hubrol::Contractmanager).await;
    assert_eq!(claim(&ander, &kim).await["fouten"][0]["code"], "BESTAAT_AL");
    let onzin = anna.mutate("claimDeelname", json!({ "pas": "gast_onzin" }), "positie").await;
    assert_eq!(onzin["fouten"][0]["code"], "NIET_GEVONDEN");

    let vraag = "query ($id: ID!) { sessie(id: $id) { notities { tekst auteur opNaamVan } } }";
    let voor_collega = anna.query(vraag, json!({ "id": zaal.id })).await.to_string();
    assert!(voor_collega.contains("Procesregisseur") && voor_collega.contains("Kim"), "{voor_collega}");
    let voor_gast = sam.query(vraag, json!({ "id": zaal.id })).await.to_string();
    assert!(
        !voor_gast.contains("Procesregisseur"),
        "who takes part without an account knows the names of that session only"
    );

    let anoniem = Zaal::open(&hub, Opzet { anoniem: true, ..OP_NAAM }).await;
    let lou = anoniem.gast("Lou", "mgr").await;
    let geweigerd = claim(&anna, &lou).await;
    assert_eq!(geweigerd["fouten"][0]["code"], "GEEN_RECHT");
    assert!(geweigerd["fouten"][0]["bericht"].as_str().unwrap().contains("anoniem"), "{geweigerd}");
}

#[tokio::test]
async fn the_report_goes_to_those_who_were_named_and_to_nobody_else() {
    let hub = TestHub::demo().await;
    let (zaal, [_, kim]) = afgerond(&hub).await;
    let (anna, buiten) = (hub.als(Hubrol::Procesregisseur).await, hub.als(Hubrol::Contractmanager).await);
    claim(&anna, &kim).await;
    let voorstel = zaal.leider.query(VOORSTEL, json!({ "sessie": zaal.id })).await["verslagvoorstel"].take();
    assert_eq!((&voorstel["zonderAccount"], &voorstel["magSturen"]), (&json!(2), &json!(true)));
    let aanwezig = voorstel["aanwezigen"].as_array().unwrap();
    assert_eq!((aanwezig.len(), &aanwezig[0]["rol"]), (1, &json!("deed mee als Kim")));
    assert_eq!(aanwezig[0]["bezorging"], "METEEN");
    let kijker = hub.als(Hubrol::Kijker).await;
    assert_eq!(kijker.graphql(VOORSTEL, json!({ "sessie": zaal.id })).await.code(), "GEEN_RECHT");

    let stuur = async |client: &TestClient, aan: Vec<String>| {
        let input = json!({ "sessie": zaal.id, "aan": aan });
        client.mutate("stuurVerslag", input, "verslagvoorstel { verzendingen { aan door } }").await
    };
    assert_eq!(stuur(&zaal.leider, vec![]).await["fouten"][0]["veld"], "aan", "nobody by default");
    let niet_van_haar = stuur(&anna, vec![ik(&buiten).await]).await;
    assert_eq!(niet_van_haar["fouten"][0]["code"], "GEEN_RECHT", "only who led it");

    let folder = tempfile::tempdir().unwrap();
    let mailer = Mailer::folder(folder.path().to_owned(), "Samenspel <hub@example.nl>").unwrap();
    let post = Post { mailer, adres: "https://hub.example.nl".into() };
    post.bezorg(&hub.app).await.unwrap();
    let gestuurd = stuur(&zaal.leider, vec![ik(&anna).await]).await;
    assert_eq!(
        gestuurd["verslagvoorstel"]["verzendingen"],
        json!([{ "aan": ["Procesregisseur beleid"], "door": "Kwartiermaker" }])
    );
    assert_eq!(post.bezorg(&hub.app).await.unwrap(), 1, "one letter, to one person");
    assert_eq!(post.bezorg(&hub.app).await.unwrap(), 0);
    let zin = "stuurde je het verslag van de sessie ‘Proef’";
    assert!(meldingen(&anna).await.contains(zin));
    for ander in [&buiten, &kijker, &zaal.leider] {
        assert!(!meldingen(ander).await.contains(zin));
    }

    let loopt = Zaal::open(&hub, OP_NAAM).await;
    let input = json!({ "sessie": loopt.id, "aan": [ik(&anna).await] });
    let te_vroeg = loopt.leider.mutate("stuurVerslag", input, "positie").await;
    assert_eq!(te_vroeg["fouten"][0]["code"], "NIET_IN_DEZE_FASE");
}

async fn word(client: &TestClient, sessie: &str) -> String {
    let request = client.request(Method::GET, &format!("/uitvoer/sessies/{sessie}?vorm=docx"));
    let response = request.send().await.unwrap();
    assert!(response.status().is_success(), "{response:?}");
    assert!(response.headers()["content-disposition"].to_str().unwrap().contains(".docx"));
    let mut archive = ZipArchive::new(Cursor::new(response.bytes().await.unwrap().to_vec())).unwrap();
    let mut text = String::new();
    archive.by_name("word/document.xml").unwrap().read_to_string(&mut text).unwrap();
    text
}

#[tokio::test]
async fn the_report_as_a_document_holds_what_all_may_know() {
    let hub = TestHub::demo().await;
    let (zaal, [_, kim]) = afgerond(&hub).await;
    let anna = hub.als(Hubrol::Procesregisseur).await;
    claim(&anna, &kim).await;
    let tekst = word(&anna, &zaal.id).await;
    for deel in [
        "Verslag: Proef",
        "Korte lijnen",
        "Kortere lijnen &amp; zo",
        "groep Contact",
        "Elke maand bellen",
        "1 maart 2027",
        "100%",
        "█",
        "Sam, MGR",
        "Procesregisseur beleid, Venlo",
        "Niet apart getoond",
    ] {
        assert!(tekst.contains(deel), "{deel} is not in {tekst}");
    }
    let gast = kim.get(&format!("/uitvoer/sessies/{}?vorm=docx", zaal.id)).await;
    assert_eq!(gast.code(), "GEEN_RECHT", "{gast:?}");
    let vroeger = anna.query("{ sessies { id naam } }", json!({})).await;
    let vroeger = vroeger["sessies"].as_array().unwrap();
    let heidag = vroeger.iter().find(|sessie| sessie["naam"] == "Heidag").unwrap();
    assert!(word(&anna, heidag["id"].as_str().unwrap()).await.contains("Uitvoeringsplan 2023-2025"));
}
