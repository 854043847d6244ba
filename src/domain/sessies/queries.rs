//! What commands look up in the state; the counts of an open vote, which stand in their table only; and the whole
//! state from the tables, at start-up.

use std::{collections::BTreeMap, sync::Arc};

use sea_orm::{
    ActiveValue::Set,
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, ExprTrait, QueryFilter,
    sea_query::{CaseStatement, Expr},
};
use uuid::Uuid;

use super::{
    events::{Sessiebord, Toestand},
    model::*,
    rijen::van_json,
    stemmen::Stempunt,
    tables,
    woorden::Stemgroep,
};
use crate::domain::{beeld::Beeld, fout::Fout, organisatie};

/// The whole state, from the tables.
pub async fn laad(conn: &impl ConnectionTrait) -> Result<Toestand, DbErr> {
    let mut borden: BTreeMap<SessieId, Sessiebord> = BTreeMap::new();
    for row in tables::sessie::Entity::find().all(conn).await? {
        borden.insert(SessieId(row.id), Sessiebord::new(van_json(&row.inhoud)?));
    }
    for row in tables::gast::Entity::find().all(conn).await? {
        if let Some(bord) = borden.get_mut(&SessieId(row.sessie)) {
            bord.gasten.insert(GastId(row.id), Arc::new(van_json(&row.inhoud)?));
        }
    }
    for row in tables::notitie::Entity::find().all(conn).await? {
        if let Some(bord) = borden.get_mut(&SessieId(row.sessie)) {
            bord.zet_notitie(van_json(&row.inhoud)?);
        }
    }
    for row in tables::groep::Entity::find().all(conn).await? {
        if let Some(bord) = borden.get_mut(&SessieId(row.sessie)) {
            bord.zet_groep(van_json(&row.inhoud)?);
        }
    }
    for row in tables::opbrengst::Entity::find().all(conn).await? {
        if let Some(bord) = borden.get_mut(&SessieId(row.sessie)) {
            bord.opbrengsten.insert(OpbrengstId(row.id), Arc::new(van_json(&row.inhoud)?));
        }
    }
    let mut toestand = Toestand::default();
    for (id, bord) in borden {
        toestand.borden.insert(id, Arc::new(bord));
    }
    for row in tables::sjabloon::Entity::find().all(conn).await? {
        toestand.sjablonen.insert(row.id, Arc::new(van_json(&row.inhoud)?));
    }
    Ok(toestand)
}

/// The guest known by a secret with this digest, and the session; they may be gone.
pub async fn gast_bij(conn: &impl ConnectionTrait, digest: &str) -> Result<Option<(SessieId, GastId)>, DbErr> {
    let found = tables::gast::Entity::find().filter(tables::gast::Column::Digest.eq(digest)).one(conn).await?;
    Ok(found.map(|row| (SessieId(row.sessie), GastId(row.id))))
}

pub(super) fn bord(beeld: &Beeld, id: SessieId) -> Result<Arc<Sessiebord>, Fout> {
    beeld.sessies.borden.get(&id).cloned().ok_or_else(|| Fout::niet_gevonden("Deze sessie"))
}

/// The session a note is in, and the note.
pub(super) fn notitie(beeld: &Beeld, id: NotitieId) -> Result<(Arc<Sessiebord>, Notitie), Fout> {
    let gevonden = beeld.sessies.borden.values().find_map(|bord| Some((bord.clone(), bord.notities.get(&id)?)));
    gevonden.map(|(bord, notitie)| (bord, notitie.as_ref().clone())).ok_or_else(|| Fout::niet_gevonden("Deze notitie"))
}

/// The session a group is in, and the group.
pub(super) fn groep(beeld: &Beeld, id: NotitiegroepId) -> Result<(Arc<Sessiebord>, Groep), Fout> {
    let gevonden = beeld.sessies.borden.values().find_map(|bord| Some((bord.clone(), bord.groepen.get(&id)?)));
    gevonden
        .filter(|(_, groep)| !groep.opgeheven)
        .map(|(bord, groep)| (bord, groep.as_ref().clone()))
        .ok_or_else(|| Fout::niet_gevonden("Deze groep"))
}

/// The session a guest is in, and the guest.
pub(super) fn gast(beeld: &Beeld, id: GastId) -> Result<(Arc<Sessiebord>, Gast), Fout> {
    let gevonden = beeld.sessies.borden.values().find_map(|bord| Some((bord.clone(), bord.gasten.get(&id)?)));
    gevonden.map(|(bord, gast)| (bord, gast.as_ref().clone())).ok_or_else(|| Fout::niet_gevonden("Deze deelnemer"))
}

/// The smallest part of the result someone counts in: Noord, Midden or the MGR.
pub fn stemgroep(organisatie: &organisatie::Toestand, achterban: &Achterban) -> Stemgroep {
    let Achterban::Gemeente(id) = achterban else { return Stemgroep::Mgr };
    let noord = organisatie.gemeenten.get(id).is_some_and(|gemeente| gemeente.regio.0 == "regio-noord");
    if noord { Stemgroep::Noord } else { Stemgroep::Midden }
}

fn woord(groep: Stemgroep) -> &'static str {
    match groep {
        Stemgroep::Noord => "noord",
        Stemgroep::Midden => "midden",
        _ => "mgr",
    }
}

/// Makes room for the counts of a vote that opens: all of it at once, so that no row tells who came first.
pub(super) async fn open_tellingen(
    conn: &impl ConnectionTrait,
    fase: FaseId,
    keuzes: &[Stemkeuze],
) -> Result<(), DbErr> {
    let delen = [Stemgroep::Noord, Stemgroep::Midden, Stemgroep::Mgr];
    let rows: Vec<_> = keuzes
        .iter()
        .flat_map(|keuze| delen.map(|groep| (keuze.id, woord(groep).to_owned())))
        .map(|(keuze, groep)| tables::telling::ActiveModel {
            fase: Set(fase.0),
            keuze: Set(keuze),
            groep: Set(groep),
            punten: Set(0),
        })
        .collect();
    if !rows.is_empty() {
        tables::telling::Entity::insert_many(rows).exec_without_returning(conn).await?;
    }
    Ok(())
}

/// Adds a vote to the counts. Every row of the vote is written anew, so that none tells which was touched.
pub(super) async fn tel(
    conn: &impl ConnectionTrait,
    fase: FaseId,
    groep: Stemgroep,
    stem: &[Stempunt],
) -> Result<(), DbErr> {
    use tables::telling::Column;
    let mut erbij = CaseStatement::new();
    for Stempunt { keuze, punten } in stem {
        erbij = erbij.case(Column::Keuze.eq(*keuze).and(Column::Groep.eq(woord(groep))), i64::from(*punten));
    }
    let nieuw = Expr::col(Column::Punten).add(Into::<Expr>::into(erbij.finally(0_i64)));
    let update = tables::telling::Entity::update_many().col_expr(Column::Punten, nieuw);
    update.filter(Column::Fase.eq(fase.0)).exec(conn).await?;
    Ok(())
}

/// The counts of a vote, taken out of their table: after this they are gone.
pub(super) async fn neem_tellingen(
    conn: &impl ConnectionTrait,
    fase: FaseId,
) -> Result<BTreeMap<(Uuid, Stemgroep), u32>, DbErr> {
    let van_fase = tables::telling::Column::Fase.eq(fase.0);
    let rows = tables::telling::Entity::find().filter(van_fase.clone()).all(conn).await?;
    tables::telling::Entity::delete_many().filter(van_fase).exec(conn).await?;
    let groep = |woord: &str| match woord {
        "noord" => Stemgroep::Noord,
        "midden" => Stemgroep::Midden,
        _ => Stemgroep::Mgr,
    };
    let telling =
        |row: tables::telling::Model| ((row.keuze, groep(&row.groep)), u32::try_from(row.punten).unwrap_or_default());
    Ok(rows.into_iter().map(telling).collect())
}
