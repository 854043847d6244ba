//! The register of zienswijzen: objects and mutations.

use std::sync::Arc;

use async_graphql::{Context, ID, InputObject, Object, Result, SimpleObject};
use uuid::Uuid;

use super::BesluitNode;
use crate::{
    domain::{
        fout::Fout,
        graphql::{Uitslag, aanvraag, doe, sleutel, uuid_sleutel},
        integratie::{
            Beantwoording, BesluitId, Puntstand, Verwerking, Zienswijzepunt, ZienswijzepuntId,
            commands::{BeantwoordZienswijzepunt, VoegZienswijzepuntToe, WijzigZienswijzepunt},
        },
        logboek::{GebeurtenisConnection, geschiedenis},
        organisatie::{
            GemeenteId,
            graphql::{GemeenteNode, PersoonNode},
        },
        rechten::{Bereik, Recht},
        sporen::Lezing,
    },
    platform::{
        change_log::Position,
        graphql::{
            page::Window,
            relay::global_id,
            scalars::{Datum, Positie, Tijdstip},
        },
    },
};

/// Eén opmerking van een raad bij een besluit, met wat ermee gedaan is.
#[derive(Clone)]
pub struct ZienswijzepuntNode {
    beeld: Lezing,
    positie: Position,
    punt: Arc<Zienswijzepunt>,
}

impl ZienswijzepuntNode {
    pub fn vind(beeld: &Lezing, positie: Position, id: ZienswijzepuntId) -> Option<Self> {
        let punt = beeld.integratie().zienswijzepunten.get(&id)?.clone();
        Some(Self { beeld: beeld.clone(), positie, punt })
    }

    /// Those of a decision, by theme and then in the order in which they came in.
    pub fn alle(beeld: &Lezing, positie: Position, besluit: &BesluitId) -> Vec<Self> {
        let punten = beeld.integratie().zienswijzepunten.values().filter(|punt| punt.besluit == *besluit);
        let mut punten: Vec<_> = punten.cloned().collect();
        punten.sort_by_cached_key(|punt| (punt.thema.to_lowercase(), punt.id));
        punten.into_iter().map(|punt| Self { beeld: beeld.clone(), positie, punt }).collect()
    }

    fn mag(&self, ctx: &Context<'_>, recht: Recht) -> bool {
        let bereik = Bereik::Gemeenten(vec![self.punt.gemeente.clone()]);
        aanvraag(ctx).mag(&self.beeld, recht, &bereik)
    }
}

/// Eén opmerking van een raad bij een besluit, met wat ermee gedaan is.
#[Object(name = "Zienswijzepunt")]
impl ZienswijzepuntNode {
    /// Adres van dit punt.
    pub async fn id(&self) -> ID {
        global_id("Zienswijzepunt", self.punt.id)
    }

    /// Het besluit.
    async fn besluit(&self) -> Result<BesluitNode> {
        BesluitNode::vind(&self.beeld, self.positie, &self.punt.besluit, None).ok_or_else(|| "besluit ontbreekt".into())
    }

    /// De gemeente waarvan de raad het zei.
    async fn gemeente(&self) -> Result<GemeenteNode> {
        GemeenteNode::vind(&self.beeld, &self.punt.gemeente).ok_or_else(|| "gemeente ontbreekt".into())
    }

    /// Waar het over gaat, hooguit 100 tekens.
    async fn thema(&self) -> &str {
        &self.punt.thema
    }

    /// Wat de raad zei, hooguit 5.000 tekens.
    async fn punt(&self) -> &str {
        &self.punt.punt
    }

    /// Het antwoord; leeg: er is nog geen antwoord.
    async fn antwoord(&self) -> &str {
        &self.punt.antwoord
    }

    /// Wat het met de tekst doet.
    async fn verwerking(&self) -> Verwerking {
        self.punt.verwerking
    }

    /// Wat er in de tekst veranderd is; leeg: niets.
    async fn tekstwijziging(&self) -> &str {
        &self.punt.tekstwijziging
    }

    /// Wanneer de raad hoorde wat ermee gedaan is.
    async fn teruggekoppeld_op(&self) -> Option<Datum> {
        self.punt.teruggekoppeld_op.map(Datum)
    }

    /// Hoe ver het punt is.
    async fn stand(&self) -> Puntstand {
        self.punt.stand()
    }

    /// Is het ingetrokken?
    async fn ingetrokken(&self) -> bool {
        self.punt.ingetrokken
    }

    /// Gaat omhoog bij elke wijziging; stuur haar mee als `verwachteVersie`.
    async fn versie(&self) -> i32 {
        self.punt.versie
    }

    /// Wie het punt het laatst wijzigde; leeg: de hub zelf.
    async fn gewijzigd_door(&self) -> Option<PersoonNode> {
        PersoonNode::vind(&self.beeld, self.punt.door?)
    }

    /// Wanneer het punt het laatst gewijzigd is.
    async fn gewijzigd_op(&self) -> Tijdstip {
        Tijdstip(self.punt.op)
    }

    /// Mag de kijker wijzigen wat de raad zei?
    async fn mag_wijzigen(&self, ctx: &Context<'_>) -> bool {
        self.mag(ctx, Recht::BesluitInvullen)
    }

    /// Mag de kijker het punt beantwoorden?
    async fn mag_beantwoorden(&self, ctx: &Context<'_>) -> bool {
        self.mag(ctx, Recht::PuntenBeantwoorden)
    }

    /// Alles wat met dit punt gebeurde, nieuwste eerst.
    #[graphql(complexity = "first as usize / 10 + child_complexity")]
    async fn geschiedenis(
        &self,
        ctx: &Context<'_>,
        #[graphql(default = 50, desc = "Hoeveel regels, 1 tot 100.")] first: i32,
        #[graphql(desc = "Lees verder na deze cursor.")] after: Option<String>,
    ) -> Result<GebeurtenisConnection> {
        geschiedenis(ctx, "Zienswijzepunt", self.punt.id.to_string(), Window::new(first, after)?).await
    }
}

/// Een nieuwe opmerking van een raad.
#[derive(InputObject)]
pub struct VoegZienswijzepuntToeInput {
    /// Nieuw voor elke wijziging; hetzelfde id nog eens geeft het eerste antwoord terug.
    client_mutatie_id: Uuid,
    /// Het besluit.
    besluit: ID,
    /// De gemeente waarvan de raad het zei.
    gemeente: ID,
    /// Waar het over gaat, 1 tot 100 tekens.
    thema: String,
    /// Wat de raad zei, 1 tot 5.000 tekens.
    punt: String,
}

impl VoegZienswijzepuntToeInput {
    fn command(&self) -> Result<VoegZienswijzepuntToe, Fout> {
        Ok(VoegZienswijzepuntToe {
            besluit: BesluitId(sleutel(&self.besluit, "Besluit", "besluit")?),
            gemeente: GemeenteId(sleutel(&self.gemeente, "Gemeente", "gemeente")?),
            thema: self.thema.clone(),
            punt: self.punt.clone(),
        })
    }
}

/// Wat er verandert aan wat een raad zei. Alleen velden die zijn meegegeven veranderen.
#[derive(InputObject)]
pub struct WijzigZienswijzepuntInput {
    /// Nieuw voor elke wijziging; hetzelfde id nog eens geeft het eerste antwoord terug.
    client_mutatie_id: Uuid,
    /// Het punt.
    id: ID,
    /// De versie die je zag. Wijzigde een ander het punt daarna, dan gaat de wijziging niet door.
    verwachte_versie: i32,
    /// Waar het over gaat.
    thema: Option<String>,
    /// Wat de raad zei.
    punt: Option<String>,
    /// Trek het punt in, of zet het terug.
    ingetrokken: Option<bool>,
}

/// Wat er met een punt gedaan is. Het hele antwoord: wat je weglaat, wordt leeg.
#[derive(InputObject)]
pub struct BeantwoordZienswijzepuntInput {
    /// Nieuw voor elke wijziging; hetzelfde id nog eens geeft het eerste antwoord terug.
    client_mutatie_id: Uuid,
    /// Het punt.
    id: ID,
    /// De versie die je zag. Wijzigde een ander het punt daarna, dan gaat de wijziging niet door.
    verwachte_versie: i32,
    /// Het antwoord, hooguit 5.000 tekens.
    antwoord: Option<String>,
    /// Wat het met de tekst doet.
    verwerking: Verwerking,
    /// Wat er in de tekst veranderd is; alleen bij aangepast.
    tekstwijziging: Option<String>,
    /// Wanneer de raad hoorde wat ermee gedaan is.
    teruggekoppeld_op: Option<Datum>,
}

fn punt_id(id: &ID) -> Result<ZienswijzepuntId, Fout> {
    uuid_sleutel(id, "Zienswijzepunt", "id").map(ZienswijzepuntId)
}

impl WijzigZienswijzepuntInput {
    fn command(&self) -> Result<WijzigZienswijzepunt, Fout> {
        Ok(WijzigZienswijzepunt {
            punt: punt_id(&self.id)?,
            verwachte_versie: self.verwachte_versie,
            thema: self.thema.clone(),
            tekst: self.punt.clone(),
            ingetrokken: self.ingetrokken,
        })
    }
}

impl BeantwoordZienswijzepuntInput {
    fn command(&self) -> Result<BeantwoordZienswijzepunt, Fout> {
        Ok(BeantwoordZienswijzepunt {
            punt: punt_id(&self.id)?,
            verwachte_versie: self.verwachte_versie,
            beantwoording: Beantwoording {
                antwoord: self.antwoord.clone().unwrap_or_default(),
                verwerking: self.verwerking,
                tekstwijziging: self.tekstwijziging.clone().unwrap_or_default(),
                teruggekoppeld_op: self.teruggekoppeld_op.as_ref().map(|op| op.0),
            },
        })
    }
}

/// Hoe een wijziging van het register ging.
#[derive(SimpleObject)]
pub struct ZienswijzepuntPayload {
    /// Het id dat bij de wijziging is meegestuurd.
    client_mutatie_id: Uuid,
    /// Waar de wijziging in het logboek staat; leeg: er veranderde niets.
    positie: Option<Positie>,
    /// Wat er te herstellen is; leeg: het is gelukt.
    fouten: Vec<Fout>,
    /// Het punt, zoals het nu is.
    punt: Option<ZienswijzepuntNode>,
}

fn antwoord(uitslag: Uitslag<ZienswijzepuntId>) -> ZienswijzepuntPayload {
    let punt = uitslag.uitkomst.and_then(|id| ZienswijzepuntNode::vind(&uitslag.beeld, uitslag.gelezen_op, id));
    ZienswijzepuntPayload {
        client_mutatie_id: uitslag.client_mutatie_id,
        positie: uitslag.positie,
        fouten: uitslag.fouten,
        punt,
    }
}

/// Wat je aan het register van zienswijzen kunt veranderen.
#[derive(Default)]
pub struct ZienswijzeMutation;

#[Object]
impl ZienswijzeMutation {
    /// Schrijft een opmerking van een raad op.
    async fn voeg_zienswijzepunt_toe(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Wat er moet gebeuren.")] input: VoegZienswijzepuntToeInput,
    ) -> Result<ZienswijzepuntPayload> {
        Ok(antwoord(doe(ctx, input.client_mutatie_id, input.command()).await?))
    }

    /// Wijzigt wat een raad zei, of trekt het in.
    async fn wijzig_zienswijzepunt(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Wat er moet gebeuren.")] input: WijzigZienswijzepuntInput,
    ) -> Result<ZienswijzepuntPayload> {
        Ok(antwoord(doe(ctx, input.client_mutatie_id, input.command()).await?))
    }

    /// Beantwoordt een opmerking van een raad: wat het antwoord is, wat het met de tekst doet, en wanneer de raad dat hoorde.
    async fn beantwoord_zienswijzepunt(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Wat er moet gebeuren.")] input: BeantwoordZienswijzepuntInput,
    ) -> Result<ZienswijzepuntPayload> {
        Ok(antwoord(doe(ctx, input.client_mutatie_id, input.command()).await?))
    }
}
