use jiff::civil::Date;
use serde::Serialize;

use super::{bereik_van_ronde, bewaar_ronde, queries};
use crate::domain::{
    afspraken::{MAX_REDEN, RondeFase, RondeId, RondeStap},
    command::{Command, WriteTx},
    fout::{Code, Fout},
    invoer,
    organisatie::PersoonId,
    rechten::{Bereik, Recht},
};

/// Brings a round to its next phase, or one back; the last one closes it, adopted only when there is consent.
#[derive(Debug, Serialize)]
pub struct ZetRondeFase {
    pub ronde: RondeId,
    pub verwachte_versie: i32,
    pub naar: RondeFase,
    /// Until when the phase is meant to last.
    pub tot: Option<Date>,
    /// Only at the end: is the version adopted?
    pub aangenomen: bool,
    pub toelichting: String,
}

impl Command for ZetRondeFase {
    const NAAM: &'static str = "zetRondeFase";
    const RECHT: Recht = Recht::RondeLeiden;
    type Uitkomst = RondeId;

    async fn bereik(&self, tx: &WriteTx) -> Result<Bereik, Fout> {
        bereik_van_ronde(tx, self.ronde)
    }

    async fn apply(&self, tx: &mut WriteTx) -> Result<RondeId, Fout> {
        let van = queries::ronde(tx.world(), self.ronde)?;
        let fase = van.fase();
        if fase == self.naar {
            return Ok(van.id);
        }
        van.toets_open()?;
        van.toets_versie(self.verwachte_versie, tx.actor().map(PersoonId))?;
        if !fase.buren().contains(&self.naar) {
            let bericht = format!("Een ronde gaat niet van {} naar {}.", fase.naam(), self.naar.naam());
            return Err(Fout::bij(Code::NietInDezeFase, "naar", bericht));
        }
        let toelichting = invoer::vrije_tekst("toelichting", &self.toelichting, MAX_REDEN)?;
        let mut naar = van.clone();
        if self.naar == RondeFase::Gesloten {
            let telling = tx.world().afspraken.telling(&van);
            if self.aangenomen && !telling.gehaald() {
                let bericht = format!(
                    "Er is nog geen consent: {} van {} akkoord, {} nodig, en {} bezwaar open.",
                    telling.akkoord, telling.nodig, telling.drempel, telling.bezwaren
                );
                return Err(Fout::bij(Code::NietInDezeFase, "aangenomen", bericht));
            }
            if !self.aangenomen && toelichting.is_empty() {
                let bericht = "Schrijf erbij waarom de ronde zonder akkoord eindigt.";
                return Err(Fout::bij(Code::Verplicht, "toelichting", bericht));
            }
            naar.aangenomen = Some(self.aangenomen);
        }
        let tot = self.tot.map(|dag| invoer::datum("tot", dag)).transpose()?;
        naar.stappen.push(RondeStap { fase: self.naar, sinds: tx.now(), tot });
        naar.toelichting = toelichting;
        bewaar_ronde(tx, van, naar)
    }
}
