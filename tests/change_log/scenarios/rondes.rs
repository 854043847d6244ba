use std::collections::BTreeSet;

use jiff::{ToSpan, civil::Date};
use samenspel::{
    domain::{
        afspraken::{
            AfspraakId, AfwijkingInhoud, Behandeling, Fase, Oordeel, Partij, Plek, RondeFase, RondeId, SignaalId,
            VersieId, commands::*,
        },
        command::{Actor, Command, execute},
        organisatie::{GemeenteId, PersoonId},
    },
    platform::clock::dutch_date,
};

use super::{Scenario, iemand, scenario};
use crate::support::TestHub;

fn id() -> AfspraakId {
    AfspraakId("afspraak-verwerkersovereenkomst-midden".into())
}

fn weert() -> GemeenteId {
    GemeenteId("gem-weert".into())
}

fn plek() -> Plek {
    Plek { partij: Partij::Gemeenten, gemeente: Some(weert()) }
}

fn straks(hub: &TestHub) -> Date {
    dutch_date(hub.app.clock().now()).saturating_add(30.days())
}

/// The accounthouder of Weert.
fn accounthouder(hub: &TestHub) -> PersoonId {
    let world = hub.app.nu().present().world;
    let mut rollen = world.organisatie.aanstellingen.values();
    rollen.find(|een| een.gemeente == Some(weert())).unwrap().persoon
}

async fn als<C: Command>(hub: &TestHub, persoon: PersoonId, command: C) {
    let actor = Actor::Persoon { id: persoon, schrijven: true };
    execute(&hub.app, actor, None, command).await.unwrap();
}

async fn versie(hub: &TestHub, naam: &str) -> VersieId {
    hub.doe(LegVersieVast { afspraak: id(), naam: naam.into(), verwachte_hash: None }).await
}

/// A round in the phase in which one signs; one that runs already is closed first.
async fn ronde(hub: &TestHub) -> RondeId {
    let world = hub.app.nu().present().world;
    if let Some(loopt) = world.afspraken.ronde_van(&id()).filter(|ronde| ronde.fase() != RondeFase::Gesloten) {
        sluit(hub, loopt.id).await;
    }
    let versie = match world.afspraken.laatste_versie(&id()) {
        Some(versie) => versie.id,
        None => {
            hub.doe(BeginTekst { afspraak: id() }).await;
            versie(hub, "Eerste").await
        }
    };
    let command = StartRonde {
        afspraak: id(),
        versie,
        voorstel: "Teken deze overeenkomst.".into(),
        deadline: straks(hub),
        deel: 100,
        signalen: BTreeSet::new(),
    };
    let ronde = hub.doe(command).await;
    for naar in [RondeFase::Vragen, RondeFase::Reacties, RondeFase::Bezwaren] {
        zet(hub, ronde, naar, false).await;
    }
    ronde
}

async fn zet(hub: &TestHub, ronde: RondeId, naar: RondeFase, aangenomen: bool) {
    let (tot, toelichting) = (Some(straks(hub)), "Zie het verslag.".to_owned());
    hub.doe(ZetRondeFase { ronde, verwachte_versie: 99, naar, tot, aangenomen, toelichting }).await;
}

async fn sluit(hub: &TestHub, ronde: RondeId) {
    let fase = hub.app.nu().present().world.afspraken.rondes[&ronde].fase();
    for naar in [RondeFase::Tekst, RondeFase::Besluit, RondeFase::Gesloten].into_iter().filter(|naar| *naar > fase) {
        zet(hub, ronde, naar, false).await;
    }
}

async fn teken(hub: &TestHub, ronde: RondeId) {
    let versie = hub.app.nu().present().world.afspraken.rondes[&ronde].versie;
    let command = Onderteken {
        ronde,
        plek: plek(),
        versie,
        oordeel: Oordeel::Bezwaar,
        reden: "De bewaartermijn ontbreekt.".into(),
        artikelen: BTreeSet::new(),
        hoedanigheid: "Accounthouder".into(),
        namens: None,
    };
    als(hub, accounthouder(hub), command).await;
}

async fn signaal(hub: &TestHub) -> SignaalId {
    let (van, gemeente) = (Partij::Toegang, Some(weert()));
    hub.doe(MeldSignaal { afspraak: id(), van, gemeente, tekst: "Het formulier is kwijt.".into() }).await
}

fn afwijking(hub: &TestHub, eigenaar: PersoonId) -> AfwijkingInhoud {
    AfwijkingInhoud {
        reden: "Een eigen jurist kijkt mee.".into(),
        hier: "Tekenen binnen drie maanden.".into(),
        tot: straks(hub),
        eigenaar,
        beeindigd_op: None,
    }
}

pub fn alle() -> Vec<Scenario> {
    vec![
        scenario::<StartRonde>("op de eerste versie", |hub| {
            Box::pin(async move {
                assert_eq!(hub.app.nu().present().world.afspraken.afspraken[&id()].fase, Fase::InAfstemming);
                ronde(hub).await;
            })
        }),
        scenario::<ZetRondeFase>("tot zij zonder akkoord sluit", |hub| {
            Box::pin(async move {
                let ronde = ronde(hub).await;
                sluit(hub, ronde).await;
            })
        }),
        scenario::<NeemVersieOp>("een latere versie", |hub| {
            Box::pin(async move {
                let ronde = ronde(hub).await;
                let versie = versie(hub, "Later").await;
                hub.doe(NeemVersieOp { ronde, verwachte_versie: 99, versie }).await;
            })
        }),
        scenario::<Onderteken>("een bezwaar", |hub| {
            Box::pin(async move {
                let ronde = ronde(hub).await;
                teken(hub, ronde).await;
            })
        }),
        scenario::<TrekHandtekeningIn>("een bezwaar dat vervalt", |hub| {
            Box::pin(async move {
                let ronde = ronde(hub).await;
                teken(hub, ronde).await;
                als(hub, accounthouder(hub), TrekHandtekeningIn { ronde, plek: plek() }).await;
            })
        }),
        scenario::<BrengIn>("een reactie", |hub| {
            Box::pin(async move {
                let ronde = ronde(hub).await;
                hub.doe(BrengIn { ronde, tekst: "Duidelijk.".into() }).await;
            })
        }),
        scenario::<BeantwoordInbreng>("een reactie met antwoord", |hub| {
            Box::pin(async move {
                let ronde = ronde(hub).await;
                hub.doe(BrengIn { ronde, tekst: "Mag dit later?".into() }).await;
                let world = hub.app.nu().present().world;
                let inbreng = world.afspraken.inbreng.values().find(|een| een.ronde == ronde).unwrap().id;
                hub.doe(BeantwoordInbreng { inbreng, antwoord: "Ja.".into() }).await;
            })
        }),
        scenario::<LegAfwijkingVast>("van de afspraak als geheel", |hub| {
            Box::pin(async move {
                let inhoud = afwijking(hub, iemand(hub, "afwijkend").await);
                hub.doe(LegAfwijkingVast { afspraak: id(), gemeente: weert(), artikel: None, inhoud }).await;
            })
        }),
        scenario::<WijzigAfwijking>("en dan eindigt zij", |hub| {
            Box::pin(async move {
                let inhoud = afwijking(hub, iemand(hub, "nietmeer").await);
                let command =
                    LegAfwijkingVast { afspraak: id(), gemeente: weert(), artikel: None, inhoud: inhoud.clone() };
                let afwijking = hub.doe(command).await;
                let inhoud = AfwijkingInhoud { beeindigd_op: Some(inhoud.tot), ..inhoud };
                hub.doe(WijzigAfwijking { afwijking, verwachte_versie: 1, inhoud }).await;
            })
        }),
        scenario::<MeldSignaal>("van de toegang", |hub| {
            Box::pin(async move {
                signaal(hub).await;
            })
        }),
        scenario::<BehandelSignaal>("tot en met de terugkoppeling", |hub| {
            Box::pin(async move {
                let signaal = signaal(hub).await;
                let behandeling = Behandeling {
                    eigenaar: Some(iemand(hub, "uitzoeker").await),
                    antwoord: "Het staat nu op de gedeelde map.".into(),
                    teruggekoppeld_op: Some(straks(hub)),
                };
                hub.doe(BehandelSignaal { signaal, verwachte_versie: 1, behandeling }).await;
            })
        }),
    ]
}
