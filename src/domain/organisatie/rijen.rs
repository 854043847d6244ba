//! Rows that several commands read or change.

use jiff::civil::Date;
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter};

use super::{
    Aanmelding, AanmeldingId, Aanstelling, AanstellingId, ApiToken, Gebeurtenis, Hubrol, Persoon, PersoonId, TokenId,
    queries, tables,
};
use crate::domain::{
    command::{WriteTx, record},
    fout::{Code, Fout},
};

pub async fn persoon(tx: &WriteTx, id: PersoonId) -> Result<Persoon, Fout> {
    let row = tables::persoon::Entity::find_by_id(id.0).one(tx.conn()).await?;
    Ok(row.ok_or_else(|| Fout::niet_gevonden("Deze persoon"))?.into())
}

pub async fn aanstelling(tx: &WriteTx, id: AanstellingId) -> Result<Aanstelling, Fout> {
    let row = tables::aanstelling::Entity::find_by_id(id.0).one(tx.conn()).await?;
    Ok(row.ok_or_else(|| Fout::niet_gevonden("Deze rol"))?.try_into()?)
}

pub async fn aanmelding(tx: &WriteTx, id: AanmeldingId) -> Result<Aanmelding, Fout> {
    let row = tables::aanmelding::Entity::find_by_id(id.0).one(tx.conn()).await?;
    Ok(row.ok_or_else(|| Fout::niet_gevonden("Deze aanmelding"))?.try_into()?)
}

pub async fn token(tx: &WriteTx, id: TokenId) -> Result<ApiToken, Fout> {
    let row = tables::api_token::Entity::find_by_id(id.0).one(tx.conn()).await?;
    Ok(row.ok_or_else(|| Fout::niet_gevonden("Dit token"))?.try_into()?)
}

/// Refuses an e-mail address that someone else has.
pub async fn email_is_vrij(tx: &WriteTx, persoon: &Persoon) -> Result<(), Fout> {
    match queries::wachtwoord_bij(tx.conn(), &persoon.email).await? {
        Some((other, _)) if other.id != persoon.id => {
            let bericht = "Er is al iemand met dit e-mailadres. Kies een ander adres, of wijzig die persoon.";
            Err(Fout::bij(Code::BestaatAl, "email", bericht))
        }
        _ => Ok(()),
    }
}

/// Who holds `hubrol` on `dag` and is not blocked.
pub async fn houders_van(tx: &WriteTx, hubrol: Hubrol, dag: Date) -> Result<Vec<Aanstelling>, Fout> {
    Ok(queries::houders_van(tx.conn(), hubrol, dag).await?)
}

/// Someone must be left who can let others in: refuses when all `beheerders` would go.
pub fn niet_de_laatste(beheerders: &[Aanstelling], gaat_weg: impl Fn(&Aanstelling) -> bool) -> Result<(), Fout> {
    if beheerders.is_empty() || beheerders.iter().any(|beheerder| !gaat_weg(beheerder)) {
        return Ok(());
    }
    let bericht = "Dit is de laatste beheerder. Maak eerst iemand anders beheerder.";
    Err(Fout::new(Code::OngeldigeWaarde, bericht))
}

pub async fn stel_wachtwoord_in(tx: &mut WriteTx, persoon: PersoonId, hash: &str) -> Result<(), Fout> {
    let row = tables::persoon::ActiveModel {
        id: Set(persoon.0),
        wachtwoord_hash: Set(Some(hash.to_owned())),
        ..Default::default()
    };
    tables::persoon::Entity::update(row).exec(tx.conn()).await?;
    record(tx, Gebeurtenis::WachtwoordIngesteld { persoon })
}

/// Ends all sign-ins of someone, except `behoud`.
pub async fn beeindig_aanmeldingen(
    tx: &mut WriteTx,
    persoon: PersoonId,
    behoud: Option<AanmeldingId>,
) -> Result<(), Fout> {
    use tables::aanmelding::{Column, Entity};
    let rows = Entity::find().filter(Column::Persoon.eq(persoon.0)).all(tx.conn()).await?;
    let gone: Vec<_> = rows.into_iter().map(|row| AanmeldingId(row.id)).filter(|id| Some(*id) != behoud).collect();
    if gone.is_empty() {
        return Ok(());
    }
    Entity::delete_many().filter(Column::Id.is_in(gone.iter().map(|id| id.0))).exec(tx.conn()).await?;
    record(tx, Gebeurtenis::Afgemeld { persoon, aanmeldingen: gone })
}

/// Withdraws all tokens of someone.
pub async fn trek_tokens_in(tx: &mut WriteTx, persoon: PersoonId) -> Result<(), Fout> {
    use tables::api_token::{Column, Entity};
    let rows = Entity::find().filter(Column::Persoon.eq(persoon.0)).all(tx.conn()).await?;
    Entity::delete_many().filter(Column::Persoon.eq(persoon.0)).exec(tx.conn()).await?;
    for row in rows {
        record(tx, Gebeurtenis::TokenIngetrokken { persoon, token: TokenId(row.id) })?;
    }
    Ok(())
}
