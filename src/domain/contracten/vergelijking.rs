//! The comparison: attributes, columns, and the cells where they meet. Pure.

use std::collections::BTreeSet;

use jiff::{Timestamp, civil::Date};
use serde::{Deserialize, Serialize};

use super::{model::*, waarde::*};
use crate::{
    domain::{
        fout::{Code, Fout},
        invoer,
        organisatie::{DomeinId, GemeenteId, Herkomst, PersoonId, RegioId},
    },
    platform::graphql::scalars::PartialDate,
};

/// The regions that are brought in line, in the order in which they stand everywhere.
pub const STREKEN: [&str; 3] = ["regio-noord", "regio-mlo", "regio-mlw"];
const MAX_NAAM: usize = 200;
const MAX_TOELICHTING: usize = 2_000;

/// De vier manieren om te sturen, waar de attributen onder vallen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, async_graphql::Enum)]
#[serde(rename_all = "snake_case")]
pub enum Sturingselement {
    /// Hoe inwoners zorg krijgen.
    Toegang,
    /// Hoe er op contracten gestuurd wordt.
    Contractmanagement,
    /// Hoe aanbieders betaald worden.
    Bekostigingsvorm,
    /// Hoe contracten gesloten zijn.
    Contractvorm,
}

impl Sturingselement {
    pub const ALLE: [Self; 4] = [Self::Toegang, Self::Contractmanagement, Self::Bekostigingsvorm, Self::Contractvorm];

    /// As people call it.
    pub fn naam(self) -> &'static str {
        match self {
            Self::Toegang => "Toegang",
            Self::Contractmanagement => "Contractmanagement",
            Self::Bekostigingsvorm => "Bekostigingsvorm",
            Self::Contractvorm => "Contractvorm",
        }
    }
}

/// What people say about an attribute.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct AttribuutInhoud {
    pub element: Sturingselement,
    pub naam: String,
    pub vorm: Vorm,
    /// None: it is about all.
    pub domeinen: BTreeSet<DomeinId>,
    /// The contracts in which it is laid down; none: those of its domains.
    pub contracten: BTreeSet<ContractId>,
    /// Does a contract hold it back at all? Agreements about how one works can change any day.
    pub in_contract: bool,
    pub beletsels: Vec<Beletsel>,
    pub toelichting: String,
    /// Nobody compares it any more.
    pub vervallen: bool,
}

/// One row of the comparison.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Attribuut {
    pub id: AttribuutId,
    pub inhoud: AttribuutInhoud,
    /// Its place within its element.
    pub plaats: i32,
    pub herkomst: Option<Herkomst>,
    pub versie: i32,
    pub door: Option<PersoonId>,
    pub op: Timestamp,
}

impl AttribuutInhoud {
    /// The same with its texts trimmed, or what is wrong with it.
    pub fn getoetst(self) -> Result<Self, Fout> {
        let naam = self.naam.split_whitespace().collect::<Vec<_>>().join(" ");
        Ok(Self {
            naam: invoer::tekst("naam", &naam, MAX_NAAM)?,
            vorm: self.vorm.getoetst()?,
            beletsels: self.beletsels.into_iter().map(Beletsel::getoetst).collect::<Result<_, _>>()?,
            toelichting: invoer::vrije_tekst("toelichting", &self.toelichting, MAX_TOELICHTING)?,
            ..self
        })
    }
}

/// What one compares: a region, a gemeente or a contract. Written as `regio:regio-noord`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum Kolom {
    Regio(RegioId),
    Gemeente(GemeenteId),
    Contract(ContractId),
}

impl std::fmt::Display for Kolom {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Regio(id) => write!(f, "regio:{id}"),
            Self::Gemeente(id) => write!(f, "gemeente:{id}"),
            Self::Contract(id) => write!(f, "contract:{id}"),
        }
    }
}

impl From<Kolom> for String {
    fn from(kolom: Kolom) -> Self {
        kolom.to_string()
    }
}

/// Not the name of a column.
#[derive(Debug, thiserror::Error)]
#[error("not a column")]
pub struct GeenKolom;

impl TryFrom<String> for Kolom {
    type Error = GeenKolom;

    fn try_from(tekst: String) -> Result<Self, GeenKolom> {
        match tekst.split_once(':') {
            Some(("regio", id)) => Ok(Self::Regio(RegioId(id.to_owned()))),
            Some(("gemeente", id)) => Ok(Self::Gemeente(GemeenteId(id.to_owned()))),
            Some(("contract", id)) => Ok(Self::Contract(ContractId(id.to_owned()))),
            _ => Err(GeenKolom),
        }
    }
}

impl Kolom {
    /// The columns of the regions.
    pub fn streken() -> [Self; 3] {
        STREKEN.map(|id| Self::Regio(RegioId(id.to_owned())))
    }

    /// Which of the regions it is.
    pub fn streek(&self) -> Option<usize> {
        let Self::Regio(regio) = self else { return None };
        STREKEN.iter().position(|id| *id == regio.0)
    }
}

/// The address of a cell in the state.
pub type CelSleutel = (AttribuutId, Kolom);

/// `attribuut/kolom`, as it stands in an id.
pub fn cel_sleutel((attribuut, kolom): &CelSleutel) -> String {
    format!("{attribuut}/{kolom}")
}

/// Takes the key of a cell apart.
pub fn cel_van(sleutel: &str) -> Option<CelSleutel> {
    let (attribuut, kolom) = sleutel.split_once('/')?;
    Some((AttribuutId(attribuut.to_owned()), Kolom::try_from(kolom.to_owned()).ok()?))
}

/// What is known of an attribute in a column.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct CelInhoud {
    /// `None`: nobody knows.
    pub waarde: Option<Waarde>,
    pub toelichting: String,
    pub bron: Option<String>,
    /// As of when the source says it.
    pub peildatum: Option<PartialDate>,
    pub zeker: bool,
}

/// Somebody was asked for a value.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Opvraging {
    pub eigenaar: PersoonId,
    pub gevraagd_op: Date,
    pub antwoord_voor: Date,
    /// The work on the board.
    pub taak: uuid::Uuid,
    pub beantwoord_op: Option<Date>,
}

/// One cell.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Cel {
    pub attribuut: AttribuutId,
    pub kolom: Kolom,
    pub inhoud: CelInhoud,
    pub opvraging: Option<Opvraging>,
    pub versie: i32,
    pub door: Option<PersoonId>,
    pub op: Timestamp,
}

impl CelInhoud {
    /// The same with its texts trimmed, or what is wrong with it.
    pub fn getoetst(self, vorm: &Vorm) -> Result<Self, Fout> {
        let bron = invoer::vrije_tekst("bron", self.bron.as_deref().unwrap_or_default(), MAX_BRON)?;
        let nieuw = Self {
            toelichting: invoer::vrije_tekst("toelichting", &self.toelichting, MAX_TOELICHTING)?,
            bron: (!bron.is_empty()).then_some(bron),
            ..self
        };
        if nieuw.waarde.as_ref().is_some_and(|waarde| !vorm.past(waarde)) {
            return Err(Fout::bij(Code::OngeldigeWaarde, "tekst", "Deze waarde past niet bij het attribuut."));
        }
        for (veld, ontbreekt) in [("bron", nieuw.bron.is_none()), ("peildatum", nieuw.peildatum.is_none())] {
            if nieuw.zeker && ontbreekt {
                let bericht = "Wat zeker is, heeft een bron en een datum. Vul dit in, of kies ‘niet zeker’.";
                return Err(Fout::bij(Code::Verplicht, veld, bericht));
            }
        }
        Ok(nieuw)
    }
}

impl Cel {
    /// Nobody ever filled it in.
    pub fn leeg((attribuut, kolom): CelSleutel) -> Self {
        let inhoud = CelInhoud::default();
        Self { attribuut, kolom, inhoud, opvraging: None, versie: 0, door: None, op: Timestamp::UNIX_EPOCH }
    }

    pub fn sleutel(&self) -> CelSleutel {
        (self.attribuut.clone(), self.kolom.clone())
    }

    /// Refuses to overwrite what someone else filled in after `verwachte_versie`.
    pub fn toets_versie(&self, verwachte_versie: i32, door: Option<PersoonId>) -> Result<(), Fout> {
        if self.versie <= verwachte_versie || self.door == door {
            return Ok(());
        }
        let nu = self.inhoud.waarde.as_ref().map_or_else(|| "onbekend".to_owned(), Waarde::in_woorden);
        let bericht = format!("Een ander vulde dit intussen in: ‘{nu}’. Neem dat over, of bewaar jouw waarde opnieuw.");
        Err(Fout::bij(Code::VersieVerouderd, "tekst", bericht))
    }

    /// Filled in; that answers what somebody was asked for.
    pub fn ingevuld(self, inhoud: CelInhoud, vandaag: Date, door: Option<PersoonId>, op: Timestamp) -> Self {
        let antwoord = |vraag: Opvraging| match vraag.beantwoord_op {
            None if inhoud.waarde.is_some() => Opvraging { beantwoord_op: Some(vandaag), ..vraag },
            _ => vraag,
        };
        Self { opvraging: self.opvraging.map(antwoord), inhoud, versie: self.versie + 1, door, op, ..self }
    }

    /// The question that is still open.
    pub fn open_vraag(&self) -> Option<&Opvraging> {
        self.opvraging.as_ref().filter(|vraag| vraag.beantwoord_op.is_none())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_of_a_cell_reads_back() {
        for kolom in ["regio:regio-noord", "gemeente:gem-venlo", "contract:contract-mo"] {
            let sleutel = cel_van(&format!("harm-x/{kolom}")).unwrap();
            assert_eq!(cel_sleutel(&sleutel), format!("harm-x/{kolom}"));
        }
        assert_eq!(cel_van("harm-x/elders"), None);
        assert_eq!(Kolom::streken()[1].streek(), Some(1));
    }

    #[test]
    fn who_comes_second_hears_what_stands_there_now() {
        let persoon = |nummer| Some(PersoonId(uuid::Uuid::from_u128(nummer)));
        let leeg = Cel::leeg(cel_van("harm-x/regio:regio-mlo").unwrap());
        let inhoud = CelInhoud { waarde: Some(Waarde::JaNee { ja: true }), ..CelInhoud::default() };
        let cel = leeg.ingevuld(inhoud, jiff::civil::date(2026, 1, 1), persoon(1), Timestamp::UNIX_EPOCH);
        assert!(cel.toets_versie(0, persoon(1)).is_ok() && cel.toets_versie(1, persoon(2)).is_ok());
        let fout = cel.toets_versie(0, persoon(2)).unwrap_err();
        assert!(fout.code == Code::VersieVerouderd && fout.bericht.contains("‘ja’"), "{fout:?}");
    }
}
