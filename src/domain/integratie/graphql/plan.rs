//! The plan of a trajectory: what a move would do, and doing it.

use async_graphql::{Context, ID, InputObject, Object, Result, SimpleObject};
use uuid::Uuid;

use super::{MijlpaalNode, TrajectNode};
use crate::{
    domain::{
        fout::Fout,
        graphql::{Uitslag, aanvraag, doe, sleutel},
        integratie::{
            Afhankelijkheid, Mijlpaal, MijlpaalId, Periode, Termijnbreuk, Verschuiving,
            besluitzinnen::termijnbreuk_in_woorden,
            commands::{MeldMijlpaalGereed, VerplaatsMijlpaal, WijzigAfhankelijkheden},
            netwerk::dagen,
            verplaatsing,
        },
        rechten::{Bereik, Recht},
    },
    platform::graphql::scalars::{Datum, Positie},
};

/// Een mijlpaal die naar andere dagen gaat.
#[derive(SimpleObject)]
pub struct MijlpaalVerschuiving {
    /// De mijlpaal.
    mijlpaal: MijlpaalNode,
    /// De eerste dag zoals gepland was.
    was_van: Datum,
    /// De laatste dag zoals gepland was.
    was_tot: Datum,
    /// De nieuwe eerste dag.
    van: Datum,
    /// De nieuwe laatste dag.
    tot: Datum,
    /// Dagen later; negatief: eerder.
    later: i64,
}

impl MijlpaalVerschuiving {
    fn new(traject: &TrajectNode, een: &Verschuiving) -> Option<Self> {
        Some(Self {
            mijlpaal: MijlpaalNode::vind(&traject.beeld, traject.positie, &een.mijlpaal)?,
            was_van: Datum(een.van.van),
            was_tot: Datum(een.van.tot),
            van: Datum(een.naar.van),
            tot: Datum(een.naar.tot),
            later: dagen(een.van.tot, een.naar.tot),
        })
    }
}

/// Wat een verplaatsing zou doen. Er is nog niets veranderd.
#[derive(SimpleObject)]
pub struct Voorbeeldverplaatsing {
    /// Waarom het niet kan; leeg: het kan.
    fouten: Vec<Fout>,
    /// Wat er verschuift: de mijlpaal zelf, en alles wat daarop wacht.
    verschuivingen: Vec<MijlpaalVerschuiving>,
    /// Termijnen die daarna niet meer in hun mijlpaal passen, in gewone zinnen.
    breuken: Vec<String>,
    /// Dagen na de streefdatum zoals het nu is.
    uitloop_nu: Option<i64>,
    /// Dagen na de streefdatum na de verplaatsing.
    uitloop: Option<i64>,
    /// Wat het met de streefdatum doet, in gewone zinnen.
    uitleg: String,
}

/// Wat je over de planning kunt vragen.
#[derive(Default)]
pub struct PlanQuery;

#[Object]
impl PlanQuery {
    /// Laat zien wat er gebeurt als je een mijlpaal verplaatst. Er verandert niets.
    #[graphql(complexity = "20 + child_complexity")]
    async fn voorbeeldverplaatsing(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "De mijlpaal.")] mijlpaal: ID,
        #[graphql(desc = "De nieuwe eerste dag.")] van: Datum,
        #[graphql(desc = "De nieuwe laatste dag.")] tot: Datum,
        #[graphql(desc = "De dag waarop je het bekijkt; leeg: vandaag, of na de streefdatum de laatste bekende dag.")]
        op: Option<Datum>,
    ) -> Result<Option<Voorbeeldverplaatsing>> {
        let aanvraag = aanvraag(ctx);
        aanvraag.eis(Recht::TakenLezen, &Bereik::Alles)?;
        let Ok(id) = sleutel(&mijlpaal, "Mijlpaal", "mijlpaal").map(MijlpaalId) else { return Ok(None) };
        let beeld = aanvraag.beeld();
        let (nu, organisatie) = (beeld.integratie(), beeld.organisatie());
        let Some(traject) = nu.mijlpalen.get(&id).and_then(|een| nu.trajecten.get(&een.traject)) else {
            return Ok(None);
        };
        let peildag = op.map_or_else(|| nu.peildag(traject, aanvraag.vandaag()), |op| op.0);
        let mijlpalen: Vec<Mijlpaal> = nu.mijlpalen_van(&traject.id).cloned().collect();
        let (verschuivingen, fouten) = match verplaatsing(&mijlpalen, &id, Periode { van: van.0, tot: tot.0 }) {
            Ok(verschuivingen) => (verschuivingen, Vec::new()),
            Err(fout) => (Vec::new(), vec![fout]),
        };
        let dan = nu.verschoven(&verschuivingen);
        let was: Vec<Termijnbreuk> = nu.termijnbreuken(organisatie, &traject.id);
        let breuken = dan.termijnbreuken(organisatie, &traject.id);
        let prognose = dan.prognose(organisatie, traject, peildag);
        let node = TrajectNode { beeld: beeld.clone(), traject: traject.clone(), positie: aanvraag.positie };
        Ok(Some(Voorbeeldverplaatsing {
            fouten,
            breuken: breuken
                .iter()
                .filter(|breuk| !was.contains(breuk))
                .map(|breuk| termijnbreuk_in_woorden(&beeld, breuk))
                .collect(),
            uitloop_nu: nu.prognose(organisatie, traject, peildag).uitloop(),
            uitloop: prognose.uitloop(),
            uitleg: dan.prognose_in_woorden(organisatie, &prognose),
            verschuivingen: verschuivingen.iter().filter_map(|een| MijlpaalVerschuiving::new(&node, een)).collect(),
        }))
    }
}

/// Waar een mijlpaal naartoe gaat.
#[derive(InputObject)]
pub struct VerplaatsMijlpaalInput {
    /// Nieuw voor elke wijziging; hetzelfde id nog eens geeft het eerste antwoord terug.
    client_mutatie_id: Uuid,
    /// De mijlpaal.
    id: ID,
    /// De eerste dag die je zag. Verplaatste een ander haar intussen, dan gaat de verplaatsing niet door.
    verwachte_van: Datum,
    /// De laatste dag die je zag.
    verwachte_tot: Datum,
    /// De nieuwe eerste dag, tussen 2014 en 2100.
    van: Datum,
    /// De nieuwe laatste dag.
    tot: Datum,
}

impl VerplaatsMijlpaalInput {
    fn command(&self) -> Result<VerplaatsMijlpaal, Fout> {
        Ok(VerplaatsMijlpaal {
            mijlpaal: MijlpaalId(sleutel(&self.id, "Mijlpaal", "id")?),
            verwacht: Periode { van: self.verwachte_van.0, tot: self.verwachte_tot.0 },
            naar: Periode { van: self.van.0, tot: self.tot.0 },
        })
    }
}

/// Wanneer een mijlpaal gehaald is.
#[derive(InputObject)]
pub struct MeldMijlpaalGereedInput {
    /// Nieuw voor elke wijziging; hetzelfde id nog eens geeft het eerste antwoord terug.
    client_mutatie_id: Uuid,
    /// De mijlpaal.
    id: ID,
    /// De dag waarop zij gehaald is, niet later dan vandaag; leeg: toch niet gehaald.
    op: Option<Datum>,
}

/// Een mijlpaal die eerst af moet zijn.
#[derive(InputObject)]
pub struct AfhankelijkheidInput {
    /// De mijlpaal.
    mijlpaal: ID,
    /// Dagen die daartussen moeten zitten; negatief: zoveel dagen mogen zij overlappen.
    wachttijd: i32,
}

impl AfhankelijkheidInput {
    pub fn alle(na: &[Self]) -> Result<Vec<Afhankelijkheid>, Fout> {
        let een = |na: &Self| {
            let mijlpaal = MijlpaalId(sleutel(&na.mijlpaal, "Mijlpaal", "na")?);
            Ok(Afhankelijkheid { mijlpaal, wachttijd: na.wachttijd })
        };
        na.iter().map(een).collect()
    }
}

/// Waar een mijlpaal op wacht. De hele lijst: wat je weglaat, vervalt.
#[derive(InputObject)]
pub struct WijzigAfhankelijkhedenInput {
    /// Nieuw voor elke wijziging; hetzelfde id nog eens geeft het eerste antwoord terug.
    client_mutatie_id: Uuid,
    /// De mijlpaal.
    id: ID,
    /// Waar zij op wacht.
    na: Vec<AfhankelijkheidInput>,
}

impl WijzigAfhankelijkhedenInput {
    fn command(&self) -> Result<WijzigAfhankelijkheden, Fout> {
        Ok(WijzigAfhankelijkheden {
            mijlpaal: MijlpaalId(sleutel(&self.id, "Mijlpaal", "id")?),
            na: AfhankelijkheidInput::alle(&self.na)?,
        })
    }
}

/// Hoe een wijziging van de planning ging.
#[derive(SimpleObject)]
pub struct MijlpaalPayload {
    /// Het id dat bij de wijziging is meegestuurd.
    client_mutatie_id: Uuid,
    /// Waar de wijziging in het logboek staat; leeg: er veranderde niets.
    positie: Option<Positie>,
    /// Wat er te herstellen is; leeg: het is gelukt.
    fouten: Vec<Fout>,
    /// De mijlpaal, zoals zij nu is.
    mijlpaal: Option<MijlpaalNode>,
}

pub fn antwoord(uitslag: Uitslag<MijlpaalId>) -> MijlpaalPayload {
    let mijlpaal = uitslag.uitkomst.and_then(|id| MijlpaalNode::vind(&uitslag.beeld, uitslag.gelezen_op, &id));
    MijlpaalPayload {
        client_mutatie_id: uitslag.client_mutatie_id,
        positie: uitslag.positie,
        fouten: uitslag.fouten,
        mijlpaal,
    }
}

/// Wat je aan de planning kunt veranderen.
#[derive(Default)]
pub struct PlanMutation;

#[Object]
impl PlanMutation {
    /// Verplaatst een mijlpaal; wat daarop wacht, schuift mee zo ver als moet.
    async fn verplaats_mijlpaal(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Wat er moet gebeuren.")] input: VerplaatsMijlpaalInput,
    ) -> Result<MijlpaalPayload> {
        Ok(antwoord(doe(ctx, input.client_mutatie_id, input.command()).await?))
    }

    /// Meldt dat een mijlpaal gehaald is, of haalt die melding weg.
    async fn meld_mijlpaal_gereed(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Wat er moet gebeuren.")] input: MeldMijlpaalGereedInput,
    ) -> Result<MijlpaalPayload> {
        let mijlpaal = sleutel(&input.id, "Mijlpaal", "id").map(MijlpaalId);
        let command = mijlpaal.map(|mijlpaal| MeldMijlpaalGereed { mijlpaal, op: input.op.map(|op| op.0) });
        Ok(antwoord(doe(ctx, input.client_mutatie_id, command).await?))
    }

    /// Stelt in waar een mijlpaal op wacht.
    async fn wijzig_afhankelijkheden(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Wat er moet gebeuren.")] input: WijzigAfhankelijkhedenInput,
    ) -> Result<MijlpaalPayload> {
        Ok(antwoord(doe(ctx, input.client_mutatie_id, input.command()).await?))
    }
}
