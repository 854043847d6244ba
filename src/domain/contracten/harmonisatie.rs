//! What was decided about an attribute, and where that leaves it. Pure.

use std::collections::BTreeSet;

use jiff::{Timestamp, civil::Date};
use serde::{Deserialize, Serialize};

use super::{model::*, waarde::*};
use crate::domain::{
    fout::{Code, Fout},
    invoer,
    organisatie::{GemeenteId, PersoonId, RolId},
};

const MAX_REDEN: usize = 2_000;
const MAX_BUDGET: i64 = 1_000_000_000;

/// Wat er over een attribuut besloten is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, async_graphql::Enum)]
#[serde(rename_all = "snake_case")]
pub enum Harmonisatiekeuze {
    /// Er is nog niets besloten.
    #[default]
    NogOpen,
    /// Iedereen doet het zoals Noord.
    NoordVolgen,
    /// Iedereen doet het zoals Midden.
    MiddenVolgen,
    /// Er komt iets nieuws voor iedereen.
    Nieuw,
    /// Het blijft met opzet verschillend.
    BewustVerschillend,
}

impl Harmonisatiekeuze {
    /// As people call it.
    pub fn naam(self) -> &'static str {
        match self {
            Self::NogOpen => "nog open",
            Self::NoordVolgen => "Noord volgen",
            Self::MiddenVolgen => "Midden volgen",
            Self::Nieuw => "nieuw",
            Self::BewustVerschillend => "bewust verschillend",
        }
    }
}

/// In welke hoedanigheid een gremium over harmonisatie besluit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, async_graphql::Enum)]
#[serde(rename_all = "snake_case")]
#[graphql(name = "Harmonisatiehoedanigheid")]
pub enum Hoedanigheid {
    /// Als eigenaar van de MGR.
    Eigenaar,
    /// Als opdrachtgever van de MGR.
    Opdrachtgever,
    /// Met een mandaat van een ander gremium.
    Gemandateerd,
    /// Als advies: een ander besluit.
    Advies,
}

impl Hoedanigheid {
    /// As people call it.
    pub fn naam(self) -> &'static str {
        match self {
            Self::Eigenaar => "als eigenaar",
            Self::Opdrachtgever => "als opdrachtgever",
            Self::Gemandateerd => "met mandaat",
            Self::Advies => "als advies",
        }
    }
}

/// What people fill in about a decision.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct BesluitInhoud {
    pub keuze: Harmonisatiekeuze,
    /// What it becomes, when that is something new.
    pub waarde: Option<Waarde>,
    pub reden: String,
    /// The body that decides.
    pub gremium: Option<RolId>,
    pub hoedanigheid: Option<Hoedanigheid>,
    pub besloten_op: Option<Date>,
    /// In whole euros a year; `None`: unknown, which is not nothing.
    pub effect_budget: Option<i64>,
    pub effect: String,
    /// The gemeenten for which something changes.
    pub gemeenten: BTreeSet<GemeenteId>,
    /// From which day it holds.
    pub gepland_op: Option<Date>,
}

/// The decision about one attribute.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Besluit {
    pub attribuut: AttribuutId,
    pub inhoud: BesluitInhoud,
    /// The agreement it became: the key of that.
    pub afspraak: Option<String>,
    pub versie: i32,
    pub door: Option<PersoonId>,
    pub op: Timestamp,
}

/// Something said about it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Bijdrage {
    pub id: BijdrageId,
    pub attribuut: AttribuutId,
    pub tekst: String,
    pub door: Option<PersoonId>,
    pub op: Timestamp,
}

/// A contribution, trimmed.
pub fn bijdrage_getoetst(tekst: &str) -> Result<String, Fout> {
    invoer::tekst("tekst", tekst, MAX_REDEN)
}

impl BesluitInhoud {
    /// The same with its texts trimmed, or what is wrong with it.
    pub fn getoetst(self, vorm: &Vorm) -> Result<Self, Fout> {
        let nieuw = Self {
            reden: invoer::vrije_tekst("reden", &self.reden, MAX_REDEN)?,
            effect: invoer::vrije_tekst("effect", &self.effect, MAX_REDEN)?,
            besloten_op: self.besloten_op.map(|dag| invoer::datum("beslotenOp", dag)).transpose()?,
            gepland_op: self.gepland_op.map(|dag| invoer::datum("geplandOp", dag)).transpose()?,
            waarde: self.waarde.filter(|_| self.keuze == Harmonisatiekeuze::Nieuw),
            ..self
        };
        if nieuw.keuze == Harmonisatiekeuze::NogOpen {
            return Ok(Self { reden: nieuw.reden, ..Self::default() });
        }
        let verplicht = |veld: &str, bericht: &str| Err(Fout::bij(Code::Verplicht, veld, bericht));
        if nieuw.keuze == Harmonisatiekeuze::BewustVerschillend && nieuw.reden.is_empty() {
            return verplicht("reden", "Schrijf op waarom het verschillend blijft. Zonder reden is het nog open.");
        }
        if nieuw.keuze == Harmonisatiekeuze::BewustVerschillend && nieuw.gepland_op.is_some() {
            let bericht = "Wat verschillend blijft, heeft geen dag waarop het gelijk wordt. Maak de dag leeg.";
            return Err(Fout::bij(Code::OngeldigeWaarde, "geplandOp", bericht));
        }
        if nieuw.keuze == Harmonisatiekeuze::Nieuw && nieuw.waarde.is_none() {
            return verplicht("waarde", "Schrijf op wat het wordt.");
        }
        if nieuw.waarde.as_ref().is_some_and(|waarde| !vorm.past(waarde)) {
            return Err(Fout::bij(Code::OngeldigeWaarde, "waarde", "Deze waarde past niet bij het attribuut."));
        }
        if nieuw.gremium.is_some() != nieuw.hoedanigheid.is_some() {
            let (veld, wat) =
                if nieuw.gremium.is_some() { ("hoedanigheid", "in welke hoedanigheid") } else { ("gremium", "wie") };
            return verplicht(veld, &format!("Zeg ook {wat} er besluit."));
        }
        if nieuw.effect_budget.is_some_and(|euros| euros.abs() > MAX_BUDGET) {
            return Err(Fout::bij(Code::OngeldigeWaarde, "effectBudget", "Dit bedrag is te groot. Kijk het na."));
        }
        Ok(nieuw)
    }
}

impl Besluit {
    /// Nothing decided yet.
    pub fn leeg(attribuut: AttribuutId) -> Self {
        let inhoud = BesluitInhoud::default();
        Self { attribuut, inhoud, afspraak: None, versie: 0, door: None, op: Timestamp::UNIX_EPOCH }
    }

    /// Refuses to overwrite what someone else decided after `verwachte_versie`.
    pub fn toets_versie(&self, verwachte_versie: i32, door: Option<PersoonId>) -> Result<(), Fout> {
        if self.versie <= verwachte_versie || self.door == door {
            return Ok(());
        }
        let nu = self.inhoud.keuze.naam();
        let bericht = format!("Een ander legde dit intussen vast: {nu}. Kijk wat er staat en bewaar zo nodig opnieuw.");
        Err(Fout::bij(Code::VersieVerouderd, "keuze", bericht))
    }
}

/// Hoe ver een attribuut is met gelijk worden.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, async_graphql::Enum)]
#[serde(rename_all = "snake_case")]
pub enum Harmonisatiestand {
    /// Alle waarden zijn bekend en gelijk.
    Gelijk,
    /// Er is besloten dat het gelijk wordt, en vanaf welke dag.
    Gepland,
    /// Er is besloten dat het gelijk wordt, nog zonder dag.
    Besloten,
    /// Het blijft met opzet verschillend.
    BewustVerschillend,
    /// Het verschilt, en er is nog niets besloten.
    Open,
    /// Het is niet bekend of het verschilt, en er is nog niets besloten.
    Onbekend,
}

impl Harmonisatiestand {
    pub const ALLE: [Self; 6] =
        [Self::Gelijk, Self::Gepland, Self::Besloten, Self::BewustVerschillend, Self::Open, Self::Onbekend];

    /// As people call it.
    pub fn naam(self) -> &'static str {
        match self {
            Self::Gelijk => "gelijk",
            Self::Gepland => "gepland",
            Self::Besloten => "besloten",
            Self::BewustVerschillend => "bewust verschillend",
            Self::Open => "open",
            Self::Onbekend => "onbekend",
        }
    }
}

/// Where an attribute is: all regions together, and each of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Standen {
    pub samen: Harmonisatiestand,
    /// In the order of [`STREKEN`](super::STREKEN).
    pub per_streek: [Harmonisatiestand; 3],
}

impl Standen {
    /// From the values of the regions, in their order, and what was decided.
    pub fn van(waarden: [Option<&Waarde>; 3], besluit: Option<&BesluitInhoud>) -> Self {
        let keuze = besluit.map(|besluit| besluit.keuze).unwrap_or_default();
        let verschil = Verschil::van(&waarden).vergelijk;
        let doel = match keuze {
            Harmonisatiekeuze::Nieuw => besluit.and_then(|besluit| besluit.waarde.as_ref()),
            Harmonisatiekeuze::MiddenVolgen => gelijke(waarden[1], waarden[2]),
            _ => waarden[0],
        };
        // What all do the same already needs no decision, unless it is to become something else.
        let al_gelijk =
            verschil == Vergelijk::Gelijk && (keuze != Harmonisatiekeuze::Nieuw || zelfde(waarden[0], doel));
        let besloten = besluit.filter(|_| keuze != Harmonisatiekeuze::NogOpen).map(|besluit| match besluit.keuze {
            Harmonisatiekeuze::BewustVerschillend => Harmonisatiestand::BewustVerschillend,
            _ if besluit.gepland_op.is_some() => Harmonisatiestand::Gepland,
            _ => Harmonisatiestand::Besloten,
        });
        let samen = if al_gelijk && keuze != Harmonisatiekeuze::BewustVerschillend {
            Harmonisatiestand::Gelijk
        } else {
            besloten.unwrap_or(match verschil {
                Vergelijk::Gelijk => Harmonisatiestand::Gelijk,
                Vergelijk::Verschilt => Harmonisatiestand::Open,
                Vergelijk::Onbekend => Harmonisatiestand::Onbekend,
            })
        };
        let per_streek = [0, 1, 2].map(|streek| {
            let zoals_bedoeld = besloten.is_some() && zelfde(waarden[streek], doel);
            match samen {
                Harmonisatiestand::Gepland | Harmonisatiestand::Besloten if zoals_bedoeld => Harmonisatiestand::Gelijk,
                // Without a decision Noord is what the others are held against.
                Harmonisatiestand::Open | Harmonisatiestand::Onbekend if streek > 0 => {
                    match Verschil::van(&[waarden[0], waarden[streek]]).vergelijk {
                        Vergelijk::Gelijk => Harmonisatiestand::Gelijk,
                        Vergelijk::Verschilt => Harmonisatiestand::Open,
                        Vergelijk::Onbekend => Harmonisatiestand::Onbekend,
                    }
                }
                stand => stand,
            }
        });
        Self { samen, per_streek }
    }
}

fn zelfde(een: Option<&Waarde>, ander: Option<&Waarde>) -> bool {
    een.zip(ander).is_some_and(|(een, ander)| een.is_gelijk(ander))
}

fn gelijke<'a>(een: Option<&'a Waarde>, ander: Option<&'a Waarde>) -> Option<&'a Waarde> {
    if zelfde(een, ander) { een } else { None }
}

/// The residents of a gemeente, to weigh with.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Inwoners {
    pub gemeente: GemeenteId,
    pub aantal: i32,
    pub bron: String,
    pub peildatum: Date,
    pub zeker: bool,
}

impl Inwoners {
    /// The same with its texts trimmed, or what is wrong with it.
    pub fn getoetst(self) -> Result<Self, Fout> {
        if !(1..=2_000_000).contains(&self.aantal) {
            return Err(Fout::bij(Code::OngeldigeWaarde, "aantal", "Kies een aantal van 1 tot 2.000.000 inwoners."));
        }
        let bron = invoer::tekst("bron", &self.bron, MAX_BRON)?;
        Ok(Self { bron, peildatum: invoer::datum("peildatum", self.peildatum)?, ..self })
    }
}

/// How many attributes are where, and how much of the residents that is.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Graad {
    pub aantal: [usize; 6],
    /// Residents times attributes; all zero when residents are unknown.
    pub gewicht: [i64; 6],
    pub weegt: bool,
}

impl Graad {
    /// Of these attributes. `inwoners` are those of the regions, if they are all known; `streek` looks at one region.
    pub fn van<'a>(
        standen: impl Iterator<Item = &'a Standen>,
        inwoners: Option<[i64; 3]>,
        streek: Option<usize>,
    ) -> Self {
        let mut graad = Self { weegt: inwoners.is_some(), ..Self::default() };
        for een in standen {
            graad.aantal[streek.map_or(een.samen, |streek| een.per_streek[streek]) as usize] += 1;
            let gewichten = inwoners.into_iter().flatten().zip(een.per_streek).enumerate();
            for (_, (inwoners, stand)) in gewichten.filter(|(nummer, _)| streek.is_none_or(|een| een == *nummer)) {
                graad.gewicht[stand as usize] += inwoners;
            }
        }
        graad
    }

    pub fn totaal(&self) -> usize {
        self.aantal.iter().sum()
    }

    /// Of a hundred; `None` when there is nothing to count.
    pub fn procent(&self, stand: Harmonisatiestand) -> Option<f64> {
        procent(self.aantal[stand as usize] as f64, self.totaal() as f64)
    }

    /// The same, weighed by residents; `None` when those are unknown.
    pub fn procent_gewogen(&self, stand: Harmonisatiestand) -> Option<f64> {
        let totaal: i64 = self.gewicht.iter().sum();
        self.weegt.then(|| procent(self.gewicht[stand as usize] as f64, totaal as f64)).flatten()
    }
}

/// With one decimal.
fn procent(deel: f64, totaal: f64) -> Option<f64> {
    (totaal > 0.0).then(|| (deel / totaal * 1000.0).round() / 10.0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use Harmonisatiekeuze::*;
    use Harmonisatiestand as S;

    fn tekst(tekst: &str) -> Option<Waarde> {
        (!tekst.is_empty()).then(|| Waarde::Tekst { tekst: tekst.into() })
    }

    #[test]
    fn where_an_attribute_is_follows_from_its_values_and_the_decision() {
        let dag = Some(jiff::civil::date(2027, 1, 1));
        for (waarden, keuze, nieuw, gepland, samen, per_streek) in [
            (["a", "A", "a"], NogOpen, "", None, S::Gelijk, [S::Gelijk; 3]),
            (["a", "b", "a"], NogOpen, "", None, S::Open, [S::Open, S::Open, S::Gelijk]),
            (["a", "b", ""], NogOpen, "", None, S::Open, [S::Open, S::Open, S::Onbekend]),
            (["a", "", "a"], NogOpen, "", None, S::Onbekend, [S::Onbekend, S::Onbekend, S::Gelijk]),
            (["", "b", "b"], NogOpen, "", None, S::Onbekend, [S::Onbekend; 3]),
            (["a", "b", ""], NoordVolgen, "", None, S::Besloten, [S::Gelijk, S::Besloten, S::Besloten]),
            (["a", "b", "a"], NoordVolgen, "", dag, S::Gepland, [S::Gelijk, S::Gepland, S::Gelijk]),
            (["a", "b", "b"], MiddenVolgen, "", dag, S::Gepland, [S::Gepland, S::Gelijk, S::Gelijk]),
            (["a", "b", "c"], MiddenVolgen, "", None, S::Besloten, [S::Besloten; 3]),
            (["a", "b", "c"], Nieuw, "c", None, S::Besloten, [S::Besloten, S::Besloten, S::Gelijk]),
            (["a", "a", "a"], Nieuw, "n", dag, S::Gepland, [S::Gepland; 3]),
            (["n", "n", "n"], Nieuw, "n", dag, S::Gelijk, [S::Gelijk; 3]),
            (["a", "b", ""], BewustVerschillend, "", None, S::BewustVerschillend, [S::BewustVerschillend; 3]),
        ] {
            let eigen = waarden.map(tekst);
            let besluit =
                BesluitInhoud { keuze, waarde: tekst(nieuw), gepland_op: gepland, ..BesluitInhoud::default() };
            let standen = Standen::van(eigen.each_ref().map(Option::as_ref), Some(&besluit));
            assert_eq!(standen, Standen { samen, per_streek }, "{waarden:?} {keuze:?}");
        }
    }

    #[test]
    fn the_degree_is_counted_plainly_and_weighed_by_residents() {
        let standen = [
            Standen { samen: S::Gelijk, per_streek: [S::Gelijk; 3] },
            Standen { samen: S::Open, per_streek: [S::Open, S::Open, S::Gelijk] },
        ];
        let graad = Graad::van(standen.iter(), Some([280, 140, 100]), None);
        assert_eq!((graad.procent(S::Gelijk), graad.procent(S::Open)), (Some(50.0), Some(50.0)));
        assert_eq!(graad.procent_gewogen(S::Gelijk), Some(59.6));
        assert_eq!(Graad::van(standen.iter(), None, None).procent_gewogen(S::Gelijk), None, "unknown is not zero");
        let mlw = Graad::van(standen.iter(), Some([280, 140, 100]), Some(2));
        assert_eq!((mlw.procent(S::Gelijk), mlw.procent_gewogen(S::Gelijk)), (Some(100.0), Some(100.0)));
        assert_eq!(Graad::default().procent(S::Gelijk), None);
    }

    #[test]
    fn a_decision_must_make_sense() {
        let vorm = Vorm { soort: Waardesoort::Tekst, eenheid: None, keuzes: Vec::new() };
        let met =
            |inhoud: BesluitInhoud| inhoud.getoetst(&vorm).map(drop).map_err(|fout| fout.veld.unwrap_or_default());
        let keuze = |keuze| BesluitInhoud { keuze, ..BesluitInhoud::default() };
        assert_eq!(met(keuze(NoordVolgen)), Ok(()));
        assert_eq!(met(keuze(BewustVerschillend)), Err("reden".into()));
        assert_eq!(met(keuze(Nieuw)), Err("waarde".into()));
        let ab = Some(RolId("rol-ab".into()));
        assert_eq!(met(BesluitInhoud { gremium: ab, ..keuze(NoordVolgen) }), Err("hoedanigheid".into()));
        let dag = Some(jiff::civil::date(2027, 1, 1));
        let nooit = BesluitInhoud { reden: "eigen beleid".into(), gepland_op: dag, ..keuze(BewustVerschillend) };
        assert_eq!(met(nooit), Err("geplandOp".into()));
    }
}
