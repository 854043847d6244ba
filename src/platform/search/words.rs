//! What a text consists of, as far as searching goes: words without capitals and accents, and their stems. Pure.

use rust_stemmers::{Algorithm, Stemmer};

/// Words that say nothing about what one looks for.
const STOP: &[&str] = &[
    "aan", "al", "als", "alle", "bij", "daar", "dan", "dat", "de", "deze", "die", "dit", "doen", "door", "dus", "een",
    "en", "er", "gaat", "had", "heb", "hebben", "heeft", "het", "hij", "hoe", "ik", "in", "is", "je", "kan", "komt",
    "kun", "mag", "me", "met", "mij", "mijn", "moet", "moeten", "na", "naar", "niet", "nog", "nu", "of", "om", "onze",
    "ons", "ook", "op", "over", "spreekt", "staan", "staat", "te", "ten", "ter", "tot", "uit", "van", "voor", "waar",
    "waarom", "wanneer", "was", "wat", "we", "welk", "welke", "werd", "wie", "wij", "wil", "word", "worden", "wordt",
    "zal", "ze", "zich", "zij", "zijn", "zo",
];

/// A word in a text: how it is looked up, and where it stands (in bytes).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Word {
    pub folded: String,
    pub start: usize,
    pub end: usize,
}

/// Without capitals and accents; also good to sort names by.
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    text.chars().for_each(|c| fold_char(c, &mut folded));
    folded
}

fn fold_char(c: char, into: &mut String) {
    let plain = |c: char| match c {
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
    into.extend(c.to_lowercase().map(plain).filter(|c| !is_mark(*c)));
}

/// An accent that stands as a character of its own, after its letter.
fn is_mark(c: char) -> bool {
    ('\u{300}'..='\u{36f}').contains(&c)
}

/// The words of a text, in order. A single letter is none; a single digit is.
pub fn words(text: &str) -> Vec<Word> {
    let mut found = Vec::new();
    let mut open: Option<Word> = None;
    let mut close = |word: Option<Word>| {
        let long = |word: &Word| word.folded.len() > 1 || word.folded.bytes().all(|c| c.is_ascii_digit());
        found.extend(word.filter(long));
    };
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let letter = open.as_ref().is_some_and(|word| word.folded.chars().count() == 1);
        // B&W is one word; so is what has its letters one by one with dots between.
        if letter && matches!(c, '&' | '.') && chars.peek().is_some_and(|(_, next)| next.is_alphanumeric()) {
            continue;
        }
        if c.is_alphanumeric() || (is_mark(c) && open.is_some()) {
            let word = open.get_or_insert_with(|| Word { folded: String::new(), start: at, end: at });
            fold_char(c, &mut word.folded);
            word.end = at + c.len_utf8();
        } else {
            close(open.take());
        }
    }
    close(open);
    found
}

/// Is this a word that everyone uses about everything?
pub fn is_stop(folded: &str) -> bool {
    STOP.contains(&folded)
}

/// What a word has in common with its plural and its other forms.
pub fn stem(folded: &str) -> String {
    thread_local!(static DUTCH: Stemmer = Stemmer::create(Algorithm::Dutch));
    DUTCH.with(|stemmer| stemmer.stem(folded).into_owned())
}

/// What things used to be called, and what people call them now.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Aliases(Vec<(Vec<String>, Vec<String>)>);

impl Aliases {
    /// Adds an old name and the one that stands for it now.
    pub fn add(&mut self, old: &str, new: &str) {
        let folded = |text: &str| words(text).into_iter().map(|word| word.folded).collect::<Vec<_>>();
        let (old, new) = (folded(old), folded(new));
        if !old.is_empty() && !new.is_empty() {
            self.0.push((old, new));
        }
    }

    /// For each typed word, the words that may stand there as well.
    pub(super) fn beside(&self, typed: &[String]) -> Vec<Vec<String>> {
        let mut beside = vec![Vec::new(); typed.len()];
        for (old, new) in &self.0 {
            for (at, place) in typed.windows(old.len()).enumerate() {
                if same(place, old) {
                    beside[at..at + old.len()].iter_mut().for_each(|also| also.extend(new.iter().cloned()));
                }
            }
        }
        beside
    }
}

/// The same words, whatever their endings.
fn same(typed: &[String], old: &[String]) -> bool {
    typed.iter().zip(old).all(|(typed, old)| typed == old || stem(typed) == stem(old))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn capitals_accents_and_punctuation_do_not_matter() {
        for (text, expected) in [
            ("Coördinator TOEGANG", vec!["coordinator", "toegang"]),
            ("Coo\u{308}rdinator", vec!["coordinator"]),
            ("risico’s, Noord-Limburg #12", vec!["risico", "noord", "limburg", "12"]),
            ("College van B&W en P&O", vec!["college", "van", "bw", "en", "po"]),
            ("  ", vec![]),
        ] {
            let found: Vec<_> = words(text).into_iter().map(|word| word.folded).collect();
            assert_eq!(found, expected, "{text}");
        }
    }

    #[test]
    fn forms_of_a_word_share_a_stem() {
        for (one, other) in [("gemeenten", "gemeente"), ("afspraken", "afsprak"), ("contracten", "contract")] {
            assert_eq!(stem(one), stem(other), "{one}");
        }
    }

    #[test]
    fn an_old_name_brings_the_new_one_along() {
        let mut aliases = Aliases::default();
        aliases.add("RMT", "RMO");
        aliases.add("regionaal managementteam", "RMO");
        let typed = |text: &str| words(text).into_iter().map(|word| word.folded).collect::<Vec<_>>();
        assert_eq!(aliases.beside(&typed("het RMT")), [vec![], vec!["rmo".to_owned()]]);
        assert_eq!(aliases.beside(&typed("regionale managementteams")), [vec!["rmo".to_owned()], vec!["rmo".into()]]);
    }
}
