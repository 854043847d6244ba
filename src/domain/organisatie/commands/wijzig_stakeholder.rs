use serde::Serialize;

use super::{LegFeitVast, bewaar_kaartplek, kaartplek};
use crate::domain::{
    command::{Command, WriteTx},
    fout::{Code, Fout},
    invoer,
    organisatie::{Feit, Kaartdeel, Kaartplek, MAX_OVER, MAX_STAKEHOLDER, PersoonId, Stakeholder, StakeholderId, over},
    rechten::{Bereik, Recht},
};

/// Changes what the map says about a stakeholder. Name and description only of one that was added on the map: what
/// the sources say stays as they say it.
#[derive(Debug, Serialize)]
pub struct WijzigStakeholder {
    pub stakeholder: StakeholderId,
    pub verwachte_versie: i32,
    pub naam: Option<String>,
    pub beschrijving: Option<String>,
    pub invloed_naar_mgr: String,
    pub invloed_van_mgr: String,
    pub contact: Option<PersoonId>,
}

impl Command for WijzigStakeholder {
    const NAAM: &'static str = "wijzigStakeholder";
    const RECHT: Recht = Recht::StakeholdersBeheren;
    type Uitkomst = StakeholderId;

    async fn bereik(&self, _tx: &WriteTx) -> Result<Bereik, Fout> {
        Ok(Bereik::Alles)
    }

    async fn apply(&self, tx: &mut WriteTx) -> Result<StakeholderId, Fout> {
        let (stakeholder, van) = kaartplek(tx, &self.stakeholder)?;
        van.toets_op_kaart()?;
        van.toets_versie(Kaartdeel::Gegevens, self.verwachte_versie, tx.actor().map(PersoonId))?;
        let feit = self.feit(&stakeholder)?;
        if self.contact.is_some_and(|contact| !tx.world().organisatie.is_actief(contact)) {
            let bericht = "Deze persoon werkt niet (meer) in de hub. Kies een ander contact.";
            return Err(Fout::bij(Code::NietGevonden, "contact", bericht));
        }
        let naar = Kaartplek {
            invloed_naar_mgr: over("invloedNaarMgr", &self.invloed_naar_mgr)?,
            invloed_van_mgr: over("invloedVanMgr", &self.invloed_van_mgr)?,
            contact: self.contact,
            ..van.clone()
        };
        if feit != stakeholder {
            LegFeitVast { feit: Feit::Stakeholder(feit) }.apply(tx).await?;
        }
        bewaar_kaartplek(tx, Kaartdeel::Gegevens, van, naar)
    }
}

impl WijzigStakeholder {
    /// The stakeholder with its new name and description.
    fn feit(&self, oud: &Stakeholder) -> Result<Stakeholder, Fout> {
        let naam = self.naam.as_ref().map(|naam| invoer::tekst("naam", naam, MAX_STAKEHOLDER)).transpose()?;
        let beschrijving = self.beschrijving.as_ref();
        let beschrijving =
            beschrijving.map(|tekst| invoer::vrije_tekst("beschrijving", tekst, MAX_OVER)).transpose()?;
        let nieuw = Stakeholder {
            naam: naam.unwrap_or_else(|| oud.naam.clone()),
            beschrijving: beschrijving.unwrap_or_else(|| oud.beschrijving.clone()),
            ..oud.clone()
        };
        if nieuw != *oud && !oud.is_eigen() {
            let bericht = "Naam en beschrijving komen uit een plan en blijven zoals ze daar staan.";
            return Err(Fout::bij(Code::OngeldigeWaarde, "naam", bericht));
        }
        Ok(nieuw)
    }
}
