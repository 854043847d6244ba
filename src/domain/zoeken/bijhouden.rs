//! The index of one node: built from the state at the first question, and from then on kept up with the log.
//!
//! Nobody is asked to tell it anything: before each question it looks what happened since, so that who wrote can find,
//! on this node and on any other.

use std::{
    collections::BTreeSet,
    sync::{Arc, PoisonError, RwLock},
    time::{Duration, Instant},
};

use sea_orm::DbErr;
use tokio::{sync::Mutex, time::sleep};

use super::{
    bronnen::{self, Onderwerp},
    document::{Document, Zoeksoort, aliassen},
};
use crate::{
    domain::{
        afspraken::{self, tekst::Tekst},
        beeld::{Beeld, Nu},
        fout::Fout,
        gebeurtenis::Gebeurtenis,
        integratie, organisatie,
        rechten::Wie,
    },
    platform::{
        change_log::{Position, live::Present},
        db::Db,
        search::{Aliases, Index, Part},
    },
};

/// Further behind than this, building anew is quicker than catching up.
const VER_ACHTER: i64 = 4_000;
/// How long the index may lag behind while nobody asks.
const RUST: Duration = Duration::from_secs(1);

/// What was found, and where in it.
pub struct Treffer {
    pub soort: Zoeksoort,
    pub waar: (&'static str, String),
    pub titel: Vec<Part>,
    pub bij: String,
    pub fragment: Vec<Part>,
    pub voorbij: bool,
}

/// The answer to one question.
pub struct Gevonden {
    pub treffers: Vec<Treffer>,
    pub totaal: usize,
    pub per_soort: Vec<(Zoeksoort, usize)>,
    /// What was looked for, when nobody uses a word that was typed.
    pub bedoeld: Option<String>,
    /// How long looking took, the index being up to date.
    pub duur: Duration,
}

/// A question.
pub struct Vraag {
    pub tekst: String,
    /// None: all kinds.
    pub soorten: Vec<Zoeksoort>,
    pub overslaan: usize,
    pub hoogstens: usize,
}

#[derive(Default)]
struct Stand {
    index: Index<Document>,
    positie: Option<Position>,
}

/// The index of this node.
pub struct Zoekindex {
    db: Db,
    nu: Arc<Nu>,
    stand: Arc<RwLock<Stand>>,
    /// Held while catching up: one at a time is enough.
    bijwerken: Mutex<()>,
    aliassen: Arc<Aliases>,
}

impl Zoekindex {
    /// Empty until somebody asks.
    pub fn new(db: Db, nu: Arc<Nu>) -> Self {
        Self { db, nu, stand: Arc::default(), bijwerken: Mutex::default(), aliassen: Arc::new(aliassen()) }
    }

    /// Keeps up while nobody asks, so that the first question does not wait.
    pub async fn houd_bij(&self) {
        let mut gewijzigd = self.nu.watch();
        loop {
            if let Err(fout) = self.werk_bij().await {
                tracing::warn!(%fout, "the index of what one can look for waits: {fout}");
            }
            sleep(RUST).await;
            if gewijzigd.changed().await.is_err() {
                return;
            }
        }
    }

    /// Takes in everything that happened up to now.
    pub async fn werk_bij(&self) -> Result<(), Fout> {
        let _alleen = self.bijwerken.lock().await;
        let Present { position, world } = self.nu.present();
        let vorige = self.lees(|stand| stand.positie);
        let onderwerpen = match vorige {
            Some(vorige) if vorige == position => return Ok(()),
            Some(vorige)
                if vorige.epoch == position.epoch && (0..VER_ACHTER).contains(&(position.seq - vorige.seq)) =>
            {
                self.gewijzigd(vorige.seq, position.seq).await?
            }
            _ => None,
        };
        let alles = onderwerpen.is_none();
        let onderwerpen = onderwerpen.unwrap_or_else(|| bronnen::onderwerpen(&world).into_iter().collect());
        let mut nieuw = Vec::with_capacity(onderwerpen.len());
        for onderwerp in onderwerpen {
            let tekst = self.tekst(&world, &onderwerp).await?;
            let documenten = bronnen::documenten(&world, &onderwerp, tekst.as_ref());
            nieuw.push((format!("{}:{}", onderwerp.0, onderwerp.1), documenten));
        }
        let mut stand = self.stand.write().unwrap_or_else(PoisonError::into_inner);
        if alles {
            // What is gone must not stay: facts can be laid down anew under another key.
            let blijft: BTreeSet<&str> = nieuw.iter().map(|(groep, _)| groep.as_str()).collect();
            let weg: Vec<String> = stand
                .index
                .content()
                .into_iter()
                .filter(|(groep, _)| !blijft.contains(groep))
                .map(|(groep, _)| groep.to_owned())
                .collect();
            weg.iter().for_each(|groep| stand.index.put(groep, Vec::new()));
        }
        for (groep, documenten) in nieuw {
            stand.index.put(&groep, documenten);
        }
        stand.positie = Some(position);
        Ok(())
    }

    /// What happened to what between two positions; `None` when it touches more than can be named.
    async fn gewijzigd(&self, mut van: i64, tot: i64) -> Result<Option<BTreeSet<Onderwerp>>, DbErr> {
        let mut onderwerpen = BTreeSet::new();
        while van < tot {
            let momenten = self.nu.since(van).await?;
            let Some(laatste) = momenten.last().map(|moment| moment.entry.seq) else { break };
            for moment in momenten {
                if raakt_alles(&moment.event) {
                    return Ok(None);
                }
                let entry = &moment.entry;
                onderwerpen.insert((entry.subject_kind.clone(), entry.subject_key.clone()));
            }
            van = laatste;
        }
        Ok(Some(onderwerpen))
    }

    async fn tekst(&self, beeld: &Beeld, onderwerp: &Onderwerp) -> Result<Option<Tekst>, Fout> {
        match bronnen::tekst_van(beeld, onderwerp) {
            Some(versie) => Ok(Some(afspraken::queries::tekst_van(self.db.read(), versie).await?)),
            None => Ok(None),
        }
    }

    fn lees<T>(&self, lees: impl FnOnce(&Stand) -> T) -> T {
        lees(&self.stand.read().unwrap_or_else(PoisonError::into_inner))
    }

    /// Everything in it, for comparing.
    pub fn inhoud(&self) -> Vec<(String, Vec<Document>)> {
        self.lees(|stand| {
            let content = stand.index.content().into_iter();
            content.map(|(groep, alle)| (groep.to_owned(), alle.into_iter().cloned().collect())).collect()
        })
    }

    /// Answers a question with what is known now, as far as `wie` may see it.
    pub async fn zoek(&self, wie: Wie, vraag: Vraag) -> Result<Gevonden, Fout> {
        self.werk_bij().await?;
        let (stand, aliassen) = (self.stand.clone(), self.aliassen.clone());
        let looking = tokio::task::spawn_blocking(move || {
            let begin = Instant::now();
            let stand = stand.read().unwrap_or_else(PoisonError::into_inner);
            let gevonden = stand.index.find(&vraag.tekst, &aliassen, |document| document.zichtbaar(&wie));
            let mut per_soort: Vec<(Zoeksoort, usize)> = Vec::new();
            for hit in &gevonden.hits {
                match per_soort.iter_mut().find(|(soort, _)| *soort == hit.entry.soort) {
                    Some((_, aantal)) => *aantal += 1,
                    None => per_soort.push((hit.entry.soort, 1)),
                }
            }
            let gewild = |soort: Zoeksoort| vraag.soorten.is_empty() || vraag.soorten.contains(&soort);
            let totaal = per_soort.iter().filter(|(soort, _)| gewild(*soort)).map(|(_, aantal)| aantal).sum();
            let bladzijde = gevonden.hits.iter().map(|hit| hit.entry).filter(|document| gewild(document.soort));
            let treffers = bladzijde.skip(vraag.overslaan).take(vraag.hoogstens).map(|document| Treffer {
                soort: document.soort,
                waar: document.waar.clone(),
                titel: gevonden.mark(&document.titel),
                bij: document.bij.clone(),
                fragment: gevonden.fragment(&document.tekst),
                voorbij: document.voorbij,
            });
            let treffers = treffers.collect();
            Gevonden { treffers, totaal, per_soort, bedoeld: gevonden.instead.clone(), duur: begin.elapsed() }
        });
        looking.await.map_err(Fout::intern)
    }
}

/// Do the names change that stand in what others are found by? Then everything is looked at anew.
fn raakt_alles(gebeurtenis: &Gebeurtenis) -> bool {
    match gebeurtenis {
        Gebeurtenis::Organisatie(gebeurtenis) => matches!(
            gebeurtenis,
            organisatie::Gebeurtenis::FeitVastgelegd { .. } | organisatie::Gebeurtenis::PersoonGewijzigd { .. }
        ),
        Gebeurtenis::Integratie(gebeurtenis) => matches!(
            gebeurtenis,
            integratie::Gebeurtenis::TrajectVastgelegd { .. }
                | integratie::Gebeurtenis::BesluitVastgelegd { .. }
                | integratie::Gebeurtenis::BesluitstappenGewijzigd { .. }
        ),
        _ => false,
    }
}
