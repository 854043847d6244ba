//! Which entries hold the words that are looked for, best first. Pure.

use std::collections::{HashMap, HashSet};

use super::{
    marks::{self, Part},
    terms::{TermId, Terms, Typed},
    words::{Aliases, is_stop, words},
};

/// When so many entries have made way, and as many as are left, the index is built anew.
const WORTH_REBUILDING: usize = 2_000;
/// How much a word counts by where it stands.
const IN_TITLE: f32 = 3.0;
const IN_NAMES: f32 = 2.6;
const IN_BODY: f32 = 1.6;
/// Entries that hold less of what was typed than this part of what the best one does are left out.
const ENOUGH: f32 = 0.6;

/// What one can look for.
pub trait Text: Clone + PartialEq {
    fn title(&self) -> &str;
    /// What else it is called.
    fn names(&self) -> &[String];
    fn body(&self) -> &str;
    /// What else it is found by, that is not worth showing.
    fn extra(&self) -> &str;
    /// How much likelier than others it is what people look for; 1 is as likely.
    fn boost(&self) -> f32;
}

#[derive(Debug)]
struct Slot<D> {
    /// `None`: it made way for another.
    entry: Option<D>,
    /// Its title and its names, folded, to see whether one typed exactly that.
    names: Vec<String>,
}

/// Entries, in groups that come and go together.
#[derive(Debug)]
pub struct Index<D> {
    slots: Vec<Slot<D>>,
    groups: HashMap<String, Vec<u32>>,
    terms: Terms,
    /// Per term: in which slots it stands, and how much it says there.
    postings: Vec<Vec<(u32, f32)>>,
    dead: usize,
}

impl<D> Default for Index<D> {
    fn default() -> Self {
        let (slots, groups, terms, postings) = Default::default();
        Self { slots, groups, terms, postings, dead: 0 }
    }
}

/// An entry that was found.
#[derive(Debug)]
pub struct Hit<'i, D> {
    pub entry: &'i D,
    pub score: f32,
}

/// What was found, best first.
#[derive(Debug)]
pub struct Found<'i, D> {
    pub hits: Vec<Hit<'i, D>>,
    /// What was looked for, when that is not what was typed.
    pub instead: Option<String>,
    index: &'i Index<D>,
    terms: HashSet<TermId>,
}

/// A typed word, and what it may stand for.
struct Sought {
    typed: String,
    /// The name by which it goes now, when that is another.
    renamed: String,
    terms: Vec<(TermId, f32)>,
}

impl<D: Text> Index<D> {
    /// Puts these entries in the place of those that were in the group.
    pub fn put(&mut self, group: &str, entries: Vec<D>) {
        let before = self.groups.get(group).map(Vec::as_slice).unwrap_or_default();
        let same = before.iter().map(|slot| self.slots[*slot as usize].entry.as_ref());
        if same.eq(entries.iter().map(Some)) {
            return;
        }
        for slot in self.groups.remove(group).unwrap_or_default() {
            self.slots[slot as usize].entry = None;
            self.dead += 1;
        }
        let added: Vec<u32> = entries.into_iter().map(|entry| self.add(entry)).collect();
        if !added.is_empty() {
            self.groups.insert(group.to_owned(), added);
        }
        if self.dead > WORTH_REBUILDING && self.dead > self.slots.len() / 2 {
            self.rebuild();
        }
    }

    /// How many entries there are.
    pub fn len(&self) -> usize {
        self.slots.len() - self.dead
    }

    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Everything in it, by group, to compare with another.
    pub fn content(&self) -> Vec<(&str, Vec<&D>)> {
        let entries =
            |slots: &[u32]| slots.iter().filter_map(|slot| self.slots[*slot as usize].entry.as_ref()).collect();
        let mut all: Vec<_> = self.groups.iter().map(|(group, slots)| (group.as_str(), entries(slots))).collect();
        all.sort_by_key(|(group, _)| *group);
        all
    }

    fn rebuild(&mut self) {
        let old = std::mem::take(self);
        let mut entries: Vec<Option<D>> = old.slots.into_iter().map(|slot| slot.entry).collect();
        for (group, slots) in old.groups {
            let own = slots.iter().filter_map(|slot| entries[*slot as usize].take()).collect();
            self.put(&group, own);
        }
    }

    fn add(&mut self, entry: D) -> u32 {
        let slot = u32::try_from(self.slots.len()).unwrap_or(u32::MAX);
        let mut weights: HashMap<TermId, f32> = HashMap::new();
        // Said in few words it is more about that than said in many.
        let short = |words: usize| (words as f32).sqrt().max(1.0);
        let long = |words: usize| (1.0 + words as f32).ln().max(1.0);
        let mut count = |text: &str, weight: f32, length: &dyn Fn(usize) -> f32| {
            let words: Vec<_> = words(text).into_iter().filter(|word| !is_stop(&word.folded)).collect();
            let share = weight / length(words.len());
            for word in &words {
                let known = weights.entry(self.terms.add(&word.folded)).or_default();
                // Said again it counts, but less.
                *known += if *known < share { share } else { share * 0.1 };
            }
        };
        count(entry.title(), IN_TITLE, &short);
        entry.names().iter().for_each(|name| count(name, IN_NAMES, &short));
        count(entry.body(), IN_BODY, &long);
        count(entry.extra(), IN_BODY, &long);
        for (term, weight) in weights {
            let term = term as usize;
            if self.postings.len() <= term {
                self.postings.resize_with(term + 1, Vec::new);
            }
            self.postings[term].push((slot, weight));
        }
        let names = [entry.title()].into_iter().chain(entry.names().iter().map(String::as_str)).map(joined);
        self.slots.push(Slot { names: names.collect(), entry: Some(entry) });
        slot
    }

    /// Everything in which what was typed stands, for as far as `visible` lets it be seen.
    pub fn find(&self, typed: &str, aliases: &Aliases, visible: impl Fn(&D) -> bool) -> Found<'_, D> {
        let sought = self.sought(typed, aliases);
        let mut scores = vec![0_f32; self.slots.len()];
        let mut held = vec![0_f32; self.slots.len()];
        let mut best = vec![(0_f32, 0_f32); self.slots.len()];
        for one in &sought {
            let mut touched = Vec::new();
            for (term, quality) in &one.terms {
                for (slot, weight) in self.postings.get(*term as usize).into_iter().flatten() {
                    let now = &mut best[*slot as usize];
                    if now.0 == 0.0 {
                        touched.push(*slot);
                    }
                    *now = (now.0.max(quality * weight), now.1.max(*quality));
                }
            }
            // What stands in few entries says most about which one is meant.
            let rare = (1.0 + self.slots.len() as f32 / (1.0 + touched.len() as f32)).ln().max(0.1);
            for slot in touched {
                let slot = slot as usize;
                let (score, quality) = std::mem::take(&mut best[slot]);
                scores[slot] += score * rare;
                held[slot] += quality * rare;
            }
        }
        let most = held.iter().copied().fold(0.0, f32::max);
        let instead = self.instead(typed, &sought, None);
        // What may be the very name of something: as typed, without the words that say nothing, by its new name, mended.
        let mut whole = vec![joined(typed), each(&sought, |one| &one.typed), each(&sought, |one| &one.renamed)];
        whole.extend(instead.clone());
        let mut hits = Vec::new();
        for (at, slot) in self.slots.iter().enumerate().filter(|(at, _)| held[*at] > 0.0 && held[*at] >= ENOUGH * most)
        {
            let Some(entry) = slot.entry.as_ref().filter(|entry| visible(entry)) else { continue };
            let part = held[at] / most;
            let exact = slot.names.iter().any(|name| whole.contains(name));
            let score = scores[at] * part * part * entry.boost() * if exact { 2.5 } else { 1.0 };
            hits.push(Hit { entry, score });
        }
        hits.sort_by(|one, other| {
            let by_title =
                || (one.entry.title().len(), one.entry.title()).cmp(&(other.entry.title().len(), other.entry.title()));
            other.score.total_cmp(&one.score).then_with(by_title)
        });
        let instead = self.instead(typed, &sought, hits.first().map(|hit| hit.entry));
        let terms = sought.iter().flat_map(|one| one.terms.iter().map(|(term, _)| *term)).collect();
        Found { hits, instead, index: self, terms }
    }

    fn sought(&self, typed: &str, aliases: &Aliases) -> Vec<Sought> {
        let all: Vec<String> = words(typed).into_iter().map(|word| word.folded).collect();
        let only_stops = all.iter().all(|word| is_stop(word));
        let beside = aliases.beside(&all);
        let last = all.len().saturating_sub(1);
        let finished = typed.ends_with(|c: char| !c.is_alphanumeric());
        let sought = all.into_iter().zip(beside).enumerate().filter(|(_, (word, _))| only_stops || !is_stop(word));
        sought
            .map(|(at, (word, beside))| {
                let how = if at == last && !finished { Typed::SoFar } else { Typed::Whole };
                let mut terms = self.terms.like(&word, how);
                terms.extend(beside.iter().filter_map(|word| self.terms.get(word)).map(|term| (term, 1.0)));
                // Words that stand in nothing any more are no words.
                terms.retain(|(term, _)| self.postings.get(*term as usize).is_some_and(|list| !list.is_empty()));
                let renamed = if beside.is_empty() { word.clone() } else { beside.join(" ") };
                Sought { typed: word, renamed, terms }
            })
            .collect()
    }

    /// What was typed, with the words that nobody uses replaced by what was looked for in their place: of several that
    /// are as likely, the one that stands in what was found.
    fn instead(&self, typed: &str, sought: &[Sought], found: Option<&D>) -> Option<String> {
        let texts = found.into_iter().flat_map(|entry| [entry.title(), entry.body(), entry.extra()]);
        let there: HashSet<String> = texts.flat_map(words).map(|word| word.folded).collect();
        let mut changed = false;
        let mut words: HashMap<&str, String> = HashMap::new();
        for one in sought {
            let rank = |(term, quality): &(TermId, f32)| {
                let word = self.terms.word(*term);
                (*quality, there.contains(&word), self.postings.get(*term as usize).map_or(0, Vec::len))
            };
            let likeliest = one.terms.iter().max_by(|one, other| {
                let ((quality, known, often), (than, also, times)) = (rank(one), rank(other));
                quality.total_cmp(&than).then((known, often).cmp(&(also, times)))
            });
            // Of a beginning or a part of a word one sees what it was.
            let mended =
                likeliest.filter(|(term, quality)| *quality <= 0.65 && !self.terms.word(*term).contains(&one.typed));
            if let Some((term, _)) = mended {
                words.insert(&one.typed, self.terms.word(*term));
                changed = true;
            }
        }
        let mended =
            super::words(typed).into_iter().map(|word| words.get(word.folded.as_str()).cloned().unwrap_or(word.folded));
        changed.then(|| mended.collect::<Vec<_>>().join(" "))
    }
}

impl<D> Found<'_, D> {
    fn is_hit(&self, word: &str) -> bool {
        self.index.terms.get(word).is_some_and(|term| self.terms.contains(&term))
    }

    /// A whole text, with what was looked for marked.
    pub fn mark(&self, text: &str) -> Vec<Part> {
        marks::mark(text, |word| self.is_hit(word))
    }

    /// The piece of a text that has most of what was looked for; empty when nothing of it stands there.
    pub fn fragment(&self, text: &str) -> Vec<Part> {
        marks::fragment(text, |word| self.is_hit(word))
    }
}

/// What was sought, word by word; a name that took several words stands there once.
fn each<'s>(sought: &'s [Sought], word: impl Fn(&'s Sought) -> &'s str) -> String {
    let mut words: Vec<&str> = sought.iter().map(word).collect();
    words.dedup();
    words.join(" ")
}

/// The words of a text, for comparing.
fn joined(text: &str) -> String {
    words(text).into_iter().map(|word| word.folded).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Debug, Clone, PartialEq)]
    struct Note(&'static str, Vec<String>, &'static str);

    impl Text for Note {
        fn title(&self) -> &str {
            self.0
        }

        fn names(&self) -> &[String] {
            &self.1
        }

        fn body(&self) -> &str {
            self.2
        }

        fn extra(&self) -> &str {
            ""
        }

        fn boost(&self) -> f32 {
            1.0
        }
    }

    fn index() -> Index<Note> {
        let mut index = Index::default();
        index.put("a", vec![Note("Regionaal Management Overleg", vec!["RMO".into()], "Adviseert het bestuur.")]);
        index.put(
            "b",
            vec![Note("Stukken voor het RMO", vec![], "Uiterlijk twee weken vooraf aanleveren in Roermond.")],
        );
        index.put("c", vec![Note("Roermond", vec![], "Gemeente in Midden-Limburg.")]);
        index
    }

    fn titles(index: &Index<Note>, typed: &str) -> Vec<&'static str> {
        let mut aliases = Aliases::default();
        aliases.add("RMT", "RMO");
        index.find(typed, &aliases, |_| true).hits.iter().map(|hit| hit.entry.0).collect()
    }

    #[test]
    fn the_best_comes_first() {
        let index = index();
        let (overleg, stukken) = ("Regionaal Management Overleg", "Stukken voor het RMO");
        for (typed, expected) in [
            ("rmo", vec![overleg, stukken]),
            ("RMT", vec![overleg, stukken]),
            ("stuken RMO", vec![stukken]),
            ("wat is Roermnd", vec!["Roermond", stukken]),
            ("aanlevering", vec![stukken]),
            ("zwembad", vec![]),
            ("", vec![]),
        ] {
            assert_eq!(titles(&index, typed), expected, "{typed}");
        }
        let found = index.find("stukkne RMO", &Aliases::default(), |_| true);
        assert_eq!(found.instead.as_deref(), Some("stukken rmo"));
        assert!(index.find("rmo", &Aliases::default(), |note| note.0 != overleg).hits.len() == 1);
    }

    #[test]
    fn what_made_way_is_not_found() {
        let mut index = index();
        index.put("c", vec![Note("Roerdalen", vec![], "")]);
        index.put("b", vec![]);
        assert_eq!(titles(&index, "Roermond"), Vec::<&str>::new());
        assert_eq!(titles(&index, "Roerdalen"), ["Roerdalen"]);
        assert_eq!(index.len(), 2);
        for _ in 0..=WORTH_REBUILDING {
            index.put("c", vec![Note("Roermond", vec![], "")]);
            index.put("c", vec![Note("Roerdalen", vec![], "")]);
        }
        assert!(index.slots.len() < WORTH_REBUILDING * 2);
        assert_eq!(titles(&index, "roerdalen"), ["Roerdalen"]);
    }
}
