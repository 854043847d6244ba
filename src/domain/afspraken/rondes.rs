//! The consent round on a frozen version: its phases, who signs what, and what a later version asks anew. Pure.

use std::collections::{BTreeMap, BTreeSet};

use jiff::{Timestamp, civil::Date};
use serde::{Deserialize, Serialize};

use super::{Afspraak, AfspraakId, Partij, SignaalId, Versie, VersieId};
use crate::domain::{
    fout::{Code, Fout},
    invoer,
    organisatie::{GemeenteId, PersoonId, uuid_id},
};

uuid_id!(RondeId, InbrengId);

pub const MAX_VOORSTEL: usize = 5_000;
pub const MAX_REDEN: usize = 2_000;
pub const MAX_HOEDANIGHEID: usize = 120;

/// Hoe ver een ronde is.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize, async_graphql::Enum,
)]
#[serde(rename_all = "snake_case")]
pub enum RondeFase {
    /// Het voorstel ligt er.
    #[default]
    Voorstel,
    /// Wie iets niet begrijpt, vraagt het.
    Vragen,
    /// Ieder zegt wat die ervan vindt.
    Reacties,
    /// Wie niet mee kan gaan, maakt bezwaar; de anderen tekenen.
    Bezwaren,
    /// Bezwaren worden verwerkt in een nieuwe versie; alleen wat anders werd, wordt opnieuw getekend.
    Tekst,
    /// De stand wordt opgemaakt.
    Besluit,
    /// De ronde is klaar.
    Gesloten,
}

impl RondeFase {
    /// As people call it.
    pub fn naam(self) -> &'static str {
        match self {
            Self::Voorstel => "voorstel",
            Self::Vragen => "vragen",
            Self::Reacties => "reacties",
            Self::Bezwaren => "bezwaren",
            Self::Tekst => "verwerken in de tekst",
            Self::Besluit => "besluit",
            Self::Gesloten => "gesloten",
        }
    }

    /// The phases one can go to from here: the next one, or one back.
    pub fn buren(self) -> &'static [Self] {
        use RondeFase::*;
        match self {
            Voorstel => &[Vragen],
            Vragen => &[Reacties, Voorstel],
            Reacties => &[Bezwaren, Vragen],
            Bezwaren => &[Tekst, Besluit, Reacties],
            Tekst => &[Besluit, Bezwaren],
            Besluit => &[Gesloten, Tekst],
            Gesloten => &[],
        }
    }

    /// Can one sign now?
    pub fn tekent(self) -> bool {
        matches!(self, Self::Bezwaren | Self::Tekst | Self::Besluit)
    }

    /// What people bring in now, if anything.
    pub fn inbreng(self) -> Option<InbrengSoort> {
        match self {
            Self::Vragen => Some(InbrengSoort::Vraag),
            Self::Reacties | Self::Bezwaren | Self::Tekst => Some(InbrengSoort::Reactie),
            _ => None,
        }
    }
}

/// A phase a round was in, and until when it was meant to last.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct RondeStap {
    pub fase: RondeFase,
    pub sinds: Timestamp,
    pub tot: Option<Date>,
}

/// A round in which parties come to consent on a version.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Ronde {
    pub id: RondeId,
    pub afspraak: AfspraakId,
    /// What is signed now; the ones before it, oldest first.
    pub versie: VersieId,
    pub eerder: Vec<VersieId>,
    pub voorstel: String,
    pub deadline: Date,
    /// Part of those who sign that must agree, in percent.
    pub deel: i32,
    /// The signals it comes from.
    pub signalen: BTreeSet<SignaalId>,
    pub stappen: Vec<RondeStap>,
    /// How it ended: adopted or not. `None`: it runs.
    pub aangenomen: Option<bool>,
    pub toelichting: String,
    pub nummer: i32,
    pub door: Option<PersoonId>,
    pub op: Timestamp,
}

/// Wat iemand van een versie vindt.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, async_graphql::Enum)]
#[serde(rename_all = "snake_case")]
#[graphql(name = "OndertekenOordeel")]
pub enum Oordeel {
    /// Akkoord.
    Akkoord,
    /// Akkoord, en in deze gemeente geldt een artikel anders.
    AkkoordMetAfwijking,
    /// Kan zo niet mee.
    Bezwaar,
}

impl Oordeel {
    /// As people call it.
    pub fn naam(self) -> &'static str {
        match self {
            Self::Akkoord => "akkoord",
            Self::AkkoordMetAfwijking => "akkoord met afwijking",
            Self::Bezwaar => "bezwaar",
        }
    }
}

/// Who signs: a party, for a gemeente or for all of them.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Plek {
    pub partij: Partij,
    pub gemeente: Option<GemeenteId>,
}

/// What one party said, of which text.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Handtekening {
    pub ronde: RondeId,
    pub plek: Plek,
    pub oordeel: Oordeel,
    pub reden: String,
    /// The articles an objection is about; none: the whole text.
    pub artikelen: BTreeSet<String>,
    pub hoedanigheid: String,
    /// Who signed, and for whom when that is someone else.
    pub door: PersoonId,
    pub namens: Option<PersoonId>,
    pub versie: VersieId,
    /// The hash of the whole text, and of each article, as it was read.
    pub hash: String,
    pub gelezen: BTreeMap<String, String>,
    pub op: Timestamp,
    pub ingetrokken: bool,
}

/// Wat iemand in een ronde inbrengt.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, async_graphql::Enum)]
#[serde(rename_all = "snake_case")]
pub enum InbrengSoort {
    /// Een vraag om het voorstel te begrijpen.
    Vraag,
    /// Wat iemand ervan vindt.
    Reactie,
}

/// A question or reaction, and what was answered.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Inbreng {
    pub id: InbrengId,
    pub ronde: RondeId,
    pub soort: InbrengSoort,
    pub tekst: String,
    pub door: Option<PersoonId>,
    pub op: Timestamp,
    pub antwoord: String,
    pub beantwoord_door: Option<PersoonId>,
}

/// Hoe een ondertekenaar ervoor staat.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, async_graphql::Enum)]
#[graphql(name = "OndertekenStand")]
pub enum TekenStand {
    /// Er is nog niet getekend.
    NogNiet,
    /// Getekend, maar een artikel is daarna veranderd: alleen dat wordt opnieuw gevraagd.
    Heropend,
    /// Akkoord.
    Akkoord,
    /// Akkoord, en hier geldt een artikel anders.
    AkkoordMetAfwijking,
    /// Bezwaar tegen iets wat er nog zo staat.
    Bezwaar,
}

/// Where one who signs stands, and which articles are still to be looked at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stand {
    pub stand: TekenStand,
    pub open: Vec<String>,
}

/// How all who sign stand together.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Telling {
    pub nodig: usize,
    pub akkoord: usize,
    pub bezwaren: usize,
    /// How many must agree.
    pub drempel: usize,
}

impl Telling {
    /// Enough agree, and nobody objects.
    pub fn gehaald(&self) -> bool {
        self.nodig > 0 && self.akkoord >= self.drempel && self.bezwaren == 0
    }
}

impl Plek {
    /// `toegang/gem-venlo`; a party for all gemeenten stands alone.
    pub fn sleutel(&self) -> String {
        let partij = serde_json::to_value(self.partij).ok();
        let partij = partij.as_ref().and_then(|partij| partij.as_str()).unwrap_or_default().to_owned();
        match &self.gemeente {
            Some(gemeente) => format!("{partij}/{gemeente}"),
            None => partij,
        }
    }
}

/// Who signs an agreement: its own people of each gemeente where it holds, the other parties once.
pub fn plekken(afspraak: &Afspraak) -> Vec<Plek> {
    let inhoud = &afspraak.inhoud;
    let per_gemeente = |partij: &Partij| matches!(partij, Partij::Beleid | Partij::Toegang | Partij::Gemeenten);
    let mut plekken = Vec::new();
    for partij in &inhoud.partijen {
        if per_gemeente(partij) {
            let eigen = inhoud.gemeenten.iter();
            plekken.extend(eigen.map(|gemeente| Plek { partij: *partij, gemeente: Some(gemeente.clone()) }));
        } else {
            plekken.push(Plek { partij: *partij, gemeente: None });
        }
    }
    plekken
}

/// Where one who signs stands on this version.
pub fn stand(handtekening: Option<&Handtekening>, versie: &Versie) -> Stand {
    let Some(gezet) = handtekening.filter(|een| !een.ingetrokken) else {
        let open = versie.artikelen.iter().map(|artikel| artikel.id.clone()).collect();
        return Stand { stand: TekenStand::NogNiet, open };
    };
    let gelezen = |id: &str, hash: &str| gezet.gelezen.get(id).is_some_and(|was| was == hash);
    let nieuw = versie.artikelen.iter().filter(|artikel| !gelezen(&artikel.id, &artikel.hash));
    // What is gone was agreed with as it was: that is a change like any other.
    let weg = gezet.gelezen.keys().filter(|id| !versie.artikelen.iter().any(|artikel| artikel.id == **id));
    let open: Vec<String> = nieuw.map(|artikel| &artikel.id).chain(weg).cloned().collect();
    let stand = match gezet.oordeel {
        Oordeel::Bezwaar => {
            let staat_er_nog = if gezet.artikelen.is_empty() {
                versie.hash == gezet.hash
            } else {
                versie.artikelen.iter().any(|een| gezet.artikelen.contains(&een.id) && gelezen(&een.id, &een.hash))
            };
            if staat_er_nog { TekenStand::Bezwaar } else { TekenStand::Heropend }
        }
        _ if !open.is_empty() => TekenStand::Heropend,
        Oordeel::Akkoord => TekenStand::Akkoord,
        Oordeel::AkkoordMetAfwijking => TekenStand::AkkoordMetAfwijking,
    };
    Stand { stand, open }
}

impl Ronde {
    /// The phase it is in.
    pub fn fase(&self) -> RondeFase {
        self.stappen.last().map(|stap| stap.fase).unwrap_or_default()
    }

    /// How all who sign stand together.
    pub fn telling(&self, standen: &[TekenStand]) -> Telling {
        use TekenStand::*;
        let tel = |wens: &[TekenStand]| standen.iter().filter(|stand| wens.contains(stand)).count();
        let nodig = standen.len();
        let deel = usize::try_from(self.deel).unwrap_or(100);
        Telling {
            nodig,
            akkoord: tel(&[Akkoord, AkkoordMetAfwijking]),
            bezwaren: tel(&[Bezwaar]),
            drempel: (nodig * deel).div_ceil(100),
        }
    }

    /// Refuses what a closed round no longer takes.
    pub fn toets_open(&self) -> Result<(), Fout> {
        if self.fase() != RondeFase::Gesloten {
            return Ok(());
        }
        Err(Fout::new(Code::NietInDezeFase, "Deze ronde is gesloten. Start een nieuwe als er iets verandert."))
    }

    /// Refuses to overwrite what someone else did after `verwacht_nummer`.
    pub fn toets_versie(&self, verwacht: i32, door: Option<PersoonId>) -> Result<(), Fout> {
        if self.nummer <= verwacht || self.door == door {
            return Ok(());
        }
        let bericht = "Een ander bracht deze ronde net verder. Kijk hoe zij nu staat en probeer het zo nodig opnieuw.";
        Err(Fout::new(Code::VersieVerouderd, bericht))
    }
}

/// The part of those who sign that must agree, or what is wrong with it.
pub fn deel_getoetst(deel: i32) -> Result<i32, Fout> {
    if (50..=100).contains(&deel) {
        return Ok(deel);
    }
    Err(Fout::bij(Code::OngeldigeWaarde, "deel", "Kies een deel van 50 tot 100 procent."))
}

/// What a signature says, trimmed; an objection says why.
pub fn reden_getoetst(oordeel: Oordeel, reden: &str) -> Result<String, Fout> {
    match oordeel {
        Oordeel::Bezwaar => invoer::tekst("reden", reden, MAX_REDEN),
        _ => invoer::vrije_tekst("reden", reden, MAX_REDEN),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::afspraken::BevrorenArtikel;

    fn versie(hash: &str, artikelen: &[(&str, &str)]) -> Versie {
        let artikel = |(id, hash): &(&str, &str)| BevrorenArtikel {
            id: (*id).into(),
            kop: (*id).to_uppercase(),
            hash: (*hash).into(),
        };
        Versie {
            id: VersieId(uuid::Uuid::nil()),
            afspraak: AfspraakId("a".into()),
            nummer: 1,
            naam: "Versie".into(),
            hash: hash.into(),
            artikelen: artikelen.iter().map(artikel).collect(),
            terug_naar: None,
            door: None,
            op: Timestamp::UNIX_EPOCH,
        }
    }

    fn gezet(oordeel: Oordeel, op: &Versie, artikelen: &[&str]) -> Handtekening {
        Handtekening {
            ronde: RondeId(uuid::Uuid::nil()),
            plek: Plek { partij: Partij::Toegang, gemeente: None },
            oordeel,
            reden: String::new(),
            artikelen: artikelen.iter().map(|id| (*id).to_owned()).collect(),
            hoedanigheid: "teamleider".into(),
            door: PersoonId(uuid::Uuid::nil()),
            namens: None,
            versie: op.id,
            hash: op.hash.clone(),
            gelezen: op.artikelen.iter().map(|een| (een.id.clone(), een.hash.clone())).collect(),
            op: Timestamp::UNIX_EPOCH,
            ingetrokken: false,
        }
    }

    #[test]
    fn a_later_version_asks_only_for_the_articles_it_changed() {
        use TekenStand as T;
        let eerst = versie("h1", &[("a", "1"), ("b", "1")]);
        let later = versie("h2", &[("a", "1"), ("b", "2")]);
        let anders = versie("h3", &[("b", "1"), ("a", "1")]);
        let minder = versie("h4", &[("a", "1")]);
        let getekend = |oordeel, artikelen: &[&str]| gezet(oordeel, &eerst, artikelen);
        for (handtekening, op, verwacht, open) in [
            (getekend(Oordeel::Akkoord, &[]), &eerst, T::Akkoord, vec![]),
            (getekend(Oordeel::Akkoord, &[]), &later, T::Heropend, vec!["b"]),
            (getekend(Oordeel::Akkoord, &[]), &anders, T::Akkoord, vec![]),
            // What was taken out was agreed with too.
            (getekend(Oordeel::Akkoord, &[]), &minder, T::Heropend, vec!["b"]),
            (getekend(Oordeel::Bezwaar, &["b"]), &minder, T::Heropend, vec!["b"]),
            (getekend(Oordeel::AkkoordMetAfwijking, &[]), &eerst, T::AkkoordMetAfwijking, vec![]),
            (getekend(Oordeel::Bezwaar, &["b"]), &eerst, T::Bezwaar, vec![]),
            // Healed: what it was about says something else now.
            (getekend(Oordeel::Bezwaar, &["b"]), &later, T::Heropend, vec!["b"]),
            (getekend(Oordeel::Bezwaar, &["a"]), &later, T::Bezwaar, vec!["b"]),
            (getekend(Oordeel::Bezwaar, &[]), &later, T::Heropend, vec!["b"]),
            (Handtekening { ingetrokken: true, ..getekend(Oordeel::Akkoord, &[]) }, &eerst, T::NogNiet, vec!["a", "b"]),
        ] {
            let uitkomst = stand(Some(&handtekening), op);
            assert_eq!((uitkomst.stand, uitkomst.open), (verwacht, open.into_iter().map(str::to_owned).collect()));
        }
        assert_eq!(stand(None, &eerst).stand, T::NogNiet);
    }

    #[test]
    fn consent_is_enough_agreement_and_no_objection() {
        use TekenStand::*;
        let ronde = |deel| Ronde {
            id: RondeId(uuid::Uuid::nil()),
            afspraak: AfspraakId("a".into()),
            versie: VersieId(uuid::Uuid::nil()),
            eerder: Vec::new(),
            voorstel: String::new(),
            deadline: jiff::civil::date(2027, 1, 1),
            deel,
            signalen: BTreeSet::new(),
            stappen: Vec::new(),
            aangenomen: None,
            toelichting: String::new(),
            nummer: 1,
            door: None,
            op: Timestamp::UNIX_EPOCH,
        };
        for (deel, standen, gehaald) in [
            (100, vec![Akkoord, AkkoordMetAfwijking], true),
            (100, vec![Akkoord, NogNiet], false),
            (50, vec![Akkoord, NogNiet], true),
            (67, vec![Akkoord, Akkoord, NogNiet], false),
            (50, vec![Akkoord, Akkoord, Bezwaar], false),
            (50, vec![Akkoord, Heropend, Heropend], false),
            (50, vec![], false),
        ] {
            assert_eq!(ronde(deel).telling(&standen).gehaald(), gehaald, "{deel}: {standen:?}");
        }
    }

    #[test]
    fn a_gemeente_signs_for_its_own_people_and_other_parties_once() {
        let plek = |partij, gemeente: Option<&str>| Plek { partij, gemeente: gemeente.map(|id| GemeenteId(id.into())) };
        assert_eq!(plek(Partij::Toegang, Some("gem-venlo")).sleutel(), "toegang/gem-venlo");
        assert_eq!(plek(Partij::Mgr, None).sleutel(), "MGR");
    }
}
