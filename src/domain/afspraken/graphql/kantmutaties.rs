//! What one can do in the margin of a text.

use async_graphql::{Context, ID, InputObject, Object, Result, SimpleObject};
use uuid::Uuid;

use super::{KanttekeningNode, tekstmutaties::laat_zien};
use crate::{
    domain::{
        afspraken::{
            AfspraakId, KanttekeningId, KanttekeningInhoud, Passage,
            commands::{BeantwoordKanttekening, BeslisVoorstel, HandelKanttekeningAf, PlaatsKanttekening},
        },
        fout::Fout,
        graphql::{Uitslag, doe, sleutel, uuid_sleutel},
    },
    platform::graphql::scalars::Positie,
};

/// De woorden in de tekst waar het over gaat.
#[derive(InputObject)]
pub struct PassageInput {
    /// Waar zij beginnen: een relatieve positie van Yjs, in JSON.
    van: String,
    /// Waar zij eindigen, op dezelfde manier; bij een voorstel in dezelfde alinea.
    tot: String,
    /// Wat er staat, hooguit 2.000 tekens.
    citaat: String,
}

/// Een nieuwe opmerking of een nieuw voorstel bij een tekst.
#[derive(InputObject)]
pub struct PlaatsKanttekeningInput {
    /// Nieuw voor elke wijziging; hetzelfde id nog eens geeft het eerste antwoord terug.
    client_mutatie_id: Uuid,
    /// De afspraak.
    afspraak: ID,
    /// De sleutel van het artikel.
    artikel: String,
    /// De woorden waar het over gaat; leeg: het hele artikel.
    passage: Option<PassageInput>,
    /// Wat je zegt, hooguit 5.000 tekens; `@[naam](id)` noemt een persoon. Bij een voorstel mag het leeg zijn.
    #[graphql(default)]
    tekst: String,
    /// Wat er in plaats van die woorden moet staan; een lege tekst: niets. Leeg: het is een opmerking.
    voorstel: Option<String>,
}

/// Een antwoord op een opmerking of voorstel.
#[derive(InputObject)]
pub struct BeantwoordKanttekeningInput {
    /// Nieuw voor elke wijziging; hetzelfde id nog eens geeft het eerste antwoord terug.
    client_mutatie_id: Uuid,
    /// De opmerking of het voorstel.
    id: ID,
    /// Wat je antwoordt, 1 tot 5.000 tekens; `@[naam](id)` noemt een persoon.
    tekst: String,
}

/// Of een opmerking afgehandeld is.
#[derive(InputObject)]
pub struct HandelKanttekeningAfInput {
    /// Nieuw voor elke wijziging; hetzelfde id nog eens geeft het eerste antwoord terug.
    client_mutatie_id: Uuid,
    /// De opmerking.
    id: ID,
    /// Is zij afgehandeld? Nee: er moet toch nog iets mee.
    opgelost: bool,
}

/// Wat er met een voorstel gebeurt.
#[derive(InputObject)]
pub struct BeslisVoorstelInput {
    /// Nieuw voor elke wijziging; hetzelfde id nog eens geeft het eerste antwoord terug.
    client_mutatie_id: Uuid,
    /// Het voorstel.
    id: ID,
    /// Ja: het komt in de tekst te staan. Nee: het is afgewezen.
    aangenomen: bool,
}

/// Hoe een wijziging van een opmerking of voorstel ging.
#[derive(SimpleObject)]
pub struct KanttekeningPayload {
    /// Het id dat bij de wijziging is meegestuurd.
    client_mutatie_id: Uuid,
    /// Waar de wijziging in het logboek staat; leeg: er veranderde niets.
    positie: Option<Positie>,
    /// Wat er te herstellen is; leeg: het is gelukt.
    fouten: Vec<Fout>,
    /// De opmerking of het voorstel, zoals het nu is.
    kanttekening: Option<KanttekeningNode>,
}

fn antwoord(uitslag: Uitslag<KanttekeningId>) -> KanttekeningPayload {
    let kanttekening = uitslag.uitkomst.and_then(|id| KanttekeningNode::vind(&uitslag.beeld, uitslag.gelezen_op, id));
    KanttekeningPayload {
        client_mutatie_id: uitslag.client_mutatie_id,
        positie: uitslag.positie,
        fouten: uitslag.fouten,
        kanttekening,
    }
}

fn kanttekening(id: &ID) -> Result<KanttekeningId, Fout> {
    uuid_sleutel(id, "Kanttekening", "id").map(KanttekeningId)
}

/// Wat je in de kantlijn van een tekst kunt doen.
#[derive(Default)]
pub struct KantMutation;

#[Object]
impl KantMutation {
    /// Schrijft een opmerking bij een tekst, of stelt andere woorden voor.
    async fn plaats_kanttekening(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Wat er moet gebeuren.")] input: PlaatsKanttekeningInput,
    ) -> Result<KanttekeningPayload> {
        let passage = input.passage.map(|een| Passage { van: een.van, tot: een.tot, citaat: een.citaat });
        let inhoud =
            KanttekeningInhoud { artikel: input.artikel, passage, tekst: input.tekst, voorstel: input.voorstel };
        let afspraak = sleutel(&input.afspraak, "Afspraak", "afspraak").map(AfspraakId);
        let command = afspraak.map(|afspraak| PlaatsKanttekening { afspraak, inhoud });
        Ok(antwoord(doe(ctx, input.client_mutatie_id, command).await?))
    }

    /// Antwoordt op een opmerking of voorstel.
    async fn beantwoord_kanttekening(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Wat er moet gebeuren.")] input: BeantwoordKanttekeningInput,
    ) -> Result<KanttekeningPayload> {
        let command =
            kanttekening(&input.id).map(|kanttekening| BeantwoordKanttekening { kanttekening, tekst: input.tekst });
        Ok(antwoord(doe(ctx, input.client_mutatie_id, command).await?))
    }

    /// Handelt een opmerking af, of heropent haar.
    async fn handel_kanttekening_af(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Wat er moet gebeuren.")] input: HandelKanttekeningAfInput,
    ) -> Result<KanttekeningPayload> {
        let command =
            kanttekening(&input.id).map(|kanttekening| HandelKanttekeningAf { kanttekening, opgelost: input.opgelost });
        Ok(antwoord(doe(ctx, input.client_mutatie_id, command).await?))
    }

    /// Neemt een voorstel over in de tekst, of wijst het af. Wie de tekst open heeft, ziet het meteen.
    async fn beslis_voorstel(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Wat er moet gebeuren.")] input: BeslisVoorstelInput,
    ) -> Result<KanttekeningPayload> {
        let command =
            kanttekening(&input.id).map(|kanttekening| BeslisVoorstel { kanttekening, aangenomen: input.aangenomen });
        let payload = antwoord(doe(ctx, input.client_mutatie_id, command).await?);
        if let Some(kanttekening) = &payload.kanttekening {
            laat_zien(ctx, kanttekening.afspraak_id());
        }
        Ok(payload)
    }
}
