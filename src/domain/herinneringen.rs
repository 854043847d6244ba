//! Herinneringen: what is coming for me, on the screen and as a calendar that other programs follow.

use async_graphql::{Context, Object, Result};
use jiff::{Timestamp, ToSpan, civil::Date};

use super::{
    beeld::Beeld,
    graphql::aanvraag,
    integratie::{
        Herinnering, HerinneringSoort, Waarover,
        graphql::{BesluitcelNode, BesluitstapNode, MijlpaalNode, TaakNode, TrajectNode},
    },
    node::Node,
    organisatie::PersoonId,
    rechten::{Bereik, Recht},
    sporen::Lezing,
};
use crate::platform::{
    calendar::{self, Event},
    change_log::Position,
    graphql::scalars::Datum,
};

/// How far ahead the page and the calendar look, when nothing else was asked.
const VOORUIT: i64 = 120;
/// A calendar is for planning ahead: further than the page.
const AGENDA_VOORUIT: i64 = 550;

/// Iets wat eraan komt voor de kijker.
pub struct HerinneringNode {
    beeld: Lezing,
    positie: Position,
    herinnering: Herinnering,
}

/// Iets wat eraan komt voor de kijker.
#[Object(name = "Herinnering")]
impl HerinneringNode {
    /// Waar het over gaat.
    async fn soort(&self) -> HerinneringSoort {
        self.herinnering.soort
    }

    /// De dag waarop het zover is.
    async fn dag(&self) -> Datum {
        Datum(self.herinnering.dag)
    }

    /// Wat er is, op één regel.
    async fn titel(&self) -> &str {
        &self.herinnering.titel
    }

    /// Is die dag voorbij, of had het al moeten zijn?
    async fn te_laat(&self) -> bool {
        self.herinnering.te_laat
    }

    /// Het traject.
    async fn traject(&self) -> Result<TrajectNode> {
        TrajectNode::vind(&self.beeld, self.positie, &self.herinnering.traject)
            .ok_or_else(|| "traject ontbreekt".into())
    }

    /// Het onderwerp zelf.
    async fn onderwerp(&self) -> Option<Node> {
        let (beeld, positie) = (&self.beeld, self.positie);
        match &self.herinnering.waarover {
            Waarover::Stap(stap) => BesluitstapNode::vind(beeld, positie, stap).map(Node::Besluitstap),
            Waarover::Cel(stap, gemeente) => {
                let stap = BesluitstapNode::vind(beeld, positie, stap)?;
                BesluitcelNode::van(&stap.besluit, &stap.stap.id, gemeente).map(Node::Besluitcel)
            }
            Waarover::Mijlpaal(id) => MijlpaalNode::vind(beeld, positie, id).map(Node::Mijlpaal),
            Waarover::Taak(id) => TaakNode::vind(beeld, positie, *id).map(Node::Taak),
        }
    }
}

/// Wat je over herinneringen kunt vragen.
#[derive(Default)]
pub struct HerinneringenQuery;

#[Object]
impl HerinneringenQuery {
    /// Wat eraan komt voor de kijker: termijnen en besluiten van de eigen gemeente, mijlpalen en taken; eerst wat eerst is.
    #[graphql(complexity = "20 + child_complexity")]
    async fn herinneringen(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Tot en met deze dag; leeg: vier maanden vooruit.")] tot: Option<Datum>,
    ) -> Result<Vec<HerinneringNode>> {
        let aanvraag = aanvraag(ctx);
        let ik = aanvraag.eis(Recht::TakenLezen, &Bereik::Alles)?.persoon();
        let (beeld, positie, vandaag) = (aanvraag.beeld(), aanvraag.positie, aanvraag.vandaag());
        let tot = tot.map_or_else(|| vandaag.saturating_add(VOORUIT.days()), |tot| tot.0);
        let alle = beeld.integratie().herinneringen(beeld.organisatie(), ik, vandaag, tot);
        let node = |herinnering| HerinneringNode { beeld: beeld.clone(), positie, herinnering };
        Ok(alle.into_iter().map(node).collect())
    }
}

/// The calendar of one person, for programs that follow it. Roles, gemeenten and titles of tasks; nothing about clients,
/// because no text of the hub holds any.
pub fn agenda(beeld: &Beeld, persoon: PersoonId, vandaag: Date, nu: Timestamp) -> String {
    let tot = vandaag.saturating_add(AGENDA_VOORUIT.days());
    let alle = beeld.integratie.herinneringen(&beeld.organisatie, persoon, vandaag, tot);
    let naam =
        |een: &Herinnering| beeld.integratie.trajecten.get(&een.traject).map_or(String::new(), |een| een.naam.clone());
    let events = alle.iter().map(|een| Event {
        uid: format!("{}@samenspel", sleutel(&een.waarover)),
        day: een.dag,
        title: een.titel.clone(),
        note: naam(een),
    });
    calendar::ics("Samenspel", nu, &events.collect::<Vec<_>>())
}

/// The same for as long as it is about the same thing, so that a date that moves moves in the calendar too.
pub fn sleutel(waarover: &Waarover) -> String {
    match waarover {
        Waarover::Stap(stap) => format!("stap-{stap}"),
        Waarover::Cel(stap, gemeente) => format!("cel-{stap}-{gemeente}"),
        Waarover::Mijlpaal(id) => format!("mijlpaal-{id}"),
        Waarover::Taak(id) => format!("taak-{id}"),
    }
}
