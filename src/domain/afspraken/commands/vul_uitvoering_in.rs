use serde::Serialize;

use crate::domain::{
    afspraken::{AfspraakId, Gebeurtenis, Uitvoering, UitvoeringInhoud, queries, rijen::Rij},
    command::{Command, WriteTx, record},
    fout::{Code, Fout},
    organisatie::{GemeenteId, PersoonId},
    rechten::{Bereik, Recht},
};

/// Fills in how far one gemeente is with one agreement.
///
/// Refused when someone else filled it in since `verwachte_versie`; 0 when nobody had.
#[derive(Debug, Serialize)]
pub struct VulUitvoeringIn {
    pub afspraak: AfspraakId,
    pub gemeente: GemeenteId,
    pub verwachte_versie: i32,
    pub inhoud: UitvoeringInhoud,
}

impl Command for VulUitvoeringIn {
    const NAAM: &'static str = "vulUitvoeringIn";
    const RECHT: Recht = Recht::UitvoeringInvullen;
    type Uitkomst = (AfspraakId, GemeenteId);

    async fn bereik(&self, _tx: &WriteTx) -> Result<Bereik, Fout> {
        // The key of the row is all of it that says whose it is.
        Ok(Bereik::Gemeenten(vec![self.gemeente.clone()]))
    }

    async fn apply(&self, tx: &mut WriteTx) -> Result<(AfspraakId, GemeenteId), Fout> {
        let sleutel = (self.afspraak.clone(), self.gemeente.clone());
        let afspraak = queries::afspraak(tx.world(), &self.afspraak)?;
        if !afspraak.inhoud.gemeenten.contains(&self.gemeente) {
            let bericht = "Deze afspraak geldt niet in deze gemeente. Kies een andere cel.";
            return Err(Fout::bij(Code::NeemtNietDeel, "gemeente", bericht));
        }
        let inhoud = self.inhoud.clone().getoetst()?;
        let oud = queries::uitvoering(tx.world(), &self.afspraak, &self.gemeente);
        let door = tx.actor().map(PersoonId);
        if let Some(oud) = &oud {
            oud.toets_versie(self.verwachte_versie, door)?;
        }
        let van = oud.as_ref().map(|oud| oud.inhoud.clone()).unwrap_or_default();
        if van == inhoud {
            return Ok(sleutel);
        }
        let naar = Uitvoering {
            afspraak: self.afspraak.clone(),
            gemeente: self.gemeente.clone(),
            inhoud,
            versie: oud.map_or(1, |oud| oud.versie + 1),
            door,
            op: tx.now(),
        };
        tx.save(naar.rij()?);
        record(tx, Gebeurtenis::UitvoeringIngevuld { van, naar: Box::new(naar) })?;
        Ok(sleutel)
    }
}
