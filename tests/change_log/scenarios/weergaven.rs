use samenspel::domain::weergaven::commands::*;

use super::{Scenario, iemand, scenario};

pub fn alle() -> Vec<Scenario> {
    vec![
        scenario::<BewaarWeergave>("two, of which one is shared", |hub| {
            Box::pin(async move {
                let persoon = iemand(hub, "bewaart").await;
                for (naam, gedeeld) in [("Van mij", false), ("Te laat", true)] {
                    let (pagina, zoek) = ("/afspraken".to_owned(), "fase=CONCEPT".to_owned());
                    hub.doe(BewaarWeergave { persoon, pagina, zoek, naam: naam.into(), gedeeld }).await;
                }
            })
        }),
        scenario::<WijzigWeergave>("renamed, shared, taken away and put back", |hub| {
            Box::pin(async move {
                let persoon = iemand(hub, "hernoemt").await;
                let (pagina, zoek, naam) = ("/afspraken".to_owned(), String::new(), "Alles".to_owned());
                let weergave = hub.doe(BewaarWeergave { persoon, pagina, zoek, naam, gedeeld: false }).await;
                let niets = || WijzigWeergave { weergave, naam: None, zoek: None, gedeeld: None, vervallen: None };
                hub.doe(WijzigWeergave { naam: Some("Alle".into()), gedeeld: Some(true), ..niets() }).await;
                hub.doe(WijzigWeergave { vervallen: Some(true), ..niets() }).await;
                hub.doe(WijzigWeergave { vervallen: Some(false), zoek: Some("zoek=ggz".into()), ..niets() }).await;
            })
        }),
    ]
}
