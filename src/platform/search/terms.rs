//! All known words, and which of them a typed one may stand for. Pure.

use std::collections::{BTreeMap, HashMap};

use super::words::stem;

/// A known word.
pub type TermId = u32;

/// So many words may one typed beginning stand for: the shortest ones.
const MAX_BEGINNINGS: usize = 200;

#[derive(Debug, Default)]
pub struct Terms {
    list: Vec<Box<[char]>>,
    /// In the order of the alphabet, for words that begin with what was typed.
    sorted: BTreeMap<String, TermId>,
    stems: HashMap<String, Vec<TermId>>,
    /// Which words hold these three characters; a word begins and ends with a space.
    grams: HashMap<[char; 3], Vec<TermId>>,
}

/// Is more to be typed?
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Typed {
    Whole,
    /// The last word, perhaps not finished.
    SoFar,
}

fn grams(chars: &[char]) -> Vec<[char; 3]> {
    let padded: Vec<char> = [' '].into_iter().chain(chars.iter().copied()).chain([' ']).collect();
    padded.windows(3).map(|gram| [gram[0], gram[1], gram[2]]).collect()
}

/// How many mistakes one may make in a word of this length.
fn forgiven(length: usize) -> usize {
    match length {
        0..=3 => 0,
        4..=7 => 1,
        _ => 2,
    }
}

impl Terms {
    /// The id of a word, known or not yet.
    pub fn add(&mut self, word: &str) -> TermId {
        if let Some(id) = self.sorted.get(word) {
            return *id;
        }
        let chars: Box<[char]> = word.chars().collect();
        let id = TermId::try_from(self.list.len()).unwrap_or(TermId::MAX);
        for gram in grams(&chars) {
            let known = self.grams.entry(gram).or_default();
            if known.last() != Some(&id) {
                known.push(id);
            }
        }
        self.stems.entry(stem(word)).or_default().push(id);
        self.sorted.insert(word.to_owned(), id);
        self.list.push(chars);
        id
    }

    /// The word itself.
    pub fn word(&self, id: TermId) -> String {
        self.list.get(id as usize).map(|chars| chars.iter().collect()).unwrap_or_default()
    }

    pub fn get(&self, word: &str) -> Option<TermId> {
        self.sorted.get(word).copied()
    }

    /// The known words that a typed one may stand for, each with how likely that is (1 is certain).
    pub fn like(&self, typed: &str, how: Typed) -> Vec<(TermId, f32)> {
        let mut found: HashMap<TermId, f32> = HashMap::new();
        let mut note = |id: TermId, quality: f32| {
            let best = found.entry(id).or_default();
            *best = best.max(quality);
        };
        let certain = self.get(typed);
        certain.into_iter().for_each(|id| note(id, 1.0));
        let related = self.stems.get(&stem(typed));
        related.into_iter().flatten().for_each(|id| note(*id, 0.9));
        let chars: Vec<char> = typed.chars().collect();
        let enough = if how == Typed::SoFar { 2 } else { 4 };
        if chars.len() >= enough {
            for (id, length) in self.beginning_with(typed) {
                note(id, 0.45 + 0.35 * chars.len() as f32 / length as f32);
            }
        }
        let known = certain.is_some() || related.is_some();
        if chars.len() >= 4 {
            self.near(&chars, how, known, &mut note);
        }
        found.into_iter().collect()
    }

    fn beginning_with(&self, typed: &str) -> Vec<(TermId, usize)> {
        let from = self.sorted.range(typed.to_owned()..).take_while(|(word, _)| word.starts_with(typed));
        let mut found: Vec<_> = from.map(|(word, id)| (*id, word.chars().count())).collect();
        found.sort_by_key(|(_, length)| *length);
        found.truncate(MAX_BEGINNINGS);
        found
    }

    /// Words that hold what was typed; and, when it is not a word itself, those that differ by a mistake or two.
    fn near(&self, typed: &[char], how: Typed, known: bool, note: &mut impl FnMut(TermId, f32)) {
        let own = grams(typed);
        let mut shared: HashMap<TermId, usize> = HashMap::new();
        for gram in &own {
            self.grams.get(gram).into_iter().flatten().for_each(|id| *shared.entry(*id).or_default() += 1);
        }
        let mistakes = if known { 0 } else { forgiven(typed.len()) };
        // A swap of two letters touches four of the threes.
        let enough = own.len().saturating_sub(4 * mistakes).max(1);
        for (id, count) in shared {
            let Some(word) = self.list.get(id as usize).filter(|_| count >= enough.min(own.len() - 2)) else {
                continue;
            };
            if count + 2 >= own.len() && word.windows(typed.len()).any(|part| part == typed) {
                note(id, 0.35);
            }
            if mistakes == 0 || count < enough {
                continue;
            }
            if let Some(distance) = distance(typed, word, mistakes) {
                note(id, if distance == 1 { 0.65 } else { 0.45 });
            } else if how == Typed::SoFar {
                // A mistake in what was typed so far: a letter too few or too many, or another one.
                let beginnings = (typed.len() - 1..=typed.len() + 1).filter_map(|length| word.get(..length));
                let distance = beginnings.filter_map(|part| distance(typed, part, mistakes)).min();
                if let Some(distance) = distance {
                    note(id, if distance == 1 { 0.4 } else { 0.25 });
                }
            }
        }
    }
}

/// How many mistakes lie between two words, when that is at most `most`.
fn distance(one: &[char], other: &[char], most: usize) -> Option<usize> {
    if one.len().abs_diff(other.len()) > most {
        return None;
    }
    let (one, other): (String, String) = (one.iter().collect(), other.iter().collect());
    Some(strsim::osa_distance(&one, &other)).filter(|distance| *distance <= most)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_typed_word_finds_what_it_may_stand_for() {
        let mut terms = Terms::default();
        let known = ["gemeente", "gemeenten", "roermond", "venlo", "accounthouder", "aanleverdatum", "jeugdhulp"];
        for word in known {
            terms.add(word);
        }
        let best = |typed: &str, how| {
            let mut found = terms.like(typed, how);
            found.sort_by(|one, other| other.1.total_cmp(&one.1));
            found.first().map(|(id, _)| terms.word(*id))
        };
        for (typed, how, expected) in [
            ("gemeente", Typed::Whole, Some("gemeente")),
            ("roermodn", Typed::Whole, Some("roermond")),
            ("rormond", Typed::Whole, Some("roermond")),
            ("rormo", Typed::SoFar, Some("roermond")),
            ("roer", Typed::SoFar, Some("roermond")),
            ("venol", Typed::Whole, Some("venlo")),
            ("acounthoudr", Typed::Whole, Some("accounthouder")),
            ("datum", Typed::Whole, Some("aanleverdatum")),
            ("hulp", Typed::Whole, Some("jeugdhulp")),
            ("xyz", Typed::Whole, None),
            ("pindakaas", Typed::Whole, None),
        ] {
            assert_eq!(best(typed, how).as_deref(), expected, "{typed}");
        }
    }
}
