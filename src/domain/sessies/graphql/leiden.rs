//! What facilitators change.

use async_graphql::{Context, ID, InputObject, Object, Result, SimpleObject};
use uuid::Uuid;

use super::{invoer::*, sessie::SessieNode};
use crate::{
    domain::{
        fout::Fout,
        graphql::{Uitslag, doe, sleutel},
        sessies::{GastId, NotitieId, NotitiegroepId, SessieId, Toestand, commands::MaakSessie},
    },
    platform::graphql::scalars::Positie,
};

/// Hoe een wijziging van een sessie ging.
#[derive(SimpleObject)]
pub struct SessiePayload {
    /// Het id dat bij de wijziging is meegestuurd.
    client_mutatie_id: Uuid,
    /// Waar de wijziging in het logboek staat; leeg: er veranderde niets.
    positie: Option<Positie>,
    /// Wat er te herstellen is; leeg: het is gelukt.
    fouten: Vec<Fout>,
    /// De sessie, zoals zij nu is.
    sessie: Option<SessieNode>,
}

/// What a command answers, and the session it is in.
pub(super) trait InSessie {
    fn sessie(&self, toestand: &Toestand) -> Option<SessieId>;
}

impl InSessie for SessieId {
    fn sessie(&self, _: &Toestand) -> Option<SessieId> {
        Some(*self)
    }
}

impl InSessie for GastId {
    fn sessie(&self, toestand: &Toestand) -> Option<SessieId> {
        toestand.borden.values().find(|bord| bord.gasten.contains_key(self)).map(|bord| bord.sessie.id)
    }
}

impl InSessie for NotitieId {
    fn sessie(&self, toestand: &Toestand) -> Option<SessieId> {
        toestand.borden.values().find(|bord| bord.notities.contains_key(self)).map(|bord| bord.sessie.id)
    }
}

impl InSessie for NotitiegroepId {
    fn sessie(&self, toestand: &Toestand) -> Option<SessieId> {
        toestand.borden.values().find(|bord| bord.groepen.contains_key(self)).map(|bord| bord.sessie.id)
    }
}

pub(super) fn antwoord<U: InSessie>(uitslag: Uitslag<U>) -> SessiePayload {
    let id = uitslag.uitkomst.and_then(|uitkomst| uitkomst.sessie(uitslag.beeld.sessies()));
    SessiePayload {
        client_mutatie_id: uitslag.client_mutatie_id,
        positie: uitslag.positie,
        fouten: uitslag.fouten,
        sessie: id.and_then(|id| SessieNode::vind(&uitslag.beeld, uitslag.gelezen_op, id)),
    }
}

/// Een nieuwe sessie, naar een sjabloon.
#[derive(InputObject)]
pub struct MaakSessieInput {
    /// Nieuw voor elke wijziging; hetzelfde id nog eens geeft het eerste antwoord terug.
    client_mutatie_id: Uuid,
    /// De naam, 1 tot 120 tekens.
    naam: String,
    /// De vraag die op tafel ligt, hooguit 500 tekens.
    doel: Option<String>,
    /// Hoe de sessie verloopt.
    sjabloon: ID,
    /// Blijft verborgen wie wat schrijft? Dat is later niet meer te veranderen.
    anoniem: bool,
    /// Kijkt de begeleider elke notitie na voor zij op het bord komt?
    modereren: bool,
}

impl MaakSessieInput {
    fn command(&self) -> Result<MaakSessie, Fout> {
        Ok(MaakSessie {
            naam: self.naam.clone(),
            doel: self.doel.clone().unwrap_or_default(),
            sjabloon: sleutel(&self.sjabloon, "Sessiesjabloon", "sjabloon")?,
            anoniem: self.anoniem,
            modereren: self.modereren,
        })
    }
}

/// Wat je aan sessies kunt veranderen als je ze leidt.
#[derive(Default)]
pub struct SessieMutation;

#[Object]
impl SessieMutation {
    /// Zet een sessie klaar, naar een sjabloon.
    async fn maak_sessie(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Wat er moet gebeuren.")] input: MaakSessieInput,
    ) -> Result<SessiePayload> {
        Ok(antwoord(doe(ctx, input.client_mutatie_id, input.command()).await?))
    }

    /// Opent de deur van een sessie: er komt een nieuwe code, die een halve dag werkt.
    async fn open_sessie(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Wat er moet gebeuren.")] input: OpenSessieInput,
    ) -> Result<SessiePayload> {
        Ok(antwoord(doe(ctx, input.client_mutatie_id, input.command()).await?))
    }

    /// Bepaalt wie er met de code binnenkomt.
    async fn zet_deur(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Wat er moet gebeuren.")] input: ZetDeurInput,
    ) -> Result<SessiePayload> {
        Ok(antwoord(doe(ctx, input.client_mutatie_id, input.command()).await?))
    }

    /// Neemt iedereen mee naar een fase, of terug naar de ontvangst.
    async fn ga_naar_fase(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Wat er moet gebeuren.")] input: GaNaarFaseInput,
    ) -> Result<SessiePayload> {
        Ok(antwoord(doe(ctx, input.client_mutatie_id, input.command()).await?))
    }

    /// Zet de tijd van een fase.
    async fn zet_tijd(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Wat er moet gebeuren.")] input: ZetTijdInput,
    ) -> Result<SessiePayload> {
        Ok(antwoord(doe(ctx, input.client_mutatie_id, input.command()).await?))
    }

    /// Laat iedereen de notities van een fase zien.
    async fn toon_notities(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Wat er moet gebeuren.")] input: ToonNotitiesInput,
    ) -> Result<SessiePayload> {
        Ok(antwoord(doe(ctx, input.client_mutatie_id, input.command()).await?))
    }

    /// Sluit een stemming en geeft de uitslag.
    async fn sluit_stemming(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Wat er moet gebeuren.")] input: SluitStemmingInput,
    ) -> Result<SessiePayload> {
        Ok(antwoord(doe(ctx, input.client_mutatie_id, input.command()).await?))
    }

    /// Begint een fase opnieuw: haar notities verdwijnen, of haar stemming begint weer bij nul.
    async fn wis_fase(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Wat er moet gebeuren.")] input: WisFaseInput,
    ) -> Result<SessiePayload> {
        Ok(antwoord(doe(ctx, input.client_mutatie_id, input.command()).await?))
    }

    /// Zet de notities terug die verdwenen toen een fase opnieuw begon.
    async fn herstel_fase(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Wat er moet gebeuren.")] input: HerstelFaseInput,
    ) -> Result<SessiePayload> {
        Ok(antwoord(doe(ctx, input.client_mutatie_id, input.command()).await?))
    }

    /// Rondt een sessie af: er verandert niets meer en het verslag is klaar.
    async fn rond_sessie_af(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Wat er moet gebeuren.")] input: RondSessieAfInput,
    ) -> Result<SessiePayload> {
        Ok(antwoord(doe(ctx, input.client_mutatie_id, input.command()).await?))
    }

    /// Laat een tweede persoon de sessie mee leiden.
    async fn draag_over(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Wat er moet gebeuren.")] input: DraagOverInput,
    ) -> Result<SessiePayload> {
        Ok(antwoord(doe(ctx, input.client_mutatie_id, input.command()).await?))
    }

    /// Laat iemand binnen die bij de deur wacht.
    async fn laat_toe(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Wat er moet gebeuren.")] input: LaatToeInput,
    ) -> Result<SessiePayload> {
        Ok(antwoord(doe(ctx, input.client_mutatie_id, input.command()).await?))
    }

    /// Haalt iemand uit de sessie.
    async fn verwijder_gast(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Wat er moet gebeuren.")] input: VerwijderGastInput,
    ) -> Result<SessiePayload> {
        Ok(antwoord(doe(ctx, input.client_mutatie_id, input.command()).await?))
    }

    /// Zet een notitie op het bord, of laat haar weg.
    async fn beoordeel_notitie(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Wat er moet gebeuren.")] input: BeoordeelNotitieInput,
    ) -> Result<SessiePayload> {
        Ok(antwoord(doe(ctx, input.client_mutatie_id, input.command()).await?))
    }

    /// Zet een notitie in een groep, of haalt haar eruit.
    async fn verplaats_notitie(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Wat er moet gebeuren.")] input: VerplaatsNotitieInput,
    ) -> Result<SessiePayload> {
        Ok(antwoord(doe(ctx, input.client_mutatie_id, input.command()).await?))
    }

    /// Zet notities bij elkaar onder een naam.
    async fn maak_groep(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Wat er moet gebeuren.")] input: MaakGroepInput,
    ) -> Result<SessiePayload> {
        Ok(antwoord(doe(ctx, input.client_mutatie_id, input.command()).await?))
    }

    /// Geeft een groep een andere naam.
    async fn hernoem_groep(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Wat er moet gebeuren.")] input: HernoemGroepInput,
    ) -> Result<SessiePayload> {
        Ok(antwoord(doe(ctx, input.client_mutatie_id, input.command()).await?))
    }

    /// Haalt een groep uit elkaar; de notities blijven.
    async fn hef_groep_op(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Wat er moet gebeuren.")] input: HefGroepOpInput,
    ) -> Result<SessiePayload> {
        Ok(antwoord(doe(ctx, input.client_mutatie_id, input.command()).await?))
    }
}
