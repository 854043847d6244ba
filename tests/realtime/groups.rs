//! Whoever follows the same with the same rights shares one execution, and notices nothing of that.

use futures_util::future::join_all;
use samenspel::domain::organisatie::{
    GemeenteId, Hubrol,
    commands::{GeefAanstelling, TrekAanstellingIn},
};
use serde_json::{Value, json};

use crate::support::{INTEGRATIE, TestBord, TestClient, TestHub, seq, wacht_tot};

const LAST: &str = "Het laatste";

async fn add(client: &TestClient, bord: &TestBord, titel: &str) {
    let input = json!({ "bord": bord.id, "kolom": bord.kolom("Te doen"), "titel": titel });
    assert_eq!(client.mutate("maakTaak", input, "").await["fouten"], json!([]));
}

/// Everything from the position of the board until the last task, without the word that one is up to date.
async fn everything(client: &TestClient, bord: &TestBord) -> Vec<Value> {
    let variables = json!({ "traject": bord.traject, "vanaf": bord.positie });
    let mut screen = client.subscribe(INTEGRATIE, variables).await;
    let mut heard = Vec::new();
    loop {
        let event = screen.next_event().await["integratie"].take();
        let last = event["taak"]["titel"] == LAST;
        if event["__typename"] != "Bijgewerkt" {
            heard.push(event);
        }
        if last {
            return heard;
        }
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn who_joins_in_the_middle_of_the_bustle_misses_nothing_and_gets_nothing_twice() {
    let hub = TestHub::demo().await;
    let anna = hub.als(Hubrol::Kwartiermaker).await;
    let others = [Hubrol::Kijker, Hubrol::Bestuurder, Hubrol::Procesregisseur];
    let others = join_all(others.map(|rol| hub.als(rol))).await;
    let bord = TestBord::read(&anna).await;
    // Each joins a little later than the one before, while tasks come in from eight sides.
    let screens = join_all((0..24_usize).map(|number| {
        let (client, bord) = (&others[number % others.len()], &bord);
        async move {
            for _ in 0..number {
                client.query("{ positie }", json!({})).await;
            }
            everything(client, bord).await
        }
    }));
    let work = async {
        join_all((0..8).map(async |side| {
            for number in 0..12 {
                add(&anna, &bord, &format!("Taak {side}-{number}")).await;
            }
        }))
        .await;
        add(&anna, &bord, LAST).await;
    };
    let (screens, ()) = tokio::join!(screens, work);
    let positions: Vec<i64> = screens[0].iter().map(|event| seq(&event["positie"])).collect();
    assert_eq!(positions.len(), 97);
    assert!(positions.windows(2).all(|pair| pair[0] < pair[1]), "{positions:?}");
    for screen in &screens {
        assert_eq!(screen.iter().map(|event| seq(&event["positie"])).collect::<Vec<_>>(), positions);
    }
}

async fn groups(client: &TestClient) -> (f64, f64) {
    let text = client.get("/metrics").await.body;
    let figure = |name: &str| {
        let line = text.as_str().unwrap().lines().find(|line| line.starts_with(name)).unwrap().to_owned();
        line.rsplit(' ').next().unwrap().parse().unwrap()
    };
    (figure("samenspel_live_groups "), figure("samenspel_live_readers "))
}

#[tokio::test]
async fn whose_rights_change_goes_on_among_others_and_misses_nothing() {
    let hub = TestHub::demo().await;
    let anna = hub.als(Hubrol::Kwartiermaker).await;
    let bram = hub.persoon("Bram", Hubrol::Kijker, None).await;
    let clients = [hub.als(Hubrol::Kijker).await, hub.als(Hubrol::Kijker).await, hub.als_persoon(bram).await];
    let bord = TestBord::read(&anna).await;
    let variables = json!({ "traject": bord.traject, "vanaf": bord.positie });
    let mut screens = Vec::new();
    for client in &clients {
        let mut screen = client.subscribe(INTEGRATIE, variables.clone()).await;
        assert_eq!(screen.next_event().await["integratie"]["__typename"], "Bijgewerkt");
        screens.push(screen);
    }
    let in_groups =
        async |expected| wacht_tot("the groups are as the rights are", async || groups(&anna).await == expected).await;
    in_groups((1.0, 3.0)).await;

    let rol = GeefAanstelling {
        persoon: bram,
        hubrol: Hubrol::Accounthouder,
        gemeente: Some(GemeenteId("gem-venray".into())),
        van: None,
        tot: None,
        vervangt: None,
    };
    let aanstelling = hub.doe(rol).await.id;
    add(&anna, &bord, "Met een rol erbij").await;
    in_groups((2.0, 3.0)).await;
    hub.doe(TrekAanstellingIn { aanstelling }).await;
    add(&anna, &bord, LAST).await;
    in_groups((1.0, 3.0)).await;
    for screen in &mut screens {
        let mut heard = Vec::new();
        while heard.last().is_none_or(|titel| titel != LAST) {
            let event = screen.next_event().await["integratie"].take();
            // Whoever reads on by themselves is told again when that has brought them up to date.
            if event["__typename"] != "Bijgewerkt" {
                heard.push(event["taak"]["titel"].as_str().unwrap().to_owned());
            }
        }
        assert_eq!(heard, ["Met een rol erbij", LAST]);
    }
    drop(screens);
    in_groups((0.0, 0.0)).await;
}
