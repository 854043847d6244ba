use jiff::civil::date;

use super::*;
use crate::domain::{
    integratie::{
        stand::*,
        termijnen::{Begin, Grondslag, Richting, TermijnSoort},
    },
    organisatie::Bron,
};

fn stap(soort: StapSoort) -> Stap {
    let (gremium, hoedanigheid) = match soort {
        StapSoort::Informatie => ("rol-gemeenteraden", None),
        StapSoort::Zienswijze => ("rol-gemeenteraden", Some(Hoedanigheid::Zienswijze)),
        StapSoort::Toestemming => ("rol-gemeenteraden", Some(Hoedanigheid::Toestemming)),
        StapSoort::Collegebesluit => ("rol-colleges", Some(Hoedanigheid::Eigenaar)),
        StapSoort::Bekendmaking => ("rol-college-vestigingsplaats", Some(Hoedanigheid::Eigenaar)),
    };
    let termijn = Termijn {
        duur: Duur::weken(12),
        soort: TermijnSoort::Afgesproken,
        grondslag: Some(Grondslag::WgrZienswijze),
        begin: Begin::OntvangstRaad,
        richting: Richting::Vooruit,
    };
    Stap {
        id: StapId("stap".into()),
        naam: "Stap".into(),
        soort,
        gremium: RolId(gremium.into()),
        hoedanigheid,
        regel: Besluitregel::Alle,
        termijn: (soort == StapSoort::Zienswijze).then_some(termijn),
        mijlpaal: None,
        alleen: BTreeSet::new(),
    }
}

fn cel(status: CelStatus, datum: Option<Date>, ontvangen_op: Option<Date>) -> CelInhoud {
    CelInhoud { status, datum, ontvangen_op, ..CelInhoud::default() }
}

fn gemeenten(aantal: usize) -> Vec<GemeenteId> {
    (0..aantal).map(|nummer| GemeenteId(format!("gem-{nummer:02}"))).collect()
}

#[test]
fn how_a_cell_stands() {
    use CelStatus as S;
    let zienswijze = stap(StapSoort::Zienswijze);
    // Received on 7 April: twelve weeks later is Monday 30 June.
    let ontvangen = Some(date(2025, 4, 7));
    let (voor, einde, na) = (date(2025, 6, 10), date(2025, 6, 30), date(2025, 7, 21));
    for (status, datum, vandaag, verwacht, telt) in [
        (S::Open, None, voor, Stand::Loopt, false),
        (S::Open, None, einde, Stand::Loopt, false),
        (S::Open, None, na, Stand::Verlopen, true),
        (S::Onbekend, None, voor, Stand::Onbekend, false),
        (S::Onbekend, None, na, Stand::Verlopen, true),
        (S::OpAgenda, Some(einde), voor, Stand::OpAgenda, false),
        (S::OpAgenda, Some(na), voor, Stand::TeLaat, false),
        (S::Gedaan, Some(einde), voor, Stand::Gedaan, true),
        (S::Gedaan, Some(na), na, Stand::TeLaat, true),
        (S::GeenZienswijze, Some(voor), na, Stand::GeenZienswijze, true),
    ] {
        let cel = cel(status, datum, ontvangen);
        assert_eq!(zienswijze.stand(&cel, vandaag), verwacht, "{status:?} on {vandaag}");
        assert_eq!(zienswijze.telt_mee(&cel, vandaag), telt, "{status:?} on {vandaag}");
    }
    let niet_ontvangen = cel(S::Open, None, None);
    assert_eq!(zienswijze.stand(&niet_ontvangen, na), Stand::Open);
    assert_eq!(zienswijze.afgerond_op(&niet_ontvangen), None);
    assert_eq!(zienswijze.afgerond_op(&cel(S::Open, None, ontvangen)), Some(einde));
}

#[test]
fn what_is_filled_in_must_make_sense() {
    use CelStatus as S;
    let (dag, eerder) = (Some(date(2025, 6, 12)), Some(date(2025, 4, 7)));
    let met = |document: &str| CelInhoud { document: Some(document.into()), ..cel(S::Gedaan, dag, None) };
    let als = |gremium: &str, hoedanigheid| CelInhoud {
        gremium: Some(RolId(gremium.into())),
        hoedanigheid,
        ..cel(S::Gedaan, dag, None)
    };
    let verlengd = |duur| CelInhoud { verlenging: Some(duur), ..cel(S::Open, None, eerder) };
    for (soort, inhoud, code, veld) in [
        (StapSoort::Zienswijze, cel(S::Gedaan, dag, eerder), None, ""),
        (StapSoort::Zienswijze, cel(S::Gedaan, None, eerder), Some(Code::Verplicht), "datum"),
        (StapSoort::Zienswijze, cel(S::OpAgenda, None, eerder), Some(Code::Verplicht), "datum"),
        (StapSoort::Zienswijze, cel(S::Onbekend, dag, None), Some(Code::OngeldigeWaarde), "datum"),
        (StapSoort::Zienswijze, cel(S::Gedaan, eerder, dag), Some(Code::DatumOngeldig), "datum"),
        (StapSoort::Zienswijze, cel(S::Gedaan, Some(date(1999, 1, 1)), None), Some(Code::DatumOngeldig), "datum"),
        (StapSoort::Zienswijze, verlengd(Duur::weken(2)), None, ""),
        (StapSoort::Zienswijze, verlengd(Duur::dagen(2)), Some(Code::OngeldigeWaarde), "verlenging"),
        (StapSoort::Toestemming, verlengd(Duur::weken(2)), Some(Code::OngeldigeWaarde), "ontvangenOp"),
        (StapSoort::Toestemming, cel(S::GeenZienswijze, dag, None), Some(Code::OngeldigeWaarde), "status"),
        (StapSoort::Toestemming, cel(S::Geweigerd, dag, None), None, ""),
        (StapSoort::Bekendmaking, cel(S::Geweigerd, dag, None), Some(Code::OngeldigeWaarde), "status"),
        (StapSoort::Informatie, met("https://raad.example/besluit.pdf"), None, ""),
        (StapSoort::Informatie, met("  "), None, ""),
        (StapSoort::Informatie, met("javascript:alert(1)"), Some(Code::OngeldigeWaarde), "document"),
        (StapSoort::Informatie, met("https://"), Some(Code::OngeldigeWaarde), "document"),
        (StapSoort::Collegebesluit, als("rol-pho", Some(Hoedanigheid::Opdrachtgever)), None, ""),
        (
            StapSoort::Collegebesluit,
            als("rol-pho", Some(Hoedanigheid::Eigenaar)),
            Some(Code::GeenHoedanigheid),
            "gremium",
        ),
        (
            StapSoort::Collegebesluit,
            als("rol-colleges", Some(Hoedanigheid::Zienswijze)),
            Some(Code::GeenHoedanigheid),
            "hoedanigheid",
        ),
        (StapSoort::Toestemming, als("rol-colleges", None), Some(Code::GeenHoedanigheid), "gremium"),
    ] {
        let naam = format!("{soort:?} {inhoud:?}");
        let fout = inhoud.getoetst(&stap(soort)).err();
        assert_eq!(fout.as_ref().map(|fout| fout.code), code, "{naam}");
        assert_eq!(fout.and_then(|fout| fout.veld).unwrap_or_default(), veld, "{naam}");
    }
    assert_eq!(met("  ").getoetst(&stap(StapSoort::Informatie)).unwrap().document, None);
}

#[test]
fn when_the_region_has_decided() {
    let alle = gemeenten(14);
    let zwaar = |gewicht| Besluitregel::Gewogen { gewichten: [(alle[0].clone(), gewicht)].into(), drempel: 67 };
    for (regel, voor, verwacht) in [
        (Besluitregel::Alle, 14, true),
        (Besluitregel::Alle, 13, false),
        (Besluitregel::Meerderheid, 8, true),
        (Besluitregel::Meerderheid, 7, false),
        // 13 + 13 = 26 in all; 67 % is 17.42.
        (zwaar(13), 5, false),
        (zwaar(13), 6, true),
        (zwaar(0), 9, false),
        (zwaar(0), 10, true),
    ] {
        assert_eq!(regel.haalt(alle.iter(), alle.iter().take(voor)), verwacht, "{regel:?} with {voor}");
    }
    assert!(!Besluitregel::Alle.haalt([].iter(), [].iter()), "nobody has decided nothing");
    assert!(Besluitregel::Gewogen { gewichten: BTreeMap::new(), drempel: 0 }.toets().is_err());
    assert!(zwaar(-1).toets().is_err());
}

#[test]
fn who_is_missing_stays_visible() {
    let alle = gemeenten(3);
    let mut toestemming = stap(StapSoort::Toestemming);
    let vandaag = date(2025, 11, 1);
    let cellen: BTreeMap<_, _> = [
        (alle[0].clone(), cel(CelStatus::Gedaan, Some(vandaag), None)),
        (alle[1].clone(), cel(CelStatus::Geweigerd, Some(vandaag), None)),
    ]
    .into();
    let nu = regionaal(&toestemming, &alle, |gemeente| cellen.get(gemeente), vandaag);
    assert_eq!(
        (nu.binnen, nu.geweigerd, nu.ontbreekt),
        (vec![alle[0].clone()], vec![alle[1].clone()], vec![alle[2].clone()])
    );
    assert!(!nu.voldaan && !nu.haalbaar, "one refused, all are needed");
    toestemming.regel = Besluitregel::Meerderheid;
    let nu = regionaal(&toestemming, &alle, |gemeente| cellen.get(gemeente), vandaag);
    assert!(!nu.voldaan && nu.haalbaar);
    toestemming.alleen = [alle[0].clone()].into();
    assert!(regionaal(&toestemming, &alle, |gemeente| cellen.get(gemeente), vandaag).voldaan);
}

#[test]
fn only_who_saw_the_last_version_writes_over_it() {
    let wie = |nummer| Some(PersoonId(uuid::Uuid::from_u128(nummer)));
    let cel = Cel {
        besluit: BesluitId("besluit".into()),
        stap: StapId("stap".into()),
        gemeente: GemeenteId("gem".into()),
        inhoud: CelInhoud::default(),
        versie: 3,
        door: wie(1),
        op: Timestamp::UNIX_EPOCH,
    };
    assert!(cel.toets_versie(3, wie(2)).is_ok());
    assert_eq!(cel.toets_versie(2, wie(2)).unwrap_err().code, Code::VersieVerouderd);
    assert!(cel.toets_versie(2, wie(1)).is_ok(), "nobody clashes with themselves");
}

#[test]
fn a_decision_with_a_term_shorter_than_the_law_is_refused() {
    let mut besluit = Besluit {
        id: BesluitId("besluit".into()),
        traject: TrajectId("traject".into()),
        naam: "Wijziging".into(),
        module: ModuleId("module-1".into()),
        peildatum: date(2026, 1, 1),
        stappen: vec![stap(StapSoort::Zienswijze)],
        herkomst: Herkomst {
            bron: Bron { document: "Bron".into(), paragraaf: None },
            bronnen_extra: Vec::new(),
            onzeker: false,
            notitie: None,
        },
    };
    assert!(besluit.toets().is_ok());
    besluit.stappen[0].termijn.as_mut().unwrap().duur = Duur::weken(6);
    assert_eq!(besluit.toets().unwrap_err().code, Code::TermijnTeKort);
}
