//! The words of the hub, from the list that names code and screens alike, so that a newcomer reads what they mean.

use std::sync::LazyLock;

use async_graphql::{Context, ID, Object, Result, SimpleObject};

use super::{
    graphql::aanvraag,
    rechten::{Bereik, Recht},
};
use crate::platform::graphql::relay::global_id;

const LIJST: &str = include_str!("../../schema/BEGRIPPEN.md");
static ALLE: LazyLock<Vec<Begrip>> = LazyLock::new(|| LIJST.lines().filter_map(lees).collect());

/// One line of the list.
struct Begrip {
    sleutel: String,
    woord: String,
    uitleg: String,
}

/// A line of the table: the words, what they mean, and where they belong.
fn lees(regel: &str) -> Option<Begrip> {
    let mut velden = regel.strip_prefix("| ")?.split(" | ").map(str::trim);
    let (woord, uitleg) = (velden.next()?, velden.next()?);
    if woord == "woord" || woord.starts_with("---") {
        return None;
    }
    let eerste = woord.split(',').next().unwrap_or(woord);
    let sleutel = eerste.chars().map(|letter| if letter.is_alphanumeric() { letter.to_ascii_lowercase() } else { '-' });
    Some(Begrip { sleutel: sleutel.collect(), woord: woord.to_owned(), uitleg: uitleg.to_owned() })
}

/// What a word is called now; `None` when the list does not have it.
pub fn woord(sleutel: &str) -> Option<String> {
    ALLE.iter().find(|begrip| begrip.sleutel == sleutel).map(|begrip| begrip.woord.clone())
}

/// Een woord van de hub, met wat het betekent.
#[derive(SimpleObject)]
#[graphql(name = "Begrip")]
pub struct BegripNode {
    /// Waarmee een tekst dit begrip noemt.
    sleutel: ID,
    /// Het woord, of de woorden die bij elkaar horen.
    woord: String,
    /// Wat het betekent.
    uitleg: String,
}

/// Wat je over de woorden van de hub kunt vragen.
#[derive(Default)]
pub struct BegrippenQuery;

#[Object]
impl BegrippenQuery {
    /// De woorden van de hub, op alfabet, met wat zij betekenen.
    async fn begrippen(&self, ctx: &Context<'_>) -> Result<Vec<BegripNode>> {
        aanvraag(ctx).eis(Recht::TakenLezen, &Bereik::Alles)?;
        let node = |begrip: &Begrip| BegripNode {
            sleutel: global_id("Begrip", &begrip.sleutel),
            woord: begrip.woord.clone(),
            uitleg: begrip.uitleg.clone(),
        };
        let mut alle: Vec<_> = ALLE.iter().map(node).collect();
        alle.sort_by_key(|begrip| begrip.woord.to_lowercase());
        Ok(alle)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_of_the_list_is_a_word_with_a_key_of_its_own() {
        let regels = LIJST.lines().filter(|regel| regel.starts_with("| ")).count();
        // The head of the table and the line under it.
        assert_eq!(ALLE.len(), regels - 2);
        let sleutels: std::collections::BTreeSet<_> = ALLE.iter().map(|begrip| &begrip.sleutel).collect();
        assert_eq!(sleutels.len(), ALLE.len());
        assert_eq!(woord("versie").as_deref(), Some("versie, kenmerk"));
    }
}
