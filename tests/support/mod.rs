//! What tests share: a running hub, clients that speak to it over real sockets, and waiting for a condition.

mod bord;
mod client;
mod events;
mod hub;
mod own_server;
mod passage;
mod postgres;
mod process;
mod redis;
mod services;
mod snapshot;
mod socket;
mod store;
mod tekst;

use std::time::Duration;

pub use bord::{INTEGRATIE, TestBord, seq};
pub use client::{Answer, TestClient, send};
pub use events::{Event, EventStream};
pub use hub::{TestHub, WACHTWOORD, settings};
pub use passage::passage;
pub use postgres::OwnPostgres;
pub use process::TestProcess;
use process::samenspel;
pub use redis::OwnRedis;
pub use snapshot::Content;
pub use socket::{Heard, Subscription, TestSocket};
pub use store::TestStore;
pub use tekst::TestSchrijver;

/// Longer than anything takes that works.
pub const PATIENCE: Duration = Duration::from_secs(10);

/// Waits until `condition` holds; fails, saying `what` it waited for, when that takes too long.
pub async fn wacht_tot(what: &str, mut condition: impl AsyncFnMut() -> bool) {
    let waited = tokio::time::timeout(PATIENCE, async {
        while !condition().await {
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
    });
    assert!(waited.await.is_ok(), "waited too long: {what}");
}
