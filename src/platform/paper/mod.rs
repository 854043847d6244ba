//! Paper: a document of headings, paragraphs, lists and tables, as a tagged PDF that a screen reader can read too.
//!
//! - [`fonts`]: letters and how wide they are. - [`wrap`]: words into lines. - [`flow`]: blocks into rows.
//! - [`pages`]: rows onto pages. - [`draw`]: pages into a PDF.

mod draw;
mod flow;
mod fonts;
mod pages;
mod wrap;

/// Letters that look the same.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Span {
    pub text: String,
    pub bold: bool,
    pub italic: bool,
    pub link: Option<String>,
}

impl Span {
    pub fn plain(text: impl Into<String>) -> Self {
        Self { text: text.into(), ..Self::default() }
    }
}

/// One part of a document.
#[derive(Debug, Clone, PartialEq)]
pub enum Block {
    /// Level 1 is the title of all.
    Heading {
        level: u16,
        text: String,
    },
    Text(Vec<Span>),
    /// About the document; smaller, and less dark.
    Note(String),
    List {
        /// The number of the first item; `None`: bullets.
        from: Option<u64>,
        items: Vec<Vec<Block>>,
    },
    Quote(Vec<Block>),
    Table(Vec<Vec<Cell>>),
    NewPage,
}

/// One cell of a table.
#[derive(Debug, Clone, PartialEq)]
pub struct Cell {
    pub header: bool,
    pub columns: usize,
    pub rows: usize,
    pub blocks: Vec<Block>,
}

/// A document that wants to be a PDF.
#[derive(Debug, Clone, PartialEq)]
pub struct Paper {
    pub title: String,
    /// Stands at the bottom of every page, beside the number of the page.
    pub footer: String,
    /// As in "nl".
    pub language: String,
    pub blocks: Vec<Block>,
}

impl Paper {
    /// The document as a PDF.
    pub fn pdf(&self) -> Result<Vec<u8>, String> {
        let (rows, tree) = flow::rows(&self.blocks);
        draw::pdf(self, &pages::fill(rows), tree)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(text: &str) -> Block {
        Block::Text(vec![Span::plain(text)])
    }

    fn cell(header: bool, words: &str) -> Cell {
        Cell { header, columns: 1, rows: 1, blocks: vec![text(words)] }
    }

    /// The validator of PDF/UA looks along.
    #[test]
    fn what_one_can_write_becomes_a_pdf_that_can_be_read_aloud() {
        let row = |number: usize| vec![cell(false, &format!("Rij {number}")), cell(false, "Coördinatie kost € 12,50")];
        let table = std::iter::once(vec![cell(true, "Wie"), cell(true, "Wat")]).chain((0..200).map(row)).collect();
        let list = Block::List { from: Some(3), items: vec![vec![text("drie"), text("nog iets")], vec![text("vier")]] };
        let link = Span { link: Some("https://voorbeeld.nl".into()), ..Span::plain("een link") };
        let blocks = vec![
            Block::Heading { level: 1, text: "Titel".into() },
            Block::Text(vec![Span::plain("Één "), Span { bold: true, ..Span::plain("vet") }, link]),
            Block::List { from: None, items: vec![vec![text("bol"), list]] },
            Block::Quote(vec![text("Een 🙂 kent het lettertype niet.")]),
            text(&"zonderspatie".repeat(60)),
            Block::NewPage,
            Block::Heading { level: 2, text: "Tabel".into() },
            Block::Table(table),
            Block::Note("Kenmerk".into()),
        ];
        let paper = Paper { title: "Titel".into(), footer: "Voet".into(), language: "nl".into(), blocks };
        let bytes = paper.pdf().unwrap();
        assert!(bytes.starts_with(b"%PDF-"));
        let empty = Paper { blocks: Vec::new(), ..paper };
        assert!(empty.pdf().unwrap().starts_with(b"%PDF-"));
    }
}
