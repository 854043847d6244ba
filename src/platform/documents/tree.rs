//! A text as a tree of elements, the way editors on ProseMirror keep one in a Yjs fragment: read for whoever is no
//! editor, and written for a text that comes from elsewhere.

use std::{collections::BTreeMap, sync::Arc};

use serde::{Deserialize, Serialize};
use serde_json::Value;
use yrs::{
    Any, Doc, In, Out, ReadTxn, StateVector, Text, Transact, TransactionMut, Xml, XmlElementPrelim, XmlElementRef,
    XmlFragment, XmlFragmentRef, XmlOut, XmlTextPrelim, XmlTextRef, types::Attrs,
};

/// Deeper than people write; beyond it the tree is cut off.
const MAX_DEPTH: usize = 24;

/// One part of a text. As JSON it is what ProseMirror calls a node.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Part {
    Text(Run),
    Element(Element),
}

/// Letters that look the same.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Run {
    pub text: String,
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub marks: BTreeMap<String, Value>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Element {
    #[serde(rename = "type")]
    pub kind: String,
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub attrs: BTreeMap<String, Value>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub content: Vec<Part>,
}

impl Element {
    pub fn new(kind: &str, content: Vec<Part>) -> Self {
        Self { kind: kind.into(), attrs: BTreeMap::new(), content }
    }

    pub fn with(mut self, name: &str, value: impl Into<Value>) -> Self {
        self.attrs.insert(name.into(), value.into());
        self
    }
}

impl Part {
    pub fn text(text: &str) -> Self {
        Self::Text(Run { text: text.into(), marks: BTreeMap::new() })
    }
}

/// What stands in the fragment of this name.
pub fn read(doc: &Doc, fragment: &str) -> Vec<Part> {
    let txn = doc.transact();
    match txn.get_xml_fragment(fragment) {
        Some(fragment) => fragment.children(&txn).flat_map(|child| parts(&txn, child, 0)).collect(),
        None => Vec::new(),
    }
}

fn parts<T: ReadTxn>(txn: &T, node: XmlOut, depth: usize) -> Vec<Part> {
    match node {
        _ if depth > MAX_DEPTH => Vec::new(),
        XmlOut::Element(element) => element_of(txn, &element, depth).map(Part::Element).into_iter().collect(),
        XmlOut::Fragment(fragment) => fragment.children(txn).flat_map(|child| parts(txn, child, depth + 1)).collect(),
        XmlOut::Text(text) => runs(txn, &text),
    }
}

fn element_of<T: ReadTxn>(txn: &T, element: &XmlElementRef, depth: usize) -> Option<Element> {
    let kind = element.try_tag()?.to_string();
    let attrs = element.attributes(txn).filter_map(|(name, value)| Some((name.to_owned(), json(value)?))).collect();
    let content = element.children(txn).flat_map(|child| parts(txn, child, depth + 1)).collect();
    Some(Element { kind, attrs, content })
}

fn runs<T: ReadTxn>(txn: &T, text: &XmlTextRef) -> Vec<Part> {
    let mut runs: Vec<Part> = Vec::new();
    for piece in text.diff(txn, |_| ()) {
        let Some(Value::String(letters)) = json(piece.insert) else { continue };
        let marks: BTreeMap<String, Value> = piece
            .attributes
            .iter()
            .flat_map(|attrs| attrs.iter())
            .filter(|(_, value)| !matches!(value, Any::Null | Any::Undefined))
            // The same mark more than once is told apart by a suffix.
            .filter_map(|(name, value)| Some((name.split("--").next()?.to_owned(), serde_json::to_value(value).ok()?)))
            .collect();
        match runs.last_mut() {
            Some(Part::Text(last)) if last.marks == marks => last.text += &letters,
            _ => runs.push(Part::Text(Run { text: letters, marks })),
        }
    }
    runs
}

fn json(out: Out) -> Option<Value> {
    match out {
        Out::Any(Any::Undefined) => None,
        Out::Any(any) => serde_json::to_value(any).ok(),
        _ => None,
    }
}

/// Makes the fragment hold these elements, and answers that as an update, or `None` when it does already. What has the
/// same key as before, and is the same, is left alone: what others write there at the same moment stays.
pub fn write(doc: &Doc, fragment: &str, wanted: &[Element], key: &str) -> Option<Vec<u8>> {
    let before = doc.transact().state_vector();
    let old: Vec<Part> = read(doc, fragment);
    let target: Vec<Part> = wanted.iter().cloned().map(Part::Element).collect();
    if old == target {
        return None;
    }
    let root = doc.get_or_insert_xml_fragment(fragment);
    let mut txn = doc.transact_mut();
    let name = |part: &Part| match part {
        Part::Element(element) => element.attrs.get(key).cloned(),
        Part::Text(_) => None,
    };
    // The longest beginning and end that stay; what lies between is written anew.
    let same = |a: &Part, b: &Part| name(a) == name(b) && a == b;
    let head = old.iter().zip(&target).take_while(|(a, b)| same(a, b)).count();
    let rest = old.len().min(target.len()) - head;
    let tail = old.iter().rev().zip(target.iter().rev()).take(rest).take_while(|(a, b)| same(a, b)).count();
    let children = root.len(&txn) as usize;
    // Children that are no part (text beside elements) make counting by children impossible: then all goes.
    let (head, tail) = if children == old.len() { (head, tail) } else { (0, 0) };
    root.remove_range(&mut txn, head as u32, (children - head - tail) as u32);
    for (index, part) in target[head..target.len() - tail].iter().enumerate() {
        insert(&mut txn, &root, (head + index) as u32, part);
    }
    drop(txn);
    let txn = doc.transact();
    Some(txn.encode_diff_v1(&before))
}

fn insert(txn: &mut TransactionMut, parent: &XmlFragmentRef, index: u32, part: &Part) {
    match part {
        Part::Text(run) => {
            let text = parent.insert(txn, index, XmlTextPrelim::new(""));
            push(txn, &text, run);
        }
        Part::Element(element) => {
            let made = parent.insert(txn, index, XmlElementPrelim::empty(element.kind.as_str()));
            for (name, value) in &element.attrs {
                made.insert_attribute(txn, name.as_str(), In::Any(any(value)));
            }
            fill(txn, &made, &element.content);
        }
    }
}

/// Runs that follow each other are one text.
fn fill(txn: &mut TransactionMut, parent: &XmlElementRef, content: &[Part]) {
    let parent: &XmlFragmentRef = parent.as_ref();
    let mut current: Option<XmlTextRef> = None;
    for part in content {
        match (part, &current) {
            (Part::Text(run), Some(text)) => push(txn, text, run),
            (Part::Text(run), None) => {
                let text = parent.push_back(txn, XmlTextPrelim::new(""));
                push(txn, &text, run);
                current = Some(text);
            }
            (Part::Element(_), _) => {
                current = None;
                let index = parent.len(txn);
                insert(txn, parent, index, part);
            }
        }
    }
}

fn push(txn: &mut TransactionMut, text: &XmlTextRef, run: &Run) {
    let end = text.len(txn);
    let marks: Attrs = run.marks.iter().map(|(name, value)| (Arc::from(name.as_str()), any(value))).collect();
    text.insert_with_attributes(txn, end, &run.text, marks);
}

fn any(value: &Value) -> Any {
    serde_json::from_value(value.clone()).unwrap_or(Any::Null)
}

/// All of a text as one update.
pub fn whole(doc: &Doc) -> Vec<u8> {
    doc.transact().encode_state_as_update_v1(&StateVector::default())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::platform::documents::room;

    fn artikel(id: &str, text: &str) -> Element {
        let bold = Run { text: " nadruk".into(), marks: BTreeMap::from([("bold".into(), serde_json::json!({}))]) };
        let kop = Element::new("kop", vec![Part::text("Één")]);
        let alinea = Element::new("paragraph", vec![Part::text(text), Part::Text(bold)]);
        Element::new("deel", vec![Part::Element(kop), Part::Element(alinea)]).with("id", id).with("diepte", 2)
    }

    #[test]
    fn what_is_written_is_read_back_and_what_is_the_same_stays() {
        let doc = room::empty();
        let [a, b, c] = [artikel("a", "eerst"), artikel("b", "dan"), artikel("c", "tot slot")];
        write(&doc, "delen", &[a.clone(), b, c.clone()], "id").unwrap();
        let again = room::empty();
        room::add(&again, &whole(&doc));
        let wanted = [a, artikel("b", "iets anders"), c];
        let update = write(&again, "delen", &wanted, "id").unwrap();
        assert!(update.len() < whole(&doc).len(), "only what changed");
        room::add(&doc, &update);
        assert_eq!(read(&doc, "delen"), wanted.map(Part::Element));
        assert_eq!(write(&doc, "delen", &read_elements(&doc), "id"), None);
    }

    fn read_elements(doc: &Doc) -> Vec<Element> {
        let elements = read(doc, "delen").into_iter().filter_map(|part| match part {
            Part::Element(element) => Some(element),
            Part::Text(_) => None,
        });
        elements.collect()
    }
}
