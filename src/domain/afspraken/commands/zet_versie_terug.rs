use serde::Serialize;

use crate::domain::{
    afspraken::{
        VersieId, bereik_van, queries,
        schrijven::{bevries, schrijf_tekst, te_schrijven},
    },
    command::{Command, WriteTx},
    fout::Fout,
    rechten::{Bereik, Recht},
};

/// Writes what an earlier version said into the text, and freezes that as a new version. Nothing is thrown away.
#[derive(Debug, Serialize)]
pub struct ZetVersieTerug {
    pub versie: VersieId,
}

impl Command for ZetVersieTerug {
    const NAAM: &'static str = "zetVersieTerug";
    const RECHT: Recht = Recht::AfsprakenSchrijven;
    type Uitkomst = VersieId;

    async fn bereik(&self, tx: &WriteTx) -> Result<Bereik, Fout> {
        let versie = queries::versie(tx.world(), self.versie)?;
        Ok(bereik_van(&queries::afspraak(tx.world(), &versie.afspraak)?))
    }

    async fn apply(&self, tx: &mut WriteTx) -> Result<VersieId, Fout> {
        let versie = queries::versie(tx.world(), self.versie)?;
        te_schrijven(tx, &versie.afspraak)?;
        let tekst = queries::tekst_van(tx.conn(), versie.id).await?;
        let doc = queries::document(tx.conn(), &versie.afspraak).await?;
        schrijf_tekst(tx, &versie.afspraak, &doc, &tekst).await?;
        let naam = format!("Terug naar versie {}", versie.nummer);
        bevries(tx, &versie.afspraak, &naam, tekst, None, Some(versie.id)).await
    }
}
