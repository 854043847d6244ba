use serde::Serialize;

use crate::domain::{
    afspraken::{
        AfspraakId, MAX_VERSIENAAM, VersieId, bereik_van, queries,
        schrijven::{bevries, schrijf_tekst, te_schrijven},
        tekst::Tekst,
    },
    command::{Command, WriteTx},
    fout::{Code, Fout},
    rechten::{Bereik, Recht},
};

/// Takes a text over that was written elsewhere, into one that is still empty, and freezes it as a version.
#[derive(Debug, Serialize)]
pub struct NeemTekstOver {
    pub afspraak: AfspraakId,
    /// The name of the file it comes from.
    pub bestand: String,
    /// Its articles get their ids here.
    pub tekst: Tekst,
}

impl Command for NeemTekstOver {
    const NAAM: &'static str = "neemTekstOver";
    const RECHT: Recht = Recht::AfsprakenSchrijven;
    type Uitkomst = VersieId;

    async fn bereik(&self, tx: &WriteTx) -> Result<Bereik, Fout> {
        Ok(bereik_van(&queries::afspraak(tx.world(), &self.afspraak)?))
    }

    async fn apply(&self, tx: &mut WriteTx) -> Result<VersieId, Fout> {
        te_schrijven(tx, &self.afspraak)?;
        let doc = queries::document(tx.conn(), &self.afspraak).await?;
        if !queries::tekst_in(&doc).is_leeg() {
            let bericht = "Er staat al tekst. Maak die eerst leeg: zij blijft bewaard als versie.";
            return Err(Fout::new(Code::BestaatAl, bericht));
        }
        let mut tekst = self.tekst.clone();
        for artikel in &mut tekst.artikelen {
            artikel.id = tx.new_id().to_string();
        }
        schrijf_tekst(tx, &self.afspraak, &doc, &tekst).await?;
        let naam: String = format!("Ingelezen: {}", self.bestand.trim()).chars().take(MAX_VERSIENAAM).collect();
        // What editors read back, so that the hash of the version is that of the text.
        bevries(tx, &self.afspraak, &naam, queries::tekst_in(&doc), None, None).await
    }
}
