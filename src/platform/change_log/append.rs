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
    Entry, Origin,
    tables::{entry, meta, receipt as receipts},
};
use crate::platform::{
    db::{Db, pieces},
    writer::{WriteError, Written},
};

/// In the place of a position, in the receipt of a mutation that found nothing to change.
const NOWHERE: i64 = 0;

/// Stores entries, whose positions follow the last one given out, and the receipts that come with them.
///
/// Call it as the last act before the commit, under the lock on the one row of `log_meta`: that is what makes
/// positions visible in order, also with several nodes on one PostgreSQL.
pub async fn append<'e>(
    tx: &DatabaseTransaction,
    entries: impl Iterator<Item = &'e Entry>,
    receipts_due: Vec<Receipt>,
) -> Result<(), DbErr> {
    let rows: Vec<_> = entries.map(row).collect();
    if let Some(newest) = rows.last() {
        let meta = meta::Entity::update_many()
            .col_expr(meta::Column::LastSeq, Expr::col(meta::Column::LastSeq).add(rows.len() as i64))
            .exec_with_returning(tx)
            .await?;
        let last = meta.first().ok_or_else(|| DbErr::RecordNotFound("log_meta".into()))?.last_seq;
        if newest.seq != Set(last) {
            return Err(DbErr::Custom(format!("the log is at {last}: someone wrote past the lock")));
        }
    }
    for chunk in pieces(&rows) {
        entry::Entity::insert_many(chunk.iter().cloned()).exec_without_returning(tx).await?;
    }
    let rows: Vec<_> = receipts_due.into_iter().map(Receipt::row).collect();
    for chunk in pieces(&rows) {
        receipts::Entity::insert_many(chunk.iter().cloned()).exec_without_returning(tx).await?;
    }
    Ok(())
}

fn row(entry: &Entry) -> entry::ActiveModel {
    entry::ActiveModel {
        seq: Set(entry.seq),
        at: Set(entry.at.as_millisecond()),
        actor: Set(entry.actor),
        client_mutation_id: Set(entry.client_mutation_id),
        command: Set(entry.command.clone()),
        scope: Set(entry.scope.clone()),
        subject_kind: Set(entry.subject_kind.clone()),
        subject_key: Set(entry.subject_key.clone()),
        kind: Set(entry.kind.clone()),
        version: Set(entry.version),
        payload: Set(entry.payload.to_string()),
    }
}

/// The answer to a mutation, kept for its retries.
pub struct Receipt {
    client_mutation_id: Uuid,
    actor: Uuid,
    fingerprint: String,
    outcome: String,
    /// Position of the mutation's last entry; none when there was nothing to change.
    seq: Option<i64>,
    at: Timestamp,
}

impl Receipt {
    /// None for what the hub does by itself.
    pub fn of(origin: &Origin, outcome: &Value, seq: Option<i64>, at: Timestamp) -> Option<Self> {
        Some(Self {
            client_mutation_id: origin.client_mutation_id?,
            actor: origin.actor.unwrap_or_default(),
            fingerprint: origin.fingerprint.clone(),
            outcome: outcome.to_string(),
            seq,
            at,
        })
    }

    fn row(self) -> receipts::ActiveModel {
        receipts::ActiveModel {
            client_mutation_id: Set(self.client_mutation_id),
            actor: Set(self.actor),
            fingerprint: Set(self.fingerprint),
            outcome: Set(self.outcome),
            seq: Set(self.seq.unwrap_or(NOWHERE)),
            at: Set(self.at.as_millisecond()),
        }
    }
}

/// The receipts of those of these mutations that were done before.
pub async fn receipts_of<'o>(
    conn: &impl ConnectionTrait,
    origins: impl Iterator<Item = &'o Origin>,
) -> Result<Receipts, DbErr> {
    let mut ids: Vec<Uuid> = origins.filter_map(|origin| origin.client_mutation_id).collect();
    let Some(last) = ids.last().copied() else { return Ok(Receipts::default()) };
    // Filled up, for the same reason as in `pieces`.
    ids.resize(ids.len().next_power_of_two(), last);
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
        Ok(Some(Written { outcome, seq: Some(receipt.seq).filter(|seq| *seq != NOWHERE) }))
    }
}

/// Forgets the receipts from before this moment: a retry of those mutations would be done again.
pub async fn forget_receipts(db: &Db, before: Timestamp) -> Result<u64, DbErr> {
    let old = receipts::Column::At.lt(before.as_millisecond());
    Ok(receipts::Entity::delete_many().filter(old).exec(db.housekeeping()).await?.rows_affected)
}
