//! One cell of the comparison, and the column it stands in.

use std::sync::Arc;

use async_graphql::{Context, Enum, ID, Object, Result, SimpleObject};

use super::AttribuutNode;
use crate::{
    domain::{
        contracten::{
            Attribuut, Cel, CelInhoud, CelSleutel, Kolom, Waarde, cel_sleutel, cel_van, commands::leden_van, zinnen,
        },
        graphql::aanvraag,
        organisatie::graphql::PersoonNode,
        rechten::{Bereik, Recht},
        sporen::Lezing,
    },
    platform::{
        change_log::Position,
        graphql::{
            relay::global_id,
            scalars::{Datum, DeelsDatum, Tijdstip},
        },
    },
};

/// Wat voor kolom het is.
#[derive(Enum, Clone, Copy, PartialEq, Eq)]
pub enum Kolomsoort {
    /// Een regio.
    Regio,
    /// Een gemeente.
    Gemeente,
    /// Een contract.
    Contract,
}

/// Een kolom van de vergelijking.
#[derive(SimpleObject, Clone)]
#[graphql(name = "Vergelijkingskolom")]
pub struct KolomNode {
    /// De sleutel, zoals regio:regio-noord; geef haar mee om deze kolom te zien.
    pub sleutel: String,
    /// Hoe zij heet.
    pub naam: String,
    /// Wat voor kolom het is.
    pub soort: Kolomsoort,
    /// Mag de kijker haar invullen?
    pub mag_invullen: bool,
}

impl KolomNode {
    pub fn van(ctx: &Context<'_>, beeld: &Lezing, kolom: &Kolom) -> Option<Self> {
        let soort = match kolom {
            Kolom::Regio(_) => Kolomsoort::Regio,
            Kolom::Gemeente(_) => Kolomsoort::Gemeente,
            Kolom::Contract(_) => Kolomsoort::Contract,
        };
        let bereik = Bereik::Gemeenten(leden_van(beeld.organisatie(), beeld.contracten(), kolom).ok()?);
        let mag_invullen = aanvraag(ctx).mag(beeld, Recht::VergelijkingInvullen, &bereik);
        Some(Self { sleutel: kolom.to_string(), naam: zinnen::kolomnaam(beeld, kolom), soort, mag_invullen })
    }
}

/// Wat van een attribuut in een kolom bekend is.
#[derive(Clone)]
pub struct CelNode {
    pub beeld: Lezing,
    pub positie: Position,
    pub cel: Arc<Cel>,
}

/// Iemand is om een waarde gevraagd.
#[derive(SimpleObject)]
#[graphql(name = "Waardevraag")]
pub struct VraagNode {
    /// Wie het uitzoekt.
    eigenaar: Option<PersoonNode>,
    /// Wanneer het gevraagd is.
    gevraagd_op: Datum,
    /// Wanneer het antwoord er moet zijn.
    antwoord_voor: Datum,
    /// De taak op het bord.
    taak: ID,
    /// Wanneer het antwoord kwam; leeg: nog niet.
    beantwoord_op: Option<Datum>,
    /// Is het antwoord te laat?
    te_laat: bool,
}

impl CelNode {
    pub fn van(beeld: &Lezing, positie: Position, sleutel: CelSleutel) -> Self {
        Self { beeld: beeld.clone(), positie, cel: beeld.contracten().cel(sleutel) }
    }

    pub fn vind(beeld: &Lezing, positie: Position, sleutel: &str) -> Option<Self> {
        let sleutel = cel_van(sleutel)?;
        beeld.contracten().attributen.get(&sleutel.0)?;
        leden_van(beeld.organisatie(), beeld.contracten(), &sleutel.1).ok()?;
        Some(Self::van(beeld, positie, sleutel))
    }

    fn inhoud(&self) -> &CelInhoud {
        &self.cel.inhoud
    }

    fn attribuut(&self) -> Option<&Arc<Attribuut>> {
        self.beeld.contracten().attributen.get(&self.cel.attribuut)
    }
}

/// Wat van een attribuut in een kolom bekend is. Leeg is onbekend, nooit nul.
#[Object(name = "Vergelijkingscel")]
impl CelNode {
    /// Adres van deze cel.
    pub async fn id(&self) -> ID {
        global_id("Vergelijkingscel", cel_sleutel(&self.cel.sleutel()))
    }

    /// Het attribuut: de rij.
    #[graphql(name = "attribuut")]
    async fn van_attribuut(&self) -> Result<AttribuutNode> {
        let attribuut = self.attribuut().cloned().ok_or("attribuut ontbreekt")?;
        Ok(AttribuutNode { beeld: self.beeld.clone(), positie: self.positie, attribuut })
    }

    /// De sleutel van de kolom.
    async fn kolom(&self) -> String {
        self.cel.kolom.to_string()
    }

    /// Hoe de kolom heet.
    async fn kolomnaam(&self) -> String {
        zinnen::kolomnaam(&self.beeld, &self.cel.kolom)
    }

    /// De waarde zoals je haar schrijft en weer kunt invoeren; null: onbekend.
    async fn waarde(&self) -> Option<String> {
        self.inhoud().waarde.as_ref().map(Waarde::in_woorden)
    }

    /// Het getal van een bedrag, percentage (in procenten) of periode (in maanden); null: geen getal of onbekend.
    async fn getal(&self) -> Option<f64> {
        match self.inhoud().waarde.as_ref()? {
            Waarde::Bedrag { honderdsten, .. } | Waarde::Percentage { honderdsten } => {
                Some(*honderdsten as f64 / 100.0)
            }
            Waarde::Periode { maanden } => Some(f64::from(*maanden)),
            _ => None,
        }
    }

    /// Wat je erbij moet weten; leeg: niets.
    async fn toelichting(&self) -> &str {
        &self.inhoud().toelichting
    }

    /// Waar het uit blijkt.
    async fn bron(&self) -> Option<&str> {
        self.inhoud().bron.as_deref()
    }

    /// De dag, maand of het jaar waarvan de bron het zegt.
    async fn peildatum(&self) -> Option<DeelsDatum> {
        self.inhoud().peildatum.clone().map(DeelsDatum)
    }

    /// Is het zeker? Dan zijn er een bron en een datum.
    async fn zeker(&self) -> bool {
        self.inhoud().zeker
    }

    /// De laatste vraag om deze waarde; leeg: nooit gevraagd.
    async fn vraag(&self, ctx: &Context<'_>) -> Option<VraagNode> {
        let vraag = self.cel.opvraging.as_ref()?;
        let vandaag = aanvraag(ctx).vandaag_in(&self.beeld);
        Some(VraagNode {
            eigenaar: PersoonNode::vind(&self.beeld, vraag.eigenaar),
            gevraagd_op: Datum(vraag.gevraagd_op),
            antwoord_voor: Datum(vraag.antwoord_voor),
            taak: global_id("Taak", vraag.taak),
            beantwoord_op: vraag.beantwoord_op.map(Datum),
            te_laat: vraag.beantwoord_op.is_none() && vraag.antwoord_voor < vandaag,
        })
    }

    /// Gaat omhoog bij elke wijziging, vanaf 0; stuur haar mee als `verwachteVersie`.
    async fn versie(&self) -> i32 {
        self.cel.versie
    }

    /// Wie de cel het laatst wijzigde; leeg: de hub zelf of niemand.
    async fn gewijzigd_door(&self) -> Option<PersoonNode> {
        PersoonNode::vind(&self.beeld, self.cel.door?)
    }

    /// Wanneer de cel het laatst is gewijzigd; leeg: nooit.
    async fn gewijzigd_op(&self) -> Option<Tijdstip> {
        (self.cel.versie > 0).then_some(Tijdstip(self.cel.op))
    }
}
