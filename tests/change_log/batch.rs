//! Commands that share a transaction do not feel each other.

use std::collections::BTreeSet;

use futures_util::future::join_all;
use samenspel::{
    domain::{
        beeld::Beeld,
        command::record,
        fout::{Code, Fout},
        integratie,
        organisatie::Hubrol,
    },
    platform::{change_log::Origin, graphql::relay::global_id, writer::Work},
};
use sea_orm::Set;
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

/// A table of the hub of which this knows too little: the store refuses its rows.
mod half_a_task {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "taken")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_row_that_the_store_refuses_fails_its_own_command_only() {
    let hub = TestHub::demo().await;
    let anna = hub.als(Hubrol::Kwartiermaker).await;
    let bord = TestBord::read(&anna).await;
    let good = async |number: usize| {
        let input = json!({ "bord": bord.id, "kolom": bord.kolom("Te doen"), "titel": format!("Goed {number}") });
        anna.mutate("maakTaak", input, "").await["fouten"] == json!([])
    };
    let bad = async |_: usize| {
        let origin = Origin { actor: None, command: "proef", client_mutation_id: None, fingerprint: String::new() };
        let work: Work<Beeld, Fout> = Box::new(|tx| {
            Box::pin(async move {
                tx.save(half_a_task::ActiveModel { id: Set(Uuid::new_v4()) });
                let traject = tx.world().integratie.trajecten.values().next().unwrap().as_ref().clone();
                record(tx, integratie::Gebeurtenis::TrajectVastgelegd { traject })?;
                Ok(json!(null))
            })
        });
        hub.app.writer().write(origin, work).await.is_err_and(|fout| fout.code == Code::InterneFout)
    };
    let (made, refused) = tokio::join!(join_all((0..40).map(good)), join_all((0..4).map(bad)));
    assert!(made.iter().all(|made| *made) && refused.iter().all(|refused| *refused), "{made:?} {refused:?}");
    let now = TestBord::read(&anna).await;
    assert_eq!((now.taken().len(), seq(&now.positie)), (bord.taken().len() + 40, seq(&bord.positie) + 40));
}
