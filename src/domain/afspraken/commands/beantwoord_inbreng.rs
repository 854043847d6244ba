use serde::Serialize;

use super::{Rij, bereik_van_ronde, queries};
use crate::domain::{
    afspraken::{Gebeurtenis, Inbreng, InbrengId, MAX_REDEN, RondeId},
    command::{Command, WriteTx, record},
    fout::Fout,
    invoer,
    organisatie::PersoonId,
    rechten::{Bereik, Recht},
};

/// Answers a question or reaction.
#[derive(Debug, Serialize)]
pub struct BeantwoordInbreng {
    pub inbreng: InbrengId,
    pub antwoord: String,
}

impl BeantwoordInbreng {
    fn inbreng(&self, tx: &WriteTx) -> Result<Inbreng, Fout> {
        let inbreng = tx.world().afspraken.inbreng.get(&self.inbreng);
        Ok((**inbreng.ok_or_else(|| Fout::niet_gevonden("Deze inbreng"))?).clone())
    }
}

impl Command for BeantwoordInbreng {
    const NAAM: &'static str = "beantwoordInbreng";
    const RECHT: Recht = Recht::RondeLeiden;
    type Uitkomst = RondeId;

    async fn bereik(&self, tx: &WriteTx) -> Result<Bereik, Fout> {
        bereik_van_ronde(tx, self.inbreng(tx)?.ronde)
    }

    async fn apply(&self, tx: &mut WriteTx) -> Result<RondeId, Fout> {
        let oud = self.inbreng(tx)?;
        let ronde = queries::ronde(tx.world(), oud.ronde)?;
        ronde.toets_open()?;
        let antwoord = invoer::tekst("antwoord", &self.antwoord, MAX_REDEN)?;
        if antwoord == oud.antwoord {
            return Ok(ronde.id);
        }
        let naar = Inbreng { antwoord, beantwoord_door: tx.actor().map(PersoonId), ..oud };
        tx.save(naar.rij()?);
        let inbreng = Box::new(naar);
        record(tx, Gebeurtenis::InbrengBeantwoord { afspraak: ronde.afspraak, inbreng })?;
        Ok(ronde.id)
    }
}
