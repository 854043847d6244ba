//! The whole state from the table, at start-up.

use std::sync::Arc;

use sea_orm::{ConnectionTrait, DbErr, EntityTrait};

use super::{events::Toestand, rijen::naar_weergave, tables};

/// The whole state, from the table.
pub async fn laad(conn: &impl ConnectionTrait) -> Result<Toestand, DbErr> {
    let mut toestand = Toestand::default();
    for row in tables::weergave::Entity::find().all(conn).await? {
        let weergave = naar_weergave(&row)?;
        toestand.weergaven.insert(weergave.id, Arc::new(weergave));
    }
    Ok(toestand)
}
