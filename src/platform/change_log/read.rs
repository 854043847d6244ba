//! Reading the log: by position for those who follow it, by subject, actor and time for those who look back.

use jiff::Timestamp;
use sea_orm::{ColumnTrait, Condition, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use uuid::Uuid;

use super::{Entry, tables::entry};

/// Which entries someone looks for. Everything left open matches.
#[derive(Debug, Clone, Default)]
pub struct Filter {
    /// Only about these subjects: kind and key. Empty is all.
    pub subjects: Vec<(String, String)>,
    pub actor: Option<Uuid>,
    pub from: Option<Timestamp>,
    pub until: Option<Timestamp>,
    /// Only entries before this position.
    pub before: Option<i64>,
    /// Only entries after this position.
    pub after: Option<i64>,
    /// Only these scopes; empty is none at all, absent is all.
    pub scopes: Option<Vec<String>>,
    /// Only these kinds; empty is all.
    pub kinds: Vec<String>,
    /// Not these scopes: what the reader may not see.
    pub hidden: Vec<String>,
}

/// Entries after `seq`, oldest first, at most `limit`.
pub async fn after(conn: &impl ConnectionTrait, seq: i64, limit: u64) -> Result<Vec<Entry>, DbErr> {
    let rows = entry::Entity::find()
        .filter(entry::Column::Seq.gt(seq))
        .order_by_asc(entry::Column::Seq)
        .limit(limit)
        .all(conn)
        .await?;
    rows.into_iter().map(Entry::try_from).collect()
}

/// Entries that match, newest first, at most `limit`.
pub async fn newest(conn: &impl ConnectionTrait, filter: &Filter, limit: u64) -> Result<Vec<Entry>, DbErr> {
    let rows = entry::Entity::find()
        .filter(condition(filter))
        .order_by_desc(entry::Column::Seq)
        .limit(limit)
        .all(conn)
        .await?;
    rows.into_iter().map(Entry::try_from).collect()
}

/// Entries that match, oldest first, at most `limit`.
pub async fn oldest(conn: &impl ConnectionTrait, filter: &Filter, limit: u64) -> Result<Vec<Entry>, DbErr> {
    let rows =
        entry::Entity::find().filter(condition(filter)).order_by_asc(entry::Column::Seq).limit(limit).all(conn).await?;
    rows.into_iter().map(Entry::try_from).collect()
}

/// One entry.
pub async fn one(conn: &impl ConnectionTrait, seq: i64) -> Result<Option<Entry>, DbErr> {
    entry::Entity::find_by_id(seq).one(conn).await?.map(Entry::try_from).transpose()
}

fn condition(filter: &Filter) -> Condition {
    use entry::Column;
    let mut all = Condition::all();
    if !filter.subjects.is_empty() {
        let one = |(kind, key): &(String, String)| {
            Condition::all().add(Column::SubjectKind.eq(kind)).add(Column::SubjectKey.eq(key))
        };
        all = all.add(filter.subjects.iter().fold(Condition::any(), |any, subject| any.add(one(subject))));
    }
    if let Some(actor) = filter.actor {
        all = all.add(Column::Actor.eq(actor));
    }
    if let Some(from) = filter.from {
        all = all.add(Column::At.gte(from.as_millisecond()));
    }
    if let Some(until) = filter.until {
        all = all.add(Column::At.lte(until.as_millisecond()));
    }
    if let Some(before) = filter.before {
        all = all.add(Column::Seq.lt(before));
    }
    if let Some(after) = filter.after {
        all = all.add(Column::Seq.gt(after));
    }
    if let Some(scopes) = &filter.scopes {
        all = all.add(Column::Scope.is_in(scopes));
    }
    if !filter.kinds.is_empty() {
        all = all.add(Column::Kind.is_in(&filter.kinds));
    }
    if !filter.hidden.is_empty() {
        all = all.add(Column::Scope.is_not_in(&filter.hidden));
    }
    all
}

impl TryFrom<entry::Model> for Entry {
    type Error = DbErr;

    fn try_from(row: entry::Model) -> Result<Self, DbErr> {
        let unreadable = |what: String| DbErr::Custom(format!("log entry {}: {what}", row.seq));
        Ok(Self {
            seq: row.seq,
            at: Timestamp::from_millisecond(row.at).map_err(|error| unreadable(error.to_string()))?,
            payload: serde_json::from_str(&row.payload).map_err(|error| unreadable(error.to_string()))?,
            actor: row.actor,
            client_mutation_id: row.client_mutation_id,
            command: row.command,
            scope: row.scope,
            subject_kind: row.subject_kind,
            subject_key: row.subject_key,
            kind: row.kind,
            version: row.version,
        })
    }
}
