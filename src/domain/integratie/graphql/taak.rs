//! A task with its checklist, remarks and history.

use std::{collections::BTreeSet, sync::Arc};

use async_graphql::{Context, ID, Object, Result, SimpleObject};

use super::{AutonomieNode, BordNode, FunctieNode, KolomNode, OverdrachtcelNode, budget::BudgeteffectNode};
use crate::{
    domain::{
        graphql::aanvraag,
        integratie::{Checkpunt, Herhaling, Kaart, Opmerking, Taak, TaakId},
        logboek::{GebeurtenisConnection, geschiedenis},
        organisatie::{
            PersoonId,
            graphql::{GemeenteNode, Herkomst, PersoonNode, RegioNode},
        },
        rechten::{Bereik, Recht},
        sporen::Lezing,
    },
    platform::{
        change_log::Position,
        graphql::{
            page::{self, Window, connection},
            relay::global_id,
            scalars::{Datum, Tijdstip},
        },
    },
};

/// Een taak op een bord.
#[derive(Clone)]
pub struct TaakNode {
    pub beeld: Lezing,
    pub positie: Position,
    pub kaart: Arc<Kaart>,
}

impl TaakNode {
    pub fn vind(beeld: &Lezing, positie: Position, id: TaakId) -> Option<Self> {
        let kaart = beeld.integratie().kaarten.get(&id)?.clone();
        Some(Self { beeld: beeld.clone(), positie, kaart })
    }

    fn taak(&self) -> &Taak {
        &self.kaart.taak
    }

    fn persoon(&self, id: Option<PersoonId>) -> Option<PersoonNode> {
        PersoonNode::vind(&self.beeld, id?)
    }

    /// What a right over this task looks at.
    pub fn bereik(&self) -> Bereik {
        Bereik::Gemeenten(self.taak().gemeenten.iter().cloned().collect())
    }
}

/// Een taak op een bord.
#[Object(name = "Taak")]
impl TaakNode {
    /// Adres van deze taak.
    pub async fn id(&self) -> ID {
        global_id("Taak", self.taak().id)
    }

    /// Volgnummer binnen het bord, vanaf 1.
    async fn nummer(&self) -> i32 {
        self.taak().nummer
    }

    /// Het bord waar de taak op staat.
    async fn bord(&self) -> Result<BordNode> {
        BordNode::vind(&self.beeld, self.positie, &self.taak().bord).ok_or_else(|| "bord ontbreekt".into())
    }

    /// De kolom waar de taak in staat.
    async fn kolom(&self) -> Result<KolomNode> {
        let (_, bord) = self.beeld.integratie().bord(&self.taak().bord).ok_or("bord ontbreekt")?;
        KolomNode::vind(bord, &self.taak().kolom).ok_or_else(|| "kolom ontbreekt".into())
    }

    /// Volgorde binnen de kolom: vergelijk als tekst.
    async fn plaats(&self) -> &str {
        &self.taak().plaats
    }

    /// Titel, hooguit 200 tekens.
    async fn titel(&self) -> &str {
        &self.taak().titel
    }

    /// Omschrijving, hooguit 10.000 tekens; leeg als er geen is.
    async fn omschrijving(&self) -> &str {
        &self.taak().omschrijving
    }

    /// De functie waar de taak bij hoort.
    async fn functie(&self) -> Option<FunctieNode> {
        let functie = self.taak().functie.as_ref()?;
        let (traject, _) = self.beeld.integratie().bord(&self.taak().bord)?;
        traject.functie(functie).map(FunctieNode::from)
    }

    /// De gemeenten waar de taak over gaat; geen: zij gaat over het geheel.
    async fn gemeenten(&self) -> Vec<GemeenteNode> {
        self.taak().gemeenten.iter().filter_map(|id| GemeenteNode::vind(&self.beeld, id)).collect()
    }

    /// De (sub)regio's van die gemeenten: Noord-Limburg, Midden-Limburg Oost, Midden-Limburg West.
    async fn regios(&self) -> Vec<RegioNode> {
        let streken = self.taak().gemeenten.iter().filter_map(|id| self.beeld.organisatie().streek(id));
        // Whole regions before parts of one: Noord, Midden-Limburg Oost, Midden-Limburg West.
        let ids: BTreeSet<_> = streken.map(|regio| (regio.hoort_bij.is_some(), regio.id.clone())).collect();
        ids.iter().filter_map(|(_, id)| RegioNode::vind(&self.beeld, id)).collect()
    }

    /// Wie ervoor zorgt dat de taak gebeurt.
    async fn eigenaar(&self) -> Option<PersoonNode> {
        self.persoon(self.taak().eigenaar)
    }

    /// De dag waarop de taak klaar moet zijn.
    async fn vervaldatum(&self) -> Option<Datum> {
        self.taak().vervaldatum.map(Datum)
    }

    /// Hoe vaak de taak terugkomt; leeg: zij komt niet terug. Een taak die gereed is, gaf dit door aan de volgende.
    async fn herhaling(&self) -> Option<Herhaling> {
        self.taak().herhaling
    }

    /// Is de vervaldatum voorbij, en de taak nog niet gereed?
    async fn te_laat(&self, ctx: &Context<'_>) -> bool {
        let vandaag = aanvraag(ctx).vandaag_in(&self.beeld);
        self.beeld.integratie().kolom_soort(self.taak()).is_some_and(|soort| self.taak().te_laat(soort, vandaag))
    }

    /// Of deze taak bedrijfsvoering of beleid is.
    #[graphql(complexity = "2 + child_complexity")]
    async fn autonomie(&self) -> Option<AutonomieNode> {
        AutonomieNode::van_taak(self)
    }

    /// Wat deze taak met het budget doet; alleen wat meetelt.
    #[graphql(complexity = "2 + child_complexity")]
    async fn budgeteffecten(&self) -> Vec<BudgeteffectNode> {
        BudgeteffectNode::van_taak(self)
    }

    /// De cel van de overdracht waarvoor deze taak iets opvraagt, als zij dat doet.
    #[graphql(complexity = "2 + child_complexity")]
    async fn overdracht(&self) -> Option<OverdrachtcelNode> {
        OverdrachtcelNode::van_taak(self)
    }

    /// Sinds wanneer de taak in deze kolom staat.
    async fn kolom_sinds(&self) -> Tijdstip {
        Tijdstip(self.taak().kolom_sinds)
    }

    /// Gaat omhoog bij elke wijziging; stuur haar mee als `verwachteVersie`.
    async fn versie(&self) -> i32 {
        self.taak().versie
    }

    /// Wanneer de taak gemaakt is.
    async fn gemaakt_op(&self) -> Tijdstip {
        Tijdstip(self.taak().gemaakt_op)
    }

    /// Wie de taak maakte; leeg: de hub zelf.
    async fn gemaakt_door(&self) -> Option<PersoonNode> {
        self.persoon(self.taak().gemaakt_door)
    }

    /// Wanneer de taak naar het archief ging; leeg: zij staat op het bord.
    async fn gearchiveerd_op(&self) -> Option<Tijdstip> {
        self.taak().gearchiveerd_op.map(Tijdstip)
    }

    /// De checklist, van boven naar beneden.
    async fn checkpunten(&self) -> Vec<CheckpuntNode> {
        self.kaart.checklist().map(CheckpuntNode::from).collect()
    }

    /// Hoeveel van de checklist af is.
    async fn voortgang(&self) -> Voortgang {
        let af = self.kaart.checklist().filter(|checkpunt| checkpunt.af);
        Voortgang { gereed: af.count(), totaal: self.kaart.checklist().count() }
    }

    /// Het gesprek bij de taak, oudste eerst.
    async fn opmerkingen(&self) -> Vec<OpmerkingNode> {
        let opmerking =
            |opmerking: &Opmerking| OpmerkingNode { beeld: self.beeld.clone(), opmerking: opmerking.clone() };
        self.kaart.gesprek().map(opmerking).collect()
    }

    /// Hoeveel opmerkingen er zijn.
    async fn aantal_opmerkingen(&self) -> usize {
        self.kaart.gesprek().count()
    }

    /// Alles wat met deze taak gebeurde, nieuwste eerst.
    #[graphql(complexity = "first as usize / 10 + child_complexity")]
    async fn geschiedenis(
        &self,
        ctx: &Context<'_>,
        #[graphql(default = 50, desc = "Hoeveel regels, 1 tot 100.")] first: i32,
        #[graphql(desc = "Lees verder na deze cursor.")] after: Option<String>,
    ) -> Result<GebeurtenisConnection> {
        geschiedenis(ctx, "Taak", self.taak().id.to_string(), Window::new(first, after)?).await
    }

    /// Het document waar de taak uit komt, als dat er is.
    async fn herkomst(&self) -> Option<Herkomst> {
        self.taak().herkomst.as_ref().map(Herkomst::from)
    }

    /// Mag de kijker deze taak wijzigen?
    async fn mag_wijzigen(&self, ctx: &Context<'_>) -> bool {
        aanvraag(ctx).mag(&self.beeld, Recht::TaakWijzigen, &self.bereik())
    }
}

/// Een punt van een checklist.
#[derive(Clone, SimpleObject)]
#[graphql(name = "Checkpunt")]
pub struct CheckpuntNode {
    /// Adres van dit checkpunt.
    #[graphql(owned)]
    pub id: ID,
    /// Wat er gedaan moet worden.
    pub tekst: String,
    /// Is het gedaan?
    pub af: bool,
    /// Volgorde binnen de checklist: vergelijk als tekst.
    pub plaats: String,
}

impl From<&Checkpunt> for CheckpuntNode {
    fn from(checkpunt: &Checkpunt) -> Self {
        Self {
            id: global_id("Checkpunt", checkpunt.id),
            tekst: checkpunt.tekst.clone(),
            af: checkpunt.af,
            plaats: checkpunt.plaats.clone(),
        }
    }
}

/// Hoeveel van een checklist af is.
#[derive(Clone, SimpleObject)]
pub struct Voortgang {
    /// Hoeveel punten af zijn.
    pub gereed: usize,
    /// Hoeveel punten er zijn.
    pub totaal: usize,
}

/// Wat iemand bij een taak zei.
#[derive(Clone)]
pub struct OpmerkingNode {
    pub beeld: Lezing,
    pub opmerking: Opmerking,
}

/// Wat iemand bij een taak zei.
#[Object(name = "Opmerking")]
impl OpmerkingNode {
    /// Adres van deze opmerking.
    pub async fn id(&self) -> ID {
        global_id("Opmerking", self.opmerking.id)
    }

    /// De tekst; personen staan erin als @[naam](persoon-id).
    async fn tekst(&self) -> &str {
        &self.opmerking.tekst
    }

    /// Wie het zei; leeg: de hub zelf.
    async fn door(&self) -> Option<PersoonNode> {
        PersoonNode::vind(&self.beeld, self.opmerking.door?)
    }

    /// Wanneer.
    async fn op(&self) -> Tijdstip {
        Tijdstip(self.opmerking.op)
    }

    /// Wanneer de tekst het laatst gewijzigd is; leeg: nooit.
    async fn gewijzigd_op(&self) -> Option<Tijdstip> {
        self.opmerking.gewijzigd_op.map(Tijdstip)
    }

    /// Wie erin genoemd zijn.
    async fn vermelde(&self) -> Vec<PersoonNode> {
        self.opmerking.vermelde.iter().filter_map(|id| PersoonNode::vind(&self.beeld, *id)).collect()
    }

    /// Mag de kijker deze opmerking wijzigen of intrekken?
    async fn mag_wijzigen(&self, ctx: &Context<'_>) -> bool {
        let bereik = self.opmerking.door.map_or(Bereik::Alles, Bereik::Persoon);
        aanvraag(ctx).mag(&self.beeld, Recht::OpmerkingWijzigen, &bereik)
    }
}

connection! {
    /// Een bladzijde van een lijst met taken.
    TaakConnection,
    /// Een taak op haar plek in de lijst.
    TaakEdge, TaakNode
}

/// Cuts a page out of a list of cards.
pub fn taken_pagina(beeld: &Lezing, positie: Position, kaarten: Vec<Arc<Kaart>>, window: Window) -> TaakConnection {
    let node = |kaart| TaakNode { beeld: beeld.clone(), positie, kaart };
    page::cut(kaarten.into_iter().map(node).collect(), window).into()
}
