//! The mutations of this context.

use async_graphql::{Context, Object, Result, SimpleObject};
use uuid::Uuid;

use super::{
    AttribuutNode, ContractNode,
    invoer::{
        BesluitHarmonisatieInput, BespreekHarmonisatieInput, LegInwonersVastInput, MaakAttribuutInput,
        MaakContractInput, WijzigAttribuutInput, WijzigContractInput,
    },
};
use crate::{
    domain::{
        contracten::{AttribuutId, ContractId},
        fout::Fout,
        graphql::{Uitslag, doe},
        organisatie::graphql::GemeenteNode,
    },
    platform::graphql::scalars::Positie,
};

/// Hoe een wijziging van een contract ging.
#[derive(SimpleObject)]
pub struct ContractPayload {
    /// Het id dat bij de wijziging is meegestuurd.
    client_mutatie_id: Uuid,
    /// Waar de wijziging in het logboek staat; leeg: er veranderde niets.
    positie: Option<Positie>,
    /// Wat er te herstellen is; leeg: het is gelukt.
    fouten: Vec<Fout>,
    /// Het contract, zoals het nu is.
    contract: Option<ContractNode>,
}

/// Hoe een wijziging van attributen of hun besluiten ging.
#[derive(SimpleObject)]
pub struct AttributenPayload {
    /// Het id dat bij de wijziging is meegestuurd.
    client_mutatie_id: Uuid,
    /// Waar de wijziging in het logboek staat; leeg: er veranderde niets.
    positie: Option<Positie>,
    /// Wat er te herstellen is; leeg: het is gelukt.
    fouten: Vec<Fout>,
    /// De attributen, zoals zij nu zijn.
    attributen: Vec<AttribuutNode>,
}

/// Hoe het vastleggen van inwoners ging.
#[derive(SimpleObject)]
pub struct InwonersPayload {
    /// Het id dat bij de wijziging is meegestuurd.
    client_mutatie_id: Uuid,
    /// Waar de wijziging in het logboek staat; leeg: er veranderde niets.
    positie: Option<Positie>,
    /// Wat er te herstellen is; leeg: het is gelukt.
    fouten: Vec<Fout>,
    /// De gemeente.
    gemeente: Option<GemeenteNode>,
}

impl ContractPayload {
    pub fn van(uitslag: Uitslag<ContractId>) -> Self {
        let contract = uitslag.uitkomst.and_then(|id| ContractNode::vind(&uitslag.beeld, uitslag.gelezen_op, &id));
        let (client_mutatie_id, positie, fouten) = (uitslag.client_mutatie_id, uitslag.positie, uitslag.fouten);
        Self { client_mutatie_id, positie, fouten, contract }
    }
}

impl AttributenPayload {
    pub fn van<U>(uitslag: Uitslag<U>, ids: impl FnOnce(U) -> Vec<AttribuutId>) -> Self {
        let ids = uitslag.uitkomst.map(ids).unwrap_or_default().into_iter();
        let attributen = ids.filter_map(|id| AttribuutNode::vind(&uitslag.beeld, uitslag.gelezen_op, &id)).collect();
        let (client_mutatie_id, positie, fouten) = (uitslag.client_mutatie_id, uitslag.positie, uitslag.fouten);
        Self { client_mutatie_id, positie, fouten, attributen }
    }
}

/// Wat je aan contracten en hun vergelijking kunt veranderen.
#[derive(Default)]
pub struct ContractenMutation;

#[Object]
impl ContractenMutation {
    /// Zet een contract of segment in het register.
    async fn maak_contract(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Wat er moet gebeuren.")] input: MaakContractInput,
    ) -> Result<ContractPayload> {
        Ok(ContractPayload::van(doe(ctx, input.client_mutatie_id, input.command()).await?))
    }

    /// Wijzigt gegevens van een contract.
    async fn wijzig_contract(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Wat er moet gebeuren.")] input: WijzigContractInput,
    ) -> Result<ContractPayload> {
        Ok(ContractPayload::van(doe(ctx, input.client_mutatie_id, input.command()).await?))
    }

    /// Zet een attribuut in de vergelijking.
    async fn maak_attribuut(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Wat er moet gebeuren.")] input: MaakAttribuutInput,
    ) -> Result<AttributenPayload> {
        Ok(AttributenPayload::van(doe(ctx, input.client_mutatie_id, input.command()).await?, |id| vec![id]))
    }

    /// Wijzigt een attribuut, of haalt het uit de vergelijking.
    async fn wijzig_attribuut(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Wat er moet gebeuren.")] input: WijzigAttribuutInput,
    ) -> Result<AttributenPayload> {
        Ok(AttributenPayload::van(doe(ctx, input.client_mutatie_id, input.command()).await?, |id| vec![id]))
    }

    /// Legt een besluit over een of meer attributen vast: Noord volgen, Midden volgen, nieuw of bewust verschillend.
    async fn besluit_harmonisatie(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Wat er moet gebeuren.")] input: BesluitHarmonisatieInput,
    ) -> Result<AttributenPayload> {
        Ok(AttributenPayload::van(doe(ctx, input.client_mutatie_id, input.command()).await?, |ids| ids))
    }

    /// Zegt iets over een besluit dat genomen moet worden.
    async fn bespreek_harmonisatie(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Wat er moet gebeuren.")] input: BespreekHarmonisatieInput,
    ) -> Result<AttributenPayload> {
        Ok(AttributenPayload::van(doe(ctx, input.client_mutatie_id, input.command()).await?, |id| vec![id]))
    }

    /// Legt vast hoeveel inwoners een gemeente heeft: daarmee wordt de harmonisatiegraad gewogen.
    async fn leg_inwoners_vast(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Wat er moet gebeuren.")] input: LegInwonersVastInput,
    ) -> Result<InwonersPayload> {
        let uitslag = doe(ctx, input.client_mutatie_id, input.command()).await?;
        let gemeente = uitslag.uitkomst.and_then(|id| GemeenteNode::vind(&uitslag.beeld, &id));
        let (client_mutatie_id, positie, fouten) = (uitslag.client_mutatie_id, uitslag.positie, uitslag.fouten);
        Ok(InwonersPayload { client_mutatie_id, positie, fouten, gemeente })
    }
}
