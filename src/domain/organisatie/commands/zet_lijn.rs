use serde::Serialize;

use super::LegFeitVast;
use crate::domain::{
    command::{Command, WriteTx},
    fout::{Code, Fout},
    organisatie::{Feit, Lijnstand, Relatie, RelatieId},
    rechten::{Bereik, Recht},
};

/// Says that a wanted line is there now, is still wanted, or is wanted no more. Refused when somebody else said so
/// since, and for lines that come from a source.
#[derive(Debug, Serialize)]
pub struct ZetLijn {
    pub lijn: RelatieId,
    pub verwachte_stand: Lijnstand,
    pub stand: Lijnstand,
}

impl Command for ZetLijn {
    const NAAM: &'static str = "zetLijn";
    const RECHT: Recht = Recht::StakeholdersBeheren;
    type Uitkomst = RelatieId;

    async fn bereik(&self, _tx: &WriteTx) -> Result<Bereik, Fout> {
        Ok(Bereik::Alles)
    }

    async fn apply(&self, tx: &mut WriteTx) -> Result<RelatieId, Fout> {
        let lijn = tx.world().organisatie.relaties.get(&self.lijn);
        let lijn = lijn.ok_or_else(|| Fout::niet_gevonden("Deze lijn"))?.as_ref().clone();
        if !lijn.is_eigen() {
            let bericht = "Deze lijn komt uit een plan en blijft zoals zij daar staat.";
            return Err(Fout::new(Code::OngeldigeWaarde, bericht));
        }
        if lijn.stand != self.verwachte_stand {
            let bericht = "Een ander heeft deze lijn net gewijzigd. Bekijk hoe zij nu is en probeer het opnieuw.";
            return Err(Fout::bij(Code::VersieVerouderd, "stand", bericht));
        }
        LegFeitVast { feit: Feit::Relatie(Relatie { stand: self.stand, ..lijn }) }.apply(tx).await?;
        Ok(self.lijn.clone())
    }
}
