use jiff::civil::date;

use super::*;
use crate::domain::{
    integratie::{
        Afhankelijkheid, Besluit, BesluitId, Besluitregel, Cel, CelInhoud, CelStatus, Hoedanigheid, Stap, StapSoort,
        termijnen::{Begin, Duur, Grondslag, Richting, Termijn, TermijnSoort},
        toets_netwerk,
    },
    organisatie::{Bron, Deelname, DeelnameId, DeelnameStatus, Herkomst, ModuleId, RolId},
};

fn herkomst() -> Herkomst {
    let bron = Bron { document: "Bron".into(), paragraaf: None };
    Herkomst { bron, bronnen_extra: Vec::new(), onzeker: false, notitie: None }
}

fn id(nummer: i32) -> MijlpaalId {
    MijlpaalId(format!("mijlpaal-{nummer}"))
}

fn mijlpaal(nummer: i32, van: Date, tot: Date, na: &[i32]) -> Mijlpaal {
    Mijlpaal {
        id: id(nummer),
        traject: TrajectId("traject".into()),
        volgorde: nummer,
        naam: format!("Mijlpaal {nummer}"),
        van,
        tot,
        actoren: Vec::new(),
        na: na.iter().map(|voor| Afhankelijkheid { mijlpaal: id(*voor), wachttijd: 0 }).collect(),
        voorwaardelijk: false,
        gereed_op: None,
        vervallen: false,
        herkomst: Some(herkomst()),
    }
}

fn plan() -> Vec<Mijlpaal> {
    vec![
        mijlpaal(1, date(2025, 3, 1), date(2025, 6, 30), &[]),
        mijlpaal(2, date(2025, 7, 1), date(2025, 8, 31), &[1]),
        mijlpaal(3, date(2025, 9, 15), date(2025, 11, 30), &[2]),
    ]
}

#[test]
fn what_moves_along_and_what_is_refused() {
    let naar = |van, tot| Periode { van, tot };
    let mut gehaald = plan();
    gehaald[0].gereed_op = Some(date(2025, 6, 12));
    for (plan, nummer, periode, verwacht) in [
        // One week later: the next as much, the one after it has two weeks of room.
        (plan(), 1, naar(date(2025, 3, 8), date(2025, 7, 7)), Ok(vec![(1, 7), (2, 7)])),
        (plan(), 1, naar(date(2025, 3, 8), date(2025, 7, 28)), Ok(vec![(1, 28), (2, 28), (3, 14)])),
        (plan(), 3, naar(date(2025, 9, 1), date(2025, 11, 30)), Ok(vec![(3, 0)])),
        (plan(), 2, naar(date(2025, 6, 30), date(2025, 8, 31)), Err((Code::DatumOngeldig, "van"))),
        (plan(), 2, naar(date(2025, 8, 31), date(2025, 8, 1)), Err((Code::DatumOngeldig, "tot"))),
        (plan(), 2, naar(date(1999, 8, 1), date(2025, 8, 31)), Err((Code::DatumOngeldig, "van"))),
        (plan(), 1, naar(date(2100, 1, 1), date(2100, 12, 31)), Err((Code::DatumOngeldig, "van"))),
        (gehaald.clone(), 1, naar(date(2025, 3, 8), date(2025, 7, 7)), Err((Code::OngeldigeWaarde, "van"))),
        // Done earlier than planned: the next may begin earlier.
        (gehaald, 2, naar(date(2025, 6, 13), date(2025, 8, 31)), Ok(vec![(2, 0)])),
        (plan(), 9, naar(date(2025, 6, 13), date(2025, 8, 31)), Err((Code::NietGevonden, ""))),
    ] {
        let uitkomst = verplaatsing(&plan, &id(nummer), periode);
        let dagen = uitkomst.map(|lijst| {
            let later = |een: &Verschuiving| netwerk::dagen(een.van.tot, een.naar.tot);
            lijst.iter().map(|een| (een.mijlpaal.clone(), later(een))).collect::<Vec<_>>()
        });
        let verwacht =
            verwacht.map(|lijst| lijst.into_iter().map(|(nummer, dagen)| (id(nummer), dagen)).collect::<Vec<_>>());
        let fout = |fout: Fout| (fout.code, fout.veld.unwrap_or_default());
        let verwacht = verwacht.map_err(|(code, veld)| (code, veld.to_owned()));
        assert_eq!(dagen.map_err(fout), verwacht, "{nummer} to {periode:?}");
    }
}

#[test]
fn milestones_that_wait_for_each_other_are_named() {
    let mut ring = plan();
    ring[0].na = vec![Afhankelijkheid { mijlpaal: id(3), wachttijd: 0 }];
    let fout = toets_netwerk(&ring).unwrap_err();
    assert_eq!(fout.code, Code::Kringverwijzing);
    assert!(fout.bericht.contains("‘Mijlpaal 1’ → ‘Mijlpaal 2’ → ‘Mijlpaal 3’"), "{}", fout.bericht);
    ring[0].na = vec![Afhankelijkheid { mijlpaal: id(7), wachttijd: 0 }];
    assert_eq!(toets_netwerk(&ring).unwrap_err().code, Code::NietGevonden);
}

#[test]
fn a_milestone_that_ends_before_its_terms_says_whose() {
    let (gemeente, module) = (GemeenteId("gem-leudal".into()), ModuleId("module-1".into()));
    let mut organisatie = organisatie::Toestand::default();
    let deelname = Deelname {
        id: DeelnameId("gem-leudal/module-1".into()),
        gemeente: gemeente.clone(),
        module: module.clone(),
        status: DeelnameStatus::Voorgenomen,
        van: None,
        tot: None,
        herkomst: herkomst(),
    };
    organisatie.deelnames.insert(deelname.id.clone(), Arc::new(deelname));
    let stap = Stap {
        id: StapId("stap".into()),
        naam: "Zienswijze".into(),
        soort: StapSoort::Zienswijze,
        gremium: RolId("rol-gemeenteraden".into()),
        hoedanigheid: Some(Hoedanigheid::Zienswijze),
        regel: Besluitregel::Alle,
        termijn: Some(Termijn {
            duur: Duur::weken(12),
            soort: TermijnSoort::Afgesproken,
            grondslag: Some(Grondslag::WgrZienswijze),
            begin: Begin::OntvangstRaad,
            richting: Richting::Vooruit,
        }),
        mijlpaal: Some(id(1)),
        alleen: Default::default(),
    };
    let traject = TrajectId("traject".into());
    let besluit = Besluit {
        id: BesluitId("besluit".into()),
        traject: traject.clone(),
        naam: "Wijziging".into(),
        module,
        peildatum: date(2026, 1, 1),
        stappen: vec![stap.clone()],
        herkomst: herkomst(),
    };
    let mut toestand = Toestand::default();
    toestand.mijlpalen.extend(plan().into_iter().map(|een| (een.id.clone(), Arc::new(een))));
    toestand.besluiten.insert(besluit.id.clone(), Arc::new(besluit.clone()));
    assert_eq!(toestand.termijnbreuken(&organisatie, &traject), []);

    let mut cel = Cel {
        besluit: besluit.id,
        stap: stap.id.clone(),
        gemeente: gemeente.clone(),
        inhoud: CelInhoud { ontvangen_op: Some(date(2025, 4, 14)), ..CelInhoud::default() },
        versie: 1,
        door: None,
        op: jiff::Timestamp::UNIX_EPOCH,
    };
    let sleutel = (stap.id.clone(), gemeente.clone());
    toestand.cellen.insert(sleutel.clone(), Arc::new(cel.clone()));
    // Twelve weeks from 14 April end on 7 July; the milestone on 30 June.
    let breuk = Termijnbreuk {
        stap: stap.id.clone(),
        gemeente: Some(gemeente),
        einde: date(2025, 7, 7),
        tot: date(2025, 6, 30),
    };
    assert_eq!(toestand.termijnbreuken(&organisatie, &traject), std::slice::from_ref(&breuk));
    // An answer before the end heals it.
    (cel.inhoud.status, cel.inhoud.datum) = (CelStatus::GeenZienswijze, Some(date(2025, 6, 10)));
    toestand.cellen.insert(sleutel, Arc::new(cel));
    assert_eq!(toestand.termijnbreuken(&organisatie, &traject), []);

    let korter = Verschuiving {
        mijlpaal: id(1),
        van: Periode { van: date(2025, 3, 1), tot: date(2025, 6, 30) },
        naar: Periode { van: date(2025, 4, 1), tot: date(2025, 6, 20) },
    };
    let kort = Termijnbreuk { gemeente: None, einde: date(2025, 6, 24), tot: date(2025, 6, 20), ..breuk };
    assert_eq!(toestand.verschoven(&[korter]).termijnbreuken(&organisatie, &traject), [kort]);
}
