//! Who may change which task.

use samenspel::domain::organisatie::{Hubrol, commands::TrekAanstellingIn};
use serde_json::{Value, json};

use crate::support::{TestBord, TestClient, TestHub};

async fn tries_to_move(client: &TestClient, bord: &TestBord, taak: &Value) -> String {
    let answer = client.mutate("verplaatsTaak", bord.verplaatsing(taak, "Gereed"), "").await;
    answer["fouten"][0]["code"].as_str().unwrap_or("gelukt").to_owned()
}

#[tokio::test]
async fn each_role_may_move_just_what_its_right_reaches() {
    let hub = TestHub::demo().await;
    let reader = hub.als(Hubrol::Kwartiermaker).await;
    let bord = TestBord::read(&reader).await;
    let nederweert = bord.taak("Verwerkersovereenkomst Nederweert");
    let maasgouw = bord.taak("Verwerkersovereenkomst Maasgouw");
    let houder = hub.persoon("Houder", Hubrol::Accounthouder, Some("gem-nederweert")).await;
    let houder = hub.als_persoon(houder).await;
    assert_eq!(tries_to_move(&houder, &bord, maasgouw).await, "GEEN_RECHT");
    assert_eq!(tries_to_move(&houder, &bord, nederweert).await, "gelukt");
    for (rol, expected) in [
        (Hubrol::Kijker, "GEEN_RECHT"),
        (Hubrol::Bestuurder, "GEEN_RECHT"),
        (Hubrol::Beheerder, "GEEN_RECHT"),
        (Hubrol::Procesregisseur, "gelukt"),
        (Hubrol::Contractmanager, "gelukt"),
        (Hubrol::CoordinatorToegang, "gelukt"),
    ] {
        let client = hub.als(rol).await;
        let bord = TestBord::read(&client).await;
        let taak = bord.eerste_in("Te doen");
        assert_eq!(tries_to_move(&client, &bord, taak).await, expected, "{rol:?}");
        let seen =
            client.query("query ($id: ID!) { taak(id: $id) { magWijzigen } }", json!({ "id": taak["id"] })).await;
        assert_eq!(seen["taak"]["magWijzigen"], json!(expected == "gelukt"), "{rol:?}");
    }
}

#[tokio::test]
async fn a_role_that_is_withdrawn_stops_working_at_once() {
    let hub = TestHub::demo().await;
    let persoon = hub.persoon("Tijdelijk", Hubrol::Procesregisseur, None).await;
    let client = hub.als_persoon(persoon).await;
    let bord = TestBord::read(&client).await;
    let taak = bord.eerste_in("Te doen");
    let aanstelling = {
        let world = hub.app.nu().present().world;
        world.organisatie.aanstellingen.values().find(|rol| rol.persoon == persoon).unwrap().id
    };
    hub.doe(TrekAanstellingIn { aanstelling }).await;
    assert_eq!(tries_to_move(&client, &bord, taak).await, "GEEN_RECHT");
    let answer = client.graphql("{ trajecten { id } }", json!({})).await;
    assert_eq!(answer.code(), "GEEN_RECHT");
}

#[tokio::test]
async fn only_who_wrote_a_remark_or_the_kwartiermaker_changes_it() {
    let hub = TestHub::demo().await;
    let (bram, carla) = (hub.als(Hubrol::Procesregisseur).await, hub.als(Hubrol::Contractmanager).await);
    let kwartiermaker = hub.als(Hubrol::Kwartiermaker).await;
    let bord = TestBord::read(&bram).await;
    let input = json!({ "taak": bord.eerste_in("Te doen")["id"], "tekst": "Van Bram" });
    let placed = bram.mutate("plaatsOpmerking", input, "taak { opmerkingen { id } }").await;
    let id = &placed["taak"]["opmerkingen"].as_array().unwrap().last().unwrap()["id"];
    let edit = |tekst: &str| json!({ "id": id, "tekst": tekst });
    let refused = carla.mutate("wijzigOpmerking", edit("Van Carla"), "").await;
    assert_eq!(refused["fouten"][0]["code"], "GEEN_RECHT");
    for (client, tekst) in [(&bram, "Beter van Bram"), (&kwartiermaker, "Rechtgezet")] {
        let changed = client.mutate("wijzigOpmerking", edit(tekst), "taak { opmerkingen { tekst gewijzigdOp } }").await;
        let last = changed["taak"]["opmerkingen"].as_array().unwrap().last().unwrap();
        assert_eq!(last["tekst"], tekst);
        assert!(last["gewijzigdOp"].is_string());
    }
}
