//! The plan: what a move would do, doing it, and what cannot be.

use samenspel::domain::organisatie::Hubrol;
use serde_json::{Value, json};

use crate::support::{INTEGRATIE, TestClient, TestHub};

const PLAN: &str = "{ trajecten { id positie prognose { uitloop verwacht mijlpalen { van tot later speling kritiek
    mijlpaal { id naam van tot gereedOp na { wachttijd mijlpaal { naam } } } } } } }";
const VOORBEELD: &str = "query ($mijlpaal: ID!, $van: Datum!, $tot: Datum!) {
    voorbeeldverplaatsing(mijlpaal: $mijlpaal, van: $van, tot: $tot) { fouten { code veld bericht } breuken uitloop
    uitloopNu uitleg verschuivingen { mijlpaal { naam } van tot later } } }";

struct Plan(Value);

impl Plan {
    async fn read(client: &TestClient) -> Self {
        Self(client.query(PLAN, json!({})).await["trajecten"][0].take())
    }

    fn regel(&self, naam: &str) -> &Value {
        let regels = self.0["prognose"]["mijlpalen"].as_array().unwrap();
        let starts = |regel: &&Value| regel["mijlpaal"]["naam"].as_str().unwrap().starts_with(naam);
        regels.iter().find(starts).unwrap_or_else(|| panic!("no milestone {naam}"))
    }

    fn mijlpaal(&self, naam: &str) -> &Value {
        &self.regel(naam)["mijlpaal"]
    }

    /// The input that moves a milestone.
    fn verplaatsing(&self, naam: &str, van: &str, tot: &str) -> Value {
        let nu = self.mijlpaal(naam);
        json!({ "id": nu["id"], "verwachteVan": nu["van"], "verwachteTot": nu["tot"], "van": van, "tot": tot })
    }

    async fn voorbeeld(&self, client: &TestClient, naam: &str, van: &str, tot: &str) -> Value {
        let variables = json!({ "mijlpaal": self.mijlpaal(naam)["id"], "van": van, "tot": tot });
        client.query(VOORBEELD, variables).await["voorbeeldverplaatsing"].take()
    }
}

const MIJLPAAL: &str = "mijlpaal { naam van tot gereedOp }";

#[tokio::test]
async fn ten_milestones_lead_to_the_target_and_those_that_hold_it_up_are_known() {
    let hub = TestHub::demo().await;
    let plan = Plan::read(&hub.als(Hubrol::Kijker).await).await;
    assert_eq!(plan.0["prognose"]["mijlpalen"].as_array().unwrap().len(), 10);
    for (naam, kritiek, speling) in [
        ("Zienswijzeprocedure", true, json!(0)),
        ("Raadsinformatiebijeenkomst (tweede)", false, Value::Null),
        ("Toestemmingsprocedure", true, json!(0)),
        ("Wijziging treedt in werking", true, json!(0)),
    ] {
        let regel = plan.regel(naam);
        assert_eq!((&regel["kritiek"], &regel["speling"]), (&json!(kritiek), &speling), "{naam}");
    }
    // Where the sources let two overlap, they may.
    assert_eq!(plan.mijlpaal("Collegebesluiten")["na"][0]["wachttijd"], -30);
}

#[tokio::test]
async fn one_sees_what_a_move_would_do_and_then_the_other_screen_sees_it_done() {
    let hub = TestHub::demo().await;
    let (anna, bram) = (hub.als(Hubrol::Kwartiermaker).await, hub.als(Hubrol::Kijker).await);
    let plan = Plan::read(&bram).await;
    let vanaf = json!({ "traject": plan.0["id"], "vanaf": plan.0["positie"] });
    let mut screen = bram.subscribe(INTEGRATIE, vanaf).await;
    assert_eq!(screen.next_event().await["integratie"]["__typename"], "Bijgewerkt");

    let naam = "Regeling eventueel aanpassen";
    let voorbeeld = plan.voorbeeld(&bram, naam, "2025-07-08", "2025-09-07").await;
    assert_eq!((&voorbeeld["uitloopNu"], &voorbeeld["uitloop"]), (&json!(0), &json!(7)), "{voorbeeld}");
    let mee: Vec<_> = voorbeeld["verschuivingen"].as_array().unwrap().iter().map(|een| &een["later"]).collect();
    assert_eq!(mee, [7; 5]);
    assert_eq!(voorbeeld["verschuivingen"][4]["mijlpaal"]["naam"], "Wijziging treedt in werking");
    assert!(voorbeeld["uitleg"].as_str().unwrap().starts_with("Verwacht op 8 januari 2026: 7 dagen na"), "{voorbeeld}");
    assert_eq!(Plan::read(&bram).await.0["positie"], plan.0["positie"], "looking changes nothing");

    let answer = anna.mutate("verplaatsMijlpaal", plan.verplaatsing(naam, "2025-07-08", "2025-09-07"), MIJLPAAL).await;
    assert_eq!(answer["mijlpaal"]["tot"], "2025-09-07", "{answer}");
    let event = screen.next_event().await["integratie"].take();
    assert_eq!((&event["__typename"], &event["positie"]), (&json!("MijlpaalGewijzigd"), &answer["positie"]));
    assert_eq!(
        event["zin"],
        "Kwartiermaker verplaatste de mijlpaal ‘Regeling eventueel aanpassen na zienswijzen’ naar 8 juli 2025 tot en met \
         7 september 2025; 4 andere schoven mee."
    );
    let now = Plan::read(&bram).await;
    assert_eq!(now.mijlpaal("Wijziging treedt in werking")["van"], "2026-01-08");

    // Whoever still saw the old days is told so.
    let clash = anna.mutate("verplaatsMijlpaal", plan.verplaatsing(naam, "2025-07-15", "2025-09-14"), "").await;
    assert_eq!(clash["fouten"][0]["code"], "VERSIE_VEROUDERD");
    // Back again: only this one moves, what was pushed stays.
    let back = anna.mutate("verplaatsMijlpaal", now.verplaatsing(naam, "2025-07-01", "2025-08-31"), MIJLPAAL).await;
    assert_eq!(back["fouten"], json!([]));
    assert_eq!(Plan::read(&bram).await.mijlpaal("Wijziging treedt in werking")["van"], "2026-01-08");
}

#[tokio::test]
async fn a_term_that_no_longer_fits_is_named_before_anything_is_saved() {
    let hub = TestHub::demo().await;
    let bram = hub.als(Hubrol::Kijker).await;
    let plan = Plan::read(&bram).await;
    let voorbeeld = plan.voorbeeld(&bram, "Zienswijzeprocedure", "2025-03-01", "2025-06-20").await;
    let breuken: Vec<_> = voorbeeld["breuken"].as_array().unwrap().iter().map(|zin| zin.as_str().unwrap()).collect();
    assert_eq!(breuken.len(), 2, "{breuken:?}");
    assert!(
        breuken.contains(
            &"De termijn van Leudal voor ‘Zienswijze’ loopt tot en met 30 juni 2025; de mijlpaal eindigt op 20 juni 2025."
        ),
        "{breuken:?}"
    );
    let korter = plan.voorbeeld(&bram, "Zienswijzeprocedure", "2025-05-01", "2025-06-30").await;
    assert!(korter["breuken"][0].as_str().unwrap().contains("past niet"), "{korter}");
}

#[tokio::test]
async fn what_cannot_be_is_refused_with_what_to_do_about_it() {
    let hub = TestHub::demo().await;
    let anna = hub.als(Hubrol::Kwartiermaker).await;
    let plan = Plan::read(&anna).await;
    for (naam, van, tot, code, veld) in [
        ("Toestemmingsprocedure", "2025-08-31", "2025-11-30", "DATUM_ONGELDIG", "van"),
        ("Toestemmingsprocedure", "2025-11-30", "2025-09-01", "DATUM_ONGELDIG", "tot"),
        ("Toestemmingsprocedure", "2013-09-01", "2025-11-30", "DATUM_ONGELDIG", "van"),
        ("Wijzigingsvoorstel", "2025-01-02", "2025-01-31", "ONGELDIGE_WAARDE", "van"),
    ] {
        let answer = anna.mutate("verplaatsMijlpaal", plan.verplaatsing(naam, van, tot), "").await;
        let fout = &answer["fouten"][0];
        assert_eq!((&fout["code"], &fout["veld"]), (&json!(code), &json!(veld)), "{naam} {van}: {answer}");
        let voorbeeld = plan.voorbeeld(&anna, naam, van, tot).await;
        assert_eq!(voorbeeld["fouten"][0]["bericht"], fout["bericht"], "the same before and after");
    }
    let id = |naam: &str| plan.mijlpaal(naam)["id"].clone();
    let ring =
        json!({ "id": id("Regeling verzonden"), "na": [{ "mijlpaal": id("Collegebesluiten"), "wachttijd": 0 }] });
    let answer = anna.mutate("wijzigAfhankelijkheden", ring, "").await;
    assert_eq!(answer["fouten"][0]["code"], "KRINGVERWIJZING");
    assert!(answer["fouten"][0]["bericht"].as_str().unwrap().contains("‘Toestemmingsprocedure raden’"), "{answer}");
    let zelf =
        json!({ "id": id("Regeling verzonden"), "na": [{ "mijlpaal": id("Regeling verzonden"), "wachttijd": 0 }] });
    assert_eq!(anna.mutate("wijzigAfhankelijkheden", zelf, "").await["fouten"][0]["code"], "KRINGVERWIJZING");
    let ver = json!({ "id": id("Toestemming"), "na": [{ "mijlpaal": id("Zienswijze"), "wachttijd": 100_000 }] });
    assert_eq!(anna.mutate("wijzigAfhankelijkheden", ver, "").await["fouten"][0]["veld"], "wachttijd");
    let straks = json!({ "id": id("Toestemming"), "op": "2099-01-01" });
    assert_eq!(anna.mutate("meldMijlpaalGereed", straks, "").await["fouten"][0]["code"], "DATUM_ONGELDIG");
    assert_eq!(Plan::read(&anna).await.0["positie"], plan.0["positie"], "a refusal changes nothing");
}

#[tokio::test]
async fn a_lag_and_a_milestone_that_is_reached_count_in_what_is_expected() {
    let hub = TestHub::demo().await;
    let anna = hub.als(Hubrol::Kwartiermaker).await;
    let plan = Plan::read(&anna).await;
    let id = |naam: &str| plan.mijlpaal(naam)["id"].clone();
    let na = json!([{ "mijlpaal": id("Zienswijzeprocedure"), "wachttijd": 14 }]);
    let input = json!({ "id": id("Regeling eventueel aanpassen"), "na": na });
    assert_eq!(anna.mutate("wijzigAfhankelijkheden", input, "").await["fouten"], json!([]));
    assert_eq!(Plan::read(&anna).await.0["prognose"]["uitloop"], 14);
    let gehaald = json!({ "id": id("Regeling eventueel aanpassen"), "op": "2025-08-31" });
    assert_eq!(anna.mutate("meldMijlpaalGereed", gehaald, MIJLPAAL).await["mijlpaal"]["gereedOp"], "2025-08-31");
    let toch_niet = json!({ "id": id("Regeling eventueel aanpassen"), "op": null });
    assert_eq!(anna.mutate("meldMijlpaalGereed", toch_niet, MIJLPAAL).await["mijlpaal"]["gereedOp"], Value::Null);
}

#[tokio::test]
async fn only_the_kwartiermaker_moves_the_plan() {
    let hub = TestHub::demo().await;
    let plan = Plan::read(&hub.als(Hubrol::Kijker).await).await;
    for (rol, code) in [
        (Hubrol::Beheerder, json!("GEEN_RECHT")),
        (Hubrol::Procesregisseur, json!("GEEN_RECHT")),
        (Hubrol::Accounthouder, json!("GEEN_RECHT")),
        (Hubrol::Kwartiermaker, Value::Null),
    ] {
        let input = plan.verplaatsing("Toestemmingsprocedure", "2025-09-08", "2025-12-07");
        let answer = hub.als(rol).await.mutate("verplaatsMijlpaal", input, "").await;
        assert_eq!(answer["fouten"][0]["code"], code, "{rol:?}");
    }
}

#[tokio::test]
async fn a_milestone_is_added_renamed_taken_out_and_put_back_and_the_plan_follows() {
    let hub = TestHub::demo().await;
    let (anna, bram) = (hub.als(Hubrol::Kwartiermaker).await, hub.als(Hubrol::Kijker).await);
    let plan = Plan::read(&bram).await;
    let vanaf = json!({ "traject": plan.0["id"], "vanaf": plan.0["positie"] });
    let mut screen = bram.subscribe(INTEGRATIE, vanaf).await;
    assert_eq!(screen.next_event().await["integratie"]["__typename"], "Bijgewerkt");

    // Between the last but one and the target: it pushes the target a month.
    let na = [json!({ "mijlpaal": plan.mijlpaal("Besluit tot bekendmaking")["id"], "wachttijd": 0 })];
    let proef = json!({ "naam": " Proefdraaien ", "voorwaardelijk": false });
    let nieuw = json!({ "traject": plan.0["id"], "inhoud": proef, "van": "2026-01-05", "tot": "2026-02-04", "na": na });
    let made = anna.mutate("maakMijlpaal", nieuw.clone(), "mijlpaal { id naam volgorde herkomst { notitie } }").await;
    assert_eq!(made["fouten"], json!([]), "{made}");
    let id = made["mijlpaal"]["id"].clone();
    assert_eq!(made["mijlpaal"], json!({ "id": id, "naam": "Proefdraaien", "volgorde": 11, "herkomst": null }));
    let event = screen.next_event().await["integratie"].take();
    assert_eq!(
        event["zin"],
        "Kwartiermaker legde de mijlpaal ‘Proefdraaien’ vast: 5 januari 2026 tot en met 4 februari 2026."
    );
    let later = Plan::read(&bram).await;
    assert_eq!((&later.0["prognose"]["verwacht"], &later.0["prognose"]["uitloop"]), (&json!("2026-02-04"), &json!(34)));

    // Compare and set: the second of two who rename it hears what happened.
    let verwacht = json!({ "naam": "Proefdraaien" });
    let anders = |naam| json!({ "id": id, "verwacht": verwacht, "inhoud": { "naam": naam, "voorwaardelijk": true } });
    assert_eq!(anna.mutate("wijzigMijlpaal", anders("Proef met Weert"), "").await["fouten"], json!([]));
    assert_eq!(
        anna.mutate("wijzigMijlpaal", anders("Proef met Venlo"), "").await["fouten"][0]["code"],
        "VERSIE_VEROUDERD"
    );
    let event = screen.next_event().await["integratie"].take();
    assert_eq!(event["zin"], "Kwartiermaker noemde de mijlpaal ‘Proefdraaien’ voortaan ‘Proef met Weert’.");

    // What others count on stays; what nothing counts on goes, and can come back.
    for (naam, waarom) in [
        ("Zienswijzeprocedure", "wacht op deze mijlpaal. Haal eerst dat verband weg."),
        ("Raadsinformatiebijeenkomst (tweede)", "hoort bij deze mijlpaal. Zij blijft nodig."),
    ] {
        let refused = anna.mutate("laatMijlpaalVervallen", json!({ "id": plan.mijlpaal(naam)["id"] }), "").await;
        assert_eq!(refused["fouten"][0]["code"], "NIET_IN_DEZE_FASE", "{naam}");
        assert!(refused["fouten"][0]["bericht"].as_str().unwrap().ends_with(waarom), "{refused}");
    }
    let gone = anna.mutate("laatMijlpaalVervallen", json!({ "id": id }), "mijlpaal { vervallen }").await;
    assert_eq!(gone["mijlpaal"]["vervallen"], true, "{gone}");
    assert_eq!(Plan::read(&bram).await.0["prognose"]["uitloop"], 0);
    assert_eq!(anna.mutate("wijzigMijlpaal", anders("Toch"), "").await["fouten"][0]["code"], "NIET_GEVONDEN");
    let back = anna.mutate("herstelMijlpaal", json!({ "id": id }), "mijlpaal { naam na { wachttijd } }").await;
    assert_eq!(back["mijlpaal"], json!({ "naam": "Proef met Weert", "na": [{ "wachttijd": 0 }] }));
    assert_eq!(Plan::read(&bram).await.0["prognose"]["uitloop"], 34);

    // Bad input, and who may not.
    for (veld, invoer, code) in [
        ("naam", json!({ "inhoud": { "naam": " " } }), "VERPLICHT"),
        ("tot", json!({ "tot": "2026-01-04" }), "DATUM_ONGELDIG"),
        ("na", json!({ "na": [{ "mijlpaal": "TWlqbHBhYWw6bmVyZ2Vucw", "wachttijd": 0 }] }), "NIET_GEVONDEN"),
    ] {
        let mut fout = nieuw.clone();
        fout.as_object_mut().unwrap().extend(invoer.as_object().unwrap().clone());
        let refused = anna.mutate("maakMijlpaal", fout, "").await["fouten"][0].take();
        assert_eq!((&refused["veld"], &refused["code"]), (&json!(veld), &json!(code)), "{refused}");
    }
    assert_eq!(bram.mutate("maakMijlpaal", nieuw, "").await["fouten"][0]["code"], "GEEN_RECHT");
}
