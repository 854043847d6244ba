//! The organisation itself, its regions, modules and gemeenten.

use std::sync::Arc;

use async_graphql::{Context, ID, Object, Result, SimpleObject};

use super::{BezettingNode, Bron, Herkomst, PersoonNode, RelatieNode, RolNode, aanwezig, feit_node};
use crate::{
    domain::{
        graphql::aanvraag,
        organisatie::{self, DeelnameStatus, Hubrol, Organisatie, Partij, RegioNiveau},
        sporen::Lezing,
    },
    platform::graphql::{
        relay::global_id,
        scalars::{Datum, DeelsDatum},
    },
};

feit_node!(RegioNode, Regio, RegioId, "Regio", regios);
feit_node!(DomeinNode, Domein, DomeinId, "Domein", domeinen);
feit_node!(ModuleNode, Module, ModuleId, "Module", modules);
feit_node!(DeelnameNode, Deelname, DeelnameId, "Deelname", deelnames);
feit_node!(GemeenteNode, Gemeente, GemeenteId, "Gemeente", gemeenten);

/// There is one organisation, so it is found without a key.
#[derive(Clone)]
pub struct OrganisatieNode {
    pub beeld: Lezing,
    pub feit: Arc<Organisatie>,
}

impl OrganisatieNode {
    /// The organisation, if its facts are there.
    pub fn vind(beeld: &Lezing) -> Option<Self> {
        let feit = beeld.organisatie().organisatie.clone()?;
        Some(Self { beeld: beeld.clone(), feit })
    }
}

/// De MGR zelf: de organisatie waar de gemeenten aan deelnemen.
#[Object(name = "Organisatie")]
impl OrganisatieNode {
    /// Adres van de organisatie.
    pub async fn id(&self) -> ID {
        global_id("Organisatie", &self.feit.id)
    }

    /// Sleutel in de feiten.
    async fn sleutel(&self) -> &str {
        &self.feit.id.0
    }

    /// Volledige naam.
    async fn naam(&self) -> &str {
        &self.feit.naam
    }

    /// Afkorting.
    async fn afkorting(&self) -> &str {
        &self.feit.afkorting
    }

    /// Wanneer zij is opgericht.
    async fn opgericht(&self) -> Option<DeelsDatum> {
        self.feit.opgericht.clone().map(DeelsDatum)
    }

    /// Waarvoor zij er is.
    async fn missie(&self) -> &str {
        &self.feit.missie
    }

    /// Waar zij naartoe werkt.
    async fn visie(&self) -> &str {
        &self.feit.visie
    }

    /// Het uitgangspunt bij alles wat zij doet.
    async fn uitgangspunt(&self) -> &str {
        &self.feit.uitgangspunt
    }

    /// De gemeente die haar huisvest.
    async fn huisvesting(&self) -> Option<GemeenteNode> {
        GemeenteNode::vind(&self.beeld, self.feit.huisvesting.as_ref()?)
    }

    /// De relaties van de organisatie, beide kanten op.
    async fn relaties(&self) -> Vec<RelatieNode> {
        RelatieNode::van_partij(&self.beeld, &Partij::Organisatie(self.feit.id.clone()))
    }

    /// Waar dit vandaan komt.
    async fn herkomst(&self) -> Herkomst {
        (&self.feit.herkomst).into()
    }
}

/// Een regio, een deel daarvan, of regio's die samenwerken.
#[Object(name = "Regio")]
impl RegioNode {
    /// Adres van deze regio.
    pub async fn id(&self) -> ID {
        self.adres()
    }

    /// Sleutel in de feiten, zoals regio-noord.
    async fn sleutel(&self) -> &str {
        &self.feit.id.0
    }

    /// Naam.
    async fn naam(&self) -> &str {
        &self.feit.naam
    }

    /// Afkorting, zoals MLO.
    async fn afkorting(&self) -> &str {
        &self.feit.afkorting
    }

    /// Wat voor gebied het is.
    async fn niveau(&self) -> RegioNiveau {
        self.feit.niveau
    }

    /// De regio waar deze subregio bij hoort.
    async fn hoort_bij(&self) -> Option<RegioNode> {
        RegioNode::vind(&self.beeld, self.feit.hoort_bij.as_ref()?)
    }

    /// De gemeenten in dit gebied.
    async fn gemeenten(&self) -> Vec<GemeenteNode> {
        GemeenteNode::alle(&self.beeld, |gemeente| self.beeld.organisatie().hoort_bij(gemeente, &self.feit.id))
    }

    /// Waar dit vandaan komt.
    async fn herkomst(&self) -> Herkomst {
        (&self.feit.herkomst).into()
    }
}

/// Een domein van het sociaal domein, zoals Wmo of Jeugd.
#[Object(name = "Domein")]
impl DomeinNode {
    /// Adres van dit domein.
    pub async fn id(&self) -> ID {
        self.adres()
    }

    /// Sleutel in de feiten, zoals dom-jeugd.
    async fn sleutel(&self) -> &str {
        &self.feit.id.0
    }

    /// Naam.
    async fn naam(&self) -> &str {
        &self.feit.naam
    }

    /// Waar dit vandaan komt.
    async fn herkomst(&self) -> Herkomst {
        (&self.feit.herkomst).into()
    }
}

/// Een module: een pakket taken waar een gemeente aan deelneemt, of niet.
#[Object(name = "Module")]
impl ModuleNode {
    /// Adres van deze module.
    pub async fn id(&self) -> ID {
        self.adres()
    }

    /// Sleutel in de feiten, zoals module-1.
    async fn sleutel(&self) -> &str {
        &self.feit.id.0
    }

    /// Naam.
    async fn naam(&self) -> &str {
        &self.feit.naam
    }

    /// Waar de module over gaat.
    async fn titel(&self) -> &str {
        &self.feit.titel
    }

    /// De domeinen van deze module.
    async fn domeinen(&self) -> Vec<DomeinNode> {
        self.feit.domeinen.iter().filter_map(|id| DomeinNode::vind(&self.beeld, id)).collect()
    }

    /// Wat de MGR in deze module doet.
    async fn taken(&self) -> &[String] {
        &self.feit.taken
    }

    /// Het gebied waarvoor de module geldt.
    async fn schaal(&self) -> Result<RegioNode> {
        aanwezig(RegioNode::vind(&self.beeld, &self.feit.schaal))
    }

    /// Wanneer tot de module besloten is.
    async fn besloten(&self) -> Option<DeelsDatum> {
        self.feit.besloten.clone().map(DeelsDatum)
    }

    /// Wie deelneemt of dat van plan is.
    async fn deelnames(
        &self,
        #[graphql(desc = "Alleen wat op deze dag geldt; leeg: alles.")] op: Option<Datum>,
    ) -> Vec<DeelnameNode> {
        DeelnameNode::alle(&self.beeld, |feit| {
            feit.module == self.feit.id && op.as_ref().is_none_or(|op| feit.geldt_op(op.0))
        })
    }

    /// Waar dit vandaan komt.
    async fn herkomst(&self) -> Herkomst {
        (&self.feit.herkomst).into()
    }
}

/// Deelname van een gemeente aan een module, van–tot.
#[Object(name = "Deelname")]
impl DeelnameNode {
    /// Adres van deze deelname.
    pub async fn id(&self) -> ID {
        self.adres()
    }

    /// De gemeente.
    async fn gemeente(&self) -> Result<GemeenteNode> {
        aanwezig(GemeenteNode::vind(&self.beeld, &self.feit.gemeente))
    }

    /// De module.
    async fn module(&self) -> Result<ModuleNode> {
        aanwezig(ModuleNode::vind(&self.beeld, &self.feit.module))
    }

    /// Is het een voornemen, of een feit?
    async fn status(&self) -> DeelnameStatus {
        self.feit.status
    }

    /// Begin; leeg: onbekend.
    async fn van(&self) -> Option<DeelsDatum> {
        self.feit.van.clone().map(DeelsDatum)
    }

    /// Einde; leeg: geen.
    async fn tot(&self) -> Option<DeelsDatum> {
        self.feit.tot.clone().map(DeelsDatum)
    }

    /// Waar dit vandaan komt.
    async fn herkomst(&self) -> Herkomst {
        (&self.feit.herkomst).into()
    }
}

/// Iets wat voor deze gemeente anders is.
#[derive(SimpleObject)]
pub struct Bijzonderheid {
    /// Wat voor bijzonderheid het is.
    soort: String,
    /// Wat er aan de hand is.
    omschrijving: String,
    /// Waar het staat.
    bron: Bron,
}

/// Een van de veertien gemeenten.
#[Object(name = "Gemeente")]
impl GemeenteNode {
    /// Adres van deze gemeente.
    pub async fn id(&self) -> ID {
        self.adres()
    }

    /// Sleutel in de feiten, zoals gem-venray.
    async fn sleutel(&self) -> &str {
        &self.feit.id.0
    }

    /// Naam.
    async fn naam(&self) -> &str {
        &self.feit.naam
    }

    /// De regio waar zij bij hoort.
    async fn regio(&self) -> Result<RegioNode> {
        aanwezig(RegioNode::vind(&self.beeld, &self.feit.regio))
    }

    /// De subregio, als de regio die heeft.
    async fn subregio(&self) -> Option<RegioNode> {
        RegioNode::vind(&self.beeld, self.feit.subregio.as_ref()?)
    }

    /// De regio voor jeugdhulp.
    async fn jeugdregio(&self) -> &str {
        &self.feit.jeugdregio
    }

    /// Vallen de jeugdcontracten onder Noord- en Midden-Limburg samen?
    async fn contractschaal_jeugd_nml(&self) -> bool {
        self.feit.contractschaal_jeugd_nml
    }

    /// Wat voor deze gemeente anders is.
    async fn bijzonderheden(&self) -> Vec<Bijzonderheid> {
        let rij = |rij: &organisatie::Bijzonderheid| Bijzonderheid {
            soort: rij.soort.clone(),
            omschrijving: rij.omschrijving.clone(),
            bron: (&rij.bron).into(),
        };
        self.feit.bijzonderheden.iter().map(rij).collect()
    }

    /// Aan welke modules zij deelneemt of wil deelnemen.
    async fn deelnames(
        &self,
        #[graphql(desc = "Alleen wat op deze dag geldt; leeg: alles.")] op: Option<Datum>,
    ) -> Vec<DeelnameNode> {
        DeelnameNode::alle(&self.beeld, |feit| {
            feit.gemeente == self.feit.id && op.as_ref().is_none_or(|op| feit.geldt_op(op.0))
        })
    }

    /// De accounthouders van vandaag.
    async fn accounthouders(&self, ctx: &Context<'_>) -> Vec<PersoonNode> {
        let vandaag = aanvraag(ctx).vandaag();
        PersoonNode::met_rol(&self.beeld, Some(Hubrol::Accounthouder), Some(&self.feit.id), vandaag)
    }

    /// Wie vandaag voor deze gemeente een rol heeft of in een gremium zit, ook als vervanger.
    async fn bezetting(&self, ctx: &Context<'_>) -> Vec<BezettingNode> {
        BezettingNode::alle(ctx, &self.beeld, |_, gemeente| gemeente == Some(&self.feit.id))
    }

    /// De rollen en gremia die alleen bij deze gemeente horen.
    async fn rollen(&self) -> Vec<RolNode> {
        RolNode::alle(&self.beeld, |rol| rol.gemeente.as_ref() == Some(&self.feit.id))
    }

    /// Waar dit vandaan komt.
    async fn herkomst(&self) -> Herkomst {
        (&self.feit.herkomst).into()
    }
}
