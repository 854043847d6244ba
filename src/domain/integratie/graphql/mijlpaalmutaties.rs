//! Making milestones, and changing what they are.

use async_graphql::{Context, ID, InputObject, Object, Result};
use uuid::Uuid;

use super::plan::{AfhankelijkheidInput, MijlpaalPayload, antwoord};
use crate::{
    domain::{
        fout::Fout,
        graphql::{doe, sleutel},
        integratie::{
            MijlpaalId, MijlpaalInhoud, Periode, TrajectId,
            commands::{HerstelMijlpaal, LaatMijlpaalVervallen, MaakMijlpaal, WijzigMijlpaal},
        },
        organisatie::RolId,
    },
    platform::graphql::scalars::Datum,
};

/// Wat een mijlpaal is, los van wanneer en waarna.
#[derive(InputObject)]
pub struct MijlpaalInhoudInput {
    /// Hoe zij heet, hooguit 200 tekens.
    naam: String,
    /// Welke rollen of gremia haar halen.
    #[graphql(default)]
    actoren: Vec<ID>,
    /// Alleen nodig als dat onderweg blijkt.
    #[graphql(default)]
    voorwaardelijk: bool,
}

impl MijlpaalInhoudInput {
    fn inhoud(&self) -> Result<MijlpaalInhoud, Fout> {
        let actoren = self.actoren.iter().map(|id| sleutel(id, "Rol", "actoren").map(RolId));
        Ok(MijlpaalInhoud {
            naam: self.naam.clone(),
            actoren: actoren.collect::<Result<_, _>>()?,
            voorwaardelijk: self.voorwaardelijk,
        })
    }
}

/// Een nieuwe mijlpaal.
#[derive(InputObject)]
pub struct MaakMijlpaalInput {
    /// Nieuw voor elke wijziging; hetzelfde id nog eens geeft het eerste antwoord terug.
    client_mutatie_id: Uuid,
    /// Het traject waar zij bij hoort.
    traject: ID,
    /// Wat zij is.
    inhoud: MijlpaalInhoudInput,
    /// De eerste dag, tussen 2014 en 2100.
    van: Datum,
    /// De laatste dag.
    tot: Datum,
    /// Waar zij op wacht.
    #[graphql(default)]
    na: Vec<AfhankelijkheidInput>,
}

impl MaakMijlpaalInput {
    fn command(&self) -> Result<MaakMijlpaal, Fout> {
        Ok(MaakMijlpaal {
            traject: TrajectId(sleutel(&self.traject, "Traject", "traject")?),
            inhoud: self.inhoud.inhoud()?,
            periode: Periode { van: self.van.0, tot: self.tot.0 },
            na: AfhankelijkheidInput::alle(&self.na)?,
        })
    }
}

/// Wat een mijlpaal voortaan is.
#[derive(InputObject)]
pub struct WijzigMijlpaalInput {
    /// Nieuw voor elke wijziging; hetzelfde id nog eens geeft het eerste antwoord terug.
    client_mutatie_id: Uuid,
    /// De mijlpaal.
    id: ID,
    /// Wat je zag. Wijzigde een ander haar intussen, dan gaat het niet door.
    verwacht: MijlpaalInhoudInput,
    /// Wat zij wordt.
    inhoud: MijlpaalInhoudInput,
}

impl WijzigMijlpaalInput {
    fn command(&self) -> Result<WijzigMijlpaal, Fout> {
        Ok(WijzigMijlpaal {
            mijlpaal: MijlpaalId(sleutel(&self.id, "Mijlpaal", "id")?),
            verwacht: self.verwacht.inhoud()?,
            inhoud: self.inhoud.inhoud()?,
        })
    }
}

/// De mijlpaal die vervalt.
#[derive(InputObject)]
pub struct LaatMijlpaalVervallenInput {
    /// Nieuw voor elke wijziging; hetzelfde id nog eens geeft het eerste antwoord terug.
    client_mutatie_id: Uuid,
    /// De mijlpaal.
    id: ID,
}

/// De mijlpaal die terugkomt.
#[derive(InputObject)]
pub struct HerstelMijlpaalInput {
    /// Nieuw voor elke wijziging; hetzelfde id nog eens geeft het eerste antwoord terug.
    client_mutatie_id: Uuid,
    /// De mijlpaal.
    id: ID,
}

/// Welke mijlpalen een traject heeft.
#[derive(Default)]
pub struct MijlpaalMutation;

#[Object]
impl MijlpaalMutation {
    /// Voegt een mijlpaal toe aan een traject.
    async fn maak_mijlpaal(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Wat er moet gebeuren.")] input: MaakMijlpaalInput,
    ) -> Result<MijlpaalPayload> {
        Ok(antwoord(doe(ctx, input.client_mutatie_id, input.command()).await?))
    }

    /// Geeft een mijlpaal een andere naam, of zegt wie haar haalt.
    async fn wijzig_mijlpaal(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Wat er moet gebeuren.")] input: WijzigMijlpaalInput,
    ) -> Result<MijlpaalPayload> {
        Ok(antwoord(doe(ctx, input.client_mutatie_id, input.command()).await?))
    }

    /// Haalt een mijlpaal uit de planning. Kan niet zolang een andere mijlpaal, een besluit of een fase erop rekent.
    async fn laat_mijlpaal_vervallen(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Wat er moet gebeuren.")] input: LaatMijlpaalVervallenInput,
    ) -> Result<MijlpaalPayload> {
        let command = sleutel(&input.id, "Mijlpaal", "id").map(|id| LaatMijlpaalVervallen { mijlpaal: MijlpaalId(id) });
        Ok(antwoord(doe(ctx, input.client_mutatie_id, command).await?))
    }

    /// Zet een mijlpaal die verviel terug in de planning.
    async fn herstel_mijlpaal(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Wat er moet gebeuren.")] input: HerstelMijlpaalInput,
    ) -> Result<MijlpaalPayload> {
        let command = sleutel(&input.id, "Mijlpaal", "id").map(|id| HerstelMijlpaal { mijlpaal: MijlpaalId(id) });
        Ok(antwoord(doe(ctx, input.client_mutatie_id, command).await?))
    }
}
