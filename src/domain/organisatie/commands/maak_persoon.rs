use sea_orm::{ActiveValue::Set, EntityTrait};
use serde::Serialize;

use super::NAAM_MAX;
use crate::domain::{
    command::{Command, WriteTx, record},
    fout::Fout,
    invoer,
    organisatie::{Gebeurtenis, Persoon, PersoonId, rijen, tables::persoon},
    rechten::{Bereik, Recht},
};

/// Adds someone who works in the hub. Without a password they cannot sign in with one yet.
#[derive(Debug, Serialize)]
pub struct MaakPersoon {
    pub naam: String,
    pub email: String,
    #[serde(skip)]
    pub wachtwoord_hash: Option<String>,
}

impl Command for MaakPersoon {
    const NAAM: &'static str = "maakPersoon";
    const RECHT: Recht = Recht::PersonenBeheren;
    type Uitkomst = Persoon;

    async fn bereik(&self, _tx: &WriteTx) -> Result<Bereik, Fout> {
        Ok(Bereik::Alles)
    }

    async fn apply(&self, tx: &mut WriteTx) -> Result<Persoon, Fout> {
        let persoon = Persoon {
            id: PersoonId(tx.new_id()),
            naam: invoer::tekst("naam", &self.naam, NAAM_MAX)?,
            email: invoer::email("email", &self.email)?,
            actief: true,
        };
        rijen::email_is_vrij(tx, &persoon).await?;
        let row = persoon::ActiveModel {
            id: Set(persoon.id.0),
            naam: Set(persoon.naam.clone()),
            email: Set(persoon.email.clone()),
            actief: Set(true),
            wachtwoord_hash: Set(self.wachtwoord_hash.clone()),
        };
        persoon::Entity::insert(row).exec_without_returning(tx.conn()).await?;
        record(tx, Gebeurtenis::PersoonGemaakt { persoon: persoon.clone() })?;
        if self.wachtwoord_hash.is_some() {
            record(tx, Gebeurtenis::WachtwoordIngesteld { persoon: persoon.id })?;
        }
        Ok(persoon)
    }
}
