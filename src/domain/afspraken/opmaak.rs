//! A text as HTML, Markdown and plain words. Pure.

use std::collections::BTreeMap;

use serde_json::Value;

use super::{
    tekst::{Artikel, Tekst, is_veilig},
    uitgave::{Uitgave, kop},
};
use crate::platform::documents::tree::{Element, Part, Run};

fn naam_van(element: &Element) -> &str {
    element.attrs.get("label").and_then(Value::as_str).unwrap_or_default()
}

fn niveau(element: &Element) -> usize {
    element.attrs.get("level").and_then(Value::as_u64).map_or(3, |level| level.clamp(3, 6) as usize)
}

/// The words of these parts, a line per block.
pub fn plat(delen: &[Part]) -> String {
    let mut uit = String::new();
    plat_in(delen, "", &mut uit);
    uit.trim_end().to_owned()
}

fn plat_in(delen: &[Part], inspringing: &str, uit: &mut String) {
    for deel in delen {
        match deel {
            Part::Text(run) => *uit += &run.text,
            Part::Element(element) => match element.kind.as_str() {
                "vermelding" => *uit += naam_van(element),
                "hardBreak" => uit.push('\n'),
                "listItem" => {
                    *uit += inspringing;
                    *uit += "- ";
                    plat_in(&element.content, &format!("{inspringing}  "), uit);
                }
                "tableRow" => {
                    let cellen: Vec<_> =
                        element.content.iter().map(|cel| plat(std::slice::from_ref(cel)).replace('\n', " ")).collect();
                    *uit += &cellen.join(" | ");
                    uit.push('\n');
                }
                _ => {
                    plat_in(&element.content, inspringing, uit);
                    if !uit.ends_with('\n') {
                        uit.push('\n');
                    }
                }
            },
        }
    }
}

/// The whole text as words: numbered headings, and what stands under them.
pub fn platte_tekst(titel: &str, tekst: &Tekst) -> String {
    format!("{titel}\n{}", artikelen_plat(tekst))
}

fn artikelen_plat(tekst: &Tekst) -> String {
    let artikel =
        |(index, artikel): (usize, &Artikel)| format!("\n{}\n\n{}\n", kop(index, &artikel.kop), artikel.plat());
    tekst.artikelen.iter().enumerate().map(artikel).collect()
}

/// Escaped, for HTML and XML.
pub fn veilig(tekst: &str) -> String {
    tekst.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

/// Safe to show on a page: everything that is no mark-up of ours is escaped.
pub fn html(delen: &[Part]) -> String {
    delen.iter().map(deel_html).collect()
}

fn deel_html(deel: &Part) -> String {
    let element = match deel {
        Part::Text(run) => return run_html(run),
        Part::Element(element) => element,
    };
    let inhoud = html(&element.content);
    let span = |naam: &str| match element.attrs.get(naam).and_then(Value::as_u64) {
        Some(aantal) => format!(" {naam}=\"{aantal}\""),
        None => String::new(),
    };
    match element.kind.as_str() {
        "paragraph" => format!("<p>{inhoud}</p>"),
        "heading" => format!("<h{0}>{inhoud}</h{0}>", niveau(element)),
        "bulletList" => format!("<ul>{inhoud}</ul>"),
        "orderedList" => format!("<ol{}>{inhoud}</ol>", span("start")),
        "listItem" => format!("<li>{inhoud}</li>"),
        "blockquote" => format!("<blockquote>{inhoud}</blockquote>"),
        "table" => format!("<table><tbody>{inhoud}</tbody></table>"),
        "tableRow" => format!("<tr>{inhoud}</tr>"),
        "tableHeader" => format!("<th{}{}>{inhoud}</th>", span("colspan"), span("rowspan")),
        "tableCell" => format!("<td{}{}>{inhoud}</td>", span("colspan"), span("rowspan")),
        "hardBreak" => "<br>".into(),
        "vermelding" => format!("<span class=\"vermelding\">{}</span>", veilig(naam_van(element))),
        _ => inhoud,
    }
}

fn run_html(run: &Run) -> String {
    let mut uit = veilig(&run.text);
    if run.marks.contains_key("italic") {
        uit = format!("<em>{uit}</em>");
    }
    if run.marks.contains_key("bold") {
        uit = format!("<strong>{uit}</strong>");
    }
    match adres(&run.marks) {
        Some(adres) => format!("<a href=\"{}\" rel=\"noopener\">{uit}</a>", veilig(adres)),
        None => uit,
    }
}

/// Where a link leads.
pub fn adres(marks: &BTreeMap<String, Value>) -> Option<&str> {
    marks.get("link")?.get("href")?.as_str().filter(|adres| is_veilig(adres))
}

/// The whole text as HTML: an article each, by its id.
pub fn hele_html(tekst: &Tekst) -> String {
    let artikel = |(nummer, artikel): (usize, &Artikel)| {
        let (id, kop) = (veilig(&artikel.id), veilig(&artikel.kop));
        format!(
            "<section id=\"artikel-{id}\"><h2>Artikel {}. {kop}</h2>{}</section>",
            nummer + 1,
            html(&artikel.inhoud)
        )
    };
    tekst.artikelen.iter().enumerate().map(artikel).collect()
}

/// A page of its own, to keep or print.
pub fn pagina(uitgave: &Uitgave) -> String {
    let regels = |regels: &[String]| regels.iter().map(|regel| format!("<p>{}</p>", veilig(regel))).collect::<String>();
    let bijlagen = uitgave.bijlagen.iter();
    let bijlagen: String = bijlagen
        .map(|bijlage| format!("<section><h2>{}</h2>{}</section>", veilig(&bijlage.titel), html(&bijlage.inhoud)))
        .collect();
    let titel = veilig(&uitgave.titel);
    format!(
        "<!doctype html><html lang=\"nl\"><meta charset=\"utf-8\"><title>{titel}</title>\
         <style>table{{border-collapse:collapse}}th,td{{border:1px solid #969696;padding:0 .5em;text-align:left;\
         vertical-align:top}}</style><body><h1>{titel}</h1><header>{}</header>{}{bijlagen}</body></html>\n",
        regels(&uitgave.gegevens),
        hele_html(&uitgave.tekst),
    )
}

/// All that is handed out, as Markdown.
pub fn uitgave_markdown(uitgave: &Uitgave) -> String {
    let gegevens: Vec<_> = uitgave.gegevens.iter().map(|regel| vlucht(regel)).collect();
    let mut uit = format!("# {}\n\n{}\n", vlucht(&uitgave.titel), gegevens.join("\n\n"));
    uit += &artikelen_markdown(&uitgave.tekst);
    for bijlage in &uitgave.bijlagen {
        uit += &format!("\n## {}\n{}", vlucht(&bijlage.titel), artikel_markdown(&bijlage.inhoud));
    }
    uit
}

/// All that is handed out, as plain words.
pub fn uitgave_plat(uitgave: &Uitgave) -> String {
    let mut uit = format!("{}\n\n{}\n", uitgave.titel, uitgave.gegevens.join("\n"));
    uit += &artikelen_plat(&uitgave.tekst);
    for bijlage in &uitgave.bijlagen {
        uit += &format!("\n{}\n\n{}\n", bijlage.titel, plat(&bijlage.inhoud));
    }
    uit
}

/// The whole text as Markdown.
pub fn markdown(titel: &str, tekst: &Tekst) -> String {
    format!("# {}\n{}", vlucht(titel), artikelen_markdown(tekst))
}

fn artikelen_markdown(tekst: &Tekst) -> String {
    let mut uit = String::new();
    for (index, artikel) in tekst.artikelen.iter().enumerate() {
        uit += &format!("\n## {}\n", kop(index, &vlucht(&artikel.kop)));
        uit += &artikel_markdown(&artikel.inhoud);
    }
    uit
}

/// The parts as Markdown.
pub fn artikel_markdown(delen: &[Part]) -> String {
    let mut uit = String::new();
    for deel in delen {
        uit.push('\n');
        blok_markdown(deel, "", &mut uit);
    }
    uit
}

fn vlucht(tekst: &str) -> String {
    let bijzonder = |letter: char| matches!(letter, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '|');
    let letters =
        tekst.chars().map(|letter| if bijzonder(letter) { format!("\\{letter}") } else { letter.to_string() });
    letters.collect()
}

fn regel_markdown(delen: &[Part]) -> String {
    let deel = |deel: &Part| match deel {
        Part::Text(run) => {
            let mut uit = vlucht(&run.text);
            if run.marks.contains_key("italic") {
                uit = format!("*{uit}*");
            }
            if run.marks.contains_key("bold") {
                uit = format!("**{uit}**");
            }
            adres(&run.marks).map(|adres| format!("[{uit}]({adres})")).unwrap_or(uit)
        }
        Part::Element(element) if element.kind == "vermelding" => vlucht(naam_van(element)),
        Part::Element(element) if element.kind == "hardBreak" => "\\\n".into(),
        Part::Element(element) => regel_markdown(&element.content),
    };
    delen.iter().map(deel).collect()
}

fn blok_markdown(deel: &Part, inspringing: &str, uit: &mut String) {
    let Part::Element(element) = deel else {
        *uit += &regel_markdown(std::slice::from_ref(deel));
        return;
    };
    match element.kind.as_str() {
        "heading" => *uit += &format!("{} {}\n", "#".repeat(niveau(element)), regel_markdown(&element.content)),
        "bulletList" | "orderedList" => {
            for (nummer, punt) in element.content.iter().enumerate() {
                let teken: String = if element.kind == "bulletList" { "-".into() } else { format!("{}.", nummer + 1) };
                let Part::Element(punt) = punt else { continue };
                let dieper = format!("{inspringing}{}", " ".repeat(usize::max(3, teken.len() + 1)));
                for (index, blok) in punt.content.iter().enumerate() {
                    match blok {
                        _ if index == 0 => *uit += &format!("{inspringing}{teken} "),
                        Part::Element(lijst) if lijst.kind.ends_with("List") => {}
                        // Without an empty line it would go on with the sentence above.
                        _ => *uit += &format!("\n{dieper}"),
                    }
                    blok_markdown(blok, &dieper, uit);
                }
            }
        }
        "blockquote" => *uit += &format!("> {}\n", regel_markdown(&element.content)),
        "table" => {
            for (nummer, rij) in element.content.iter().enumerate() {
                let Part::Element(rij) = rij else { continue };
                let cellen: Vec<_> = rij.content.iter().map(|cel| regel_markdown(std::slice::from_ref(cel))).collect();
                *uit += &format!("| {} |\n", cellen.join(" | "));
                if nummer == 0 {
                    *uit += &format!("|{}\n", " --- |".repeat(cellen.len()));
                }
            }
        }
        _ => *uit += &format!("{}\n", regel_markdown(&element.content)),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn one_text_in_three_forms() {
        let delen: Vec<Part> = serde_json::from_value(json!([
            { "type": "paragraph", "content": [
                { "text": "Bel " }, { "text": "altijd", "marks": { "bold": {} } },
                { "text": " <terug>", "marks": { "link": { "href": "https://x.nl/?a=1&b=2" } } },
                { "type": "vermelding", "attrs": { "id": "x", "label": "Venlo" } } ] },
            { "type": "bulletList", "content": [
                { "type": "listItem", "content": [{ "type": "paragraph", "content": [{ "text": "een" }] },
                    { "type": "orderedList", "content": [{ "type": "listItem", "content": [
                        { "type": "paragraph", "content": [{ "text": "dieper" }] }] }] }] }] },
            { "type": "table", "content": [{ "type": "tableRow", "content": [
                { "type": "tableHeader", "content": [{ "type": "paragraph", "content": [{ "text": "Wie" }] }] },
                { "type": "tableCell", "attrs": { "colspan": 2 },
                  "content": [{ "type": "paragraph", "content": [{ "text": "Wat" }] }] }] }] }
        ]))
        .unwrap();
        assert_eq!(plat(&delen), "Bel altijd <terug>Venlo\n- een\n  - dieper\nWie | Wat");
        assert_eq!(
            html(&delen),
            "<p>Bel <strong>altijd</strong><a href=\"https://x.nl/?a=1&amp;b=2\" rel=\"noopener\"> &lt;terug&gt;</a>\
             <span class=\"vermelding\">Venlo</span></p>\
             <ul><li><p>een</p><ol><li><p>dieper</p></li></ol></li></ul>\
             <table><tbody><tr><th><p>Wie</p></th><td colspan=\"2\"><p>Wat</p></td></tr></tbody></table>"
        );
        assert_eq!(
            artikel_markdown(&delen),
            "\nBel **altijd**[ \\<terug\\>](https://x.nl/?a=1&b=2)Venlo\n\n- een\n   1. dieper\n\n| Wie | Wat |\n| --- | --- |\n"
        );
    }
}
