use serde::Serialize;

use super::toets_deelname;
use crate::domain::{
    command::{Command, WriteTx, record},
    fout::{Code, Fout},
    integratie::{Cel, CelInhoud, Gebeurtenis, StapId, queries, rijen::Rij},
    organisatie::{GemeenteId, PersoonId},
    rechten::{Bereik, Recht},
};

/// Fills in what one gemeente did in one step of a decision.
///
/// Refused when someone else filled it in since `verwachte_versie`; 0 when nobody had.
#[derive(Debug, Serialize)]
pub struct VulBesluitcelIn {
    pub stap: StapId,
    pub gemeente: GemeenteId,
    pub verwachte_versie: i32,
    pub inhoud: CelInhoud,
}

impl Command for VulBesluitcelIn {
    const NAAM: &'static str = "vulBesluitcelIn";
    const RECHT: Recht = Recht::BesluitInvullen;
    type Uitkomst = (StapId, GemeenteId);

    async fn bereik(&self, _tx: &WriteTx) -> Result<Bereik, Fout> {
        // The key of the row is all of it that says whose it is.
        Ok(Bereik::Gemeenten(vec![self.gemeente.clone()]))
    }

    async fn apply(&self, tx: &mut WriteTx) -> Result<(StapId, GemeenteId), Fout> {
        let sleutel = (self.stap.clone(), self.gemeente.clone());
        let besluit = queries::besluit_met(tx.world(), &self.stap)?;
        let stap = besluit.stap(&self.stap).ok_or_else(|| Fout::niet_gevonden("Deze stap"))?;
        if !stap.is_voor(&self.gemeente) {
            let bericht = "Deze gemeente zet deze stap niet. Kies een andere cel.";
            return Err(Fout::bij(Code::NeemtNietDeel, "gemeente", bericht));
        }
        toets_deelname(tx, &besluit, &self.gemeente)?;
        let inhoud = self.inhoud.clone().getoetst(stap)?;
        let oud = queries::cel(tx.world(), &self.stap, &self.gemeente);
        let door = tx.actor().map(PersoonId);
        if let Some(oud) = &oud {
            oud.toets_versie(self.verwachte_versie, door)?;
        }
        let van = oud.as_ref().map(|oud| oud.inhoud.clone()).unwrap_or_default();
        if van == inhoud {
            return Ok(sleutel);
        }
        let naar = Cel {
            besluit: besluit.id,
            stap: self.stap.clone(),
            gemeente: self.gemeente.clone(),
            inhoud,
            versie: oud.map_or(1, |oud| oud.versie + 1),
            door,
            op: tx.now(),
        };
        tx.save(naar.rij()?);
        record(tx, Gebeurtenis::BesluitcelIngevuld { traject: besluit.traject, van, naar: Box::new(naar) })?;
        Ok(sleutel)
    }
}
