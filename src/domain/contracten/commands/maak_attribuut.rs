use serde::Serialize;

use super::{Rij, toets_attribuut};
use crate::domain::{
    command::{Command, WriteTx, record},
    contracten::{Attribuut, AttribuutId, AttribuutInhoud, Gebeurtenis},
    fout::{Code, Fout},
    organisatie::PersoonId,
    rechten::{Bereik, Recht},
};

/// Adds an attribute to the comparison, at the end of its element.
#[derive(Debug, Serialize)]
pub struct MaakAttribuut {
    pub inhoud: AttribuutInhoud,
}

impl Command for MaakAttribuut {
    const NAAM: &'static str = "maakAttribuut";
    const RECHT: Recht = Recht::ContractenBeheren;
    type Uitkomst = AttribuutId;

    async fn bereik(&self, _tx: &WriteTx) -> Result<Bereik, Fout> {
        Ok(Bereik::Alles)
    }

    async fn apply(&self, tx: &mut WriteTx) -> Result<AttribuutId, Fout> {
        let inhoud = self.inhoud.clone().getoetst()?;
        toets_attribuut(tx, &inhoud)?;
        let rijen = tx.world().contracten.rijen();
        let eigen = |een: &&std::sync::Arc<Attribuut>| een.inhoud.element == inhoud.element;
        if rijen.iter().filter(eigen).any(|een| een.inhoud.naam.to_lowercase() == inhoud.naam.to_lowercase()) {
            let bericht = "Dit attribuut is er al bij dit sturingselement. Kies een andere naam.";
            return Err(Fout::bij(Code::BestaatAl, "naam", bericht));
        }
        let laatste = rijen.iter().filter(eigen).map(|een| een.plaats).max().unwrap_or_default();
        let id = AttribuutId(tx.new_id().to_string());
        let attribuut = Attribuut {
            id: id.clone(),
            plaats: laatste + 1,
            inhoud,
            herkomst: None,
            versie: 1,
            door: tx.actor().map(PersoonId),
            op: tx.now(),
        };
        tx.save(attribuut.rij()?);
        record(tx, Gebeurtenis::AttribuutVastgelegd { attribuut: Box::new(attribuut) })?;
        Ok(id)
    }
}
