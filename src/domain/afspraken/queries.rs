//! What commands look up, and the whole state from the tables, at start-up.

use std::sync::Arc;

use sea_orm::{ConnectionTrait, DbErr, EntityTrait};

use super::{events::Toestand, model::*, rijen::van_json, tables, uitvoering::*};
use crate::domain::{beeld::Beeld, fout::Fout, organisatie::GemeenteId};

/// The whole state, from the tables.
pub async fn laad(conn: &impl ConnectionTrait) -> Result<Toestand, DbErr> {
    let mut toestand = Toestand::default();
    for row in tables::uitkomst::Entity::find().all(conn).await? {
        let uitkomst: Uitkomst = van_json(&row.inhoud)?;
        toestand.uitkomsten.insert(uitkomst.id.clone(), Arc::new(uitkomst));
    }
    for row in tables::afspraak::Entity::find().all(conn).await? {
        let afspraak: Afspraak = van_json(&row.inhoud)?;
        toestand.afspraken.insert(afspraak.id.clone(), Arc::new(afspraak));
    }
    for row in tables::uitvoering::Entity::find().all(conn).await? {
        let cel: Uitvoering = van_json(&row.inhoud)?;
        toestand.uitvoering.insert((cel.afspraak.clone(), cel.gemeente.clone()), Arc::new(cel));
    }
    Ok(toestand)
}

/// The agreement with this id.
pub fn afspraak(beeld: &Beeld, id: &AfspraakId) -> Result<Afspraak, Fout> {
    let afspraak = beeld.afspraken.afspraken.get(id).ok_or_else(|| Fout::niet_gevonden("Deze afspraak"))?;
    Ok(afspraak.as_ref().clone())
}

pub(super) fn uitvoering(beeld: &Beeld, afspraak: &AfspraakId, gemeente: &GemeenteId) -> Option<Uitvoering> {
    let cel = beeld.afspraken.uitvoering.get(&(afspraak.clone(), gemeente.clone()));
    cel.map(|cel| cel.as_ref().clone())
}
