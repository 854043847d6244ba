//! Tasks that come back.

use samenspel::domain::organisatie::Hubrol;
use serde_json::{Value, json};

use crate::support::{INTEGRATIE, TestBord, TestClient, TestHub};

const KAART: &str =
    "taak { id nummer titel versie vervaldatum kolom { naam } herhaling { elke eenheid } checkpunten { tekst af } }";

async fn maak(anna: &TestClient, bord: &TestBord, titel: &str) -> Value {
    let input = json!({ "bord": bord.id, "kolom": bord.kolom("Bezig"), "titel": titel, "vervaldatum": "2099-01-31",
        "herhaling": { "elke": 1, "eenheid": "MAAND" } });
    anna.mutate("maakTaak", input, KAART).await["taak"].take()
}

async fn zinnen(client: &TestClient, taak: &Value) -> Vec<String> {
    let vraag = "query($id: ID!) { taak(id: $id) { geschiedenis(first: 20) { edges { node { zin } } } } }";
    let data = client.query(vraag, json!({ "id": taak })).await;
    let edges = data["taak"]["geschiedenis"]["edges"].as_array().unwrap();
    edges.iter().map(|edge| edge["node"]["zin"].as_str().unwrap().to_owned()).collect()
}

#[tokio::test]
async fn who_finishes_a_task_that_comes_back_makes_the_next_one_on_every_screen_and_once() {
    let hub = TestHub::demo().await;
    let (anna, bram) = (hub.als(Hubrol::Kwartiermaker).await, hub.als(Hubrol::Kijker).await);
    let bord = TestBord::read(&anna).await;
    let taak = maak(&anna, &bord, "Rapportage bijwerken").await;
    assert_eq!(taak["herhaling"], json!({ "elke": 1, "eenheid": "MAAND" }));
    for tekst in ["Cijfers ophalen", "Tekst nalezen"] {
        let punt = json!({ "taak": taak["id"], "tekst": tekst });
        anna.mutate("voegCheckpuntToe", punt, "").await;
    }
    let lijst =
        anna.query("query($id: ID!) { taak(id: $id) { versie checkpunten { id } } }", json!({ "id": taak["id"] }));
    let punt = lijst.await["taak"]["checkpunten"][0]["id"].take();
    anna.mutate("wijzigCheckpunt", json!({ "id": punt, "af": true }), "").await;

    let bord = TestBord::read(&bram).await;
    let mut screen = bram.subscribe(INTEGRATIE, json!({ "traject": bord.traject, "vanaf": bord.positie })).await;
    assert_eq!(screen.next_event().await["integratie"]["__typename"], "Bijgewerkt");
    let mut naar = bord.verplaatsing(bord.taak("Rapportage bijwerken"), "Gereed");
    naar["clientMutatieId"] = json!(uuid::Uuid::new_v4());
    let gereed = anna.mutate("verplaatsTaak", naar.clone(), KAART).await;
    assert_eq!((&gereed["taak"]["kolom"]["naam"], &gereed["taak"]["herhaling"]), (&json!("Gereed"), &Value::Null));
    let nog_eens = anna.mutate("verplaatsTaak", naar, KAART).await;
    assert_eq!(nog_eens["positie"], gereed["positie"], "a retry makes nothing");

    let verplaatst = screen.next_event().await["integratie"].take();
    assert_eq!((&verplaatst["__typename"], &verplaatst["taak"]["id"]), (&json!("TaakVerplaatst"), &taak["id"]));
    let nieuw = screen.next_event().await["integratie"].take();
    assert_eq!(
        (&nieuw["__typename"], &nieuw["taak"]["kolom"]["naam"], &nieuw["taak"]["voortgang"]),
        (&json!("TaakGemaakt"), &json!("Te doen"), &json!({ "gereed": 0, "totaal": 2 }))
    );
    let id = &nieuw["taak"]["id"];
    let vraag = format!("query($id: ID!) {{ {} }}", KAART.replacen("taak", "taak(id: $id)", 1));
    let volgende = bram.query(&vraag, json!({ "id": id })).await["taak"].take();
    assert_eq!(volgende["nummer"].as_i64(), taak["nummer"].as_i64().map(|nummer| nummer + 1));
    assert_eq!((&volgende["titel"], &volgende["vervaldatum"]), (&taak["titel"], &json!("2099-02-28")));
    assert_eq!(volgende["herhaling"], taak["herhaling"]);
    assert_eq!(
        volgende["checkpunten"],
        json!([{ "tekst": "Cijfers ophalen", "af": false }, { "tekst": "Tekst nalezen", "af": false }])
    );
    let (oud, nummer) = (&taak["nummer"], &volgende["nummer"]);
    let verteld = format!("Zij komt terug als #{nummer}, voor 28 februari 2099.");
    assert!(zinnen(&bram, &taak["id"]).await.iter().any(|zin| zin.ends_with(&verteld)));
    let verteld = format!("rondde #{oud} af; daarom staat ‘Rapportage bijwerken’ opnieuw in Te doen");
    assert!(zinnen(&bram, id).await[0].contains(&verteld), "{:?}", zinnen(&bram, id).await);

    // To and fro makes no second one; finishing the next counts on from the first date.
    for kolom in ["Bezig", "Gereed"] {
        let nu = TestBord::read(&anna).await;
        let kaart = nu.taken().iter().find(|een| een["id"] == taak["id"]).unwrap();
        anna.mutate("verplaatsTaak", nu.verplaatsing(kaart, kolom), "").await;
        assert_eq!(screen.next_event().await["integratie"]["__typename"], "TaakVerplaatst");
    }
    let nu = TestBord::read(&anna).await;
    let kaart = nu.taken().iter().find(|een| een["id"] == *id).unwrap();
    anna.mutate("verplaatsTaak", nu.verplaatsing(kaart, "Gereed"), "").await;
    assert_eq!(screen.next_event().await["integratie"]["__typename"], "TaakVerplaatst");
    let derde = screen.next_event().await["integratie"]["taak"]["id"].take();
    let derde = bram.query("query($id: ID!) { taak(id: $id) { vervaldatum } }", json!({ "id": derde })).await;
    assert_eq!(derde["taak"]["vervaldatum"], "2099-03-31");
    let alle = TestBord::read(&anna).await;
    assert_eq!(alle.taken().iter().filter(|een| een["titel"] == taak["titel"]).count(), 3);
}

#[tokio::test]
async fn a_task_that_comes_back_keeps_a_date_to_count_from() {
    let hub = TestHub::demo().await;
    let anna = hub.als(Hubrol::Kwartiermaker).await;
    let bord = TestBord::read(&anna).await;
    let ritme = json!({ "elke": 2, "eenheid": "WEEK" });
    let nieuw = json!({ "bord": bord.id, "kolom": bord.kolom("Bezig"), "titel": "Zonder datum", "herhaling": ritme });
    let geweigerd = anna.mutate("maakTaak", nieuw, "").await;
    assert_eq!(
        (&geweigerd["fouten"][0]["code"], &geweigerd["fouten"][0]["veld"]),
        (&json!("VERPLICHT"), &json!("herhaling"))
    );

    let taak = maak(&anna, &bord, "Met datum").await;
    for (veld, waarde, waar) in [
        ("vervaldatum", Value::Null, "vervaldatum"),
        ("herhaling", json!({ "elke": 100, "eenheid": "WEEK" }), "herhaling"),
    ] {
        let input = json!({ "id": taak["id"], "verwachteVersie": taak["versie"], veld: waarde });
        let geweigerd = anna.mutate("wijzigTaak", input, "").await;
        assert_eq!(geweigerd["fouten"][0]["veld"], waar, "{geweigerd}");
    }
    let beide = json!({ "id": taak["id"], "verwachteVersie": taak["versie"], "vervaldatum": null, "herhaling": null });
    let gewijzigd = anna.mutate("wijzigTaak", beide, KAART).await;
    assert_eq!((&gewijzigd["taak"]["vervaldatum"], &gewijzigd["taak"]["herhaling"]), (&Value::Null, &Value::Null));
}
