use serde::Serialize;

use super::{Rij, queries, toets_attribuut};
use crate::domain::{
    command::{Command, WriteTx, record},
    contracten::{Attribuut, AttribuutId, AttribuutInhoud, Gebeurtenis},
    fout::{Code, Fout},
    organisatie::PersoonId,
    rechten::{Bereik, Recht},
};

/// Changes an attribute, or takes it out of the comparison. Its kind stays while it has values.
#[derive(Debug, Serialize)]
pub struct WijzigAttribuut {
    pub attribuut: AttribuutId,
    pub verwachte_versie: i32,
    pub inhoud: AttribuutInhoud,
}

impl Command for WijzigAttribuut {
    const NAAM: &'static str = "wijzigAttribuut";
    const RECHT: Recht = Recht::ContractenBeheren;
    type Uitkomst = AttribuutId;

    async fn bereik(&self, _tx: &WriteTx) -> Result<Bereik, Fout> {
        Ok(Bereik::Alles)
    }

    async fn apply(&self, tx: &mut WriteTx) -> Result<AttribuutId, Fout> {
        let oud = queries::attribuut(tx.world(), &self.attribuut)?;
        let inhoud = self.inhoud.clone().getoetst()?;
        if inhoud == oud.inhoud {
            return Ok(oud.id);
        }
        let door = tx.actor().map(PersoonId);
        if oud.versie > self.verwachte_versie && oud.door != door {
            let bericht = "Een ander heeft dit attribuut net gewijzigd. Bekijk het en bewaar zo nodig opnieuw.";
            return Err(Fout::bij(Code::VersieVerouderd, "naam", bericht));
        }
        if inhoud.vorm != oud.inhoud.vorm && tx.world().contracten.heeft_waarden(&oud.id) {
            let bericht = "Er zijn al waarden ingevuld. Maak die eerst leeg, of voeg een nieuw attribuut toe.";
            return Err(Fout::bij(Code::NietInDezeFase, "soort", bericht));
        }
        toets_attribuut(tx, &inhoud)?;
        let van = Box::new(oud.inhoud.clone());
        let naar = Attribuut { inhoud, versie: oud.versie + 1, door, op: tx.now(), ..oud };
        tx.save(naar.rij()?);
        let id = naar.id.clone();
        record(tx, Gebeurtenis::AttribuutGewijzigd { van, naar: Box::new(naar) })?;
        Ok(id)
    }
}
