//! What a request can reach.

use std::sync::Arc;

use sea_orm::DbErr;

use crate::{
    domain::{beeld::Nu, fout::Fout, organisatie::PersoonId, rechten::Wie},
    platform::{attempts::Attempts, clock::Clock, db::Db, presence::Presence, writer::Writer},
};

struct Inner {
    db: Db,
    clock: Arc<dyn Clock>,
    writer: Writer<Fout>,
    nu: Arc<Nu>,
    presence: Presence,
    attempts: Attempts,
    demo: bool,
}

/// The running hub. Cheap to clone.
#[derive(Clone)]
pub struct App(Arc<Inner>);

impl App {
    /// Opens the store at `url`, reads the present and starts the writer.
    pub async fn open(url: &str, clock: Arc<dyn Clock>, demo: bool) -> Result<Self, DbErr> {
        let db = Db::open(url).await?;
        let nu = Nu::start(db.clone()).await?;
        let committed = {
            let nu = nu.clone();
            move |_| nu.nudge()
        };
        let writer = Writer::start(db.clone(), clock.clone(), committed);
        Ok(Self(Arc::new(Inner {
            db,
            clock,
            writer,
            nu,
            presence: Presence::default(),
            attempts: Attempts::default(),
            demo,
        })))
    }

    pub fn db(&self) -> &Db {
        &self.0.db
    }

    pub fn clock(&self) -> &Arc<dyn Clock> {
        &self.0.clock
    }

    pub fn writer(&self) -> &Writer<Fout> {
        &self.0.writer
    }

    /// The present, and everything that happens from here on.
    pub fn nu(&self) -> &Arc<Nu> {
        &self.0.nu
    }

    pub fn presence(&self) -> &Presence {
        &self.0.presence
    }

    /// Who tried a password how often.
    pub fn attempts(&self) -> &Attempts {
        &self.0.attempts
    }

    /// Was the hub started with demo data, for anyone at this machine to try?
    pub fn demo(&self) -> bool {
        self.0.demo
    }

    /// A person with the roles in force now.
    pub fn wie(&self, persoon: PersoonId, schrijven: bool) -> Wie {
        let rollen = self.nu().present().world.organisatie.rollen_van(persoon, self.clock().today());
        Wie::new(persoon, rollen, schrijven)
    }
}
