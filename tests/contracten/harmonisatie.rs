//! Decisions, the earliest lawful day, and how far it is: now, as of a day, and kept event by event.

use proptest::prelude::*;
use samenspel::domain::{
    contracten::{
        Attribuut, AttribuutId, AttribuutInhoud, Besluit, BesluitInhoud, Cel, CelInhoud, Gebeurtenis, Graad,
        Harmonisatiekeuze, Kolom, Standen, Sturingselement, Toestand, Vorm, Waarde, Waardesoort,
    },
    organisatie::Hubrol,
};
use serde_json::{Value, json};

use super::{CONTRACTEN, hub, rij, rijen};
use crate::support::{TestClient, TestHub};

const GRAAD: &str = "query ($stand: Datum) { harmonisatiegraad(stand: $stand) { op
    samen { totaal standen { stand aantal procent procentGewogen } }
    perElement { naam samen { totaal } perRegio { regio { afkorting } samen { standen { stand aantal } } } }
    perDomein { domein { naam } samen { totaal } } perRegio { regio { afkorting } samen { standen { stand aantal procentGewogen } } }
    inwoners { aantal zeker } } harmonisatieverloop { op samen { standen { stand aantal } } } }";

async fn graad(client: &TestClient) -> Value {
    client.query(GRAAD, json!({})).await
}

/// How many stand where.
fn aantal(graad: &Value, stand: &str) -> i64 {
    let standen = graad["harmonisatiegraad"]["samen"]["standen"].as_array().unwrap();
    standen.iter().find(|een| een["stand"] == stand).unwrap()["aantal"].as_i64().unwrap()
}

async fn besluit(client: &TestClient, rijen: &[&Value], meer: Value) -> Value {
    let attributen: Vec<_> =
        rijen.iter().map(|rij| json!({ "id": rij["id"], "verwachteVersie": rij["besluit"]["versie"] })).collect();
    let mut input = json!({ "attributen": attributen });
    input.as_object_mut().unwrap().extend(meer.as_object().unwrap().clone());
    let velden = "attributen { id stand planstand besluit { keuze waarde afspraak versie } moment { datum } }";
    client.mutate("besluitHarmonisatie", input, velden).await
}

#[tokio::test]
async fn a_decision_moves_the_degree_on_the_other_screen() {
    let hub = hub().await;
    let (anna, bram) = (hub.als(Hubrol::Kwartiermaker).await, hub.als(Hubrol::Contractmanager).await);
    let eerst = graad(&anna).await;
    assert_eq!((aantal(&eerst, "GELIJK"), aantal(&eerst, "OPEN"), aantal(&eerst, "ONBEKEND")), (3, 1, 27), "{eerst}");
    let gelezen = rijen(&anna, Value::Null).await;
    let mut screen = bram.subscribe(CONTRACTEN, json!({ "vanaf": gelezen["positie"] })).await;
    screen.next_event().await;
    let ritme = rij(&gelezen, "Ritme accountgesprekken");
    let loket = rij(&gelezen, "Wijze van beschikken");
    let samen = besluit(&anna, &[ritme, loket], json!({ "keuze": "NOORD_VOLGEN", "geplandOp": "2099-01-01" })).await;
    assert_eq!(samen["attributen"][1]["stand"], "GEPLAND", "{samen}");
    let event = screen.next_event().await["contracten"].take();
    assert_eq!(
        event["zin"],
        "Kwartiermaker legde over ‘Ritme accountgesprekken Jeugd en Wmo’ vast: Noord volgen, vanaf 1 januari 2099."
    );
    let bewust = rij(&gelezen, "Inkoopschaal");
    let zonder = besluit(&anna, &[bewust], json!({ "keuze": "BEWUST_VERSCHILLEND" })).await;
    assert_eq!(zonder["fouten"][0]["veld"], "reden");
    besluit(&anna, &[bewust], json!({ "keuze": "BEWUST_VERSCHILLEND", "reden": "Midden koopt deels zelf in." })).await;
    let nu = graad(&bram).await;
    assert_eq!((aantal(&nu, "GEPLAND"), aantal(&nu, "BEWUST_VERSCHILLEND"), aantal(&nu, "OPEN")), (2, 1, 0));
    let procent = &nu["harmonisatiegraad"]["samen"]["standen"][0];
    assert!(procent["procent"] == 9.7 && procent["procentGewogen"].is_f64(), "{procent}");
    assert_eq!(nu["harmonisatiegraad"]["perElement"][3]["naam"], "Contractvorm");
    // Both saw the same decision; the second hears of the first.
    let oud = rij(&gelezen, "Wijze van beschikken");
    let procesregisseur = hub.als(Hubrol::Procesregisseur).await;
    let botst = besluit(&procesregisseur, &[oud], json!({ "keuze": "MIDDEN_VOLGEN" })).await;
    assert_eq!(botst["fouten"][0]["code"], "VERSIE_VEROUDERD");
    let coordinator = hub.als(Hubrol::CoordinatorToegang).await;
    let niet = besluit(&coordinator, &[oud], json!({ "keuze": "MIDDEN_VOLGEN" })).await;
    assert_eq!(niet["fouten"][0]["code"], "GEEN_RECHT");
}

#[tokio::test]
async fn no_plan_before_the_earliest_lawful_day_and_a_moved_contract_shows_in_the_plan() {
    let hub = hub().await;
    let anna = hub.als(Hubrol::Kwartiermaker).await;
    let contracten = anna.query("{ contracten { id nummer versie } }", json!({})).await;
    let contract = |nummer: &str| {
        let alle = contracten["contracten"].as_array().unwrap();
        alle.iter().find(|een| een["nummer"] == nummer).unwrap().clone()
    };
    let einde = async |einde: &str, versie: i64| {
        let velden = json!({ "einde": einde, "opties": [], "tussentijds": false });
        let input =
            json!({ "id": contract("PARTICIPATIE-INDIVIDUEEL")["id"], "verwachteVersie": versie, "velden": velden });
        assert_eq!(anna.mutate("wijzigContract", input, "").await["fouten"], json!([]));
    };
    let gelezen = rijen(&anna, Value::Null).await;
    let toetreding = rij(&gelezen, "Toetreding Participatie");
    assert_eq!(toetreding["moment"]["datum"], Value::Null, "no source says when it ends");
    assert!(toetreding["moment"]["ontbreekt"][0].as_str().unwrap().contains("einddatum"));
    einde("2060-06-30", 1).await;
    let vroeg = besluit(&anna, &[toetreding], json!({ "keuze": "NOORD_VOLGEN", "geplandOp": "2060-06-30" })).await;
    let bericht = vroeg["fouten"][0]["bericht"].as_str().unwrap();
    assert!(bericht.contains("pas vanaf 1 juli 2060") && bericht.contains("loopt tot en met"), "{bericht}");
    let goed = besluit(&anna, &[toetreding], json!({ "keuze": "NOORD_VOLGEN", "geplandOp": "2060-07-01" })).await;
    assert_eq!(goed["attributen"][0]["planstand"], "PAST", "{goed}");
    einde("2061-06-30", 2).await;
    let nu = rijen(&anna, Value::Null).await;
    assert_eq!(rij(&nu, "Toetreding Participatie")["planstand"], "TE_VROEG");
    // A way of working stands in no contract: that can change today.
    assert!(rij(&nu, "Wijze van beschikken")["moment"]["datum"].is_string());
}

#[tokio::test]
async fn a_decision_is_talked_over_and_becomes_an_agreement_once() {
    let hub = hub().await;
    let anna = hub.als(Hubrol::Kwartiermaker).await;
    let gelezen = rijen(&anna, Value::Null).await;
    let loket = rij(&gelezen, "Organisatie van de lokale toegang");
    let spreek = json!({ "attribuut": loket["id"] });
    let velden = "attribuut { besluit { afspraak } }";
    assert_eq!(
        anna.mutate("spreekHarmonisatieAf", spreek.clone(), velden).await["fouten"][0]["code"],
        "NIET_IN_DEZE_FASE"
    );
    let kijker = hub.als(Hubrol::Contractmanager).await;
    let zegt = json!({ "attribuut": loket["id"], "tekst": "Weert heeft twee loketten." });
    let gezegd = kijker.mutate("bespreekHarmonisatie", zegt, "attributen { gesprek { tekst door { naam } } }").await;
    assert_eq!(gezegd["attributen"][0]["gesprek"][0]["door"]["naam"], "Contractmanager", "{gezegd}");
    besluit(&anna, &[loket], json!({ "keuze": "NIEUW", "waarde": "één loket per gemeente" })).await;
    let gemaakt = anna.mutate("spreekHarmonisatieAf", spreek.clone(), velden).await;
    let id = gemaakt["attribuut"]["besluit"]["afspraak"].clone();
    let afspraak =
        anna.query("query ($id: ID!) { afspraak(id: $id) { naam fase omschrijving } }", json!({ "id": id })).await;
    assert_eq!(afspraak["afspraak"]["fase"], "CONCEPT", "{gemaakt}");
    assert!(afspraak["afspraak"]["naam"].as_str().unwrap().contains("één loket per gemeente"));
    assert_eq!(anna.mutate("spreekHarmonisatieAf", spreek, velden).await["fouten"][0]["code"], "BESTAAT_AL");
}

#[tokio::test]
async fn the_degree_of_a_day_before_is_what_it_was_then() {
    let hub = hub().await;
    let anna = hub.als(Hubrol::Kwartiermaker).await;
    let toen = anna.query("{ harmonisatiegraad { op } }", json!({})).await["harmonisatiegraad"]["op"].take();
    let gelezen = rijen(&anna, Value::Null).await;
    let stand = graad(&anna).await;
    dag_later(&hub);
    let anna = hub.als(Hubrol::Kwartiermaker).await;
    let loket = rij(&gelezen, "Wijze van beschikken");
    assert_eq!(besluit(&anna, &[loket], json!({ "keuze": "NOORD_VOLGEN" })).await["fouten"], json!([]));
    let nu = graad(&anna).await;
    assert_eq!(aantal(&nu, "BESLOTEN"), 1);
    let terug = anna.query(GRAAD, json!({ "stand": toen })).await;
    assert_eq!((aantal(&terug, "BESLOTEN"), &terug["harmonisatiegraad"]["op"]), (0, &toen));
    assert_eq!(terug["harmonisatiegraad"]["samen"], stand["harmonisatiegraad"]["samen"]);
    let verloop = nu["harmonisatieverloop"].as_array().unwrap();
    assert_eq!((verloop.len(), &verloop[0]["op"]), (2, &toen));
    let gister = anna.query(super::RIJEN, json!({ "stand": toen })).await;
    assert_eq!(rij(&gister, "Wijze van beschikken")["magBesluiten"], false, "nobody changes the past");
}

fn dag_later(hub: &TestHub) {
    hub.clock.shift(jiff::SignedDuration::from_hours(25));
}

/// What happens at random to one of three attributes.
#[derive(Debug, Clone)]
enum Zet {
    Waarde { attribuut: u8, streek: usize, waarde: Option<bool> },
    Besluit { attribuut: u8, keuze: Harmonisatiekeuze, gepland: bool },
    Vervallen { attribuut: u8, vervallen: bool },
}

fn zet() -> impl Strategy<Value = Zet> {
    use Harmonisatiekeuze::*;
    let keuzes = prop::sample::select(vec![NogOpen, NoordVolgen, MiddenVolgen, Nieuw, BewustVerschillend]);
    prop_oneof![
        6 => (0..3u8, 0..3usize, prop::option::of(any::<bool>()))
            .prop_map(|(attribuut, streek, waarde)| Zet::Waarde { attribuut, streek, waarde }),
        3 => (0..3u8, keuzes, any::<bool>()).prop_map(|(attribuut, keuze, gepland)| Zet::Besluit { attribuut, keuze, gepland }),
        1 => (0..3u8, any::<bool>()).prop_map(|(attribuut, vervallen)| Zet::Vervallen { attribuut, vervallen }),
    ]
}

fn attribuut(nummer: u8, vervallen: bool) -> Attribuut {
    Attribuut {
        id: AttribuutId(nummer.to_string()),
        inhoud: AttribuutInhoud {
            element: Sturingselement::Toegang,
            naam: nummer.to_string(),
            vorm: Vorm { soort: Waardesoort::JaNee, eenheid: None, keuzes: Vec::new() },
            domeinen: [].into(),
            contracten: [].into(),
            in_contract: false,
            beletsels: Vec::new(),
            toelichting: String::new(),
            vervallen,
        },
        plaats: 0,
        herkomst: None,
        versie: 1,
        door: None,
        op: jiff::Timestamp::UNIX_EPOCH,
    }
}

fn gebeurtenis(zet: &Zet) -> Gebeurtenis {
    match zet {
        Zet::Waarde { attribuut, streek, waarde } => {
            let waarde = waarde.map(|ja| Waarde::JaNee { ja });
            let sleutel = (AttribuutId(attribuut.to_string()), Kolom::streken()[*streek].clone());
            let inhoud = CelInhoud { waarde, ..CelInhoud::default() };
            Gebeurtenis::VergelijkingscelIngevuld {
                van: Box::default(),
                naar: Box::new(Cel { inhoud, ..Cel::leeg(sleutel) }),
            }
        }
        Zet::Besluit { attribuut, keuze, gepland } => {
            let inhoud = BesluitInhoud {
                keuze: *keuze,
                waarde: Some(Waarde::JaNee { ja: true }),
                gepland_op: gepland.then_some(jiff::civil::date(2030, 1, 1)),
                ..BesluitInhoud::default()
            };
            let naar = Box::new(Besluit { inhoud, ..Besluit::leeg(AttribuutId(attribuut.to_string())) });
            Gebeurtenis::HarmonisatieBesloten { van: Box::default(), naar }
        }
        Zet::Vervallen { attribuut, vervallen } => {
            let naar = Box::new(self::attribuut(*attribuut, *vervallen));
            Gebeurtenis::AttribuutGewijzigd { van: Box::new(naar.inhoud.clone()), naar }
        }
    }
}

/// From values and decisions alone, without what was kept.
fn van_voren_af_aan(toestand: &Toestand) -> Graad {
    let standen: Vec<Standen> = toestand
        .rijen()
        .iter()
        .map(|rij| {
            let cellen = Kolom::streken().map(|kolom| toestand.cel((rij.id.clone(), kolom)));
            let waarden = cellen.each_ref().map(|cel| cel.inhoud.waarde.as_ref());
            Standen::van(waarden, toestand.besluiten.get(&rij.id).map(|besluit| &besluit.inhoud))
        })
        .collect();
    Graad::van(standen.iter(), Some([280, 140, 100]), None)
}

proptest! {
    #[test]
    fn the_degree_from_scratch_is_the_degree_kept_by_events(zetten in prop::collection::vec(zet(), 0..60)) {
        let mut toestand = Toestand::default();
        for nummer in 0..3 {
            toestand.toepassen(&Gebeurtenis::AttribuutVastgelegd { attribuut: Box::new(attribuut(nummer, false)) });
        }
        for zet in &zetten {
            toestand.toepassen(&gebeurtenis(zet));
            let bijgehouden = Graad::van(toestand.standen.values(), Some([280, 140, 100]), None);
            prop_assert_eq!(bijgehouden, van_voren_af_aan(&toestand), "after {:?}", zet);
        }
    }
}
