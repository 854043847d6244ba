//! The persons mentioned in a text: `@[naam](id)`, where the id is the global id or the bare one. Pure.

use std::collections::BTreeSet;

use super::{PersoonId, Toestand};
use crate::platform::graphql::relay;

fn vermeldingen(tekst: &str, persoon: impl Fn(&str) -> Option<PersoonId>) -> BTreeSet<PersoonId> {
    let after_at = tekst.split("@[").skip(1);
    after_at
        .filter_map(|rest| {
            let (_, rest) = rest.split_once("](")?;
            persoon(rest.split_once(')')?.0)
        })
        .collect()
}

/// Those mentioned in a text, as far as they work in the hub.
pub fn vermelde_personen(organisatie: &Toestand, tekst: &str) -> BTreeSet<PersoonId> {
    let persoon = |id: &str| {
        let global = relay::parse(id).filter(|global| global.kind == "Persoon");
        let key = global.map_or_else(|| id.to_owned(), |global| global.key);
        uuid::Uuid::try_parse(&key).ok().map(PersoonId)
    };
    let mut vermelde = vermeldingen(tekst, persoon);
    vermelde.retain(|persoon| organisatie.is_actief(*persoon));
    vermelde
}

#[cfg(test)]
mod tests {
    use super::*;

    fn persoon(nummer: u128) -> Option<PersoonId> {
        Some(PersoonId(uuid::Uuid::from_u128(nummer)))
    }

    #[test]
    fn mentions_are_read_out_of_a_text() {
        let known = |id: &str| id.parse().ok().and_then(persoon);
        let found = vermeldingen("Kijk @[Bram](2) en @[Anna](1), niet @[wie](x) of @Bram", known);
        assert_eq!(found.into_iter().map(Some).collect::<Vec<_>>(), [persoon(1), persoon(2)]);
    }
}
