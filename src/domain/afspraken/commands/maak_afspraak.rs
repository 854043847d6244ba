use std::collections::BTreeMap;

use serde::Serialize;

use super::{neem_op, toets_verwijzingen};
use crate::domain::{
    afspraken::{Afspraak, AfspraakId, Fase, Inhoud},
    command::{Command, WriteTx},
    fout::Fout,
    organisatie::PersoonId,
    rechten::{Bereik, Recht},
};

/// Puts a new agreement in the register, as a concept.
#[derive(Debug, Serialize)]
pub struct MaakAfspraak {
    pub inhoud: Inhoud,
}

impl Command for MaakAfspraak {
    const NAAM: &'static str = "maakAfspraak";
    const RECHT: Recht = Recht::AfsprakenSchrijven;
    type Uitkomst = AfspraakId;

    async fn bereik(&self, _tx: &WriteTx) -> Result<Bereik, Fout> {
        // There is no row yet: whoever may write for one of its gemeenten, may begin it.
        Ok(Bereik::Gemeenten(self.inhoud.gemeenten.iter().cloned().collect()))
    }

    async fn apply(&self, tx: &mut WriteTx) -> Result<AfspraakId, Fout> {
        let id = AfspraakId(tx.new_id().to_string());
        let inhoud = self.inhoud.clone().getoetst()?;
        toets_verwijzingen(tx, &id, &inhoud)?;
        let (nu, door) = (tx.now(), tx.actor().map(PersoonId));
        let afspraak = Afspraak {
            id,
            inhoud,
            fase: Fase::Concept,
            fase_sinds: nu,
            toelichting: String::new(),
            opvolger: None,
            bronstand: None,
            herkomst: None,
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
