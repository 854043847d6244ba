//! Rows of the table ↔ values of the model.

use sea_orm::{ActiveModelTrait, DbErr, IntoActiveModel};

use super::{model::*, tables};

pub fn van_weergave(weergave: &Weergave) -> Result<tables::weergave::ActiveModel, DbErr> {
    let inhoud = serde_json::to_string(weergave).map_err(|error| DbErr::Json(error.to_string()))?;
    Ok(tables::weergave::Model { id: weergave.id.0, inhoud }.into_active_model().reset_all())
}

pub fn naar_weergave(row: &tables::weergave::Model) -> Result<Weergave, DbErr> {
    serde_json::from_str(&row.inhoud).map_err(|error| DbErr::Json(error.to_string()))
}
