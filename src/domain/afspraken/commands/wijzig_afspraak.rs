use serde::Serialize;

use super::{Rij, Veld, queries, toets_verwijzingen};
use crate::domain::{
    afspraken::{Afspraak, AfspraakId, Gebeurtenis, Wens, bereik_van},
    command::{Command, WriteTx, record},
    fout::{Code, Fout},
    organisatie::PersoonId,
    rechten::{Bereik, Recht},
};

/// Changes fields of an agreement; clashes only with someone else's later change of the same field.
#[derive(Debug, Serialize)]
pub struct WijzigAfspraak {
    pub afspraak: AfspraakId,
    pub verwachte_versie: i32,
    pub wens: Wens,
}

impl Command for WijzigAfspraak {
    const NAAM: &'static str = "wijzigAfspraak";
    const RECHT: Recht = Recht::AfsprakenSchrijven;
    type Uitkomst = AfspraakId;

    async fn bereik(&self, tx: &WriteTx) -> Result<Bereik, Fout> {
        Ok(bereik_van(&queries::afspraak(tx.world(), &self.afspraak)?))
    }

    async fn apply(&self, tx: &mut WriteTx) -> Result<AfspraakId, Fout> {
        let oud = queries::afspraak(tx.world(), &self.afspraak)?;
        let inhoud = self.wens.clone().toegepast(&oud.inhoud).getoetst()?;
        let velden = oud.inhoud.verschillen(&inhoud);
        if velden.is_empty() {
            return Ok(oud.id);
        }
        toets_fase(&oud, &velden)?;
        let door = tx.actor().map(PersoonId);
        oud.toets_versie(&velden, self.verwachte_versie, door)?;
        toets_verwijzingen(tx, &oud.id, &inhoud)?;
        let van = Box::new(oud.inhoud.clone());
        let naar = Afspraak { inhoud, ..oud }.volgende(&velden, door, tx.now());
        tx.save(naar.rij()?);
        let id = naar.id.clone();
        record(tx, Gebeurtenis::AfspraakGewijzigd { van, naar: Box::new(naar) })?;
        Ok(id)
    }
}

/// What was agreed changes only while it is being made; who looks after it, and when, may change always.
fn toets_fase(oud: &Afspraak, velden: &[Veld]) -> Result<(), Fout> {
    let Some(vast) = velden.iter().find(|veld| veld.is_vast()) else { return Ok(()) };
    if oud.fase.wordt_geschreven() {
        return Ok(());
    }
    let bericht =
        format!("Deze afspraak is {}. Breng haar eerst terug in afstemming, dan kun je dit wijzigen.", oud.fase.naam());
    Err(Fout::bij(Code::NietInDezeFase, vast.invoer(), bericht))
}
