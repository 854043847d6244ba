//! The register: what the sources say, editing, the steps of a life, chains, and who may.

use samenspel::domain::organisatie::Hubrol;
use serde_json::{Value, json};

use super::AFSPRAKEN;
use crate::support::{TestClient, TestHub};

const REGISTER: &str = "{ positie uitkomsten { id naam afspraken { naam } } afspraken { id naam soort fase versie
    partijen herzienOp verlopen bronstand { stand peildatum } herkomst { bron { document } onzeker notitie }
    wachtOp { naam } houdtOp { naam } verwant { naam } gemeenten { id naam } schaal { naam } modules { naam }
    stappen { naar naam mag wie ontbreekt } magWijzigen magSchrijven magOpmerken } }";
const AFSPRAAK: &str = "afspraak { id naam fase versie toelichting opvolger { naam } stappen { naar ontbreekt } }";

async fn read(client: &TestClient) -> Value {
    client.query(REGISTER, json!({})).await
}

fn afspraak<'a>(register: &'a Value, naam: &str) -> &'a Value {
    let alle = register["afspraken"].as_array().unwrap();
    alle.iter().find(|een| een["naam"].as_str().unwrap().starts_with(naam)).unwrap_or_else(|| panic!("no {naam}"))
}

/// The input for a step.
fn stap(afspraak: &Value, naar: &str, meer: Value) -> Value {
    let mut input = json!({ "id": afspraak["id"], "verwachteVersie": afspraak["versie"], "naar": naar });
    input.as_object_mut().unwrap().extend(meer.as_object().unwrap().clone());
    input
}

fn wijziging(afspraak: &Value, meer: Value) -> Value {
    let mut input = json!({ "id": afspraak["id"], "verwachteVersie": afspraak["versie"] });
    input.as_object_mut().unwrap().extend(meer.as_object().unwrap().clone());
    input
}

#[tokio::test]
async fn the_register_holds_the_agreements_of_the_sources_with_their_source_and_chain() {
    let hub = TestHub::demo().await;
    let register = read(&hub.als(Hubrol::Kijker).await).await;
    let alle = register["afspraken"].as_array().unwrap();
    assert_eq!(alle.len(), 43);
    assert!(alle.iter().all(|een| een["herkomst"]["bron"]["document"].is_string() && een["bronstand"].is_object()));
    assert_eq!(alle.iter().filter(|een| een["herkomst"]["onzeker"] == true).count(), 8);
    let bsn = afspraak(&register, "BSN eenduidig");
    assert_eq!(bsn["wachtOp"][0]["naam"], "Verwerkersovereenkomsten Midden-Limburg tekenen");
    assert_eq!((&bsn["schaal"]["naam"], &bsn["fase"]), (&json!("Noord- en Midden-Limburg"), &json!("VASTGESTELD")));
    let verwerker = afspraak(&register, "Verwerkersovereenkomsten");
    assert_eq!(verwerker["houdtOp"][0]["naam"], "BSN eenduidig pseudonimiseren");
    assert_eq!(afspraak(&register, "301-bericht")["verwant"][0]["naam"], "305-bericht bij feitelijke start");
    assert_eq!(afspraak(&register, "Uitstroomnorm")["verlopen"], true);
    // Of the ten outcomes none is without an agreement in the making.
    let uitkomsten = register["uitkomsten"].as_array().unwrap();
    assert_eq!(uitkomsten.len(), 10);
    assert!(uitkomsten.iter().all(|een| !een["afspraken"].as_array().unwrap().is_empty()));
}

#[tokio::test]
async fn two_people_change_different_fields_at_once_and_see_each_other() {
    let hub = TestHub::demo().await;
    let (anna, bram) = (hub.als(Hubrol::Kwartiermaker).await, hub.als(Hubrol::CoordinatorToegang).await);
    let register = read(&bram).await;
    let mut screen = bram.subscribe(AFSPRAKEN, json!({ "vanaf": register["positie"] })).await;
    assert_eq!(screen.next_event().await["afspraken"]["__typename"], "Bijgewerkt");

    let nieuw = json!({ "naam": "Binnen een week terugbellen", "partijen": ["TOEGANG"] });
    let gemaakt = anna.mutate("maakAfspraak", nieuw, AFSPRAAK).await;
    let event = screen.next_event().await["afspraken"].take();
    assert_eq!((&event["__typename"], &event["positie"]), (&json!("AfspraakGewijzigd"), &gemaakt["positie"]));
    assert_eq!(event["zin"], "Kwartiermaker zette de afspraak ‘Binnen een week terugbellen’ in het register.");

    // Both saw the first version; only the same field clashes.
    let eerste = &gemaakt["afspraak"];
    let naam = wijziging(eerste, json!({ "naam": "Binnen drie dagen terugbellen" }));
    assert_eq!(anna.mutate("wijzigAfspraak", naam, AFSPRAAK).await["afspraak"]["versie"], 2);
    screen.next_event().await;
    let dag = wijziging(eerste, json!({ "herzienOp": "2027-03-01" }));
    assert_eq!(bram.mutate("wijzigAfspraak", dag, AFSPRAAK).await["fouten"], json!([]));
    let event = screen.next_event().await["afspraken"].take();
    assert_eq!(event["wijzigingen"], json!([{ "veld": "Herzien op", "van": null, "naar": "1 maart 2027" }]));
    let botst = wijziging(eerste, json!({ "naam": "Terugbellen", "soort": "werkafspraak" }));
    let botst = bram.mutate("wijzigAfspraak", botst, "").await;
    assert_eq!(
        (&botst["fouten"][0]["code"], &botst["fouten"][0]["veld"]),
        (&json!("VERSIE_VEROUDERD"), &json!("naam"))
    );
}

#[tokio::test]
async fn a_step_is_taken_by_who_may_and_only_when_nothing_is_missing() {
    let hub = TestHub::demo().await;
    let (anna, bram) = (hub.als(Hubrol::Kwartiermaker).await, hub.als(Hubrol::CoordinatorToegang).await);
    let gemaakt = bram.mutate("maakAfspraak", json!({ "naam": "Terugbellen" }), AFSPRAAK).await;
    let id = &gemaakt["afspraak"];
    assert_eq!(id["stappen"][0]["ontbreekt"].as_array().unwrap().len(), 3, "{id}");
    let te_vroeg = bram.mutate("wijzigAfspraakFase", stap(id, "IN_AFSTEMMING", json!({})), "").await;
    assert_eq!(te_vroeg["fouten"][0]["code"], "NIET_IN_DEZE_FASE", "{te_vroeg}");
    assert!(te_vroeg["fouten"][0]["bericht"].as_str().unwrap().contains("De partijen zijn nog niet gekozen."));

    let register = read(&anna).await;
    let venlo = &afspraak(&register, "301-bericht")["gemeenten"][0]["id"];
    let ik = anna.query("{ ik { persoon { id } } }", json!({})).await["ik"]["persoon"]["id"].clone();
    let vol = json!({ "omschrijving": "De toegang belt binnen een week terug.", "partijen": ["TOEGANG"],
        "gemeenten": [venlo], "eigenaar": ik, "herzienOp": "2027-03-01" });
    assert_eq!(bram.mutate("wijzigAfspraak", wijziging(id, vol), "").await["fouten"], json!([]));
    for naar in ["IN_AFSTEMMING", "TER_VASTSTELLING"] {
        let gezet = bram.mutate("wijzigAfspraakFase", stap(id, naar, json!({})), AFSPRAAK).await;
        assert_eq!(gezet["afspraak"]["fase"], naar, "{gezet}");
    }
    // What lies before a body does not change under it; who looks after it may.
    let laat = anna.mutate("wijzigAfspraak", wijziging(id, json!({ "omschrijving": "Anders." })), "").await;
    assert_eq!(laat["fouten"][0]["code"], "NIET_IN_DEZE_FASE");
    let stuk = json!({ "stuk": { "titel": "Collegevoorstel terugbellen", "datum": "2026-11-17" } });
    let vaststellen = stap(id, "VASTGESTELD", json!({ "verwachteVersie": 9 }));
    assert_eq!(
        anna.mutate("wijzigAfspraakFase", vaststellen.clone(), "").await["fouten"][0]["code"],
        "NIET_IN_DEZE_FASE"
    );
    let gekoppeld =
        anna.mutate("wijzigAfspraak", json!({ "id": id["id"], "verwachteVersie": 9, "stuk": stuk["stuk"] }), "");
    assert_eq!(gekoppeld.await["fouten"], json!([]));
    // The coordinator writes, and does not adopt.
    let niet = bram.mutate("wijzigAfspraakFase", vaststellen.clone(), "").await;
    assert_eq!(niet["fouten"][0]["code"], "GEEN_RECHT");
    let oud = anna.mutate("wijzigAfspraakFase", stap(id, "VASTGESTELD", json!({})), "").await;
    assert_eq!(oud["fouten"][0]["code"], "VERSIE_VEROUDERD", "another took the last step");
    let vast = anna.mutate("wijzigAfspraakFase", vaststellen, AFSPRAAK).await;
    assert_eq!(vast["afspraak"]["fase"], "VASTGESTELD", "{vast}");

    // Replaced by one that holds, not by one in the making; and it can come back.
    let door = |naam: &str| json!({ "opvolger": afspraak(&register, naam)["id"], "verwachteVersie": 9 });
    let vroeg = anna.mutate("wijzigAfspraakFase", stap(id, "VERVANGEN", door("Verwerkers")), "").await;
    assert_eq!(
        (&vroeg["fouten"][0]["code"], &vroeg["fouten"][0]["veld"]),
        (&json!("NIET_IN_DEZE_FASE"), &json!("opvolger"))
    );
    let vervangen = anna.mutate("wijzigAfspraakFase", stap(id, "VERVANGEN", door("301-bericht")), AFSPRAAK).await;
    assert_eq!(vervangen["afspraak"]["opvolger"]["naam"], "301-bericht direct insturen", "{vervangen}");
}

#[tokio::test]
async fn what_cannot_be_is_refused_and_an_accounthouder_writes_for_the_own_gemeente() {
    let hub = TestHub::demo().await;
    let anna = hub.als(Hubrol::Kwartiermaker).await;
    let register = read(&anna).await;
    let verwerker = afspraak(&register, "Verwerkersovereenkomsten");
    let bsn = afspraak(&register, "BSN eenduidig");
    let elders = samenspel::platform::graphql::relay::global_id("Afspraak", "afspraak-elders").0;
    for (meer, code, veld) in [
        (json!({ "naam": " " }), "VERPLICHT", "naam"),
        (json!({ "naam": "a".repeat(201) }), "TE_LANG", "naam"),
        (json!({ "wachtOp": [bsn["id"]] }), "KRINGVERWIJZING", "wachtOp"),
        (json!({ "wachtOp": [verwerker["id"]] }), "KRINGVERWIJZING", "wachtOp"),
        (json!({ "verwant": [elders] }), "NIET_GEVONDEN", "verwant"),
        (json!({ "herzienOp": "2013-12-31" }), "DATUM_ONGELDIG", "herzienOp"),
        (json!({ "stuk": { "titel": "Besluit", "adres": "ergens" } }), "ONGELDIGE_WAARDE", "stuk"),
        (json!({ "omschrijving": "Bel 111222333." }), "BSN_GEVONDEN", "omschrijving"),
    ] {
        let answer = anna.mutate("wijzigAfspraak", wijziging(verwerker, meer.clone()), "").await;
        let fout = &answer["fouten"][0];
        assert_eq!((&fout["code"], &fout["veld"]), (&json!(code), &json!(veld)), "{meer}: {answer}");
    }
    let overgeslagen = anna.mutate("wijzigAfspraakFase", stap(verwerker, "VASTGESTELD", json!({})), "").await;
    assert_eq!(overgeslagen["fouten"][0]["code"], "NIET_IN_DEZE_FASE");
    let zonder_reden = anna.mutate("wijzigAfspraakFase", stap(verwerker, "VERVALLEN", json!({})), "").await;
    assert_eq!(
        (&zonder_reden["fouten"][0]["code"], &zonder_reden["fouten"][0]["veld"]),
        (&json!("VERPLICHT"), &json!("toelichting"))
    );
    assert_eq!(read(&anna).await["positie"], register["positie"], "a refusal changes nothing");

    let horst = hub.accounthouder("gem-weert").await;
    let eigen = read(&horst).await;
    // It holds in Midden-Limburg; the other only in the north.
    assert_eq!(afspraak(&eigen, "Verwerkersovereenkomsten")["magWijzigen"], true);
    assert_eq!(afspraak(&eigen, "Plan van aanpak")["magWijzigen"], false);
    let noord = wijziging(afspraak(&eigen, "Plan van aanpak"), json!({ "geldigTot": "2030-01-01" }));
    assert_eq!(horst.mutate("wijzigAfspraak", noord, "").await["fouten"][0]["code"], "GEEN_RECHT");
    let kijker = hub.als(Hubrol::Kijker).await;
    assert_eq!(kijker.mutate("maakAfspraak", json!({ "naam": "Iets" }), "").await["fouten"][0]["code"], "GEEN_RECHT");
}

#[tokio::test]
async fn the_history_of_an_agreement_reads_as_sentences_cells_included() {
    let hub = TestHub::demo().await;
    let anna = hub.als(Hubrol::Kwartiermaker).await;
    let register = read(&anna).await;
    let vraag = "query ($id: ID!) { afspraak(id: $id) { geschiedenis { nodes { zin onderwerp { id } } } } }";
    let id = &afspraak(&register, "BSN eenduidig")["id"];
    let gelezen = anna.query(vraag, json!({ "id": id })).await;
    let zinnen = gelezen["afspraak"]["geschiedenis"]["nodes"].as_array().unwrap();
    let zin = |begin: &str| zinnen.iter().any(|een| een["zin"].as_str().unwrap().starts_with(begin));
    assert!(zin("De hub zette de afspraak ‘BSN eenduidig pseudonimiseren’ in het register."), "{zinnen:?}");
    assert!(zin("De hub vulde de uitvoering van ‘BSN eenduidig pseudonimiseren’ in"), "{zinnen:?}");
    assert!(zin("Procesregisseur beleid wijzigde de afspraak"), "{zinnen:?}");
    assert!(zinnen.iter().all(|een| een["onderwerp"]["id"] == *id));
}
