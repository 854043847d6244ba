//! The letters of a paragraph, with what is bold, italic or a link. Pure.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::Verlies;
use crate::{
    domain::afspraken::tekst::is_veilig,
    platform::{
        documents::tree::{Element, Part, Run},
        word::Node,
    },
};

/// Where links lead, by their id.
pub type Banden = BTreeMap<String, String>;

pub fn banden(wortel: Option<&Node>) -> Banden {
    let alle = wortel.and_then(|wortel| wortel.first("Relationships"));
    let band = |node: &Node| Some((node.attr("Id")?.to_owned(), node.attr("Target")?.to_owned()));
    alle.map(|alle| alle.nodes().filter_map(band).collect()).unwrap_or_default()
}

/// What stands in one paragraph.
pub struct Regel<'l> {
    pub delen: Vec<Part>,
    banden: &'l Banden,
    /// Inside a field: its code comes before what it shows.
    in_code: usize,
}

fn aan(eigenschappen: Option<&Node>, naam: &str) -> bool {
    let gezet = eigenschappen.and_then(|een| een.first(naam));
    gezet.is_some_and(|gezet| !matches!(gezet.attr("val"), Some("0" | "false" | "off" | "none")))
}

/// The letters of a paragraph; spaces at its ends say nothing.
pub fn regel(alinea: &Node, banden: &Banden, verlies: &mut Verlies) -> Vec<Part> {
    let mut regel = Regel { delen: Vec::new(), banden, in_code: 0 };
    regel.lees(alinea, None, verlies);
    let is_wit = |deel: &Part| match deel {
        Part::Text(run) => run.text.trim().is_empty(),
        Part::Element(element) => element.kind == "hardBreak",
    };
    while regel.delen.last().is_some_and(is_wit) {
        regel.delen.pop();
    }
    let wit = regel.delen.iter().take_while(|deel| is_wit(deel)).count();
    regel.delen.drain(..wit);
    if let Some(Part::Text(eerste)) = regel.delen.first_mut() {
        eerste.text = eerste.text.trim_start().to_owned();
    }
    if let Some(Part::Text(laatste)) = regel.delen.last_mut() {
        laatste.text = laatste.text.trim_end().to_owned();
    }
    regel.delen
}

impl Regel<'_> {
    fn lees(&mut self, node: &Node, link: Option<&str>, verlies: &mut Verlies) {
        for deel in node.nodes() {
            match deel.name.as_str() {
                "r" => self.letters(deel, link, verlies),
                "hyperlink" => {
                    let naar = deel.attr("id").and_then(|id| self.banden.get(id)).cloned();
                    if naar.is_none() && deel.attr("anchor").is_some() {
                        verlies.tel("links naar een plek in het bestand zelf: de woorden blijven staan");
                    }
                    self.lees(deel, naar.as_deref().filter(|naar| is_veilig(naar)), verlies);
                }
                "ins" | "moveTo" => {
                    verlies.tel("bijgehouden wijzigingen: overgenomen alsof ze geaccepteerd zijn");
                    self.lees(deel, link, verlies);
                }
                "del" | "moveFrom" => verlies.tel("bijgehouden wijzigingen: overgenomen alsof ze geaccepteerd zijn"),
                "smartTag" | "fldSimple" | "sdt" | "sdtContent" | "dir" | "bdo" | "customXml" => {
                    self.lees(deel, link, verlies);
                }
                "oMath" | "oMathPara" => verlies.tel("formules"),
                _ => {}
            }
        }
    }

    fn letters(&mut self, run: &Node, link: Option<&str>, verlies: &mut Verlies) {
        let eigenschappen = run.first("rPr");
        if aan(eigenschappen, "vanish") {
            return verlies.tel("verborgen tekst");
        }
        for (naam, wat) in [("u", "onderstrepen"), ("strike", "doorhalen"), ("highlight", "markeren met kleur")] {
            if aan(eigenschappen, naam) && link.is_none() {
                verlies.tel(wat);
            }
        }
        let mut merken = BTreeMap::new();
        for (naam, merk) in [("b", "bold"), ("i", "italic")] {
            if aan(eigenschappen, naam) {
                merken.insert(merk.to_owned(), json!({}));
            }
        }
        if let Some(naar) = link {
            merken.insert("link".to_owned(), json!({ "href": naar }));
        }
        for deel in run.nodes() {
            match deel.name.as_str() {
                "fldChar" => match deel.attr("fldCharType") {
                    Some("begin") => self.in_code += 1,
                    Some("separate" | "end") => self.in_code = self.in_code.saturating_sub(1),
                    _ => {}
                },
                _ if self.in_code > 0 => {}
                "t" => self.zet(&deel.text(), &merken),
                "tab" => self.zet(" ", &merken),
                "noBreakHyphen" => self.zet("-", &merken),
                "br" | "cr" if deel.attr("type").is_none_or(|soort| soort == "textWrapping") => {
                    self.delen.push(Part::Element(Element::new("hardBreak", Vec::new())));
                }
                "drawing" | "pict" | "object" | "AlternateContent" => verlies.tel("afbeeldingen en tekstvakken"),
                "footnoteReference" | "endnoteReference" => verlies.tel("voetnoten"),
                "commentReference" => verlies.tel("opmerkingen in de kantlijn"),
                "sym" => verlies.tel("symbolen uit een eigen lettertype"),
                _ => {}
            }
        }
    }

    fn zet(&mut self, letters: &str, merken: &BTreeMap<String, Value>) {
        let letters: String = letters.chars().filter(|letter| !letter.is_control()).collect();
        if letters.is_empty() {
            return;
        }
        match self.delen.last_mut() {
            Some(Part::Text(laatste)) if laatste.marks == *merken => laatste.text += &letters,
            _ => self.delen.push(Part::Text(Run { text: letters, marks: merken.clone() })),
        }
    }
}
