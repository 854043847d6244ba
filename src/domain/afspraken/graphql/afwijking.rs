//! Where gemeenten deviate, and signals that an agreement does not work.

use std::sync::Arc;

use async_graphql::{Context, ID, Object, Result};

use super::AfspraakNode;
use crate::{
    domain::{
        afspraken::{AfspraakId, Afwijking, AfwijkingId, Partij, Signaal, SignaalId, SignaalStand},
        graphql::aanvraag,
        organisatie::graphql::{GemeenteNode, PersoonNode},
        rechten::{Bereik, Recht},
        sporen::Lezing,
    },
    platform::{
        change_log::Position,
        graphql::{
            relay::global_id,
            scalars::{Datum, Tijdstip},
        },
    },
};

/// Een gemeente die afwijkt van een artikel: waarom, tot wanneer, en wie ervoor zorgt.
#[derive(Clone)]
pub struct AfwijkingNode {
    beeld: Lezing,
    positie: Position,
    afwijking: Arc<Afwijking>,
}

impl AfwijkingNode {
    pub fn vind(beeld: &Lezing, positie: Position, id: AfwijkingId) -> Option<Self> {
        let afwijking = beeld.afspraken().afwijkingen.get(&id)?.clone();
        Some(Self { beeld: beeld.clone(), positie, afwijking })
    }

    /// Those of an agreement, or all; by agreement, gemeente and article.
    pub fn alle(beeld: &Lezing, positie: Position, van: Option<&AfspraakId>) -> Vec<Self> {
        let alle = beeld.afspraken().afwijkingen.values();
        let mut afwijkingen: Vec<_> = alle.filter(|een| van.is_none_or(|van| een.afspraak == *van)).cloned().collect();
        afwijkingen.sort_by(|a, b| {
            (&a.afspraak, &a.gemeente, &a.artikel, a.id).cmp(&(&b.afspraak, &b.gemeente, &b.artikel, b.id))
        });
        afwijkingen.into_iter().map(|afwijking| Self { beeld: beeld.clone(), positie, afwijking }).collect()
    }
}

/// Een gemeente die afwijkt van een artikel: waarom, tot wanneer, en wie ervoor zorgt.
#[Object(name = "Afwijking")]
impl AfwijkingNode {
    /// Adres van deze afwijking.
    pub async fn id(&self) -> ID {
        global_id("Afwijking", self.afwijking.id)
    }

    /// De afspraak.
    async fn afspraak(&self) -> Result<AfspraakNode> {
        let node = AfspraakNode::vind(&self.beeld, self.positie, &self.afwijking.afspraak);
        node.ok_or_else(|| "afspraak ontbreekt".into())
    }

    /// De gemeente die afwijkt.
    async fn gemeente(&self) -> Result<GemeenteNode> {
        GemeenteNode::vind(&self.beeld, &self.afwijking.gemeente).ok_or_else(|| "gemeente ontbreekt".into())
    }

    /// De sleutel van het artikel; leeg: de afspraak als geheel.
    async fn artikel(&self) -> Option<&str> {
        self.afwijking.artikel.as_ref().map(|artikel| artikel.id.as_str())
    }

    /// Hoe dat artikel heette; leeg: de afspraak als geheel.
    async fn kop(&self) -> Option<&str> {
        self.afwijking.artikel.as_ref().map(|artikel| artikel.kop.as_str())
    }

    /// Waarom.
    async fn reden(&self) -> &str {
        &self.afwijking.inhoud.reden
    }

    /// Wat hier in plaats daarvan geldt.
    async fn hier(&self) -> &str {
        &self.afwijking.inhoud.hier
    }

    /// De laatste dag.
    async fn tot(&self) -> Datum {
        Datum(self.afwijking.inhoud.tot)
    }

    /// Wanneer zij eerder eindigde; leeg: niet.
    async fn beeindigd_op(&self) -> Option<Datum> {
        self.afwijking.inhoud.beeindigd_op.map(Datum)
    }

    /// Geldt zij vandaag nog?
    async fn geldt(&self, ctx: &Context<'_>) -> bool {
        self.afwijking.geldt(aanvraag(ctx).vandaag())
    }

    /// Wie ervoor zorgt dat zij eindigt.
    async fn eigenaar(&self) -> Option<PersoonNode> {
        PersoonNode::vind(&self.beeld, self.afwijking.inhoud.eigenaar)
    }

    /// Wanneer zij vastgelegd is.
    async fn sinds(&self) -> Tijdstip {
        Tijdstip(self.afwijking.sinds)
    }

    /// Gaat omhoog bij elke wijziging; stuur haar mee als `verwachteVersie`.
    async fn versie(&self) -> i32 {
        self.afwijking.versie
    }

    /// Wie haar het laatst wijzigde; leeg: de hub zelf.
    async fn gewijzigd_door(&self) -> Option<PersoonNode> {
        PersoonNode::vind(&self.beeld, self.afwijking.door?)
    }

    /// Mag de kijker haar wijzigen?
    async fn mag_wijzigen(&self, ctx: &Context<'_>) -> bool {
        let bereik = Bereik::Gemeenten(vec![self.afwijking.gemeente.clone()]);
        aanvraag(ctx).wie.as_ref().is_some_and(|wie| wie.mag(Recht::AfwijkingVastleggen, &bereik))
    }
}

/// Een signaal dat een afspraak niet werkt.
#[derive(Clone)]
pub struct SignaalNode {
    beeld: Lezing,
    positie: Position,
    pub signaal: Arc<Signaal>,
}

impl SignaalNode {
    pub fn vind(beeld: &Lezing, positie: Position, id: SignaalId) -> Option<Self> {
        let signaal = beeld.afspraken().signalen.get(&id)?.clone();
        Some(Self { beeld: beeld.clone(), positie, signaal })
    }

    /// Those about an agreement, or all; newest first.
    pub fn alle(beeld: &Lezing, positie: Position, over: Option<&AfspraakId>) -> Vec<Self> {
        let alle = beeld.afspraken().signalen.values();
        let mut signalen: Vec<_> = alle.filter(|een| over.is_none_or(|over| een.afspraak == *over)).cloned().collect();
        signalen.sort_by_key(|signaal| std::cmp::Reverse((signaal.gemeld_op, signaal.id)));
        signalen.into_iter().map(|signaal| Self { beeld: beeld.clone(), positie, signaal }).collect()
    }
}

/// Een signaal dat een afspraak niet werkt.
#[Object(name = "Signaal")]
impl SignaalNode {
    /// Adres van dit signaal.
    pub async fn id(&self) -> ID {
        global_id("Signaal", self.signaal.id)
    }

    /// De afspraak.
    async fn afspraak(&self) -> Result<AfspraakNode> {
        let node = AfspraakNode::vind(&self.beeld, self.positie, &self.signaal.afspraak);
        node.ok_or_else(|| "afspraak ontbreekt".into())
    }

    /// Van welke partij het komt.
    async fn van(&self) -> Partij {
        self.signaal.van
    }

    /// Uit welke gemeente; leeg: niet gezegd.
    async fn gemeente(&self) -> Option<GemeenteNode> {
        GemeenteNode::vind(&self.beeld, self.signaal.gemeente.as_ref()?)
    }

    /// Wat er niet werkt.
    async fn tekst(&self) -> &str {
        &self.signaal.tekst
    }

    /// Wie het meldde; leeg: de hub zelf.
    async fn gemeld_door(&self) -> Option<PersoonNode> {
        PersoonNode::vind(&self.beeld, self.signaal.gemeld_door?)
    }

    /// Wanneer.
    async fn gemeld_op(&self) -> Tijdstip {
        Tijdstip(self.signaal.gemeld_op)
    }

    /// Hoe ver het is.
    async fn stand(&self) -> SignaalStand {
        self.signaal.behandeling.stand()
    }

    /// Wie het uitzoekt; leeg: nog niemand.
    async fn eigenaar(&self) -> Option<PersoonNode> {
        PersoonNode::vind(&self.beeld, self.signaal.behandeling.eigenaar?)
    }

    /// Het antwoord; leeg: nog niet.
    async fn antwoord(&self) -> &str {
        &self.signaal.behandeling.antwoord
    }

    /// Wanneer de melder het antwoord hoorde; leeg: nog niet.
    async fn teruggekoppeld_op(&self) -> Option<Datum> {
        self.signaal.behandeling.teruggekoppeld_op.map(Datum)
    }

    /// Gaat omhoog bij elke wijziging; stuur haar mee als `verwachteVersie`.
    async fn versie(&self) -> i32 {
        self.signaal.versie
    }

    /// Mag de kijker het behandelen?
    async fn mag_behandelen(&self, ctx: &Context<'_>) -> bool {
        aanvraag(ctx).wie.as_ref().is_some_and(|wie| wie.mag(Recht::SignaalBehandelen, &Bereik::Alles))
    }
}
