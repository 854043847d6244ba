//! The mutations about rounds, deviations and signals.

use async_graphql::{Context, Object, Result, SimpleObject};
use uuid::Uuid;

use super::{AfwijkingNode, RondeNode, SignaalNode, rondeinvoer::*};
use crate::{
    domain::{
        afspraken::{AfwijkingId, RondeId, SignaalId},
        fout::Fout,
        graphql::{Uitslag, doe},
    },
    platform::graphql::scalars::Positie,
};

/// Hoe een wijziging van een ronde ging.
#[derive(SimpleObject)]
pub struct RondePayload {
    /// Het id dat bij de wijziging is meegestuurd.
    client_mutatie_id: Uuid,
    /// Waar de wijziging in het logboek staat; leeg: er veranderde niets.
    positie: Option<Positie>,
    /// Wat er te herstellen is; leeg: het is gelukt.
    fouten: Vec<Fout>,
    /// De ronde, zoals zij nu is.
    ronde: Option<RondeNode>,
}

fn ronde(uitslag: Uitslag<RondeId>) -> RondePayload {
    let ronde = uitslag.uitkomst.and_then(|id| RondeNode::vind(&uitslag.beeld, uitslag.gelezen_op, id));
    RondePayload {
        client_mutatie_id: uitslag.client_mutatie_id,
        positie: uitslag.positie,
        fouten: uitslag.fouten,
        ronde,
    }
}

/// Hoe een wijziging van een afwijking ging.
#[derive(SimpleObject)]
pub struct AfwijkingPayload {
    /// Het id dat bij de wijziging is meegestuurd.
    client_mutatie_id: Uuid,
    /// Waar de wijziging in het logboek staat; leeg: er veranderde niets.
    positie: Option<Positie>,
    /// Wat er te herstellen is; leeg: het is gelukt.
    fouten: Vec<Fout>,
    /// De afwijking, zoals zij nu is.
    afwijking: Option<AfwijkingNode>,
}

fn afwijking(uitslag: Uitslag<AfwijkingId>) -> AfwijkingPayload {
    let afwijking = uitslag.uitkomst.and_then(|id| AfwijkingNode::vind(&uitslag.beeld, uitslag.gelezen_op, id));
    AfwijkingPayload {
        client_mutatie_id: uitslag.client_mutatie_id,
        positie: uitslag.positie,
        fouten: uitslag.fouten,
        afwijking,
    }
}

/// Hoe een wijziging van een signaal ging.
#[derive(SimpleObject)]
pub struct SignaalPayload {
    /// Het id dat bij de wijziging is meegestuurd.
    client_mutatie_id: Uuid,
    /// Waar de wijziging in het logboek staat; leeg: er veranderde niets.
    positie: Option<Positie>,
    /// Wat er te herstellen is; leeg: het is gelukt.
    fouten: Vec<Fout>,
    /// Het signaal, zoals het nu is.
    signaal: Option<SignaalNode>,
}

fn signaal(uitslag: Uitslag<SignaalId>) -> SignaalPayload {
    let signaal = uitslag.uitkomst.and_then(|id| SignaalNode::vind(&uitslag.beeld, uitslag.gelezen_op, id));
    SignaalPayload {
        client_mutatie_id: uitslag.client_mutatie_id,
        positie: uitslag.positie,
        fouten: uitslag.fouten,
        signaal,
    }
}

/// Wat je aan ronden, afwijkingen en signalen kunt veranderen.
#[derive(Default)]
pub struct RondeMutation;

#[Object]
impl RondeMutation {
    /// Start een ronde over een vastgelegde versie van een afspraak in afstemming.
    async fn start_ronde(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Wat er moet gebeuren.")] input: StartRondeInput,
    ) -> Result<RondePayload> {
        Ok(ronde(doe(ctx, input.client_mutatie_id, input.command()).await?))
    }

    /// Brengt een ronde een fase verder of terug, of sluit haar.
    async fn zet_ronde_fase(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Wat er moet gebeuren.")] input: ZetRondeFaseInput,
    ) -> Result<RondePayload> {
        Ok(ronde(doe(ctx, input.client_mutatie_id, input.command()).await?))
    }

    /// Legt in een ronde een latere versie voor; alleen wat anders werd, wordt opnieuw getekend.
    async fn neem_versie_op(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Wat er moet gebeuren.")] input: NeemVersieOpInput,
    ) -> Result<RondePayload> {
        Ok(ronde(doe(ctx, input.client_mutatie_id, input.command()).await?))
    }

    /// Tekent onder de versie die voorligt, zelf of namens een ander.
    async fn onderteken(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Wat er moet gebeuren.")] input: OndertekenInput,
    ) -> Result<RondePayload> {
        Ok(ronde(doe(ctx, input.client_mutatie_id, input.command()).await?))
    }

    /// Neemt een handtekening terug, zolang de ronde loopt.
    async fn trek_handtekening_in(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Wat er moet gebeuren.")] input: TrekHandtekeningInInput,
    ) -> Result<RondePayload> {
        Ok(ronde(doe(ctx, input.client_mutatie_id, input.command()).await?))
    }

    /// Stelt een vraag of geeft een reactie in een ronde.
    async fn breng_in(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Wat er moet gebeuren.")] input: BrengInInput,
    ) -> Result<RondePayload> {
        Ok(ronde(doe(ctx, input.client_mutatie_id, input.command()).await?))
    }

    /// Beantwoordt een vraag of reactie.
    async fn beantwoord_inbreng(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Wat er moet gebeuren.")] input: BeantwoordInbrengInput,
    ) -> Result<RondePayload> {
        Ok(ronde(doe(ctx, input.client_mutatie_id, input.command()).await?))
    }

    /// Legt vast dat een gemeente afwijkt van een artikel, waarom en tot wanneer.
    async fn leg_afwijking_vast(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Wat er moet gebeuren.")] input: LegAfwijkingVastInput,
    ) -> Result<AfwijkingPayload> {
        Ok(afwijking(doe(ctx, input.client_mutatie_id, input.command()).await?))
    }

    /// Wijzigt een afwijking, of beëindigt haar.
    async fn wijzig_afwijking(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Wat er moet gebeuren.")] input: WijzigAfwijkingInput,
    ) -> Result<AfwijkingPayload> {
        Ok(afwijking(doe(ctx, input.client_mutatie_id, input.command()).await?))
    }

    /// Meldt dat een afspraak niet werkt.
    async fn meld_signaal(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Wat er moet gebeuren.")] input: MeldSignaalInput,
    ) -> Result<SignaalPayload> {
        Ok(signaal(doe(ctx, input.client_mutatie_id, input.command()).await?))
    }

    /// Geeft een signaal een eigenaar en een antwoord, en zegt wanneer het teruggekoppeld is.
    async fn behandel_signaal(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Wat er moet gebeuren.")] input: BehandelSignaalInput,
    ) -> Result<SignaalPayload> {
        Ok(signaal(doe(ctx, input.client_mutatie_id, input.command()).await?))
    }
}
