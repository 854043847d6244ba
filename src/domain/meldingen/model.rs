//! Kinds of messages, what someone wants of them and read of them, and who was informed. Pure.

use std::collections::{BTreeMap, BTreeSet};

use jiff::{Timestamp, civil::Date};
use serde::{Deserialize, Serialize};

use crate::domain::{
    fout::{Code, Fout},
    invoer,
    organisatie::{PersoonId, uuid_id},
};

uuid_id!(InformeringId);

/// How much one may write about who else was informed.
const MAX_OOK: usize = 500;
/// So many people read in one go.
const MAX_PERSONEN: usize = 100;
/// So many things one can still keep up with.
const MAX_GEVOLGD: usize = 200;
/// What was read one by one, the oldest first to be forgotten.
const MAX_ANDERS: usize = 1_000;

/// Waar een melding over gaat.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, async_graphql::Enum)]
#[serde(rename_all = "snake_case")]
pub enum MeldingSoort {
    /// Iemand noemt je in een opmerking.
    Vermelding,
    /// Iets is aan jou toegewezen.
    Toewijzing,
    /// Een termijn of datum komt eraan of is voorbij.
    Termijn,
    /// Er wordt op je handtekening gewacht.
    Ondertekenen,
    /// Er is een signaal over een afspraak van jou, of een antwoord op een signaal van jou.
    Signaal,
    /// Iemand legde vast dat je van iets moet weten.
    Informatie,
    /// Er veranderde iets aan wat je volgt.
    Gevolgd,
}

impl MeldingSoort {
    /// All of them, in the order in which a list shows them.
    pub const ALLE: [Self; 7] = [
        Self::Vermelding,
        Self::Toewijzing,
        Self::Termijn,
        Self::Ondertekenen,
        Self::Signaal,
        Self::Informatie,
        Self::Gevolgd,
    ];

    /// As people call it.
    pub fn naam(self) -> &'static str {
        match self {
            Self::Vermelding => "vermeldingen",
            Self::Toewijzing => "toewijzingen",
            Self::Termijn => "termijnen",
            Self::Ondertekenen => "verzoeken om te tekenen",
            Self::Signaal => "signalen",
            Self::Informatie => "wat je moet weten",
            Self::Gevolgd => "wat je volgt",
        }
    }

    /// What someone gets who never chose.
    fn gewoonlijk(self) -> Bezorging {
        match self {
            Self::Vermelding | Self::Ondertekenen | Self::Informatie => Bezorging::Meteen,
            Self::Toewijzing | Self::Termijn | Self::Signaal | Self::Gevolgd => Bezorging::Dagelijks,
        }
    }
}

/// Of en wanneer een melding per e-mail komt. In de hub staat zij altijd.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, async_graphql::Enum)]
#[serde(rename_all = "snake_case")]
pub enum Bezorging {
    /// Geen e-mail.
    Niet,
    /// Meteen een e-mail.
    Meteen,
    /// In het overzicht van de volgende ochtend.
    Dagelijks,
}

/// What someone chose; what is not in it is as usual.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Voorkeur(pub BTreeMap<MeldingSoort, Bezorging>);

impl Voorkeur {
    pub fn voor(&self, soort: MeldingSoort) -> Bezorging {
        self.0.get(&soort).copied().unwrap_or_else(|| soort.gewoonlijk())
    }
}

/// What someone read: everything up to a position, and beyond that what is named.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Gelezen {
    /// All that was told up to this position of the log is read…
    pub tot: i64,
    /// …except these; what came later or has no position is not, except these.
    pub anders: BTreeSet<String>,
}

impl Gelezen {
    /// Was it read? `seq`: where it stands in the log; `None` for what follows from a date.
    pub fn is_gelezen(&self, id: &str, seq: Option<i64>) -> bool {
        seq.is_some_and(|seq| seq <= self.tot) != self.anders.contains(id)
    }

    /// The same, with one message marked.
    pub fn met(mut self, id: &str, seq: Option<i64>, gelezen: bool) -> Self {
        if self.is_gelezen(id, seq) != gelezen && !self.anders.remove(id) {
            self.anders.insert(id.to_owned());
        }
        while self.anders.len() > MAX_ANDERS {
            self.anders.pop_first();
        }
        self
    }

    /// Everything up to `tot` read, and these that have no position.
    pub fn alles(tot: i64, zonder_positie: BTreeSet<String>) -> Self {
        Self { tot, anders: zonder_positie }
    }
}

/// Where a message stands in the log, by its id; `None` for what follows from a date.
pub fn seq_van(id: &str) -> Option<i64> {
    id.parse().ok()
}

/// Hoe iemand geïnformeerd is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, async_graphql::Enum)]
#[serde(rename_all = "snake_case")]
pub enum Kanaal {
    /// Per e-mail.
    Email,
    /// In een overleg.
    Overleg,
    /// Aan de telefoon.
    Telefoon,
    /// Met een melding in de hub.
    Hub,
}

impl Kanaal {
    /// As people call it.
    pub fn naam(self) -> &'static str {
        match self {
            Self::Email => "per e-mail",
            Self::Overleg => "in een overleg",
            Self::Telefoon => "aan de telefoon",
            Self::Hub => "in de hub",
        }
    }
}

/// What somebody was informed about, or follows.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(tag = "soort", content = "sleutel", rename_all = "snake_case")]
pub enum Over {
    Taak(String),
    Besluit(String),
    Afspraak(String),
    Contract(String),
}

impl Over {
    /// The subject of this kind and key, when one can be informed about it.
    pub fn van(kind: &str, key: &str) -> Option<Self> {
        match kind {
            "Taak" => Some(Self::Taak(key.to_owned())),
            "Besluit" => Some(Self::Besluit(key.to_owned())),
            "Afspraak" => Some(Self::Afspraak(key.to_owned())),
            "Contract" => Some(Self::Contract(key.to_owned())),
            _ => None,
        }
    }

    /// The name of its type in the schema, and its key.
    pub fn onderwerp(&self) -> (&'static str, &str) {
        match self {
            Self::Taak(key) => ("Taak", key),
            Self::Besluit(key) => ("Besluit", key),
            Self::Afspraak(key) => ("Afspraak", key),
            Self::Contract(key) => ("Contract", key),
        }
    }
}

/// Something somebody follows, and since when: of what happened before they get no messages.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Gevolgde {
    pub over: Over,
    pub sinds: Timestamp,
}

/// What somebody follows, the latest last.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Gevolgd(pub Vec<Gevolgde>);

impl Gevolgd {
    /// Since when they follow this; `None`: they do not.
    pub fn sinds(&self, over: &Over) -> Option<Timestamp> {
        self.0.iter().find(|een| een.over == *over).map(|een| een.sinds)
    }

    /// The same with this followed from now on, or no more; refused when that is too much to read.
    pub fn met(&self, over: Over, volgt: bool, nu: Timestamp) -> Result<Self, Fout> {
        if self.sinds(&over).is_some() == volgt {
            return Ok(self.clone());
        }
        let mut alle: Vec<_> = self.0.iter().filter(|een| een.over != over).cloned().collect();
        if volgt {
            if alle.len() >= MAX_GEVOLGD {
                let bericht = "Je volgt al tweehonderd dingen. Kijk bij Meldingen wat je niet meer hoeft te volgen.";
                return Err(Fout::bij(Code::TeGroot, "onderwerp", bericht));
            }
            alle.push(Gevolgde { over, sinds: nu });
        }
        Ok(Self(alle))
    }
}

/// Somebody told these people about this.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Informering {
    pub id: InformeringId,
    pub over: Over,
    pub personen: BTreeSet<PersoonId>,
    /// Who else, who does not work in the hub: a role, a body, an organisation.
    pub ook: String,
    pub kanaal: Kanaal,
    /// When they were told.
    pub dag: Date,
    pub door: Option<PersoonId>,
    pub op: Timestamp,
}

impl Informering {
    /// The same trimmed, or what is missing.
    pub fn getoetst(self, vandaag: Date) -> Result<Self, Fout> {
        let ook = invoer::vrije_tekst("ook", &self.ook, MAX_OOK)?;
        if self.personen.is_empty() && ook.is_empty() {
            let bericht = "Kies wie het weet, of schrijf op wie buiten de hub het weet.";
            return Err(Fout::bij(Code::Verplicht, "personen", bericht));
        }
        if self.personen.len() > MAX_PERSONEN {
            return Err(Fout::bij(Code::TeGroot, "personen", "Leg hooguit honderd personen per keer vast."));
        }
        if self.dag > vandaag {
            let bericht = "Die dag moet nog komen. Leg vast wanneer het gebeurd is.";
            return Err(Fout::bij(Code::DatumOngeldig, "dag", bericht));
        }
        invoer::datum("dag", self.dag)?;
        Ok(Self { ook, ..self })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn read_is_up_to_a_position_with_exceptions_on_both_sides() {
        let gelezen = Gelezen { tot: 10, ..Gelezen::default() };
        let gelezen = gelezen.met("8", Some(8), false).met("12", Some(12), true).met("termijn:a", None, true);
        for (id, seq, is) in [
            ("7", Some(7), true),
            ("8", Some(8), false),
            ("11", Some(11), false),
            ("12", Some(12), true),
            ("termijn:a", None, true),
            ("termijn:b", None, false),
        ] {
            assert_eq!(gelezen.is_gelezen(id, seq), is, "{id}");
        }
        let terug = gelezen.clone().met("8", Some(8), true).met("8", Some(8), true);
        assert!(terug.is_gelezen("8", Some(8)));
        let alles = Gelezen::alles(12, BTreeSet::from(["termijn:b".to_owned()]));
        assert!(alles.is_gelezen("8", Some(8)) && alles.is_gelezen("termijn:b", None));
    }

    #[test]
    fn who_never_chose_gets_what_cannot_wait_at_once() {
        let voorkeur = Voorkeur(BTreeMap::from([(MeldingSoort::Termijn, Bezorging::Niet)]));
        assert_eq!(voorkeur.voor(MeldingSoort::Termijn), Bezorging::Niet);
        assert_eq!(voorkeur.voor(MeldingSoort::Vermelding), Bezorging::Meteen);
        assert_eq!(voorkeur.voor(MeldingSoort::Toewijzing), Bezorging::Dagelijks);
    }

    #[test]
    fn following_again_keeps_since_when_and_there_is_an_end_to_it() {
        let op = |seconde| Timestamp::from_second(seconde).unwrap();
        let over = |nummer: usize| Over::Taak(nummer.to_string());
        let een = Gevolgd::default().met(over(0), true, op(1)).unwrap();
        assert_eq!(een.met(over(0), true, op(2)).unwrap(), een);
        assert_eq!(een.met(over(0), false, op(2)).unwrap(), Gevolgd::default());
        let vol = (0..MAX_GEVOLGD).fold(een, |alle, nummer| alle.met(over(nummer), true, op(3)).unwrap());
        assert_eq!(vol.met(over(MAX_GEVOLGD), true, op(4)).unwrap_err().code, Code::TeGroot);
        assert_eq!(vol.sinds(&over(0)), Some(op(1)));
    }
}
