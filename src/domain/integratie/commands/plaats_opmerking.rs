use serde::Serialize;

use super::bereik_van_taak;
use crate::domain::{
    command::{Command, WriteTx, record},
    fout::Fout,
    integratie::{Gebeurtenis, Opmerking, OpmerkingId, TaakId, opmerking_van, queries, rijen::Rij},
    organisatie::{PersoonId, vermelde_personen},
    rechten::{Bereik, Recht},
};

/// Says something with a task; also when it is in the archive.
#[derive(Debug, Serialize)]
pub struct PlaatsOpmerking {
    pub taak: TaakId,
    pub tekst: String,
}

impl Command for PlaatsOpmerking {
    const NAAM: &'static str = "plaatsOpmerking";
    const RECHT: Recht = Recht::OpmerkingPlaatsen;
    type Uitkomst = TaakId;

    async fn bereik(&self, tx: &WriteTx) -> Result<Bereik, Fout> {
        bereik_van_taak(tx, self.taak)
    }

    async fn apply(&self, tx: &mut WriteTx) -> Result<TaakId, Fout> {
        let taak = queries::taak(tx.world(), self.taak)?;
        let traject = queries::traject_van(tx.world(), &taak.bord)?.id.clone();
        let tekst = opmerking_van(&self.tekst)?;
        let opmerking = Opmerking {
            id: OpmerkingId(tx.new_id()),
            taak: taak.id,
            vermelde: vermelde_personen(&tx.world().organisatie, &tekst),
            tekst,
            door: tx.actor().map(PersoonId),
            op: tx.now(),
            gewijzigd_op: None,
            verwijderd: false,
        };
        tx.save(opmerking.rij()?);
        record(tx, Gebeurtenis::OpmerkingGeplaatst { traject, opmerking })?;
        Ok(taak.id)
    }
}
