//! Binnen de mogelijkheden: from which day a change may lawfully hold, and why. Pure.

use jiff::{ToSpan, civil::Date};

use super::{model::*, waarde::periode_in_woorden};
use crate::domain::woorden::datum;

/// The earliest day, with the sentences that lead to it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Moment {
    /// `None`: something that decides is unknown.
    pub datum: Option<Date>,
    /// Not before this day, as far as is known.
    pub niet_voor: Option<Date>,
    pub uitleg: Vec<String>,
    /// What has to be known first.
    pub ontbreekt: Vec<String>,
}

/// Hoe een geplande dag zich verhoudt tot wat mag.
#[derive(Debug, Clone, Copy, PartialEq, Eq, async_graphql::Enum)]
#[graphql(name = "Harmonisatieplanstand")]
pub enum Planstand {
    /// De dag mag.
    Past,
    /// De dag is te vroeg: eerst moet iets aflopen.
    TeVroeg,
    /// Het is niet te zeggen: er ontbreken datums.
    Onzeker,
}

impl Moment {
    /// The earliest of one contract.
    fn van_contract(contract: &ContractInhoud, vandaag: Date) -> Self {
        let mut moment = Self::default();
        let naam = &contract.naam;
        let vrij = match contract.laatste_dag() {
            None => {
                moment.ontbreekt.push(format!("De einddatum van ‘{naam}’."));
                moment.uitleg.push(format!("‘{naam}’: de einddatum is niet bekend."));
                opzegging(contract, vandaag, None, &mut moment.uitleg)
            }
            Some(einde) if einde < vandaag => {
                moment.uitleg.push(format!("‘{naam}’ liep af op {}: het houdt niets meer tegen.", datum(einde)));
                Some(vandaag)
            }
            Some(einde) => {
                let gelicht = contract.opties.iter().flatten().filter(|optie| optie.gelicht).count();
                let erbij = if gelicht > 0 { ", met de opties die gelicht zijn" } else { "" };
                moment.uitleg.push(format!("‘{naam}’ loopt tot en met {}{erbij}.", datum(einde)));
                opties(contract, vandaag, &mut moment.uitleg);
                let na = einde.saturating_add(1.day());
                opzegging(contract, vandaag, Some(na), &mut moment.uitleg).or(Some(na))
            }
        };
        if vrij.is_some() {
            moment.ontbreekt.clear();
        }
        let blok = beletsels(&contract.beletsels, &mut moment);
        moment.niet_voor = vrij.max(blok);
        moment.datum =
            vrij.map(|vrij| blok.map_or(vrij, |blok| vrij.max(blok))).filter(|_| moment.ontbreekt.is_empty());
        moment
    }

    /// The earliest for all of these contracts together, and what is said to stand in the way besides.
    pub fn van<'a>(contracten: impl Iterator<Item = &'a ContractInhoud>, eigen: &[Beletsel], vandaag: Date) -> Self {
        let mut samen = Self { datum: Some(vandaag), niet_voor: None, ..Self::default() };
        let mut geteld = 0;
        for contract in contracten {
            geteld += 1;
            let een = Self::van_contract(contract, vandaag);
            samen.datum = samen.datum.zip(een.datum).map(|(een, ander)| een.max(ander));
            samen.niet_voor = samen.niet_voor.max(een.niet_voor);
            samen.uitleg.extend(een.uitleg);
            samen.ontbreekt.extend(een.ontbreekt);
        }
        if geteld == 0 {
            samen.uitleg.push("Geen contract houdt dit tegen.".into());
        }
        let onbekend = samen.ontbreekt.len();
        let blok = beletsels(eigen, &mut samen);
        samen.niet_voor = samen.niet_voor.max(blok);
        if samen.ontbreekt.len() > onbekend {
            samen.datum = None;
        }
        samen.datum = samen.datum.map(|datum| blok.map_or(datum, |blok| datum.max(blok)));
        samen
    }

    /// Is this day lawful?
    pub fn toets(&self, gepland: Date) -> Planstand {
        if self.datum.or(self.niet_voor).is_some_and(|vroegst| gepland < vroegst) {
            return Planstand::TeVroeg;
        }
        if self.datum.is_some() { Planstand::Past } else { Planstand::Onzeker }
    }
}

/// What the options that are left say.
fn opties(contract: &ContractInhoud, vandaag: Date, uitleg: &mut Vec<String>) {
    for optie in contract.opties.iter().flatten().filter(|optie| !optie.gelicht) {
        let duur = periode_in_woorden(optie.maanden);
        uitleg.push(match optie.uiterlijk {
            Some(dag) if dag < vandaag => {
                format!("De optie van {duur} kon tot en met {} en is niet gelicht.", datum(dag))
            }
            Some(dag) => {
                format!("Er is een optie van {duur}. Licht die niet vóór {}, anders schuift het op.", datum(dag))
            }
            None => format!(
                "Er is een optie van {duur}; tot wanneer is niet bekend. Licht die niet, anders schuift het op."
            ),
        });
    }
}

/// The day after notice that is given today, when that may be given and is sooner than the end.
fn opzegging(contract: &ContractInhoud, vandaag: Date, na: Option<Date>, uitleg: &mut Vec<String>) -> Option<Date> {
    match (contract.tussentijds, contract.opzegtermijn) {
        (Some(true), Some(maanden)) => {
            let vrij = plus_maanden(vandaag, maanden)?.saturating_add(1.day());
            if na.is_some_and(|na| na <= vrij) {
                return None;
            }
            let termijn = periode_in_woorden(maanden);
            uitleg.push(format!(
                "Het is tussentijds op te zeggen met een termijn van {termijn}: dan kan het vanaf {}.",
                datum(vrij)
            ));
            Some(vrij)
        }
        (Some(true), None) => {
            uitleg.push("Het is tussentijds op te zeggen; de termijn is niet bekend.".into());
            None
        }
        (Some(false), _) => {
            uitleg.push("Het is niet tussentijds op te zeggen.".into());
            None
        }
        (None, _) => None,
    }
}

/// The day after what is said to stand in the way.
fn beletsels(lijst: &[Beletsel], moment: &mut Moment) -> Option<Date> {
    let mut vrij = None;
    for beletsel in lijst {
        match beletsel.tot {
            Some(tot) => {
                moment.uitleg.push(format!("{} Dat duurt tot en met {}.", zin(&beletsel.tekst), datum(tot)));
                vrij = vrij.max(Some(tot.saturating_add(1.day())));
            }
            None => {
                moment.uitleg.push(format!("{} Tot wanneer is niet bekend.", zin(&beletsel.tekst)));
                moment.ontbreekt.push(format!("Tot wanneer dit duurt: {}", zin(&beletsel.tekst)));
            }
        }
    }
    vrij
}

fn zin(tekst: &str) -> String {
    let tekst = tekst.trim_end();
    if tekst.ends_with(['.', '!', '?']) { tekst.to_owned() } else { format!("{tekst}.") }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::organisatie::DomeinId;
    use jiff::civil::date;

    fn contract() -> ContractInhoud {
        ContractInhoud::nieuw("1", "Wmo", DomeinId("dom-wmo".into()))
    }

    #[test]
    fn the_earliest_day_follows_from_end_option_notice_and_blocks() {
        let vandaag = date(2026, 11, 28);
        let einde = Some(date(2027, 12, 31));
        let optie = |gelicht, uiterlijk| Some(vec![Optie { maanden: 12, uiterlijk, gelicht }]);
        let blok = |tot| vec![Beletsel { tekst: "Aanbesteding loopt".into(), tot }];
        for (naam, contract, datum, zin, ontbreekt) in [
            ("nothing known", contract(), None, "einddatum is niet bekend", 1),
            (
                "its end",
                ContractInhoud { einde, ..contract() },
                Some(date(2028, 1, 1)),
                "loopt tot en met 31 december 2027",
                0,
            ),
            (
                "long over",
                ContractInhoud { einde: Some(date(2025, 12, 31)), ..contract() },
                Some(vandaag),
                "liep af op 31 december 2025",
                0,
            ),
            (
                "an option that was used",
                ContractInhoud { einde, opties: optie(true, None), ..contract() },
                Some(date(2029, 1, 1)),
                "met de opties die gelicht zijn",
                0,
            ),
            (
                "an option that is left",
                ContractInhoud { einde, opties: optie(false, Some(date(2027, 6, 1))), ..contract() },
                Some(date(2028, 1, 1)),
                "Licht die niet vóór 1 juni 2027",
                0,
            ),
            (
                "notice",
                ContractInhoud { einde, tussentijds: Some(true), opzegtermijn: Some(6), ..contract() },
                Some(date(2027, 5, 29)),
                "termijn van 6 maanden",
                0,
            ),
            (
                "notice that would come later than the end",
                ContractInhoud { einde, tussentijds: Some(true), opzegtermijn: Some(24), ..contract() },
                Some(date(2028, 1, 1)),
                "loopt tot en met",
                0,
            ),
            (
                "notice without a known end",
                ContractInhoud { tussentijds: Some(true), opzegtermijn: Some(3), ..contract() },
                Some(date(2027, 3, 1)),
                "vanaf 1 maart 2027",
                0,
            ),
            (
                "no notice",
                ContractInhoud { einde, tussentijds: Some(false), opzegtermijn: Some(3), ..contract() },
                Some(date(2028, 1, 1)),
                "niet tussentijds",
                0,
            ),
            (
                "a block",
                ContractInhoud { einde, beletsels: blok(Some(date(2028, 6, 30))), ..contract() },
                Some(date(2028, 7, 1)),
                "Aanbesteding loopt. Dat duurt tot en met 30 juni 2028.",
                0,
            ),
            (
                "a block without an end",
                ContractInhoud { einde, beletsels: blok(None), ..contract() },
                None,
                "Tot wanneer is niet bekend",
                1,
            ),
        ] {
            let moment = Moment::van([&contract].into_iter(), &[], vandaag);
            assert_eq!((moment.datum, moment.ontbreekt.len()), (datum, ontbreekt), "{naam}: {moment:?}");
            assert!(moment.uitleg.iter().any(|regel| regel.contains(zin)), "{naam}: {moment:?}");
        }
    }

    #[test]
    fn the_last_of_all_contracts_decides_and_one_unknown_leaves_it_open() {
        let vandaag = date(2026, 11, 28);
        let een = ContractInhoud { einde: Some(date(2026, 12, 31)), ..contract() };
        let ander = ContractInhoud { einde: Some(date(2028, 6, 30)), ..contract() };
        let samen = Moment::van([&een, &ander].into_iter(), &[], vandaag);
        assert_eq!(samen.datum, Some(date(2028, 7, 1)));
        assert_eq!(samen.toets(date(2028, 6, 30)), Planstand::TeVroeg);
        assert_eq!(samen.toets(date(2028, 7, 1)), Planstand::Past);
        let onbekend = contract();
        let open = Moment::van([&een, &ander, &onbekend].into_iter(), &[], vandaag);
        assert_eq!((open.datum, open.niet_voor), (None, Some(date(2028, 7, 1))));
        assert_eq!(open.toets(date(2028, 6, 30)), Planstand::TeVroeg, "what is known is too early already");
        assert_eq!(open.toets(date(2029, 1, 1)), Planstand::Onzeker);
        let geen = Moment::van([].into_iter(), &[], vandaag);
        assert_eq!((geen.datum, geen.toets(vandaag)), (Some(vandaag), Planstand::Past));
    }
}
