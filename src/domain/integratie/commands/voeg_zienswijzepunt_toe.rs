use serde::Serialize;

use super::toets_deelname;
use crate::domain::{
    command::{Command, WriteTx, record},
    fout::Fout,
    integratie::{
        BesluitId, Gebeurtenis, Verwerking, Zienswijzepunt, ZienswijzepuntId, punt_van, queries, rijen::Rij, thema_van,
    },
    organisatie::{GemeenteId, PersoonId},
    rechten::{Bereik, Recht},
};

/// Writes down one remark of a council on a decision.
#[derive(Debug, Serialize)]
pub struct VoegZienswijzepuntToe {
    pub besluit: BesluitId,
    pub gemeente: GemeenteId,
    pub thema: String,
    pub punt: String,
}

impl Command for VoegZienswijzepuntToe {
    const NAAM: &'static str = "voegZienswijzepuntToe";
    const RECHT: Recht = Recht::BesluitInvullen;
    type Uitkomst = ZienswijzepuntId;

    async fn bereik(&self, _tx: &WriteTx) -> Result<Bereik, Fout> {
        Ok(Bereik::Gemeenten(vec![self.gemeente.clone()]))
    }

    async fn apply(&self, tx: &mut WriteTx) -> Result<ZienswijzepuntId, Fout> {
        let besluit = queries::besluit(tx.world(), &self.besluit)?;
        toets_deelname(tx, &besluit, &self.gemeente)?;
        let punt = Zienswijzepunt {
            id: ZienswijzepuntId(tx.new_id()),
            besluit: besluit.id,
            gemeente: self.gemeente.clone(),
            thema: thema_van(&self.thema)?,
            punt: punt_van(&self.punt)?,
            antwoord: String::new(),
            verwerking: Verwerking::NogNiet,
            tekstwijziging: String::new(),
            teruggekoppeld_op: None,
            ingetrokken: false,
            versie: 1,
            door: tx.actor().map(PersoonId),
            op: tx.now(),
        };
        tx.save(punt.rij()?);
        let id = punt.id;
        record(tx, Gebeurtenis::ZienswijzepuntToegevoegd { traject: besluit.traject, punt: Box::new(punt) })?;
        Ok(id)
    }
}
