use samenspel::domain::afspraken::{AfspraakId, KanttekeningId, KanttekeningInhoud, commands::*, queries};

use super::{Scenario, scenario};
use crate::support::{TestHub, passage};

fn afspraak() -> AfspraakId {
    AfspraakId("afspraak-plan-van-aanpak-delen".into())
}

/// A remark about an article, or a suggestion about its first word.
async fn plaats(hub: &TestHub, voorstel: Option<&str>) -> KanttekeningId {
    let doc = queries::document(hub.app.db().read(), &afspraak()).await.unwrap();
    let tekst = queries::tekst_in(&doc);
    let (artikel, woord) = tekst
        .artikelen
        .iter()
        .find_map(|artikel| Some((artikel.id.clone(), artikel.plat().split_whitespace().next()?.to_owned())))
        .unwrap();
    let passage = voorstel.map(|_| passage(&doc, &woord));
    let (tekst, voorstel) = ("Zo is het duidelijker.".to_owned(), voorstel.map(str::to_owned));
    hub.doe(PlaatsKanttekening {
        afspraak: afspraak(),
        inhoud: KanttekeningInhoud { artikel, passage, tekst, voorstel },
    })
    .await
}

pub fn alle() -> Vec<Scenario> {
    vec![
        scenario::<PlaatsKanttekening>("over een artikel", |hub| {
            Box::pin(async move {
                plaats(hub, None).await;
            })
        }),
        scenario::<BeantwoordKanttekening>("met een vraag terug", |hub| {
            Box::pin(async move {
                let kanttekening = plaats(hub, None).await;
                hub.doe(BeantwoordKanttekening { kanttekening, tekst: "Hoe dan?".into() }).await;
            })
        }),
        scenario::<HandelKanttekeningAf>("en toch weer open", |hub| {
            Box::pin(async move {
                let kanttekening = plaats(hub, None).await;
                hub.doe(HandelKanttekeningAf { kanttekening, opgelost: true }).await;
                hub.doe(HandelKanttekeningAf { kanttekening, opgelost: false }).await;
            })
        }),
        scenario::<BeslisVoorstel>("het komt in de tekst", |hub| {
            Box::pin(async move {
                let kanttekening = plaats(hub, Some("Nieuw")).await;
                hub.doe(BeslisVoorstel { kanttekening, aangenomen: true }).await;
            })
        }),
    ]
}
