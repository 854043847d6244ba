//! Words in a text, as an editor notes where they are.

use samenspel::domain::afspraken::{Passage, tekst::FRAGMENT};
use yrs::{Assoc, Doc, GetString, IndexedSequence, ReadTxn, Transact, XmlFragment, XmlOut, XmlTextRef};

fn texts<T: ReadTxn>(txn: &T, nodes: impl Iterator<Item = XmlOut>) -> Vec<XmlTextRef> {
    nodes
        .flat_map(|node| match node {
            XmlOut::Text(text) => vec![text],
            XmlOut::Element(element) => texts(txn, element.children(txn)),
            XmlOut::Fragment(fragment) => texts(txn, fragment.children(txn)),
        })
        .collect()
}

/// The first place where these words stand; in letters that count for one on both sides.
pub fn passage(doc: &Doc, citaat: &str) -> Passage {
    let root = doc.get_or_insert_xml_fragment(FRAGMENT);
    let mut txn = doc.transact_mut();
    let all = texts(&txn, root.children(&txn));
    let place = |text: &XmlTextRef| text.get_string(&txn).find(citaat);
    let (text, at) = all.iter().find_map(|text| Some((text, place(text)?))).expect("these words are not there");
    let begin = text.get_string(&txn)[..at].encode_utf16().count() as u32;
    let end = begin + citaat.encode_utf16().count() as u32;
    // Held by the letters inside: what is typed right before or behind them does not belong to them.
    let mut position = |index, assoc| {
        let index = text.sticky_index(&mut txn, index, assoc).unwrap();
        serde_json::to_string(&index).unwrap()
    };
    let (van, tot) = (position(begin, Assoc::After), position(end, Assoc::Before));
    Passage { van, tot, citaat: citaat.into() }
}
