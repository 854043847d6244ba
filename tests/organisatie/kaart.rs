//! The map of stakeholders, kept by several people at once.

use samenspel::{domain::organisatie::Hubrol, platform::graphql::relay::global_id};
use serde_json::{Value, json};

use crate::support::{TestClient, TestHub};

const PLEK: &str =
    "stakeholder { id naam plek { ring zeker opKaart versie tredeNu tredeGewenst groep { sleutel } heeftKloof } }";
const LIVE: &str = "subscription { organisatie { __typename
    ... on StakeholderGewijzigd { zin stakeholder { id plek { ring versie groep { sleutel } } } } } }";

fn id(sleutel: &str) -> String {
    global_id("Stakeholder", sleutel).0
}

fn naar(sleutel: &str, versie: i32, groep: &str, ring: &str) -> Value {
    json!({ "id": id(sleutel), "verwachteVersie": versie, "groep": global_id("Groep", groep).0, "ring": ring })
}

fn code(answer: &Value) -> &str {
    answer["fouten"][0]["code"].as_str().unwrap_or("gelukt")
}

#[tokio::test]
async fn anna_moves_a_stakeholder_and_bram_sees_it_and_does_not_move_it_unseen() {
    let hub = TestHub::demo().await;
    let (anna, bram) = (hub.als(Hubrol::Kwartiermaker).await, hub.als(Hubrol::CoordinatorToegang).await);
    let mut scherm = bram.subscribe(LIVE, json!({})).await;
    assert_eq!(scherm.next_event().await["organisatie"]["__typename"], "Bijgewerkt");

    let moved =
        anna.mutate("verplaatsStakeholder", naar("sh-zorgkantoren", 0, "groep-landelijk", "INDIRECT"), PLEK).await;
    assert_eq!(moved["stakeholder"]["plek"]["ring"], "INDIRECT");
    assert_eq!(moved["stakeholder"]["plek"]["zeker"], true, "who places it stands for that");
    let event = scherm.next_event().await["organisatie"].take();
    assert_eq!(event["zin"], "Kwartiermaker verplaatste Zorgkantoren naar Landelijk/provinciaal, ring indirect.");
    assert_eq!(event["stakeholder"]["plek"]["ring"], "INDIRECT");

    let clash =
        bram.mutate("verplaatsStakeholder", naar("sh-zorgkantoren", 0, "groep-landelijk", "DIRECT"), PLEK).await;
    assert_eq!(code(&clash), "VERSIE_VEROUDERD");
    // Something else of the same stakeholder is no clash.
    let trede = json!({ "id": id("sh-zorgkantoren"), "verwachteVersie": 0, "nu": "WETEN", "gewenst": "STEUNEN" });
    let other = bram.mutate("zetCommunicatietrede", trede, PLEK).await;
    assert_eq!((code(&other), &other["stakeholder"]["plek"]["heeftKloof"]), ("gelukt", &json!(true)));
    assert_eq!(other["stakeholder"]["plek"]["ring"], "INDIRECT");
    // What is not named stays; null is unknown.
    for (wens, nu, gewenst) in [
        (json!({ "gewenst": "MEEWERKEN" }), json!("WETEN"), json!("MEEWERKEN")),
        (json!({ "nu": null }), json!(null), json!("MEEWERKEN")),
    ] {
        let mut trede = json!({ "id": id("sh-zorgkantoren"), "verwachteVersie": 2 });
        trede.as_object_mut().unwrap().extend(wens.as_object().unwrap().clone());
        let plek = bram.mutate("zetCommunicatietrede", trede, PLEK).await["stakeholder"]["plek"].take();
        assert_eq!((&plek["tredeNu"], &plek["tredeGewenst"]), (&nu, &gewenst), "{wens}");
    }
}

async fn vergelijk(client: &TestClient, van: &str, naar: Option<&str>) -> Value {
    let analyse = |sleutel: &str| global_id("Analyse", sleutel).0;
    let query = "query ($van: ID!, $naar: ID) { kaartvergelijking(van: $van, naar: $naar) {
        leesbaar regels { verschil stakeholder { naam } van { ring } naar { ring } } } }";
    let variables = json!({ "van": analyse(van), "naar": naar.map(analyse) });
    client.query(query, variables).await["kaartvergelijking"].take()
}

fn van_soort<'a>(vergelijking: &'a Value, verschil: &str) -> Vec<&'a str> {
    let regels = vergelijking["regels"].as_array().unwrap().iter();
    let regels = regels.filter(|regel| regel["verschil"] == verschil);
    regels.map(|regel| regel["stakeholder"]["naam"].as_str().unwrap()).collect()
}

#[tokio::test]
async fn the_analyses_of_the_plans_stay_as_they_are_and_can_be_compared_with_now() {
    let hub = TestHub::demo().await;
    let anna = hub.als(Hubrol::Kwartiermaker).await;
    let plannen = vergelijk(&anna, "analyse-2020", Some("analyse-2025")).await;
    assert!(van_soort(&plannen, "GEKOMEN").contains(&"Cliëntenorganisaties"));
    assert!(van_soort(&plannen, "WEG").contains(&"Gemeenteraden"));
    assert_eq!(van_soort(&plannen, "VERPLAATST"), [""; 0]);
    // The picture of 2022 is lost: nothing to compare with.
    let verloren = vergelijk(&anna, "analyse-2022", None).await;
    assert_eq!((&verloren["leesbaar"], &verloren["regels"]), (&json!(false), &json!([])));

    let colleges = naar("sh-colleges", 0, "groep-gemeenten", "DIRECT");
    assert_eq!(code(&anna.mutate("verplaatsStakeholder", colleges, PLEK).await), "gelukt");
    let directie = naar("sh-directie-mgr", 0, "groep-mgr-intern", "INDIRECT");
    assert_eq!(code(&anna.mutate("verplaatsStakeholder", directie, PLEK).await), "gelukt");
    let weg = json!({ "id": id("sh-media"), "verwachteVersie": 0, "opKaart": false, "reden": "Geen rol meer." });
    assert_eq!(code(&anna.mutate("zetOpKaart", weg, PLEK).await), "gelukt");
    let nu = vergelijk(&anna, "analyse-2025", None).await;
    assert_eq!(van_soort(&nu, "GEPLAATST"), ["Colleges van B&W"]);
    assert_eq!(van_soort(&nu, "VERPLAATST"), ["Directie MGR"]);
    assert_eq!(van_soort(&nu, "WEG"), ["Landelijke media en partijen"]);
    assert_eq!(vergelijk(&anna, "analyse-2020", Some("analyse-2025")).await, plannen, "the plans did not change");
}

#[tokio::test]
async fn a_stakeholder_that_was_forgotten_is_added_once_and_its_gap_becomes_a_task() {
    let hub = TestHub::demo().await;
    let anna = hub.als(Hubrol::Kwartiermaker).await;
    let groep = global_id("Groep", "groep-gemeenten").0;
    let nieuw = |naam: &str| json!({ "naam": naam, "groep": groep, "ring": "BEPERKT" });
    assert_eq!(code(&anna.mutate("voegStakeholderToe", nieuw("  "), "").await), "VERPLICHT");
    assert_eq!(code(&anna.mutate("voegStakeholderToe", nieuw("woningCorporaties"), "").await), "BESTAAT_AL");
    let added = anna.mutate("voegStakeholderToe", nieuw("Dorpsondersteuners"), PLEK).await;
    let dorp = added["stakeholder"]["id"].clone();
    assert_eq!(added["stakeholder"]["plek"]["zeker"], true);

    // What a source says is not for the map to change.
    let naam = json!({ "id": id("sh-colleges"), "verwachteVersie": 0, "naam": "B en W" });
    assert_eq!(code(&anna.mutate("wijzigStakeholder", naam, "").await), "ONGELDIGE_WAARDE");

    let trede = json!({ "id": dorp, "verwachteVersie": 0, "nu": "WETEN", "gewenst": "MEEWERKEN" });
    let versie = anna.mutate("zetCommunicatietrede", trede, PLEK).await["stakeholder"]["plek"]["versie"].take();
    let data =
        anna.query("{ ik { persoon { id } } trajecten { borden { id kolommen { id soort } } } }", json!({})).await;
    let bord = &data["trajecten"][0]["borden"][0];
    let actie = json!({ "stakeholder": dorp, "verwachteVersie": versie, "titel": "Kennismaken in elk dorp",
        "eigenaar": data["ik"]["persoon"]["id"], "datum": "2027-01-04",
        "bord": bord["id"], "kolom": bord["kolommen"][0]["id"] });
    assert_eq!(code(&anna.mutate("legStakeholderactieVast", actie.clone(), PLEK).await), "gelukt");
    let acties = "{ stakeholderacties { afgerond stakeholder { id } taak { titel omschrijving vervaldatum } } }";
    let seen = anna.query(acties, json!({})).await["stakeholderacties"][0].take();
    assert_eq!((&seen["stakeholder"]["id"], &seen["afgerond"]), (&dorp, &json!(false)));
    let over = "Communicatie met Dorpsondersteuners: van weten naar meewerken.";
    let taak = json!({ "titel": "Kennismaken in elk dorp", "omschrijving": over, "vervaldatum": "2027-01-04" });
    assert_eq!(seen["taak"], taak);
    let again = anna.mutate("legStakeholderactieVast", actie, "").await;
    assert_eq!(code(&again), "BESTAAT_AL", "one action at a time: {again}");
}

#[tokio::test]
async fn who_only_reads_changes_nothing_on_the_map() {
    let hub = TestHub::demo().await;
    for (rol, verwacht) in [
        (Hubrol::Kijker, "GEEN_RECHT"),
        (Hubrol::Bestuurder, "GEEN_RECHT"),
        (Hubrol::Procesregisseur, "gelukt"),
        (Hubrol::Contractmanager, "gelukt"),
    ] {
        let client = hub.als(rol).await;
        let input =
            naar("sh-vng", 99, "groep-landelijk", if rol == Hubrol::Contractmanager { "DIRECT" } else { "BEPERKT" });
        assert_eq!(code(&client.mutate("verplaatsStakeholder", input, "").await), verwacht, "{rol:?}");
    }
}
