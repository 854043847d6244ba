use serde::Serialize;

use super::bereik_van_opmerking;
use crate::domain::{
    command::{Command, WriteTx, record},
    fout::Fout,
    integratie::{Gebeurtenis, Opmerking, OpmerkingId, TaakId, opmerking_van, queries, rijen::Rij},
    organisatie::vermelde_personen,
    rechten::{Bereik, Recht},
};

/// Changes the text of a remark.
#[derive(Debug, Serialize)]
pub struct WijzigOpmerking {
    pub opmerking: OpmerkingId,
    pub tekst: String,
}

impl Command for WijzigOpmerking {
    const NAAM: &'static str = "wijzigOpmerking";
    const RECHT: Recht = Recht::OpmerkingWijzigen;
    type Uitkomst = TaakId;

    async fn bereik(&self, tx: &WriteTx) -> Result<Bereik, Fout> {
        bereik_van_opmerking(tx, self.opmerking)
    }

    async fn apply(&self, tx: &mut WriteTx) -> Result<TaakId, Fout> {
        let van = queries::opmerking(tx.world(), self.opmerking)?;
        if van.verwijderd {
            return Err(Fout::niet_gevonden("Deze opmerking"));
        }
        let tekst = opmerking_van(&self.tekst)?;
        if tekst == van.tekst {
            return Ok(van.taak);
        }
        let taak = queries::taak(tx.world(), van.taak)?;
        let traject = queries::traject_van(tx.world(), &taak.bord)?.id.clone();
        let naar = Opmerking {
            vermelde: vermelde_personen(&tx.world().organisatie, &tekst),
            tekst,
            gewijzigd_op: Some(tx.now()),
            ..van.clone()
        };
        tx.save(naar.rij()?);
        record(tx, Gebeurtenis::OpmerkingGewijzigd { traject, van, naar })?;
        Ok(taak.id)
    }
}
