use serde::Serialize;

use super::*;
use crate::domain::{
    command::Command,
    rechten::{Bereik, Recht},
};

/// Sets how many seconds a phase has from now on; none: no end.
#[derive(Debug, Serialize)]
pub struct ZetTijd {
    pub sessie: SessieId,
    pub fase: FaseId,
    pub seconden: Option<i32>,
}

impl Command for ZetTijd {
    const NAAM: &'static str = "zetTijd";
    const RECHT: Recht = Recht::SessiesLeiden;
    type Uitkomst = SessieId;

    async fn bereik(&self, _tx: &WriteTx) -> Result<Bereik, Fout> {
        Ok(Bereik::Alles)
    }

    async fn apply(&self, tx: &mut WriteTx) -> Result<SessieId, Fout> {
        let mut sessie = te_leiden(tx, self.sessie)?;
        sessie.toets_bezig()?;
        if self.seconden.is_some_and(|seconden| !(0..=4 * 3600).contains(&seconden)) {
            return Err(Fout::bij(Code::OngeldigeWaarde, "seconden", "Kies hooguit vier uur."));
        }
        let tot = self.seconden.map(|seconden| over(tx, SignedDuration::from_secs(seconden.into()))).transpose()?;
        sessie.fase_mut(self.fase)?.loopt_tot = tot;
        werk_bij(tx, sessie, Daad::TijdGezet(self.fase))
    }
}
