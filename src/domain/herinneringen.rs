//! Herinneringen: what is coming for me, on the screen and as a calendar that other programs follow.

use async_graphql::{Context, Object, Result};
use jiff::{Timestamp, ToSpan, civil::Date};

use super::{
    afspraken::{
        self, Komt,
        graphql::{AfspraakNode, AfwijkingNode, RondeNode},
    },
    beeld::Beeld,
    graphql::aanvraag,
    integratie::{
        self, Waarover,
        graphql::{BesluitcelNode, BesluitstapNode, MijlpaalNode, TaakNode, TrajectNode},
    },
    node::Node,
    organisatie::{self, PersoonId},
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

/// Waar een herinnering over gaat.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, async_graphql::Enum)]
pub enum HerinneringSoort {
    /// Een termijn eindigt.
    Termijn,
    /// Een besluit staat op de agenda.
    Besluit,
    /// Een mijlpaal moet gehaald zijn.
    Mijlpaal,
    /// Een taak moet klaar zijn.
    Taak,
    /// Er moet getekend zijn.
    Ondertekenen,
    /// Een afspraak moet opnieuw bekeken zijn.
    Herziening,
    /// Een afwijking van een afspraak eindigt.
    Afwijking,
}

/// The thing a reminder is about.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Over {
    Werk(Waarover),
    Afspraak(Komt),
}

/// One thing that is coming for one person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Herinnering {
    pub soort: HerinneringSoort,
    pub dag: Date,
    pub titel: String,
    pub over: Over,
    /// Is the day over?
    pub te_laat: bool,
    pub traject: Option<integratie::TrajectId>,
}

impl Herinnering {
    fn van_werk(een: integratie::Herinnering) -> Self {
        use integratie::HerinneringSoort as S;
        let soort = match een.soort {
            S::Termijn => HerinneringSoort::Termijn,
            S::Besluit => HerinneringSoort::Besluit,
            S::Mijlpaal => HerinneringSoort::Mijlpaal,
            S::Taak => HerinneringSoort::Taak,
        };
        let (dag, titel, te_laat) = (een.dag, een.titel, een.te_laat);
        Self { soort, dag, titel, te_laat, over: Over::Werk(een.waarover), traject: Some(een.traject) }
    }

    fn van_afspraak(een: afspraken::Herinnering, vandaag: Date) -> Self {
        let soort = match een.waarover {
            Komt::Tekenen(_) | Komt::Sluiten(_) => HerinneringSoort::Ondertekenen,
            Komt::Herzien(_) => HerinneringSoort::Herziening,
            Komt::AfwijkingEindigt(_) => HerinneringSoort::Afwijking,
        };
        let (dag, titel, te_laat) = (een.dag, een.titel, een.dag < vandaag);
        Self { soort, dag, titel, te_laat, over: Over::Afspraak(een.waarover), traject: None }
    }
}

/// Everything that is coming for this person up to and including `tot`, the first first.
pub fn komend(
    organisatie: &organisatie::Toestand,
    integratie: &integratie::Toestand,
    afspraken: &afspraken::Toestand,
    persoon: PersoonId,
    (vandaag, tot): (Date, Date),
) -> Vec<Herinnering> {
    let werk = integratie.herinneringen(organisatie, persoon, vandaag, tot).into_iter().map(Herinnering::van_werk);
    let over_afspraken = afspraken.herinneringen(organisatie, persoon, vandaag, tot).into_iter();
    let mut alle: Vec<_> = werk.chain(over_afspraken.map(|een| Herinnering::van_afspraak(een, vandaag))).collect();
    alle.sort_by(|een, ander| {
        (een.dag, een.soort, &een.titel, &een.over).cmp(&(ander.dag, ander.soort, &ander.titel, &ander.over))
    });
    alle
}

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

    /// Het traject; leeg: het gaat over een afspraak.
    async fn traject(&self) -> Option<TrajectNode> {
        TrajectNode::vind(&self.beeld, self.positie, self.herinnering.traject.as_ref()?)
    }

    /// Het onderwerp zelf.
    async fn onderwerp(&self) -> Option<Node> {
        let (beeld, positie) = (&self.beeld, self.positie);
        match &self.herinnering.over {
            Over::Werk(Waarover::Stap(stap)) => BesluitstapNode::vind(beeld, positie, stap).map(Node::Besluitstap),
            Over::Werk(Waarover::Cel(stap, gemeente)) => {
                let stap = BesluitstapNode::vind(beeld, positie, stap)?;
                BesluitcelNode::van(&stap.besluit, &stap.stap.id, gemeente).map(Node::Besluitcel)
            }
            Over::Werk(Waarover::Mijlpaal(id)) => MijlpaalNode::vind(beeld, positie, id).map(Node::Mijlpaal),
            Over::Werk(Waarover::Taak(id)) => TaakNode::vind(beeld, positie, *id).map(Node::Taak),
            Over::Afspraak(Komt::Tekenen(id) | Komt::Sluiten(id)) => {
                RondeNode::vind(beeld, positie, *id).map(Node::Ronde)
            }
            Over::Afspraak(Komt::Herzien(id)) => AfspraakNode::vind(beeld, positie, id).map(Node::Afspraak),
            Over::Afspraak(Komt::AfwijkingEindigt(id)) => AfwijkingNode::vind(beeld, positie, *id).map(Node::Afwijking),
        }
    }
}

/// Wat je over herinneringen kunt vragen.
#[derive(Default)]
pub struct HerinneringenQuery;

#[Object]
impl HerinneringenQuery {
    /// Wat eraan komt voor de kijker: termijnen en besluiten van de eigen gemeente, mijlpalen, taken, handtekeningen die
    /// gevraagd zijn en afspraken om opnieuw te bekijken; eerst wat eerst is.
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
        let alle = komend(beeld.organisatie(), beeld.integratie(), beeld.afspraken(), ik, (vandaag, tot));
        let node = |herinnering| HerinneringNode { beeld: beeld.clone(), positie, herinnering };
        Ok(alle.into_iter().map(node).collect())
    }
}

/// The calendar of one person, for programs that follow it. Roles, gemeenten and titles of tasks; nothing about clients,
/// because no text of the hub holds any.
pub fn agenda(beeld: &Beeld, persoon: PersoonId, vandaag: Date, nu: Timestamp) -> String {
    let tot = vandaag.saturating_add(AGENDA_VOORUIT.days());
    let alle = van_beeld(beeld, persoon, (vandaag, tot));
    let naam = |een: &Herinnering| {
        let traject = een.traject.as_ref().and_then(|id| beeld.integratie.trajecten.get(id));
        traject.map_or_else(|| "Afspraken".to_owned(), |een| een.naam.clone())
    };
    let events = alle.iter().map(|een| Event {
        uid: format!("{}@samenspel", sleutel(&een.over)),
        day: een.dag,
        title: een.titel.clone(),
        note: naam(een),
    });
    calendar::ics("Samenspel", nu, &events.collect::<Vec<_>>())
}

/// The same, of the whole state at once.
pub fn van_beeld(beeld: &Beeld, persoon: PersoonId, dagen: (Date, Date)) -> Vec<Herinnering> {
    komend(&beeld.organisatie, &beeld.integratie, &beeld.afspraken, persoon, dagen)
}

/// The same for as long as it is about the same thing, so that a date that moves moves in the calendar too.
pub fn sleutel(over: &Over) -> String {
    match over {
        Over::Werk(Waarover::Stap(stap)) => format!("stap-{stap}"),
        Over::Werk(Waarover::Cel(stap, gemeente)) => format!("cel-{stap}-{gemeente}"),
        Over::Werk(Waarover::Mijlpaal(id)) => format!("mijlpaal-{id}"),
        Over::Werk(Waarover::Taak(id)) => format!("taak-{id}"),
        Over::Afspraak(Komt::Tekenen(id)) => format!("tekenen-{id}"),
        Over::Afspraak(Komt::Sluiten(id)) => format!("sluiten-{id}"),
        Over::Afspraak(Komt::Herzien(id)) => format!("herzien-{id}"),
        Over::Afspraak(Komt::AfwijkingEindigt(id)) => format!("afwijking-{id}"),
    }
}
