use serde::Serialize;

use crate::domain::{
    command::{Command, WriteTx, record},
    fout::{Code, Fout},
    meldingen::{Gebeurtenis, rijen, seq_van},
    organisatie::PersoonId,
    rechten::{Bereik, Recht},
};

/// More than a page shows at once.
const MAX: usize = 200;
/// Longer than an id is.
const MAX_ID: usize = 200;

/// Marks messages as read, or as not.
#[derive(Debug, Serialize)]
pub struct LeesMeldingen {
    pub persoon: PersoonId,
    pub meldingen: Vec<String>,
    pub gelezen: bool,
}

impl Command for LeesMeldingen {
    const NAAM: &'static str = "leesMeldingen";
    const RECHT: Recht = Recht::EigenAccount;
    type Uitkomst = ();

    async fn bereik(&self, _tx: &WriteTx) -> Result<Bereik, Fout> {
        Ok(Bereik::Persoon(self.persoon))
    }

    async fn apply(&self, tx: &mut WriteTx) -> Result<(), Fout> {
        if self.meldingen.len() > MAX || self.meldingen.iter().any(|id| id.len() > MAX_ID) {
            return Err(Fout::bij(Code::TeGroot, "meldingen", "Markeer hooguit tweehonderd meldingen per keer."));
        }
        let was = tx.world().meldingen.gelezen_door(self.persoon);
        let nu = self.meldingen.iter().fold(was.clone(), |nu, id| nu.met(id, seq_van(id), self.gelezen));
        if nu == was {
            return Ok(());
        }
        tx.save(rijen::van_gelezen(self.persoon, &nu)?);
        record(tx, Gebeurtenis::MeldingenGelezen { persoon: self.persoon, gelezen: nu })
    }
}
