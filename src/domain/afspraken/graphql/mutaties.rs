//! The mutations of this context.

use async_graphql::{Context, Object, Result, SimpleObject};
use uuid::Uuid;

use super::{
    AfspraakNode, UitvoeringNode,
    invoer::{MaakAfspraakInput, VulUitvoeringInInput, WijzigAfspraakFaseInput, WijzigAfspraakInput},
};
use crate::{
    domain::{
        afspraken::{AfspraakId, uitvoering_sleutel},
        fout::Fout,
        graphql::{Uitslag, doe},
    },
    platform::graphql::scalars::Positie,
};

/// Hoe een wijziging van een afspraak ging.
#[derive(SimpleObject)]
pub struct AfspraakPayload {
    /// Het id dat bij de wijziging is meegestuurd.
    client_mutatie_id: Uuid,
    /// Waar de wijziging in het logboek staat; leeg: er veranderde niets.
    positie: Option<Positie>,
    /// Wat er te herstellen is; leeg: het is gelukt.
    fouten: Vec<Fout>,
    /// De afspraak, zoals zij nu is.
    afspraak: Option<AfspraakNode>,
}

/// Hoe het invullen van de uitvoering ging.
#[derive(SimpleObject)]
pub struct UitvoeringPayload {
    /// Het id dat bij de wijziging is meegestuurd.
    client_mutatie_id: Uuid,
    /// Waar de wijziging in het logboek staat; leeg: er veranderde niets.
    positie: Option<Positie>,
    /// Wat er te herstellen is; leeg: het is gelukt.
    fouten: Vec<Fout>,
    /// De cel, zoals zij nu is.
    uitvoering: Option<UitvoeringNode>,
}

fn antwoord(uitslag: Uitslag<AfspraakId>) -> AfspraakPayload {
    let afspraak = uitslag.uitkomst.and_then(|id| AfspraakNode::vind(&uitslag.beeld, uitslag.gelezen_op, &id));
    AfspraakPayload {
        client_mutatie_id: uitslag.client_mutatie_id,
        positie: uitslag.positie,
        fouten: uitslag.fouten,
        afspraak,
    }
}

/// Wat je aan afspraken kunt veranderen.
#[derive(Default)]
pub struct AfsprakenMutation;

#[Object]
impl AfsprakenMutation {
    /// Zet een nieuwe afspraak in het register, als concept.
    async fn maak_afspraak(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Wat er moet gebeuren.")] input: MaakAfspraakInput,
    ) -> Result<AfspraakPayload> {
        Ok(antwoord(doe(ctx, input.client_mutatie_id, input.command()).await?))
    }

    /// Wijzigt gegevens van een afspraak.
    async fn wijzig_afspraak(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Wat er moet gebeuren.")] input: WijzigAfspraakInput,
    ) -> Result<AfspraakPayload> {
        Ok(antwoord(doe(ctx, input.client_mutatie_id, input.command()).await?))
    }

    /// Zet een afspraak een stap verder of terug: van concept tot vastgesteld, vervallen of vervangen.
    async fn wijzig_afspraak_fase(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Wat er moet gebeuren.")] input: WijzigAfspraakFaseInput,
    ) -> Result<AfspraakPayload> {
        Ok(antwoord(doe(ctx, input.client_mutatie_id, input.command()).await?))
    }

    /// Vult in hoe ver een gemeente is met een afspraak.
    async fn vul_uitvoering_in(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Wat er moet gebeuren.")] input: VulUitvoeringInInput,
    ) -> Result<UitvoeringPayload> {
        let uitslag = doe(ctx, input.client_mutatie_id, input.command()).await?;
        let sleutel = uitslag.uitkomst.map(|(afspraak, gemeente)| uitvoering_sleutel(&afspraak, &gemeente));
        let uitvoering = sleutel.and_then(|sleutel| UitvoeringNode::vind(&uitslag.beeld, uitslag.gelezen_op, &sleutel));
        Ok(UitvoeringPayload {
            client_mutatie_id: uitslag.client_mutatie_id,
            positie: uitslag.positie,
            fouten: uitslag.fouten,
            uitvoering,
        })
    }
}
