//! What is bedrijfsvoering and what is beleid, and what the region may decide: objects and mutations.

use std::sync::Arc;

use async_graphql::{Context, ID, InputObject, Object, Result, SimpleObject, Union};
use uuid::Uuid;

use super::{BesluitNode, MijlpaalNode, TaakNode, TrajectNode};
use crate::{
    domain::{
        fout::Fout,
        graphql::{Uitslag, aanvraag, doe, sleutel},
        integratie::{
            Aard, Autonomie, AutonomieSleutel, BesluitId, Mag, Onderwerp, Traject, TrajectId,
            commands::{BepaalAard, BesluitRegionaal},
            kaderzinnen::mag_in_woorden,
        },
        logboek::{GebeurtenisConnection, geschiedenis},
        organisatie::graphql::{GemeenteNode, PersoonNode},
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

/// Of een onderwerp bedrijfsvoering of beleid is, en of de regio erover mag besluiten.
#[derive(Clone)]
pub struct AutonomieNode {
    beeld: Lezing,
    positie: Position,
    traject: Arc<Traject>,
    autonomie: Arc<Autonomie>,
}

/// Waar het over gaat.
#[derive(Union)]
pub enum AutonomieOnderwerp {
    Besluit(BesluitNode),
    Mijlpaal(MijlpaalNode),
    Taak(TaakNode),
}

/// "traject/soort/id", read.
fn sleutel_van(sleutel: &str) -> Option<AutonomieSleutel> {
    let (traject, onderwerp) = sleutel.split_once('/')?;
    Some((TrajectId(traject.to_owned()), Onderwerp::lees(onderwerp)?))
}

impl AutonomieNode {
    /// The decisions and milestones of a trajectory, and the tasks of which somebody said what they are.
    pub fn alle(node: &TrajectNode) -> Vec<Self> {
        let (integratie, traject) = (node.beeld.integratie(), &node.traject.id);
        let besluiten = integratie.besluiten_van(traject).map(|besluit| Onderwerp::Besluit(besluit.id.clone()));
        let mut mijlpalen: Vec<_> = integratie.mijlpalen_van(traject).collect();
        mijlpalen.sort_by_key(|mijlpaal| mijlpaal.volgorde);
        let mijlpalen = mijlpalen.into_iter().map(|mijlpaal| Onderwerp::Mijlpaal(mijlpaal.id.clone()));
        let bekend = integratie.autonomie.values().filter(|een| een.traject == *traject);
        let taken = bekend.map(|een| een.onderwerp.clone()).filter(|een| matches!(een, Onderwerp::Taak(_)));
        let alle = besluiten.chain(mijlpalen).chain(taken);
        alle.filter_map(|onderwerp| Self::met(&node.beeld, node.positie, (traject.clone(), onderwerp))).collect()
    }

    pub fn vind(beeld: &Lezing, positie: Position, sleutel: &str) -> Option<Self> {
        Self::met(beeld, positie, sleutel_van(sleutel)?)
    }

    fn met(beeld: &Lezing, positie: Position, sleutel: AutonomieSleutel) -> Option<Self> {
        let traject = beeld.integratie().trajecten.get(&sleutel.0)?.clone();
        let gevonden = beeld.integratie().autonomie.get(&sleutel).cloned();
        let autonomie = gevonden.unwrap_or_else(|| Arc::new(Autonomie::leeg(sleutel)));
        let node = Self { beeld: beeld.clone(), positie, traject, autonomie };
        node.waar().is_some().then_some(node)
    }

    /// What is known of a task.
    pub fn van_taak(taak: &TaakNode) -> Option<Self> {
        let (traject, _) = taak.beeld.integratie().bord(&taak.kaart.taak.bord)?;
        Self::met(&taak.beeld, taak.positie, (traject.id.clone(), Onderwerp::Taak(taak.kaart.taak.id)))
    }

    fn waar(&self) -> Option<AutonomieOnderwerp> {
        Some(match &self.autonomie.onderwerp {
            Onderwerp::Besluit(id) => {
                AutonomieOnderwerp::Besluit(BesluitNode::vind(&self.beeld, self.positie, id, None)?)
            }
            Onderwerp::Mijlpaal(id) => AutonomieOnderwerp::Mijlpaal(MijlpaalNode::vind(&self.beeld, self.positie, id)?),
            Onderwerp::Taak(id) => AutonomieOnderwerp::Taak(TaakNode::vind(&self.beeld, self.positie, *id)?),
        })
    }

    fn mag(&self) -> Mag {
        self.beeld.integratie().mag_regionaal(self.beeld.organisatie(), &self.autonomie)
    }

    fn adres(&self) -> String {
        format!("{}/{}", self.autonomie.traject, self.autonomie.onderwerp.sleutel())
    }
}

/// Of een onderwerp bedrijfsvoering of beleid is, en of de regio erover mag besluiten.
#[Object(name = "Autonomie")]
impl AutonomieNode {
    /// Adres hiervan.
    pub async fn id(&self) -> ID {
        global_id("Autonomie", self.adres())
    }

    /// Het traject.
    #[graphql(name = "traject")]
    async fn bij_traject(&self) -> TrajectNode {
        TrajectNode { beeld: self.beeld.clone(), traject: self.traject.clone(), positie: self.positie }
    }

    /// Waar het over gaat.
    #[graphql(name = "over")]
    async fn gaat_over(&self) -> Result<AutonomieOnderwerp> {
        self.waar().ok_or_else(|| "onderwerp ontbreekt".into())
    }

    /// Bedrijfsvoering of beleid; leeg: dat is nog niet bepaald.
    async fn aard(&self) -> Option<Aard> {
        self.autonomie.aard
    }

    /// Het besluit dat gemeenten hierover nemen; leeg: er is er geen bekend.
    #[graphql(name = "gemeentebesluit")]
    async fn besluit(&self) -> Option<BesluitNode> {
        BesluitNode::vind(&self.beeld, self.positie, self.autonomie.eigen_besluit()?, None)
    }

    /// Mag de regio hierover besluiten?
    async fn mag_regionaal(&self) -> bool {
        self.mag() == Mag::Ja
    }

    /// Waarom wel of niet, met de bron van de regel.
    async fn uitleg(&self) -> String {
        mag_in_woorden(self.beeld.organisatie(), &self.mag())
    }

    /// De gemeenten die nog niet of niet akkoord besloten.
    async fn ontbreekt(&self) -> Vec<GemeenteNode> {
        let Mag::Ontbreekt(ontbreekt) = self.mag() else { return Vec::new() };
        ontbreekt.iter().filter_map(|id| GemeenteNode::vind(&self.beeld, id)).collect()
    }

    /// De dag waarop de regio besloot; leeg: nog niet.
    async fn regionaal_op(&self) -> Option<Datum> {
        self.autonomie.regionaal_op.map(Datum)
    }

    /// Gaat omhoog bij elke wijziging, vanaf 0; stuur haar mee als `verwachteVersie`.
    async fn versie(&self) -> i32 {
        self.autonomie.versie
    }

    /// Wie dit het laatst wijzigde; leeg: de hub zelf of niemand.
    async fn gewijzigd_door(&self) -> Option<PersoonNode> {
        PersoonNode::vind(&self.beeld, self.autonomie.door?)
    }

    /// Wanneer dit het laatst gewijzigd is; leeg: nooit.
    async fn gewijzigd_op(&self) -> Option<Tijdstip> {
        (self.autonomie.versie > 0).then_some(Tijdstip(self.autonomie.op))
    }

    /// Mag de kijker dit wijzigen?
    async fn mag_wijzigen(&self, ctx: &Context<'_>) -> bool {
        aanvraag(ctx).mag(&self.beeld, Recht::PlanWijzigen, &Bereik::Alles)
    }

    /// Alles wat hiermee gebeurde, nieuwste eerst.
    #[graphql(complexity = "first as usize / 10 + child_complexity")]
    async fn geschiedenis(
        &self,
        ctx: &Context<'_>,
        #[graphql(default = 50, desc = "Hoeveel regels, 1 tot 100.")] first: i32,
        #[graphql(desc = "Lees verder na deze cursor.")] after: Option<String>,
    ) -> Result<GebeurtenisConnection> {
        geschiedenis(ctx, "Autonomie", self.adres(), Window::new(first, after)?).await
    }
}

/// Of iets bedrijfsvoering of beleid is.
#[derive(InputObject)]
pub struct BepaalAardInput {
    /// Nieuw voor elke wijziging; hetzelfde id nog eens geeft het eerste antwoord terug.
    client_mutatie_id: Uuid,
    /// Het onderwerp.
    id: ID,
    /// De versie die je zag. Wijzigde een ander dit daarna, dan gaat de wijziging niet door.
    verwachte_versie: i32,
    /// Bedrijfsvoering of beleid; leeg: nog niet bepaald.
    aard: Option<Aard>,
    /// Het besluit dat gemeenten hierover nemen; een besluit is dat zelf.
    besluit: Option<ID>,
}

/// Dat de regio besloot.
#[derive(InputObject)]
pub struct BesluitRegionaalInput {
    /// Nieuw voor elke wijziging; hetzelfde id nog eens geeft het eerste antwoord terug.
    client_mutatie_id: Uuid,
    /// Het onderwerp.
    id: ID,
    /// De versie die je zag. Wijzigde een ander dit daarna, dan gaat de wijziging niet door.
    verwachte_versie: i32,
    /// De dag waarop de regio besloot; leeg: toch nog niet.
    op: Option<Datum>,
}

fn onderwerp_van(id: &ID) -> Result<AutonomieSleutel, Fout> {
    sleutel_van(&sleutel(id, "Autonomie", "id")?).ok_or_else(|| Fout::niet_gevonden("Dit onderwerp"))
}

impl BepaalAardInput {
    fn command(&self) -> Result<BepaalAard, Fout> {
        let (traject, onderwerp) = onderwerp_van(&self.id)?;
        let besluit = self.besluit.as_ref().map(|id| sleutel(id, "Besluit", "besluit").map(BesluitId)).transpose()?;
        Ok(BepaalAard { traject, onderwerp, verwachte_versie: self.verwachte_versie, aard: self.aard, besluit })
    }
}

impl BesluitRegionaalInput {
    fn command(&self) -> Result<BesluitRegionaal, Fout> {
        let (traject, onderwerp) = onderwerp_van(&self.id)?;
        let op = self.op.as_ref().map(|dag| dag.0);
        Ok(BesluitRegionaal { traject, onderwerp, verwachte_versie: self.verwachte_versie, op })
    }
}

/// Hoe een wijziging ging.
#[derive(SimpleObject)]
pub struct AutonomiePayload {
    /// Het id dat bij de wijziging is meegestuurd.
    client_mutatie_id: Uuid,
    /// Waar de wijziging in het logboek staat; leeg: er veranderde niets.
    positie: Option<Positie>,
    /// Wat er te herstellen is; leeg: het is gelukt.
    fouten: Vec<Fout>,
    /// Het onderwerp, zoals het nu is.
    autonomie: Option<AutonomieNode>,
}

fn antwoord(uitslag: Uitslag<AutonomieSleutel>) -> AutonomiePayload {
    let Uitslag { client_mutatie_id, positie, uitkomst, fouten, beeld, gelezen_op } = uitslag;
    let autonomie = uitkomst.and_then(|sleutel| AutonomieNode::met(&beeld, gelezen_op, sleutel));
    AutonomiePayload { client_mutatie_id, positie, fouten, autonomie }
}

/// Wat je aan de autonomie kunt veranderen.
#[derive(Default)]
pub struct AutonomieMutation;

#[Object]
impl AutonomieMutation {
    /// Bepaalt of iets bedrijfsvoering of beleid is.
    async fn bepaal_aard(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Wat er moet gebeuren.")] input: BepaalAardInput,
    ) -> Result<AutonomiePayload> {
        Ok(antwoord(doe(ctx, input.client_mutatie_id, input.command()).await?))
    }

    /// Legt vast dat de regio besloot. Over beleid kan dat pas als elke gemeente die meedoet akkoord besloot.
    async fn besluit_regionaal(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Wat er moet gebeuren.")] input: BesluitRegionaalInput,
    ) -> Result<AutonomiePayload> {
        Ok(antwoord(doe(ctx, input.client_mutatie_id, input.command()).await?))
    }
}
