//! What can be done with the text of an agreement, besides writing in it.

use async_graphql::{Context, ID, InputObject, Object, Result, SimpleObject};
use uuid::Uuid;

use super::{AfspraakNode, VersieNode};
use crate::{
    domain::{
        afspraken::{
            AfspraakId, VersieId,
            commands::{BeginTekst, LegVersieVast, MaakTekstLeeg, ZetVersieTerug},
            documentnaam,
        },
        fout::Fout,
        graphql::{Uitslag, aanvraag, doe, sleutel, uuid_sleutel},
    },
    platform::graphql::scalars::Positie,
};

/// Welke tekst begonnen wordt.
#[derive(InputObject)]
pub struct BeginTekstInput {
    /// Nieuw voor elke wijziging; hetzelfde id nog eens geeft het eerste antwoord terug.
    client_mutatie_id: Uuid,
    /// De afspraak.
    afspraak: ID,
}

/// Welke tekst leeg moet.
#[derive(InputObject)]
pub struct MaakTekstLeegInput {
    /// Nieuw voor elke wijziging; hetzelfde id nog eens geeft het eerste antwoord terug.
    client_mutatie_id: Uuid,
    /// De afspraak.
    afspraak: ID,
}

/// Welke tekst vastgelegd wordt.
#[derive(InputObject)]
pub struct LegVersieVastInput {
    /// Nieuw voor elke wijziging; hetzelfde id nog eens geeft het eerste antwoord terug.
    client_mutatie_id: Uuid,
    /// De afspraak.
    afspraak: ID,
    /// Hoe de versie heet, 1 tot 120 tekens.
    naam: String,
    /// De hash van de tekst die je las. Is die intussen anders, dan gaat het niet door.
    verwachte_hash: Option<String>,
}

/// Welke versie teruggezet wordt.
#[derive(InputObject)]
pub struct ZetVersieTerugInput {
    /// Nieuw voor elke wijziging; hetzelfde id nog eens geeft het eerste antwoord terug.
    client_mutatie_id: Uuid,
    /// De versie.
    id: ID,
}

/// Hoe het beginnen van een tekst ging.
#[derive(SimpleObject)]
pub struct BeginTekstPayload {
    /// Het id dat bij de wijziging is meegestuurd.
    client_mutatie_id: Uuid,
    /// Waar de wijziging in het logboek staat; leeg: er veranderde niets.
    positie: Option<Positie>,
    /// Wat er te herstellen is; leeg: het is gelukt.
    fouten: Vec<Fout>,
    /// De afspraak.
    afspraak: Option<AfspraakNode>,
}

/// Hoe het leegmaken van een tekst ging.
#[derive(SimpleObject)]
pub struct MaakTekstLeegPayload {
    /// Het id dat bij de wijziging is meegestuurd.
    client_mutatie_id: Uuid,
    /// Waar de wijziging in het logboek staat; leeg: er veranderde niets.
    positie: Option<Positie>,
    /// Wat er te herstellen is; leeg: het is gelukt.
    fouten: Vec<Fout>,
    /// De afspraak.
    afspraak: Option<AfspraakNode>,
}

/// Hoe het vastleggen van een versie ging.
#[derive(SimpleObject)]
pub struct VersiePayload {
    /// Het id dat bij de wijziging is meegestuurd.
    client_mutatie_id: Uuid,
    /// Waar de wijziging in het logboek staat; leeg: er veranderde niets.
    positie: Option<Positie>,
    /// Wat er te herstellen is; leeg: het is gelukt.
    fouten: Vec<Fout>,
    /// De nieuwe versie.
    versie: Option<VersieNode>,
}

fn antwoord(uitslag: Uitslag<VersieId>) -> VersiePayload {
    let versie = uitslag.uitkomst.and_then(|id| VersieNode::vind(&uitslag.beeld, uitslag.gelezen_op, id));
    VersiePayload {
        client_mutatie_id: uitslag.client_mutatie_id,
        positie: uitslag.positie,
        fouten: uitslag.fouten,
        versie,
    }
}

/// Who has the text open is shown what the hub wrote in it.
pub(super) fn laat_zien(ctx: &Context<'_>, afspraak: &AfspraakId) {
    aanvraag(ctx).app().documents().nudge(&documentnaam(afspraak), i64::MAX);
}

/// Wat je met de tekst van een afspraak kunt doen, naast erin schrijven.
#[derive(Default)]
pub struct TekstMutation;

#[Object]
impl TekstMutation {
    /// Begint een tekst die nog leeg is met de gebruikelijke artikelen, gevuld met wat het register weet.
    async fn begin_tekst(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Wat er moet gebeuren.")] input: BeginTekstInput,
    ) -> Result<BeginTekstPayload> {
        let afspraak = sleutel(&input.afspraak, "Afspraak", "afspraak").map(AfspraakId);
        let command = afspraak.map(|afspraak| BeginTekst { afspraak });
        let uitslag = doe(ctx, input.client_mutatie_id, command).await?;
        if let Some(id) = &uitslag.uitkomst {
            laat_zien(ctx, id);
        }
        let afspraak = uitslag.uitkomst.and_then(|id| AfspraakNode::vind(&uitslag.beeld, uitslag.gelezen_op, &id));
        Ok(BeginTekstPayload {
            client_mutatie_id: uitslag.client_mutatie_id,
            positie: uitslag.positie,
            fouten: uitslag.fouten,
            afspraak,
        })
    }

    /// Maakt de tekst leeg, om opnieuw te beginnen. Wat er stond, blijft bewaard als versie.
    async fn maak_tekst_leeg(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Wat er moet gebeuren.")] input: MaakTekstLeegInput,
    ) -> Result<MaakTekstLeegPayload> {
        let afspraak = sleutel(&input.afspraak, "Afspraak", "afspraak").map(AfspraakId);
        let command = afspraak.map(|afspraak| MaakTekstLeeg { afspraak });
        let uitslag = doe(ctx, input.client_mutatie_id, command).await?;
        if let Some(id) = &uitslag.uitkomst {
            laat_zien(ctx, id);
        }
        let afspraak = uitslag.uitkomst.and_then(|id| AfspraakNode::vind(&uitslag.beeld, uitslag.gelezen_op, &id));
        Ok(MaakTekstLeegPayload {
            client_mutatie_id: uitslag.client_mutatie_id,
            positie: uitslag.positie,
            fouten: uitslag.fouten,
            afspraak,
        })
    }

    /// Legt de tekst zoals die nu is vast, onder een naam. Er staat daarna voor altijd wat er nu staat.
    async fn leg_versie_vast(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Wat er moet gebeuren.")] input: LegVersieVastInput,
    ) -> Result<VersiePayload> {
        let afspraak = sleutel(&input.afspraak, "Afspraak", "afspraak").map(AfspraakId);
        let command =
            afspraak.map(|afspraak| LegVersieVast { afspraak, naam: input.naam, verwachte_hash: input.verwachte_hash });
        Ok(antwoord(doe(ctx, input.client_mutatie_id, command).await?))
    }

    /// Zet een eerdere tekst terug, als nieuwe versie. Er gaat niets weg.
    async fn zet_versie_terug(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Wat er moet gebeuren.")] input: ZetVersieTerugInput,
    ) -> Result<VersiePayload> {
        let command = uuid_sleutel(&input.id, "AfspraakVersie", "id").map(|id| ZetVersieTerug { versie: VersieId(id) });
        let payload = antwoord(doe(ctx, input.client_mutatie_id, command).await?);
        if let Some(versie) = &payload.versie {
            laat_zien(ctx, &versie.versie.afspraak);
        }
        Ok(payload)
    }
}
