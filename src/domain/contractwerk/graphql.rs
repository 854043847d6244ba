//! The mutations of contracts that also touch the board or the agreements.

use async_graphql::{Context, ID, Object, Result, SimpleObject};
use uuid::Uuid;

use super::invoer::{
    DraaiImportTerugInput, PakSignaalOpInput, SpreekHarmonisatieAfInput, VraagCellenOpInput, VulCellenInInput,
};
use crate::{
    domain::{
        contracten::{
            ContractId,
            graphql::{AttribuutNode, CelNode, ContractNode, ImportNode},
        },
        fout::Fout,
        graphql::{Uitslag, aanvraag, doe, uuid_sleutel},
        rechten::{Bereik, Recht},
    },
    platform::graphql::scalars::Positie,
};

/// Hoe het invullen of opvragen van cellen ging.
#[derive(SimpleObject)]
pub struct CellenPayload {
    /// Het id dat bij de wijziging is meegestuurd.
    client_mutatie_id: Uuid,
    /// Waar de wijziging in het logboek staat; leeg: er veranderde niets.
    positie: Option<Positie>,
    /// Wat er te herstellen is; leeg: het is gelukt.
    fouten: Vec<Fout>,
    /// De cellen, zoals zij nu zijn.
    cellen: Vec<CelNode>,
}

/// Hoe het oppakken van een signaal ging.
#[derive(SimpleObject)]
pub struct ContractsignaalPayload {
    /// Het id dat bij de wijziging is meegestuurd.
    client_mutatie_id: Uuid,
    /// Waar de wijziging in het logboek staat; leeg: er veranderde niets.
    positie: Option<Positie>,
    /// Wat er te herstellen is; leeg: het is gelukt.
    fouten: Vec<Fout>,
    /// Het contract, zoals het nu is.
    contract: Option<ContractNode>,
}

/// Hoe het maken van een afspraak ging.
#[derive(SimpleObject)]
pub struct HarmonisatieafspraakPayload {
    /// Het id dat bij de wijziging is meegestuurd.
    client_mutatie_id: Uuid,
    /// Waar de wijziging in het logboek staat; leeg: er veranderde niets.
    positie: Option<Positie>,
    /// Wat er te herstellen is; leeg: het is gelukt.
    fouten: Vec<Fout>,
    /// Het attribuut, zoals het nu is.
    attribuut: Option<AttribuutNode>,
}

/// Hoe het terugdraaien van een import ging.
#[derive(SimpleObject)]
pub struct ContractimportPayload {
    /// Het id dat bij de wijziging is meegestuurd.
    client_mutatie_id: Uuid,
    /// Waar de wijziging in het logboek staat; leeg: er veranderde niets.
    positie: Option<Positie>,
    /// Wat er te herstellen is; leeg: het is gelukt.
    fouten: Vec<Fout>,
    /// De import, zoals zij nu is.
    import: Option<ImportNode>,
}

impl CellenPayload {
    fn van(uitslag: Uitslag<Vec<String>>) -> Self {
        let sleutels = uitslag.uitkomst.unwrap_or_default();
        let cel = |sleutel: &String| CelNode::vind(&uitslag.beeld, uitslag.gelezen_op, sleutel);
        let cellen = sleutels.iter().filter_map(cel).collect();
        let (client_mutatie_id, positie, fouten) = (uitslag.client_mutatie_id, uitslag.positie, uitslag.fouten);
        Self { client_mutatie_id, positie, fouten, cellen }
    }
}

/// Wat je aan contracten kunt doen en ook elders te zien is.
#[derive(Default)]
pub struct ContractwerkMutation;

#[Object]
impl ContractwerkMutation {
    /// Vult cellen van de vergelijking in. Beantwoordt dat een vraag, dan is de taak op het bord klaar.
    async fn vul_cellen_in(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Wat er moet gebeuren.")] input: VulCellenInInput,
    ) -> Result<CellenPayload> {
        Ok(CellenPayload::van(doe(ctx, input.client_mutatie_id, input.command()).await?))
    }

    /// Vraagt waarden op die niemand weet: dat wordt een taak op het bord.
    async fn vraag_cellen_op(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Wat er moet gebeuren.")] input: VraagCellenOpInput,
    ) -> Result<CellenPayload> {
        Ok(CellenPayload::van(doe(ctx, input.client_mutatie_id, input.command()).await?))
    }

    /// Maakt een taak van wat er bij een contract aankomt: het einde, een optie of de opzegdag.
    async fn pak_signaal_op(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Wat er moet gebeuren.")] input: PakSignaalOpInput,
    ) -> Result<ContractsignaalPayload> {
        let uitslag: Uitslag<ContractId> = doe(ctx, input.client_mutatie_id, input.command()).await?;
        let contract = uitslag.uitkomst.and_then(|id| ContractNode::vind(&uitslag.beeld, uitslag.gelezen_op, &id));
        let (client_mutatie_id, positie, fouten) = (uitslag.client_mutatie_id, uitslag.positie, uitslag.fouten);
        Ok(ContractsignaalPayload { client_mutatie_id, positie, fouten, contract })
    }

    /// Draait een hele import terug. Kan niet als iemand er daarna iets aan wijzigde.
    async fn draai_import_terug(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Wat er moet gebeuren.")] input: DraaiImportTerugInput,
    ) -> Result<ContractimportPayload> {
        let uitslag = doe(ctx, input.client_mutatie_id, input.command()).await?;
        let import = uitslag.uitkomst.and_then(|id| ImportNode::vind(&uitslag.beeld, id));
        let (client_mutatie_id, positie, fouten) = (uitslag.client_mutatie_id, uitslag.positie, uitslag.fouten);
        Ok(ContractimportPayload { client_mutatie_id, positie, fouten, import })
    }

    /// Maakt een afspraak van een besluit: een concept in het register van afspraken.
    async fn spreek_harmonisatie_af(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Wat er moet gebeuren.")] input: SpreekHarmonisatieAfInput,
    ) -> Result<HarmonisatieafspraakPayload> {
        let uitslag = doe(ctx, input.client_mutatie_id, input.command()).await?;
        let attribuut = uitslag.uitkomst.and_then(|id| AttribuutNode::vind(&uitslag.beeld, uitslag.gelezen_op, &id));
        let (client_mutatie_id, positie, fouten) = (uitslag.client_mutatie_id, uitslag.positie, uitslag.fouten);
        Ok(HarmonisatieafspraakPayload { client_mutatie_id, positie, fouten, attribuut })
    }
}

/// Wat je over het werk aan contracten kunt vragen.
#[derive(Default)]
pub struct ContractwerkQuery;

#[Object]
impl ContractwerkQuery {
    /// De cellen die met een taak uitgezocht worden; geen: de taak gaat daar niet over.
    async fn cellen_van_taak(&self, ctx: &Context<'_>, #[graphql(desc = "De taak.")] taak: ID) -> Result<Vec<CelNode>> {
        let aanvraag = aanvraag(ctx);
        aanvraag.eis(Recht::ContractenLezen, &Bereik::Alles)?;
        let taak = uuid_sleutel(&taak, "Taak", "taak").map_err(Fout::top_level)?;
        let beeld = aanvraag.beeld();
        let cellen = beeld.contracten().cellen.values();
        let eigen = cellen.filter(|cel| cel.opvraging.as_ref().is_some_and(|vraag| vraag.taak == taak));
        Ok(eigen.map(|cel| CelNode::van(&beeld, aanvraag.positie, cel.sleutel())).collect())
    }
}
