//! Rows onto pages: what belongs together stays together, and a table that goes on repeats its head. Pure.

use super::flow::{MARGIN, PAGE, Row};

/// The lowest point of what stands on a page, above its footer.
const BOTTOM: f32 = PAGE.1 - 64.0;
const TOP: f32 = 58.0;

/// A row with where it stands.
#[derive(Debug, Clone, PartialEq)]
pub struct Placed {
    pub y: f32,
    pub row: Row,
    /// Stands there a second time: not to be read again.
    pub again: bool,
}

struct Filling {
    pages: Vec<Vec<Placed>>,
    y: f32,
    /// The head of the table that is being filled, and which one that is.
    head: (usize, Vec<Row>),
}

/// The pages, at least one.
pub fn fill(rows: Vec<Row>) -> Vec<Vec<Placed>> {
    let mut filling = Filling { pages: vec![Vec::new()], y: TOP, head: (0, Vec::new()) };
    let mut rows = rows.into_iter().peekable();
    while let Some(row) = rows.next() {
        let mut group = vec![row];
        while group.last().is_some_and(|row| row.keep) {
            let Some(next) = rows.next() else { break };
            group.push(next);
        }
        filling.take(group);
    }
    filling.pages
}

impl Filling {
    fn take(&mut self, group: Vec<Row>) {
        let height: f32 = group.iter().map(|row| row.height).sum();
        let begins = self.pages.last().is_none_or(Vec::is_empty);
        let wants = group.first().is_some_and(|row| row.new_page);
        if !begins && (wants || self.y + height > BOTTOM && height < BOTTOM - TOP) {
            self.turn(group.iter().find_map(|row| row.table));
        }
        for row in group {
            // White space does not go to another page.
            let white = row.marks.is_empty() && row.table.is_none() && row.upright.is_empty();
            if white && (self.y == TOP || self.y + row.height > BOTTOM) {
                continue;
            }
            if row.height > 0.0 && self.y + row.height > BOTTOM {
                self.turn(row.table);
            }
            self.place(row, false);
        }
    }

    fn turn(&mut self, table: Option<usize>) {
        // What was open closes at the bottom of the page.
        let edges = self.pages.last().and_then(|page| page.last()).filter(|last| last.row.table == table);
        if let Some((from, to)) = edges.and_then(|last| span(&last.row)) {
            self.place(Row { top: Some((from, to)), ..Row::default() }, true);
        }
        self.pages.push(Vec::new());
        self.y = TOP;
        if table == Some(self.head.0) {
            for row in self.head.1.clone() {
                self.place(row, true);
            }
        }
        if let (Some((from, to)), true) = (self.head.1.last().and_then(span), table == Some(self.head.0)) {
            self.place(Row { top: Some((from, to)), ..Row::default() }, true);
        }
    }

    fn place(&mut self, row: Row, again: bool) {
        if let (Some(table), true, false) = (row.table, row.head, again) {
            if self.head.0 != table {
                self.head = (table, Vec::new());
            }
            self.head.1.push(row.clone());
        }
        let (y, height) = (self.y, row.height);
        if let Some(page) = self.pages.last_mut() {
            page.push(Placed { y, row, again });
        }
        self.y += height;
    }
}

fn span(row: &Row) -> Option<(f32, f32)> {
    let (from, to) = row.upright.iter().fold((f32::MAX, MARGIN), |(from, to), x| (from.min(*x), to.max(*x)));
    row.table.filter(|_| to > from).map(|_| (from, to))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(height: f32, keep: bool) -> Row {
        Row { height, keep, table: Some(1), ..Row::default() }
    }

    #[test]
    fn what_belongs_together_stays_together_and_a_head_comes_again() {
        let head = Row { head: true, ..row(20.0, true) };
        let rows: Vec<Row> =
            std::iter::once(head).chain((0..40).flat_map(|_| [row(30.0, true), row(30.0, false)])).collect();
        let pages = fill(rows);
        assert!(pages.len() > 2);
        for page in &pages {
            assert!(page[0].row.head, "the head stands on top");
            let own: Vec<_> = page.iter().filter(|placed| placed.row.height == 30.0).collect();
            assert_eq!(own.len() % 2, 0, "pairs stay together");
            assert!(page.iter().all(|placed| placed.y + placed.row.height <= BOTTOM));
        }
        assert_eq!(pages.iter().flatten().filter(|placed| placed.row.height == 30.0).count(), 80, "nothing is lost");
    }
}
