use proptest::prelude::*;

use super::*;

#[test]
fn a_number_of_fte_reads_as_people_write_it() {
    for (tekst, verwacht) in [
        ("", Ok(None)),
        (" 2 ", Ok(Some(200))),
        ("2,5", Ok(Some(250))),
        ("0.75", Ok(Some(75))),
        ("0", Ok(Some(0))),
        ("12,25 fte", Ok(Some(1225))),
        ("1000", Ok(Some(100_000))),
        ("1001", Err(Code::OngeldigeWaarde)),
        ("2,555", Err(Code::OngeldigeWaarde)),
        ("-1", Err(Code::OngeldigeWaarde)),
        ("twee", Err(Code::OngeldigeWaarde)),
        ("2,", Err(Code::OngeldigeWaarde)),
        ("1.000,5", Err(Code::OngeldigeWaarde)),
    ] {
        assert_eq!(fte_van("fte", tekst).map_err(|fout| fout.code), verwacht, "{tekst:?}");
    }
}

#[test]
fn the_gap_is_unknown_as_long_as_one_of_both_is() {
    for (fte, wens_fte, kloof) in [
        (Some(100), Some(250), Some(150)),
        (Some(300), Some(250), Some(-50)),
        (Some(0), Some(0), Some(0)),
        (None, Some(250), None),
        (Some(100), None, None),
    ] {
        let inhoud = OverdrachtInhoud { fte, wens_fte, ..OverdrachtInhoud::default() };
        assert_eq!(inhoud.kloof(), kloof);
    }
}

#[test]
fn what_is_filled_in_must_make_sense() {
    let zeker = |bron: &str, peildatum| OverdrachtInhoud {
        bron: Some(bron.into()),
        peildatum,
        zeker: true,
        ..OverdrachtInhoud::default()
    };
    let dag = Some(date(2026, 11, 1));
    for (inhoud, verwacht) in [
        (OverdrachtInhoud::default(), None),
        (zeker("Formatieplan", dag), None),
        (zeker(" ", dag), Some((Code::Verplicht, "bron"))),
        (zeker("Formatieplan", None), Some((Code::Verplicht, "peildatum"))),
        (
            OverdrachtInhoud { medewerkers: Some(-1), ..OverdrachtInhoud::default() },
            Some((Code::OngeldigeWaarde, "medewerkers")),
        ),
        (
            OverdrachtInhoud {
                medewerkers: Some(3),
                stap: Personeelsstap::GeenGevolgen,
                ..OverdrachtInhoud::default()
            },
            Some((Code::OngeldigeWaarde, "personeelsstap")),
        ),
        (
            OverdrachtInhoud { uitvoerder: Some("x".repeat(501)), ..OverdrachtInhoud::default() },
            Some((Code::TeLang, "uitvoerder")),
        ),
    ] {
        let naam = format!("{inhoud:?}");
        let fout = inhoud.getoetst().err().map(|fout| (fout.code, fout.veld.unwrap_or_default()));
        assert_eq!(fout, verwacht.map(|(code, veld)| (code, veld.to_owned())), "{naam}");
    }
    let leeg = OverdrachtInhoud { uitvoerder: Some("  ".into()), ..OverdrachtInhoud::default() };
    assert_eq!(leeg.getoetst().unwrap().uitvoerder, None, "an empty text is unknown");
}

fn cel() -> Overdrachtcel {
    Overdrachtcel::leeg((TrajectId("t".into()), FunctieId("f".into()), RegioId("r".into())))
}

#[test]
fn asking_is_for_what_is_unknown_and_for_a_day_to_come() {
    let vandaag = date(2026, 11, 28);
    let cel = cel().ingevuld(OverdrachtInhoud { fte: Some(0), ..OverdrachtInhoud::default() }, vandaag);
    for (onderdelen, dag, verwacht) in [
        (vec![Onderdeel::Middel], vandaag, None),
        (vec![], vandaag, Some("onderdelen")),
        (vec![Onderdeel::Middel, Onderdeel::Fte], vandaag, Some("onderdelen")),
        (vec![Onderdeel::Middel], date(2026, 11, 27), Some("antwoordVoor")),
    ] {
        let onderdelen = onderdelen.into_iter().collect();
        let fout = cel.toets_opvraging(&onderdelen, dag, vandaag).err();
        assert_eq!(fout.and_then(|fout| fout.veld).as_deref(), verwacht, "{onderdelen:?}");
    }
}

#[test]
fn what_was_asked_is_answered_when_all_of_it_is_known() {
    let vandaag = date(2026, 11, 28);
    let opvraging = Opvraging {
        onderdelen: BTreeSet::from([Onderdeel::Uitvoerder, Onderdeel::Fte]),
        eigenaar: PersoonId(uuid::Uuid::nil()),
        gevraagd_op: vandaag,
        antwoord_voor: vandaag,
        taak: TaakId(uuid::Uuid::nil()),
        beantwoord_op: None,
    };
    let cel = Overdrachtcel { opvraging: Some(opvraging), ..cel() };
    let half = OverdrachtInhoud { fte: Some(0), ..OverdrachtInhoud::default() };
    let half = cel.ingevuld(half, vandaag);
    assert_eq!(half.opvraging.as_ref().unwrap().beantwoord_op, None);
    let heel = OverdrachtInhoud { uitvoerder: Some("Gemeente".into()), ..half.inhoud.clone() };
    assert_eq!(half.ingevuld(heel, vandaag).opvraging.unwrap().beantwoord_op, Some(vandaag));
}

proptest! {
    #[test]
    fn a_total_never_takes_unknown_for_zero(getallen in prop::collection::vec(prop::option::of(-1_000_000i64..1_000_000), 0..40)) {
        let optelling = Optelling::tel(getallen.iter().copied());
        let bekend: Vec<i64> = getallen.iter().copied().flatten().collect();
        prop_assert_eq!(optelling.som, bekend.iter().sum::<i64>());
        prop_assert_eq!((optelling.bekend, optelling.van), (bekend.len(), getallen.len()));
        let met_onbekend = Optelling::tel(getallen.iter().copied().chain([None]));
        prop_assert_eq!((met_onbekend.som, met_onbekend.bekend, met_onbekend.van), (optelling.som, optelling.bekend, optelling.van + 1));
        let andersom = Optelling::tel(getallen.iter().rev().copied());
        prop_assert_eq!(andersom, optelling);
    }
}
