use sea_orm::{EntityTrait, sea_query::OnConflict};
use serde::Serialize;

use crate::domain::{
    afspraken::{Gebeurtenis, Uitkomst, UitkomstId, rijen::Rij, tables},
    command::{Command, WriteTx, record},
    fout::Fout,
    rechten::{Bereik, Recht},
};

/// Lays down one of the outcomes that agreements should lead to, or replaces it.
#[derive(Debug, Serialize)]
pub struct LegUitkomstVast {
    pub uitkomst: Uitkomst,
}

impl Command for LegUitkomstVast {
    const NAAM: &'static str = "legUitkomstVast";
    const RECHT: Recht = Recht::FeitenVastleggen;
    type Uitkomst = UitkomstId;

    async fn bereik(&self, _tx: &WriteTx) -> Result<Bereik, Fout> {
        Ok(Bereik::Alles)
    }

    async fn apply(&self, tx: &mut WriteTx) -> Result<UitkomstId, Fout> {
        use tables::uitkomst::{Column, Entity};
        let id = self.uitkomst.id.clone();
        if tx.world().afspraken.uitkomsten.get(&id).is_some_and(|known| **known == self.uitkomst) {
            return Ok(id);
        }
        let vervang = OnConflict::column(Column::Id).update_column(Column::Inhoud).to_owned();
        Entity::insert(self.uitkomst.rij()?).on_conflict(vervang).exec_without_returning(tx.conn()).await?;
        record(tx, Gebeurtenis::UitkomstVastgelegd { uitkomst: self.uitkomst.clone() })?;
        Ok(id)
    }
}
