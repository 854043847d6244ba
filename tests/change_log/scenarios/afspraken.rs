use samenspel::{
    domain::{
        afspraken::{
            AfspraakId, Bronstand, Fase, Inhoud, Partij, Uitkomst, UitkomstId, UitvoeringInhoud, UitvoeringStatus,
            Wens,
            commands::*,
            tekst::{Artikel, Tekst},
        },
        organisatie::{Bron, GemeenteId, Herkomst},
    },
    platform::documents::tree::{Element, Part},
};

use super::{Scenario, iemand, scenario};
use crate::support::TestHub;

fn herkomst() -> Herkomst {
    let bron = Bron { document: "Uitvoeringsplan 2026-2028".into(), paragraaf: Some("5.3".into()) };
    Herkomst { bron, bronnen_extra: Vec::new(), onzeker: false, notitie: None }
}

fn inhoud(naam: &str) -> Inhoud {
    Inhoud {
        naam: naam.into(),
        omschrijving: "De toegang belt binnen een week terug.".into(),
        partijen: [Partij::Toegang, Partij::Beleid].into(),
        gemeenten: [GemeenteId("gem-leudal".into()), GemeenteId("gem-venlo".into())].into(),
        ..Inhoud::default()
    }
}

async fn afspraak(hub: &TestHub) -> AfspraakId {
    hub.doe(MaakAfspraak { inhoud: inhoud("Terugbellen") }).await
}

async fn wijzig(hub: &TestHub, afspraak: &AfspraakId, wens: Wens) {
    hub.doe(WijzigAfspraak { afspraak: afspraak.clone(), verwachte_versie: 1, wens }).await;
}

async fn stap(hub: &TestHub, afspraak: &AfspraakId, naar: Fase, opvolger: Option<AfspraakId>) {
    let toelichting = if naar == Fase::Vervallen { "Niet meer nodig.".into() } else { String::new() };
    let command = WijzigAfspraakFase { afspraak: afspraak.clone(), verwachte_versie: 9, naar, toelichting, opvolger };
    hub.doe(command).await;
}

async fn vul_in(hub: &TestHub, afspraak: &AfspraakId, verwachte_versie: i32, status: UitvoeringStatus) {
    let (afspraak, gemeente) = (afspraak.clone(), GemeenteId("gem-leudal".into()));
    let datum = Some("2026-05".parse().unwrap());
    let inhoud = UitvoeringInhoud { status, datum, bron: "Accountgesprek".into(), notitie: "Loopt.".into() };
    hub.doe(VulUitvoeringIn { afspraak, gemeente, verwachte_versie, inhoud }).await;
}

pub fn alle() -> Vec<Scenario> {
    vec![
        scenario::<LegUitkomstVast>("een nieuwe, die daarna anders heet", |hub| {
            Box::pin(async move {
                let id = UitkomstId("uitkomst-proef".into());
                let uitkomst = Uitkomst { id, nummer: 11, naam: "Minder wachten".into(), herkomst: herkomst() };
                hub.doe(LegUitkomstVast { uitkomst: uitkomst.clone() }).await;
                let uitkomst = Uitkomst { naam: "Korter wachten".into(), ..uitkomst };
                hub.doe(LegUitkomstVast { uitkomst }).await;
            })
        }),
        scenario::<LegAfspraakVast>("uit een bron, en nog eens: dan verandert er niets", |hub| {
            Box::pin(async move {
                let leg_vast = |fase| LegAfspraakVast {
                    id: AfspraakId("afspraak-proef".into()),
                    inhoud: inhoud("Uit een bron"),
                    fase,
                    bronstand: Bronstand { stand: "actief".into(), peildatum: "2023-04".parse().unwrap() },
                    herkomst: herkomst(),
                };
                hub.doe(leg_vast(Fase::Vastgesteld)).await;
                hub.doe(leg_vast(Fase::Concept)).await;
            })
        }),
        scenario::<MaakAfspraak>("een nieuwe", |hub| {
            Box::pin(async move {
                afspraak(hub).await;
            })
        }),
        scenario::<WijzigAfspraak>("een eigenaar, en een afspraak waar zij op wacht", |hub| {
            Box::pin(async move {
                let (een, ander) = (afspraak(hub).await, afspraak(hub).await);
                let eigenaar = Some(Some(iemand(hub, "afspraakeigenaar").await));
                wijzig(hub, &een, Wens { eigenaar, ..Wens::default() }).await;
                wijzig(hub, &een, Wens { wacht_op: Some([ander].into()), ..Wens::default() }).await;
                wijzig(hub, &een, Wens { wacht_op: Some([].into()), ..Wens::default() }).await;
            })
        }),
        scenario::<WijzigAfspraakFase>("in afstemming, en toch niet", |hub| {
            Box::pin(async move {
                let id = afspraak(hub).await;
                stap(hub, &id, Fase::InAfstemming, None).await;
                stap(hub, &id, Fase::Vervallen, None).await;
                stap(hub, &id, Fase::Concept, None).await;
            })
        }),
        scenario::<WijzigAfspraakFase>("vervangen door een opvolger, en terug", |hub| {
            Box::pin(async move {
                let id = AfspraakId("afspraak-week-voor-bestuur".into());
                let opvolger = AfspraakId("afspraak-jaarplanning".into());
                stap(hub, &id, Fase::Vervangen, Some(opvolger)).await;
                stap(hub, &id, Fase::Vastgesteld, None).await;
            })
        }),
        scenario::<VulUitvoeringIn>("gevraagd, en daarna gereed", |hub| {
            Box::pin(async move {
                let id = afspraak(hub).await;
                vul_in(hub, &id, 0, UitvoeringStatus::Gevraagd).await;
                vul_in(hub, &id, 1, UitvoeringStatus::Gereed).await;
            })
        }),
        scenario::<BeginTekst>("met wat het register weet", |hub| {
            Box::pin(async move {
                let afspraak = afspraak(hub).await;
                hub.doe(BeginTekst { afspraak }).await;
            })
        }),
        scenario::<LegVersieVast>("de eerste tekst", |hub| {
            Box::pin(async move {
                let afspraak = afspraak(hub).await;
                hub.doe(BeginTekst { afspraak: afspraak.clone() }).await;
                hub.doe(LegVersieVast { afspraak, naam: "Eerste tekst".into(), verwachte_hash: None }).await;
            })
        }),
        scenario::<NeemTekstOver>("een artikel", |hub| {
            Box::pin(async move {
                let afspraak = afspraak(hub).await;
                let inhoud = vec![Part::Element(Element::new("paragraph", vec![Part::text("Uit Word.")]))];
                let artikel = Artikel { id: String::new(), kop: "Wat".into(), inhoud };
                let tekst = Tekst { artikelen: vec![artikel] };
                hub.doe(NeemTekstOver { afspraak, bestand: "Plan.docx".into(), tekst }).await;
            })
        }),
        scenario::<MaakTekstLeeg>("wat er stond, blijft een versie", |hub| {
            Box::pin(async move {
                let afspraak = afspraak(hub).await;
                hub.doe(BeginTekst { afspraak: afspraak.clone() }).await;
                hub.doe(MaakTekstLeeg { afspraak }).await;
            })
        }),
        scenario::<ZetVersieTerug>("naar de eerste", |hub| {
            Box::pin(async move {
                let afspraak = afspraak(hub).await;
                hub.doe(BeginTekst { afspraak: afspraak.clone() }).await;
                let versie = hub.doe(LegVersieVast { afspraak, naam: "Eerste".into(), verwachte_hash: None }).await;
                hub.doe(ZetVersieTerug { versie }).await;
            })
        }),
    ]
}
