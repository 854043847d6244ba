//! A second trajectory, after the example of the first.

use samenspel::domain::organisatie::Hubrol;
use serde_json::{Value, json};

use crate::support::{INTEGRATIE, TestClient, TestHub};

const TRAJECTEN: &str = "{ modules { id sleutel } trajecten { id sleutel naam streefdatum positie omschrijving
    functies { id naam } borden { id naam kolommen { id naam soort } taken { id } } risicos { id }
    prognose { fasen { naam poort { id naam } } }
    mijlpalen { id naam van tot gereedOp na { wachttijd mijlpaal { id naam } } herkomst { onzeker notitie } }
    besluiten { id naam peildatum gemeenten { naam } stappen { id naam termijn { duur { woorden } } mijlpaal { naam } }
      cellen { status datum } } } }";
const TRAJECT: &str = "traject { id sleutel naam streefdatum }";

async fn read(client: &TestClient) -> Value {
    client.query(TRAJECTEN, json!({})).await
}

fn traject<'a>(data: &'a Value, sleutel: &str) -> &'a Value {
    let trajecten = data["trajecten"].as_array().unwrap();
    trajecten.iter().find(|traject| traject["sleutel"] == sleutel).unwrap_or_else(|| panic!("no {sleutel}"))
}

fn module<'a>(data: &'a Value, sleutel: &str) -> &'a Value {
    let modules = data["modules"].as_array().unwrap();
    &modules.iter().find(|module| module["sleutel"] == sleutel).unwrap()["id"]
}

fn namen(lijst: &Value) -> Vec<&str> {
    lijst.as_array().unwrap().iter().map(|een| een["naam"].as_str().unwrap()).collect()
}

#[tokio::test]
async fn a_second_trajectory_is_the_first_on_other_days_with_nothing_filled_in_and_others_learn_of_it_live() {
    let hub = TestHub::demo().await;
    let (anna, bram) = (hub.als(Hubrol::Kwartiermaker).await, hub.als(Hubrol::Kijker).await);
    let eerst = read(&bram).await;
    let oud = traject(&eerst, "traject-midden-module-1");
    let mut screen = bram.subscribe(INTEGRATIE, json!({ "traject": oud["id"], "vanaf": oud["positie"] })).await;
    assert_eq!(screen.next_event().await["integratie"]["__typename"], "Bijgewerkt");

    let start = json!({ "sjabloon": oud["id"], "naam": " Midden in module 1, tweede ronde ", "module": module(&eerst, "module-1"),
        "streefdatum": "2028-01-01" });
    let gestart = anna.mutate("startTraject", start, TRAJECT).await;
    assert_eq!(gestart["traject"]["sleutel"], "traject-midden-in-module-1-tweede-ronde", "{gestart}");
    let event = screen.next_event().await["integratie"].take();
    assert_eq!((&event["__typename"], &event["positie"]), (&json!("TrajectGewijzigd"), &gestart["positie"]));
    let zin = event["zin"].as_str().unwrap();
    assert!(zin.starts_with("Kwartiermaker startte het traject ‘Midden in module 1, tweede ronde’"), "{zin}");

    let nu = read(&bram).await;
    let nieuw = traject(&nu, "traject-midden-in-module-1-tweede-ronde");
    assert_eq!(nieuw["streefdatum"], "2028-01-01");
    for deel in ["functies", "mijlpalen", "besluiten"] {
        assert_eq!(namen(&nieuw[deel]), namen(&oud[deel]), "{deel}");
    }
    assert_eq!(namen(&nieuw["borden"][0]["kolommen"]), namen(&oud["borden"][0]["kolommen"]));
    // 2026-01-01 became 2028-01-01: 730 days later.
    let dag = |traject: &Value, plek: usize| -> jiff::civil::Date {
        traject["mijlpalen"][plek]["tot"].as_str().unwrap().parse().unwrap()
    };
    for plek in 0..namen(&nieuw["mijlpalen"]).len() {
        assert_eq!((dag(nieuw, plek) - dag(oud, plek)).get_days(), 730);
        assert_eq!(nieuw["mijlpalen"][plek]["gereedOp"], Value::Null);
        assert_eq!(nieuw["mijlpalen"][plek]["herkomst"]["onzeker"], true);
    }
    let fasen = |traject: &Value| traject["prognose"]["fasen"].clone();
    assert_eq!(namen(&fasen(nieuw)), namen(&fasen(oud)));
    assert_eq!(fasen(nieuw)[0]["poort"]["id"], nieuw["mijlpalen"][2]["id"], "a phase ends at its own milestone");
    // Terms come along, answers do not, and the new one waits for its own milestones.
    let eigen: Vec<_> = nieuw["mijlpalen"].as_array().unwrap().iter().map(|een| &een["id"]).collect();
    let wacht_op = nieuw["mijlpalen"].as_array().unwrap().iter().flat_map(|een| een["na"].as_array().unwrap());
    assert!(wacht_op.clone().count() > 0 && wacht_op.into_iter().all(|na| eigen.contains(&&na["mijlpaal"]["id"])));
    let (besluit, voorbeeld) = (&nieuw["besluiten"][0], &oud["besluiten"][0]);
    for (stap, was) in besluit["stappen"].as_array().unwrap().iter().zip(voorbeeld["stappen"].as_array().unwrap()) {
        assert_eq!((&stap["termijn"], &stap["mijlpaal"]["naam"]), (&was["termijn"], &was["mijlpaal"]["naam"]));
        assert_ne!(stap["id"], was["id"]);
    }
    assert!(besluit["cellen"].as_array().unwrap().iter().all(|cel| cel["status"] == "OPEN" && cel["datum"].is_null()));
    assert_eq!((&nieuw["borden"][0]["taken"], &nieuw["risicos"]), (&json!([]), &json!([])));
    // The example itself did not change.
    assert_eq!(traject(&nu, "traject-midden-module-1")["mijlpalen"], oud["mijlpalen"]);
    assert_eq!(traject(&nu, "traject-midden-module-1")["besluiten"], oud["besluiten"]);

    // It works like any other: a task on its board, a cell of its matrix.
    let bord = &nieuw["borden"][0];
    let taak = json!({ "bord": bord["id"], "kolom": bord["kolommen"][0]["id"], "titel": "Eerste" });
    let gemaakt = anna.mutate("maakTaak", taak, "taak { nummer }").await;
    assert_eq!(gemaakt["taak"]["nummer"], 1, "{gemaakt}");
}

#[tokio::test]
async fn what_cannot_be_is_refused_with_what_to_do() {
    let hub = TestHub::demo().await;
    let (anna, bram) = (hub.als(Hubrol::Kwartiermaker).await, hub.als(Hubrol::Kijker).await);
    let data = read(&anna).await;
    let oud = traject(&data, "traject-midden-module-1");
    let start = |naam: &str, streefdatum: &str| json!({ "sjabloon": oud["id"], "naam": naam, "module": module(&data, "module-1"), "streefdatum": streefdatum });
    for (naam, dag, code, veld) in [
        ("", "2028-01-01", "VERPLICHT", "naam"),
        ("***", "2028-01-01", "ONGELDIGE_WAARDE", "naam"),
        (oud["naam"].as_str().unwrap(), "2028-01-01", "BESTAAT_AL", "naam"),
        ("Te vroeg", "2014-02-01", "DATUM_ONGELDIG", "streefdatum"),
    ] {
        let uitkomst = anna.mutate("startTraject", start(naam, dag), TRAJECT).await;
        let fout = &uitkomst["fouten"][0];
        assert_eq!((&fout["code"], &fout["veld"]), (&json!(code), &json!(veld)), "{naam}: {uitkomst}");
    }
    let geen_recht = bram.mutate("startTraject", start("Van Bram", "2028-01-01"), TRAJECT).await;
    assert_eq!(geen_recht["fouten"][0]["code"], "GEEN_RECHT", "{geen_recht}");
}
