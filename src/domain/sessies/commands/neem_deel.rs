use std::collections::BTreeSet;

use serde::Serialize;

use super::*;
use crate::domain::{
    command::Command,
    rechten::{Bereik, Recht},
};

/// Comes in with a code. Only the hub does this, for who knocks.
#[derive(Debug, Serialize)]
pub struct NeemDeel {
    pub code: String,
    pub schuilnaam: String,
    pub achterban: Achterban,
    /// Of the secret by which the guest will be known.
    #[serde(skip)]
    pub digest: String,
}

impl Command for NeemDeel {
    const NAAM: &'static str = "neemDeel";
    const RECHT: Recht = Recht::SessieMeedoen;
    type Uitkomst = Gast;

    async fn bereik(&self, _tx: &WriteTx) -> Result<Bereik, Fout> {
        Ok(Bereik::Alles)
    }

    async fn apply(&self, tx: &mut WriteTx) -> Result<Gast, Fout> {
        let code = code_gelezen(&self.code);
        let bord = tx.world().sessies.borden.values().find(|bord| bord.sessie.gaat_open(&code, tx.now())).cloned();
        let Some(bord) = bord else {
            return Err(Fout::bij(
                Code::NietGevonden,
                "code",
                "Deze code klopt niet of geldt niet meer. Kijk op het scherm.",
            ));
        };
        let toelating = match bord.sessie.deur {
            Deurstand::Open => Toelating::Binnen,
            Deurstand::OpGoedkeuring => Toelating::Wacht,
            Deurstand::Dicht => {
                let bericht = "De begeleider laat nu niemand meer binnen. Vraag of de deur open mag.";
                return Err(Fout::bij(Code::GeenRecht, "code", bericht));
            }
        };
        if let Achterban::Gemeente(gemeente) = &self.achterban
            && !tx.world().organisatie.gemeenten.contains_key(gemeente)
        {
            return Err(Fout::bij(Code::NietGevonden, "achterban", "Deze gemeente bestaat niet. Kies een andere."));
        }
        let gast = Gast {
            id: GastId(tx.new_id()),
            sessie: bord.sessie.id,
            schuilnaam: schuilnaam(&self.schuilnaam)?,
            achterban: self.achterban.clone(),
            toelating,
            klaar: None,
            gestemd: BTreeSet::new(),
            verloopt_op: over(tx, GELDIG)?,
            persoon: None,
        };
        tables::gast::Entity::insert(gast.nieuwe_rij(&self.digest)?).exec_without_returning(tx.conn()).await?;
        let gebeurtenis = Gebeurtenis::GastBijgewerkt { daad: Gastdaad::Gekomen, gast: Box::new(gast.clone()) };
        record(tx, gebeurtenis)?;
        Ok(gast)
    }
}
