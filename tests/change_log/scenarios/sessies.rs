use samenspel::domain::{
    integratie::{BordId, KolomId},
    opbrengsten::LegOpbrengstVast,
    organisatie::{DomeinId, GemeenteId, Hubrol, PersoonId},
    sessies::{commands::*, stemmen::Stempunt, *},
};
use uuid::Uuid;

use super::{Scenario, scenario};
use crate::support::TestHub;

const SLEUTEL: &str = "een geheim van dit toestel alleen";

fn bord(hub: &TestHub, sessie: SessieId) -> Sessiebord {
    (*hub.app.nu().present().world.sessies.borden[&sessie]).clone()
}

fn fase(hub: &TestHub, sessie: SessieId, soort: Fasesoort) -> Fase {
    let bord = bord(hub, sessie);
    bord.sessie.fasen.iter().find(|fase| fase.soort == soort).unwrap().clone()
}

/// A session with its door open, in the phase of this kind.
async fn open(hub: &TestHub, sjabloon: &str, soort: Fasesoort) -> (SessieId, FaseId) {
    let (naam, doel, sjabloon) = ("Proef".into(), String::new(), sjabloon.into());
    let sessie = hub.doe(MaakSessie { naam, doel, sjabloon, anoniem: false, modereren: false }).await;
    hub.doe(OpenSessie { sessie }).await;
    let fase = fase(hub, sessie, soort).id;
    hub.doe(GaNaarFase { sessie, fase: Some(fase) }).await;
    (sessie, fase)
}

async fn gast(hub: &TestHub, sessie: SessieId) -> GastId {
    let code = bord(hub, sessie).sessie.code.clone().unwrap();
    let digest = Uuid::new_v4().to_string();
    hub.doe(NeemDeel { code, schuilnaam: "Sam".into(), achterban: Achterban::Mgr, digest }).await.id
}

/// Someone with this role.
fn houder(hub: &TestHub, hubrol: Hubrol) -> PersoonId {
    let world = hub.app.nu().present().world;
    world.organisatie.aanstellingen.values().find(|rol| rol.hubrol == hubrol).unwrap().persoon
}

const REFLECTIE: &str = "behouden-loslaten-toevoegen";

async fn notitie(hub: &TestHub) -> (SessieId, FaseId, NotitieId) {
    let (sessie, id) = open(hub, REFLECTIE, Fasesoort::Verzamelen).await;
    let gast = Some(gast(hub, sessie).await);
    let kolom = fase(hub, sessie, Fasesoort::Verzamelen).kolommen[0].id;
    let (tekst, sleutel) = ("Korte lijnen".to_owned(), SLEUTEL.to_owned());
    let notitie = hub.doe(SchrijfNotitie { sessie, fase: id, kolom, tekst, sleutel, gast }).await;
    (sessie, id, notitie)
}

async fn getoond(hub: &TestHub) -> (SessieId, NotitieId) {
    let (sessie, fase, notitie) = notitie(hub).await;
    hub.doe(ToonNotities { sessie, fase }).await;
    (sessie, notitie)
}

async fn groep(hub: &TestHub) -> (SessieId, NotitieId, NotitiegroepId) {
    let (sessie, notitie) = getoond(hub).await;
    let groep = hub.doe(MaakGroep { sessie, naam: "Lijnen".into(), notities: [notitie].into() }).await;
    (sessie, notitie, groep)
}

async fn stem(hub: &TestHub) -> (SessieId, FaseId) {
    let (sessie, id) = open(hub, "twee-posities", Fasesoort::Stemmen).await;
    let gast = gast(hub, sessie).await;
    let keuze = fase(hub, sessie, Fasesoort::Stemmen).keuzes[0].id;
    hub.doe(BrengStemUit { gast, fase: id, keuzes: vec![Stempunt { keuze, punten: 1 }] }).await;
    (sessie, id)
}

pub fn alle() -> Vec<Scenario> {
    vec![
        scenario::<BewaarSjabloon>("een nieuw, en daarna anders", |hub| {
            Box::pin(async {
                let huis = hub.app.nu().present().world.sessies.sjablonen[REFLECTIE].clone();
                let eigen = Sjabloon { id: "proef".into(), eigen: true, ..(*huis).clone() };
                hub.doe(BewaarSjabloon { sjabloon: eigen.clone() }).await;
                hub.doe(BewaarSjabloon { sjabloon: Sjabloon { naam: "Anders".into(), ..eigen } }).await;
            })
        }),
        scenario::<MaakSessie>("naar een sjabloon", |hub| {
            Box::pin(async {
                open(hub, REFLECTIE, Fasesoort::Verzamelen).await;
            })
        }),
        scenario::<LegSessieVast>("met notities", |hub| {
            Box::pin(async {
                let (sessie, _) = getoond(hub).await;
                let bord = bord(hub, sessie);
                let mut kopie = (*bord.sessie).clone();
                kopie.id = SessieId(Uuid::new_v4());
                let mut notitie = (**bord.notities.values().next().unwrap()).clone();
                (notitie.id, notitie.sessie) = (NotitieId(Uuid::new_v4()), kopie.id);
                let (groepen, opbrengsten) = Default::default();
                let bord = NieuwBord { sessie: kopie, notities: vec![notitie], groepen, opbrengsten };
                hub.doe(LegSessieVast { bord }).await;
            })
        }),
        scenario::<OpenSessie>("met een code", |hub| {
            Box::pin(async {
                let (sessie, _) = open(hub, REFLECTIE, Fasesoort::Verzamelen).await;
                hub.doe(OpenSessie { sessie }).await;
            })
        }),
        scenario::<ZetDeur>("op goedkeuring", |hub| {
            Box::pin(async {
                let (sessie, _) = open(hub, REFLECTIE, Fasesoort::Verzamelen).await;
                hub.doe(ZetDeur { sessie, deur: Deurstand::OpGoedkeuring }).await;
            })
        }),
        scenario::<NeemDeel>("met de code", |hub| {
            Box::pin(async {
                let (sessie, _) = open(hub, REFLECTIE, Fasesoort::Verzamelen).await;
                gast(hub, sessie).await;
            })
        }),
        scenario::<LaatToe>("iemand die wachtte", |hub| {
            Box::pin(async {
                let (sessie, _) = open(hub, REFLECTIE, Fasesoort::Verzamelen).await;
                hub.doe(ZetDeur { sessie, deur: Deurstand::OpGoedkeuring }).await;
                let gast = gast(hub, sessie).await;
                hub.doe(LaatToe { gast }).await;
            })
        }),
        scenario::<VerwijderGast>("iemand die meedeed", |hub| {
            Box::pin(async {
                let (sessie, _) = open(hub, REFLECTIE, Fasesoort::Verzamelen).await;
                let gast = gast(hub, sessie).await;
                hub.doe(VerwijderGast { gast }).await;
            })
        }),
        scenario::<MeldKlaar>("en toch niet", |hub| {
            Box::pin(async {
                let (sessie, fase) = open(hub, REFLECTIE, Fasesoort::Verzamelen).await;
                let gast = gast(hub, sessie).await;
                hub.doe(MeldKlaar { gast, fase: Some(fase) }).await;
                hub.doe(MeldKlaar { gast, fase: None }).await;
            })
        }),
        scenario::<GaNaarFase>("naar een stemming en terug naar de ontvangst", |hub| {
            Box::pin(async {
                let (sessie, _) = open(hub, "twee-posities", Fasesoort::Stemmen).await;
                hub.doe(GaNaarFase { sessie, fase: None }).await;
            })
        }),
        scenario::<ZetTijd>("twee minuten, en dan geen", |hub| {
            Box::pin(async {
                let (sessie, fase) = open(hub, REFLECTIE, Fasesoort::Verzamelen).await;
                hub.doe(ZetTijd { sessie, fase, seconden: Some(120) }).await;
                hub.doe(ZetTijd { sessie, fase, seconden: None }).await;
            })
        }),
        scenario::<SchrijfNotitie>("op naam", |hub| {
            Box::pin(async {
                notitie(hub).await;
            })
        }),
        scenario::<WijzigNotitie>("een eigen", |hub| {
            Box::pin(async {
                let (_, _, notitie) = notitie(hub).await;
                hub.doe(WijzigNotitie { notitie, sleutel: SLEUTEL.into(), tekst: "Kortere lijnen".into() }).await;
            })
        }),
        scenario::<TrekNotitieIn>("een eigen", |hub| {
            Box::pin(async {
                let (_, _, notitie) = notitie(hub).await;
                hub.doe(TrekNotitieIn { notitie, sleutel: SLEUTEL.into() }).await;
            })
        }),
        scenario::<ToonNotities>("van een fase", |hub| {
            Box::pin(async {
                getoond(hub).await;
            })
        }),
        scenario::<BeoordeelNotitie>("laat haar weg", |hub| {
            Box::pin(async {
                let (_, notitie) = getoond(hub).await;
                hub.doe(BeoordeelNotitie { notitie, tonen: Oordeel::Weglaten }).await;
            })
        }),
        scenario::<MaakGroep>("van een notitie", |hub| {
            Box::pin(async {
                groep(hub).await;
            })
        }),
        scenario::<HernoemGroep>("anders", |hub| {
            Box::pin(async {
                let (_, _, groep) = groep(hub).await;
                hub.doe(HernoemGroep { groep, naam: "Korte lijnen".into() }).await;
            })
        }),
        scenario::<VerplaatsNotitie>("uit de groep, die dan leeg is", |hub| {
            Box::pin(async {
                let (_, notitie, _) = groep(hub).await;
                hub.doe(VerplaatsNotitie { notitie, groep: None }).await;
            })
        }),
        scenario::<HefGroepOp>("met een notitie erin", |hub| {
            Box::pin(async {
                let (_, _, groep) = groep(hub).await;
                hub.doe(HefGroepOp { groep }).await;
            })
        }),
        scenario::<WisFase>("notities, en een stemming", |hub| {
            Box::pin(async {
                let (sessie, fase, _) = notitie(hub).await;
                hub.doe(WisFase { sessie, fase }).await;
                let (sessie, fase) = stem(hub).await;
                hub.doe(WisFase { sessie, fase }).await;
            })
        }),
        scenario::<HerstelFase>("wat gewist was", |hub| {
            Box::pin(async {
                let (sessie, fase, _) = notitie(hub).await;
                hub.doe(WisFase { sessie, fase }).await;
                hub.doe(HerstelFase { sessie, fase }).await;
            })
        }),
        scenario::<BrengStemUit>("in een peiling", |hub| {
            Box::pin(async {
                stem(hub).await;
            })
        }),
        scenario::<SluitStemming>("met een uitslag", |hub| {
            Box::pin(async {
                let (sessie, fase) = stem(hub).await;
                hub.doe(SluitStemming { sessie, fase }).await;
            })
        }),
        scenario::<DraagOver>("aan een ander", |hub| {
            Box::pin(async {
                let (sessie, _) = open(hub, REFLECTIE, Fasesoort::Verzamelen).await;
                hub.doe(DraagOver { sessie, aan: houder(hub, Hubrol::Procesregisseur) }).await;
            })
        }),
        scenario::<LegOpbrengstVast>("een taak op het bord", |hub| {
            Box::pin(async {
                let (sessie, _, groep) = groep(hub).await;
                let world = hub.app.nu().present().world;
                let bord = world.integratie.trajecten.values().next().unwrap().borden[0].clone();
                let plek: Option<(BordId, KolomId)> = Some((bord.id.clone(), bord.kolommen[0].id.clone()));
                let (soort, titel) = (Opbrengstsoort::Taak, "Lijnen kort houden".to_owned());
                let (notitie, groep, eigenaar, datum) = (None, Some(groep), None, None);
                hub.doe(LegOpbrengstVast { sessie, soort, titel, notitie, groep, eigenaar, datum, plek }).await;
            })
        }),
        scenario::<ClaimDeelname>("wat een gast schreef", |hub| {
            Box::pin(async {
                let (sessie, _) = open(hub, REFLECTIE, Fasesoort::Verzamelen).await;
                let code = bord(hub, sessie).sessie.code.clone().unwrap();
                let digest = Uuid::new_v4().to_string();
                let (schuilnaam, achterban) = ("Sam".into(), Achterban::Mgr);
                hub.doe(NeemDeel { code, schuilnaam, achterban, digest: digest.clone() }).await;
                hub.doe(ClaimDeelname { persoon: houder(hub, Hubrol::Kwartiermaker), digest }).await;
            })
        }),
        scenario::<StuurVerslag>("aan één persoon", |hub| {
            Box::pin(async {
                let (sessie, _) = open(hub, REFLECTIE, Fasesoort::Verzamelen).await;
                hub.doe(RondSessieAf { sessie }).await;
                hub.doe(StuurVerslag { sessie, aan: [houder(hub, Hubrol::Kwartiermaker)].into() }).await;
            })
        }),
        scenario::<LegStandpuntVast>("van een gemeente en de MGR, en een weer weg", |hub| {
            Box::pin(async {
                let (sessie, _) = open(hub, REFLECTIE, Fasesoort::Verzamelen).await;
                let leg = |van: Achterban, positie| LegStandpuntVast {
                    sessie,
                    van,
                    domein: DomeinId("dom-jeugd".into()),
                    positie,
                    toelichting: "Zo is het afgesproken".into(),
                };
                let venlo = || Achterban::Gemeente(GemeenteId("gem-venlo".into()));
                hub.doe(leg(venlo(), Some(Kostenpositie::Waarnemen))).await;
                hub.doe(leg(Achterban::Mgr, Some(Kostenpositie::Beheersen))).await;
                hub.doe(leg(venlo(), Some(Kostenpositie::Beheersen))).await;
                hub.doe(leg(Achterban::Mgr, None)).await;
            })
        }),
        scenario::<RondSessieAf>("het verslag is er", |hub| {
            Box::pin(async {
                let (sessie, _) = open(hub, REFLECTIE, Fasesoort::Verzamelen).await;
                hub.doe(RondSessieAf { sessie }).await;
            })
        }),
    ]
}
