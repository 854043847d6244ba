use serde::Serialize;

use super::*;
use crate::domain::{
    command::Command,
    invoer,
    organisatie::DomeinId,
    rechten::{Bereik, Recht},
    sessies::standpunten::{Kostenpositie, Standpunt},
};

const MAX_TOELICHTING: usize = 280;

/// Lays down what a party said in this session, for all to hear, about who steers on costs.
#[derive(Debug, Serialize)]
pub struct LegStandpuntVast {
    pub sessie: SessieId,
    pub van: Achterban,
    pub domein: DomeinId,
    /// `None`: takes back what was laid down.
    pub positie: Option<Kostenpositie>,
    pub toelichting: String,
}

impl Command for LegStandpuntVast {
    const NAAM: &'static str = "legStandpuntVast";
    const RECHT: Recht = Recht::SessiesLeiden;
    type Uitkomst = SessieId;

    async fn bereik(&self, _tx: &WriteTx) -> Result<Bereik, Fout> {
        Ok(Bereik::Alles)
    }

    async fn apply(&self, tx: &mut WriteTx) -> Result<SessieId, Fout> {
        let mut sessie = te_leiden(tx, self.sessie)?;
        if sessie.stand == Sessiestand::Gepland {
            sessie.toets_bezig()?;
        }
        let organisatie = &tx.world().organisatie;
        if !organisatie.domeinen.contains_key(&self.domein) {
            return Err(Fout::bij(Code::NietGevonden, "domein", "Dit domein bestaat niet. Kies een ander."));
        }
        if let Achterban::Gemeente(gemeente) = &self.van
            && !organisatie.gemeenten.contains_key(gemeente)
        {
            return Err(Fout::bij(Code::NietGevonden, "van", "Deze gemeente bestaat niet. Kies een andere."));
        }
        let standpunt = Standpunt {
            sessie: sessie.id,
            van: self.van.clone(),
            domein: self.domein.clone(),
            positie: self.positie,
            toelichting: invoer::vrije_tekst("toelichting", &self.toelichting, MAX_TOELICHTING)?,
            op: tx.now(),
        };
        let hier = sessie.standpunten.iter().find(|een| (&een.van, &een.domein) == (&self.van, &self.domein));
        let zo_al = hier.is_some_and(|een| Standpunt { op: een.op, ..standpunt.clone() } == *een);
        if zo_al || (hier.is_none() && self.positie.is_none()) {
            return Ok(sessie.id);
        }
        sessie.neem_standpunt_op(standpunt.clone());
        tx.save(sessie.rij()?);
        record(tx, Gebeurtenis::StandpuntVastgelegd { standpunt: Box::new(standpunt) })?;
        Ok(sessie.id)
    }
}
