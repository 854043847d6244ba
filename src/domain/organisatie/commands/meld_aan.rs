use jiff::Timestamp;
use sea_orm::{ActiveValue::Set, EntityTrait};
use serde::Serialize;

use crate::{
    domain::{
        command::{Command, WriteTx, record},
        fout::{Code, Fout},
        organisatie::{Aanmelding, AanmeldingId, Gebeurtenis, PersoonId, rijen, tables::aanmelding},
        rechten::{Bereik, Recht},
    },
    platform::clock::whole_millis,
};

/// Signs someone in on one browser.
#[derive(Debug, Serialize)]
pub struct MeldAan {
    pub persoon: PersoonId,
    pub verloopt_op: Timestamp,
    #[serde(skip)]
    pub digest: String,
}

impl Command for MeldAan {
    const NAAM: &'static str = "meldAan";
    const RECHT: Recht = Recht::EigenAccount;
    type Uitkomst = Aanmelding;

    async fn bereik(&self, tx: &WriteTx) -> Result<Bereik, Fout> {
        rijen::persoon(tx, self.persoon).await.map(|persoon| Bereik::Persoon(persoon.id))
    }

    async fn apply(&self, tx: &mut WriteTx) -> Result<Aanmelding, Fout> {
        if !rijen::persoon(tx, self.persoon).await?.actief {
            return Err(Fout::new(Code::GeenRecht, "Dit account is geblokkeerd. Vraag de beheerder."));
        }
        let new = Aanmelding {
            id: AanmeldingId(tx.new_id()),
            persoon: self.persoon,
            verloopt_op: whole_millis(self.verloopt_op),
        };
        let row = aanmelding::ActiveModel {
            id: Set(new.id.0),
            persoon: Set(new.persoon.0),
            digest: Set(self.digest.clone()),
            verloopt_op: Set(new.verloopt_op.as_millisecond()),
        };
        aanmelding::Entity::insert(row).exec_without_returning(tx.conn()).await?;
        record(tx, Gebeurtenis::Aangemeld { aanmelding: new.clone() })?;
        Ok(new)
    }
}
