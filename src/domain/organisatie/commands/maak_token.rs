use jiff::Timestamp;
use sea_orm::{ActiveValue::Set, EntityTrait};
use serde::Serialize;

use super::NAAM_MAX;
use crate::{
    domain::{
        command::{Command, WriteTx, record},
        fout::{Code, Fout},
        invoer,
        organisatie::{ApiToken, Gebeurtenis, PersoonId, TokenId, TokenScope, rijen, tables::api_token},
        rechten::{Bereik, Recht},
    },
    platform::clock::whole_millis,
};

/// Makes a key for a program that works in someone's name.
#[derive(Debug, Serialize)]
pub struct MaakToken {
    pub persoon: PersoonId,
    pub naam: String,
    pub scopes: Vec<TokenScope>,
    pub verloopt_op: Option<Timestamp>,
    #[serde(skip)]
    pub digest: String,
}

impl Command for MaakToken {
    const NAAM: &'static str = "maakToken";
    const RECHT: Recht = Recht::EigenAccount;
    type Uitkomst = ApiToken;

    async fn bereik(&self, tx: &WriteTx) -> Result<Bereik, Fout> {
        rijen::persoon(tx, self.persoon).await.map(|persoon| Bereik::Persoon(persoon.id))
    }

    async fn apply(&self, tx: &mut WriteTx) -> Result<ApiToken, Fout> {
        if !rijen::persoon(tx, self.persoon).await?.actief {
            return Err(Fout::new(Code::GeenRecht, "Dit account is geblokkeerd. Vraag de beheerder."));
        }
        let mut scopes = self.scopes.clone();
        scopes.sort();
        scopes.dedup();
        if scopes.is_empty() {
            return Err(Fout::bij(Code::Verplicht, "scopes", "Kies wat dit token mag: LEZEN of ook SCHRIJVEN."));
        }
        if scopes.contains(&TokenScope::Agenda) && scopes.len() > 1 {
            let bericht = "Een adres voor je agenda mag verder niets. Kies alleen AGENDA.";
            return Err(Fout::bij(Code::OngeldigeWaarde, "scopes", bericht));
        }
        let verloopt_op = self.verloopt_op.map(whole_millis);
        if verloopt_op.is_some_and(|verloopt_op| verloopt_op <= tx.now()) {
            let bericht = "Dit moment is al voorbij. Kies een later moment.";
            return Err(Fout::bij(Code::OngeldigeWaarde, "verlooptOp", bericht));
        }
        let new = ApiToken {
            id: TokenId(tx.new_id()),
            persoon: self.persoon,
            naam: invoer::tekst("naam", &self.naam, NAAM_MAX)?,
            scopes,
            gemaakt_op: tx.now(),
            verloopt_op,
        };
        let row = api_token::ActiveModel {
            id: Set(new.id.0),
            persoon: Set(new.persoon.0),
            naam: Set(new.naam.clone()),
            scopes: Set(serde_json::to_string(&new.scopes).map_err(Fout::intern)?),
            digest: Set(self.digest.clone()),
            gemaakt_op: Set(new.gemaakt_op.as_millisecond()),
            verloopt_op: Set(new.verloopt_op.map(Timestamp::as_millisecond)),
        };
        api_token::Entity::insert(row).exec_without_returning(tx.conn()).await?;
        record(tx, Gebeurtenis::TokenGemaakt { token: new.clone() })?;
        Ok(new)
    }
}
