//! The real processes and servers, and where they are at the moment.

use std::{net::SocketAddr, sync::Mutex, time::Duration};

use tokio::{sync::watch, task::block_in_place};

use super::{
    dice::Dice,
    history::{History, What, Who},
    plan::{Fault, Plan, Stores},
};
use crate::support::{Content, OwnPostgres, OwnRedis, TestClient, TestProcess, TestStore, seq};

pub struct Stage {
    pub history: History,
    pub writer: TestClient,
    pub reader: TestClient,
    /// The log was here when it began.
    pub begin: i64,
    nodes: Vec<Mutex<Option<TestProcess>>>,
    /// After the nodes: it goes when they are gone.
    pub store: TestStore,
    addresses: Mutex<Vec<Option<SocketAddr>>>,
    postgres: Option<OwnPostgres>,
    redis: Option<OwnRedis>,
    cuts: watch::Sender<usize>,
}

impl Stage {
    pub async fn set(plan: &Plan) -> Self {
        let postgres = (plan.stores == Stores::OwnPostgres).then(OwnPostgres::start);
        let redis = (plan.stores != Stores::Sqlite).then(OwnRedis::start);
        let store = match &postgres {
            Some(postgres) => TestStore::on(postgres),
            None if plan.stores == Stores::Sqlite => TestStore::sqlite(Content::Demo).await,
            None => TestStore::postgres(Content::Demo).await,
        };
        let store = store.with_redis(redis.as_ref().map(OwnRedis::url));
        let nodes: Vec<_> = (0..plan.nodes).map(|_| block_in_place(|| TestProcess::quiet(&store))).collect();
        let (writer, reader) = (nodes[0].als("KWARTIERMAKER").await, nodes[0].als("PROCESREGISSEUR").await);
        let position = reader.query("{ positie }", serde_json::json!({})).await["positie"].take();
        let addresses = nodes.iter().map(|node| Some(node.anoniem().address)).collect();
        Self {
            history: History::begin(),
            store,
            writer,
            reader,
            begin: seq(&position),
            nodes: nodes.into_iter().map(|node| Mutex::new(Some(node))).collect(),
            addresses: Mutex::new(addresses),
            postgres,
            redis,
            cuts: watch::Sender::new(0),
        }
    }

    /// Where some node listens; waits when none does.
    pub async fn somewhere(&self, dice: &mut Dice) -> SocketAddr {
        loop {
            let there: Vec<_> = self.addresses.lock().unwrap().iter().flatten().copied().collect();
            if !there.is_empty() {
                return *dice.pick(&there);
            }
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
    }

    /// Where all nodes listen that do.
    pub fn everywhere(&self) -> Vec<SocketAddr> {
        self.addresses.lock().unwrap().iter().flatten().copied().collect()
    }

    /// Changes when every screen has to lose its line.
    pub fn cuts(&self) -> watch::Receiver<usize> {
        self.cuts.subscribe()
    }

    pub async fn happen(&self, fault: Fault) {
        self.history.note(Who::Chaos, What::Fault(format!("{fault:?}")));
        match fault {
            Fault::Kill(node) => self.take(node).kill9(),
            Fault::Start(node) => self.start(node),
            Fault::Roll(node) => {
                let mut process = self.take(node);
                process.terminate();
                assert!(process.stopped().await.success(), "{fault:?}: it stops tidily");
                self.start(node);
            }
            Fault::Freeze(node) => {
                self.signal(node, "STOP");
                tokio::time::sleep(Duration::from_secs(1)).await;
                self.signal(node, "CONT");
            }
            Fault::RestartPostgres => block_in_place(|| self.postgres.as_ref().unwrap().restart_immediately()),
            Fault::KillRedis => block_in_place(|| self.redis.as_ref().unwrap().kill9()),
            Fault::StartRedis => block_in_place(|| self.redis.as_ref().unwrap().start_again()),
            Fault::HangRedis => {
                block_in_place(|| self.redis.as_ref().unwrap().freeze());
                tokio::time::sleep(Duration::from_secs(3)).await;
                block_in_place(|| self.redis.as_ref().unwrap().thaw());
            }
            Fault::CutAll => self.cuts.send_modify(|cuts| *cuts += 1),
        }
        self.history.note(Who::Chaos, What::Fault(format!("{fault:?}: done")));
    }

    fn signal(&self, node: usize, signal: &str) {
        self.nodes[node].lock().unwrap().as_ref().unwrap().signal(signal);
    }

    fn take(&self, node: usize) -> TestProcess {
        self.addresses.lock().unwrap()[node] = None;
        self.nodes[node].lock().unwrap().take().unwrap()
    }

    fn start(&self, node: usize) {
        let process = block_in_place(|| TestProcess::quiet(&self.store));
        self.addresses.lock().unwrap()[node] = Some(process.anoniem().address);
        *self.nodes[node].lock().unwrap() = Some(process);
    }
}
