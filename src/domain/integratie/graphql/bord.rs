//! Traject, functie, bord and kolom.

use std::sync::Arc;

use async_graphql::{Context, ID, Object, Result, SimpleObject};

use super::{
    AutonomieNode, BesluitNode, GereedheidNode, MijlpaalNode, OverdrachtcelNode, PrognoseNode, RisicoNode,
    StandVanZakenNode, TaakNode, VergaderingNode,
    budget::{BudgetNode, BudgettabelNode},
    overdracht::{Overdrachtsom, sommen},
};
use crate::{
    domain::{
        graphql::aanvraag,
        integratie::{Besluit, Bord, BordId, Functie, Kolom, KolomId, KolomSoort, Traject, TrajectId},
        organisatie::graphql::{Herkomst, ModuleNode},
        sporen::Lezing,
    },
    platform::{
        change_log::Position,
        graphql::{
            relay::global_id,
            scalars::{Datum, Positie},
        },
    },
};

/// Werk dat naar één verandering leidt, met zijn functies en borden.
#[derive(Clone)]
pub struct TrajectNode {
    pub beeld: Lezing,
    pub traject: Arc<Traject>,
    /// Where the log stood in `beeld`.
    pub positie: Position,
}

impl TrajectNode {
    pub fn vind(beeld: &Lezing, positie: Position, id: &TrajectId) -> Option<Self> {
        let traject = beeld.integratie().trajecten.get(id)?.clone();
        Some(Self { beeld: beeld.clone(), traject, positie })
    }
}

/// Werk dat naar één verandering leidt, met zijn functies en borden.
#[Object(name = "Traject")]
impl TrajectNode {
    /// Adres van dit traject.
    pub async fn id(&self) -> ID {
        global_id("Traject", &self.traject.id)
    }

    /// Leesbare sleutel, bijvoorbeeld traject-midden-module-1.
    async fn sleutel(&self) -> &str {
        &self.traject.id.0
    }

    /// Naam van het traject.
    async fn naam(&self) -> &str {
        &self.traject.naam
    }

    /// Wat het traject wil bereiken.
    async fn omschrijving(&self) -> &str {
        &self.traject.omschrijving
    }

    /// De module waar het traject over gaat.
    async fn module(&self) -> Result<ModuleNode> {
        ModuleNode::vind(&self.beeld, &self.traject.module).ok_or_else(|| "module ontbreekt".into())
    }

    /// De dag waarop de verandering moet ingaan.
    async fn streefdatum(&self) -> Option<Datum> {
        self.traject.streefdatum.map(Datum)
    }

    /// De borden van dit traject.
    async fn borden(&self) -> Vec<BordNode> {
        (0..self.traject.borden.len()).map(|plek| BordNode { traject: self.clone(), plek }).collect()
    }

    /// De functies die overgaan.
    async fn functies(&self) -> Vec<FunctieNode> {
        self.traject.functies.iter().map(FunctieNode::from).collect()
    }

    /// De mijlpalen op weg naar de streefdatum, in volgorde.
    async fn mijlpalen(&self) -> Vec<MijlpaalNode> {
        MijlpaalNode::alle(self)
    }

    /// Wanneer gremia vergaderen die met dit traject te maken hebben, in de volgorde van de tijd; ook wat verviel.
    async fn vergaderingen(&self) -> Vec<VergaderingNode> {
        VergaderingNode::alle(self)
    }

    /// Wat het traject kan schaden, het zwaarste eerst; ook wat gesloten is.
    #[graphql(complexity = "20 + child_complexity")]
    async fn risicos(&self) -> Vec<RisicoNode> {
        RisicoNode::alle(self)
    }

    /// Hoe elke functie in elke regio gaat, nu en gewenst: per functie, van Noord naar Midden.
    #[graphql(complexity = "30 + child_complexity")]
    async fn overdracht(&self) -> Vec<OverdrachtcelNode> {
        OverdrachtcelNode::alle(self)
    }

    /// Wat van elke functie over alle regio's bekend is.
    #[graphql(complexity = "10 + child_complexity")]
    async fn overdrachtsommen(&self) -> Vec<Overdrachtsom> {
        sommen(self)
    }

    /// Het budget in een jaar, tegen de bestaande kaders.
    #[graphql(complexity = "30 + child_complexity")]
    async fn budget(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Het jaar; leeg: dat van de streefdatum.")] jaar: Option<i16>,
    ) -> BudgetNode {
        BudgetNode::van(self, jaar, aanvraag(ctx).vandaag_in(&self.beeld).year())
    }

    /// Besluiten, mijlpalen en taken: wat bedrijfsvoering is en wat beleid, en waar de regio over mag besluiten. Van
    /// taken alleen die waarvan het bepaald is.
    #[graphql(complexity = "30 + child_complexity")]
    async fn autonomie(&self) -> Vec<AutonomieNode> {
        AutonomieNode::alle(self)
    }

    /// Tabellen van begrotingen zoals rapporten ze geven, met de totalen nagerekend.
    #[graphql(complexity = "20 + child_complexity")]
    async fn budgettabellen(&self) -> Vec<BudgettabelNode> {
        let tabellen = self.beeld.integratie().budgettabellen.values();
        tabellen.filter(|tabel| tabel.traject == self.traject.id).cloned().map(BudgettabelNode).collect()
    }

    /// Hoe ver elke gemeente is met de overdracht van elke functie.
    #[graphql(complexity = "30 + child_complexity")]
    async fn gereedheden(&self) -> Vec<GereedheidNode> {
        GereedheidNode::alle(self)
    }

    /// De besluiten die gemeenten in dit traject nemen.
    async fn besluiten(&self) -> Vec<BesluitNode> {
        let besluiten = self.beeld.integratie().besluiten.values().filter(|een| een.traject == self.traject.id);
        let node = |besluit: &std::sync::Arc<Besluit>| BesluitNode {
            beeld: self.beeld.clone(),
            positie: self.positie,
            besluit: besluit.clone(),
            op: None,
        };
        besluiten.map(node).collect()
    }

    /// Wat er te verwachten is.
    #[graphql(complexity = "20 + child_complexity")]
    async fn prognose(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "De dag waarop je het bekijkt; leeg: vandaag, of na de streefdatum de laatste bekende dag.")]
        op: Option<Datum>,
    ) -> PrognoseNode {
        let integratie = self.beeld.integratie();
        let peildag = op
            .map(|op| op.0)
            .unwrap_or_else(|| integratie.peildag(&self.traject, aanvraag(ctx).vandaag_in(&self.beeld)));
        let prognose = integratie.prognose(self.beeld.organisatie(), &self.traject, peildag);
        PrognoseNode { traject: self.clone(), prognose }
    }

    /// Hoe het traject ervoor staat, op één blad.
    #[graphql(complexity = "40 + child_complexity")]
    async fn stand_van_zaken(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "De dag waarop je het bekijkt; leeg: vandaag, of na de streefdatum de laatste bekende dag.")]
        op: Option<Datum>,
    ) -> StandVanZakenNode {
        StandVanZakenNode::new(ctx, self, op)
    }

    /// De plek in het logboek waarop dit traject gelezen is; abonneer vanaf hier.
    #[graphql(name = "positie")]
    async fn gelezen_op(&self) -> Positie {
        Positie(self.positie)
    }

    /// Waar dit uit blijkt.
    async fn herkomst(&self) -> Herkomst {
        (&self.traject.herkomst).into()
    }
}

/// Een taak van de MGR die overgaat, bijvoorbeeld inkoop of facturatie.
#[derive(Clone, SimpleObject)]
#[graphql(name = "Functie")]
pub struct FunctieNode {
    /// Adres van deze functie.
    #[graphql(owned)]
    pub id: ID,
    /// Leesbare sleutel, bijvoorbeeld functie-inkoop.
    pub sleutel: String,
    /// Naam van de functie.
    pub naam: String,
    /// Hoort zij nu al bij module 1? Leeg: de bronnen zeggen het niet.
    #[graphql(name = "nuInModule1")]
    pub nu_in_module_1: Option<bool>,
    /// Waar dit uit blijkt.
    pub herkomst: Herkomst,
}

impl From<&Functie> for FunctieNode {
    fn from(functie: &Functie) -> Self {
        Self {
            id: global_id("Functie", &functie.id),
            sleutel: functie.id.0.clone(),
            naam: functie.naam.clone(),
            nu_in_module_1: functie.nu_in_module_1,
            herkomst: (&functie.herkomst).into(),
        }
    }
}

/// Een kolom van een bord: een stand van het werk.
#[derive(Clone, SimpleObject)]
#[graphql(name = "Kolom")]
pub struct KolomNode {
    /// Adres van deze kolom.
    #[graphql(owned)]
    pub id: ID,
    /// Naam van de kolom.
    pub naam: String,
    /// Wat het betekent als een taak hier staat.
    pub soort: KolomSoort,
    /// Plaats op het bord, van links naar rechts, vanaf 0.
    pub volgorde: i32,
}

impl KolomNode {
    /// The columns of a board, from left to right.
    pub fn van(bord: &Bord) -> Vec<Self> {
        (0_i32..).zip(&bord.kolommen).map(|(volgorde, kolom)| Self::new(kolom, volgorde)).collect()
    }

    /// One of them.
    pub fn vind(bord: &Bord, id: &KolomId) -> Option<Self> {
        let (volgorde, kolom) = (0_i32..).zip(&bord.kolommen).find(|(_, kolom)| kolom.id == *id)?;
        Some(Self::new(kolom, volgorde))
    }

    fn new(kolom: &Kolom, volgorde: i32) -> Self {
        Self { id: global_id("Kolom", &kolom.id), naam: kolom.naam.clone(), soort: kolom.soort, volgorde }
    }
}

/// Een bord met taken in kolommen.
#[derive(Clone)]
pub struct BordNode {
    pub traject: TrajectNode,
    /// Which board of the trajectory it is.
    plek: usize,
}

impl BordNode {
    pub fn vind(beeld: &Lezing, positie: Position, id: &BordId) -> Option<Self> {
        let (traject, _) = beeld.integratie().bord(id)?;
        let plek = traject.borden.iter().position(|bord| bord.id == *id)?;
        let traject = TrajectNode { beeld: beeld.clone(), traject: traject.clone(), positie };
        Some(Self { traject, plek })
    }

    fn bord(&self) -> &Bord {
        &self.traject.traject.borden[self.plek]
    }
}

/// Een bord met taken in kolommen.
#[Object(name = "Bord")]
impl BordNode {
    /// Adres van dit bord.
    pub async fn id(&self) -> ID {
        global_id("Bord", &self.bord().id)
    }

    /// Naam van het bord.
    async fn naam(&self) -> &str {
        &self.bord().naam
    }

    /// Het traject waar dit bord bij hoort.
    async fn traject(&self) -> TrajectNode {
        self.traject.clone()
    }

    /// De kolommen, van links naar rechts.
    async fn kolommen(&self) -> Vec<KolomNode> {
        KolomNode::van(self.bord())
    }

    /// Alle taken op het bord, geordend per kolom; gearchiveerde alleen als daarom gevraagd wordt.
    #[graphql(complexity = "100 + child_complexity")]
    async fn taken(
        &self,
        #[graphql(default = false, desc = "Geef juist de gearchiveerde taken.")] gearchiveerd: bool,
    ) -> Vec<TaakNode> {
        let beeld = &self.traject.beeld;
        let kaarten = beeld.integratie().kaarten.van_bord(self.bord()).into_iter();
        kaarten
            .filter(|kaart| kaart.taak.gearchiveerd_op.is_some() == gearchiveerd)
            .map(|kaart| TaakNode { beeld: beeld.clone(), positie: self.traject.positie, kaart })
            .collect()
    }

    /// Hoeveel taken van dit bord in het archief staan.
    async fn aantal_gearchiveerd(&self) -> usize {
        let kaarten = self.traject.beeld.integratie().kaarten.values();
        kaarten.filter(|kaart| kaart.taak.bord == self.bord().id && kaart.taak.gearchiveerd_op.is_some()).count()
    }

    /// De plek in het logboek waarop dit bord gelezen is; abonneer vanaf hier.
    async fn positie(&self) -> Positie {
        Positie(self.traject.positie)
    }
}
