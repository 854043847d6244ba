use proptest::prelude::*;
use uuid::Uuid;

use super::*;

#[test]
fn an_amount_reads_as_people_write_it() {
    for (tekst, verwacht) in [
        ("", Ok(None)),
        ("0", Ok(Some(0))),
        ("12500", Ok(Some(12_500))),
        ("12.500", Ok(Some(12_500))),
        ("€ 1.234.567,-", Ok(Some(1_234_567))),
        ("-3.000", Ok(Some(-3_000))),
        ("12 500", Ok(Some(12_500))),
        ("12,50", Err("centen")),
        ("12.500,00", Err("centen")),
        ("12.50", Err("centen")),
        ("1.2500.000", Err("geen bedrag")),
        ("twaalf", Err("geen bedrag")),
        ("12.500 euro", Err("geen bedrag")),
        ("--5", Err("geen bedrag")),
        ("99999999999999999999", Err("meer dan")),
    ] {
        let uitkomst = bedrag_van("kader", tekst);
        match verwacht {
            Ok(bedrag) => assert_eq!(uitkomst, Ok(bedrag), "{tekst:?}"),
            Err(woord) => {
                let fout = uitkomst.unwrap_err();
                assert_eq!(fout.veld.as_deref(), Some("kader"));
                assert!(fout.bericht.contains(woord), "{tekst:?}: {}", fout.bericht);
            }
        }
    }
}

fn effect(nummer: u128, jaar: i16, bedrag: i64, soort: EffectSoort) -> Budgeteffect {
    Budgeteffect {
        id: BudgeteffectId(Uuid::from_u128(nummer)),
        traject: TrajectId("t".into()),
        functie: FunctieId("f".into()),
        gemeente: GemeenteId("g".into()),
        jaar,
        aanleiding: Aanleiding::Taak(TaakId(Uuid::nil())),
        bedrag,
        soort,
        toelichting: String::new(),
        ingetrokken: false,
    }
}

fn inhoud(kader: Option<i64>, begroting: Option<i64>, realisatie: Option<i64>, prognose: Option<i64>) -> BudgetInhoud {
    BudgetInhoud { kader, begroting, realisatie, prognose, ..BudgetInhoud::default() }
}

#[test]
fn a_line_turns_red_with_the_amount_and_the_cause() {
    use Budgetstand::*;
    use EffectSoort::*;
    use Overschrijding::*;
    let kost = |bedrag| vec![effect(1, 2026, bedrag, Structureel)];
    let id = BudgeteffectId(Uuid::from_u128(1));
    for (naam, regel, effecten, stand, ruimte, oorzaken) in [
        ("past precies", inhoud(Some(100), Some(90), None, Some(100)), vec![], Binnen, Some(0), vec![]),
        (
            "prognose gaat voor",
            inhoud(Some(100), Some(90), None, Some(110)),
            vec![],
            Overschreden,
            Some(-10),
            vec![Verwachting(10)],
        ),
        (
            "begroting als er geen prognose is",
            inhoud(Some(100), Some(120), None, None),
            vec![],
            Overschreden,
            Some(-20),
            vec![Verwachting(20)],
        ),
        (
            "door een taak",
            inhoud(Some(100), None, None, Some(90)),
            kost(30),
            Overschreden,
            Some(-20),
            vec![Effect(id, 30)],
        ),
        ("een besparing heelt", inhoud(Some(100), None, None, Some(110)), kost(-10), Binnen, Some(0), vec![]),
        (
            "al uitgegeven",
            inhoud(Some(100), None, Some(130), Some(90)),
            vec![],
            Overschreden,
            Some(-30),
            vec![Realisatie(30)],
        ),
        (
            "uitgegeven zonder prognose",
            inhoud(Some(100), None, Some(130), None),
            vec![],
            Overschreden,
            Some(-30),
            vec![Realisatie(30)],
        ),
        ("uitgegeven zegt nog niets", inhoud(Some(100), None, Some(30), None), vec![], Onbekend, None, vec![]),
        ("kader onbekend", inhoud(None, Some(90), None, Some(110)), kost(10), Onbekend, None, vec![]),
        ("verwachting onbekend", inhoud(Some(100), None, None, None), kost(200), Onbekend, None, vec![]),
        (
            "kader van nul is bekend",
            inhoud(Some(0), None, None, Some(1)),
            vec![],
            Overschreden,
            Some(-1),
            vec![Verwachting(1)],
        ),
    ] {
        let toets = regel.toets(2026, effecten.iter());
        assert_eq!((toets.stand, toets.ruimte, toets.oorzaken), (stand, ruimte, oorzaken), "{naam}");
    }
}

#[test]
fn what_is_structural_counts_each_year_and_what_is_not_once() {
    use EffectSoort::*;
    for (soort, jaar, telt) in [
        (Structureel, 2025, None),
        (Structureel, 2026, Some(10)),
        (Structureel, 2030, Some(10)),
        (Eenmalig, 2025, None),
        (Eenmalig, 2026, Some(10)),
        (Eenmalig, 2027, None),
    ] {
        assert_eq!(effect(1, 2026, 10, soort).in_jaar(jaar), telt, "{soort:?} {jaar}");
    }
    let weg = Budgeteffect { ingetrokken: true, ..effect(1, 2026, 10, Structureel) };
    assert_eq!(weg.in_jaar(2026), None);
}

#[test]
fn what_cannot_be_is_refused() {
    let een = |kader| BudgetInhoud { kader, ..BudgetInhoud::default() };
    for (regel, veld) in [
        (een(Some(-1)), "kader"),
        (een(Some(100_000_001)), "kader"),
        (BudgetInhoud { realisatie_tot: Some(jiff::civil::date(2026, 4, 30)), ..een(None) }, "realisatieTot"),
        (BudgetInhoud { zeker: true, ..een(Some(1)) }, "bron"),
    ] {
        assert_eq!(regel.getoetst().unwrap_err().veld.as_deref(), Some(veld));
    }
    for (fout, veld) in [
        (effect(1, 2026, 0, EffectSoort::Eenmalig), "bedrag"),
        (effect(1, 1999, 5, EffectSoort::Eenmalig), "jaar"),
        (effect(1, 2026, -100_000_001, EffectSoort::Eenmalig), "bedrag"),
    ] {
        assert_eq!(fout.getoetst().unwrap_err().veld.as_deref(), Some(veld));
    }
}

fn bedragen() -> impl Strategy<Value = Option<i64>> {
    prop::option::of(0i64..1_000_000)
}

proptest! {
    /// Whatever is known, more costs never make a line better, and red means exactly: over the frame.
    #[test]
    fn more_costs_never_make_room(kader in bedragen(), begroting in bedragen(), realisatie in bedragen(), prognose in bedragen(), meer in 1i64..1_000_000) {
        let regel = inhoud(kader, begroting, realisatie, prognose);
        let zonder = regel.toets(2026, [].iter());
        let effecten = [effect(1, 2026, meer, EffectSoort::Eenmalig)];
        let met = regel.toets(2026, effecten.iter());
        if let (Some(zonder), Some(met)) = (zonder.ruimte, met.ruimte) {
            prop_assert!(met <= zonder);
        }
        prop_assert_eq!(met.stand == Budgetstand::Onbekend, met.ruimte.is_none());
        prop_assert_eq!(met.stand == Budgetstand::Overschreden, met.ruimte.is_some_and(|ruimte| ruimte < 0));
        prop_assert_eq!(met.stand == Budgetstand::Overschreden, !met.oorzaken.is_empty());
    }

    /// An amount that was written in Dutch reads back as it was.
    #[test]
    fn amounts_read_back(getal in -100_000_000i64..100_000_000) {
        prop_assert_eq!(bedrag_van("bedrag", &bedrag(getal)), Ok(Some(getal)));
    }

    #[test]
    fn totals_add_up(regels in prop::collection::vec((bedragen(), bedragen(), bedragen(), bedragen()), 0..20)) {
        let regels: Vec<_> = regels.into_iter().map(|(a, b, c, d)| inhoud(a, b, c, d)).collect();
        let toetsen: Vec<_> = regels.iter().map(|regel| regel.toets(2026, [].iter())).collect();
        let som = Budgetsom::tel(regels.iter().zip(&toetsen));
        prop_assert_eq!(som.kader.van, regels.len());
        prop_assert_eq!(som.kader.som, regels.iter().filter_map(|regel| regel.kader).sum::<i64>());
        prop_assert_eq!(som.kader.bekend, regels.iter().filter(|regel| regel.kader.is_some()).count());
        prop_assert_eq!(som.overschreden > 0, som.bedrag_over > 0);
    }
}
