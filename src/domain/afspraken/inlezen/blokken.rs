//! Paragraphs, lists and tables into articles: a heading begins the next one. Pure.

use super::{
    Verlies,
    regels::{Banden, regel},
    stijlen::{Punt, Soort, Stijlen},
};
use crate::{
    domain::afspraken::{
        opmaak::plat,
        tekst::{Artikel, Tekst},
    },
    platform::{
        documents::tree::{Element, Part},
        word::Node,
    },
};

struct Lezer<'l> {
    stijlen: &'l Stijlen,
    banden: &'l Banden,
    verlies: &'l mut Verlies,
}

/// A block as it was met, before lists are put together.
enum Stuk {
    Kop(u8, Vec<Part>),
    Punt(Punt, Vec<Part>),
    Blok(Part),
    Titel(String),
    /// From here on it is no text any more.
    Bijlage,
}

/// The text, and what its reader should know about how it came in.
pub fn lees(inhoud: &Node, stijlen: &Stijlen, banden: &Banden, verlies: &mut Verlies) -> (Tekst, Vec<String>) {
    let mut lezer = Lezer { stijlen, banden, verlies };
    let mut stukken = Vec::new();
    lezer.stukken(inhoud, &mut stukken);
    let mut let_op = Vec::new();
    let hoogste = stukken.iter().filter_map(|stuk| match stuk {
        Stuk::Kop(niveau, _) => Some(*niveau),
        _ => None,
    });
    let hoogste = hoogste.min();
    let mut artikelen: Vec<(String, Vec<Stuk>)> = Vec::new();
    for stuk in stukken {
        match stuk {
            Stuk::Bijlage => {
                let_op.push("Dit bestand komt uit de hub: de bladzijden na de tekst blijven achter.".into());
                break;
            }
            Stuk::Titel(titel) => {
                let_op.push(format!("De titel ‘{titel}’ blijft achter: de afspraak heeft zelf een naam."));
            }
            Stuk::Kop(niveau, delen) if Some(niveau) == hoogste => {
                artikelen.push((zonder_nummer(&plat(&delen)), Vec::new()));
            }
            ander => match artikelen.last_mut() {
                Some((_, stukken)) => stukken.push(ander),
                None => artikelen.push((String::new(), vec![ander])),
            },
        }
    }
    if hoogste.is_none() && !artikelen.is_empty() {
        let_op.push("Er staan geen koppen in dit bestand: alles komt in één artikel.".into());
    }
    if let Some((kop, _)) = artikelen.first_mut().filter(|(kop, _)| kop.is_empty()) {
        *kop = if hoogste.is_some() { "Inleiding".into() } else { "Wat we afspreken".into() };
        if hoogste.is_some() {
            let_op.push("Wat voor de eerste kop staat, komt in een artikel ‘Inleiding’.".into());
        }
    }
    let hoogste = hoogste.unwrap_or(1);
    let artikel = |(kop, stukken): (String, Vec<Stuk>)| {
        let mut inhoud = samen(stukken, hoogste);
        if inhoud.is_empty() {
            inhoud.push(alinea(Vec::new()));
        }
        Artikel { id: String::new(), kop: kop.chars().take(200).collect(), inhoud }
    };
    (Tekst { artikelen: artikelen.into_iter().map(artikel).collect() }, let_op)
}

/// "Artikel 3. Wie betaalt" → "Wie betaalt": the hub counts the articles itself.
fn zonder_nummer(kop: &str) -> String {
    let kop = kop.split_whitespace().collect::<Vec<_>>().join(" ");
    let rest = ["Artikel ", "artikel ", "Art. "].iter().find_map(|begin| kop.strip_prefix(begin)).unwrap_or(&kop);
    let na = rest.trim_start_matches(|letter: char| letter.is_ascii_digit());
    if na.len() == rest.len() {
        return kop;
    }
    let over = na.trim_start_matches(['.', ':', ')', ' ', '–', '-']);
    // "2026 in het kort" is no number of an article.
    if over.is_empty() || (na.starts_with(' ') && rest.len() == kop.len()) { kop } else { over.to_owned() }
}

fn alinea(delen: Vec<Part>) -> Part {
    Part::Element(Element::new("paragraph", delen))
}

impl Lezer<'_> {
    fn stukken(&mut self, inhoud: &Node, uit: &mut Vec<Stuk>) {
        for node in inhoud.nodes() {
            match node.name.as_str() {
                "p" => self.alinea(node, uit),
                "tbl" => uit.extend(self.tabel(node).map(Stuk::Blok)),
                "sdt" => {
                    if let Some(inhoud) = node.first("sdtContent") {
                        self.stukken(inhoud, uit);
                    }
                }
                "ins" | "moveTo" | "customXml" | "smartTag" => self.stukken(node, uit),
                _ => {}
            }
        }
    }

    fn alinea(&mut self, node: &Node, uit: &mut Vec<Stuk>) {
        let delen = regel(node, self.banden, self.verlies);
        let soort = self.stijlen.soort(node);
        if delen.is_empty() && soort != Soort::Bijlage {
            return;
        }
        uit.push(match soort {
            Soort::Titel => Stuk::Titel(plat(&delen)),
            Soort::Kop(niveau) => Stuk::Kop(niveau, delen),
            Soort::Punt(punt) => Stuk::Punt(punt, delen),
            Soort::Citaat => Stuk::Blok(Part::Element(Element::new("blockquote", vec![alinea(delen)]))),
            Soort::Bijlage => Stuk::Bijlage,
            Soort::Inhoudsopgave => return self.verlies.tel("de inhoudsopgave"),
            Soort::Gegevens => return,
            Soort::Gewoon => Stuk::Blok(alinea(delen)),
        });
    }

    /// A table; cells that go on below become one cell over more rows.
    fn tabel(&mut self, node: &Node) -> Option<Part> {
        let mut rijen: Vec<Vec<Element>> = Vec::new();
        // By the column it begins in: the row and place of the cell that goes on.
        let mut boven: std::collections::BTreeMap<usize, (usize, usize)> = std::collections::BTreeMap::new();
        for rij in node.nodes().filter(|node| node.name == "tr") {
            let kop = rij.at(&["trPr", "tblHeader"]).is_some();
            let mut cellen: Vec<Element> = Vec::new();
            let mut kolom = 0;
            for cel in rij.nodes().filter(|node| node.name == "tc") {
                let eigenschappen = cel.first("tcPr");
                let breed = eigenschappen.and_then(|een| een.val("gridSpan")).and_then(|breed| breed.parse().ok());
                let breed: usize = breed.unwrap_or(1).clamp(1, 50);
                let verder = eigenschappen.and_then(|een| een.first("vMerge"));
                let gaat_door = verder.is_some_and(|verder| verder.attr("val") != Some("restart"));
                if let Some((waar, plek)) = boven.get(&kolom).copied().filter(|_| gaat_door) {
                    if let Some(cel) = rijen.get_mut(waar).and_then(|rij: &mut Vec<Element>| rij.get_mut(plek)) {
                        let hoog = cel.attrs.get("rowspan").and_then(serde_json::Value::as_u64).unwrap_or(1);
                        cel.attrs.insert("rowspan".into(), (hoog + 1).into());
                    }
                    kolom += breed;
                    continue;
                }
                let soort = if kop { "tableHeader" } else { "tableCell" };
                let mut nieuw = Element::new(soort, self.cel(cel));
                if breed > 1 {
                    nieuw = nieuw.with("colspan", breed as u64);
                }
                boven.remove(&kolom);
                if verder.is_some() {
                    boven.insert(kolom, (rijen.len(), cellen.len()));
                }
                cellen.push(nieuw);
                kolom += breed;
            }
            rijen.push(cellen);
        }
        if rijen.iter().all(Vec::is_empty) {
            return None;
        }
        let rij = |cellen: Vec<Element>| {
            Part::Element(Element::new("tableRow", cellen.into_iter().map(Part::Element).collect()))
        };
        Some(Part::Element(Element::new("table", rijen.into_iter().map(rij).collect())))
    }

    fn cel(&mut self, cel: &Node) -> Vec<Part> {
        let mut stukken = Vec::new();
        self.stukken(cel, &mut stukken);
        let in_cel = stukken.into_iter().filter_map(|stuk| match stuk {
            // A table in a table, and headings in one, are more than a text of an agreement has.
            Stuk::Blok(Part::Element(tabel)) if tabel.kind == "table" => {
                self.verlies.tel("tabellen in een tabel: de woorden blijven staan");
                Some(Stuk::Blok(alinea(vec![Part::text(&plat(&[Part::Element(tabel)]).replace('\n', "; "))])))
            }
            Stuk::Kop(_, delen) => Some(Stuk::Blok(alinea(delen))),
            Stuk::Titel(titel) => Some(Stuk::Blok(alinea(vec![Part::text(&titel)]))),
            Stuk::Bijlage => None,
            ander => Some(ander),
        });
        let inhoud = samen(in_cel.collect(), 1);
        if inhoud.is_empty() { vec![alinea(Vec::new())] } else { inhoud }
    }
}

/// Points that follow each other become lists, deeper ones inside the one above.
fn samen(stukken: Vec<Stuk>, hoogste: u8) -> Vec<Part> {
    let mut uit = Vec::new();
    let mut punten: Vec<(Punt, Vec<Part>)> = Vec::new();
    for stuk in stukken {
        match stuk {
            Stuk::Punt(punt, delen) => {
                let anders = punten.first().is_some_and(|(eerste, _)| {
                    let soort = punt.vanaf.is_some() != eerste.vanaf.is_some();
                    punt.diep <= eerste.diep && (soort || punt.vanaf.is_some() && punt.lijst != eerste.lijst)
                });
                if anders {
                    uit.extend(lijst(&std::mem::take(&mut punten)));
                }
                punten.push((punt, delen));
                continue;
            }
            Stuk::Kop(niveau, delen) => {
                uit.extend(lijst(&std::mem::take(&mut punten)));
                let level = if niveau.saturating_sub(hoogste) <= 1 { 3 } else { 4 };
                let letters = vec![Part::text(&plat(&delen))];
                uit.push(Part::Element(Element::new("heading", letters).with("level", level)));
            }
            Stuk::Blok(blok) => {
                uit.extend(lijst(&std::mem::take(&mut punten)));
                uit.push(blok);
            }
            Stuk::Titel(_) | Stuk::Bijlage => {}
        }
    }
    uit.extend(lijst(&punten));
    uit
}

fn lijst(punten: &[(Punt, Vec<Part>)]) -> Option<Part> {
    let (eerste, _) = punten.first()?;
    let diep = punten.iter().map(|(punt, _)| punt.diep).min().unwrap_or_default();
    let mut regels = Vec::new();
    let mut index = 0;
    while let Some((_, delen)) = punten.get(index) {
        // What is deeper before anything stands above it comes at this depth.
        let onder = punten[index + 1..].iter().take_while(|(punt, _)| punt.diep > diep).count();
        let mut inhoud = vec![alinea(delen.clone())];
        inhoud.extend(lijst(&punten[index + 1..=index + onder]));
        regels.push(Part::Element(Element::new("listItem", inhoud)));
        index += onder + 1;
    }
    let soort = if eerste.vanaf.is_some() { "orderedList" } else { "bulletList" };
    let mut lijst = Element::new(soort, regels);
    if let Some(vanaf) = eerste.vanaf.filter(|vanaf| *vanaf != 1) {
        lijst = lijst.with("start", vanaf);
    }
    Some(Part::Element(lijst))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_number_of_an_article_is_left_out_and_other_numbers_stay() {
        for (kop, verwacht) in [
            ("Artikel 3. Wie betaalt", "Wie betaalt"),
            ("Artikel 12: Looptijd", "Looptijd"),
            ("2. Doel", "Doel"),
            ("2026 in het kort", "2026 in het kort"),
            ("Artikel 4", "Artikel 4"),
            ("Doel", "Doel"),
        ] {
            assert_eq!(zonder_nummer(kop), verwacht, "{kop}");
        }
    }
}
