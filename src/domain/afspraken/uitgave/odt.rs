//! As an OpenDocument text, the standard of the Dutch government. Pure.

use std::io::{Cursor, Write};

use serde_json::Value;
use zip::{CompressionMethod, ZipWriter, write::SimpleFileOptions};

use super::{Uitgave, kop};
use crate::{
    domain::afspraken::opmaak::{adres, plat, veilig},
    platform::documents::tree::{Element, Part, Run},
};

const MIME: &str = "application/vnd.oasis.opendocument.text";
const NIVEAUS: usize = 5;
const SPATIES: &str = "xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" \
    xmlns:style=\"urn:oasis:names:tc:opendocument:xmlns:style:1.0\" \
    xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\" \
    xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" \
    xmlns:fo=\"urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0\" \
    xmlns:svg=\"urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0\" \
    xmlns:xlink=\"http://www.w3.org/1999/xlink\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" \
    xmlns:meta=\"urn:oasis:names:tc:opendocument:xmlns:meta:1.0\" office:version=\"1.3\"";

/// All of it: the text, and the pages after it.
pub fn odt(uitgave: &Uitgave) -> Result<Vec<u8>, String> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let plat = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    let klein = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
    // The kind of file comes first, and as it is.
    for (naam, opties, inhoud) in [
        ("mimetype", plat, MIME.to_owned()),
        ("META-INF/manifest.xml", klein, MANIFEST.to_owned()),
        ("meta.xml", klein, meta(uitgave)),
        ("styles.xml", klein, stijlen(uitgave)),
        ("content.xml", klein, inhoud(uitgave)),
    ] {
        zip.start_file(naam, opties).map_err(|fout| fout.to_string())?;
        zip.write_all(inhoud.as_bytes()).map_err(|fout| fout.to_string())?;
    }
    Ok(zip.finish().map_err(|fout| fout.to_string())?.into_inner())
}

const BEGIN: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
const MANIFEST: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
    <manifest:manifest xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\" manifest:version=\"1.3\">\
    <manifest:file-entry manifest:full-path=\"/\" manifest:version=\"1.3\" \
    manifest:media-type=\"application/vnd.oasis.opendocument.text\"/>\
    <manifest:file-entry manifest:full-path=\"content.xml\" manifest:media-type=\"text/xml\"/>\
    <manifest:file-entry manifest:full-path=\"styles.xml\" manifest:media-type=\"text/xml\"/>\
    <manifest:file-entry manifest:full-path=\"meta.xml\" manifest:media-type=\"text/xml\"/></manifest:manifest>";

fn meta(uitgave: &Uitgave) -> String {
    format!(
        "{BEGIN}<office:document-meta {SPATIES}><office:meta><dc:title>{}</dc:title><dc:language>nl-NL</dc:language>\
         </office:meta></office:document-meta>",
        letters(&uitgave.titel)
    )
}

fn stijlen(uitgave: &Uitgave) -> String {
    let kop = |naam: &str, niveau: usize, maat: u32, boven: &str| {
        let diepte = if niveau == 0 { String::new() } else { format!(" style:default-outline-level=\"{niveau}\"") };
        format!(
            "<style:style style:name=\"{naam}\" style:family=\"paragraph\" style:parent-style-name=\"Standard\"{diepte}>\
             <style:paragraph-properties fo:margin-top=\"{boven}\" fo:margin-bottom=\"0.15cm\" \
             fo:keep-with-next=\"always\"/><style:text-properties fo:font-size=\"{maat}pt\" fo:font-weight=\"bold\"/>\
             </style:style>"
        )
    };
    let koppen = [
        kop("Title", 0, 20, "0cm"),
        kop("Heading_20_1", 1, 15, "0.5cm"),
        kop("Heading_20_2", 2, 13, "0.35cm"),
        kop("Heading_20_3", 3, 12, "0.3cm"),
    ];
    format!(
        "{BEGIN}<office:document-styles {SPATIES}><office:styles>\
         <style:default-style style:family=\"paragraph\"><style:text-properties fo:font-family=\"Calibri, Carlito, sans-serif\" \
         fo:font-size=\"11pt\" fo:language=\"nl\" fo:country=\"NL\"/></style:default-style>\
         <style:style style:name=\"Standard\" style:family=\"paragraph\"><style:paragraph-properties \
         fo:margin-bottom=\"0.2cm\" fo:line-height=\"120%\"/></style:style>{}\
         <style:style style:name=\"Gegevens\" style:family=\"paragraph\" style:parent-style-name=\"Standard\">\
         <style:text-properties fo:font-size=\"9pt\" fo:color=\"#595959\"/></style:style>\
         <style:style style:name=\"Cel\" style:family=\"paragraph\" style:parent-style-name=\"Standard\">\
         <style:paragraph-properties fo:margin-bottom=\"0.05cm\"/><style:text-properties fo:font-size=\"9pt\"/></style:style>\
         <style:style style:name=\"Celkop\" style:family=\"paragraph\" style:parent-style-name=\"Cel\">\
         <style:text-properties fo:font-weight=\"bold\"/></style:style>\
         <style:style style:name=\"Citaat\" style:family=\"paragraph\" style:parent-style-name=\"Standard\">\
         <style:paragraph-properties fo:margin-left=\"0.8cm\"/></style:style>\
         <style:style style:name=\"Footer\" style:family=\"paragraph\" style:parent-style-name=\"Standard\">\
         <style:text-properties fo:font-size=\"8pt\" fo:color=\"#595959\"/></style:style></office:styles>\
         <office:automatic-styles><style:page-layout style:name=\"blad\"><style:page-layout-properties \
         fo:page-width=\"21cm\" fo:page-height=\"29.7cm\" fo:margin=\"2.2cm\"/><style:footer-style>\
         <style:header-footer-properties fo:min-height=\"0.8cm\" fo:margin-top=\"0.4cm\"/></style:footer-style>\
         </style:page-layout></office:automatic-styles><office:master-styles><style:master-page \
         style:name=\"Standard\" style:page-layout-name=\"blad\"><style:footer><text:p text:style-name=\"Footer\">{} · \
         bladzijde <text:page-number text:select-page=\"current\"/></text:p></style:footer></style:master-page>\
         </office:master-styles></office:document-styles>",
        koppen.concat(),
        letters(&uitgave.voet)
    )
}

fn inhoud(uitgave: &Uitgave) -> String {
    let mut uit = format!(
        "{BEGIN}<office:document-content {SPATIES}>{}<office:body><office:text>\
         <text:p text:style-name=\"Title\">{}</text:p>",
        eigen_stijlen(),
        letters(&uitgave.titel)
    );
    for regel in &uitgave.gegevens {
        uit += &format!("<text:p text:style-name=\"Gegevens\">{}</text:p>", letters(regel));
    }
    for (index, artikel) in uitgave.tekst.artikelen.iter().enumerate() {
        uit += &koptekst("Heading_20_1", 1, &letters(&kop(index, &artikel.kop)));
        blokken(&artikel.inhoud, "Standard", &mut uit);
    }
    for bijlage in &uitgave.bijlagen {
        uit += &koptekst("bijlage", 1, &letters(&bijlage.titel));
        blokken(&bijlage.inhoud, "Standard", &mut uit);
    }
    uit + "</office:text></office:body></office:document-content>"
}

fn koptekst(stijl: &str, niveau: usize, letters: &str) -> String {
    format!("<text:h text:style-name=\"{stijl}\" text:outline-level=\"{niveau}\">{letters}</text:h>")
}

fn eigen_stijlen() -> String {
    let lijst = |naam: &str, teken: &dyn Fn(usize) -> String| {
        let niveaus: String = (1..=NIVEAUS).map(teken).collect();
        format!("<text:list-style style:name=\"{naam}\">{niveaus}</text:list-style>")
    };
    let plek = |niveau: usize| {
        format!(
            "<style:list-level-properties text:list-level-position-and-space-mode=\"label-alignment\">\
             <style:list-level-label-alignment text:label-followed-by=\"listtab\" fo:text-indent=\"-0.6cm\" \
             fo:margin-left=\"{}cm\"/></style:list-level-properties>",
            (niveau * 6) as f32 / 10.0
        )
    };
    let bol = |niveau: usize| {
        format!(
            "<text:list-level-style-bullet text:level=\"{niveau}\" text:bullet-char=\"•\">{}\
             </text:list-level-style-bullet>",
            plek(niveau)
        )
    };
    let nummer = |niveau: usize| {
        format!(
            "<text:list-level-style-number text:level=\"{niveau}\" style:num-format=\"1\" style:num-suffix=\".\">{}\
             </text:list-level-style-number>",
            plek(niveau)
        )
    };
    format!(
        "<office:automatic-styles>\
         <style:style style:name=\"vet\" style:family=\"text\"><style:text-properties fo:font-weight=\"bold\"/></style:style>\
         <style:style style:name=\"schuin\" style:family=\"text\"><style:text-properties fo:font-style=\"italic\"/>\
         </style:style><style:style style:name=\"bijlage\" style:family=\"paragraph\" \
         style:parent-style-name=\"Heading_20_1\"><style:paragraph-properties fo:break-before=\"page\"/></style:style>\
         <style:style style:name=\"tabel\" style:family=\"table\"><style:table-properties style:width=\"16.6cm\" \
         table:align=\"left\" fo:margin-bottom=\"0.3cm\"/></style:style>\
         <style:style style:name=\"cel\" style:family=\"table-cell\"><style:table-cell-properties fo:padding=\"0.1cm\" \
         fo:border=\"0.5pt solid #969696\"/></style:style>\
         <style:style style:name=\"celkop\" style:family=\"table-cell\"><style:table-cell-properties fo:padding=\"0.1cm\" \
         fo:border=\"0.5pt solid #969696\" fo:background-color=\"#edf0f3\"/></style:style>{}{}\
         </office:automatic-styles>",
        lijst("bollen", &bol),
        lijst("nummers", &nummer)
    )
}

fn elementen(delen: &[Part]) -> impl Iterator<Item = &Element> {
    delen.iter().filter_map(|deel| match deel {
        Part::Element(element) => Some(element),
        Part::Text(_) => None,
    })
}

fn getal(element: &Element, naam: &str) -> Option<u64> {
    element.attrs.get(naam).and_then(Value::as_u64)
}

fn blokken(delen: &[Part], stijl: &str, uit: &mut String) {
    for deel in delen {
        let Part::Element(element) = deel else {
            *uit += &format!("<text:p text:style-name=\"{stijl}\">{}</text:p>", regel(std::slice::from_ref(deel)));
            continue;
        };
        match element.kind.as_str() {
            "heading" => {
                let niveau = if getal(element, "level").is_some_and(|niveau| niveau > 3) { 3 } else { 2 };
                *uit += &koptekst(&format!("Heading_20_{niveau}"), niveau, &regel(&element.content));
            }
            "bulletList" | "orderedList" => lijst(element, stijl, uit),
            "blockquote" => blokken(&element.content, "Citaat", uit),
            "table" => tabel(element, uit),
            _ => *uit += &format!("<text:p text:style-name=\"{stijl}\">{}</text:p>", regel(&element.content)),
        }
    }
}

fn lijst(element: &Element, stijl: &str, uit: &mut String) {
    let soort = if element.kind == "orderedList" { "nummers" } else { "bollen" };
    *uit += &format!("<text:list text:style-name=\"{soort}\">");
    for (index, punt) in elementen(&element.content).enumerate() {
        let begin = getal(element, "start").filter(|_| index == 0 && soort == "nummers");
        *uit += &match begin {
            Some(nummer) => format!("<text:list-item text:start-value=\"{nummer}\">"),
            None => "<text:list-item>".into(),
        };
        blokken(&punt.content, stijl, uit);
        *uit += "</text:list-item>";
    }
    *uit += "</text:list>";
}

fn tabel(element: &Element, uit: &mut String) {
    let span = |cel: &Element, naam: &str| getal(cel, naam).unwrap_or(1).clamp(1, 50) as usize;
    let breed = |rij: &Element| elementen(&rij.content).map(|cel| span(cel, "colspan")).sum::<usize>();
    let kolommen = elementen(&element.content).map(breed).max().unwrap_or(1).max(1);
    *uit += &format!(
        "<table:table table:style-name=\"tabel\"><table:table-column table:number-columns-repeated=\"{kolommen}\"/>"
    );
    // For each column: how many rows a cell from above still covers.
    let mut bedekt = vec![0_usize; kolommen];
    for (index, rij) in elementen(&element.content).enumerate() {
        let kop = index == 0 && elementen(&rij.content).all(|cel| cel.kind == "tableHeader");
        *uit += if kop { "<table:table-header-rows><table:table-row>" } else { "<table:table-row>" };
        let mut kolom = 0;
        for cel in elementen(&rij.content) {
            overdekt(&mut bedekt, &mut kolom, uit);
            let (breed, hoog) = (span(cel, "colspan"), span(cel, "rowspan"));
            let (vak, stijl) = if cel.kind == "tableHeader" { ("celkop", "Celkop") } else { ("cel", "Cel") };
            *uit += &format!(
                "<table:table-cell table:style-name=\"{vak}\" office:value-type=\"string\" \
                 table:number-columns-spanned=\"{breed}\" table:number-rows-spanned=\"{hoog}\">"
            );
            blokken(&cel.content, stijl, uit);
            *uit += "</table:table-cell>";
            *uit += &"<table:covered-table-cell/>".repeat(breed - 1);
            for rijen in bedekt.iter_mut().skip(kolom).take(breed) {
                *rijen = hoog - 1;
            }
            kolom += breed;
        }
        overdekt(&mut bedekt, &mut kolom, uit);
        *uit += if kop { "</table:table-row></table:table-header-rows>" } else { "</table:table-row>" };
    }
    *uit += "</table:table>";
}

/// Passes over the columns that a cell of an earlier row covers.
fn overdekt(bedekt: &mut [usize], kolom: &mut usize, uit: &mut String) {
    while let Some(rijen) = bedekt.get_mut(*kolom).filter(|rijen| **rijen > 0) {
        *rijen -= 1;
        *kolom += 1;
        *uit += "<table:covered-table-cell/>";
    }
}

fn regel(delen: &[Part]) -> String {
    let deel = |deel: &Part| match deel {
        Part::Text(run) => stuk(run),
        Part::Element(element) if element.kind == "hardBreak" => "<text:line-break/>".into(),
        Part::Element(element) if element.kind == "vermelding" => letters(&plat(std::slice::from_ref(deel))),
        Part::Element(element) => regel(&element.content),
    };
    delen.iter().map(deel).collect()
}

fn stuk(run: &Run) -> String {
    let mut uit = letters(&run.text);
    for (merk, stijl) in [("italic", "schuin"), ("bold", "vet")] {
        if run.marks.contains_key(merk) {
            uit = format!("<text:span text:style-name=\"{stijl}\">{uit}</text:span>");
        }
    }
    match adres(&run.marks) {
        Some(adres) => format!("<text:a xlink:type=\"simple\" xlink:href=\"{}\">{uit}</text:a>", veilig(adres)),
        None => uit,
    }
}

/// Escaped, and with the spaces that would otherwise become one.
fn letters(tekst: &str) -> String {
    let leesbaar: String =
        tekst.chars().filter(|letter| !letter.is_control() || matches!(letter, '\n' | '\t')).collect();
    let mut uit = String::new();
    let mut vorige = '\n';
    for letter in veilig(&leesbaar).chars() {
        match letter {
            ' ' if matches!(vorige, ' ' | '\n') => uit += "<text:s/>",
            '\t' => uit += "<text:tab/>",
            '\n' => uit += "<text:line-break/>",
            letter => uit.push(letter),
        }
        vorige = letter;
    }
    uit
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spaces_marks_and_cells_that_span_come_out_as_they_were() {
        let delen: Vec<Part> = serde_json::from_value(serde_json::json!([
            { "type": "paragraph", "content": [{ "text": "Bel  " }, { "text": "<één>", "marks": { "bold": {} } }] },
            { "type": "table", "content": [
                { "type": "tableRow", "content": [
                    { "type": "tableCell", "attrs": { "rowspan": 2 }, "content": [] },
                    { "type": "tableCell", "content": [] }] },
                { "type": "tableRow", "content": [{ "type": "tableCell", "content": [] }] }] }
        ]))
        .unwrap();
        let mut uit = String::new();
        blokken(&delen, "Standard", &mut uit);
        assert!(uit.contains("Bel <text:s/><text:span text:style-name=\"vet\">&lt;één&gt;</text:span>"), "{uit}");
        assert!(uit.contains("<table:table-row><table:covered-table-cell/><table:table-cell"), "{uit}");
    }
}
