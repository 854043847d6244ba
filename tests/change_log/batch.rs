//! Commands that share a transaction do not feel each other.

use std::collections::BTreeSet;

use futures_util::future::join_all;
use samenspel::{domain::organisatie::Hubrol, platform::graphql::relay::global_id};
use serde_json::json;
use uuid::Uuid;

use crate::support::{TestBord, TestHub, seq};

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_refused_command_undoes_nothing_of_its_neighbours() {
    let hub = TestHub::demo().await;
    let anna = hub.als(Hubrol::Kwartiermaker).await;
    let bord = TestBord::read(&anna).await;
    let taak = &bord.taken()[0]["id"];
    // Refused before it looks at a row, refused after that, nothing to do, and done; all at the same time.
    let answers = join_all((0..60).map(async |number| match number % 4 {
        0 => {
            let input = json!({ "bord": bord.id, "kolom": bord.kolom("Te doen"), "titel": "  " });
            ("VERPLICHT", anna.mutate("maakTaak", input, "").await)
        }
        1 => {
            let input = json!({ "id": global_id("Opmerking", Uuid::new_v4()), "tekst": "Bestaat niet" });
            ("NIET_GEVONDEN", anna.mutate("wijzigOpmerking", input, "").await)
        }
        2 => ("", anna.mutate("herstelTaak", json!({ "id": taak }), "").await),
        _ => {
            let titel = format!("Samen {number}");
            let input = json!({ "bord": bord.id, "kolom": bord.kolom("Te doen"), "titel": titel });
            ("", anna.mutate("maakTaak", input, "").await)
        }
    }))
    .await;
    for (code, answer) in &answers {
        assert_eq!(answer["fouten"][0]["code"].as_str().unwrap_or(""), *code, "{answer}");
    }
    let done = answers.iter().map(|(_, answer)| &answer["positie"]).filter(|positie| !positie.is_null());
    let places: BTreeSet<i64> = done.map(seq).collect();
    let first = seq(&bord.positie) + 1;
    assert_eq!(places, (first..first + 15).collect(), "each has a place of its own, and there are no gaps");
    let now = TestBord::read(&anna).await;
    let made = now.taken().iter().filter(|taak| taak["titel"].as_str().unwrap().starts_with("Samen ")).count();
    assert_eq!((made, now.taken().len()), (15, bord.taken().len() + 15));
}

#[tokio::test]
async fn a_retry_of_what_changed_nothing_changes_nothing_later_either() {
    let hub = TestHub::demo().await;
    let anna = hub.als(Hubrol::Kwartiermaker).await;
    let bord = TestBord::read(&anna).await;
    let taak = bord.eerste_in("Bezig");
    // It is at the top of this column already.
    let mut stay = bord.verplaatsing(taak, "Bezig");
    stay["clientMutatieId"] = json!(Uuid::new_v4());
    let first = anna.mutate("verplaatsTaak", stay.clone(), "taak { kolom { naam } }").await;
    assert_eq!((&first["positie"], &first["fouten"]), (&json!(null), &json!([])));
    anna.mutate("verplaatsTaak", bord.verplaatsing(taak, "Gereed"), "").await;
    let again = anna.mutate("verplaatsTaak", stay, "taak { kolom { naam } }").await;
    assert_eq!((&again["positie"], &again["fouten"]), (&json!(null), &json!([])));
    assert_eq!(again["taak"]["kolom"]["naam"], "Gereed");
}
