use serde::Serialize;

use crate::domain::{
    command::{Command, WriteTx},
    fout::Fout,
    organisatie::{PersoonId, rijen},
    rechten::{Bereik, Recht},
};

/// Ends all sign-ins of someone, also the one it was asked from.
#[derive(Debug, Serialize)]
pub struct MeldOveralAf {
    pub persoon: PersoonId,
}

impl Command for MeldOveralAf {
    const NAAM: &'static str = "meldOveralAf";
    const RECHT: Recht = Recht::ToegangBeheren;
    type Uitkomst = ();

    async fn bereik(&self, tx: &WriteTx) -> Result<Bereik, Fout> {
        rijen::persoon(tx, self.persoon).await.map(|persoon| Bereik::Persoon(persoon.id))
    }

    async fn apply(&self, tx: &mut WriteTx) -> Result<(), Fout> {
        rijen::beeindig_aanmeldingen(tx, self.persoon, None).await
    }
}
