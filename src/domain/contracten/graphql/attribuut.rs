//! One attribute: a row of the comparison, with what was decided about it.

use std::sync::Arc;

use async_graphql::{Context, ID, Object, Result, SimpleObject};

use super::{
    CelNode, ContractNode,
    besluit::{BesluitNode, BijdrageNode, MomentNode},
    contract::BeletselNode,
};
use crate::{
    domain::{
        contracten::{
            Attribuut, AttribuutId, AttribuutInhoud, Cel, Harmonisatiestand, Kolom, Planstand, STREKEN, Standen,
            Sturingselement, Vergelijk, Verschil, Waardesoort,
        },
        fout::{Code, Fout},
        graphql::aanvraag,
        logboek::{GebeurtenisConnection, geschiedenis},
        organisatie::{
            RegioId,
            graphql::{DomeinNode, Herkomst, RegioNode},
        },
        rechten::{Bereik, Recht},
        sporen::Lezing,
    },
    platform::{
        change_log::Position,
        graphql::{page::Window, relay::global_id, scalars::Positie},
    },
};

/// So many columns still fit beside each other.
const MAX_KOLOMMEN: usize = 32;

/// Een attribuut waarop Noord en Midden vergeleken worden.
#[derive(Clone)]
pub struct AttribuutNode {
    pub beeld: Lezing,
    pub positie: Position,
    pub attribuut: Arc<Attribuut>,
}

/// Hoe de waarden naast elkaar staan.
#[derive(SimpleObject)]
#[graphql(name = "Waardeverschil")]
pub struct VerschilNode {
    /// Gelijk, verschillend of onbekend.
    vergelijk: Vergelijk,
    /// Hoeveel het scheelt tussen de laagste en de hoogste; null: dat is niet in een getal te zeggen.
    hoeveel: Option<String>,
    /// Hoeveel waarden onbekend zijn.
    onbekend: usize,
}

/// Waar een attribuut in één regio staat.
#[derive(SimpleObject)]
pub struct Streekstand {
    /// De regio.
    regio: RegioNode,
    /// Waar het staat.
    stand: Harmonisatiestand,
}

/// Reads the names of columns; without any: the regions.
pub fn kolommen(sleutels: Option<Vec<String>>) -> Result<Vec<Kolom>, Fout> {
    let Some(sleutels) = sleutels.filter(|sleutels| !sleutels.is_empty()) else { return Ok(Kolom::streken().to_vec()) };
    if sleutels.len() > MAX_KOLOMMEN {
        return Err(Fout::bij(Code::OngeldigeWaarde, "kolommen", "Kies hooguit 32 kolommen naast elkaar."));
    }
    let lees = |sleutel: String| {
        Kolom::try_from(sleutel).map_err(|_| {
            Fout::bij(Code::OngeldigeWaarde, "kolommen", "Dit is geen kolom. Schrijf bijvoorbeeld regio:regio-noord.")
        })
    };
    sleutels.into_iter().map(lees).collect()
}

impl AttribuutNode {
    pub fn vind(beeld: &Lezing, positie: Position, id: &AttribuutId) -> Option<Self> {
        let attribuut = beeld.contracten().attributen.get(id)?.clone();
        Some(Self { beeld: beeld.clone(), positie, attribuut })
    }

    pub fn alle(beeld: &Lezing, positie: Position) -> Vec<Self> {
        let rijen = beeld.contracten().rijen().into_iter();
        rijen.map(|attribuut| Self { beeld: beeld.clone(), positie, attribuut }).collect()
    }

    fn inhoud(&self) -> &AttribuutInhoud {
        &self.attribuut.inhoud
    }

    fn cellen_in(&self, kolommen: Vec<Kolom>) -> Vec<Arc<Cel>> {
        let toestand = self.beeld.contracten();
        kolommen.into_iter().map(|kolom| toestand.cel((self.attribuut.id.clone(), kolom))).collect()
    }

    fn standen(&self) -> Standen {
        let gevonden = self.beeld.contracten().standen.get(&self.attribuut.id).copied();
        gevonden.unwrap_or_else(|| Standen::van([None; 3], None))
    }
}

/// Een attribuut waarop Noord en Midden vergeleken worden.
#[Object(name = "Attribuut")]
impl AttribuutNode {
    /// Adres van dit attribuut.
    pub async fn id(&self) -> ID {
        global_id("Attribuut", &self.attribuut.id)
    }

    /// De plek in het logboek waarop dit gelezen is.
    async fn positie(&self) -> Positie {
        Positie(self.positie)
    }

    /// Het sturingselement waar het onder valt.
    async fn element(&self) -> Sturingselement {
        self.inhoud().element
    }

    /// Hoe het heet, hooguit 200 tekens.
    async fn naam(&self) -> &str {
        &self.inhoud().naam
    }

    /// Wat voor waarden het heeft.
    async fn soort(&self) -> Waardesoort {
        self.inhoud().vorm.soort
    }

    /// De eenheid van een bedrag, zoals € per uur.
    async fn eenheid(&self) -> Option<&str> {
        self.inhoud().vorm.eenheid.as_deref()
    }

    /// Waar je uit kiest; alleen bij een keuze.
    async fn keuzes(&self) -> &[String] {
        &self.inhoud().vorm.keuzes
    }

    /// De domeinen waar het over gaat; geen: alle.
    async fn domeinen(&self) -> Vec<DomeinNode> {
        self.inhoud().domeinen.iter().filter_map(|id| DomeinNode::vind(&self.beeld, id)).collect()
    }

    /// De contracten die een wijziging tegen kunnen houden; geen: het staat niet in contracten.
    async fn contracten(&self) -> Vec<ContractNode> {
        let contracten = self.beeld.contracten().contracten_van(&self.attribuut).into_iter();
        contracten.map(|contract| ContractNode { beeld: self.beeld.clone(), positie: self.positie, contract }).collect()
    }

    /// De contracten die er met name bij gekozen zijn; geen: die van de domeinen.
    async fn gekozen_contracten(&self) -> Vec<ContractNode> {
        let ids = self.inhoud().contracten.iter();
        ids.filter_map(|id| ContractNode::vind(&self.beeld, self.positie, id)).collect()
    }

    /// Staat het in contracten? Een werkwijze kan elke dag anders.
    async fn in_contract(&self) -> bool {
        self.inhoud().in_contract
    }

    /// Wat een wijziging verder in de weg staat.
    async fn beletsels(&self) -> Vec<BeletselNode> {
        self.inhoud().beletsels.iter().map(BeletselNode::from).collect()
    }

    /// Wat je erbij moet weten; leeg: niets.
    async fn toelichting(&self) -> &str {
        &self.inhoud().toelichting
    }

    /// Het document waar het uit komt, als dat er is.
    async fn herkomst(&self) -> Option<Herkomst> {
        self.attribuut.herkomst.as_ref().map(Herkomst::from)
    }

    /// Wordt het niet meer vergeleken?
    async fn vervallen(&self) -> bool {
        self.inhoud().vervallen
    }

    /// Gaat omhoog bij elke wijziging; stuur haar mee als `verwachteVersie`.
    async fn versie(&self) -> i32 {
        self.attribuut.versie
    }

    /// De cellen in deze kolommen, in die volgorde.
    #[graphql(complexity = "8 * child_complexity")]
    async fn cellen(
        &self,
        #[graphql(desc = "Sleutels van kolommen, zoals regio:regio-noord; leeg: Noord, MLO en MLW.")] kolommen: Option<
            Vec<String>,
        >,
    ) -> Result<Vec<CelNode>> {
        let kolommen = self::kolommen(kolommen).map_err(Fout::top_level)?;
        let cellen = self.cellen_in(kolommen).into_iter();
        Ok(cellen.map(|cel| CelNode { beeld: self.beeld.clone(), positie: self.positie, cel }).collect())
    }

    /// Hoe de waarden in deze kolommen naast elkaar staan, berekend.
    async fn verschil(
        &self,
        #[graphql(desc = "Sleutels van kolommen; leeg: Noord, MLO en MLW.")] kolommen: Option<Vec<String>>,
    ) -> Result<VerschilNode> {
        let cellen = self.cellen_in(self::kolommen(kolommen).map_err(Fout::top_level)?);
        let waarden: Vec<_> = cellen.iter().map(|cel| cel.inhoud.waarde.as_ref()).collect();
        let Verschil { vergelijk, hoeveel, onbekend } = Verschil::van(&waarden);
        Ok(VerschilNode { vergelijk, hoeveel, onbekend })
    }

    /// Hoe ver het is met gelijk worden.
    async fn stand(&self) -> Harmonisatiestand {
        self.standen().samen
    }

    /// Hoe ver elke regio daarmee is: Noord, MLO en MLW.
    async fn stand_per_streek(&self) -> Vec<Streekstand> {
        let standen = STREKEN.into_iter().zip(self.standen().per_streek);
        let regio = |id: &str| RegioNode::vind(&self.beeld, &RegioId(id.to_owned()));
        standen.filter_map(|(id, stand)| Some(Streekstand { regio: regio(id)?, stand })).collect()
    }

    /// Wat erover besloten is.
    async fn besluit(&self) -> BesluitNode {
        BesluitNode::van(self)
    }

    /// Vanaf welke dag een wijziging mag, met uitleg.
    async fn moment(&self, ctx: &Context<'_>) -> MomentNode {
        self.beeld.contracten().moment(&self.attribuut, aanvraag(ctx).vandaag_in(&self.beeld)).into()
    }

    /// Hoe de geplande dag zich verhoudt tot wat mag; leeg: er is niets gepland.
    async fn planstand(&self, ctx: &Context<'_>) -> Option<Planstand> {
        let toestand = self.beeld.contracten();
        let gepland = toestand.besluiten.get(&self.attribuut.id)?.inhoud.gepland_op?;
        Some(toestand.moment(&self.attribuut, aanvraag(ctx).vandaag_in(&self.beeld)).toets(gepland))
    }

    /// Wat erover gezegd is, in volgorde.
    async fn gesprek(&self) -> Vec<BijdrageNode> {
        let gesprek = self.beeld.contracten().gesprek(&self.attribuut.id).into_iter();
        gesprek.map(|bijdrage| BijdrageNode { beeld: self.beeld.clone(), bijdrage }).collect()
    }

    /// Mag de kijker hierover besluiten?
    async fn mag_besluiten(&self, ctx: &Context<'_>) -> bool {
        aanvraag(ctx).mag(&self.beeld, Recht::HarmonisatieBesluiten, &Bereik::Alles)
    }

    /// Mag de kijker dit attribuut wijzigen?
    async fn mag_wijzigen(&self, ctx: &Context<'_>) -> bool {
        aanvraag(ctx).mag(&self.beeld, Recht::ContractenBeheren, &Bereik::Alles)
    }

    /// Alles wat met dit attribuut, zijn cellen en zijn besluit gebeurde, nieuwste eerst.
    #[graphql(complexity = "first as usize / 10 + child_complexity")]
    async fn geschiedenis(
        &self,
        ctx: &Context<'_>,
        #[graphql(default = 50, desc = "Hoeveel regels, 1 tot 100.")] first: i32,
        #[graphql(desc = "Lees verder na deze cursor.")] after: Option<String>,
    ) -> Result<GebeurtenisConnection> {
        geschiedenis(ctx, "Attribuut", self.attribuut.id.to_string(), Window::new(first, after)?).await
    }
}
