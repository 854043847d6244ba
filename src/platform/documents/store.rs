//! Texts as they stand in the store: rows of updates, numbered without gap per text, and now and then all of them
//! gathered into one state.

use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, DatabaseTransaction, DbErr, EntityTrait, ExprTrait, QueryFilter,
    QueryOrder, QuerySelect, Statement, sea_query::Expr,
};
use uuid::Uuid;

use super::tables::{client, document, update};
use crate::platform::db::Db;

/// An update that is to be stored.
#[derive(Debug, Clone)]
pub struct NewUpdate {
    pub author: Option<Uuid>,
    /// The Yjs clients in it that are new in this text.
    pub claims: Vec<u64>,
    pub bytes: Vec<u8>,
}

/// What was stored: everything up to a position.
#[derive(Debug, Default)]
pub struct Stored {
    pub head: i64,
    /// Absent when the reader has it already.
    pub state: Option<Vec<u8>>,
    /// In order; each with its position.
    pub updates: Vec<(i64, Vec<u8>)>,
}

/// What a text is, after position `after`.
pub async fn read_after(conn: &impl ConnectionTrait, name: &str, after: i64) -> Result<Stored, DbErr> {
    let Some(found) = document::Entity::find_by_id(name.to_owned()).one(conn).await? else {
        return Ok(Stored::default());
    };
    let state = (found.upto > after).then_some(found.state);
    let rows = update::Entity::find()
        .filter(update::Column::Document.eq(name))
        .filter(update::Column::Seq.gt(Ord::max(after, found.upto)))
        .filter(update::Column::Seq.lte(found.head))
        .order_by_asc(update::Column::Seq)
        .all(conn)
        .await?;
    let updates = rows.into_iter().map(|row| (row.seq, row.bytes)).collect();
    Ok(Stored { head: found.head, state, updates })
}

/// The same, as one consistent picture.
pub async fn snapshot_after(db: &Db, name: &str, after: i64) -> Result<Stored, DbErr> {
    let tx = db.snapshot().await?;
    let stored = read_after(&tx, name, after).await?;
    tx.rollback().await?;
    Ok(stored)
}

/// Who the Yjs clients in a text are.
pub async fn authors(db: &Db, name: &str) -> Result<Vec<(u64, Option<Uuid>)>, DbErr> {
    let rows = client::Entity::find().filter(client::Column::Document.eq(name)).all(db.read()).await?;
    Ok(rows.into_iter().map(|row| (row.client as u64, row.author)).collect())
}

/// How far these texts are.
pub async fn heads(db: &Db, names: Vec<String>) -> Result<Vec<(String, i64)>, DbErr> {
    document::Entity::find()
        .select_only()
        .columns([document::Column::Name, document::Column::Head])
        .filter(document::Column::Name.is_in(names))
        .into_tuple()
        .all(db.read())
        .await
}

/// Appends to one text; answers for each update its position, or `None` when one of its clients is somebody else, or
/// belongs to another text: then it is not stored.
///
/// The row of the text stays locked until the end of the transaction: positions become visible in order.
pub async fn append(
    tx: &DatabaseTransaction,
    name: &str,
    at: i64,
    updates: Vec<NewUpdate>,
) -> Result<Vec<Option<i64>>, DbErr> {
    let mut kept = Vec::with_capacity(updates.len());
    for new in &updates {
        kept.push(claim(tx, name, new).await?);
    }
    let count = kept.iter().filter(|kept| **kept).count() as i64;
    if count == 0 {
        return Ok(vec![None; kept.len()]);
    }
    let mut next = move_head(tx, name, count).await? - count;
    let mut positions = Vec::with_capacity(updates.len());
    let mut rows = Vec::with_capacity(updates.len());
    for (new, kept) in updates.into_iter().zip(kept) {
        if !kept {
            positions.push(None);
            continue;
        }
        next += 1;
        positions.push(Some(next));
        rows.push(update::ActiveModel {
            document: Set(name.to_owned()),
            seq: Set(next),
            author: Set(new.author),
            at: Set(at),
            bytes: Set(new.bytes),
        });
    }
    update::Entity::insert_many(rows).exec_without_returning(tx).await?;
    Ok(positions)
}

async fn move_head(tx: &DatabaseTransaction, name: &str, by: i64) -> Result<i64, DbErr> {
    let sql = "INSERT INTO documents (name, head, upto, state) VALUES ($1, $2, 0, $3) \
               ON CONFLICT (name) DO UPDATE SET head = documents.head + $2 RETURNING head";
    let values = [name.into(), by.into(), Vec::<u8>::new().into()];
    let statement = Statement::from_sql_and_values(tx.get_database_backend(), sql, values);
    let row = tx.query_one_raw(statement).await?.ok_or_else(|| DbErr::RecordNotFound("documents".into()))?;
    row.try_get("", "head")
}

/// Lays down whose hand the clients of an update are; answers false when one of them is another's.
async fn claim(tx: &DatabaseTransaction, name: &str, new: &NewUpdate) -> Result<bool, DbErr> {
    for claimed in &new.claims {
        let row = client::Model { client: *claimed as i64, document: name.to_owned(), author: new.author };
        client::Entity::insert(client::ActiveModel::from(row.clone()))
            .on_conflict_do_nothing_on([client::Column::Client])
            .exec_without_returning(tx)
            .await?;
        let known = client::Entity::find_by_id(row.client).one(tx).await?;
        if known != Some(row) {
            return Ok(false);
        }
    }
    Ok(true)
}

/// Puts `state` in the place of the updates up to `upto` that it was gathered from.
pub async fn compact(db: &Db, name: &str, upto: i64, state: Vec<u8>) -> Result<(), DbErr> {
    let tx = db.begin_housekeeping().await?;
    let changed = document::Entity::update_many()
        .col_expr(document::Column::State, Expr::value(state))
        .col_expr(document::Column::Upto, Expr::value(upto))
        .filter(document::Column::Name.eq(name))
        .filter(document::Column::Upto.lt(upto))
        .exec(&tx)
        .await?;
    if changed.rows_affected == 1 {
        let gathered = update::Column::Document.eq(name).and(update::Column::Seq.lte(upto));
        update::Entity::delete_many().filter(gathered).exec(&tx).await?;
    }
    tx.commit().await
}

/// For tests and for those who wonder: the updates that were not gathered yet.
pub async fn count(db: &Db, name: &str) -> Result<u64, DbErr> {
    use sea_orm::PaginatorTrait;
    update::Entity::find().filter(update::Column::Document.eq(name)).count(db.read()).await
}

/// Appends for several texts at once, in one transaction.
pub async fn append_all(
    db: &Db,
    at: i64,
    texts: Vec<(String, Vec<NewUpdate>)>,
) -> Result<Vec<Vec<Option<i64>>>, DbErr> {
    let tx: DatabaseTransaction = db.begin_housekeeping().await?;
    let mut all = Vec::with_capacity(texts.len());
    for (name, updates) in texts {
        all.push(append(&tx, &name, at, updates).await?);
    }
    tx.commit().await?;
    Ok(all)
}
