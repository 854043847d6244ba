use serde::Serialize;

use super::*;
use crate::domain::{
    command::Command,
    rechten::{Bereik, Recht},
};

/// Prepares a session out of a template; whoever does it leads it.
#[derive(Debug, Serialize)]
pub struct MaakSessie {
    pub naam: String,
    pub doel: String,
    pub sjabloon: String,
    pub anoniem: bool,
    pub modereren: bool,
}

impl Command for MaakSessie {
    const NAAM: &'static str = "maakSessie";
    const RECHT: Recht = Recht::SessiesLeiden;
    type Uitkomst = SessieId;

    async fn bereik(&self, _tx: &WriteTx) -> Result<Bereik, Fout> {
        Ok(Bereik::Alles)
    }

    async fn apply(&self, tx: &mut WriteTx) -> Result<SessieId, Fout> {
        let (naam, doel) = naam_en_doel(&self.naam, &self.doel)?;
        let sjabloon = tx.world().sessies.sjablonen.get(&self.sjabloon).filter(|sjabloon| !sjabloon.vervallen);
        let sjabloon = sjabloon.ok_or_else(|| Fout::niet_gevonden("Dit sjabloon"))?.clone();
        let sessie = Sessie {
            id: SessieId(tx.new_id()),
            naam,
            doel,
            stand: Sessiestand::Gepland,
            anoniem: self.anoniem,
            modereren: self.modereren,
            deur: Deurstand::Open,
            code: None,
            code_tot: None,
            begeleiders: tx.actor().map(PersoonId).into_iter().collect(),
            fasen: sjabloon.fasen.iter().map(|fase| nieuwe_fase(tx, fase)).collect(),
            huidige: None,
            gemaakt_op: tx.now(),
            afgerond_op: None,
            vroeger: None,
            verzendingen: Vec::new(),
            standpunten: Vec::new(),
        };
        let id = sessie.id;
        let (notities, groepen, opbrengsten) = Default::default();
        leg_vast(tx, NieuwBord { sessie, notities, groepen, opbrengsten })?;
        Ok(id)
    }
}
