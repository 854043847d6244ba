use std::collections::BTreeMap;

use serde::Serialize;

use super::{neem_op, toets_verwijzingen};
use crate::domain::{
    afspraken::{Afspraak, AfspraakId, Bronstand, Fase, Inhoud},
    command::{Command, WriteTx},
    fout::Fout,
    organisatie::{Herkomst, PersoonId},
    rechten::{Bereik, Recht},
};

/// Lays down an agreement that a source names, in the step the source puts it in. Done once: what people made of it
/// since is never overwritten.
#[derive(Debug, Serialize)]
pub struct LegAfspraakVast {
    pub id: AfspraakId,
    pub inhoud: Inhoud,
    pub fase: Fase,
    pub bronstand: Bronstand,
    pub herkomst: Herkomst,
}

impl Command for LegAfspraakVast {
    const NAAM: &'static str = "legAfspraakVast";
    const RECHT: Recht = Recht::FeitenVastleggen;
    type Uitkomst = AfspraakId;

    async fn bereik(&self, _tx: &WriteTx) -> Result<Bereik, Fout> {
        Ok(Bereik::Alles)
    }

    async fn apply(&self, tx: &mut WriteTx) -> Result<AfspraakId, Fout> {
        if tx.world().afspraken.afspraken.contains_key(&self.id) {
            return Ok(self.id.clone());
        }
        let inhoud = self.inhoud.clone().getoetst()?;
        toets_verwijzingen(tx, &self.id, &inhoud)?;
        let (nu, door) = (tx.now(), tx.actor().map(PersoonId));
        let afspraak = Afspraak {
            id: self.id.clone(),
            inhoud,
            fase: self.fase,
            fase_sinds: nu,
            toelichting: String::new(),
            opvolger: None,
            bronstand: Some(self.bronstand.clone()),
            herkomst: Some(self.herkomst.clone()),
            versie: 1,
            veldversies: BTreeMap::new(),
            gemaakt_op: nu,
            gemaakt_door: door,
            gewijzigd_op: nu,
            gewijzigd_door: door,
        };
        neem_op(tx, afspraak)
    }
}
