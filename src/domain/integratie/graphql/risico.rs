//! The risks of a trajectory: objects and mutations.

use std::{cmp::Reverse, sync::Arc};

use async_graphql::{Context, ID, InputObject, Object, Result, SimpleObject};
use uuid::Uuid;

use super::{MijlpaalNode, TaakNode, TrajectNode};
use crate::{
    domain::{
        fout::Fout,
        graphql::{Uitslag, aanvraag, doe, sleutel, uuid_sleutel},
        integratie::{
            MijlpaalId, Risico, RisicoId, RisicoInhoud, TaakId, TrajectId, Trend, Zwaarte,
            commands::{MeldRisico, WijzigRisico},
        },
        logboek::{GebeurtenisConnection, geschiedenis},
        organisatie::{
            PersoonId,
            graphql::{Herkomst, PersoonNode},
        },
        rechten::{Bereik, Recht},
        sporen::Lezing,
    },
    platform::{
        change_log::Position,
        graphql::{
            page::Window,
            relay::global_id,
            scalars::{Positie, Tijdstip},
        },
    },
};

/// Iets wat het traject kan schaden.
#[derive(Clone)]
pub struct RisicoNode {
    beeld: Lezing,
    positie: Position,
    risico: Arc<Risico>,
}

impl RisicoNode {
    pub fn vind(beeld: &Lezing, positie: Position, id: RisicoId) -> Option<Self> {
        let risico = beeld.integratie().risicos.get(&id)?.clone();
        Some(Self { beeld: beeld.clone(), positie, risico })
    }

    /// Those of a trajectory, the heaviest first, then those that nobody weighed.
    pub fn alle(traject: &TrajectNode) -> Vec<Self> {
        let eigen = traject.beeld.integratie().risicos.values().filter(|risico| risico.traject == traject.traject.id);
        let mut risicos: Vec<_> = eigen.cloned().collect();
        risicos.sort_by_key(|risico| (Reverse(risico.inhoud.score()), risico.id));
        let node = |risico| Self { beeld: traject.beeld.clone(), positie: traject.positie, risico };
        risicos.into_iter().map(node).collect()
    }

    fn inhoud(&self) -> &RisicoInhoud {
        &self.risico.inhoud
    }
}

/// Iets wat het traject kan schaden.
#[Object(name = "Risico")]
impl RisicoNode {
    /// Adres van dit risico.
    pub async fn id(&self) -> ID {
        global_id("Risico", self.risico.id)
    }

    /// Het traject.
    async fn traject(&self) -> Result<TrajectNode> {
        TrajectNode::vind(&self.beeld, self.positie, &self.risico.traject).ok_or_else(|| "traject ontbreekt".into())
    }

    /// Wat er kan gebeuren, hooguit 200 tekens.
    async fn naam(&self) -> &str {
        &self.inhoud().naam
    }

    /// Hoe groot de kans is, van 1 tot 5; leeg: onbekend.
    async fn kans(&self) -> Option<i32> {
        self.inhoud().kans
    }

    /// Hoe erg het is, van 1 tot 5; leeg: onbekend.
    async fn impact(&self) -> Option<i32> {
        self.inhoud().impact
    }

    /// Kans maal impact; leeg: een van beide is onbekend.
    async fn score(&self) -> Option<i32> {
        self.inhoud().score()
    }

    /// Hoe zwaar het is.
    async fn zwaarte(&self) -> Zwaarte {
        self.inhoud().zwaarte()
    }

    /// Welke kant het op gaat.
    async fn trend(&self) -> Trend {
        self.inhoud().trend
    }

    /// Wat eraan gedaan wordt; leeg als dat nog niet bepaald is.
    async fn maatregel(&self) -> &str {
        &self.inhoud().maatregel
    }

    /// Wie ervoor zorgt.
    async fn eigenaar(&self) -> Option<PersoonNode> {
        PersoonNode::vind(&self.beeld, self.inhoud().eigenaar?)
    }

    /// De taken die ermee te maken hebben.
    async fn taken(&self) -> Vec<TaakNode> {
        self.inhoud().taken.iter().filter_map(|id| TaakNode::vind(&self.beeld, self.positie, *id)).collect()
    }

    /// De mijlpalen die het raakt.
    async fn mijlpalen(&self) -> Vec<MijlpaalNode> {
        let alle = self.inhoud().mijlpalen.iter().filter_map(|id| MijlpaalNode::vind(&self.beeld, self.positie, id));
        alle.filter(|node| !node.mijlpaal.vervallen).collect()
    }

    /// Speelt het niet meer?
    async fn gesloten(&self) -> bool {
        self.inhoud().gesloten
    }

    /// Gaat omhoog bij elke wijziging; stuur haar mee als `verwachteVersie`.
    async fn versie(&self) -> i32 {
        self.risico.versie
    }

    /// Wie het het laatst wijzigde; leeg: de hub zelf.
    async fn gewijzigd_door(&self) -> Option<PersoonNode> {
        PersoonNode::vind(&self.beeld, self.risico.door?)
    }

    /// Wanneer het het laatst gewijzigd is.
    async fn gewijzigd_op(&self) -> Tijdstip {
        Tijdstip(self.risico.op)
    }

    /// Het document waar het uit komt, als dat er is.
    async fn herkomst(&self) -> Option<Herkomst> {
        self.risico.herkomst.as_ref().map(Herkomst::from)
    }

    /// Mag de kijker dit risico wijzigen?
    async fn mag_wijzigen(&self, ctx: &Context<'_>) -> bool {
        aanvraag(ctx).mag(&self.beeld, Recht::RisicosBeheren, &Bereik::Alles)
    }

    /// Alles wat met dit risico gebeurde, nieuwste eerst.
    #[graphql(complexity = "first as usize / 10 + child_complexity")]
    async fn geschiedenis(
        &self,
        ctx: &Context<'_>,
        #[graphql(default = 50, desc = "Hoeveel regels, 1 tot 100.")] first: i32,
        #[graphql(desc = "Lees verder na deze cursor.")] after: Option<String>,
    ) -> Result<GebeurtenisConnection> {
        geschiedenis(ctx, "Risico", self.risico.id.to_string(), Window::new(first, after)?).await
    }
}

/// Wat er van een risico bekend is. Het hele risico: wat je weglaat, wordt leeg of onbekend.
#[derive(InputObject)]
pub struct RisicoInhoudInput {
    /// Wat er kan gebeuren, 1 tot 200 tekens.
    naam: String,
    /// Hoe groot de kans is, van 1 tot 5; leeg: onbekend.
    kans: Option<i32>,
    /// Hoe erg het is, van 1 tot 5; leeg: onbekend.
    impact: Option<i32>,
    /// Welke kant het op gaat.
    trend: Option<Trend>,
    /// Wat eraan gedaan wordt, hooguit 5.000 tekens.
    maatregel: Option<String>,
    /// Wie ervoor zorgt.
    eigenaar: Option<ID>,
    /// De taken die ermee te maken hebben, hooguit vijftig.
    taken: Option<Vec<ID>>,
    /// De mijlpalen die het raakt.
    mijlpalen: Option<Vec<ID>>,
    /// Speelt het niet meer?
    gesloten: Option<bool>,
}

impl RisicoInhoudInput {
    fn inhoud(&self) -> Result<RisicoInhoud, Fout> {
        let taken = self.taken.iter().flatten().map(|id| uuid_sleutel(id, "Taak", "taken").map(TaakId));
        let mijlpalen = self.mijlpalen.iter().flatten().map(|id| sleutel(id, "Mijlpaal", "mijlpalen").map(MijlpaalId));
        let eigenaar = self.eigenaar.as_ref().map(|id| uuid_sleutel(id, "Persoon", "eigenaar").map(PersoonId));
        Ok(RisicoInhoud {
            naam: self.naam.clone(),
            kans: self.kans,
            impact: self.impact,
            maatregel: self.maatregel.clone().unwrap_or_default(),
            eigenaar: eigenaar.transpose()?,
            trend: self.trend.unwrap_or_default(),
            taken: taken.collect::<Result<_, _>>()?,
            mijlpalen: mijlpalen.collect::<Result<_, _>>()?,
            gesloten: self.gesloten.unwrap_or_default(),
        })
    }
}

/// Een nieuw risico.
#[derive(InputObject)]
pub struct MeldRisicoInput {
    /// Nieuw voor elke wijziging; hetzelfde id nog eens geeft het eerste antwoord terug.
    client_mutatie_id: Uuid,
    /// Het traject.
    traject: ID,
    /// Wat ervan bekend is.
    inhoud: RisicoInhoudInput,
}

/// Wat er aan een risico verandert.
#[derive(InputObject)]
pub struct WijzigRisicoInput {
    /// Nieuw voor elke wijziging; hetzelfde id nog eens geeft het eerste antwoord terug.
    client_mutatie_id: Uuid,
    /// Het risico.
    id: ID,
    /// De versie die je zag. Wijzigde een ander het risico daarna, dan gaat de wijziging niet door.
    verwachte_versie: i32,
    /// Wat ervan bekend is.
    inhoud: RisicoInhoudInput,
}

impl MeldRisicoInput {
    fn command(&self) -> Result<MeldRisico, Fout> {
        let traject = TrajectId(sleutel(&self.traject, "Traject", "traject")?);
        Ok(MeldRisico { traject, inhoud: self.inhoud.inhoud()?, herkomst: None })
    }
}

impl WijzigRisicoInput {
    fn command(&self) -> Result<WijzigRisico, Fout> {
        Ok(WijzigRisico {
            risico: RisicoId(uuid_sleutel(&self.id, "Risico", "id")?),
            verwachte_versie: self.verwachte_versie,
            inhoud: self.inhoud.inhoud()?,
        })
    }
}

/// Hoe een wijziging van een risico ging.
#[derive(SimpleObject)]
pub struct RisicoPayload {
    /// Het id dat bij de wijziging is meegestuurd.
    client_mutatie_id: Uuid,
    /// Waar de wijziging in het logboek staat; leeg: er veranderde niets.
    positie: Option<Positie>,
    /// Wat er te herstellen is; leeg: het is gelukt.
    fouten: Vec<Fout>,
    /// Het risico, zoals het nu is.
    risico: Option<RisicoNode>,
}

fn antwoord(uitslag: Uitslag<RisicoId>) -> RisicoPayload {
    let risico = uitslag.uitkomst.and_then(|id| RisicoNode::vind(&uitslag.beeld, uitslag.gelezen_op, id));
    RisicoPayload {
        client_mutatie_id: uitslag.client_mutatie_id,
        positie: uitslag.positie,
        fouten: uitslag.fouten,
        risico,
    }
}

/// Wat je aan risico's kunt veranderen.
#[derive(Default)]
pub struct RisicoMutation;

#[Object]
impl RisicoMutation {
    /// Zet een risico in het register van een traject.
    async fn meld_risico(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Wat er moet gebeuren.")] input: MeldRisicoInput,
    ) -> Result<RisicoPayload> {
        Ok(antwoord(doe(ctx, input.client_mutatie_id, input.command()).await?))
    }

    /// Weegt een risico opnieuw, wijzigt wat eraan gedaan wordt, sluit of heropent het.
    async fn wijzig_risico(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Wat er moet gebeuren.")] input: WijzigRisicoInput,
    ) -> Result<RisicoPayload> {
        Ok(antwoord(doe(ctx, input.client_mutatie_id, input.command()).await?))
    }
}
