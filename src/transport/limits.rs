//! What a query may cost before anything looks at what it means.
//!
//! The token count comes before parsing, the shape before validation: both would otherwise do work that grows
//! faster than the text. Fragments that spread fragments can double at every step, so the shape is measured
//! once per fragment and multiplied.

use std::collections::HashMap;

use async_graphql::{
    Name,
    parser::{
        parse_query,
        types::{ExecutableDocument, Selection, SelectionSet},
    },
};

use crate::domain::fout::{Code, Fout};

/// Bytes of a whole request.
pub const MAX_BYTES: usize = 32 * 1024;
const MAX_TOKENS: usize = 2_000;
/// Brackets within brackets: the parser calls itself for each.
const MAX_NESTING: usize = 40;
const MAX_ALIASES: usize = 30;
const MAX_DEPTH: usize = 12;
/// Selections after spreading all fragments.
const MAX_SELECTIONS: usize = 5_000;

/// Parses a query that is small enough to be worth it.
pub fn parse(query: &str) -> Result<ExecutableDocument, Fout> {
    if query.len() > MAX_BYTES {
        return Err(Fout::new(Code::TeGroot, "De vraag is te groot: meer dan 32 KiB."));
    }
    let text = read(query);
    if text.tokens > MAX_TOKENS {
        return Err(te_ingewikkeld("meer dan 2.000 woorden en tekens. Splits haar in kleinere vragen."));
    }
    if text.nesting > MAX_NESTING {
        return Err(te_diep());
    }
    parse_query(query).map_err(|error| Fout::new(Code::OngeldigVerzoek, format!("De vraag is geen GraphQL: {error}")))
}

/// Refuses operations that spread out too wide; answers how deep the deepest is.
pub fn check_width(document: &ExecutableDocument) -> Result<usize, Fout> {
    let mut shapes = Shapes { document, known: HashMap::new() };
    let mut whole = Shape::default();
    for (_, operation) in document.operations.iter() {
        whole.add(shapes.of(&operation.node.selection_set.node)?, 0);
    }
    if whole.aliases > MAX_ALIASES {
        return Err(te_ingewikkeld("meer dan 30 aliassen."));
    }
    if whole.selections > MAX_SELECTIONS {
        return Err(te_ingewikkeld("meer dan 5.000 velden."));
    }
    Ok(whole.depth)
}

/// Refuses a depth that only questions about the schema itself may have.
pub fn check_depth(depth: usize) -> Result<(), Fout> {
    if depth > MAX_DEPTH { Err(te_diep()) } else { Ok(()) }
}

fn te_diep() -> Fout {
    te_ingewikkeld("dieper dan 12 niveaus.")
}

fn te_ingewikkeld(why: &str) -> Fout {
    Fout::new(Code::TeIngewikkeld, format!("De vraag is te ingewikkeld: {why}"))
}

#[derive(Debug, Clone, Copy, Default)]
struct Shape {
    depth: usize,
    aliases: usize,
    selections: usize,
}

impl Shape {
    fn add(&mut self, below: Self, level: usize) {
        self.depth = self.depth.max(below.depth + level);
        self.aliases = self.aliases.saturating_add(below.aliases);
        self.selections = self.selections.saturating_add(below.selections).saturating_add(1);
    }
}

struct Shapes<'d> {
    document: &'d ExecutableDocument,
    /// `None` while a fragment is being measured.
    known: HashMap<&'d Name, Option<Shape>>,
}

impl<'d> Shapes<'d> {
    fn of(&mut self, set: &'d SelectionSet) -> Result<Shape, Fout> {
        let mut shape = Shape::default();
        for selection in &set.items {
            match &selection.node {
                Selection::Field(field) => {
                    shape.aliases += usize::from(field.node.alias.is_some());
                    shape.add(self.of(&field.node.selection_set.node)?, 1);
                }
                Selection::InlineFragment(inline) => shape.add(self.of(&inline.node.selection_set.node)?, 0),
                Selection::FragmentSpread(spread) => {
                    shape.add(self.of_fragment(&spread.node.fragment_name.node)?, 0);
                }
            }
        }
        Ok(shape)
    }

    fn of_fragment(&mut self, name: &'d Name) -> Result<Shape, Fout> {
        match self.known.get(name) {
            Some(Some(shape)) => return Ok(*shape),
            Some(None) => {
                return Err(Fout::new(Code::OngeldigVerzoek, format!("Fragment {name} verwijst naar zichzelf.")));
            }
            None => {}
        }
        let Some(fragment) = self.document.fragments.get(name) else {
            return Err(Fout::new(Code::OngeldigVerzoek, format!("Fragment {name} bestaat niet in deze vraag.")));
        };
        self.known.insert(name, None);
        let shape = self.of(&fragment.node.selection_set.node)?;
        self.known.insert(name, Some(shape));
        Ok(shape)
    }
}

#[derive(Debug, Default, PartialEq)]
struct Text {
    tokens: usize,
    nesting: usize,
}

/// Counts lexical tokens, cheaply: text that is no GraphQL may be counted a little off.
fn read(query: &str) -> Text {
    let bytes = query.as_bytes();
    let mut text = Text::default();
    let (mut open, mut at) = (0_usize, 0);
    while let Some(byte) = bytes.get(at) {
        at = match byte {
            b' ' | b'\t' | b'\r' | b'\n' | b',' => {
                at += 1;
                continue;
            }
            b'#' => {
                at = end_of(bytes, at, |byte| byte != b'\n');
                continue;
            }
            b'"' => end_of_string(bytes, at),
            b'.' => end_of(bytes, at, |byte| byte == b'.'),
            b'-' | b'0'..=b'9' => end_of(bytes, at, |byte| is_word(byte) || matches!(byte, b'-' | b'+' | b'.')),
            byte if is_word(*byte) => end_of(bytes, at, is_word),
            b'{' | b'[' | b'(' => {
                open += 1;
                text.nesting = text.nesting.max(open);
                at + 1
            }
            b'}' | b']' | b')' => {
                open = open.saturating_sub(1);
                at + 1
            }
            _ => at + 1,
        };
        text.tokens += 1;
    }
    text
}

fn is_word(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte == b'_' || byte >= 0x80
}

fn end_of(bytes: &[u8], at: usize, belongs: impl Fn(u8) -> bool) -> usize {
    bytes[at..].iter().position(|byte| !belongs(*byte)).map_or(bytes.len(), |length| at + length)
}

fn end_of_string(bytes: &[u8], at: usize) -> usize {
    let quotes: &[u8] = if bytes[at..].starts_with(b"\"\"\"") { b"\"\"\"" } else { b"\"" };
    let mut at = at + quotes.len();
    while at < bytes.len() {
        if bytes[at] == b'\\' {
            at += 2;
        } else if bytes[at..].starts_with(quotes) {
            return at + quotes.len();
        } else {
            at += 1;
        }
    }
    bytes.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refused(query: &str) -> Option<Code> {
        let document = match parse(query) {
            Ok(document) => document,
            Err(fout) => return Some(fout.code),
        };
        check_width(&document).and_then(check_depth).err().map(|fout| fout.code)
    }

    #[test]
    fn tokens_are_counted_as_graphql_reads_them() {
        for (query, count) in [
            ("", 0),
            ("{ a }", 3),
            ("{a(b:-1.5e+3){...c}} # niets", 12),
            (r#"{ a(b: "x y \" z") }"#, 8),
            (r#"{ a(b: """x "y" z""") }"#, 8),
            ("{ a, b,,, c }", 5),
            ("\"", 1),
        ] {
            assert_eq!(read(query).tokens, count, "{query}");
        }
    }

    #[test]
    fn what_fits_is_let_through() {
        assert_eq!(refused("query A($x: ID) { a(x: $x) { b: c ...F } } fragment F on T { d { e } }"), None);
    }

    #[test]
    fn too_much_is_refused_before_it_is_validated() {
        let deep = format!("{} a {}", "{ a".repeat(12), "}".repeat(12)).replace("a a", "a { a }");
        let aliases: String = (0..31).map(|n| format!("a{n}: b ")).collect();
        let doubling: String =
            (0..60).map(|n| format!("fragment f{n} on T {{ ...f{m} ...f{m} }} ", m = n + 1)).collect();
        for (query, code) in [
            ("{ a ".repeat(3_000), Code::TeIngewikkeld),
            ("{ a ".repeat(900), Code::TeIngewikkeld),
            (format!("{{ a(b: {} }}", "[".repeat(900)), Code::TeIngewikkeld),
            ("#".repeat(MAX_BYTES + 1), Code::TeGroot),
            (deep, Code::TeIngewikkeld),
            (format!("{{ {aliases} }}"), Code::TeIngewikkeld),
            (format!("{{ ...f0 }} {doubling} fragment f60 on T {{ a }}"), Code::TeIngewikkeld),
            ("{ ...f } fragment f on T { a { ...f } }".into(), Code::OngeldigVerzoek),
            ("{ ...f }".into(), Code::OngeldigVerzoek),
            ("{".into(), Code::OngeldigVerzoek),
        ] {
            assert_eq!(refused(&query), Some(code), "{}", &query[..query.len().min(80)]);
        }
    }
}
