//! A Word document (.docx) taken apart: its files, each as a tree of elements. What would harm is refused.

use std::{
    collections::BTreeMap,
    io::{Cursor, Read},
};

use quick_xml::{
    Reader, XmlVersion,
    escape::resolve_predefined_entity,
    events::{BytesStart, Event},
};
use zip::ZipArchive;

/// Bytes of a file.
pub const MAX_BYTES: usize = 8 * 1024 * 1024;
/// What one file inside may unpack to: beyond that it is made to harm.
const MAX_UNPACKED: u64 = 48 * 1024 * 1024;
const MAX_DEPTH: usize = 120;
const MAX_ELEMENTS: usize = 1_000_000;

/// Why a document could not be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Unreadable {
    #[error("the file is in the old format, or has a password")]
    Old,
    #[error("the file is something else")]
    Other,
    #[error("the file is damaged")]
    Damaged,
    #[error("the file is too large")]
    TooLarge,
}

/// An element, by its name without prefix; text between elements is kept where it stands.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Node {
    pub name: String,
    pub attrs: BTreeMap<String, String>,
    pub children: Vec<Child>,
}

#[derive(Debug, Clone, PartialEq)]
pub enum Child {
    Node(Node),
    Text(String),
}

impl Node {
    /// The elements in it.
    pub fn nodes(&self) -> impl Iterator<Item = &Node> {
        self.children.iter().filter_map(|child| match child {
            Child::Node(node) => Some(node),
            Child::Text(_) => None,
        })
    }

    /// The first element of this name.
    pub fn first(&self, name: &str) -> Option<&Node> {
        self.nodes().find(|node| node.name == name)
    }

    /// The element at the end of these names.
    pub fn at(&self, path: &[&str]) -> Option<&Node> {
        path.iter().try_fold(self, |node, name| node.first(name))
    }

    pub fn attr(&self, name: &str) -> Option<&str> {
        self.attrs.get(name).map(String::as_str)
    }

    /// What the attribute `val` of the element of this name says.
    pub fn val(&self, name: &str) -> Option<&str> {
        self.first(name)?.attr("val")
    }

    /// The text right inside.
    pub fn text(&self) -> String {
        let text = self.children.iter().filter_map(|child| match child {
            Child::Text(text) => Some(text.as_str()),
            Child::Node(_) => None,
        });
        text.collect()
    }
}

/// An opened document.
pub struct Package<'b>(ZipArchive<Cursor<&'b [u8]>>);

impl<'b> Package<'b> {
    pub fn open(bytes: &'b [u8]) -> Result<Self, Unreadable> {
        if bytes.len() > MAX_BYTES {
            return Err(Unreadable::TooLarge);
        }
        // Word before 2007, and any version with a password.
        if bytes.starts_with(&[0xd0, 0xcf, 0x11, 0xe0]) {
            return Err(Unreadable::Old);
        }
        if !bytes.starts_with(b"PK\x03\x04") {
            return Err(Unreadable::Other);
        }
        Ok(Self(ZipArchive::new(Cursor::new(bytes)).map_err(|_| Unreadable::Damaged)?))
    }

    /// The names of the files in it.
    pub fn names(&self) -> Vec<String> {
        self.0.file_names().filter_map(|name| Some(name.ok()?.into_owned())).collect()
    }

    /// The file of this name as a tree; `None` when it is not there.
    pub fn part(&mut self, name: &str) -> Result<Option<Node>, Unreadable> {
        let Some(index) = self.0.index_for_name(name) else { return Ok(None) };
        let file = self.0.by_index(index).map_err(|_| Unreadable::Damaged)?;
        let mut bytes = Vec::new();
        // The size in the head of the file may lie.
        let read = file.take(MAX_UNPACKED + 1).read_to_end(&mut bytes).map_err(|_| Unreadable::Damaged)?;
        if read as u64 > MAX_UNPACKED {
            return Err(Unreadable::TooLarge);
        }
        let text = String::from_utf8(bytes).map_err(|_| Unreadable::Damaged)?;
        tree(&text).map(Some)
    }
}

fn tree(text: &str) -> Result<Node, Unreadable> {
    let mut reader = Reader::from_str(text.trim_start_matches('\u{feff}'));
    let mut open: Vec<Node> = vec![Node::default()];
    let mut elements = 0;
    loop {
        let event = reader.read_event().map_err(|_| Unreadable::Damaged)?;
        if matches!(event, Event::Start(_) | Event::Empty(_)) {
            elements += 1;
        }
        if elements > MAX_ELEMENTS || open.len() > MAX_DEPTH {
            return Err(Unreadable::TooLarge);
        }
        let child = match event {
            Event::Start(start) => {
                open.push(node(&start)?);
                continue;
            }
            Event::End(_) => Child::Node(open.pop().ok_or(Unreadable::Damaged)?),
            Event::Empty(start) => Child::Node(node(&start)?),
            Event::Text(text) => Child::Text(text.xml_content(XmlVersion::Explicit1_0).into_owned()),
            Event::CData(text) => Child::Text(text.xml_content(XmlVersion::Explicit1_0).into_owned()),
            Event::GeneralRef(entity) => {
                let letter = entity.resolve_char_ref().map_err(|_| Unreadable::Damaged)?;
                let known = letter.map(String::from);
                let known = known.or_else(|| resolve_predefined_entity(&entity).map(str::to_owned));
                Child::Text(known.unwrap_or_default())
            }
            Event::Eof => break,
            _ => continue,
        };
        open.last_mut().ok_or(Unreadable::Damaged)?.children.push(child);
    }
    let [root] = open.try_into().map_err(|_| Unreadable::Damaged)?;
    Ok(root)
}

fn node(start: &BytesStart) -> Result<Node, Unreadable> {
    let mut node = Node { name: start.local_name().as_ref().to_owned(), ..Node::default() };
    for attr in start.attributes() {
        let attr = attr.map_err(|_| Unreadable::Damaged)?;
        let value = attr.normalized_value(XmlVersion::Explicit1_0).map_err(|_| Unreadable::Damaged)?;
        node.attrs.insert(attr.key.local_name().as_ref().to_owned(), value.into_owned());
    }
    Ok(node)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tree_keeps_names_attributes_and_every_letter() {
        let root = tree("<?xml version=\"1.0\"?><w:p w:x=\"1 &amp; 2\"><w:t>Één &lt;a&gt; &#8364;</w:t><w:br/></w:p>")
            .unwrap();
        let p = root.first("p").unwrap();
        assert_eq!((p.attr("x"), p.first("t").unwrap().text().as_str()), (Some("1 & 2"), "Één <a> €"));
        assert!(p.first("br").is_some());
        assert_eq!(tree("<a><b></a>").unwrap_err(), Unreadable::Damaged);
        assert_eq!(tree(&"<a>".repeat(500)).unwrap_err(), Unreadable::TooLarge);
    }

    #[test]
    fn what_is_no_document_is_refused() {
        let refused = |bytes: &[u8]| Package::open(bytes).map(|_| ()).unwrap_err();
        assert_eq!(refused(b"%PDF-1.7"), Unreadable::Other);
        assert_eq!(refused(&[0xd0, 0xcf, 0x11, 0xe0, 0xa1]), Unreadable::Old);
        assert_eq!(refused(b"PK\x03\x04 and no more"), Unreadable::Damaged);
        assert_eq!(refused(&vec![0; MAX_BYTES + 1]), Unreadable::TooLarge);
    }
}
