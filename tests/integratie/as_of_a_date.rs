//! The board as it was.

use jiff::SignedDuration;
use samenspel::{
    domain::organisatie::Hubrol,
    platform::clock::{Clock, dutch_date},
};
use serde_json::json;

use crate::support::{TestBord, TestHub};

#[tokio::test]
async fn a_board_can_be_seen_as_it_was_at_a_moment() {
    let hub = TestHub::demo().await;
    hub.clock.shift(SignedDuration::from_hours(1));
    let then = hub.clock.now().to_string();
    hub.clock.shift(SignedDuration::from_hours(1));
    let anna = hub.als(Hubrol::Kwartiermaker).await;
    let bord = TestBord::read(&anna).await;
    let (moved, archived) = (bord.eerste_in("Te doen"), bord.eerste_in("Gereed"));
    anna.mutate("verplaatsTaak", bord.verplaatsing(moved, "Bezig"), "").await;
    anna.mutate("archiveerTaak", json!({ "id": archived["id"] }), "").await;

    let query = "query ($bord: ID!, $taak: ID!, $op: Tijdstip) {
        bord(id: $bord, op: $op) { taken { id titel versie plaats kolom { id naam } } }
        taak(id: $taak, op: $op) { kolom { naam } } }";
    let variables = |op| json!({ "bord": bord.id, "taak": moved["id"], "op": op });
    let was = anna.query(query, variables(json!(then))).await;
    assert_eq!(was["bord"]["taken"].as_array().unwrap(), bord.taken());
    assert_eq!(was["taak"]["kolom"]["naam"], "Te doen");
    let now = anna.query(query, variables(json!(null))).await;
    assert_eq!(now["bord"]["taken"].as_array().unwrap().len(), bord.taken().len() - 1);
    assert_eq!(now["taak"]["kolom"]["naam"], "Bezig");
    let long_ago = anna.query(query, variables(json!("2014-01-01T00:00:00Z"))).await;
    assert_eq!(long_ago["bord"], json!(null));
}

#[tokio::test]
async fn a_task_is_late_the_day_after_its_date_in_the_netherlands() {
    let hub = TestHub::demo().await;
    let anna = hub.als(Hubrol::Kwartiermaker).await;
    let today = hub.clock.today().to_string();
    let bord = TestBord::read(&anna).await;
    let input =
        json!({ "bord": bord.id, "kolom": bord.kolom("Bezig"), "titel": "Vandaag klaar", "vervaldatum": today });
    let id = anna.mutate("maakTaak", input, "taak { id teLaat }").await["taak"]["id"].take();
    let query = "query ($id: ID!) { taak(id: $id) { teLaat } }";
    assert_eq!(anna.query(query, json!({ "id": id })).await["taak"]["teLaat"], false);
    hub.clock.shift(SignedDuration::from_hours(24));
    let anna = hub.als(Hubrol::Kwartiermaker).await;
    assert_eq!(anna.query(query, json!({ "id": id })).await["taak"]["teLaat"], true);
    let all = anna.query("{ taken(filter: { teLaat: true, zoek: \"Vandaag klaar\" }) { totaal } }", json!({})).await;
    assert_eq!(all["taken"]["totaal"], 1);
}

const TRAJECT_TOEN: &str = "query ($id: ID!, $besluit: ID!, $bord: ID!, $stand: Datum) {
    traject(id: $id, stand: $stand) { naam prognose { peildag uitloop } mijlpalen { id van tot }
      risicos { id naam kans magWijzigen } autonomie { id aard magWijzigen }
      overdracht { id wens magInvullen } budget { regels { id kader magInvullen } } }
    besluit(id: $besluit, stand: $stand) { peildag cellen { id status datum magInvullen } }
    bord(id: $bord, stand: $stand) { taken { id titel magWijzigen kolom { naam } } } }";

#[tokio::test]
async fn every_page_of_a_trajectory_can_be_seen_as_it_was_at_the_end_of_a_day_and_nothing_can_be_changed_in_it() {
    let hub = TestHub::demo().await;
    let dag = hub.clock.today().to_string();
    let lees =
        "{ trajecten { id borden { id kolommen { id naam } } mijlpalen { id naam van tot } risicos { id naam versie }
        overdracht { id versie magInvullen } budget { regels { id versie } } autonomie { id versie aard }
        besluiten { id cellen { id status versie magInvullen stap { id soort } gemeente { id } } } } }";
    hub.clock.shift(SignedDuration::from_hours(24));
    let anna = hub.als(Hubrol::Kwartiermaker).await;
    let traject = anna.query(lees, json!({})).await["trajecten"][0].take();
    let besluit = &traject["besluiten"][0];
    let ids = json!({ "id": traject["id"], "besluit": besluit["id"], "bord": traject["borden"][0]["id"] });
    let op = |stand: serde_json::Value| {
        let mut variables = ids.clone();
        variables["stand"] = stand;
        variables
    };
    let eerst = anna.query(TRAJECT_TOEN, op(json!(null))).await;

    // Today everything moves: a task more, a risk weighed, a cell filled in, a milestone on other days.
    let bord = &traject["borden"][0];
    let taak = json!({ "bord": bord["id"], "kolom": bord["kolommen"][0]["id"], "titel": "Van vandaag" });
    anna.mutate("maakTaak", taak, "").await;
    let risico = &traject["risicos"][0];
    let inhoud = json!({ "naam": "Anders gewogen", "kans": 1, "impact": 1 });
    let gewogen = json!({ "id": risico["id"], "verwachteVersie": risico["versie"], "inhoud": inhoud });
    assert_eq!(anna.mutate("wijzigRisico", gewogen, "").await["fouten"], json!([]));
    for (mutation, lijst, inhoud) in [
        ("vulOverdrachtIn", &traject["overdracht"], json!({ "wens": "Samen" })),
        ("vulBudgetregelIn", &traject["budget"]["regels"], json!({ "kader": "12.500" })),
        ("bepaalAard", &traject["autonomie"], json!({ "aard": "BELEID" })),
    ] {
        let een = &lijst[0];
        let mut input = json!({ "id": een["id"], "verwachteVersie": een["versie"] });
        input.as_object_mut().unwrap().extend(inhoud.as_object().unwrap().clone());
        assert_eq!(anna.mutate(mutation, input, "").await["fouten"], json!([]), "{mutation}");
    }
    let mijlpaal = traject["mijlpalen"].as_array().unwrap().last().unwrap();
    let naar = json!({ "id": mijlpaal["id"], "verwachteVan": mijlpaal["van"], "verwachteTot": mijlpaal["tot"],
        "van": "2026-03-01", "tot": "2026-03-01" });
    assert_eq!(anna.mutate("verplaatsMijlpaal", naar, "").await["fouten"], json!([]));

    let nu = anna.query(TRAJECT_TOEN, op(json!(null))).await;
    let toen = anna.query(TRAJECT_TOEN, op(json!(dag))).await;
    for (deel, lijst) in [
        ("traject", "mijlpalen"),
        ("traject", "overdracht"),
        ("traject", "budget"),
        ("traject", "autonomie"),
        ("bord", "taken"),
    ] {
        assert_ne!(nu[deel][lijst], eerst[deel][lijst], "{lijst} did not change");
    }
    let zonder = |data: &serde_json::Value| {
        let tekst = data.to_string();
        serde_json::from_str::<serde_json::Value>(
            &tekst
                .replace("\"magWijzigen\":true", "\"magWijzigen\":false")
                .replace("\"magInvullen\":true", "\"magInvullen\":false"),
        )
        .unwrap()
    };
    // What it was, to the letter, except that nobody may change it.
    assert_eq!(toen, zonder(&eerst));
    assert!(
        eerst["traject"]["risicos"][0]["magWijzigen"] == true && toen["traject"]["risicos"][0]["magWijzigen"] == false
    );
    // Today is not over yet: that is the present. Before the log began there was nothing.
    assert_eq!(anna.query(TRAJECT_TOEN, op(json!(hub.clock.today().to_string()))).await, nu);
    assert_eq!(anna.query(TRAJECT_TOEN, op(json!("2014-01-01"))).await["traject"], json!(null));
    let begin = anna.query("{ logboekBegin }", json!({})).await["logboekBegin"].take();
    let begin: jiff::Timestamp = begin.as_str().unwrap().parse().unwrap();
    assert_eq!(dutch_date(begin).to_string(), dag);
}
