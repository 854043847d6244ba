//! The words of this context: ids, and who works in the hub. Pure.

use jiff::{Timestamp, civil::Date};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::domain::fout::{Code, Fout};

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
    RegioId, DomeinId, ModuleId, GemeenteId, GroepId, RolId, AnalyseId, StakeholderId, RelatieId, OrganisatieId, FrequentieId,
    /// `gem-venray/module-1`: the gemeente and the module.
    DeelnameId,
);
uuid_id!(PersoonId, AanstellingId, AanmeldingId, TokenId, BezettingId);

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

    /// The role of the facts that this one is: who holds it is known from the roles in the hub.
    pub fn rol(self) -> Option<RolId> {
        let sleutel = match self {
            Self::Kwartiermaker => "rol-kwartiermaker",
            Self::CoordinatorToegang => "rol-coordinator-toegang",
            Self::Procesregisseur => "rol-procesregisseur-beleid",
            Self::Accounthouder => "rol-accounthouder-mgr",
            Self::Contractmanager => "rol-contractmanager",
            Self::Beheerder | Self::Bestuurder | Self::Kijker => return None,
        };
        Some(RolId(sleutel.to_owned()))
    }

    /// An accounthouder has exactly one gemeente, other roles have none.
    pub fn toets_gemeente(self, gemeente: Option<&GemeenteId>) -> Result<(), Fout> {
        match (self, gemeente) {
            (Self::Accounthouder, None) => {
                let bericht = "Een accounthouder hoort bij één gemeente. Kies die gemeente.";
                Err(Fout::bij(Code::Verplicht, "gemeente", bericht))
            }
            (Self::Accounthouder, Some(_)) | (_, None) => Ok(()),
            (_, Some(_)) => {
                let bericht = "Alleen een accounthouder hoort bij één gemeente. Laat de gemeente leeg.";
                Err(Fout::bij(Code::OngeldigeWaarde, "gemeente", bericht))
            }
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
    /// For whom, when it is only in their place.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub vervangt: Option<PersoonId>,
}

impl Aanstelling {
    /// Is it in force on `dag`?
    pub fn geldt_op(&self, dag: Date) -> bool {
        self.van <= dag && self.tot.is_none_or(|tot| dag <= tot)
    }

    /// Is it over, so that it can no longer be in force on `dag` or later?
    pub fn is_voorbij(&self, dag: Date) -> bool {
        self.tot.is_some_and(|tot| tot < dag || tot < self.van)
    }

    /// Would both give the same person the same role on some day?
    pub fn valt_samen_met(&self, other: &Self) -> bool {
        let leeg = |it: &Self| it.tot.is_some_and(|tot| tot < it.van);
        let voor = |it: &Self, other: &Self| it.tot.is_some_and(|tot| tot < other.van);
        (self.persoon, self.hubrol, &self.gemeente) == (other.persoon, other.hubrol, &other.gemeente)
            && !(leeg(self) || leeg(other) || voor(self, other) || voor(other, self))
    }
}

/// A sign-in on one browser. The token itself is known to that browser only.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Aanmelding {
    pub id: AanmeldingId,
    pub persoon: PersoonId,
    pub verloopt_op: Timestamp,
}

/// Wat een programma met een token mag.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, async_graphql::Enum)]
#[serde(rename_all = "snake_case")]
pub enum TokenScope {
    /// Vragen stellen en meekijken.
    Lezen,
    /// Ook wijzigen.
    Schrijven,
    /// Alleen de agenda met herinneringen volgen, op een eigen adres.
    Agenda,
}

impl Aanmelding {
    /// Does it still count at `nu`?
    pub fn geldt_op(&self, nu: Timestamp) -> bool {
        nu < self.verloopt_op
    }
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

impl ApiToken {
    /// How the secret begins, so that people and scanners recognise one that leaked.
    pub const VOORVOEGSEL: &str = "spl_";

    /// Does it still count at `nu`?
    pub fn geldt_op(&self, nu: Timestamp) -> bool {
        self.verloopt_op.is_none_or(|verloopt_op| nu < verloopt_op)
    }
}

/// How far someone has seen the log.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Bezoek {
    pub tot: i64,
    pub op: Timestamp,
}

/// The id that stands for the hub itself where a person is asked for.
pub const HUB: Uuid = Uuid::nil();
