//! Searching as people do: capitals and accents do not matter, the order of words neither. Pure.

/// Does every word of `zoek` occur in one of the texts?
pub fn komt_voor<'a>(zoek: &str, teksten: impl IntoIterator<Item = &'a str>) -> bool {
    let teksten: Vec<String> = teksten.into_iter().map(gevouwen).collect();
    gevouwen(zoek).split_whitespace().all(|woord| teksten.iter().any(|tekst| tekst.contains(woord)))
}

/// Without capitals and accents; also good to sort names by.
pub fn gevouwen(tekst: &str) -> String {
    let zonder_accent = |c: char| match c {
        'à'..='å' => 'a',
        'ç' => 'c',
        'è'..='ë' => 'e',
        'ì'..='ï' => 'i',
        'ñ' => 'n',
        'ò'..='ö' => 'o',
        'ù'..='ü' => 'u',
        'ý' | 'ÿ' => 'y',
        '’' | '‘' => '\'',
        _ => c,
    };
    tekst.to_lowercase().chars().map(zonder_accent).filter(|c| !('\u{300}'..='\u{36f}').contains(c)).collect()
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
