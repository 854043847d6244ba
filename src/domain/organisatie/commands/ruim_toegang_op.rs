use std::collections::BTreeMap;

use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use serde::Serialize;

use crate::domain::{
    command::{Command, WriteTx, record},
    fout::Fout,
    organisatie::{
        AanmeldingId, Gebeurtenis, PersoonId, TokenId,
        tables::{aanmelding, api_token},
    },
    rechten::{Bereik, Recht},
};

/// Clears away sign-ins and tokens that have expired.
#[derive(Debug, Serialize)]
pub struct RuimToegangOp {}

impl Command for RuimToegangOp {
    const NAAM: &'static str = "ruimToegangOp";
    const RECHT: Recht = Recht::ToegangBeheren;
    type Uitkomst = ();

    async fn bereik(&self, _: &WriteTx) -> Result<Bereik, Fout> {
        Ok(Bereik::Alles)
    }

    async fn apply(&self, tx: &mut WriteTx) -> Result<(), Fout> {
        let now = tx.now().as_millisecond();
        let expired = aanmelding::Column::VerlooptOp.lte(now);
        let mut per_persoon: BTreeMap<PersoonId, Vec<AanmeldingId>> = BTreeMap::new();
        for row in aanmelding::Entity::find().filter(expired.clone()).all(tx.conn()).await? {
            per_persoon.entry(PersoonId(row.persoon)).or_default().push(AanmeldingId(row.id));
        }
        if !per_persoon.is_empty() {
            aanmelding::Entity::delete_many().filter(expired).exec(tx.conn()).await?;
        }
        for (persoon, aanmeldingen) in per_persoon {
            record(tx, Gebeurtenis::Afgemeld { persoon, aanmeldingen })?;
        }
        let expired = api_token::Column::VerlooptOp.lte(now);
        for row in api_token::Entity::find().filter(expired).all(tx.conn()).await? {
            api_token::Entity::delete_by_id(row.id).exec(tx.conn()).await?;
            record(tx, Gebeurtenis::TokenIngetrokken { persoon: PersoonId(row.persoon), token: TokenId(row.id) })?;
        }
        Ok(())
    }
}
