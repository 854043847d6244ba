//! What commands look up: in the state where it stands there, in the tables where an index finds it faster; and the
//! whole state from the tables, at start-up.

use std::{collections::HashMap, sync::Arc};

use fractional_index::FractionalIndex;
use sea_orm::{ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QueryOrder, QuerySelect};

use super::{besluiten::*, events::Toestand, mijlpalen::*, model::*, risicos::*, tables, zienswijzen::*};
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
    let mut checkpunten: HashMap<TaakId, Vec<Checkpunt>> = HashMap::new();
    for row in tables::checkpunt::Entity::find().all(conn).await? {
        let checkpunt = Checkpunt::from(row);
        checkpunten.entry(checkpunt.taak).or_default().push(checkpunt);
    }
    let mut opmerkingen: HashMap<TaakId, Vec<Opmerking>> = HashMap::new();
    for row in tables::opmerking::Entity::find().all(conn).await? {
        let opmerking = Opmerking::try_from(row)?;
        opmerkingen.entry(opmerking.taak).or_default().push(opmerking);
    }
    for row in tables::taak::Entity::find().all(conn).await? {
        let taak = Taak::try_from(row)?;
        let checklist = checkpunten.remove(&taak.id).unwrap_or_default();
        let gesprek = opmerkingen.remove(&taak.id).unwrap_or_default();
        toestand.zet(taak, checklist, gesprek);
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
    Ok(toestand)
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
    let mijlpaal = beeld.integratie.mijlpalen.get(id).ok_or_else(|| Fout::niet_gevonden("Deze mijlpaal"))?;
    Ok(mijlpaal.as_ref().clone())
}

/// The milestones of a trajectory.
pub(super) fn mijlpalen(beeld: &Beeld, traject: &TrajectId) -> Vec<Mijlpaal> {
    let alle = beeld.integratie.mijlpalen.values();
    alle.filter(|mijlpaal| mijlpaal.traject == *traject).map(|mijlpaal| mijlpaal.as_ref().clone()).collect()
}

pub(super) fn taak(beeld: &Beeld, id: TaakId) -> Result<Taak, Fout> {
    let kaart = beeld.integratie.kaarten.get(&id).ok_or_else(|| Fout::niet_gevonden("Deze taak"))?;
    Ok(kaart.taak.clone())
}

pub(super) async fn checkpunt(conn: &impl ConnectionTrait, id: CheckpuntId) -> Result<Checkpunt, Fout> {
    let row = tables::checkpunt::Entity::find_by_id(id.0).one(conn).await?;
    Ok(row.ok_or_else(|| Fout::niet_gevonden("Dit checkpunt"))?.into())
}

pub(super) async fn opmerking(conn: &impl ConnectionTrait, id: OpmerkingId) -> Result<Opmerking, Fout> {
    let row = tables::opmerking::Entity::find_by_id(id.0).one(conn).await?;
    Ok(row.ok_or_else(|| Fout::niet_gevonden("Deze opmerking"))?.try_into()?)
}

/// The trajectory a board belongs to.
pub(super) fn traject_van(beeld: &Beeld, bord: &BordId) -> Result<Arc<Traject>, Fout> {
    let (traject, _) = beeld.integratie.bord(bord).ok_or_else(|| Fout::niet_gevonden("Dit bord"))?;
    Ok(traject.clone())
}

/// The number for the next task on a board.
pub(super) async fn volgend_nummer(conn: &impl ConnectionTrait, bord: &BordId) -> Result<i32, DbErr> {
    let hoogste: Option<Option<i32>> = tables::taak::Entity::find()
        .select_only()
        .column_as(tables::taak::Column::Nummer.max(), "hoogste")
        .filter(tables::taak::Column::Bord.eq(&bord.0))
        .into_tuple()
        .one(conn)
        .await?;
    Ok(hoogste.flatten().unwrap_or(0) + 1)
}

/// A place in a column: right under `na`, or at the top. When `na` has left the column meanwhile: at the end.
pub(super) async fn plaats_in(
    conn: &impl ConnectionTrait,
    kolom: &KolomId,
    na: Option<TaakId>,
    taak: TaakId,
) -> Result<String, Fout> {
    use tables::taak::{Column, Entity};
    let in_kolom = || {
        let rows = Entity::find().select_only().column(Column::Plaats);
        rows.filter(Column::Kolom.eq(&kolom.0)).filter(Column::Id.ne(taak.0))
    };
    let (boven, onder): (Option<String>, Option<String>) = match na {
        None => (None, in_kolom().order_by_asc(Column::Plaats).into_tuple().one(conn).await?),
        Some(na) => {
            let boven = in_kolom().filter(Column::Id.eq(na.0)).into_tuple::<String>().one(conn).await?;
            match boven {
                Some(boven) => {
                    let onder = in_kolom().filter(Column::Plaats.gt(&boven)).order_by_asc(Column::Plaats);
                    (Some(boven), onder.into_tuple().one(conn).await?)
                }
                None => (in_kolom().order_by_desc(Column::Plaats).into_tuple().one(conn).await?, None),
            }
        }
    };
    tussen(boven.as_deref(), onder.as_deref())
}

/// The place at the end of a column.
pub(super) async fn plaats_onderaan_kolom(conn: &impl ConnectionTrait, kolom: &KolomId) -> Result<String, Fout> {
    use tables::taak::{Column, Entity};
    let rows = Entity::find().select_only().column(Column::Plaats).filter(Column::Kolom.eq(&kolom.0));
    let laatste: Option<String> = rows.order_by_desc(Column::Plaats).into_tuple().one(conn).await?;
    tussen(laatste.as_deref(), None)
}

/// The place at the end of a checklist.
pub(super) async fn plaats_onderaan(conn: &impl ConnectionTrait, taak: TaakId) -> Result<String, Fout> {
    use tables::checkpunt::{Column, Entity};
    let rows = Entity::find().select_only().column(Column::Plaats).filter(Column::Taak.eq(taak.0));
    let laatste: Option<String> = rows.order_by_desc(Column::Plaats).into_tuple().one(conn).await?;
    tussen(laatste.as_deref(), None)
}

fn tussen(boven: Option<&str>, onder: Option<&str>) -> Result<String, Fout> {
    let lees = |plaats: Option<&str>| plaats.map(FractionalIndex::from_string).transpose();
    let (boven, onder) = (lees(boven).map_err(Fout::intern)?, lees(onder).map_err(Fout::intern)?);
    FractionalIndex::new(boven.as_ref(), onder.as_ref())
        .map(|plaats| plaats.to_string())
        .ok_or_else(|| Fout::new(Code::VersieVerouderd, "De volgorde is intussen veranderd. Probeer het opnieuw."))
}
