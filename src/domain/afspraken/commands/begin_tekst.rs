use serde::Serialize;

use crate::domain::{
    afspraken::{
        AfspraakId, Gebeurtenis, bereik_van, queries,
        schrijven::{schrijf_tekst, te_schrijven},
        standaardtekst::standaardtekst,
    },
    command::{Command, WriteTx, record},
    fout::{Code, Fout},
    rechten::{Bereik, Recht},
};

/// Begins a text that is still empty with the usual articles, filled with what the register knows.
#[derive(Debug, Serialize)]
pub struct BeginTekst {
    pub afspraak: AfspraakId,
}

impl Command for BeginTekst {
    const NAAM: &'static str = "beginTekst";
    const RECHT: Recht = Recht::AfsprakenSchrijven;
    type Uitkomst = AfspraakId;

    async fn bereik(&self, tx: &WriteTx) -> Result<Bereik, Fout> {
        Ok(bereik_van(&queries::afspraak(tx.world(), &self.afspraak)?))
    }

    async fn apply(&self, tx: &mut WriteTx) -> Result<AfspraakId, Fout> {
        let afspraak = te_schrijven(tx, &self.afspraak)?;
        let doc = queries::document(tx.conn(), &self.afspraak).await?;
        if !queries::tekst_in(&doc).is_leeg() {
            return Err(Fout::new(Code::BestaatAl, "Er staat al tekst. Schrijf daarin verder."));
        }
        let ids = std::array::from_fn(|_| tx.new_id());
        let tekst = standaardtekst(tx.world(), &afspraak, ids);
        schrijf_tekst(tx, &self.afspraak, &doc, &tekst).await?;
        record(tx, Gebeurtenis::TekstBegonnen { afspraak: self.afspraak.clone() })?;
        Ok(self.afspraak.clone())
    }
}
