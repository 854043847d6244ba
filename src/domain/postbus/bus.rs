//! The events of late that may concern anyone, and what of them is for one person.
//!
//! Read from the log at the first question, and from then on kept up with it, like the index of what one can look for.

use std::{
    collections::{BTreeSet, VecDeque},
    sync::{Arc, PoisonError, RwLock},
};

use jiff::{SignedDuration, Timestamp, ToSpan, civil::Date};
use sea_orm::DbErr;
use tokio::sync::Mutex;

use super::{
    betreft::{Bericht, Lezer, Onderwerp, SOORTEN, betreft},
    volgen::{nieuws, onderwerpen, waaraan},
};
use crate::{
    domain::{
        afspraken::Komt,
        beeld::{Beeld, Nu},
        gebeurtenis::Gebeurtenis,
        herinneringen::{self, Herinnering, HerinneringSoort, Over},
        integratie::{Waarover, cel_sleutel},
        meldingen::MeldingSoort,
        organisatie::PersoonId,
        woorden::{aantal, datum},
    },
    platform::{
        change_log::{
            Entry, Position,
            read::{self, Filter},
        },
        clock::{dutch_date, dutch_moment},
        db::Db,
    },
};

/// What happened longer ago stands in the log, and no longer among the messages.
const BEWAARD: SignedDuration = SignedDuration::from_hours(24 * 60);
/// Of more events than this the oldest are left out.
const HOOGSTENS: usize = 5_000;
/// So many subjects the log is asked for at a time.
const PER_VRAAG: usize = 200;
/// So many days before a date its message comes.
pub const VOORAF: i64 = 7;

/// An event that may concern anyone.
struct Gebeurd {
    seq: i64,
    op: Timestamp,
    door: PersoonId,
    gebeurtenis: Gebeurtenis,
}

/// Something there is to tell to one person.
#[derive(Debug, Clone, PartialEq)]
pub struct Melding {
    /// Its place in the log; for a term what it is about and when.
    pub id: String,
    pub soort: MeldingSoort,
    pub onderwerp: Onderwerp,
    pub zin: String,
    /// What a letter says instead, when the sentence may hold what someone wrote.
    pub in_brief: Option<String>,
    /// When it came.
    pub op: Timestamp,
    pub door: Option<PersoonId>,
    /// The day it is about, when that is what it is about.
    pub dag: Option<Date>,
    pub gelezen: bool,
}

impl Melding {
    /// The sentence as it may leave the hub.
    pub fn voor_brief(&self) -> &str {
        self.in_brief.as_deref().unwrap_or(&self.zin)
    }
}

#[derive(Default)]
struct Stand {
    positie: Option<Position>,
    gebeurd: VecDeque<Gebeurd>,
}

/// What this node knows there is to tell.
pub struct Postbus {
    db: Db,
    nu: Arc<Nu>,
    stand: RwLock<Stand>,
    /// Held while catching up: one at a time is enough.
    bijwerken: Mutex<()>,
}

impl Postbus {
    /// Empty until somebody asks.
    pub fn new(db: Db, nu: Arc<Nu>) -> Self {
        Self { db, nu, stand: RwLock::default(), bijwerken: Mutex::default() }
    }

    /// Takes in everything that happened up to now.
    pub async fn werk_bij(&self, moment: Timestamp) -> Result<(), DbErr> {
        let _alleen = self.bijwerken.lock().await;
        let position = self.nu.present().position;
        let vorige = self.stand.read().unwrap_or_else(PoisonError::into_inner).positie;
        let Some(mut seq) = vorige.filter(|vorige| vorige.epoch == position.epoch).map(|vorige| vorige.seq) else {
            let gebeurd = self.uit_logboek(position, moment).await?;
            *self.stand.write().unwrap_or_else(PoisonError::into_inner) = Stand { positie: Some(position), gebeurd };
            return Ok(());
        };
        while seq < position.seq {
            let momenten = self.nu.since(seq).await?;
            let Some(laatste) = momenten.last().map(|moment| moment.entry.seq) else { break };
            let mut stand = self.stand.write().unwrap_or_else(PoisonError::into_inner);
            let nieuw = momenten.iter().filter(|moment| telt(&moment.world, &moment.entry, &moment.event));
            stand.gebeurd.extend(nieuw.filter_map(|moment| gebeurd(&moment.entry, &moment.event)));
            let te_veel = stand.gebeurd.len().saturating_sub(HOOGSTENS);
            stand.gebeurd.drain(..te_veel);
            stand.positie = Some(Position { seq: laatste, ..position });
            seq = laatste;
        }
        Ok(())
    }

    async fn uit_logboek(&self, position: Position, moment: Timestamp) -> Result<VecDeque<Gebeurd>, DbErr> {
        let filter = Filter {
            from: moment.checked_sub(BEWAARD).ok(),
            before: Some(position.seq + 1),
            kinds: SOORTEN.map(str::to_owned).to_vec(),
            ..Filter::default()
        };
        let mut entries = read::newest(self.db.read(), &filter, HOOGSTENS as u64).await?;
        let filter = Filter { kinds: Vec::new(), ..filter };
        entries.extend(self.van_gevolgden(&filter).await?);
        entries.sort_by_key(|entry| entry.seq);
        entries.dedup_by_key(|entry| entry.seq);
        let gelezen = entries.iter().map(|entry| Ok(gebeurd(entry, &Gebeurtenis::lees(entry)?)));
        let gelezen: Result<Vec<_>, DbErr> = gelezen.collect();
        Ok(gelezen?.into_iter().flatten().collect())
    }

    /// What happened to everything that anyone follows.
    async fn van_gevolgden(&self, filter: &Filter) -> Result<Vec<Entry>, DbErr> {
        let beeld = self.nu.present().world;
        let gevolgd: BTreeSet<_> =
            beeld.meldingen.gevolgd.values().flat_map(|een| &een.0).map(|een| &een.over).collect();
        let subjects: Vec<_> = gevolgd.into_iter().flat_map(|over| onderwerpen(&beeld, over)).collect();
        let mut entries = Vec::new();
        for subjects in subjects.chunks(PER_VRAAG) {
            let filter = Filter { subjects: subjects.to_vec(), ..filter.clone() };
            entries.extend(read::newest(self.db.read(), &filter, HOOGSTENS as u64).await?);
        }
        Ok(entries)
    }

    /// Everything there is to tell to someone, newest first: what happened, and the dates that are near.
    pub fn lijst(&self, beeld: &Arc<Beeld>, persoon: PersoonId, moment: Timestamp) -> Vec<Melding> {
        let vandaag = dutch_date(moment);
        let rollen = beeld.organisatie.rollen_van(persoon, vandaag);
        if rollen.is_empty() {
            return Vec::new();
        }
        let gelezen = beeld.meldingen.gelezen_door(persoon);
        let lezer = Lezer { persoon, rollen: &rollen };
        let vroegst = moment.checked_sub(BEWAARD).unwrap_or(Timestamp::MIN);
        let stand = self.stand.read().unwrap_or_else(PoisonError::into_inner);
        let gebeurd = stand.gebeurd.iter().filter(|een| een.op >= vroegst && een.door != persoon);
        let mut alle: Vec<Melding> = gebeurd
            .filter_map(|een| {
                let Bericht { soort, onderwerp, zin, in_brief } =
                    voor(beeld, &lezer, een.op, een.door, &een.gebeurtenis)?;
                let (id, door) = (een.seq.to_string(), Some(een.door));
                let gelezen = gelezen.is_gelezen(&id, Some(een.seq));
                Some(Melding { id, soort, onderwerp, zin, in_brief, op: een.op, door, dag: None, gelezen })
            })
            .collect();
        drop(stand);
        let tot = vandaag.saturating_add(VOORAF.days());
        let herinneringen = herinneringen::van_beeld(beeld, persoon, (vandaag, tot));
        alle.extend(herinneringen.iter().map(|een| {
            let mut melding = termijn(een, vandaag);
            melding.gelezen = gelezen.is_gelezen(&melding.id, None);
            melding
        }));
        alle.sort_by(|een, ander| (ander.op, &ander.id).cmp(&(een.op, &een.id)));
        alle
    }
}

/// The message an event is to someone, in words of the present.
pub fn voor(
    beeld: &Arc<Beeld>,
    lezer: &Lezer,
    op: Timestamp,
    door: PersoonId,
    gebeurtenis: &Gebeurtenis,
) -> Option<Bericht> {
    let wie = beeld.organisatie.personen.get(&door).map_or("Iemand", |persoon| persoon.naam.as_str());
    betreft(beeld, lezer, wie, gebeurtenis).or_else(|| nieuws(beeld, lezer.persoon, op, wie, gebeurtenis))
}

/// Can there be anything in this for anyone?
fn telt(beeld: &Beeld, entry: &Entry, gebeurtenis: &Gebeurtenis) -> bool {
    SOORTEN.contains(&entry.kind.as_str())
        || waaraan(beeld, gebeurtenis).is_some_and(|over| beeld.meldingen.wordt_gevolgd(&over))
}

fn gebeurd(entry: &Entry, gebeurtenis: &Gebeurtenis) -> Option<Gebeurd> {
    // What the hub lays down of itself is nobody's news.
    let door = PersoonId(entry.actor?);
    Some(Gebeurd { seq: entry.seq, op: entry.at, door, gebeurtenis: gebeurtenis.clone() })
}

/// A date that is near. Its id holds the date: when that moves, it is another message.
fn termijn(een: &Herinnering, vandaag: Date) -> Melding {
    let dagen = (een.dag - vandaag).get_days();
    let wanneer = match dagen {
        ..0 => format!("was op {}", datum(een.dag)),
        0 => "vandaag".to_owned(),
        1 => "morgen".to_owned(),
        dagen => format!("over {}", aantal(i64::from(dagen), "dag", "dagen")),
    };
    Melding {
        id: format!("termijn:{}:{}", herinneringen::sleutel(&een.over), een.dag),
        soort: match een.soort {
            HerinneringSoort::Ondertekenen => MeldingSoort::Ondertekenen,
            _ => MeldingSoort::Termijn,
        },
        onderwerp: match &een.over {
            Over::Werk(Waarover::Stap(stap)) => ("Besluitstap", stap.to_string()),
            Over::Werk(Waarover::Cel(stap, gemeente)) => ("Besluitcel", cel_sleutel(stap, gemeente)),
            Over::Werk(Waarover::Mijlpaal(id)) => ("Mijlpaal", id.to_string()),
            Over::Werk(Waarover::Taak(id)) => ("Taak", id.to_string()),
            Over::Afspraak(Komt::Tekenen(id) | Komt::Sluiten(id)) => ("Ronde", id.to_string()),
            Over::Afspraak(Komt::Herzien(id)) => ("Afspraak", id.to_string()),
            Over::Afspraak(Komt::AfwijkingEindigt(id)) => ("Afwijking", id.to_string()),
        },
        zin: format!("{}: {wanneer}", een.titel),
        in_brief: None,
        op: dutch_moment(een.dag.saturating_sub(VOORAF.days()).min(vandaag), 0),
        door: None,
        dag: Some(een.dag),
        gelezen: false,
    }
}
