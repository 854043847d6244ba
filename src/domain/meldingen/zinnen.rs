//! What happened, as sentences people read.

use super::{Gebeurtenis, Informering};
use crate::domain::{organisatie, woorden::opsomming};

/// One sentence about an event, done by `wie`.
pub fn zin(organisatie: &organisatie::Toestand, wie: &str, gebeurtenis: &Gebeurtenis) -> String {
    match gebeurtenis {
        Gebeurtenis::MeldingenIngesteld { .. } => format!("{wie} koos hoe meldingen komen"),
        Gebeurtenis::MeldingenGelezen { .. } => format!("{wie} las meldingen"),
        Gebeurtenis::VolgenGewijzigd { over, gevolgd, .. } => {
            let wat = if gevolgd.sinds(over).is_some() { "volgt iets" } else { "volgt iets niet meer" };
            format!("{wie} {wat}")
        }
        Gebeurtenis::Geinformeerd { informering } => {
            format!("{wie} informeerde {} {}", namen(organisatie, informering), informering.kanaal.naam())
        }
    }
}

/// Who was told, in one line.
pub fn namen(organisatie: &organisatie::Toestand, informering: &Informering) -> String {
    let personen = informering.personen.iter().filter_map(|id| organisatie.personen.get(id));
    let namen = personen.map(|persoon| persoon.naam.clone());
    opsomming(namen.chain((!informering.ook.is_empty()).then(|| informering.ook.clone())))
}
