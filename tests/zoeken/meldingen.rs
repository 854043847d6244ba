//! Messages: in the hub live, by e-mail once, along with the dates they are about, and no more of it with one click.

use std::path::Path;

use futures_util::future::join_all;
use jiff::{SignedDuration, ToSpan};
use reqwest::Method;
use samenspel::{
    domain::{organisatie::Hubrol, postbus::Post, reacties::Reacties},
    platform::{clock::Clock, mail::Mailer},
};
use serde_json::{Value, json};
use tempfile::TempDir;

use crate::support::{Content, TestBord, TestClient, TestHub, TestStore, send};

const MELDINGEN: &str = "{ meldingen { ongelezen totaal positie nodes { id soort zin gelezen dag door { naam }
    onderwerp { __typename id } } } }";
const POSTVAK: &str = "subscription ($vanaf: Positie) { postvak(vanaf: $vanaf) { __typename
    ... on PostvakGewijzigd { nieuw { soort zin } geinformeerdOver { id } } } }";

async fn meldingen(client: &TestClient) -> Value {
    client.query(MELDINGEN, json!({})).await["meldingen"].take()
}

/// The id of the person who is signed in.
async fn ik(client: &TestClient) -> String {
    client.query("{ ik { persoon { id } } }", json!({})).await["ik"]["persoon"]["id"].as_str().unwrap().to_owned()
}

async fn taak(client: &TestClient, bord: &TestBord, titel: &str, meer: Value) -> Value {
    let mut input = json!({ "bord": bord.id, "kolom": bord.kolom("Te doen"), "titel": titel });
    meer.as_object().unwrap().iter().for_each(|(veld, waarde)| input[veld] = waarde.clone());
    let gemaakt = client.mutate("maakTaak", input, "taak { id versie }").await;
    assert_eq!(gemaakt["fouten"], json!([]));
    gemaakt["taak"].clone()
}

async fn noem(client: &TestClient, taak: &Value, wie: &str, tekst: &str) {
    let input = json!({ "taak": taak["id"], "tekst": format!("@[iemand]({wie}) {tekst}") });
    assert_eq!(client.mutate("plaatsOpmerking", input, "").await["fouten"], json!([]));
}

fn post(folder: &Path) -> Post {
    let mailer = Mailer::folder(folder.to_owned(), "Samenspel <hub@example.nl>").unwrap();
    Post { mailer, adres: "https://hub.example.nl".into() }
}

/// The letters in a folder, decoded as far as tests look.
fn brieven(folder: &TempDir) -> Vec<String> {
    let files = std::fs::read_dir(folder.path()).unwrap().map(|file| file.unwrap().path());
    let letters = files.filter(|path| path.extension().is_some_and(|extension| extension == "eml"));
    let mut letters: Vec<_> = letters.map(|path| std::fs::read_to_string(path).unwrap().replace("=\r\n", "")).collect();
    letters.sort();
    letters
}

#[tokio::test]
async fn a_mention_comes_at_once_on_the_screen_and_once_by_mail_without_what_was_written() {
    let hub = TestHub::demo().await;
    let (anna, bram) = (hub.als(Hubrol::Kwartiermaker).await, hub.als(Hubrol::CoordinatorToegang).await);
    let bord = TestBord::read(&anna).await;
    let voor = meldingen(&bram).await;
    let mut scherm = bram.subscribe(POSTVAK, json!({ "vanaf": voor["positie"] })).await;
    while scherm.next_event().await["postvak"]["__typename"] != "Bijgewerkt" {}

    let folder = tempfile::tempdir().unwrap();
    let post = post(folder.path());
    post.bezorg(&hub.app).await.unwrap();
    let eerder = brieven(&folder).len();

    let nieuw = taak(&anna, &bord, "Contracten vergelijken", json!({})).await;
    noem(&anna, &nieuw, &ik(&bram).await, "kijk jij naar mevrouw Jansen?").await;
    let bericht = scherm.next_event().await["postvak"].take();
    let zin = "Kwartiermaker noemde je bij ‘Contracten vergelijken’";
    assert_eq!(bericht["nieuw"], json!({ "soort": "VERMELDING", "zin": zin }));
    let nu = meldingen(&bram).await;
    assert_eq!(nu["ongelezen"], json!(voor["ongelezen"].as_u64().unwrap() + 1));
    assert_eq!(nu["nodes"][0]["onderwerp"], json!({ "__typename": "Taak", "id": nieuw["id"] }));
    assert!(
        !meldingen(&anna).await["nodes"].to_string().contains("noemde je"),
        "nobody hears of what they did themselves"
    );

    assert_eq!(post.bezorg(&hub.app).await.unwrap(), 1);
    assert_eq!(post.bezorg(&hub.app).await.unwrap(), 0);
    let brieven = brieven(&folder);
    assert_eq!(brieven.len(), eerder + 1);
    let brief = brieven.iter().find(|brief| brief.contains("Contracten vergelijken")).unwrap();
    assert!(brief.contains("https://hub.example.nl/naar/"), "{brief}");
    assert!(!brief.contains("Jansen"), "what someone wrote stays in the hub");

    let melding = &nu["nodes"][0]["id"];
    bram.mutate("leesMeldingen", json!({ "meldingen": [melding] }), "").await;
    assert_eq!(scherm.next_event().await["postvak"]["nieuw"], Value::Null, "his other screens hear that he read it");
    assert_eq!(meldingen(&bram).await["ongelezen"], voor["ongelezen"]);
    bram.mutate("leesMeldingen", json!({ "meldingen": [melding], "gelezen": false }), "").await;
    bram.mutate("leesAlleMeldingen", json!({ "tot": meldingen(&bram).await["positie"] }), "").await;
    assert_eq!(meldingen(&bram).await["ongelezen"], 0);
}

#[tokio::test]
async fn a_date_that_moves_takes_its_message_along() {
    let hub = TestHub::demo().await;
    let anna = hub.als(Hubrol::Kwartiermaker).await;
    let cor = hub.persoon("Cor", Hubrol::Contractmanager, None).await;
    let cor = hub.als_persoon(cor).await;
    let bord = TestBord::read(&anna).await;
    let alles = json!({ "keuzes": [{ "soort": "TERMIJN", "bezorging": "METEEN" },
        { "soort": "TOEWIJZING", "bezorging": "NIET" }] });
    assert_eq!(cor.mutate("stelMeldingenIn", alles, "").await["fouten"], json!([]));
    let folder = tempfile::tempdir().unwrap();
    let post = post(folder.path());
    // What there was already is out of the way.
    post.bezorg(&hub.app).await.unwrap();
    let eerder = brieven(&folder).len();
    let vandaag = hub.clock.today();
    let meer = json!({ "eigenaar": ik(&cor).await, "vervaldatum": vandaag + 5.days() });
    let nieuw = taak(&anna, &bord, "Register opschonen", meer).await;
    let termijnen = async || {
        let alle = meldingen(&cor).await["nodes"].take();
        let eigen = alle.as_array().unwrap().iter().filter(|een| een["soort"] == "TERMIJN");
        eigen.map(|een| een["zin"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(termijnen().await, ["Register opschonen: over 5 dagen"]);
    assert_eq!(post.bezorg(&hub.app).await.unwrap(), 1);
    assert_eq!(post.bezorg(&hub.app).await.unwrap(), 0);

    let verschuif = async |versie: &Value, dagen: i64| {
        let input = json!({ "id": nieuw["id"], "verwachteVersie": versie, "vervaldatum": vandaag + dagen.days() });
        anna.mutate("wijzigTaak", input, "taak { versie }").await["taak"]["versie"].take()
    };
    let versie = verschuif(&nieuw["versie"], 30).await;
    assert_eq!(termijnen().await, Vec::<String>::new(), "far away again");
    assert_eq!(post.bezorg(&hub.app).await.unwrap(), 0);
    verschuif(&versie, 3).await;
    assert_eq!(termijnen().await, ["Register opschonen: over 3 dagen"]);
    assert_eq!(post.bezorg(&hub.app).await.unwrap(), 1, "another day, another letter");
    assert_eq!(post.bezorg(&hub.app).await.unwrap(), 0);
    assert_eq!(brieven(&folder).len(), eerder + 2);
}

#[tokio::test]
async fn who_has_not_signed_hears_it_before_the_round_closes_and_who_looks_after_an_agreement_when_to_look_again() {
    let hub = TestHub::demo().await;
    // Three weeks after the demo began its round closes.
    hub.clock.shift(SignedDuration::from_hours(24 * 16));
    let peel = hub.accounthouder("gem-peel-en-maas").await;
    let tekenen = async || {
        let alle = meldingen(&peel).await["nodes"].take();
        let eigen =
            alle.as_array().unwrap().iter().filter(|een| een["soort"] == "ONDERTEKENEN" && !een["dag"].is_null());
        eigen.cloned().collect::<Vec<_>>()
    };
    let [melding] = tekenen().await.try_into().unwrap();
    let zin = melding["zin"].as_str().unwrap();
    assert!(zin.starts_with("Teken ‘Plan van aanpak") && zin.contains("voor toegang Peel en Maas: over "), "{zin}");
    let ronde = peel.query(
        "query ($id: ID!) { node(id: $id) { ... on Ronde { versie { id } handtekeningen { id gemeente { naam } } } } }",
        json!({ "id": melding["onderwerp"]["id"] }),
    );
    let ronde = ronde.await["node"].take();
    let plekken = ronde["handtekeningen"].as_array().unwrap();
    let eigen = plekken.iter().find(|een| een["gemeente"]["naam"] == "Peel en Maas").unwrap();
    let input = json!({ "id": eigen["id"], "versie": ronde["versie"]["id"], "oordeel": "AKKOORD",
        "hoedanigheid": "Teamleider" });
    assert_eq!(peel.mutate("onderteken", input, "").await["fouten"], json!([]));
    assert_eq!(tekenen().await, Vec::<Value>::new(), "who signed hears no more of it");

    let leidt = hub.als(Hubrol::CoordinatorToegang).await;
    let komt =
        leidt.query("{ herinneringen { soort titel teLaat traject { id } onderwerp { __typename } } }", json!({}));
    let komt = komt.await["herinneringen"].take();
    let van = |soort: &str, onderwerp: &str| {
        let past = |een: &&Value| een["soort"] == soort && een["onderwerp"]["__typename"] == onderwerp;
        komt.as_array().unwrap().iter().find(past).cloned().unwrap_or_else(|| panic!("{soort}: {komt}"))
    };
    assert!(van("ONDERTEKENEN", "Ronde")["titel"].as_str().unwrap().starts_with("Ronde over ‘Plan van aanpak"));
    assert_eq!(van("HERZIENING", "Afspraak")["traject"], Value::Null);
}

#[tokio::test]
async fn what_is_quiet_comes_together_the_next_morning() {
    let hub = TestHub::demo().await;
    let anna = hub.als(Hubrol::Kwartiermaker).await;
    let cor = hub.persoon("Cor", Hubrol::Contractmanager, None).await;
    let wie = ik(&hub.als_persoon(cor).await).await;
    let bord = TestBord::read(&anna).await;
    for titel in ["Eerste", "Tweede"] {
        taak(&anna, &bord, titel, json!({ "eigenaar": wie })).await;
    }
    let folder = tempfile::tempdir().unwrap();
    let post = post(folder.path());
    let voor_cor = || brieven(&folder).into_iter().filter(|brief| brief.contains("cor@")).collect::<Vec<_>>();
    post.bezorg(&hub.app).await.unwrap();
    assert_eq!(voor_cor(), Vec::<String>::new(), "not in the middle of the day");
    hub.clock.shift(SignedDuration::from_hours(24));
    for _ in 0..2 {
        // At some hour of that day it is after seven; at most a night later.
        post.bezorg(&hub.app).await.unwrap();
        hub.clock.shift(SignedDuration::from_hours(8));
    }
    post.bezorg(&hub.app).await.unwrap();
    let brieven = voor_cor();
    assert_eq!(brieven.len(), 1, "{brieven:#?}");
    for wat in ["2 meldingen", "Eerste", "Tweede"] {
        assert!(brieven[0].contains(wat), "{wat}: {}", brieven[0]);
    }
}

#[tokio::test]
async fn one_click_ends_letters_like_it_and_no_others() {
    let hub = TestHub::demo().await;
    let (anna, bram) = (hub.als(Hubrol::Kwartiermaker).await, hub.als(Hubrol::CoordinatorToegang).await);
    let bord = TestBord::read(&anna).await;
    let folder = tempfile::tempdir().unwrap();
    let post = post(folder.path());
    let nieuw = taak(&anna, &bord, "Lijst nalopen", json!({})).await;
    noem(&anna, &nieuw, &ik(&bram).await, "eens?").await;
    post.bezorg(&hub.app).await.unwrap();
    let brief = brieven(&folder).into_iter().find(|brief| brief.contains("Lijst nalopen")).unwrap();
    assert!(brief.contains("List-Unsubscribe-Post: List-Unsubscribe=One-Click"));
    let link = brief.split("List-Unsubscribe: <https://hub.example.nl").nth(1).unwrap();
    let link = link.split('>').next().unwrap().replace("\r\n ", "");

    let buiten = hub.anoniem();
    let klik = async |link: &str| send(buiten.request(Method::POST, link).body("List-Unsubscribe=One-Click")).await;
    let vals = format!("{}x", &link[..link.len() - 1]);
    assert_eq!(klik(&vals).await.status, 404, "a link we never signed does nothing");
    assert!(buiten.get(&link).await.status.is_success(), "looking at it changes nothing");
    let voorkeuren = async || bram.query("{ meldingsvoorkeuren { soort bezorging } }", json!({})).await;
    assert_eq!(voorkeuren().await["meldingsvoorkeuren"][0]["bezorging"], "METEEN");
    let gestopt = klik(&link).await;
    assert_eq!((gestopt.status.as_u16(), &gestopt.body["gestopt"]), (200, &json!("vermeldingen")));
    let na = voorkeuren().await["meldingsvoorkeuren"].take();
    assert_eq!(na[0], json!({ "soort": "VERMELDING", "bezorging": "NIET" }));
    assert_eq!(na[3]["bezorging"], "METEEN");
    noem(&anna, &nieuw, &ik(&bram).await, "en nog eens?").await;
    assert_eq!(post.bezorg(&hub.app).await.unwrap(), 0);
    assert!(meldingen(&bram).await["nodes"][0]["zin"].to_string().contains("noemde je"), "in the hub it still stands");
}

#[tokio::test]
async fn two_nodes_send_one_letter() {
    let een = TestHub::on(TestStore::postgres(Content::Demo).await).await;
    let ander = een.beside().await;
    let (anna, bram) = (een.als(Hubrol::Kwartiermaker).await, ander.als(Hubrol::CoordinatorToegang).await);
    let bord = TestBord::read(&anna).await;
    let folder = tempfile::tempdir().unwrap();
    let nieuw = taak(&anna, &bord, "Eenmaal", json!({})).await;
    noem(&anna, &nieuw, &ik(&bram).await, "kijk").await;
    let nodes = [&een, &ander];
    let reacties = nodes.map(|node| Reacties::new(node.app.clone()).met_post(Some(post(folder.path()))));
    let beurten = join_all(reacties.iter().map(Reacties::turn)).await;
    assert_eq!(beurten.into_iter().map(Result::unwrap).filter(|baas| *baas).count(), 1);
    // And if both thought they were in charge, for a moment:
    noem(&anna, &nieuw, &ik(&bram).await, "nog eens").await;
    let seq = een.app.nu().present().position.seq;
    ander.app.nu().reached(seq).await;
    let posten = [post(folder.path()), post(folder.path())];
    let verstuurd = join_all(posten.iter().zip(nodes).map(|(post, node)| post.bezorg(&node.app))).await;
    assert_eq!(verstuurd.into_iter().map(Result::unwrap).sum::<usize>(), 1);
    let over = brieven(&folder).into_iter().filter(|brief| brief.contains("Eenmaal")).count();
    assert_eq!(over, 2, "one letter for each remark");
}

/// Bram follows a task and a decision: he hears of what others do to them from then on, and of nothing else.
#[tokio::test]
async fn who_follows_something_hears_of_what_others_do_to_it_until_they_stop() {
    let hub = TestHub::demo().await;
    let (anna, bram) = (hub.als(Hubrol::Kwartiermaker).await, hub.als(Hubrol::CoordinatorToegang).await);
    let bord = TestBord::read(&anna).await;
    let (nieuw, ander) =
        (taak(&anna, &bord, "Inkoopkalender", json!({})).await, taak(&anna, &bord, "Ander", json!({})).await);
    let gevolgd = async |client: &TestClient| {
        client.query("{ gevolgd { titel onderwerp { id } } }", json!({})).await["gevolgd"].take()
    };
    let mut scherm = bram.subscribe(POSTVAK, json!({})).await;
    assert_eq!(scherm.next_event().await["postvak"]["__typename"], "Bijgewerkt");

    noem(&anna, &nieuw, &ik(&anna).await, "dit is van voor hij volgde").await;
    let volg = async |onderwerp: &Value, volgt: bool| {
        let input = json!({ "onderwerp": onderwerp["id"], "volgt": volgt });
        assert_eq!(bram.mutate("volg", input, "").await["fouten"], json!([]));
    };
    volg(&nieuw, true).await;
    assert_eq!(scherm.next_event().await["postvak"]["nieuw"], Value::Null, "his other screens hear that he follows");
    assert_eq!(gevolgd(&bram).await, json!([{ "titel": "Inkoopkalender", "onderwerp": { "id": nieuw["id"] } }]));
    assert_eq!(gevolgd(&anna).await, json!([]));

    noem(&anna, &ander, &ik(&anna).await, "hier volgt niemand").await;
    noem(&anna, &nieuw, &ik(&anna).await, "mevrouw Jansen belde").await;
    let zin = "Kwartiermaker noemde Kwartiermaker in een opmerking bij ‘Inkoopkalender’.";
    assert_eq!(scherm.next_event().await["postvak"]["nieuw"], json!({ "soort": "GEVOLGD", "zin": zin }));
    let van_gevolgd = async || {
        let alle = meldingen(&bram).await["nodes"].take();
        let alle = alle.as_array().unwrap().clone();
        alle.into_iter().filter(|melding| melding["soort"] == "GEVOLGD").collect::<Vec<_>>()
    };
    assert_eq!(van_gevolgd().await.len(), 1, "nothing of before, and nothing of what he does not follow");

    // A letter says that there is something, not what.
    let keuzes = json!({ "keuzes": [{ "soort": "GEVOLGD", "bezorging": "METEEN" }] });
    bram.mutate("stelMeldingenIn", keuzes, "").await;
    let folder = tempfile::tempdir().unwrap();
    post(folder.path()).bezorg(&hub.app).await.unwrap();
    let brieven = brieven(&folder);
    assert!(
        brieven.iter().any(|brief| brief.contains("Inkoopkalender"))
            && !brieven.iter().any(|brief| brief.contains("Jansen"))
    );

    // A node that starts later tells the same.
    let later = hub.beside().await;
    let alle = meldingen(&bram.at(later.address())).await["nodes"].to_string();
    assert!(alle.contains("GEVOLGD") && alle.contains("Inkoopkalender"), "{alle}");

    let input = json!({ "onderwerp": nieuw["id"], "volgt": false });
    assert_eq!(bram.mutate("volg", input, "").await["fouten"], json!([]));
    assert!(!meldingen(&bram).await["nodes"].to_string().contains("GEVOLGD"));
    let weg = json!({ "onderwerp": samenspel::platform::graphql::relay::global_id("Gemeente", "gem-venlo") });
    assert_eq!(bram.mutate("volg", weg, "").await["fouten"][0]["code"], "NIET_GEVONDEN");
}
