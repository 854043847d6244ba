//! A text as a file, and a file as a text.

use std::io::{Cursor, Read, Write};

use reqwest::Method;
use samenspel::domain::organisatie::Hubrol;
use serde_json::{Value, json};
use uuid::Uuid;

use crate::support::{TestClient, TestHub};

const VORMEN: [(&str, &str); 7] = [
    ("html", "<!doctype html>"),
    ("md", "# "),
    ("txt", ""),
    ("json", "{"),
    ("docx", "PK"),
    ("odt", "PK"),
    ("pdf", "%PDF-"),
];

async fn haal(client: &TestClient, path: &str) -> Vec<u8> {
    let response = client.request(Method::GET, path).send().await.unwrap();
    assert_eq!(response.status(), 200, "{path}");
    response.bytes().await.unwrap().to_vec()
}

/// The words of a file inside a file.
fn in_zip(bytes: &[u8], naam: &str) -> String {
    let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut uit = String::new();
    zip.by_name(naam).unwrap().read_to_string(&mut uit).unwrap();
    uit
}

#[tokio::test]
async fn a_text_can_be_taken_along_in_seven_forms_with_its_version_and_hash() {
    let hub = TestHub::demo().await;
    let kijker = hub.als(Hubrol::Kijker).await;
    let data = kijker.query("{ afspraken { id naam versies { id hash } } }", json!({})).await;
    let afspraak = &data["afspraken"][0];
    let [id, versie, hash] = [&afspraak["id"], &afspraak["versies"][0]["id"], &afspraak["versies"][0]["hash"]]
        .map(|value| value.as_str().unwrap());
    for (vorm, begin) in VORMEN {
        let path = format!("/uitvoer/afspraken/{id}?vorm={vorm}&versie={versie}");
        let response = kijker.request(Method::GET, &path).send().await.unwrap();
        assert_eq!(response.status(), 200, "{vorm}");
        let disposition = response.headers()["content-disposition"].to_str().unwrap().to_owned();
        assert!(disposition.contains("attachment") && disposition.contains("-versie-1."), "{disposition}");
        let bytes = response.bytes().await.unwrap();
        assert!(bytes.starts_with(begin.as_bytes()), "{vorm}");
        let woorden = match vorm {
            "docx" => in_zip(&bytes, "word/document.xml"),
            "odt" => in_zip(&bytes, "content.xml"),
            _ => String::from_utf8_lossy(&bytes).into_owned(),
        };
        if !matches!(vorm, "json" | "pdf") {
            assert!(woorden.contains(hash), "{vorm} says which text it is");
        }
    }
    for (client, path, status) in [
        (&hub.anoniem(), format!("/uitvoer/afspraken/{id}?vorm=txt"), 401),
        (&kijker, "/uitvoer/afspraken/niets?vorm=txt".to_owned(), 404),
        (&kijker, format!("/uitvoer/afspraken/{id}?vorm=exe"), 422),
    ] {
        assert_eq!(client.get(&path).await.status, status, "{path}");
    }
}

/// The round of the demo: who signed what on which text, and where it is done otherwise.
#[tokio::test]
async fn a_file_tells_who_signed_and_who_deviates() {
    let hub = TestHub::demo().await;
    let kijker = hub.als(Hubrol::Kijker).await;
    let id = afspraak(&kijker, "Plan van aanpak").await;
    let tekst = String::from_utf8(haal(&kijker, &format!("/uitvoer/afspraken/{id}?vorm=txt")).await).unwrap();
    let [_, na] = tekst.split("\nOndertekening\n").collect::<Vec<_>>().try_into().unwrap();
    let [matrix, afwijkingen] = na.split("\nAfwijkingen\n").collect::<Vec<_>>().try_into().unwrap();
    let regel =
        |wat: &str| matrix.lines().find(|regel| regel.contains(wat)).unwrap_or_else(|| panic!("{wat}: {matrix}"));
    assert!(regel("| Venlo |").contains("bezwaar. Er staat niet in wat er gebeurt"), "{matrix}");
    assert!(regel("| Horst aan de Maas |").contains("Kwartiermaker, namens Accounthouder Horst aan de Maas"));
    assert!(regel("| Venray |").contains("akkoord met afwijking") && regel("| Peel en Maas |").contains("nog niet"));
    assert!(matrix.contains("Kenmerk van versie 1 voluit: "), "{matrix}");
    let venray = afwijkingen.lines().find(|regel| regel.starts_with("Venray")).unwrap();
    assert!(venray.contains("Artikel ") && venray.contains("Accounthouder Venray"), "{venray}");
    for (vorm, deel) in [("docx", "word/document.xml"), ("odt", "content.xml")] {
        let bytes = haal(&kijker, &format!("/uitvoer/afspraken/{id}?vorm={vorm}")).await;
        let inhoud = in_zip(&bytes, deel);
        assert!(inhoud.contains("Accounthouder Venray") && inhoud.contains("Wat hier geldt"), "{vorm}");
    }
}

async fn afspraak(client: &TestClient, naam: &str) -> String {
    let data = client.query("{ afspraken { id naam } }", json!({})).await;
    let alle = data["afspraken"].as_array().unwrap();
    let een = alle.iter().find(|een| een["naam"].as_str().unwrap().starts_with(naam)).unwrap();
    een["id"].as_str().unwrap().to_owned()
}

/// A Word document of these paragraphs, as Word writes them.
fn word(body: &str) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let wortel = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" \
        xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";
    for (naam, inhoud) in [
        ("word/document.xml", format!("<w:document {wortel}><w:body>{body}</w:body></w:document>")),
        (
            "word/styles.xml",
            format!(
                "<w:styles {wortel}><w:style w:styleId=\"Kop1\"><w:name w:val=\"heading 1\"/></w:style>\
                 <w:style w:styleId=\"Titel\"><w:name w:val=\"Title\"/></w:style></w:styles>"
            ),
        ),
        (
            "word/numbering.xml",
            format!(
                "<w:numbering {wortel}><w:abstractNum w:abstractNumId=\"0\"><w:lvl w:ilvl=\"0\"><w:numFmt \
                 w:val=\"decimal\"/></w:lvl><w:lvl w:ilvl=\"1\"><w:numFmt w:val=\"bullet\"/></w:lvl></w:abstractNum>\
                 <w:num w:numId=\"7\"><w:abstractNumId w:val=\"0\"/></w:num></w:numbering>"
            ),
        ),
        (
            "word/_rels/document.xml.rels",
            "<Relationships><Relationship Id=\"rId1\" Target=\"https://www.mgr.nl/\"/></Relationships>".to_owned(),
        ),
        ("word/header1.xml", "<w:hdr/>".to_owned()),
    ] {
        zip.start_file(naam, zip::write::SimpleFileOptions::default()).unwrap();
        zip.write_all(inhoud.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

fn alinea(stijl: &str, tekst: &str) -> String {
    format!("<w:p><w:pPr><w:pStyle w:val=\"{stijl}\"/></w:pPr><w:r><w:t>{tekst}</w:t></w:r></w:p>")
}

async fn stuur(client: &TestClient, id: &str, bytes: Vec<u8>, neem: Option<Uuid>) -> (u16, Value) {
    let neem = neem.map_or_else(String::new, |neem| format!("&neem={neem}"));
    let adres = format!("/invoer/afspraken/{id}?naam=Plan.docx{neem}");
    let antwoord = client.request(Method::POST, &adres).header("x-samenspel", "1").body(bytes).send().await.unwrap();
    (antwoord.status().as_u16(), antwoord.json().await.unwrap())
}

async fn nieuwe_afspraak(client: &TestClient) -> String {
    let gemaakt = client.mutate("maakAfspraak", json!({ "naam": "Uit Word" }), "afspraak { id }").await;
    gemaakt["afspraak"]["id"].as_str().unwrap_or_else(|| panic!("{gemaakt}")).to_owned()
}

async fn tekst(client: &TestClient, id: &str) -> Value {
    let vraag = "query ($id: ID!) { afspraak(id: $id) { tekst { html hash leeg } versies { id naam hash } } }";
    client.query(vraag, json!({ "id": id })).await["afspraak"].take()
}

#[tokio::test]
async fn a_word_document_comes_in_once_it_was_looked_at_and_goes_out_again() {
    let hub = TestHub::demo().await;
    let anna = hub.als(Hubrol::Kwartiermaker).await;
    let id = nieuwe_afspraak(&anna).await;
    let body = [
        alinea("Titel", "Plan"),
        "<w:p><w:r><w:t>Vooraf.</w:t></w:r></w:p>".into(),
        alinea("Kop1", "Artikel 1. Wie &amp; wat"),
        "<w:p><w:r><w:t xml:space=\"preserve\">Bel </w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>meteen</w:t></w:r>\
         <w:hyperlink r:id=\"rId1\"><w:r><w:t xml:space=\"preserve\"> de MGR</w:t></w:r></w:hyperlink>\
         <w:r><w:footnoteReference w:id=\"1\"/></w:r><w:del><w:r><w:delText>weg</w:delText></w:r></w:del></w:p>"
            .into(),
        "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"7\"/></w:numPr></w:pPr><w:r><w:t>een</w:t></w:r></w:p>\
         <w:p><w:pPr><w:numPr><w:ilvl w:val=\"1\"/><w:numId w:val=\"7\"/></w:numPr></w:pPr><w:r><w:t>dieper</w:t></w:r></w:p>"
            .into(),
        "<w:tbl><w:tr><w:trPr><w:tblHeader/></w:trPr><w:tc><w:p><w:r><w:t>Bedrag</w:t></w:r></w:p></w:tc></w:tr>\
         <w:tr><w:tc><w:p><w:r><w:t>€ 12,50</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
            .into(),
    ];
    let bestand = word(&body.concat());
    let (status, proef) = stuur(&anna, &id, bestand.clone(), None).await;
    assert_eq!((status, &proef["versie"]), (200, &Value::Null), "{proef}");
    let koppen: Vec<_> = proef["artikelen"].as_array().unwrap().iter().map(|een| een["kop"].clone()).collect();
    assert_eq!(koppen, ["Artikel 1. Inleiding", "Artikel 2. Wie & wat"]);
    for wat in ["voetnoten", "bijgehouden wijzigingen", "kop- en voetteksten"] {
        assert!(proef["verlies"].to_string().contains(wat), "{wat}: {proef}");
    }
    assert!(proef["letOp"].to_string().contains("De titel ‘Plan’"), "{proef}");
    assert_eq!(tekst(&anna, &id).await["tekst"]["leeg"], true, "looking changes nothing");

    // The same again gives the same, and a second text does not come over the first.
    let neem = Uuid::new_v4();
    for _ in 0..2 {
        let (status, gedaan) = stuur(&anna, &id, bestand.clone(), Some(neem)).await;
        assert!(status == 200 && gedaan["versie"].is_string(), "{gedaan}");
    }
    let nu = tekst(&anna, &id).await;
    let html = nu["tekst"]["html"].as_str().unwrap();
    assert!(
        html.contains(
            "<p>Bel <strong>meteen</strong><a href=\"https://www.mgr.nl/\" rel=\"noopener\"> de MGR</a></p>\
             <ol><li><p>een</p><ul><li><p>dieper</p></li></ul></li></ol><table><tbody><tr><th><p>Bedrag</p></th></tr>\
             <tr><td><p>€ 12,50</p></td></tr></tbody></table>"
        ),
        "{html}"
    );
    let versies = nu["versies"].as_array().unwrap();
    assert_eq!((versies.len(), &versies[0]["naam"]), (1, &json!("Ingelezen: Plan.docx")));
    assert_eq!(versies[0]["hash"], nu["tekst"]["hash"]);
    let (status, weer) = stuur(&anna, &id, bestand, Some(Uuid::new_v4())).await;
    assert_eq!((status, &weer["fouten"][0]["code"]), (422, &json!("BESTAAT_AL")));

    // Out, empty, and in again: the same text. What the hub put around it stays behind.
    let uit = haal(&anna, &format!("/uitvoer/afspraken/{id}?vorm=docx")).await;
    let leeg = anna.mutate("maakTekstLeeg", json!({ "afspraak": id }), "afspraak { id tekst { leeg } }").await;
    assert_eq!(leeg["afspraak"]["tekst"]["leeg"], true, "{leeg}");
    let (_, terug) = stuur(&anna, &id, uit, Some(Uuid::new_v4())).await;
    assert!(terug["versie"].is_string(), "{terug}");
    let weer = tekst(&anna, &id).await;
    let zonder_sleutels = |html: &Value| {
        html.as_str()
            .unwrap()
            .split("<section id=\"")
            .map(|deel| deel.split_once('>').unwrap_or(("", deel)).1.to_owned())
            .collect::<Vec<_>>()
    };
    assert_eq!(zonder_sleutels(&weer["tekst"]["html"]), zonder_sleutels(&nu["tekst"]["html"]));
    // Undone: what was read in first is put back as it was.
    anna.mutate("zetVersieTerug", json!({ "id": versies[0]["id"] }), "versie { id }").await;
    assert_eq!(tekst(&anna, &id).await["tekst"]["hash"], versies[0]["hash"]);
}

#[tokio::test]
async fn what_cannot_come_in_is_refused_in_plain_words() {
    let hub = TestHub::demo().await;
    let anna = hub.als(Hubrol::Kwartiermaker).await;
    let id = nieuwe_afspraak(&anna).await;
    let bsn = word(&[alinea("Kop1", "Wie"), alinea("Standaard", "Het gaat om 111222333.")].concat());
    for (bytes, code, woorden) in [
        (b"%PDF-1.7".to_vec(), "ONGELDIGE_WAARDE", "geen Word-bestand"),
        (vec![0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1], "ONGELDIGE_WAARDE", "oud Word-bestand"),
        (b"PK\x03\x04 half".to_vec(), "ONGELDIGE_WAARDE", "beschadigd"),
        (word(""), "ONGELDIGE_WAARDE", "geen tekst"),
        (bsn, "BSN_GEVONDEN", "burgerservicenummer"),
    ] {
        let (status, antwoord) = stuur(&anna, &id, bytes, Some(Uuid::new_v4())).await;
        let fout = &antwoord["fouten"][0];
        assert_eq!((status, &fout["code"]), (422, &json!(code)), "{woorden}");
        assert!(fout["bericht"].as_str().unwrap().contains(woorden), "{fout}");
        assert!(!antwoord.to_string().contains("111222333"));
    }
    let groot = anna.request(Method::POST, &format!("/invoer/afspraken/{id}?naam=x")).header("x-samenspel", "1");
    assert_eq!(groot.body(vec![b'x'; 9 * 1024 * 1024]).send().await.unwrap().status(), 413);
    let kijker = hub.als(Hubrol::Kijker).await;
    assert_eq!(stuur(&kijker, &id, word(&alinea("Kop1", "Nee")), None).await.0, 403);
    let vreemd = kijker.request(Method::POST, &format!("/invoer/afspraken/{id}?naam=x")).send().await.unwrap();
    assert_eq!(vreemd.status(), 403, "only pages of the hub send files");
    let geleegd = anna.mutate("maakTekstLeeg", json!({ "afspraak": id }), "").await;
    assert_eq!(geleegd["fouten"][0]["code"], "ONGELDIGE_WAARDE", "there is nothing to empty");
}
