use serde::Serialize;

use crate::domain::{
    command::{Command, WriteTx},
    fout::Fout,
    organisatie::{AanmeldingId, PersoonId, rijen},
    rechten::{Bereik, Recht},
};

/// Sets a password, and ends all sign-ins but the one it was done from.
#[derive(Debug, Serialize)]
pub struct StelWachtwoordIn {
    pub persoon: PersoonId,
    /// The sign-in that stays.
    pub behoud: Option<AanmeldingId>,
    /// The new hash, or why there is none: looked at here, so that a retry gets the first answer although
    /// the old password no longer matches.
    #[serde(skip)]
    pub hash: Result<String, Fout>,
}

impl Command for StelWachtwoordIn {
    const NAAM: &'static str = "stelWachtwoordIn";
    const RECHT: Recht = Recht::ToegangBeheren;
    type Uitkomst = ();

    async fn bereik(&self, tx: &WriteTx) -> Result<Bereik, Fout> {
        rijen::persoon(tx, self.persoon).await.map(|persoon| Bereik::Persoon(persoon.id))
    }

    async fn apply(&self, tx: &mut WriteTx) -> Result<(), Fout> {
        let hash = self.hash.as_ref().map_err(Fout::clone)?;
        rijen::stel_wachtwoord_in(tx, self.persoon, hash).await?;
        rijen::beeindig_aanmeldingen(tx, self.persoon, self.behoud).await
    }
}
