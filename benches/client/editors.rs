//! People who write in one text: the Yjs of an editor, and the wire of y-websocket.

use std::{
    io::Write,
    net::{SocketAddr, TcpStream},
};

use samenspel::{
    domain::afspraken::tekst::FRAGMENT,
    platform::documents::{room, wire},
};
use yrs::{
    Doc, StateVector, Text, Transact, TransactionMut, WriteTxn, XmlElementPrelim, XmlFragment, XmlTextPrelim,
    XmlTextRef, types::xml::XmlFragmentRef,
};

use super::{ask::read_head, screens::heard, wire::binary_frame};

/// Where a text is written.
#[derive(Clone)]
pub struct Place {
    pub address: SocketAddr,
    pub token: String,
    /// Of the agreement.
    pub id: String,
}

impl Place {
    /// Opens a socket, up to and including the answer to the upgrade.
    pub fn dial(&self) -> TcpStream {
        let mut stream = TcpStream::connect(self.address).unwrap();
        stream.set_nodelay(true).unwrap();
        let request = format!(
            "GET /sync/afspraken/{} HTTP/1.1\r\nhost: bench\r\nconnection: upgrade\r\nupgrade: websocket\r\n\
             sec-websocket-version: 13\r\nsec-websocket-key: dGhlIHNhbXBsZSBub25jZQ==\r\n\
             authorization: Bearer {}\r\n\r\n",
            self.id, self.token
        );
        stream.write_all(request.as_bytes()).unwrap();
        let head = read_head(&mut stream);
        assert!(head.starts_with("HTTP/1.1 101"), "no socket: {head}");
        stream
    }

    /// The same, until the hub has asked what this editor has: from then on it hears everything.
    pub fn enter(&self) -> TcpStream {
        let mut stream = self.dial();
        let asked = heard(&mut stream);
        assert!(asked.starts_with(&[0, 0]), "no greeting: {asked:?}");
        stream
    }
}

/// Reads the whole text; answers its bytes.
pub fn read_whole(stream: &mut TcpStream) -> Vec<u8> {
    stream.write_all(&binary_frame(&wire::step1(&StateVector::default()))).unwrap();
    loop {
        let message = heard(stream);
        if message.starts_with(&[0, 1]) {
            return message;
        }
    }
}

/// One who writes, in paragraphs of their own.
pub struct Editor {
    doc: Doc,
    text: XmlFragmentRef,
}

impl Editor {
    pub fn new() -> Self {
        let doc = room::empty();
        let text = doc.transact_mut().get_or_insert_xml_fragment(FRAGMENT);
        Self { doc, text }
    }

    /// Does something; answers what it says about that.
    fn change<R>(&self, change: impl FnOnce(&XmlFragmentRef, &mut TransactionMut) -> R) -> (R, Vec<u8>) {
        let mut txn = self.doc.transact_mut();
        let done = change(&self.text, &mut txn);
        let update = txn.encode_update_v1();
        (done, binary_frame(&wire::update(&update)))
    }

    pub fn paragraph(&self) -> (XmlTextRef, Vec<u8>) {
        self.change(|text, txn| {
            let paragraph = text.push_back(txn, XmlElementPrelim::empty("paragraph"));
            paragraph.push_back(txn, XmlTextPrelim::new(""))
        })
    }

    /// The next letter.
    pub fn key(&self, paragraph: &XmlTextRef, number: usize) -> Vec<u8> {
        let letter = &"samen schrijven "[number % 16..][..1];
        self.change(|_, txn| paragraph.push(txn, letter)).1
    }

    /// So many changes at once: letters that come and go, all over a paragraph.
    pub fn changes(&self, paragraph: &XmlTextRef, count: usize, mut dice: impl FnMut(u32) -> u32) -> Vec<u8> {
        let change = |_: &XmlFragmentRef, txn: &mut TransactionMut| {
            for _ in 0..count {
                let length = paragraph.len(txn);
                if length > 0 && dice(10) < 3 {
                    paragraph.remove_range(txn, dice(length), 1);
                } else {
                    paragraph.insert(txn, dice(length + 1), "e");
                }
            }
        };
        self.change(change).1
    }
}
