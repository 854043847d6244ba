//! What comes over the line: events of a traject and of the organisation, each printed as a sentence.

use std::io::{Write, stdout};

use jiff::{Timestamp, tz::TimeZone};
use serde_json::{Value, json};

use super::{super::Failure, line::Line};
use crate::platform::change_log::Position;

const TRAJECTEN: &str = "query { trajecten { id naam } }";
const INTEGRATIE: &str = "subscription ($traject: ID!, $vanaf: Positie) { bericht: integratie(traject: $traject, vanaf: $vanaf) { \
     ... on Gebeurtenis { positie tijdstip zin } ... on Bijgewerkt { positie } ... on HerladenNodig { positie reden } } }";
const ORGANISATIE: &str = "subscription ($vanaf: Positie) { bericht: organisatie(vanaf: $vanaf) { \
     ... on Gebeurtenis { positie tijdstip zin } ... on Bijgewerkt { positie } ... on HerladenNodig { positie reden } } }";

/// Why following ended.
pub enum End {
    /// Trying again may help.
    ForNow(String),
    ForGood(Failure),
}

impl End {
    pub fn for_good(why: &str) -> Self {
        Self::ForGood(Failure::new(why))
    }
}

/// How far each stream was followed.
pub struct Places {
    integratie: Option<String>,
    organisatie: Option<String>,
}

impl From<Option<Position>> for Places {
    fn from(position: Option<Position>) -> Self {
        let position = position.map(|position| position.to_string());
        Self { integratie: position.clone(), organisatie: position }
    }
}

/// Prints what happens until the line breaks; `in_touch` is called once the hub answers.
pub async fn follow(mut line: Line, traject: Option<&str>, places: &mut Places, in_touch: impl FnOnce()) -> End {
    let traject = match find(&mut line, traject).await {
        Ok(traject) => traject,
        Err(end) => return end,
    };
    in_touch();
    if let Some(traject) = traject {
        let variables = json!({ "traject": traject, "vanaf": places.integratie });
        if let Err(end) = subscribe(&mut line, "integratie", INTEGRATIE, variables).await {
            return end;
        }
    }
    let variables = json!({ "vanaf": places.organisatie });
    if let Err(end) = subscribe(&mut line, "organisatie", ORGANISATIE, variables).await {
        return end;
    }
    loop {
        let message = match line.hear().await {
            Ok(message) => message,
            Err(end) => return end,
        };
        if let Err(end) = take(&message, places) {
            return end;
        }
    }
}

async fn subscribe(line: &mut Line, id: &str, query: &str, variables: Value) -> Result<(), End> {
    line.say(json!({ "type": "subscribe", "id": id, "payload": { "query": query, "variables": variables } })).await
}

/// The traject that is meant: the one of this name or id, or the only one there is.
async fn find(line: &mut Line, wanted: Option<&str>) -> Result<Option<String>, End> {
    subscribe(line, "trajecten", TRAJECTEN, json!({})).await?;
    let answer = line.hear().await?;
    refuse_errors(&answer)?;
    line.hear().await?;
    let all = answer["payload"]["data"]["trajecten"].as_array().cloned().unwrap_or_default();
    let id = |traject: &Value| traject["id"].as_str().map(str::to_owned);
    match wanted {
        None if all.len() <= 1 => Ok(all.first().and_then(id)),
        None => {
            let names: Vec<_> = all.iter().filter_map(|traject| traject["naam"].as_str()).collect();
            Err(End::for_good(&format!("kies een traject met --traject: {}.", names.join(", "))))
        }
        Some(wanted) => {
            let found = all.iter().find(|traject| traject["id"] == wanted || traject["naam"] == wanted);
            found.and_then(id).map(Some).ok_or_else(|| End::for_good(&format!("er is geen traject {wanted}.")))
        }
    }
}

fn take(message: &Value, places: &mut Places) -> Result<(), End> {
    refuse_errors(message)?;
    if message["type"] != "next" {
        return Err(End::ForNow("De hub stuurt niets meer.".into()));
    }
    let bericht = &message["payload"]["data"]["bericht"];
    let position = bericht["positie"].as_str().map(str::to_owned);
    if message["id"] == "integratie" {
        places.integratie = position;
    } else {
        places.organisatie = position;
    }
    if bericht["reden"].is_string() {
        return Err(End::ForNow("Wat gemist is, is niet meer na te sturen; het gaat verder vanaf nu.".into()));
    }
    let Some(zin) = bericht["zin"].as_str() else { return Ok(()) };
    let gone = |_| End::for_good("de uitvoer is dicht.");
    writeln!(stdout(), "{}  {zin}", moment(bericht["tijdstip"].as_str().unwrap_or_default())).map_err(gone)
}

fn refuse_errors(message: &Value) -> Result<(), End> {
    let payload = &message["payload"];
    let errors = if message["type"] == "error" { payload } else { &payload["errors"] };
    match errors[0]["message"].as_str() {
        Some(words) => Err(End::for_good(words)),
        None => Ok(()),
    }
}

/// As on a clock in the Netherlands.
fn moment(text: &str) -> String {
    let zone = TimeZone::get("Europe/Amsterdam").unwrap_or(TimeZone::UTC);
    let moment =
        text.parse::<Timestamp>().map(|moment| moment.to_zoned(zone).strftime("%Y-%m-%d %H:%M:%S").to_string());
    moment.unwrap_or_else(|_| text.to_owned())
}
