//! What differs between two texts: article by article, and word by word. Pure.

use similar::{Algorithm, ChangeTag, DiffOp, TextDiff, capture_diff_slices};

use super::tekst::{Artikel, Tekst};

/// Wat er met een artikel gebeurd is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, async_graphql::Enum)]
#[graphql(name = "ArtikelVerschilSoort")]
pub enum Soort {
    /// Er staat hetzelfde.
    Gelijk,
    /// Er staat iets anders.
    Gewijzigd,
    /// Het is erbij gekomen.
    Nieuw,
    /// Het is weg.
    Vervallen,
}

/// Wat er met woorden gebeurd is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, async_graphql::Enum)]
#[graphql(name = "WoordVerschilSoort")]
pub enum Woordsoort {
    /// Zij staan in beide.
    Gelijk,
    /// Zij zijn erbij gekomen.
    Toegevoegd,
    /// Zij zijn weg.
    Verwijderd,
}

/// Words that share their fate.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stuk {
    pub soort: Woordsoort,
    pub tekst: String,
}

/// One article, in either text or in both.
#[derive(Debug, Clone, PartialEq)]
pub struct ArtikelVerschil {
    pub soort: Soort,
    pub verplaatst: bool,
    /// Its number in each text, from 1.
    pub van_nummer: Option<usize>,
    pub naar_nummer: Option<usize>,
    pub id: String,
    pub kop: Vec<Stuk>,
    pub inhoud: Vec<Stuk>,
}

/// Every article of both texts, in the order of the new one; what is gone stands where it stood.
pub fn verschil(van: &Tekst, naar: &Tekst) -> Vec<ArtikelVerschil> {
    let ids = |tekst: &Tekst| tekst.artikelen.iter().map(|artikel| artikel.id.clone()).collect::<Vec<_>>();
    let (oud, nieuw) = (ids(van), ids(naar));
    let mut regels = Vec::new();
    for stap in capture_diff_slices(Algorithm::Lcs, &oud, &nieuw) {
        let op_zijn_plaats = matches!(stap, DiffOp::Equal { .. });
        for index in stap.old_range().filter(|_| !op_zijn_plaats) {
            if !nieuw.contains(&oud[index]) {
                regels.push(regel(Some((index, &van.artikelen[index])), None, true));
            }
        }
        for index in stap.new_range() {
            let was = oud.iter().position(|id| *id == nieuw[index]);
            let was = was.map(|was| (was, &van.artikelen[was]));
            regels.push(regel(was, Some((index, &naar.artikelen[index])), op_zijn_plaats));
        }
    }
    regels
}

fn regel(van: Option<(usize, &Artikel)>, naar: Option<(usize, &Artikel)>, op_zijn_plaats: bool) -> ArtikelVerschil {
    let soort = match (van, naar) {
        (Some((_, van)), Some((_, naar))) if van.kop == naar.kop && van.inhoud == naar.inhoud => Soort::Gelijk,
        (Some(_), Some(_)) => Soort::Gewijzigd,
        (None, _) => Soort::Nieuw,
        (_, None) => Soort::Vervallen,
    };
    let kop = |artikel: Option<(usize, &Artikel)>| artikel.map(|(_, een)| een.kop.clone()).unwrap_or_default();
    let plat = |artikel: Option<(usize, &Artikel)>| artikel.map(|(_, een)| een.plat()).unwrap_or_default();
    let id = naar.or(van).map(|(_, artikel)| artikel.id.clone()).unwrap_or_default();
    ArtikelVerschil {
        soort,
        verplaatst: van.is_some() && naar.is_some() && !op_zijn_plaats,
        van_nummer: van.map(|(index, _)| index + 1),
        naar_nummer: naar.map(|(index, _)| index + 1),
        id,
        kop: woorden(&kop(van), &kop(naar)),
        inhoud: woorden(&plat(van), &plat(naar)),
    }
}

/// The words of both, each said to be the same, new or gone.
pub fn woorden(van: &str, naar: &str) -> Vec<Stuk> {
    let mut stukken: Vec<Stuk> = Vec::new();
    for woord in TextDiff::from_words(van, naar).iter_all_changes() {
        let soort = match woord.tag() {
            ChangeTag::Equal => Woordsoort::Gelijk,
            ChangeTag::Insert => Woordsoort::Toegevoegd,
            ChangeTag::Delete => Woordsoort::Verwijderd,
        };
        match stukken.last_mut() {
            Some(laatste) if laatste.soort == soort => laatste.tekst += woord.value(),
            _ => stukken.push(Stuk { soort, tekst: woord.value().to_owned() }),
        }
    }
    stukken
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::platform::documents::tree::{Element, Part};

    fn tekst(artikelen: &[(&str, &str)]) -> Tekst {
        let artikel = |(id, woorden): &(&str, &str)| Artikel {
            id: (*id).into(),
            kop: format!("Over {id}"),
            inhoud: vec![Part::Element(Element::new("paragraph", vec![Part::text(woorden)]))],
        };
        Tekst { artikelen: artikelen.iter().map(artikel).collect() }
    }

    #[test]
    fn by_article_what_is_new_gone_changed_or_moved() {
        let van = tekst(&[("a", "een"), ("b", "twee"), ("c", "drie"), ("d", "vier")]);
        let naar = tekst(&[("c", "drie"), ("a", "een en meer"), ("e", "vijf"), ("d", "vier")]);
        let regels = verschil(&van, &naar);
        let gezien: Vec<_> = regels.iter().map(|een| (een.id.as_str(), een.soort, een.verplaatst)).collect();
        assert_eq!(gezien.len(), 5);
        for verwacht in [("b", Soort::Vervallen, false), ("e", Soort::Nieuw, false), ("d", Soort::Gelijk, false)] {
            assert!(gezien.contains(&verwacht), "{gezien:?}");
        }
        assert!(gezien.iter().any(|(id, soort, _)| (*id, *soort) == ("a", Soort::Gewijzigd)), "{gezien:?}");
        assert_eq!(gezien.iter().filter(|(id, _, verplaatst)| *verplaatst && ["a", "c"].contains(id)).count(), 1);
        assert!(verschil(&van, &van).iter().all(|een| een.soort == Soort::Gelijk && !een.verplaatst));
    }

    #[test]
    fn by_word_nothing_is_left_out() {
        let stukken = woorden("De toegang belt terug.", "De toegang belt altijd binnen een week terug.");
        let zonder = |soort| -> String {
            stukken.iter().filter(|stuk| stuk.soort != soort).map(|stuk| stuk.tekst.as_str()).collect()
        };
        assert_eq!(zonder(Woordsoort::Toegevoegd), "De toegang belt terug.");
        assert_eq!(zonder(Woordsoort::Verwijderd), "De toegang belt altijd binnen een week terug.");
        assert_eq!(stukken[0], Stuk { soort: Woordsoort::Gelijk, tekst: "De toegang belt ".into() });
    }
}
