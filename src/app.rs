//! What a request can reach.

use std::sync::Arc;

use sea_orm::DbErr;

use crate::{
    domain::{
        beeld::{Beeld, Nu},
        fout::Fout,
        logboek::Verleden,
        organisatie::PersoonId,
        postbus::Postbus,
        rechten::{Gastpas, Wie},
        sessies::{GastId, SessieId},
        zoeken::Zoekindex,
    },
    platform::{
        attempts::Attempts,
        clock::Clock,
        db::Db,
        documents::Documents,
        fanout::{self, Fanout, Line},
        metrics::Metrics,
        presence::Presence,
        writer::{Commit, Writer},
    },
};

struct Inner {
    db: Db,
    clock: Arc<dyn Clock>,
    writer: Writer<Beeld, Fout>,
    nu: Arc<Nu>,
    verleden: Verleden,
    presence: Presence,
    documents: Documents,
    attempts: Attempts,
    zoekindex: Zoekindex,
    postbus: Postbus,
    metrics: Arc<Metrics>,
    demo: bool,
    /// Keeps the line to the other nodes open.
    _line: Option<Line>,
}

/// Where a hub keeps its things.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stores {
    /// `sqlite:…` or `postgres:…`.
    pub database: String,
    /// `redis:…`; absent when this is the only node.
    pub redis: Option<String>,
}

impl Stores {
    /// For the only node.
    pub fn alone(database: impl Into<String>) -> Self {
        Self { database: database.into(), redis: None }
    }
}

/// Why a hub does not open.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    #[error("{0}")]
    Database(#[from] DbErr),
    #[error("{0}")]
    Redis(#[from] redis::RedisError),
}

/// The running hub. Cheap to clone.
#[derive(Clone)]
pub struct App(Arc<Inner>);

impl App {
    /// Opens the store, reads the present and starts the writer. `demo`: may anyone sign in as anyone?
    pub async fn open(stores: &Stores, clock: Arc<dyn Clock>, demo: bool) -> Result<Self, OpenError> {
        let db = Db::open(&stores.database).await?;
        let nu = Nu::start(db.clone()).await?;
        let presence = Presence::default();
        let documents = Documents::start(db.clone(), clock.clone());
        let (fanout, line) = match &stores.redis {
            None => (Fanout::default(), None),
            Some(url) => {
                let (epoch, woken) = (nu.epoch(), Arc::downgrade(&nu));
                let tapped = move |seq: Option<i64>| {
                    let Some(nu) = woken.upgrade() else { return };
                    if seq.is_none_or(|seq| seq > nu.present().position.seq) {
                        nu.nudge();
                    }
                };
                let (fanout, line) = fanout::join(url, epoch, presence.clone(), documents.clone(), tapped)?;
                (fanout, Some(line))
            }
        };
        let metrics = Arc::new(Metrics::default());
        let committed = {
            let metrics = metrics.clone();
            move |Commit { last, size }| {
                fanout.announce(last);
                metrics.commit_size.observe(size as f64);
            }
        };
        let writer = Writer::start(db.clone(), nu.clone(), clock.clone(), committed);
        let attempts = Attempts::default();
        let verleden = Verleden::default();
        let zoekindex = Zoekindex::new(db.clone(), nu.clone());
        let postbus = Postbus::new(db.clone(), nu.clone());
        let inner = Inner {
            db,
            clock,
            writer,
            nu,
            verleden,
            presence,
            documents,
            attempts,
            zoekindex,
            postbus,
            metrics,
            demo,
            _line: line,
        };
        Ok(Self(Arc::new(inner)))
    }

    pub fn db(&self) -> &Db {
        &self.0.db
    }

    pub fn clock(&self) -> &Arc<dyn Clock> {
        &self.0.clock
    }

    pub fn writer(&self) -> &Writer<Beeld, Fout> {
        &self.0.writer
    }

    /// The present, and everything that happens from here on.
    pub fn nu(&self) -> &Arc<Nu> {
        &self.0.nu
    }

    /// States of the past, as far as they were asked for.
    pub fn verleden(&self) -> &Verleden {
        &self.0.verleden
    }

    pub fn presence(&self) -> &Presence {
        &self.0.presence
    }

    /// The texts that are written together.
    pub fn documents(&self) -> &Documents {
        &self.0.documents
    }

    /// Who tried a password how often.
    pub fn attempts(&self) -> &Attempts {
        &self.0.attempts
    }

    /// What one can look for.
    pub fn zoekindex(&self) -> &Zoekindex {
        &self.0.zoekindex
    }

    /// What there is to tell to whom.
    pub fn postbus(&self) -> &Postbus {
        &self.0.postbus
    }

    /// What this node counts.
    pub fn metrics(&self) -> &Arc<Metrics> {
        &self.0.metrics
    }

    /// Was the hub started with demo data, for anyone at this machine to try?
    pub fn demo(&self) -> bool {
        self.0.demo
    }

    /// A guest of a session, as far as they are let in now.
    pub fn guest(&self, sessie: SessieId, gast: GastId) -> Wie {
        let pas = self.nu().present().world.sessies.gastpas(sessie, gast);
        Wie::gast(pas.unwrap_or(Gastpas { sessie, gast, binnen: false }))
    }

    /// A person with the roles in force now.
    pub fn wie(&self, persoon: PersoonId, schrijven: bool) -> Wie {
        let rollen = self.nu().present().world.organisatie.rollen_van(persoon, self.clock().today());
        Wie::new(persoon, rollen, schrijven)
    }
}
