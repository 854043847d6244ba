use std::collections::BTreeSet;

use serde::Serialize;

use crate::{
    domain::{
        command::{Command, WriteTx, record},
        fout::{Code, Fout},
        meldingen::{Gebeurtenis, Gelezen, rijen},
        organisatie::PersoonId,
        rechten::{Bereik, Recht},
    },
    platform::change_log,
};

/// Marks everything as read that was there at a position of the log.
#[derive(Debug, Serialize)]
pub struct LeesAlleMeldingen {
    pub persoon: PersoonId,
    pub tot: i64,
    /// The messages of then that follow from a date.
    pub termijnen: BTreeSet<String>,
}

impl Command for LeesAlleMeldingen {
    const NAAM: &'static str = "leesAlleMeldingen";
    const RECHT: Recht = Recht::EigenAccount;
    type Uitkomst = ();

    async fn bereik(&self, _tx: &WriteTx) -> Result<Bereik, Fout> {
        Ok(Bereik::Persoon(self.persoon))
    }

    async fn apply(&self, tx: &mut WriteTx) -> Result<(), Fout> {
        let was = tx.world().meldingen.gelezen_door(self.persoon);
        let nu = Gelezen::alles(self.tot.max(was.tot), self.termijnen.clone());
        if nu == was {
            return Ok(());
        }
        if self.tot > change_log::head(tx.conn()).await?.seq {
            let bericht = "Het logboek is nog niet zo ver. Lees opnieuw en geef die positie mee.";
            return Err(Fout::bij(Code::OngeldigeWaarde, "tot", bericht));
        }
        tx.save(rijen::van_gelezen(self.persoon, &nu)?);
        record(tx, Gebeurtenis::MeldingenGelezen { persoon: self.persoon, gelezen: nu })
    }
}
