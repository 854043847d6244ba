//! What commands look up: in the state, or in the tables where those find it faster; and the whole state from the
//! tables, at start-up.

use std::sync::Arc;

use fractional_index::FractionalIndex;
use sea_orm::{ConnectionTrait, DbErr, EntityTrait};

use super::{
    autonomie::*, besluiten::*, budget::*, budgettabel::*, events::Toestand, kaarten::Kaart, mijlpalen::*, model::*,
    overdracht::*, risicos::*, tables, vergaderingen::*, zienswijzen::*,
};
use crate::domain::{
    beeld::Beeld,
    fout::{Code, Fout},
    organisatie::GemeenteId,
};

/// The whole state, from the tables.
pub async fn laad(conn: &impl ConnectionTrait) -> Result<Toestand, DbErr> {
    let mut toestand = Toestand::default();
    for row in tables::traject::Entity::find().all(conn).await? {
        let traject = Traject::try_from(row)?;
        toestand.trajecten.insert(traject.id.clone(), Arc::new(traject));
    }
    for row in tables::taak::Entity::find().all(conn).await? {
        toestand.kaarten.voeg_toe(Kaart::new(Taak::try_from(row)?));
    }
    for row in tables::checkpunt::Entity::find().all(conn).await? {
        toestand.kaarten.zet_checkpunt(Checkpunt::from(row));
    }
    for row in tables::opmerking::Entity::find().all(conn).await? {
        toestand.kaarten.zet_opmerking(Opmerking::try_from(row)?);
    }
    for row in tables::mijlpaal::Entity::find().all(conn).await? {
        let mijlpaal = Mijlpaal::try_from(row)?;
        toestand.mijlpalen.insert(mijlpaal.id.clone(), Arc::new(mijlpaal));
    }
    for row in tables::besluit::Entity::find().all(conn).await? {
        let besluit = Besluit::try_from(row)?;
        toestand.besluiten.insert(besluit.id.clone(), Arc::new(besluit));
    }
    for row in tables::cel::Entity::find().all(conn).await? {
        let cel = Cel::try_from(row)?;
        toestand.cellen.insert((cel.stap.clone(), cel.gemeente.clone()), Arc::new(cel));
    }
    for row in tables::zienswijzepunt::Entity::find().all(conn).await? {
        let punt = Zienswijzepunt::try_from(row)?;
        toestand.zienswijzepunten.insert(punt.id, Arc::new(punt));
    }
    for row in tables::risico::Entity::find().all(conn).await? {
        let risico = Risico::try_from(row)?;
        toestand.risicos.insert(risico.id, Arc::new(risico));
    }
    for row in tables::vergadering::Entity::find().all(conn).await? {
        let vergadering = Vergadering::try_from(row)?;
        toestand.vergaderingen.insert(vergadering.id, Arc::new(vergadering));
    }
    for row in tables::overdrachtcel::Entity::find().all(conn).await? {
        let cel = Overdrachtcel::try_from(row)?;
        toestand.overdracht.insert(cel.sleutel(), Arc::new(cel));
    }
    for row in tables::autonomie::Entity::find().all(conn).await? {
        let autonomie = Autonomie::try_from(row)?;
        toestand.autonomie.insert(autonomie.sleutel(), Arc::new(autonomie));
    }
    for row in tables::budgetregel::Entity::find().all(conn).await? {
        let regel = Budgetregel::try_from(row)?;
        toestand.budget.insert(regel.sleutel(), Arc::new(regel));
    }
    for row in tables::budgeteffect::Entity::find().all(conn).await? {
        let effect = Budgeteffect::try_from(row)?;
        toestand.budgeteffecten.insert(effect.id, Arc::new(effect));
    }
    for row in tables::budgettabel::Entity::find().all(conn).await? {
        let tabel = Budgettabel::try_from(row)?;
        toestand.budgettabellen.insert(tabel.id.clone(), Arc::new(tabel));
    }
    for row in tables::gereedheid::Entity::find().all(conn).await? {
        let gereedheid = Gereedheid::try_from(row)?;
        toestand.gereedheden.insert(gereedheid.sleutel(), Arc::new(gereedheid));
    }
    Ok(toestand)
}

pub(super) fn traject(beeld: &Beeld, id: &TrajectId) -> Result<Arc<Traject>, Fout> {
    beeld.integratie.trajecten.get(id).cloned().ok_or_else(|| Fout::niet_gevonden("Dit traject"))
}

pub(super) fn budgeteffect(beeld: &Beeld, id: BudgeteffectId) -> Result<Budgeteffect, Fout> {
    let effect = beeld.integratie.budgeteffecten.get(&id).ok_or_else(|| Fout::niet_gevonden("Dit effect"))?;
    Ok(effect.as_ref().clone())
}

pub(super) fn besluit(beeld: &Beeld, id: &BesluitId) -> Result<Besluit, Fout> {
    let besluit = beeld.integratie.besluiten.get(id).ok_or_else(|| Fout::niet_gevonden("Dit besluit"))?;
    Ok(besluit.as_ref().clone())
}

/// The decision a step belongs to.
pub(super) fn besluit_met(beeld: &Beeld, stap: &StapId) -> Result<Besluit, Fout> {
    let besluit = beeld.integratie.besluiten.values().find(|besluit| besluit.stap(stap).is_some());
    Ok(besluit.ok_or_else(|| Fout::niet_gevonden("Deze stap"))?.as_ref().clone())
}

pub(super) fn cel(beeld: &Beeld, stap: &StapId, gemeente: &GemeenteId) -> Option<Cel> {
    beeld.integratie.cellen.get(&(stap.clone(), gemeente.clone())).map(|cel| cel.as_ref().clone())
}

pub(super) fn zienswijzepunt(beeld: &Beeld, id: ZienswijzepuntId) -> Result<Zienswijzepunt, Fout> {
    let punt = beeld.integratie.zienswijzepunten.get(&id).ok_or_else(|| Fout::niet_gevonden("Dit punt"))?;
    Ok(punt.as_ref().clone())
}

pub(super) fn risico(beeld: &Beeld, id: RisicoId) -> Result<Risico, Fout> {
    let risico = beeld.integratie.risicos.get(&id).ok_or_else(|| Fout::niet_gevonden("Dit risico"))?;
    Ok(risico.as_ref().clone())
}

pub(super) fn mijlpaal(beeld: &Beeld, id: &MijlpaalId) -> Result<Mijlpaal, Fout> {
    let mijlpaal = beeld.integratie.mijlpalen.get(id).filter(|een| !een.vervallen);
    Ok(mijlpaal.ok_or_else(|| Fout::niet_gevonden("Deze mijlpaal"))?.as_ref().clone())
}

/// The milestones of a trajectory.
pub(super) fn mijlpalen(beeld: &Beeld, traject: &TrajectId) -> Vec<Mijlpaal> {
    beeld.integratie.mijlpalen_van(traject).cloned().collect()
}

/// The task with this id.
pub fn taak(beeld: &Beeld, id: TaakId) -> Result<Taak, Fout> {
    let kaart = beeld.integratie.kaarten.get(&id).ok_or_else(|| Fout::niet_gevonden("Deze taak"))?;
    Ok(kaart.taak.clone())
}

pub(super) fn checkpunt(beeld: &Beeld, id: CheckpuntId) -> Result<Checkpunt, Fout> {
    beeld.integratie.kaarten.checkpunt(id).cloned().ok_or_else(|| Fout::niet_gevonden("Dit checkpunt"))
}

pub(super) fn opmerking(beeld: &Beeld, id: OpmerkingId) -> Result<Opmerking, Fout> {
    beeld.integratie.kaarten.opmerking(id).cloned().ok_or_else(|| Fout::niet_gevonden("Deze opmerking"))
}

/// The trajectory a board belongs to.
pub(super) fn traject_van(beeld: &Beeld, bord: &BordId) -> Result<Arc<Traject>, Fout> {
    let (traject, _) = beeld.integratie.bord(bord).ok_or_else(|| Fout::niet_gevonden("Dit bord"))?;
    Ok(traject.clone())
}

/// The number for the next task on a board.
pub(super) fn volgend_nummer(beeld: &Beeld, bord: &BordId) -> i32 {
    beeld.integratie.kaarten.laatste_nummer(bord) + 1
}

/// A place in a column of a task's board: right under `na`, or at the top. When `na` has left the column meanwhile: at
/// the end.
pub(super) fn plaats_in(beeld: &Beeld, kolom: &KolomId, na: Option<TaakId>, taak: &Taak) -> Result<String, Fout> {
    let mut plaatsen = beeld.integratie.kaarten.in_kolom(&taak.bord, kolom);
    plaatsen.remove(&(taak.plaats.clone(), taak.id));
    let Some(na) = na else { return tussen(None, eerste(plaatsen.get_min())) };
    let boven = beeld.integratie.kaarten.get(&na).map(|kaart| (kaart.taak.plaats.clone(), na));
    let Some(boven) = boven.filter(|boven| plaatsen.contains(boven)) else {
        return tussen(eerste(plaatsen.get_max()), None);
    };
    let onder =
        plaatsen.range(boven.clone()..).map(|(plaats, _)| plaats.as_str()).find(|plaats| *plaats > boven.0.as_str());
    tussen(Some(&boven.0), onder)
}

/// The place at the end of a column.
pub(super) fn plaats_onderaan_kolom(beeld: &Beeld, bord: &BordId, kolom: &KolomId) -> Result<String, Fout> {
    tussen(eerste(beeld.integratie.kaarten.in_kolom(bord, kolom).get_max()), None)
}

fn eerste(plek: Option<&(String, TaakId)>) -> Option<&str> {
    plek.map(|(plaats, _)| plaats.as_str())
}

/// The place at the end of a checklist, withdrawn items included: they can come back.
pub(super) fn plaats_onderaan(beeld: &Beeld, taak: TaakId) -> Result<String, Fout> {
    let kaart = beeld.integratie.kaarten.get(&taak).ok_or_else(|| Fout::niet_gevonden("Deze taak"))?;
    tussen(kaart.checkpunten.iter().map(|checkpunt| checkpunt.plaats.as_str()).max(), None)
}

fn tussen(boven: Option<&str>, onder: Option<&str>) -> Result<String, Fout> {
    let lees = |plaats: Option<&str>| plaats.map(FractionalIndex::from_string).transpose();
    let (boven, onder) = (lees(boven).map_err(Fout::intern)?, lees(onder).map_err(Fout::intern)?);
    FractionalIndex::new(boven.as_ref(), onder.as_ref())
        .map(|plaats| plaats.to_string())
        .ok_or_else(|| Fout::new(Code::VersieVerouderd, "De volgorde is intussen veranderd. Probeer het opnieuw."))
}
