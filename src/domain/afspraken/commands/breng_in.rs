use serde::Serialize;

use super::{Rij, bereik_van_ronde, queries};
use crate::domain::{
    afspraken::{Gebeurtenis, Inbreng, InbrengId, MAX_REDEN, RondeId},
    command::{Command, WriteTx, record},
    fout::{Code, Fout},
    invoer,
    organisatie::PersoonId,
    rechten::{Bereik, Recht},
};

/// Asks a question in a round, or says what one thinks: what it is follows from the phase.
#[derive(Debug, Serialize)]
pub struct BrengIn {
    pub ronde: RondeId,
    pub tekst: String,
}

impl Command for BrengIn {
    const NAAM: &'static str = "brengIn";
    const RECHT: Recht = Recht::AfsprakenOpmerken;
    type Uitkomst = RondeId;

    async fn bereik(&self, tx: &WriteTx) -> Result<Bereik, Fout> {
        bereik_van_ronde(tx, self.ronde)
    }

    async fn apply(&self, tx: &mut WriteTx) -> Result<RondeId, Fout> {
        let ronde = queries::ronde(tx.world(), self.ronde)?;
        let Some(soort) = ronde.fase().inbreng() else {
            let bericht = format!("In de fase {} breng je niets in. Wacht op de volgende.", ronde.fase().naam());
            return Err(Fout::new(Code::NietInDezeFase, bericht));
        };
        let inbreng = Inbreng {
            id: InbrengId(tx.new_id()),
            ronde: ronde.id,
            soort,
            tekst: invoer::tekst("tekst", &self.tekst, MAX_REDEN)?,
            door: tx.actor().map(PersoonId),
            op: tx.now(),
            antwoord: String::new(),
            beantwoord_door: None,
        };
        tx.save(inbreng.rij()?);
        let inbreng = Box::new(inbreng);
        record(tx, Gebeurtenis::InbrengGegeven { afspraak: ronde.afspraak, inbreng })?;
        Ok(ronde.id)
    }
}
