//! The decision that fourteen gemeenten take: who fills in what, what follows from it, and who sees it.

use samenspel::domain::organisatie::{Hubrol, PersoonId};
use serde_json::{Value, json};

use crate::support::{INTEGRATIE, TestClient, TestHub};

const BESLUIT: &str = "{ trajecten { id positie besluiten { id naam peildag gemeenten { naam }
    stappen { id naam regionaal { aantal binnen voldaan haalbaar uitleg ontbreekt { naam } } }
    cellen { id status stand datum versie magInvullen dagenTeLaat termijn { einde uitleg } gemeente { naam } stap { naam } } }
    prognose { peildag streefdatum verwacht uitloop uitleg oorzaken { dagen mijlpaal { naam } gemeenten { naam } } } } }";

/// What a client sees of the decision.
struct Matrix(Value);

impl Matrix {
    async fn read(client: &TestClient) -> Self {
        Self(client.query(BESLUIT, json!({})).await["trajecten"][0].take())
    }

    fn besluit(&self) -> &Value {
        &self.0["besluiten"][0]
    }

    fn cel(&self, stap: &str, gemeente: &str) -> &Value {
        let cellen = self.besluit()["cellen"].as_array().unwrap();
        let found = cellen.iter().find(|cel| cel["stap"]["naam"] == stap && cel["gemeente"]["naam"] == gemeente);
        found.unwrap_or_else(|| panic!("no cell {stap} {gemeente}"))
    }

    fn stap(&self, naam: &str) -> &Value {
        self.besluit()["stappen"].as_array().unwrap().iter().find(|stap| stap["naam"] == naam).unwrap()
    }

    /// The input that fills in a cell.
    fn invoer(&self, stap: &str, gemeente: &str, rest: Value) -> Value {
        let cel = self.cel(stap, gemeente);
        let mut input = json!({ "id": cel["id"], "verwachteVersie": cel["versie"] });
        for (veld, waarde) in rest.as_object().unwrap() {
            input[veld] = waarde.clone();
        }
        input
    }
}

const CEL: &str = "cel { status stand versie dagenTeLaat termijn { einde } }";

async fn accounthouder(hub: &TestHub, gemeente: &str) -> TestClient {
    let houder: PersoonId = hub.persoon(&format!("Houder {gemeente}"), Hubrol::Accounthouder, Some(gemeente)).await;
    hub.als_persoon(houder).await
}

fn zienswijze(status: &str, datum: &str) -> Value {
    json!({ "status": status, "datum": datum, "ontvangenOp": "2025-04-07" })
}

#[tokio::test]
async fn fourteen_gemeenten_take_the_steps_and_one_of_them_publishes() {
    let hub = TestHub::demo().await;
    let matrix = Matrix::read(&hub.als(Hubrol::Kijker).await).await;
    let besluit = matrix.besluit();
    let namen: Vec<_> =
        besluit["gemeenten"].as_array().unwrap().iter().map(|een| een["naam"].as_str().unwrap()).collect();
    assert_eq!(namen.len(), 14);
    // By region: Noord, Midden-Limburg Oost, Midden-Limburg West.
    assert_eq!(
        [namen[0], namen[6], namen[7], namen[11], namen[13]],
        ["Beesel", "Venray", "Echt-Susteren", "Leudal", "Weert"]
    );
    assert_eq!(besluit["cellen"].as_array().unwrap().len(), 14 * 4 + 1);
    let regionaal = &matrix.stap("Zienswijze")["regionaal"];
    assert_eq!(
        (&regionaal["binnen"], &regionaal["aantal"], &regionaal["voldaan"]),
        (&json!(11), &json!(14), &json!(false))
    );
    assert_eq!(
        regionaal["uitleg"],
        "11 van 14 binnen. Nog niet genoeg: nodig is alle gemeenten. Nog niet binnen: Roerdalen, Leudal en Weert."
    );
    assert_eq!(matrix.stap("Bekendmaking")["regionaal"]["aantal"], 1);
    let leudal = matrix.cel("Zienswijze", "Leudal");
    assert_eq!((&leudal["stand"], &leudal["termijn"]["einde"]), (&json!("LOOPT"), &json!("2025-06-30")));
    assert!(leudal["termijn"]["uitleg"][1].as_str().unwrap().contains("artikel 1 lid 3"), "{leudal}");
    let prognose = &matrix.0["prognose"];
    assert_eq!((&prognose["uitloop"], &prognose["peildag"]), (&json!(0), &json!("2025-06-12")));
}

#[tokio::test]
async fn a_late_answer_moves_the_target_on_the_other_screen_and_no_zienswijze_heals_it() {
    let hub = TestHub::demo().await;
    let (anna, bram) = (accounthouder(&hub, "gem-leudal").await, hub.als(Hubrol::Kwartiermaker).await);
    let matrix = Matrix::read(&bram).await;
    let vanaf = json!({ "traject": matrix.0["id"], "vanaf": matrix.0["positie"] });
    let mut screen = bram.subscribe(INTEGRATIE, vanaf).await;
    assert_eq!(screen.next_event().await["integratie"]["__typename"], "Bijgewerkt");

    let laat = matrix.invoer("Zienswijze", "Leudal", zienswijze("GEDAAN", "2025-07-21"));
    let answer = anna.mutate("vulBesluitcelIn", laat, CEL).await;
    let cel = &answer["cel"];
    assert_eq!(
        (&cel["stand"], &cel["dagenTeLaat"], &cel["versie"]),
        (&json!("TE_LAAT"), &json!(21), &json!(2)),
        "{answer}"
    );
    let event = screen.next_event().await["integratie"].take();
    assert_eq!((&event["__typename"], &event["positie"]), (&json!("BesluitcelGewijzigd"), &answer["positie"]));
    assert_eq!(event["cel"]["stand"], "TE_LAAT");
    assert_eq!(event["zin"], "Houder gem-leudal vulde ‘Zienswijze’ van Leudal in: zienswijze gegeven, 21 juli 2025.");

    let matrix = Matrix::read(&bram).await;
    let prognose = &matrix.0["prognose"];
    assert_eq!((&prognose["verwacht"], &prognose["uitloop"]), (&json!("2026-01-22"), &json!(21)));
    assert_eq!(prognose["oorzaken"][0]["gemeenten"], json!([{ "naam": "Leudal" }]));
    assert_eq!(
        prognose["uitleg"],
        "Verwacht op 22 januari 2026: 21 dagen na de streefdatum 1 januari 2026. Dat komt door ‘Zienswijzeprocedure \
         raden’ (Leudal)."
    );

    let geen = matrix.invoer("Zienswijze", "Leudal", zienswijze("GEEN_ZIENSWIJZE", "2025-06-10"));
    anna.mutate("vulBesluitcelIn", geen, CEL).await;
    assert_eq!(screen.next_event().await["integratie"]["cel"]["stand"], "GEEN_ZIENSWIJZE");
    assert_eq!(Matrix::read(&bram).await.0["prognose"]["uitloop"], 0);
}

#[tokio::test]
async fn an_accounthouder_fills_in_their_own_gemeente_and_the_kwartiermaker_all() {
    let hub = TestHub::demo().await;
    let houder = accounthouder(&hub, "gem-leudal").await;
    let matrix = Matrix::read(&houder).await;
    assert_eq!(matrix.cel("Toestemming", "Leudal")["magInvullen"], true);
    assert_eq!(matrix.cel("Toestemming", "Weert")["magInvullen"], false);
    let gedaan = json!({ "status": "GEDAAN", "datum": "2025-10-07" });
    for (client, gemeente, code) in [
        (&houder, "Leudal", Value::Null),
        (&houder, "Weert", json!("GEEN_RECHT")),
        (&hub.als(Hubrol::Kwartiermaker).await, "Weert", Value::Null),
        (&hub.als(Hubrol::Procesregisseur).await, "Venlo", json!("GEEN_RECHT")),
        (&hub.als(Hubrol::Bestuurder).await, "Venlo", json!("GEEN_RECHT")),
    ] {
        let answer =
            client.mutate("vulBesluitcelIn", matrix.invoer("Toestemming", gemeente, gedaan.clone()), CEL).await;
        assert_eq!(answer["fouten"][0]["code"], code, "{gemeente}: {answer}");
    }
}

#[tokio::test]
async fn two_people_in_the_same_cell_do_not_overwrite_each_other() {
    let hub = TestHub::demo().await;
    let (anna, bram) = (hub.als(Hubrol::Kwartiermaker).await, accounthouder(&hub, "gem-leudal").await);
    let matrix = Matrix::read(&bram).await;
    let cel = |datum: &str| matrix.invoer("Toestemming", "Leudal", json!({ "status": "GEDAAN", "datum": datum }));
    anna.mutate("vulBesluitcelIn", cel("2025-10-07"), CEL).await;
    let clash = bram.mutate("vulBesluitcelIn", cel("2025-10-14"), CEL).await;
    assert_eq!(clash["fouten"][0]["code"], "VERSIE_VEROUDERD");
    let now = Matrix::read(&bram).await;
    assert_eq!(now.cel("Toestemming", "Leudal")["datum"], "2025-10-07");
    let again = now.invoer("Toestemming", "Leudal", json!({ "status": "GEDAAN", "datum": "2025-10-14" }));
    assert_eq!(bram.mutate("vulBesluitcelIn", again, CEL).await["cel"]["versie"], 2);
    // The other way round nobody clashes: another cell is another cell.
    let other = matrix.invoer("Toestemming", "Weert", json!({ "status": "GEDAAN", "datum": "2025-10-14" }));
    assert_eq!(anna.mutate("vulBesluitcelIn", other, CEL).await["fouten"], json!([]));
}

#[tokio::test]
async fn what_cannot_be_is_refused_with_what_to_do_about_it() {
    let hub = TestHub::demo().await;
    let anna = hub.als(Hubrol::Kwartiermaker).await;
    let matrix = Matrix::read(&anna).await;
    let rollen = anna.query("{ rollen { id naam } }", json!({})).await;
    let rol = |naam: &str| {
        let rollen = rollen["rollen"].as_array().unwrap();
        rollen.iter().find(|rol| rol["naam"] == naam).unwrap()["id"].clone()
    };
    let dag = "2025-10-07";
    for (stap, invoer, code, veld) in [
        ("Toestemming", json!({ "status": "GEDAAN" }), "VERPLICHT", "datum"),
        ("Toestemming", json!({ "status": "GEDAAN", "datum": "1999-01-01" }), "DATUM_ONGELDIG", "datum"),
        (
            "Toestemming",
            json!({ "status": "GEDAAN", "datum": dag, "ontvangenOp": "2025-10-08" }),
            "DATUM_ONGELDIG",
            "datum",
        ),
        ("Toestemming", json!({ "status": "GEEN_ZIENSWIJZE", "datum": dag }), "ONGELDIGE_WAARDE", "status"),
        (
            "Toestemming",
            json!({ "status": "GEDAAN", "datum": dag, "document": "drive:\\besluit" }),
            "ONGELDIGE_WAARDE",
            "document",
        ),
        (
            "Toestemming",
            json!({ "status": "GEDAAN", "datum": dag, "notitie": "a".repeat(2_001) }),
            "TE_LANG",
            "notitie",
        ),
        (
            "Toestemming",
            json!({ "status": "GEDAAN", "datum": dag, "notitie": "Van 111222333." }),
            "BSN_GEVONDEN",
            "notitie",
        ),
        (
            "Toestemming",
            json!({ "status": "GEDAAN", "datum": dag, "gremium": rol("Colleges van B&W") }),
            "GEEN_HOEDANIGHEID",
            "gremium",
        ),
        (
            "Collegebesluit",
            json!({ "status": "GEDAAN", "datum": dag, "hoedanigheid": "ZIENSWIJZE" }),
            "GEEN_HOEDANIGHEID",
            "hoedanigheid",
        ),
        ("Collegebesluit", json!({ "status": "OPEN", "ontvangenOp": dag }), "ONGELDIGE_WAARDE", "ontvangenOp"),
        (
            "Toestemming",
            json!({ "status": "OPEN", "verlenging": { "waarde": 2, "eenheid": "DAGEN" } }),
            "ONGELDIGE_WAARDE",
            "verlenging",
        ),
    ] {
        let answer = anna.mutate("vulBesluitcelIn", matrix.invoer(stap, "Leudal", invoer.clone()), CEL).await;
        let fout = &answer["fouten"][0];
        assert_eq!(fout["code"], code, "{stap} {invoer}: {answer}");
        assert_eq!(fout["veld"].as_str().unwrap_or_default(), veld, "{stap} {invoer}: {answer}");
        assert!(fout["bericht"].as_str().unwrap().ends_with('.'), "{fout}");
    }
    // A gemeente that does not take the step, and one that does not exist.
    for (id, code) in
        [("stap-bekendmaking/gem-venlo", "NEEMT_NIET_DEEL"), ("stap-toestemming/gem-elders", "NEEMT_NIET_DEEL")]
    {
        let id = samenspel::platform::graphql::relay::global_id("Besluitcel", id);
        let input = json!({ "id": id.0, "verwachteVersie": 0, "status": "GEDAAN", "datum": dag });
        assert_eq!(anna.mutate("vulBesluitcelIn", input, CEL).await["fouten"][0]["code"], code);
    }
    let same = Matrix::read(&anna).await;
    assert_eq!(same.0["positie"], matrix.0["positie"], "a refusal changes nothing");
}

#[tokio::test]
async fn the_rule_decides_when_the_region_has_decided() {
    let hub = TestHub::demo().await;
    let anna = hub.als(Hubrol::Kwartiermaker).await;
    let matrix = Matrix::read(&anna).await;
    let mut input = json!({ "id": matrix.stap("Zienswijze")["id"], "soort": "MEERDERHEID" });
    let fields = "stap { regel { soort drempel gewichten { gewicht } woorden } regionaal { voldaan } }";
    let answer = anna.mutate("wijzigBesluitregel", input.clone(), fields).await;
    assert_eq!(answer["stap"]["regionaal"]["voldaan"], true, "{answer}");
    input["soort"] = json!("GEWOGEN");
    assert_eq!(anna.mutate("wijzigBesluitregel", input.clone(), fields).await["fouten"][0]["code"], "VERPLICHT");
    input["drempel"] = json!(80);
    input["gewichten"] = json!([{ "gemeente": gemeente(&anna, "Leudal").await, "gewicht": 5 }]);
    let answer = anna.mutate("wijzigBesluitregel", input.clone(), fields).await;
    assert_eq!(answer["stap"]["regel"]["woorden"], "80 procent van het gewicht");
    assert_eq!(answer["stap"]["regionaal"]["voldaan"], false, "{answer}");
    let houder = accounthouder(&hub, "gem-leudal").await;
    assert_eq!(houder.mutate("wijzigBesluitregel", input, fields).await["fouten"][0]["code"], "GEEN_RECHT");
}

async fn gemeente(client: &TestClient, naam: &str) -> Value {
    let data = client.query("{ gemeenten { id naam } }", json!({})).await;
    data["gemeenten"].as_array().unwrap().iter().find(|een| een["naam"] == naam).unwrap()["id"].clone()
}

#[tokio::test]
async fn as_another_day_the_same_cells_stand_otherwise() {
    let hub = TestHub::demo().await;
    let anna = hub.als(Hubrol::Kijker).await;
    let matrix = Matrix::read(&anna).await;
    let query = "query ($id: ID!, $op: Datum) { besluit(id: $id, op: $op) { peildag
        stappen { naam regionaal { binnen voldaan } } cellen { stand stap { naam } gemeente { naam } } } }";
    for (op, stand, binnen) in [("2025-06-30", "LOOPT", 13), ("2025-07-01", "VERLOPEN", 14)] {
        let data = anna.query(query, json!({ "id": matrix.besluit()["id"], "op": op })).await;
        let op_die_dag = Matrix(json!({ "besluiten": [data["besluit"]] }));
        assert_eq!(op_die_dag.cel("Zienswijze", "Leudal")["stand"], stand, "{op}");
        assert_eq!(op_die_dag.stap("Zienswijze")["regionaal"]["binnen"], binnen, "{op}");
    }
}

#[tokio::test]
async fn a_cell_tells_its_history() {
    let hub = TestHub::demo().await;
    let anna = hub.als(Hubrol::Kwartiermaker).await;
    let matrix = Matrix::read(&anna).await;
    anna.mutate("vulBesluitcelIn", matrix.invoer("Zienswijze", "Leudal", zienswijze("GEDAAN", "2025-06-24")), "").await;
    let id = &matrix.cel("Zienswijze", "Leudal")["id"];
    let query = "query ($id: ID!) { node(id: $id) { ... on Besluitcel { geschiedenis { nodes { zin wijzigingen { veld van naar } } } } } }";
    let data = anna.query(query, json!({ "id": id })).await;
    let regels = data["node"]["geschiedenis"]["nodes"].as_array().unwrap();
    assert_eq!(regels.len(), 2);
    assert_eq!(
        regels[0]["wijzigingen"],
        json!([
            { "veld": "Status", "van": "nog niet", "naar": "zienswijze gegeven" },
            { "veld": "Datum", "van": null, "naar": "24 juni 2025" },
        ])
    );
    assert_eq!(regels[1]["zin"], "De hub vulde ‘Zienswijze’ van Leudal in: ontvangen op.");
}

#[tokio::test]
async fn a_step_is_added_with_its_term_renamed_and_taken_out_as_long_as_nobody_filled_it_in() {
    let hub = TestHub::demo().await;
    let (anna, bram) = (hub.als(Hubrol::Kwartiermaker).await, hub.als(Hubrol::Kijker).await);
    let voor = Matrix::read(&bram).await;
    let vanaf = json!({ "traject": voor.0["id"], "vanaf": voor.0["positie"] });
    let mut screen = bram.subscribe(INTEGRATIE, vanaf).await;
    assert_eq!(screen.next_event().await["integratie"]["__typename"], "Bijgewerkt");
    let rollen = bram.query("{ rollen { id naam } }", json!({})).await["rollen"].take();
    let rol = |naam: &str| {
        rollen.as_array().unwrap().iter().find(|rol| rol["naam"] == naam).unwrap_or_else(|| panic!("{naam}"))["id"]
            .clone()
    };
    let inhoud = |naam: &str, weken: i32| {
        json!({ "naam": naam, "soort": "ZIENSWIJZE", "gremium": rol("Gemeenteraden"), "hoedanigheid": "ZIENSWIJZE",
            "termijn": { "duur": { "waarde": weken, "eenheid": "WEKEN" }, "soort": "AFGESPROKEN",
                "grondslag": "WGR_ZIENSWIJZE", "begin": "ONTVANGST_RAAD" } })
    };
    let nieuw = |inhoud: Value| json!({ "besluit": voor.besluit()["id"], "inhoud": inhoud, "na": voor.stap("Zienswijze")["id"] });

    // What the law, the body and the others do not allow is refused with the reason.
    let kort = anna.mutate("maakBesluitstap", nieuw(inhoud("Begroting", 7)), "").await;
    assert_eq!(kort["fouten"][0]["code"], "TERMIJN_TE_KORT", "{kort}");
    let mut ander = inhoud("Begroting", 12);
    ander["hoedanigheid"] = json!("EIGENAAR");
    let refused = anna.mutate("maakBesluitstap", nieuw(ander), "").await;
    assert_eq!(refused["fouten"][0]["code"], "GEEN_HOEDANIGHEID", "{refused}");
    let dubbel = anna.mutate("maakBesluitstap", nieuw(inhoud("zienswijze", 12)), "").await;
    assert_eq!(dubbel["fouten"][0]["code"], "BESTAAT_AL", "{dubbel}");
    assert_eq!(
        bram.mutate("maakBesluitstap", nieuw(inhoud("Begroting", 12)), "").await["fouten"][0]["code"],
        "GEEN_RECHT"
    );

    let made = anna.mutate("maakBesluitstap", nieuw(inhoud("Begroting", 12)), "stap { id regel { woorden } }").await;
    assert_eq!(made["fouten"], json!([]), "{made}");
    let id = made["stap"]["id"].clone();
    let event = screen.next_event().await["integratie"].take();
    assert_eq!(
        (&event["__typename"], &event["zin"]),
        (
            &json!("BesluitGewijzigd"),
            &json!("Kwartiermaker voegde de stap ‘Begroting’ toe aan ‘Wijziging gemeenschappelijke regeling’.")
        )
    );
    let na = Matrix::read(&bram).await;
    let namen: Vec<_> = na.besluit()["stappen"].as_array().unwrap().iter().map(|stap| &stap["naam"]).collect();
    assert_eq!(namen, ["Informatie", "Zienswijze", "Begroting", "Toestemming", "Collegebesluit", "Bekendmaking"]);
    assert_eq!(na.cel("Begroting", "Weert")["status"], "OPEN");

    // Compare and set; and the kind stays once a gemeente filled it in.
    let anders = |naam, verwacht: Value| json!({ "id": id, "verwacht": verwacht, "inhoud": inhoud(naam, 12) });
    let hernoemd = anna.mutate("wijzigBesluitstap", anders("Begroting 2027", inhoud("Begroting", 12)), "").await;
    assert_eq!(hernoemd["fouten"], json!([]), "{hernoemd}");
    let botst = anna.mutate("wijzigBesluitstap", anders("Iets anders", inhoud("Begroting", 12)), "").await;
    assert_eq!(botst["fouten"][0]["code"], "VERSIE_VEROUDERD", "{botst}");
    let weg = anna.mutate("laatBesluitstapVervallen", json!({ "id": id }), "stap { id }").await;
    assert_eq!((&weg["fouten"], &weg["stap"]), (&json!([]), &Value::Null), "{weg}");

    // One that was filled in stays, with what stands in it.
    let vol = voor.stap("Zienswijze")["id"].clone();
    let refused = anna.mutate("laatBesluitstapVervallen", json!({ "id": vol }), "").await;
    assert_eq!(refused["fouten"][0]["code"], "NIET_IN_DEZE_FASE", "{refused}");
}
