use std::collections::BTreeSet;

use serde::Serialize;

use super::*;
use crate::domain::{
    command::Command,
    rechten::{Bereik, Recht},
};

/// Puts notes together, under a name.
#[derive(Debug, Serialize)]
pub struct MaakGroep {
    pub sessie: SessieId,
    pub naam: String,
    pub notities: BTreeSet<NotitieId>,
}

impl Command for MaakGroep {
    const NAAM: &'static str = "maakGroep";
    const RECHT: Recht = Recht::SessiesLeiden;
    type Uitkomst = NotitiegroepId;

    async fn bereik(&self, _tx: &WriteTx) -> Result<Bereik, Fout> {
        Ok(Bereik::Alles)
    }

    async fn apply(&self, tx: &mut WriteTx) -> Result<NotitiegroepId, Fout> {
        let bord = queries::bord(tx.world(), self.sessie)?;
        te_leiden(tx, self.sessie)?.toets_bezig()?;
        let groep = Groep {
            id: NotitiegroepId(tx.new_id()),
            sessie: self.sessie,
            naam: groepsnaam(&self.naam)?,
            opgeheven: false,
        };
        let mut notities = Vec::new();
        for id in &self.notities {
            let notitie = bord.notities.get(id).filter(|notitie| bord.is_zichtbaar(notitie));
            let notitie = notitie.ok_or_else(|| Fout::niet_gevonden("Deze notitie"))?;
            notities.push(Notitie { groep: Some(groep.id), ..(**notitie).clone() });
        }
        if notities.is_empty() {
            return Err(Fout::bij(Code::Verplicht, "notities", "Kies de notities die bij elkaar horen."));
        }
        let id = groep.id;
        werk_notities_bij(tx, self.sessie, Notitiedaad::Gegroepeerd, notities, vec![groep])?;
        Ok(id)
    }
}
