//! Rows of the tables ↔ values of the model.

use sea_orm::{ActiveModelTrait, DbErr, IntoActiveModel};
use serde::{Serialize, de::DeserializeOwned};

use super::{model::*, tables};

fn json(value: &impl Serialize) -> Result<String, DbErr> {
    serde_json::to_string(value).map_err(|error| DbErr::Json(error.to_string()))
}

pub fn van_json<T: DeserializeOwned>(text: &str) -> Result<T, DbErr> {
    serde_json::from_str(text).map_err(|error| DbErr::Json(error.to_string()))
}

/// A row as the store wants it: every column set.
pub trait Rij: Sized {
    type Active;

    /// Fails only when a value cannot be written as JSON.
    fn rij(&self) -> Result<Self::Active, DbErr>;
}

impl Rij for Sessie {
    type Active = tables::sessie::ActiveModel;

    fn rij(&self) -> Result<Self::Active, DbErr> {
        Ok(tables::sessie::Model { id: self.id.0, inhoud: json(self)? }.into_active_model().reset_all())
    }
}

impl Rij for Sjabloon {
    type Active = tables::sjabloon::ActiveModel;

    fn rij(&self) -> Result<Self::Active, DbErr> {
        Ok(tables::sjabloon::Model { id: self.id.clone(), inhoud: json(self)? }.into_active_model().reset_all())
    }
}

macro_rules! in_een_sessie {
    ($($type:ident: $table:ident),* $(,)?) => {$(
        impl Rij for $type {
            type Active = tables::$table::ActiveModel;

            fn rij(&self) -> Result<Self::Active, DbErr> {
                let row = tables::$table::Model { id: self.id.0, sessie: self.sessie.0, inhoud: json(self)? };
                Ok(row.into_active_model().reset_all())
            }
        }
    )*};
}
in_een_sessie!(Notitie: notitie, Groep: groep, Opbrengst: opbrengst);

/// A guest who is there already: the digest stays what it is.
impl Rij for Gast {
    type Active = tables::gast::ActiveModel;

    fn rij(&self) -> Result<Self::Active, DbErr> {
        use sea_orm::Set;
        let unchanged = sea_orm::Unchanged(self.id.0);
        Ok(tables::gast::ActiveModel { id: unchanged, inhoud: Set(json(self)?), ..Default::default() })
    }
}

impl Gast {
    /// A guest who comes in, known by a secret with this digest.
    pub(super) fn nieuwe_rij(&self, digest: &str) -> Result<tables::gast::ActiveModel, DbErr> {
        let digest = digest.to_owned();
        let row = tables::gast::Model { id: self.id.0, sessie: self.sessie.0, digest, inhoud: json(self)? };
        Ok(row.into_active_model().reset_all())
    }
}
