//! What commands look up, and the whole state from the tables, at start-up.

use std::sync::Arc;

use sea_orm::{ConnectionTrait, DbErr, EntityTrait};

use super::{events::Toestand, harmonisatie::*, import::Import, model::*, rijen::van_json, tables, vergelijking::*};
use crate::domain::{beeld::Beeld, fout::Fout};

/// The whole state, from the tables.
pub async fn laad(conn: &impl ConnectionTrait) -> Result<Toestand, DbErr> {
    let mut toestand = Toestand::default();
    for row in tables::contract::Entity::find().all(conn).await? {
        let contract: Contract = van_json(&row.inhoud)?;
        toestand.contracten.insert(contract.id.clone(), Arc::new(contract));
    }
    for row in tables::attribuut::Entity::find().all(conn).await? {
        let attribuut: Attribuut = van_json(&row.inhoud)?;
        toestand.attributen.insert(attribuut.id.clone(), Arc::new(attribuut));
    }
    for row in tables::cel::Entity::find().all(conn).await? {
        toestand.neem_cel(van_json(&row.inhoud)?);
    }
    for row in tables::besluit::Entity::find().all(conn).await? {
        let besluit: Besluit = van_json(&row.inhoud)?;
        toestand.besluiten.insert(besluit.attribuut.clone(), Arc::new(besluit));
    }
    for row in tables::bijdrage::Entity::find().all(conn).await? {
        let bijdrage: Bijdrage = van_json(&row.inhoud)?;
        toestand.bijdragen.insert(bijdrage.id, Arc::new(bijdrage));
    }
    for row in tables::inwoners::Entity::find().all(conn).await? {
        let inwoners: Inwoners = van_json(&row.inhoud)?;
        toestand.inwoners.insert(inwoners.gemeente.clone(), Arc::new(inwoners));
    }
    for row in tables::import::Entity::find().all(conn).await? {
        let import: Import = van_json(&row.inhoud)?;
        toestand.imports.insert(import.id, Arc::new(import));
    }
    let attributen: Vec<_> = toestand.attributen.keys().cloned().collect();
    attributen.iter().for_each(|attribuut| toestand.bepaal_stand(attribuut));
    Ok(toestand)
}

/// The contract with this id.
pub fn contract(beeld: &Beeld, id: &ContractId) -> Result<Contract, Fout> {
    let gevonden = beeld.contracten.contracten.get(id).filter(|een| !een.ingetrokken);
    gevonden.map(|een| een.as_ref().clone()).ok_or_else(|| Fout::niet_gevonden("Dit contract"))
}

/// The contract with this number, without looking at capitals.
pub fn met_nummer(toestand: &Toestand, nummer: &str) -> Option<Arc<Contract>> {
    let gelijk = |een: &&Arc<Contract>| een.inhoud.nummer.to_lowercase() == nummer.trim().to_lowercase();
    toestand.contracten.values().filter(|een| !een.ingetrokken).find(gelijk).cloned()
}

/// The attribute with this id.
pub fn attribuut(beeld: &Beeld, id: &AttribuutId) -> Result<Attribuut, Fout> {
    let gevonden = beeld.contracten.attributen.get(id).filter(|een| !een.inhoud.vervallen);
    gevonden.map(|een| een.as_ref().clone()).ok_or_else(|| Fout::niet_gevonden("Dit attribuut"))
}

/// The decision about an attribute, also when there is none yet.
pub fn besluit(beeld: &Beeld, id: &AttribuutId) -> Besluit {
    let gevonden = beeld.contracten.besluiten.get(id);
    gevonden.map_or_else(|| Besluit::leeg(id.clone()), |een| een.as_ref().clone())
}
