//! The calendars of bodies, and the plan counted back through them: a proposal until somebody accepts it.

use jiff::{ToSpan, civil::Date};
use samenspel::{
    domain::{
        integratie::{Start, TrajectId, commands::StartTraject},
        organisatie::{Hubrol, ModuleId},
    },
    platform::clock::Clock,
};
use serde_json::{Value, json};

use crate::support::{INTEGRATIE, TestClient, TestHub};

const TRAJECTEN: &str = "{ trajecten { id sleutel positie mijlpalen { id naam van tot actoren { id naam } }
    vergaderingen { id datum aanleverdatum vervallen versie gremium { naam } } } }";
const VOORSTEL: &str = "query ($traject: ID!) { terugplanning(traject: $traject) { fouten { code }
    regels { mijlpaal { id naam } wasVan wasTot van tot verschuift houvast uitleg teLaat } } }";
const VERGADERING: &str = "vergadering { id versie datum aanleverdatum vervallen }";

async fn traject(client: &TestClient) -> Value {
    let data = client.query(TRAJECTEN, json!({})).await;
    let trajecten = data["trajecten"].as_array().unwrap();
    trajecten.iter().find(|traject| traject["sleutel"] == "traject-vooruit").unwrap().clone()
}

async fn hub_met_traject() -> TestHub {
    let hub = TestHub::demo().await;
    let start = Start {
        naam: "Vooruit".into(),
        omschrijving: String::new(),
        module: ModuleId("module-1".into()),
        streefdatum: hub.clock.today() + 800.days(),
    };
    hub.doe(StartTraject { sjabloon: TrajectId("traject-midden-module-1".into()), start }).await;
    hub
}

fn dag(waarde: &Value) -> Date {
    waarde.as_str().unwrap().parse().unwrap()
}

#[tokio::test]
async fn the_plan_is_counted_back_through_the_meetings_one_entered_and_moves_when_it_is_accepted() {
    let hub = hub_met_traject().await;
    let (anna, bram) = (hub.als(Hubrol::Kwartiermaker).await, hub.als(Hubrol::Kijker).await);
    let nu = traject(&bram).await;
    let mut screen = bram.subscribe(INTEGRATIE, json!({ "traject": nu["id"], "vanaf": nu["positie"] })).await;
    assert_eq!(screen.next_event().await["integratie"]["__typename"], "Bijgewerkt");

    // Nobody entered a calendar yet: then each milestone comes on its last possible day, and says so.
    let vraag = json!({ "traject": nu["id"] });
    let eerst = bram.query(VOORSTEL, vraag.clone()).await["terugplanning"].take();
    let regels = eerst["regels"].as_array().unwrap();
    assert!(regels.iter().all(|regel| regel["houvast"] != "VERGADERING"), "{regels:?}");
    let met_gremium = regels.iter().rfind(|regel| regel["houvast"] == "KALENDER_ONBEKEND").unwrap();
    let mijlpalen = nu["mijlpalen"].as_array().unwrap();
    let mijlpaal = mijlpalen.iter().find(|een| een["id"] == met_gremium["mijlpaal"]["id"]).unwrap();
    let gremium = &mijlpaal["actoren"][0];

    // Ten days before that day the body meets, and it takes papers until three weeks before.
    let uiterlijk = dag(&met_gremium["tot"]);
    let vergadering = uiterlijk - 10.days();
    let aanleveren = vergadering - 21.days();
    let input = |datum: Date, aanleverdatum: Option<Date>| json!({ "traject": nu["id"], "gremium": gremium["id"], "datum": datum, "aanleverdatum": aanleverdatum });
    let gezet = anna.mutate("legVergaderingVast", input(vergadering, Some(aanleveren)), VERGADERING).await;
    assert_eq!(gezet["fouten"], json!([]));
    let event = screen.next_event().await["integratie"].take();
    assert_eq!((&event["__typename"], &event["positie"]), (&json!("TrajectGewijzigd"), &gezet["positie"]));
    let zin = event["zin"].as_str().unwrap();
    assert!(zin.starts_with("Kwartiermaker zette de vergadering van"), "{zin}");

    let voorstel = bram.query(VOORSTEL, vraag.clone()).await["terugplanning"].take();
    let regels = voorstel["regels"].as_array().unwrap().clone();
    let regel = regels.iter().find(|regel| regel["mijlpaal"]["id"] == mijlpaal["id"]).unwrap();
    assert_eq!((&regel["houvast"], dag(&regel["tot"])), (&json!("VERGADERING"), vergadering), "{regel}");
    assert!(regel["uitleg"].as_str().unwrap().contains("stukken uiterlijk"), "{regel}");
    // It is only a proposal.
    assert_eq!(traject(&bram).await["mijlpalen"], nu["mijlpalen"]);

    let anders = |regels: &[Value]| -> Vec<Value> {
        let anders = regels.iter().filter(|regel| regel["verschuift"] == true);
        anders.map(|een| json!({ "mijlpaal": een["mijlpaal"]["id"], "van": een["van"], "tot": een["tot"] })).collect()
    };
    // Whoever saw another proposal is told so, and nothing moves.
    let mut oud = anders(&regels);
    oud.pop();
    let verouderd = anna.mutate("planTerug", json!({ "traject": nu["id"], "voorstel": oud }), "").await;
    assert_eq!(verouderd["fouten"][0]["code"], "VERSIE_VEROUDERD", "{verouderd}");
    assert_eq!(traject(&bram).await["mijlpalen"], nu["mijlpalen"]);

    let aannemen = json!({ "traject": nu["id"], "voorstel": anders(&regels) });
    let geen_recht = bram.mutate("planTerug", aannemen.clone(), "").await;
    assert_eq!(geen_recht["fouten"][0]["code"], "GEEN_RECHT");
    let aangenomen = anna.mutate("planTerug", aannemen, "traject { id }").await;
    assert_eq!(aangenomen["fouten"], json!([]));
    let event = screen.next_event().await["integratie"].take();
    assert!(event["zin"].as_str().unwrap().contains("terug vanaf de streefdatum"), "{event}");
    let daarna = traject(&bram).await;
    for regel in &regels {
        let nu =
            daarna["mijlpalen"].as_array().unwrap().iter().find(|een| een["id"] == regel["mijlpaal"]["id"]).unwrap();
        assert_eq!((&nu["van"], &nu["tot"]), (&regel["van"], &regel["tot"]), "{regel}");
    }
    // Counted back once more nothing moves.
    let nog_eens = bram.query(VOORSTEL, vraag).await["terugplanning"].take();
    assert!(nog_eens["regels"].as_array().unwrap().iter().all(|regel| regel["verschuift"] == false), "{nog_eens}");
}

#[tokio::test]
async fn what_cannot_be_in_a_calendar_says_why() {
    let hub = hub_met_traject().await;
    let (anna, bram) = (hub.als(Hubrol::Kwartiermaker).await, hub.als(Hubrol::Contractmanager).await);
    let nu = traject(&anna).await;
    let gremium = nu["mijlpalen"].as_array().unwrap().iter().find_map(|een| een["actoren"].get(0)).unwrap();
    let zet = |datum: &str, rest: Value| {
        let mut input = json!({ "traject": nu["id"], "gremium": gremium["id"], "datum": datum });
        for (veld, waarde) in rest.as_object().unwrap() {
            input[veld] = waarde.clone();
        }
        input
    };
    let eerste = anna.mutate("legVergaderingVast", zet("2027-03-10", json!({})), VERGADERING).await;
    assert_eq!(eerste["vergadering"]["aanleverdatum"], Value::Null, "{eerste}");
    let id = &eerste["vergadering"]["id"];
    for (input, code, veld) in [
        (zet("2027-04-10", json!({ "aanleverdatum": "2027-04-11" })), "DATUM_ONGELDIG", "aanleverdatum"),
        (zet("2013-04-10", json!({})), "DATUM_ONGELDIG", "datum"),
        (zet("2027-03-10", json!({})), "BESTAAT_AL", "datum"),
    ] {
        let fout = anna.mutate("legVergaderingVast", input, "").await["fouten"][0].take();
        assert_eq!((&fout["code"], &fout["veld"]), (&json!(code), &json!(veld)), "{fout}");
    }
    assert_eq!(
        bram.mutate("legVergaderingVast", zet("2027-05-01", json!({})), "").await["fouten"][0]["code"],
        "GEEN_RECHT"
    );

    // Two people change the same meeting: the second hears of it.
    let tweede = hub.als_persoon(hub.persoon("Tweede kwartiermaker", Hubrol::Kwartiermaker, None).await).await;
    let verzet = zet("2027-03-17", json!({ "id": id, "verwachteVersie": 1 }));
    assert_eq!(anna.mutate("legVergaderingVast", verzet, VERGADERING).await["vergadering"]["versie"], 2);
    let botst = zet("2027-03-24", json!({ "id": id, "verwachteVersie": 1 }));
    assert_eq!(tweede.mutate("legVergaderingVast", botst, "").await["fouten"][0]["code"], "VERSIE_VEROUDERD");
    let vervalt = zet("2027-03-17", json!({ "id": id, "verwachteVersie": 2, "vervallen": true }));
    assert_eq!(tweede.mutate("legVergaderingVast", vervalt, VERGADERING).await["vergadering"]["vervallen"], true);
}
