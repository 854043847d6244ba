use serde::Serialize;

use super::{Rij, queries};
use crate::domain::{
    command::{Command, WriteTx, record},
    contracten::{AttribuutId, Bijdrage, BijdrageId, Gebeurtenis, bijdrage_getoetst},
    fout::Fout,
    organisatie::PersoonId,
    rechten::{Bereik, Recht},
};

/// Says something about what to decide.
#[derive(Debug, Serialize)]
pub struct BespreekHarmonisatie {
    pub attribuut: AttribuutId,
    pub tekst: String,
}

impl Command for BespreekHarmonisatie {
    const NAAM: &'static str = "bespreekHarmonisatie";
    const RECHT: Recht = Recht::AfsprakenOpmerken;
    type Uitkomst = AttribuutId;

    async fn bereik(&self, _tx: &WriteTx) -> Result<Bereik, Fout> {
        Ok(Bereik::Alles)
    }

    async fn apply(&self, tx: &mut WriteTx) -> Result<AttribuutId, Fout> {
        queries::attribuut(tx.world(), &self.attribuut)?;
        let bijdrage = Bijdrage {
            id: BijdrageId(tx.new_id()),
            attribuut: self.attribuut.clone(),
            tekst: bijdrage_getoetst(&self.tekst)?,
            door: tx.actor().map(PersoonId),
            op: tx.now(),
        };
        tx.save(bijdrage.rij()?);
        record(tx, Gebeurtenis::HarmonisatieBesproken { bijdrage: Box::new(bijdrage) })?;
        Ok(self.attribuut.clone())
    }
}
