//! Rows of the tables ↔ values of the model.

use sea_orm::{ActiveModelTrait, DbErr, IntoActiveModel};
use serde::{Serialize, de::DeserializeOwned};

use super::{
    afwijkingen::*, kanttekeningen::*, model::*, rondes::*, signalen::*, tables, tekst::Tekst, uitvoering::*,
    versies::*,
};

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

impl Rij for Uitkomst {
    type Active = tables::uitkomst::ActiveModel;

    fn rij(&self) -> Result<Self::Active, DbErr> {
        Ok(tables::uitkomst::Model { id: self.id.0.clone(), inhoud: json(self)? }.into_active_model().reset_all())
    }
}

impl Rij for Afspraak {
    type Active = tables::afspraak::ActiveModel;

    fn rij(&self) -> Result<Self::Active, DbErr> {
        let row = tables::afspraak::Model { id: self.id.0.clone(), versie: self.versie, inhoud: json(self)? };
        Ok(row.into_active_model().reset_all())
    }
}

impl Rij for Uitvoering {
    type Active = tables::uitvoering::ActiveModel;

    fn rij(&self) -> Result<Self::Active, DbErr> {
        let row = tables::uitvoering::Model {
            afspraak: self.afspraak.0.clone(),
            gemeente: self.gemeente.0.clone(),
            versie: self.versie,
            inhoud: json(self)?,
        };
        Ok(row.into_active_model().reset_all())
    }
}

impl Rij for (&Versie, &Tekst) {
    type Active = tables::versie::ActiveModel;

    fn rij(&self) -> Result<Self::Active, DbErr> {
        let (versie, tekst) = self;
        let row = tables::versie::Model {
            id: versie.id.0,
            afspraak: versie.afspraak.0.clone(),
            nummer: versie.nummer,
            inhoud: json(versie)?,
            tekst: json(tekst)?,
        };
        Ok(row.into_active_model().reset_all())
    }
}

impl Rij for Ronde {
    type Active = tables::ronde::ActiveModel;

    fn rij(&self) -> Result<Self::Active, DbErr> {
        let row = tables::ronde::Model { id: self.id.0, afspraak: self.afspraak.0.clone(), inhoud: json(self)? };
        Ok(row.into_active_model().reset_all())
    }
}

impl Rij for Handtekening {
    type Active = tables::handtekening::ActiveModel;

    fn rij(&self) -> Result<Self::Active, DbErr> {
        let row = tables::handtekening::Model { ronde: self.ronde.0, plek: self.plek.sleutel(), inhoud: json(self)? };
        Ok(row.into_active_model().reset_all())
    }
}

impl Rij for Inbreng {
    type Active = tables::inbreng::ActiveModel;

    fn rij(&self) -> Result<Self::Active, DbErr> {
        let row = tables::inbreng::Model { id: self.id.0, ronde: self.ronde.0, inhoud: json(self)? };
        Ok(row.into_active_model().reset_all())
    }
}

impl Rij for Afwijking {
    type Active = tables::afwijking::ActiveModel;

    fn rij(&self) -> Result<Self::Active, DbErr> {
        let row = tables::afwijking::Model { id: self.id.0, afspraak: self.afspraak.0.clone(), inhoud: json(self)? };
        Ok(row.into_active_model().reset_all())
    }
}

impl Rij for Signaal {
    type Active = tables::signaal::ActiveModel;

    fn rij(&self) -> Result<Self::Active, DbErr> {
        let row = tables::signaal::Model { id: self.id.0, afspraak: self.afspraak.0.clone(), inhoud: json(self)? };
        Ok(row.into_active_model().reset_all())
    }
}

impl Rij for Kanttekening {
    type Active = tables::kanttekening::ActiveModel;

    fn rij(&self) -> Result<Self::Active, DbErr> {
        let row = tables::kanttekening::Model { id: self.id.0, afspraak: self.afspraak.0.clone(), inhoud: json(self)? };
        Ok(row.into_active_model().reset_all())
    }
}
