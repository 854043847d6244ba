//! Who of the nodes does what only one should do: whoever holds the lease, for as long as it is renewed.

use std::time::Duration;

use sea_orm::{
    ActiveValue::Set,
    ColumnTrait, Condition, DbErr, EntityTrait,
    sea_query::{Expr, ExprTrait, OnConflict},
};
use uuid::Uuid;

use super::{clock::Clock, db::Db};

mod table {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "leases")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub name: String,
        pub holder: Uuid,
        /// Milliseconds since 1970, UTC.
        pub until: i64,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// A task of which one node at a time is in charge.
pub struct Lease {
    name: &'static str,
    holder: Uuid,
    length: Duration,
}

impl Lease {
    /// Competes for the task of this name. A holder that dies is succeeded after `length`; the clocks of the nodes
    /// must agree to much less than that.
    pub fn new(name: &'static str, length: Duration) -> Self {
        Self { name, holder: Uuid::new_v4(), length }
    }

    /// Takes or renews the lease; answers whether this node is in charge now.
    pub async fn hold(&self, db: &Db, clock: &dyn Clock) -> Result<bool, DbErr> {
        use table::Column;
        let now = clock.now().as_millisecond();
        let until = now.saturating_add(i64::try_from(self.length.as_millis()).unwrap_or(i64::MAX));
        let row = table::ActiveModel { name: Set(self.name.to_owned()), holder: Set(self.holder), until: Set(until) };
        let free = Condition::any()
            .add(Expr::col((table::Entity, Column::Holder)).eq(self.holder))
            .add(Expr::col((table::Entity, Column::Until)).lt(now));
        let take = OnConflict::column(Column::Name)
            .update_columns([Column::Holder, Column::Until])
            .action_cond_where(free)
            .to_owned();
        let changed = table::Entity::insert(row).on_conflict(take).exec_without_returning(db.housekeeping()).await?;
        Ok(changed == 1)
    }

    /// Lets another node take over at once.
    pub async fn release(&self, db: &Db) -> Result<(), DbErr> {
        use sea_orm::QueryFilter;
        let own = table::Column::Name.eq(self.name).and(table::Column::Holder.eq(self.holder));
        table::Entity::delete_many().filter(own).exec(db.housekeeping()).await?;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use jiff::SignedDuration;

    use super::*;
    use crate::platform::clock::ShiftedClock;

    #[tokio::test]
    async fn one_holds_it_until_it_lets_go_or_falls_silent() {
        let folder = tempfile::tempdir().unwrap();
        let db = Db::open(&Db::sqlite_url(folder.path())).await.unwrap();
        let clock = ShiftedClock::default();
        let [anna, bram] = [(); 2].map(|()| Lease::new("taak", Duration::from_secs(60)));
        assert!(anna.hold(&db, &clock).await.unwrap());
        assert!(!bram.hold(&db, &clock).await.unwrap());
        clock.shift(SignedDuration::from_secs(50));
        assert!(anna.hold(&db, &clock).await.unwrap(), "renewed");
        clock.shift(SignedDuration::from_secs(50));
        assert!(!bram.hold(&db, &clock).await.unwrap());
        clock.shift(SignedDuration::from_secs(20));
        assert!(bram.hold(&db, &clock).await.unwrap(), "Anna fell silent");
        assert!(!anna.hold(&db, &clock).await.unwrap());
        bram.release(&db).await.unwrap();
        assert!(anna.hold(&db, &clock).await.unwrap());
    }
}
