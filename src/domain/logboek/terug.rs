//! Back in time: the state as it was, built up from the log.

use std::{
    collections::BTreeMap,
    sync::{Arc, Mutex, PoisonError},
};

use async_graphql::{Context, Result};
use jiff::{Timestamp, ToSpan, civil::Date, tz::TimeZone};
use uuid::Uuid;

use crate::{
    app::App,
    domain::{
        beeld::Beeld,
        fout::Fout,
        graphql::{Aanvraag, aanvraag},
        rechten::{Bereik, Recht, Wie, toets},
        sporen::Lezing,
    },
    platform::{
        change_log::{Position, live::World, read},
        clock::dutch_date,
        graphql::scalars::{Datum, Tijdstip},
    },
};

/// How many entries are folded at a time.
const CHUNK: u64 = 1000;
/// How many states of the past are kept. They share what did not change between them.
const HOOGUIT: usize = 64;

/// The present, or the state as it was at `op`, and its position. Who may read tasks may look back.
pub async fn beeld_op(ctx: &Context<'_>, op: Option<Tijdstip>) -> Result<(Lezing, Position)> {
    let aanvraag = aanvraag(ctx);
    aanvraag.eis(Recht::TakenLezen, &Bereik::Alles)?;
    match op {
        Some(Tijdstip(op)) => vouw(aanvraag, op, dutch_date(op)).await,
        None => Ok((aanvraag.beeld(), aanvraag.positie)),
    }
}

/// The same, as it was at the end of a day in the Netherlands. A day that is not over yet is the present.
pub async fn beeld_van_dag(ctx: &Context<'_>, dag: Option<Datum>) -> Result<(Lezing, Position)> {
    let aanvraag = aanvraag(ctx);
    aanvraag.eis(Recht::TakenLezen, &Bereik::Alles)?;
    let Some(Datum(dag)) = dag.filter(|dag| dag.0 < aanvraag.vandaag()) else {
        return Ok((aanvraag.beeld(), aanvraag.positie));
    };
    vouw(aanvraag, einde_van(dag)?, dag).await
}

/// The same, for who asks for a file.
pub async fn lezing_van_dag(app: &App, wie: &Wie, dag: Option<Date>) -> Result<Lezing, Fout> {
    let aanvraag = Aanvraag::new(app.clone(), Some(wie.clone()));
    let Some(dag) = dag.filter(|dag| *dag < aanvraag.vandaag()) else { return Ok(aanvraag.beeld()) };
    toets(wie, Recht::TakenLezen, &Bereik::Alles)?;
    let tot = einde_van(dag).map_err(|error| Fout::intern(error.message))?;
    let (lezing, _) = vouw(&aanvraag, tot, dag).await.map_err(|error| Fout::intern(error.message))?;
    Ok(lezing)
}

/// The last millisecond of a day in the Netherlands: the log keeps no finer grain.
fn einde_van(dag: Date) -> Result<Timestamp> {
    let zone = TimeZone::get("Europe/Amsterdam").unwrap_or(TimeZone::UTC);
    let morgen = dag.saturating_add(1.day()).to_zoned(zone).map_err(|error| Fout::intern(error).top_level())?;
    Ok(morgen.timestamp() - 1.millisecond())
}

async fn vouw(aanvraag: &Aanvraag, tot: Timestamp, dag: Date) -> Result<(Lezing, Position)> {
    let app = aanvraag.app();
    let filter = read::Filter { until: Some(tot), ..Default::default() };
    let laatste = read::newest(app.db().read(), &filter, 1).await.map_err(|error| Fout::from(error).top_level())?;
    let grens = laatste.first().map_or(0, |entry| entry.seq);
    let epoch = aanvraag.positie.epoch;
    let (vanaf, mut beeld) = app.verleden().dichtbij(epoch, grens);
    let mut seq = vanaf;
    while seq < grens {
        let entries = read::after(app.db().read(), seq, CHUNK).await.map_err(|error| Fout::from(error).top_level())?;
        if entries.is_empty() {
            return Err(Fout::intern(format!("the log has nothing between {seq} and {grens}")).top_level());
        }
        let stand = Arc::make_mut(&mut beeld);
        for entry in entries.iter().take_while(|entry| entry.seq <= grens) {
            let event = Beeld::decode(entry).map_err(|error| Fout::from(error).top_level())?;
            stand.advance(entry, &event);
            seq = entry.seq;
        }
    }
    app.verleden().bewaar(epoch, grens, &beeld);
    Ok((Lezing::terug(beeld, aanvraag.sporen.clone(), dag), Position { epoch, seq: grens }))
}

/// States of the past that were asked for before. The log never changes, so neither do they; and the way to a later one
/// begins at the nearest.
#[derive(Default)]
pub struct Verleden(Mutex<BTreeMap<(Uuid, i64), Arc<Beeld>>>);

impl Verleden {
    /// The last state kept at or before this position, and where it is; the empty one at the beginning of the log.
    fn dichtbij(&self, epoch: Uuid, grens: i64) -> (i64, Arc<Beeld>) {
        let standen = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let stand = standen.range((epoch, 0)..=(epoch, grens)).next_back();
        stand.map_or_else(Default::default, |((_, seq), beeld)| (*seq, beeld.clone()))
    }

    fn bewaar(&self, epoch: Uuid, seq: i64, beeld: &Arc<Beeld>) {
        let mut standen = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        standen.insert((epoch, seq), beeld.clone());
        // The first one is the cheapest to build again.
        if standen.len() > HOOGUIT {
            standen.pop_first();
        }
    }
}
