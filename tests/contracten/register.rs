//! The register: what the sources say, editing, scale, and what comes up.

use samenspel::domain::organisatie::Hubrol;
use serde_json::{Value, json};

use super::{CONTRACTEN, hub, ik};
use crate::support::TestClient;

const REGISTER: &str =
    "{ positie contracten { id nummer naam segment versie magWijzigen ingang einde laatsteDag opties { maanden }
    aantalAanbieders bekostiging vorm externNummer domein { naam } module { naam } schaal { afkorting }
    gemeenten { id naam } bovenliggend { nummer } delen { nummer } kpis { naam streefwaarde eenheid meetwaarde notitie }
    doelen { naam gereed } perGemeente { gemeente { naam } bekostiging van tot geldt }
    signalen { soort datum dagen dringend tekst taak } herkomst { onzeker notitie bron { document } } } }";
const CONTRACT: &str = "contract { id nummer versie laatsteDag opzegdag signalen { soort taak } }";

async fn read(client: &TestClient) -> Value {
    client.query(REGISTER, json!({})).await
}

fn contract<'a>(register: &'a Value, nummer: &str) -> &'a Value {
    let alle = register["contracten"].as_array().unwrap();
    alle.iter().find(|een| een["nummer"] == nummer).unwrap_or_else(|| panic!("no {nummer}"))
}

#[tokio::test]
async fn the_register_holds_the_contracts_of_the_sources_each_at_its_own_scale() {
    let hub = hub().await;
    let register = read(&hub.als(Hubrol::Kijker).await).await;
    let alle = register["contracten"].as_array().unwrap();
    assert_eq!(alle.len(), 16);
    assert!(alle.iter().all(|een| een["herkomst"]["bron"]["document"].is_string() && een["magWijzigen"] == false));
    let jeugd1 = contract(&register, "JEUGD-1");
    assert_eq!((&jeugd1["module"]["naam"], &jeugd1["schaal"]["afkorting"]), (&json!("Module 1"), &json!("NML")));
    assert_eq!(contract(&register, "JEUGD-2")["schaal"]["afkorting"], "NL", "seven in the same module");
    assert_eq!(contract(&register, "WMO-2B")["bovenliggend"]["nummer"], "WMO-2");
    let bw = contract(&register, "BW");
    assert_eq!((bw["kpis"].as_array().unwrap().len(), &bw["aantalAanbieders"]), (9, &json!(3)));
    assert_eq!((&bw["einde"], &bw["opties"], &bw["bekostiging"]), (&Value::Null, &Value::Null, &json!([])));
    let mo = contract(&register, "MO");
    assert!(
        mo["kpis"].as_array().unwrap().iter().any(|kpi| kpi["streefwaarde"] == "7,5" && kpi["meetwaarde"].is_null())
    );
    // One contract, different in two of seven gemeenten: the pilot, which is over by now.
    let per_gemeente = contract(&register, "JEUGD-3")["perGemeente"].as_array().unwrap();
    let plekken: Vec<_> = per_gemeente.iter().filter(|een| een["bekostiging"] == json!(["PLEKKEN"])).collect();
    assert_eq!((per_gemeente.len(), plekken.len(), &plekken[0]["geldt"]), (7, 2, &json!(false)));
    assert_eq!(plekken[1]["gemeente"]["naam"], "Venlo");
}

#[tokio::test]
async fn two_people_change_different_fields_and_an_end_date_moves_what_comes_up_on_the_other_screen() {
    let hub = hub().await;
    let (anna, bram) = (hub.als(Hubrol::Contractmanager).await, hub.als(Hubrol::Kwartiermaker).await);
    let register = read(&bram).await;
    let mut screen = bram.subscribe(CONTRACTEN, json!({ "vanaf": register["positie"] })).await;
    assert_eq!(screen.next_event().await["contracten"]["__typename"], "Bijgewerkt");
    let bw = contract(&register, "BW");
    let input = |versie: i64, velden: Value| json!({ "id": bw["id"], "verwachteVersie": versie, "velden": velden });
    let einde = input(
        1,
        json!({ "einde": "2027-08-31", "opzegtermijn": 6, "opties": [{ "maanden": 12, "uiterlijk": "2027-03-01" }] }),
    );
    let gewijzigd = anna.mutate("wijzigContract", einde, CONTRACT).await;
    assert_eq!(gewijzigd["contract"]["opzegdag"], "2027-02-28", "{gewijzigd}");
    let event = screen.next_event().await["contracten"].take();
    assert_eq!(event["contract"]["laatsteDag"], "2027-08-31");
    assert_eq!(
        event["zin"],
        "Contractmanager wijzigde het contract ‘Beschermd Wonen’: einddatum, opties en opzegtermijn."
    );
    let anders = input(1, json!({ "aantalAanbieders": 4 }));
    assert_eq!(bram.mutate("wijzigContract", anders, CONTRACT).await["fouten"], json!([]), "another field");
    let botst = bram.mutate("wijzigContract", input(1, json!({ "einde": "2028-01-01" })), CONTRACT).await;
    assert_eq!(
        (&botst["fouten"][0]["code"], &botst["fouten"][0]["veld"]),
        (&json!("VERSIE_VEROUDERD"), &json!("einde"))
    );
    let onbekend = anna.mutate("wijzigContract", input(3, json!({ "einde": null })), CONTRACT).await;
    assert_eq!(onbekend["contract"]["laatsteDag"], Value::Null, "null makes it unknown again");
}

#[tokio::test]
async fn what_comes_up_becomes_a_task_once() {
    let hub = hub().await;
    let anna = hub.als(Hubrol::Contractmanager).await;
    let register = read(&anna).await;
    let wmo = contract(&register, "WMO-1");
    let soorten: Vec<_> = wmo["signalen"].as_array().unwrap().iter().map(|een| een["soort"].clone()).collect();
    assert_eq!(soorten, ["OPZEGGING", "OPTIE", "EINDE"], "{wmo}");
    let input = json!({ "contract": wmo["id"], "soort": "OPTIE", "eigenaar": ik(&anna).await });
    let gemaakt = anna.mutate("pakSignaalOp", input.clone(), CONTRACT).await;
    let taak = gemaakt["contract"]["signalen"][1]["taak"].clone();
    let op_bord = anna.query("query ($id: ID!) { taak(id: $id) { titel vervaldatum } }", json!({ "id": taak })).await;
    assert_eq!(op_bord["taak"]["titel"], "Besluit over verlengen: Wmo segment 1", "{gemaakt}");
    assert_eq!(op_bord["taak"]["vervaldatum"], wmo["signalen"][1]["datum"]);
    let nog_eens = anna.mutate("pakSignaalOp", input, CONTRACT).await;
    assert_eq!(nog_eens["fouten"][0]["code"], "BESTAAT_AL", "{nog_eens}");
    let niets = json!({ "contract": contract(&register, "BW")["id"], "soort": "EINDE" });
    assert_eq!(anna.mutate("pakSignaalOp", niets, "").await["fouten"][0]["code"], "NIET_GEVONDEN");
}

#[tokio::test]
async fn what_cannot_be_is_refused_and_an_accounthouder_does_not_keep_the_register() {
    let hub = hub().await;
    let anna = hub.als(Hubrol::Contractmanager).await;
    let register = read(&anna).await;
    let wmo = contract(&register, "WMO-1");
    let domein = samenspel::platform::graphql::relay::global_id("Domein", "dom-wmo").0;
    let nieuw =
        |nummer: &str, velden: Value| json!({ "nummer": nummer, "naam": "Nieuw", "domein": domein, "velden": velden });
    let elders = json!([{ "gemeente": wmo["gemeenten"][0]["id"], "bekostiging": [] }]);
    for (input, code, veld) in [
        (nieuw(" ", json!({})), "VERPLICHT", "nummer"),
        (nieuw("wmo-1", json!({})), "BESTAAT_AL", "nummer"),
        (nieuw("N-1", json!({ "ingang": "2026", "einde": "2025-12-31" })), "ONGELDIGE_WAARDE", "einde"),
        (nieuw("N-1", json!({ "aantalAanbieders": -3 })), "ONGELDIGE_WAARDE", "aantalAanbieders"),
        (nieuw("N-1", json!({ "perGemeente": elders })), "NEEMT_NIET_DEEL", "perGemeente"),
        (nieuw("N-1", json!({ "externAdres": "vendorlink" })), "ONGELDIGE_WAARDE", "externAdres"),
        (nieuw("N-1", json!({ "omschrijving": "Over 123456782" })), "BSN_GEVONDEN", ""),
    ] {
        let fout = anna.mutate("maakContract", input.clone(), "").await["fouten"][0].take();
        assert_eq!(fout["code"], code, "{input}: {fout}");
        assert!(veld.is_empty() || fout["veld"] == veld, "{input}: {fout}");
    }
    let venlo = hub.accounthouder("gem-venlo").await;
    let input = json!({ "id": wmo["id"], "verwachteVersie": 1, "velden": { "segment": "9" } });
    assert_eq!(venlo.mutate("wijzigContract", input, "").await["fouten"][0]["code"], "GEEN_RECHT");
    let goed = anna.mutate("maakContract", nieuw("N-1", json!({ "opties": [] })), CONTRACT).await;
    assert_eq!(goed["contract"]["nummer"], "N-1", "{goed}");
}
