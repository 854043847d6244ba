//! Rows that commands leave to be written together: one statement per table for all commands of a batch, where each
//! would otherwise be a round trip of its own.

use std::{
    any::{Any, TypeId},
    collections::HashMap,
};

use futures_util::{FutureExt, future::BoxFuture};
use sea_orm::{
    ActiveModelTrait, DatabaseTransaction, DbErr, EntityTrait, IdenStatic, Iterable, PrimaryKeyToColumn,
    sea_query::{OnConflict, ValueTuple},
};

use crate::platform::db::pieces;

/// Whole rows, by table.
#[derive(Default)]
pub struct Rows {
    /// In the order in which they were first touched, so that what others refer to is there first.
    tables: Vec<(TypeId, Box<dyn Table>)>,
}

trait Table: Any + Send + Sync {
    /// Takes over the rows of another one of the same type.
    fn take(&mut self, later: Box<dyn Any>);
    fn write<'t>(self: Box<Self>, tx: &'t DatabaseTransaction) -> BoxFuture<'t, Result<(), DbErr>>;
}

/// The rows of one table: of those with the same primary key, the last one saved.
struct Of<A> {
    rows: Vec<A>,
    places: HashMap<ValueTuple, usize>,
}

impl<A: ActiveModelTrait + Send + Sync + 'static> Of<A> {
    fn save(&mut self, row: A) {
        let Some(key) = row.get_primary_key_value() else {
            // The store will say what is wrong with it.
            return self.rows.push(row);
        };
        match self.places.get(&key) {
            Some(place) => self.rows[*place] = row,
            None => {
                self.places.insert(key, self.rows.len());
                self.rows.push(row);
            }
        }
    }
}

impl<A: ActiveModelTrait + Send + Sync + 'static> Table for Of<A> {
    fn take(&mut self, later: Box<dyn Any>) {
        if let Ok(later) = later.downcast::<Self>() {
            later.rows.into_iter().for_each(|row| self.save(row));
        }
    }

    fn write<'t>(self: Box<Self>, tx: &'t DatabaseTransaction) -> BoxFuture<'t, Result<(), DbErr>> {
        type Column<A> = <<A as ActiveModelTrait>::Entity as EntityTrait>::Column;
        type Key<A> = <<A as ActiveModelTrait>::Entity as EntityTrait>::PrimaryKey;
        async move {
            let key: Vec<Column<A>> = Key::<A>::iter().map(PrimaryKeyToColumn::into_column).collect();
            let rest = Column::<A>::iter().filter(|column| key.iter().all(|part| part.as_str() != column.as_str()));
            let replace = OnConflict::columns(key.iter().copied()).update_columns(rest).to_owned();
            for piece in pieces(&self.rows) {
                let insert = A::Entity::insert_many(piece.iter().cloned()).on_conflict(replace.clone());
                insert.exec_without_returning(tx).await?;
            }
            Ok(())
        }
        .boxed()
    }
}

impl Rows {
    /// Adds a whole row: every column set.
    pub fn save<A: ActiveModelTrait + Send + Sync + 'static>(&mut self, row: A) {
        let mut rows = Of { rows: Vec::new(), places: HashMap::new() };
        rows.save(row);
        self.take(TypeId::of::<A>(), Box::new(rows));
    }

    /// Adds what another command saved after these.
    pub fn add(&mut self, later: Self) {
        later.tables.into_iter().for_each(|(id, table)| self.take(id, table));
    }

    fn take(&mut self, id: TypeId, later: Box<dyn Table>) {
        match self.tables.iter_mut().find(|(known, _)| *known == id) {
            Some((_, table)) => table.take(later),
            None => self.tables.push((id, later)),
        }
    }

    /// Writes them, whether they were there or not.
    pub async fn write(self, tx: &DatabaseTransaction) -> Result<(), DbErr> {
        for (_, table) in self.tables {
            table.write(tx).await?;
        }
        Ok(())
    }
}
