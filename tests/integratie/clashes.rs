//! Two people at once.

use samenspel::domain::organisatie::Hubrol;
use serde_json::json;

use crate::support::{TestBord, TestHub};

#[tokio::test]
async fn two_people_clash_only_on_the_same_field() {
    let hub = TestHub::demo().await;
    let (anna, bram) = (hub.als(Hubrol::Kwartiermaker).await, hub.als(Hubrol::Procesregisseur).await);
    let bord = TestBord::read(&anna).await;
    let taak = bord.eerste_in("Te doen");
    let input = |veld: &str, waarde: &str| json!({ "id": taak["id"], "verwachteVersie": taak["versie"], veld: waarde });

    let first = anna.mutate("wijzigTaak", input("titel", "Van Anna"), "taak { titel versie }").await;
    assert_eq!(first["fouten"], json!([]));
    let clash = bram.mutate("wijzigTaak", input("titel", "Van Bram"), "taak { titel }").await;
    assert_eq!(clash["fouten"][0]["code"], "VERSIE_VEROUDERD");
    assert_eq!(clash["fouten"][0]["veld"], "titel");
    let other_field = bram.mutate("wijzigTaak", input("omschrijving", "Van Bram"), "taak { titel omschrijving }").await;
    assert_eq!(other_field["taak"], json!({ "titel": "Van Anna", "omschrijving": "Van Bram" }));
    let own_again = anna.mutate("wijzigTaak", input("titel", "Weer Anna"), "taak { titel }").await;
    assert_eq!(own_again["taak"]["titel"], "Weer Anna");
}

#[tokio::test]
async fn a_card_that_someone_else_just_moved_stays_where_they_put_it() {
    let hub = TestHub::demo().await;
    let (anna, bram) = (hub.als(Hubrol::Kwartiermaker).await, hub.als(Hubrol::Procesregisseur).await);
    let bord = TestBord::read(&anna).await;
    let taak = bord.eerste_in("Te doen");
    anna.mutate("verplaatsTaak", bord.verplaatsing(taak, "Bezig"), "").await;
    let clash = bram.mutate("verplaatsTaak", bord.verplaatsing(taak, "Gereed"), "").await;
    assert_eq!(clash["fouten"][0]["code"], "VERSIE_VEROUDERD");
    let now = TestBord::read(&bram).await;
    let moved = now.taken().iter().find(|other| other["id"] == taak["id"]).unwrap();
    assert_eq!(moved["kolom"]["naam"], "Bezig");
    let again = bram.mutate("verplaatsTaak", now.verplaatsing(moved, "Gereed"), "taak { kolom { naam } }").await;
    assert_eq!(again["taak"]["kolom"]["naam"], "Gereed");
}

#[tokio::test]
async fn cards_dropped_at_the_same_spot_by_many_all_get_a_place_of_their_own() {
    let hub = TestHub::demo().await;
    let anna = hub.als(Hubrol::Kwartiermaker).await;
    let bord = TestBord::read(&anna).await;
    let target = bord.eerste_in("Bezig");
    let moves = bord.taken().iter().filter(|taak| taak["kolom"]["naam"] == "Te doen").map(|taak| {
        let mut input = bord.verplaatsing(taak, "Bezig");
        input["na"] = target["id"].clone();
        anna.mutate("verplaatsTaak", input, "taak { plaats }")
    });
    let moved = futures_util::future::join_all(moves).await;
    assert!(moved.iter().all(|answer| answer["fouten"] == json!([])), "{moved:#?}");
    let now = TestBord::read(&anna).await;
    let in_bezig = now.taken().iter().filter(|taak| taak["kolom"]["naam"] == "Bezig");
    let places: Vec<_> = in_bezig.map(|taak| taak["plaats"].as_str().unwrap()).collect();
    assert!(places.windows(2).all(|pair| pair[0] < pair[1]), "{places:?}");
}

#[tokio::test]
async fn a_card_goes_right_under_the_one_it_was_dropped_on_or_to_the_top() {
    let hub = TestHub::demo().await;
    let anna = hub.als(Hubrol::Kwartiermaker).await;
    let bord = TestBord::read(&anna).await;
    let taak = bord.eerste_in("Te doen");
    let bezig: Vec<_> = bord.taken().iter().filter(|taak| taak["kolom"]["naam"] == "Bezig").collect();
    for (na, index) in [(Some(bezig[1]), 2), (None, 0), (Some(bezig[bezig.len() - 1]), bezig.len())] {
        let before = TestBord::read(&anna).await;
        let current = before.taken().iter().find(|other| other["id"] == taak["id"]).unwrap();
        let mut input = before.verplaatsing(current, "Bezig");
        input["na"] = na.map_or(json!(null), |na| na["id"].clone());
        anna.mutate("verplaatsTaak", input, "").await;
        let now = TestBord::read(&anna).await;
        let column: Vec<_> = now.taken().iter().filter(|taak| taak["kolom"]["naam"] == "Bezig").collect();
        assert_eq!(column.iter().position(|other| other["id"] == taak["id"]), Some(index));
    }
}
