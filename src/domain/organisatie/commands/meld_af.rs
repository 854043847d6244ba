use sea_orm::EntityTrait;
use serde::Serialize;

use crate::domain::{
    command::{Command, WriteTx, record},
    fout::Fout,
    organisatie::{AanmeldingId, Gebeurtenis, rijen, tables::aanmelding},
    rechten::{Bereik, Recht},
};

/// Signs out on one browser.
#[derive(Debug, Serialize)]
pub struct MeldAf {
    pub aanmelding: AanmeldingId,
}

impl Command for MeldAf {
    const NAAM: &'static str = "meldAf";
    const RECHT: Recht = Recht::ToegangBeheren;
    type Uitkomst = ();

    async fn bereik(&self, tx: &WriteTx) -> Result<Bereik, Fout> {
        rijen::aanmelding(tx, self.aanmelding).await.map(|aanmelding| Bereik::Persoon(aanmelding.persoon))
    }

    async fn apply(&self, tx: &mut WriteTx) -> Result<(), Fout> {
        let known = rijen::aanmelding(tx, self.aanmelding).await?;
        aanmelding::Entity::delete_by_id(known.id.0).exec(tx.conn()).await?;
        record(tx, Gebeurtenis::Afgemeld { persoon: known.persoon, aanmeldingen: vec![known.id] })
    }
}
