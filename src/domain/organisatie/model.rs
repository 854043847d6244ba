//! The words of this context: ids, facts, persons. Pure.

use jiff::{Timestamp, civil::Date};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::platform::graphql::scalars::PartialDate;

/// An id that is a readable key from the facts, such as `gem-venray`.
macro_rules! sleutel_id {
    ($($(#[$doc:meta])* $name:ident),* $(,)?) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub String);

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(&self.0)
            }
        }
    )*};
}

/// An id made by the hub.
macro_rules! uuid_id {
    ($($(#[$doc:meta])* $name:ident),* $(,)?) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub uuid::Uuid);

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                self.0.fmt(f)
            }
        }
    )*};
}
pub(crate) use {sleutel_id, uuid_id};

sleutel_id!(
    RegioId, DomeinId, ModuleId, GemeenteId, GroepId, RolId, AnalyseId, StakeholderId, RelatieId, OrganisatieId,
    /// `gem-venray/module-1`: the gemeente and the module.
    DeelnameId,
);
uuid_id!(PersoonId, AanstellingId, AanmeldingId, TokenId);

// ------------------------------------------------------------------ herkomst

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

// ------------------------------------------------------------------ feiten

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
    pub synoniemen: Vec<String>,
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

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Relatie {
    pub id: RelatieId,
    pub van: Partij,
    pub naar: Partij,
    pub soort: String,
    pub omschrijving: String,
    pub schema: Option<String>,
    pub module: Option<ModuleId>,
    pub herkomst: Herkomst,
}

// ------------------------------------------------------------------ personen

/// De rol die iemand in de hub heeft; zij bepaalt de rechten.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, async_graphql::Enum)]
#[serde(rename_all = "snake_case")]
pub enum Hubrol {
    /// Beheert personen, rollen en instellingen.
    Beheerder,
    /// Leidt de integratie van Midden-Limburg in module 1.
    Kwartiermaker,
    /// Coördineert de toegangen van de gemeenten.
    CoordinatorToegang,
    /// Bewaakt het beleidsproces.
    Procesregisseur,
    /// Eerste aanspreekpunt van één gemeente.
    Accounthouder,
    /// Beheert en stuurt op contracten.
    Contractmanager,
    /// Zit in het AB, DB of een college.
    Bestuurder,
    /// Leest mee.
    Kijker,
}

impl Hubrol {
    /// All of them, in the order in which a list shows them.
    pub const ALLE: [Self; 8] = [
        Self::Beheerder,
        Self::Kwartiermaker,
        Self::CoordinatorToegang,
        Self::Procesregisseur,
        Self::Accounthouder,
        Self::Contractmanager,
        Self::Bestuurder,
        Self::Kijker,
    ];

    /// As people call it.
    pub fn naam(self) -> &'static str {
        match self {
            Self::Beheerder => "Beheerder",
            Self::Kwartiermaker => "Kwartiermaker",
            Self::CoordinatorToegang => "Coördinator toegang",
            Self::Procesregisseur => "Procesregisseur",
            Self::Accounthouder => "Accounthouder",
            Self::Contractmanager => "Contractmanager",
            Self::Bestuurder => "Bestuurder",
            Self::Kijker => "Kijker",
        }
    }
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Persoon {
    pub id: PersoonId,
    pub naam: String,
    pub email: String,
    pub actief: bool,
}

impl Persoon {
    /// At most two letters for a small circle: of the first and the last word.
    pub fn initialen(&self) -> String {
        let mut letters = self.naam.split_whitespace().filter_map(|word| word.chars().find(|c| c.is_alphanumeric()));
        let first = letters.next();
        first.into_iter().chain(letters.next_back()).flat_map(char::to_uppercase).collect()
    }
}

/// Someone holds a role in the hub, for one gemeente or in general, from–to (both inclusive).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Aanstelling {
    pub id: AanstellingId,
    pub persoon: PersoonId,
    pub hubrol: Hubrol,
    pub gemeente: Option<GemeenteId>,
    pub van: Date,
    pub tot: Option<Date>,
}

impl Aanstelling {
    /// Is it in force on `dag`?
    pub fn geldt_op(&self, dag: Date) -> bool {
        self.van <= dag && self.tot.is_none_or(|tot| dag <= tot)
    }
}

/// A sign-in on one browser. The token itself is known to that browser only.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Aanmelding {
    pub id: AanmeldingId,
    pub persoon: PersoonId,
    pub verloopt_op: Timestamp,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, async_graphql::Enum)]
#[serde(rename_all = "snake_case")]
pub enum TokenScope {
    /// Vragen stellen en meekijken.
    Lezen,
    /// Ook wijzigen.
    Schrijven,
}

/// A key for a program that works in the name of a person. The token itself is shown once.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ApiToken {
    pub id: TokenId,
    pub persoon: PersoonId,
    pub naam: String,
    pub scopes: Vec<TokenScope>,
    pub gemaakt_op: Timestamp,
    pub verloopt_op: Option<Timestamp>,
}

/// How far someone has seen the log.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Bezoek {
    pub tot: i64,
    pub op: Timestamp,
}

/// The id that stands for the hub itself where a person is asked for.
pub const HUB: Uuid = Uuid::nil();
