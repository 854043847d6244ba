//! What commands look up, and the whole state from the tables, at start-up.

use std::sync::Arc;

use sea_orm::{ConnectionTrait, DbErr, EntityTrait, QuerySelect};
use yrs::Doc;

use super::{
    afwijkingen::*,
    events::Toestand,
    kanttekeningen::*,
    model::*,
    rijen::van_json,
    rondes::*,
    signalen::*,
    tables,
    tekst::{FRAGMENT, Tekst},
    uitvoering::*,
    versies::*,
};
use crate::{
    domain::{beeld::Beeld, fout::Fout, organisatie::GemeenteId},
    platform::documents::{self, tree},
};

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
    let rows: Vec<String> = tables::versie::Entity::find()
        .select_only()
        .column(tables::versie::Column::Inhoud)
        .into_tuple()
        .all(conn)
        .await?;
    for inhoud in rows {
        let versie: Versie = van_json(&inhoud)?;
        toestand.versies.insert(versie.id, Arc::new(versie));
    }
    for row in tables::ronde::Entity::find().all(conn).await? {
        let ronde: Ronde = van_json(&row.inhoud)?;
        toestand.rondes.insert(ronde.id, Arc::new(ronde));
    }
    for row in tables::handtekening::Entity::find().all(conn).await? {
        let handtekening: Handtekening = van_json(&row.inhoud)?;
        toestand.handtekeningen.insert((handtekening.ronde, handtekening.plek.clone()), Arc::new(handtekening));
    }
    for row in tables::inbreng::Entity::find().all(conn).await? {
        let inbreng: Inbreng = van_json(&row.inhoud)?;
        toestand.inbreng.insert(inbreng.id, Arc::new(inbreng));
    }
    for row in tables::afwijking::Entity::find().all(conn).await? {
        let afwijking: Afwijking = van_json(&row.inhoud)?;
        toestand.afwijkingen.insert(afwijking.id, Arc::new(afwijking));
    }
    for row in tables::signaal::Entity::find().all(conn).await? {
        let signaal: Signaal = van_json(&row.inhoud)?;
        toestand.signalen.insert(signaal.id, Arc::new(signaal));
    }
    for row in tables::kanttekening::Entity::find().all(conn).await? {
        let kanttekening: Kanttekening = van_json(&row.inhoud)?;
        toestand.kanttekeningen.insert(kanttekening.id, Arc::new(kanttekening));
    }
    Ok(toestand)
}

/// The agreement with this id.
pub fn afspraak(beeld: &Beeld, id: &AfspraakId) -> Result<Afspraak, Fout> {
    let afspraak = beeld.afspraken.afspraken.get(id).ok_or_else(|| Fout::niet_gevonden("Deze afspraak"))?;
    Ok(afspraak.as_ref().clone())
}

pub(super) fn ronde(beeld: &Beeld, id: RondeId) -> Result<Ronde, Fout> {
    let ronde = beeld.afspraken.rondes.get(&id).ok_or_else(|| Fout::niet_gevonden("Deze ronde"))?;
    Ok(ronde.as_ref().clone())
}

pub(super) fn afwijking(beeld: &Beeld, id: AfwijkingId) -> Result<Afwijking, Fout> {
    let afwijking = beeld.afspraken.afwijkingen.get(&id).ok_or_else(|| Fout::niet_gevonden("Deze afwijking"))?;
    Ok(afwijking.as_ref().clone())
}

pub(super) fn signaal(beeld: &Beeld, id: SignaalId) -> Result<Signaal, Fout> {
    let signaal = beeld.afspraken.signalen.get(&id).ok_or_else(|| Fout::niet_gevonden("Dit signaal"))?;
    Ok(signaal.as_ref().clone())
}

pub(super) fn kanttekening(beeld: &Beeld, id: KanttekeningId) -> Result<Kanttekening, Fout> {
    let kanttekening = beeld.afspraken.kanttekeningen.get(&id).ok_or_else(|| Fout::niet_gevonden("Deze opmerking"))?;
    Ok(kanttekening.as_ref().clone())
}

pub(super) fn uitvoering(beeld: &Beeld, afspraak: &AfspraakId, gemeente: &GemeenteId) -> Option<Uitvoering> {
    let cel = beeld.afspraken.uitvoering.get(&(afspraak.clone(), gemeente.clone()));
    cel.map(|cel| cel.as_ref().clone())
}

/// The version with this id.
pub fn versie(beeld: &Beeld, id: VersieId) -> Result<Versie, Fout> {
    let versie = beeld.afspraken.versies.get(&id).ok_or_else(|| Fout::niet_gevonden("Deze versie"))?;
    Ok(versie.as_ref().clone())
}

/// The versions of an agreement, the newest first.
pub fn versies(toestand: &Toestand, afspraak: &AfspraakId) -> Vec<Arc<Versie>> {
    let mut versies: Vec<_> =
        toestand.versies.values().filter(|versie| versie.afspraak == *afspraak).cloned().collect();
    versies.sort_by_key(|versie| std::cmp::Reverse(versie.nummer));
    versies
}

pub(super) fn laatste_versie(beeld: &Beeld, afspraak: &AfspraakId) -> Option<Arc<Versie>> {
    versies(&beeld.afspraken, afspraak).into_iter().next()
}

/// What a version says.
pub async fn tekst_van(conn: &impl ConnectionTrait, versie: VersieId) -> Result<Tekst, Fout> {
    let row = tables::versie::Entity::find_by_id(versie.0).one(conn).await?;
    let row = row.ok_or_else(|| Fout::niet_gevonden("Deze versie"))?;
    Ok(van_json(&row.tekst)?)
}

/// The document in which the text of an agreement is written, as it is stored.
pub async fn document(conn: &impl ConnectionTrait, afspraak: &AfspraakId) -> Result<Doc, Fout> {
    Ok(documents::read_within(conn, &documentnaam(afspraak)).await?)
}

/// What stands in it.
pub fn tekst_in(doc: &Doc) -> Tekst {
    Tekst::van(tree::read(doc, FRAGMENT))
}
