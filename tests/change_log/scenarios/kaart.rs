use jiff::civil::date;
use samenspel::domain::{
    organisatie::{
        Communicatietrede, GemeenteId, GroepId, Hubrol, Invloedsring, Lijnstand, ModuleId, Partij, RolId,
        StakeholderId, commands::*,
    },
    stakeholderacties::LegStakeholderactieVast,
};

use super::{Scenario, iemand, scenario};
use crate::support::TestHub;

fn zorgkantoren() -> StakeholderId {
    StakeholderId("sh-zorgkantoren".into())
}

fn naar(ring: Invloedsring) -> VerplaatsStakeholder {
    let groep = GroepId("groep-aanbieders".into());
    VerplaatsStakeholder { stakeholder: zorgkantoren(), verwachte_versie: 0, groep, ring, zeker: None }
}

fn wijzig(stakeholder: StakeholderId) -> WijzigStakeholder {
    WijzigStakeholder {
        stakeholder,
        verwachte_versie: 0,
        naam: None,
        beschrijving: None,
        invloed_naar_mgr: " Koopt zelf in. ".into(),
        invloed_van_mgr: String::new(),
        contact: None,
    }
}

async fn trede(hub: &TestHub) {
    let (nu, gewenst) = (Some(Some(Communicatietrede::Weten)), Some(Some(Communicatietrede::Steunen)));
    hub.doe(ZetCommunicatietrede { stakeholder: zorgkantoren(), verwachte_versie: 0, nu, gewenst }).await;
}

fn rmo() -> BezetRol {
    BezetRol {
        rol: RolId("rol-rmo".into()),
        gemeente: Some(GemeenteId("gem-roerdalen".into())),
        persoon: None,
        functie: " Hoofd sociaal domein ".into(),
        van: Some(date(2026, 1, 1)),
        tot: None,
        vervanger: None,
    }
}

fn lijn(soort: &str) -> WensLijn {
    WensLijn {
        van: Partij::Rol(RolId("rol-coordinator-toegang".into())),
        naar: Partij::Stakeholder(StakeholderId("sh-toegangen".into())),
        soort: soort.into(),
        omschrijving: "Ook in module 1.".into(),
        module: Some(ModuleId("module-1".into())),
    }
}

pub fn alle() -> Vec<Scenario> {
    vec![
        scenario::<WensLijn>("voor een module", |hub| {
            Box::pin(async move {
                hub.doe(lijn("verbindt")).await;
            })
        }),
        scenario::<ZetLijn>("zij is er, en vervalt", |hub| {
            Box::pin(async move {
                let lijn = hub.doe(lijn("spreekt")).await;
                let (verwachte_stand, stand) = (Lijnstand::Gewenst, Lijnstand::Bestaand);
                hub.doe(ZetLijn { lijn: lijn.clone(), verwachte_stand, stand }).await;
                let (verwachte_stand, stand) = (Lijnstand::Bestaand, Lijnstand::Vervallen);
                hub.doe(ZetLijn { lijn, verwachte_stand, stand }).await;
            })
        }),
        scenario::<BezetRol>("een functie, en iemand uit de hub", |hub| {
            Box::pin(async move {
                hub.doe(rmo()).await;
                let (persoon, vervanger) = (Some(iemand(hub, "lid").await), Some(iemand(hub, "reserve").await));
                hub.doe(BezetRol { persoon, vervanger, functie: String::new(), van: None, ..rmo() }).await;
            })
        }),
        scenario::<WijzigBezetting>("het houdt op", |hub| {
            Box::pin(async move {
                let bezetting = hub.doe(BezetRol { functie: "Directeur".into(), ..rmo() }).await;
                let (functie, van, tot) = ("Directeur".into(), date(2026, 1, 1), Some(date(2026, 6, 30)));
                let vervanger = None;
                hub.doe(WijzigBezetting { bezetting, verwachte_versie: 1, functie, van, tot, vervanger }).await;
            })
        }),
        scenario::<GeefAanstelling>("als vervanger", |hub| {
            Box::pin(async move {
                let gemeente = Some(GemeenteId("gem-weert".into()));
                let houder = {
                    let world = hub.app.nu().present().world;
                    let mut alle = world.organisatie.aanstellingen.values();
                    alle.find(|een| een.gemeente == gemeente).unwrap().persoon
                };
                let (persoon, vervangt) = (iemand(hub, "waarnemer").await, Some(houder));
                let (hubrol, van, tot) = (Hubrol::Accounthouder, None, None);
                hub.doe(GeefAanstelling { persoon, hubrol, gemeente, van, tot, vervangt }).await;
            })
        }),
        scenario::<VerplaatsStakeholder>("twee keer, en nog eens naar dezelfde plek", |hub| {
            Box::pin(async move {
                hub.doe(naar(Invloedsring::Indirect)).await;
                hub.doe(naar(Invloedsring::Direct)).await;
                hub.doe(naar(Invloedsring::Direct)).await;
            })
        }),
        scenario::<VoegStakeholderToe>("en daarna een andere naam", |hub| {
            Box::pin(async move {
                let (naam, beschrijving) = ("Dorpsondersteuners".to_owned(), "Kennen het dorp.".to_owned());
                let groep = GroepId("groep-gemeenten".into());
                let ring = Invloedsring::Beperkt;
                let id = hub.doe(VoegStakeholderToe { naam, beschrijving, groep, ring }).await;
                hub.doe(WijzigStakeholder { naam: Some("Dorpsondersteuning".into()), ..wijzig(id) }).await;
            })
        }),
        scenario::<WijzigStakeholder>("invloed en contact", |hub| {
            Box::pin(async move {
                let contact = Some(iemand(hub, "contact").await);
                hub.doe(WijzigStakeholder { contact, ..wijzig(zorgkantoren()) }).await;
            })
        }),
        scenario::<ZetCommunicatietrede>("van onbekend naar bekend", |hub| Box::pin(trede(hub))),
        scenario::<ZetOpKaart>("eraf en er weer op", |hub| {
            Box::pin(async move {
                let stakeholder = zorgkantoren();
                let eraf = ZetOpKaart { stakeholder, verwachte_versie: 0, op_kaart: false, reden: "Dubbel.".into() };
                hub.doe(eraf).await;
                let (stakeholder, reden) = (zorgkantoren(), String::new());
                hub.doe(ZetOpKaart { stakeholder, verwachte_versie: 0, op_kaart: true, reden }).await;
            })
        }),
        scenario::<LegStakeholderactieVast>("een taak op het bord", |hub| {
            Box::pin(async move {
                trede(hub).await;
                let world = hub.app.nu().present().world;
                let bord = world.integratie.trajecten.values().next().unwrap().borden[0].clone();
                let actie = LegStakeholderactieVast {
                    stakeholder: zorgkantoren(),
                    verwachte_versie: 0,
                    titel: "Kennismaken".into(),
                    eigenaar: iemand(hub, "actie").await,
                    datum: date(2027, 1, 4),
                    bord: bord.id.clone(),
                    kolom: bord.kolommen[0].id.clone(),
                };
                hub.doe(actie).await;
            })
        }),
    ]
}
