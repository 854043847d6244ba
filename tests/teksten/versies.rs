//! Versions of a text: frozen for good, compared by article and by word, and put back.

use samenspel::{
    domain::{
        afspraken::tekst::{FRAGMENT, SLEUTEL},
        organisatie::Hubrol,
    },
    platform::documents::{
        tree::{self, Element, Part},
        wire,
    },
};
use serde_json::{Value, json};

use super::TEKST;
use crate::support::{TestClient, TestHub, TestSchrijver};

const LEES: &str = "{ afspraken { id naam magSchrijven
    tekst { hash leeg artikelMetBsn plat html artikelen { sleutel kop hash plat } }
    versies { id nummer naam hash terugNaar { nummer } door { naam } artikelen { sleutel hash } } } }";

async fn lees(client: &TestClient) -> Value {
    let data = client.query(LEES, json!({})).await;
    let afspraken = data["afspraken"].as_array().unwrap();
    afspraken.iter().find(|een| een["naam"].as_str().unwrap().starts_with("Plan van aanpak")).unwrap().clone()
}

fn artikel(id: &str, kop: &str, alinea: &str) -> Element {
    let deel = |soort: &str, tekst: &str| Part::Element(Element::new(soort, vec![Part::text(tekst)]));
    Element::new("artikel", vec![deel("artikelkop", kop), deel("paragraph", alinea)]).with(SLEUTEL, id)
}

/// As an editor does.
async fn schrijf(schrijver: &mut TestSchrijver, artikelen: &[Element]) {
    let update = tree::write(&schrijver.doc, FRAGMENT, artikelen, SLEUTEL).unwrap();
    schrijver.send(wire::update(&update)).await;
    assert!(schrijver.stored().await);
}

async fn open(client: &TestClient) -> TestSchrijver {
    let mut schrijver = TestSchrijver::open(client, TEKST).await;
    assert!(schrijver.stored().await);
    schrijver
}

#[tokio::test]
async fn a_version_says_for_good_what_it_says_and_can_be_put_back() {
    let hub = TestHub::demo().await;
    let anna = hub.als(Hubrol::Kwartiermaker).await;
    let begin = lees(&anna).await;
    assert_eq!(begin["versies"][0]["naam"], "Eerste tekst, naar de bron");
    assert_eq!(begin["versies"][0]["hash"], begin["tekst"]["hash"], "the demo froze what stands there");
    let (mut schrijver, mut bram) = (open(&anna).await, open(&anna).await);
    let [een, twee] = [artikel("een", "Terugbellen", "De toegang belt terug."), artikel("twee", "Waarom", "Snel.")];
    schrijf(&mut schrijver, &[een.clone(), twee.clone()]).await;
    let afspraak = begin["id"].clone();
    let vast = json!({ "afspraak": afspraak, "naam": "Voor de colleges" });
    let oud = json!({ "afspraak": afspraak, "naam": "Te laat", "verwachteHash": begin["tekst"]["hash"] });
    assert_eq!(anna.mutate("legVersieVast", oud, "").await["fouten"][0]["code"], "VERSIE_VEROUDERD");
    let velden = "versie { id nummer hash artikelen { sleutel hash } }";
    let tweede = anna.mutate("legVersieVast", vast, velden).await["versie"].take();
    assert_eq!(tweede["nummer"], 2);
    let anders = artikel("een", "Terugbellen", "De toegang belt binnen een week terug.");
    schrijf(&mut schrijver, &[twee.clone(), anders]).await;
    let verschil = "query ($id: ID!, $van: ID!) { afspraak(id: $id) { tekstverschil(van: $van) {
        sleutel soort verplaatst inhoud { soort tekst } } } }";
    let data = anna.query(verschil, json!({ "id": afspraak, "van": tweede["id"] })).await;
    let regels = data["afspraak"]["tekstverschil"].as_array().unwrap().clone();
    let regel = |sleutel: &str| regels.iter().find(|regel| regel["sleutel"] == sleutel).unwrap();
    assert_eq!(regel("twee")["soort"], "GELIJK");
    assert_eq!(regel("een")["soort"], "GEWIJZIGD");
    assert!(regel("een")["inhoud"].to_string().contains("binnen een week"), "{regels:#?}");
    assert!(regels.iter().any(|regel| regel["verplaatst"] == true));
    let terug = anna.mutate("zetVersieTerug", json!({ "id": tweede["id"] }), velden).await;
    assert_eq!(terug["versie"]["nummer"], 3);
    assert_eq!(terug["versie"]["hash"], tweede["hash"]);
    bram.until("who has it open sees it", |bram| {
        tree::read(&bram.doc, FRAGMENT) == [een.clone(), twee.clone()].map(Part::Element)
    })
    .await;
    let nu = lees(&anna).await;
    assert_eq!(nu["tekst"]["hash"], tweede["hash"]);
    assert_eq!(nu["versies"][0]["terugNaar"]["nummer"], 2);
    let hub = hub.restart().await;
    let anna = hub.als(Hubrol::Kwartiermaker).await;
    assert_eq!(lees(&anna).await["versies"], nu["versies"]);
}

#[tokio::test]
async fn a_bsn_stays_out_of_versions_and_of_everything_that_leaves_the_hub() {
    let hub = TestHub::demo().await;
    let anna = hub.als(Hubrol::Kwartiermaker).await;
    let mut schrijver = open(&anna).await;
    schrijf(&mut schrijver, &[artikel("een", "Wie", "Bel over 1234.56.782.")]).await;
    let nu = lees(&anna).await;
    assert_eq!(nu["tekst"]["artikelMetBsn"], 1);
    assert!(!nu.to_string().contains("1234.56.782"), "{nu:#}");
    let input = json!({ "afspraak": nu["id"], "naam": "Met een BSN" });
    let answer = anna.mutate("legVersieVast", input.clone(), "versie { id }").await;
    assert_eq!(answer["fouten"][0]["code"], "BSN_GEVONDEN");
    assert!(!answer.to_string().contains("782"), "{answer}");
    schrijf(&mut schrijver, &[artikel("een", "Wie", "Bel over de cliënt.")]).await;
    let answer = anna.mutate("legVersieVast", input, "versie { nummer }").await;
    assert_eq!(answer["versie"]["nummer"], 2);
}

#[tokio::test]
async fn a_text_begins_with_the_usual_articles_and_only_who_writes_may_freeze() {
    let hub = TestHub::demo().await;
    let anna = hub.als(Hubrol::Kwartiermaker).await;
    let inhoud = json!({ "naam": "Terugbellen", "omschrijving": "We bellen binnen een week terug." });
    let made = anna.mutate("maakAfspraak", inhoud, "afspraak { id }").await;
    let afspraak = made["afspraak"]["id"].clone();
    assert!(afspraak.is_string(), "{made}");
    let begin = json!({ "afspraak": afspraak });
    let velden = "afspraak { tekst { leeg plat artikelen { kop } } }";
    let tekst = anna.mutate("beginTekst", begin.clone(), velden).await["afspraak"]["tekst"].take();
    assert!(tekst["plat"].as_str().unwrap().contains("We bellen binnen een week terug."), "{tekst}");
    assert_eq!(anna.mutate("beginTekst", begin, "").await["fouten"][0]["code"], "BESTAAT_AL");
    let kijker = hub.als(Hubrol::Kijker).await;
    let answer = kijker.graphql(
        "mutation ($input: LegVersieVastInput!) { legVersieVast(input: $input) { fouten { code } } }",
        json!({ "input": { "clientMutatieId": uuid::Uuid::new_v4(), "afspraak": afspraak, "naam": "Nee" } }),
    );
    assert!(answer.await.body.to_string().contains("GEEN_RECHT"));
    let data = anna.query("{ afspraken { id fase magSchrijven } }", json!({})).await;
    let vast = data["afspraken"].as_array().unwrap().iter().find(|een| een["fase"] == "VASTGESTELD").unwrap();
    let answer = anna.mutate("legVersieVast", json!({ "afspraak": vast["id"], "naam": "Nu nog" }), "").await;
    assert_eq!(answer["fouten"][0]["code"], "NIET_IN_DEZE_FASE");
}
