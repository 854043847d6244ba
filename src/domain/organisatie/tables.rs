//! The tables of this context, and how their rows read.

use jiff::{Timestamp, civil::Date};
use sea_orm::{ActiveModelTrait, DbErr, IntoActiveModel};
use serde::{Serialize, de::DeserializeOwned};
use serde_json::Value;

use super::{bezetting::Bezetting, feiten::Feit, kaart::Kaartplek, model::*};

/// One table: its name and its columns.
macro_rules! tables {
    ($($(#[$doc:meta])* $module:ident = $table:literal { $($(#[$column:meta])* $field:ident: $type:ty),* $(,)? })*) => {$(
        $(#[$doc])*
        pub mod $module {
            use sea_orm::entity::prelude::*;

            #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
            #[sea_orm(table_name = $table)]
            pub struct Model {
                $($(#[$column])* pub $field: $type,)*
            }

            #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
            pub enum Relation {}

            impl ActiveModelBehavior for ActiveModel {}
        }
    )*};
}

tables! {
    /// Every fact, as JSON.
    feit = "feiten" {
        #[sea_orm(primary_key, auto_increment = false)]
        soort: String,
        #[sea_orm(primary_key, auto_increment = false)]
        sleutel: String,
        inhoud: String,
    }
    /// Where a stakeholder stands now, as JSON.
    kaartplek = "kaartplekken" {
        #[sea_orm(primary_key, auto_increment = false)]
        stakeholder: String,
        versie: i32,
        inhoud: String,
    }
    /// Who holds a role or sits in a body, as JSON.
    bezetting = "bezettingen" {
        #[sea_orm(primary_key, auto_increment = false)]
        id: Uuid,
        rol: String,
        inhoud: String,
    }
    persoon = "personen" {
        #[sea_orm(primary_key, auto_increment = false)]
        id: Uuid,
        naam: String,
        email: String,
        actief: bool,
        wachtwoord_hash: Option<String>,
    }
    aanstelling = "aanstellingen" {
        #[sea_orm(primary_key, auto_increment = false)]
        id: Uuid,
        persoon: Uuid,
        hubrol: String,
        gemeente: Option<String>,
        van: String,
        tot: Option<String>,
        vervangt: Option<Uuid>,
    }
    aanmelding = "aanmeldingen" {
        #[sea_orm(primary_key, auto_increment = false)]
        id: Uuid,
        persoon: Uuid,
        digest: String,
        verloopt_op: i64,
    }
    api_token = "api_tokens" {
        #[sea_orm(primary_key, auto_increment = false)]
        id: Uuid,
        persoon: Uuid,
        naam: String,
        scopes: String,
        digest: String,
        gemaakt_op: i64,
        verloopt_op: Option<i64>,
    }
    bezoek = "bezoeken" {
        #[sea_orm(primary_key, auto_increment = false)]
        persoon: Uuid,
        tot: i64,
        op: i64,
    }
}

impl From<persoon::Model> for Persoon {
    fn from(row: persoon::Model) -> Self {
        Self { id: PersoonId(row.id), naam: row.naam, email: row.email, actief: row.actief }
    }
}

impl TryFrom<feit::Model> for Feit {
    type Error = DbErr;

    fn try_from(row: feit::Model) -> Result<Self, DbErr> {
        let feit = serde_json::from_str(&row.inhoud);
        feit.map_err(|error| DbErr::Json(format!("{} {}: {error}", row.soort, row.sleutel)))
    }
}

impl TryFrom<kaartplek::Model> for Kaartplek {
    type Error = DbErr;

    fn try_from(row: kaartplek::Model) -> Result<Self, DbErr> {
        serde_json::from_str(&row.inhoud).map_err(|error| DbErr::Json(format!("{}: {error}", row.stakeholder)))
    }
}

impl Kaartplek {
    /// As the store wants it: every column set.
    pub fn rij(&self) -> Result<kaartplek::ActiveModel, DbErr> {
        let inhoud = serde_json::to_string(self).map_err(|error| DbErr::Json(error.to_string()))?;
        let row = kaartplek::Model { stakeholder: self.stakeholder.0.clone(), versie: self.versie, inhoud };
        Ok(row.into_active_model().reset_all())
    }
}

impl TryFrom<bezetting::Model> for Bezetting {
    type Error = DbErr;

    fn try_from(row: bezetting::Model) -> Result<Self, DbErr> {
        serde_json::from_str(&row.inhoud).map_err(|error| DbErr::Json(format!("{}: {error}", row.id)))
    }
}

impl Bezetting {
    /// As the store wants it: every column set.
    pub fn rij(&self) -> Result<bezetting::ActiveModel, DbErr> {
        let inhoud = serde_json::to_string(self).map_err(|error| DbErr::Json(error.to_string()))?;
        let row = bezetting::Model { id: self.id.0, rol: self.rol.0.clone(), inhoud };
        Ok(row.into_active_model().reset_all())
    }
}

impl TryFrom<aanstelling::Model> for Aanstelling {
    type Error = DbErr;

    fn try_from(row: aanstelling::Model) -> Result<Self, DbErr> {
        Ok(Self {
            id: AanstellingId(row.id),
            persoon: PersoonId(row.persoon),
            hubrol: van_woord(&row.hubrol)?,
            gemeente: row.gemeente.map(GemeenteId),
            van: dag(&row.van)?,
            tot: row.tot.as_deref().map(dag).transpose()?,
            vervangt: row.vervangt.map(PersoonId),
        })
    }
}

impl From<&Aanstelling> for aanstelling::Model {
    fn from(aanstelling: &Aanstelling) -> Self {
        Self {
            id: aanstelling.id.0,
            persoon: aanstelling.persoon.0,
            hubrol: woord(&aanstelling.hubrol),
            gemeente: aanstelling.gemeente.as_ref().map(|gemeente| gemeente.0.clone()),
            van: aanstelling.van.to_string(),
            tot: aanstelling.tot.map(|tot| tot.to_string()),
            vervangt: aanstelling.vervangt.map(|persoon| persoon.0),
        }
    }
}

impl TryFrom<aanmelding::Model> for Aanmelding {
    type Error = DbErr;

    fn try_from(row: aanmelding::Model) -> Result<Self, DbErr> {
        let verloopt_op = moment(row.verloopt_op)?;
        Ok(Self { id: AanmeldingId(row.id), persoon: PersoonId(row.persoon), verloopt_op })
    }
}

impl TryFrom<api_token::Model> for ApiToken {
    type Error = DbErr;

    fn try_from(row: api_token::Model) -> Result<Self, DbErr> {
        Ok(Self {
            id: TokenId(row.id),
            persoon: PersoonId(row.persoon),
            naam: row.naam,
            scopes: serde_json::from_str(&row.scopes).map_err(|error| DbErr::Json(error.to_string()))?,
            gemaakt_op: moment(row.gemaakt_op)?,
            verloopt_op: row.verloopt_op.map(moment).transpose()?,
        })
    }
}

impl TryFrom<bezoek::Model> for Bezoek {
    type Error = DbErr;

    fn try_from(row: bezoek::Model) -> Result<Self, DbErr> {
        Ok(Self { tot: row.tot, op: moment(row.op)? })
    }
}

/// The word that stands for an enum value in JSON and in the tables.
pub fn woord(value: &impl Serialize) -> String {
    match serde_json::to_value(value) {
        Ok(Value::String(word)) => word,
        other => unreachable!("an enum without fields is a word, not {other:?}"),
    }
}

fn van_woord<T: DeserializeOwned>(word: &str) -> Result<T, DbErr> {
    serde_json::from_value(Value::String(word.to_owned())).map_err(|error| DbErr::Json(error.to_string()))
}

fn dag(text: &str) -> Result<Date, DbErr> {
    text.parse().map_err(|error| DbErr::Type(format!("{text} is no date: {error}")))
}

fn moment(millis: i64) -> Result<Timestamp, DbErr> {
    Timestamp::from_millisecond(millis).map_err(|error| DbErr::Type(error.to_string()))
}
