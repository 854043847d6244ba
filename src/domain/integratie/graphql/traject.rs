//! Starting a trajectory after the example of another.

use async_graphql::{Context, ID, InputObject, Object, Result, SimpleObject};
use uuid::Uuid;

use super::TrajectNode;
use crate::{
    domain::{
        fout::Fout,
        graphql::{Uitslag, doe, sleutel},
        integratie::{Start, TrajectId, commands::StartTraject},
        organisatie::ModuleId,
    },
    platform::graphql::scalars::{Datum, Positie},
};

/// Een nieuw traject, naar het voorbeeld van een ander: met dezelfde functies, kolommen, mijlpalen, termijnen en besluiten.
#[derive(InputObject)]
pub struct StartTrajectInput {
    /// Nieuw voor elke wijziging; hetzelfde id nog eens geeft het eerste antwoord terug.
    client_mutatie_id: Uuid,
    /// Het traject dat het voorbeeld is.
    sjabloon: ID,
    /// Naam van het nieuwe traject, 1 tot 200 tekens. Nog niet in gebruik.
    naam: String,
    /// Wat het traject wil bereiken, hooguit 10.000 tekens.
    omschrijving: Option<String>,
    /// De module waar het over gaat.
    module: ID,
    /// De dag waarop de verandering moet ingaan. Elke dag van het voorbeeld schuift evenveel mee.
    streefdatum: Datum,
}

impl StartTrajectInput {
    fn command(&self) -> Result<StartTraject, Fout> {
        Ok(StartTraject {
            sjabloon: TrajectId(sleutel(&self.sjabloon, "Traject", "sjabloon")?),
            start: Start {
                naam: self.naam.clone(),
                omschrijving: self.omschrijving.clone().unwrap_or_default(),
                module: ModuleId(sleutel(&self.module, "Module", "module")?),
                streefdatum: self.streefdatum.0,
            },
        })
    }
}

/// Hoe een wijziging van een traject ging.
#[derive(SimpleObject)]
pub struct TrajectPayload {
    /// Het id dat bij de wijziging is meegestuurd.
    client_mutatie_id: Uuid,
    /// Waar de wijziging in het logboek staat; leeg: er veranderde niets.
    positie: Option<Positie>,
    /// Wat er te herstellen is; leeg: het is gelukt.
    fouten: Vec<Fout>,
    /// Het traject, zoals het nu is.
    traject: Option<TrajectNode>,
}

fn antwoord(uitslag: Uitslag<TrajectId>) -> TrajectPayload {
    let traject = uitslag.uitkomst.and_then(|id| TrajectNode::vind(&uitslag.beeld, uitslag.gelezen_op, &id));
    TrajectPayload {
        client_mutatie_id: uitslag.client_mutatie_id,
        positie: uitslag.positie,
        fouten: uitslag.fouten,
        traject,
    }
}

/// Wat je met trajecten kunt doen.
#[derive(Default)]
pub struct TrajectMutation;

#[Object]
impl TrajectMutation {
    /// Start een traject naar het voorbeeld van een ander. Taken, antwoorden en risico's beginnen leeg.
    async fn start_traject(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Wat er moet gebeuren.")] input: StartTrajectInput,
    ) -> Result<TrajectPayload> {
        Ok(antwoord(doe(ctx, input.client_mutatie_id, input.command()).await?))
    }
}
