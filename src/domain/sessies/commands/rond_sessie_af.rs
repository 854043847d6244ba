use serde::Serialize;

use super::*;
use crate::domain::{
    command::Command,
    rechten::{Bereik, Recht},
};

/// Ends a session: nobody comes in any more, nothing changes, the report is there.
#[derive(Debug, Serialize)]
pub struct RondSessieAf {
    pub sessie: SessieId,
}

impl Command for RondSessieAf {
    const NAAM: &'static str = "rondSessieAf";
    const RECHT: Recht = Recht::SessiesLeiden;
    type Uitkomst = SessieId;

    async fn bereik(&self, _tx: &WriteTx) -> Result<Bereik, Fout> {
        Ok(Bereik::Alles)
    }

    async fn apply(&self, tx: &mut WriteTx) -> Result<SessieId, Fout> {
        let mut sessie = te_leiden(tx, self.sessie)?;
        sessie.toets_bezig()?;
        if sessie.fasen.iter().any(Fase::is_stemming_open) {
            let bericht = "Er loopt nog een stemming. Sluit haar eerst, anders gaan de stemmen verloren.";
            return Err(Fout::new(Code::OngeldigeWaarde, bericht));
        }
        (sessie.stand, sessie.code, sessie.code_tot) = (Sessiestand::Afgerond, None, None);
        sessie.afgerond_op = Some(tx.now());
        werk_bij(tx, sessie, Daad::Afgerond)
    }
}
