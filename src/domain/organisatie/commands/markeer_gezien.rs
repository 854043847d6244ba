use sea_orm::{ActiveValue::Set, EntityTrait};
use serde::Serialize;

use crate::{
    domain::{
        command::{Command, WriteTx, record},
        fout::{Code, Fout},
        organisatie::{Gebeurtenis, PersoonId, rijen, tables::bezoek},
        rechten::{Bereik, Recht},
    },
    platform::change_log,
};

/// Remembers how far someone has seen the log. Only forward: two screens must not undo each other.
#[derive(Debug, Serialize)]
pub struct MarkeerGezien {
    pub persoon: PersoonId,
    pub tot: i64,
}

impl Command for MarkeerGezien {
    const NAAM: &'static str = "markeerGezien";
    const RECHT: Recht = Recht::EigenAccount;
    type Uitkomst = ();

    async fn bereik(&self, tx: &WriteTx) -> Result<Bereik, Fout> {
        rijen::persoon(tx, self.persoon).await.map(|persoon| Bereik::Persoon(persoon.id))
    }

    async fn apply(&self, tx: &mut WriteTx) -> Result<(), Fout> {
        if self.tot > change_log::head(tx.conn()).await?.seq {
            let bericht = "Het logboek is nog niet zo ver. Lees opnieuw en geef die positie mee.";
            return Err(Fout::bij(Code::OngeldigeWaarde, "tot", bericht));
        }
        let known = bezoek::Entity::find_by_id(self.persoon.0).one(tx.conn()).await?;
        if known.as_ref().is_some_and(|known| known.tot >= self.tot) {
            return Ok(());
        }
        let row = bezoek::ActiveModel {
            persoon: Set(self.persoon.0),
            tot: Set(self.tot),
            op: Set(tx.now().as_millisecond()),
        };
        if known.is_some() {
            bezoek::Entity::update(row).exec(tx.conn()).await?;
        } else {
            bezoek::Entity::insert(row).exec_without_returning(tx.conn()).await?;
        }
        record(tx, Gebeurtenis::BezoekGemarkeerd { persoon: self.persoon, tot: self.tot })
    }
}
