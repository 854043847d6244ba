//! What goes over: what is known of each function per region, asking for what is not, and how far gemeenten are.

use samenspel::domain::organisatie::Hubrol;
use serde_json::{Value, json};

use crate::support::{INTEGRATIE, TestBord, TestClient, TestHub};

const OVERDRACHT: &str = "{ trajecten { id positie functies { sleutel naam nuInModule1 }
    overdracht { ...C } gereedheden { id stand versie magMelden functie { sleutel } gemeente { sleutel } }
    overdrachtsommen { functie { sleutel } fte { som bekend van } kloof { som bekend van } } } }
  fragment C on Overdrachtcel { id versie uitvoerder fte middel wens wensFte kloof medewerkers personeelsstap bron zeker onbekend
    magInvullen magOpvragen functie { sleutel } regio { sleutel } gemeenten { naam } taken { titel } }";
const CEL: &str =
    "cel { id versie fte kloof onbekend opvraging { onderdelen teLaat gevraagdOp antwoordVoor beantwoordOp
    eigenaar { id } taak { id titel vervaldatum kolom { naam soort } gemeenten { naam } overdracht { id } } } }";

async fn read(client: &TestClient) -> Value {
    client.query(OVERDRACHT, json!({})).await["trajecten"][0].take()
}

fn cel<'a>(traject: &'a Value, functie: &str, regio: &str) -> &'a Value {
    let cellen = traject["overdracht"].as_array().unwrap();
    let zoek = |cel: &&Value| cel["functie"]["sleutel"] == functie && cel["regio"]["sleutel"] == regio;
    cellen.iter().find(zoek).unwrap()
}

fn met(cel: &Value, mut velden: Value) -> Value {
    velden["id"] = cel["id"].clone();
    if velden.get("verwachteVersie").is_none() {
        velden["verwachteVersie"] = cel["versie"].clone();
    }
    velden
}

async fn kwartiermaker(client: &TestClient) -> Value {
    client.query("{ ik { persoon { id } } }", json!({})).await["ik"]["persoon"]["id"].take()
}

#[tokio::test]
async fn eight_functions_by_three_regions_show_what_the_sources_say_and_nothing_more() {
    let hub = TestHub::demo().await;
    let traject = read(&hub.als(Hubrol::Kijker).await).await;
    assert_eq!(traject["overdracht"].as_array().unwrap().len(), 24);
    assert_eq!(traject["gereedheden"].as_array().unwrap().len(), 8 * 14);
    let inkoop = cel(&traject, "functie-inkoop", "regio-noord");
    assert_eq!(
        (&inkoop["uitvoerder"], &inkoop["fte"], &inkoop["zeker"]),
        (&json!("MGR, module 1"), &Value::Null, &json!(false))
    );
    assert_eq!(inkoop["onbekend"], json!(["FTE", "WENS_FTE", "MEDEWERKERS"]));
    let facturatie = cel(&traject, "functie-facturatie", "regio-mlo");
    assert!(
        facturatie["taken"]
            .as_array()
            .unwrap()
            .iter()
            .any(|taak| taak["titel"] == "Inventarisatie facturatie per gemeente")
    );
    // Nobody knows how many fte it is: not one of three, and no total of zero.
    let som = &traject["overdrachtsommen"][0]["fte"];
    assert_eq!(som, &json!({ "som": null, "bekend": 0, "van": 3 }));
    let nieuw: Vec<_> =
        traject["functies"].as_array().unwrap().iter().filter(|een| een["nuInModule1"] == false).collect();
    assert_eq!(nieuw.len(), 2, "facturatie and toezicht are new to module 1: {nieuw:?}");
}

#[tokio::test]
async fn what_is_unknown_is_asked_for_on_the_board_and_the_answer_closes_the_task() {
    let hub = TestHub::demo().await;
    let (anna, bram) = (hub.als(Hubrol::Kwartiermaker).await, hub.als(Hubrol::Kijker).await);
    let traject = read(&bram).await;
    let mut screen = bram.subscribe(INTEGRATIE, json!({ "traject": traject["id"], "vanaf": traject["positie"] })).await;
    assert_eq!(screen.next_event().await["integratie"]["__typename"], "Bijgewerkt");
    let facturatie = cel(&traject, "functie-facturatie", "regio-mlo");

    let vraag = json!({ "id": facturatie["id"], "onderdelen": ["FTE", "MIDDEL"], "eigenaar": kwartiermaker(&anna).await,
        "antwoordVoor": "2100-01-04" });
    let gevraagd = anna.mutate("vraagOverdrachtOp", vraag.clone(), CEL).await;
    let opvraging = &gevraagd["cel"]["opvraging"];
    assert_eq!(opvraging["taak"]["titel"], "Opvragen: Facturatie, Midden-Limburg Oost", "{gevraagd}");
    assert_eq!(
        (&opvraging["taak"]["vervaldatum"], &opvraging["taak"]["kolom"]["soort"]),
        (&json!("2100-01-04"), &json!("TE_DOEN"))
    );
    assert_eq!(opvraging["taak"]["overdracht"]["id"], facturatie["id"], "the task knows what it is for");
    assert_eq!(screen.next_event().await["integratie"]["__typename"], "TaakGemaakt");
    let event = screen.next_event().await["integratie"].take();
    assert_eq!(
        (&event["__typename"], &event["cel"]["opvraging"]["taak"]["id"]),
        (&json!("OverdrachtGewijzigd"), &opvraging["taak"]["id"])
    );
    // Nobody asks for the same twice while it is being found out.
    let nogmaals = anna.mutate("vraagOverdrachtOp", vraag.clone(), "").await;
    assert_eq!(
        (&nogmaals["fouten"][0]["code"], &nogmaals["fouten"][0]["veld"]),
        (&json!("BESTAAT_AL"), &json!("onderdelen"))
    );

    // Half an answer leaves the question open; zero is an answer.
    let half = anna
        .mutate("vulOverdrachtIn", met(&gevraagd["cel"], json!({ "uitvoerder": "Roermond", "fte": "0" })), CEL)
        .await;
    assert_eq!((&half["cel"]["fte"], &half["cel"]["opvraging"]["beantwoordOp"]), (&json!(0.0), &Value::Null), "{half}");
    assert_eq!(screen.next_event().await["integratie"]["cel"]["fte"], 0.0);
    let heel = json!({ "uitvoerder": "Roermond", "fte": "1,25", "wensFte": "2", "middel": "Key2Financiën" });
    let heel = anna.mutate("vulOverdrachtIn", met(&half["cel"], heel), CEL).await;
    assert_eq!((&heel["cel"]["fte"], &heel["cel"]["kloof"]), (&json!(1.25), &json!(0.75)), "{heel}");
    assert!(heel["cel"]["opvraging"]["beantwoordOp"].is_string(), "{heel}");
    assert_eq!(heel["cel"]["opvraging"]["taak"]["kolom"]["soort"], "GEREED");
    assert_eq!(screen.next_event().await["integratie"]["__typename"], "OverdrachtGewijzigd");
    let verplaatst = screen.next_event().await["integratie"].take();
    assert_eq!(
        (&verplaatst["__typename"], &verplaatst["taak"]["id"]),
        (&json!("TaakVerplaatst"), &opvraging["taak"]["id"])
    );
    let som = read(&bram).await["overdrachtsommen"][2].take();
    assert_eq!(
        (&som["fte"], &som["kloof"]),
        (&json!({ "som": 1.25, "bekend": 1, "van": 3 }), &json!({ "som": 0.75, "bekend": 1, "van": 3 }))
    );

    // What is known now cannot be asked for; what is not, can, though the first task is in the archive.
    let taak = json!({ "id": opvraging["taak"]["id"] });
    anna.mutate("archiveerTaak", taak, "").await;
    let weer = anna.mutate("vraagOverdrachtOp", vraag.clone(), "").await;
    assert_eq!(weer["fouten"][0]["code"], "ONGELDIGE_WAARDE", "{weer}");
    let mut medewerkers = vraag;
    medewerkers["onderdelen"] = json!(["MEDEWERKERS"]);
    assert_eq!(anna.mutate("vraagOverdrachtOp", medewerkers, "").await["fouten"], json!([]));
    assert_eq!(TestBord::read(&bram).await.taken().len(), 37);
}

#[tokio::test]
async fn two_people_do_not_overwrite_each_other_and_a_region_fills_in_its_own() {
    let hub = TestHub::demo().await;
    let anna = hub.als(Hubrol::Kwartiermaker).await;
    let weert = hub.persoon("Invuller Weert", Hubrol::Accounthouder, Some("gem-weert")).await;
    let weert = hub.als_persoon(weert).await;
    let traject = read(&weert).await;
    let (eigen, ander) =
        (cel(&traject, "functie-toezicht", "regio-mlw"), cel(&traject, "functie-toezicht", "regio-mlo"));
    assert_eq!((&eigen["magInvullen"], &ander["magInvullen"]), (&json!(true), &json!(false)));
    let eerste = weert.mutate("vulOverdrachtIn", met(eigen, json!({ "fte": "3" })), CEL).await;
    assert_eq!(eerste["cel"]["fte"], 3.0, "{eerste}");
    assert_eq!(
        weert.mutate("vulOverdrachtIn", met(ander, json!({ "fte": "3" })), "").await["fouten"][0]["code"],
        "GEEN_RECHT"
    );
    let botst = anna.mutate("vulOverdrachtIn", met(eigen, json!({ "fte": "4" })), "").await;
    assert_eq!(botst["fouten"][0]["code"], "VERSIE_VEROUDERD");
    let nu = anna.mutate("vulOverdrachtIn", met(&eerste["cel"], json!({ "fte": "4" })), CEL).await;
    assert_eq!(nu["cel"]["fte"], 4.0);

    let gereedheid = |gemeente: &str| {
        let alle = traject["gereedheden"].as_array().unwrap();
        let zoek =
            |een: &&Value| een["gemeente"]["sleutel"] == gemeente && een["functie"]["sleutel"] == "functie-toezicht";
        alle.iter().find(zoek).unwrap().clone()
    };
    let (eigen, ander) = (gereedheid("gem-weert"), gereedheid("gem-roermond"));
    assert_eq!(
        (&eigen["stand"], &eigen["magMelden"], &ander["magMelden"]),
        (&json!("ONBEKEND"), &json!(true), &json!(false))
    );
    let gemeld =
        weert.mutate("meldGereedheid", met(&eigen, json!({ "stand": "BEZIG" })), "gereedheid { stand versie }").await;
    assert_eq!(gemeld["gereedheid"], json!({ "stand": "BEZIG", "versie": 1 }));
    let botst = anna.mutate("meldGereedheid", met(&eigen, json!({ "stand": "GEREED" })), "").await;
    assert_eq!(botst["fouten"][0]["code"], "VERSIE_VEROUDERD");
    assert_eq!(
        weert.mutate("meldGereedheid", met(&ander, json!({ "stand": "BEZIG" })), "").await["fouten"][0]["code"],
        "GEEN_RECHT"
    );
}

#[tokio::test]
async fn what_cannot_be_is_refused_with_its_field() {
    let hub = TestHub::demo().await;
    let anna = hub.als(Hubrol::Kwartiermaker).await;
    let traject = read(&anna).await;
    let toezicht = cel(&traject, "functie-toezicht", "regio-mlw");
    for (velden, code, veld) in [
        (json!({ "fte": "twee" }), "ONGELDIGE_WAARDE", "fte"),
        (json!({ "wensFte": "1,234" }), "ONGELDIGE_WAARDE", "wensFte"),
        (json!({ "medewerkers": "Jan en Piet" }), "ONGELDIGE_WAARDE", "medewerkers"),
        (json!({ "zeker": true }), "VERPLICHT", "bron"),
        (json!({ "zeker": true, "bron": "Formatieplan" }), "VERPLICHT", "peildatum"),
        (json!({ "peildatum": "2013-01-01" }), "DATUM_ONGELDIG", "peildatum"),
        (json!({ "middel": "Bel 111222333." }), "BSN_GEVONDEN", "middel"),
    ] {
        let answer = anna.mutate("vulOverdrachtIn", met(toezicht, velden.clone()), "").await;
        let fout = &answer["fouten"][0];
        assert_eq!((&fout["code"], &fout["veld"]), (&json!(code), &json!(veld)), "{velden}: {answer}");
    }
    let niemand = samenspel::platform::graphql::relay::global_id("Persoon", uuid::Uuid::nil()).0;
    let ik = kwartiermaker(&anna).await;
    for (onderdelen, eigenaar, dag, veld) in [
        (json!([]), &ik, "2100-01-04", "onderdelen"),
        (json!(["UITVOERDER"]), &ik, "2100-01-04", "onderdelen"),
        (json!(["FTE"]), &ik, "2020-01-04", "antwoordVoor"),
        (json!(["FTE"]), &json!(niemand), "2100-01-04", "eigenaar"),
    ] {
        let input =
            json!({ "id": toezicht["id"], "onderdelen": onderdelen, "eigenaar": eigenaar, "antwoordVoor": dag });
        let answer = anna.mutate("vraagOverdrachtOp", input, "").await;
        assert_eq!(answer["fouten"][0]["veld"], veld, "{answer}");
    }
    assert_eq!(read(&anna).await["positie"], traject["positie"], "a refusal changes nothing");
}
