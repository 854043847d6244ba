//! The budget of what goes over, against the frames that exist.

use std::sync::Arc;

use async_graphql::{
    Context, ID, InputValueError, InputValueResult, Object, Result, Scalar, ScalarType, SimpleObject, Value,
};

use super::{BesluitNode, FunctieNode, TaakNode, TrajectNode};
use crate::{
    domain::{
        graphql::aanvraag,
        integratie::{
            Aanleiding, BudgetInhoud, BudgetSleutel, Budgeteffect, Budgetregel, Budgetsom, Budgetstand, Budgettabel,
            Controle, EffectSoort, FunctieId, Oordeel, Optelling, Toets, Traject, TrajectId,
            kaderzinnen::oorzaak_in_woorden, streken,
        },
        logboek::{GebeurtenisConnection, geschiedenis},
        organisatie::{
            GemeenteId,
            graphql::{GemeenteNode, Herkomst, PersoonNode},
        },
        rechten::{Bereik, Recht},
        sporen::Lezing,
    },
    platform::{
        change_log::Position,
        graphql::{
            page::Window,
            relay::global_id,
            scalars::{Datum, Tijdstip},
        },
    },
};

/// Een bedrag in hele euro's.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Bedrag(pub i64);

/// Een bedrag in hele euro's.
#[Scalar]
impl ScalarType for Bedrag {
    fn parse(value: Value) -> InputValueResult<Self> {
        match value {
            Value::Number(getal) => getal.as_i64().map(Self).ok_or_else(|| InputValueError::custom("geen heel bedrag")),
            anders => Err(InputValueError::expected_type(anders)),
        }
    }

    fn to_value(&self) -> Value {
        Value::Number(self.0.into())
    }
}

/// Eén functie van één gemeente in één jaar.
#[derive(Clone)]
pub struct BudgetregelNode {
    beeld: Lezing,
    positie: Position,
    traject: Arc<Traject>,
    regel: Arc<Budgetregel>,
    effecten: Arc<Vec<Arc<Budgeteffect>>>,
    toets: Arc<Toets>,
}

/// "traject/functie/gemeente/jaar", read.
pub(super) fn sleutel_van(sleutel: &str) -> Option<BudgetSleutel> {
    let delen: Vec<_> = sleutel.split('/').collect();
    let [traject, functie, gemeente, jaar] = delen.as_slice() else { return None };
    let (traject, functie) = (TrajectId((*traject).to_owned()), FunctieId((*functie).to_owned()));
    Some((traject, functie, GemeenteId((*gemeente).to_owned()), jaar.parse().ok()?))
}

impl BudgetregelNode {
    pub fn vind(beeld: &Lezing, positie: Position, sleutel: &str) -> Option<Self> {
        Self::met(beeld, positie, sleutel_van(sleutel)?)
    }

    pub(super) fn met(beeld: &Lezing, positie: Position, sleutel: BudgetSleutel) -> Option<Self> {
        let traject = beeld.integratie().trajecten.get(&sleutel.0)?.clone();
        traject.functie(&sleutel.1)?;
        let doet_mee = streken(beeld.organisatie(), &traject).iter().any(|(_, leden)| leden.contains(&sleutel.2));
        doet_mee.then(|| Self::van(beeld, positie, &traject, sleutel))
    }

    fn van(beeld: &Lezing, positie: Position, traject: &Arc<Traject>, sleutel: BudgetSleutel) -> Self {
        let hoort = |effect: &&Arc<Budgeteffect>| {
            (&effect.traject, &effect.functie, &effect.gemeente) == (&sleutel.0, &sleutel.1, &sleutel.2)
                && (effect.in_jaar(sleutel.3).is_some() || (effect.ingetrokken && effect.jaar == sleutel.3))
        };
        let effecten: Vec<_> = beeld.integratie().budgeteffecten.values().filter(hoort).cloned().collect();
        let gevonden = beeld.integratie().budget.get(&sleutel).cloned();
        let regel = gevonden.unwrap_or_else(|| Arc::new(Budgetregel::leeg(sleutel)));
        let toets = regel.inhoud.toets(regel.jaar, effecten.iter().map(Arc::as_ref));
        Self {
            beeld: beeld.clone(),
            positie,
            traject: traject.clone(),
            regel,
            effecten: Arc::new(effecten),
            toets: Arc::new(toets),
        }
    }

    fn inhoud(&self) -> &BudgetInhoud {
        &self.regel.inhoud
    }

    fn adres(&self) -> String {
        let Budgetregel { traject, functie, gemeente, jaar, .. } = &*self.regel;
        format!("{traject}/{functie}/{gemeente}/{jaar}")
    }
}

/// Eén functie van één gemeente in één jaar. Leeg is onbekend, nooit nul.
#[Object(name = "Budgetregel")]
impl BudgetregelNode {
    /// Adres van deze regel.
    pub async fn id(&self) -> ID {
        global_id("Budgetregel", self.adres())
    }

    /// Het traject.
    #[graphql(name = "traject")]
    async fn bij_traject(&self) -> TrajectNode {
        TrajectNode { beeld: self.beeld.clone(), traject: self.traject.clone(), positie: self.positie }
    }

    /// De functie.
    async fn functie(&self) -> Result<FunctieNode> {
        self.traject.functie(&self.regel.functie).map(FunctieNode::from).ok_or_else(|| "functie ontbreekt".into())
    }

    /// De gemeente.
    async fn gemeente(&self) -> Result<GemeenteNode> {
        GemeenteNode::vind(&self.beeld, &self.regel.gemeente).ok_or_else(|| "gemeente ontbreekt".into())
    }

    /// Het jaar.
    async fn jaar(&self) -> i32 {
        i32::from(self.regel.jaar)
    }

    /// Het bestaande budget: het plafond.
    async fn kader(&self) -> Option<Bedrag> {
        self.inhoud().kader.map(Bedrag)
    }

    /// Wat begroot is.
    async fn begroting(&self) -> Option<Bedrag> {
        self.inhoud().begroting.map(Bedrag)
    }

    /// Wat is uitgegeven.
    async fn realisatie(&self) -> Option<Bedrag> {
        self.inhoud().realisatie.map(Bedrag)
    }

    /// Tot en met deze dag.
    async fn realisatie_tot(&self) -> Option<Datum> {
        self.inhoud().realisatie_tot.map(Datum)
    }

    /// Wat over het hele jaar verwacht wordt.
    async fn prognose(&self) -> Option<Bedrag> {
        self.inhoud().prognose.map(Bedrag)
    }

    /// Waar dit uit blijkt.
    async fn bron(&self) -> Option<&str> {
        self.inhoud().bron.as_deref()
    }

    /// Is het zeker? Dan is er een bron.
    async fn zeker(&self) -> bool {
        self.inhoud().zeker
    }

    /// Wat taken en besluiten met deze regel doen; ook wat is ingetrokken.
    async fn effecten(&self) -> Vec<BudgeteffectNode> {
        let node = |effect: &Arc<Budgeteffect>| BudgeteffectNode {
            beeld: self.beeld.clone(),
            positie: self.positie,
            effect: effect.clone(),
        };
        self.effecten.iter().map(node).collect()
    }

    /// Wat verwacht wordt zonder die effecten: de prognose, en anders de begroting.
    async fn verwacht(&self) -> Option<Bedrag> {
        self.toets.verwacht.map(Bedrag)
    }

    /// Wat verwacht wordt met die effecten.
    async fn na_effecten(&self) -> Option<Bedrag> {
        self.toets.na_effecten.map(Bedrag)
    }

    /// Wat er van het kader over is; onder nul: zoveel eroverheen.
    async fn ruimte(&self) -> Option<Bedrag> {
        self.toets.ruimte.map(Bedrag)
    }

    /// Past het in het bestaande kader?
    #[graphql(name = "budgetstand")]
    async fn stand(&self) -> Budgetstand {
        self.toets.stand
    }

    /// Waardoor het kader wordt overschreden; leeg: het wordt niet overschreden.
    async fn oorzaken(&self) -> Vec<String> {
        self.toets.oorzaken.iter().map(|oorzaak| oorzaak_in_woorden(&self.beeld, oorzaak)).collect()
    }

    /// Gaat omhoog bij elke wijziging, vanaf 0; stuur haar mee als `verwachteVersie`.
    async fn versie(&self) -> i32 {
        self.regel.versie
    }

    /// Wie de regel het laatst invulde; leeg: de hub zelf of niemand.
    async fn gewijzigd_door(&self) -> Option<PersoonNode> {
        PersoonNode::vind(&self.beeld, self.regel.door?)
    }

    /// Wanneer de regel het laatst is ingevuld; leeg: nooit.
    async fn gewijzigd_op(&self) -> Option<Tijdstip> {
        (self.regel.versie > 0).then_some(Tijdstip(self.regel.op))
    }

    /// Mag de kijker deze regel invullen?
    async fn mag_invullen(&self, ctx: &Context<'_>) -> bool {
        let bereik = Bereik::Gemeenten(vec![self.regel.gemeente.clone()]);
        aanvraag(ctx).mag(&self.beeld, Recht::BudgetBeheren, &bereik)
    }

    /// Alles wat met deze regel gebeurde, nieuwste eerst.
    #[graphql(complexity = "first as usize / 10 + child_complexity")]
    async fn geschiedenis(
        &self,
        ctx: &Context<'_>,
        #[graphql(default = 50, desc = "Hoeveel regels, 1 tot 100.")] first: i32,
        #[graphql(desc = "Lees verder na deze cursor.")] after: Option<String>,
    ) -> Result<GebeurtenisConnection> {
        geschiedenis(ctx, "Budgetregel", self.adres(), Window::new(first, after)?).await
    }
}

/// Wat een taak of besluit met het budget doet, boven op wat verwacht wordt.
#[derive(Clone)]
pub struct BudgeteffectNode {
    beeld: Lezing,
    positie: Position,
    effect: Arc<Budgeteffect>,
}

impl BudgeteffectNode {
    /// Those of a task that count.
    pub fn van_taak(taak: &TaakNode) -> Vec<Self> {
        let aanleiding = Aanleiding::Taak(taak.kaart.taak.id);
        let effecten = taak.beeld.integratie().budgeteffecten.values();
        let eigen = effecten.filter(|effect| effect.aanleiding == aanleiding && !effect.ingetrokken);
        let node = |effect: &Arc<Budgeteffect>| Self {
            beeld: taak.beeld.clone(),
            positie: taak.positie,
            effect: effect.clone(),
        };
        eigen.map(node).collect()
    }
}

/// Wat een taak of besluit met het budget doet, boven op wat verwacht wordt.
#[Object(name = "Budgeteffect")]
impl BudgeteffectNode {
    /// Sleutel van dit effect; geef haar mee om het in te trekken.
    async fn sleutel(&self) -> uuid::Uuid {
        self.effect.id.0
    }

    /// Hoeveel het kost; onder nul: het levert op.
    async fn bedrag(&self) -> Bedrag {
        Bedrag(self.effect.bedrag)
    }

    /// Elk jaar of één keer.
    async fn soort(&self) -> EffectSoort {
        self.effect.soort
    }

    /// Het jaar waarin het begint.
    async fn vanaf(&self) -> i32 {
        i32::from(self.effect.jaar)
    }

    /// De functie.
    async fn functie(&self) -> Option<FunctieNode> {
        let traject = self.beeld.integratie().trajecten.get(&self.effect.traject)?;
        traject.functie(&self.effect.functie).map(FunctieNode::from)
    }

    /// De gemeente.
    async fn gemeente(&self) -> Option<GemeenteNode> {
        GemeenteNode::vind(&self.beeld, &self.effect.gemeente)
    }

    /// De taak die het effect heeft, als het een taak is.
    async fn taak(&self) -> Option<TaakNode> {
        let Aanleiding::Taak(taak) = self.effect.aanleiding else { return None };
        TaakNode::vind(&self.beeld, self.positie, taak)
    }

    /// Het besluit dat het effect heeft, als het een besluit is.
    async fn besluit(&self) -> Option<BesluitNode> {
        let Aanleiding::Besluit(besluit) = &self.effect.aanleiding else { return None };
        BesluitNode::vind(&self.beeld, self.positie, besluit, None)
    }

    /// Wat je erbij moet weten; leeg als er niets is.
    async fn toelichting(&self) -> &str {
        &self.effect.toelichting
    }

    /// Telt het niet meer mee?
    async fn ingetrokken(&self) -> bool {
        self.effect.ingetrokken
    }
}

/// Een optelling van bedragen; wat onbekend is, telt niet als nul.
#[derive(Clone, SimpleObject)]
pub struct BedragOptelling {
    /// De som van wat bekend is; leeg: er is niets bekend.
    som: Option<Bedrag>,
    /// Hoeveel bedragen bekend zijn.
    bekend: usize,
    /// Hoeveel bedragen er zijn.
    van: usize,
}

impl From<Optelling> for BedragOptelling {
    fn from(tot: Optelling) -> Self {
        Self { som: (tot.bekend > 0).then_some(Bedrag(tot.som)), bekend: tot.bekend, van: tot.van }
    }
}

/// Wat regels van het budget samen zijn.
#[derive(Clone, SimpleObject)]
#[graphql(name = "Budgetsom")]
pub struct BudgetsomNode {
    /// De bestaande kaders.
    kader: BedragOptelling,
    /// Wat begroot is.
    begroting: BedragOptelling,
    /// Wat is uitgegeven.
    realisatie: BedragOptelling,
    /// Wat over het hele jaar verwacht wordt.
    prognose: BedragOptelling,
    /// Wat verwacht wordt met de effecten van taken en besluiten.
    na_effecten: BedragOptelling,
    /// Hoeveel regels hun kader overschrijden.
    overschreden: usize,
    /// Hoeveel die regels samen over hun kader gaan.
    bedrag_over: Bedrag,
}

fn som<'a>(regels: impl Iterator<Item = &'a BudgetregelNode> + Clone) -> BudgetsomNode {
    let som = Budgetsom::tel(regels.map(|een| (een.inhoud(), &*een.toets)));
    BudgetsomNode {
        kader: som.kader.into(),
        begroting: som.begroting.into(),
        realisatie: som.realisatie.into(),
        prognose: som.prognose.into(),
        na_effecten: som.na_effecten.into(),
        overschreden: som.overschreden,
        bedrag_over: Bedrag(som.bedrag_over),
    }
}

/// Wat één functie over alle gemeenten is.
#[derive(Clone, SimpleObject)]
pub struct BudgetPerFunctie {
    /// De functie.
    functie: FunctieNode,
    /// De optelling.
    som: BudgetsomNode,
}

/// Wat één gemeente over alle functies is.
#[derive(Clone, SimpleObject)]
pub struct BudgetPerGemeente {
    /// De gemeente.
    gemeente: Option<GemeenteNode>,
    /// De optelling.
    som: BudgetsomNode,
}

/// Het budget van een traject in één jaar.
pub struct BudgetNode {
    node: TrajectNode,
    jaar: i16,
    regels: Vec<BudgetregelNode>,
    gemeenten: Vec<GemeenteId>,
}

impl BudgetNode {
    /// In this year, or else the one of the target.
    pub fn van(node: &TrajectNode, jaar: Option<i16>, vandaag: i16) -> Self {
        let jaar = jaar.unwrap_or_else(|| node.traject.streefdatum.map_or(vandaag, |dag| dag.year()));
        let streken = streken(node.beeld.organisatie(), &node.traject);
        let gemeenten: Vec<_> = streken.into_iter().flat_map(|(_, leden)| leden).collect();
        let mut regels = Vec::new();
        for functie in &node.traject.functies {
            for gemeente in &gemeenten {
                let sleutel = (node.traject.id.clone(), functie.id.clone(), gemeente.clone(), jaar);
                regels.push(BudgetregelNode::van(&node.beeld, node.positie, &node.traject, sleutel));
            }
        }
        Self { node: node.clone(), jaar, regels, gemeenten }
    }
}

/// Het budget van een traject in één jaar.
#[Object(name = "Budget")]
impl BudgetNode {
    /// Het jaar.
    async fn jaar(&self) -> i32 {
        i32::from(self.jaar)
    }

    /// De regels: per functie, van Noord naar Midden.
    #[graphql(complexity = "30 + child_complexity")]
    async fn regels(&self) -> Vec<BudgetregelNode> {
        self.regels.clone()
    }

    /// Alles bij elkaar.
    async fn totaal(&self) -> BudgetsomNode {
        som(self.regels.iter())
    }

    /// Per functie, over alle gemeenten.
    async fn per_functie(&self) -> Vec<BudgetPerFunctie> {
        let een = |functie: &crate::domain::integratie::Functie| {
            let eigen = self.regels.iter().filter(|regel| regel.regel.functie == functie.id);
            BudgetPerFunctie { functie: functie.into(), som: som(eigen) }
        };
        self.node.traject.functies.iter().map(een).collect()
    }

    /// Per gemeente, over alle functies.
    async fn per_gemeente(&self) -> Vec<BudgetPerGemeente> {
        let een = |gemeente: &GemeenteId| {
            let eigen = self.regels.iter().filter(|regel| regel.regel.gemeente == *gemeente);
            BudgetPerGemeente { gemeente: GemeenteNode::vind(&self.node.beeld, gemeente), som: som(eigen) }
        };
        self.gemeenten.iter().map(een).collect()
    }
}

/// Een tabel van een begroting zoals een rapport haar geeft, met de totalen nagerekend.
#[derive(Clone)]
pub struct BudgettabelNode(pub Arc<Budgettabel>);

/// Een regel van zo'n tabel.
#[derive(SimpleObject)]
pub struct BudgettabelRegel {
    /// Naam van de post.
    naam: String,
    /// Is het een totaal van andere regels?
    totaal: bool,
    /// Een bedrag per kolom; leeg: onbekend.
    bedragen: Vec<Option<Bedrag>>,
}

/// Een totaal naast de som van zijn delen.
#[derive(SimpleObject)]
pub struct BudgettabelControle {
    /// Het totaal.
    regel: String,
    /// De kolom.
    kolom: String,
    /// De som van de delen; leeg: een deel is onbekend.
    berekend: Option<Bedrag>,
    /// Wat het rapport zegt; leeg: onbekend.
    in_bron: Option<Bedrag>,
    /// Of dat hetzelfde is.
    oordeel: Oordeel,
}

impl From<Controle> for BudgettabelControle {
    fn from(een: Controle) -> Self {
        let Controle { regel, kolom, berekend, in_bron, oordeel } = een;
        Self { regel, kolom, berekend: berekend.map(Bedrag), in_bron: in_bron.map(Bedrag), oordeel }
    }
}

/// Een tabel van een begroting zoals een rapport haar geeft, met de totalen nagerekend.
#[Object(name = "Budgettabel")]
impl BudgettabelNode {
    /// Adres van deze tabel.
    pub async fn id(&self) -> ID {
        global_id("Budgettabel", &self.0.id)
    }

    /// Naam van de tabel.
    async fn naam(&self) -> &str {
        &self.0.naam
    }

    /// De namen van de kolommen.
    async fn kolommen(&self) -> Vec<String> {
        self.0.kolommen.iter().map(|kolom| kolom.naam.clone()).collect()
    }

    /// De regels.
    async fn regels(&self) -> Vec<BudgettabelRegel> {
        let regel = |een: &crate::domain::integratie::Tabelregel| BudgettabelRegel {
            naam: een.naam.clone(),
            totaal: !een.telt.is_empty(),
            bedragen: een.bedragen.iter().map(|bedrag| bedrag.map(Bedrag)).collect(),
        };
        self.0.regels.iter().map(regel).collect()
    }

    /// Elk totaal in elke kolom, nagerekend.
    async fn controles(&self) -> Vec<BudgettabelControle> {
        self.0.controles().into_iter().map(BudgettabelControle::from).collect()
    }

    /// Wat het rapport erbij zegt.
    async fn toelichting(&self) -> &str {
        &self.0.toelichting
    }

    /// Waar dit uit blijkt.
    async fn herkomst(&self) -> Herkomst {
        (&self.0.herkomst).into()
    }
}
