//! How far each gemeente is: filled in by its own accounthouder, live for others, and what the region makes of it.

use samenspel::domain::organisatie::Hubrol;
use serde_json::{Value, json};

use super::AFSPRAKEN;
use crate::support::{TestClient, TestHub};

const MATRIX: &str = "{ positie afspraken { id naam regionaal { status nodig gereed ontbreekt { naam } }
    uitvoering { id status datum bron notitie versie magInvullen gemeente { id naam } } } }";

async fn read(client: &TestClient) -> Value {
    client.query(MATRIX, json!({})).await
}

fn afspraak<'a>(matrix: &'a Value, naam: &str) -> &'a Value {
    let alle = matrix["afspraken"].as_array().unwrap();
    alle.iter().find(|een| een["naam"].as_str().unwrap().starts_with(naam)).unwrap()
}

fn cel<'a>(afspraak: &'a Value, gemeente: &str) -> &'a Value {
    let cellen = afspraak["uitvoering"].as_array().unwrap();
    cellen.iter().find(|cel| cel["gemeente"]["naam"] == gemeente).unwrap()
}

#[tokio::test]
async fn the_matrix_says_what_the_sources_say_and_calls_the_rest_unknown() {
    let hub = TestHub::demo().await;
    let matrix = read(&hub.als(Hubrol::Kijker).await).await;
    let bsn = afspraak(&matrix, "BSN eenduidig");
    let aantal =
        |status: &str| bsn["uitvoering"].as_array().unwrap().iter().filter(|cel| cel["status"] == status).count();
    // T1 1.1: five done, two asked, seven wait for their processing agreement.
    assert_eq!((aantal("GEREED"), aantal("GEVRAAGD")), (5, 9));
    assert_eq!((&bsn["regionaal"]["status"], &bsn["regionaal"]["gereed"]), (&json!("BEZIG"), &json!(5)));
    assert_eq!(bsn["regionaal"]["ontbreekt"].as_array().unwrap().len(), 9);
    let direct = afspraak(&matrix, "301-bericht");
    assert_eq!((&direct["regionaal"]["status"], &direct["regionaal"]["nodig"]), (&json!("ONBEKEND"), &json!(7)));
    let eerste = &direct["uitvoering"][0];
    assert_eq!((&eerste["status"], &eerste["datum"], &eerste["versie"]), (&json!("ONBEKEND"), &Value::Null, &json!(0)));
}

#[tokio::test]
async fn an_accounthouder_fills_in_the_own_gemeente_and_another_screen_sees_the_region_move() {
    let hub = TestHub::demo().await;
    let (horst, bram) = (hub.accounthouder("gem-venlo").await, hub.als(Hubrol::Kijker).await);
    let matrix = read(&horst).await;
    let direct = afspraak(&matrix, "301-bericht");
    let eigen = cel(direct, "Venlo");
    assert_eq!((&eigen["magInvullen"], &cel(direct, "Venray")["magInvullen"]), (&json!(true), &json!(false)));
    let mut screen = bram.subscribe(AFSPRAKEN, json!({ "vanaf": matrix["positie"] })).await;
    assert_eq!(screen.next_event().await["afspraken"]["__typename"], "Bijgewerkt");

    let invoer = |cel: &Value, versie: i32| {
        json!({ "id": cel["id"], "verwachteVersie": versie, "status": "GEREED", "datum": "2026-11",
            "bron": "Controle door de toegang" })
    };
    let velden = "uitvoering { status versie gewijzigdDoor { naam } }";
    let ingevuld = horst.mutate("vulUitvoeringIn", invoer(eigen, 0), velden).await;
    assert_eq!(ingevuld["uitvoering"]["status"], "GEREED", "{ingevuld}");
    let event = screen.next_event().await["afspraken"].take();
    assert_eq!((&event["__typename"], &event["positie"]), (&json!("UitvoeringGewijzigd"), &ingevuld["positie"]));
    assert_eq!(
        event["zin"],
        "Accounthouder Venlo vulde de uitvoering van ‘301-bericht direct insturen’ in Venlo in: gereed."
    );
    let regio = &event["uitvoering"]["afspraak"]["regionaal"];
    assert_eq!(
        (&regio["status"], &regio["gereed"]),
        (&json!("BEZIG"), &json!(1)),
        "one missing gemeente stays visible"
    );

    // Another's gemeente is not theirs; and who saw an older cell is told so.
    let buur = horst.mutate("vulUitvoeringIn", invoer(cel(direct, "Venray"), 0), "").await;
    assert_eq!(buur["fouten"][0]["code"], "GEEN_RECHT");
    let anna = hub.als(Hubrol::Kwartiermaker).await;
    assert_eq!(anna.mutate("vulUitvoeringIn", invoer(eigen, 0), "").await["fouten"][0]["code"], "VERSIE_VEROUDERD");
    let zonder_bron = json!({ "id": eigen["id"], "verwachteVersie": 1, "status": "BEZIG", "datum": "2026-11-02" });
    let fout = anna.mutate("vulUitvoeringIn", zonder_bron, "").await["fouten"][0].take();
    assert_eq!((&fout["code"], &fout["veld"]), (&json!("VERPLICHT"), &json!("bron")));
    // Where the agreement does not hold there is no cell.
    let elders = samenspel::platform::graphql::relay::global_id("Uitvoering", "afspraak-direct-301/gem-weert").0;
    let fout = anna.mutate("vulUitvoeringIn", invoer(&json!({ "id": elders }), 0), "").await["fouten"][0].take();
    assert_eq!((&fout["code"], &fout["veld"]), (&json!("NEEMT_NIET_DEEL"), &json!("gemeente")));
}
