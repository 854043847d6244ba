//! A passage of a text that keeps its place while others write: from one relative position to another, as Yjs notes them.

use yrs::{
    Any, Assoc, Doc, GetString, IndexedSequence, Out, ReadTxn, StickyIndex, Text, Transact, XmlFragment, XmlOut,
    XmlTextRef, branch::BranchPtr, types::TypeRef,
};

/// Why a passage could not be replaced.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum PassageError {
    #[error("not a position in a text")]
    NotAPosition,
    #[error("the text there is not what was read")]
    Changed,
}

/// Does this look like a relative position, as Yjs writes it in JSON?
pub fn is_position(json: &str) -> bool {
    serde_json::from_str::<StickyIndex>(json).is_ok()
}

/// From where to where these words stand, the first time they do; in letters that count for one on both sides.
pub fn of(doc: &Doc, fragment: &str, words: &str) -> Option<(String, String)> {
    let root = doc.get_or_insert_xml_fragment(fragment);
    let txn = doc.transact_mut();
    let all = texts(&txn, root.children(&txn));
    let (text, at) = all.iter().find_map(|text| Some((text, text.get_string(&txn).find(words)?)))?;
    let length = |words: &str| u32::try_from(words.encode_utf16().count()).ok();
    let begin = length(text.get_string(&txn).get(..at)?)?;
    let end = begin + length(words)?;
    // Held by the letters inside: what is typed right before or behind them does not belong to them.
    let position = |index, assoc| serde_json::to_string(&text.sticky_index(&txn, index, assoc)?).ok();
    Some((position(begin, Assoc::After)?, position(end, Assoc::Before)?))
}

fn texts<T: ReadTxn>(txn: &T, nodes: impl Iterator<Item = XmlOut>) -> Vec<XmlTextRef> {
    nodes
        .flat_map(|node| match node {
            XmlOut::Text(text) => vec![text],
            XmlOut::Element(element) => texts(txn, element.children(txn)),
            XmlOut::Fragment(fragment) => texts(txn, fragment.children(txn)),
        })
        .collect()
}

/// Puts `with` in the place of what stands between two positions in one piece of text, when that still is `expected`;
/// answers that as an update.
pub fn replace(doc: &Doc, from: &str, to: &str, expected: &str, with: &str) -> Result<Vec<u8>, PassageError> {
    let position = |json: &str| serde_json::from_str(json).map_err(|_| PassageError::NotAPosition);
    let (from, to): (StickyIndex, StickyIndex) = (position(from)?, position(to)?);
    let before = doc.transact().state_vector();
    let (text, begin, end) = find(doc, &from, &to, expected).ok_or(PassageError::Changed)?;
    let mut txn = doc.transact_mut();
    // First the new letters, inside the old: they look like those around them.
    if !with.is_empty() {
        text.insert(&mut txn, end, with);
    }
    text.remove_range(&mut txn, begin, end - begin);
    drop(txn);
    Ok(doc.transact().encode_diff_v1(&before))
}

/// The piece of text in which both positions lie, and where; none when it is gone or says something else.
fn find(doc: &Doc, from: &StickyIndex, to: &StickyIndex, expected: &str) -> Option<(XmlTextRef, u32, u32)> {
    let txn = doc.transact();
    let (from, to) = (from.get_offset(&txn)?, to.get_offset(&txn)?);
    if from.branch != to.branch || from.index >= to.index {
        return None;
    }
    let text = text_of(from.branch)?;
    let mut letters: Vec<u16> = Vec::new();
    for piece in text.diff(&txn, |_| ()) {
        match piece.insert {
            Out::Any(Any::String(run)) => letters.extend(run.encode_utf16()),
            // What is no letter (an image, a mention) counts for one.
            _ => letters.push(0xFFFC),
        }
    }
    let there = letters.get(from.index as usize..to.index as usize)?;
    (String::from_utf16_lossy(there) == expected).then_some((text, from.index, to.index))
}

fn text_of(branch: BranchPtr) -> Option<XmlTextRef> {
    match branch.type_ref() {
        TypeRef::XmlText => Some(XmlTextRef::from(branch)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use yrs::{Update, updates::decoder::Decode};

    use super::*;
    use crate::platform::documents::{
        room::empty,
        tree::{Element, Part, read, write},
    };

    fn doc(says: &str) -> Doc {
        let doc = empty();
        write(&doc, "text", &[Element::new("paragraph", vec![Part::text(says)])], "id");
        doc
    }

    fn text(doc: &Doc) -> XmlTextRef {
        let fragment = doc.get_or_insert_xml_fragment("text");
        let txn = doc.transact();
        let Some(XmlOut::Element(paragraph)) = fragment.get(&txn, 0) else { panic!("no paragraph") };
        let Some(XmlOut::Text(text)) = paragraph.get(&txn, 0) else { panic!("no text") };
        text
    }

    /// Held by the letters inside, as an editor does.
    fn positions(doc: &Doc, from: u32, to: u32) -> (String, String) {
        let position = |index, assoc| {
            let index = text(doc).sticky_index(&doc.transact_mut(), index, assoc).unwrap();
            serde_json::to_string(&index).unwrap()
        };
        (position(from, Assoc::After), position(to, Assoc::Before))
    }

    fn says(doc: &Doc) -> String {
        let [Part::Element(paragraph)] = &read(doc, "text")[..] else { panic!("no paragraph") };
        let [Part::Text(run)] = &paragraph.content[..] else { panic!("no text") };
        run.text.clone()
    }

    #[test]
    fn a_passage_is_replaced_where_it_has_gone_to_in_the_meantime() {
        let doc = doc("Vóór 1 mei 🌷 gereed.");
        let (from, to) = positions(&doc, 5, 10);
        text(&doc).insert(&mut doc.transact_mut(), 10, " (zo mogelijk)");
        text(&doc).insert(&mut doc.transact_mut(), 5, "uiterlijk ");
        text(&doc).insert(&mut doc.transact_mut(), 0, "Alles is 🌷 ");
        let other = empty();
        let all = doc.transact().encode_diff_v1(&Default::default());
        other.transact_mut().apply_update(Update::decode_v1(&all).unwrap()).unwrap();

        let update = replace(&doc, &from, &to, "1 mei", "1 juni").unwrap();
        assert_eq!(says(&doc), "Alles is 🌷 Vóór uiterlijk 1 juni (zo mogelijk) 🌷 gereed.");
        other.transact_mut().apply_update(Update::decode_v1(&update).unwrap()).unwrap();
        assert_eq!(says(&other), says(&doc));
    }

    #[test]
    fn a_passage_can_reach_the_end_and_can_be_taken_away() {
        let doc = doc("Gereed. Of niet.");
        let (from, to) = positions(&doc, 7, 16);
        replace(&doc, &from, &to, " Of niet.", "").unwrap();
        assert_eq!(says(&doc), "Gereed.");
    }

    #[test]
    fn what_someone_else_changed_is_not_replaced() {
        let doc = doc("Vóór 1 mei gereed.");
        let (from, to) = positions(&doc, 5, 10);
        text(&doc).insert(&mut doc.transact_mut(), 6, "5");
        assert_eq!(replace(&doc, &from, &to, "1 mei", "1 juni"), Err(PassageError::Changed));
        assert_eq!(replace(&doc, &to, &from, "1 mei", "1 juni"), Err(PassageError::Changed));
        assert_eq!(replace(&doc, "{}", &to, "1 mei", "1 juni"), Err(PassageError::NotAPosition));
        assert_eq!(says(&doc), "Vóór 15 mei gereed.");
    }
}
