//! The map of stakeholders as it is kept now, beside the analyses of the plans, which stay as they are; and what
//! differs between two of them. Pure.

use std::collections::BTreeMap;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{AnalyseId, GroepId, Invloedsring, PersoonId, Stakeholder, StakeholderId, Toestand};
use crate::domain::{
    fout::{Code, Fout},
    invoer,
};

/// The longest name of a stakeholder.
pub const MAX_STAKEHOLDER: usize = 120;
/// The longest text about one.
pub const MAX_OVER: usize = 1000;
/// Where a stakeholder comes from that was added on the map.
const EIGEN_BRON: &str = "Stakeholderkaart in de hub";

/// Een trede van de trap van Quirke: hoe ver de communicatie met een stakeholder is. De bronnen noemen de trap zonder
/// haar uit te werken; dit zijn haar gangbare treden.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, async_graphql::Enum)]
#[serde(rename_all = "snake_case")]
pub enum Communicatietrede {
    /// Weet dat het speelt.
    Weten,
    /// Begrijpt waarom.
    Begrijpen,
    /// Steunt het.
    Steunen,
    /// Werkt eraan mee.
    Meewerken,
    /// Draagt het zelf uit.
    Uitdragen,
}

impl Communicatietrede {
    pub fn naam(self) -> &'static str {
        match self {
            Self::Weten => "weten",
            Self::Begrijpen => "begrijpen",
            Self::Steunen => "steunen",
            Self::Meewerken => "meewerken",
            Self::Uitdragen => "uitdragen",
        }
    }
}

impl Invloedsring {
    /// As people call it.
    pub fn naam(self) -> &'static str {
        match self {
            Self::Direct => "direct",
            Self::Indirect => "indirect",
            Self::Beperkt => "beperkt",
            Self::Onzeker => "nog te plaatsen",
        }
    }
}

/// What people change apart from each other: two clash only on the same one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kaartdeel {
    Plek,
    Gegevens,
    Trede,
    Actie,
}

/// When a part changed last, and by whom.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Deelversie {
    pub versie: i32,
    pub door: Option<PersoonId>,
}

/// Where a stakeholder stands now, and how far communication is.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Kaartplek {
    pub stakeholder: StakeholderId,
    pub groep: GroepId,
    pub ring: Invloedsring,
    /// Does somebody stand for this place? What comes from the sources is marked as they mark it.
    pub zeker: bool,
    /// Why it is no longer on the map; `None`: it is.
    pub weg: Option<String>,
    pub invloed_naar_mgr: Option<String>,
    pub invloed_van_mgr: Option<String>,
    /// Who in the hub keeps in touch.
    pub contact: Option<PersoonId>,
    pub trede_nu: Option<Communicatietrede>,
    pub trede_gewenst: Option<Communicatietrede>,
    /// The task that brings the one to the other.
    pub actie: Option<Uuid>,
    /// 0 while nobody changed anything.
    pub versie: i32,
    pub delen: BTreeMap<Kaartdeel, Deelversie>,
    pub door: Option<PersoonId>,
    pub op: Option<Timestamp>,
}

impl Kaartplek {
    /// As the sources have it.
    pub fn uit_bron(toestand: &Toestand, stakeholder: &Stakeholder) -> Self {
        let rol = stakeholder.rol.as_ref().and_then(|rol| toestand.rollen.get(rol));
        let invloed = rol.and_then(|rol| rol.invloed.clone());
        let (naar, van) = invloed.map_or((None, None), |invloed| (invloed.naar_mgr, invloed.van_mgr));
        Self {
            stakeholder: stakeholder.id.clone(),
            groep: stakeholder.groep.clone(),
            ring: stakeholder.ring,
            zeker: !stakeholder.herkomst.onzeker && stakeholder.ring != Invloedsring::Onzeker,
            weg: None,
            invloed_naar_mgr: naar,
            invloed_van_mgr: van,
            contact: None,
            trede_nu: None,
            trede_gewenst: None,
            actie: None,
            versie: 0,
            delen: BTreeMap::new(),
            door: None,
            op: None,
        }
    }

    /// Refuses to overwrite what somebody else changed in this part after `verwachte_versie`.
    pub fn toets_versie(&self, deel: Kaartdeel, verwachte_versie: i32, door: Option<PersoonId>) -> Result<(), Fout> {
        let botst = |laatste: &Deelversie| laatste.versie > verwachte_versie && laatste.door != door;
        if !self.delen.get(&deel).is_some_and(botst) {
            return Ok(());
        }
        let bericht = match deel {
            Kaartdeel::Plek => {
                "Een ander heeft deze stakeholder net verplaatst. Kijk waar die nu staat en verplaats zo nodig opnieuw."
            }
            _ => "Een ander heeft dit net gewijzigd. Bekijk wat er nu staat en bewaar zo nodig opnieuw.",
        };
        Err(Fout::new(Code::VersieVerouderd, bericht))
    }

    /// Refuses what makes no sense for a stakeholder that is off the map.
    pub fn toets_op_kaart(&self) -> Result<(), Fout> {
        if self.weg.is_none() {
            return Ok(());
        }
        let bericht = "Deze stakeholder staat niet meer op de kaart. Zet die eerst terug.";
        Err(Fout::new(Code::NietInDezeFase, bericht))
    }

    /// The next version, in which `deel` changed.
    pub fn volgende(self, deel: Kaartdeel, door: Option<PersoonId>, op: Timestamp) -> Self {
        let versie = self.versie + 1;
        let mut delen = self.delen;
        delen.insert(deel, Deelversie { versie, door });
        Self { versie, delen, door, op: Some(op), ..self }
    }

    /// Must communication still come further?
    pub fn heeft_kloof(&self) -> bool {
        self.trede_gewenst.is_some_and(|gewenst| self.trede_nu.is_none_or(|nu| nu < gewenst))
    }
}

/// A text about influence or nothing at all, as someone typed it.
pub fn over(veld: &str, waarde: &str) -> Result<Option<String>, Fout> {
    let tekst = invoer::vrije_tekst(veld, waarde, MAX_OVER)?;
    Ok((!tekst.is_empty()).then_some(tekst))
}

impl Stakeholder {
    /// Was it added on the map, rather than found in a source?
    pub fn is_eigen(&self) -> bool {
        self.herkomst.bron.document == EIGEN_BRON
    }

    /// Where one comes from that is added on the map.
    pub fn eigen_bron() -> super::Bron {
        super::Bron { document: EIGEN_BRON.to_owned(), paragraaf: None }
    }
}

impl Toestand {
    /// Where a stakeholder stands now: as somebody put it, else as the sources have it.
    pub fn kaartplek(&self, stakeholder: &Stakeholder) -> Kaartplek {
        let bewaard = self.kaartplekken.get(&stakeholder.id);
        bewaard.map_or_else(|| Kaartplek::uit_bron(self, stakeholder), |plek| plek.as_ref().clone())
    }

    /// Who stood where in an analysis; `None`: on the map of now.
    pub fn plekken_in(&self, analyse: Option<&AnalyseId>) -> BTreeMap<StakeholderId, Plaats> {
        let plaats = |stakeholder: &Stakeholder| match analyse {
            Some(analyse) => stakeholder
                .analyses
                .contains(analyse)
                .then(|| Plaats { groep: stakeholder.groep.clone(), ring: stakeholder.ring }),
            None => {
                let plek = self.kaartplek(stakeholder);
                plek.weg.is_none().then_some(Plaats { groep: plek.groep, ring: plek.ring })
            }
        };
        let stakeholders = self.stakeholders.values();
        stakeholders.filter_map(|een| Some((een.id.clone(), plaats(een)?))).collect()
    }
}

/// A place on the map.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plaats {
    pub groep: GroepId,
    pub ring: Invloedsring,
}

/// Wat er met een stakeholder gebeurde tussen twee analyses.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, async_graphql::Enum)]
pub enum Kaartbeweging {
    /// Stond er eerst niet.
    Gekomen,
    /// Staat er niet meer.
    Weg,
    /// Staat in een andere ring of groep.
    Verplaatst,
    /// Had nog geen leesbare ring, en heeft die nu wel.
    Geplaatst,
    /// Staat op dezelfde plek.
    Gelijk,
}

/// One stakeholder, then and now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Vergelijking {
    pub stakeholder: StakeholderId,
    pub verschil: Kaartbeweging,
    pub van: Option<Plaats>,
    pub naar: Option<Plaats>,
}

/// What came, went and moved, in that order.
pub fn vergelijk(van: &BTreeMap<StakeholderId, Plaats>, naar: &BTreeMap<StakeholderId, Plaats>) -> Vec<Vergelijking> {
    let mut alle: Vec<_> = van.keys().chain(naar.keys()).collect();
    alle.sort();
    alle.dedup();
    let regel = |id: &StakeholderId| {
        let (toen, nu) = (van.get(id), naar.get(id));
        let verschil = match (toen, nu) {
            (None, _) => Kaartbeweging::Gekomen,
            (_, None) => Kaartbeweging::Weg,
            (Some(toen), Some(nu)) if toen == nu => Kaartbeweging::Gelijk,
            (Some(toen), Some(nu)) if toen.groep == nu.groep && toen.ring == Invloedsring::Onzeker => {
                Kaartbeweging::Geplaatst
            }
            _ => Kaartbeweging::Verplaatst,
        };
        Vergelijking { stakeholder: id.clone(), verschil, van: toen.cloned(), naar: nu.cloned() }
    };
    let mut regels: Vec<_> = alle.into_iter().map(regel).collect();
    regels.sort_by_key(|regel| regel.verschil);
    regels
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plaats(groep: &str, ring: Invloedsring) -> Plaats {
        Plaats { groep: GroepId(groep.into()), ring }
    }

    #[test]
    fn between_two_analyses_someone_comes_goes_moves_or_stays() {
        use Invloedsring::*;
        let cases = [
            (None, Some(plaats("a", Direct)), Kaartbeweging::Gekomen),
            (Some(plaats("a", Direct)), None, Kaartbeweging::Weg),
            (Some(plaats("a", Direct)), Some(plaats("a", Direct)), Kaartbeweging::Gelijk),
            (Some(plaats("a", Direct)), Some(plaats("a", Beperkt)), Kaartbeweging::Verplaatst),
            (Some(plaats("a", Direct)), Some(plaats("b", Direct)), Kaartbeweging::Verplaatst),
            // Nobody could read where it stood: it did not move, it was placed.
            (Some(plaats("a", Onzeker)), Some(plaats("a", Indirect)), Kaartbeweging::Geplaatst),
            (Some(plaats("a", Onzeker)), Some(plaats("b", Indirect)), Kaartbeweging::Verplaatst),
            (Some(plaats("a", Indirect)), Some(plaats("a", Onzeker)), Kaartbeweging::Verplaatst),
        ];
        for (van, naar, verwacht) in cases {
            let kaart = |plek: &Option<Plaats>| {
                plek.iter().map(|plek| (StakeholderId("sh".into()), plek.clone())).collect::<BTreeMap<_, _>>()
            };
            let regels = vergelijk(&kaart(&van), &kaart(&naar));
            assert_eq!(regels.iter().map(|een| een.verschil).collect::<Vec<_>>(), [verwacht], "{van:?} {naar:?}");
        }
    }

    #[test]
    fn two_people_clash_only_on_the_same_part() {
        let persoon = |nummer| Some(PersoonId(Uuid::from_u128(nummer)));
        let plek = Kaartplek {
            stakeholder: StakeholderId("sh".into()),
            groep: GroepId("a".into()),
            ring: Invloedsring::Direct,
            zeker: true,
            weg: None,
            invloed_naar_mgr: None,
            invloed_van_mgr: None,
            contact: None,
            trede_nu: Some(Communicatietrede::Weten),
            trede_gewenst: Some(Communicatietrede::Steunen),
            actie: None,
            versie: 0,
            delen: BTreeMap::new(),
            door: None,
            op: None,
        };
        assert!(plek.heeft_kloof());
        let plek = plek.volgende(Kaartdeel::Plek, persoon(1), Timestamp::UNIX_EPOCH);
        let code = |deel, versie, door| plek.toets_versie(deel, versie, door).err().map(|fout| fout.code);
        assert_eq!(code(Kaartdeel::Plek, 0, persoon(2)), Some(Code::VersieVerouderd));
        assert_eq!(code(Kaartdeel::Plek, 0, persoon(1)), None);
        assert_eq!(code(Kaartdeel::Plek, 1, persoon(2)), None);
        assert_eq!(code(Kaartdeel::Trede, 0, persoon(2)), None);
    }
}
