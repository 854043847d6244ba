//! The whole state from the tables, at start-up.

use std::sync::Arc;

use sea_orm::{ConnectionTrait, DbErr, EntityTrait};

use super::{events::Toestand, model::*, rijen::van_json, tables};
use crate::domain::organisatie::PersoonId;

/// The whole state, from the tables.
pub async fn laad(conn: &impl ConnectionTrait) -> Result<Toestand, DbErr> {
    let mut toestand = Toestand::default();
    for row in tables::voorkeur::Entity::find().all(conn).await? {
        toestand.voorkeuren.insert(PersoonId(row.persoon), van_json(&row.inhoud)?);
    }
    for row in tables::gelezen::Entity::find().all(conn).await? {
        toestand.gelezen.insert(PersoonId(row.persoon), van_json(&row.inhoud)?);
    }
    for row in tables::gevolgd::Entity::find().all(conn).await? {
        toestand.gevolgd.insert(PersoonId(row.persoon), van_json(&row.inhoud)?);
    }
    for row in tables::informering::Entity::find().all(conn).await? {
        let informering: Informering = van_json(&row.inhoud)?;
        toestand.informeringen.insert(informering.id, Arc::new(informering));
    }
    Ok(toestand)
}
