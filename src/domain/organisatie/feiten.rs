//! The facts about the organisation: what they hold, and what they point at. Pure.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::model::*;
use crate::platform::{change_log::Subject, graphql::scalars::PartialDate};

/// A document, and where in it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Bron {
    pub document: String,
    pub paragraaf: Option<String>,
}

/// Where a fact comes from and how certain it is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Herkomst {
    pub bron: Bron,
    #[serde(default)]
    pub bronnen_extra: Vec<Bron>,
    #[serde(default)]
    pub onzeker: bool,
    pub notitie: Option<String>,
}

/// One fact about the organisation. The JSON of the sources reads into these.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "soort", content = "feit", rename_all = "snake_case")]
pub enum Feit {
    Organisatie(Organisatie),
    Regio(Regio),
    Domein(Domein),
    Module(Module),
    Gemeente(Gemeente),
    Deelname(Deelname),
    Groep(Groep),
    Rol(Rol),
    Analyse(Analyse),
    Stakeholder(Stakeholder),
    Relatie(Relatie),
    Frequentie(Frequentie),
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Organisatie {
    pub id: OrganisatieId,
    pub naam: String,
    pub afkorting: String,
    pub opgericht: Option<PartialDate>,
    pub missie: String,
    pub visie: String,
    pub uitgangspunt: String,
    pub huisvesting: Option<GemeenteId>,
    pub herkomst: Herkomst,
}

/// Wat voor soort regio het is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, async_graphql::Enum)]
#[serde(rename_all = "snake_case")]
pub enum RegioNiveau {
    /// Een regio: Noord-Limburg of Midden-Limburg.
    Regio,
    /// Een deel van een regio: Midden-Limburg Oost of West.
    Subregio,
    /// Regio's die samenwerken: Noord- en Midden-Limburg.
    Samenwerkingsschaal,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Regio {
    pub id: RegioId,
    pub naam: String,
    pub afkorting: String,
    pub niveau: RegioNiveau,
    pub hoort_bij: Option<RegioId>,
    pub herkomst: Herkomst,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Domein {
    pub id: DomeinId,
    pub naam: String,
    pub herkomst: Herkomst,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Module {
    pub id: ModuleId,
    pub naam: String,
    pub titel: String,
    pub domeinen: Vec<DomeinId>,
    pub taken: Vec<String>,
    pub schaal: RegioId,
    pub besloten: Option<PartialDate>,
    pub herkomst: Herkomst,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Bijzonderheid {
    pub soort: String,
    pub omschrijving: String,
    pub bron: Bron,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Gemeente {
    pub id: GemeenteId,
    pub naam: String,
    pub regio: RegioId,
    pub subregio: Option<RegioId>,
    pub jeugdregio: String,
    pub contractschaal_jeugd_nml: bool,
    pub bijzonderheden: Vec<Bijzonderheid>,
    pub herkomst: Herkomst,
}

/// Hoe ver de deelname van een gemeente aan een module is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, async_graphql::Enum)]
#[serde(rename_all = "snake_case")]
pub enum DeelnameStatus {
    /// De gemeente wil gaan deelnemen.
    Voorgenomen,
    /// De gemeente neemt deel.
    Deelnemer,
    /// De deelname is afgelopen.
    Beeindigd,
}

/// Taking part in a module, from–to.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Deelname {
    pub id: DeelnameId,
    pub gemeente: GemeenteId,
    pub module: ModuleId,
    pub status: DeelnameStatus,
    pub van: Option<PartialDate>,
    pub tot: Option<PartialDate>,
    pub herkomst: Herkomst,
}

impl Deelname {
    /// Does it hold on `dag`? An open end holds; an unknown start is taken to be before any day.
    pub fn geldt_op(&self, dag: Date) -> bool {
        let begonnen = self.van.as_ref().and_then(PartialDate::first_day).is_none_or(|van| van <= dag);
        let niet_voorbij = self.tot.as_ref().and_then(PartialDate::last_day).is_none_or(|tot| dag <= tot);
        begonnen && niet_voorbij
    }
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Groep {
    pub id: GroepId,
    pub naam: String,
    pub herkomst: Herkomst,
}

/// Een vergadering of een functie.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, async_graphql::Enum)]
#[serde(rename_all = "snake_case")]
pub enum RolSoort {
    /// Een vergadering of orgaan.
    Gremium,
    /// Een functie van één of meer mensen.
    Rol,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Invloed {
    pub naar_mgr: Option<String>,
    pub van_mgr: Option<String>,
    pub naar_directe_stakeholders: Option<String>,
    pub van_directe_stakeholders: Option<String>,
    pub bron: Bron,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Rol {
    pub id: RolId,
    pub naam: String,
    pub afkorting: Option<String>,
    pub soort: RolSoort,
    pub groep: GroepId,
    pub beschrijving: String,
    pub beslist_over: Vec<String>,
    #[serde(default)]
    pub synoniemen: Vec<String>,
    #[serde(default)]
    pub modules: Vec<ModuleId>,
    pub gemeente: Option<GemeenteId>,
    pub overleg_frequentie: Option<String>,
    pub leden_aantal: Option<i32>,
    pub invloed: Option<Invloed>,
    pub herkomst: Herkomst,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Analyse {
    pub id: AnalyseId,
    pub naam: String,
    pub jaar: i32,
    pub ringen_leesbaar: bool,
    pub herkomst: Herkomst,
}

/// Hoeveel invloed een stakeholder heeft.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, async_graphql::Enum)]
#[serde(rename_all = "snake_case")]
pub enum Invloedsring {
    /// Heeft directe invloed.
    Direct,
    /// Heeft indirecte invloed.
    Indirect,
    /// Heeft beperkte invloed.
    Beperkt,
    /// Staat niet leesbaar in de bron.
    Onzeker,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Stakeholder {
    pub id: StakeholderId,
    pub naam: String,
    pub groep: GroepId,
    pub ring: Invloedsring,
    pub grondslag_ring: Option<String>,
    pub beschrijving: String,
    pub rol: Option<RolId>,
    #[serde(default)]
    pub voorbeelden: Vec<String>,
    pub aantal: Option<i32>,
    pub documenten: Vec<String>,
    pub analyses: Vec<AnalyseId>,
    pub herkomst: Herkomst,
}

/// One side of a relation.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Partij {
    Stakeholder(StakeholderId),
    Rol(RolId),
    Organisatie(OrganisatieId),
}

/// Hoe het met een lijn tussen twee partijen staat.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, async_graphql::Enum)]
#[serde(rename_all = "snake_case")]
pub enum Lijnstand {
    /// Zij is er.
    #[default]
    Bestaand,
    /// Zij is er nog niet, en men wil haar.
    Gewenst,
    /// Men wil haar niet meer, of zij is er niet meer.
    Vervallen,
}

impl Lijnstand {
    fn is_bestaand(&self) -> bool {
        *self == Self::Bestaand
    }
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Relatie {
    pub id: RelatieId,
    pub van: Partij,
    pub naar: Partij,
    pub soort: String,
    pub omschrijving: String,
    pub schema: Option<String>,
    pub module: Option<ModuleId>,
    /// The sources know only lines that are there.
    #[serde(default, skip_serializing_if = "Lijnstand::is_bestaand")]
    pub stand: Lijnstand,
    pub herkomst: Herkomst,
}

impl Relatie {
    /// Where a line comes from that was made in the hub.
    pub const EIGEN_BRON: &str = "Communicatielijnen in de hub";

    /// Was it made in the hub, rather than found in a source?
    pub fn is_eigen(&self) -> bool {
        self.herkomst.bron.document == Self::EIGEN_BRON
    }
}

/// How often something was agreed to be held or done.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Frequentie {
    pub id: FrequentieId,
    pub naam: String,
    /// As the source says it: "2-3", "elke 6 weken".
    pub aantal: Option<String>,
    pub eenheid: String,
    /// At least so often a year; `None`: the source does not say.
    pub keer_per_jaar: Option<i32>,
    pub partijen: Vec<Partij>,
    pub herkomst: Herkomst,
}

impl Frequentie {
    /// "4 per jaar".
    pub fn in_woorden(&self) -> Option<String> {
        let aantal = self.aantal.as_ref()?;
        Some(format!("{aantal} {}", self.eenheid).trim().to_owned())
    }
}

impl Feit {
    /// Kind (the GraphQL type) and key.
    pub fn onderwerp(&self) -> Subject {
        let (kind, key) = match self {
            Self::Organisatie(feit) => ("Organisatie", &feit.id.0),
            Self::Regio(feit) => ("Regio", &feit.id.0),
            Self::Domein(feit) => ("Domein", &feit.id.0),
            Self::Module(feit) => ("Module", &feit.id.0),
            Self::Gemeente(feit) => ("Gemeente", &feit.id.0),
            Self::Deelname(feit) => ("Deelname", &feit.id.0),
            Self::Groep(feit) => ("Groep", &feit.id.0),
            Self::Rol(feit) => ("Rol", &feit.id.0),
            Self::Analyse(feit) => ("Analyse", &feit.id.0),
            Self::Stakeholder(feit) => ("Stakeholder", &feit.id.0),
            Self::Relatie(feit) => ("Relatie", &feit.id.0),
            Self::Frequentie(feit) => ("Frequentie", &feit.id.0),
        };
        Subject { kind, key: key.clone() }
    }

    /// The facts this one points at; they must be there first.
    pub fn verwijzingen(&self) -> Vec<Subject> {
        let one = |kind, key: &String| Subject { kind, key: key.clone() };
        match self {
            Self::Organisatie(feit) => feit.huisvesting.iter().map(|id| one("Gemeente", &id.0)).collect(),
            Self::Regio(feit) => feit.hoort_bij.iter().map(|id| one("Regio", &id.0)).collect(),
            Self::Domein(_) | Self::Groep(_) | Self::Analyse(_) => Vec::new(),
            Self::Module(feit) => {
                let domeinen = feit.domeinen.iter().map(|id| one("Domein", &id.0));
                domeinen.chain([one("Regio", &feit.schaal.0)]).collect()
            }
            Self::Gemeente(feit) => {
                [&feit.regio].into_iter().chain(&feit.subregio).map(|id| one("Regio", &id.0)).collect()
            }
            Self::Deelname(feit) => vec![one("Gemeente", &feit.gemeente.0), one("Module", &feit.module.0)],
            Self::Rol(feit) => {
                let modules = feit.modules.iter().map(|id| one("Module", &id.0));
                let gemeente = feit.gemeente.iter().map(|id| one("Gemeente", &id.0));
                modules.chain(gemeente).chain([one("Groep", &feit.groep.0)]).collect()
            }
            Self::Stakeholder(feit) => {
                let analyses = feit.analyses.iter().map(|id| one("Analyse", &id.0));
                let rol = feit.rol.iter().map(|id| one("Rol", &id.0));
                analyses.chain(rol).chain([one("Groep", &feit.groep.0)]).collect()
            }
            Self::Frequentie(feit) => feit.partijen.iter().map(Partij::onderwerp).collect(),
            Self::Relatie(feit) => {
                let module = feit.module.iter().map(|id| one("Module", &id.0));
                module.chain([feit.van.onderwerp(), feit.naar.onderwerp()]).collect()
            }
        }
    }
}

impl Partij {
    /// Kind and key of the fact on this side.
    pub fn onderwerp(&self) -> Subject {
        let (kind, key) = match self {
            Self::Stakeholder(id) => ("Stakeholder", &id.0),
            Self::Rol(id) => ("Rol", &id.0),
            Self::Organisatie(id) => ("Organisatie", &id.0),
        };
        Subject { kind, key: key.clone() }
    }
}
