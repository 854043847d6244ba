//! A right that is withdrawn on one node while many write is felt on the other: within a second, as `make chaos` judges.

use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

use futures_util::future::join_all;
use jiff::{SignedDuration, Timestamp};
use samenspel::{
    domain::{
        command::Command,
        organisatie::{Hubrol, PersoonId, commands::TrekAanstellingIn},
    },
    platform::change_log::read,
};
use serde_json::json;

use super::long::is_long;
use crate::support::{Content, Heard, INTEGRATIE, PATIENCE, TestBord, TestClient, TestHub, TestStore, seq, wacht_tot};

const SOON: SignedDuration = SignedDuration::from_secs(1);

async fn withdraw(hub: &TestHub, persoon: PersoonId) {
    let aanstelling = {
        let world = hub.app.nu().present().world;
        world.organisatie.aanstellingen.values().find(|rol| rol.persoon == persoon).unwrap().id
    };
    hub.doe(TrekAanstellingIn { aanstelling }).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_right_withdrawn_on_one_node_under_load_lets_nothing_more_through_on_the_other() {
    let here = TestHub::on(TestStore::postgres(Content::Demo).await).await;
    let there = here.beside().await;
    let anna = here.als(Hubrol::Kwartiermaker).await;
    let persoon = here.persoon("Tijdelijk", Hubrol::Kijker, None).await;
    let kijker = here.als_persoon(persoon).await.at(there.address());
    let bord = TestBord::read(&kijker).await;
    let (enough, written, seen) = (AtomicBool::new(false), AtomicUsize::new(0), AtomicUsize::new(0));
    let write = async |client: &TestClient| {
        while !enough.load(Ordering::Relaxed) {
            let input = json!({ "bord": bord.id, "kolom": bord.kolom("Te doen"), "titel": "Druk" });
            client.mutate("maakTaak", input, "").await;
            written.fetch_add(1, Ordering::Relaxed);
        }
    };
    let follow = async {
        let variables = json!({ "traject": bord.traject, "vanaf": bord.positie });
        let mut screen = kijker.subscribe(INTEGRATIE, variables).await.into_socket();
        let mut last = seq(&bord.positie);
        loop {
            let message = screen.message().await;
            let now = Timestamp::now();
            if message["type"] != "next" || message["payload"].get("errors").is_some() {
                assert!(message.to_string().contains("GEEN_RECHT"), "{message}");
                // Nothing follows, however much is written.
                let before = written.load(Ordering::Relaxed);
                let more = wacht_tot("more is written", async || written.load(Ordering::Relaxed) > before + 20);
                tokio::select! {
                    () = more => {}
                    heard = screen.hear_for(PATIENCE) => {
                        assert!(matches!(heard, Some(Heard::Message(ref end)) if end["type"] == "complete"), "{heard:?}");
                    }
                }
                enough.store(true, Ordering::Relaxed);
                return (last, now);
            }
            last = seq(&message["payload"]["data"]["integratie"]["positie"]);
            seen.fetch_add(1, Ordering::Relaxed);
        }
    };
    let withdrawal = async {
        wacht_tot("the screen sees what is written", async || seen.load(Ordering::Relaxed) > 20).await;
        withdraw(&here, persoon).await;
    };
    let (_, (last, told), ()) = tokio::join!(join_all([&anna; 8].map(write)), follow, withdrawal);
    let log = read::newest(here.app.db().read(), &read::Filter::default(), 10_000).await.unwrap();
    let entry = log.iter().find(|entry| entry.command == TrekAanstellingIn::NAAM).unwrap();
    assert!(last < entry.seq, "{last} came, and the right was withdrawn at {}", entry.seq);
    // The entry has the time at which the command began: the commit came after that. How long it takes says something
    // where nothing else runs.
    if is_long() {
        assert!(told.duration_since(entry.at) < SOON, "{}", told.duration_since(entry.at));
    }
}
