use std::collections::BTreeSet;

use jiff::civil::date;
use samenspel::domain::{
    integratie::{
        Aanleiding, Aard, BesluitId, BudgetInhoud, BudgettabelId, EffectSoort, FunctieId, Gereedheidsstand, MijlpaalId,
        Onderdeel, Onderwerp, OverdrachtInhoud, Personeelsstap, TrajectId, commands::*,
    },
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

async fn vul_budget_in(hub: &TestHub, verwachte_versie: i32, inhoud: BudgetInhoud) {
    hub.doe(VulBudgetregelIn {
        traject: TrajectId(TRAJECT.into()),
        functie: FunctieId("functie-projectmanagement".into()),
        gemeente: GemeenteId("gem-weert".into()),
        jaar: 2027,
        verwachte_versie,
        inhoud,
    })
    .await;
}

async fn voeg_effect_toe(hub: &TestHub, bedrag: i64) {
    hub.doe(VoegBudgeteffectToe {
        traject: TrajectId(TRAJECT.into()),
        functie: FunctieId("functie-projectmanagement".into()),
        gemeente: GemeenteId("gem-weert".into()),
        jaar: 2027,
        aanleiding: Aanleiding::Besluit(BesluitId("besluit-wijziging-regeling".into())),
        bedrag,
        soort: EffectSoort::Structureel,
        toelichting: "Nieuw systeem.".into(),
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
        scenario::<BepaalAard>("een mijlpaal met een besluit, en een besluit", |hub| {
            Box::pin(async move {
                for (onderwerp, besluit) in [
                    (
                        Onderwerp::Mijlpaal(MijlpaalId("mijlpaal-10".into())),
                        Some(BesluitId("besluit-wijziging-regeling".into())),
                    ),
                    (Onderwerp::Besluit(BesluitId("besluit-wijziging-regeling".into())), None),
                ] {
                    let traject = TrajectId(TRAJECT.into());
                    let bekend = hub
                        .app
                        .nu()
                        .present()
                        .world
                        .integratie
                        .autonomie
                        .get(&(traject.clone(), onderwerp.clone()))
                        .cloned();
                    let verwachte_versie = bekend.map_or(0, |een| een.versie);
                    let aard = if besluit.is_some() { Some(Aard::Beleid) } else { None };
                    hub.doe(BepaalAard { traject, onderwerp, verwachte_versie, aard, besluit }).await;
                }
            })
        }),
        scenario::<BesluitRegionaal>("over bedrijfsvoering, en toch niet", |hub| {
            Box::pin(async move {
                let (traject, onderwerp) =
                    (TrajectId(TRAJECT.into()), Onderwerp::Mijlpaal(MijlpaalId("mijlpaal-09".into())));
                let aard = Some(Aard::Bedrijfsvoering);
                hub.doe(BepaalAard {
                    traject: traject.clone(),
                    onderwerp: onderwerp.clone(),
                    verwachte_versie: 0,
                    aard,
                    besluit: None,
                })
                .await;
                for (verwachte_versie, op) in [(1, Some(date(2025, 12, 1))), (2, None)] {
                    let (traject, onderwerp) = (traject.clone(), onderwerp.clone());
                    hub.doe(BesluitRegionaal { traject, onderwerp, verwachte_versie, op }).await;
                }
            })
        }),
        scenario::<VulBudgetregelIn>("alles, en daarna weer onbekend", |hub| {
            Box::pin(async move {
                let inhoud = BudgetInhoud {
                    kader: Some(100_000),
                    begroting: Some(90_000),
                    realisatie: Some(30_000),
                    realisatie_tot: Some(date(2027, 4, 30)),
                    prognose: Some(110_000),
                    bron: Some("Begroting 2027".into()),
                    zeker: true,
                };
                vul_budget_in(hub, 0, inhoud).await;
                vul_budget_in(hub, 1, BudgetInhoud::default()).await;
            })
        }),
        scenario::<VoegBudgeteffectToe>("van een besluit", |hub| {
            Box::pin(async move {
                voeg_effect_toe(hub, 15_000).await;
            })
        }),
        scenario::<TrekBudgeteffectIn>("weg en terug", |hub| {
            Box::pin(async move {
                voeg_effect_toe(hub, -2_000).await;
                let world = hub.app.nu().present().world;
                let (effect, _) = world
                    .integratie
                    .budgeteffecten
                    .iter()
                    .find(|(_, een)| een.bedrag == -2_000 && een.jaar == 2027)
                    .unwrap();
                for ingetrokken in [true, false] {
                    hub.doe(TrekBudgeteffectIn { effect: *effect, ingetrokken }).await;
                }
            })
        }),
        scenario::<LegBudgettabelVast>("een die er al was, met een andere naam", |hub| {
            Box::pin(async move {
                let world = hub.app.nu().present().world;
                let mut tabel = (*world.integratie.budgettabellen[&BudgettabelId("fin-overzicht-m1".into())]).clone();
                tabel.id = BudgettabelId("tabel-proef".into());
                hub.doe(LegBudgettabelVast { tabel: tabel.clone() }).await;
                tabel.naam = "Anders".into();
                hub.doe(LegBudgettabelVast { tabel }).await;
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
