//! The mutations of the budget.

use async_graphql::{Context, ID, InputObject, Object, Result, SimpleObject};
use uuid::Uuid;

use super::{BudgetregelNode, budget::sleutel_van};
use crate::{
    domain::{
        fout::{Code, Fout},
        graphql::{Uitslag, doe, sleutel, uuid_sleutel},
        integratie::{
            Aanleiding, BesluitId, BudgetInhoud, BudgetSleutel, BudgeteffectId, EffectSoort, TaakId, bedrag_van,
            commands::{TrekBudgeteffectIn, VoegBudgeteffectToe, VulBudgetregelIn},
        },
    },
    platform::graphql::{
        relay,
        scalars::{Datum, Positie},
    },
};

/// Wat er van een regel bekend is. De hele regel: wat je weglaat, wordt onbekend.
#[derive(InputObject)]
pub struct VulBudgetregelInInput {
    /// Nieuw voor elke wijziging; hetzelfde id nog eens geeft het eerste antwoord terug.
    client_mutatie_id: Uuid,
    /// De regel.
    id: ID,
    /// De versie die je zag. Wijzigde een ander de regel daarna, dan gaat de wijziging niet door.
    verwachte_versie: i32,
    /// Het bestaande budget in hele euro's, zoals je het schrijft: 12500 of 12.500.
    kader: Option<String>,
    /// Wat begroot is.
    begroting: Option<String>,
    /// Wat is uitgegeven.
    realisatie: Option<String>,
    /// Tot en met deze dag.
    realisatie_tot: Option<Datum>,
    /// Wat over het hele jaar verwacht wordt.
    prognose: Option<String>,
    /// Waar dit uit blijkt, hooguit 500 tekens.
    bron: Option<String>,
    /// Is het zeker? Dan is een bron nodig.
    zeker: Option<bool>,
}

/// Wat een taak of besluit met een regel van het budget doet.
#[derive(InputObject)]
pub struct VoegBudgeteffectToeInput {
    /// Nieuw voor elke wijziging; hetzelfde id nog eens geeft het eerste antwoord terug.
    client_mutatie_id: Uuid,
    /// De regel van het jaar waarin het begint.
    id: ID,
    /// De taak of het besluit.
    aanleiding: ID,
    /// Hoeveel het kost in hele euro's, zoals je het schrijft: 12.500; met een min ervoor levert het op.
    bedrag: String,
    /// Elk jaar of één keer.
    soort: EffectSoort,
    /// Wat je erbij moet weten, hooguit 500 tekens.
    toelichting: Option<String>,
}

/// Haalt een effect uit het budget, of zet het terug.
#[derive(InputObject)]
pub struct TrekBudgeteffectInInput {
    /// Nieuw voor elke wijziging; hetzelfde id nog eens geeft het eerste antwoord terug.
    client_mutatie_id: Uuid,
    /// De sleutel van het effect.
    effect: Uuid,
    /// Telt het niet meer mee? Onwaar zet het terug.
    ingetrokken: bool,
}

fn regel_van(id: &ID) -> Result<BudgetSleutel, Fout> {
    sleutel_van(&sleutel(id, "Budgetregel", "id")?).ok_or_else(|| Fout::niet_gevonden("Deze regel"))
}

impl VulBudgetregelInInput {
    fn command(&self) -> Result<VulBudgetregelIn, Fout> {
        let (traject, functie, gemeente, jaar) = regel_van(&self.id)?;
        let bedrag = |veld: &str, tekst: &Option<String>| bedrag_van(veld, tekst.as_deref().unwrap_or_default());
        let inhoud = BudgetInhoud {
            kader: bedrag("kader", &self.kader)?,
            begroting: bedrag("begroting", &self.begroting)?,
            realisatie: bedrag("realisatie", &self.realisatie)?,
            realisatie_tot: self.realisatie_tot.as_ref().map(|dag| dag.0),
            prognose: bedrag("prognose", &self.prognose)?,
            bron: self.bron.clone(),
            zeker: self.zeker.unwrap_or_default(),
        };
        Ok(VulBudgetregelIn { traject, functie, gemeente, jaar, verwachte_versie: self.verwachte_versie, inhoud })
    }
}

impl VoegBudgeteffectToeInput {
    fn command(&self) -> Result<VoegBudgeteffectToe, Fout> {
        let (traject, functie, gemeente, jaar) = regel_van(&self.id)?;
        let is_taak = relay::parse(&self.aanleiding).is_some_and(|global| global.kind == "Taak");
        let aanleiding = if is_taak {
            Aanleiding::Taak(TaakId(uuid_sleutel(&self.aanleiding, "Taak", "aanleiding")?))
        } else {
            Aanleiding::Besluit(BesluitId(sleutel(&self.aanleiding, "Besluit", "aanleiding")?))
        };
        let bedrag = bedrag_van("bedrag", &self.bedrag)?
            .ok_or_else(|| Fout::bij(Code::Verplicht, "bedrag", "Vul het bedrag in, in hele euro’s."))?;
        let toelichting = self.toelichting.clone().unwrap_or_default();
        Ok(VoegBudgeteffectToe { traject, functie, gemeente, jaar, aanleiding, bedrag, soort: self.soort, toelichting })
    }
}

/// Hoe een wijziging van het budget ging.
#[derive(SimpleObject)]
pub struct BudgetPayload {
    /// Het id dat bij de wijziging is meegestuurd.
    client_mutatie_id: Uuid,
    /// Waar de wijziging in het logboek staat; leeg: er veranderde niets.
    positie: Option<Positie>,
    /// Wat er te herstellen is; leeg: het is gelukt.
    fouten: Vec<Fout>,
    /// De regel, zoals zij nu is.
    regel: Option<BudgetregelNode>,
}

fn antwoord(uitslag: Uitslag<BudgetSleutel>) -> BudgetPayload {
    let Uitslag { client_mutatie_id, positie, uitkomst, fouten, beeld, gelezen_op } = uitslag;
    let regel = uitkomst.and_then(|sleutel| BudgetregelNode::met(&beeld, gelezen_op, sleutel));
    BudgetPayload { client_mutatie_id, positie, fouten, regel }
}

/// Wat je aan het budget kunt veranderen.
#[derive(Default)]
pub struct BudgetMutation;

#[Object]
impl BudgetMutation {
    /// Vult kader, begroting, realisatie en prognose in van een functie van een gemeente in een jaar.
    async fn vul_budgetregel_in(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Wat er moet gebeuren.")] input: VulBudgetregelInInput,
    ) -> Result<BudgetPayload> {
        Ok(antwoord(doe(ctx, input.client_mutatie_id, input.command()).await?))
    }

    /// Zegt wat een taak of besluit kost of oplevert in een regel van het budget.
    async fn voeg_budgeteffect_toe(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Wat er moet gebeuren.")] input: VoegBudgeteffectToeInput,
    ) -> Result<BudgetPayload> {
        Ok(antwoord(doe(ctx, input.client_mutatie_id, input.command()).await?))
    }

    /// Haalt een effect uit het budget, of zet het terug.
    async fn trek_budgeteffect_in(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Wat er moet gebeuren.")] input: TrekBudgeteffectInInput,
    ) -> Result<BudgetPayload> {
        let command = TrekBudgeteffectIn { effect: BudgeteffectId(input.effect), ingetrokken: input.ingetrokken };
        Ok(antwoord(doe(ctx, input.client_mutatie_id, Ok(command)).await?))
    }
}
