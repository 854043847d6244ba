//! As a Word document. Pure.

use std::io::Cursor;

use docx_rs::{
    AbstractNumbering, AlignmentType, BreakType, Docx, Footer, Hyperlink, HyperlinkType, IndentLevel, Level, LevelJc,
    LevelText, NumberFormat, Numbering, NumberingId, PageNum, Paragraph, Run, RunFonts, SpecialIndentType, Start,
    Style, StyleType, Table, TableCell, TableRow,
};
use serde_json::Value;

use super::{Uitgave, kop};
use crate::{
    domain::afspraken::opmaak,
    platform::documents::tree::{Element, Part},
};

const BOLLEN: usize = 1;
const NUMMERS: usize = 2;
const NIVEAUS: usize = 5;

/// Half points.
const GEWOON: usize = 22;

/// How a page after the text is headed; who reads a document in knows it by this name.
pub const BIJLAGE: &str = "Bijlage";
/// The same for the lines that tell which text it is.
pub const GEGEVENS: &str = "Gegevens";
const TABELKOP: &str = "Tabelkop";

/// All of it: the text, and the pages after it.
pub fn docx(uitgave: &Uitgave) -> Result<Vec<u8>, String> {
    let stijl = |naam: &str, over: &str, maat: usize| {
        Style::new(naam, StyleType::Paragraph).name(over).bold().size(maat).based_on("Normal")
    };
    let regel = |stijl: &str, tekst: &str| Paragraph::new().style(stijl).add_run(Run::new().add_text(tekst));
    let mut docx = Docx::new()
        .default_fonts(RunFonts::new().ascii("Calibri").hi_ansi("Calibri"))
        .default_size(GEWOON)
        .add_style(stijl("Title", "Title", 40))
        .add_style(stijl("Heading1", "heading 1", 30))
        .add_style(stijl("Heading2", "heading 2", 26))
        .add_style(stijl("Heading3", "heading 3", 24))
        .add_style(stijl(BIJLAGE, BIJLAGE, 30))
        .add_style(Style::new(TABELKOP, StyleType::Paragraph).name(TABELKOP).bold().based_on("Normal"))
        .add_style(Style::new(GEGEVENS, StyleType::Paragraph).name(GEGEVENS).based_on("Normal"))
        .add_abstract_numbering(lijst(BOLLEN, "bullet", |_| "•".into()))
        .add_numbering(Numbering::new(BOLLEN, BOLLEN))
        .add_abstract_numbering(lijst(NUMMERS, "decimal", |niveau| format!("%{}.", niveau + 1)))
        .footer(bladvoet(&uitgave.voet))
        .add_paragraph(regel("Title", &uitgave.titel));
    for regel in &uitgave.gegevens {
        docx = docx.add_paragraph(
            Paragraph::new().style(GEGEVENS).add_run(Run::new().add_text(regel).size(18).color("595959")),
        );
    }
    let mut nummering = NUMMERS;
    for (index, artikel) in uitgave.tekst.artikelen.iter().enumerate() {
        docx = docx.add_paragraph(regel("Heading1", &kop(index, &artikel.kop)));
        for deel in &artikel.inhoud {
            docx = blok(docx, deel, &mut nummering);
        }
    }
    for bijlage in &uitgave.bijlagen {
        docx = docx.add_paragraph(regel(BIJLAGE, &bijlage.titel).page_break_before(true));
        for deel in &bijlage.inhoud {
            docx = blok(docx, deel, &mut nummering);
        }
    }
    let mut bytes = Cursor::new(Vec::new());
    let mut delen = docx.build();
    // The library has no head of a table; a row that may not be split is one here.
    let document = String::from_utf8(delen.document).map_err(|fout| fout.to_string())?;
    delen.document = document.replace("<w:cantSplit />", "<w:cantSplit /><w:tblHeader />").into_bytes();
    delen.pack(&mut bytes).map_err(|fout| fout.to_string())?;
    Ok(bytes.into_inner())
}

fn bladvoet(titel: &str) -> Footer {
    let regel = Paragraph::new()
        .align(AlignmentType::Right)
        .add_run(Run::new().add_text(format!("{titel} · ")).size(16))
        .add_page_num(PageNum::new());
    Footer::new().add_paragraph(regel)
}

fn lijst(id: usize, soort: &str, teken: impl Fn(usize) -> String) -> AbstractNumbering {
    (0..NIVEAUS).fold(AbstractNumbering::new(id), |lijst, niveau| {
        let inspringing = i32::try_from(niveau + 1).unwrap_or(1) * 420;
        let level = Level::new(
            niveau,
            Start::new(1),
            NumberFormat::new(soort),
            LevelText::new(teken(niveau)),
            LevelJc::new("left"),
        );
        lijst.add_level(level.indent(Some(inspringing), Some(SpecialIndentType::Hanging(320)), None, None))
    })
}

fn blok(docx: Docx, deel: &Part, nummering: &mut usize) -> Docx {
    match deel {
        Part::Element(element) if element.kind == "table" => docx.add_table(tabel(element)),
        Part::Element(element) if matches!(element.kind.as_str(), "bulletList" | "orderedList") => {
            punten(docx, element, 0, nummering)
        }
        Part::Element(element) => {
            let alinea = alinea(std::slice::from_ref(deel));
            let niveau = element.attrs.get("level").and_then(Value::as_u64);
            docx.add_paragraph(match (element.kind.as_str(), niveau) {
                ("heading", Some(4..)) => alinea.style("Heading3"),
                ("heading", _) => alinea.style("Heading2"),
                _ => alinea,
            })
        }
        Part::Text(_) => docx.add_paragraph(alinea(std::slice::from_ref(deel))),
    }
}

/// Every numbered list begins at 1 again: a numbering of its own.
fn punten(mut docx: Docx, element: &Element, niveau: usize, nummering: &mut usize) -> Docx {
    let genummerd = element.kind == "orderedList";
    let id = if genummerd {
        *nummering += 1;
        docx = docx.add_numbering(Numbering::new(*nummering, NUMMERS));
        *nummering
    } else {
        BOLLEN
    };
    for punt in &element.content {
        let Part::Element(punt) = punt else { continue };
        let mut eerste = true;
        for inhoud in &punt.content {
            match inhoud {
                Part::Element(lijst) if matches!(lijst.kind.as_str(), "bulletList" | "orderedList") => {
                    docx = punten(docx, lijst, (niveau + 1).min(NIVEAUS - 1), nummering);
                }
                _ if eerste => {
                    let alinea = alinea(std::slice::from_ref(inhoud));
                    docx = docx.add_paragraph(alinea.numbering(NumberingId::new(id), IndentLevel::new(niveau)));
                    eerste = false;
                }
                _ => docx = blok(docx, inhoud, nummering),
            }
        }
    }
    docx
}

fn tabel(element: &Element) -> Table {
    let cel = |deel: &Part| match deel {
        Part::Element(cel) => {
            let mut uit = TableCell::new();
            if let Some(breed) = cel.attrs.get("colspan").and_then(Value::as_u64) {
                uit = uit.grid_span(breed.min(20) as usize);
            }
            let kop = cel.kind == "tableHeader";
            cel.content.iter().fold(uit, |uit, deel| {
                let alinea = alinea(std::slice::from_ref(deel));
                uit.add_paragraph(if kop { alinea.style(TABELKOP) } else { alinea })
            })
        }
        Part::Text(_) => TableCell::new().add_paragraph(alinea(std::slice::from_ref(deel))),
    };
    let rij = |deel: &Part| match deel {
        Part::Element(rij) => {
            let is_kop = |deel: &Part| matches!(deel, Part::Element(cel) if cel.kind == "tableHeader");
            let kop = rij.content.iter().all(is_kop);
            let rij = TableRow::new(rij.content.iter().map(cel).collect());
            if kop { rij.cant_split() } else { rij }
        }
        Part::Text(_) => TableRow::new(vec![cel(deel)]),
    };
    Table::new(element.content.iter().map(rij).collect())
}

fn alinea(delen: &[Part]) -> Paragraph {
    delen.iter().fold(Paragraph::new(), regel)
}

fn regel(alinea: Paragraph, deel: &Part) -> Paragraph {
    match deel {
        Part::Text(run) => {
            let mut letters = Run::new().add_text(&run.text);
            if run.marks.contains_key("bold") {
                letters = letters.bold();
            }
            if run.marks.contains_key("italic") {
                letters = letters.italic();
            }
            match opmaak::adres(&run.marks) {
                Some(adres) => {
                    let letters = letters.color("0A5A8C").underline("single");
                    alinea.add_hyperlink(Hyperlink::new(adres, HyperlinkType::External).add_run(letters))
                }
                None => alinea.add_run(letters),
            }
        }
        Part::Element(element) if element.kind == "hardBreak" => {
            alinea.add_run(Run::new().add_break(BreakType::TextWrapping))
        }
        Part::Element(element) if element.kind == "vermelding" => {
            alinea.add_run(Run::new().add_text(opmaak::plat(std::slice::from_ref(deel))))
        }
        Part::Element(element) => element.content.iter().fold(alinea, regel),
    }
}
