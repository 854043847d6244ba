use serde::Serialize;

use super::LegFeitVast;
use crate::domain::{
    command::{Command, WriteTx},
    fout::{Code, Fout},
    invoer,
    organisatie::{Bron, Feit, Herkomst, Lijnstand, MAX_OVER, ModuleId, Partij, Relatie, RelatieId},
    rechten::{Bereik, Recht},
};

/// The longest word for what kind of line it is.
const MAX_SOORT: usize = 60;

/// Says that a line between two parties is wanted and not there yet.
#[derive(Debug, Serialize)]
pub struct WensLijn {
    pub van: Partij,
    pub naar: Partij,
    pub soort: String,
    pub omschrijving: String,
    pub module: Option<ModuleId>,
}

impl Command for WensLijn {
    const NAAM: &'static str = "wensLijn";
    const RECHT: Recht = Recht::StakeholdersBeheren;
    type Uitkomst = RelatieId;

    async fn bereik(&self, _tx: &WriteTx) -> Result<Bereik, Fout> {
        Ok(Bereik::Alles)
    }

    async fn apply(&self, tx: &mut WriteTx) -> Result<RelatieId, Fout> {
        let soort = invoer::tekst("soort", &self.soort, MAX_SOORT)?;
        let omschrijving = invoer::tekst("omschrijving", &self.omschrijving, MAX_OVER)?;
        if self.van == self.naar {
            let bericht = "Een lijn loopt tussen twee verschillende partijen. Kies een andere.";
            return Err(Fout::bij(Code::OngeldigeWaarde, "naar", bericht));
        }
        let organisatie = &tx.world().organisatie;
        for (veld, partij) in [("van", &self.van), ("naar", &self.naar)] {
            if !organisatie.kent(partij) {
                return Err(Fout::bij(Code::NietGevonden, veld, "Deze partij bestaat niet. Kies een andere."));
            }
        }
        if self.module.as_ref().is_some_and(|module| !organisatie.modules.contains_key(module)) {
            return Err(Fout::bij(Code::NietGevonden, "module", "Deze module bestaat niet. Kies een andere."));
        }
        let zelfde = |ander: &Relatie| {
            (&ander.van, &ander.naar, &ander.module) == (&self.van, &self.naar, &self.module)
                && ander.soort.to_lowercase() == soort.to_lowercase()
                && ander.stand != Lijnstand::Vervallen
        };
        if organisatie.relaties.values().any(|ander| zelfde(ander)) {
            let bericht = "Deze lijn is er al. Kies een andere soort of module.";
            return Err(Fout::bij(Code::BestaatAl, "soort", bericht));
        }
        let bron = Bron { document: Relatie::EIGEN_BRON.to_owned(), paragraaf: None };
        let lijn = Relatie {
            id: RelatieId(format!("rel-{}", tx.new_id())),
            van: self.van.clone(),
            naar: self.naar.clone(),
            soort,
            omschrijving,
            schema: None,
            module: self.module.clone(),
            stand: Lijnstand::Gewenst,
            herkomst: Herkomst { bron, bronnen_extra: Vec::new(), onzeker: false, notitie: None },
        };
        let id = lijn.id.clone();
        LegFeitVast { feit: Feit::Relatie(lijn) }.apply(tx).await?;
        Ok(id)
    }
}
