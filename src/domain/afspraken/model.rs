//! An agreement: what people fill in, and what makes that sensible. Pure.

use std::collections::{BTreeMap, BTreeSet};

use jiff::{Timestamp, civil::Date};
use serde::{Deserialize, Serialize};

use super::Fase;
use crate::{
    domain::{
        fout::{Code, Fout},
        invoer,
        organisatie::{DomeinId, GemeenteId, Herkomst, PersoonId, RolId, sleutel_id},
    },
    platform::graphql::scalars::PartialDate,
};

sleutel_id!(
    /// A key of the facts, such as `afspraak-direct-301`, or a UUID for one that was made in the hub.
    AfspraakId,
    UitkomstId,
);

const MAX_NAAM: usize = 200;
const MAX_SOORT: usize = 60;
const MAX_TEKST: usize = 5_000;
const MAX_GRONDSLAG: usize = 500;
/// So many links still read well.
const MAX_BANDEN: usize = 50;

/// Wie een afspraak met elkaar maken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, async_graphql::Enum)]
#[serde(rename_all = "kebab-case")]
#[graphql(name = "AfspraakPartij")]
pub enum Partij {
    /// De beleidsmedewerkers van de gemeenten.
    Beleid,
    /// De toegang: de consulenten van de gemeenten en hun teams.
    Toegang,
    /// De MGR.
    #[serde(rename = "MGR")]
    Mgr,
    /// De zorgaanbieders.
    Aanbieders,
    /// De gemeenten als geheel.
    Gemeenten,
    /// De casemanagers van het werkbedrijf.
    Casemanagers,
    /// De gecertificeerde instellingen voor jeugdbescherming.
    #[serde(rename = "gecertificeerde instellingen")]
    GecertificeerdeInstellingen,
    /// De rechtbank.
    Rechtbank,
    /// De zorgkantoren (Wlz).
    Zorgkantoren,
    /// De zorgverzekeraars (Zvw).
    Zorgverzekeraars,
}

impl Partij {
    /// As people call it.
    pub fn naam(self) -> &'static str {
        match self {
            Self::Beleid => "beleid",
            Self::Toegang => "toegang",
            Self::Mgr => "MGR",
            Self::Aanbieders => "aanbieders",
            Self::Gemeenten => "gemeenten",
            Self::Casemanagers => "casemanagers",
            Self::GecertificeerdeInstellingen => "gecertificeerde instellingen",
            Self::Rechtbank => "rechtbank",
            Self::Zorgkantoren => "zorgkantoren",
            Self::Zorgverzekeraars => "zorgverzekeraars",
        }
    }
}

/// The paper of a council, a college or another body behind an agreement.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stuk {
    pub titel: String,
    pub gremium: Option<RolId>,
    pub datum: Option<Date>,
    /// Address on the web.
    pub adres: Option<String>,
}

/// What people fill in.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Inhoud {
    pub naam: String,
    pub omschrijving: String,
    /// Werkafspraak, data-afspraak, …: in the words of who made it.
    pub soort: String,
    pub domeinen: BTreeSet<DomeinId>,
    pub partijen: BTreeSet<Partij>,
    /// Where it holds.
    pub gemeenten: BTreeSet<GemeenteId>,
    pub uitkomsten: BTreeSet<UitkomstId>,
    /// The agreements that must be there first.
    pub wacht_op: BTreeSet<AfspraakId>,
    /// The agreements it has to do with.
    pub verwant: BTreeSet<AfspraakId>,
    pub eigenaar: Option<PersoonId>,
    /// When it is looked at again.
    pub herzien_op: Option<Date>,
    pub geldig_tot: Option<Date>,
    pub grondslag: String,
    pub stuk: Option<Stuk>,
}

/// A field of [`Inhoud`], as it clashes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Veld {
    Naam,
    Omschrijving,
    Soort,
    Domeinen,
    Partijen,
    Gemeenten,
    Uitkomsten,
    WachtOp,
    Verwant,
    Eigenaar,
    HerzienOp,
    GeldigTot,
    Grondslag,
    Stuk,
    /// The step it is in.
    Fase,
}

impl Veld {
    /// Is it part of what was agreed? The rest is about looking after it.
    pub fn is_vast(self) -> bool {
        matches!(
            self,
            Self::Naam
                | Self::Omschrijving
                | Self::Soort
                | Self::Domeinen
                | Self::Partijen
                | Self::Gemeenten
                | Self::Grondslag
        )
    }

    /// The name of the input field.
    pub fn invoer(self) -> &'static str {
        match self {
            Self::Naam => "naam",
            Self::Omschrijving => "omschrijving",
            Self::Soort => "soort",
            Self::Domeinen => "domeinen",
            Self::Partijen => "partijen",
            Self::Gemeenten => "gemeenten",
            Self::Uitkomsten => "uitkomsten",
            Self::WachtOp => "wachtOp",
            Self::Verwant => "verwant",
            Self::Eigenaar => "eigenaar",
            Self::HerzienOp => "herzienOp",
            Self::GeldigTot => "geldigTot",
            Self::Grondslag => "grondslag",
            Self::Stuk => "stuk",
            Self::Fase => "naar",
        }
    }
}

/// When a field was changed last, and by whom.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Veldversie {
    pub versie: i32,
    pub door: Option<PersoonId>,
}

/// What a source says about how far an agreement is, and of which day that is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Bronstand {
    pub stand: String,
    pub peildatum: PartialDate,
}

/// An agreement between beleid, toegang, MGR and others.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Afspraak {
    pub id: AfspraakId,
    pub inhoud: Inhoud,
    pub fase: Fase,
    pub fase_sinds: Timestamp,
    /// What was said at the last step.
    pub toelichting: String,
    /// The agreement that replaces it.
    pub opvolger: Option<AfspraakId>,
    pub bronstand: Option<Bronstand>,
    pub herkomst: Option<Herkomst>,
    pub versie: i32,
    pub veldversies: BTreeMap<Veld, Veldversie>,
    pub gemaakt_op: Timestamp,
    pub gemaakt_door: Option<PersoonId>,
    pub gewijzigd_op: Timestamp,
    pub gewijzigd_door: Option<PersoonId>,
}

/// One of the outcomes the plan for 2026–2028 wants to see.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Uitkomst {
    pub id: UitkomstId,
    pub nummer: i32,
    pub naam: String,
    pub herkomst: Herkomst,
}

/// What someone wants an agreement to be; `None` leaves a field as it is.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Wens {
    pub naam: Option<String>,
    pub omschrijving: Option<String>,
    pub soort: Option<String>,
    pub domeinen: Option<BTreeSet<DomeinId>>,
    pub partijen: Option<BTreeSet<Partij>>,
    pub gemeenten: Option<BTreeSet<GemeenteId>>,
    pub uitkomsten: Option<BTreeSet<UitkomstId>>,
    pub wacht_op: Option<BTreeSet<AfspraakId>>,
    pub verwant: Option<BTreeSet<AfspraakId>>,
    pub eigenaar: Option<Option<PersoonId>>,
    pub herzien_op: Option<Option<Date>>,
    pub geldig_tot: Option<Option<Date>>,
    pub grondslag: Option<String>,
    pub stuk: Option<Option<Stuk>>,
}

impl Wens {
    /// What `oud` becomes.
    pub fn toegepast(self, oud: &Inhoud) -> Inhoud {
        let oud = oud.clone();
        Inhoud {
            naam: self.naam.unwrap_or(oud.naam),
            omschrijving: self.omschrijving.unwrap_or(oud.omschrijving),
            soort: self.soort.unwrap_or(oud.soort),
            domeinen: self.domeinen.unwrap_or(oud.domeinen),
            partijen: self.partijen.unwrap_or(oud.partijen),
            gemeenten: self.gemeenten.unwrap_or(oud.gemeenten),
            uitkomsten: self.uitkomsten.unwrap_or(oud.uitkomsten),
            wacht_op: self.wacht_op.unwrap_or(oud.wacht_op),
            verwant: self.verwant.unwrap_or(oud.verwant),
            eigenaar: self.eigenaar.unwrap_or(oud.eigenaar),
            herzien_op: self.herzien_op.unwrap_or(oud.herzien_op),
            geldig_tot: self.geldig_tot.unwrap_or(oud.geldig_tot),
            grondslag: self.grondslag.unwrap_or(oud.grondslag),
            stuk: self.stuk.unwrap_or(oud.stuk),
        }
    }
}

impl Inhoud {
    /// The same with its texts trimmed, or what is wrong with it.
    pub fn getoetst(self) -> Result<Self, Fout> {
        let naam = self.naam.split_whitespace().collect::<Vec<_>>().join(" ");
        for (veld, aantal) in [("wachtOp", self.wacht_op.len()), ("verwant", self.verwant.len())] {
            if aantal > MAX_BANDEN {
                return Err(Fout::bij(Code::OngeldigeWaarde, veld, "Kies er hooguit vijftig."));
            }
        }
        for (veld, dag) in [("herzienOp", self.herzien_op), ("geldigTot", self.geldig_tot)] {
            dag.map(|dag| invoer::datum(veld, dag)).transpose()?;
        }
        Ok(Self {
            naam: invoer::tekst("naam", &naam, MAX_NAAM)?,
            omschrijving: invoer::vrije_tekst("omschrijving", &self.omschrijving, MAX_TEKST)?,
            soort: invoer::vrije_tekst("soort", &self.soort, MAX_SOORT)?.to_lowercase(),
            grondslag: invoer::vrije_tekst("grondslag", &self.grondslag, MAX_GRONDSLAG)?,
            stuk: self.stuk.map(Stuk::getoetst).transpose()?,
            ..self
        })
    }

    /// The fields in which `naar` differs.
    pub fn verschillen(&self, naar: &Self) -> Vec<Veld> {
        let alle = [
            (Veld::Naam, self.naam != naar.naam),
            (Veld::Omschrijving, self.omschrijving != naar.omschrijving),
            (Veld::Soort, self.soort != naar.soort),
            (Veld::Domeinen, self.domeinen != naar.domeinen),
            (Veld::Partijen, self.partijen != naar.partijen),
            (Veld::Gemeenten, self.gemeenten != naar.gemeenten),
            (Veld::Uitkomsten, self.uitkomsten != naar.uitkomsten),
            (Veld::WachtOp, self.wacht_op != naar.wacht_op),
            (Veld::Verwant, self.verwant != naar.verwant),
            (Veld::Eigenaar, self.eigenaar != naar.eigenaar),
            (Veld::HerzienOp, self.herzien_op != naar.herzien_op),
            (Veld::GeldigTot, self.geldig_tot != naar.geldig_tot),
            (Veld::Grondslag, self.grondslag != naar.grondslag),
            (Veld::Stuk, self.stuk != naar.stuk),
        ];
        alle.into_iter().filter(|(_, anders)| *anders).map(|(veld, _)| veld).collect()
    }
}

impl Stuk {
    fn getoetst(self) -> Result<Self, Fout> {
        let adres = self.adres.as_deref().map(|adres| invoer::adres("stuk", adres)).transpose()?.flatten();
        let titel = invoer::tekst("stuk", &self.titel, MAX_NAAM)?;
        let datum = self.datum.map(|dag| invoer::datum("stuk", dag)).transpose()?;
        Ok(Self { titel, adres, datum, ..self })
    }
}

impl Afspraak {
    /// Refuses to overwrite what someone else changed after `verwachte_versie`. Per field: who changes the title does
    /// not clash with who changes the owner, and nobody clashes with themselves.
    pub fn toets_versie(&self, velden: &[Veld], verwachte_versie: i32, door: Option<PersoonId>) -> Result<(), Fout> {
        let botst = |laatste: &Veldversie| laatste.versie > verwachte_versie && laatste.door != door;
        let Some(veld) = velden.iter().find(|veld| self.veldversies.get(veld).is_some_and(botst)) else {
            return Ok(());
        };
        let bericht = match veld {
            Veld::Fase => "Een ander heeft deze afspraak net een stap verder of terug gezet. Kijk hoe zij nu staat.",
            _ => "Een ander heeft dit veld net gewijzigd. Bekijk de nieuwe waarde en bewaar zo nodig opnieuw.",
        };
        Err(Fout::bij(Code::VersieVerouderd, veld.invoer(), bericht))
    }

    /// Does it hold, and is the day there on which it is looked at again?
    pub fn te_herzien(&self, vandaag: Date) -> bool {
        self.fase == Fase::Vastgesteld && self.inhoud.herzien_op.is_some_and(|op| op <= vandaag)
    }

    /// Does it still hold on paper, while its last day is over?
    pub fn verlopen(&self, vandaag: Date) -> bool {
        self.fase == Fase::Vastgesteld && self.inhoud.geldig_tot.is_some_and(|tot| tot < vandaag)
    }

    /// The next version, in which these fields were changed.
    pub fn volgende(mut self, velden: &[Veld], door: Option<PersoonId>, op: Timestamp) -> Self {
        let versie = self.versie + 1;
        self.veldversies.extend(velden.iter().map(|veld| (*veld, Veldversie { versie, door })));
        Self { versie, gewijzigd_op: op, gewijzigd_door: door, ..self }
    }
}

/// Would `afspraak` wait for itself, by way of others, if it waited for these? Then: for which of them.
///
/// `wacht_op` answers what another one waits for.
pub fn ring<'a>(
    afspraak: &AfspraakId,
    nieuw: &'a BTreeSet<AfspraakId>,
    wacht_op: impl Fn(&AfspraakId) -> Option<&'a BTreeSet<AfspraakId>>,
) -> Option<&'a AfspraakId> {
    nieuw.iter().find(|begin| {
        let (mut gezien, mut open) = (BTreeSet::new(), vec![*begin]);
        while let Some(een) = open.pop() {
            if een == afspraak {
                return true;
            }
            if gezien.insert(een) {
                open.extend(wacht_op(een).into_iter().flatten());
            }
        }
        false
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ids(namen: &[&str]) -> BTreeSet<AfspraakId> {
        namen.iter().map(|naam| AfspraakId((*naam).into())).collect()
    }

    #[test]
    fn agreements_never_wait_for_each_other_in_a_ring() {
        let kaart = BTreeMap::from([("a", ids(&["b"])), ("b", ids(&["c"])), ("c", ids(&[])), ("d", ids(&["a"]))]);
        for (afspraak, nieuw, verwacht) in [
            ("c", vec!["d"], Some("d")),
            ("c", vec!["c"], Some("c")),
            ("b", vec!["a"], Some("a")),
            ("a", vec!["b", "c"], None),
            ("e", vec!["d"], None),
        ] {
            let nieuw = ids(&nieuw);
            let gevonden = ring(&AfspraakId(afspraak.into()), &nieuw, |id| kaart.get(id.0.as_str()));
            assert_eq!(gevonden.map(|id| id.0.as_str()), verwacht, "{afspraak}");
        }
    }

    #[test]
    fn what_is_filled_in_must_make_sense() {
        let stuk =
            |titel: &str, adres: &str| Some(Stuk { titel: titel.into(), adres: Some(adres.into()), ..Stuk::default() });
        for (inhoud, verwacht) in [
            (Inhoud { naam: "  301 meteen  insturen ".into(), ..Inhoud::default() }, Ok("301 meteen insturen")),
            (Inhoud::default(), Err((Code::Verplicht, "naam"))),
            (Inhoud { naam: "a".repeat(201), ..Inhoud::default() }, Err((Code::TeLang, "naam"))),
            (Inhoud { naam: "a".into(), stuk: stuk("", ""), ..Inhoud::default() }, Err((Code::Verplicht, "stuk"))),
            (
                Inhoud { naam: "a".into(), stuk: stuk("Collegebesluit", "niets"), ..Inhoud::default() },
                Err((Code::OngeldigeWaarde, "stuk")),
            ),
        ] {
            let naam = format!("{inhoud:?}");
            let uitkomst = inhoud.getoetst().map(|inhoud| inhoud.naam);
            let uitkomst = uitkomst.map_err(|fout| (fout.code, fout.veld.unwrap_or_default()));
            let verwacht = verwacht.map(str::to_owned).map_err(|(code, veld)| (code, veld.to_owned()));
            assert_eq!(uitkomst, verwacht, "{naam}");
        }
    }

    #[test]
    fn only_the_same_field_clashes() {
        let persoon = |nummer| Some(PersoonId(uuid::Uuid::from_u128(nummer)));
        let afspraak = Afspraak {
            id: AfspraakId("a".into()),
            inhoud: Inhoud::default(),
            fase: Fase::Concept,
            fase_sinds: Timestamp::UNIX_EPOCH,
            toelichting: String::new(),
            opvolger: None,
            bronstand: None,
            herkomst: None,
            versie: 1,
            veldversies: BTreeMap::new(),
            gemaakt_op: Timestamp::UNIX_EPOCH,
            gemaakt_door: None,
            gewijzigd_op: Timestamp::UNIX_EPOCH,
            gewijzigd_door: None,
        };
        let afspraak = afspraak.volgende(&[Veld::Naam], persoon(1), Timestamp::UNIX_EPOCH);
        assert!(afspraak.toets_versie(&[Veld::Eigenaar], 1, persoon(2)).is_ok());
        assert!(afspraak.toets_versie(&[Veld::Naam], 1, persoon(1)).is_ok());
        assert!(afspraak.toets_versie(&[Veld::Naam], 2, persoon(2)).is_ok());
        let botst = afspraak.toets_versie(&[Veld::Eigenaar, Veld::Naam], 1, persoon(2)).unwrap_err();
        assert_eq!((botst.code, botst.veld.as_deref()), (Code::VersieVerouderd, Some("naam")));
    }
}
