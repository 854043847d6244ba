//! Blocks into rows, each as high as what stands in it, and the tree that tells readers what they are. Pure.

use super::{
    Block, Cell, Span,
    wrap::{Look, Piece, extent, lines},
};

/// A4, in points.
pub const PAGE: (f32, f32) = (595.28, 841.89);
pub const MARGIN: f32 = 62.0;
const WIDE: f32 = PAGE.0 - 2.0 * MARGIN;
const LEADING: f32 = 1.38;
const INDENT: f32 = 20.0;
const PADDING: f32 = 4.5;
/// No column gets narrower than this.
const NARROW: f32 = 28.0;

const TEXT: Look = Look { size: 10.5, bold: false, soft: false };
const NOTE: Look = Look { size: 9.0, bold: false, soft: true };
const IN_TABLE: f32 = 9.0;

/// What a part of the document is, for who reads it with something else than eyes.
#[derive(Debug, Clone, PartialEq)]
pub enum Kind {
    Heading(u16, String),
    Paragraph,
    List { numbered: bool },
    Item,
    Label,
    Body,
    Quote,
    Table,
    TableRow,
    Header { columns: usize, rows: usize },
    Data { columns: usize, rows: usize },
}

/// One branch of the tree; the first is the document.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Branch {
    pub kind: Option<Kind>,
    pub children: Vec<usize>,
}

/// Letters with the branch they belong to.
#[derive(Debug, Clone, PartialEq)]
pub struct Mark {
    pub piece: Piece,
    pub branch: usize,
}

/// A strip of the page.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Row {
    pub height: f32,
    pub marks: Vec<Mark>,
    /// Upright lines, by their x, over the whole height.
    pub upright: Vec<f32>,
    /// A line at the top, from and to.
    pub top: Option<(f32, f32)>,
    /// A grey ground, from and to.
    pub shade: Vec<(f32, f32)>,
    /// Belongs with the next.
    pub keep: bool,
    /// Comes again at the top of the next page while the table goes on.
    pub head: bool,
    /// Part of a table.
    pub table: Option<usize>,
    pub new_page: bool,
    /// A heading begins here, for the list of contents.
    pub heading: Option<usize>,
}

struct Flow {
    tree: Vec<Branch>,
    tables: usize,
}

/// Where blocks stand, and how.
#[derive(Clone, Copy)]
struct Place {
    x: f32,
    room: f32,
    parent: usize,
    small: bool,
    bold: bool,
}

/// All rows, and the tree.
pub fn rows(blocks: &[Block]) -> (Vec<Row>, Vec<Branch>) {
    let mut flow = Flow { tree: vec![Branch::default()], tables: 0 };
    let place = Place { x: MARGIN, room: WIDE, parent: 0, small: false, bold: false };
    let rows = flow.blocks(blocks, place);
    (rows, flow.tree)
}

fn gap(height: f32) -> Row {
    Row { height, ..Row::default() }
}

impl Flow {
    fn branch(&mut self, parent: usize, kind: Kind) -> usize {
        let index = self.tree.len();
        self.tree.push(Branch { kind: Some(kind), children: Vec::new() });
        self.tree[parent].children.push(index);
        index
    }

    fn blocks(&mut self, blocks: &[Block], place: Place) -> Vec<Row> {
        let mut rows = Vec::new();
        for block in blocks {
            self.block(block, place, &mut rows);
        }
        rows
    }

    fn block(&mut self, block: &Block, place: Place, rows: &mut Vec<Row>) {
        let after = if place.small { 2.0 } else { 6.0 };
        match block {
            Block::NewPage => rows.push(Row { new_page: true, ..Row::default() }),
            Block::Heading { level, text } => self.heading(*level, text, place, rows),
            Block::Text(spans) => {
                let size = if place.small { IN_TABLE } else { TEXT.size };
                let branch = self.branch(place.parent, Kind::Paragraph);
                rows.extend(text(spans, Look { size, bold: place.bold, ..TEXT }, place, branch));
                rows.push(gap(after));
            }
            Block::Note(words) => {
                let branch = self.branch(place.parent, Kind::Paragraph);
                rows.extend(text(&[Span::plain(words.as_str())], NOTE, place, branch));
                rows.push(gap(2.0));
            }
            Block::List { from, items } => {
                let list = self.branch(place.parent, Kind::List { numbered: from.is_some() });
                for (index, item) in items.iter().enumerate() {
                    let label = from.map_or_else(|| "•".to_owned(), |from| format!("{}.", from + index as u64));
                    self.item(&label, item, Place { parent: list, ..place }, rows);
                }
                rows.push(gap(after / 2.0));
            }
            Block::Quote(blocks) => {
                let parent = self.branch(place.parent, Kind::Quote);
                let inner = Place { x: place.x + INDENT, room: place.room - INDENT, parent, ..place };
                let mut quoted = self.blocks(blocks, inner);
                for row in &mut quoted {
                    row.upright.push(place.x + INDENT / 2.0);
                }
                rows.append(&mut quoted);
            }
            Block::Table(cells) => {
                self.table(cells, place, rows);
                rows.push(gap(8.0));
            }
        }
    }

    fn heading(&mut self, level: u16, words: &str, place: Place, rows: &mut Vec<Row>) {
        let (size, before, after) = match level {
            1 => (21.0, 0.0, 8.0),
            2 => (13.5, 12.0, 4.0),
            _ => (11.5, 8.0, 3.0),
        };
        let branch = self.branch(place.parent, Kind::Heading(level, words.to_owned()));
        rows.push(gap(before));
        let look = Look { size, bold: true, soft: false };
        let mut lines = text(&[Span::plain(words)], look, place, branch);
        if let Some(first) = lines.first_mut() {
            first.heading = Some(branch);
        }
        lines.push(gap(after));
        rows.extend(lines.into_iter().map(|row| Row { keep: true, ..row }));
    }

    fn item(&mut self, label: &str, blocks: &[Block], place: Place, rows: &mut Vec<Row>) {
        let item = self.branch(place.parent, Kind::Item);
        let lbl = self.branch(item, Kind::Label);
        let body = self.branch(item, Kind::Body);
        let inner = Place { x: place.x + INDENT, room: (place.room - INDENT).max(NARROW), parent: body, ..place };
        let mut inside = self.blocks(blocks, inner);
        if inside.is_empty() {
            inside.push(gap(0.0));
        }
        let size = if place.small { IN_TABLE } else { TEXT.size };
        let look = Look { size, ..TEXT };
        let label = text(&[Span::plain(label)], look, Place { x: place.x + 4.0, ..place }, lbl);
        if let (Some(first), Some(label)) = (inside.first_mut(), label.into_iter().next()) {
            first.height = first.height.max(label.height);
            first.marks.splice(0..0, label.marks);
        }
        // The last gap of an item is that of the list.
        if let Some(last) = inside.last_mut().filter(|last| last.marks.is_empty() && last.height > 2.0) {
            last.height = 2.0;
        }
        rows.append(&mut inside);
    }

    fn table(&mut self, cells: &[Vec<Cell>], place: Place, rows: &mut Vec<Row>) {
        self.tables += 1;
        let number = self.tables;
        let table = self.branch(place.parent, Kind::Table);
        let bounds = bounds(cells, place);
        let columns = bounds.len() - 1;
        let (left, right) = (place.x, bounds[columns]);
        // For each column: how many rows a cell from above still covers.
        let mut covered = vec![0_usize; columns];
        for line in cells {
            let parent = self.branch(table, Kind::TableRow);
            let mut strips: Vec<Row> = vec![gap(PADDING - 1.5)];
            let (mut column, mut edges, mut shade) = (0, vec![left], Vec::new());
            let mut open = Vec::new();
            for cell in line {
                while covered.get(column).is_some_and(|rows| *rows > 0) {
                    open.push((bounds[column], bounds[column + 1]));
                    column += 1;
                    edges.push(bounds[column]);
                }
                if column >= columns {
                    break;
                }
                let wide = cell.columns.clamp(1, columns - column);
                let (from, to) = (bounds[column], bounds[column + wide]);
                covered[column..column + wide].fill(cell.rows.clamp(1, 1_000));
                let (columns, rows) = (wide, cell.rows.clamp(1, 1_000));
                let kind = if cell.header { Kind::Header { columns, rows } } else { Kind::Data { columns, rows } };
                let cell_branch = self.branch(parent, kind);
                let room = (to - from - 2.0 * PADDING).max(NARROW / 2.0);
                let inner = Place { x: from + PADDING, room, parent: cell_branch, small: true, bold: cell.header };
                for (index, row) in self.blocks(&cell.blocks, inner).into_iter().enumerate() {
                    match strips.get_mut(index + 1) {
                        Some(strip) => {
                            strip.height = strip.height.max(row.height);
                            strip.marks.extend(row.marks);
                            strip.upright.extend(row.upright);
                        }
                        None => strips.push(row),
                    }
                }
                if cell.header {
                    shade.push((from, to));
                }
                column += wide;
                edges.push(to);
            }
            for rows in &mut covered {
                *rows = rows.saturating_sub(1);
            }
            strips.push(gap(PADDING - 3.0));
            let head = !line.is_empty() && line.iter().all(|cell| cell.header) && covered.iter().all(|rows| *rows == 0);
            let last = strips.len() - 1;
            for (index, mut strip) in strips.into_iter().enumerate() {
                strip.upright.extend(edges.iter().copied());
                strip.upright.push(right);
                strip.shade.clone_from(&shade);
                strip.keep = index < last || head;
                strip.head = head;
                strip.table = Some(number);
                strip.new_page = false;
                strip.heading = None;
                if index == 0 {
                    // Not through a cell that goes on from above.
                    let begin = open.iter().filter(|(from, _)| *from == left).map(|(_, to)| *to).next_back();
                    strip.top = Some((begin.unwrap_or(left), right));
                }
                rows.push(strip);
            }
        }
        rows.push(Row { top: Some((left, right)), table: Some(number), ..Row::default() });
    }
}

fn text(spans: &[Span], look: Look, place: Place, branch: usize) -> Vec<Row> {
    let lines = lines(spans, look, place.x, place.room).into_iter();
    let row = |pieces: Vec<Piece>| Row {
        height: look.size * LEADING,
        marks: pieces.into_iter().map(|piece| Mark { piece, branch }).collect(),
        ..Row::default()
    };
    lines.map(row).collect()
}

/// The widest word and the longest line of blocks.
fn wants(blocks: &[Block], bold: bool) -> (f32, f32) {
    let look = Look { size: IN_TABLE, bold, soft: false };
    let one = |block: &Block| match block {
        Block::Text(spans) => extent(spans, look),
        Block::Heading { text, .. } | Block::Note(text) => extent(&[Span::plain(text.as_str())], look),
        Block::List { items, .. } => {
            let inner = items.iter().map(|item| wants(item, bold));
            let (word, line) = inner.fold((0.0_f32, 0.0_f32), |a, b| (a.0.max(b.0), a.1.max(b.1)));
            (word + INDENT, line + INDENT)
        }
        Block::Quote(blocks) => {
            let (word, line) = wants(blocks, bold);
            (word + INDENT, line + INDENT)
        }
        Block::Table(_) | Block::NewPage => (NARROW, NARROW),
    };
    blocks.iter().map(one).fold((0.0, 0.0), |a, b| (a.0.max(b.0), a.1.max(b.1)))
}

/// Where columns begin and end: each at least its widest word, the rest by how much there is to say.
fn bounds(cells: &[Vec<Cell>], place: Place) -> Vec<f32> {
    let count = cells.iter().map(|row| row.iter().map(|cell| cell.columns.max(1)).sum::<usize>()).max().unwrap_or(1);
    let count = count.clamp(1, 40);
    let mut least = vec![NARROW; count];
    let mut most = vec![NARROW; count];
    for row in cells {
        let mut column = 0;
        for cell in row {
            if cell.columns.max(1) == 1 && column < count {
                let (word, line) = wants(&cell.blocks, cell.header);
                least[column] = least[column].max(word + 2.0 * PADDING + 0.5);
                most[column] = most[column].max(line + 2.0 * PADDING + 0.5);
            }
            column += cell.columns.max(1);
        }
    }
    let (needed, wanted): (f32, f32) = (least.iter().sum(), most.iter().sum());
    let width = |index: usize| {
        if needed >= place.room {
            return place.room * least[index] / needed;
        }
        let spread = (wanted - needed).max(1.0);
        least[index] + (most[index] - least[index]).max(0.0) * ((place.room - needed) / spread).min(1.0)
    };
    let mut x = place.x;
    let mut bounds = vec![x];
    for index in 0..count {
        x += width(index);
        bounds.push(x);
    }
    bounds
}
