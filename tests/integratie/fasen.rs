//! The phases of a trajectory and the milestones that end them.

use samenspel::domain::{
    integratie::{Traject, commands::LegTrajectVast},
    organisatie::Hubrol,
};
use serde_json::{Value, json};

use crate::support::{INTEGRATIE, TestClient, TestHub};

const FASEN: &str = "{ trajecten { id positie mijlpalen { id naam gereedOp } prognose(op: \"2025-06-15\") {
    fasen { sleutel naam stand gehaaldOp verwacht poort { id naam } wachtOp { naam } } } } }";

async fn read(client: &TestClient) -> Value {
    client.query(FASEN, json!({})).await["trajecten"][0].take()
}

fn fasen(traject: &Value) -> &Vec<Value> {
    traject["prognose"]["fasen"].as_array().unwrap()
}

/// As a form sends them back.
fn invoer(fasen: &[Value]) -> Vec<Value> {
    let fase = |fase: &Value| json!({ "sleutel": fase["sleutel"], "naam": fase["naam"], "poort": fase["poort"]["id"] });
    fasen.iter().map(fase).collect()
}

fn mijlpaal<'a>(traject: &'a Value, naam: &str) -> &'a Value {
    let mijlpalen = traject["mijlpalen"].as_array().unwrap();
    mijlpalen.iter().find(|een| een["naam"].as_str().unwrap().starts_with(naam)).unwrap()
}

#[tokio::test]
async fn a_phase_ends_when_its_gate_is_reached_and_says_what_the_gate_waits_for() {
    let hub = TestHub::demo().await;
    let (anna, bram) = (hub.als(Hubrol::Kwartiermaker).await, hub.als(Hubrol::Kijker).await);
    let traject = read(&bram).await;
    let standen: Vec<_> = fasen(&traject).iter().map(|fase| fase["stand"].as_str().unwrap()).collect();
    assert_eq!(standen, ["AFGEROND", "NU", "KOMT_NOG", "KOMT_NOG", "KOMT_NOG"], "{traject}");
    assert_eq!(fasen(&traject)[0]["gehaaldOp"], "2025-02-27");
    let toestemming = &fasen(&traject)[2];
    assert_eq!(
        toestemming["wachtOp"],
        json!([{ "naam": "Zienswijzeprocedure raden" }, { "naam": "Regeling eventueel aanpassen na zienswijzen" }])
    );

    // Not reached after all: every screen follows, without anybody touching the phases.
    let mut screen = bram.subscribe(INTEGRATIE, json!({ "traject": traject["id"], "vanaf": traject["positie"] })).await;
    assert_eq!(screen.next_event().await["integratie"]["__typename"], "Bijgewerkt");
    let toch_niet = json!({ "id": mijlpaal(&traject, "Regeling verzonden")["id"], "op": null });
    let antwoord = anna.mutate("meldMijlpaalGereed", toch_niet, "").await;
    assert_eq!(antwoord["fouten"], json!([]), "{antwoord}");
    assert_eq!(screen.next_event().await["integratie"]["__typename"], "MijlpaalGewijzigd");
    let nu = read(&bram).await;
    assert_eq!((&fasen(&nu)[0]["stand"], &fasen(&nu)[1]["stand"]), (&json!("NU"), &json!("KOMT_NOG")));
}

#[tokio::test]
async fn phases_change_on_every_screen_and_two_people_do_not_overwrite_each_other() {
    let hub = TestHub::demo().await;
    let anna = hub.als(Hubrol::Kwartiermaker).await;
    let coor = hub.als_persoon(hub.persoon("Coor", Hubrol::Kwartiermaker, None).await).await;
    let bram = hub.als(Hubrol::Kijker).await;
    let traject = read(&bram).await;
    let mut screen = bram.subscribe(INTEGRATIE, json!({ "traject": traject["id"], "vanaf": traject["positie"] })).await;
    assert_eq!(screen.next_event().await["integratie"]["__typename"], "Bijgewerkt");

    let gezien = invoer(fasen(&traject));
    let mut anders = gezien.clone();
    anders.swap(0, 1);
    anders[0]["naam"] = json!(" Voorbereiding ");
    anders.push(json!({ "naam": "Nazorg" }));
    let zet = |fasen: &[Value]| json!({ "traject": traject["id"], "verwacht": gezien, "fasen": fasen });
    let antwoord = anna.mutate("zetFasen", zet(&anders), "traject { id }").await;
    assert_eq!(antwoord["fouten"], json!([]), "{antwoord}");
    let event = screen.next_event().await["integratie"].take();
    assert_eq!(event["__typename"], "TrajectGewijzigd");
    let zin = event["zin"].as_str().unwrap();
    assert!(zin.starts_with("Kwartiermaker wijzigde de fasen van het traject: Voorbereiding, "), "{zin}");
    let nu = read(&bram).await;
    let namen: Vec<_> = fasen(&nu).iter().map(|fase| fase["naam"].as_str().unwrap()).collect();
    assert_eq!((namen[0], namen[1], namen[5]), ("Voorbereiding", "Wijzigingsvoorstel", "Nazorg"));
    assert_eq!(fasen(&nu)[0]["sleutel"], gezien[1]["sleutel"], "a phase stays who it is under another name");

    // Who saw the old list is told; the same list again changes nothing.
    let clash = coor.mutate("zetFasen", zet(&gezien[1..]), "").await;
    assert_eq!(
        (&clash["fouten"][0]["code"], &clash["fouten"][0]["veld"]),
        (&json!("VERSIE_VEROUDERD"), &json!("fasen"))
    );
    let mut hetzelfde = zet(&invoer(fasen(&nu)));
    hetzelfde["verwacht"] = json!([]);
    let hetzelfde = coor.mutate("zetFasen", hetzelfde, "").await;
    assert_eq!((&hetzelfde["fouten"], &hetzelfde["positie"]), (&json!([]), &Value::Null));
    let kijker = bram.mutate("zetFasen", zet(&gezien), "").await;
    assert_eq!(kijker["fouten"][0]["code"], "GEEN_RECHT");

    // A gate stays in the plan as long as it is one.
    let los = json!({ "traject": traject["id"], "inhoud": { "naam": "Evaluatie" }, "van": "2026-03-02", "tot": "2026-03-02" });
    let los = anna.mutate("maakMijlpaal", los, "mijlpaal { id }").await["mijlpaal"]["id"].take();
    let verwacht = invoer(fasen(&nu));
    let mut met_poort = verwacht.clone();
    met_poort[5]["poort"] = los.clone();
    let zet =
        |verwacht: &[Value], fasen: &[Value]| json!({ "traject": traject["id"], "verwacht": verwacht, "fasen": fasen });
    anna.mutate("zetFasen", zet(&verwacht, &met_poort), "").await;
    let vervalt = anna.mutate("laatMijlpaalVervallen", json!({ "id": los }), "").await;
    assert_eq!(vervalt["fouten"][0]["code"], "NIET_IN_DEZE_FASE");
    assert!(vervalt["fouten"][0]["bericht"].as_str().unwrap().contains("de fase ‘Nazorg’"), "{vervalt}");
    let mut dubbel = met_poort.clone();
    dubbel[4]["poort"] = los.clone();
    let dubbel = anna.mutate("zetFasen", zet(&met_poort, &dubbel), "").await;
    assert_eq!(dubbel["fouten"][0]["code"], "BESTAAT_AL", "{dubbel}");
    anna.mutate("zetFasen", zet(&met_poort, &verwacht), "").await;
    let vervalt = anna.mutate("laatMijlpaalVervallen", json!({ "id": los }), "").await;
    assert_eq!(vervalt["fouten"], json!([]), "{vervalt}");
}

/// As when a newer version of the hub brings newer facts along.
#[tokio::test]
async fn laying_the_facts_down_again_leaves_the_phases_alone() {
    let hub = TestHub::demo().await;
    let beeld = hub.app.nu().present().world;
    let was = beeld.integratie.trajecten.values().next().unwrap();
    assert!(!was.fasen.is_empty());
    let traject = Traject { naam: "Anders".into(), fasen: Vec::new(), ..Traject::clone(was) };
    let id = hub.doe(LegTrajectVast { traject }).await;
    let beeld = hub.app.nu().present().world;
    let nu = &beeld.integratie.trajecten[&id];
    assert_eq!((nu.naam.as_str(), &nu.fasen), ("Anders", &was.fasen));
}
