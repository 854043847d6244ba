//! Sheets in and out: looked at first, all of it or nothing, named by row and column, and undone as a whole.

use reqwest::Method;
use samenspel::{
    domain::organisatie::Hubrol,
    platform::sheets::{self, Table, Value as Cell},
};
use serde_json::{Value, json};
use uuid::Uuid;

use super::hub;
use crate::support::TestClient;

/// Sends a file, and answers the status with what came back.
async fn stuur(client: &TestClient, naam: &str, bytes: Vec<u8>, meer: &str) -> (u16, Value) {
    let adres = format!("/invoer/contracten?naam={naam}{meer}");
    let antwoord = client.request(Method::POST, &adres).header("x-samenspel", "1").body(bytes).send().await.unwrap();
    (antwoord.status().as_u16(), antwoord.json().await.unwrap())
}

async fn neem(client: &TestClient, naam: &str, bytes: Vec<u8>) -> Value {
    let (status, gedaan) = stuur(client, naam, bytes, &format!("&neem={}", Uuid::new_v4())).await;
    assert_eq!((status, &gedaan["gedaan"]), (200, &json!(true)), "{gedaan}");
    gedaan
}

async fn haal(client: &TestClient, adres: &str) -> Vec<u8> {
    client.request(Method::GET, adres).send().await.unwrap().bytes().await.unwrap().to_vec()
}

async fn contracten(client: &TestClient) -> Value {
    client.query("{ contracten { id nummer naam einde aantalAanbieders versie gemeenten { naam } bovenliggend { nummer } } }", json!({})).await
}

fn contract<'a>(gelezen: &'a Value, nummer: &str) -> Option<&'a Value> {
    gelezen["contracten"].as_array().unwrap().iter().find(|een| een["nummer"] == nummer)
}

const GOED: &str = "Contractnummer;Naam;Domein;Startdatum;Einde;Gemeenten;Valt onder;Onbekende kolom\r\n\
    N-1;Dagbesteding;Wmo;2026;31-12-2029;Midden-Limburg;;x\r\n\
    N-1a;Dagbesteding zwaar;Wmo;;;Roermond, Weert;N-1;\r\n\
    BW;;;;2030-06-30;;;\r\n";

#[tokio::test]
async fn a_sheet_is_looked_at_taken_over_once_and_undone_as_a_whole() {
    let hub = hub().await;
    let anna = hub.als(Hubrol::Contractmanager).await;
    let (_, proef) = stuur(&anna, "blad.csv", GOED.into(), "").await;
    assert_eq!(
        (&proef["nieuw"], &proef["gewijzigd"], &proef["gedaan"]),
        (&json!(2), &json!(1), &json!(false)),
        "{proef}"
    );
    assert_eq!(proef["kolommen"][7], json!({ "kolom": "H", "kop": "Onbekende kolom", "veld": null }));
    assert_eq!(proef["voorbeeld"][2]["velden"], json!(["einde"]));
    assert_eq!(contract(&contracten(&anna).await, "N-1"), None, "looking changes nothing");

    let gedaan = neem(&anna, "blad.csv", GOED.into()).await;
    let nu = contracten(&anna).await;
    assert_eq!(contract(&nu, "N-1").unwrap()["gemeenten"].as_array().unwrap().len(), 7);
    assert_eq!(contract(&nu, "N-1a").unwrap()["bovenliggend"]["nummer"], "N-1");
    assert_eq!(contract(&nu, "BW").unwrap()["einde"], "2030-06-30");
    // Again: nothing new, and no second import.
    let nog_eens = neem(&anna, "blad.csv", GOED.into()).await;
    assert_eq!((&nog_eens["gelijk"], &nog_eens["import"]), (&json!(3), &Value::Null), "{nog_eens}");

    let terug = json!({ "import": gedaan["import"] });
    let velden = "import { teruggedraaidOp magTerugdraaien }";
    let bw = contract(&nu, "BW").unwrap();
    let wijzig = json!({ "id": bw["id"], "verwachteVersie": bw["versie"], "velden": { "aantalAanbieders": 9 } });
    assert_eq!(anna.mutate("wijzigContract", wijzig, "").await["fouten"], json!([]));
    let botst = anna.mutate("draaiImportTerug", terug.clone(), velden).await;
    assert!(botst["fouten"][0]["bericht"].as_str().unwrap().contains("Beschermd Wonen"), "{botst}");
    let schoon = neem(&anna, "los.csv", "Nummer;Naam;Domein\nN-2;Los;Jeugd\nMO;Opvang;\n".into()).await;
    let gedraaid = anna.mutate("draaiImportTerug", json!({ "import": schoon["import"] }), velden).await;
    assert_eq!(gedraaid["import"]["magTerugdraaien"], false, "{gedraaid}");
    let nu = contracten(&anna).await;
    assert_eq!(
        (contract(&nu, "N-2"), &contract(&nu, "MO").unwrap()["naam"]),
        (None, &json!("Maatschappelijke Opvang"))
    );
    let imports = anna.query("{ contractimports { naam teruggedraaidOp door { naam } } }", json!({})).await;
    assert_eq!(imports["contractimports"].as_array().unwrap().len(), 2, "{imports}");
}

#[tokio::test]
async fn what_is_wrong_is_named_by_row_and_column_and_nothing_goes_in() {
    let hub = hub().await;
    let anna = hub.als(Hubrol::Contractmanager).await;
    let slecht = "Nummer;Naam;Domein;Ingangsdatum;Einddatum;Gemeenten;Aantal aanbieders\n\
        F-1;Goed;Wmo;2026;2027-12-31;Venlo;3\n\
        F-2;Omgekeerd;Wmo;2028;2027-12-31;Venlo;3\n\
        F-3;Waar;Wmo;;;Utrecht;3\n\
        F-1;Dubbel;Wmo;;;Venlo;3\n\
        F-4;Som;Wmo;;;Venlo;=1+2\n\
        F-5;;Zorg;;;;veel\n";
    let (_, proef) = stuur(&anna, "fout.csv", slecht.into(), &format!("&neem={}", Uuid::new_v4())).await;
    let fouten: Vec<(i64, &str, &str)> = proef["fouten"]
        .as_array()
        .unwrap()
        .iter()
        .map(|fout| (fout["rij"].as_i64().unwrap(), fout["kolom"].as_str().unwrap(), fout["bericht"].as_str().unwrap()))
        .collect();
    for (verwacht, (rij, kolom, bericht)) in [
        (3, "E (Einddatum)", "eindigt voor het begint"),
        (4, "F (Gemeenten)", "‘Utrecht’ is niet bekend"),
        (5, "A (Nummer)", "staat ook op rij 2"),
        (6, "G (Aantal aanbieders)", "formule"),
        (7, "C (Domein)", "‘Zorg’ is niet bekend"),
    ]
    .into_iter()
    .zip(&fouten)
    {
        assert!(verwacht.0 == *rij && verwacht.1 == *kolom && bericht.contains(verwacht.2), "{verwacht:?}: {fouten:?}");
    }
    assert_eq!((fouten.len(), &proef["gedaan"]), (5, &json!(false)));
    assert_eq!(contract(&contracten(&anna).await, "F-1"), None, "nothing half imported");

    let waarden = "Attribuut;Voor;Waarde;Zeker\nTariefhoogte per product;MLO;70 € per dag;\nLooptijd en verlengingsopties;Weert;2 jaar;ja\n";
    let (_, proef) = stuur(&anna, "waarden.csv", waarden.into(), "").await;
    assert_eq!(proef["fouten"][0]["kolom"], "C (Waarde)", "{proef}");
    assert!(proef["fouten"][0]["bericht"].as_str().unwrap().contains("andere eenheid"));
    assert!(proef["fouten"][1]["bericht"].as_str().unwrap().contains("bron"), "what is certain has a source: {proef}");

    let echt = sheets::xlsx(&[Table { name: "Blad".into(), head: vec!["Nummer".into()], rows: Vec::new() }]).unwrap();
    let veel: String = (0..50_000).map(|nummer| format!("V-{nummer};x\n")).collect();
    for (naam, bytes, bericht) in [
        ("blad.csv", echt, "niet wat de naam zegt"),
        ("blad.xlsx", b"PK\x03\x04rommel".to_vec(), "beschadigd"),
        ("blad.pdf", b"%PDF".to_vec(), "eindigt op .xlsx of .csv"),
        ("blad.csv", b"Iets;Anders\n1;2\n".to_vec(), "geen kolom ‘Nummer’"),
        ("veel.csv", format!("Nummer;Naam\n{veel}").into_bytes(), "50000 rijen"),
    ] {
        let (status, fout) = stuur(&anna, naam, bytes, "").await;
        assert_eq!(status, 422, "{naam}: {fout}");
        assert!(fout["fouten"][0]["bericht"].as_str().unwrap().contains(bericht), "{naam}: {fout}");
    }
    let venlo = hub.accounthouder("gem-venlo").await;
    assert_eq!(stuur(&venlo, "blad.csv", GOED.into(), "").await.0, 403);
    assert_eq!(stuur(&hub.anoniem(), "blad.csv", GOED.into(), "").await.0, 401);
}

#[tokio::test]
async fn what_goes_out_comes_back_as_it_was_and_columns_can_be_tied_by_hand() {
    let hub = hub().await;
    let anna = hub.als(Hubrol::Contractmanager).await;
    for (adres, naam) in [
        ("/uitvoer/contracten/register?vorm=csv", "register.csv"),
        ("/uitvoer/contracten/register?vorm=xlsx", "register.xlsx"),
        ("/uitvoer/contracten/vergelijking?vorm=xlsx", "waarden.xlsx"),
    ] {
        let (_, proef) = stuur(&anna, naam, haal(&anna, adres).await, "").await;
        assert_eq!(
            (&proef["aantalFouten"], &proef["nieuw"], &proef["gewijzigd"]),
            (&json!(0), &json!(0), &json!(0)),
            "{naam}: {proef}"
        );
        assert!(proef["gelijk"].as_u64().unwrap() >= 16, "{naam}: {proef}");
    }
    let tekst = String::from_utf8(haal(&anna, "/uitvoer/contracten/register?vorm=csv").await).unwrap();
    assert!(tekst.contains("Tertiaalrapportage 2023-T1, Module 1, 1.2.1"), "with its sources");
    let breed =
        String::from_utf8(haal(&anna, "/uitvoer/contracten/vergelijking?vorm=csv&kolommen=gemeente:gem-venlo").await);
    assert!(breed.unwrap().contains("\"Venlo\";\"Bron Venlo\""));
    let toen = haal(&anna, "/uitvoer/contracten/harmonisatie?vorm=csv&stand=2020-01-01").await;
    assert_eq!(String::from_utf8(toen).unwrap().lines().count(), 1, "nothing was known then");

    let rows = vec![vec![Cell::from("MO"), Cell::Number(2.0)]];
    let table = Table { name: "Blad".into(), head: vec!["Kenmerk".into(), "Hoeveel".into()], rows };
    let bytes = sheets::xlsx(&[table]).unwrap();
    let (_, los) = stuur(&anna, "blad.xlsx", bytes.clone(), "").await;
    assert_eq!(los["gelijk"], 1, "an unknown head says nothing: {los}");
    let (_, vast) = stuur(&anna, "blad.xlsx", bytes, "&koppeling=%7B%22B%22:%22aantalAanbieders%22%7D").await;
    assert_eq!(vast["voorbeeld"][0]["velden"], json!(["aantalAanbieders"]), "{vast}");
}
