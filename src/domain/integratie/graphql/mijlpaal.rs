//! Milestones, and what is to be expected of them.

use std::sync::Arc;

use async_graphql::{Context, ID, Object, Result, SimpleObject};

use super::TrajectNode;
use crate::domain::{
    integratie::{FaseStand, Fasebeeld, Mijlpaal, MijlpaalId, Oorzaak, Prognose},
    logboek::{GebeurtenisConnection, geschiedenis},
    organisatie::graphql::{GemeenteNode, Herkomst, RolNode},
    sporen::Lezing,
};
use crate::platform::{
    change_log::Position,
    graphql::{page::Window, relay::global_id, scalars::Datum},
};

/// Een stap van een traject op weg naar de streefdatum.
#[derive(Clone)]
pub struct MijlpaalNode {
    pub beeld: Lezing,
    pub positie: Position,
    pub mijlpaal: Arc<Mijlpaal>,
}

impl MijlpaalNode {
    pub fn vind(beeld: &Lezing, positie: Position, id: &MijlpaalId) -> Option<Self> {
        let mijlpaal = beeld.integratie().mijlpalen.get(id)?.clone();
        Some(Self { beeld: beeld.clone(), positie, mijlpaal })
    }

    /// The milestones of a trajectory, in their order.
    pub fn alle(traject: &TrajectNode) -> Vec<Self> {
        let alle = traject.beeld.integratie().mijlpalen.values();
        let mut eigen: Vec<_> =
            alle.filter(|een| een.traject == traject.traject.id && !een.vervallen).cloned().collect();
        eigen.sort_by_key(|een| een.volgorde);
        let node = |mijlpaal| Self { beeld: traject.beeld.clone(), positie: traject.positie, mijlpaal };
        eigen.into_iter().map(node).collect()
    }
}

/// Een stap van een traject op weg naar de streefdatum.
#[Object(name = "Mijlpaal")]
impl MijlpaalNode {
    /// Adres van deze mijlpaal.
    pub async fn id(&self) -> ID {
        global_id("Mijlpaal", &self.mijlpaal.id)
    }

    /// Volgorde binnen het traject, vanaf 1.
    async fn volgorde(&self) -> i32 {
        self.mijlpaal.volgorde
    }

    /// Naam van de mijlpaal.
    async fn naam(&self) -> &str {
        &self.mijlpaal.naam
    }

    /// Het traject waar zij bij hoort.
    async fn traject(&self) -> Result<TrajectNode> {
        TrajectNode::vind(&self.beeld, self.positie, &self.mijlpaal.traject).ok_or_else(|| "traject ontbreekt".into())
    }

    /// De eerste geplande dag.
    async fn van(&self) -> Datum {
        Datum(self.mijlpaal.van)
    }

    /// De laatste geplande dag.
    async fn tot(&self) -> Datum {
        Datum(self.mijlpaal.tot)
    }

    /// Wie haar moet halen.
    async fn actoren(&self) -> Vec<RolNode> {
        self.mijlpaal.actoren.iter().filter_map(|id| RolNode::vind(&self.beeld, id)).collect()
    }

    /// Waar zij op wacht.
    async fn na(&self) -> Vec<Afhankelijkheid> {
        let na = self.mijlpaal.na.iter().filter_map(|na| {
            let mijlpaal = Self::vind(&self.beeld, self.positie, &na.mijlpaal)?;
            Some(Afhankelijkheid { mijlpaal, wachttijd: na.wachttijd })
        });
        na.collect()
    }

    /// Alleen nodig als dat onderweg blijkt.
    async fn voorwaardelijk(&self) -> bool {
        self.mijlpaal.voorwaardelijk
    }

    /// Uit de planning gehaald. Zij kan terugkomen.
    async fn vervallen(&self) -> bool {
        self.mijlpaal.vervallen
    }

    /// De dag waarop zij gehaald is, als iemand dat heeft gemeld.
    async fn gereed_op(&self) -> Option<Datum> {
        self.mijlpaal.gereed_op.map(Datum)
    }

    /// Waar dit uit blijkt; leeg: iemand heeft haar zelf toegevoegd.
    async fn herkomst(&self) -> Option<Herkomst> {
        self.mijlpaal.herkomst.as_ref().map(Into::into)
    }

    /// Alles wat met deze mijlpaal gebeurde, nieuwste eerst.
    #[graphql(complexity = "first as usize / 10 + child_complexity")]
    async fn geschiedenis(
        &self,
        ctx: &Context<'_>,
        #[graphql(default = 50, desc = "Hoeveel regels, 1 tot 100.")] first: i32,
        #[graphql(desc = "Lees verder na deze cursor.")] after: Option<String>,
    ) -> Result<GebeurtenisConnection> {
        geschiedenis(ctx, "Mijlpaal", self.mijlpaal.id.to_string(), Window::new(first, after)?).await
    }
}

/// Een mijlpaal die wacht op het einde van een andere.
#[derive(SimpleObject)]
pub struct Afhankelijkheid {
    /// De mijlpaal die eerst af moet zijn.
    mijlpaal: MijlpaalNode,
    /// Dagen die daartussen moeten zitten; negatief: zoveel dagen mogen zij overlappen.
    wachttijd: i32,
}

/// Wanneer een mijlpaal te verwachten is.
#[derive(SimpleObject)]
pub struct MijlpaalVerwachting {
    /// De mijlpaal.
    mijlpaal: MijlpaalNode,
    /// De eerste dag die te verwachten is.
    van: Datum,
    /// De laatste dag die te verwachten is.
    tot: Datum,
    /// Dagen later dan gepland; negatief: eerder.
    later: i64,
    /// Dagen dat zij kan uitlopen zonder dat de streefdatum schuift; negatief: die is al geschoven. Leeg: er wacht niets op.
    speling: Option<i64>,
    /// Bepaalt zij wanneer het traject klaar is?
    kritiek: bool,
    /// De dag waarop zij gehaald is: gemeld, of omdat haar besluiten er zijn.
    gehaald_op: Option<Datum>,
}

/// Waardoor een streefdatum schuift.
#[derive(SimpleObject)]
pub struct UitloopOorzaak {
    /// De mijlpaal die later klaar is dan gepland.
    mijlpaal: MijlpaalNode,
    /// De gemeenten waar het op wacht, als die bekend zijn.
    gemeenten: Vec<GemeenteNode>,
    /// Dagen later dan gepland.
    dagen: i64,
}

/// Een deel van een traject, tot aan haar poort: de mijlpaal die haar afsluit.
#[derive(SimpleObject)]
#[graphql(name = "Fase")]
pub struct FaseNode {
    /// Waaraan de hub haar herkent als zij een andere naam of plek krijgt.
    sleutel: String,
    /// Hoe zij heet.
    naam: String,
    /// De mijlpaal die haar afsluit; leeg: nog niet gekozen.
    poort: Option<MijlpaalNode>,
    /// Is zij afgerond, nu aan de beurt of komt zij nog?
    stand: FaseStand,
    /// De dag waarop de poort gehaald is.
    gehaald_op: Option<Datum>,
    /// De dag waarop de poort te verwachten is.
    verwacht: Option<Datum>,
    /// De mijlpalen waar de poort op wacht en die nog niet gehaald zijn.
    wacht_op: Vec<MijlpaalNode>,
}

/// Wat er van een traject te verwachten is.
pub struct PrognoseNode {
    pub traject: TrajectNode,
    pub prognose: Prognose,
}

impl PrognoseNode {
    fn mijlpaal(&self, id: &MijlpaalId) -> Option<MijlpaalNode> {
        MijlpaalNode::vind(&self.traject.beeld, self.traject.positie, id)
    }

    fn oorzaak(&self, oorzaak: &Oorzaak) -> Option<UitloopOorzaak> {
        let gemeente = |id| GemeenteNode::vind(&self.traject.beeld, id);
        Some(UitloopOorzaak {
            mijlpaal: self.mijlpaal(&oorzaak.mijlpaal)?,
            gemeenten: oorzaak.gemeenten.iter().filter_map(gemeente).collect(),
            dagen: oorzaak.dagen,
        })
    }
}

/// Wat er van een traject te verwachten is.
#[Object(name = "Prognose")]
impl PrognoseNode {
    /// De dag waarop de stand bekeken is. Na de streefdatum is dat zonder keuze de laatste dag waarvan iets bekend is.
    async fn peildag(&self) -> Datum {
        Datum(self.prognose.peildag)
    }

    /// De dag waarop het traject klaar moet zijn.
    async fn streefdatum(&self) -> Option<Datum> {
        self.prognose.streefdatum.map(Datum)
    }

    /// De dag waarop het traject naar verwachting klaar is.
    async fn verwacht(&self) -> Option<Datum> {
        self.prognose.verwacht.map(Datum)
    }

    /// Dagen na de streefdatum; negatief: ervoor.
    async fn uitloop(&self) -> Option<i64> {
        self.prognose.uitloop()
    }

    /// Hoe het met de streefdatum staat, in gewone zinnen.
    async fn uitleg(&self) -> String {
        let beeld = &self.traject.beeld;
        beeld.integratie().prognose_in_woorden(beeld.organisatie(), &self.prognose)
    }

    /// Waardoor de streefdatum schuift, het meeste eerst.
    async fn oorzaken(&self) -> Vec<UitloopOorzaak> {
        self.prognose.oorzaken.iter().filter_map(|oorzaak| self.oorzaak(oorzaak)).collect()
    }

    /// De fasen van het traject, in volgorde, zoals zij er op de peildag voor staan.
    async fn fasen(&self) -> Vec<FaseNode> {
        let TrajectNode { beeld, traject, .. } = &self.traject;
        let mijlpalen: Vec<_> = beeld.integratie().mijlpalen_van(&traject.id).cloned().collect();
        let fase = |Fasebeeld { fase, stand, gehaald_op, verwacht, wacht_op }: Fasebeeld| FaseNode {
            sleutel: fase.id.0,
            naam: fase.naam,
            poort: fase.poort.and_then(|poort| self.mijlpaal(&poort)),
            stand,
            gehaald_op: gehaald_op.map(Datum),
            verwacht: verwacht.map(Datum),
            wacht_op: wacht_op.iter().filter_map(|id| self.mijlpaal(id)).collect(),
        };
        self.prognose.fasen(&traject.fasen, &mijlpalen).into_iter().map(fase).collect()
    }

    /// Elke mijlpaal, in volgorde.
    async fn mijlpalen(&self) -> Vec<MijlpaalVerwachting> {
        let verwachting = |mijlpaal: MijlpaalNode| {
            let nu = self.prognose.mijlpalen.get(&mijlpaal.mijlpaal.id)?;
            let later = crate::domain::integratie::netwerk::dagen(mijlpaal.mijlpaal.tot, nu.tot);
            Some(MijlpaalVerwachting {
                mijlpaal,
                van: Datum(nu.van),
                tot: Datum(nu.tot),
                later,
                speling: nu.speling,
                kritiek: nu.kritiek,
                gehaald_op: nu.gereed_op.map(Datum),
            })
        };
        MijlpaalNode::alle(&self.traject).into_iter().filter_map(verwachting).collect()
    }
}
