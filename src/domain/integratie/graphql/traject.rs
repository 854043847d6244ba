//! Starting a trajectory after the example of another, and dividing one into phases.

use async_graphql::{Context, ID, InputObject, Object, Result, SimpleObject};
use uuid::Uuid;

use super::TrajectNode;
use crate::{
    domain::{
        fout::Fout,
        graphql::{Uitslag, doe, sleutel},
        integratie::{
            FaseId, MijlpaalId, Start, TrajectId,
            commands::{Fasewens, StartTraject, ZetFasen},
        },
        organisatie::ModuleId,
    },
    platform::graphql::scalars::{Datum, Positie},
};

/// Een nieuw traject, naar het voorbeeld van een ander: met dezelfde functies, kolommen, fasen, mijlpalen, termijnen en besluiten.
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

/// Een fase, zoals je haar zag of wilt hebben.
#[derive(InputObject)]
pub struct FaseInput {
    /// De sleutel van een fase die er al is; leeg: een nieuwe.
    sleutel: Option<String>,
    /// Hoe zij heet, 1 tot 100 tekens. Geen twee heten hetzelfde.
    naam: String,
    /// De mijlpaal van dit traject die haar afsluit; leeg: nog niet gekozen. Elke mijlpaal sluit hooguit één fase af.
    poort: Option<ID>,
}

impl FaseInput {
    fn wens(&self) -> Result<Fasewens, Fout> {
        let poort = self.poort.as_ref().map(|id| sleutel(id, "Mijlpaal", "fasen").map(MijlpaalId));
        Ok(Fasewens { id: self.sleutel.clone().map(FaseId), naam: self.naam.clone(), poort: poort.transpose()? })
    }
}

/// Alle fasen van een traject, in volgorde.
#[derive(InputObject)]
pub struct ZetFasenInput {
    /// Nieuw voor elke wijziging; hetzelfde id nog eens geeft het eerste antwoord terug.
    client_mutatie_id: Uuid,
    /// Het traject.
    traject: ID,
    /// De fasen die je zag. Wijzigde een ander ze intussen, dan gaat het niet door.
    verwacht: Vec<FaseInput>,
    /// De fasen die het worden, hooguit twintig.
    fasen: Vec<FaseInput>,
}

impl ZetFasenInput {
    fn command(&self) -> Result<ZetFasen, Fout> {
        Ok(ZetFasen {
            traject: TrajectId(sleutel(&self.traject, "Traject", "traject")?),
            verwacht: self.verwacht.iter().map(FaseInput::wens).collect::<Result<_, _>>()?,
            fasen: self.fasen.iter().map(FaseInput::wens).collect::<Result<_, _>>()?,
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

impl TrajectPayload {
    pub fn new(uitslag: Uitslag<TrajectId>) -> Self {
        let traject = uitslag.uitkomst.and_then(|id| TrajectNode::vind(&uitslag.beeld, uitslag.gelezen_op, &id));
        Self { client_mutatie_id: uitslag.client_mutatie_id, positie: uitslag.positie, fouten: uitslag.fouten, traject }
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
        Ok(TrajectPayload::new(doe(ctx, input.client_mutatie_id, input.command()).await?))
    }

    /// Deelt een traject in fasen in, elk met de mijlpaal die haar afsluit. De hele lijst wordt opnieuw geschreven.
    async fn zet_fasen(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Wat er moet gebeuren.")] input: ZetFasenInput,
    ) -> Result<TrajectPayload> {
        Ok(TrajectPayload::new(doe(ctx, input.client_mutatie_id, input.command()).await?))
    }
}
