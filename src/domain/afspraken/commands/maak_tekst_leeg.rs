use serde::Serialize;

use crate::domain::{
    afspraken::{
        AfspraakId, Gebeurtenis, bereik_van, queries,
        schrijven::{bevries, schrijf_tekst, te_schrijven},
        tekst::Tekst,
    },
    command::{Command, WriteTx, record},
    fout::{Code, Fout},
    rechten::{Bereik, Recht},
};

/// Takes everything out of a text, to begin anew. What stood there stays as a version, and can be put back.
#[derive(Debug, Serialize)]
pub struct MaakTekstLeeg {
    pub afspraak: AfspraakId,
}

impl Command for MaakTekstLeeg {
    const NAAM: &'static str = "maakTekstLeeg";
    const RECHT: Recht = Recht::AfsprakenSchrijven;
    type Uitkomst = AfspraakId;

    async fn bereik(&self, tx: &WriteTx) -> Result<Bereik, Fout> {
        Ok(bereik_van(&queries::afspraak(tx.world(), &self.afspraak)?))
    }

    async fn apply(&self, tx: &mut WriteTx) -> Result<AfspraakId, Fout> {
        te_schrijven(tx, &self.afspraak)?;
        let doc = queries::document(tx.conn(), &self.afspraak).await?;
        let tekst = queries::tekst_in(&doc);
        if tekst.artikelen.is_empty() {
            return Err(Fout::new(Code::OngeldigeWaarde, "Er staat geen tekst: er is niets leeg te maken."));
        }
        let bewaard =
            queries::laatste_versie(tx.world(), &self.afspraak).is_some_and(|laatste| laatste.hash == tekst.hash());
        if !bewaard && !tekst.is_leeg() {
            bevries(tx, &self.afspraak, "Voor het leegmaken", tekst, None, None).await?;
        }
        schrijf_tekst(tx, &self.afspraak, &doc, &Tekst::default()).await?;
        record(tx, Gebeurtenis::TekstGeleegd { afspraak: self.afspraak.clone() })?;
        Ok(self.afspraak.clone())
    }
}
