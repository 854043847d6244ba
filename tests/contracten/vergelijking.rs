//! The comparison: typed values, computed differences, two editors, a pasted range, and what is still to be found out.

use samenspel::domain::organisatie::Hubrol;
use serde_json::{Value, json};

use super::{CONTRACTEN, hub, ik, rij, rijen};
use crate::support::TestClient;

const CELLEN: &str = "cellen { id waarde versie bron zeker vraag { taak beantwoordOp eigenaar { id } } }";

fn cel(rij: &Value, kolom: usize) -> &Value {
    &rij["cellen"][kolom]
}

fn wens(cel: &Value, tekst: &str) -> Value {
    json!({ "id": cel["id"], "verwachteVersie": cel["versie"], "tekst": tekst })
}

async fn vul(client: &TestClient, cellen: Vec<Value>) -> Value {
    client.mutate("vulCellenIn", json!({ "cellen": cellen }), CELLEN).await
}

#[tokio::test]
async fn thirty_one_attributes_stand_side_by_side_and_what_no_source_says_is_unknown() {
    let hub = hub().await;
    let gelezen = rijen(&hub.als(Hubrol::Kijker).await, Value::Null).await;
    let alle = gelezen["attributen"].as_array().unwrap();
    assert_eq!(alle.len(), 31);
    let lumpsum = rij(&gelezen, "Bekostiging Jeugd segment 1");
    assert_eq!((&lumpsum["verschil"]["vergelijk"], &lumpsum["stand"]), (&json!("GELIJK"), &json!("GELIJK")));
    assert_eq!(
        (&cel(lumpsum, 1)["kolomnaam"], &cel(lumpsum, 1)["zeker"]),
        (&json!("Midden-Limburg Oost"), &json!(true))
    );
    let schaal = rij(&gelezen, "Inkoopschaal");
    assert_eq!((&schaal["verschil"]["vergelijk"], &schaal["stand"]), (&json!("VERSCHILT"), &json!("OPEN")));
    let segmenten = rij(&gelezen, "Segmentindeling");
    assert_eq!((&cel(segmenten, 0)["getal"], &cel(segmenten, 1)["waarde"]), (&json!(5.0), &Value::Null));
    assert_eq!(segmenten["verschil"], json!({ "vergelijk": "ONBEKEND", "hoeveel": null, "onbekend": 2 }));
    // Any gemeente or contract can stand beside it.
    let anders = rijen(&hub.als(Hubrol::Kijker).await, json!(["gemeente:gem-venlo", "contract:contract-mo"])).await;
    assert_eq!(cel(rij(&anders, "Indexering"), 1)["kolomnaam"], "Maatschappelijke Opvang");
}

#[tokio::test]
async fn a_pasted_range_goes_in_whole_or_not_at_all_and_the_difference_is_computed_on_the_other_screen() {
    let hub = hub().await;
    let (anna, bram) = (hub.als(Hubrol::Contractmanager).await, hub.als(Hubrol::Kwartiermaker).await);
    let gelezen = rijen(&anna, Value::Null).await;
    let tarief = rij(&gelezen, "Tariefhoogte");
    let index = rij(&gelezen, "Looptijd");
    let fout =
        vul(&anna, vec![wens(cel(tarief, 0), "62,40"), wens(cel(index, 0), "lang"), wens(cel(tarief, 1), "70")]).await;
    assert_eq!(fout["fouten"][0]["veld"], "cellen.1.tekst", "{fout}");
    let eenheid = vul(&anna, vec![wens(cel(tarief, 0), "62,40 € per dag")]).await;
    let bericht = eenheid["fouten"][0]["bericht"].as_str().unwrap();
    assert!(bericht.contains("andere eenheid") && bericht.contains("€ per uur"), "{bericht}");
    let nu = rijen(&anna, Value::Null).await;
    assert_eq!(cel(rij(&nu, "Tariefhoogte"), 0)["waarde"], Value::Null, "nothing half done");

    let mut screen = bram.subscribe(CONTRACTEN, json!({ "vanaf": nu["positie"] })).await;
    screen.next_event().await;
    let blok = vec![wens(cel(tarief, 0), "62,40"), wens(cel(tarief, 1), "€ 70 per uur"), wens(cel(index, 0), "2 jaar")];
    assert_eq!(vul(&anna, blok).await["fouten"], json!([]));
    screen.next_event().await;
    let event = screen.next_event().await["contracten"].take();
    assert_eq!(event["cel"]["waarde"], "70 € per uur");
    let verschil = json!({ "vergelijk": "VERSCHILT", "hoeveel": "7,6 € per uur", "onbekend": 1 });
    assert_eq!((&event["attribuut"]["verschil"], &event["attribuut"]["stand"]), (&verschil, &json!("OPEN")));
    assert_eq!(
        event["zin"],
        "Contractmanager vulde ‘Tariefhoogte per product’ voor Midden-Limburg Oost in: 70 € per uur."
    );
    let dubbel = vul(&anna, vec![wens(cel(tarief, 2), "1"), wens(cel(tarief, 2), "2")]).await;
    assert_eq!(dubbel["fouten"][0]["veld"], "cellen.1.tekst");
}

#[tokio::test]
async fn who_comes_second_in_a_cell_hears_what_stands_there_and_writes_nothing_over() {
    let hub = hub().await;
    let (anna, bram) = (hub.als(Hubrol::Contractmanager).await, hub.als(Hubrol::Kwartiermaker).await);
    let gelezen = rijen(&anna, Value::Null).await;
    let leeg = cel(rij(&gelezen, "Formatie"), 1).clone();
    assert_eq!(vul(&anna, vec![wens(&leeg, "3,5")]).await["cellen"][0]["waarde"], "3,5 fte");
    let botst = vul(&bram, vec![wens(&leeg, "4")]).await;
    assert_eq!(
        (&botst["fouten"][0]["code"], &botst["fouten"][0]["veld"]),
        (&json!("VERSIE_VEROUDERD"), &json!("cellen.0.tekst"))
    );
    assert!(botst["fouten"][0]["bericht"].as_str().unwrap().contains("‘3,5 fte’"), "{botst}");
    let zeker = json!({ "id": leeg["id"], "verwachteVersie": 1, "zeker": true });
    assert_eq!(vul(&anna, vec![zeker]).await["fouten"][0]["veld"], "cellen.0.bron", "what is certain has a source");
}

#[tokio::test]
async fn what_is_unknown_is_asked_for_with_one_task_and_the_last_answer_closes_it() {
    let hub = hub().await;
    let (anna, weert) = (hub.als(Hubrol::Kwartiermaker).await, hub.accounthouder("gem-weert").await);
    let gelezen = rijen(&anna, Value::Null).await;
    let cellen: Vec<_> = ["Formatie", "Tariefhoogte"].map(|naam| cel(rij(&gelezen, naam), 2).clone()).into();
    let ids: Vec<_> = cellen.iter().map(|cel| cel["id"].clone()).collect();
    let vraag = json!({ "cellen": ids, "eigenaar": ik(&weert).await, "antwoordVoor": "2099-03-01" });
    let gevraagd = anna.mutate("vraagCellenOp", vraag.clone(), CELLEN).await;
    let taak = gevraagd["cellen"][0]["vraag"]["taak"].clone();
    let lees = "query ($id: ID!) { taak(id: $id) { titel kolom { soort } gemeenten { naam } } cellenVanTaak(taak: $id) { id } nogOpTeHalen { id } }";
    let op_bord = weert.query(lees, json!({ "id": taak })).await;
    assert_eq!(op_bord["taak"]["titel"], "Nog op te halen: 2 waarden, Midden-Limburg West", "{gevraagd}");
    assert_eq!(op_bord["cellenVanTaak"].as_array().unwrap().len(), 2);
    let op_te_halen = op_bord["nogOpTeHalen"].as_array().unwrap().len();
    let nog_eens = anna.mutate("vraagCellenOp", vraag, CELLEN).await;
    assert_eq!(nog_eens["fouten"][0]["code"], "BESTAAT_AL");
    // An accounthouder fills in the own region, and not another.
    assert_eq!(
        vul(&weert, vec![wens(cel(rij(&gelezen, "Formatie"), 0), "1")]).await["fouten"][0]["code"],
        "GEEN_RECHT"
    );
    let gemengd = vec![wens(&cellen[0], "1"), wens(cel(rij(&gelezen, "Formatie"), 0), "1")];
    assert_eq!(vul(&weert, gemengd).await["fouten"][0]["code"], "GEEN_RECHT");
    let antwoord = |cel: &Value, tekst: &str| vec![json!({ "id": cel["id"], "verwachteVersie": 1, "tekst": tekst })];
    assert_eq!(vul(&weert, antwoord(&cellen[0], "2")).await["fouten"], json!([]));
    assert_ne!(weert.query(lees, json!({ "id": taak })).await["taak"]["kolom"]["soort"], "GEREED", "one is still open");
    assert_eq!(vul(&weert, antwoord(&cellen[1], "60")).await["fouten"], json!([]));
    let klaar = weert.query(lees, json!({ "id": taak })).await;
    assert_eq!(klaar["taak"]["kolom"]["soort"], "GEREED", "{klaar}");
    assert_eq!(klaar["nogOpTeHalen"].as_array().unwrap().len(), op_te_halen - 2);
}

#[tokio::test]
async fn an_attribute_keeps_its_kind_while_it_has_values() {
    let hub = hub().await;
    let anna = hub.als(Hubrol::Contractmanager).await;
    let velden = |soort: &str| json!({ "element": "TOEGANG", "naam": "Wachttijd", "soort": soort, "eenheid": "dagen" });
    let gemaakt = anna.mutate("maakAttribuut", json!({ "velden": velden("BEDRAG") }), "attributen { id versie }").await;
    let id = gemaakt["attributen"][0]["id"].clone();
    let dubbel = anna.mutate("maakAttribuut", json!({ "velden": velden("TEKST") }), "").await;
    assert_eq!(dubbel["fouten"][0]["code"], "BESTAAT_AL", "{dubbel}");
    let gelezen = rijen(&anna, Value::Null).await;
    vul(&anna, vec![wens(cel(rij(&gelezen, "Wachttijd"), 0), "12")]).await;
    let wijzig = |velden: Value| json!({ "id": id, "verwachteVersie": 1, "velden": velden });
    let anders = anna.mutate("wijzigAttribuut", wijzig(velden("TEKST")), "").await;
    assert_eq!(
        (&anders["fouten"][0]["code"], &anders["fouten"][0]["veld"]),
        (&json!("NIET_IN_DEZE_FASE"), &json!("soort"))
    );
    let mut weg = velden("BEDRAG");
    weg["vervallen"] = json!(true);
    assert_eq!(anna.mutate("wijzigAttribuut", wijzig(weg), "").await["fouten"], json!([]));
    assert_eq!(rijen(&anna, Value::Null).await["attributen"].as_array().unwrap().len(), 31);
}
