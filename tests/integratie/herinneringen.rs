//! What is coming for one person: on the screen, and in a calendar at an address of their own.

use jiff::ToSpan;
use samenspel::{
    domain::{
        integratie::{Start, TrajectId, commands::StartTraject},
        organisatie::{Hubrol, ModuleId, TokenScope},
    },
    platform::{clock::Clock, graphql::relay::global_id},
};
use serde_json::{Value, json};

use crate::support::{TestClient, TestHub};

const HERINNERINGEN: &str =
    "query ($tot: Datum) { herinneringen(tot: $tot) { soort dag titel teLaat traject { sleutel }
    onderwerp { __typename id } } }";
const CELLEN: &str = "query ($id: ID!) { traject(id: $id) { besluiten { cellen { id versie termijn { einde }
    stap { id soort } gemeente { id naam } } } } }";

/// A trajectory whose target lies ahead, so that its terms do too.
async fn traject(hub: &TestHub) -> String {
    let start = Start {
        naam: "Vooruit".into(),
        omschrijving: String::new(),
        module: ModuleId("module-1".into()),
        streefdatum: hub.clock.today() + 200.days(),
    };
    let id = hub.doe(StartTraject { sjabloon: TrajectId("traject-midden-module-1".into()), start }).await;
    global_id("Traject", id).0
}

async fn van(client: &TestClient) -> Vec<Value> {
    let alle = client.query(HERINNERINGEN, json!({})).await["herinneringen"].take();
    let eigen = alle.as_array().unwrap().iter().filter(|een| een["traject"]["sleutel"] == "traject-vooruit");
    eigen.cloned().collect()
}

fn cel<'a>(data: &'a Value, gemeente: &str) -> &'a Value {
    let cellen = data["traject"]["besluiten"][0]["cellen"].as_array().unwrap();
    let past = |cel: &&Value| cel["stap"]["soort"] == "ZIENSWIJZE" && cel["gemeente"]["naam"] == gemeente;
    cellen.iter().find(past).unwrap()
}

#[tokio::test]
async fn each_is_reminded_of_the_terms_of_their_own_gemeente_and_they_move_along_with_the_dates() {
    let hub = TestHub::demo().await;
    let traject = traject(&hub).await;
    let anna = hub.als(Hubrol::Kwartiermaker).await;
    let [venray, weert] = [("Houder Venray", "gem-venray"), ("Houder Weert", "gem-weert")];
    let venray = hub.als_persoon(hub.persoon(venray.0, Hubrol::Accounthouder, Some(venray.1)).await).await;
    let weert = hub.als_persoon(hub.persoon(weert.0, Hubrol::Accounthouder, Some(weert.1)).await).await;
    assert_eq!(van(&venray).await, Vec::<Value>::new());

    let vandaag = hub.clock.today();
    let vul = async |gemeente: &str, ontvangen: jiff::civil::Date| {
        let data = anna.query(CELLEN, json!({ "id": traject })).await;
        let nu = cel(&data, gemeente);
        let input =
            json!({ "id": nu["id"], "verwachteVersie": nu["versie"], "status": "OPEN", "ontvangenOp": ontvangen });
        assert_eq!(anna.mutate("vulBesluitcelIn", input, "").await["fouten"], json!([]));
        let data = anna.query(CELLEN, json!({ "id": traject })).await;
        cel(&data, gemeente)["termijn"]["einde"].clone()
    };
    let einde = vul("Venray", vandaag - 7.days()).await;
    vul("Weert", vandaag - 7.days()).await;

    // The accounthouder sees one gemeente; the kwartiermaker sees both on one line, and the milestones.
    let eigen = van(&venray).await;
    assert_eq!(eigen.len(), 1, "{eigen:?}");
    assert_eq!((&eigen[0]["soort"], &eigen[0]["dag"]), (&json!("TERMIJN"), &einde));
    assert_eq!(eigen[0]["titel"], "Termijn ‘Zienswijze’ eindigt: Venray");
    assert_eq!(eigen[0]["onderwerp"]["__typename"], "Besluitcel");
    let alles = van(&anna).await;
    let titels: Vec<_> = alles.iter().map(|een| een["titel"].as_str().unwrap()).collect();
    assert!(titels.contains(&"Termijn ‘Zienswijze’ eindigt: Venray en Weert"), "{titels:?}");
    assert!(titels.iter().any(|titel| titel.starts_with("Mijlpaal ‘")), "{titels:?}");
    let dagen: Vec<_> = alles.iter().map(|een| een["dag"].as_str().unwrap()).collect();
    assert!(dagen.is_sorted(), "{dagen:?}");

    // Received a week later: the term ends later, and so does the reminder. Answered: it is gone.
    let later = vul("Venray", vandaag).await;
    assert_eq!(van(&venray).await[0]["dag"], later);
    assert_ne!(later, einde);
    let data = anna.query(CELLEN, json!({ "id": traject })).await;
    let nu = cel(&data, "Venray");
    let klaar = json!({ "id": nu["id"], "verwachteVersie": nu["versie"], "status": "GEEN_ZIENSWIJZE",
        "ontvangenOp": vandaag, "datum": vandaag });
    assert_eq!(anna.mutate("vulBesluitcelIn", klaar, "").await["fouten"], json!([]));
    assert_eq!(van(&venray).await, Vec::<Value>::new());
    assert_eq!(van(&weert).await.len(), 1);
}

#[tokio::test]
async fn a_calendar_follows_them_at_a_private_address_that_opens_nothing_else_and_can_be_withdrawn() {
    let hub = TestHub::demo().await;
    traject(&hub).await;
    let anna = hub.als(Hubrol::Kwartiermaker).await;
    let input = json!({ "naam": "Agenda", "scopes": ["AGENDA"] });
    let made = anna.mutate("maakToken", input, "token apiToken { id scopes }").await;
    let secret = made["token"].as_str().unwrap();
    let adres = format!("/agenda/{secret}.ics");

    let vreemd = hub.anoniem();
    let agenda = vreemd.get(&adres).await;
    assert_eq!(agenda.status, 200);
    assert_eq!(agenda.header("content-type"), "text/calendar; charset=utf-8");
    let tekst = agenda.body.as_str().unwrap().replace("\r\n ", "");
    assert!(tekst.contains("SUMMARY:Mijlpaal ‘") && tekst.contains("DESCRIPTION:Vooruit\r\n"), "{tekst}");

    // The secret is no key to anything else, and a token for something else opens no calendar.
    let programma = TestClient::new(hub.address(), None, Some(secret.to_owned()));
    assert_eq!(programma.graphql("{ positie }", json!({})).await.status, 401);
    let beide = json!({ "naam": "Te veel", "scopes": ["AGENDA", "LEZEN"] });
    assert_eq!(anna.mutate("maakToken", beide, "token").await["fouten"][0]["code"], "ONGELDIGE_WAARDE");
    let lezer = hub.als_programma(hub.persoon("Lezer", Hubrol::Kijker, None).await, vec![TokenScope::Lezen]).await;
    let ander = format!("/agenda/{}.ics", lezer.token.unwrap());
    for onbekend in [ander.as_str(), "/agenda/spl_bestaatniet.ics", "/agenda/spl_bestaatniet"] {
        assert_eq!(vreemd.get(onbekend).await.status, 404, "{onbekend}");
    }
    let weg = json!({ "id": made["apiToken"]["id"] });
    assert_eq!(anna.mutate("trekTokenIn", weg, "").await["fouten"], json!([]));
    assert_eq!(vreemd.get(&adres).await.status, 404);
}
