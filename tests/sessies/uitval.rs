//! Phones that sleep and a hub that dies, in the middle of it.

use futures_util::future::join_all;

use super::*;
use crate::support::{PATIENCE, TestProcess, TestStore};

const POSITIES: Opzet = Opzet { sjabloon: "twee-posities", anoniem: true, modereren: false };
const BEELD: &str = "query ($id: ID!) { sessie(id: $id) { positie huidigeFase aantalDeelnemers
    fasen { id kolommen { aantal } uitslag { groepen { groep } } } notities { id tekst } } }";

#[tokio::test]
async fn a_phone_that_slept_through_it_all_comes_back_with_everything() {
    let hub = TestHub::demo().await;
    let mut zaal = Zaal::open(&hub, POSITIES).await;
    let (slaper, wakker) = (zaal.gast("Slaper", "mgr").await, zaal.gast("Sam", "mgr").await);
    let fase = zaal.naar("VERZAMELEN").await;
    let gezien = slaper.query(BEELD, json!({ "id": zaal.id })).await["sessie"].take();

    for nummer in 0..30 {
        schrijf(&wakker, &fase, &format!("Notitie {nummer}")).await;
    }
    zaal.doe("toonNotities", json!({ "fase": fase["id"] })).await;
    let hub = hub.restart().await;
    zaal.leider = zaal.leider.at(hub.address());
    let (slaper, wakker) = (slaper.at(hub.address()), wakker.at(hub.address()));
    let ingetrokken = schrijf(&wakker, &fase, "Toch niet").await["notitie"].clone();
    let sleutel = "geheim van dit toestel voor Toch niet";
    wakker.mutate("trekNotitieIn", json!({ "notitie": ingetrokken, "sleutel": sleutel }), "notitie").await;
    let stemmen = zaal.naar("STEMMEN").await;
    stem(&wakker, &stemmen, 0).await;
    zaal.doe("sluitStemming", json!({ "fase": stemmen["id"] })).await;

    // It takes up the line where it left it, and adds up what it hears as a phone does.
    let vanaf = json!({ "id": zaal.id, "vanaf": gezien["positie"] });
    let mut scherm = slaper.subscribe(VOLG, vanaf).await;
    let mut notities: Vec<Value> = gezien["notities"].as_array().unwrap().clone();
    let mut sessie = Value::Null;
    let mut posities = Vec::new();
    loop {
        let bericht = scherm.next_event().await["sessie"].take();
        if bericht["__typename"] == "Bijgewerkt" {
            break;
        }
        posities.push(bericht["positie"].as_str().unwrap().to_owned());
        let weg = bericht["weg"].as_array().unwrap();
        let nieuw = bericht["gewijzigd"].as_array().unwrap();
        notities.retain(|een| !weg.contains(&een["id"]) && nieuw.iter().all(|ander| ander["id"] != een["id"]));
        notities.extend(nieuw.iter().cloned());
        sessie = bericht["sessie"].clone();
    }
    let aantal = posities.len();
    posities.dedup();
    assert_eq!(posities.len(), aantal, "nothing came twice");
    let nu = slaper.query(BEELD, json!({ "id": zaal.id })).await["sessie"].take();
    for veld in ["huidigeFase", "aantalDeelnemers", "fasen"] {
        assert_eq!(sessie[veld], nu[veld], "{veld}");
    }
    let teksten = |lijst: &[Value]| {
        let mut teksten: Vec<_> = lijst.iter().map(|een| een["tekst"].as_str().unwrap().to_owned()).collect();
        teksten.sort();
        teksten
    };
    assert_eq!(teksten(&notities), teksten(nu["notities"].as_array().unwrap()));
    assert_eq!(notities.len(), 30);
}

/// A phone that offers its vote until somebody answers, always the same one.
async fn dring_aan(gast: &TestClient, invoer: &Value) -> Value {
    const STEM: &str = "mutation ($input: BrengStemUitInput!) { brengStemUit(input: $input) { fouten { code } } }";
    let begonnen = std::time::Instant::now();
    loop {
        let antwoord = gast.try_graphql(STEM, json!({ "input": invoer })).await;
        let gedaan = antwoord.map(|antwoord| antwoord["data"]["brengStemUit"].clone()).filter(|een| !een.is_null());
        if let Some(gedaan) = gedaan {
            return gedaan;
        }
        assert!(begonnen.elapsed() < PATIENCE, "nobody answers");
        tokio::task::yield_now().await;
    }
}

#[tokio::test]
async fn a_hub_that_is_killed_while_everyone_votes_counts_each_vote_once() {
    let store = TestStore::demo().await;
    let eerste = TestProcess::start(&store);
    let leider = eerste.als("KWARTIERMAKER").await;
    let sjabloon = global_id("Sessiesjabloon", POSITIES.sjabloon);
    let input = json!({ "naam": "Proef", "sjabloon": sjabloon.as_str(), "anoniem": true, "modereren": false });
    let made = leider.mutate("maakSessie", input, "sessie { id }").await;
    let id = made["sessie"]["id"].as_str().unwrap().to_owned();
    let opened = leider.mutate("openSessie", json!({ "sessie": id }), "sessie { code }").await;
    let code = opened["sessie"]["code"].as_str().unwrap().to_owned();
    let mut zaal = Zaal { leider, id, code };
    let achterban = |nummer: usize| if nummer.is_multiple_of(2) { "mgr".to_owned() } else { gemeente("gem-venlo") };
    let namen: Vec<String> = (0..24).map(achterban).collect();
    let gasten = join_all(namen.iter().map(|achterban| zaal.gast("Sam", achterban))).await;
    let fase = zaal.naar("STEMMEN").await;
    let invoeren: Vec<Value> = (0..gasten.len())
        .map(|nummer| {
            json!({ "clientMutatieId": uuid::Uuid::new_v4(), "fase": fase["id"],
                "keuzes": [{ "keuze": fase["keuzes"][nummer / 12]["id"] }] })
        })
        .collect();

    // Half of them vote while the hub dies: some are counted and know it, some are counted and do not, some are not.
    let stemmen = gasten.iter().zip(&invoeren).map(|(gast, invoer)| async move {
        const STEM: &str = "mutation ($input: BrengStemUitInput!) { brengStemUit(input: $input) { positie } }";
        gast.try_graphql(STEM, json!({ "input": invoer })).await
    });
    let sterven = async {
        tokio::task::yield_now().await;
        eerste.kill9();
    };
    futures_util::future::join(join_all(stemmen), sterven).await;

    let tweede = TestProcess::start(&store);
    let adres = tweede.anoniem().address;
    zaal.leider = zaal.leider.at(adres);
    let terug: Vec<_> = gasten.iter().map(|gast| gast.at(adres)).collect();
    let gedaan = join_all(terug.iter().zip(&invoeren).map(|(gast, invoer)| dring_aan(gast, invoer))).await;
    assert!(gedaan.iter().all(|een| een["fouten"] == json!([])), "{gedaan:?}");
    zaal.doe("sluitStemming", json!({ "fase": fase["id"] })).await;
    let dicht = zaal.fase("STEMMEN").await;
    let alle = &dicht["uitslag"]["groepen"][0];
    assert_eq!((&alle["groep"], &alle["stemmers"]), (&json!("ALLEN"), &json!(24)));
    let punten: Vec<_> = alle["regels"].as_array().unwrap().iter().map(|regel| regel["punten"].clone()).collect();
    assert_eq!(punten, [12, 12]);
}
