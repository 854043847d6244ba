//! Back in time: the state as it was, built up from the log.

use std::sync::Arc;

use async_graphql::{Context, Result};

use crate::{
    domain::{
        beeld::Beeld,
        fout::Fout,
        graphql::aanvraag,
        rechten::{Bereik, Recht},
    },
    platform::{
        change_log::{
            Position,
            live::{Present, World},
            read,
        },
        graphql::scalars::Tijdstip,
    },
};

/// How many entries are folded at a time.
const CHUNK: u64 = 1000;

/// The present, or the state as it was at `op`. Who may read tasks may look back.
pub async fn beeld_op(ctx: &Context<'_>, op: Option<Tijdstip>) -> Result<Present<Beeld>> {
    let aanvraag = aanvraag(ctx);
    aanvraag.eis(Recht::TakenLezen, &Bereik::Alles)?;
    let Some(Tijdstip(op)) = op else { return Ok(aanvraag.nu.clone()) };
    let mut beeld = Beeld::default();
    let mut seq = 0;
    loop {
        let filter = read::Filter { after: Some(seq), until: Some(op), ..Default::default() };
        let entries = read::oldest(aanvraag.app.db().read(), &filter, CHUNK).await;
        let entries = entries.map_err(|error| Fout::from(error).top_level())?;
        for entry in &entries {
            let event = Beeld::decode(entry).map_err(|error| Fout::from(error).top_level())?;
            beeld.advance(entry, &event);
            seq = entry.seq;
        }
        if (entries.len() as u64) < CHUNK {
            let position = Position { seq, ..aanvraag.nu.position };
            return Ok(Present { position, world: Arc::new(beeld) });
        }
    }
}
