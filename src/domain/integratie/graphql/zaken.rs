//! De stand van zaken of a trajectory, and what is different since a day.

use async_graphql::{Context, ID, Object, Result, SimpleObject};
use jiff::civil::Date;

use super::{BesluitNode, BesluitcelNode, BesluitstapNode, MijlpaalNode, PrognoseNode, RisicoNode, TrajectNode};
use crate::{
    domain::{
        fout::Fout,
        graphql::{aanvraag, sleutel},
        integratie::{
            Beschouwing, Gemeentestand, Kans, Prognose, TrajectId, Verschil, VerschilRichting, VerschilSoort,
        },
        logboek::beeld_van_dag,
        organisatie::graphql::GemeenteNode,
        sporen::Lezing,
    },
    platform::graphql::scalars::Datum,
};

/// So many risks fit on the page of the steering group.
const TOPRISICOS: usize = 5;

/// Hoe een traject ervoor staat, op één blad voor de stuurgroep.
pub struct StandVanZakenNode {
    traject: TrajectNode,
    peildag: Date,
    prognose: Prognose,
}

impl StandVanZakenNode {
    pub fn new(ctx: &Context<'_>, traject: &TrajectNode, op: Option<Datum>) -> Self {
        let integratie = traject.beeld.integratie();
        let vandaag = aanvraag(ctx).vandaag_in(&traject.beeld);
        let peildag = op.map_or_else(|| integratie.peildag(&traject.traject, vandaag), |op| op.0);
        let prognose = integratie.prognose(traject.beeld.organisatie(), &traject.traject, peildag);
        Self { traject: traject.clone(), peildag, prognose }
    }

    fn beschouwing(&self) -> Beschouwing<'_> {
        let beeld = &self.traject.beeld;
        Beschouwing {
            integratie: beeld.integratie(),
            organisatie: beeld.organisatie(),
            traject: &self.traject.traject,
            peildag: self.peildag,
        }
    }

    fn besluiten(&self) -> impl Iterator<Item = BesluitNode> {
        let besluiten = self.traject.beeld.integratie().besluiten_van(&self.traject.traject.id);
        besluiten.filter_map(|besluit| {
            BesluitNode::vind(&self.traject.beeld, self.traject.positie, &besluit.id, Some(self.peildag))
        })
    }
}

/// Hoe een traject ervoor staat, op één blad voor de stuurgroep.
#[Object(name = "StandVanZaken")]
impl StandVanZakenNode {
    /// De dag waarop het bekeken is.
    #[graphql(name = "peildag")]
    async fn bekeken_op(&self) -> Datum {
        Datum(self.peildag)
    }

    /// Wat er van de streefdatum te verwachten is.
    #[graphql(name = "prognose")]
    async fn verwachting(&self) -> PrognoseNode {
        PrognoseNode { traject: self.traject.clone(), prognose: self.prognose.clone() }
    }

    /// Hoe waarschijnlijk het is dat de streefdatum schuift; leeg: er is geen streefdatum of planning.
    async fn kans(&self) -> Option<KansNode> {
        let beschouwing = self.beschouwing();
        let kans = beschouwing.kans(&self.prognose)?;
        let uitleg = beschouwing.kans_in_woorden(&kans, &self.prognose);
        Some(KansNode { traject: self.traject.clone(), kans, uitleg })
    }

    /// Elke stap van elk besluit, met hoe de regio ervoor staat.
    async fn stappen(&self) -> Vec<BesluitstapNode> {
        let stappen = self.besluiten().flat_map(|besluit| {
            let ids: Vec<_> = besluit.besluit.stappen.iter().map(|stap| stap.id.clone()).collect();
            ids.into_iter().filter_map(move |id| besluit.stapnode(&id))
        });
        stappen.collect()
    }

    /// Termijnen die deze maand eindigen, en termijnen die zonder antwoord voorbij zijn; de eerste eerst.
    #[graphql(complexity = "20 + child_complexity")]
    async fn termijnen(&self) -> Vec<BesluitcelNode> {
        let besluiten: Vec<_> = self.besluiten().collect();
        let cel = |een: &crate::domain::integratie::Looptijd| {
            besluiten.iter().find_map(|besluit| BesluitcelNode::van(besluit, &een.stap, &een.gemeente))
        };
        self.beschouwing().looptijden().iter().filter_map(cel).collect()
    }

    /// De zwaarste risico's die nog spelen, hooguit vijf.
    async fn risicos(&self) -> Vec<RisicoNode> {
        let ids = self.beschouwing().toprisicos(TOPRISICOS).into_iter();
        ids.filter_map(|id| RisicoNode::vind(&self.traject.beeld, self.traject.positie, id)).collect()
    }

    /// Hoe elke gemeente ervoor staat, over alle besluiten samen.
    async fn gemeenten(&self) -> Vec<GemeenteStandNode> {
        let standen = self.beschouwing().gemeenten().into_iter();
        standen.map(|stand| GemeenteStandNode { beeld: self.traject.beeld.clone(), stand }).collect()
    }

    /// Hoeveel taken klaar zijn.
    async fn taken_klaar(&self) -> usize {
        self.beschouwing().taken().0
    }

    /// Hoeveel taken er zijn, zonder het archief.
    async fn taken(&self) -> usize {
        self.beschouwing().taken().1
    }
}

/// Hoe waarschijnlijk het is dat een streefdatum schuift. Een schatting, met wat eronder ligt.
pub struct KansNode {
    traject: TrajectNode,
    kans: Kans,
    uitleg: Vec<String>,
}

/// Hoe waarschijnlijk het is dat een streefdatum schuift. Een schatting, met wat eronder ligt.
#[Object(name = "KansOpUitloop")]
impl KansNode {
    /// In procenten: 0 als alles gehaald is, 100 als de streefdatum al geschoven is.
    async fn procent(&self) -> i32 {
        self.kans.procent
    }

    /// Waar dat op berust, in gewone zinnen.
    async fn uitleg(&self) -> &[String] {
        &self.uitleg
    }

    /// Elke mijlpaal op het kritieke pad die nog moet, met haar deel.
    async fn mijlpalen(&self) -> Vec<MijlpaalKans> {
        let TrajectNode { beeld, positie, .. } = &self.traject;
        let deel = |deel: &crate::domain::integratie::Kansdeel| {
            Some(MijlpaalKans {
                mijlpaal: MijlpaalNode::vind(beeld, *positie, &deel.mijlpaal)?,
                procent: deel.procent,
                risico: deel.risico.and_then(|id| RisicoNode::vind(beeld, *positie, id)),
            })
        };
        self.kans.delen.iter().filter_map(deel).collect()
    }
}

/// Hoe waarschijnlijk het is dat één mijlpaal uitloopt.
#[derive(SimpleObject)]
pub struct MijlpaalKans {
    /// De mijlpaal.
    mijlpaal: MijlpaalNode,
    /// In procenten.
    procent: i32,
    /// Het risico dat het waarschijnlijker maakt; leeg: wat tot nu toe uitliep.
    risico: Option<RisicoNode>,
}

/// Hoe één gemeente ervoor staat, over alle besluiten van een traject.
pub struct GemeenteStandNode {
    beeld: Lezing,
    stand: Gemeentestand,
}

/// Hoe één gemeente ervoor staat, over alle besluiten van een traject.
#[Object(name = "GemeenteStand")]
impl GemeenteStandNode {
    /// De gemeente.
    async fn gemeente(&self) -> Result<GemeenteNode> {
        GemeenteNode::vind(&self.beeld, &self.stand.gemeente).ok_or_else(|| "gemeente ontbreekt".into())
    }

    /// Hoeveel stappen zij zet.
    async fn stappen(&self) -> usize {
        self.stand.stappen
    }

    /// Hoeveel daarvan binnen zijn.
    async fn binnen(&self) -> usize {
        self.stand.binnen
    }

    /// Hoeveel te laat of geweigerd zijn.
    async fn mis(&self) -> usize {
        self.stand.mis
    }

    /// Wanneer de eerste termijn eindigt die nog loopt.
    async fn volgende_termijn(&self) -> Option<Datum> {
        self.stand.volgende.map(Datum)
    }
}

/// Eén ding dat anders is dan op een eerdere dag.
pub struct VerschilNode(Verschil);

/// Eén ding dat anders is dan op een eerdere dag.
#[Object(name = "Verschil")]
impl VerschilNode {
    /// Waar het over gaat.
    async fn soort(&self) -> VerschilSoort {
        self.0.soort
    }

    /// Welke kant het op ging.
    async fn richting(&self) -> VerschilRichting {
        self.0.richting
    }

    /// Het verschil als leesbare zin.
    async fn zin(&self) -> &str {
        &self.0.zin
    }
}

/// Wat je over de stand van zaken kunt vragen.
#[derive(Default)]
pub struct ZakenQuery;

#[Object]
impl ZakenQuery {
    /// Wat er anders is aan een traject dan op een eerdere dag, opgebouwd uit het logboek; het belangrijkste eerst.
    /// Leeg: het traject stond toen nog niet in de hub.
    #[graphql(complexity = "100 + child_complexity")]
    async fn verschillen(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Het traject.")] traject: ID,
        #[graphql(desc = "Vergelijk met het einde van deze dag.")] sinds: Datum,
        #[graphql(desc = "Zoals het aan het einde van deze dag was; leeg: zoals het nu is.")] stand: Option<Datum>,
    ) -> Result<Option<Vec<VerschilNode>>> {
        let aanvraag = aanvraag(ctx);
        let id = TrajectId(sleutel(&traject, "Traject", "traject").map_err(Fout::top_level)?);
        let (nu, _) = beeld_van_dag(ctx, stand).await?;
        let (toen, _) = beeld_van_dag(ctx, Some(sinds)).await?;
        let beschouw = |beeld: &Lezing| -> Option<Date> {
            let traject = beeld.integratie().trajecten.get(&id)?;
            Some(beeld.integratie().peildag(traject, aanvraag.vandaag_in(beeld)))
        };
        let (Some(dag_nu), Some(dag_toen)) = (beschouw(&nu), beschouw(&toen)) else { return Ok(None) };
        let (nu_i, nu_o) = (nu.integratie(), nu.organisatie());
        let (toen_i, toen_o) = (toen.integratie(), toen.organisatie());
        let nu = nu_i.beschouw(nu_o, &id, |_| dag_nu);
        let toen = toen_i.beschouw(toen_o, &id, |_| dag_toen);
        let (Some(nu), Some(toen)) = (nu, toen) else { return Ok(None) };
        Ok(Some(nu.verschillen(&toen).into_iter().map(VerschilNode).collect()))
    }
}
