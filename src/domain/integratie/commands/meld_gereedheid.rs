use serde::Serialize;

use crate::domain::{
    command::{Command, WriteTx, record},
    fout::{Code, Fout},
    integratie::{
        FunctieId, Gebeurtenis, Gereedheid, GereedheidSleutel, Gereedheidsstand, TrajectId, queries, rijen::Rij,
        streken,
    },
    organisatie::{GemeenteId, PersoonId},
    rechten::{Bereik, Recht},
};

/// Says how far a gemeente is with handing over a function.
///
/// Refused when someone else said so since `verwachte_versie`; 0 when nobody had.
#[derive(Debug, Serialize)]
pub struct MeldGereedheid {
    pub traject: TrajectId,
    pub functie: FunctieId,
    pub gemeente: GemeenteId,
    pub verwachte_versie: i32,
    pub stand: Gereedheidsstand,
}

impl Command for MeldGereedheid {
    const NAAM: &'static str = "meldGereedheid";
    const RECHT: Recht = Recht::OverdrachtInvullen;
    type Uitkomst = GereedheidSleutel;

    async fn bereik(&self, _tx: &WriteTx) -> Result<Bereik, Fout> {
        // The key of the row is all of it that says whose it is.
        Ok(Bereik::Gemeenten(vec![self.gemeente.clone()]))
    }

    async fn apply(&self, tx: &mut WriteTx) -> Result<GereedheidSleutel, Fout> {
        let sleutel = (self.traject.clone(), self.functie.clone(), self.gemeente.clone());
        let traject = queries::traject(tx.world(), &self.traject)?;
        traject.eigen_functie(&self.functie)?;
        if !streken(&tx.world().organisatie, &traject).iter().any(|(_, leden)| leden.contains(&self.gemeente)) {
            let bericht = "Deze gemeente doet niet mee aan dit traject. Kijk bij Organisatie, Deelname.";
            return Err(Fout::bij(Code::NeemtNietDeel, "gemeente", bericht));
        }
        let oud = tx.world().integratie.gereedheden.get(&sleutel).cloned();
        let door = tx.actor().map(PersoonId);
        if let Some(oud) = &oud {
            oud.toets_versie(self.verwachte_versie, door)?;
        }
        let van = oud.as_ref().map(|oud| oud.stand).unwrap_or_default();
        if van == self.stand {
            return Ok(sleutel);
        }
        let naar = Gereedheid {
            traject: self.traject.clone(),
            functie: self.functie.clone(),
            gemeente: self.gemeente.clone(),
            stand: self.stand,
            versie: oud.map_or(1, |oud| oud.versie + 1),
            door,
            op: tx.now(),
        };
        tx.save(naar.rij()?);
        record(tx, Gebeurtenis::GereedheidGemeld { van, naar: Box::new(naar) })?;
        Ok(sleutel)
    }
}
