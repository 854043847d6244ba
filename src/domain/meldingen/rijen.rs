//! Rows of the tables ↔ values of the model.

use sea_orm::{ActiveModelTrait, DbErr, IntoActiveModel};
use serde::{Serialize, de::DeserializeOwned};

use super::{model::*, tables};
use crate::domain::organisatie::PersoonId;

fn json(value: &impl Serialize) -> Result<String, DbErr> {
    serde_json::to_string(value).map_err(|error| DbErr::Json(error.to_string()))
}

pub fn van_json<T: DeserializeOwned>(text: &str) -> Result<T, DbErr> {
    serde_json::from_str(text).map_err(|error| DbErr::Json(error.to_string()))
}

pub fn van_voorkeur(persoon: PersoonId, voorkeur: &Voorkeur) -> Result<tables::voorkeur::ActiveModel, DbErr> {
    let row = tables::voorkeur::Model { persoon: persoon.0, inhoud: json(voorkeur)? };
    Ok(row.into_active_model().reset_all())
}

pub fn van_gelezen(persoon: PersoonId, gelezen: &Gelezen) -> Result<tables::gelezen::ActiveModel, DbErr> {
    let row = tables::gelezen::Model { persoon: persoon.0, inhoud: json(gelezen)? };
    Ok(row.into_active_model().reset_all())
}

pub fn van_gevolgd(persoon: PersoonId, gevolgd: &Gevolgd) -> Result<tables::gevolgd::ActiveModel, DbErr> {
    let row = tables::gevolgd::Model { persoon: persoon.0, inhoud: json(gevolgd)? };
    Ok(row.into_active_model().reset_all())
}

pub fn van_informering(informering: &Informering) -> Result<tables::informering::ActiveModel, DbErr> {
    let row = tables::informering::Model { id: informering.id.0, inhoud: json(informering)? };
    Ok(row.into_active_model().reset_all())
}
