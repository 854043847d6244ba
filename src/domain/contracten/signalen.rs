//! What comes up for a contract: its end, its options and its notice. Pure.

use jiff::{ToSpan, civil::Date};
use serde::{Deserialize, Serialize};

use super::model::*;
use crate::domain::woorden::datum;

/// From how long before the date one hears of it.
const VOORAF_MAANDEN: i32 = 12;
/// So close that it is urgent.
const DRINGEND_DAGEN: i32 = 90;
/// A date for which one was too late stays in sight so long.
const NA_DAGEN: i64 = 30;

/// Wat er bij een contract aankomt.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, async_graphql::Enum)]
#[serde(rename_all = "snake_case")]
#[graphql(name = "Contractsignaalsoort")]
pub enum Signaalsoort {
    /// Het contract loopt af.
    Einde,
    /// Een optie om te verlengen moet gelicht worden, of niet.
    Optie,
    /// De laatste dag om op te zeggen.
    Opzegging,
}

/// One thing that comes up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Signaal {
    pub soort: Signaalsoort,
    pub datum: Date,
    /// Negative: so many days ago.
    pub dagen: i32,
    pub dringend: bool,
    pub tekst: String,
}

/// What comes up on this day, the soonest first.
pub fn signalen(contract: &ContractInhoud, vandaag: Date) -> Vec<Signaal> {
    let mut alle = Vec::new();
    let mut neem = |soort, op: Date, tekst: String| {
        let dagen = op.since(vandaag).map_or(0, |span| span.get_days());
        let te_vroeg = plus_maanden(vandaag, VOORAF_MAANDEN).is_none_or(|grens| op > grens);
        // An end that has passed stays: somebody has to say what it is now.
        let voorbij = soort != Signaalsoort::Einde && op < vandaag.saturating_sub(NA_DAGEN.days());
        if !te_vroeg && !voorbij {
            alle.push(Signaal { soort, datum: op, dagen, dringend: dagen <= DRINGEND_DAGEN, tekst });
        }
    };
    if let Some(einde) = contract.laatste_dag() {
        let werkwoord = if einde < vandaag { "liep af" } else { "loopt af" };
        neem(Signaalsoort::Einde, einde, format!("Het contract {werkwoord} op {}.", datum(einde)));
    }
    if let Some(opzeg) = contract.opzegdag() {
        neem(Signaalsoort::Opzegging, opzeg, format!("Opzeggen kan tot en met {}.", datum(opzeg)));
    }
    let open = contract.opties.iter().flatten().filter(|optie| !optie.gelicht);
    for (optie, uiterlijk) in open.filter_map(|optie| Some((optie, optie.uiterlijk?))) {
        let duur = super::waarde::periode_in_woorden(optie.maanden);
        neem(Signaalsoort::Optie, uiterlijk, format!("Verlengen met {duur} kan tot en met {}.", datum(uiterlijk)));
    }
    alle.sort_by_key(|signaal| (signaal.datum, signaal.soort));
    alle
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{contracten, organisatie::DomeinId};
    use jiff::civil::date;

    #[test]
    fn one_hears_in_time_of_end_option_and_notice() {
        let contract = ContractInhoud {
            einde: Some(date(2027, 12, 31)),
            opzegtermijn: Some(6),
            opties: Some(vec![contracten::Optie { maanden: 24, uiterlijk: Some(date(2027, 4, 1)), gelicht: false }]),
            ..ContractInhoud::nieuw("1", "Wmo", DomeinId("dom-wmo".into()))
        };
        use Signaalsoort::*;
        for (vandaag, verwacht) in [
            (date(2026, 3, 31), vec![]),
            (date(2026, 4, 1), vec![(Optie, 365, false)]),
            (date(2027, 2, 1), vec![(Optie, 59, true), (Opzegging, 149, false), (Einde, 333, false)]),
            (date(2027, 5, 2), vec![(Opzegging, 59, true), (Einde, 243, false)]),
            (date(2028, 6, 1), vec![(Einde, -153, true)]),
        ] {
            let gevonden: Vec<_> =
                signalen(&contract, vandaag).iter().map(|een| (een.soort, een.dagen, een.dringend)).collect();
            assert_eq!(gevonden, verwacht, "{vandaag}");
        }
        let gelicht = vec![super::Optie { maanden: 24, uiterlijk: Some(date(2027, 4, 1)), gelicht: true }];
        let later = ContractInhoud { opties: Some(gelicht), ..contract };
        assert_eq!(signalen(&later, date(2027, 2, 1)), [], "with the option used, all of it comes later");
    }
}
