//! Bad input gets a clear error, and nothing is half done.

use samenspel::{
    domain::{
        command::{Actor, execute},
        integratie::{Bord, BordId, Kolom, KolomId, KolomSoort, TrajectId, commands::LegTrajectVast},
        organisatie::Hubrol,
    },
    platform::graphql::relay::global_id,
};
use serde_json::{Value, json};

use crate::support::{TestBord, TestHub};

#[tokio::test]
async fn every_kind_of_bad_input_names_its_field_and_changes_nothing() {
    let hub = TestHub::demo().await;
    let anna = hub.als(Hubrol::Kwartiermaker).await;
    second_board(&hub).await;
    let bord = TestBord::read(&anna).await;
    let taak = bord.eerste_in("Te doen");
    let unknown = |kind: &str| json!(global_id(kind, uuid::Uuid::new_v4()).0);
    let elsewhere = json!(global_id("Kolom", "kolom-ander").0);
    let new = |change: Value| {
        let mut input = json!({ "bord": bord.id, "kolom": bord.kolom("Te doen"), "titel": "Nieuw" });
        input.as_object_mut().unwrap().extend(change.as_object().unwrap().clone());
        ("maakTaak", input)
    };
    let edit = |change: Value| {
        let mut input = json!({ "id": taak["id"], "verwachteVersie": taak["versie"] });
        input.as_object_mut().unwrap().extend(change.as_object().unwrap().clone());
        ("wijzigTaak", input)
    };
    let before = hub.app.nu().present().position;
    for ((mutation, input), code, veld) in [
        (new(json!({ "titel": "  " })), "VERPLICHT", "titel"),
        (new(json!({ "titel": "x".repeat(10_000) })), "TE_LANG", "titel"),
        (new(json!({ "titel": "Over 123456782" })), "BSN_GEVONDEN", "titel"),
        (new(json!({ "omschrijving": "Bel 1234.56.782" })), "BSN_GEVONDEN", "omschrijving"),
        (new(json!({ "vervaldatum": "2013-12-31" })), "DATUM_ONGELDIG", "vervaldatum"),
        (new(json!({ "bord": unknown("Bord") })), "NIET_GEVONDEN", ""),
        (new(json!({ "bord": "onzin" })), "NIET_GEVONDEN", "bord"),
        (new(json!({ "kolom": elsewhere })), "ANDER_BORD", "kolom"),
        (new(json!({ "functie": global_id("Functie", "functie-x").0 })), "NIET_GEVONDEN", "functie"),
        (new(json!({ "gemeenten": [global_id("Gemeente", "gem-amsterdam").0] })), "NIET_GEVONDEN", "gemeenten"),
        (new(json!({ "eigenaar": unknown("Persoon") })), "NIET_GEVONDEN", "eigenaar"),
        (edit(json!({ "titel": "" })), "VERPLICHT", "titel"),
        (edit(json!({ "id": unknown("Taak"), "titel": "x" })), "NIET_GEVONDEN", ""),
        (
            ("verplaatsTaak", json!({ "id": taak["id"], "verwachteVersie": 1, "naarKolom": elsewhere })),
            "ANDER_BORD",
            "kolom",
        ),
        (("voegCheckpuntToe", json!({ "taak": taak["id"], "tekst": "x".repeat(501) })), "TE_LANG", "tekst"),
        (("plaatsOpmerking", json!({ "taak": taak["id"], "tekst": "\n" })), "VERPLICHT", "tekst"),
        (("plaatsOpmerking", json!({ "taak": taak["id"], "tekst": "BSN 111222333" })), "BSN_GEVONDEN", "tekst"),
    ] {
        let answer = anna.mutate(mutation, input.clone(), "taak { id }").await;
        let fout = &answer["fouten"][0];
        assert_eq!(
            (fout["code"].as_str(), fout["veld"].as_str().unwrap_or("")),
            (Some(code), veld),
            "{mutation} {input}"
        );
        assert!(fout["bericht"].as_str().unwrap().len() > 20, "says what to do: {fout}");
        assert!(!fout.to_string().contains("123456782") && !fout.to_string().contains("111222333"));
        assert_eq!(answer["taak"], json!(null));
    }
    assert_eq!(hub.app.nu().present().position, before);
}

#[tokio::test]
async fn an_archived_task_is_left_alone_until_it_is_brought_back() {
    let hub = TestHub::demo().await;
    let anna = hub.als(Hubrol::Kwartiermaker).await;
    let bord = TestBord::read(&anna).await;
    let taak = bord.eerste_in("Bezig");
    let id = json!({ "id": taak["id"] });
    anna.mutate("archiveerTaak", id.clone(), "").await;
    assert!(TestBord::read(&anna).await.taken().iter().all(|other| other["id"] != taak["id"]));
    let refused = anna.mutate("verplaatsTaak", bord.verplaatsing(taak, "Gereed"), "").await;
    assert_eq!(refused["fouten"][0]["code"], "GEARCHIVEERD");
    let back = anna.mutate("herstelTaak", id, "taak { gearchiveerdOp kolom { naam } plaats }").await;
    assert_eq!(back["taak"], json!({ "gearchiveerdOp": null, "kolom": { "naam": "Bezig" }, "plaats": taak["plaats"] }));
}

#[tokio::test]
async fn a_mutation_sent_twice_is_done_once_also_after_a_restart() {
    let hub = TestHub::demo().await;
    let persoon = hub.persoon("Anna", Hubrol::Kwartiermaker, None).await;
    let anna = hub.als_persoon(persoon).await;
    let bord = TestBord::read(&anna).await;
    let id = uuid::Uuid::new_v4();
    let input =
        json!({ "clientMutatieId": id, "bord": bord.id, "kolom": bord.kolom("Te doen"), "titel": "Onherhaalbaar" });
    let answers =
        futures_util::future::join_all((0..8).map(|_| anna.mutate("maakTaak", input.clone(), "taak { id }"))).await;
    assert!(answers.iter().all(|answer| answer["taak"]["id"] == answers[0]["taak"]["id"]));
    assert!(answers.iter().all(|answer| answer["positie"] == answers[0]["positie"]));

    let hub = hub.restart().await;
    let anna = hub.als_persoon(persoon).await;
    let again = anna.mutate("maakTaak", input.clone(), "taak { id }").await;
    assert_eq!(again["taak"], answers[0]["taak"]);
    assert_eq!(again["positie"], answers[0]["positie"]);
    let mut other = input.clone();
    other["titel"] = json!("Iets anders");
    let reused = anna.mutate("maakTaak", other, "taak { id }").await;
    assert_eq!(reused["fouten"][0]["code"], "MUTATIE_ID_HERGEBRUIKT");
    let found = anna.query("{ taken(filter: { zoek: \"onherhaalbaar\" }) { totaal } }", json!({})).await;
    assert_eq!(found["taken"]["totaal"], 1);
}

/// A second trajectory with a board of its own.
async fn second_board(hub: &TestHub) {
    let mut traject = hub.app.nu().present().world.integratie.trajecten.values().next().unwrap().as_ref().clone();
    traject.id = TrajectId("traject-zander".into());
    let kolom = Kolom { id: KolomId("kolom-ander".into()), naam: "Anders".into(), soort: KolomSoort::TeDoen };
    traject.borden = vec![Bord { id: BordId("bord-ander".into()), naam: "Ander bord".into(), kolommen: vec![kolom] }];
    execute(&hub.app, Actor::Hub, None, LegTrajectVast { traject }).await.unwrap();
}
