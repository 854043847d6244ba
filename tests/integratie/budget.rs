//! The budget: frames that exist, what is budgeted, spent and expected, and what tasks and decisions do to them.

use samenspel::domain::organisatie::Hubrol;
use serde_json::{Value, json};

use crate::support::{INTEGRATIE, TestBord, TestClient, TestHub};

const BUDGET: &str = "query ($jaar: Int) { trajecten { id positie besluiten { id }
    budget(jaar: $jaar) { jaar regels { ...R } totaal { ...S } perFunctie { functie { sleutel } som { ...S } }
      perGemeente { gemeente { sleutel } som { ...S } } }
    budgettabellen { naam kolommen regels { naam totaal bedragen } controles { regel kolom berekend inBron oordeel } } } }
  fragment R on Budgetregel { id versie jaar kader begroting realisatie prognose verwacht naEffecten ruimte budgetstand oorzaken
    magInvullen zeker bron functie { sleutel } gemeente { sleutel } effecten { sleutel bedrag soort vanaf ingetrokken taak { titel } } }
  fragment S on Budgetsom { overschreden bedragOver kader { som bekend van } prognose { som bekend van } naEffecten { som bekend van } }";
const REGEL: &str =
    "regel { id versie kader verwacht naEffecten ruimte budgetstand oorzaken effecten { sleutel bedrag ingetrokken } }";

async fn read(client: &TestClient, jaar: Option<i32>) -> Value {
    client.query(BUDGET, json!({ "jaar": jaar })).await["trajecten"][0].take()
}

fn regel<'a>(traject: &'a Value, functie: &str, gemeente: &str) -> &'a Value {
    let regels = traject["budget"]["regels"].as_array().unwrap();
    let zoek = |een: &&Value| een["functie"]["sleutel"] == functie && een["gemeente"]["sleutel"] == gemeente;
    regels.iter().find(zoek).unwrap()
}

fn met(regel: &Value, mut velden: Value) -> Value {
    velden["id"] = regel["id"].clone();
    velden["verwachteVersie"] = regel["versie"].clone();
    velden
}

#[tokio::test]
async fn each_line_is_known_or_unknown_and_totals_say_how_many_are_known() {
    let hub = TestHub::demo().await;
    let traject = read(&hub.als(Hubrol::Kijker).await, None).await;
    let budget = &traject["budget"];
    assert_eq!((&budget["jaar"], budget["regels"].as_array().unwrap().len()), (&json!(2026), 8 * 14));
    let totaal = &budget["totaal"];
    assert_eq!((&totaal["kader"]["bekend"], &totaal["kader"]["van"]), (&json!(7), &json!(112)));
    // Nothing known of a function is no total of zero.
    let toezicht = budget["perFunctie"]
        .as_array()
        .unwrap()
        .iter()
        .find(|een| een["functie"]["sleutel"] == "functie-informatieanalyse");
    assert_eq!(toezicht.unwrap()["som"]["kader"], json!({ "som": null, "bekend": 0, "van": 14 }));
    // Red by a forecast, and by a task.
    let weert = regel(&traject, "functie-facturatie", "gem-weert");
    assert_eq!((&weert["budgetstand"], &weert["ruimte"]), (&json!("OVERSCHREDEN"), &json!(-11_000)));
    assert_eq!(weert["oorzaken"], json!(["De verwachting is € 11.000 hoger dan het kader."]));
    let roermond = regel(&traject, "functie-facturatie", "gem-roermond");
    assert_eq!(
        (&roermond["verwacht"], &roermond["naEffecten"], &roermond["ruimte"]),
        (&json!(172_000), &json!(187_000), &json!(-7_000))
    );
    assert_eq!(roermond["oorzaken"], json!(["‘Inventarisatie facturatie per gemeente’ kost eenmalig € 15.000."]));
    assert_eq!((&totaal["overschreden"], &totaal["bedragOver"]), (&json!(2), &json!(18_000)));
    let echt = regel(&traject, "functie-facturatie", "gem-echt-susteren");
    assert_eq!((&echt["kader"], &echt["budgetstand"]), (&Value::Null, &json!("ONBEKEND")));
}

#[tokio::test]
async fn the_tables_of_2023_add_up_as_the_report_says() {
    let hub = TestHub::demo().await;
    let traject = read(&hub.als(Hubrol::Kijker).await, None).await;
    let tabellen = traject["budgettabellen"].as_array().unwrap();
    assert_eq!(tabellen.len(), 2);
    let lasten = tabellen[0]["regels"].as_array().unwrap().iter().find(|een| een["naam"] == "Totaal lasten").unwrap();
    assert_eq!((&lasten["totaal"], &lasten["bedragen"][3]), (&json!(true), &json!(1_923_913)));
    let controles: Vec<_> = tabellen.iter().flat_map(|tabel| tabel["controles"].as_array().unwrap()).collect();
    // Five totals in six columns of two tables.
    assert_eq!(controles.len(), 60);
    assert!(controles.iter().all(|een| een["oordeel"] == "KLOPT" || een["oordeel"] == "AFRONDING"), "{controles:?}");
    assert!(controles.iter().any(|een| een["oordeel"] == "AFRONDING"));
}

#[tokio::test]
async fn a_task_turns_a_line_red_on_the_other_screen_and_taking_it_out_heals_it() {
    let hub = TestHub::demo().await;
    let (anna, bram) = (hub.als(Hubrol::Kwartiermaker).await, hub.als(Hubrol::Kijker).await);
    let traject = read(&bram, None).await;
    let mut screen = bram.subscribe(INTEGRATIE, json!({ "traject": traject["id"], "vanaf": traject["positie"] })).await;
    assert_eq!(screen.next_event().await["integratie"]["__typename"], "Bijgewerkt");
    let leeg = regel(&traject, "functie-toezicht", "gem-leudal");
    let inhoud = json!({ "kader": "€ 50.000", "begroting": "48000", "prognose": "49.000", "bron": "Begroting 2026", "zeker": true });
    let ingevuld = anna.mutate("vulBudgetregelIn", met(leeg, inhoud), REGEL).await;
    assert_eq!(
        (&ingevuld["regel"]["budgetstand"], &ingevuld["regel"]["ruimte"]),
        (&json!("BINNEN"), &json!(1_000)),
        "{ingevuld}"
    );
    let event = screen.next_event().await["integratie"].take();
    assert_eq!((&event["__typename"], &event["regel"]["ruimte"]), (&json!("BudgetGewijzigd"), &json!(1_000)));
    assert!(event["zin"].as_str().unwrap().contains("van Leudal in 2026"), "{event}");

    let taak = TestBord::read(&anna).await.taken()[0]["id"].clone();
    let input = json!({ "id": leeg["id"], "aanleiding": taak, "bedrag": "4.500", "soort": "STRUCTUREEL" });
    let rood = anna.mutate("voegBudgeteffectToe", input, REGEL).await;
    assert_eq!(
        (&rood["regel"]["budgetstand"], &rood["regel"]["ruimte"]),
        (&json!("OVERSCHREDEN"), &json!(-3_500)),
        "{rood}"
    );
    assert_eq!(screen.next_event().await["integratie"]["regel"]["budgetstand"], "OVERSCHREDEN");
    // It counts in every year that follows.
    let later = read(&bram, Some(2028)).await;
    assert_eq!(regel(&later, "functie-toezicht", "gem-leudal")["effecten"][0]["bedrag"], 4_500);
    let effect = rood["regel"]["effecten"][0]["sleutel"].clone();
    let heel = anna.mutate("trekBudgeteffectIn", json!({ "effect": effect, "ingetrokken": true }), REGEL).await;
    assert_eq!((&heel["regel"]["budgetstand"], &heel["regel"]["ruimte"]), (&json!("BINNEN"), &json!(1_000)), "{heel}");
    assert_eq!(screen.next_event().await["integratie"]["regel"]["budgetstand"], "BINNEN");
    let besluit =
        json!({ "id": leeg["id"], "aanleiding": traject["besluiten"][0]["id"], "bedrag": "-500", "soort": "EENMALIG" });
    assert_eq!(anna.mutate("voegBudgeteffectToe", besluit, REGEL).await["regel"]["ruimte"], 1_500);
}

#[tokio::test]
async fn amounts_that_cannot_be_are_refused_and_nobody_is_overwritten() {
    let hub = TestHub::demo().await;
    let anna = hub.als(Hubrol::Kwartiermaker).await;
    let leudal = hub.persoon("Invuller Leudal", Hubrol::Accounthouder, Some("gem-leudal")).await;
    let leudal = hub.als_persoon(leudal).await;
    let traject = read(&leudal, None).await;
    let (eigen, ander) =
        (regel(&traject, "functie-toezicht", "gem-leudal"), regel(&traject, "functie-toezicht", "gem-weert"));
    assert_eq!((&eigen["magInvullen"], &ander["magInvullen"]), (&json!(true), &json!(false)));
    for (velden, code, veld) in [
        (json!({ "kader": "12.500,50" }), "ONGELDIGE_WAARDE", "kader"),
        (json!({ "begroting": "twaalf" }), "ONGELDIGE_WAARDE", "begroting"),
        (json!({ "prognose": "-5" }), "ONGELDIGE_WAARDE", "prognose"),
        (json!({ "realisatie": "999999999999" }), "ONGELDIGE_WAARDE", "realisatie"),
        (json!({ "realisatieTot": "2026-04-30" }), "ONGELDIGE_WAARDE", "realisatieTot"),
        (json!({ "kader": "1", "zeker": true }), "VERPLICHT", "bron"),
    ] {
        let answer = leudal.mutate("vulBudgetregelIn", met(eigen, velden.clone()), "").await;
        let fout = &answer["fouten"][0];
        assert_eq!((&fout["code"], &fout["veld"]), (&json!(code), &json!(veld)), "{velden}: {answer}");
    }
    let vreemd = samenspel::platform::graphql::relay::global_id("Besluit", "besluit-elders").0;
    for (bedrag, aanleiding, veld) in [
        ("0", &traject["besluiten"][0]["id"], "bedrag"),
        ("", &traject["besluiten"][0]["id"], "bedrag"),
        ("5", &json!(vreemd), "aanleiding"),
    ] {
        let input = json!({ "id": eigen["id"], "aanleiding": aanleiding, "bedrag": bedrag, "soort": "EENMALIG" });
        assert_eq!(leudal.mutate("voegBudgeteffectToe", input, "").await["fouten"][0]["veld"], veld);
    }
    assert_eq!(read(&anna, None).await["positie"], traject["positie"], "a refusal changes nothing");
    assert_eq!(
        leudal.mutate("vulBudgetregelIn", met(ander, json!({ "kader": "1" })), "").await["fouten"][0]["code"],
        "GEEN_RECHT"
    );
    // Nine digits are an amount here, no number of a person.
    assert_eq!(
        leudal.mutate("vulBudgetregelIn", met(eigen, json!({ "kader": "11122233" })), REGEL).await["regel"]["kader"],
        11_122_233
    );
    let botst = anna.mutate("vulBudgetregelIn", met(eigen, json!({ "kader": "2" })), "").await;
    assert_eq!(botst["fouten"][0]["code"], "VERSIE_VEROUDERD");
}
