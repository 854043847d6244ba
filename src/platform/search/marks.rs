//! Where in a text the words stand that were looked for. Pure.

use super::words::words;

/// How much of a long text is shown, in characters.
const ROOM: usize = 180;
/// How much of it may stand before the first word that was found.
const BEFORE: usize = 50;

/// A piece of a text: was it looked for?
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    pub text: String,
    pub hit: bool,
}

/// The whole text, with what `is_hit` marked.
pub fn mark(text: &str, is_hit: impl Fn(&str) -> bool) -> Vec<Part> {
    let mut parts = Vec::new();
    let mut push = |text: &str, hit| {
        if !text.is_empty() {
            parts.push(Part { text: text.to_owned(), hit });
        }
    };
    let mut at = 0;
    for word in words(text) {
        if is_hit(&word.folded) {
            push(&text[at..word.start], false);
            push(&text[word.start..word.end], true);
            at = word.end;
        }
    }
    push(&text[at..], false);
    parts
}

/// The piece of a text in which most of what was looked for stands together, marked; empty when nothing does.
pub fn fragment(text: &str, is_hit: impl Fn(&str) -> bool) -> Vec<Part> {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let hits: Vec<_> = words(&text).into_iter().filter(|word| is_hit(&word.folded)).collect();
    let together = |from: usize| {
        let mut different: Vec<&str> = hits[from..]
            .iter()
            .take_while(|word| word.end <= hits[from].start + ROOM - BEFORE)
            .map(|word| word.folded.as_str())
            .collect();
        different.sort_unstable();
        different.dedup();
        different.len()
    };
    let best = (0..hits.len()).max_by_key(|from| (together(*from), std::cmp::Reverse(*from)));
    let Some(best) = best.map(|best| hits[best].start) else { return Vec::new() };
    let start = text[..best].char_indices().rev().take(BEFORE).last().map_or(best, |(at, _)| at);
    // Begin and end with whole words.
    let start = if start == 0 { 0 } else { text[start..best].find(' ').map_or(best, |space| start + space + 1) };
    let end = text[start..].char_indices().nth(ROOM).map_or(text.len(), |(at, _)| start + at);
    let end = if end == text.len() { end } else { text[start..end].rfind(' ').map_or(end, |space| start + space) };
    let mut parts = mark(&text[start..end], is_hit);
    if start > 0 {
        parts.insert(0, Part { text: "… ".into(), hit: false });
    }
    if end < text.len() {
        parts.push(Part { text: " …".into(), hit: false });
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(parts: &[Part]) -> String {
        parts.iter().map(|part| if part.hit { format!("[{}]", part.text) } else { part.text.clone() }).collect()
    }

    #[test]
    fn a_fragment_shows_where_most_of_it_stands() {
        let text =
            format!("Een datum vooraf. {} Voor de aanlevering van één datum. Einde.", "Vulling tekst ".repeat(40));
        let parts = fragment(&text, |word| word == "datum" || word == "aanlevering");
        let shown = shown(&parts);
        assert!(shown.starts_with("… ") && shown.contains("[aanlevering] van één [datum]. Einde."), "{shown}");
        assert_eq!(fragment(&text, |_| false), []);
    }

    #[test]
    fn a_short_text_is_shown_whole() {
        let parts = fragment("Coördinator  toegang", |word| word == "coordinator");
        assert_eq!(shown(&parts), "[Coördinator] toegang");
    }
}
