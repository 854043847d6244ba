//! What is on the board of a session, and who is around it.

use std::sync::Arc;

use async_graphql::{Context, ID, Object, SimpleObject};

use crate::{
    domain::{
        graphql::aanvraag,
        sessies::{
            Achterban, Gast, Groep, Notitie, Notitiestand, Opbrengst, Opbrengstsoort, Sessiebord, Toelating,
            queries::stemgroep, woorden::Stemgroep,
        },
        sporen::Lezing,
    },
    platform::graphql::{relay::global_id, scalars::Datum},
};

/// Voor wie iemand spreekt: een gemeente of de MGR.
#[derive(SimpleObject, Clone)]
#[graphql(name = "Sessieachterban")]
pub struct AchterbanNode {
    /// Het adres van de gemeente, of `mgr`.
    sleutel: String,
    /// De naam.
    naam: String,
    /// In welk deel van de uitslag het telt.
    groep: Stemgroep,
}

impl AchterbanNode {
    pub fn van(beeld: &Lezing, achterban: &Achterban) -> Self {
        let groep = stemgroep(beeld.organisatie(), achterban);
        match achterban {
            Achterban::Mgr => Self { sleutel: "mgr".into(), naam: "MGR".into(), groep },
            Achterban::Gemeente(id) => {
                let naam = beeld.organisatie().gemeenten.get(id).map_or("Onbekend", |gemeente| &gemeente.naam);
                Self { sleutel: global_id("Gemeente", &id.0).to_string(), naam: naam.to_owned(), groep }
            }
        }
    }
}

/// Een notitie op het bord van een sessie.
#[derive(Clone)]
pub struct NotitieNode {
    pub beeld: Lezing,
    pub bord: Arc<Sessiebord>,
    pub notitie: Arc<Notitie>,
}

impl NotitieNode {
    fn schrijver(&self) -> Option<&Arc<Gast>> {
        self.bord.gasten.get(&self.notitie.gast?)
    }
}

/// Een notitie op het bord van een sessie.
#[Object(name = "Notitie")]
impl NotitieNode {
    /// Adres van deze notitie.
    async fn id(&self) -> ID {
        global_id("Notitie", self.notitie.id)
    }

    /// Wat er staat.
    async fn tekst(&self) -> &str {
        &self.notitie.tekst
    }

    /// De fase waarin zij geschreven is.
    async fn fase(&self) -> ID {
        global_id("Sessiefase", self.notitie.fase)
    }

    /// De kolom waarin zij staat.
    async fn kolom(&self) -> ID {
        global_id("Sessiekolom", self.notitie.kolom)
    }

    /// De groep waar zij bij hoort.
    async fn groep(&self) -> Option<ID> {
        self.notitie.groep.map(|id| global_id("Notitiegroep", id))
    }

    /// De schuilnaam van wie haar schreef; leeg: anoniem, of uit een document.
    async fn auteur(&self) -> Option<&str> {
        self.schrijver().map(|gast| gast.schuilnaam.as_str())
    }

    /// Wie haar later op eigen naam zette; leeg: niemand, of de kijker doet zelf zonder account mee.
    async fn op_naam_van(&self, ctx: &Context<'_>) -> Option<&str> {
        let persoon = self.schrijver()?.persoon?;
        if aanvraag(ctx).wie.as_ref().is_none_or(|wie| wie.gast_van().is_some()) {
            return None;
        }
        self.beeld.organisatie().personen.get(&persoon).map(|persoon| persoon.naam.as_str())
    }

    /// Voor wie de schrijver spreekt; leeg: anoniem, of uit een document.
    async fn achterban(&self) -> Option<AchterbanNode> {
        self.schrijver().map(|gast| AchterbanNode::van(&self.beeld, &gast.achterban))
    }

    /// Of zij op het bord staat.
    async fn stand(&self) -> Notitiestand {
        self.notitie.stand
    }

    /// Kwam zij binnen na haar fase?
    async fn laat(&self) -> bool {
        self.notitie.laat
    }

    /// Wat er bij een notitie uit een document te zeggen is, bijvoorbeeld dat haar plek onzeker is.
    async fn toelichting(&self) -> Option<&str> {
        self.notitie.herkomst.as_ref()?.notitie.as_deref()
    }
}

/// Notities die bij elkaar horen.
#[derive(Clone)]
pub struct NotitiegroepNode {
    pub bord: Arc<Sessiebord>,
    pub groep: Arc<Groep>,
}

/// Notities die bij elkaar horen.
#[Object(name = "Notitiegroep")]
impl NotitiegroepNode {
    /// Adres van deze groep.
    async fn id(&self) -> ID {
        global_id("Notitiegroep", self.groep.id)
    }

    /// De naam.
    async fn naam(&self) -> &str {
        &self.groep.naam
    }

    /// Hoeveel notities erin zitten.
    async fn aantal(&self) -> usize {
        self.bord.op_het_bord().filter(|notitie| notitie.groep == Some(self.groep.id)).count()
    }
}

/// Wat er uit een sessie kwam.
#[derive(Clone)]
pub struct OpbrengstNode {
    pub beeld: Lezing,
    pub opbrengst: Arc<Opbrengst>,
}

/// Wat er uit een sessie kwam.
#[Object(name = "Opbrengst")]
impl OpbrengstNode {
    /// Adres van deze opbrengst.
    async fn id(&self) -> ID {
        global_id("Opbrengst", self.opbrengst.id)
    }

    /// Wat het is.
    async fn soort(&self) -> Opbrengstsoort {
        self.opbrengst.soort
    }

    /// Waar het over gaat.
    async fn titel(&self) -> &str {
        &self.opbrengst.titel
    }

    /// De notitie waar het uit komt.
    async fn notitie(&self) -> Option<ID> {
        self.opbrengst.notitie.map(|id| global_id("Notitie", id))
    }

    /// De groep waar het uit komt.
    async fn groep(&self) -> Option<ID> {
        self.opbrengst.groep.map(|id| global_id("Notitiegroep", id))
    }

    /// Wie ervoor zorgt.
    async fn eigenaar(&self) -> Option<&str> {
        let persoon = self.beeld.organisatie().personen.get(&self.opbrengst.eigenaar?)?;
        Some(persoon.naam.as_str())
    }

    /// Wanneer het klaar moet zijn.
    async fn datum(&self) -> Option<Datum> {
        self.opbrengst.datum.map(Datum)
    }

    /// De taak op het takenbord, als het die geworden is.
    async fn taak(&self) -> Option<ID> {
        self.opbrengst.taak.map(|id| global_id("Taak", id))
    }
}

/// Iemand die meedoet aan een sessie.
#[derive(Clone)]
pub struct DeelnemerNode {
    pub beeld: Lezing,
    pub bord: Arc<Sessiebord>,
    pub gast: Arc<Gast>,
}

/// Iemand die meedoet aan een sessie.
#[Object(name = "Deelnemer")]
impl DeelnemerNode {
    /// Adres van deze deelnemer.
    async fn id(&self) -> ID {
        global_id("Deelnemer", self.gast.id)
    }

    /// De naam waaronder die meedoet.
    async fn schuilnaam(&self) -> &str {
        &self.gast.schuilnaam
    }

    /// Voor wie die spreekt.
    async fn achterban(&self) -> AchterbanNode {
        AchterbanNode::van(&self.beeld, &self.gast.achterban)
    }

    /// Of die binnen is.
    async fn toelating(&self) -> Toelating {
        self.gast.toelating
    }

    /// Is die klaar met de fase van nu?
    async fn klaar(&self) -> bool {
        self.gast.klaar.is_some() && self.gast.klaar == self.bord.sessie.huidige
    }

    /// Aan welke stemmingen die meedeed. Wat de stem was, is nergens bewaard.
    async fn gestemd(&self) -> Vec<ID> {
        self.gast.gestemd.iter().map(|id| global_id("Sessiefase", id)).collect()
    }
}
