//! How a session goes, for all who look on.

use serde_json::{Value, json};

use super::*;

const OP_NAAM: Opzet = Opzet { sjabloon: "behouden-loslaten-toevoegen", anoniem: false, modereren: false };

async fn zichtbaar(client: &TestClient, zaal: &Zaal) -> Vec<Value> {
    let stand = client
        .query("query ($id: ID!) { sessie(id: $id) { notities { tekst auteur } } }", json!({ "id": zaal.id }))
        .await;
    stand["sessie"]["notities"].as_array().unwrap().clone()
}

#[tokio::test]
async fn notes_are_private_until_they_are_shown_and_then_everyone_sees_them_live() {
    let hub = TestHub::demo().await;
    let zaal = Zaal::open(&hub, OP_NAAM).await;
    let (sam, kim) = (zaal.gast("Sam", "mgr").await, zaal.gast("Kim", &gemeente("gem-venlo")).await);
    let fase = zaal.naar("VERZAMELEN").await;
    let mut scherm = kim.subscribe(VOLG, json!({ "id": zaal.id })).await;
    assert_eq!(scherm.next_event().await["sessie"]["__typename"], "Bijgewerkt");

    let geschreven = schrijf(&sam, &fase, "Korte lijnen").await;
    let bericht = scherm.next_event().await["sessie"].take();
    assert_eq!(bericht["gewijzigd"], json!([]), "Kim sees that there is one, not what it says");
    assert_eq!(bericht["sessie"]["fasen"][0]["kolommen"][0]["aantal"], 1);
    assert!(zichtbaar(&kim, &zaal).await.is_empty() && zichtbaar(&zaal.leider, &zaal).await.is_empty());

    let sleutel = "geheim van dit toestel voor Korte lijnen";
    let wijzig =
        |sleutel: &str| json!({ "notitie": geschreven["notitie"], "sleutel": sleutel, "tekst": "Kortere lijnen" });
    let geweigerd = kim.mutate("wijzigNotitie", wijzig("iets anders van dertig tekens!"), "notitie").await;
    assert_eq!(geweigerd["fouten"][0]["code"], "GEEN_RECHT");
    assert_eq!(sam.mutate("wijzigNotitie", wijzig(sleutel), "notitie").await["fouten"], json!([]));
    scherm.next_event().await;

    zaal.doe("toonNotities", json!({ "fase": fase["id"] })).await;
    let bericht = scherm.next_event().await["sessie"].take();
    assert_eq!(bericht["gewijzigd"], json!([{ "id": geschreven["notitie"], "tekst": "Kortere lijnen" }]));
    assert_eq!(zichtbaar(&kim, &zaal).await, [json!({ "tekst": "Kortere lijnen", "auteur": "Sam" })]);

    // Who comes late lands in the phase of now, with what is there.
    let laat = zaal.gast("Lou", "mgr").await;
    let ik = laat.query("{ mijnDeelname { sessie { huidigeFase notities { tekst } } } }", json!({})).await;
    assert_eq!(
        ik["mijnDeelname"]["sessie"],
        json!({ "huidigeFase": fase["id"], "notities": [{ "tekst": "Kortere lijnen" }] })
    );
    assert_eq!(
        sam.mutate("trekNotitieIn", json!({ "notitie": geschreven["notitie"], "sleutel": sleutel }), "notitie").await["fouten"],
        json!([])
    );
    scherm.next_event().await;
    assert_eq!(scherm.next_event().await["sessie"]["weg"], json!([geschreven["notitie"]]));
}

#[tokio::test]
async fn moderated_and_late_notes_wait_in_the_inbox() {
    let hub = TestHub::demo().await;
    let zaal = Zaal::open(&hub, Opzet { modereren: true, ..OP_NAAM }).await;
    let sam = zaal.gast("Sam", "mgr").await;
    let fase = zaal.naar("VERZAMELEN").await;
    zaal.doe("toonNotities", json!({ "fase": fase["id"] })).await;
    let eerste = schrijf(&sam, &fase, "Goed idee").await;
    let tweede = schrijf(&sam, &fase, "Iets over een collega").await;
    assert!(zichtbaar(&sam, &zaal).await.is_empty());
    assert_eq!(zichtbaar(&zaal.leider, &zaal).await.len(), 2, "who moderates reads what waits");
    for (notitie, tonen) in [(&eerste, "TONEN"), (&tweede, "WEGLATEN")] {
        let input = json!({ "notitie": notitie["notitie"], "tonen": tonen });
        zaal.leider.mutate("beoordeelNotitie", input, "sessie { id }").await;
    }
    let gezien = zichtbaar(&sam, &zaal).await;
    assert_eq!(gezien.iter().map(|notitie| &notitie["tekst"]).collect::<Vec<_>>(), ["Goed idee"]);

    zaal.naar("GROEPEREN").await;
    schrijf(&sam, &fase, "Nog iets").await;
    let stand = zaal.stand().await;
    let laat = stand["notities"].as_array().unwrap().iter().find(|notitie| notitie["tekst"] == "Nog iets").unwrap();
    assert_eq!((&laat["stand"], &laat["laat"]), (&json!("WACHT"), &json!(true)));
}

#[tokio::test]
async fn a_phase_begins_anew_and_its_notes_can_come_back() {
    let hub = TestHub::demo().await;
    let zaal = Zaal::open(&hub, OP_NAAM).await;
    let sam = zaal.gast("Sam", "mgr").await;
    let fase = zaal.naar("VERZAMELEN").await;
    schrijf(&sam, &fase, "Korte lijnen").await;
    zaal.doe("toonNotities", json!({ "fase": fase["id"] })).await;
    zaal.doe("wisFase", json!({ "fase": fase["id"] })).await;
    assert!(zichtbaar(&zaal.leider, &zaal).await.is_empty());
    zaal.doe("herstelFase", json!({ "fase": fase["id"] })).await;
    assert_eq!(zichtbaar(&zaal.leider, &zaal).await.len(), 1);
}

#[tokio::test]
async fn only_who_leads_a_session_changes_it_and_a_second_can_be_asked_in() {
    let hub = TestHub::demo().await;
    let zaal = Zaal::open(&hub, OP_NAAM).await;
    let (kijker, tweede) = (hub.als(Hubrol::Kijker).await, hub.als(Hubrol::Procesregisseur).await);
    let deur = json!({ "sessie": zaal.id, "deur": "DICHT" });
    for client in [&kijker, &tweede] {
        let geweigerd = client.mutate("zetDeur", deur.clone(), "sessie { id }").await;
        assert_eq!(geweigerd["fouten"][0]["code"], "GEEN_RECHT");
    }
    let ik = "{ ik { persoon { id } } }";
    let (wie, niet) = (tweede.query(ik, json!({})).await, kijker.query(ik, json!({})).await);
    let fout = zaal
        .leider
        .mutate("draagOver", json!({ "sessie": zaal.id, "aan": niet["ik"]["persoon"]["id"] }), "sessie { id }")
        .await;
    assert_eq!(fout["fouten"][0]["veld"], "aan");
    zaal.doe("draagOver", json!({ "aan": wie["ik"]["persoon"]["id"] })).await;
    assert_eq!(tweede.mutate("zetDeur", deur, "sessie { id }").await["fouten"], json!([]));
}

#[tokio::test]
async fn a_group_becomes_a_task_and_each_finds_the_other() {
    let hub = TestHub::demo().await;
    let zaal = Zaal::open(&hub, OP_NAAM).await;
    let sam = zaal.gast("Sam", "mgr").await;
    let fase = zaal.naar("VERZAMELEN").await;
    let notitie = schrijf(&sam, &fase, "Korte lijnen").await["notitie"].clone();
    zaal.doe("toonNotities", json!({ "fase": fase["id"] })).await;
    zaal.doe("maakGroep", json!({ "naam": "Contact", "notities": [notitie] })).await;
    let groep = zaal.stand().await["groepen"][0]["id"].clone();
    let bord = zaal.leider.query("{ trajecten { borden { id kolommen { id naam } } } }", json!({})).await;
    let bord = bord["trajecten"][0]["borden"][0].clone();
    let input = json!({ "soort": "TAAK", "titel": "Belafspraak maken", "groep": groep, "datum": "2027-01-15",
        "bord": bord["id"], "kolom": bord["kolommen"][0]["id"] });
    let (mut zonder, mut input) = (input.clone(), input);
    zonder["bord"] = Value::Null;
    (zonder["sessie"], input["sessie"]) = (json!(zaal.id), json!(zaal.id));
    let fout = zaal.leider.mutate("legOpbrengstVast", zonder, "sessie { id }").await;
    assert_eq!(fout["fouten"][0]["veld"], "kolom");
    let gelegd =
        zaal.leider.mutate("legOpbrengstVast", input, "sessie { opbrengsten { titel taak groep datum } }").await;
    let opbrengst = &gelegd["sessie"]["opbrengsten"][0];
    assert_eq!((&opbrengst["titel"], &opbrengst["groep"]), (&json!("Belafspraak maken"), &groep));

    let kijker = hub.als(Hubrol::Kijker).await;
    let terug = kijker
        .query(
            "query ($taak: ID!, $sessie: ID!) { herkomstVanTaak(taak: $taak) { sessie { id } notities }
        takenUitSessie(sessie: $sessie) { taak kolom gereed } node(id: $taak) { ... on Taak { titel vervaldatum } } }",
            json!({ "taak": opbrengst["taak"], "sessie": zaal.id }),
        )
        .await;
    assert_eq!(terug["herkomstVanTaak"], json!({ "sessie": { "id": zaal.id }, "notities": ["Korte lijnen"] }));
    assert_eq!(terug["takenUitSessie"][0]["kolom"], bord["kolommen"][0]["naam"]);
    assert_eq!(terug["node"], json!({ "titel": "Belafspraak maken", "vervaldatum": "2027-01-15" }));
}

#[tokio::test]
async fn the_demo_has_the_sessions_of_the_documents_and_one_to_start() {
    let hub = TestHub::demo().await;
    let kijker = hub.als(Hubrol::Kijker).await;
    let alle = kijker.query("{ sessies { naam stand notities { tekst } verleden { datum document }
        fasen { soort uitslag { groepen { groep stemmers voorkeur regels { procent punten } } } } } sessiesjablonen { naam eigen } }", json!({})).await;
    let sessies = alle["sessies"].as_array().unwrap();
    let vroeger = sessies.iter().filter(|sessie| !sessie["verleden"].is_null());
    assert_eq!(vroeger.clone().count(), 14);
    assert_eq!(vroeger.map(|sessie| sessie["notities"].as_array().unwrap().len()).sum::<usize>(), 75);
    assert_eq!(sessies.iter().filter(|sessie| sessie["stand"] == "GEPLAND").count(), 1);
    let verdieping = sessies.iter().find(|sessie| sessie["naam"] == "Verdiepende sessie Jeugd en kosten").unwrap();
    let groepen = &verdieping["fasen"][1]["uitslag"]["groepen"];
    // The sources give percentages and a preference; what they do not count stays unknown.
    assert_eq!(groepen[0]["regels"], json!([{ "procent": 50, "punten": null }, { "procent": 50, "punten": null }]));
    assert!(groepen[1]["voorkeur"].is_string() && groepen[1]["stemmers"].is_null());
}
