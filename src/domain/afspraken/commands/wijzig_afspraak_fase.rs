use serde::Serialize;

use super::{Rij, Veld, queries};
use crate::{
    domain::{
        afspraken::{Afspraak, AfspraakId, Fase, Gebeurtenis, Stap, bereik_van},
        command::{Command, WriteTx, record},
        fout::{Code, Fout},
        invoer,
        organisatie::PersoonId,
        rechten::{self, Bereik, Recht, Wie},
    },
    platform::clock::dutch_date,
};

const MAX_TOELICHTING: usize = 1_000;

/// Takes an agreement a step further or back in its life.
#[derive(Debug, Serialize)]
pub struct WijzigAfspraakFase {
    pub afspraak: AfspraakId,
    pub verwachte_versie: i32,
    pub naar: Fase,
    pub toelichting: String,
    /// The agreement that replaces it; only when it is replaced.
    pub opvolger: Option<AfspraakId>,
}

impl Command for WijzigAfspraakFase {
    const NAAM: &'static str = "wijzigAfspraakFase";
    /// The least a step asks; [`WijzigAfspraakFase::apply`] asks what this step asks.
    const RECHT: Recht = Recht::AfsprakenSchrijven;
    type Uitkomst = AfspraakId;

    async fn bereik(&self, tx: &WriteTx) -> Result<Bereik, Fout> {
        Ok(bereik_van(&queries::afspraak(tx.world(), &self.afspraak)?))
    }

    async fn apply(&self, tx: &mut WriteTx) -> Result<AfspraakId, Fout> {
        let oud = queries::afspraak(tx.world(), &self.afspraak)?;
        if oud.fase == self.naar && oud.opvolger == self.opvolger {
            return Ok(oud.id);
        }
        let door = tx.actor().map(PersoonId);
        oud.toets_versie(&[Veld::Fase], self.verwachte_versie, door)?;
        let Some(stap) = oud.fase.stappen().iter().find(|stap| stap.naar == self.naar) else {
            let (van, naar) = (oud.fase.naam(), self.naar.naam());
            let bericht = format!("Een afspraak gaat niet van {van} naar {naar}. Kies een stap die wel kan.");
            return Err(Fout::bij(Code::NietInDezeFase, "naar", bericht));
        };
        toets_recht(tx, stap, &oud)?;
        let mist = tx.world().afspraken.ontbreekt(&oud, self.naar);
        if !mist.is_empty() {
            return Err(Fout::bij(Code::NietInDezeFase, "naar", mist.join(" ")));
        }
        let toelichting = if stap.vraagt_toelichting() {
            invoer::tekst("toelichting", &self.toelichting, MAX_TOELICHTING)?
        } else {
            invoer::vrije_tekst("toelichting", &self.toelichting, MAX_TOELICHTING)?
        };
        let opvolger = self.opvolger_voor(tx)?;
        let van = oud.fase;
        let nu = tx.now();
        let naar = Afspraak { fase: self.naar, fase_sinds: nu, toelichting, opvolger, ..oud };
        let naar = naar.volgende(&[Veld::Fase], door, nu);
        tx.save(naar.rij()?);
        let id = naar.id.clone();
        record(tx, Gebeurtenis::AfspraakFaseGewijzigd { van, naar: Box::new(naar) })?;
        Ok(id)
    }
}

impl WijzigAfspraakFase {
    /// The agreement that takes its place: another one, that holds.
    fn opvolger_voor(&self, tx: &WriteTx) -> Result<Option<AfspraakId>, Fout> {
        if self.naar != Fase::Vervangen {
            return Ok(None);
        }
        let Some(opvolger) = &self.opvolger else {
            return Err(Fout::bij(Code::Verplicht, "opvolger", "Kies de afspraak die ervoor in de plaats komt."));
        };
        if *opvolger == self.afspraak {
            let bericht = "Een afspraak kan niet door zichzelf vervangen worden. Kies een andere.";
            return Err(Fout::bij(Code::Kringverwijzing, "opvolger", bericht));
        }
        let Some(ander) = tx.world().afspraken.afspraken.get(opvolger) else {
            return Err(Fout::bij(Code::NietGevonden, "opvolger", "Deze afspraak bestaat niet. Kies een andere."));
        };
        if ander.fase != Fase::Vastgesteld {
            let bericht = format!("De opvolger is nog {}. Stel haar eerst vast.", ander.fase.naam());
            return Err(Fout::bij(Code::NietInDezeFase, "opvolger", bericht));
        }
        Ok(Some(opvolger.clone()))
    }
}

/// The same table again, for what this step asks.
fn toets_recht(tx: &WriteTx, stap: &Stap, afspraak: &Afspraak) -> Result<(), Fout> {
    let Some(id) = tx.actor().map(PersoonId) else { return Ok(()) };
    let rollen = tx.world().organisatie.rollen_van(id, dutch_date(tx.now()));
    rechten::toets(&Wie::new(id, rollen, true), stap.recht, &bereik_van(afspraak))
}
