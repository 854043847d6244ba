//! What was sent to whom: each letter is claimed by one node before it goes out, and never goes out twice.
//!
//! A node that dies between claiming and sending leaves a claim behind; after a while another takes it over. Then the
//! same letter may go out again, under the same id: files stay one, and mail programs show one.

use jiff::{SignedDuration, Timestamp};
use sea_orm::{
    ActiveValue::Set,
    ColumnTrait, Condition, DbErr, EntityTrait, QueryFilter, QuerySelect,
    sea_query::{Expr, ExprTrait, OnConflict},
};
use uuid::Uuid;

use super::db::Db;

mod table {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "letters")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub recipient: Uuid,
        #[sea_orm(primary_key, auto_increment = false)]
        pub about: String,
        /// False: somebody is sending it.
        pub sent: bool,
        /// Milliseconds since 1970, UTC.
        pub at: i64,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

use table::{Column, Entity};

/// A claim that is this old was left behind by a node that died.
const LEFT_BEHIND: SignedDuration = SignedDuration::from_mins(5);

/// What this person was sent, or is being sent, of these.
pub async fn known(db: &Db, recipient: Uuid, about: &[String], now: Timestamp) -> Result<Vec<String>, DbErr> {
    let mut known = Vec::new();
    for piece in about.chunks(500) {
        let rows: Vec<(String, bool, i64)> = Entity::find()
            .select_only()
            .columns([Column::About, Column::Sent, Column::At])
            .filter(Column::Recipient.eq(recipient).and(Column::About.is_in(piece)))
            .into_tuple()
            .all(db.housekeeping())
            .await?;
        known
            .extend(rows.into_iter().filter(|(_, sent, at)| *sent || *at >= left_behind(now)).map(|(about, ..)| about));
    }
    Ok(known)
}

fn left_behind(now: Timestamp) -> i64 {
    now.as_millisecond().saturating_sub(i64::try_from(LEFT_BEHIND.as_millis()).unwrap_or(i64::MAX))
}

/// Claims a letter; answers whether it is this node's to send.
pub async fn claim(db: &Db, recipient: Uuid, about: &str, now: Timestamp) -> Result<bool, DbErr> {
    let row = table::ActiveModel {
        recipient: Set(recipient),
        about: Set(about.to_owned()),
        sent: Set(false),
        at: Set(now.as_millisecond()),
    };
    let abandoned = Condition::all()
        .add(Expr::col((Entity, Column::Sent)).eq(false))
        .add(Expr::col((Entity, Column::At)).lt(left_behind(now)));
    let take = OnConflict::columns([Column::Recipient, Column::About])
        .update_columns([Column::At])
        .action_cond_where(abandoned)
        .to_owned();
    let changed = Entity::insert(row).on_conflict(take).exec_without_returning(db.housekeeping()).await?;
    Ok(changed == 1)
}

/// It went out.
pub async fn sent(db: &Db, recipient: Uuid, about: &[String]) -> Result<(), DbErr> {
    for piece in about.chunks(500) {
        let own = Column::Recipient.eq(recipient).and(Column::About.is_in(piece));
        Entity::update_many().col_expr(Column::Sent, Expr::value(true)).filter(own).exec(db.housekeeping()).await?;
    }
    Ok(())
}

/// It did not go out: it may be tried again.
pub async fn release(db: &Db, recipient: Uuid, about: &[String]) -> Result<(), DbErr> {
    for piece in about.chunks(500) {
        let own = Column::Recipient.eq(recipient).and(Column::About.is_in(piece)).and(Column::Sent.eq(false));
        Entity::delete_many().filter(own).exec(db.housekeeping()).await?;
    }
    Ok(())
}

/// Forgets what nobody would send any more.
pub async fn forget(db: &Db, before: Timestamp) -> Result<(), DbErr> {
    Entity::delete_many().filter(Column::At.lt(before.as_millisecond())).exec(db.housekeeping()).await?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_letter_is_one_nodes_to_send_until_that_node_is_gone() {
        let folder = tempfile::tempdir().unwrap();
        let db = Db::open(&Db::sqlite_url(folder.path())).await.unwrap();
        let (anna, now) = (Uuid::from_u128(1), Timestamp::from_second(1_800_000_000).unwrap());
        let later = now + SignedDuration::from_mins(6);
        let about = ["12".to_owned(), "13".to_owned()];
        assert!(claim(&db, anna, "12", now).await.unwrap());
        assert!(!claim(&db, anna, "12", now).await.unwrap());
        assert!(claim(&db, Uuid::from_u128(2), "12", now).await.unwrap(), "another person, another letter");
        assert_eq!(known(&db, anna, &about, now).await.unwrap(), ["12"]);
        assert_eq!(known(&db, anna, &about, later).await.unwrap(), Vec::<String>::new());
        assert!(claim(&db, anna, "12", later).await.unwrap(), "who claimed it fell silent");
        sent(&db, anna, &about).await.unwrap();
        assert!(!claim(&db, anna, "12", later + SignedDuration::from_hours(1)).await.unwrap());
        assert!(claim(&db, anna, "13", now).await.unwrap());
        release(&db, anna, &about).await.unwrap();
        assert!(claim(&db, anna, "13", now).await.unwrap(), "it did not go out");
        assert_eq!(known(&db, anna, &about, now).await.unwrap().len(), 2);
    }
}
