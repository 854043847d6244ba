use std::collections::BTreeMap;

use serde::Serialize;

use super::*;
use crate::domain::{
    command::Command,
    rechten::{Bereik, Recht},
};

/// Closes a vote: the result becomes known as far as it may, and the counts go.
#[derive(Debug, Serialize)]
pub struct SluitStemming {
    pub sessie: SessieId,
    pub fase: FaseId,
}

impl Command for SluitStemming {
    const NAAM: &'static str = "sluitStemming";
    const RECHT: Recht = Recht::SessiesLeiden;
    type Uitkomst = SessieId;

    async fn bereik(&self, _tx: &WriteTx) -> Result<Bereik, Fout> {
        Ok(Bereik::Alles)
    }

    async fn apply(&self, tx: &mut WriteTx) -> Result<SessieId, Fout> {
        let bord = queries::bord(tx.world(), self.sessie)?;
        let mut sessie = te_leiden(tx, self.sessie)?;
        sessie.toets_bezig()?;
        let fase = sessie.fase_mut(self.fase)?;
        if !fase.is_stemming_open() {
            return Err(Fout::new(Code::OngeldigeWaarde, "Deze stemming is niet open."));
        }
        let mut stemmers = BTreeMap::new();
        for gast in bord.gasten.values().filter(|gast| gast.gestemd.contains(&self.fase)) {
            *stemmers.entry(queries::stemgroep(&tx.world().organisatie, &gast.achterban)).or_default() += 1;
        }
        let tellingen = queries::neem_tellingen(tx.conn(), self.fase).await?;
        fase.uitslag = Some(stemmen::uitslag(&fase.keuzes, &tellingen, &stemmers));
        fase.loopt_tot = None;
        werk_bij(tx, sessie, Daad::StemmingGesloten(self.fase))
    }
}
