//! The text of an agreement as readers have it: articles of paragraphs, lists and tables. Pure.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::Value;
use sha2::{Digest, Sha256};

use crate::{
    domain::bsn,
    platform::documents::tree::{Element, Part, Run},
};

/// Where the articles stand in the document.
pub const FRAGMENT: &str = "artikelen";
/// The attribute that tells articles apart.
pub const SLEUTEL: &str = "id";
/// What editors call an article, and its heading.
pub const ARTIKEL: &str = "artikel";
pub const KOP: &str = "artikelkop";
/// Something of the hub that a text names: by its id, with the name it had then.
pub const VERMELDING: &str = "vermelding";

/// One article: it keeps its id for good, also when it is moved or gets another heading.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Artikel {
    pub id: String,
    pub kop: String,
    pub inhoud: Vec<Part>,
}

/// The whole text.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Tekst {
    pub artikelen: Vec<Artikel>,
}

/// The blocks there are, each with the attributes that mean something.
const BLOKKEN: &[(&str, &[&str])] = &[
    ("paragraph", &[]),
    ("heading", &["level"]),
    ("bulletList", &[]),
    ("orderedList", &["start"]),
    ("listItem", &[]),
    ("blockquote", &[]),
    ("table", &[]),
    ("tableRow", &[]),
    ("tableHeader", &["colspan", "rowspan"]),
    ("tableCell", &["colspan", "rowspan"]),
    ("hardBreak", &[]),
    (VERMELDING, &["id", "label"]),
];
const MERKEN: &[(&str, &[&str])] = &[("bold", &[]), ("italic", &[]), ("link", &["href"])];

impl Tekst {
    /// Reads what an editor wrote. Anything that is no part of a text is left out: what is frozen, shown and sent out
    /// holds nothing but these parts.
    pub fn van(delen: Vec<Part>) -> Self {
        let artikelen = delen.into_iter().enumerate().filter_map(|(plaats, deel)| match deel {
            Part::Element(element) if element.kind == ARTIKEL => Some(artikel(plaats, element)),
            _ => None,
        });
        Self { artikelen: artikelen.collect() }
    }

    /// As an editor keeps it.
    pub fn elementen(&self) -> Vec<Element> {
        let element = |artikel: &Artikel| {
            let letters = if artikel.kop.is_empty() { Vec::new() } else { vec![Part::text(&artikel.kop)] };
            let kop = Part::Element(Element::new(KOP, letters));
            let inhoud = [vec![kop], artikel.inhoud.clone()].concat();
            Element::new(ARTIKEL, inhoud).with(SLEUTEL, artikel.id.clone())
        };
        self.artikelen.iter().map(element).collect()
    }

    /// Is there nothing to read?
    pub fn is_leeg(&self) -> bool {
        self.artikelen.iter().all(|artikel| artikel.kop.trim().is_empty() && artikel.plat().trim().is_empty())
    }

    /// Tells this text from every other: the articles in their order.
    pub fn hash(&self) -> String {
        let regels: Vec<_> = self.artikelen.iter().map(|artikel| (artikel.id.clone(), artikel.hash())).collect();
        gehasht(&regels)
    }

    /// The first article that holds a BSN, counted from 1.
    pub fn artikel_met_bsn(&self) -> Option<usize> {
        self.artikelen.iter().position(Artikel::bevat_bsn).map(|index| index + 1)
    }

    /// The same text, in which what is mentioned is called what `naam` says of its id; what that does not know, stays.
    pub fn met_namen(mut self, naam: &impl Fn(&str) -> Option<String>) -> Self {
        for artikel in &mut self.artikelen {
            noem(&mut artikel.inhoud, naam);
        }
        self
    }

    /// The same text in which no BSN can be read.
    pub fn zonder_bsn(&self) -> Self {
        let schoon = |artikel: &Artikel| {
            if !artikel.bevat_bsn() {
                return artikel.clone();
            }
            let melding = "Hier staat een burgerservicenummer (BSN). Deze tekst is pas te lezen als het weg is.";
            let inhoud = vec![Part::Element(Element::new("paragraph", vec![Part::text(melding)]))];
            let kop = if bsn::bevat_bsn(&artikel.kop) { String::new() } else { artikel.kop.clone() };
            Artikel { id: artikel.id.clone(), kop, inhoud }
        };
        Self { artikelen: self.artikelen.iter().map(schoon).collect() }
    }
}

impl Artikel {
    /// Tells what this article says from anything else it could say; where it stands does not count.
    pub fn hash(&self) -> String {
        gehasht(&(&self.kop, &self.inhoud))
    }

    /// Its words, without the heading.
    pub fn plat(&self) -> String {
        super::opmaak::plat(&self.inhoud)
    }

    fn bevat_bsn(&self) -> bool {
        bsn::bevat_bsn(&self.kop) || bsn::bevat_bsn(&self.plat()) || self.inhoud.iter().any(deel_bevat_bsn)
    }
}

fn noem(delen: &mut [Part], naam: &impl Fn(&str) -> Option<String>) {
    for deel in delen {
        let Part::Element(element) = deel else { continue };
        if element.kind == VERMELDING
            && let Some(nu) = element.attrs.get("id").and_then(Value::as_str).and_then(naam)
        {
            element.attrs.insert("label".into(), nu.into());
        }
        noem(&mut element.content, naam);
    }
}

/// In an address or an attribute it is no less a BSN.
fn deel_bevat_bsn(deel: &Part) -> bool {
    let in_waarden = |waarden: &BTreeMap<String, Value>| waarden.values().any(|waarde| bsn::weiger(waarde).is_err());
    match deel {
        Part::Text(run) => in_waarden(&run.marks),
        Part::Element(element) => in_waarden(&element.attrs) || element.content.iter().any(deel_bevat_bsn),
    }
}

fn gehasht(waarde: &impl Serialize) -> String {
    let canoniek = serde_json::to_string(waarde).unwrap_or_default();
    Sha256::digest(canoniek).iter().map(|byte| format!("{byte:02x}")).collect()
}

fn artikel(plaats: usize, element: Element) -> Artikel {
    let id = element.attrs.get(SLEUTEL).and_then(Value::as_str).unwrap_or_default();
    let id = if id.is_empty() || id.len() > 64 { format!("plaats-{plaats}") } else { id.to_owned() };
    let mut kop = String::new();
    let mut inhoud = Vec::new();
    for deel in element.content {
        match deel {
            Part::Element(eerste) if eerste.kind == KOP => kop += &super::opmaak::plat(&eerste.content),
            ander => inhoud.extend(schoon(ander)),
        }
    }
    let kop = kop.split_whitespace().collect::<Vec<_>>().join(" ");
    // An empty paragraph at the end is where the cursor was.
    while matches!(inhoud.last(), Some(Part::Element(leeg)) if leeg.kind == "paragraph" && leeg.content.is_empty()) {
        inhoud.pop();
    }
    Artikel { id, kop, inhoud }
}

fn schoon(deel: Part) -> Option<Part> {
    match deel {
        Part::Text(run) => (!run.text.is_empty()).then(|| {
            let marks = run.marks.into_iter().filter_map(|(naam, waarden)| {
                let (_, velden) = MERKEN.iter().find(|(merk, _)| *merk == naam)?;
                let waarden = waarden.as_object().cloned().unwrap_or_default().into_iter().collect();
                let waarden = gekozen(velden, waarden);
                if naam == "link" && !waarden.get("href").and_then(Value::as_str).is_some_and(is_veilig) {
                    return None;
                }
                Some((naam, Value::Object(waarden.into_iter().collect())))
            });
            Part::Text(Run { marks: marks.collect(), text: run.text })
        }),
        Part::Element(element) => {
            let (_, velden) = BLOKKEN.iter().find(|(blok, _)| *blok == element.kind)?;
            let content = element.content.into_iter().filter_map(schoon).collect();
            Some(Part::Element(Element { attrs: gekozen(velden, element.attrs), content, kind: element.kind }))
        }
    }
}

/// Only these, and numbers without a fraction: two editors must not write the same differently.
fn gekozen(velden: &[&str], waarden: BTreeMap<String, Value>) -> BTreeMap<String, Value> {
    let heel = |waarde: Value| match waarde.as_f64() {
        Some(getal) if getal.fract() == 0.0 && getal.abs() < 1e9 => Value::from(getal as i64),
        _ => waarde,
    };
    let nuttig = |naam: &str, waarde: &Value| {
        velden.contains(&naam)
            && !waarde.is_null()
            && !(matches!(naam, "colspan" | "rowspan" | "start") && *waarde == 1)
    };
    let heel = waarden.into_iter().map(|(naam, waarde)| (naam, heel(waarde)));
    heel.filter(|(naam, waarde)| nuttig(naam, waarde)).collect()
}

/// Where a link may lead.
pub fn is_veilig(adres: &str) -> bool {
    let begin = adres.trim().to_ascii_lowercase();
    ["https://", "http://", "mailto:", "/"].iter().any(|soort| begin.starts_with(soort))
        && !begin.chars().any(char::is_control)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn tekst(delen: Value) -> Tekst {
        Tekst::van(serde_json::from_value(delen).unwrap())
    }

    fn een(kop: &str, alinea: &str) -> Value {
        json!({ "type": "artikel", "attrs": { "id": "a" }, "content": [
            { "type": "artikelkop", "content": [{ "text": kop }] },
            { "type": "paragraph", "content": [{ "text": alinea }] } ] })
    }

    #[test]
    fn only_what_is_said_counts_for_the_hash_not_who_wrote_it_how() {
        let gewoon = tekst(json!([een("Doel", "Meteen insturen.")]));
        let anders = json!({ "type": "artikel", "attrs": { "id": "a", "kleur": "rood" }, "content": [
            { "type": "artikelkop", "content": [{ "text": " Doel " }] },
            { "type": "paragraph", "attrs": { "textAlign": null },
              "content": [{ "text": "Meteen insturen.", "marks": { "script": {} } }] },
            { "type": "paragraph" } ] });
        assert_eq!(tekst(json!([anders, { "type": "script" }])).hash(), gewoon.hash());
        assert_ne!(tekst(json!([een("Doel", "Meteen insturen!")])).hash(), gewoon.hash());
        assert_eq!(tekst(serde_json::to_value(gewoon.elementen()).unwrap()), gewoon);
    }

    #[test]
    fn links_lead_to_pages_only() {
        for (adres, veilig) in [
            ("https://www.nlsociaal.nl", true),
            ("mailto:info@nlsociaal.nl", true),
            ("/organisatie/gemeenten", true),
            ("javascript:alert(1)", false),
            (" JavaScript:alert(1)", false),
            ("data:text/html,x", false),
            ("https://x\u{0}", false),
        ] {
            assert_eq!(is_veilig(adres), veilig, "{adres}");
        }
    }

    #[test]
    fn a_bsn_is_found_and_kept_inside_wherever_it_stands() {
        let met_link = json!({ "type": "artikel", "attrs": { "id": "b" }, "content": [
            { "type": "paragraph", "content": [
                { "text": "hier", "marks": { "link": { "href": "https://x.nl/ 123456782" } } }] } ] });
        let met = tekst(json!([een("Doel", "ok"), met_link, een("Over 123456782", "x")]));
        assert_eq!(met.artikel_met_bsn(), Some(2));
        let zonder = met.zonder_bsn();
        assert_eq!(zonder.artikel_met_bsn(), None);
        assert_eq!(zonder.artikelen[0], met.artikelen[0]);
    }
}
