//! Putting a name, afterwards, to what one contributed as a guest.

use async_graphql::{Context, InputObject, Object, Result};
use uuid::Uuid;

use super::leiden::{SessiePayload, antwoord};
use crate::{
    domain::{
        graphql::{aanvraag, doe},
        sessies::commands::ClaimDeelname,
    },
    platform::secrets,
};

/// Op naam zetten wat je zonder account bijdroeg.
#[derive(InputObject)]
pub struct ClaimDeelnameInput {
    /// Nieuw voor elke wijziging; hetzelfde id nog eens geeft het eerste antwoord terug.
    client_mutatie_id: Uuid,
    /// De pas waarmee je meedeed; alleen het toestel waarop je meedeed kent haar.
    pas: String,
}

/// Wat je achteraf op naam kunt zetten.
#[derive(Default)]
pub struct ClaimMutation;

#[Object]
impl ClaimMutation {
    /// Zet op je eigen naam wat je zonder account in een sessie schreef. Nooit in een anonieme sessie.
    async fn claim_deelname(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Wat er moet gebeuren.")] input: ClaimDeelnameInput,
    ) -> Result<SessiePayload> {
        let persoon = aanvraag(ctx).wie()?.persoon();
        let command = ClaimDeelname { persoon, digest: secrets::digest(input.pas.trim()) };
        Ok(antwoord(doe(ctx, input.client_mutatie_id, Ok(command)).await?))
    }
}
