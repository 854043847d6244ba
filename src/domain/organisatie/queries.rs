//! Reads.

use jiff::civil::Date;
use sea_orm::{ConnectionTrait, DbErr};

use super::{GemeenteId, Hubrol, PersoonId, Toestand};

/// The whole state, from the tables.
pub async fn laad(_conn: &impl ConnectionTrait) -> Result<Toestand, DbErr> {
    Ok(Toestand::default())
}

/// The roles someone holds on `dag`; none when the person is blocked.
pub async fn rollen_van(
    _conn: &impl ConnectionTrait,
    _persoon: PersoonId,
    _dag: Date,
) -> Result<Vec<(Hubrol, Option<GemeenteId>)>, DbErr> {
    Ok(Vec::new())
}
