use serde::Serialize;

use super::{Rij, bereik_van_kanttekening, queries};
use crate::{
    domain::{
        afspraken::{
            Gebeurtenis, KanttekeningId, KanttekeningStand,
            schrijven::{bewaar_tekst, te_schrijven},
        },
        command::{Command, WriteTx, record},
        fout::{Code, Fout},
        organisatie::PersoonId,
        rechten::{Bereik, Recht},
    },
    platform::documents::passage,
};

/// Takes a suggestion over in the text, for everyone who has it open too; or turns it down.
#[derive(Debug, Serialize)]
pub struct BeslisVoorstel {
    pub kanttekening: KanttekeningId,
    pub aangenomen: bool,
}

impl Command for BeslisVoorstel {
    const NAAM: &'static str = "beslisVoorstel";
    const RECHT: Recht = Recht::AfsprakenSchrijven;
    type Uitkomst = KanttekeningId;

    async fn bereik(&self, tx: &WriteTx) -> Result<Bereik, Fout> {
        bereik_van_kanttekening(tx, self.kanttekening)
    }

    async fn apply(&self, tx: &mut WriteTx) -> Result<KanttekeningId, Fout> {
        let mut naar = queries::kanttekening(tx.world(), self.kanttekening)?;
        let (Some(voorstel), Some(plek)) = (&naar.inhoud.voorstel, &naar.inhoud.passage) else {
            return Err(Fout::new(Code::OngeldigeWaarde, "Dit is een opmerking. Handel haar af."));
        };
        naar.toets_open()?;
        te_schrijven(tx, &naar.afspraak)?;
        if self.aangenomen {
            let doc = queries::document(tx.conn(), &naar.afspraak).await?;
            let update = passage::replace(&doc, &plek.van, &plek.tot, &plek.citaat, voorstel);
            let Ok(update) = update else {
                let bericht = "De woorden waar dit voorstel over gaat, zijn intussen veranderd. Pas de tekst zelf aan en \
                               wijs het voorstel af, of vraag om een nieuw voorstel.";
                return Err(Fout::new(Code::VersieVerouderd, bericht));
            };
            bewaar_tekst(tx, &naar.afspraak, &doc, update).await?;
        }
        naar.stand = if self.aangenomen { KanttekeningStand::Aangenomen } else { KanttekeningStand::Afgewezen };
        naar.beslist_door = tx.actor().map(PersoonId);
        naar.beslist_op = Some(tx.now());
        tx.save(naar.rij()?);
        record(tx, Gebeurtenis::KanttekeningBeslist { naar: Box::new(naar) })?;
        Ok(self.kanttekening)
    }
}
