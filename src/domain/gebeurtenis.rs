//! Everything that can happen, of all contexts, and how it stands in the log.

use sea_orm::DbErr;
use serde::{Serialize, de::DeserializeOwned};
use serde_json::{Map, Value};

use super::{
    afspraken, contracten, integratie, meldingen,
    organisatie::{self, PersoonId},
    sessies,
    sporen::Deel,
    weergaven,
};
use crate::platform::change_log::{Entry, NewEntry, Subject};

/// What the events of one context share. They are enums in which each variant is one kind of event; the
/// variant's name is the kind in the log, its fields are the payload.
pub trait ContextGebeurtenis: Serialize + DeserializeOwned {
    /// Who follows it: the name of a stream.
    fn scope(&self) -> String;
    /// What it is about.
    fn onderwerp(&self) -> Subject;
    /// Version of the payload. Raise it when old entries need translating in `decode`.
    fn versie(&self) -> i16 {
        1
    }
    /// All kinds, so that tests can ask for a stored sample of each.
    fn soorten() -> &'static [&'static str];
}

/// Something that happened.
#[derive(Debug, Clone, PartialEq)]
pub enum Gebeurtenis {
    Organisatie(organisatie::Gebeurtenis),
    Integratie(integratie::Gebeurtenis),
    Afspraken(afspraken::Gebeurtenis),
    Sessies(sessies::Gebeurtenis),
    Meldingen(meldingen::Gebeurtenis),
    Contracten(contracten::Gebeurtenis),
    Weergaven(weergaven::Gebeurtenis),
}

impl From<organisatie::Gebeurtenis> for Gebeurtenis {
    fn from(gebeurtenis: organisatie::Gebeurtenis) -> Self {
        Self::Organisatie(gebeurtenis)
    }
}

impl From<integratie::Gebeurtenis> for Gebeurtenis {
    fn from(gebeurtenis: integratie::Gebeurtenis) -> Self {
        Self::Integratie(gebeurtenis)
    }
}

impl From<afspraken::Gebeurtenis> for Gebeurtenis {
    fn from(gebeurtenis: afspraken::Gebeurtenis) -> Self {
        Self::Afspraken(gebeurtenis)
    }
}

impl From<sessies::Gebeurtenis> for Gebeurtenis {
    fn from(gebeurtenis: sessies::Gebeurtenis) -> Self {
        Self::Sessies(gebeurtenis)
    }
}

impl From<meldingen::Gebeurtenis> for Gebeurtenis {
    fn from(gebeurtenis: meldingen::Gebeurtenis) -> Self {
        Self::Meldingen(gebeurtenis)
    }
}

impl From<contracten::Gebeurtenis> for Gebeurtenis {
    fn from(gebeurtenis: contracten::Gebeurtenis) -> Self {
        Self::Contracten(gebeurtenis)
    }
}

impl From<weergaven::Gebeurtenis> for Gebeurtenis {
    fn from(gebeurtenis: weergaven::Gebeurtenis) -> Self {
        Self::Weergaven(gebeurtenis)
    }
}

impl Gebeurtenis {
    /// As an entry for the log.
    pub fn entry(&self) -> Result<NewEntry, serde_json::Error> {
        match self {
            Self::Organisatie(gebeurtenis) => entry(gebeurtenis),
            Self::Integratie(gebeurtenis) => entry(gebeurtenis),
            Self::Afspraken(gebeurtenis) => entry(gebeurtenis),
            Self::Sessies(gebeurtenis) => entry(gebeurtenis),
            Self::Meldingen(gebeurtenis) => entry(gebeurtenis),
            Self::Contracten(gebeurtenis) => entry(gebeurtenis),
            Self::Weergaven(gebeurtenis) => entry(gebeurtenis),
        }
    }

    /// The parts of the state this changes, or whose histories it stands in, as bits of [`Deel`].
    pub fn delen(&self) -> u32 {
        match self {
            Self::Organisatie(gebeurtenis) => gebeurtenis.deel().bit(),
            Self::Integratie(_) => Deel::Integratie.bit(),
            Self::Afspraken(_) => Deel::Afspraken.bit(),
            Self::Sessies(_) => Deel::Sessies.bit(),
            Self::Meldingen(gebeurtenis) => gebeurtenis.delen(),
            Self::Contracten(_) => Deel::Contracten.bit(),
            Self::Weergaven(_) => Deel::Weergaven.bit(),
        }
    }

    /// Whose rights or sign-ins this changes.
    pub fn raakt_toegang_van(&self) -> Option<PersoonId> {
        match self {
            Self::Organisatie(gebeurtenis) => gebeurtenis.raakt_toegang_van(),
            Self::Integratie(_)
            | Self::Afspraken(_)
            | Self::Meldingen(_)
            | Self::Contracten(_)
            | Self::Weergaven(_) => None,
            Self::Sessies(gebeurtenis) => gebeurtenis.raakt_toegang_van(),
        }
    }

    /// Reads an entry of the log back.
    pub fn lees(entry: &Entry) -> Result<Self, DbErr> {
        let kind = entry.kind.as_str();
        let read = if organisatie::Gebeurtenis::soorten().contains(&kind) {
            decode(kind, &entry.payload).map(Self::Organisatie)
        } else if afspraken::Gebeurtenis::soorten().contains(&kind) {
            decode(kind, &entry.payload).map(Self::Afspraken)
        } else if sessies::Gebeurtenis::soorten().contains(&kind) {
            decode(kind, &entry.payload).map(Self::Sessies)
        } else if meldingen::Gebeurtenis::soorten().contains(&kind) {
            decode(kind, &entry.payload).map(Self::Meldingen)
        } else if contracten::Gebeurtenis::soorten().contains(&kind) {
            decode(kind, &entry.payload).map(Self::Contracten)
        } else if weergaven::Gebeurtenis::soorten().contains(&kind) {
            decode(kind, &entry.payload).map(Self::Weergaven)
        } else {
            decode(kind, &entry.payload).map(Self::Integratie)
        };
        read.map_err(|error| DbErr::Json(format!("log entry {} ({kind}): {error}", entry.seq)))
    }
}

/// The only part of the state in which something can happen to subjects of this kind; `None` when there are more.
pub fn deel_van(kind: &str) -> Option<Deel> {
    match kind {
        "Taak" | "Traject" => Some(Deel::Integratie),
        "Afspraak" => Some(Deel::Afspraken),
        "Contract" | "Attribuut" | "Contractimport" => Some(Deel::Contracten),
        _ => None,
    }
}

fn entry<G: ContextGebeurtenis>(gebeurtenis: &G) -> Result<NewEntry, serde_json::Error> {
    use serde::ser::Error;
    let Value::Object(tagged) = serde_json::to_value(gebeurtenis)? else {
        return Err(serde_json::Error::custom("an event is an enum variant with fields"));
    };
    let (name, payload) = tagged.into_iter().next().ok_or_else(|| serde_json::Error::custom("an event has a name"))?;
    let kind = G::soorten().iter().find(|kind| **kind == name);
    let kind = kind.ok_or_else(|| serde_json::Error::custom(format!("{name} is missing in soorten()")))?;
    Ok(NewEntry {
        scope: gebeurtenis.scope(),
        subject: gebeurtenis.onderwerp(),
        kind,
        version: gebeurtenis.versie(),
        payload,
    })
}

fn decode<G: ContextGebeurtenis>(kind: &str, payload: &Value) -> Result<G, serde_json::Error> {
    let tagged = Map::from_iter([(kind.to_owned(), payload.clone())]);
    serde_json::from_value(Value::Object(tagged))
}
