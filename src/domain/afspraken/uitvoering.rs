//! How far each gemeente is with carrying out an agreement, and how the region is. Pure.

use std::collections::BTreeSet;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::AfspraakId;
use crate::{
    domain::{
        fout::{Code, Fout},
        invoer,
        organisatie::{GemeenteId, PersoonId},
    },
    platform::graphql::scalars::PartialDate,
};

const MAX_BRON: usize = 500;
const MAX_NOTITIE: usize = 2_000;

/// Hoe ver een gemeente is met het uitvoeren van een afspraak.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize, async_graphql::Enum,
)]
#[serde(rename_all = "snake_case")]
pub enum UitvoeringStatus {
    /// Wij weten het niet.
    #[default]
    Onbekend,
    /// De gemeente is gevraagd het te doen.
    Gevraagd,
    /// De gemeente is ermee bezig.
    Bezig,
    /// De gemeente doet wat is afgesproken.
    Gereed,
    /// Het geldt voor deze gemeente niet.
    NietVanToepassing,
}

impl UitvoeringStatus {
    /// As people call it.
    pub fn naam(self) -> &'static str {
        match self {
            Self::Onbekend => "onbekend",
            Self::Gevraagd => "gevraagd",
            Self::Bezig => "bezig",
            Self::Gereed => "gereed",
            Self::NietVanToepassing => "niet van toepassing",
        }
    }
}

/// How far one gemeente is with one agreement.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Uitvoering {
    pub afspraak: AfspraakId,
    pub gemeente: GemeenteId,
    #[serde(flatten)]
    pub inhoud: UitvoeringInhoud,
    pub versie: i32,
    pub door: Option<PersoonId>,
    pub op: Timestamp,
}

/// What people fill in.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct UitvoeringInhoud {
    pub status: UitvoeringStatus,
    /// The day, month or year of which it says so.
    pub datum: Option<PartialDate>,
    /// Who or what says so.
    pub bron: String,
    pub notitie: String,
}

/// The address of a cell: agreement and gemeente.
pub fn uitvoering_sleutel(afspraak: &AfspraakId, gemeente: &GemeenteId) -> String {
    format!("{afspraak}/{gemeente}")
}

impl UitvoeringInhoud {
    /// The same with its texts trimmed, or what is wrong with it.
    pub fn getoetst(self) -> Result<Self, Fout> {
        if let Some(dag) = self.datum.as_ref().and_then(PartialDate::first_day) {
            invoer::datum("datum", dag)?;
        }
        let bron = invoer::vrije_tekst("bron", &self.bron, MAX_BRON)?;
        if bron.is_empty() && self.datum.is_some() {
            let bericht = "Schrijf erbij van wie of waaruit je dit weet.";
            return Err(Fout::bij(Code::Verplicht, "bron", bericht));
        }
        let notitie = invoer::vrije_tekst("notitie", &self.notitie, MAX_NOTITIE)?;
        Ok(Self { bron, notitie, ..self })
    }
}

impl Uitvoering {
    /// Refuses to overwrite what someone else filled in after `verwachte_versie`.
    pub fn toets_versie(&self, verwachte_versie: i32, door: Option<PersoonId>) -> Result<(), Fout> {
        if self.versie <= verwachte_versie || self.door == door {
            return Ok(());
        }
        let bericht = "Een ander heeft deze cel net gewijzigd. Bekijk wat er nu staat en bewaar zo nodig opnieuw.";
        Err(Fout::new(Code::VersieVerouderd, bericht))
    }
}

/// How far all gemeenten together are: one that is missing stays visible.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Regionaal {
    /// Those that have to do something.
    pub nodig: Vec<GemeenteId>,
    pub gereed: Vec<GemeenteId>,
    /// Those of the first that are not ready, with how far they are.
    pub ontbreekt: Vec<(GemeenteId, UitvoeringStatus)>,
}

impl Regionaal {
    /// Over the gemeenten where an agreement holds.
    pub fn van(gemeenten: &BTreeSet<GemeenteId>, status: impl Fn(&GemeenteId) -> UitvoeringStatus) -> Self {
        let alle = gemeenten.iter().map(|gemeente| (gemeente.clone(), status(gemeente)));
        let nodig: Vec<_> = alle.filter(|(_, status)| *status != UitvoeringStatus::NietVanToepassing).collect();
        let (gereed, ontbreekt): (Vec<_>, Vec<_>) =
            nodig.iter().cloned().partition(|(_, status)| *status == UitvoeringStatus::Gereed);
        Self {
            nodig: nodig.into_iter().map(|(gemeente, _)| gemeente).collect(),
            gereed: gereed.into_iter().map(|(gemeente, _)| gemeente).collect(),
            ontbreekt,
        }
    }

    /// The status of the region: ready only when every gemeente is; unknown only when nothing is known of any.
    pub fn status(&self) -> UitvoeringStatus {
        use UitvoeringStatus::*;
        match (self.nodig.len(), self.gereed.len()) {
            (0, _) => NietVanToepassing,
            (nodig, gereed) if nodig == gereed => Gereed,
            (_, 1..) => Bezig,
            _ => self.ontbreekt.iter().map(|(_, status)| *status).max().unwrap_or_default(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use UitvoeringStatus::*;

    #[test]
    fn one_missing_gemeente_stays_visible() {
        for (statussen, regio, ontbreekt) in [
            (vec![Gereed, Gereed, Gereed], Gereed, vec![]),
            (vec![Gereed, Gereed, Gevraagd], Bezig, vec!["gem-2"]),
            (vec![Gereed, NietVanToepassing, Gereed], Gereed, vec![]),
            (vec![Onbekend, Onbekend, Onbekend], Onbekend, vec!["gem-0", "gem-1", "gem-2"]),
            (vec![Onbekend, Gevraagd, Onbekend], Gevraagd, vec!["gem-0", "gem-1", "gem-2"]),
            (vec![NietVanToepassing], NietVanToepassing, vec![]),
            (vec![], NietVanToepassing, vec![]),
        ] {
            let gemeenten = (0..statussen.len()).map(|i| GemeenteId(format!("gem-{i}"))).collect();
            let status = |gemeente: &GemeenteId| statussen[gemeente.0[4..].parse::<usize>().unwrap()];
            let regionaal = Regionaal::van(&gemeenten, status);
            assert_eq!(regionaal.status(), regio, "{statussen:?}");
            let namen: Vec<_> = regionaal.ontbreekt.iter().map(|(gemeente, _)| gemeente.0.as_str()).collect();
            assert_eq!(namen, ontbreekt, "{statussen:?}");
        }
    }

    #[test]
    fn who_gives_a_day_says_how_it_is_known() {
        let datum = Some("2023-04".parse().unwrap());
        let zonder = UitvoeringInhoud { datum: datum.clone(), ..UitvoeringInhoud::default() };
        assert_eq!(zonder.getoetst().unwrap_err().veld.as_deref(), Some("bron"));
        let met = UitvoeringInhoud { datum, bron: " Accountgesprek ".into(), ..UitvoeringInhoud::default() };
        assert_eq!(met.getoetst().unwrap().bron, "Accountgesprek");
    }
}
