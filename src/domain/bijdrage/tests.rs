use std::sync::Arc;

use jiff::{Timestamp, civil::date};
use uuid::Uuid;

use super::{
    bronnen::{antwoord, gedaan, getekend},
    *,
};
use crate::{
    domain::{
        afspraken::{
            self, AfspraakId, Handtekening, Oordeel, Partij, Plek, Ronde, RondeFase, RondeId, RondeStap, VersieId,
        },
        contracten::{self, Inwoners},
        integratie::{self, BordId, CelInhoud, CelStatus, KolomId, Taak, TaakId},
        organisatie::{self, Bron, Gemeente, Herkomst, PersoonId, RegioId},
        sessies::{self, Achterban, Deurstand, Gast, GastId, Sessie, SessieId, Sessiebord, Sessiestand, Toelating},
    },
    platform::clock::dutch_moment,
};

const VANDAAG: Date = date(2026, 11, 29);

fn gem(naam: &str) -> GemeenteId {
    GemeenteId(format!("gem-{naam}"))
}

fn gemeenten(namen: &[&str]) -> BTreeSet<GemeenteId> {
    namen.iter().map(|naam| gem(naam)).collect()
}

fn punt(gemeente: &str, dag: Date, hoe: Hoe) -> Punt {
    Punt { gemeente: gem(gemeente), dag, hoe }
}

/// In the middle of a day, Dutch time.
fn op(dag: Date) -> Timestamp {
    dutch_moment(dag, 12)
}

#[test]
fn a_share_is_of_what_is_known_and_of_nothing_there_is_none() {
    use Hoe::*;
    for (hoe, totaal, procent) in [
        (vec![], 0, None),
        (vec![Onbekend], 0, None),
        (vec![Gehaald], 1, Some(100.0)),
        (vec![Niet, Niet], 2, Some(0.0)),
        (vec![Gehaald, Laat, Niet, Niet, Onbekend], 4, Some(25.0)),
    ] {
        let punten: Vec<_> = hoe.iter().map(|hoe| punt("venlo", VANDAAG, *hoe)).collect();
        let telling = Telling::van(punten.iter());
        assert_eq!((telling.totaal(), telling.procent()), (totaal, procent), "{hoe:?}");
    }
}

#[test]
fn how_far_gemeenten_lie_apart_is_told_of_three_or_more() {
    for (aandelen, verwacht) in [
        (vec![], None),
        (vec![10.0, 90.0], None),
        (vec![90.0, 10.0, 50.0], Some((10.0, 50.0, 90.0))),
        (vec![0.0, 100.0, 50.0, 60.0], Some((0.0, 55.0, 100.0))),
        (vec![40.0, 40.0, 40.0], Some((40.0, 40.0, 40.0))),
    ] {
        let spreiding = Spreiding::van(aandelen.clone().into_iter());
        assert_eq!(spreiding.map(|een| (een.laagste, een.midden, een.hoogste)), verwacht, "{aandelen:?}");
    }
    // Who has nothing to count is not one of the three.
    let (dag, alle) = (date(2026, 5, 1), gemeenten(&["bergen", "venlo", "weert"]));
    let geteld = Geteld::Punten(vec![
        punt("bergen", dag, Hoe::Gehaald),
        punt("venlo", dag, Hoe::Niet),
        punt("weert", dag, Hoe::Onbekend),
    ]);
    let tijdvak = Tijdvak { van: dag, tot: dag };
    assert_eq!(geteld.spreiding(&tijdvak, &alle), None);
}

#[test]
fn a_period_is_the_last_four_quarters_or_what_was_chosen() {
    for (van, tot, verwacht) in [
        (None, None, Ok((date(2026, 1, 1), VANDAAG))),
        (None, Some(date(2026, 3, 31)), Ok((date(2025, 4, 1), date(2026, 3, 31)))),
        (None, Some(date(2028, 2, 29)), Ok((date(2027, 4, 1), date(2028, 2, 29)))),
        (Some(VANDAAG), None, Ok((VANDAAG, VANDAAG))),
        (Some(date(2021, 11, 30)), None, Ok((date(2021, 11, 30), VANDAAG))),
        (Some(date(2021, 11, 29)), None, Err("van")),
        (Some(date(2026, 11, 30)), None, Err("tot")),
        (Some(date(1999, 1, 1)), None, Err("van")),
        (None, Some(date(2101, 1, 1)), Err("tot")),
    ] {
        let tijdvak = Tijdvak::getoetst(van, tot, VANDAAG).map(|een| (een.van, een.tot));
        let tijdvak = tijdvak.map_err(|fout| (fout.code, fout.veld.unwrap()));
        assert_eq!(tijdvak, verwacht.map_err(|veld| (Code::DatumOngeldig, veld.to_owned())), "{van:?} {tot:?}");
    }
}

#[test]
fn quarters_are_cut_to_the_period() {
    for (van, tot, verwacht) in [
        (date(2026, 2, 10), date(2026, 2, 10), vec![("1e kwartaal 2026", date(2026, 2, 10), date(2026, 2, 10))]),
        (
            date(2025, 12, 31),
            date(2026, 4, 1),
            vec![
                ("4e kwartaal 2025", date(2025, 12, 31), date(2025, 12, 31)),
                ("1e kwartaal 2026", date(2026, 1, 1), date(2026, 3, 31)),
                ("2e kwartaal 2026", date(2026, 4, 1), date(2026, 4, 1)),
            ],
        ),
        (date(2028, 1, 1), date(2028, 2, 29), vec![("1e kwartaal 2028", date(2028, 1, 1), date(2028, 2, 29))]),
    ] {
        let kwartalen = Tijdvak { van, tot }.kwartalen();
        let gelezen: Vec<_> = kwartalen.iter().map(|een| (een.kwartaalnaam(), een.van, een.tot)).collect();
        let verwacht: Vec<_> = verwacht.into_iter().map(|(naam, van, tot)| (naam.to_owned(), van, tot)).collect();
        assert_eq!(gelezen, verwacht);
    }
    assert_eq!(Tijdvak::getoetst(Some(date(2022, 1, 1)), None, VANDAAG).unwrap().kwartalen().len(), 20);
}

#[test]
fn first_and_last_day_count_and_others_do_not() {
    let geteld = Geteld::Punten(vec![
        punt("venlo", date(2025, 12, 31), Hoe::Gehaald),
        punt("venlo", date(2026, 1, 1), Hoe::Gehaald),
        punt("bergen", date(2026, 3, 31), Hoe::Laat),
        punt("weert", date(2026, 2, 1), Hoe::Niet),
        punt("venlo", date(2026, 4, 1), Hoe::Gehaald),
    ]);
    let tijdvak = Tijdvak { van: date(2026, 1, 1), tot: date(2026, 3, 31) };
    let noord = geteld.telling(&tijdvak, &gemeenten(&["bergen", "venlo"]));
    assert_eq!(noord, Telling { gehaald: 1, laat: 1, niet: 0, onbekend: 0 });
    assert_eq!(geteld.samen(&tijdvak, &gemeenten(&["bergen", "venlo", "weert"])).totaal(), 3);
}

#[test]
fn work_is_carried_by_every_gemeente_its_owner_speaks_for() {
    let mut werk = Werk::default();
    for van in [&["venlo"][..], &["venlo", "weert"], &[], &["weert"], &["weert"]] {
        werk.tel(&gemeenten(van));
    }
    let (geteld, alle) = (Geteld::Werk(werk), gemeenten(&["bergen", "venlo", "weert"]));
    let tijdvak = Tijdvak { van: VANDAAG, tot: VANDAAG };
    let telling = |van: &[&str]| geteld.telling(&tijdvak, &gemeenten(van));
    assert_eq!((telling(&["venlo"]).gehaald, telling(&["venlo"]).totaal()), (2, 5));
    assert_eq!(telling(&["venlo", "weert"]).procent(), Some(100.0));
    assert_eq!(telling(&["bergen"]).procent(), Some(0.0));
    // Of all pieces: who works for nobody's gemeente is in it.
    assert_eq!(geteld.samen(&tijdvak, &alle), Telling { gehaald: 4, niet: 1, ..Telling::default() });
    assert!(geteld.kwartalen(&tijdvak).is_empty());
    assert_eq!(Geteld::Werk(Werk::default()).spreiding(&tijdvak, &alle), None);
}

#[test]
fn how_a_gemeente_answered() {
    use CelStatus as S;
    let einde = date(2026, 6, 30);
    for (status, datum, verwacht) in [
        (S::Gedaan, Some(einde), Hoe::Gehaald),
        (S::Gedaan, Some(date(2026, 7, 1)), Hoe::Laat),
        (S::GeenZienswijze, Some(date(2026, 6, 1)), Hoe::Gehaald),
        (S::Geweigerd, Some(einde), Hoe::Gehaald),
        (S::Open, None, Hoe::Niet),
        // On the agenda is no answer yet, also when it stands on a day before the end.
        (S::OpAgenda, Some(einde), Hoe::Niet),
        (S::Onbekend, None, Hoe::Onbekend),
    ] {
        let cel = CelInhoud { status, datum, ..CelInhoud::default() };
        assert_eq!(antwoord(&cel, einde, VANDAAG), verwacht, "{status:?} {datum:?}");
    }
    // Nothing is known of the days after: not that it was not answered either.
    let open = CelInhoud::default();
    assert_eq!(antwoord(&open, einde, einde), Hoe::Onbekend);
}

fn ronde(stappen: &[(RondeFase, Date)]) -> Ronde {
    let stap = |(fase, sinds): &(RondeFase, Date)| RondeStap { fase: *fase, sinds: op(*sinds), tot: None };
    Ronde {
        id: RondeId(Uuid::nil()),
        afspraak: AfspraakId("a".into()),
        versie: VersieId(Uuid::nil()),
        eerder: Vec::new(),
        voorstel: String::new(),
        deadline: date(2026, 6, 30),
        deel: 100,
        signalen: BTreeSet::new(),
        stappen: stappen.iter().map(stap).collect(),
        aangenomen: None,
        toelichting: String::new(),
        nummer: 1,
        door: None,
        op: Timestamp::UNIX_EPOCH,
    }
}

fn handtekening(dag: Date, ingetrokken: bool) -> Handtekening {
    Handtekening {
        ronde: RondeId(Uuid::nil()),
        plek: Plek { partij: Partij::Toegang, gemeente: Some(gem("venlo")) },
        oordeel: Oordeel::Bezwaar,
        reden: "Nee".into(),
        artikelen: BTreeSet::new(),
        hoedanigheid: "manager".into(),
        door: PersoonId(Uuid::nil()),
        namens: None,
        versie: VersieId(Uuid::nil()),
        hash: "h".into(),
        gelezen: BTreeMap::new(),
        op: op(dag),
        ingetrokken,
    }
}

#[test]
fn how_one_who_signs_did() {
    use RondeFase::*;
    let (voor, einde, na) = (date(2026, 6, 1), date(2026, 6, 30), date(2026, 7, 1));
    let open = ronde(&[(Voorstel, voor), (Bezwaren, voor)]);
    let laat_open = ronde(&[(Voorstel, voor), (Bezwaren, na)]);
    let sloot_eerder = ronde(&[(Bezwaren, voor), (Gesloten, voor)]);
    let sloot_later = ronde(&[(Bezwaren, voor), (Gesloten, na)]);
    let oud = Some(voor);
    for (ronde, gezet, versie_van, verwacht) in [
        (&open, None, None, Some(Hoe::Niet)),
        (&open, Some(handtekening(einde, false)), oud, Some(Hoe::Gehaald)),
        (&open, Some(handtekening(na, false)), oud, Some(Hoe::Laat)),
        // Signed anew for a text of after the deadline: whether it was on time before is not kept.
        (&open, Some(handtekening(na, false)), Some(na), Some(Hoe::Onbekend)),
        (&open, Some(handtekening(voor, true)), oud, Some(Hoe::Niet)),
        (&laat_open, None, None, None),
        (&laat_open, Some(handtekening(na, false)), oud, None),
        (&sloot_eerder, None, None, None),
        (&sloot_eerder, Some(handtekening(voor, false)), oud, Some(Hoe::Gehaald)),
        (&sloot_later, None, None, Some(Hoe::Niet)),
    ] {
        assert_eq!(getekend(ronde, gezet.as_ref(), versie_van), verwacht, "{:?} {gezet:?}", ronde.stappen);
    }
}

#[test]
fn how_a_task_did() {
    let dag = date(2026, 6, 30);
    let taak = |sinds: Date, weg: bool| Taak {
        id: TaakId(Uuid::nil()),
        nummer: 1,
        bord: BordId("bord".into()),
        kolom: KolomId("kolom".into()),
        plaats: "80".into(),
        titel: "Taak".into(),
        omschrijving: String::new(),
        functie: None,
        gemeenten: gemeenten(&["venlo"]),
        eigenaar: None,
        vervaldatum: Some(dag),
        kolom_sinds: op(sinds),
        versie: 1,
        veldversies: BTreeMap::new(),
        gemaakt_op: Timestamp::UNIX_EPOCH,
        gemaakt_door: None,
        gearchiveerd_op: weg.then(|| op(VANDAAG)),
        herhaling: None,
        herhaalt_vanaf: None,
        herkomst: None,
    };
    for (gereed, sinds, weg, verwacht) in [
        (true, dag, false, Some(Hoe::Gehaald)),
        (true, dag, true, Some(Hoe::Gehaald)),
        (true, date(2026, 7, 1), false, Some(Hoe::Laat)),
        (false, dag, false, Some(Hoe::Niet)),
        (false, dag, true, None),
    ] {
        assert_eq!(gedaan(&taak(sinds, weg), gereed, dag), verwacht, "{gereed} {sinds} {weg}");
    }
}

fn gemeente(naam: &str) -> Gemeente {
    Gemeente {
        id: gem(naam),
        naam: naam.into(),
        regio: RegioId("regio-noord".into()),
        subregio: None,
        jeugdregio: String::new(),
        contractschaal_jeugd_nml: true,
        bijzonderheden: Vec::new(),
        herkomst: Herkomst {
            bron: Bron { document: "Test".into(), paragraaf: None },
            bronnen_extra: Vec::new(),
            onzeker: false,
            notitie: None,
        },
    }
}

fn sessie(nummer: u128, stand: Sessiestand, gasten: &[(Achterban, Toelating)]) -> Sessiebord {
    let id = SessieId(Uuid::from_u128(nummer));
    let mut bord = Sessiebord::new(Sessie {
        id,
        naam: "Sessie".into(),
        doel: String::new(),
        stand,
        anoniem: true,
        modereren: false,
        deur: Deurstand::Open,
        code: None,
        code_tot: None,
        begeleiders: Vec::new(),
        fasen: Vec::new(),
        huidige: None,
        gemaakt_op: op(date(2026, 3, 1)),
        afgerond_op: (stand == Sessiestand::Afgerond).then(|| op(date(2026, 3, 1))),
        vroeger: None,
        verzendingen: Vec::new(),
        standpunten: Vec::new(),
    });
    for (nummer, (achterban, toelating)) in gasten.iter().enumerate() {
        let gast = Gast {
            id: GastId(Uuid::from_u128(nummer as u128)),
            sessie: id,
            schuilnaam: "Vos".into(),
            achterban: achterban.clone(),
            toelating: *toelating,
            klaar: None,
            gestemd: BTreeSet::new(),
            verloopt_op: Timestamp::UNIX_EPOCH,
            persoon: None,
        };
        bord.gasten.insert(gast.id, Arc::new(gast));
    }
    bord
}

#[test]
fn a_gemeente_took_part_once_however_many_came_and_residents_are_all_known_or_none() {
    let mut organisatie = organisatie::Toestand::default();
    for naam in ["bergen", "venlo", "weert"] {
        organisatie.gemeenten.insert(gem(naam), Arc::new(gemeente(naam)));
    }
    let van = |naam: &str| Achterban::Gemeente(gem(naam));
    let mut sessies = sessies::Toestand::default();
    for bord in [
        sessie(
            1,
            Sessiestand::Afgerond,
            &[
                (van("venlo"), Toelating::Binnen),
                (van("venlo"), Toelating::Binnen),
                (van("weert"), Toelating::Verwijderd),
                (van("bergen"), Toelating::Wacht),
                (Achterban::Mgr, Toelating::Binnen),
            ],
        ),
        sessie(2, Sessiestand::Bezig, &[(van("weert"), Toelating::Binnen)]),
    ] {
        sessies.borden.insert(bord.sessie.id, Arc::new(bord));
    }
    let mut contracten = contracten::Toestand::default();
    let inwoners = |naam: &str, aantal| Inwoners {
        gemeente: gem(naam),
        aantal,
        bron: "CBS".into(),
        peildatum: VANDAAG,
        zeker: true,
    };
    for een in [inwoners("bergen", 10_000), inwoners("venlo", 30_000)] {
        contracten.inwoners.insert(een.gemeente.clone(), Arc::new(een));
    }
    let (integratie, afspraken) = (integratie::Toestand::default(), afspraken::Toestand::default());
    let deel = |contracten: &contracten::Toestand, van: &[&str]| {
        let bronnen = Bronnen {
            organisatie: &organisatie,
            integratie: &integratie,
            afspraken: &afspraken,
            sessies: &sessies,
            contracten,
            vandaag: VANDAAG,
        };
        (bronnen.inwonersdeel(&gemeenten(van)), bronnen.geteld(Bijdragesoort::Deelname))
    };
    let (onbekend, geteld) = deel(&contracten, &["venlo"]);
    assert_eq!(onbekend, None, "those of Weert are unknown");
    let dag = date(2026, 3, 1);
    let verwacht = [("bergen", Hoe::Niet), ("venlo", Hoe::Gehaald), ("weert", Hoe::Niet)];
    assert_eq!(geteld, Geteld::Punten(verwacht.map(|(naam, hoe)| punt(naam, dag, hoe)).into()));
    contracten.inwoners.insert(gem("weert"), Arc::new(inwoners("weert", 10_000)));
    assert_eq!(deel(&contracten, &["venlo"]).0, Some(60.0));
}
