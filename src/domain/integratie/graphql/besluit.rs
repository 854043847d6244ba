//! A decision with its steps, and how the region stands in each.

use std::sync::Arc;

use async_graphql::{Context, Enum, ID, Object, Result, SimpleObject};
use jiff::civil::Date;

use super::{BesluitcelNode, MijlpaalNode, TrajectNode, ZienswijzepuntNode};
use crate::{
    domain::{
        graphql::aanvraag,
        integratie::{
            Besluit, BesluitId, Besluitregel, Hoedanigheid, Regionaal, Stap, StapId, StapSoort,
            besluitzinnen::{regel_in_woorden, regionaal_in_woorden},
            deelnemers, gremia_met, hoedanigheden,
            termijnen::{Begin, Duur, Eenheid, Grondslag, Richting, Termijn, TermijnSoort},
        },
        organisatie::{
            GemeenteId, RolId,
            graphql::{GemeenteNode, Herkomst, ModuleNode, RolNode},
        },
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

/// Een besluit dat elke deelnemende gemeente in stappen neemt.
#[derive(Clone)]
pub struct BesluitNode {
    pub beeld: Lezing,
    pub positie: Position,
    pub besluit: Arc<Besluit>,
    /// As which day it is looked at, when that was asked.
    pub op: Option<Date>,
}

impl BesluitNode {
    pub fn vind(beeld: &Lezing, positie: Position, id: &BesluitId, op: Option<Date>) -> Option<Self> {
        let besluit = beeld.integratie().besluiten.get(id)?.clone();
        Some(Self { beeld: beeld.clone(), positie, besluit, op })
    }

    pub fn stapnode(&self, id: &StapId) -> Option<BesluitstapNode> {
        let stap = self.besluit.stap(id)?.clone();
        Some(BesluitstapNode { besluit: self.clone(), stap: Arc::new(stap) })
    }

    pub fn peildag(&self, ctx: &Context<'_>) -> Date {
        let vandaag = aanvraag(ctx).vandaag_in(&self.beeld);
        let traject = self.beeld.integratie().trajecten.get(&self.besluit.traject);
        self.op.unwrap_or_else(|| traject.map_or(vandaag, |traject| self.beeld.integratie().peildag(traject, vandaag)))
    }

    pub fn deelnemers(&self) -> Vec<GemeenteId> {
        deelnemers(self.beeld.organisatie(), &self.besluit.module, self.besluit.peildatum)
    }
}

/// Een besluit dat elke deelnemende gemeente in stappen neemt.
#[Object(name = "Besluit")]
impl BesluitNode {
    /// Adres van dit besluit.
    pub async fn id(&self) -> ID {
        global_id("Besluit", &self.besluit.id)
    }

    /// Naam van het besluit.
    async fn naam(&self) -> &str {
        &self.besluit.naam
    }

    /// Het traject waar het bij hoort.
    #[graphql(name = "traject")]
    async fn bij_traject(&self) -> Result<TrajectNode> {
        TrajectNode::vind(&self.beeld, self.positie, &self.besluit.traject).ok_or_else(|| "traject ontbreekt".into())
    }

    /// De module waar het over gaat.
    async fn module(&self) -> Result<ModuleNode> {
        ModuleNode::vind(&self.beeld, &self.besluit.module).ok_or_else(|| "module ontbreekt".into())
    }

    /// Wie op deze dag aan de module deelneemt of dat van plan is, doet mee.
    async fn peildatum(&self) -> Datum {
        Datum(self.besluit.peildatum)
    }

    /// De dag waarop de stand bekeken is.
    #[graphql(name = "peildag")]
    async fn bekeken_op(&self, ctx: &Context<'_>) -> Datum {
        Datum(self.peildag(ctx))
    }

    /// De gemeenten die meedoen: Noord, Midden-Limburg Oost, Midden-Limburg West.
    async fn gemeenten(&self) -> Vec<GemeenteNode> {
        self.deelnemers().iter().filter_map(|id| GemeenteNode::vind(&self.beeld, id)).collect()
    }

    /// De stappen, van links naar rechts.
    async fn stappen(&self) -> Vec<BesluitstapNode> {
        self.besluit.stappen.iter().filter_map(|stap| self.stapnode(&stap.id)).collect()
    }

    /// Wat elke gemeente in elke stap deed, per gemeente van links naar rechts.
    #[graphql(complexity = "50 + child_complexity")]
    async fn cellen(&self) -> Vec<BesluitcelNode> {
        let mut cellen = Vec::new();
        for gemeente in self.deelnemers() {
            for stap in self.besluit.stappen.iter().filter(|stap| stap.is_voor(&gemeente)) {
                cellen.extend(BesluitcelNode::van(self, &stap.id, &gemeente));
            }
        }
        cellen
    }

    /// Wat de raden erover zeiden, per thema; ook wat is ingetrokken.
    #[graphql(complexity = "20 + child_complexity")]
    async fn zienswijzepunten(&self) -> Vec<ZienswijzepuntNode> {
        ZienswijzepuntNode::alle(&self.beeld, self.positie, &self.besluit.id)
    }

    /// Waar dit uit blijkt.
    async fn herkomst(&self) -> Herkomst {
        (&self.besluit.herkomst).into()
    }

    /// De plek in het logboek waarop dit gelezen is; abonneer vanaf hier.
    #[graphql(name = "positie")]
    async fn gelezen_op(&self) -> Positie {
        Positie(self.positie)
    }
}

/// Een stap van een besluit.
#[derive(Clone)]
pub struct BesluitstapNode {
    pub besluit: BesluitNode,
    pub stap: Arc<Stap>,
}

impl BesluitstapNode {
    pub fn vind(beeld: &Lezing, positie: Position, id: &StapId) -> Option<Self> {
        let (besluit, _) = beeld.integratie().stap(id)?;
        BesluitNode::vind(beeld, positie, &besluit.id, None)?.stapnode(id)
    }
}

/// Een stap van een besluit.
#[Object(name = "Besluitstap")]
impl BesluitstapNode {
    /// Adres van deze stap.
    pub async fn id(&self) -> ID {
        global_id("Besluitstap", &self.stap.id)
    }

    /// Het besluit waar zij bij hoort.
    #[graphql(name = "besluit")]
    async fn van_besluit(&self) -> BesluitNode {
        self.besluit.clone()
    }

    /// Naam van de stap.
    async fn naam(&self) -> &str {
        &self.stap.naam
    }

    /// Wat er in de stap gebeurt.
    async fn soort(&self) -> StapSoort {
        self.stap.soort
    }

    /// Wie de stap zet.
    async fn gremium(&self) -> Result<RolNode> {
        RolNode::vind(&self.besluit.beeld, &self.stap.gremium).ok_or_else(|| "gremium ontbreekt".into())
    }

    /// In welke rol het gremium besluit; leeg: er wordt niets besloten.
    async fn hoedanigheid(&self) -> Option<Hoedanigheid> {
        self.stap.hoedanigheid
    }

    /// Gremia die deze stap ook kunnen zetten, elk met de rol waarin.
    async fn mogelijke_gremia(&self) -> Vec<GremiumKeuze> {
        GremiumKeuze::alle(&self.besluit.beeld, self.stap.soort)
    }

    /// Wanneer de regio het besluit heeft genomen.
    async fn regel(&self) -> BesluitregelNode {
        BesluitregelNode { beeld: self.besluit.beeld.clone(), regel: self.stap.regel.clone() }
    }

    /// De termijn die voor elke gemeente loopt, als die er is.
    async fn termijn(&self) -> Option<TermijnNode> {
        self.stap.termijn.clone().map(TermijnNode)
    }

    /// De mijlpaal die klaar is als deze stap klaar is.
    async fn mijlpaal(&self) -> Option<MijlpaalNode> {
        MijlpaalNode::vind(&self.besluit.beeld, self.besluit.positie, self.stap.mijlpaal.as_ref()?)
    }

    /// Hoe de regio ervoor staat.
    async fn regionaal(&self, ctx: &Context<'_>) -> RegionaalNode {
        let BesluitNode { beeld, besluit, .. } = &self.besluit;
        let peildag = self.besluit.peildag(ctx);
        let nu = beeld.integratie().regionaal(beeld.organisatie(), besluit, &self.stap, peildag);
        RegionaalNode { beeld: beeld.clone(), stap: self.stap.clone(), nu }
    }
}

/// Een gremium, en in welke rollen het een stap kan zetten.
#[derive(SimpleObject)]
pub struct GremiumKeuze {
    /// Het gremium.
    gremium: RolNode,
    /// De rollen.
    hoedanigheden: Vec<Hoedanigheid>,
}

impl GremiumKeuze {
    /// The bodies that can take a step of this kind.
    pub fn alle(beeld: &Lezing, soort: StapSoort) -> Vec<Self> {
        let mogelijk = soort.hoedanigheden();
        let mut gremia: Vec<_> = mogelijk.iter().flat_map(|als| gremia_met(*als)).collect();
        gremia.dedup();
        let keuze = |id: &RolId| {
            let eigen = hoedanigheden(id).iter().filter(|als| mogelijk.contains(als));
            Some(Self { gremium: RolNode::vind(beeld, id)?, hoedanigheden: eigen.copied().collect() })
        };
        gremia.iter().filter_map(keuze).collect()
    }
}

/// Wanneer een regio een besluit heeft genomen.
#[derive(Enum, Clone, Copy, PartialEq, Eq)]
pub enum BesluitregelSoort {
    /// Alle deelnemende gemeenten zijn nodig.
    Alle,
    /// Meer dan de helft van de gemeenten is nodig.
    Meerderheid,
    /// Een deel van het totale gewicht is nodig.
    Gewogen,
}

/// Hoe zwaar een gemeente telt.
#[derive(SimpleObject)]
pub struct Stemgewicht {
    /// De gemeente.
    gemeente: GemeenteNode,
    /// Haar gewicht.
    gewicht: i32,
}

/// De regel waarmee een regionaal besluit telt.
pub struct BesluitregelNode {
    beeld: Lezing,
    regel: Besluitregel,
}

/// De regel waarmee een regionaal besluit telt.
#[Object(name = "Besluitregel")]
impl BesluitregelNode {
    /// Soort regel.
    async fn soort(&self) -> BesluitregelSoort {
        match self.regel {
            Besluitregel::Alle => BesluitregelSoort::Alle,
            Besluitregel::Meerderheid => BesluitregelSoort::Meerderheid,
            Besluitregel::Gewogen { .. } => BesluitregelSoort::Gewogen,
        }
    }

    /// Het deel van het totale gewicht dat nodig is, in procenten; leeg: de regel weegt niet.
    async fn drempel(&self) -> Option<i32> {
        match self.regel {
            Besluitregel::Gewogen { drempel, .. } => Some(drempel),
            _ => None,
        }
    }

    /// De gewichten die zijn vastgelegd; wie er niet bij staat, telt voor 1.
    async fn gewichten(&self) -> Vec<Stemgewicht> {
        let Besluitregel::Gewogen { gewichten, .. } = &self.regel else { return Vec::new() };
        let gewicht = |(id, gewicht): (&GemeenteId, &i32)| {
            Some(Stemgewicht { gemeente: GemeenteNode::vind(&self.beeld, id)?, gewicht: *gewicht })
        };
        gewichten.iter().filter_map(gewicht).collect()
    }

    /// De regel in woorden.
    async fn woorden(&self) -> String {
        regel_in_woorden(&self.regel)
    }
}

/// Hoe de regio ervoor staat in een stap. De status per gemeente blijft zichtbaar.
pub struct RegionaalNode {
    beeld: Lezing,
    stap: Arc<Stap>,
    nu: Regionaal,
}

impl RegionaalNode {
    fn gemeenten(&self, ids: &[GemeenteId]) -> Vec<GemeenteNode> {
        ids.iter().filter_map(|id| GemeenteNode::vind(&self.beeld, id)).collect()
    }
}

/// Hoe de regio ervoor staat in een stap. De status per gemeente blijft zichtbaar.
#[Object(name = "RegionaleStand")]
impl RegionaalNode {
    /// Hoeveel gemeenten de stap zetten.
    async fn aantal(&self) -> usize {
        self.nu.alle.len()
    }

    /// Hoeveel er binnen zijn.
    async fn binnen(&self) -> usize {
        self.nu.binnen.len()
    }

    /// Wie nog ontbreken.
    async fn ontbreekt(&self) -> Vec<GemeenteNode> {
        self.gemeenten(&self.nu.ontbreekt)
    }

    /// Wie niet akkoord is.
    async fn geweigerd(&self) -> Vec<GemeenteNode> {
        self.gemeenten(&self.nu.geweigerd)
    }

    /// Is aan de besluitregel voldaan?
    async fn voldaan(&self) -> bool {
        self.nu.voldaan
    }

    /// Kan er nog aan voldaan worden?
    async fn haalbaar(&self) -> bool {
        self.nu.haalbaar
    }

    /// De stand in gewone zinnen.
    async fn uitleg(&self) -> String {
        regionaal_in_woorden(&self.beeld, &self.stap, &self.nu)
    }
}

/// Hoe lang iets duurt.
#[derive(SimpleObject)]
pub struct Tijdsduur {
    /// Hoeveel.
    waarde: i32,
    /// Waarvan.
    eenheid: Eenheid,
    /// In woorden.
    woorden: String,
}

impl From<Duur> for Tijdsduur {
    fn from(duur: Duur) -> Self {
        Self { waarde: duur.waarde, eenheid: duur.eenheid, woorden: duur.in_woorden() }
    }
}

/// Een termijn zoals zij is vastgelegd; met de dag van ontvangst krijgt zij een einde.
pub struct TermijnNode(Termijn);

/// Een termijn zoals zij is vastgelegd; met de dag van ontvangst krijgt zij een einde.
#[Object(name = "Termijn")]
impl TermijnNode {
    /// Hoe lang zij duurt.
    async fn duur(&self) -> Tijdsduur {
        self.0.duur.into()
    }

    /// Wie de lengte bepaalt.
    async fn soort(&self) -> TermijnSoort {
        self.0.soort
    }

    /// Waar in de wet zij op rust.
    async fn grondslag(&self) -> Option<Grondslag> {
        self.0.grondslag
    }

    /// Het artikel.
    async fn artikel(&self) -> Option<&'static str> {
        self.0.grondslag.map(|grondslag| grondslag.regel().artikel)
    }

    /// De kortste duur die de wet toestaat; leeg: de wet noemt er geen.
    async fn minimum(&self) -> Option<Tijdsduur> {
        self.0.grondslag.and_then(|grondslag| grondslag.regel().duur).map(Tijdsduur::from)
    }

    /// Waar zij mee begint.
    async fn begin(&self) -> Begin {
        self.0.begin
    }

    /// Welke kant zij op telt.
    async fn richting(&self) -> Richting {
        self.0.richting
    }
}
