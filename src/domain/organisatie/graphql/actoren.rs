//! Roles and gremia, stakeholders, and the relations between them.

use async_graphql::{Context, ID, Object, Result, SimpleObject, Union};

use super::{
    BezettingNode, Bron, FrequentieNode, GemeenteNode, Herkomst, ModuleNode, OrganisatieNode, aanwezig, feit_node,
    kaart::Kaartplek, zoeken::komt_voor,
};
use crate::{
    domain::{
        organisatie::{self, Invloedsring, Lijnstand, RolSoort},
        sporen::Lezing,
    },
    platform::graphql::page::connection,
};

feit_node!(GroepNode, Groep, GroepId, "Groep", groepen);
feit_node!(RolNode, Rol, RolId, "Rol", rollen);
feit_node!(AnalyseNode, Analyse, AnalyseId, "Analyse", analyses);
feit_node!(StakeholderNode, Stakeholder, StakeholderId, "Stakeholder", stakeholders);
feit_node!(RelatieNode, Relatie, RelatieId, "Relatie", relaties);

/// Een groep partijen, zoals MGR intern of aanbieders.
#[Object(name = "Groep")]
impl GroepNode {
    /// Adres van deze groep.
    pub async fn id(&self) -> ID {
        self.adres()
    }

    /// Sleutel in de feiten, zoals groep-aanbieders.
    async fn sleutel(&self) -> &str {
        &self.feit.id.0
    }

    /// Naam.
    async fn naam(&self) -> &str {
        &self.feit.naam
    }

    /// De rollen en gremia in deze groep.
    async fn rollen(&self) -> Vec<RolNode> {
        RolNode::alle(&self.beeld, |rol| rol.groep == self.feit.id)
    }

    /// De stakeholders in deze groep.
    async fn stakeholders(&self) -> Vec<StakeholderNode> {
        StakeholderNode::alle(&self.beeld, |stakeholder| stakeholder.groep == self.feit.id)
    }

    /// Waar dit vandaan komt.
    async fn herkomst(&self) -> Herkomst {
        (&self.feit.herkomst).into()
    }
}

/// Hoe een rol en zijn omgeving elkaar beïnvloeden, volgens de tabel uit 2020.
#[derive(SimpleObject)]
pub struct Invloed {
    /// Van deze rol naar de MGR.
    naar_mgr: Option<String>,
    /// Van de MGR naar deze rol.
    van_mgr: Option<String>,
    /// Van deze rol naar de directe stakeholders.
    naar_directe_stakeholders: Option<String>,
    /// Van de directe stakeholders naar deze rol.
    van_directe_stakeholders: Option<String>,
    /// Waar het staat.
    bron: Bron,
}

impl From<&organisatie::Invloed> for Invloed {
    fn from(invloed: &organisatie::Invloed) -> Self {
        Self {
            naar_mgr: invloed.naar_mgr.clone(),
            van_mgr: invloed.van_mgr.clone(),
            naar_directe_stakeholders: invloed.naar_directe_stakeholders.clone(),
            van_directe_stakeholders: invloed.van_directe_stakeholders.clone(),
            bron: (&invloed.bron).into(),
        }
    }
}

impl RolNode {
    /// Does the search occur in its name or description?
    pub fn komt_voor(&self, zoek: &str) -> bool {
        let rol = &*self.feit;
        let namen = [rol.naam.as_str(), &rol.beschrijving].into_iter().chain(rol.afkorting.as_deref());
        komt_voor(zoek, namen.chain(rol.synoniemen.iter().map(String::as_str)))
    }

    pub fn naam_van(&self) -> &str {
        &self.feit.naam
    }
}

/// Een rol (functie) of gremium (vergadering, bestuursorgaan).
#[Object(name = "Rol")]
impl RolNode {
    /// Adres van deze rol.
    pub async fn id(&self) -> ID {
        self.adres()
    }

    /// Sleutel in de feiten, zoals rol-ab.
    async fn sleutel(&self) -> &str {
        &self.feit.id.0
    }

    /// Naam.
    async fn naam(&self) -> &str {
        &self.feit.naam
    }

    /// Afkorting.
    async fn afkorting(&self) -> Option<&str> {
        self.feit.afkorting.as_deref()
    }

    /// Een functie of een vergadering.
    async fn soort(&self) -> RolSoort {
        self.feit.soort
    }

    /// De groep waar de rol bij hoort.
    async fn groep(&self) -> Result<GroepNode> {
        aanwezig(GroepNode::vind(&self.beeld, &self.feit.groep))
    }

    /// Wat deze rol doet.
    async fn beschrijving(&self) -> &str {
        &self.feit.beschrijving
    }

    /// Waar deze rol over beslist.
    async fn beslist_over(&self) -> &[String] {
        &self.feit.beslist_over
    }

    /// Andere namen in de documenten.
    async fn synoniemen(&self) -> &[String] {
        &self.feit.synoniemen
    }

    /// De modules waar de rol bij hoort; leeg: niet aan een module gebonden.
    async fn modules(&self) -> Vec<ModuleNode> {
        self.feit.modules.iter().filter_map(|id| ModuleNode::vind(&self.beeld, id)).collect()
    }

    /// De gemeente, als de rol bij één gemeente hoort.
    async fn gemeente(&self) -> Option<GemeenteNode> {
        GemeenteNode::vind(&self.beeld, self.feit.gemeente.as_ref()?)
    }

    /// Hoe vaak het overleg is.
    async fn overleg_frequentie(&self) -> Option<&str> {
        self.feit.overleg_frequentie.as_deref()
    }

    /// Hoeveel leden het gremium heeft; leeg: onbekend.
    async fn aantal_leden(&self) -> Option<i32> {
        self.feit.leden_aantal
    }

    /// Wie wie beïnvloedt; leeg: staat niet in de bronnen.
    async fn invloed(&self) -> Option<Invloed> {
        self.feit.invloed.as_ref().map(Invloed::from)
    }

    /// Wie deze rol vandaag heeft, of in dit gremium zit.
    async fn bezetting(&self, ctx: &Context<'_>) -> Vec<BezettingNode> {
        BezettingNode::alle(ctx, &self.beeld, |rol, _| *rol == self.feit.id)
    }

    /// Hoe vaak voor deze rol iets is afgesproken.
    async fn frequenties(&self) -> Vec<FrequentieNode> {
        FrequentieNode::van(&self.beeld, &[&self.feit.id])
    }

    /// De stakeholders die deze rol hebben.
    async fn stakeholders(&self) -> Vec<StakeholderNode> {
        StakeholderNode::alle(&self.beeld, |stakeholder| stakeholder.rol.as_ref() == Some(&self.feit.id))
    }

    /// De relaties van deze rol, beide kanten op.
    async fn relaties(&self) -> Vec<RelatieNode> {
        RelatieNode::van_partij(&self.beeld, &organisatie::Partij::Rol(self.feit.id.clone()))
    }

    /// Waar dit vandaan komt.
    async fn herkomst(&self) -> Herkomst {
        (&self.feit.herkomst).into()
    }
}

/// Een stakeholderanalyse uit een van de plannen.
#[Object(name = "Analyse")]
impl AnalyseNode {
    /// Adres van deze analyse.
    pub async fn id(&self) -> ID {
        self.adres()
    }

    /// Sleutel in de feiten, zoals analyse-2025.
    async fn sleutel(&self) -> &str {
        &self.feit.id.0
    }

    /// Naam.
    async fn naam(&self) -> &str {
        &self.feit.naam
    }

    /// Jaar.
    async fn jaar(&self) -> i32 {
        self.feit.jaar
    }

    /// Zijn de ringen in de bron te lezen?
    async fn ringen_leesbaar(&self) -> bool {
        self.feit.ringen_leesbaar
    }

    /// Waar dit vandaan komt.
    async fn herkomst(&self) -> Herkomst {
        (&self.feit.herkomst).into()
    }
}

impl StakeholderNode {
    /// Does the search occur in its name or description?
    pub fn komt_voor(&self, zoek: &str) -> bool {
        let stakeholder = &*self.feit;
        let namen = [stakeholder.naam.as_str(), &stakeholder.beschrijving].into_iter();
        komt_voor(zoek, namen.chain(stakeholder.voorbeelden.iter().map(String::as_str)))
    }

    pub fn naam_van(&self) -> &str {
        &self.feit.naam
    }
}

/// Een partij die met de MGR te maken heeft.
#[Object(name = "Stakeholder")]
impl StakeholderNode {
    /// Adres van deze stakeholder.
    pub async fn id(&self) -> ID {
        self.adres()
    }

    /// Sleutel in de feiten, zoals sh-toegangen.
    async fn sleutel(&self) -> &str {
        &self.feit.id.0
    }

    /// Naam.
    async fn naam(&self) -> &str {
        &self.feit.naam
    }

    /// De groep waar de stakeholder bij hoort.
    async fn groep(&self) -> Result<GroepNode> {
        aanwezig(GroepNode::vind(&self.beeld, &self.feit.groep))
    }

    /// Hoeveel invloed de stakeholder heeft.
    async fn ring(&self) -> Invloedsring {
        self.feit.ring
    }

    /// Waar de ring op berust.
    async fn grondslag_ring(&self) -> Option<&str> {
        self.feit.grondslag_ring.as_deref()
    }

    /// Wie het is.
    async fn beschrijving(&self) -> &str {
        &self.feit.beschrijving
    }

    /// De rol van deze stakeholder, als die beschreven is.
    async fn rol(&self) -> Option<RolNode> {
        RolNode::vind(&self.beeld, self.feit.rol.as_ref()?)
    }

    /// Voorbeelden.
    async fn voorbeelden(&self) -> &[String] {
        &self.feit.voorbeelden
    }

    /// Hoeveel het er zijn; leeg: onbekend.
    async fn aantal(&self) -> Option<i32> {
        self.feit.aantal
    }

    /// De documenten waarin de stakeholder staat.
    async fn documenten(&self) -> &[String] {
        &self.feit.documenten
    }

    /// De analyses waarin de stakeholder staat.
    async fn analyses(&self) -> Vec<AnalyseNode> {
        self.feit.analyses.iter().filter_map(|id| AnalyseNode::vind(&self.beeld, id)).collect()
    }

    /// Waar de stakeholder nu op de kaart staat, en hoe ver de communicatie is.
    async fn plek(&self) -> Kaartplek {
        Kaartplek { beeld: self.beeld.clone(), plek: self.beeld.organisatie().kaartplek(&self.feit) }
    }

    /// Is de stakeholder op de kaart toegevoegd, en niet in een bron gevonden? Dan mogen naam en beschrijving wijzigen.
    async fn eigen(&self) -> bool {
        self.feit.is_eigen()
    }

    /// De relaties van deze stakeholder, beide kanten op.
    async fn relaties(&self) -> Vec<RelatieNode> {
        RelatieNode::van_partij(&self.beeld, &organisatie::Partij::Stakeholder(self.feit.id.clone()))
    }

    /// Waar dit vandaan komt.
    async fn herkomst(&self) -> Herkomst {
        (&self.feit.herkomst).into()
    }
}

/// De twee kanten van een relatie: een stakeholder, een rol of gremium, of de MGR zelf.
#[derive(Clone, Union)]
pub enum Partij {
    Stakeholder(StakeholderNode),
    Rol(RolNode),
    Organisatie(OrganisatieNode),
}

impl Partij {
    fn vind(beeld: &Lezing, partij: &organisatie::Partij) -> Option<Self> {
        match partij {
            organisatie::Partij::Stakeholder(id) => StakeholderNode::vind(beeld, id).map(Self::Stakeholder),
            organisatie::Partij::Rol(id) => RolNode::vind(beeld, id).map(Self::Rol),
            organisatie::Partij::Organisatie(_) => OrganisatieNode::vind(beeld).map(Self::Organisatie),
        }
    }
}

impl RelatieNode {
    /// All relations in which this party stands, on either side.
    pub fn van_partij(beeld: &Lezing, partij: &organisatie::Partij) -> Vec<Self> {
        Self::alle(beeld, |relatie| {
            relatie.stand != Lijnstand::Vervallen && (relatie.van == *partij || relatie.naar == *partij)
        })
    }
}

/// Wat twee partijen met elkaar te maken hebben.
#[Object(name = "Relatie")]
impl RelatieNode {
    /// Adres van deze relatie.
    pub async fn id(&self) -> ID {
        self.adres()
    }

    /// Sleutel in de feiten, zoals rel-01.
    async fn sleutel(&self) -> &str {
        &self.feit.id.0
    }

    /// Van wie de relatie uitgaat.
    async fn van(&self) -> Result<Partij> {
        aanwezig(Partij::vind(&self.beeld, &self.feit.van))
    }

    /// Naar wie de relatie gaat.
    async fn naar(&self) -> Result<Partij> {
        aanwezig(Partij::vind(&self.beeld, &self.feit.naar))
    }

    /// Wat voor relatie het is, zoals ‘adviseert’.
    async fn soort(&self) -> &str {
        &self.feit.soort
    }

    /// Wat de relatie inhoudt.
    async fn omschrijving(&self) -> &str {
        &self.feit.omschrijving
    }

    /// Is zij er, of is zij gewenst?
    async fn stand(&self) -> Lijnstand {
        self.feit.stand
    }

    /// Is zij in de hub gemaakt, en niet in een bron gevonden? Dan mag haar stand wijzigen.
    async fn eigen(&self) -> bool {
        self.feit.is_eigen()
    }

    /// Het schema waar de relatie in staat.
    async fn schema(&self) -> Option<&str> {
        self.feit.schema.as_deref()
    }

    /// De module waar de relatie bij hoort.
    async fn module(&self) -> Option<ModuleNode> {
        ModuleNode::vind(&self.beeld, self.feit.module.as_ref()?)
    }

    /// Waar dit vandaan komt.
    async fn herkomst(&self) -> Herkomst {
        (&self.feit.herkomst).into()
    }
}

connection! {
    /// Een bladzijde van een lijst met stakeholders.
    StakeholderConnection,
    /// Een stakeholder in een lijst.
    StakeholderEdge, StakeholderNode
}
connection! {
    /// Een bladzijde van een lijst met relaties.
    RelatieConnection,
    /// Een relatie in een lijst.
    RelatieEdge, RelatieNode
}
