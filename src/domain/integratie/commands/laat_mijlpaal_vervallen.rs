use serde::Serialize;

use crate::domain::{
    command::{Command, WriteTx, record},
    fout::{Code, Fout},
    integratie::{Gebeurtenis, Mijlpaal, MijlpaalId, queries, rijen::Rij},
    rechten::{Bereik, Recht},
};

/// Takes a milestone out of the plan; it can come back.
///
/// Refused while another milestone, a step of a decision or a phase counts on it: what that means for the target is a choice.
#[derive(Debug, Serialize)]
pub struct LaatMijlpaalVervallen {
    pub mijlpaal: MijlpaalId,
}

impl Command for LaatMijlpaalVervallen {
    const NAAM: &'static str = "laatMijlpaalVervallen";
    const RECHT: Recht = Recht::PlanWijzigen;
    type Uitkomst = MijlpaalId;

    async fn bereik(&self, _tx: &WriteTx) -> Result<Bereik, Fout> {
        Ok(Bereik::Alles)
    }

    async fn apply(&self, tx: &mut WriteTx) -> Result<MijlpaalId, Fout> {
        let mut mijlpaal = queries::mijlpaal(tx.world(), &self.mijlpaal)?;
        toets_vrij(tx, &mijlpaal)?;
        mijlpaal.vervallen = true;
        tx.save(mijlpaal.rij()?);
        let (traject, id) = (mijlpaal.traject, mijlpaal.id.clone());
        record(tx, Gebeurtenis::MijlpaalVervallen { traject, mijlpaal: mijlpaal.id })?;
        Ok(id)
    }
}

/// Nothing may count on it any more.
fn toets_vrij(tx: &WriteTx, mijlpaal: &Mijlpaal) -> Result<(), Fout> {
    let integratie = &tx.world().integratie;
    if integratie.mijlpalen_van(&mijlpaal.traject).count() == 1 {
        let bericht = "Dit is de enige mijlpaal. Voeg eerst een andere toe.";
        return Err(Fout::bij(Code::NietInDezeFase, "id", bericht));
    }
    let wacht = |ander: &&Mijlpaal| ander.na.iter().any(|na| na.mijlpaal == mijlpaal.id);
    if let Some(ander) = integratie.mijlpalen_van(&mijlpaal.traject).find(wacht) {
        let bericht = format!("‘{}’ wacht op deze mijlpaal. Haal eerst dat verband weg.", ander.naam);
        return Err(Fout::bij(Code::NietInDezeFase, "id", bericht));
    }
    let traject = queries::traject(tx.world(), &mijlpaal.traject)?;
    if let Some(fase) = traject.fasen.iter().find(|fase| fase.poort.as_ref() == Some(&mijlpaal.id)) {
        let bericht = format!("Deze mijlpaal is de poort van de fase ‘{}’. Kies daar eerst een andere.", fase.naam);
        return Err(Fout::bij(Code::NietInDezeFase, "id", bericht));
    }
    let mut stappen = integratie.besluiten_van(&mijlpaal.traject).flat_map(|besluit| &besluit.stappen);
    if let Some(stap) = stappen.find(|stap| stap.mijlpaal.as_ref() == Some(&mijlpaal.id)) {
        let bericht = format!("De stap ‘{}’ van een besluit hoort bij deze mijlpaal. Zij blijft nodig.", stap.naam);
        return Err(Fout::bij(Code::NietInDezeFase, "id", bericht));
    }
    Ok(())
}
