//! Reads.

use sea_orm::{ConnectionTrait, DbErr};

use super::Toestand;

/// The whole state, from the tables.
pub async fn laad(_conn: &impl ConnectionTrait) -> Result<Toestand, DbErr> {
    Ok(Toestand::default())
}
