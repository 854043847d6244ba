use serde::Serialize;

use super::LegFeitVast;
use crate::domain::{
    command::{Command, WriteTx},
    fout::{Code, Fout},
    invoer,
    organisatie::{
        Feit, GroepId, Herkomst, Invloedsring, MAX_OVER, MAX_STAKEHOLDER, Stakeholder, StakeholderId, graphql::gevouwen,
    },
    rechten::{Bereik, Recht},
};

/// Adds a stakeholder that no source mentions. From then on it is a stakeholder like any other.
#[derive(Debug, Serialize)]
pub struct VoegStakeholderToe {
    pub naam: String,
    pub beschrijving: String,
    pub groep: GroepId,
    pub ring: Invloedsring,
}

impl Command for VoegStakeholderToe {
    const NAAM: &'static str = "voegStakeholderToe";
    const RECHT: Recht = Recht::StakeholdersBeheren;
    type Uitkomst = StakeholderId;

    async fn bereik(&self, _tx: &WriteTx) -> Result<Bereik, Fout> {
        Ok(Bereik::Alles)
    }

    async fn apply(&self, tx: &mut WriteTx) -> Result<StakeholderId, Fout> {
        let naam = invoer::tekst("naam", &self.naam, MAX_STAKEHOLDER)?;
        let beschrijving = invoer::vrije_tekst("beschrijving", &self.beschrijving, MAX_OVER)?;
        let organisatie = &tx.world().organisatie;
        if organisatie.stakeholders.values().any(|ander| gevouwen(&ander.naam) == gevouwen(&naam)) {
            let bericht = "Deze stakeholder is er al. Zoek die op de kaart, of kies een andere naam.";
            return Err(Fout::bij(Code::BestaatAl, "naam", bericht));
        }
        if !organisatie.groepen.contains_key(&self.groep) {
            return Err(Fout::bij(Code::NietGevonden, "groep", "Deze groep bestaat niet. Kies een andere."));
        }
        let id = StakeholderId(format!("sh-{}", tx.new_id()));
        let bron = Stakeholder::eigen_bron();
        let feit = Stakeholder {
            id: id.clone(),
            naam,
            groep: self.groep.clone(),
            ring: self.ring,
            grondslag_ring: None,
            beschrijving,
            rol: None,
            voorbeelden: Vec::new(),
            aantal: None,
            documenten: Vec::new(),
            analyses: Vec::new(),
            herkomst: Herkomst { bron, bronnen_extra: Vec::new(), onzeker: false, notitie: None },
        };
        LegFeitVast { feit: Feit::Stakeholder(feit) }.apply(tx).await?;
        Ok(id)
    }
}
