use jiff::{SignedDuration, civil::date};
use samenspel::{
    domain::organisatie::{
        AanmeldingId, Bron, Feit, GemeenteId, Groep, GroepId, Herkomst, Hubrol, PersoonId, TokenScope, commands::*,
    },
    platform::clock::Clock,
};

use super::{Scenario, iemand, scenario};
use crate::support::TestHub;

fn groep(naam: &str) -> LegFeitVast {
    let bron = Bron { document: "Uitvoeringsplan 2026-2028".into(), paragraaf: Some("4.2".into()) };
    let herkomst = Herkomst { bron, bronnen_extra: Vec::new(), onzeker: true, notitie: Some("Bedacht.".into()) };
    LegFeitVast { feit: Feit::Groep(Groep { id: GroepId("groep-proef".into()), naam: naam.into(), herkomst }) }
}

async fn meld_aan(hub: &TestHub, persoon: PersoonId, dagen: i64) -> AanmeldingId {
    let now = hub.clock.now();
    let verloopt_op = now + SignedDuration::from_hours(24 * dagen);
    let digest = hub.clock.new_id().to_string();
    hub.doe(MeldAan { persoon, verloopt_op, digest }).await.id
}

fn token(hub: &TestHub, persoon: PersoonId) -> MaakToken {
    let verloopt_op = Some(hub.clock.now() + SignedDuration::from_nanos(3_600_000_000_001));
    let scopes = vec![TokenScope::Schrijven, TokenScope::Lezen, TokenScope::Lezen];
    MaakToken { persoon, naam: " Rapport ".into(), scopes, verloopt_op, digest: hub.clock.new_id().to_string() }
}

fn kijker(persoon: PersoonId) -> GeefAanstelling {
    GeefAanstelling { persoon, hubrol: Hubrol::Kijker, gemeente: None, van: None, tot: None, vervangt: None }
}

fn wijzig(persoon: PersoonId) -> WijzigPersoon {
    WijzigPersoon { persoon, naam: None, email: None, actief: None, wachtwoord_hash: None }
}

pub fn alle() -> Vec<Scenario> {
    vec![
        scenario::<LegFeitVast>("nieuw, en nog eens anders", |hub| {
            Box::pin(async move {
                hub.doe(groep("Proef")).await;
                hub.doe(groep("Anders")).await;
                hub.doe(groep("Anders")).await;
            })
        }),
        scenario::<MaakPersoon>("met en zonder wachtwoord", |hub| {
            Box::pin(async move {
                iemand(hub, "zonder").await;
                let email = "Met@Scenario.example".into();
                hub.doe(MaakPersoon { naam: " Met ".into(), email, wachtwoord_hash: Some("hash".into()) }).await;
            })
        }),
        scenario::<WijzigPersoon>("naam, adres en wachtwoord", |hub| {
            Box::pin(async move {
                let persoon = iemand(hub, "wijzig").await;
                meld_aan(hub, persoon, 1).await;
                let email = Some("gewijzigd@scenario.example".into());
                let hash = Some("hash".into());
                hub.doe(WijzigPersoon { naam: Some("Nieuw".into()), email, wachtwoord_hash: hash, ..wijzig(persoon) })
                    .await;
            })
        }),
        scenario::<WijzigPersoon>("blokkeren en weer toelaten", |hub| {
            Box::pin(async move {
                let persoon = iemand(hub, "blokkeer").await;
                meld_aan(hub, persoon, 1).await;
                hub.doe(token(hub, persoon)).await;
                hub.doe(WijzigPersoon { actief: Some(false), ..wijzig(persoon) }).await;
                hub.doe(WijzigPersoon { actief: Some(true), ..wijzig(persoon) }).await;
            })
        }),
        scenario::<StelWachtwoordIn>("één aanmelding blijft", |hub| {
            Box::pin(async move {
                let persoon = iemand(hub, "wachtwoord").await;
                let behoud = Some(meld_aan(hub, persoon, 1).await);
                meld_aan(hub, persoon, 1).await;
                hub.doe(StelWachtwoordIn { persoon, behoud, hash: Ok("hash".into()) }).await;
            })
        }),
        scenario::<GeefAanstelling>("voor een gemeente en een periode", |hub| {
            Box::pin(async move {
                let persoon = iemand(hub, "aanstelling").await;
                let gemeente = Some(GemeenteId("gem-venray".into()));
                let (van, tot) = (Some(date(2026, 1, 1)), Some(date(2027, 1, 1)));
                hub.doe(GeefAanstelling { persoon, hubrol: Hubrol::Accounthouder, gemeente, van, tot, vervangt: None })
                    .await;
            })
        }),
        scenario::<TrekAanstellingIn>("op de dag zelf, en daarna opnieuw gegeven", |hub| {
            Box::pin(async move {
                let persoon = iemand(hub, "intrekken").await;
                let aanstelling = hub.doe(kijker(persoon)).await.id;
                hub.doe(TrekAanstellingIn { aanstelling }).await;
                hub.doe(TrekAanstellingIn { aanstelling }).await;
                hub.doe(kijker(persoon)).await;
            })
        }),
        scenario::<MeldAan>("in twee browsers", |hub| {
            Box::pin(async move {
                let persoon = iemand(hub, "aan").await;
                meld_aan(hub, persoon, 1).await;
                meld_aan(hub, persoon, 1).await;
            })
        }),
        scenario::<RuimToegangOp>("wat van twee personen verlopen is, en niet wat nog geldt", |hub| {
            Box::pin(async move {
                let (eerste, tweede) = (iemand(hub, "ruim-een").await, iemand(hub, "ruim-twee").await);
                meld_aan(hub, eerste, 1).await;
                meld_aan(hub, eerste, 90).await;
                meld_aan(hub, tweede, 1).await;
                hub.doe(token(hub, tweede)).await;
                hub.clock.shift(SignedDuration::from_hours(48));
                hub.doe(RuimToegangOp {}).await;
            })
        }),
        scenario::<MeldAf>("één van twee", |hub| {
            Box::pin(async move {
                let persoon = iemand(hub, "af").await;
                let aanmelding = meld_aan(hub, persoon, 1).await;
                meld_aan(hub, persoon, 1).await;
                hub.doe(MeldAf { aanmelding }).await;
            })
        }),
        scenario::<MeldOveralAf>("alle aanmeldingen", |hub| {
            Box::pin(async move {
                let persoon = iemand(hub, "overal-af").await;
                meld_aan(hub, persoon, 1).await;
                meld_aan(hub, persoon, 1).await;
                hub.doe(MeldOveralAf { persoon }).await;
            })
        }),
        scenario::<MaakToken>("met een einde fijner dan een milliseconde", |hub| {
            Box::pin(async move {
                let persoon = iemand(hub, "token").await;
                hub.doe(token(hub, persoon)).await;
            })
        }),
        scenario::<TrekTokenIn>("één van twee", |hub| {
            Box::pin(async move {
                let persoon = iemand(hub, "token-in").await;
                hub.doe(token(hub, persoon)).await;
                let token = hub.doe(token(hub, persoon)).await.id;
                hub.doe(TrekTokenIn { token }).await;
            })
        }),
        scenario::<MarkeerGezien>("vooruit, en niet terug", |hub| {
            Box::pin(async move {
                let persoon = iemand(hub, "gezien").await;
                hub.doe(MarkeerGezien { persoon, tot: 3 }).await;
                hub.doe(MarkeerGezien { persoon, tot: 5 }).await;
                hub.doe(MarkeerGezien { persoon, tot: 4 }).await;
            })
        }),
    ]
}
