//! A hub of its own for every test: the real router on a free port, a store in a temporary folder, and a clock
//! that a test can move.

use std::{net::SocketAddr, sync::Arc};

use jiff::SignedDuration;
use samenspel::{
    app::App,
    domain::{
        command::{Actor, Command, execute},
        organisatie::{
            GemeenteId, Hubrol, PersoonId, TokenScope,
            commands::{GeefAanstelling, MaakPersoon, MaakToken, MeldAan},
        },
    },
    platform::{
        clock::{Clock, ShiftedClock},
        secrets,
    },
    schema,
    transport::{Hub, Settings, Timing, server},
};
use tokio::{net::TcpListener, task::JoinHandle};

use super::{TestClient, TestStore};

pub struct TestHub {
    pub app: App,
    pub clock: Arc<ShiftedClock>,
    hub: Arc<Hub>,
    address: SocketAddr,
    running: JoinHandle<()>,
    store: Arc<TestStore>,
}

impl TestHub {
    /// An empty hub.
    pub async fn start() -> Self {
        Self::start_with(settings()).await
    }

    /// A hub with the demo in it.
    pub async fn demo() -> Self {
        Self::on(TestStore::demo().await).await
    }

    /// A hub on this store.
    pub async fn on(store: TestStore) -> Self {
        Self::on_with(store, settings()).await
    }

    /// The same, with other settings.
    pub async fn on_with(store: TestStore, settings: Settings) -> Self {
        Self::open(Arc::new(store), Arc::default(), settings).await
    }

    /// Another node on the same store, with the same clock.
    pub async fn beside(&self) -> Self {
        Self::open(self.store.clone(), self.clock.clone(), self.hub.settings.clone()).await
    }

    /// An empty hub with other settings.
    pub async fn start_with(settings: Settings) -> Self {
        Self::on_with(TestStore::new().await, settings).await
    }

    async fn open(store: Arc<TestStore>, clock: Arc<ShiftedClock>, settings: Settings) -> Self {
        let app = App::open(&store.stores(), clock.clone(), true).await.unwrap();
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let hub = Hub::new(app.clone(), schema::build(), settings);
        let served = server::serve(hub.clone(), listener);
        let running = tokio::spawn(async move { served.await.unwrap() });
        Self { app, clock, hub, address, running, store }
    }

    /// Stops as SIGTERM does, and starts again on the same store at another address.
    pub async fn restart(self) -> Self {
        let settings = self.hub.settings.clone();
        let (store, clock) = self.stop().await;
        Self::open(store, clock, settings).await
    }

    /// Stops as SIGTERM does; everyone was answered and told.
    pub async fn stop(self) -> (Arc<TestStore>, Arc<ShiftedClock>) {
        self.hub.stop.cancel();
        self.running.await.unwrap();
        self.app.db().clone().close().await.unwrap();
        (self.store, self.clock)
    }

    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// Does a command as the hub itself.
    pub async fn doe<C: Command>(&self, command: C) -> C::Uitkomst {
        execute(&self.app, Actor::Hub, None, command).await.unwrap().uitkomst
    }

    /// Adds someone with a role, for one gemeente or in general; the e-mail address is the name at the hub.
    pub async fn persoon(&self, naam: &str, hubrol: Hubrol, gemeente: Option<&str>) -> PersoonId {
        let email = format!("{}@samenspel.example", naam.to_lowercase().replace(' ', "-"));
        let wachtwoord_hash = Some(secrets::hash_password(WACHTWOORD.into()).await.unwrap());
        let persoon = self.doe(MaakPersoon { naam: naam.into(), email, wachtwoord_hash }).await.id;
        let gemeente = gemeente.map(|id| GemeenteId(id.into()));
        self.doe(GeefAanstelling { persoon, hubrol, gemeente, van: None, tot: None, vervangt: None }).await;
        persoon
    }

    /// A client without a sign-in.
    pub fn anoniem(&self) -> TestClient {
        TestClient::new(self.address, None, None)
    }

    /// A browser in which this person is signed in.
    pub async fn als_persoon(&self, persoon: PersoonId) -> TestClient {
        let secret = secrets::new_secret("");
        let verloopt_op = self.clock.now().saturating_add(SignedDuration::from_hours(24)).unwrap();
        self.doe(MeldAan { persoon, verloopt_op, digest: secret.digest }).await;
        TestClient::new(self.address, Some(secret.secret), None)
    }

    /// A browser of the first person with this role; adds one when there is nobody yet.
    pub async fn als(&self, hubrol: Hubrol) -> TestClient {
        let known = {
            let world = self.app.nu().present().world;
            world.organisatie.aanstellingen.values().find(|rol| rol.hubrol == hubrol).map(|rol| rol.persoon)
        };
        let persoon = match known {
            Some(persoon) => persoon,
            None => self.persoon(hubrol.naam(), hubrol, None).await,
        };
        self.als_persoon(persoon).await
    }

    /// A client for the accounthouder of this gemeente in the demo.
    pub async fn accounthouder(&self, gemeente: &str) -> TestClient {
        let world = self.app.nu().present().world;
        let mut aanstellingen = world.organisatie.aanstellingen.values();
        let van = aanstellingen.find(|een| een.gemeente.as_ref().is_some_and(|eigen| eigen.0 == gemeente));
        self.als_persoon(van.unwrap().persoon).await
    }

    /// A program with a token of this person.
    pub async fn als_programma(&self, persoon: PersoonId, scopes: Vec<TokenScope>) -> TestClient {
        let secret = secrets::new_secret("");
        let naam = "Test".to_owned();
        self.doe(MaakToken { persoon, naam, scopes, verloopt_op: None, digest: secret.digest }).await;
        TestClient::new(self.address, None, Some(secret.secret))
    }
}

/// Everyone's password in tests.
pub const WACHTWOORD: &str = "correct paard batterij";

/// As on this machine itself.
pub fn settings() -> Settings {
    Settings { loopback: true, origins: Vec::new(), timing: Timing::default() }
}
