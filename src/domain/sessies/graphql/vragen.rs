//! Reading sessions, and following them live.

use std::sync::Arc;

use async_graphql::{Context, ID, Object, Result, SimpleObject, Subscription, Union};
use futures_util::{Stream, StreamExt, future::ready, stream};
use uuid::Uuid;

use super::{
    bord::NotitieNode,
    sessie::{SessieNode, mag_zien},
};
use crate::{
    domain::{
        beeld::Beeld,
        fout::Fout,
        gebeurtenis::Gebeurtenis as Alles,
        graphql::{aanvraag, uuid_sleutel},
        logboek::{Bijgewerkt, HerladenNodig},
        rechten::{Bereik, Recht},
        sessies::{Daad, GastId, Gebeurtenis, Notitie, SESSIES, SessieId, scope_van},
        sporen::Lezing,
    },
    platform::{
        change_log::{
            Entry, Position,
            follow::{Step, follow},
            live::Moment,
        },
        graphql::{relay::global_id, scalars::Positie},
        presence::Presentee,
    },
};

/// Wat je over sessies kunt vragen.
#[derive(Default)]
pub struct SessieQuery;

#[Object]
impl SessieQuery {
    /// Alle sessies: eerst wat nu bezig is, dan wat gepland is, dan wat geweest is, nieuwste eerst.
    #[graphql(complexity = "20 + child_complexity")]
    async fn sessies(&self, ctx: &Context<'_>) -> Result<Vec<SessieNode>> {
        let aanvraag = aanvraag(ctx);
        aanvraag.eis(Recht::SessiesLezen, &Bereik::Alles)?;
        let beeld = aanvraag.beeld();
        let mut borden: Vec<_> = beeld.sessies().borden.values().cloned().collect();
        borden.sort_by_key(|bord| {
            let sessie = &bord.sessie;
            // Those of the past in the order of the documents that tell of them: newest first.
            let datum = sessie.vroeger.as_ref().map_or("9999", |vroeger| vroeger.datum.as_str()).to_owned();
            (
                sessie.stand != super::super::Sessiestand::Bezig,
                std::cmp::Reverse((sessie.afgerond_op.is_none(), datum, sessie.gemaakt_op)),
            )
        });
        let positie = aanvraag.positie;
        Ok(borden.into_iter().map(|bord| SessieNode { beeld: beeld.clone(), positie, bord }).collect())
    }

    /// Eén sessie. Een deelnemer ziet alleen de eigen sessie.
    async fn sessie(&self, ctx: &Context<'_>, #[graphql(desc = "De sessie.")] id: ID) -> Result<Option<SessieNode>> {
        let id = sessie_id(&id)?;
        mag_zien(ctx, id)?;
        let aanvraag = aanvraag(ctx);
        Ok(SessieNode::vind(&aanvraag.beeld(), aanvraag.positie, id))
    }
}

pub fn sessie_id(id: &ID) -> Result<SessieId> {
    uuid_sleutel(id, "Sessie", "sessie").map(SessieId).map_err(Fout::top_level)
}

/// Er gebeurde iets in een sessie: zo staat zij er nu voor.
#[derive(SimpleObject, Clone)]
pub struct SessieStand {
    /// Plek in het logboek.
    positie: Positie,
    /// Het id van de wijziging, zodat een scherm zijn eigen wijziging herkent.
    client_mutatie_id: Option<Uuid>,
    /// De sessie, zoals zij daarna was; leeg als er alleen een sjabloon veranderde.
    sessie: Option<SessieNode>,
    /// De notities waar het over ging, voor zover de kijker ze mag zien.
    gewijzigd: Vec<NotitieNode>,
    /// De notities waar het over ging die de kijker niet (meer) ziet.
    weg: Vec<ID>,
}

/// Wat er in een sessie gebeurt.
#[derive(Union, Clone)]
pub enum SessieBericht {
    SessieStand(SessieStand),
    Bijgewerkt(Bijgewerkt),
    HerladenNodig(HerladenNodig),
}

/// Wie er nu op een sessie kijken.
#[derive(SimpleObject, Clone)]
pub struct SessieAanwezigheid {
    /// De sessie.
    sessie: ID,
    /// Hoeveel deelnemers hun scherm open hebben.
    aantal: usize,
    /// Welke deelnemers; alleen voor wie sessies leidt.
    deelnemers: Vec<ID>,
}

/// Wat je van sessies live kunt volgen.
#[derive(Default)]
pub struct SessieSubscription;

#[Subscription]
impl SessieSubscription {
    /// Alles wat in een sessie gebeurt: eerst wat je miste sinds `vanaf`, dan Bijgewerkt, dan live. Zonder sessie: alle
    /// sessies.
    async fn sessie(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "De sessie; leeg: alle sessies.")] id: Option<ID>,
        #[graphql(desc = "De positie van je laatste bericht of vraag; leeg: vanaf nu.")] vanaf: Option<Positie>,
    ) -> Result<impl Stream<Item = Result<SessieBericht>> + use<>> {
        let aanvraag = aanvraag(ctx);
        let id = id.as_ref().map(sessie_id).transpose()?;
        match id {
            Some(id) => {
                mag_zien(ctx, id)?;
                if !aanvraag.beeld().sessies().borden.contains_key(&id) {
                    return Err(Fout::niet_gevonden("Deze sessie").top_level());
                }
            }
            None => drop(aanvraag.eis(Recht::SessiesLezen, &Bereik::Alles)?),
        }
        let (nu, sporen) = (aanvraag.app().nu().clone(), aanvraag.sporen.clone());
        let epoch = nu.epoch();
        let leidt = super::sessie::leidt(ctx);
        let scope = id.map(scope_van);
        let in_scope = move |moment: &Moment<Beeld>| match &scope {
            Some(scope) => moment.entry.scope == *scope,
            None => moment.entry.scope.starts_with(SESSIES),
        };
        let stappen = follow(nu, vanaf.map(|positie| positie.0), aanvraag.cursor.clone(), in_scope);
        Ok(stappen.filter_map(move |stap| {
            ready(match stap {
                Step::Happened(moment) => {
                    let beeld = Lezing::new(moment.world.clone(), sporen.clone());
                    let positie = Position { epoch, seq: moment.entry.seq };
                    stand(&beeld, positie, &moment.entry, &moment.event, leidt).map(SessieBericht::SessieStand).map(Ok)
                }
                Step::CaughtUp(positie) => Some(Ok(SessieBericht::Bijgewerkt(Bijgewerkt::tot(positie)))),
                Step::Reload(reload, positie) => {
                    Some(Ok(SessieBericht::HerladenNodig(HerladenNodig::new(reload, positie))))
                }
            })
        }))
    }

    /// Wie er nu op een sessie kijken. Wie zich abonneert, is er zelf ook. Vluchtig: het komt niet in het logboek.
    async fn sessie_aanwezigheid(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "De sessie.")] id: ID,
        #[graphql(desc = "Een id voor dit scherm (tabblad), zelf gekozen.")] scherm: Uuid,
    ) -> Result<impl Stream<Item = Result<SessieAanwezigheid>> + use<>> {
        let sessie = sessie_id(&id)?;
        mag_zien(ctx, sessie)?;
        let aanvraag = aanvraag(ctx);
        let leidt = super::sessie::leidt(ctx);
        let person = aanvraag.wie()?.persoon().0;
        let app = aanvraag.app().clone();
        let kijkt = Presentee { person, activity: "kijkt".to_owned(), subject: None };
        let stay = app.presence().enter(&scope_van(sessie), scherm, kijkt);
        Ok(stream::unfold((app, stay, true), move |(app, mut stay, first)| async move {
            if !first && !stay.changed().await {
                return None;
            }
            let world = app.nu().present().world;
            let gasten = world.sessies.borden.get(&sessie).map(|bord| bord.gasten.clone()).unwrap_or_default();
            let mut hier: Vec<_> = stay.here().into_values().map(|wie| GastId(wie.person)).collect();
            hier.retain(|id| gasten.contains_key(id));
            hier.sort();
            hier.dedup();
            let deelnemers = hier.iter().filter(|_| leidt).map(|id| global_id("Deelnemer", id)).collect();
            let nu = SessieAanwezigheid { sessie: global_id("Sessie", sessie), aantal: hier.len(), deelnemers };
            Some((Ok(nu), (app, stay, false)))
        }))
    }
}

/// What an event means for who follows; nothing when it is not about a session.
fn stand(beeld: &Lezing, positie: Position, entry: &Entry, event: &Alles, leidt: bool) -> Option<SessieStand> {
    let Alles::Sessies(event) = event else { return None };
    let mut stand = SessieStand {
        positie: Positie(positie),
        client_mutatie_id: entry.client_mutation_id,
        sessie: None,
        gewijzigd: Vec::new(),
        weg: Vec::new(),
    };
    let Some(id) = event.sessie() else { return Some(stand) };
    let node = SessieNode::vind(beeld, positie, id)?;
    let notities: Vec<&Notitie> = match event {
        Gebeurtenis::NotitiesBijgewerkt { notities, .. } => notities.iter().collect(),
        Gebeurtenis::SessieBijgewerkt { daad: Daad::NotitiesGetoond(fase), .. } => {
            node.bord.notities.values().filter(|notitie| notitie.fase == *fase).map(Arc::as_ref).collect()
        }
        _ => Vec::new(),
    };
    let touched: Vec<_> = notities.iter().filter_map(|notitie| node.bord.notities.get(&notitie.id)).collect();
    stand.gewijzigd = node.zichtbaar(leidt, touched.iter().copied()).collect();
    let gezien = |id| stand.gewijzigd.iter().any(|node| node.notitie.id == id);
    let weg = touched.iter().filter(|notitie| !gezien(notitie.id));
    stand.weg = weg.map(|notitie| global_id("Notitie", notitie.id)).collect();
    drop(notities);
    stand.sessie = Some(node);
    Some(stand)
}
