//! Het beeld: the present state of all contexts at one position of the log.
//!
//! Each node keeps it in memory, folded from the log; requests and subscriptions read from it, so that
//! everything in one answer is true at the same moment.

use sea_orm::DbErr;

use super::{afspraken, contracten, gebeurtenis::Gebeurtenis, integratie, meldingen, organisatie, sessies, weergaven};
use crate::platform::{
    change_log::{
        self, Entry, Position,
        live::{Live, World},
    },
    db::Db,
};

/// The state of every context. Cheap to clone: its maps share structure.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Beeld {
    pub organisatie: organisatie::Toestand,
    pub toegang: organisatie::Toegang,
    pub integratie: integratie::Toestand,
    pub afspraken: afspraken::Toestand,
    pub sessies: sessies::Toestand,
    pub meldingen: meldingen::Toestand,
    pub contracten: contracten::Toestand,
    pub weergaven: weergaven::Toestand,
}

/// The present of this node.
pub type Nu = Live<Beeld>;

impl World for Beeld {
    type Event = Gebeurtenis;

    async fn load(db: &Db) -> Result<(Position, Self), DbErr> {
        // One snapshot: state and position must belong together.
        let tx = db.snapshot().await?;
        let position = change_log::head(&tx).await?;
        let beeld = Self {
            organisatie: organisatie::queries::laad(&tx).await?,
            toegang: organisatie::queries::laad_toegang(&tx).await?,
            integratie: integratie::queries::laad(&tx).await?,
            afspraken: afspraken::queries::laad(&tx).await?,
            sessies: sessies::queries::laad(&tx).await?,
            meldingen: meldingen::queries::laad(&tx).await?,
            contracten: contracten::queries::laad(&tx).await?,
            weergaven: weergaven::queries::laad(&tx).await?,
        };
        tx.rollback().await?;
        Ok((position, beeld))
    }

    fn decode(entry: &Entry) -> Result<Gebeurtenis, DbErr> {
        Gebeurtenis::lees(entry)
    }

    fn advance(&mut self, entry: &Entry, gebeurtenis: &Gebeurtenis) {
        match gebeurtenis {
            Gebeurtenis::Organisatie(gebeurtenis) => {
                self.organisatie.toepassen(gebeurtenis);
                self.toegang.toepassen(entry, gebeurtenis);
            }
            Gebeurtenis::Integratie(gebeurtenis) => self.integratie.toepassen(entry, gebeurtenis),
            Gebeurtenis::Afspraken(gebeurtenis) => self.afspraken.toepassen(gebeurtenis),
            Gebeurtenis::Sessies(gebeurtenis) => self.sessies.toepassen(gebeurtenis),
            Gebeurtenis::Meldingen(gebeurtenis) => self.meldingen.toepassen(gebeurtenis),
            Gebeurtenis::Contracten(gebeurtenis) => self.contracten.toepassen(gebeurtenis),
            Gebeurtenis::Weergaven(gebeurtenis) => self.weergaven.toepassen(gebeurtenis),
        }
    }
}
