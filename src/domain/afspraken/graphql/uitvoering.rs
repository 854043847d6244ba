//! How far gemeenten are with an agreement: one of them, and all of them together.

use std::sync::Arc;

use async_graphql::{Context, ID, Object, Result, SimpleObject};

use super::AfspraakNode;
use crate::{
    domain::{
        afspraken::{AfspraakId, Regionaal, Uitvoering, UitvoeringStatus, uitvoering_sleutel},
        graphql::aanvraag,
        organisatie::{
            GemeenteId,
            graphql::{GemeenteNode, PersoonNode},
        },
        rechten::{Bereik, Recht},
        sporen::Lezing,
    },
    platform::{
        change_log::Position,
        graphql::{
            relay::global_id,
            scalars::{DeelsDatum, Tijdstip},
        },
    },
};

/// Hoe ver één gemeente is met één afspraak.
#[derive(Clone)]
pub struct UitvoeringNode {
    afspraak: AfspraakNode,
    gemeente: GemeenteId,
    /// `None`: nobody filled it in yet.
    cel: Option<Arc<Uitvoering>>,
}

impl UitvoeringNode {
    pub fn van(afspraak: &AfspraakNode, gemeente: &GemeenteId) -> Option<Self> {
        if !afspraak.afspraak.inhoud.gemeenten.contains(gemeente) {
            return None;
        }
        let sleutel = (afspraak.afspraak.id.clone(), gemeente.clone());
        let cel = afspraak.beeld.afspraken().uitvoering.get(&sleutel).cloned();
        Some(Self { afspraak: afspraak.clone(), gemeente: gemeente.clone(), cel })
    }

    /// By its address; only of gemeenten where the agreement holds.
    pub fn vind(beeld: &Lezing, positie: Position, sleutel: &str) -> Option<Self> {
        let (afspraak, gemeente) = sleutel.split_once('/')?;
        let afspraak = AfspraakNode::vind(beeld, positie, &AfspraakId(afspraak.to_owned()))?;
        Self::van(&afspraak, &GemeenteId(gemeente.to_owned()))
    }

    fn beeld(&self) -> &Lezing {
        &self.afspraak.beeld
    }
}

/// Hoe ver één gemeente is met één afspraak.
#[Object(name = "Uitvoering")]
impl UitvoeringNode {
    /// Adres van deze cel.
    pub async fn id(&self) -> ID {
        global_id("Uitvoering", uitvoering_sleutel(&self.afspraak.afspraak.id, &self.gemeente))
    }

    /// De afspraak.
    #[graphql(name = "afspraak")]
    async fn van_afspraak(&self) -> AfspraakNode {
        self.afspraak.clone()
    }

    /// De gemeente.
    #[graphql(name = "gemeente")]
    async fn van_gemeente(&self) -> Result<GemeenteNode> {
        GemeenteNode::vind(self.beeld(), &self.gemeente).ok_or_else(|| "gemeente ontbreekt".into())
    }

    /// Hoe ver de gemeente is; onbekend als niemand het zei.
    async fn status(&self) -> UitvoeringStatus {
        self.cel.as_ref().map(|cel| cel.inhoud.status).unwrap_or_default()
    }

    /// De dag, maand of het jaar waarvan dat gezegd is.
    async fn datum(&self) -> Option<DeelsDatum> {
        self.cel.as_ref()?.inhoud.datum.clone().map(DeelsDatum)
    }

    /// Wie of wat het zegt; leeg: niet gezegd.
    async fn bron(&self) -> &str {
        self.cel.as_ref().map_or("", |cel| &cel.inhoud.bron)
    }

    /// Wat je erbij moet weten; leeg als er niets is.
    async fn notitie(&self) -> &str {
        self.cel.as_ref().map_or("", |cel| &cel.inhoud.notitie)
    }

    /// Gaat omhoog bij elke wijziging, vanaf 0; stuur haar mee als `verwachteVersie`.
    async fn versie(&self) -> i32 {
        self.cel.as_ref().map_or(0, |cel| cel.versie)
    }

    /// Wie de cel het laatst invulde; leeg: de hub zelf of niemand.
    async fn gewijzigd_door(&self) -> Option<PersoonNode> {
        PersoonNode::vind(self.beeld(), self.cel.as_ref()?.door?)
    }

    /// Wanneer de cel het laatst is ingevuld; leeg: nooit.
    async fn gewijzigd_op(&self) -> Option<Tijdstip> {
        self.cel.as_ref().map(|cel| Tijdstip(cel.op))
    }

    /// Mag de kijker deze cel invullen?
    async fn mag_invullen(&self, ctx: &Context<'_>) -> bool {
        let bereik = Bereik::Gemeenten(vec![self.gemeente.clone()]);
        aanvraag(ctx).wie.as_ref().is_some_and(|wie| wie.mag(Recht::UitvoeringInvullen, &bereik))
    }
}

/// Hoe ver de gemeenten samen zijn: wie er nog ontbreekt, blijft zichtbaar.
#[derive(SimpleObject)]
#[graphql(name = "RegionaleUitvoering")]
pub struct RegionaalNode {
    /// Gereed als elke gemeente dat is; onbekend als van geen enkele iets bekend is.
    status: UitvoeringStatus,
    /// Hoeveel gemeenten iets te doen hebben.
    nodig: usize,
    /// Hoeveel daarvan gereed zijn.
    gereed: usize,
    /// Wie dat nog niet is.
    ontbreekt: Vec<GemeenteNode>,
}

impl RegionaalNode {
    pub fn van(afspraak: &AfspraakNode) -> Self {
        let regionaal: Regionaal = afspraak.beeld.afspraken().regionaal(&afspraak.afspraak);
        let ontbreekt = regionaal.ontbreekt.iter();
        Self {
            status: regionaal.status(),
            nodig: regionaal.nodig.len(),
            gereed: regionaal.gereed.len(),
            ontbreekt: ontbreekt.filter_map(|(id, _)| GemeenteNode::vind(&afspraak.beeld, id)).collect(),
        }
    }
}
