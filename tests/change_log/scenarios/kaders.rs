use std::collections::BTreeSet;

use jiff::civil::date;
use samenspel::domain::{
    integratie::{FunctieId, Gereedheidsstand, Onderdeel, OverdrachtInhoud, Personeelsstap, TrajectId, commands::*},
    organisatie::{GemeenteId, RegioId},
};

use super::{Scenario, iemand, scenario};
use crate::support::TestHub;

const TRAJECT: &str = "traject-midden-module-1";

async fn vul_in(hub: &TestHub, functie: &str, inhoud: OverdrachtInhoud) {
    let (traject, functie, regio) = (TrajectId(TRAJECT.into()), FunctieId(functie.into()), RegioId("regio-mlo".into()));
    let sleutel = (traject.clone(), functie.clone(), regio.clone());
    let bekend = hub.app.nu().present().world.integratie.overdracht.get(&sleutel).cloned();
    let verwachte_versie = bekend.map_or(0, |cel| cel.versie);
    hub.doe(VulOverdrachtIn { traject, functie, regio, verwachte_versie, inhoud }).await;
}

async fn vraag_op(hub: &TestHub, functie: &str) {
    hub.doe(VraagOverdrachtOp {
        traject: TrajectId(TRAJECT.into()),
        functie: FunctieId(functie.into()),
        regio: RegioId("regio-mlo".into()),
        onderdelen: BTreeSet::from([Onderdeel::Fte, Onderdeel::Middel]),
        eigenaar: iemand(hub, &format!("zoekt-{functie}")).await,
        antwoord_voor: date(2100, 1, 4),
    })
    .await;
}

pub fn alle() -> Vec<Scenario> {
    vec![
        scenario::<VulOverdrachtIn>("alles, daarna weer onbekend, en het antwoord op een vraag", |hub| {
            Box::pin(async move {
                let inhoud = OverdrachtInhoud {
                    uitvoerder: Some("Team inkoop van Roermond".into()),
                    fte: Some(250),
                    middel: Some("Eigen systeem".into()),
                    wens: Some("Bij de MGR".into()),
                    wens_fte: Some(300),
                    medewerkers: Some(3),
                    stap: Personeelsstap::InBeeld,
                    bron: Some("Formatieplan".into()),
                    peildatum: Some(date(2026, 11, 1)),
                    zeker: true,
                };
                vul_in(hub, "functie-toezicht", inhoud.clone()).await;
                vul_in(hub, "functie-toezicht", OverdrachtInhoud::default()).await;
                vraag_op(hub, "functie-toezicht").await;
                vul_in(hub, "functie-toezicht", inhoud).await;
            })
        }),
        scenario::<VraagOverdrachtOp>("aan iemand, met een taak op het bord", |hub| {
            Box::pin(async move {
                vraag_op(hub, "functie-projectmanagement").await;
            })
        }),
        scenario::<MeldGereedheid>("bezig en gereed", |hub| {
            Box::pin(async move {
                for (verwachte_versie, stand) in [(0, Gereedheidsstand::Bezig), (1, Gereedheidsstand::Gereed)] {
                    hub.doe(MeldGereedheid {
                        traject: TrajectId(TRAJECT.into()),
                        functie: FunctieId("functie-facturatie".into()),
                        gemeente: GemeenteId("gem-weert".into()),
                        verwachte_versie,
                        stand,
                    })
                    .await;
                }
            })
        }),
    ]
}
