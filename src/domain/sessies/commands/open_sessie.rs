use serde::Serialize;

use super::*;
use crate::domain::{
    command::Command,
    rechten::{Bereik, Recht},
};

/// Opens the door: a fresh code, good for half a day.
#[derive(Debug, Serialize)]
pub struct OpenSessie {
    pub sessie: SessieId,
}

impl Command for OpenSessie {
    const NAAM: &'static str = "openSessie";
    const RECHT: Recht = Recht::SessiesLeiden;
    type Uitkomst = SessieId;

    async fn bereik(&self, _tx: &WriteTx) -> Result<Bereik, Fout> {
        Ok(Bereik::Alles)
    }

    async fn apply(&self, tx: &mut WriteTx) -> Result<SessieId, Fout> {
        let mut sessie = te_leiden(tx, self.sessie)?;
        if sessie.stand == Sessiestand::Afgerond {
            let bericht = "Deze sessie is afgerond. Maak een nieuwe om verder te gaan.";
            return Err(Fout::new(Code::OngeldigeWaarde, bericht));
        }
        let toeval = tx.new_id();
        let mut tekens = [0; 6];
        // The last bytes of an id are random.
        tekens.copy_from_slice(&toeval.as_bytes()[10..]);
        sessie.code = Some(code_van(tekens));
        sessie.code_tot = Some(over(tx, GELDIG)?);
        sessie.stand = Sessiestand::Bezig;
        if sessie.begeleiders.is_empty() {
            sessie.begeleiders.extend(tx.actor().map(PersoonId));
        }
        werk_bij(tx, sessie, Daad::Geopend)
    }
}
