//! Back in time: the state as it was, built up from the log.

use std::sync::Arc;

use async_graphql::{Context, Result};
use jiff::{Timestamp, ToSpan, civil::Date, tz::TimeZone};

use crate::{
    domain::{
        beeld::Beeld,
        fout::Fout,
        graphql::{Aanvraag, aanvraag},
        rechten::{Bereik, Recht},
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

/// The last millisecond of a day in the Netherlands: the log keeps no finer grain.
fn einde_van(dag: Date) -> Result<Timestamp> {
    let zone = TimeZone::get("Europe/Amsterdam").unwrap_or(TimeZone::UTC);
    let morgen = dag.saturating_add(1.day()).to_zoned(zone).map_err(|error| Fout::intern(error).top_level())?;
    Ok(morgen.timestamp() - 1.millisecond())
}

async fn vouw(aanvraag: &Aanvraag, tot: Timestamp, dag: Date) -> Result<(Lezing, Position)> {
    let mut beeld = Beeld::default();
    let mut seq = 0;
    loop {
        let filter = read::Filter { after: Some(seq), until: Some(tot), ..Default::default() };
        let entries = read::oldest(aanvraag.app().db().read(), &filter, CHUNK).await;
        let entries = entries.map_err(|error| Fout::from(error).top_level())?;
        for entry in &entries {
            let event = Beeld::decode(entry).map_err(|error| Fout::from(error).top_level())?;
            beeld.advance(entry, &event);
            seq = entry.seq;
        }
        if (entries.len() as u64) < CHUNK {
            let positie = Position { seq, ..aanvraag.positie };
            return Ok((Lezing::terug(Arc::new(beeld), aanvraag.sporen.clone(), dag), positie));
        }
    }
}
