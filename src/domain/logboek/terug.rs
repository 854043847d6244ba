//! Back in time: the state as it was, built up from the log.

use std::sync::Arc;

use async_graphql::{Context, Result};

use crate::{
    domain::{
        beeld::Beeld,
        fout::Fout,
        graphql::aanvraag,
        rechten::{Bereik, Recht},
        sporen::Lezing,
    },
    platform::{
        change_log::{Position, live::World, read},
        graphql::scalars::Tijdstip,
    },
};

/// How many entries are folded at a time.
const CHUNK: u64 = 1000;

/// The present, or the state as it was at `op`, and its position. Who may read tasks may look back.
pub async fn beeld_op(ctx: &Context<'_>, op: Option<Tijdstip>) -> Result<(Lezing, Position)> {
    let aanvraag = aanvraag(ctx);
    aanvraag.eis(Recht::TakenLezen, &Bereik::Alles)?;
    let Some(Tijdstip(op)) = op else { return Ok((aanvraag.beeld(), aanvraag.positie)) };
    let mut beeld = Beeld::default();
    let mut seq = 0;
    loop {
        let filter = read::Filter { after: Some(seq), until: Some(op), ..Default::default() };
        let entries = read::oldest(aanvraag.app().db().read(), &filter, CHUNK).await;
        let entries = entries.map_err(|error| Fout::from(error).top_level())?;
        for entry in &entries {
            let event = Beeld::decode(entry).map_err(|error| Fout::from(error).top_level())?;
            beeld.advance(entry, &event);
            seq = entry.seq;
        }
        if (entries.len() as u64) < CHUNK {
            let positie = Position { seq, ..aanvraag.positie };
            return Ok((Lezing::new(Arc::new(beeld), aanvraag.sporen.clone()), positie));
        }
    }
}
