//! Searching as people do: capitals and accents do not matter, the order of words neither. Pure.

pub use crate::platform::search::fold as gevouwen;

/// Does every word of `zoek` occur in one of the texts?
pub fn komt_voor<'a>(zoek: &str, teksten: impl IntoIterator<Item = &'a str>) -> bool {
    let teksten: Vec<String> = teksten.into_iter().map(gevouwen).collect();
    gevouwen(zoek).split_whitespace().all(|woord| teksten.iter().any(|tekst| tekst.contains(woord)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn capitals_accents_and_order_do_not_matter() {
        for zoek in ["coordinator", "TOEGANG coörd", "", "gang", "Coo\u{308}rdinator"] {
            assert!(komt_voor(zoek, ["Coördinator toegang"]), "{zoek}");
        }
        assert!(komt_voor("ab bestuur", ["Algemeen Bestuur", "AB"]));
        assert!(!komt_voor("toegang beleid", ["Coördinator toegang"]));
    }
}
