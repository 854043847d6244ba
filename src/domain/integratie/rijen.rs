//! Rows of the tables ↔ values of the model.

use jiff::{Timestamp, civil::Date};
use sea_orm::{ActiveModelTrait, DbErr, IntoActiveModel};
use serde::{Serialize, de::DeserializeOwned};

use super::{
    autonomie::*, besluiten::*, budget::*, budgettabel::*, mijlpalen::*, model::*, overdracht::*, risicos::*, tables,
    vergaderingen::*, zienswijzen::*,
};
use crate::domain::organisatie::PersoonId;

fn json(value: &impl Serialize) -> Result<String, DbErr> {
    serde_json::to_string(value).map_err(|error| DbErr::Json(error.to_string()))
}

fn van_json<T: DeserializeOwned>(text: &str) -> Result<T, DbErr> {
    serde_json::from_str(text).map_err(|error| DbErr::Json(error.to_string()))
}

fn moment(millis: i64) -> Result<Timestamp, DbErr> {
    Timestamp::from_millisecond(millis).map_err(|error| DbErr::Type(error.to_string()))
}

fn dag(iso: &str) -> Result<Date, DbErr> {
    iso.parse().map_err(|error: jiff::Error| DbErr::Type(error.to_string()))
}

/// A row as the store wants it: every column set.
pub trait Rij: Sized {
    type Active;

    /// Fails only when a value cannot be written as JSON.
    fn rij(&self) -> Result<Self::Active, DbErr>;
}

impl Rij for Traject {
    type Active = tables::traject::ActiveModel;

    fn rij(&self) -> Result<Self::Active, DbErr> {
        Ok(tables::traject::Model { id: self.id.0.clone(), inhoud: json(self)? }.into_active_model().reset_all())
    }
}

impl Rij for Taak {
    type Active = tables::taak::ActiveModel;

    fn rij(&self) -> Result<Self::Active, DbErr> {
        let row = tables::taak::Model {
            id: self.id.0,
            bord: self.bord.0.clone(),
            nummer: self.nummer,
            kolom: self.kolom.0.clone(),
            plaats: self.plaats.clone(),
            titel: self.titel.clone(),
            omschrijving: self.omschrijving.clone(),
            functie: self.functie.as_ref().map(|functie| functie.0.clone()),
            gemeenten: json(&self.gemeenten)?,
            eigenaar: self.eigenaar.map(|eigenaar| eigenaar.0),
            vervaldatum: self.vervaldatum.map(|datum| datum.to_string()),
            herhaling: self.herhaling.as_ref().map(json).transpose()?,
            herhaalt_vanaf: self.herhaalt_vanaf.map(|datum| datum.to_string()),
            kolom_sinds: self.kolom_sinds.as_millisecond(),
            versie: self.versie,
            veldversies: json(&self.veldversies)?,
            gemaakt_op: self.gemaakt_op.as_millisecond(),
            gemaakt_door: self.gemaakt_door.map(|door| door.0),
            gearchiveerd_op: self.gearchiveerd_op.map(|op| op.as_millisecond()),
            herkomst: self.herkomst.as_ref().map(json).transpose()?,
        };
        Ok(row.into_active_model().reset_all())
    }
}

impl Rij for Checkpunt {
    type Active = tables::checkpunt::ActiveModel;

    fn rij(&self) -> Result<Self::Active, DbErr> {
        let row = tables::checkpunt::Model {
            id: self.id.0,
            taak: self.taak.0,
            tekst: self.tekst.clone(),
            af: self.af,
            plaats: self.plaats.clone(),
            verwijderd: self.verwijderd,
        };
        Ok(row.into_active_model().reset_all())
    }
}

impl Rij for Opmerking {
    type Active = tables::opmerking::ActiveModel;

    fn rij(&self) -> Result<Self::Active, DbErr> {
        let row = tables::opmerking::Model {
            id: self.id.0,
            taak: self.taak.0,
            tekst: self.tekst.clone(),
            door: self.door.map(|door| door.0),
            op: self.op.as_millisecond(),
            gewijzigd_op: self.gewijzigd_op.map(|op| op.as_millisecond()),
            vermelde: json(&self.vermelde)?,
            verwijderd: self.verwijderd,
        };
        Ok(row.into_active_model().reset_all())
    }
}

impl TryFrom<tables::traject::Model> for Traject {
    type Error = DbErr;

    fn try_from(row: tables::traject::Model) -> Result<Self, DbErr> {
        van_json(&row.inhoud)
    }
}

impl TryFrom<tables::taak::Model> for Taak {
    type Error = DbErr;

    fn try_from(row: tables::taak::Model) -> Result<Self, DbErr> {
        Ok(Self {
            id: TaakId(row.id),
            nummer: row.nummer,
            bord: BordId(row.bord),
            kolom: KolomId(row.kolom),
            plaats: row.plaats,
            titel: row.titel,
            omschrijving: row.omschrijving,
            functie: row.functie.map(FunctieId),
            gemeenten: van_json(&row.gemeenten)?,
            eigenaar: row.eigenaar.map(PersoonId),
            vervaldatum: row.vervaldatum.as_deref().map(dag).transpose()?,
            herhaling: row.herhaling.as_deref().map(van_json).transpose()?,
            herhaalt_vanaf: row.herhaalt_vanaf.as_deref().map(dag).transpose()?,
            kolom_sinds: moment(row.kolom_sinds)?,
            versie: row.versie,
            veldversies: van_json(&row.veldversies)?,
            gemaakt_op: moment(row.gemaakt_op)?,
            gemaakt_door: row.gemaakt_door.map(PersoonId),
            gearchiveerd_op: row.gearchiveerd_op.map(moment).transpose()?,
            herkomst: row.herkomst.as_deref().map(van_json).transpose()?,
        })
    }
}

impl From<tables::checkpunt::Model> for Checkpunt {
    fn from(row: tables::checkpunt::Model) -> Self {
        Self {
            id: CheckpuntId(row.id),
            taak: TaakId(row.taak),
            tekst: row.tekst,
            af: row.af,
            plaats: row.plaats,
            verwijderd: row.verwijderd,
        }
    }
}

impl TryFrom<tables::opmerking::Model> for Opmerking {
    type Error = DbErr;

    fn try_from(row: tables::opmerking::Model) -> Result<Self, DbErr> {
        Ok(Self {
            id: OpmerkingId(row.id),
            taak: TaakId(row.taak),
            tekst: row.tekst,
            door: row.door.map(PersoonId),
            op: moment(row.op)?,
            gewijzigd_op: row.gewijzigd_op.map(moment).transpose()?,
            vermelde: van_json(&row.vermelde)?,
            verwijderd: row.verwijderd,
        })
    }
}

impl Rij for Mijlpaal {
    type Active = tables::mijlpaal::ActiveModel;

    fn rij(&self) -> Result<Self::Active, DbErr> {
        let row =
            tables::mijlpaal::Model { id: self.id.0.clone(), traject: self.traject.0.clone(), inhoud: json(self)? };
        Ok(row.into_active_model().reset_all())
    }
}

impl Rij for Besluit {
    type Active = tables::besluit::ActiveModel;

    fn rij(&self) -> Result<Self::Active, DbErr> {
        let row =
            tables::besluit::Model { id: self.id.0.clone(), traject: self.traject.0.clone(), inhoud: json(self)? };
        Ok(row.into_active_model().reset_all())
    }
}

impl Rij for Cel {
    type Active = tables::cel::ActiveModel;

    fn rij(&self) -> Result<Self::Active, DbErr> {
        let row = tables::cel::Model {
            stap: self.stap.0.clone(),
            gemeente: self.gemeente.0.clone(),
            besluit: self.besluit.0.clone(),
            versie: self.versie,
            inhoud: json(self)?,
        };
        Ok(row.into_active_model().reset_all())
    }
}

impl Rij for Zienswijzepunt {
    type Active = tables::zienswijzepunt::ActiveModel;

    fn rij(&self) -> Result<Self::Active, DbErr> {
        let row = tables::zienswijzepunt::Model {
            id: self.id.0,
            besluit: self.besluit.0.clone(),
            gemeente: self.gemeente.0.clone(),
            versie: self.versie,
            inhoud: json(self)?,
        };
        Ok(row.into_active_model().reset_all())
    }
}

impl TryFrom<tables::zienswijzepunt::Model> for Zienswijzepunt {
    type Error = DbErr;

    fn try_from(row: tables::zienswijzepunt::Model) -> Result<Self, DbErr> {
        van_json(&row.inhoud)
    }
}

impl Rij for Risico {
    type Active = tables::risico::ActiveModel;

    fn rij(&self) -> Result<Self::Active, DbErr> {
        let row = tables::risico::Model {
            id: self.id.0,
            traject: self.traject.0.clone(),
            versie: self.versie,
            inhoud: json(self)?,
        };
        Ok(row.into_active_model().reset_all())
    }
}

impl TryFrom<tables::risico::Model> for Risico {
    type Error = DbErr;

    fn try_from(row: tables::risico::Model) -> Result<Self, DbErr> {
        van_json(&row.inhoud)
    }
}

impl Rij for Vergadering {
    type Active = tables::vergadering::ActiveModel;

    fn rij(&self) -> Result<Self::Active, DbErr> {
        let row = tables::vergadering::Model {
            id: self.id.0,
            traject: self.traject.0.clone(),
            versie: self.versie,
            inhoud: json(self)?,
        };
        Ok(row.into_active_model().reset_all())
    }
}

impl TryFrom<tables::vergadering::Model> for Vergadering {
    type Error = DbErr;

    fn try_from(row: tables::vergadering::Model) -> Result<Self, DbErr> {
        van_json(&row.inhoud)
    }
}

impl TryFrom<tables::mijlpaal::Model> for Mijlpaal {
    type Error = DbErr;

    fn try_from(row: tables::mijlpaal::Model) -> Result<Self, DbErr> {
        van_json(&row.inhoud)
    }
}

impl TryFrom<tables::besluit::Model> for Besluit {
    type Error = DbErr;

    fn try_from(row: tables::besluit::Model) -> Result<Self, DbErr> {
        van_json(&row.inhoud)
    }
}

impl TryFrom<tables::cel::Model> for Cel {
    type Error = DbErr;

    fn try_from(row: tables::cel::Model) -> Result<Self, DbErr> {
        van_json(&row.inhoud)
    }
}

impl Rij for Overdrachtcel {
    type Active = tables::overdrachtcel::ActiveModel;

    fn rij(&self) -> Result<Self::Active, DbErr> {
        let row = tables::overdrachtcel::Model {
            traject: self.traject.0.clone(),
            functie: self.functie.0.clone(),
            regio: self.regio.0.clone(),
            versie: self.versie,
            inhoud: json(self)?,
        };
        Ok(row.into_active_model().reset_all())
    }
}

impl TryFrom<tables::overdrachtcel::Model> for Overdrachtcel {
    type Error = DbErr;

    fn try_from(row: tables::overdrachtcel::Model) -> Result<Self, DbErr> {
        van_json(&row.inhoud)
    }
}

impl Rij for Gereedheid {
    type Active = tables::gereedheid::ActiveModel;

    fn rij(&self) -> Result<Self::Active, DbErr> {
        let row = tables::gereedheid::Model {
            traject: self.traject.0.clone(),
            functie: self.functie.0.clone(),
            gemeente: self.gemeente.0.clone(),
            versie: self.versie,
            inhoud: json(self)?,
        };
        Ok(row.into_active_model().reset_all())
    }
}

impl TryFrom<tables::gereedheid::Model> for Gereedheid {
    type Error = DbErr;

    fn try_from(row: tables::gereedheid::Model) -> Result<Self, DbErr> {
        van_json(&row.inhoud)
    }
}

impl Rij for Budgetregel {
    type Active = tables::budgetregel::ActiveModel;

    fn rij(&self) -> Result<Self::Active, DbErr> {
        let row = tables::budgetregel::Model {
            traject: self.traject.0.clone(),
            functie: self.functie.0.clone(),
            gemeente: self.gemeente.0.clone(),
            jaar: self.jaar,
            versie: self.versie,
            inhoud: json(self)?,
        };
        Ok(row.into_active_model().reset_all())
    }
}

impl Rij for Budgeteffect {
    type Active = tables::budgeteffect::ActiveModel;

    fn rij(&self) -> Result<Self::Active, DbErr> {
        let row = tables::budgeteffect::Model { id: self.id.0, traject: self.traject.0.clone(), inhoud: json(self)? };
        Ok(row.into_active_model().reset_all())
    }
}

impl Rij for Budgettabel {
    type Active = tables::budgettabel::ActiveModel;

    fn rij(&self) -> Result<Self::Active, DbErr> {
        let row =
            tables::budgettabel::Model { id: self.id.0.clone(), traject: self.traject.0.clone(), inhoud: json(self)? };
        Ok(row.into_active_model().reset_all())
    }
}

impl TryFrom<tables::budgetregel::Model> for Budgetregel {
    type Error = DbErr;

    fn try_from(row: tables::budgetregel::Model) -> Result<Self, DbErr> {
        van_json(&row.inhoud)
    }
}

impl TryFrom<tables::budgeteffect::Model> for Budgeteffect {
    type Error = DbErr;

    fn try_from(row: tables::budgeteffect::Model) -> Result<Self, DbErr> {
        van_json(&row.inhoud)
    }
}

impl TryFrom<tables::budgettabel::Model> for Budgettabel {
    type Error = DbErr;

    fn try_from(row: tables::budgettabel::Model) -> Result<Self, DbErr> {
        van_json(&row.inhoud)
    }
}

impl Rij for Autonomie {
    type Active = tables::autonomie::ActiveModel;

    fn rij(&self) -> Result<Self::Active, DbErr> {
        let row = tables::autonomie::Model {
            traject: self.traject.0.clone(),
            onderwerp: self.onderwerp.sleutel(),
            versie: self.versie,
            inhoud: json(self)?,
        };
        Ok(row.into_active_model().reset_all())
    }
}

impl TryFrom<tables::autonomie::Model> for Autonomie {
    type Error = DbErr;

    fn try_from(row: tables::autonomie::Model) -> Result<Self, DbErr> {
        van_json(&row.inhoud)
    }
}
