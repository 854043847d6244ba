//! Lines that are wanted and not there yet: made and mended beside those of the sources.

use async_graphql::{Context, ID, InputObject, Object, Result, SimpleObject};
use uuid::Uuid;

use super::{RelatieNode, vragen::partij};
use crate::{
    domain::{
        fout::Fout,
        graphql::{Uitslag, doe, sleutel},
        organisatie::{
            Lijnstand, ModuleId, RelatieId,
            commands::{WensLijn, ZetLijn},
        },
    },
    platform::graphql::scalars::Positie,
};

/// Een lijn die er nog niet is.
#[derive(InputObject)]
pub struct WensLijnInput {
    /// Nieuw voor elke wijziging; hetzelfde id nog eens geeft het eerste antwoord terug.
    client_mutatie_id: Uuid,
    /// Van wie de lijn uitgaat: een stakeholder, een rol of de organisatie.
    van: ID,
    /// Naar wie zij gaat.
    naar: ID,
    /// Wat voor lijn het is, 1 tot 60 tekens, zoals ‘adviseert’.
    soort: String,
    /// Wat erover moet lopen, 1 tot 1.000 tekens.
    omschrijving: String,
    /// Voor welke module; leeg: niet aan een module gebonden.
    module: Option<ID>,
}

impl WensLijnInput {
    fn command(&self) -> Result<WensLijn, Fout> {
        let bij = |id: &ID, veld: &str| partij(id).map_err(|fout| Fout { veld: Some(veld.to_owned()), ..fout });
        Ok(WensLijn {
            van: bij(&self.van, "van")?,
            naar: bij(&self.naar, "naar")?,
            soort: self.soort.clone(),
            omschrijving: self.omschrijving.clone(),
            module: self.module.as_ref().map(|id| sleutel(id, "Module", "module").map(ModuleId)).transpose()?,
        })
    }
}

/// Hoe het met een lijn staat.
#[derive(InputObject)]
pub struct ZetLijnInput {
    /// Nieuw voor elke wijziging; hetzelfde id nog eens geeft het eerste antwoord terug.
    client_mutatie_id: Uuid,
    /// De lijn.
    id: ID,
    /// Hoe zij stond toen je keek. Wijzigde een ander haar daarna, dan gaat de wijziging niet door.
    verwachte_stand: Lijnstand,
    /// Hoe zij nu staat.
    stand: Lijnstand,
}

impl ZetLijnInput {
    fn command(&self) -> Result<ZetLijn, Fout> {
        Ok(ZetLijn {
            lijn: RelatieId(sleutel(&self.id, "Relatie", "id")?),
            verwachte_stand: self.verwachte_stand,
            stand: self.stand,
        })
    }
}

/// Hoe een wijziging van een lijn ging.
#[derive(SimpleObject)]
pub struct RelatiePayload {
    /// Het id dat bij de wijziging is meegestuurd.
    client_mutatie_id: Uuid,
    /// Waar de wijziging in het logboek staat; leeg: er veranderde niets.
    positie: Option<Positie>,
    /// Wat er te herstellen is; leeg: het is gelukt.
    fouten: Vec<Fout>,
    /// De lijn, zoals zij nu is.
    relatie: Option<RelatieNode>,
}

impl From<Uitslag<RelatieId>> for RelatiePayload {
    fn from(uitslag: Uitslag<RelatieId>) -> Self {
        let relatie = uitslag.uitkomst.as_ref().and_then(|id| RelatieNode::vind(&uitslag.beeld, id));
        let Uitslag { client_mutatie_id, positie, fouten, .. } = uitslag;
        Self { client_mutatie_id, positie, fouten, relatie }
    }
}

/// Wat je aan communicatielijnen kunt veranderen.
#[derive(Default)]
pub struct LijnMutation;

#[Object]
impl LijnMutation {
    /// Zegt dat een lijn tussen twee partijen gewenst is.
    async fn wens_lijn(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Welke lijn.")] input: WensLijnInput,
    ) -> Result<RelatiePayload> {
        Ok(doe(ctx, input.client_mutatie_id, input.command()).await?.into())
    }

    /// Zegt dat een gewenste lijn er is, nog gewenst is, of vervalt.
    async fn zet_lijn(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Welke lijn en hoe.")] input: ZetLijnInput,
    ) -> Result<RelatiePayload> {
        Ok(doe(ctx, input.client_mutatie_id, input.command()).await?.into())
    }
}
