//! Answers kept as bytes: never stale, never another's, and quick to say that nothing changed.

use std::ops::Range;

use proptest::{
    prelude::*,
    test_runner::{Config, RngSeed, TestRunner},
};
use reqwest::{Method, StatusCode};
use samenspel::domain::organisatie::{
    AanstellingId, GemeenteId, Hubrol, PersoonId, TokenScope,
    commands::{GeefAanstelling, TrekAanstellingIn},
};
use serde_json::{Value, json};

use crate::support::{Answer, TestBord, TestClient, TestHub, send};

/// What screens ask, from what everyone may see to what depends on who looks.
const VRAGEN: [&str; 7] = [
    "{ trajecten { naam borden { kolommen { naam } taken { id titel versie plaats kolom { naam } aantalOpmerkingen
        eigenaar { naam } gemeenten { naam } } } } }",
    "{ gemeenten { naam regio { naam } } personen { nodes { naam } } }",
    "{ taken(first: 20) { totaal nodes { titel geschiedenis(first: 2) { nodes { zin } } } } }",
    "{ gebeurtenissen(first: 5) { nodes { positie zin } } }",
    "{ ik { persoon { naam } bevoegdheden { recht reikwijdte } } }",
    "{ ik { tokens { naam } } }",
    "{ vandaag { vorigBezoek } }",
];

/// The same question with a remark in it that nobody made before: no answer to it can have been kept.
async fn anew(client: &TestClient, query: &str) -> Answer {
    client.graphql(&format!("{query} # {}", uuid::Uuid::new_v4()), json!({})).await
}

fn figure(text: &str, name: &str) -> u64 {
    let line = text.lines().find(|line| line.starts_with(&format!("samenspel_{name}_total "))).unwrap();
    line.rsplit(' ').next().unwrap().parse().unwrap()
}

async fn hits(client: &TestClient) -> u64 {
    figure(client.get("/metrics").await.body.as_str().unwrap(), "cache_hits")
}

/// One step of a random walk.
#[derive(Debug, Clone)]
enum Stap {
    Verplaats { taak: usize, kolom: usize },
    Hernoem { taak: usize },
    MerkOp { taak: usize },
    Archiveer { taak: usize },
    GeefRol,
    NeemRol,
    Bezoek,
    Token,
    Niets,
}

fn stap() -> impl Strategy<Value = Stap> {
    const TAKEN: Range<usize> = 0..36;
    prop_oneof![
        (TAKEN, 0..4_usize).prop_map(|(taak, kolom)| Stap::Verplaats { taak, kolom }),
        TAKEN.prop_map(|taak| Stap::Hernoem { taak }),
        TAKEN.prop_map(|taak| Stap::MerkOp { taak }),
        TAKEN.prop_map(|taak| Stap::Archiveer { taak }),
        Just(Stap::GeefRol),
        Just(Stap::NeemRol),
        Just(Stap::Bezoek),
        Just(Stap::Token),
        Just(Stap::Niets),
    ]
}

struct Wandeling {
    hub: TestHub,
    kwartiermaker: TestClient,
    bram: PersoonId,
    /// The role Bram holds besides the one he always has.
    rol: Option<AanstellingId>,
    stappen: usize,
}

impl Wandeling {
    async fn doe(&mut self, stap: &Stap) {
        self.stappen += 1;
        let bord = TestBord::read(&self.kwartiermaker).await;
        let taak = |index: &usize| &bord.taken()[index % bord.taken().len()];
        let id = |index| json!({ "id": taak(index)["id"] });
        match stap {
            Stap::Verplaats { taak: index, kolom } => {
                let kolom = ["Te doen", "Bezig", "Wacht op gemeente", "Gereed"][*kolom];
                let input = bord.verplaatsing(taak(index), kolom);
                self.kwartiermaker.mutate("verplaatsTaak", input, "").await;
            }
            Stap::Hernoem { taak: index } => {
                let taak = taak(index);
                let titel = format!("Stap {}", self.stappen);
                let input = json!({ "id": taak["id"], "verwachteVersie": taak["versie"], "titel": titel });
                self.kwartiermaker.mutate("wijzigTaak", input, "").await;
            }
            Stap::MerkOp { taak: index } => {
                let input = json!({ "taak": taak(index)["id"], "tekst": format!("Stap {}", self.stappen) });
                self.kwartiermaker.mutate("plaatsOpmerking", input, "").await;
            }
            Stap::Archiveer { taak: index } => {
                self.kwartiermaker.mutate("archiveerTaak", id(index), "").await;
            }
            Stap::GeefRol if self.rol.is_none() => {
                let gemeente = Some(GemeenteId("gem-venray".into()));
                let rol = GeefAanstelling {
                    persoon: self.bram,
                    hubrol: Hubrol::Accounthouder,
                    gemeente,
                    van: None,
                    tot: None,
                    vervangt: None,
                };
                self.rol = Some(self.hub.doe(rol).await.id);
            }
            Stap::NeemRol => {
                if let Some(id) = self.rol.take() {
                    self.hub.doe(TrekAanstellingIn { aanstelling: id }).await;
                }
            }
            Stap::Bezoek => {
                let tot = self.kwartiermaker.query("{ positie }", json!({})).await["positie"].take();
                self.kwartiermaker.mutate("markeerGezien", json!({ "tot": tot }), "").await;
            }
            Stap::Token => {
                self.hub.als_programma(self.bram, vec![TokenScope::Lezen]).await;
            }
            Stap::GeefRol | Stap::Niets => {}
        }
    }
}

#[test]
fn a_kept_answer_is_the_one_that_would_be_made_now() {
    let runtime = tokio::runtime::Runtime::new().unwrap();
    let strategy = prop::collection::vec(stap(), 12);
    let config = Config { cases: 2, rng_seed: RngSeed::Fixed(2026), max_shrink_iters: 20, ..Config::default() };
    let walked = TestRunner::new(config).run(&strategy, |stappen| {
        runtime.block_on(async {
            let hub = TestHub::demo().await;
            let bram = hub.persoon("Bram", Hubrol::Kijker, None).await;
            let kwartiermaker = hub.als(Hubrol::Kwartiermaker).await;
            let askers = [
                kwartiermaker.clone(),
                hub.als_persoon(bram).await,
                hub.als_programma(bram, vec![TokenScope::Lezen]).await,
                hub.als(Hubrol::Kijker).await,
            ];
            let mut wandeling = Wandeling { hub, kwartiermaker, bram, rol: None, stappen: 0 };
            for stap in &stappen {
                wandeling.doe(stap).await;
                for asker in &askers {
                    for vraag in VRAGEN {
                        let kept = asker.graphql(vraag, json!({})).await;
                        let made = anew(asker, vraag).await;
                        prop_assert_eq!(made.body.get("errors"), None, "{}", vraag);
                        prop_assert_eq!(kept.body.get("data"), made.body.get("data"), "{} after {:?}", vraag, stap);
                    }
                }
            }
            let hits = hits(&wandeling.kwartiermaker).await;
            prop_assert!(hits > 30, "{hits} answers came from memory");
            Ok(())
        })
    });
    walked.unwrap();
}

#[tokio::test]
async fn what_happens_elsewhere_leaves_a_board_kept() {
    let hub = TestHub::demo().await;
    let anna = hub.als(Hubrol::Kwartiermaker).await;
    let first = anna.query(VRAGEN[0], json!({})).await;
    // Signing in and looking around change nothing that a board shows.
    let bram = hub.als(Hubrol::Kijker).await;
    let before = hits(&anna).await;
    assert_eq!(anna.query(VRAGEN[0], json!({})).await, first);
    assert_eq!(hits(&anna).await, before + 1);
    // Someone with other rights gets an answer of their own.
    bram.query(VRAGEN[0], json!({})).await;
    assert_eq!(hits(&anna).await, before + 1);
    let bord = TestBord::read(&anna).await;
    let input = bord.verplaatsing(bord.eerste_in("Te doen"), "Bezig");
    anna.mutate("verplaatsTaak", input, "").await;
    assert_ne!(anna.query(VRAGEN[0], json!({})).await, first);
    assert_eq!(hits(&anna).await, before + 1);
}

fn address(query: &str, variables: &Value) -> String {
    let pairs = [("query", query.to_owned()), ("variables", variables.to_string())];
    format!("/graphql?{}", serde_urlencoded(&pairs))
}

/// Everything that is not a letter or a digit as `%XX`.
fn serde_urlencoded(pairs: &[(&str, String)]) -> String {
    let encoded = |text: &str| {
        let bytes = text.bytes();
        bytes
            .map(
                |byte| if byte.is_ascii_alphanumeric() { char::from(byte).to_string() } else { format!("%{byte:02X}") },
            )
            .collect::<String>()
    };
    pairs.iter().map(|(name, value)| format!("{name}={}", encoded(value))).collect::<Vec<_>>().join("&")
}

#[tokio::test]
async fn a_query_by_get_can_be_asked_again_for_nothing() {
    let hub = TestHub::demo().await;
    let anna = hub.als(Hubrol::Kwartiermaker).await;
    let path = address("query ($eerste: Int) { taken(first: $eerste) { totaal } }", &json!({ "eerste": 3 }));
    let first = anna.get(&path).await;
    assert_eq!(first.body["data"]["taken"]["totaal"], 36);
    assert_eq!(first.header("cache-control"), "private, no-cache");
    let etag = first.header("etag").to_owned();
    let again = async || send(anna.request(Method::GET, &path).header("if-none-match", &etag)).await;
    let unchanged = again().await;
    assert_eq!((unchanged.status, unchanged.body), (StatusCode::NOT_MODIFIED, json!("")));
    let bord = TestBord::read(&anna).await;
    anna.mutate("archiveerTaak", json!({ "id": bord.taken()[0]["id"] }), "").await;
    let changed = again().await;
    assert_eq!((changed.status, &changed.body["data"]["taken"]["totaal"]), (StatusCode::OK, &json!(35)));
    assert_ne!(changed.header("etag"), etag);

    // Nobody else gets it, and nothing is changed by an address.
    assert_eq!(hub.anoniem().get(&path).await.status, StatusCode::UNAUTHORIZED);
    for query in ["mutation { __typename }", "subscription { organisatie { __typename } }"] {
        let refused = anna.get(&address(query, &json!({}))).await;
        assert_eq!((refused.status, refused.header("allow")), (StatusCode::METHOD_NOT_ALLOWED, "GET, POST"), "{query}");
    }
}

#[tokio::test]
async fn a_kept_answer_goes_out_compressed_to_whom_that_suits() {
    let hub = TestHub::demo().await;
    let anna = hub.als(Hubrol::Kwartiermaker).await;
    let plain = anna.query(VRAGEN[0], json!({})).await;
    for round in 0..2 {
        let body = json!({ "query": VRAGEN[0], "variables": {} });
        let request = anna.request(Method::POST, "/graphql").header("x-samenspel", "1").json(&body);
        let response = request.header("accept-encoding", "gzip").send().await.unwrap();
        assert_eq!(response.headers()["content-encoding"], "gzip", "{round}");
        assert!(response.headers()["vary"].to_str().unwrap().contains("accept-encoding"));
        let zipped = response.bytes().await.unwrap();
        let data: Value = serde_json::from_reader(flate2::read::GzDecoder::new(&zipped[..])).unwrap();
        assert_eq!(data["data"], plain);
    }
}
