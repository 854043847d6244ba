//! One cell: what one gemeente did in one step.

use std::sync::Arc;

use async_graphql::{Context, ID, Object, Result, SimpleObject};

use super::{BesluitNode, BesluitstapNode, Tijdsduur};
use crate::{
    domain::{
        graphql::aanvraag,
        integratie::{
            Cel, CelInhoud, CelStatus, Hoedanigheid, Stand, StapId, cel_sleutel, netwerk::dagen, termijnen::Einde,
        },
        logboek::{GebeurtenisConnection, geschiedenis},
        organisatie::{
            GemeenteId,
            graphql::{GemeenteNode, PersoonNode, RolNode},
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

/// Wat één gemeente in één stap van een besluit deed.
#[derive(Clone)]
pub struct BesluitcelNode {
    stap: BesluitstapNode,
    gemeente: GemeenteId,
    /// `None`: nobody filled it in yet.
    cel: Option<Arc<Cel>>,
}

impl BesluitcelNode {
    pub fn van(besluit: &BesluitNode, stap: &StapId, gemeente: &GemeenteId) -> Option<Self> {
        let stap = besluit.stapnode(stap).filter(|stap| stap.stap.is_voor(gemeente))?;
        let sleutel = (stap.stap.id.clone(), gemeente.clone());
        let cel = besluit.beeld.integratie().cellen.get(&sleutel).cloned();
        Some(Self { stap, gemeente: gemeente.clone(), cel })
    }

    /// By its address; only of gemeenten that take part.
    pub fn vind(beeld: &Lezing, positie: Position, sleutel: &str) -> Option<Self> {
        let (stap, gemeente) = sleutel.split_once('/')?;
        let (stap, gemeente) = (StapId(stap.to_owned()), GemeenteId(gemeente.to_owned()));
        let (besluit, _) = beeld.integratie().stap(&stap)?;
        let besluit = BesluitNode::vind(beeld, positie, &besluit.id, None)?;
        besluit.deelnemers().contains(&gemeente).then(|| Self::van(&besluit, &stap, &gemeente)).flatten()
    }

    fn beeld(&self) -> &Lezing {
        &self.stap.besluit.beeld
    }

    fn inhoud(&self) -> CelInhoud {
        self.cel.as_ref().map(|cel| cel.inhoud.clone()).unwrap_or_default()
    }

    fn einde(&self) -> Option<Einde> {
        self.stap.stap.einde(&self.inhoud())
    }
}

/// Wat één gemeente in één stap van een besluit deed.
#[Object(name = "Besluitcel")]
impl BesluitcelNode {
    /// Adres van deze cel.
    pub async fn id(&self) -> ID {
        global_id("Besluitcel", cel_sleutel(&self.stap.stap.id, &self.gemeente))
    }

    /// Het besluit.
    async fn besluit(&self) -> BesluitNode {
        self.stap.besluit.clone()
    }

    /// De stap.
    #[graphql(name = "stap")]
    async fn in_stap(&self) -> BesluitstapNode {
        self.stap.clone()
    }

    /// De gemeente.
    #[graphql(name = "gemeente")]
    async fn van_gemeente(&self) -> Result<GemeenteNode> {
        GemeenteNode::vind(self.beeld(), &self.gemeente).ok_or_else(|| "gemeente ontbreekt".into())
    }

    /// Wat er is ingevuld.
    async fn status(&self) -> CelStatus {
        self.inhoud().status
    }

    /// Hoe de cel ervoor staat op de peildag: de status, en of de termijn gehaald is.
    async fn stand(&self, ctx: &Context<'_>) -> Stand {
        self.stap.stap.stand(&self.inhoud(), self.stap.besluit.peildag(ctx))
    }

    /// De dag waarop het gebeurde, of waarop het op de agenda staat.
    async fn datum(&self) -> Option<Datum> {
        self.inhoud().datum.map(Datum)
    }

    /// De dag waarop het gremium het stuk ontving; hier begint de termijn.
    async fn ontvangen_op(&self) -> Option<Datum> {
        self.inhoud().ontvangen_op.map(Datum)
    }

    /// Hoeveel langer de termijn voor deze gemeente duurt.
    async fn verlenging(&self) -> Option<Tijdsduur> {
        self.inhoud().verlenging.map(Tijdsduur::from)
    }

    /// Wie besloot.
    async fn gremium(&self) -> Result<RolNode> {
        let id = self.inhoud().gremium.unwrap_or_else(|| self.stap.stap.gremium.clone());
        RolNode::vind(self.beeld(), &id).ok_or_else(|| "gremium ontbreekt".into())
    }

    /// In welke rol; leeg: er wordt niets besloten.
    async fn hoedanigheid(&self) -> Option<Hoedanigheid> {
        self.inhoud().hoedanigheid.or(self.stap.stap.hoedanigheid)
    }

    /// Adres van het document.
    async fn document(&self) -> Option<String> {
        self.inhoud().document
    }

    /// Wat je erbij moet weten; leeg als er niets is.
    async fn notitie(&self) -> String {
        self.inhoud().notitie
    }

    /// Wanneer de termijn eindigt, als zij begonnen is.
    async fn termijn(&self) -> Option<TermijnEinde> {
        self.einde().map(TermijnEinde::from)
    }

    /// Dagen na het einde van de termijn; leeg: niet te laat.
    async fn dagen_te_laat(&self) -> Option<i64> {
        let te_laat = dagen(self.einde()?.einde, self.inhoud().datum?);
        let telt = matches!(self.inhoud().status, CelStatus::Gedaan | CelStatus::OpAgenda);
        (telt && te_laat > 0).then_some(te_laat)
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
        aanvraag(ctx).mag(&self.stap.besluit.beeld, Recht::BesluitInvullen, &bereik)
    }

    /// Alles wat met deze cel gebeurde, nieuwste eerst.
    #[graphql(complexity = "first as usize / 10 + child_complexity")]
    async fn geschiedenis(
        &self,
        ctx: &Context<'_>,
        #[graphql(default = 50, desc = "Hoeveel regels, 1 tot 100.")] first: i32,
        #[graphql(desc = "Lees verder na deze cursor.")] after: Option<String>,
    ) -> Result<GebeurtenisConnection> {
        let sleutel = cel_sleutel(&self.stap.stap.id, &self.gemeente);
        geschiedenis(ctx, "Besluitcel", sleutel, Window::new(first, after)?).await
    }
}

/// Wanneer een termijn eindigt, en waarom dan.
#[derive(SimpleObject)]
pub struct TermijnEinde {
    /// De dag waarmee zij begint; die telt zelf niet mee.
    begin: Datum,
    /// De laatste dag.
    einde: Datum,
    /// De laatste dag zonder weekend en feestdagen.
    zonder_verschuiving: Datum,
    /// Vanaf wat, volgens welk artikel, met welke verschuiving.
    uitleg: Vec<String>,
}

impl From<Einde> for TermijnEinde {
    fn from(einde: Einde) -> Self {
        Self {
            begin: Datum(einde.begin),
            einde: Datum(einde.einde),
            zonder_verschuiving: Datum(einde.zonder_verschuiving),
            uitleg: einde.uitleg,
        }
    }
}
