use jiff::civil::date;
use proptest::prelude::*;

use super::*;

fn een(sleutel: u8, van: (i8, i8), tot: (i8, i8), na: &[(u8, i32)]) -> Activiteit<u8> {
    let dag = |(maand, dag)| date(2025, maand, dag);
    Activiteit { sleutel, van: dag(van), tot: dag(tot), na: na.to_vec(), gereed_op: None, niet_klaar_voor: None }
}

/// The procedure of the college proposal: zienswijze, adapt, toestemming, colleges, publication, in force.
fn traject() -> Vec<Activiteit<u8>> {
    vec![
        een(4, (3, 1), (6, 30), &[]),
        een(5, (4, 1), (4, 30), &[]),
        een(6, (7, 1), (8, 31), &[(4, 0)]),
        een(7, (9, 1), (11, 30), &[(4, 0), (6, 0)]),
        een(8, (11, 1), (12, 31), &[(7, -30)]),
        een(9, (12, 1), (12, 31), &[(8, -31)]),
        Activiteit { van: date(2026, 1, 1), tot: date(2026, 1, 1), ..een(10, (1, 1), (1, 1), &[(9, 0)]) },
    ]
}

const VROEG: Date = date(2025, 1, 1);

#[test]
fn as_planned_the_chain_has_no_slack_and_what_stands_beside_it_has_none_to_speak_of() {
    let verwacht = verwacht(&traject(), Some(&10), VROEG).unwrap();
    assert!(verwacht.iter().all(|(sleutel, nu)| nu.kritiek == (*sleutel != 5)), "{verwacht:?}");
    assert_eq!(verwacht[&10].tot, date(2026, 1, 1));
    assert_eq!((verwacht[&4].speling, verwacht[&5].speling), (Some(0), None));
}

#[test]
fn a_late_answer_moves_everything_after_it_and_an_early_one_heals_it() {
    let mut laat = traject();
    laat[0].niet_klaar_voor = Some(date(2025, 7, 21));
    let verwacht_laat = verwacht(&laat, Some(&10), VROEG).unwrap();
    assert_eq!(verwacht_laat[&10].tot, date(2026, 1, 22));
    assert_eq!((verwacht_laat[&7].van, verwacht_laat[&7].tot), (date(2025, 9, 22), date(2025, 12, 21)));
    assert_eq!(verwacht_laat[&4].speling, Some(-21));
    assert!(verwacht_laat[&4].kritiek && !verwacht_laat[&5].kritiek);
    laat[0].niet_klaar_voor = Some(date(2025, 6, 10));
    assert_eq!(verwacht(&laat, Some(&10), VROEG).unwrap()[&10].tot, date(2026, 1, 1));
}

#[test]
fn what_should_have_been_done_and_is_not_is_late() {
    let mut open = traject();
    let op_tijd = verwacht(&open, Some(&10), date(2025, 6, 30)).unwrap();
    assert_eq!(op_tijd[&10].tot, date(2026, 1, 1));
    assert_eq!(verwacht(&open, Some(&10), date(2025, 7, 3)).unwrap()[&10].tot, date(2026, 1, 4));
    open[0].gereed_op = Some(date(2025, 6, 28));
    assert_eq!(verwacht(&open, Some(&10), date(2025, 7, 3)).unwrap()[&10].tot, date(2026, 1, 1));
}

#[test]
fn a_ring_is_refused_and_named() {
    let mut ring = traject();
    ring[0].na = vec![(8, 0)];
    let mut genoemd = volgorde(&ring).unwrap_err();
    genoemd.sort_unstable();
    assert!(genoemd.contains(&8) && genoemd.contains(&4) && !genoemd.contains(&10), "{genoemd:?}");
    assert!(verwacht(&ring, Some(&10), VROEG).is_none());
    ring[0].na = vec![(4, 0)];
    assert_eq!(volgorde(&ring).unwrap_err(), [4]);
}

#[test]
fn moving_one_moves_only_what_must_and_as_far_as_it_must() {
    let plan = traject();
    let verplaatst = verplaats(&plan, &6, date(2025, 7, 8), date(2025, 9, 7)).unwrap();
    assert_eq!(verplaatst.keys().copied().collect::<Vec<_>>(), [6, 7, 8, 9, 10]);
    assert_eq!(verplaatst[&10].1, date(2026, 1, 8));
    // Earlier pulls nothing along.
    let verplaatst = verplaats(&plan, &6, date(2025, 7, 1), date(2025, 8, 1)).unwrap();
    assert_eq!(verplaatst.len(), 1);
}

/// First day, length, and what it waits for.
type Willekeurig = (i64, i64, Vec<(u8, i32)>);

/// Activities that wait for earlier ones only, with days at random.
fn een_netwerk() -> impl Strategy<Value = Vec<Activiteit<u8>>> {
    let een = (0_i64..300, 0_i64..60, prop::collection::vec((any::<u8>(), -20..20), 0..3));
    prop::collection::vec(een, 2..25).prop_map(|lijst| {
        let dag = |na| date(2025, 1, 1).saturating_add(jiff::ToSpan::days(na));
        let maak = |(i, (van, duur, na)): (usize, Willekeurig)| {
            let sleutel = u8::try_from(i).unwrap();
            let na = na.into_iter().filter(|_| i > 0).map(|(voor, lag)| (voor % sleutel.max(1), lag)).collect();
            Activiteit { sleutel, van: dag(van), tot: dag(van + duur), na, gereed_op: None, niet_klaar_voor: None }
        };
        lijst.into_iter().enumerate().map(maak).collect()
    })
}

/// Does everything begin after what it waits for, on the expected days?
fn klopt(plan: &[Activiteit<u8>], dagen_van: &BTreeMap<u8, (Date, Date)>) -> bool {
    plan.iter().all(|een| {
        let (van, tot) = dagen_van[&een.sleutel];
        let na_alles = een.na.iter().all(|(voor, lag)| na(dagen_van[voor].1, 1 + i64::from(*lag)) <= van);
        tot >= van && na_alles
    })
}

proptest! {
    #[test]
    fn what_is_expected_keeps_every_dependency(plan in een_netwerk()) {
        let doel = plan.last().unwrap().sleutel;
        let verwacht = verwacht(&plan, Some(&doel), VROEG).unwrap();
        let dagen_van = verwacht.iter().map(|(sleutel, nu)| (*sleutel, (nu.van, nu.tot))).collect();
        prop_assert!(klopt(&plan, &dagen_van));
        for een in &plan {
            let nu = &verwacht[&een.sleutel];
            prop_assert!(nu.van >= een.van && dagen(nu.van, nu.tot) == dagen(een.van, een.tot));
            prop_assert!(!nu.kritiek || nu.speling.is_some());
        }
        // Something begins the critical path, and no slack is less than what the end is late.
        let laat = dagen(plan.last().unwrap().tot, verwacht[&doel].tot);
        prop_assert!(verwacht.values().filter_map(|nu| nu.speling).all(|speling| speling >= -laat));
        prop_assert_eq!(verwacht[&doel].speling, Some(-laat));
    }

    #[test]
    fn moving_days_again_and_again_keeps_every_dependency(
        plan in een_netwerk(),
        zetten in prop::collection::vec((any::<prop::sample::Index>(), 0_i64..400, 0_i64..50), 1..12),
    ) {
        // Begin with a plan that holds.
        let begin = verwacht(&plan, None, VROEG).unwrap();
        let mut plan = plan;
        for een in &mut plan {
            (een.van, een.tot) = (begin[&een.sleutel].van, begin[&een.sleutel].tot);
        }
        for (wie, van, duur) in zetten {
            let wie = wie.get(&plan).clone();
            // A day that what comes before allows.
            let eerst = wie.na.iter().map(|(voor, lag)| na(plan[usize::from(*voor)].tot, 1 + i64::from(*lag)));
            let van = eerst.max().unwrap_or(VROEG).max(na(VROEG, van));
            let lengtes: Vec<_> = plan.iter().map(|een| dagen(een.van, een.tot)).collect();
            let verplaatst = verplaats(&plan, &wie.sleutel, van, na(van, duur)).unwrap();
            for (een, lengte) in plan.iter_mut().zip(lengtes) {
                if let Some((van, tot)) = verplaatst.get(&een.sleutel) {
                    prop_assert!(een.sleutel == wie.sleutel || (*van > een.van && dagen(*van, *tot) == lengte));
                    (een.van, een.tot) = (*van, *tot);
                }
            }
            let dagen_van = plan.iter().map(|een| (een.sleutel, (een.van, een.tot))).collect();
            prop_assert!(klopt(&plan, &dagen_van));
        }
    }

    #[test]
    fn a_dependency_that_closes_a_ring_is_always_found(plan in een_netwerk(), van in any::<prop::sample::Index>()) {
        let mut plan = plan;
        let voor = van.get(&plan).clone();
        let laatste = plan.len() - 1;
        // The last waits for it, and it waits for the last.
        plan[laatste].na.push((voor.sleutel, 0));
        let plek = plan.iter().position(|een| een.sleutel == voor.sleutel).unwrap();
        let sleutel = plan[laatste].sleutel;
        plan[plek].na.push((sleutel, 0));
        let ring = volgorde(&plan).unwrap_err();
        prop_assert!(!ring.is_empty());
        for (een, volgende) in ring.iter().zip(ring.iter().cycle().skip(1)) {
            let volgende = plan.iter().find(|ander| ander.sleutel == *volgende).unwrap();
            prop_assert!(volgende.na.iter().any(|(voor, _)| voor == een));
        }
    }
}
