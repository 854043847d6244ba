use serde::Serialize;

use super::{Rij, queries};
use crate::domain::{
    afspraken::{Gebeurtenis, Handtekening, Plek, RondeId},
    command::{Command, WriteTx, record},
    fout::Fout,
    rechten::{Bereik, Recht},
};

/// Takes back what a party said, as long as the round runs.
#[derive(Debug, Serialize)]
pub struct TrekHandtekeningIn {
    pub ronde: RondeId,
    pub plek: Plek,
}

impl Command for TrekHandtekeningIn {
    const NAAM: &'static str = "trekHandtekeningIn";
    const RECHT: Recht = Recht::Ondertekenen;
    type Uitkomst = RondeId;

    async fn bereik(&self, _tx: &WriteTx) -> Result<Bereik, Fout> {
        Ok(self.plek.gemeente.clone().map_or(Bereik::Alles, |gemeente| Bereik::Gemeenten(vec![gemeente])))
    }

    async fn apply(&self, tx: &mut WriteTx) -> Result<RondeId, Fout> {
        let ronde = queries::ronde(tx.world(), self.ronde)?;
        ronde.toets_open()?;
        let sleutel = (self.ronde, self.plek.clone());
        let Some(gezet) = tx.world().afspraken.handtekeningen.get(&sleutel).cloned() else {
            return Err(Fout::niet_gevonden("Deze handtekening"));
        };
        if gezet.ingetrokken {
            return Ok(ronde.id);
        }
        let naar = Handtekening { ingetrokken: true, ..(*gezet).clone() };
        tx.save(naar.rij()?);
        let handtekening = Box::new(naar);
        record(tx, Gebeurtenis::HandtekeningIngetrokken { afspraak: ronde.afspraak, handtekening })?;
        Ok(ronde.id)
    }
}
