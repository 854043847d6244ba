//! Messages live: each person's own stream.

use async_graphql::{Context, Result, SimpleObject, Subscription, Union};
use futures_util::{Stream, StreamExt};

use super::{
    betreft::Lezer,
    bus::{Melding, voor},
    vragen::MeldingNode,
};
use crate::{
    domain::{
        beeld::Beeld,
        gebeurtenis::Gebeurtenis,
        graphql::aanvraag,
        logboek::{Bijgewerkt, HerladenNodig},
        meldingen,
        node::Node,
        organisatie::{GemeenteId, Hubrol, PersoonId},
        rechten::{Bereik, Recht},
        sporen::Lezing,
    },
    platform::{
        change_log::{
            Position,
            follow::{Step, follow},
            live::Moment,
        },
        graphql::scalars::Positie,
    },
};

/// Er kwam een melding bij, de kijker las er of volgt iets op een ander scherm, of een weergave veranderde.
#[derive(SimpleObject, Clone)]
pub struct PostvakGewijzigd {
    /// De plek in het logboek.
    positie: Positie,
    /// De nieuwe melding; leeg: er is alleen iets gelezen, bewaard of anders ingesteld, of een ander is geïnformeerd.
    nieuw: Option<MeldingNode>,
    /// Waarover iemand, de kijker of een ander, net geïnformeerd is.
    geinformeerd_over: Option<Node>,
}

/// Wat er met de meldingen van de kijker gebeurt.
#[derive(Union, Clone)]
pub enum PostvakBericht {
    PostvakGewijzigd(Box<PostvakGewijzigd>),
    Bijgewerkt(Bijgewerkt),
    HerladenNodig(HerladenNodig),
}

/// Wat je van je meldingen live kunt volgen.
#[derive(Default)]
pub struct PostvakSubscription;

#[Subscription]
impl PostvakSubscription {
    /// De meldingen van de kijker: eerst wat je miste sinds `vanaf`, dan Bijgewerkt, dan live.
    async fn postvak(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "De positie van je laatste bericht of vraag; leeg: vanaf nu.")] vanaf: Option<Positie>,
    ) -> Result<impl Stream<Item = Result<PostvakBericht>> + use<>> {
        let aanvraag = aanvraag(ctx);
        let ik = aanvraag.wie()?.persoon();
        let rollen = aanvraag.eis(Recht::EigenAccount, &Bereik::Persoon(ik))?.rollen.clone();
        let (nu, sporen) = (aanvraag.app().nu().clone(), aanvraag.sporen.clone());
        let epoch = nu.epoch();
        let mijn = rollen.clone();
        let van_mij = move |moment: &Moment<Beeld>| {
            is_eigen(ik, moment) || is_geinformeerd(moment) || melding(ik, &mijn, moment).is_some()
        };
        let stappen = follow(nu, vanaf.map(|positie| positie.0), aanvraag.cursor.clone(), van_mij);
        Ok(stappen.map(move |stap| {
            Ok(match stap {
                Step::Happened(moment) => {
                    let positie = Position { epoch, seq: moment.entry.seq };
                    let beeld = Lezing::new(moment.world.clone(), sporen.clone());
                    let node = |melding| MeldingNode { beeld: beeld.clone(), positie, melding };
                    let nieuw = melding(ik, &rollen, &moment).map(node);
                    let (kind, key) = (&moment.entry.subject_kind, &moment.entry.subject_key);
                    let over = is_geinformeerd(&moment).then(|| Node::vind(&beeld, positie, kind, key)).flatten();
                    let positie = Positie(positie);
                    PostvakBericht::PostvakGewijzigd(Box::new(PostvakGewijzigd {
                        positie,
                        nieuw,
                        geinformeerd_over: over,
                    }))
                }
                Step::CaughtUp(positie) => PostvakBericht::Bijgewerkt(Bijgewerkt::tot(positie)),
                Step::Reload(reload, positie) => PostvakBericht::HerladenNodig(HerladenNodig::new(reload, positie)),
            })
        }))
    }
}

/// Did they read something, choose how messages come or what to follow, or did a weergave change that they see?
fn is_eigen(ik: PersoonId, moment: &Moment<Beeld>) -> bool {
    use meldingen::Gebeurtenis as G;
    matches!(
        &moment.event,
        Gebeurtenis::Meldingen(
            G::MeldingenGelezen { persoon, .. }
            | G::MeldingenIngesteld { persoon, .. }
            | G::VolgenGewijzigd { persoon, .. }
        ) if *persoon == ik
    ) || matches!(&moment.event, Gebeurtenis::Weergaven(gebeurtenis) if gebeurtenis.raakt(ik))
}

/// Was somebody told about something? Whoever looks at that sees it at once.
fn is_geinformeerd(moment: &Moment<Beeld>) -> bool {
    matches!(&moment.event, Gebeurtenis::Meldingen(meldingen::Gebeurtenis::Geinformeerd { .. }))
}

/// The message this is to them, if it is one.
fn melding(ik: PersoonId, rollen: &[(Hubrol, Option<GemeenteId>)], moment: &Moment<Beeld>) -> Option<Melding> {
    let door = moment.entry.actor.map(PersoonId).filter(|door| *door != ik)?;
    let bericht = voor(&moment.world, &Lezer { persoon: ik, rollen }, moment.entry.at, door, &moment.event)?;
    Some(Melding {
        id: moment.entry.seq.to_string(),
        soort: bericht.soort,
        onderwerp: bericht.onderwerp,
        zin: bericht.zin,
        in_brief: bericht.in_brief,
        op: moment.entry.at,
        door: Some(door),
        dag: None,
        gelezen: false,
    })
}
