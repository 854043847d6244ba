use sea_orm::{ActiveValue::Set, EntityTrait};
use serde::Serialize;

use crate::{
    domain::{
        command::{Command, WriteTx, record},
        fout::{Code, Fout},
        organisatie::{Feit, Gebeurtenis, tables::feit},
        rechten::{Bereik, Recht},
    },
    platform::change_log::Subject,
};

/// Lays down a fact, or replaces the one with the same key.
#[derive(Debug, Serialize)]
pub struct LegFeitVast {
    pub feit: Feit,
}

impl Command for LegFeitVast {
    const NAAM: &'static str = "legFeitVast";
    const RECHT: Recht = Recht::FeitenVastleggen;
    type Uitkomst = ();

    async fn bereik(&self, _tx: &WriteTx) -> Result<Bereik, Fout> {
        Ok(Bereik::Alles)
    }

    async fn apply(&self, tx: &mut WriteTx) -> Result<(), Fout> {
        let Subject { kind, key } = self.feit.onderwerp();
        if !is_sleutel(&key) {
            let bericht = "Een sleutel bestaat uit kleine letters, cijfers en streepjes, zoals gem-venray.";
            return Err(Fout::bij(Code::OngeldigeWaarde, "sleutel", bericht));
        }
        for Subject { kind, key } in self.feit.verwijzingen() {
            if feit::Entity::find_by_id((kind.to_owned(), key.clone())).one(tx.conn()).await?.is_none() {
                let bericht = format!("Dit feit verwijst naar {} {key}, en dat is er niet.", kind.to_lowercase());
                return Err(Fout::new(Code::NietGevonden, bericht));
            }
        }
        let known = feit::Entity::find_by_id((kind.to_owned(), key.clone())).one(tx.conn()).await?;
        let row = feit::ActiveModel {
            soort: Set(kind.to_owned()),
            sleutel: Set(key),
            inhoud: Set(serde_json::to_string(&self.feit).map_err(Fout::intern)?),
        };
        match known.map(Feit::try_from).transpose()? {
            Some(known) if known == self.feit => return Ok(()),
            Some(_) => {
                feit::Entity::update(row).exec(tx.conn()).await?;
            }
            None => {
                feit::Entity::insert(row).exec_without_returning(tx.conn()).await?;
            }
        }
        record(tx, Gebeurtenis::FeitVastgelegd { feit: Box::new(self.feit.clone()) })
    }
}

fn is_sleutel(key: &str) -> bool {
    let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || matches!(c, '-' | '/');
    (1..=120).contains(&key.len()) && key.chars().all(plain)
}
