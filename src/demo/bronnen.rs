//! How the JSON of the facts reads: its keys become the fields of the facts of the hub.

use serde::de::Error;
use serde_json::{Map, Value, json};

use crate::domain::organisatie::Feit;

/// The JSON as it stands in the project.
pub const GEMEENTEN: &str = include_str!("feiten/gemeenten.json");
pub const DOMEINEN: &str = include_str!("feiten/domeinen.json");
pub const ROLLEN: &str = include_str!("feiten/rollen.json");
pub const STAKEHOLDERS: &str = include_str!("feiten/stakeholders.json");
pub const PDCA: &str = include_str!("feiten/pdca.json");
pub const INTEGRATIE: &str = include_str!("feiten/integratie.json");

/// Keys of the JSON that have another name in the hub.
const VELDEN: [(&str, &str); 20] = [
    ("actor_ids", "partijen"),
    ("analyse_ids", "analyses"),
    ("domein_ids", "domeinen"),
    ("gemeente_id", "gemeente"),
    ("groep_id", "groep"),
    ("hoort_bij_id", "hoort_bij"),
    ("huisvesting_gemeente_id", "huisvesting"),
    ("invloedsring", "ring"),
    ("missie_kern", "missie"),
    ("module_id", "module"),
    ("module_ids", "modules"),
    ("naar_id", "naar"),
    ("regio_id", "regio"),
    ("ring_grondslag", "grondslag_ring"),
    ("rol_id", "rol"),
    ("schaal_id", "schaal"),
    ("subregio_id", "subregio"),
    ("van_id", "van"),
    ("vanaf", "van"),
    ("visie_kern", "visie"),
];

/// Keys that say where a fact comes from.
const HERKOMST: [&str; 4] = ["bron", "bronnen_extra", "onzeker", "notitie"];

/// All facts about the organisation; each stands after what it points at.
pub fn feiten() -> Result<Vec<Feit>, serde_json::Error> {
    let gemeenten: Value = serde_json::from_str(GEMEENTEN)?;
    let domeinen: Value = serde_json::from_str(DOMEINEN)?;
    let rollen: Value = serde_json::from_str(ROLLEN)?;
    let stakeholders: Value = serde_json::from_str(STAKEHOLDERS)?;
    let pdca: Value = serde_json::from_str(PDCA)?;
    let frequenties = Value::Array(rijen(&pdca["frequenties"]).iter().map(frequentie).collect());
    let deelnames = Value::Array(rijen(&gemeenten["gemeenten"]).iter().flat_map(deelnames).collect());
    let lijsten = [
        ("regio", &gemeenten["regios"]),
        ("domein", &domeinen["domeinen"]),
        ("module", &gemeenten["modules"]),
        ("gemeente", &gemeenten["gemeenten"]),
        ("deelname", &deelnames),
        ("organisatie", &json!([gemeenten["organisatie"]])),
        ("groep", &rollen["groepen"]),
        ("rol", &rollen["rollen"]),
        ("analyse", &stakeholders["analyses"]),
        ("stakeholder", &stakeholders["stakeholders"]),
        ("relatie", &stakeholders["relaties"]),
        ("frequentie", &frequenties),
    ];
    let alle = lijsten.iter().flat_map(|(soort, lijst)| rijen(lijst).iter().map(|rij| feit(soort, rij)));
    alle.collect()
}

fn rijen(lijst: &Value) -> &[Value] {
    lijst.as_array().map_or(&[], Vec::as_slice)
}

/// Where a gemeente takes part; in the JSON these stand within the gemeente.
fn deelnames(gemeente: &Value) -> Vec<Value> {
    let met_gemeente = |deelname: &Value| {
        let mut deelname = deelname.clone();
        deelname["gemeente_id"] = gemeente["id"].clone();
        deelname["id"] = json!(format!("{}/{}", woord(&gemeente["id"]), woord(&deelname["module_id"])));
        deelname
    };
    rijen(&gemeente["modules"]).iter().map(met_gemeente).collect()
}

/// How often, in text and as a number.
fn frequentie(rij: &Value) -> Value {
    let mut frequentie = rij.clone();
    let aantal = match &rij["aantal"] {
        Value::Null => None,
        Value::String(aantal) => Some(aantal.clone()),
        aantal => Some(aantal.to_string()),
    };
    let keer = aantal.as_ref().and_then(|aantal| keer_per_jaar(aantal, &woord(&rij["eenheid"])));
    frequentie["aantal"] = json!(aantal);
    frequentie["keer_per_jaar"] = json!(keer);
    frequentie
}

/// At least so often a year: "2-3 per jaar" is 2, "elke 6 weken" is 8.
fn keer_per_jaar(aantal: &str, eenheid: &str) -> Option<i32> {
    let getal = aantal.split(|c: char| !c.is_ascii_digit()).find(|deel| !deel.is_empty())?.parse::<i32>().ok()?;
    match (aantal, eenheid) {
        (aantal, _) if aantal.ends_with("weken") => 52_i32.checked_div(getal),
        (_, eenheid) if eenheid.starts_with("per kwartaal") => Some(4 * getal),
        (_, eenheid) if eenheid.starts_with("per jaar") => Some(getal),
        _ => None,
    }
}

fn feit(soort: &str, rij: &Value) -> Result<Feit, serde_json::Error> {
    let rij = rij.as_object().ok_or_else(|| serde_json::Error::custom(format!("een {soort} is een object")))?;
    let mut herkomst = Map::new();
    let mut feit = Map::new();
    for (key, value) in rij.iter().filter(|(_, value)| !value.is_null()) {
        if HERKOMST.contains(&key.as_str()) {
            herkomst.insert(key.clone(), value.clone());
        } else {
            let naam = VELDEN.iter().find(|(van, _)| van == key).map_or(key.as_str(), |(_, naar)| naar);
            feit.insert(naam.to_owned(), waarde(key, value));
        }
    }
    if let Some(bron) = rij.get("beoogde_uitbreiding").map(|uitbreiding| &uitbreiding["bron"]) {
        herkomst
            .insert("bronnen_extra".into(), [rijen(&rij["bronnen_extra"]), std::slice::from_ref(bron)].concat().into());
    }
    let notities: Vec<String> = rij.get("notitie").map(woord).into_iter().chain(meer(rij)).collect();
    if !notities.is_empty() {
        herkomst.insert("notitie".into(), notities.join(" ").into());
    }
    feit.insert("herkomst".into(), herkomst.into());
    serde_json::from_value(json!({ "soort": soort, "feit": feit }))
}

fn waarde(key: &str, value: &Value) -> Value {
    match key {
        // A side of a relation is a stakeholder, a role or the organisation: its prefix tells.
        "van_id" | "naar_id" => partij(value),
        "actor_ids" => rijen(value).iter().map(partij).collect(),
        "bijzonderheden" => rijen(value).iter().map(met_onzekerheid).collect(),
        "jaar" => woord(value).parse::<i32>().map_or(Value::Null, Value::from),
        _ => value.clone(),
    }
}

fn partij(value: &Value) -> Value {
    match woord(value).split_once('-') {
        Some(("sh", _)) => json!({ "stakeholder": value }),
        Some(("org", _)) => json!({ "organisatie": value }),
        _ => json!({ "rol": value }),
    }
}

/// A detail of a gemeente has no note of its own: what is uncertain stands in its description.
fn met_onzekerheid(bijzonderheid: &Value) -> Value {
    let mut bijzonderheid = bijzonderheid.clone();
    if bijzonderheid["onzeker"] == true {
        let (omschrijving, notitie) = (woord(&bijzonderheid["omschrijving"]), woord(&bijzonderheid["notitie"]));
        bijzonderheid["omschrijving"] = format!("{omschrijving} Onzeker: {notitie}").into();
    }
    bijzonderheid
}

/// What the sources say and the hub has no field for: it goes into the note.
fn meer(rij: &Map<String, Value>) -> Vec<String> {
    let lijst = |value: &Value| rijen(value).iter().map(woord).collect::<Vec<_>>().join(", ");
    let mut zinnen = Vec::new();
    if let Some(taken) = rij.get("hoofdtaken_2017") {
        zinnen.push(format!("Hoofdtaken in 2017: {}.", lijst(taken)));
    }
    if let Some(groepen) = rij.get("groepen").map(lijst).filter(|groepen| !groepen.is_empty()) {
        zinnen.push(format!("Groepen in deze analyse: {groepen}."));
    }
    if let Some(uitbreiding) = rij.get("beoogde_uitbreiding") {
        let naam = if uitbreiding["regio_id"] == "regio-midden" { "Midden-Limburg" } else { "een andere regio" };
        let (datum, status) = (woord(&uitbreiding["datum"]), woord(&uitbreiding["status"]));
        zinnen.push(format!("Beoogde uitbreiding met {naam} per {datum} ({status})."));
    }
    zinnen
}

fn woord(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}
