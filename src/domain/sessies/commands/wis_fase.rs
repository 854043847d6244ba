use serde::Serialize;

use super::*;
use crate::domain::{
    command::Command,
    rechten::{Bereik, Recht},
};

/// Begins a phase anew: its notes go, or its vote opens again. Notes can be brought back.
#[derive(Debug, Serialize)]
pub struct WisFase {
    pub sessie: SessieId,
    pub fase: FaseId,
}

impl Command for WisFase {
    const NAAM: &'static str = "wisFase";
    const RECHT: Recht = Recht::SessiesLeiden;
    type Uitkomst = SessieId;

    async fn bereik(&self, _tx: &WriteTx) -> Result<Bereik, Fout> {
        Ok(Bereik::Alles)
    }

    async fn apply(&self, tx: &mut WriteTx) -> Result<SessieId, Fout> {
        let bord = queries::bord(tx.world(), self.sessie)?;
        let mut sessie = te_leiden(tx, self.sessie)?;
        sessie.toets_bezig()?;
        let fase = sessie.fase_mut(self.fase)?;
        if fase.soort != Fasesoort::Stemmen {
            let op_het_bord = bord.notities.values().filter(|notitie| {
                let telt = matches!(notitie.stand, Notitiestand::Wacht | Notitiestand::Zichtbaar);
                notitie.fase == self.fase && telt
            });
            let gewist = op_het_bord.map(|notitie| Notitie { stand: Notitiestand::Gewist, ..(**notitie).clone() });
            let gewist = gewist.collect();
            werk_notities_bij(tx, sessie.id, Notitiedaad::FaseGewist, gewist, Vec::new())?;
            return Ok(sessie.id);
        }
        queries::neem_tellingen(tx.conn(), self.fase).await?;
        (fase.uitslag, fase.keuzes) = (None, Vec::new());
        open_stemming(tx, &bord, fase).await?;
        for gast in bord.gasten.values().filter(|gast| gast.gestemd.contains(&self.fase)) {
            let mut gast = (**gast).clone();
            gast.gestemd.remove(&self.fase);
            tables::gast::Entity::update(gast.rij()?).exec(tx.conn()).await?;
        }
        werk_bij(tx, sessie, Daad::StemmingGewist(self.fase))
    }
}
