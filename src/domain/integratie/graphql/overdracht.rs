//! What goes over, per function and region, and how far each gemeente is.

use std::sync::Arc;

use async_graphql::{Context, ID, Object, Result, SimpleObject};

use super::{FunctieNode, TaakNode, TrajectNode};
use crate::{
    domain::{
        graphql::aanvraag,
        integratie::{
            FunctieId, Gereedheid, GereedheidSleutel, Gereedheidsstand, Onderdeel, Optelling, Opvraging,
            OverdrachtInhoud, OverdrachtSleutel, Overdrachtcel, Personeelsstap, Traject, TrajectId, streken,
        },
        logboek::{GebeurtenisConnection, geschiedenis},
        organisatie::{
            GemeenteId, RegioId,
            graphql::{GemeenteNode, PersoonNode, RegioNode},
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

/// Hoe één functie in één regio gaat, nu en gewenst.
#[derive(Clone)]
pub struct OverdrachtcelNode {
    beeld: Lezing,
    positie: Position,
    traject: Arc<Traject>,
    gemeenten: Arc<Vec<GemeenteId>>,
    cel: Arc<Overdrachtcel>,
}

/// "traject/functie/plek", as three keys.
pub(super) fn delen(sleutel: &str) -> Option<(TrajectId, FunctieId, String)> {
    let mut delen = sleutel.split('/').map(str::to_owned);
    let drie = (TrajectId(delen.next()?), FunctieId(delen.next()?), delen.next()?);
    delen.next().is_none().then_some(drie)
}

fn honderdsten(getal: i32) -> f64 {
    f64::from(getal) / 100.0
}

impl OverdrachtcelNode {
    /// All of a trajectory: per function, by region.
    pub fn alle(node: &TrajectNode) -> Vec<Self> {
        let streken = streken(node.beeld.organisatie(), &node.traject);
        let streken: Vec<_> = streken.into_iter().map(|(regio, leden)| (regio, Arc::new(leden))).collect();
        let mut cellen = Vec::new();
        for functie in &node.traject.functies {
            for (regio, leden) in &streken {
                let sleutel = (node.traject.id.clone(), functie.id.clone(), regio.clone());
                let gevonden = node.beeld.integratie().overdracht.get(&sleutel).cloned();
                cellen.push(Self {
                    beeld: node.beeld.clone(),
                    positie: node.positie,
                    traject: node.traject.clone(),
                    gemeenten: leden.clone(),
                    cel: gevonden.unwrap_or_else(|| Arc::new(Overdrachtcel::leeg(sleutel))),
                });
            }
        }
        cellen
    }

    pub fn vind(beeld: &Lezing, positie: Position, sleutel: &str) -> Option<Self> {
        let (traject, functie, regio) = delen(sleutel)?;
        Self::met(beeld, positie, (traject, functie, RegioId(regio)))
    }

    pub(super) fn met(beeld: &Lezing, positie: Position, sleutel: OverdrachtSleutel) -> Option<Self> {
        let traject = beeld.integratie().trajecten.get(&sleutel.0)?.clone();
        traject.functie(&sleutel.1)?;
        let (_, leden) = streken(beeld.organisatie(), &traject).into_iter().find(|(regio, _)| *regio == sleutel.2)?;
        let gevonden = beeld.integratie().overdracht.get(&sleutel).cloned();
        let cel = gevonden.unwrap_or_else(|| Arc::new(Overdrachtcel::leeg(sleutel)));
        Some(Self { beeld: beeld.clone(), positie, traject, gemeenten: Arc::new(leden), cel })
    }

    /// The cell for which this task finds something out.
    pub fn van_taak(taak: &TaakNode) -> Option<Self> {
        let id = taak.kaart.taak.id;
        let mut cellen = taak.beeld.integratie().overdracht.values();
        let cel = cellen.find(|cel| cel.opvraging.as_ref().is_some_and(|vraag| vraag.taak == id))?;
        Self::met(&taak.beeld, taak.positie, cel.sleutel())
    }

    fn inhoud(&self) -> &OverdrachtInhoud {
        &self.cel.inhoud
    }

    fn adres(&self) -> String {
        format!("{}/{}/{}", self.cel.traject, self.cel.functie, self.cel.regio)
    }

    fn mag(&self, ctx: &Context<'_>, recht: Recht) -> bool {
        let bereik = Bereik::Gemeenten(self.gemeenten.to_vec());
        aanvraag(ctx).mag(&self.beeld, recht, &bereik)
    }
}

/// Hoe één functie in één regio gaat, nu en gewenst. Leeg is onbekend, nooit nul.
#[Object(name = "Overdrachtcel")]
impl OverdrachtcelNode {
    /// Adres van deze cel.
    pub async fn id(&self) -> ID {
        global_id("Overdrachtcel", self.adres())
    }

    /// Het traject.
    #[graphql(name = "traject")]
    async fn bij_traject(&self) -> TrajectNode {
        TrajectNode { beeld: self.beeld.clone(), traject: self.traject.clone(), positie: self.positie }
    }

    /// De functie die overgaat.
    async fn functie(&self) -> Result<FunctieNode> {
        self.traject.functie(&self.cel.functie).map(FunctieNode::from).ok_or_else(|| "functie ontbreekt".into())
    }

    /// De regio: Noord-Limburg, Midden-Limburg Oost of Midden-Limburg West.
    async fn regio(&self) -> Result<RegioNode> {
        RegioNode::vind(&self.beeld, &self.cel.regio).ok_or_else(|| "regio ontbreekt".into())
    }

    /// De gemeenten van de regio die meedoen.
    async fn gemeenten(&self) -> Vec<GemeenteNode> {
        self.gemeenten.iter().filter_map(|id| GemeenteNode::vind(&self.beeld, id)).collect()
    }

    /// Wie het nu doet: een organisatie of team, nooit een persoon.
    async fn uitvoerder(&self) -> Option<&str> {
        self.inhoud().uitvoerder.as_deref()
    }

    /// Hoeveel fte het nu is.
    async fn fte(&self) -> Option<f64> {
        self.inhoud().fte.map(honderdsten)
    }

    /// Met welk contract of systeem.
    async fn middel(&self) -> Option<&str> {
        self.inhoud().middel.as_deref()
    }

    /// Wat gewenst is.
    async fn wens(&self) -> Option<&str> {
        self.inhoud().wens.as_deref()
    }

    /// Hoeveel fte gewenst is.
    async fn wens_fte(&self) -> Option<f64> {
        self.inhoud().wens_fte.map(honderdsten)
    }

    /// Hoeveel fte meer gewenst is dan er nu is; leeg: een van beide is onbekend.
    async fn kloof(&self) -> Option<f64> {
        self.inhoud().kloof().map(honderdsten)
    }

    /// Hoeveel medewerkers het raakt. Aantallen, nooit namen.
    async fn medewerkers(&self) -> Option<i32> {
        self.inhoud().medewerkers
    }

    /// Hoe ver de stappen voor die medewerkers zijn.
    async fn personeelsstap(&self) -> Personeelsstap {
        self.inhoud().stap
    }

    /// Waar dit uit blijkt.
    async fn bron(&self) -> Option<&str> {
        self.inhoud().bron.as_deref()
    }

    /// De dag waarop de bron het zegt.
    async fn peildatum(&self) -> Option<Datum> {
        self.inhoud().peildatum.map(Datum)
    }

    /// Is het zeker? Dan zijn er een bron en een datum.
    async fn zeker(&self) -> bool {
        self.inhoud().zeker
    }

    /// Wat nog niet bekend is.
    async fn onbekend(&self) -> Vec<Onderdeel> {
        Onderdeel::ALLE.into_iter().filter(|onderdeel| !self.inhoud().is_bekend(*onderdeel)).collect()
    }

    /// De laatste keer dat is gevraagd wat onbekend was; leeg: nog nooit.
    async fn opvraging(&self) -> Option<OpvragingNode> {
        let opvraging = self.cel.opvraging.clone()?;
        Some(OpvragingNode { beeld: self.beeld.clone(), positie: self.positie, opvraging })
    }

    /// De taken op het bord die over deze functie in deze regio gaan; niet wat in het archief staat.
    #[graphql(complexity = "3 + child_complexity")]
    async fn taken(&self) -> Vec<TaakNode> {
        let hoort = |taak: &crate::domain::integratie::Taak| {
            taak.functie.as_ref() == Some(&self.cel.functie)
                && taak.gearchiveerd_op.is_none()
                && self.traject.bord(&taak.bord).is_some()
                && (taak.gemeenten.is_empty() || self.gemeenten.iter().any(|id| taak.gemeenten.contains(id)))
        };
        let kaarten = self.beeld.integratie().kaarten.values().filter(|kaart| hoort(&kaart.taak)).cloned();
        kaarten.map(|kaart| TaakNode { beeld: self.beeld.clone(), positie: self.positie, kaart }).collect()
    }

    /// Gaat omhoog bij elke wijziging, vanaf 0; stuur haar mee als `verwachteVersie`.
    async fn versie(&self) -> i32 {
        self.cel.versie
    }

    /// Wie de cel het laatst wijzigde; leeg: de hub zelf of niemand.
    async fn gewijzigd_door(&self) -> Option<PersoonNode> {
        PersoonNode::vind(&self.beeld, self.cel.door?)
    }

    /// Wanneer de cel het laatst gewijzigd is; leeg: nooit.
    async fn gewijzigd_op(&self) -> Option<Tijdstip> {
        (self.cel.versie > 0).then_some(Tijdstip(self.cel.op))
    }

    /// Mag de kijker deze cel invullen?
    async fn mag_invullen(&self, ctx: &Context<'_>) -> bool {
        self.mag(ctx, Recht::OverdrachtInvullen)
    }

    /// Mag de kijker opvragen wat onbekend is?
    async fn mag_opvragen(&self, ctx: &Context<'_>) -> bool {
        self.mag(ctx, Recht::TaakMaken)
    }

    /// Alles wat met deze cel gebeurde, nieuwste eerst.
    #[graphql(complexity = "first as usize / 10 + child_complexity")]
    async fn geschiedenis(
        &self,
        ctx: &Context<'_>,
        #[graphql(default = 50, desc = "Hoeveel regels, 1 tot 100.")] first: i32,
        #[graphql(desc = "Lees verder na deze cursor.")] after: Option<String>,
    ) -> Result<GebeurtenisConnection> {
        geschiedenis(ctx, "Overdrachtcel", self.adres(), Window::new(first, after)?).await
    }
}

/// Iemand is gevraagd uit te zoeken wat nog onbekend is.
pub struct OpvragingNode {
    beeld: Lezing,
    positie: Position,
    opvraging: Opvraging,
}

/// Iemand is gevraagd uit te zoeken wat nog onbekend is.
#[Object(name = "Opvraging")]
impl OpvragingNode {
    /// Wat er gevraagd is.
    async fn onderdelen(&self) -> Vec<Onderdeel> {
        self.opvraging.onderdelen.iter().copied().collect()
    }

    /// Wie het uitzoekt.
    async fn eigenaar(&self) -> Option<PersoonNode> {
        PersoonNode::vind(&self.beeld, self.opvraging.eigenaar)
    }

    /// De dag waarop het gevraagd is.
    async fn gevraagd_op(&self) -> Datum {
        Datum(self.opvraging.gevraagd_op)
    }

    /// De dag waarop het antwoord er moet zijn.
    async fn antwoord_voor(&self) -> Datum {
        Datum(self.opvraging.antwoord_voor)
    }

    /// De dag waarop het antwoord kwam; leeg: nog niet.
    async fn beantwoord_op(&self) -> Option<Datum> {
        self.opvraging.beantwoord_op.map(Datum)
    }

    /// Moest het antwoord er al zijn?
    async fn te_laat(&self, ctx: &Context<'_>) -> bool {
        let vandaag = aanvraag(ctx).vandaag_in(&self.beeld);
        self.opvraging.beantwoord_op.is_none() && self.opvraging.antwoord_voor < vandaag
    }

    /// De taak op het bord.
    async fn taak(&self) -> Option<TaakNode> {
        TaakNode::vind(&self.beeld, self.positie, self.opvraging.taak)
    }
}

/// Hoe ver één gemeente is met de overdracht van één functie.
#[derive(Clone)]
pub struct GereedheidNode {
    beeld: Lezing,
    traject: Arc<Traject>,
    functie: FunctieId,
    gemeente: GemeenteId,
    gereedheid: Option<Arc<Gereedheid>>,
}

impl GereedheidNode {
    /// All of a trajectory: per function, by gemeente.
    pub fn alle(node: &TrajectNode) -> Vec<Self> {
        let streken = streken(node.beeld.organisatie(), &node.traject);
        let gemeenten: Vec<_> = streken.into_iter().flat_map(|(_, leden)| leden).collect();
        let per_functie = |functie: &FunctieId| {
            let een = |gemeente: &GemeenteId| Self::van(&node.beeld, &node.traject, functie, gemeente);
            gemeenten.iter().map(een).collect::<Vec<_>>()
        };
        node.traject.functies.iter().flat_map(|functie| per_functie(&functie.id)).collect()
    }

    fn van(beeld: &Lezing, traject: &Arc<Traject>, functie: &FunctieId, gemeente: &GemeenteId) -> Self {
        let sleutel = (traject.id.clone(), functie.clone(), gemeente.clone());
        let gereedheid = beeld.integratie().gereedheden.get(&sleutel).cloned();
        let (functie, gemeente) = (functie.clone(), gemeente.clone());
        Self { beeld: beeld.clone(), traject: traject.clone(), functie, gemeente, gereedheid }
    }

    pub fn vind(beeld: &Lezing, sleutel: &str) -> Option<Self> {
        let (traject, functie, gemeente) = delen(sleutel)?;
        Self::met(beeld, &(traject, functie, GemeenteId(gemeente)))
    }

    pub(super) fn met(beeld: &Lezing, (traject, functie, gemeente): &GereedheidSleutel) -> Option<Self> {
        let traject = beeld.integratie().trajecten.get(traject)?;
        traject.functie(functie)?;
        beeld.organisatie().gemeenten.get(gemeente)?;
        Some(Self::van(beeld, traject, functie, gemeente))
    }
}

/// Hoe ver één gemeente is met de overdracht van één functie.
#[Object(name = "Gereedheid")]
impl GereedheidNode {
    /// Adres hiervan.
    pub async fn id(&self) -> ID {
        global_id("Gereedheid", format!("{}/{}/{}", self.traject.id, self.functie, self.gemeente))
    }

    /// De functie die overgaat.
    #[graphql(name = "functie")]
    async fn van_functie(&self) -> Result<FunctieNode> {
        self.traject.functie(&self.functie).map(FunctieNode::from).ok_or_else(|| "functie ontbreekt".into())
    }

    /// De gemeente.
    #[graphql(name = "gemeente")]
    async fn van_gemeente(&self) -> Result<GemeenteNode> {
        GemeenteNode::vind(&self.beeld, &self.gemeente).ok_or_else(|| "gemeente ontbreekt".into())
    }

    /// Hoe ver de gemeente is.
    async fn stand(&self) -> Gereedheidsstand {
        self.gereedheid.as_ref().map(|een| een.stand).unwrap_or_default()
    }

    /// Gaat omhoog bij elke wijziging, vanaf 0; stuur haar mee als `verwachteVersie`.
    async fn versie(&self) -> i32 {
        self.gereedheid.as_ref().map_or(0, |een| een.versie)
    }

    /// Wie het meldde; leeg: de hub zelf of niemand.
    async fn gewijzigd_door(&self) -> Option<PersoonNode> {
        PersoonNode::vind(&self.beeld, self.gereedheid.as_ref()?.door?)
    }

    /// Wanneer het gemeld is; leeg: nooit.
    async fn gewijzigd_op(&self) -> Option<Tijdstip> {
        self.gereedheid.as_ref().map(|een| Tijdstip(een.op))
    }

    /// Mag de kijker dit melden?
    async fn mag_melden(&self, ctx: &Context<'_>) -> bool {
        let bereik = Bereik::Gemeenten(vec![self.gemeente.clone()]);
        aanvraag(ctx).mag(&self.beeld, Recht::OverdrachtInvullen, &bereik)
    }
}

/// Een optelling van wat bekend is; wat onbekend is, telt niet als nul.
#[derive(Clone, SimpleObject)]
#[graphql(name = "Optelling")]
pub struct OptellingNode {
    /// De som van wat bekend is; leeg: er is niets bekend.
    som: Option<f64>,
    /// Hoeveel waarden bekend zijn.
    bekend: usize,
    /// Hoeveel waarden er zijn.
    van: usize,
}

impl From<Optelling> for OptellingNode {
    fn from(tot: Optelling) -> Self {
        let som = i32::try_from(tot.som).ok().map(honderdsten);
        Self { som: som.filter(|_| tot.bekend > 0), bekend: tot.bekend, van: tot.van }
    }
}

/// Wat er van één functie over alle regio's bekend is.
#[derive(Clone, SimpleObject)]
pub struct Overdrachtsom {
    /// De functie.
    functie: FunctieNode,
    /// Hoeveel fte het nu is.
    fte: OptellingNode,
    /// Hoeveel fte gewenst is.
    wens_fte: OptellingNode,
    /// Hoeveel fte meer gewenst is, over de regio's waarvan beide bekend zijn.
    kloof: OptellingNode,
    /// Hoeveel medewerkers het raakt.
    medewerkers: OptellingNode,
}

/// The totals of a trajectory, per function.
pub fn sommen(node: &TrajectNode) -> Vec<Overdrachtsom> {
    let cellen = OverdrachtcelNode::alle(node);
    let som = |functie: &crate::domain::integratie::Functie| {
        let van = || cellen.iter().filter(|een| een.cel.functie == functie.id).map(OverdrachtcelNode::inhoud);
        let tel = |waarde: fn(&OverdrachtInhoud) -> Option<i32>| {
            OptellingNode::from(Optelling::tel(van().map(|inhoud| waarde(inhoud).map(i64::from))))
        };
        Overdrachtsom {
            functie: FunctieNode::from(functie),
            fte: tel(|inhoud| inhoud.fte),
            wens_fte: tel(|inhoud| inhoud.wens_fte),
            kloof: tel(OverdrachtInhoud::kloof),
            medewerkers: tel(|inhoud| inhoud.medewerkers.map(|aantal| aantal * 100)),
        }
    };
    node.traject.functies.iter().map(som).collect()
}
