//! Only what the viewer may see is found.

use samenspel::domain::organisatie::{
    Hubrol,
    commands::{MaakPersoon, WijzigPersoon},
};
use serde_json::json;

use super::vragen::{ZOEK, zoek};
use crate::support::TestHub;

#[tokio::test]
async fn what_one_may_not_see_is_not_found_and_not_counted() {
    let hub = TestHub::demo().await;
    let weg = hub.persoon("Xanthippe", Hubrol::Procesregisseur, None).await;
    let kijker = hub.als(Hubrol::Kijker).await;
    let beheerder = hub.als(Hubrol::Beheerder).await;
    assert_eq!(zoek(&kijker, "xanthippe").await["totaal"], 1);
    let blokkeer = WijzigPersoon { persoon: weg, naam: None, email: None, actief: Some(false), wachtwoord_hash: None };
    hub.doe(blokkeer).await;
    assert_eq!(zoek(&kijker, "xanthippe").await["totaal"], 0);
    assert_eq!(zoek(&kijker, "xanthippe").await["perSoort"], json!([]));
    assert_eq!(zoek(&beheerder, "xanthippe").await["totaal"], 1, "who manages people finds who is blocked");

    let zonder = MaakPersoon { naam: "Zonder".into(), email: "zonder@rol.example".into(), wachtwoord_hash: None };
    let zonder = hub.doe(zonder).await.id;
    let zonder = hub.als_persoon(zonder).await;
    assert_eq!(zonder.graphql(ZOEK, json!({ "tekst": "Venlo" })).await.code(), "GEEN_RECHT");
    assert_eq!(hub.anoniem().graphql(ZOEK, json!({ "tekst": "Venlo" })).await.code(), "NIET_AANGEMELD");
}
