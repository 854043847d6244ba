//! Reads from the tables: the whole state at start-up, single rows for commands.

use std::{collections::HashMap, sync::Arc};

use fractional_index::FractionalIndex;
use sea_orm::{ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QueryOrder, QuerySelect};

use super::{besluiten::*, events::Toestand, mijlpalen::*, model::*, risicos::*, tables, zienswijzen::*};
use crate::domain::{
    fout::{Code, Fout},
    organisatie::GemeenteId,
};

/// The whole state, from the tables.
pub async fn laad(conn: &impl ConnectionTrait) -> Result<Toestand, DbErr> {
    let mut toestand = Toestand::default();
    for row in tables::traject::Entity::find().all(conn).await? {
        let traject = Traject::try_from(row)?;
        toestand.trajecten.insert(traject.id.clone(), traject);
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
    for besluit in besluiten(conn).await? {
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

/// All decisions of all trajectories. There are few of them.
pub(super) async fn besluiten(conn: &impl ConnectionTrait) -> Result<Vec<Besluit>, DbErr> {
    tables::besluit::Entity::find().all(conn).await?.into_iter().map(Besluit::try_from).collect()
}

pub(super) async fn besluit(conn: &impl ConnectionTrait, id: &BesluitId) -> Result<Besluit, Fout> {
    let row = tables::besluit::Entity::find_by_id(&id.0).one(conn).await?;
    Ok(row.ok_or_else(|| Fout::niet_gevonden("Dit besluit"))?.try_into()?)
}

pub(super) async fn zienswijzepunt(conn: &impl ConnectionTrait, id: ZienswijzepuntId) -> Result<Zienswijzepunt, Fout> {
    let row = tables::zienswijzepunt::Entity::find_by_id(id.0).one(conn).await?;
    Ok(row.ok_or_else(|| Fout::niet_gevonden("Dit punt"))?.try_into()?)
}

pub(super) async fn risico(conn: &impl ConnectionTrait, id: RisicoId) -> Result<Risico, Fout> {
    let row = tables::risico::Entity::find_by_id(id.0).one(conn).await?;
    Ok(row.ok_or_else(|| Fout::niet_gevonden("Dit risico"))?.try_into()?)
}

/// The decision a step belongs to.
pub(super) async fn besluit_met(conn: &impl ConnectionTrait, stap: &StapId) -> Result<Besluit, Fout> {
    let besluit = besluiten(conn).await?.into_iter().find(|besluit| besluit.stap(stap).is_some());
    besluit.ok_or_else(|| Fout::niet_gevonden("Deze stap"))
}

pub(super) async fn cel(
    conn: &impl ConnectionTrait,
    stap: &StapId,
    gemeente: &GemeenteId,
) -> Result<Option<Cel>, DbErr> {
    let row = tables::cel::Entity::find_by_id((stap.0.clone(), gemeente.0.clone())).one(conn).await?;
    row.map(Cel::try_from).transpose()
}

/// The milestones of a trajectory.
pub(super) async fn mijlpalen(conn: &impl ConnectionTrait, traject: &TrajectId) -> Result<Vec<Mijlpaal>, DbErr> {
    let rows = tables::mijlpaal::Entity::find().filter(tables::mijlpaal::Column::Traject.eq(&traject.0));
    rows.all(conn).await?.into_iter().map(Mijlpaal::try_from).collect()
}

pub(super) async fn taak(conn: &impl ConnectionTrait, id: TaakId) -> Result<Taak, Fout> {
    let row = tables::taak::Entity::find_by_id(id.0).one(conn).await?;
    Ok(row.ok_or_else(|| Fout::niet_gevonden("Deze taak"))?.try_into()?)
}

pub(super) async fn checkpunt(conn: &impl ConnectionTrait, id: CheckpuntId) -> Result<Checkpunt, Fout> {
    let row = tables::checkpunt::Entity::find_by_id(id.0).one(conn).await?;
    Ok(row.ok_or_else(|| Fout::niet_gevonden("Dit checkpunt"))?.into())
}

pub(super) async fn opmerking(conn: &impl ConnectionTrait, id: OpmerkingId) -> Result<Opmerking, Fout> {
    let row = tables::opmerking::Entity::find_by_id(id.0).one(conn).await?;
    Ok(row.ok_or_else(|| Fout::niet_gevonden("Deze opmerking"))?.try_into()?)
}

pub(super) async fn traject(conn: &impl ConnectionTrait, id: &TrajectId) -> Result<Option<Traject>, DbErr> {
    let row = tables::traject::Entity::find_by_id(&id.0).one(conn).await?;
    row.map(Traject::try_from).transpose()
}

/// The trajectory a board belongs to. There are few of them.
pub(super) async fn traject_van(conn: &impl ConnectionTrait, bord: &BordId) -> Result<Traject, Fout> {
    for row in tables::traject::Entity::find().all(conn).await? {
        let traject = Traject::try_from(row)?;
        if traject.bord(bord).is_some() {
            return Ok(traject);
        }
    }
    Err(Fout::niet_gevonden("Dit bord"))
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
