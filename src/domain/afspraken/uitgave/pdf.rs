//! As a PDF, tagged for who has it read aloud. Pure.

use serde_json::Value;

use super::{Uitgave, kop};
use crate::{
    domain::afspraken::opmaak,
    platform::{
        documents::tree::{Element, Part},
        paper::{Block, Cell, Paper, Span},
    },
};

/// All of it: the text, and the pages after it.
pub fn pdf(uitgave: &Uitgave) -> Result<Vec<u8>, String> {
    let mut blokken = vec![Block::Heading { level: 1, text: uitgave.titel.clone() }];
    blokken.extend(uitgave.gegevens.iter().cloned().map(Block::Note));
    for (index, artikel) in uitgave.tekst.artikelen.iter().enumerate() {
        blokken.push(Block::Heading { level: 2, text: kop(index, &artikel.kop) });
        blokken.extend(alle(&artikel.inhoud));
    }
    for bijlage in &uitgave.bijlagen {
        blokken.extend([Block::NewPage, Block::Heading { level: 2, text: bijlage.titel.clone() }]);
        blokken.extend(alle(&bijlage.inhoud));
    }
    let (title, footer) = (uitgave.titel.clone(), uitgave.voet.clone());
    Paper { title, footer, language: "nl".into(), blocks: blokken }.pdf()
}

fn alle(delen: &[Part]) -> Vec<Block> {
    delen.iter().filter_map(blok).collect()
}

fn getal(element: &Element, naam: &str) -> Option<u64> {
    element.attrs.get(naam).and_then(Value::as_u64)
}

fn elementen(element: &Element) -> impl Iterator<Item = &Element> {
    element.content.iter().filter_map(|deel| match deel {
        Part::Element(element) => Some(element),
        Part::Text(_) => None,
    })
}

fn blok(deel: &Part) -> Option<Block> {
    let Part::Element(element) = deel else { return Some(Block::Text(letters(std::slice::from_ref(deel)))) };
    let maat = |naam: &str, element: &Element| usize::try_from(getal(element, naam).unwrap_or(1)).unwrap_or(1);
    Some(match element.kind.as_str() {
        "heading" => {
            let level = if getal(element, "level").is_some_and(|level| level > 3) { 4 } else { 3 };
            Block::Heading { level, text: opmaak::plat(&element.content) }
        }
        "bulletList" | "orderedList" => {
            let from = (element.kind == "orderedList").then(|| getal(element, "start").unwrap_or(1));
            Block::List { from, items: elementen(element).map(|punt| alle(&punt.content)).collect() }
        }
        "blockquote" => Block::Quote(alle(&element.content)),
        "table" => {
            let cel = |cel: &Element| Cell {
                header: cel.kind == "tableHeader",
                columns: maat("colspan", cel),
                rows: maat("rowspan", cel),
                blocks: alle(&cel.content),
            };
            Block::Table(elementen(element).map(|rij| elementen(rij).map(cel).collect()).collect())
        }
        _ => Block::Text(letters(&element.content)),
    })
}

fn letters(delen: &[Part]) -> Vec<Span> {
    let deel = |deel: &Part| match deel {
        Part::Text(run) => vec![Span {
            text: run.text.clone(),
            bold: run.marks.contains_key("bold"),
            italic: run.marks.contains_key("italic"),
            link: opmaak::adres(&run.marks).map(str::to_owned),
        }],
        Part::Element(element) if element.kind == "hardBreak" => vec![Span::plain("\n")],
        Part::Element(element) if element.kind == "vermelding" => {
            vec![Span::plain(opmaak::plat(std::slice::from_ref(deel)))]
        }
        Part::Element(element) => letters(&element.content),
    };
    delen.iter().flat_map(deel).collect()
}
