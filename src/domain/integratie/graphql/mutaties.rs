//! The mutations: input → command → payload.

use async_graphql::{Context, Object, Result, SimpleObject};
use uuid::Uuid;

use super::{TaakNode, invoer::*};
use crate::{
    domain::{
        fout::Fout,
        graphql::{Uitslag, doe},
        integratie::TaakId,
    },
    platform::graphql::scalars::Positie,
};

/// Hoe een wijziging van een taak ging.
#[derive(SimpleObject)]
pub struct TaakPayload {
    /// Het id dat bij de wijziging is meegestuurd.
    client_mutatie_id: Uuid,
    /// Waar de wijziging in het logboek staat; leeg: er veranderde niets.
    positie: Option<Positie>,
    /// Wat er te herstellen is; leeg: het is gelukt.
    fouten: Vec<Fout>,
    /// De taak, zoals zij nu is.
    taak: Option<TaakNode>,
}

fn antwoord(uitslag: Uitslag<TaakId>) -> Result<TaakPayload> {
    let taak = uitslag.uitkomst.and_then(|id| TaakNode::vind(&uitslag.beeld, uitslag.gelezen_op, id));
    Ok(TaakPayload {
        client_mutatie_id: uitslag.client_mutatie_id,
        positie: uitslag.positie,
        fouten: uitslag.fouten,
        taak,
    })
}

/// Wat je aan taken kunt veranderen.
#[derive(Default)]
pub struct IntegratieMutation;

#[Object]
impl IntegratieMutation {
    /// Maakt een taak, onderaan een kolom.
    async fn maak_taak(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Wat er moet gebeuren.")] input: MaakTaakInput,
    ) -> Result<TaakPayload> {
        antwoord(doe(ctx, input.client_mutatie_id, input.command()).await?)
    }

    /// Wijzigt velden van een taak. Botst alleen als een ander intussen hetzelfde veld wijzigde.
    async fn wijzig_taak(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Wat er moet gebeuren.")] input: WijzigTaakInput,
    ) -> Result<TaakPayload> {
        antwoord(doe(ctx, input.client_mutatie_id, input.command()).await?)
    }

    /// Verplaatst een taak naar een kolom, direct onder een andere taak of bovenaan.
    async fn verplaats_taak(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Wat er moet gebeuren.")] input: VerplaatsTaakInput,
    ) -> Result<TaakPayload> {
        antwoord(doe(ctx, input.client_mutatie_id, input.command()).await?)
    }

    /// Haalt een taak van het bord; zij is terug te halen.
    async fn archiveer_taak(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Wat er moet gebeuren.")] input: ArchiveerTaakInput,
    ) -> Result<TaakPayload> {
        antwoord(doe(ctx, input.client_mutatie_id, input.command()).await?)
    }

    /// Haalt een taak terug uit het archief.
    async fn herstel_taak(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Wat er moet gebeuren.")] input: HerstelTaakInput,
    ) -> Result<TaakPayload> {
        antwoord(doe(ctx, input.client_mutatie_id, input.command()).await?)
    }

    /// Zet een punt onderaan de checklist van een taak.
    async fn voeg_checkpunt_toe(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Wat er moet gebeuren.")] input: VoegCheckpuntToeInput,
    ) -> Result<TaakPayload> {
        antwoord(doe(ctx, input.client_mutatie_id, input.command()).await?)
    }

    /// Vinkt een checkpunt af, opent het weer of wijzigt de tekst.
    async fn wijzig_checkpunt(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Wat er moet gebeuren.")] input: WijzigCheckpuntInput,
    ) -> Result<TaakPayload> {
        antwoord(doe(ctx, input.client_mutatie_id, input.command()).await?)
    }

    /// Haalt een punt van de checklist; het is terug te halen.
    async fn verwijder_checkpunt(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Wat er moet gebeuren.")] input: VerwijderCheckpuntInput,
    ) -> Result<TaakPayload> {
        antwoord(doe(ctx, input.client_mutatie_id, input.command()).await?)
    }

    /// Zet een verwijderd checkpunt terug.
    async fn herstel_checkpunt(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Wat er moet gebeuren.")] input: HerstelCheckpuntInput,
    ) -> Result<TaakPayload> {
        antwoord(doe(ctx, input.client_mutatie_id, input.command()).await?)
    }

    /// Plaatst een opmerking bij een taak.
    async fn plaats_opmerking(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Wat er moet gebeuren.")] input: PlaatsOpmerkingInput,
    ) -> Result<TaakPayload> {
        antwoord(doe(ctx, input.client_mutatie_id, input.command()).await?)
    }

    /// Wijzigt de tekst van een opmerking.
    async fn wijzig_opmerking(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Wat er moet gebeuren.")] input: WijzigOpmerkingInput,
    ) -> Result<TaakPayload> {
        antwoord(doe(ctx, input.client_mutatie_id, input.command()).await?)
    }

    /// Trekt een opmerking in; zij is terug te halen.
    async fn verwijder_opmerking(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Wat er moet gebeuren.")] input: VerwijderOpmerkingInput,
    ) -> Result<TaakPayload> {
        antwoord(doe(ctx, input.client_mutatie_id, input.command()).await?)
    }

    /// Zet een ingetrokken opmerking terug.
    async fn herstel_opmerking(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Wat er moet gebeuren.")] input: HerstelOpmerkingInput,
    ) -> Result<TaakPayload> {
        antwoord(doe(ctx, input.client_mutatie_id, input.command()).await?)
    }
}
