//! What is bedrijfsvoering may be decided for the region; what is beleid may not without each gemeente: policy on Wmo
//! and Jeugd stays with them (college proposal on module 1, §2.6). Pure.

use jiff::{Timestamp, civil::Date};
use serde::{Deserialize, Serialize};

use super::{
    BesluitId, MijlpaalId, TaakId, TrajectId,
    besluiten::{Besluit, Besluitregel, CelInhoud, CelStatus, Stap, StapSoort},
};
use crate::domain::{
    fout::{Code, Fout},
    organisatie::{GemeenteId, PersoonId},
};

/// Where the rule stands.
pub const BRON: &str = "Collegevoorstel aansluiting module 1, §2.6";

/// Waar een onderwerp over gaat.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, async_graphql::Enum)]
#[serde(rename_all = "snake_case")]
pub enum Aard {
    /// Hoe het werk gedaan wordt. Daarover kan de regio besluiten.
    Bedrijfsvoering,
    /// Wat een gemeente wil voor haar inwoners. Daarover besluit elke gemeente zelf.
    Beleid,
}

/// What can be bedrijfsvoering or beleid.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(tag = "soort", content = "id", rename_all = "snake_case")]
pub enum Onderwerp {
    Besluit(BesluitId),
    Mijlpaal(MijlpaalId),
    Taak(TaakId),
}

/// The address of an item in the state.
pub type AutonomieSleutel = (TrajectId, Onderwerp);

/// What an item is, and whether the region has decided on it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Autonomie {
    pub traject: TrajectId,
    pub onderwerp: Onderwerp,
    /// `None`: nobody said so yet.
    pub aard: Option<Aard>,
    /// The decision that the gemeenten take on it; a decision is its own.
    pub besluit: Option<BesluitId>,
    /// The day on which the region decided.
    pub regionaal_op: Option<Date>,
    pub versie: i32,
    pub door: Option<PersoonId>,
    pub op: Timestamp,
}

impl Onderwerp {
    /// "Taak/…", as it stands in the table and in the log.
    pub fn sleutel(&self) -> String {
        match self {
            Self::Besluit(id) => format!("Besluit/{id}"),
            Self::Mijlpaal(id) => format!("Mijlpaal/{id}"),
            Self::Taak(id) => format!("Taak/{id}"),
        }
    }

    /// The reverse of [`Self::sleutel`].
    pub fn lees(sleutel: &str) -> Option<Self> {
        let (soort, id) = sleutel.split_once('/')?;
        match soort {
            "Besluit" => Some(Self::Besluit(BesluitId(id.to_owned()))),
            "Mijlpaal" => Some(Self::Mijlpaal(MijlpaalId(id.to_owned()))),
            "Taak" => uuid::Uuid::try_parse(id).ok().map(|id| Self::Taak(TaakId(id))),
            _ => None,
        }
    }
}

impl Autonomie {
    /// One of which nobody said anything yet.
    pub fn leeg((traject, onderwerp): AutonomieSleutel) -> Self {
        let op = Timestamp::UNIX_EPOCH;
        Self { traject, onderwerp, aard: None, besluit: None, regionaal_op: None, versie: 0, door: None, op }
    }

    pub fn sleutel(&self) -> AutonomieSleutel {
        (self.traject.clone(), self.onderwerp.clone())
    }

    /// The decision of the gemeenten that counts for it.
    pub fn eigen_besluit(&self) -> Option<&BesluitId> {
        match &self.onderwerp {
            Onderwerp::Besluit(id) => Some(id),
            _ => self.besluit.as_ref(),
        }
    }

    /// Refuses to overwrite what someone else changed after `verwachte_versie`.
    pub fn toets_versie(&self, verwachte_versie: i32, door: Option<PersoonId>) -> Result<(), Fout> {
        if self.versie <= verwachte_versie || self.door == door {
            return Ok(());
        }
        let bericht = "Een ander heeft dit net gewijzigd. Bekijk wat er nu staat en bewaar zo nodig opnieuw.";
        Err(Fout::new(Code::VersieVerouderd, bericht))
    }
}

/// Does the gemeente decide something in this step?
pub fn besluit_in(stap: &Stap) -> bool {
    matches!(stap.soort, StapSoort::Toestemming | StapSoort::Collegebesluit)
}

/// May the region decide on an item, and if not, why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Mag {
    Ja,
    /// Nobody said what it is.
    AardOnbekend,
    /// It is beleid, and no decision of gemeenten is known for it.
    GeenBesluit,
    /// It is beleid, and these did not decide, or not in favour.
    Ontbreekt(Vec<GemeenteId>),
}

/// The rule: for beleid each gemeente that takes part must have decided in favour, in every step in which it decides.
pub fn mag_regionaal<'a>(
    aard: Option<Aard>,
    besluit: Option<&Besluit>,
    deelnemers: &[GemeenteId],
    cel: impl Fn(&Stap, &GemeenteId) -> Option<&'a CelInhoud>,
) -> Mag {
    match aard {
        None => return Mag::AardOnbekend,
        Some(Aard::Bedrijfsvoering) => return Mag::Ja,
        Some(Aard::Beleid) => {}
    }
    let Some(besluit) = besluit else { return Mag::GeenBesluit };
    let stappen: Vec<_> = besluit.stappen.iter().filter(|stap| besluit_in(stap)).collect();
    if stappen.is_empty() || deelnemers.is_empty() {
        return Mag::GeenBesluit;
    }
    let akkoord = |stap: &&Stap, gemeente: &GemeenteId| {
        !stap.is_voor(gemeente) || cel(stap, gemeente).is_some_and(|cel| cel.status == CelStatus::Gedaan)
    };
    let ontbreekt = deelnemers.iter().filter(|gemeente| !stappen.iter().all(|stap| akkoord(stap, gemeente)));
    let ontbreekt: Vec<_> = ontbreekt.cloned().collect();
    if ontbreekt.is_empty() { Mag::Ja } else { Mag::Ontbreekt(ontbreekt) }
}

/// Refuses a rule for a step by which gemeenten decide on beleid without each of them.
pub fn toets_regel(aard: Option<Aard>, stap: &Stap, regel: &Besluitregel) -> Result<(), Fout> {
    if aard != Some(Aard::Beleid) || !besluit_in(stap) || *regel == Besluitregel::Alle {
        return Ok(());
    }
    let bericht = format!(
        "Dit besluit gaat over beleid. Daarover besluit elke gemeente zelf: in de stap ‘{}’ zijn alle gemeenten nodig \
         ({BRON}).",
        stap.naam
    );
    Err(Fout::bij(Code::BeleidIsLokaal, "regel", bericht))
}

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, BTreeSet};

    use jiff::civil::date;

    use super::*;
    use crate::domain::organisatie::{Bron, Herkomst, ModuleId, RolId};

    fn stap(soort: StapSoort, regel: Besluitregel) -> Stap {
        Stap {
            id: crate::domain::integratie::StapId(format!("{soort:?}")),
            naam: format!("{soort:?}"),
            soort,
            gremium: RolId("rol-gemeenteraden".into()),
            hoedanigheid: None,
            regel,
            termijn: None,
            mijlpaal: None,
            alleen: BTreeSet::new(),
        }
    }

    fn besluit(stappen: Vec<Stap>) -> Besluit {
        let bron = Bron { document: "Voorstel".into(), paragraaf: None };
        Besluit {
            id: BesluitId("b".into()),
            traject: TrajectId("t".into()),
            naam: "Besluit".into(),
            module: ModuleId("m".into()),
            peildatum: date(2026, 1, 1),
            stappen,
            herkomst: Herkomst { bron, bronnen_extra: Vec::new(), onzeker: false, notitie: None },
        }
    }

    #[test]
    fn beleid_is_not_decided_without_each_gemeente() {
        use CelStatus::*;
        let (a, b) = (GemeenteId("a".into()), GemeenteId("b".into()));
        let deelnemers = [a.clone(), b.clone()];
        let twee = || {
            besluit(vec![
                stap(StapSoort::Zienswijze, Besluitregel::Alle),
                stap(StapSoort::Toestemming, Besluitregel::Alle),
            ])
        };
        let beleid = Some(Aard::Beleid);
        for (naam, aard, besluit, standen, verwacht) in [
            ("aard onbekend", None, Some(twee()), [Gedaan, Gedaan], Mag::AardOnbekend),
            ("bedrijfsvoering", Some(Aard::Bedrijfsvoering), None, [Open, Open], Mag::Ja),
            ("zonder besluit", beleid, None, [Gedaan, Gedaan], Mag::GeenBesluit),
            (
                "niemand besluit erin",
                beleid,
                Some(self::besluit(vec![stap(StapSoort::Zienswijze, Besluitregel::Alle)])),
                [Gedaan, Gedaan],
                Mag::GeenBesluit,
            ),
            ("allen", beleid, Some(twee()), [Gedaan, Gedaan], Mag::Ja),
            ("een nog niet", beleid, Some(twee()), [Gedaan, OpAgenda], Mag::Ontbreekt(vec![b.clone()])),
            ("een niet akkoord", beleid, Some(twee()), [Geweigerd, Gedaan], Mag::Ontbreekt(vec![a.clone()])),
            (
                "onbekend is geen ja",
                beleid,
                Some(twee()),
                [Onbekend, Onbekend],
                Mag::Ontbreekt(vec![a.clone(), b.clone()]),
            ),
        ] {
            let cellen: BTreeMap<_, _> = deelnemers
                .iter()
                .zip(standen)
                .map(|(wie, status)| (wie.clone(), CelInhoud { status, ..CelInhoud::default() }))
                .collect();
            let cel = |stap: &Stap, wie: &GemeenteId| {
                (stap.soort == StapSoort::Toestemming).then(|| cellen.get(wie)).flatten()
            };
            assert_eq!(mag_regionaal(aard, besluit.as_ref(), &deelnemers, cel), verwacht, "{naam}");
        }
    }

    #[test]
    fn a_majority_does_not_decide_on_beleid() {
        use Besluitregel::*;
        for (aard, soort, regel, mag) in [
            (Some(Aard::Beleid), StapSoort::Toestemming, Meerderheid, false),
            (Some(Aard::Beleid), StapSoort::Collegebesluit, Gewogen { gewichten: BTreeMap::new(), drempel: 60 }, false),
            (Some(Aard::Beleid), StapSoort::Toestemming, Alle, true),
            (Some(Aard::Beleid), StapSoort::Informatie, Meerderheid, true),
            (Some(Aard::Bedrijfsvoering), StapSoort::Toestemming, Meerderheid, true),
            (None, StapSoort::Toestemming, Meerderheid, true),
        ] {
            assert_eq!(toets_regel(aard, &stap(soort, Alle), &regel).is_ok(), mag, "{aard:?} {soort:?} {regel:?}");
        }
    }

    #[test]
    fn an_item_reads_back_as_it_was_written() {
        for onderwerp in [
            Onderwerp::Besluit(BesluitId("besluit-een".into())),
            Onderwerp::Mijlpaal(MijlpaalId("mijlpaal-01".into())),
            Onderwerp::Taak(TaakId(uuid::Uuid::from_u128(7))),
        ] {
            assert_eq!(Onderwerp::lees(&onderwerp.sleutel()), Some(onderwerp));
        }
        assert_eq!(Onderwerp::lees("Taak/geen-uuid"), None);
    }
}
