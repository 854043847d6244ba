use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::date;
use samenspel::domain::{
    integratie::{
        Afhankelijkheid, Beantwoording, Besluit, BesluitId, Besluitregel, CelInhoud, CelStatus, Fase, Hoedanigheid,
        Mijlpaal, MijlpaalId, MijlpaalInhoud, Periode, RisicoId, RisicoInhoud, StapId, StapInhoud, StapSoort, Start,
        TrajectId, Trend, Verwerking, ZienswijzepuntId,
        commands::*,
        termijnen::{Begin, Duur, Grondslag, Richting, Termijn, TermijnSoort},
        verschuivingen,
    },
    organisatie::{GemeenteId, ModuleId, RolId},
};
use samenspel::platform::clock::Clock;

use super::{Scenario, iemand, scenario};
use crate::support::TestHub;

fn mijlpaal(hub: &TestHub, sleutel: &str) -> Mijlpaal {
    let world = hub.app.nu().present().world;
    let vierde = &world.integratie.mijlpalen[&MijlpaalId("mijlpaal-04".into())];
    Mijlpaal { id: MijlpaalId(sleutel.into()), naam: "Proefmijlpaal".into(), volgorde: 11, ..(**vierde).clone() }
}

fn nieuwe_stap(naam: &str) -> MaakBesluitstap {
    MaakBesluitstap {
        besluit: BesluitId("besluit-wijziging-regeling".into()),
        inhoud: StapInhoud {
            naam: naam.into(),
            soort: StapSoort::Zienswijze,
            gremium: RolId("rol-gemeenteraden".into()),
            hoedanigheid: Some(Hoedanigheid::Zienswijze),
            termijn: None,
            mijlpaal: None,
        },
        na: Some(StapId("stap-zienswijze".into())),
    }
}

fn nieuwe_mijlpaal() -> MaakMijlpaal {
    MaakMijlpaal {
        traject: TrajectId("traject-midden-module-1".into()),
        inhoud: MijlpaalInhoud { naam: "Proef".into(), actoren: Vec::new(), voorwaardelijk: false },
        periode: Periode { van: date(2025, 7, 7), tot: date(2025, 7, 18) },
        na: vec![Afhankelijkheid { mijlpaal: MijlpaalId("mijlpaal-04".into()), wachttijd: 0 }],
    }
}

fn besluit(hub: &TestHub, sleutel: &str) -> Besluit {
    let world = hub.app.nu().present().world;
    let mut besluit = (**world.integratie.besluiten.values().next().unwrap()).clone();
    besluit.id = BesluitId(sleutel.into());
    for stap in &mut besluit.stappen {
        stap.id = StapId(format!("{}-{sleutel}", stap.id));
    }
    besluit
}

async fn vul_in(hub: &TestHub, stap: &str, inhoud: CelInhoud) {
    let (stap, gemeente) = (StapId(stap.into()), GemeenteId("gem-leudal".into()));
    let known = hub.app.nu().present().world.integratie.cellen.get(&(stap.clone(), gemeente.clone())).cloned();
    let verwachte_versie = known.map_or(0, |cel| cel.versie);
    hub.doe(VulBesluitcelIn { stap, gemeente, verwachte_versie, inhoud }).await;
}

async fn punt(hub: &TestHub) -> ZienswijzepuntId {
    hub.doe(VoegZienswijzepuntToe {
        besluit: BesluitId("besluit-wijziging-regeling".into()),
        gemeente: GemeenteId("gem-leudal".into()),
        thema: "Kosten".into(),
        punt: "De raad wil weten wat het per inwoner kost.".into(),
    })
    .await
}

async fn risico(hub: &TestHub) -> RisicoId {
    let inhoud = RisicoInhoud { naam: "Een raad zegt nee".into(), ..RisicoInhoud::default() };
    hub.doe(MeldRisico { traject: TrajectId("traject-midden-module-1".into()), inhoud, herkomst: None }).await
}

pub fn alle() -> Vec<Scenario> {
    vec![
        scenario::<LegVergaderingVast>("een nieuwe, verzet, en vervallen", |hub| {
            Box::pin(async move {
                let leg = |datum, vervallen, bestaand| LegVergaderingVast {
                    traject: TrajectId("traject-midden-module-1".into()),
                    gremium: RolId("rol-ab".into()),
                    datum,
                    aanleverdatum: Some(date(2027, 3, 1)),
                    vervallen,
                    bestaand,
                };
                let id = hub.doe(leg(date(2027, 3, 15), false, None)).await;
                hub.doe(leg(date(2027, 3, 22), false, Some((id, 1)))).await;
                hub.doe(leg(date(2027, 3, 22), true, Some((id, 2)))).await;
            })
        }),
        scenario::<PlanTerug>("een traject dat nog moet beginnen", |hub| {
            Box::pin(async move {
                let start = Start {
                    naam: "Terugplannen".into(),
                    omschrijving: String::new(),
                    module: ModuleId("module-1".into()),
                    streefdatum: date(2029, 1, 1),
                };
                let sjabloon = TrajectId("traject-midden-module-1".into());
                let traject = hub.doe(StartTraject { sjabloon, start }).await;
                let regels = hub.app.nu().present().world.integratie.terugplan(&traject, hub.clock.today()).unwrap();
                let voorstel = verschuivingen(&regels).into_iter().map(|een| (een.mijlpaal, een.naar)).collect();
                hub.doe(PlanTerug { traject, voorstel }).await;
            })
        }),
        scenario::<LegMijlpaalVast>("een nieuwe, die daarna op een andere wacht", |hub| {
            Box::pin(async move {
                let mut mijlpaal = mijlpaal(hub, "mijlpaal-proef");
                hub.doe(LegMijlpaalVast { mijlpaal: mijlpaal.clone() }).await;
                mijlpaal.na = vec![Afhankelijkheid { mijlpaal: MijlpaalId("mijlpaal-02".into()), wachttijd: 7 }];
                mijlpaal.gereed_op = Some(date(2025, 6, 30));
                hub.doe(LegMijlpaalVast { mijlpaal }).await;
            })
        }),
        scenario::<MaakMijlpaal>("een na de vierde", |hub| {
            Box::pin(async move {
                hub.doe(nieuwe_mijlpaal()).await;
            })
        }),
        scenario::<WijzigMijlpaal>("een andere naam, en wie haar haalt", |hub| {
            Box::pin(async move {
                let mijlpaal = hub.doe(nieuwe_mijlpaal()).await;
                let verwacht = nieuwe_mijlpaal().inhoud;
                let inhoud = MijlpaalInhoud {
                    naam: "Proef met de gemeenten".into(),
                    actoren: vec![RolId("rol-ab".into())],
                    voorwaardelijk: true,
                };
                hub.doe(WijzigMijlpaal { mijlpaal, verwacht, inhoud }).await;
            })
        }),
        scenario::<ZetFasen>("een erbij, een andere naam, en geen enkele meer", |hub| {
            Box::pin(async move {
                let nu = |hub: &TestHub| -> Vec<Fasewens> {
                    let world = hub.app.nu().present().world;
                    let fasen = &world.integratie.trajecten[&TrajectId("traject-midden-module-1".into())].fasen;
                    let wens = |fase: &Fase| {
                        let Fase { id, naam, poort } = fase.clone();
                        Fasewens { id: Some(id), naam, poort }
                    };
                    fasen.iter().map(wens).collect()
                };
                let zet = async |hub: &TestHub, fasen| {
                    let traject = TrajectId("traject-midden-module-1".into());
                    hub.doe(ZetFasen { traject, verwacht: nu(hub), fasen }).await;
                };
                let poort = hub.doe(nieuwe_mijlpaal()).await;
                let mut fasen = nu(hub);
                fasen.push(Fasewens { id: None, naam: "Nazorg".into(), poort: Some(poort) });
                zet(hub, fasen).await;
                let mut fasen = nu(hub);
                fasen.rotate_left(1);
                fasen[0].naam = "Anders".into();
                fasen[0].poort = None;
                zet(hub, fasen).await;
                zet(hub, Vec::new()).await;
            })
        }),
        scenario::<LaatMijlpaalVervallen>("een waar niets op wacht", |hub| {
            Box::pin(async move {
                let mijlpaal = hub.doe(nieuwe_mijlpaal()).await;
                hub.doe(LaatMijlpaalVervallen { mijlpaal }).await;
            })
        }),
        scenario::<HerstelMijlpaal>("zonder wat intussen ook verviel", |hub| {
            Box::pin(async move {
                let eerste = hub.doe(nieuwe_mijlpaal()).await;
                let na = vec![Afhankelijkheid { mijlpaal: eerste.clone(), wachttijd: 0 }];
                let mijlpaal = hub.doe(MaakMijlpaal { na, ..nieuwe_mijlpaal() }).await;
                hub.doe(LaatMijlpaalVervallen { mijlpaal: mijlpaal.clone() }).await;
                hub.doe(LaatMijlpaalVervallen { mijlpaal: eerste }).await;
                hub.doe(HerstelMijlpaal { mijlpaal }).await;
            })
        }),
        scenario::<VerplaatsMijlpaal>("een waar vijf op wachten", |hub| {
            Box::pin(async move {
                let world = hub.app.nu().present().world;
                let vierde = &world.integratie.mijlpalen[&MijlpaalId("mijlpaal-04".into())];
                let verwacht = Periode { van: vierde.van, tot: vierde.tot };
                let naar = Periode { van: vierde.van, tot: date(2025, 7, 14) };
                hub.doe(VerplaatsMijlpaal { mijlpaal: vierde.id.clone(), verwacht, naar }).await;
            })
        }),
        scenario::<MeldMijlpaalGereed>("gehaald, en toch niet", |hub| {
            Box::pin(async move {
                let mijlpaal = MijlpaalId("mijlpaal-06".into());
                hub.doe(MeldMijlpaalGereed { mijlpaal: mijlpaal.clone(), op: Some(date(2025, 8, 20)) }).await;
                hub.doe(MeldMijlpaalGereed { mijlpaal, op: None }).await;
            })
        }),
        scenario::<WijzigAfhankelijkheden>("op een andere, met een week ertussen", |hub| {
            Box::pin(async move {
                let mijlpaal = MijlpaalId("mijlpaal-06".into());
                let na = vec![Afhankelijkheid { mijlpaal: MijlpaalId("mijlpaal-05".into()), wachttijd: 7 }];
                hub.doe(WijzigAfhankelijkheden { mijlpaal: mijlpaal.clone(), na }).await;
                hub.doe(WijzigAfhankelijkheden { mijlpaal, na: Vec::new() }).await;
            })
        }),
        scenario::<MaakBesluitstap>("een tussen twee andere", |hub| {
            Box::pin(async move {
                hub.doe(nieuwe_stap("Begroting")).await;
            })
        }),
        scenario::<WijzigBesluitstap>("een andere naam, met een termijn", |hub| {
            Box::pin(async move {
                let stap = hub.doe(nieuwe_stap("Jaarrekening")).await;
                let verwacht = nieuwe_stap("Jaarrekening").inhoud;
                let inhoud = StapInhoud {
                    naam: "Zienswijze op de begroting".into(),
                    termijn: Some(Termijn {
                        duur: Duur::weken(12),
                        soort: TermijnSoort::Afgesproken,
                        grondslag: Some(Grondslag::WgrZienswijze),
                        begin: Begin::OntvangstRaad,
                        richting: Richting::Vooruit,
                    }),
                    mijlpaal: Some(MijlpaalId("mijlpaal-06".into())),
                    ..verwacht.clone()
                };
                hub.doe(WijzigBesluitstap { stap, verwacht, inhoud }).await;
            })
        }),
        scenario::<LaatBesluitstapVervallen>("een waar niets in staat", |hub| {
            Box::pin(async move {
                let stap = hub.doe(nieuwe_stap("Nota")).await;
                hub.doe(LaatBesluitstapVervallen { stap }).await;
            })
        }),
        scenario::<LegBesluitVast>("een tweede, dat daarna anders heet", |hub| {
            Box::pin(async move {
                let mut besluit = besluit(hub, "proef");
                hub.doe(LegBesluitVast { besluit: besluit.clone() }).await;
                besluit.naam = "Anders".into();
                hub.doe(LegBesluitVast { besluit }).await;
            })
        }),
        scenario::<VulBesluitcelIn>("een lege cel, en daarna alles erin anders", |hub| {
            Box::pin(async move {
                let datum = Some(date(2025, 10, 7));
                vul_in(hub, "stap-toestemming", CelInhoud { status: CelStatus::Gedaan, datum, ..Default::default() })
                    .await;
                let inhoud = CelInhoud {
                    status: CelStatus::Geweigerd,
                    datum: Some(date(2025, 10, 14)),
                    ontvangen_op: Some(date(2025, 9, 1)),
                    verlenging: Some(Duur::maanden(1)),
                    document: Some("https://raad.example/besluit.pdf".into()),
                    notitie: "Met een motie.".into(),
                    ..Default::default()
                };
                vul_in(hub, "stap-toestemming", inhoud).await;
                vul_in(hub, "stap-toestemming", CelInhoud::default()).await;
            })
        }),
        scenario::<VoegZienswijzepuntToe>("van een raad", |hub| {
            Box::pin(async move {
                punt(hub).await;
            })
        }),
        scenario::<WijzigZienswijzepunt>("anders gezegd, ingetrokken en teruggezet", |hub| {
            Box::pin(async move {
                let punt = punt(hub).await;
                let wijzig = |verwachte_versie, tekst: Option<&str>, ingetrokken| WijzigZienswijzepunt {
                    punt,
                    verwachte_versie,
                    thema: None,
                    tekst: tekst.map(str::to_owned),
                    ingetrokken,
                };
                hub.doe(wijzig(1, Some("Anders."), None)).await;
                hub.doe(wijzig(2, None, Some(true))).await;
                hub.doe(wijzig(3, None, Some(false))).await;
            })
        }),
        scenario::<BeantwoordZienswijzepunt>("verwerkt en teruggekoppeld", |hub| {
            Box::pin(async move {
                let punt = punt(hub).await;
                let beantwoording = Beantwoording {
                    antwoord: "Dat nemen wij over.".into(),
                    verwerking: Verwerking::Aangepast,
                    tekstwijziging: "Artikel 12 lid 2 vervalt.".into(),
                    teruggekoppeld_op: Some(date(2025, 9, 4)),
                };
                hub.doe(BeantwoordZienswijzepunt { punt, verwachte_versie: 1, beantwoording }).await;
            })
        }),
        scenario::<MeldRisico>("dat nog niet gewogen is", |hub| {
            Box::pin(async move {
                risico(hub).await;
            })
        }),
        scenario::<WijzigRisico>("gewogen, verbonden, en gesloten", |hub| {
            Box::pin(async move {
                let risico = risico(hub).await;
                let inhoud = RisicoInhoud {
                    naam: "Een raad zegt nee".into(),
                    kans: Some(2),
                    impact: Some(5),
                    maatregel: "Vooraf bellen.".into(),
                    eigenaar: Some(iemand(hub, "risico-eigenaar").await),
                    trend: Trend::Daalt,
                    mijlpalen: BTreeSet::from([MijlpaalId("mijlpaal-07".into())]),
                    ..RisicoInhoud::default()
                };
                hub.doe(WijzigRisico { risico, verwachte_versie: 1, inhoud: inhoud.clone() }).await;
                let inhoud = RisicoInhoud { gesloten: true, eigenaar: None, ..inhoud };
                hub.doe(WijzigRisico { risico, verwachte_versie: 2, inhoud }).await;
            })
        }),
        scenario::<WijzigBesluitregel>("meerderheid, gewogen en weer alle", |hub| {
            Box::pin(async move {
                let gewichten = BTreeMap::from([(GemeenteId("gem-venlo".into()), 3)]);
                for regel in
                    [Besluitregel::Meerderheid, Besluitregel::Gewogen { gewichten, drempel: 67 }, Besluitregel::Alle]
                {
                    hub.doe(WijzigBesluitregel { stap: StapId("stap-toestemming".into()), regel }).await;
                }
            })
        }),
    ]
}
