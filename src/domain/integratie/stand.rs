//! How a cell and the region stand on a day: worked out from what was filled in, never stored. Pure.

use jiff::civil::Date;

use super::{
    besluiten::{CelInhoud, CelStatus, Stap, StapSoort},
    termijnen::Einde,
};
use crate::domain::organisatie::GemeenteId;

/// Hoe een cel ervoor staat op een dag.
#[derive(Debug, Clone, Copy, PartialEq, Eq, async_graphql::Enum)]
#[graphql(name = "BesluitcelStand")]
pub enum Stand {
    /// Er is nog niets gebeurd.
    Open,
    /// De termijn loopt.
    Loopt,
    /// Het staat op de agenda.
    OpAgenda,
    /// Het is gedaan, op tijd.
    Gedaan,
    /// Er komt geen zienswijze; de termijn is eerder gesloten.
    GeenZienswijze,
    /// Het kwam, of komt, na het einde van de termijn.
    TeLaat,
    /// De termijn is voorbij zonder antwoord.
    Verlopen,
    /// Toestemming is onthouden, of het college besloot van niet.
    Geweigerd,
    /// Wij weten niet hoe het ervoor staat.
    Onbekend,
}

impl Stap {
    /// When the term of this cell ends, when it has begun.
    pub fn einde(&self, cel: &CelInhoud) -> Option<Einde> {
        Some(self.termijn.as_ref()?.einde(cel.ontvangen_op?, cel.verlenging))
    }

    /// How the cell stands on this day.
    pub fn stand(&self, cel: &CelInhoud, vandaag: Date) -> Stand {
        let einde = self.einde(cel).map(|einde| einde.einde);
        let te_laat = einde.zip(cel.datum).is_some_and(|(einde, datum)| datum > einde);
        let voorbij = einde.is_some_and(|einde| einde < vandaag);
        match cel.status {
            CelStatus::Gedaan | CelStatus::OpAgenda if te_laat => Stand::TeLaat,
            CelStatus::Gedaan => Stand::Gedaan,
            CelStatus::GeenZienswijze => Stand::GeenZienswijze,
            CelStatus::Geweigerd => Stand::Geweigerd,
            CelStatus::Open | CelStatus::OpAgenda | CelStatus::Onbekend if voorbij => Stand::Verlopen,
            CelStatus::OpAgenda => Stand::OpAgenda,
            CelStatus::Onbekend => Stand::Onbekend,
            CelStatus::Open if einde.is_some() => Stand::Loopt,
            CelStatus::Open => Stand::Open,
        }
    }

    /// Does the cell count as settled on this day? A term for a zienswijze that passed without one is settled.
    pub fn telt_mee(&self, cel: &CelInhoud, vandaag: Date) -> bool {
        match cel.status {
            CelStatus::Gedaan | CelStatus::GeenZienswijze => true,
            CelStatus::Geweigerd => false,
            _ => self.soort == StapSoort::Zienswijze && self.stand(cel, vandaag) == Stand::Verlopen,
        }
    }

    /// The day on which the cell was settled, or is expected to be, as far as anything is known.
    pub fn afgerond_op(&self, cel: &CelInhoud) -> Option<Date> {
        match cel.status {
            CelStatus::Gedaan | CelStatus::GeenZienswijze | CelStatus::OpAgenda => cel.datum,
            CelStatus::Geweigerd => None,
            _ if self.soort == StapSoort::Zienswijze => self.einde(cel).map(|einde| einde.einde),
            _ => None,
        }
    }
}

/// How the region stands in one step.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Regionaal {
    /// All that take the step.
    pub alle: Vec<GemeenteId>,
    pub binnen: Vec<GemeenteId>,
    pub ontbreekt: Vec<GemeenteId>,
    pub geweigerd: Vec<GemeenteId>,
    /// Is the rule met?
    pub voldaan: bool,
    /// Can it still be met?
    pub haalbaar: bool,
}

/// Counts a step over the gemeenten that take part.
pub fn regionaal<'a>(
    stap: &Stap,
    deelnemers: &[GemeenteId],
    cel: impl Fn(&GemeenteId) -> Option<&'a CelInhoud>,
    vandaag: Date,
) -> Regionaal {
    let leeg = CelInhoud::default();
    let alle: Vec<_> = deelnemers.iter().filter(|gemeente| stap.is_voor(gemeente)).cloned().collect();
    let inhoud = |gemeente: &GemeenteId| cel(gemeente).cloned().unwrap_or_else(|| leeg.clone());
    let welke = |past: &dyn Fn(&CelInhoud) -> bool| -> Vec<GemeenteId> {
        alle.iter().filter(|gemeente| past(&inhoud(gemeente))).cloned().collect()
    };
    let binnen = welke(&|cel| stap.telt_mee(cel, vandaag));
    let geweigerd = welke(&|cel| cel.status == CelStatus::Geweigerd);
    let ontbreekt = welke(&|cel| !stap.telt_mee(cel, vandaag) && cel.status != CelStatus::Geweigerd);
    let voldaan = stap.regel.haalt(alle.iter(), binnen.iter());
    let haalbaar = stap.regel.haalt(alle.iter(), binnen.iter().chain(&ontbreekt));
    Regionaal { alle, binnen, ontbreekt, geweigerd, voldaan, haalbaar }
}
