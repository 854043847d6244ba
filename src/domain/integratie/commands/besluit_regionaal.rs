use jiff::civil::Date;
use serde::Serialize;

use super::autonomie_van;
use crate::{
    domain::{
        command::{Command, WriteTx, record},
        fout::{Code, Fout},
        integratie::{
            Autonomie, AutonomieSleutel, Gebeurtenis, Mag, Onderwerp, TrajectId, kaderzinnen::mag_in_woorden,
            rijen::Rij,
        },
        invoer,
        organisatie::PersoonId,
        rechten::{Bereik, Recht},
    },
    platform::clock::dutch_date,
};

/// Lays down that the region decided on an item, or takes that back.
///
/// Refused for beleid as long as not each gemeente that takes part has decided in favour.
#[derive(Debug, Serialize)]
pub struct BesluitRegionaal {
    pub traject: TrajectId,
    pub onderwerp: Onderwerp,
    pub verwachte_versie: i32,
    pub op: Option<Date>,
}

impl Command for BesluitRegionaal {
    const NAAM: &'static str = "besluitRegionaal";
    const RECHT: Recht = Recht::PlanWijzigen;
    type Uitkomst = AutonomieSleutel;

    async fn bereik(&self, _tx: &WriteTx) -> Result<Bereik, Fout> {
        Ok(Bereik::Alles)
    }

    async fn apply(&self, tx: &mut WriteTx) -> Result<AutonomieSleutel, Fout> {
        let oud = autonomie_van(tx, (self.traject.clone(), self.onderwerp.clone()))?;
        let (sleutel, door) = (oud.sleutel(), tx.actor().map(PersoonId));
        oud.toets_versie(self.verwachte_versie, door)?;
        if let Some(op) = self.op {
            invoer::datum("op", op)?;
            if op > dutch_date(tx.now()) {
                let bericht = "Deze dag moet nog komen. Kies de dag waarop de regio besloot.";
                return Err(Fout::bij(Code::DatumOngeldig, "op", bericht));
            }
            let (integratie, organisatie) = (&tx.world().integratie, &tx.world().organisatie);
            let mag = integratie.mag_regionaal(organisatie, &oud);
            if mag != Mag::Ja {
                return Err(Fout::bij(Code::BeleidIsLokaal, "op", mag_in_woorden(organisatie, &mag)));
            }
        }
        if oud.regionaal_op == self.op {
            return Ok(sleutel);
        }
        let van = Box::new(oud.clone());
        let naar = Autonomie { regionaal_op: self.op, versie: oud.versie + 1, door, op: tx.now(), ..oud };
        tx.save(naar.rij()?);
        record(tx, Gebeurtenis::RegionaalBesloten { van, naar: Box::new(naar) })?;
        Ok(sleutel)
    }
}
