use sea_orm::EntityTrait;
use serde::Serialize;

use crate::domain::{
    command::{Command, WriteTx, record},
    fout::Fout,
    organisatie::{Gebeurtenis, TokenId, rijen, tables::api_token},
    rechten::{Bereik, Recht},
};

/// Withdraws a token; programs that use it stop at once.
#[derive(Debug, Serialize)]
pub struct TrekTokenIn {
    pub token: TokenId,
}

impl Command for TrekTokenIn {
    const NAAM: &'static str = "trekTokenIn";
    const RECHT: Recht = Recht::ToegangBeheren;
    type Uitkomst = ();

    async fn bereik(&self, tx: &WriteTx) -> Result<Bereik, Fout> {
        rijen::token(tx, self.token).await.map(|token| Bereik::Persoon(token.persoon))
    }

    async fn apply(&self, tx: &mut WriteTx) -> Result<(), Fout> {
        let known = rijen::token(tx, self.token).await?;
        api_token::Entity::delete_by_id(known.id.0).exec(tx.conn()).await?;
        record(tx, Gebeurtenis::TokenIngetrokken { persoon: known.persoon, token: known.id })
    }
}
