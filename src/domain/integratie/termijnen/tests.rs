use jiff::civil::date;
use proptest::prelude::*;

use super::*;
use crate::domain::integratie::feestdagen::feestdag;

fn wettelijk(duur: Duur) -> Termijn {
    Termijn {
        duur,
        soort: TermijnSoort::Wettelijk,
        grondslag: Some(Grondslag::WgrZienswijze),
        begin: Begin::OntvangstRaad,
        richting: Richting::Vooruit,
    }
}

fn afgesproken(duur: Duur) -> Termijn {
    Termijn { soort: TermijnSoort::Afgesproken, ..wettelijk(duur) }
}

type Dag = (i16, i8, i8);

/// Begin, length, end of a term of the law, and what moved it.
const TABEL: &[(Dag, Duur, Dag, &str)] = &[
    // The eight weeks of the Wgr, from a Monday to a Monday.
    ((2025, 3, 3), Duur::weken(8), (2025, 4, 28), ""),
    // To the King's birthday, which is kept on Saturday in 2025, and on Monday in 2026.
    ((2025, 3, 1), Duur::weken(8), (2025, 4, 28), "Koningsdag"),
    ((2026, 3, 2), Duur::weken(8), (2026, 4, 28), "Koningsdag"),
    // Good Friday runs on to the Tuesday after Easter.
    ((2025, 2, 21), Duur::weken(8), (2025, 4, 22), "Goede Vrijdag"),
    ((2025, 2, 22), Duur::weken(8), (2025, 4, 22), "een zaterdag"),
    ((2025, 2, 24), Duur::weken(8), (2025, 4, 22), "Tweede Paasdag"),
    // Easter Monday at its earliest and latest in the life of the hub.
    ((2027, 2, 1), Duur::weken(8), (2027, 3, 30), "Tweede Paasdag"),
    ((2038, 3, 1), Duur::weken(8), (2038, 4, 28), "Tweede Paasdag"),
    // Ascension Day, and the Friday after it that a decree put on a par: to Monday.
    ((2025, 4, 3), Duur::weken(8), (2025, 6, 2), "Hemelvaartsdag"),
    ((2025, 4, 4), Duur::weken(8), (2025, 6, 2), "gelijkgesteld"),
    // In 2021 no decree stands here: Friday.
    ((2021, 3, 18), Duur::weken(8), (2021, 5, 14), "Hemelvaartsdag"),
    // Whitsun.
    ((2025, 4, 14), Duur::weken(8), (2025, 6, 10), "Tweede Pinksterdag"),
    ((2025, 4, 13), Duur::weken(8), (2025, 6, 10), "een zondag"),
    // Liberation Day, on a Monday.
    ((2025, 3, 10), Duur::weken(8), (2025, 5, 6), "Bevrijdingsdag"),
    // Christmas: Thursday and Friday, and then the weekend.
    ((2025, 10, 30), Duur::weken(8), (2025, 12, 29), "Eerste Kerstdag"),
    ((2025, 10, 31), Duur::weken(8), (2025, 12, 29), "Tweede Kerstdag"),
    // New Year's Day on Thursday; 2 January 2026 was put on a par.
    ((2025, 11, 6), Duur::weken(8), (2026, 1, 5), "Nieuwjaarsdag"),
    // Leap years: one day less before 1 March 2025 than before 1 March 2024.
    ((2024, 1, 4), Duur::weken(8), (2024, 2, 29), ""),
    ((2024, 2, 29), Duur::weken(8), (2024, 4, 25), ""),
    ((2024, 1, 31), Duur::maanden(1), (2024, 2, 29), ""),
    ((2025, 1, 31), Duur::maanden(1), (2025, 2, 28), ""),
    ((2023, 12, 29), Duur::maanden(2), (2024, 2, 29), ""),
    // Month ends.
    ((2025, 8, 31), Duur::maanden(1), (2025, 9, 30), ""),
    ((2025, 11, 30), Duur::maanden(3), (2026, 3, 2), "een zaterdag"),
    // Exactly twelve weeks, 90 days and three months still move; longer ones do not.
    ((2025, 3, 15), Duur::weken(12), (2025, 6, 10), "een zaterdag"),
    ((2025, 3, 8), Duur::weken(13), (2025, 6, 7), "artikel 4"),
    ((2025, 3, 10), Duur::dagen(90), (2025, 6, 10), "een zondag"),
    ((2025, 3, 9), Duur::dagen(91), (2025, 6, 8), "artikel 4"),
    ((2025, 3, 8), Duur::maanden(3), (2025, 6, 10), "een zondag"),
    ((2025, 2, 8), Duur::maanden(4), (2025, 6, 8), "artikel 4"),
    // Three days hold two working days: from the Thursday before Easter that is Wednesday.
    ((2025, 4, 17), Duur::dagen(3), (2025, 4, 23), "artikel 2"),
    // Two days need not.
    ((2025, 4, 17), Duur::dagen(2), (2025, 4, 22), "een zaterdag"),
];

#[test]
fn the_golden_table_of_terms_of_the_law() {
    for (begin, duur, einde, waardoor) in TABEL {
        let [begin, verwacht] = [begin, einde].map(|(jaar, maand, dag)| date(*jaar, *maand, *dag));
        let uitkomst = wettelijk(*duur).einde(begin, None);
        let naam = format!("{begin} + {}: {:?}", duur.in_woorden(), uitkomst.uitleg);
        assert_eq!(uitkomst.einde, verwacht, "{naam}");
        let waarom = uitkomst.uitleg.get(2);
        assert_eq!(waarom.is_some(), !waardoor.is_empty(), "{naam}");
        assert!(waarom.is_none_or(|waarom| waarom.contains(waardoor)), "{naam}");
    }
}

#[test]
fn a_computed_date_explains_itself() {
    assert_eq!(
        wettelijk(Duur::weken(8)).einde(date(2025, 4, 14), None).uitleg,
        [
            "De termijn telt vanaf maandag 14 april 2025, de dag waarop de raad het ontwerp ontving. Die dag telt zelf \
             niet mee.",
            "8 weken later is maandag 9 juni 2025 (Wet gemeenschappelijke regelingen, artikel 1 lid 3).",
            "Dat is Tweede Pinksterdag: de termijn loopt door tot en met dinsdag 10 juni 2025 (Algemene termijnenwet, \
             artikel 1 lid 1).",
        ]
    );
    assert_eq!(
        afgesproken(Duur::weken(12)).einde(date(2025, 3, 15), None).uitleg[1..],
        [
            "12 weken later is zaterdag 7 juni 2025 (afgesproken; de wet geeft minstens 8 weken: Wet gemeenschappelijke \
             regelingen, artikel 1 lid 3).",
            "Dat is een zaterdag. Het einde schuift niet op: de Algemene termijnenwet geldt alleen voor termijnen uit \
             een wet.",
        ]
    );
}

#[test]
fn an_extension_counts_on_from_the_term_itself() {
    let termijn = wettelijk(Duur::weken(8));
    let uitkomst = termijn.einde(date(2025, 2, 24), Some(Duur::weken(2)));
    // Not from Tuesday after Easter, to which eight weeks would have moved.
    assert_eq!(uitkomst.einde, date(2025, 5, 6));
    assert!(uitkomst.uitleg[1].starts_with("10 weken, waarvan 2 weken verlenging later is maandag 5 mei 2025"));
    assert_eq!(termijn.verlengd(Duur::dagen(3), "verlenging").unwrap_err().code, Code::OngeldigeWaarde);
    assert_eq!(termijn.verlengd(Duur::weken(0), "verlenging").unwrap_err().code, Code::OngeldigeWaarde);
    assert_eq!(termijn.verlengd(Duur::weken(2), "verlenging").unwrap().duur, Duur::weken(10));
}

#[test]
fn who_counts_back_ends_where_the_count_ends() {
    let een_week_ervoor = Termijn { richting: Richting::Terug, ..wettelijk(Duur::weken(8)) };
    let uitkomst = een_week_ervoor.einde(date(2025, 6, 15), None);
    assert_eq!(uitkomst.einde, date(2025, 4, 20));
    assert!(uitkomst.uitleg[2].contains("artikel 1 lid 2"), "{:?}", uitkomst.uitleg);
}

#[test]
fn an_agreed_term_ends_no_earlier_than_the_one_of_the_law() {
    // Eight weeks agreed end on Whit Monday; those of the law run on to Tuesday.
    let uitkomst = afgesproken(Duur::weken(8)).einde(date(2025, 4, 14), None);
    assert_eq!(uitkomst.einde, date(2025, 6, 10));
    assert!(uitkomst.uitleg.last().unwrap().contains("gaat voor"), "{:?}", uitkomst.uitleg);
}

#[test]
fn a_term_shorter_than_the_law_is_an_error() {
    let toestemming = Termijn { grondslag: Some(Grondslag::WgrToestemming), ..afgesproken(Duur::maanden(3)) };
    let vrij = Termijn { grondslag: None, ..afgesproken(Duur::weken(1)) };
    for (termijn, verwacht) in [
        (wettelijk(Duur::weken(8)), None),
        (wettelijk(Duur::dagen(56)), None),
        (wettelijk(Duur::weken(7)), Some(Code::TermijnTeKort)),
        (wettelijk(Duur::weken(12)), Some(Code::OngeldigeWaarde)),
        (afgesproken(Duur::weken(12)), None),
        (afgesproken(Duur::weken(7)), Some(Code::TermijnTeKort)),
        (afgesproken(Duur::dagen(55)), Some(Code::TermijnTeKort)),
        (afgesproken(Duur::maanden(1)), Some(Code::TermijnTeKort)),
        (afgesproken(Duur::maanden(2)), None),
        (afgesproken(Duur::weken(0)), Some(Code::OngeldigeWaarde)),
        (afgesproken(Duur::weken(i32::MAX)), Some(Code::OngeldigeWaarde)),
        (toestemming.clone(), None),
        (Termijn { soort: TermijnSoort::Wettelijk, ..toestemming }, Some(Code::OngeldigeWaarde)),
        (vrij.clone(), None),
        (Termijn { soort: TermijnSoort::Wettelijk, ..vrij }, Some(Code::Verplicht)),
    ] {
        let fout = termijn.toets("duur").err().map(|fout| fout.code);
        assert_eq!(fout, verwacht, "{termijn:?}");
    }
}

fn een_duur() -> impl Strategy<Value = Duur> {
    prop_oneof![(1..=90).prop_map(Duur::dagen), (1..=12).prop_map(Duur::weken), (1..=3).prop_map(Duur::maanden),]
}

fn een_dag() -> impl Strategy<Value = Date> {
    (0_i64..31_000).prop_map(|na| date(2014, 1, 1).saturating_add(na.days()))
}

proptest! {
    #[test]
    fn a_term_of_the_law_ends_on_a_working_day_and_never_early(begin in een_dag(), duur in een_duur()) {
        let Einde { einde, zonder_verschuiving, .. } = wettelijk(duur).einde(begin, None);
        prop_assert!(vrij(einde).is_none() && feestdag(einde).is_none());
        prop_assert!(einde >= zonder_verschuiving && zonder_verschuiving > begin);
        // The longest row of free days, and two working days within a term of three days.
        prop_assert!((einde - zonder_verschuiving).get_days() <= 6);
        prop_assert!(duur.minstens_dagen() < 3 || werkdagen(begin, einde) >= 2);
    }

    #[test]
    fn longer_is_never_earlier(begin in een_dag(), weken in 1..11, meer in 1..4) {
        let kort = wettelijk(Duur::weken(weken)).einde(begin, None);
        let lang = wettelijk(Duur::weken(weken)).einde(begin, Some(Duur::weken(meer)));
        prop_assert!(lang.zonder_verschuiving > kort.zonder_verschuiving);
        prop_assert!(lang.einde >= kort.einde);
    }

    #[test]
    fn who_starts_later_never_ends_earlier(begin in een_dag(), na in 0_i64..40, duur in een_duur()) {
        let later = begin.saturating_add(na.days());
        for termijn in [wettelijk(duur), afgesproken(duur)] {
            prop_assert!(termijn.einde(begin, None).einde <= termijn.einde(later, None).einde);
        }
    }

    #[test]
    fn an_agreed_term_that_is_allowed_ends_no_earlier_than_the_law(begin in een_dag(), weken in 8..30) {
        let wet = wettelijk(Duur::weken(8)).einde(begin, None).einde;
        prop_assert!(afgesproken(Duur::weken(weken)).einde(begin, None).einde >= wet);
    }
}
