//! Votes: hidden while they run, split when they close, never lost or doubled.

use serde_json::{Value, json};

use super::*;

const POSITIES: Opzet = Opzet { sjabloon: "twee-posities", anoniem: true, modereren: false };

fn groep<'u>(fase: &'u Value, naam: &str) -> Option<&'u Value> {
    fase["uitslag"]["groepen"].as_array()?.iter().find(|groep| groep["groep"] == naam)
}

fn punten(groep: &Value) -> Vec<i64> {
    groep["regels"].as_array().unwrap().iter().map(|regel| regel["punten"].as_i64().unwrap()).collect()
}

#[tokio::test]
async fn the_result_is_hidden_until_it_closes_and_then_told_per_constituency() {
    let hub = TestHub::demo().await;
    let zaal = Zaal::open(&hub, POSITIES).await;
    let noord = [gemeente("gem-venlo"), gemeente("gem-venray"), gemeente("gem-beesel")];
    let midden = [gemeente("gem-weert"), gemeente("gem-roermond"), gemeente("gem-leudal")];
    let mut gasten = Vec::new();
    for achterban in noord.iter().chain(&midden).map(String::as_str).chain(["mgr"; 3]) {
        gasten.push(zaal.gast("Sam", achterban).await);
    }
    let fase = zaal.naar("STEMMEN").await;
    // Noord chooses the first, Midden the second, the MGR the second.
    for (nummer, gast) in gasten.iter().enumerate() {
        stem(gast, &fase, usize::from(nummer >= 3)).await;
    }
    let open = zaal.fase("STEMMEN").await;
    assert_eq!((&open["uitslag"], &open["aantalGestemd"]), (&Value::Null, &json!(9)));

    zaal.doe("sluitStemming", json!({ "fase": fase["id"] })).await;
    let dicht = zaal.fase("STEMMEN").await;
    for (naam, verwacht) in
        [("ALLEN", [3, 6]), ("GEMEENTEN", [3, 3]), ("MGR", [0, 3]), ("NOORD", [3, 0]), ("MIDDEN", [0, 3])]
    {
        assert_eq!(punten(groep(&dicht, naam).unwrap()), verwacht, "{naam}");
    }
    assert_eq!(groep(&dicht, "GEMEENTEN").unwrap()["regels"][0]["procent"], 50);
    let te_laat = stem(&gasten[0], &fase, 0).await;
    assert_eq!(te_laat["fouten"][0]["code"], "ONGELDIGE_WAARDE");
}

#[tokio::test]
async fn a_group_of_two_is_not_told_apart() {
    let hub = TestHub::demo().await;
    let zaal = Zaal::open(&hub, POSITIES).await;
    let mut gasten = Vec::new();
    for achterban in [gemeente("gem-venlo"), gemeente("gem-venray"), gemeente("gem-weert"), "mgr".into(), "mgr".into()]
    {
        gasten.push(zaal.gast("Sam", &achterban).await);
    }
    let fase = zaal.naar("STEMMEN").await;
    for gast in &gasten {
        stem(gast, &fase, 1).await;
    }
    zaal.doe("sluitStemming", json!({ "fase": fase["id"] })).await;
    let dicht = zaal.fase("STEMMEN").await;
    assert_eq!(dicht["uitslag"]["groepen"].as_array().unwrap().len(), 1);
    assert_eq!(dicht["uitslag"]["beschermd"], json!(["GEMEENTEN", "MGR", "NOORD", "MIDDEN"]));
}

#[tokio::test]
async fn a_restart_in_the_middle_of_a_vote_loses_and_doubles_nothing() {
    let hub = TestHub::demo().await;
    let mut zaal = Zaal::open(&hub, POSITIES).await;
    let mut gasten = Vec::new();
    for _ in 0..4 {
        gasten.push(zaal.gast("Sam", "mgr").await);
    }
    let fase = zaal.naar("STEMMEN").await;
    let invoer = |keuze: usize| {
        json!({ "clientMutatieId": uuid::Uuid::new_v4(), "fase": fase["id"],
            "keuzes": [{ "keuze": fase["keuzes"][keuze]["id"] }] })
    };
    let invoeren: Vec<Value> = (0..4).map(|nummer| invoer(nummer % 2)).collect();
    for nummer in 0..2 {
        gasten[nummer].mutate("brengStemUit", invoeren[nummer].clone(), "deelname { gestemd }").await;
    }
    let hub = hub.restart().await;
    zaal.leider = zaal.leider.at(hub.address());
    // The phones did not hear whether it was done: all send again what they sent.
    for (gast, invoer) in gasten.iter().zip(&invoeren) {
        let gast = gast.at(hub.address());
        let antwoord = gast.mutate("brengStemUit", invoer.clone(), "deelname { gestemd }").await;
        assert_eq!(antwoord["fouten"], json!([]));
        assert_eq!(antwoord["deelname"]["gestemd"], json!([fase["id"]]));
        let nog_eens = stem(&gast, &fase, 0).await;
        assert_eq!(nog_eens["fouten"][0]["code"], "BESTAAT_AL");
    }
    zaal.doe("sluitStemming", json!({ "fase": fase["id"] })).await;
    let dicht = zaal.fase("STEMMEN").await;
    assert_eq!(punten(groep(&dicht, "ALLEN").unwrap()), [2, 2]);
    assert_eq!(groep(&dicht, "MGR").unwrap()["stemmers"], 4);
}

#[tokio::test]
async fn dots_go_to_groups_and_notes_and_a_vote_can_begin_anew() {
    let hub = TestHub::demo().await;
    let zaal =
        Zaal::open(&hub, Opzet { sjabloon: "behouden-loslaten-toevoegen", anoniem: true, modereren: false }).await;
    let gast = zaal.gast("Sam", "mgr").await;
    let fase = zaal.naar("VERZAMELEN").await;
    for tekst in ["Korte lijnen", "Kortere lijnen", "Vaste mensen"] {
        schrijf(&gast, &fase, tekst).await;
    }
    zaal.doe("toonNotities", json!({ "fase": fase["id"] })).await;
    let voorstel = zaal
        .leider
        .query("query ($id: ID!) { sessie(id: $id) { voorstellen { naam notities } } }", json!({ "id": zaal.id }))
        .await;
    let voorstel = voorstel["sessie"]["voorstellen"][0].clone();
    assert_eq!(voorstel["naam"], "Korte lijnen");
    zaal.doe("maakGroep", json!({ "naam": voorstel["naam"], "notities": voorstel["notities"] })).await;

    let stemmen = zaal.naar("STEMMEN").await;
    let namen: Vec<_> = stemmen["keuzes"].as_array().unwrap().iter().map(|keuze| keuze["naam"].clone()).collect();
    assert_eq!(namen, ["Korte lijnen", "Vaste mensen"]);
    let stem = |punten: [u32; 2]| {
        let keuzes = stemmen["keuzes"].as_array().unwrap().iter().zip(punten);
        let keuzes: Vec<_> = keuzes.map(|(keuze, punten)| json!({ "keuze": keuze["id"], "punten": punten })).collect();
        json!({ "fase": stemmen["id"], "keuzes": keuzes })
    };
    let te_veel = gast.mutate("brengStemUit", stem([3, 3]), "deelname { gestemd }").await;
    assert_eq!(te_veel["fouten"][0]["bericht"], "Verdeel 1 tot 5 punten.");
    assert_eq!(gast.mutate("brengStemUit", stem([3, 2]), "positie").await["fouten"], json!([]));
    zaal.doe("wisFase", json!({ "fase": stemmen["id"] })).await;
    assert_eq!(zaal.fase("STEMMEN").await["aantalGestemd"], 0);
    assert_eq!(gast.mutate("brengStemUit", stem([1, 2]), "positie").await["fouten"], json!([]), "once more");
}
