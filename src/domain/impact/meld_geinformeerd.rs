//! Laying down who was told about something.

use std::collections::BTreeSet;

use jiff::civil::Date;
use serde::Serialize;

use super::raakt::{Bronnen, bereik};
use crate::{
    domain::{
        beeld::Beeld,
        command::{Command, WriteTx},
        fout::{Code, Fout},
        meldingen::{Informering, InformeringId, Kanaal, Over, commands::leg_informering},
        organisatie::PersoonId,
        rechten::{Bereik, Recht},
    },
    platform::clock::dutch_date,
};

/// Lays down who was told about something, how and when. Who works in the hub gets a message of it.
#[derive(Debug, Serialize)]
pub struct MeldGeinformeerd {
    pub over: Over,
    pub personen: BTreeSet<PersoonId>,
    pub ook: String,
    pub kanaal: Kanaal,
    /// `None`: today.
    pub dag: Option<Date>,
}

/// The state of one moment, for working out what something touches.
pub fn bronnen(beeld: &Beeld, vandaag: Date) -> Bronnen<'_> {
    Bronnen {
        organisatie: &beeld.organisatie,
        integratie: &beeld.integratie,
        afspraken: &beeld.afspraken,
        contracten: &beeld.contracten,
        vandaag,
    }
}

impl Command for MeldGeinformeerd {
    const NAAM: &'static str = "meldGeinformeerd";
    const RECHT: Recht = Recht::InformerenVastleggen;
    type Uitkomst = InformeringId;

    async fn bereik(&self, tx: &WriteTx) -> Result<Bereik, Fout> {
        let gevonden = bereik(bronnen(tx.world(), dutch_date(tx.now())), &self.over);
        gevonden.ok_or_else(|| Fout::niet_gevonden("Dit onderwerp"))
    }

    async fn apply(&self, tx: &mut WriteTx) -> Result<InformeringId, Fout> {
        let vandaag = dutch_date(tx.now());
        if self.personen.iter().any(|id| !tx.world().organisatie.is_actief(*id)) {
            let bericht = "Een van deze personen werkt niet (meer) in de hub. Kies opnieuw.";
            return Err(Fout::bij(Code::NietGevonden, "personen", bericht));
        }
        let informering = Informering {
            id: InformeringId(tx.new_id()),
            over: self.over.clone(),
            personen: self.personen.clone(),
            ook: self.ook.clone(),
            kanaal: self.kanaal,
            dag: self.dag.unwrap_or(vandaag),
            door: tx.actor().map(PersoonId),
            op: tx.now(),
        };
        let informering = informering.getoetst(vandaag)?;
        let id = informering.id;
        leg_informering(tx, informering)?;
        Ok(id)
    }
}
