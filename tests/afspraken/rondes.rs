//! A consent round on a frozen version, deviations from it, and signals: told by the people of fourteen gemeenten.

use jiff::ToSpan;
use samenspel::{
    domain::{
        afspraken::tekst::{FRAGMENT, SLEUTEL},
        organisatie::Hubrol,
    },
    platform::{
        clock::dutch_date,
        documents::{
            tree::{self, Element, Part},
            wire,
        },
    },
};
use serde_json::{Value, json};

use super::AFSPRAKEN;
use crate::support::{TestClient, TestHub, TestSchrijver};

const TEKST: &str = "afspraken/afspraak-gi-vooroverleg";
const RONDE: &str = "ronde { id nummer fase aangenomen deadline versie { id nummer }
    telling { nodig akkoord bezwaren drempel gehaald } inbreng { id soort tekst antwoord }
    handtekeningen { id partij stand open oordeel door { naam } namens { naam } magTekenen gemeente { id naam } } }";

fn artikel(id: &str, kop: &str, alinea: &str) -> Element {
    let deel = |soort: &str, tekst: &str| Part::Element(Element::new(soort, vec![Part::text(tekst)]));
    Element::new("artikel", vec![deel("artikelkop", kop), deel("paragraph", alinea)]).with(SLEUTEL, id)
}

async fn schrijf(schrijver: &mut TestSchrijver, artikelen: &[Element]) {
    let update = tree::write(&schrijver.doc, FRAGMENT, artikelen, SLEUTEL).unwrap();
    schrijver.send(wire::update(&update)).await;
    assert!(schrijver.stored().await);
}

/// The agreement the round is about.
async fn afspraak(client: &TestClient) -> Value {
    let data = client.query("{ positie afspraken { id naam versies { id nummer } } }", json!({})).await;
    let alle = data["afspraken"].as_array().unwrap();
    let mut een = alle.iter().find(|een| een["naam"].as_str().unwrap().starts_with("Gecertificeerde")).unwrap().clone();
    een["positie"] = data["positie"].clone();
    een
}

async fn bevries(client: &TestClient, afspraak: &Value, naam: &str) -> Value {
    let input = json!({ "afspraak": afspraak["id"], "naam": naam });
    client.mutate("legVersieVast", input, "versie { id nummer }").await["versie"]["id"].take()
}

async fn fase(client: &TestClient, ronde: &Value, naar: &str, meer: Value) -> Value {
    let mut input = json!({ "id": ronde["id"], "verwachteVersie": 99, "naar": naar });
    input.as_object_mut().unwrap().extend(meer.as_object().unwrap().clone());
    client.mutate("zetRondeFase", input, RONDE).await
}

fn plek<'a>(ronde: &'a Value, partij: &str, gemeente: &str) -> &'a Value {
    let alle = ronde["handtekeningen"].as_array().unwrap();
    let past = |een: &&Value| een["partij"] == partij && een["gemeente"]["naam"].as_str().unwrap_or("") == gemeente;
    alle.iter().find(past).unwrap_or_else(|| panic!("no {partij} {gemeente}"))
}

async fn teken(client: &TestClient, ronde: &Value, plek: &Value, meer: Value) -> Value {
    let mut input = json!({ "id": plek["id"], "versie": ronde["versie"]["id"], "oordeel": "AKKOORD",
        "hoedanigheid": "Teamleider toegang" });
    input.as_object_mut().unwrap().extend(meer.as_object().unwrap().clone());
    client.mutate("onderteken", input, RONDE).await
}

fn straks(hub: &TestHub) -> String {
    dutch_date(hub.app.clock().now()).saturating_add(30.days()).to_string()
}

#[tokio::test]
async fn an_objection_is_healed_by_a_version_that_reopens_one_article_only() {
    let hub = TestHub::demo().await;
    let (anna, kijker) = (hub.als(Hubrol::Kwartiermaker).await, hub.als(Hubrol::Kijker).await);
    let mut schrijver = TestSchrijver::open(&anna, TEKST).await;
    assert!(schrijver.stored().await);
    let [een, twee] = [artikel("een", "Termijn", "Binnen twee weken."), artikel("twee", "Waarom", "Snelheid.")];
    schrijf(&mut schrijver, &[een.clone(), twee.clone()]).await;
    let afspraak = afspraak(&anna).await;
    let versie = bevries(&anna, &afspraak, "Voor de ronde").await;
    let mut screen = kijker.subscribe(AFSPRAKEN, json!({ "vanaf": afspraak["positie"] })).await;
    while screen.next_event().await["afspraken"]["__typename"] != "Bijgewerkt" {}

    let start = json!({ "afspraak": afspraak["id"], "versie": versie, "voorstel": "Zo delen we het plan.",
        "deadline": straks(&hub) });
    let ronde = anna.mutate("startRonde", start.clone(), RONDE).await["ronde"].take();
    assert_eq!((&ronde["fase"], &ronde["telling"]["nodig"]), (&json!("VOORSTEL"), &json!(8)), "{ronde}");
    let event = screen.next_event().await["afspraken"].take();
    assert_eq!(event["__typename"], "RondeGewijzigd");
    assert_eq!(anna.mutate("startRonde", start, "").await["fouten"][0]["code"], "BESTAAT_AL");

    // Each phase takes what belongs to it.
    let venlo = hub.accounthouder("gem-venlo").await;
    let eigen = plek(&ronde, "TOEGANG", "Venlo");
    assert_eq!(teken(&venlo, &ronde, eigen, json!({})).await["fouten"][0]["code"], "NIET_IN_DEZE_FASE");
    let inbreng = |tekst: &str| json!({ "id": ronde["id"], "tekst": tekst });
    assert_eq!(venlo.mutate("brengIn", inbreng("Te vroeg"), "").await["fouten"][0]["code"], "NIET_IN_DEZE_FASE");
    assert_eq!(fase(&anna, &ronde, "BESLUIT", json!({})).await["fouten"][0]["code"], "NIET_IN_DEZE_FASE");
    fase(&anna, &ronde, "VRAGEN", json!({ "tot": straks(&hub) })).await;
    let gevraagd = venlo.mutate("brengIn", inbreng("Telt het weekend mee?"), RONDE).await;
    let vraag = &gevraagd["ronde"]["inbreng"][0];
    assert_eq!(vraag["soort"], "VRAAG");
    let antwoord = json!({ "id": vraag["id"], "antwoord": "Nee." });
    let beantwoord = anna.mutate("beantwoordInbreng", antwoord, RONDE).await;
    assert_eq!(beantwoord["ronde"]["inbreng"][0]["antwoord"], "Nee.");
    fase(&anna, &ronde, "REACTIES", json!({})).await;
    fase(&anna, &ronde, "BEZWAREN", json!({})).await;

    // Six agree, one of them by a substitute; Venlo objects to one article.
    for (gemeente, naam) in
        [("gem-beesel", "Beesel"), ("gem-bergen", "Bergen"), ("gem-gennep", "Gennep"), ("gem-venray", "Venray")]
    {
        let client = hub.accounthouder(gemeente).await;
        let getekend = teken(&client, &ronde, plek(&ronde, "TOEGANG", naam), json!({})).await;
        assert_eq!(getekend["fouten"], json!([]), "{naam}");
    }
    let horst = plek(&ronde, "TOEGANG", "Horst aan de Maas");
    let zonder = teken(&anna, &ronde, horst, json!({})).await;
    assert_eq!((&zonder["fouten"][0]["code"], &zonder["fouten"][0]["veld"]), (&json!("VERPLICHT"), &json!("namens")));
    let ik = |client: &TestClient| {
        let client = client.clone();
        async move { client.query("{ ik { persoon { id naam } } }", json!({})).await["ik"]["persoon"].take() }
    };
    let namens = ik(&hub.accounthouder("gem-horst-aan-de-maas").await).await;
    let vervangen = teken(&anna, &ronde, horst, json!({ "namens": namens["id"] })).await;
    let nu = plek(&vervangen["ronde"], "TOEGANG", "Horst aan de Maas");
    assert_eq!((&nu["door"]["naam"], &nu["namens"]["naam"]), (&json!("Kwartiermaker"), &namens["naam"]));
    assert_eq!(
        teken(&anna, &ronde, plek(&ronde, "GECERTIFICEERDE_INSTELLINGEN", ""), json!({})).await["fouten"],
        json!([])
    );
    let reden = json!({ "oordeel": "BEZWAAR" });
    assert_eq!(teken(&venlo, &ronde, eigen, reden).await["fouten"][0]["veld"], "reden");
    let bezwaar = json!({ "oordeel": "BEZWAAR", "reden": "Twee weken haalt niemand.", "artikelen": ["een"] });
    let bezwaar = teken(&venlo, &ronde, eigen, bezwaar).await;
    assert_eq!(
        bezwaar["ronde"]["telling"],
        json!({ "nodig": 8, "akkoord": 6, "bezwaren": 1, "drempel": 8, "gehaald": false })
    );
    // Another's gemeente is not theirs to sign for.
    let buur = plek(&ronde, "TOEGANG", "Peel en Maas");
    assert_eq!(teken(&venlo, &ronde, buur, json!({})).await["fouten"][0]["code"], "GEEN_RECHT");

    // Peel en Maas agrees with a deviation, once that is laid down.
    let peel = hub.accounthouder("gem-peel-en-maas").await;
    let met = json!({ "oordeel": "AKKOORD_MET_AFWIJKING" });
    assert_eq!(teken(&peel, &ronde, buur, met.clone()).await["fouten"][0]["code"], "NIET_IN_DEZE_FASE");
    let inhoud = json!({ "reden": "Eigen systeem.", "hier": "Binnen vier weken.", "tot": straks(&hub),
        "eigenaar": ik(&peel).await["id"] });
    let afwijking = json!({ "afspraak": afspraak["id"], "gemeente": buur["gemeente"]["id"], "artikel": "twee",
        "inhoud": inhoud });
    let velden = "afwijking { id kop geldt versie }";
    let afwijking = peel.mutate("legAfwijkingVast", afwijking, velden).await;
    assert_eq!(
        (&afwijking["afwijking"]["kop"], &afwijking["afwijking"]["geldt"]),
        (&json!("Waarom"), &json!(true)),
        "{afwijking}"
    );
    assert_eq!(teken(&peel, &ronde, buur, met).await["fouten"], json!([]));

    // The text answers the objection: only that article is asked anew.
    fase(&anna, &ronde, "TEKST", json!({})).await;
    schrijf(&mut schrijver, &[artikel("een", "Termijn", "Binnen drie weken."), twee]).await;
    let later = bevries(&anna, &afspraak, "Met drie weken").await;
    let opname = json!({ "id": ronde["id"], "verwachteVersie": 99, "versie": later });
    let nieuw = anna.mutate("neemVersieOp", opname, RONDE).await["ronde"].take();
    assert_eq!(nieuw["telling"]["bezwaren"], 0, "healed: {nieuw}");
    for een in nieuw["handtekeningen"].as_array().unwrap() {
        assert_eq!((&een["stand"], &een["open"]), (&json!("HEROPEND"), &json!(["een"])), "{een}");
    }
    let wacht = "{ vandaag { teTekenen { id stand ronde { afspraak { naam } } } } }";
    let vandaag = venlo.query(wacht, json!({})).await;
    assert_eq!(vandaag["vandaag"]["teTekenen"][0]["stand"], "HEROPEND");
    let oud = teken(&venlo, &ronde, eigen, json!({})).await;
    assert_eq!(oud["fouten"][0]["code"], "VERSIE_VEROUDERD", "what was not read is not signed");

    fase(&anna, &ronde, "BESLUIT", json!({})).await;
    let te_vroeg = fase(&anna, &ronde, "GESLOTEN", json!({ "aangenomen": true })).await;
    assert_eq!(te_vroeg["fouten"][0]["code"], "NIET_IN_DEZE_FASE");
    let mut laatste = nieuw.clone();
    for een in nieuw["handtekeningen"].as_array().unwrap() {
        let Some(gemeente) = een["gemeente"]["id"].as_str() else {
            laatste = teken(&anna, &nieuw, een, json!({})).await;
            continue;
        };
        let gemeente = samenspel::platform::graphql::relay::parse(&async_graphql::ID::from(gemeente)).unwrap().key;
        let client = hub.accounthouder(&gemeente).await;
        laatste = teken(&client, &nieuw, een, json!({})).await;
    }
    assert_eq!(laatste["ronde"]["telling"]["gehaald"], true, "{laatste}");
    // Until it closes one may think again.
    let terug = venlo.mutate("trekHandtekeningIn", json!({ "id": eigen["id"] }), RONDE).await;
    assert_eq!(terug["ronde"]["telling"]["gehaald"], false);
    teken(&venlo, &nieuw, eigen, json!({})).await;
    let dicht = fase(&anna, &ronde, "GESLOTEN", json!({ "aangenomen": true })).await;
    assert_eq!((&dicht["ronde"]["fase"], &dicht["ronde"]["aangenomen"]), (&json!("GESLOTEN"), &json!(true)), "{dicht}");
    let na = venlo.mutate("trekHandtekeningIn", json!({ "id": eigen["id"] }), "").await;
    assert_eq!(na["fouten"][0]["code"], "NIET_IN_DEZE_FASE");
    // The log tells it, both names of the substitute included.
    let vraag = "query ($id: ID!) { afspraak(id: $id) { geschiedenis(first: 100) { nodes { zin } } } }";
    let log = anna.query(vraag, json!({ "id": afspraak["id"] })).await.to_string();
    for deel in
        ["namens Accounthouder Horst aan de Maas", "opnieuw te tekenen: ‘Termijn’", "bezwaar. Reden: Twee weken"]
    {
        assert!(log.contains(deel), "{deel}: {log}");
    }
}

#[tokio::test]
async fn an_article_that_was_taken_out_is_asked_anew_of_who_agreed_with_it() {
    let hub = TestHub::demo().await;
    let (anna, venlo) = (hub.als(Hubrol::Kwartiermaker).await, hub.accounthouder("gem-venlo").await);
    let mut schrijver = TestSchrijver::open(&anna, TEKST).await;
    assert!(schrijver.stored().await);
    let [een, twee] = [artikel("een", "Termijn", "Binnen twee weken."), artikel("twee", "Waarom", "Snelheid.")];
    schrijf(&mut schrijver, &[een.clone(), twee]).await;
    let afspraak = afspraak(&anna).await;
    let versie = bevries(&anna, &afspraak, "Voor de ronde").await;
    let start = json!({ "afspraak": afspraak["id"], "versie": versie, "voorstel": "Zo delen we het plan.",
        "deadline": straks(&hub) });
    let ronde = anna.mutate("startRonde", start, RONDE).await["ronde"].take();
    for naar in ["VRAGEN", "REACTIES", "BEZWAREN"] {
        fase(&anna, &ronde, naar, json!({})).await;
    }
    let getekend = teken(&venlo, &ronde, plek(&ronde, "TOEGANG", "Venlo"), json!({})).await;
    assert_eq!(plek(&getekend["ronde"], "TOEGANG", "Venlo")["stand"], "AKKOORD");

    schrijf(&mut schrijver, &[een]).await;
    let later = bevries(&anna, &afspraak, "Zonder waarom").await;
    let opname = json!({ "id": ronde["id"], "verwachteVersie": 99, "versie": later });
    let velden = "ronde { telling { akkoord } handtekeningen { stand openArtikelen { sleutel kop vervallen }
        partij gemeente { naam } } }";
    let nieuw = anna.mutate("neemVersieOp", opname, velden).await["ronde"].take();
    assert_eq!(nieuw["telling"]["akkoord"], 0, "it does not pass in silence");
    let eigen = plek(&nieuw, "TOEGANG", "Venlo");
    let weg = json!([{ "sleutel": "twee", "kop": "Waarom", "vervallen": true }]);
    assert_eq!((&eigen["stand"], &eigen["openArtikelen"]), (&json!("HEROPEND"), &weg));
    let vraag = "query ($id: ID!) { afspraak(id: $id) { geschiedenis(first: 5) { nodes { zin } } } }";
    let log = anna.query(vraag, json!({ "id": afspraak["id"] })).await.to_string();
    assert!(log.contains("opnieuw te tekenen: ‘Waarom’ (vervallen)"), "{log}");
}

#[tokio::test]
async fn a_deviation_ends_and_only_its_own_gemeente_keeps_it() {
    let hub = TestHub::demo().await;
    let (venlo, weert) = (hub.accounthouder("gem-venlo").await, hub.accounthouder("gem-weert").await);
    let afspraak = afspraak(&venlo).await;
    let ik = venlo.query("{ ik { persoon { id } } gemeenten { id naam } }", json!({})).await;
    let gemeente = |naam: &str| {
        let alle = ik["gemeenten"].as_array().unwrap();
        alle.iter().find(|een| een["naam"] == naam).unwrap()["id"].clone()
    };
    let inhoud = json!({ "reden": "Verhuizing.", "hier": "Een week later.", "tot": straks(&hub),
        "eigenaar": ik["ik"]["persoon"]["id"] });
    let input = |naam: &str| json!({ "afspraak": afspraak["id"], "gemeente": gemeente(naam), "inhoud": inhoud });
    assert_eq!(venlo.mutate("legAfwijkingVast", input("Venray"), "").await["fouten"][0]["code"], "GEEN_RECHT");
    assert_eq!(weert.mutate("legAfwijkingVast", input("Weert"), "").await["fouten"][0]["code"], "NEEMT_NIET_DEEL");
    let velden = "afwijking { id versie geldt beeindigdOp }";
    let vast = venlo.mutate("legAfwijkingVast", input("Venlo"), velden).await["afwijking"].take();
    let mut einde = inhoud.clone();
    einde["beeindigdOp"] = json!(dutch_date(hub.app.clock().now()).to_string());
    let wijzig = json!({ "id": vast["id"], "verwachteVersie": 1, "inhoud": einde });
    let voorbij = venlo.mutate("wijzigAfwijking", wijzig, velden).await;
    assert_eq!(
        (&voorbij["afwijking"]["geldt"], &voorbij["afwijking"]["versie"]),
        (&json!(false), &json!(2)),
        "{voorbij}"
    );
    let alle = venlo.query("{ afwijkingen { gemeente { naam } geldt } }", json!({})).await;
    assert!(
        alle["afwijkingen"].as_array().unwrap().iter().any(|een| een["geldt"] == false),
        "what ended stays countable"
    );
}

#[tokio::test]
async fn a_signal_goes_back_with_an_answer_and_three_ask_for_a_proposal() {
    let hub = TestHub::demo().await;
    let (venlo, bram) = (hub.accounthouder("gem-venlo").await, hub.als(Hubrol::CoordinatorToegang).await);
    let afspraak = afspraak(&venlo).await;
    let velden = "signaal { id stand versie afspraak { signalenKerenTerug } }";
    let meld = |tekst: &str| json!({ "afspraak": afspraak["id"], "van": "TOEGANG", "tekst": tekst });
    let mut laatste = Value::Null;
    for (nummer, keert) in [(1, false), (2, false), (3, true)] {
        laatste = venlo.mutate("meldSignaal", meld(&format!("Het plan kwam {nummer} keer te laat.")), velden).await;
        assert_eq!(laatste["signaal"]["afspraak"]["signalenKerenTerug"], keert, "{laatste}");
    }
    let signaal = &laatste["signaal"];
    let behandel = |meer: Value| {
        let mut input = json!({ "id": signaal["id"], "verwachteVersie": 1 });
        input.as_object_mut().unwrap().extend(meer.as_object().unwrap().clone());
        input
    };
    let eigen = behandel(json!({ "antwoord": "Opgelost." }));
    assert_eq!(venlo.mutate("behandelSignaal", eigen, "").await["fouten"][0]["code"], "GEEN_RECHT");
    let zonder = behandel(json!({ "teruggekoppeldOp": straks(&hub) }));
    assert_eq!(bram.mutate("behandelSignaal", zonder, "").await["fouten"][0]["veld"], "antwoord");
    let terug = behandel(json!({ "antwoord": "Wij bellen de aanbieder.", "teruggekoppeldOp": straks(&hub) }));
    let terug = bram.mutate("behandelSignaal", terug, velden).await;
    assert_eq!(terug["signaal"]["stand"], "TERUGGEKOPPELD", "{terug}");
    let kijker = hub.als(Hubrol::Kijker).await;
    assert_eq!(kijker.mutate("meldSignaal", meld("Nee"), "").await["fouten"][0]["code"], "GEEN_RECHT");
}
