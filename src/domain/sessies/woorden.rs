//! The closed lists of this context. Pure.

use async_graphql::Enum;
use serde::{Deserialize, Serialize};

/// Hoe ver een sessie is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Enum)]
#[serde(rename_all = "snake_case")]
pub enum Sessiestand {
    /// Klaar om te beginnen; nog niemand kan meedoen.
    Gepland,
    /// De code werkt: mensen kunnen meedoen.
    Bezig,
    /// Voorbij; het verslag is er.
    Afgerond,
}

/// Wie er met de code binnenkomt.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Enum)]
#[serde(rename_all = "snake_case")]
pub enum Deurstand {
    /// Iedereen met de code.
    Open,
    /// Wie de begeleider toelaat.
    OpGoedkeuring,
    /// Niemand meer.
    Dicht,
}

/// Wat je in een fase doet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Enum)]
#[serde(rename_all = "snake_case")]
pub enum Fasesoort {
    /// Notities schrijven in kolommen.
    Verzamelen,
    /// Notities bij elkaar zetten.
    Groeperen,
    /// Stemmen.
    Stemmen,
    /// Praten over wat er ligt.
    Bespreken,
    /// Vastleggen wat eruit komt.
    Besluiten,
}

/// Hoe je stemt.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Enum)]
#[serde(rename_all = "snake_case")]
pub enum Stemvorm {
    /// Punten verdelen over groepen en notities.
    Punten,
    /// Eén antwoord kiezen.
    Peiling,
    /// Een cijfer van 1 tot en met 5.
    Schaal,
    /// Alles op volgorde zetten.
    Rangorde,
    /// Akkoord, akkoord met een kanttekening, of een overwegend bezwaar.
    Consent,
}

/// Voor wie een deel van de uitslag geldt.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, Enum)]
#[serde(rename_all = "snake_case")]
pub enum Stemgroep {
    /// Iedereen samen.
    Allen,
    /// De gemeenten samen.
    Gemeenten,
    /// De MGR.
    Mgr,
    /// De gemeenten van Noord-Limburg.
    Noord,
    /// De gemeenten van Midden-Limburg.
    Midden,
}

/// Of een deelnemer binnen is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Enum)]
#[serde(rename_all = "snake_case")]
pub enum Toelating {
    /// Wacht tot de begeleider opendoet.
    Wacht,
    /// Doet mee.
    Binnen,
    /// Is verwijderd.
    Verwijderd,
}

/// Of een notitie op het bord staat.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Enum)]
#[serde(rename_all = "snake_case")]
pub enum Notitiestand {
    /// In het postvak van de begeleider: nog niet bekeken, of te laat binnengekomen.
    Wacht,
    /// Op het bord, zodra de notities getoond worden.
    Zichtbaar,
    /// Door de begeleider weggelaten.
    Verborgen,
    /// Door de schrijver ingetrokken.
    Ingetrokken,
    /// Weg omdat de fase opnieuw begon.
    Gewist,
}

/// Wat er uit de sessie komt.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Enum)]
#[serde(rename_all = "snake_case")]
pub enum Opbrengstsoort {
    /// Een taak op het takenbord.
    Taak,
    /// Iets wat besloten is.
    Besluit,
    /// Een punt om te ontwikkelen.
    Ontwikkelpunt,
    /// Een afspraak.
    Afspraak,
}
