//! A decision that many gemeenten take in steps: what each did, by which rule it counts, when it is late. Pure.

use std::collections::{BTreeMap, BTreeSet};

use jiff::{Timestamp, civil::Date};
use serde::{Deserialize, Serialize};

use super::{
    MijlpaalId, TrajectId,
    termijnen::{Duur, Termijn},
};
use crate::domain::{
    fout::{Code, Fout},
    invoer,
    organisatie::{GemeenteId, Herkomst, ModuleId, PersoonId, RolId, sleutel_id},
};

sleutel_id!(BesluitId, StapId);

pub const MAX_NOTITIE: usize = 2_000;
/// The heaviest weight of one gemeente.
const MAX_GEWICHT: i32 = 1_000_000;

// ------------------------------------------------------------------ inrichting

/// Een besluit dat alle deelnemende gemeenten nemen.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Besluit {
    pub id: BesluitId,
    pub traject: TrajectId,
    pub naam: String,
    /// Who takes part: the gemeenten in this module…
    pub module: ModuleId,
    /// …on this day, intended or in force.
    pub peildatum: Date,
    /// From left to right.
    pub stappen: Vec<Stap>,
    pub herkomst: Herkomst,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Stap {
    pub id: StapId,
    pub naam: String,
    pub soort: StapSoort,
    pub gremium: RolId,
    /// `None`: the body decides nothing here.
    pub hoedanigheid: Option<Hoedanigheid>,
    pub regel: Besluitregel,
    pub termijn: Option<Termijn>,
    /// The milestone that is done when this step is.
    pub mijlpaal: Option<MijlpaalId>,
    /// Only these gemeenten take the step; empty: all of them.
    #[serde(default)]
    pub alleen: BTreeSet<GemeenteId>,
}

/// Wat er in een stap gebeurt.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, async_graphql::Enum)]
#[serde(rename_all = "snake_case")]
#[graphql(name = "BesluitstapSoort")]
pub enum StapSoort {
    /// De raad wordt geïnformeerd.
    Informatie,
    /// De raad mag een zienswijze geven.
    Zienswijze,
    /// De raad geeft toestemming of onthoudt die.
    Toestemming,
    /// Het college besluit.
    Collegebesluit,
    /// Het besluit wordt bekendgemaakt.
    Bekendmaking,
}

/// In welke rol een gremium iets besluit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, async_graphql::Enum)]
#[serde(rename_all = "snake_case")]
pub enum Hoedanigheid {
    /// Als eigenaar van de MGR.
    Eigenaar,
    /// Als opdrachtgever van de MGR.
    Opdrachtgever,
    /// Geeft een zienswijze.
    Zienswijze,
    /// Geeft toestemming.
    Toestemming,
}

/// In which capacities a body can decide. Who stands not here decides nothing in this procedure.
const BEVOEGD: [(&str, &[Hoedanigheid]); 8] = [
    ("rol-gemeenteraden", &[Hoedanigheid::Zienswijze, Hoedanigheid::Toestemming]),
    ("rol-colleges", &[Hoedanigheid::Eigenaar, Hoedanigheid::Opdrachtgever]),
    ("rol-college-vestigingsplaats", &[Hoedanigheid::Eigenaar]),
    ("rol-portefeuillehouder", &[Hoedanigheid::Opdrachtgever]),
    ("rol-ab", &[Hoedanigheid::Eigenaar]),
    ("rol-db", &[Hoedanigheid::Eigenaar]),
    ("rol-pho", &[Hoedanigheid::Opdrachtgever]),
    ("rol-rmo", &[Hoedanigheid::Opdrachtgever]),
];

/// The capacities in which this body can decide.
pub fn hoedanigheden(gremium: &RolId) -> &'static [Hoedanigheid] {
    BEVOEGD.iter().find(|(rol, _)| *rol == gremium.0).map_or(&[], |(_, hoedanigheden)| *hoedanigheden)
}

/// The bodies that can decide in this capacity.
pub fn gremia_met(hoedanigheid: Hoedanigheid) -> impl Iterator<Item = RolId> {
    let bevoegd = BEVOEGD.iter().filter(move |(_, hoedanigheden)| hoedanigheden.contains(&hoedanigheid));
    bevoegd.map(|(rol, _)| RolId((*rol).to_owned()))
}

impl StapSoort {
    /// The capacities in which a body can take such a step.
    pub fn hoedanigheden(self) -> &'static [Hoedanigheid] {
        match self {
            Self::Informatie => &[],
            Self::Zienswijze => &[Hoedanigheid::Zienswijze],
            Self::Toestemming => &[Hoedanigheid::Toestemming],
            Self::Collegebesluit => &[Hoedanigheid::Eigenaar, Hoedanigheid::Opdrachtgever],
            Self::Bekendmaking => &[Hoedanigheid::Eigenaar],
        }
    }
}

/// By which rule the region has decided.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "soort", rename_all = "snake_case")]
pub enum Besluitregel {
    Alle,
    Meerderheid,
    /// Weights per gemeente (1 when it is not named), and the share of the total that is needed, in percent.
    Gewogen {
        gewichten: BTreeMap<GemeenteId, i32>,
        drempel: i32,
    },
}

impl Besluitregel {
    pub fn toets(&self) -> Result<(), Fout> {
        let Self::Gewogen { gewichten, drempel } = self else { return Ok(()) };
        if !(1..=100).contains(drempel) {
            let bericht = "Kies een drempel van 1 tot 100 procent.";
            return Err(Fout::bij(Code::OngeldigeWaarde, "drempel", bericht));
        }
        if gewichten.values().any(|gewicht| !(0..=MAX_GEWICHT).contains(gewicht)) {
            let bericht = "Kies een gewicht van 0 tot 1.000.000, zonder cijfers achter de komma.";
            return Err(Fout::bij(Code::OngeldigeWaarde, "gewichten", bericht));
        }
        Ok(())
    }

    fn gewicht(&self, gemeente: &GemeenteId) -> i64 {
        match self {
            Self::Gewogen { gewichten, .. } => gewichten.get(gemeente).map_or(1, |gewicht| i64::from(*gewicht)),
            Self::Alle | Self::Meerderheid => 1,
        }
    }

    /// Is it enough when these of all gemeenten agree?
    pub fn haalt<'a>(
        &self,
        alle: impl Iterator<Item = &'a GemeenteId>,
        voor: impl Iterator<Item = &'a GemeenteId>,
    ) -> bool {
        let tel = |gemeente| self.gewicht(gemeente);
        let (totaal, voor): (i64, i64) = (alle.map(tel).sum(), voor.map(tel).sum());
        match self {
            Self::Alle => totaal > 0 && voor == totaal,
            Self::Meerderheid => 2 * voor > totaal,
            Self::Gewogen { drempel, .. } => totaal > 0 && 100 * voor >= i64::from(*drempel) * totaal,
        }
    }
}

impl Besluit {
    pub fn stap(&self, id: &StapId) -> Option<&Stap> {
        self.stappen.iter().find(|stap| stap.id == *id)
    }

    /// Refuses a decision with a term shorter than the law or a body that cannot decide so.
    pub fn toets(&self) -> Result<(), Fout> {
        invoer::tekst("naam", &self.naam, super::MAX_TITEL)?;
        invoer::datum("peildatum", self.peildatum)?;
        for stap in &self.stappen {
            stap.regel.toets()?;
            if let Some(termijn) = &stap.termijn {
                termijn.toets("termijn")?;
            }
            stap.toets_hoedanigheid(&stap.gremium, stap.hoedanigheid)?;
        }
        Ok(())
    }
}

impl Stap {
    /// Does this gemeente take the step, when it takes part at all?
    pub fn is_voor(&self, gemeente: &GemeenteId) -> bool {
        self.alleen.is_empty() || self.alleen.contains(gemeente)
    }

    /// Refuses a body that does not have the capacity, and a capacity that does not fit the step.
    pub fn toets_hoedanigheid(&self, gremium: &RolId, hoedanigheid: Option<Hoedanigheid>) -> Result<(), Fout> {
        let mogelijk = self.soort.hoedanigheden();
        let past = match hoedanigheid {
            None => mogelijk.is_empty(),
            Some(hoedanigheid) => mogelijk.contains(&hoedanigheid),
        };
        if !past {
            let bericht = "Deze hoedanigheid past niet bij deze stap. Kies een andere.";
            return Err(Fout::bij(Code::GeenHoedanigheid, "hoedanigheid", bericht));
        }
        if hoedanigheid.is_some_and(|hoedanigheid| !hoedanigheden(gremium).contains(&hoedanigheid)) {
            let bericht = "Dit gremium kan in deze hoedanigheid niets besluiten. Kies een ander gremium.";
            return Err(Fout::bij(Code::GeenHoedanigheid, "gremium", bericht));
        }
        Ok(())
    }
}

// ------------------------------------------------------------------ cellen

/// Wat een gemeente in een stap deed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, async_graphql::Enum)]
#[serde(rename_all = "snake_case")]
#[graphql(name = "BesluitcelStatus")]
pub enum CelStatus {
    /// Er is nog niets gebeurd.
    #[default]
    Open,
    /// Het staat op de agenda.
    OpAgenda,
    /// Het is gedaan: een zienswijze gegeven, toestemming verleend, een besluit genomen.
    Gedaan,
    /// De raad laat weten geen zienswijze te geven. De termijn van deze gemeente eindigt daarmee.
    GeenZienswijze,
    /// Toestemming is onthouden, of het college besloot van niet.
    Geweigerd,
    /// Wij weten niet hoe het ervoor staat.
    Onbekend,
}

/// What one gemeente did in one step.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Cel {
    pub besluit: BesluitId,
    pub stap: StapId,
    pub gemeente: GemeenteId,
    #[serde(flatten)]
    pub inhoud: CelInhoud,
    pub versie: i32,
    pub door: Option<PersoonId>,
    pub op: Timestamp,
}

/// What people fill in.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct CelInhoud {
    pub status: CelStatus,
    /// When it was done, or stands on the agenda.
    pub datum: Option<Date>,
    /// When the body received it: the term starts here.
    pub ontvangen_op: Option<Date>,
    pub verlenging: Option<Duur>,
    /// `None`: the one of the step.
    pub gremium: Option<RolId>,
    pub hoedanigheid: Option<Hoedanigheid>,
    /// Address of the document.
    pub document: Option<String>,
    pub notitie: String,
}

/// The address of a cell: step and gemeente.
pub fn cel_sleutel(stap: &StapId, gemeente: &GemeenteId) -> String {
    format!("{stap}/{gemeente}")
}

impl Cel {
    /// Refuses to overwrite what someone else filled in after `verwachte_versie`.
    pub fn toets_versie(&self, verwachte_versie: i32, door: Option<PersoonId>) -> Result<(), Fout> {
        if self.versie <= verwachte_versie || self.door == door {
            return Ok(());
        }
        let bericht = "Een ander heeft deze cel net gewijzigd. Bekijk wat er nu staat en bewaar zo nodig opnieuw.";
        Err(Fout::new(Code::VersieVerouderd, bericht))
    }
}

impl CelInhoud {
    /// The same with its texts trimmed, or what is wrong with it.
    pub fn getoetst(self, stap: &Stap) -> Result<Self, Fout> {
        let past = match self.status {
            CelStatus::GeenZienswijze => stap.soort == StapSoort::Zienswijze,
            CelStatus::Geweigerd => matches!(stap.soort, StapSoort::Toestemming | StapSoort::Collegebesluit),
            _ => true,
        };
        if !past {
            let bericht = "Deze status past niet bij deze stap. Kies een andere.";
            return Err(Fout::bij(Code::OngeldigeWaarde, "status", bericht));
        }
        let met_datum = !matches!(self.status, CelStatus::Open | CelStatus::Onbekend);
        match self.datum {
            None if met_datum => return Err(Fout::bij(Code::Verplicht, "datum", "Vul de datum in.")),
            Some(_) if !met_datum => {
                let bericht = "Bij deze status hoort geen datum. Maak de datum leeg of kies een andere status.";
                return Err(Fout::bij(Code::OngeldigeWaarde, "datum", bericht));
            }
            _ => {}
        }
        for (veld, dag) in [("datum", self.datum), ("ontvangenOp", self.ontvangen_op)] {
            dag.map(|dag| invoer::datum(veld, dag)).transpose()?;
        }
        if let (Some(datum), Some(ontvangen)) = (self.datum, self.ontvangen_op)
            && datum < ontvangen
        {
            let bericht = "Deze datum ligt voor de dag van ontvangst. Kies een latere dag.";
            return Err(Fout::bij(Code::DatumOngeldig, "datum", bericht));
        }
        self.toets_termijn(stap)?;
        stap.toets_hoedanigheid(
            self.gremium.as_ref().unwrap_or(&stap.gremium),
            self.hoedanigheid.or(stap.hoedanigheid),
        )?;
        let document = self.document.as_deref().map(|adres| invoer::adres("document", adres)).transpose()?.flatten();
        let notitie = invoer::vrije_tekst("notitie", &self.notitie, MAX_NOTITIE)?;
        // What is the same as in the step is not said twice.
        let gremium = self.gremium.filter(|gremium| *gremium != stap.gremium);
        let hoedanigheid = self.hoedanigheid.filter(|hoedanigheid| Some(*hoedanigheid) != stap.hoedanigheid);
        Ok(Self { document, notitie, gremium, hoedanigheid, ..self })
    }

    fn toets_termijn(&self, stap: &Stap) -> Result<(), Fout> {
        match (&stap.termijn, self.verlenging) {
            (None, _) if self.ontvangen_op.is_some() || self.verlenging.is_some() => {
                let bericht = "Bij deze stap loopt geen termijn. Laat dit veld leeg.";
                let veld = if self.ontvangen_op.is_some() { "ontvangenOp" } else { "verlenging" };
                Err(Fout::bij(Code::OngeldigeWaarde, veld, bericht))
            }
            (Some(termijn), Some(met)) => termijn.verlengd(met, "verlenging").map(drop),
            _ => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests;
