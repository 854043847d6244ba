//! Reads.

use std::sync::Arc;

use jiff::civil::Date;
use sea_orm::{ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QuerySelect, QueryTrait};

use super::{
    Aanmelding, Aanstelling, ApiToken, Bezetting, Bezoek, Feit, Hubrol, Kaartplek, Persoon, PersoonId, Toegang,
    Toestand, tables,
};

/// Facts, persons and their roles, from the tables.
pub async fn laad(conn: &impl ConnectionTrait) -> Result<Toestand, DbErr> {
    let mut toestand = Toestand::default();
    for feit in feiten(conn).await? {
        toestand.leg_vast(feit);
    }
    for row in tables::kaartplek::Entity::find().all(conn).await? {
        let plek = Kaartplek::try_from(row)?;
        toestand.kaartplekken.insert(plek.stakeholder.clone(), Arc::new(plek));
    }
    for row in tables::bezetting::Entity::find().all(conn).await? {
        let bezetting = Bezetting::try_from(row)?;
        toestand.bezettingen.insert(bezetting.id, Arc::new(bezetting));
    }
    for row in tables::persoon::Entity::find().all(conn).await? {
        let persoon = Persoon::from(row);
        toestand.personen.insert(persoon.id, persoon);
    }
    for row in tables::aanstelling::Entity::find().all(conn).await? {
        let aanstelling = Aanstelling::try_from(row)?;
        toestand.aanstellingen.insert(aanstelling.id, aanstelling);
    }
    Ok(toestand)
}

/// Sign-ins, tokens and visits, from the tables.
pub async fn laad_toegang(conn: &impl ConnectionTrait) -> Result<Toegang, DbErr> {
    let mut toegang = Toegang::default();
    for row in tables::aanmelding::Entity::find().all(conn).await? {
        let aanmelding = Aanmelding::try_from(row)?;
        toegang.aanmeldingen.insert(aanmelding.id, aanmelding);
    }
    for row in tables::api_token::Entity::find().all(conn).await? {
        let token = ApiToken::try_from(row)?;
        toegang.tokens.insert(token.id, token);
    }
    for row in tables::bezoek::Entity::find().all(conn).await? {
        toegang.bezoeken.insert(PersoonId(row.persoon), Bezoek::try_from(row)?);
    }
    Ok(toegang)
}

/// All facts.
pub async fn feiten(conn: &impl ConnectionTrait) -> Result<Vec<Feit>, DbErr> {
    tables::feit::Entity::find().all(conn).await?.into_iter().map(Feit::try_from).collect()
}

/// Everyone who is not blocked and holds `hubrol` on `dag`.
pub async fn houders_van(conn: &impl ConnectionTrait, hubrol: Hubrol, dag: Date) -> Result<Vec<Aanstelling>, DbErr> {
    let actief = tables::persoon::Entity::find()
        .select_only()
        .column(tables::persoon::Column::Id)
        .filter(tables::persoon::Column::Actief.eq(true))
        .into_query();
    let rows = tables::aanstelling::Entity::find()
        .filter(tables::aanstelling::Column::Hubrol.eq(tables::woord(&hubrol)))
        .filter(tables::aanstelling::Column::Persoon.in_subquery(actief))
        .all(conn)
        .await?;
    let aanstellingen: Vec<_> = rows.into_iter().map(Aanstelling::try_from).collect::<Result<_, _>>()?;
    Ok(aanstellingen.into_iter().filter(|aanstelling| aanstelling.geldt_op(dag)).collect())
}

/// The person with this e-mail address, and the hash of the password if there is one.
pub async fn wachtwoord_bij(
    conn: &impl ConnectionTrait,
    email: &str,
) -> Result<Option<(Persoon, Option<String>)>, DbErr> {
    let found = tables::persoon::Entity::find()
        .filter(tables::persoon::Column::Email.eq(email.trim().to_lowercase()))
        .one(conn)
        .await?;
    Ok(found.map(|row| {
        let hash = row.wachtwoord_hash.clone();
        (row.into(), hash)
    }))
}

/// The sign-in with this digest; it may have expired.
pub async fn aanmelding_bij(conn: &impl ConnectionTrait, digest: &str) -> Result<Option<Aanmelding>, DbErr> {
    let found =
        tables::aanmelding::Entity::find().filter(tables::aanmelding::Column::Digest.eq(digest)).one(conn).await?;
    found.map(Aanmelding::try_from).transpose()
}

/// The token with this digest; it may have expired.
pub async fn token_bij(conn: &impl ConnectionTrait, digest: &str) -> Result<Option<ApiToken>, DbErr> {
    let found =
        tables::api_token::Entity::find().filter(tables::api_token::Column::Digest.eq(digest)).one(conn).await?;
    found.map(ApiToken::try_from).transpose()
}
