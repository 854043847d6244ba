use serde::Serialize;

use super::{Rij, queries, toets_artikel};
use crate::domain::{
    afspraken::{
        AfspraakId, Gebeurtenis, Kanttekening, KanttekeningId, KanttekeningInhoud, KanttekeningStand, bereik_van,
        schrijven::te_schrijven,
    },
    command::{Command, WriteTx, record},
    fout::{Code, Fout},
    organisatie::{PersoonId, vermelde_personen},
    rechten::{Bereik, Recht},
};

/// Says something in the margin of a text, or suggests other words.
#[derive(Debug, Serialize)]
pub struct PlaatsKanttekening {
    pub afspraak: AfspraakId,
    pub inhoud: KanttekeningInhoud,
}

impl Command for PlaatsKanttekening {
    const NAAM: &'static str = "plaatsKanttekening";
    const RECHT: Recht = Recht::AfsprakenOpmerken;
    type Uitkomst = KanttekeningId;

    async fn bereik(&self, tx: &WriteTx) -> Result<Bereik, Fout> {
        Ok(bereik_van(&queries::afspraak(tx.world(), &self.afspraak)?))
    }

    async fn apply(&self, tx: &mut WriteTx) -> Result<KanttekeningId, Fout> {
        let inhoud = self.inhoud.clone().getoetst()?;
        let afspraak = queries::afspraak(tx.world(), &self.afspraak)?;
        if afspraak.fase.is_voorbij() {
            let bericht = "Deze afspraak geldt niet meer: erbij schrijven kan niet.";
            return Err(Fout::new(Code::NietInDezeFase, bericht));
        }
        if inhoud.voorstel.is_some() {
            te_schrijven(tx, &self.afspraak)?;
        }
        toets_artikel(tx, &self.afspraak, &inhoud.artikel).await?;
        let vermelde = vermelde_personen(&tx.world().organisatie, &inhoud.tekst);
        let kanttekening = Kanttekening {
            id: KanttekeningId(tx.new_id()),
            afspraak: self.afspraak.clone(),
            inhoud,
            vermelde,
            antwoorden: Vec::new(),
            stand: KanttekeningStand::Open,
            door: tx.actor().map(PersoonId),
            op: tx.now(),
            beslist_door: None,
            beslist_op: None,
        };
        tx.save(kanttekening.rij()?);
        let id = kanttekening.id;
        record(tx, Gebeurtenis::KanttekeningGeplaatst { kanttekening: Box::new(kanttekening) })?;
        Ok(id)
    }
}
