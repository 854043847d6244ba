use std::{
    collections::{BTreeMap, BTreeSet, HashSet},
    path::Path,
    sync::Arc,
};

use serde_json::Value;

use super::{Stand, afspraken, begin, bronnen, budget, integratie, laad, stand};
use crate::{
    app::{App, Stores},
    domain::{
        afspraken::AfspraakId,
        beeld::Beeld,
        command::{Actor, execute},
        integratie::{Budgettabel, Oordeel},
        organisatie::{Feit, Herkomst, RolId, commands::LegFeitVast},
    },
    platform::{change_log::live::World, clock::SystemClock, db::Db},
};

const BESTANDEN: [(&str, &str); 8] = [
    ("gemeenten", bronnen::GEMEENTEN),
    ("domeinen", bronnen::DOMEINEN),
    ("rollen", bronnen::ROLLEN),
    ("stakeholders", bronnen::STAKEHOLDERS),
    ("pdca", bronnen::PDCA),
    ("integratie", bronnen::INTEGRATIE),
    ("afspraken", afspraken::AFSPRAKEN),
    ("financien", budget::FINANCIEN),
];

#[test]
fn the_facts_are_all_there() {
    let feiten = bronnen::feiten().unwrap();
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for feit in &feiten {
        *counts.entry(feit.onderwerp().kind).or_default() += 1;
    }
    let expected = [
        ("Analyse", 3),
        ("Deelname", 28),
        ("Domein", 7),
        ("Frequentie", 19),
        ("Gemeente", 14),
        ("Groep", 4),
        ("Module", 2),
        ("Organisatie", 1),
        ("Regio", 5),
        ("Relatie", 29),
        ("Rol", 54),
        ("Stakeholder", 53),
    ];
    assert_eq!(counts, BTreeMap::from(expected));
}

#[test]
fn every_fact_has_a_key_of_its_own_and_points_at_earlier_ones() {
    let mut known = HashSet::new();
    for feit in bronnen::feiten().unwrap() {
        let own = feit.onderwerp();
        for target in feit.verwijzingen() {
            assert!(known.contains(&target.key), "{} points at {}", own.key, target.key);
        }
        assert!(known.insert(own.key.clone()), "{} stands there twice", own.key);
    }
}

#[test]
fn every_fact_has_a_source_and_what_is_uncertain_says_why() {
    for feit in bronnen::feiten().unwrap() {
        let key = feit.onderwerp().key;
        let (herkomst, grondslag) = herkomst(&feit);
        assert!(!herkomst.bron.document.is_empty(), "{key}");
        assert!(herkomst.bron.paragraaf.as_ref().is_some_and(|paragraaf| !paragraaf.is_empty()), "{key}");
        assert!(!herkomst.onzeker || herkomst.notitie.is_some() || grondslag, "{key}");
    }
}

/// Where a fact comes from, and whether it also says on what its ring rests.
fn herkomst(feit: &Feit) -> (&Herkomst, bool) {
    match feit {
        Feit::Organisatie(feit) => (&feit.herkomst, false),
        Feit::Regio(feit) => (&feit.herkomst, false),
        Feit::Domein(feit) => (&feit.herkomst, false),
        Feit::Module(feit) => (&feit.herkomst, false),
        Feit::Gemeente(feit) => (&feit.herkomst, false),
        Feit::Deelname(feit) => (&feit.herkomst, false),
        Feit::Groep(feit) => (&feit.herkomst, false),
        Feit::Rol(feit) => (&feit.herkomst, false),
        Feit::Analyse(feit) => (&feit.herkomst, false),
        Feit::Stakeholder(feit) => (&feit.herkomst, feit.grondslag_ring.is_some()),
        Feit::Relatie(feit) => (&feit.herkomst, false),
        Feit::Frequentie(feit) => (&feit.herkomst, false),
    }
}

#[test]
fn nothing_the_sources_say_is_lost() {
    // Every text of a row that becomes a fact is found back in that fact.
    let feiten: BTreeMap<String, String> = bronnen::feiten()
        .unwrap()
        .iter()
        .map(|feit| (feit.onderwerp().key, serde_json::to_string(feit).unwrap()))
        .collect();
    for (_, json) in BESTANDEN {
        let value: Value = serde_json::from_str(json).unwrap();
        for row in rows(&value) {
            let Some(feit) = row["id"].as_str().and_then(|id| feiten.get(id)) else { continue };
            for text in texts(row) {
                let found = feit.contains(text) || (text == "regio-midden" && feit.contains("Midden-Limburg"));
                assert!(found, "{} lost {text:?}", row["id"]);
            }
        }
    }
}

#[tokio::test]
async fn nothing_the_sources_say_about_agreements_is_lost() {
    let folder = tempfile::tempdir().unwrap();
    let app = App::open(&Stores::alone(Db::sqlite_url(folder.path())), Arc::new(SystemClock), false).await.unwrap();
    begin::leg_vast(&app, &|_, _, _| {}).await.unwrap();
    let (_, world) = Beeld::load(app.db()).await.unwrap();
    let value: Value = serde_json::from_str(afspraken::AFSPRAKEN).unwrap();
    for row in value["afspraken"].as_array().unwrap() {
        let id = AfspraakId(row["id"].as_str().unwrap().into());
        let afspraak = &world.afspraken.afspraken[&id];
        let cellen = world.afspraken.uitvoering.iter().filter(|((van, _), _)| *van == id).map(|(_, cel)| cel);
        let mut hier = serde_json::to_string(&**afspraak).unwrap();
        cellen.for_each(|cel| hier += &serde_json::to_string(&**cel).unwrap());
        // Roles are named in the note, not by their key; what is unknown of a gemeente is no cell.
        let elsewhere = |text: &str| text.starts_with("rol-") || text == "onbekend";
        for text in texts(row).into_iter().filter(|text| !elsewhere(text)) {
            let found = hier.contains(text) || hier.contains(&text.replace('-', " "));
            assert!(found, "{id} lost {text:?}");
        }
        let known = row["status_per_gemeente"].as_array().unwrap().iter().filter(|cel| cel["status"] != "onbekend");
        assert!(known.count() <= world.afspraken.uitvoering.keys().filter(|(van, _)| *van == id).count(), "{id}");
    }
}

fn rows(value: &Value) -> Vec<&Value> {
    match value {
        Value::Array(items) => items.iter().flat_map(rows).collect(),
        Value::Object(fields) if fields.contains_key("id") => vec![value],
        Value::Object(fields) => fields.values().flat_map(rows).collect(),
        _ => Vec::new(),
    }
}

/// All texts in a row; what a gemeente takes part in and the place of a domain are facts of their own.
fn texts(row: &Value) -> Vec<&str> {
    match row {
        Value::String(text) => vec![text],
        Value::Array(items) => items.iter().flat_map(texts).collect(),
        Value::Object(fields) => {
            let is_domein = row["id"].as_str().is_some_and(|id| id.starts_with("dom-"));
            let elsewhere = |key: &str| key == "modules" || (is_domein && matches!(key, "module_id" | "schaal_id"));
            fields.iter().filter(|(key, _)| !elsewhere(key)).flat_map(|(_, value)| texts(value)).collect()
        }
        _ => Vec::new(),
    }
}

#[test]
fn the_copy_is_the_same_as_the_shared_facts_where_those_are_at_hand() {
    let shared = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/data");
    if !shared.is_dir() {
        return;
    }
    let read =
        |name: &str| -> Value { serde_json::from_str(&std::fs::read_to_string(shared.join(name)).unwrap()).unwrap() };
    for (name, json) in BESTANDEN {
        let copy: Value = serde_json::from_str(json).unwrap();
        if name == "domeinen" {
            assert_eq!(copy["domeinen"], read("contracten.json")["domeinen"]);
        } else {
            assert_eq!(copy, read(&format!("{name}.json")), "{name}");
        }
    }
}

#[tokio::test]
async fn loading_twice_changes_nothing_the_second_time() {
    let folder = tempfile::tempdir().unwrap();
    let app = App::open(&Stores::alone(Db::sqlite_url(folder.path())), Arc::new(SystemClock), true).await.unwrap();
    laad(&app, |_, _, _| {}).await.unwrap();
    let first = app.nu().present();
    laad(&app, |_, _, _| {}).await.unwrap();
    assert_eq!(app.nu().present().position, first.position);

    let (position, fresh) = Beeld::load(app.db()).await.unwrap();
    assert_eq!(position, first.position);
    assert!(*first.world == fresh, "the folded state differs from a fresh read");
    let names: BTreeSet<_> = fresh.organisatie.personen.values().map(|persoon| persoon.naam.as_str()).collect();
    assert_eq!(names.len(), 22);
    assert_eq!(fresh.organisatie.aanstellingen.len(), 22);
}

#[tokio::test]
async fn loading_that_was_cut_off_goes_on_where_it_was() {
    let folder = tempfile::tempdir().unwrap();
    let app = App::open(&Stores::alone(Db::sqlite_url(folder.path())), Arc::new(SystemClock), true).await.unwrap();
    assert_eq!(stand(&app).await.unwrap(), Stand::Leeg);
    for cut_off_at in [50, 250, 300] {
        let nu = app.nu().clone();
        tokio::select! {
            () = nu.reached(cut_off_at) => {}
            loaded = laad(&app, |_, _, _| {}) => panic!("loaded before {cut_off_at}: {loaded:?}"),
        }
        assert_eq!(stand(&app).await.unwrap(), Stand::Half);
    }
    laad(&app, |_, _, _| {}).await.unwrap();
    assert_eq!(stand(&app).await.unwrap(), Stand::Klaar);
    let world = app.nu().present().world;
    let titles: BTreeSet<_> = world.integratie.kaarten.values().map(|kaart| kaart.taak.titel.clone()).collect();
    assert_eq!((titles.len(), world.integratie.kaarten.values().count()), (36, 36));
}

#[tokio::test]
async fn beginning_fills_in_what_is_missing_and_overwrites_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let app = App::open(&Stores::alone(Db::sqlite_url(folder.path())), Arc::new(SystemClock), false).await.unwrap();
    let nu = app.nu().clone();
    tokio::select! {
        () = nu.reached(50) => {}
        laid_down = begin::leg_vast(&app, &|_, _, _| {}) => panic!("laid down before it could be cut off: {laid_down:?}"),
    }
    assert_eq!(stand(&app).await.unwrap(), Stand::Eigen);
    begin::leg_vast(&app, &|_, _, _| {}).await.unwrap();
    let (position, world) = Beeld::load(app.db()).await.unwrap();
    assert_eq!((world.organisatie.rollen.len(), world.integratie.trajecten.len()), (54, 1));
    assert_eq!((world.afspraken.afspraken.len(), world.afspraken.uitkomsten.len()), (43, 10));
    assert_eq!(begin::leg_vast(&app, &|_, _, _| {}).await.unwrap(), 0);
    assert_eq!(app.nu().present().position, position);

    let mut rol = (*world.organisatie.rollen[&RolId("rol-ab".into())]).clone();
    rol.beschrijving = "Wat wij er intussen van weten.".into();
    execute(&app, Actor::Hub, None, LegFeitVast { feit: Feit::Rol(rol) }).await.unwrap();
    let refused = begin::leg_vast(&app, &|_, _, _| {}).await.unwrap_err();
    assert!(refused.bericht.contains("rol-ab"), "{}", refused.bericht);
    assert_eq!(app.nu().present().position.seq, position.seq + 1);
}

/// The report's own checks: those that were made when the facts were written down.
#[test]
fn the_totals_of_the_tables_are_found_as_they_were_checked_before() {
    let bron: Value = serde_json::from_str(budget::FINANCIEN).unwrap();
    let van_totalen =
        |een: &&Value| ["som ", "saldo "].iter().any(|begin| een["naam"].as_str().unwrap().starts_with(begin));
    let verwacht = bron["controles"].as_array().unwrap().iter().filter(van_totalen);
    let verwacht: Vec<_> =
        verwacht.map(|een| (een["berekend"].as_i64(), een["in_bron"].as_i64(), een["oordeel"] == "klopt")).collect();
    let tabellen = budget::tabellen(&integratie::traject().unwrap()).unwrap();
    let gevonden: Vec<_> = tabellen.iter().flat_map(Budgettabel::controles).collect();
    assert_eq!(gevonden.len(), verwacht.len());
    let sorteer = |mut lijst: Vec<(Option<i64>, Option<i64>, bool)>| {
        lijst.sort();
        lijst
    };
    let gevonden = gevonden.iter().map(|een| (een.berekend, een.in_bron, een.oordeel == Oordeel::Klopt)).collect();
    assert_eq!(sorteer(gevonden), sorteer(verwacht));
}
