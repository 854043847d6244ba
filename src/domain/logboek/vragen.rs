//! Reading the log, newest first.

use async_graphql::{Context, ID, Object, Result, SimpleObject, connection::PageInfo};

use super::{GebeurtenisNode, Regel};
use crate::{
    domain::{
        fout::Fout,
        gebeurtenis::deel_van,
        graphql::{Aanvraag, aanvraag, uuid_sleutel},
        meldingen::POSTVAK,
        organisatie::{BEZOEKEN, TOEGANG},
        rechten::{Bereik, Recht},
        weergaven::WEERGAVEN,
    },
    platform::{
        change_log::read::{self, Filter},
        graphql::{
            page::{self, Window},
            relay,
            scalars::{Positie, Tijdstip},
        },
    },
};

/// Een gebeurtenis in een lijst.
#[derive(SimpleObject)]
pub struct GebeurtenisEdge {
    /// Plek in de lijst.
    pub cursor: String,
    /// De gebeurtenis.
    pub node: GebeurtenisNode,
}

/// Een bladzijde van het logboek, nieuwste eerst.
#[derive(SimpleObject)]
pub struct GebeurtenisConnection {
    /// De gebeurtenissen met hun plek in de lijst.
    pub edges: Vec<GebeurtenisEdge>,
    /// De gebeurtenissen.
    pub nodes: Vec<GebeurtenisNode>,
    /// Is er meer?
    pub page_info: PageInfo,
}

/// The streams this person may not see.
fn verborgen(aanvraag: &Aanvraag) -> Vec<String> {
    let beheert = aanvraag.wie.as_ref().is_some_and(|wie| wie.mag(Recht::PersonenBeheren, &Bereik::Alles));
    let altijd = [BEZOEKEN, POSTVAK, WEERGAVEN];
    altijd.into_iter().chain((!beheert).then_some(TOEGANG)).map(str::to_owned).collect()
}

/// May this person see what happens in this stream?
pub fn zichtbaar(aanvraag: &Aanvraag, scope: &str) -> bool {
    !verborgen(aanvraag).iter().any(|ander| ander == scope)
}

/// The newest events that match and that this person may see.
pub async fn nieuwste(aanvraag: &Aanvraag, filter: Filter, limit: u64) -> Result<Vec<Regel>> {
    let deel = filter.subjects.first().and_then(|(kind, _)| deel_van(kind));
    // What came in after the state was read belongs to the next answer.
    let end = aanvraag.positie.seq + 1;
    let before = Some(filter.before.map_or(end, |before| before.min(end)));
    let filter = Filter { hidden: verborgen(aanvraag), before, ..filter };
    let entries = read::newest(aanvraag.logboek(deel), &filter, limit).await;
    let entries = entries.map_err(|error| Fout::from(error).top_level())?;
    let (beeld, epoch) = (aanvraag.beeld(), aanvraag.positie.epoch);
    entries.into_iter().map(|entry| Regel::new(beeld.clone(), epoch, entry)).collect()
}

async fn bladzijde(aanvraag: &Aanvraag, filter: Filter, window: Window) -> Result<GebeurtenisConnection> {
    let filter = Filter { before: window.after, ..filter };
    let mut regels = nieuwste(aanvraag, filter, window.first as u64 + 1).await?;
    let more = regels.len() > window.first;
    regels.truncate(window.first);
    let items: Vec<_> = regels.into_iter().map(|regel| (regel.entry.seq, GebeurtenisNode::from(regel))).collect();
    let page_info = page::info(&items, more, window.after.is_some());
    let edges: Vec<_> =
        items.into_iter().map(|(seq, node)| GebeurtenisEdge { cursor: page::cursor(seq), node }).collect();
    Ok(GebeurtenisConnection { nodes: edges.iter().map(|edge| edge.node.clone()).collect(), edges, page_info })
}

/// The history of one object.
pub async fn geschiedenis(ctx: &Context<'_>, kind: &str, key: String, window: Window) -> Result<GebeurtenisConnection> {
    let filter = Filter { subjects: vec![(kind.to_owned(), key)], ..Filter::default() };
    bladzijde(aanvraag(ctx), filter, window).await
}

/// Wat je over het logboek kunt vragen.
#[derive(Default)]
pub struct LogboekQuery;

#[Object]
impl LogboekQuery {
    /// Waar het logboek nu is.
    async fn positie(&self, ctx: &Context<'_>) -> Result<Positie> {
        let aanvraag = aanvraag(ctx);
        aanvraag.wie()?;
        aanvraag.sporen.zag_logboek(None);
        Ok(Positie(aanvraag.positie))
    }

    /// Het eerste moment dat in het logboek staat: verder terugkijken kan niet. Leeg: er staat nog niets in.
    async fn logboek_begin(&self, ctx: &Context<'_>) -> Result<Option<Tijdstip>> {
        let aanvraag = aanvraag(ctx);
        aanvraag.eis(Recht::FeitenLezen, &Bereik::Alles)?;
        let eerste = read::oldest(aanvraag.logboek(None), &Filter::default(), 1).await;
        let eerste = eerste.map_err(|error| Fout::from(error).top_level())?;
        Ok(eerste.first().map(|entry| Tijdstip(entry.at)))
    }

    /// Het logboek, nieuwste eerst.
    #[graphql(complexity = "first as usize / 10 + child_complexity")]
    #[expect(clippy::too_many_arguments, reason = "each argument is one of the API")]
    async fn gebeurtenissen(
        &self,
        ctx: &Context<'_>,
        #[graphql(default = 50, desc = "Hoeveel regels, 1 tot 100.")] first: i32,
        #[graphql(desc = "Lees verder na deze cursor.")] after: Option<String>,
        #[graphql(desc = "Alleen over dit onderwerp.")] onderwerp: Option<ID>,
        #[graphql(desc = "Alleen van deze persoon.")] door: Option<ID>,
        #[graphql(desc = "Vanaf dit moment.")] van: Option<Tijdstip>,
        #[graphql(desc = "Tot en met dit moment.")] tot: Option<Tijdstip>,
    ) -> Result<GebeurtenisConnection> {
        let aanvraag = aanvraag(ctx);
        aanvraag.eis(Recht::FeitenLezen, &Bereik::Alles)?;
        let window = Window::new(first, after)?;
        let subject = match onderwerp {
            Some(id) => {
                let global = relay::parse(&id);
                Some(global.ok_or_else(|| Fout::niet_gevonden("Dit onderwerp").top_level())?)
            }
            None => None,
        };
        let actor = door.map(|id| uuid_sleutel(&id, "Persoon", "door")).transpose().map_err(Fout::top_level)?;
        let filter = Filter {
            subjects: subject.map(|global| (global.kind, global.key)).into_iter().collect(),
            actor,
            from: van.map(|moment| moment.0),
            until: tot.map(|moment| moment.0),
            ..Filter::default()
        };
        bladzijde(aanvraag, filter, window).await
    }
}
