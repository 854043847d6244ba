use serde::Serialize;

use super::*;
use crate::domain::{
    command::Command,
    rechten::{Bereik, Recht},
};

/// Puts a name to what a guest contributed: whoever has the secret of that guest was that guest. Never where notes are
/// anonymous: there people wrote counting on it.
#[derive(Debug, Serialize)]
pub struct ClaimDeelname {
    pub persoon: PersoonId,
    /// Of the secret by which the guest is known.
    #[serde(skip)]
    pub digest: String,
}

impl Command for ClaimDeelname {
    const NAAM: &'static str = "claimDeelname";
    const RECHT: Recht = Recht::EigenAccount;
    type Uitkomst = GastId;

    async fn bereik(&self, _tx: &WriteTx) -> Result<Bereik, Fout> {
        Ok(Bereik::Persoon(self.persoon))
    }

    async fn apply(&self, tx: &mut WriteTx) -> Result<GastId, Fout> {
        let gevonden = queries::gast_bij(tx.conn(), &self.digest).await?;
        let (_, gast) = gevonden.ok_or_else(|| Fout::niet_gevonden("Deze deelname"))?;
        let (bord, mut gast) = queries::gast(tx.world(), gast)?;
        if bord.sessie.anoniem {
            let bericht = "Deze sessie was anoniem. Wat er geschreven is, komt nooit op naam te staan.";
            return Err(Fout::new(Code::GeenRecht, bericht));
        }
        match gast.persoon {
            Some(persoon) if persoon == self.persoon => return Ok(gast.id),
            Some(_) => return Err(Fout::new(Code::BestaatAl, "Een ander zette deze bijdragen al op naam.")),
            None => gast.persoon = Some(self.persoon),
        }
        werk_gast_bij(tx, gast, Gastdaad::OpNaamGezet).await
    }
}
