//! Who holds which role for which gemeente, what waits for it, and who or what is forgotten.

use samenspel::{domain::organisatie::Hubrol, platform::graphql::relay::global_id};
use serde_json::{Value, json};

use crate::support::{TestClient, TestHub};

fn rol(sleutel: &str) -> String {
    global_id("Rol", sleutel).0
}

fn gemeente(sleutel: &str) -> String {
    global_id("Gemeente", sleutel).0
}

fn code(answer: &Value) -> &str {
    answer["fouten"][0]["code"].as_str().unwrap_or("gelukt")
}

async fn vergeten(client: &TestClient, soort: &str) -> Vec<String> {
    let data = client.query("{ vergeten { soort naam onderwerp { id } } }", json!({})).await;
    let regels = data["vergeten"].as_array().unwrap().iter().filter(|regel| regel["soort"] == soort);
    regels.map(|regel| regel["naam"].as_str().unwrap().to_owned()).collect()
}

const BEZETTING: &str = "rol { bezetting { adres naam van tot versie vervanger { naam } gemeente { naam } } }";

#[tokio::test]
async fn a_seat_has_a_gemeente_a_beginning_an_end_and_a_substitute() {
    let hub = TestHub::demo().await;
    let anna = hub.als(Hubrol::Kwartiermaker).await;
    let venlo = hub.persoon("Houder", Hubrol::Accounthouder, Some("gem-venlo")).await;
    let venlo = hub.als_persoon(venlo).await;
    let lid =
        json!({ "rol": rol("rol-rmo"), "gemeente": gemeente("gem-venlo"), "functie": "Manager", "van": "2026-01-01" });
    let ik = anna.query("{ ik { persoon { id } } }", json!({})).await["ik"]["persoon"]["id"].take();

    // An accounthouder speaks for the own gemeente only.
    let roermond = json!({ "rol": rol("rol-rmo"), "gemeente": gemeente("gem-roermond"), "functie": "Manager" });
    assert_eq!(code(&venlo.mutate("bezetRol", roermond, "").await), "GEEN_RECHT");
    let made = venlo.mutate("bezetRol", lid.clone(), BEZETTING).await;
    let zetel = made["rol"]["bezetting"][0].clone();
    assert_eq!((&zetel["naam"], &zetel["gemeente"]["naam"]), (&json!("Manager"), &json!("Venlo")));
    assert_eq!(code(&anna.mutate("bezetRol", lid, "").await), "BESTAAT_AL");
    let leeg = json!({ "rol": rol("rol-rmo"), "functie": " " });
    assert_eq!(code(&anna.mutate("bezetRol", leeg, "").await), "VERPLICHT");
    let houder = json!({ "rol": rol("rol-accounthouder-mgr"), "gemeente": gemeente("gem-venlo"), "persoon": ik });
    assert_eq!(code(&anna.mutate("bezetRol", houder, "").await), "ONGELDIGE_WAARDE", "one source for that");

    let wijzig = |tot: Option<&str>| {
        json!({ "id": zetel["adres"], "verwachteVersie": 1, "functie": "Manager", "van": "2026-01-01",
            "tot": tot, "vervanger": ik })
    };
    assert_eq!(code(&anna.mutate("wijzigBezetting", wijzig(Some("2025-01-01")), "").await), "DATUM_ONGELDIG");
    let changed = anna.mutate("wijzigBezetting", wijzig(None), BEZETTING).await;
    assert_eq!(changed["rol"]["bezetting"][0]["vervanger"]["naam"], "Kwartiermaker");
    assert_eq!(code(&venlo.mutate("wijzigBezetting", wijzig(None), "").await), "VERSIE_VEROUDERD");
    // Ended: no longer in the body.
    let over = json!({ "id": zetel["adres"], "verwachteVersie": 2, "functie": "Manager", "van": "2026-01-01",
        "tot": "2026-01-02" });
    assert_eq!(anna.mutate("wijzigBezetting", over, BEZETTING).await["rol"]["bezetting"], json!([]));
}

#[tokio::test]
async fn a_substitute_stands_beside_the_accounthouder_and_does_not_take_their_place() {
    let hub = TestHub::demo().await;
    let beheerder = hub.als(Hubrol::Beheerder).await;
    let query = "query ($id: ID!) { node(id: $id) { ... on Gemeente {
        bezetting { naam persoon { id } vervanger { naam } vervangt { naam } rol { sleutel } } } } }";
    let roerdalen = json!({ "id": gemeente("gem-roerdalen") });
    let spreekt = beheerder.query(query, roerdalen.clone()).await["node"]["bezetting"].take();
    assert_eq!(spreekt[0]["naam"], "Accounthouder Roerdalen");
    assert_eq!(spreekt[0]["rol"]["sleutel"], "rol-accounthouder-mgr");

    let reserve = hub.persoon("Reserve", Hubrol::Kijker, None).await;
    let reserve = global_id("Persoon", reserve).0;
    let houder = spreekt[0]["persoon"]["id"].clone();
    let geef = |vervangt: &Value| {
        json!({ "persoon": reserve, "hubrol": "ACCOUNTHOUDER", "gemeente": gemeente("gem-roerdalen"),
            "vervangt": vervangt })
    };
    // One stands in for who holds the role, not for oneself or for just anybody.
    assert_eq!(code(&beheerder.mutate("geefAanstelling", geef(&json!(reserve)), "").await), "ONGELDIGE_WAARDE");
    assert_eq!(code(&beheerder.mutate("geefAanstelling", geef(&houder), "").await), "gelukt");
    let spreekt = beheerder.query(query, roerdalen).await["node"]["bezetting"].take();
    let wie = |naam: &str| spreekt.as_array().unwrap().iter().find(|een| een["naam"] == naam).unwrap().clone();
    assert_eq!(wie("Accounthouder Roerdalen")["vervanger"]["naam"], "Reserve");
    assert_eq!(wie("Reserve")["vervangt"]["naam"], "Accounthouder Roerdalen");

    // Without the accounthouder the gemeente is without one, whoever stands in.
    assert!(!vergeten(&beheerder, "GEMEENTE_ZONDER_ACCOUNTHOUDER").await.contains(&"Roerdalen".to_owned()));
    let blokkeer = json!({ "id": houder, "actief": false });
    assert_eq!(code(&beheerder.mutate("wijzigPersoon", blokkeer, "").await), "gelukt");
    assert_eq!(vergeten(&beheerder, "GEMEENTE_ZONDER_ACCOUNTHOUDER").await, ["Roerdalen"]);
}

#[tokio::test]
async fn what_waits_for_a_gemeente_and_the_bodies_on_the_way_are_one_question() {
    let hub = TestHub::demo().await;
    let kijker = hub.als(Hubrol::Kijker).await;
    let query = "query ($id: ID!) { gemeentewerk(gemeente: $id) {
        uitvoering { status afspraak { naam fase } gemeente { naam } }
        teTekenen { id } signalen { id }
        besluiten { besluit { naam } stappen { gezet hoedanigheid gremium { naam } cel { stand gemeente { naam } } } }
    } }";
    let werk = kijker.query(query, json!({ "id": gemeente("gem-roerdalen") })).await["gemeentewerk"].take();
    let uitvoering = werk["uitvoering"].as_array().unwrap();
    assert!(!uitvoering.is_empty(), "{werk}");
    for cel in uitvoering {
        assert_eq!((&cel["gemeente"]["naam"], &cel["afspraak"]["fase"]), (&json!("Roerdalen"), &json!("VASTGESTELD")));
        assert!(cel["status"] != "GEREED" && cel["status"] != "NIET_VAN_TOEPASSING", "{cel}");
    }
    let stappen = werk["besluiten"][0]["stappen"].as_array().unwrap();
    let gremia: Vec<_> = stappen.iter().map(|stap| stap["gremium"]["naam"].as_str().unwrap()).collect();
    assert!(gremia.contains(&"Gemeenteraden") && gremia.contains(&"Colleges van B&W"), "{gremia:?}");
    // Noord takes part in module 1 already.
    assert!(kijker.query(query, json!({ "id": gemeente("gem-bestaatniet") })).await["gemeentewerk"].is_null());
}

#[tokio::test]
async fn a_body_that_meets_less_than_agreed_shows_and_one_without_a_day_is_not_forgotten() {
    let hub = TestHub::demo().await;
    let anna = hub.als(Hubrol::Kwartiermaker).await;
    let query = "{ gremia { rol { sleutel } hoedanigheden adviseert keerPerJaar gehouden gepland komend { datum } } }";
    let gremia = anna.query(query, json!({})).await["gremia"].take();
    let vind = |gremia: &Value, sleutel: &str| {
        gremia.as_array().unwrap().iter().find(|een| een["rol"]["sleutel"] == sleutel).unwrap().clone()
    };
    let rmo = vind(&gremia, "rol-rmo");
    assert_eq!((&rmo["hoedanigheden"], &rmo["keerPerJaar"]), (&json!(["OPDRACHTGEVER"]), &json!(2)));
    assert_eq!(rmo["adviseert"], true);
    let klankbord = "Ambtelijke klankbordgroep".to_owned();
    assert!(vergeten(&anna, "GREMIUM_ZONDER_DAG").await.contains(&klankbord));

    let traject = anna.query("{ trajecten { id } }", json!({})).await["trajecten"][0]["id"].take();
    let vergadering = json!({ "traject": traject, "gremium": rol("rol-ambtelijk-klankbord"), "datum": "2090-05-01" });
    assert_eq!(code(&anna.mutate("legVergaderingVast", vergadering, "").await), "gelukt");
    assert!(!vergeten(&anna, "GREMIUM_ZONDER_DAG").await.contains(&klankbord));
    let gremia = anna.query(query, json!({})).await["gremia"].take();
    let nu = vind(&gremia, "rol-ambtelijk-klankbord");
    assert_eq!((&nu["keerPerJaar"], &nu["gepland"]), (&json!(3), &json!(0)), "not within a year");
    assert_eq!(nu["komend"], json!([{ "datum": "2090-05-01" }]));
}
