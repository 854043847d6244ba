use serde::Serialize;

use super::{VerplaatsTaak, bewaar_overdracht, leden_van_regio, overdracht_van};
use crate::{
    domain::{
        command::{Command, WriteTx, record},
        fout::Fout,
        integratie::{
            FunctieId, Gebeurtenis, KolomSoort, OverdrachtInhoud, OverdrachtSleutel, TaakId, TrajectId, queries,
        },
        organisatie::{PersoonId, RegioId},
        rechten::{Bereik, Recht},
    },
    platform::clock::dutch_date,
};

/// Fills in how a function is done in a region, and what is wanted.
///
/// When that answers what somebody was asked for, their task on the board is done. Refused when someone else filled
/// it in since `verwachte_versie`; 0 when nobody had.
#[derive(Debug, Serialize)]
pub struct VulOverdrachtIn {
    pub traject: TrajectId,
    pub functie: FunctieId,
    pub regio: RegioId,
    pub verwachte_versie: i32,
    pub inhoud: OverdrachtInhoud,
}

impl Command for VulOverdrachtIn {
    const NAAM: &'static str = "vulOverdrachtIn";
    const RECHT: Recht = Recht::OverdrachtInvullen;
    type Uitkomst = OverdrachtSleutel;

    async fn bereik(&self, tx: &WriteTx) -> Result<Bereik, Fout> {
        Ok(Bereik::Gemeenten(leden_van_regio(tx, &self.traject, &self.regio)?))
    }

    async fn apply(&self, tx: &mut WriteTx) -> Result<OverdrachtSleutel, Fout> {
        let oud = overdracht_van(tx, &self.traject, &self.functie, &self.regio)?;
        let (sleutel, door) = (oud.sleutel(), tx.actor().map(PersoonId));
        oud.toets_versie(self.verwachte_versie, door)?;
        let inhoud = self.inhoud.clone().getoetst()?;
        if inhoud == oud.inhoud {
            return Ok(sleutel);
        }
        let van = Box::new(oud.inhoud.clone());
        let was_open = oud.opvraging.as_ref().is_some_and(|een| een.beantwoord_op.is_none());
        let vandaag = dutch_date(tx.now());
        let naar = bewaar_overdracht(tx, oud.ingevuld(inhoud, vandaag))?;
        let beantwoord = naar.opvraging.as_ref().filter(|een| was_open && een.beantwoord_op.is_some());
        let taak = beantwoord.map(|een| een.taak);
        record(tx, Gebeurtenis::OverdrachtIngevuld { van, naar: Box::new(naar) })?;
        if let Some(taak) = taak {
            rond_af(tx, taak).await?;
        }
        Ok(sleutel)
    }
}

/// Puts the task on top of the column of what is done; one in the archive stays there.
pub async fn rond_af(tx: &mut WriteTx, taak: TaakId) -> Result<(), Fout> {
    let Ok(taak) = queries::taak(tx.world(), taak) else { return Ok(()) };
    let traject = queries::traject_van(tx.world(), &taak.bord)?;
    let gereed = traject.bord(&taak.bord).and_then(|bord| bord.eerste_kolom(KolomSoort::Gereed));
    let Some(naar_kolom) = gereed.map(|kolom| kolom.id.clone()) else { return Ok(()) };
    if taak.gearchiveerd_op.is_some() || taak.kolom == naar_kolom {
        return Ok(());
    }
    let command = VerplaatsTaak { taak: taak.id, verwachte_versie: taak.versie, naar_kolom, na: None };
    command.apply(tx).await.map(drop)
}
