use serde::Serialize;

use crate::domain::{
    afspraken::{
        AfspraakId, VersieId, bereik_van, queries,
        schrijven::{bevries, te_schrijven},
    },
    command::{Command, WriteTx},
    fout::Fout,
    rechten::{Bereik, Recht},
};

/// Freezes the text as it is now, under a name.
#[derive(Debug, Serialize)]
pub struct LegVersieVast {
    pub afspraak: AfspraakId,
    pub naam: String,
    /// What its writer saw; another text is not frozen unseen.
    pub verwachte_hash: Option<String>,
}

impl Command for LegVersieVast {
    const NAAM: &'static str = "legVersieVast";
    const RECHT: Recht = Recht::AfsprakenSchrijven;
    type Uitkomst = VersieId;

    async fn bereik(&self, tx: &WriteTx) -> Result<Bereik, Fout> {
        Ok(bereik_van(&queries::afspraak(tx.world(), &self.afspraak)?))
    }

    async fn apply(&self, tx: &mut WriteTx) -> Result<VersieId, Fout> {
        te_schrijven(tx, &self.afspraak)?;
        let doc = queries::document(tx.conn(), &self.afspraak).await?;
        let tekst = queries::tekst_in(&doc);
        bevries(tx, &self.afspraak, &self.naam, tekst, self.verwachte_hash.as_deref(), None).await
    }
}
