//! Rows of the tables ↔ values of the model.

use sea_orm::{ActiveModelTrait, DbErr, IntoActiveModel};
use serde::{Serialize, de::DeserializeOwned};

use super::{harmonisatie::*, import::Import, model::*, tables, vergelijking::*};

fn json(value: &impl Serialize) -> Result<String, DbErr> {
    serde_json::to_string(value).map_err(|error| DbErr::Json(error.to_string()))
}

/// What a column of JSON holds.
pub fn van_json<T: DeserializeOwned>(text: &str) -> Result<T, DbErr> {
    serde_json::from_str(text).map_err(|error| DbErr::Json(error.to_string()))
}

/// A row as the store wants it: every column set.
pub trait Rij: Sized {
    type Active;

    /// Fails only when a value cannot be written as JSON.
    fn rij(&self) -> Result<Self::Active, DbErr>;
}

impl Rij for Contract {
    type Active = tables::contract::ActiveModel;

    fn rij(&self) -> Result<Self::Active, DbErr> {
        let row = tables::contract::Model { id: self.id.0.clone(), inhoud: json(self)? };
        Ok(row.into_active_model().reset_all())
    }
}

impl Rij for Attribuut {
    type Active = tables::attribuut::ActiveModel;

    fn rij(&self) -> Result<Self::Active, DbErr> {
        let row = tables::attribuut::Model { id: self.id.0.clone(), inhoud: json(self)? };
        Ok(row.into_active_model().reset_all())
    }
}

impl Rij for Cel {
    type Active = tables::cel::ActiveModel;

    fn rij(&self) -> Result<Self::Active, DbErr> {
        let row = tables::cel::Model {
            attribuut: self.attribuut.0.clone(),
            kolom: self.kolom.to_string(),
            inhoud: json(self)?,
        };
        Ok(row.into_active_model().reset_all())
    }
}

impl Rij for Besluit {
    type Active = tables::besluit::ActiveModel;

    fn rij(&self) -> Result<Self::Active, DbErr> {
        let row = tables::besluit::Model { attribuut: self.attribuut.0.clone(), inhoud: json(self)? };
        Ok(row.into_active_model().reset_all())
    }
}

impl Rij for Bijdrage {
    type Active = tables::bijdrage::ActiveModel;

    fn rij(&self) -> Result<Self::Active, DbErr> {
        let row = tables::bijdrage::Model { id: self.id.0, attribuut: self.attribuut.0.clone(), inhoud: json(self)? };
        Ok(row.into_active_model().reset_all())
    }
}

impl Rij for Inwoners {
    type Active = tables::inwoners::ActiveModel;

    fn rij(&self) -> Result<Self::Active, DbErr> {
        let row = tables::inwoners::Model { gemeente: self.gemeente.0.clone(), inhoud: json(self)? };
        Ok(row.into_active_model().reset_all())
    }
}

impl Rij for Import {
    type Active = tables::import::ActiveModel;

    fn rij(&self) -> Result<Self::Active, DbErr> {
        let row = tables::import::Model { id: self.id.0, inhoud: json(self)? };
        Ok(row.into_active_model().reset_all())
    }
}
