//! Storing entries and receipts, inside the writer's transaction.

use std::collections::HashMap;

use jiff::Timestamp;
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, DatabaseTransaction, DbErr, EntityTrait, ExprTrait, QueryFilter,
    sea_query::Expr,
};
use serde_json::Value;
use uuid::Uuid;

use super::{
    NewEntry, Origin,
    tables::{entry, meta, receipt as receipts},
};
use crate::platform::{
    db::Db,
    writer::{WriteError, Written},
};

/// Rows per statement: eleven values each, and SQLite takes at most 32,766 values at a time.
const ROWS: usize = 500;

/// Draws positions for `entries` and stores them; answers the first position.
///
/// Call it as the last act before the commit: the lock on the one row of `log_meta` is what makes
/// positions visible in order, also with several nodes on one PostgreSQL.
pub async fn append(
    tx: &DatabaseTransaction,
    entries: Vec<(Origin, Timestamp, NewEntry)>,
    receipts_due: Vec<Receipt>,
) -> Result<i64, DbErr> {
    let count = entries.len() as i64;
    let rows = meta::Entity::update_many()
        .col_expr(meta::Column::LastSeq, Expr::col(meta::Column::LastSeq).add(count))
        .exec_with_returning(tx)
        .await?;
    let last = rows.first().ok_or_else(|| DbErr::RecordNotFound("log_meta".into()))?.last_seq;
    let first = last - count + 1;
    let rows: Vec<_> =
        entries.into_iter().zip(first..).map(|((origin, at, new), seq)| row(seq, at, origin, new)).collect();
    for chunk in rows.chunks(ROWS) {
        entry::Entity::insert_many(chunk.iter().cloned()).exec_without_returning(tx).await?;
    }
    let rows: Vec<_> = receipts_due.into_iter().map(|due| due.row(first)).collect();
    for chunk in rows.chunks(ROWS) {
        receipts::Entity::insert_many(chunk.iter().cloned()).exec_without_returning(tx).await?;
    }
    Ok(first)
}

fn row(seq: i64, at: Timestamp, origin: Origin, new: NewEntry) -> entry::ActiveModel {
    entry::ActiveModel {
        seq: Set(seq),
        at: Set(at.as_millisecond()),
        actor: Set(origin.actor),
        client_mutation_id: Set(origin.client_mutation_id),
        command: Set(origin.command.to_owned()),
        scope: Set(new.scope),
        subject_kind: Set(new.subject.kind.to_owned()),
        subject_key: Set(new.subject.key),
        kind: Set(new.kind.to_owned()),
        version: Set(new.version),
        payload: Set(new.payload.to_string()),
    }
}

/// The answer to a mutation, kept for its retries.
pub struct Receipt {
    client_mutation_id: Uuid,
    actor: Uuid,
    fingerprint: String,
    outcome: String,
    /// How many entries of the batch stand up to and including this mutation's last one.
    count: usize,
    at: Timestamp,
}

impl Receipt {
    pub fn of(origin: &Origin, outcome: &Value, count: usize, at: Timestamp) -> Option<Self> {
        Some(Self {
            client_mutation_id: origin.client_mutation_id?,
            actor: origin.actor.unwrap_or_default(),
            fingerprint: origin.fingerprint.clone(),
            outcome: outcome.to_string(),
            count,
            at,
        })
    }

    fn row(self, first: i64) -> receipts::ActiveModel {
        receipts::ActiveModel {
            client_mutation_id: Set(self.client_mutation_id),
            actor: Set(self.actor),
            fingerprint: Set(self.fingerprint),
            outcome: Set(self.outcome),
            seq: Set(first + self.count as i64 - 1),
            at: Set(self.at.as_millisecond()),
        }
    }
}

/// The receipts of those of these mutations that were done before.
pub async fn receipts_of(conn: &impl ConnectionTrait, origins: &[&Origin]) -> Result<Receipts, DbErr> {
    let ids: Vec<Uuid> = origins.iter().filter_map(|origin| origin.client_mutation_id).collect();
    if ids.is_empty() {
        return Ok(Receipts::default());
    }
    let found = receipts::Entity::find().filter(receipts::Column::ClientMutationId.is_in(ids)).all(conn).await?;
    Ok(Receipts(found.into_iter().map(|row| ((row.client_mutation_id, row.actor), row)).collect()))
}

/// Receipts by mutation and who did it.
#[derive(Default)]
pub struct Receipts(HashMap<(Uuid, Uuid), receipts::Model>);

impl Receipts {
    /// The first answer to this mutation when it was done before; an error when its id was used for something else.
    pub fn answer(&self, origin: &Origin) -> Result<Option<Written>, WriteError> {
        let found = origin.client_mutation_id.and_then(|id| self.0.get(&(id, origin.actor.unwrap_or_default())));
        let Some(receipt) = found else { return Ok(None) };
        if receipt.fingerprint != origin.fingerprint {
            return Err(WriteError::MutationIdReused(receipt.client_mutation_id));
        }
        let outcome = serde_json::from_str(&receipt.outcome).map_err(|error| DbErr::Json(error.to_string()))?;
        Ok(Some(Written { outcome, seq: Some(receipt.seq) }))
    }
}

/// Forgets the receipts from before this moment: a retry of those mutations would be done again.
pub async fn forget_receipts(db: &Db, before: Timestamp) -> Result<u64, DbErr> {
    let old = receipts::Column::At.lt(before.as_millisecond());
    Ok(receipts::Entity::delete_many().filter(old).exec(db.housekeeping()).await?.rows_affected)
}
