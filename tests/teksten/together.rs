//! Nothing that was written is lost, and everyone sees the same, whatever happens to lines and hubs.

use std::time::Duration;

use samenspel::{
    domain::organisatie::{Hubrol, commands::TrekAanstellingIn},
    platform::documents::store,
};

use super::TEKST;
use crate::{
    chaos::dice::Dice,
    support::{TestHub, TestProcess, TestSchrijver, TestStore, wacht_tot},
};

#[tokio::test]
async fn anna_writes_bram_sees_it_and_what_he_wrote_offline_is_merged() {
    let hub = TestHub::demo().await;
    let anna = hub.als(Hubrol::Kwartiermaker).await;
    let bram = hub.als(Hubrol::Procesregisseur).await;
    let mut anna = TestSchrijver::open(&anna, TEKST).await;
    let mut bram = TestSchrijver::open(&bram, TEKST).await;
    anna.write(0, "De toegang stuurt in.").await;
    assert!(anna.stored().await);
    bram.until("Bram sees it", |bram| bram.text() == "De toegang stuurt in.").await;
    bram.cut();
    bram.write(0, "Meteen! ").await;
    anna.write(21, " Altijd.").await;
    assert!(anna.stored().await);
    bram.connect().await;
    assert!(bram.stored().await);
    let all = "Meteen! De toegang stuurt in. Altijd.";
    anna.until("Anna sees what he wrote offline", |anna| anna.text() == all).await;
    bram.until("and he what she wrote meanwhile", |bram| bram.text() == all).await;
    let hub = hub.restart().await;
    let carla = hub.als(Hubrol::CoordinatorToegang).await;
    let mut carla = TestSchrijver::open(&carla, TEKST).await;
    carla.until("it survives", |carla| carla.text() == all).await;
}

#[tokio::test]
async fn gathering_the_updates_changes_nothing_for_anybody() {
    let hub = TestHub::demo().await;
    let anna = hub.als(Hubrol::Kwartiermaker).await;
    let mut writer = TestSchrijver::open(&anna, TEKST).await;
    for number in 0..250 {
        writer.write(number / 2, "ab").await;
        if number % 7 == 0 {
            writer.remove(number / 3, 1).await;
        }
    }
    assert!(writer.stored().await);
    hub.app.documents().gather(TEKST).await.unwrap();
    let db = hub.app.db();
    wacht_tot("the updates are gathered", async || store::count(db, TEKST).await.unwrap() == 0).await;
    writer.write(0, "na ").await;
    assert!(writer.stored().await);
    let mut reader = TestSchrijver::open(&anna, TEKST).await;
    reader.until("the same text", |reader| reader.text() == writer.text()).await;
    assert_eq!(reader.state(), writer.state());
    let hub = hub.restart().await;
    let anna = hub.als(Hubrol::Kwartiermaker).await;
    let mut reader = TestSchrijver::open(&anna, TEKST).await;
    reader.until("also from the store", |reader| reader.text() == writer.text()).await;
    assert_eq!(reader.state(), writer.state());
}

/// People write, remove, lose their line and come back, on two nodes, of which one is replaced now and then.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn texts_converge_whatever_happens() {
    for seed in [1, 7, 20_261_128] {
        converge(seed).await;
    }
}

async fn converge(seed: u64) {
    const WRITERS: usize = 4;
    const STEPS: usize = 80;
    let mut dice = Dice::new(seed);
    let one = TestHub::demo().await;
    let mut other = one.beside().await;
    let mut writers = Vec::new();
    for number in 0..WRITERS {
        let persoon = one.persoon(&format!("Schrijver {number}"), Hubrol::Procesregisseur, None).await;
        let client = one.als_persoon(persoon).await;
        writers.push((client.clone(), TestSchrijver::open(&client, TEKST).await));
    }
    for step in 0..STEPS {
        let (client, writer) = &mut writers[dice.below(WRITERS)];
        match dice.below(10) {
            0 => writer.cut(),
            1 => {
                let address = if dice.one_in(2) { one.address() } else { other.address() };
                let client = client.at(address);
                writer.reconnect_to(&client).await;
            }
            2 if dice.one_in(4) => {
                let next = one.beside().await;
                std::mem::replace(&mut other, next).stop().await;
            }
            3 | 4 => writer.remove(dice.below(40), dice.below(5)).await,
            5 => writer.listen(Duration::from_millis(2)).await,
            _ => writer.write(dice.below(60), &format!("{step}é ")).await,
        }
    }
    for (client, writer) in &mut writers {
        writer.reconnect_to(client).await;
        // Twice: the hub's question comes first, and the answer to that is what has to be stored.
        assert!(writer.stored().await && writer.stored().await);
    }
    let (_, first) = &mut writers[0];
    first.reconnect_to(&first_client(&one).await).await;
    assert!(first.stored().await);
    let (text, state) = (first.text(), first.state());
    assert!(!text.is_empty());
    for (_, writer) in &mut writers {
        writer.until(&format!("everyone has the same text, seed {seed}"), |writer| writer.state() == state).await;
        assert_eq!(writer.text(), text, "seed {seed}");
    }
}

async fn first_client(hub: &TestHub) -> crate::support::TestClient {
    hub.als(Hubrol::Kwartiermaker).await
}

/// What was said to be stored is there after kill -9.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nothing_acknowledged_is_lost_in_kill_9_while_editors_type() {
    const EDITORS: usize = 20;
    let store = TestStore::demo().await;
    let mut acknowledged: Vec<String> = Vec::new();
    let mut writers: Vec<Option<TestSchrijver>> = (0..EDITORS).map(|_| None).collect();
    for round in 0..3 {
        let process = TestProcess::start(&store);
        let client = process.als("KWARTIERMAKER").await;
        for writer in &mut writers {
            match writer {
                Some(writer) => writer.reconnect_to(&client).await,
                None => *writer = Some(TestSchrijver::open(&client, TEKST).await),
            }
        }
        let typing = writers.iter_mut().flatten().enumerate().map(|(editor, writer)| async move {
            let mut stored = Vec::new();
            for word in 0.. {
                let word = format!("<{round}.{editor}.{word}>");
                writer.write(0, &word).await;
                if !writer.is_connected() || !writer.stored().await {
                    break;
                }
                stored.push(word);
            }
            stored
        });
        let kill = async {
            tokio::time::sleep(Duration::from_millis(300)).await;
            process.kill9();
        };
        let (stored, ()) = tokio::join!(futures_util::future::join_all(typing), kill);
        acknowledged.extend(stored.into_iter().flatten());
    }
    assert!(acknowledged.len() > EDITORS, "{acknowledged:?}");
    let process = TestProcess::start(&store);
    let client = process.als("KWARTIERMAKER").await;
    let mut reader = TestSchrijver::open(&client, TEKST).await;
    assert!(reader.stored().await);
    let text = reader.text();
    let lost: Vec<_> = acknowledged.iter().filter(|word| !text.contains(word.as_str())).collect();
    assert!(lost.is_empty(), "{lost:?}");
}

#[tokio::test]
async fn a_right_that_is_withdrawn_closes_the_text_at_once() {
    let hub = TestHub::demo().await;
    let persoon = hub.persoon("Tijdelijk", Hubrol::Procesregisseur, None).await;
    let client = hub.als_persoon(persoon).await;
    let mut writer = TestSchrijver::open(&client, TEKST).await;
    assert!(writer.stored().await);
    let aanstelling = {
        let world = hub.app.nu().present().world;
        world.organisatie.aanstellingen.values().find(|rol| rol.persoon == persoon).unwrap().id
    };
    hub.doe(TrekAanstellingIn { aanstelling }).await;
    assert_eq!(writer.close_code().await, 4403);
}
