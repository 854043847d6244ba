use std::collections::BTreeMap;

use serde::Serialize;

use super::{bereik_van_taak, open_taak};
use crate::{
    domain::{
        command::{Command, WriteTx, record},
        fout::Fout,
        integratie::{
            Bord, Checkpunt, CheckpuntId, Gebeurtenis, Kaart, KolomId, KolomSoort, Taak, TaakId, Veld, Volgende,
            queries, rijen::Rij,
        },
        organisatie::PersoonId,
        rechten::{Bereik, Recht},
    },
    platform::clock::dutch_date,
};

/// Puts a task in a column of its board, right under another task or at the top.
///
/// One that comes back makes the next one when it is done, in the same change, and hands its rhythm over to it.
/// Refused when someone else moved it to another column since `verwachte_versie`.
#[derive(Debug, Serialize)]
pub struct VerplaatsTaak {
    pub taak: TaakId,
    pub verwachte_versie: i32,
    pub naar_kolom: KolomId,
    pub na: Option<TaakId>,
}

impl Command for VerplaatsTaak {
    const NAAM: &'static str = "verplaatsTaak";
    const RECHT: Recht = Recht::TaakWijzigen;
    type Uitkomst = TaakId;

    async fn bereik(&self, tx: &WriteTx) -> Result<Bereik, Fout> {
        bereik_van_taak(tx, self.taak)
    }

    async fn apply(&self, tx: &mut WriteTx) -> Result<TaakId, Fout> {
        let (mut taak, traject) = open_taak(tx, self.taak)?;
        let bord = traject.bord(&taak.bord).ok_or_else(|| Fout::niet_gevonden("Dit bord"))?;
        let naar = bord.eigen_kolom(&self.naar_kolom)?.id.clone();
        let door = tx.actor().map(PersoonId);
        taak.toets_versie(Veld::Kolom, self.verwachte_versie, door)?;
        let plaats = queries::plaats_in(tx.world(), &naar, self.na, &taak)?;
        if plaats == taak.plaats && naar == taak.kolom {
            return Ok(taak.id);
        }
        let opnieuw = if wordt_gereed(bord, &taak.kolom, &naar) { opnieuw(tx, bord, &taak)? } else { None };
        let volgende = opnieuw.as_ref().and_then(|een| Volgende::van(&een.taak));
        let (id, van, versie) = (taak.id, taak.kolom.clone(), taak.versie + 1);
        taak.verplaats(&naar, &plaats, versie, door, tx.now());
        if volgende.is_some() {
            taak.geef_herhaling_door(versie, door);
        }
        tx.save(taak.rij()?);
        let traject = traject.id.clone();
        record(
            tx,
            Gebeurtenis::TaakVerplaatst { traject: traject.clone(), taak: id, versie, van, naar, plaats, volgende },
        )?;
        if let Some(Kaart { taak: nieuw, checkpunten, .. }) = opnieuw {
            tx.save(nieuw.rij()?);
            for checkpunt in &checkpunten {
                tx.save(checkpunt.rij()?);
            }
            let nieuw = Box::new(nieuw);
            record(tx, Gebeurtenis::TaakGemaakt { traject, taak: nieuw, volgt_op: Some(taak.nummer), checkpunten })?;
        }
        Ok(id)
    }
}

/// From a column of another kind into one of what is done?
fn wordt_gereed(bord: &Bord, van: &KolomId, naar: &KolomId) -> bool {
    let gereed = |id| bord.kolom(id).is_some_and(|kolom| kolom.soort == KolomSoort::Gereed);
    gereed(naar) && !gereed(van)
}

/// The task that comes after one that is done, with the same checklist, nothing ticked; none when it does not come back.
///
/// It goes where new tasks go. An owner who left meanwhile is not taken over: someone has to pick it up.
fn opnieuw(tx: &WriteTx, bord: &Bord, gereed: &Taak) -> Result<Option<Kaart>, Fout> {
    let Some(vervaldatum) = gereed.volgende_vervaldatum(dutch_date(tx.now())) else { return Ok(None) };
    let kolom = bord.eerste_kolom(KolomSoort::TeDoen).or(bord.kolommen.first());
    let kolom = kolom.ok_or_else(|| Fout::niet_gevonden("Deze kolom"))?.id.clone();
    let taak = Taak {
        id: TaakId(tx.new_id()),
        nummer: queries::volgend_nummer(tx.world(), &bord.id),
        plaats: queries::plaats_onderaan_kolom(tx.world(), &bord.id, &kolom)?,
        kolom,
        eigenaar: gereed.eigenaar.filter(|eigenaar| tx.world().organisatie.is_actief(*eigenaar)),
        vervaldatum: Some(vervaldatum),
        kolom_sinds: tx.now(),
        versie: 1,
        veldversies: BTreeMap::new(),
        gemaakt_op: tx.now(),
        gemaakt_door: tx.actor().map(PersoonId),
        herkomst: None,
        ..gereed.clone()
    };
    let kaart = tx.world().integratie.kaarten.get(&gereed.id);
    let checklist = kaart.iter().flat_map(|kaart| kaart.checklist());
    let opnieuw = |een: &Checkpunt| Checkpunt { id: CheckpuntId(tx.new_id()), taak: taak.id, af: false, ..een.clone() };
    let checkpunten = checklist.map(opnieuw).collect();
    Ok(Some(Kaart { checkpunten, ..Kaart::new(taak) }))
}
