use serde::Serialize;

use super::*;
use crate::domain::{
    command::Command,
    rechten::{Bereik, Recht},
};

/// Votes. The log says who voted; what they chose is only counted.
#[derive(Debug, Serialize)]
pub struct BrengStemUit {
    pub gast: GastId,
    pub fase: FaseId,
    /// Never written down, not even as the fingerprint of a retry.
    #[serde(skip)]
    pub keuzes: Vec<stemmen::Stempunt>,
}

impl Command for BrengStemUit {
    const NAAM: &'static str = "brengStemUit";
    const RECHT: Recht = Recht::SessieMeedoen;
    type Uitkomst = GastId;

    async fn bereik(&self, tx: &WriteTx) -> Result<Bereik, Fout> {
        let (bord, _) = queries::gast(tx.world(), self.gast)?;
        Ok(Bereik::Sessie(bord.sessie.id))
    }

    async fn apply(&self, tx: &mut WriteTx) -> Result<GastId, Fout> {
        let (bord, gast) = queries::gast(tx.world(), self.gast)?;
        bord.sessie.toets_bezig()?;
        let fase = bord.sessie.fase(self.fase).ok_or_else(|| Fout::niet_gevonden("Deze fase"))?;
        let stem = stemmen::getoetst(fase, &self.keuzes)?;
        if gast.gestemd.contains(&fase.id) {
            return Err(Fout::new(
                Code::BestaatAl,
                "Je hebt al gestemd. Je stem is geteld en niet meer te zien of te wijzigen.",
            ));
        }
        let groep = queries::stemgroep(&tx.world().organisatie, &gast.achterban);
        queries::tel(tx.conn(), fase.id, groep, &stem).await?;
        let mut gast = gast;
        gast.gestemd.insert(self.fase);
        werk_gast_bij(tx, gast, Gastdaad::Gestemd).await
    }
}
