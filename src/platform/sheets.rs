//! Sheets as files: XLSX and CSV, read and written. What a cell cannot be trusted to say is named, not guessed.

use std::io::Cursor;

use calamine::{Data, Reader, Xlsx, open_workbook_from_rs};
use rust_xlsxwriter::{Format, Workbook, XlsxError};

/// Bytes of a file.
pub const MAX_BYTES: usize = 8 * 1024 * 1024;
/// What a file may unpack to: beyond that it is made to harm.
const MAX_UNPACKED: u64 = 128 * 1024 * 1024;
const MAX_COLUMNS: usize = 200;

/// One cell as it was read.
#[derive(Debug, Clone, PartialEq)]
pub enum Cell {
    Empty,
    Text(String),
    /// The sheet works it out itself.
    Formula,
    /// The sheet says it went wrong there.
    Broken(String),
}

/// One sheet of a file: what its first row says, and the rows below.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Sheet {
    pub name: String,
    pub head: Vec<String>,
    /// With the number each row has in the file, from 1.
    pub rows: Vec<(usize, Vec<Cell>)>,
}

/// Why a file could not be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Unreadable {
    #[error("the file is not what its name says")]
    Disguised,
    #[error("the file is damaged")]
    Damaged,
    #[error("the file is too large")]
    TooLarge,
    #[error("the file has no rows")]
    Empty,
    #[error("this kind of file is not read")]
    Unknown,
}

/// Column "A", "B", …, "AA", as a sheet names it.
pub fn column_name(index: usize) -> String {
    let (mut name, mut rest) = (String::new(), index + 1);
    while rest > 0 {
        let letter = u8::try_from((rest - 1) % 26).unwrap_or_default();
        name.insert(0, char::from(b'A' + letter));
        rest = (rest - 1) / 26;
    }
    name
}

/// Reads the first sheet with the head one looks for, else the first that holds anything; by the name of the file,
/// checked against what it holds.
pub fn read(name: &str, bytes: &[u8], wanted: impl Fn(&[String]) -> bool) -> Result<Sheet, Unreadable> {
    if bytes.len() > MAX_BYTES {
        return Err(Unreadable::TooLarge);
    }
    let zipped = bytes.starts_with(b"PK\x03\x04");
    let lower = name.to_lowercase();
    let sheet = match lower.rsplit_once('.').map(|(_, extension)| extension) {
        Some("xlsx") if zipped => read_xlsx(bytes, wanted)?,
        Some("csv" | "txt" | "tsv") if !zipped && !bytes.contains(&0) => read_csv(bytes)?,
        Some("xlsx" | "csv" | "txt" | "tsv") => return Err(Unreadable::Disguised),
        _ => return Err(Unreadable::Unknown),
    };
    if sheet.head.iter().all(String::is_empty) { Err(Unreadable::Empty) } else { Ok(sheet) }
}

fn read_xlsx(bytes: &[u8], wanted: impl Fn(&[String]) -> bool) -> Result<Sheet, Unreadable> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).map_err(|_| Unreadable::Damaged)?;
    let mut unpacked = 0_u64;
    for index in 0..archive.len() {
        unpacked += archive.by_index_raw(index).map_err(|_| Unreadable::Damaged)?.size();
    }
    if unpacked > MAX_UNPACKED {
        return Err(Unreadable::TooLarge);
    }
    let mut book: Xlsx<_> = open_workbook_from_rs(Cursor::new(bytes)).map_err(|_| Unreadable::Disguised)?;
    let mut found: Option<Sheet> = None;
    for name in book.sheet_names() {
        let values = book.worksheet_range(&name).map_err(|_| Unreadable::Damaged)?;
        let formulas = book.worksheet_formula(&name).map_err(|_| Unreadable::Damaged)?;
        let Some((first_row, first_column)) = values.start() else { continue };
        let formula_at = |row: usize, column: usize| {
            let row = u32::try_from(row).ok()?.checked_add(first_row)?;
            let column = u32::try_from(column).ok()?.checked_add(first_column)?;
            formulas.get_value((row, column)).filter(|formula| !formula.is_empty())
        };
        let mut rows = values.rows().take(1).map(|row| row.iter().map(text).collect::<Vec<_>>());
        let head = rows.next().unwrap_or_default();
        let begin = usize::try_from(first_row).unwrap_or_default();
        let rows = values.rows().enumerate().skip(1).map(|(index, row)| {
            let cells = row.iter().take(MAX_COLUMNS).enumerate().map(|(column, value)| match value {
                _ if formula_at(index, column).is_some() => Cell::Formula,
                Data::Empty => Cell::Empty,
                Data::Error(error) => Cell::Broken(format!("{error:?}")),
                value => cell(text(value)),
            });
            (begin + index + 1, cells.collect::<Vec<_>>())
        });
        let rows: Vec<_> = rows.filter(|(_, cells)| cells.iter().any(|cell| *cell != Cell::Empty)).collect();
        if wanted(&head) {
            return Ok(Sheet { name, head, rows });
        }
        if found.as_ref().is_none_or(|sheet| sheet.rows.is_empty()) {
            found = Some(Sheet { name, head, rows });
        }
    }
    found.ok_or(Unreadable::Empty)
}

/// As someone would have typed it: whole numbers without a comma, dates as days.
fn text(value: &Data) -> String {
    match value {
        Data::Empty => String::new(),
        Data::String(text) => text.trim().to_owned(),
        Data::Float(number) if number.fract() == 0.0 && number.abs() < 1e15 => format!("{number:.0}"),
        Data::Float(number) => number.to_string().replace('.', ","),
        Data::Int(number) => number.to_string(),
        Data::Bool(yes) => if *yes { "ja" } else { "nee" }.to_owned(),
        Data::DateTime(moment) => {
            let (year, month, day, ..) = moment.to_ymd_hms_milli();
            format!("{year:04}-{month:02}-{day:02}")
        }
        Data::DateTimeIso(text) => text.chars().take(10).collect(),
        other => other.to_string(),
    }
}

fn cell(text: String) -> Cell {
    match text {
        text if text.is_empty() => Cell::Empty,
        // As a sheet would: a text that begins so is something to work out.
        text if text.starts_with('=') => Cell::Formula,
        text => Cell::Text(text),
    }
}

fn read_csv(bytes: &[u8]) -> Result<Sheet, Unreadable> {
    // Excel writes UTF-8 with a mark, or the letters of Windows.
    let (text, ..) = match std::str::from_utf8(bytes) {
        Ok(_) => encoding_rs::UTF_8.decode(bytes),
        Err(_) => encoding_rs::WINDOWS_1252.decode(bytes),
    };
    // One mark per line, so that lines are counted as a sheet counts its rows.
    let text = text.replace("\r\n", "\n");
    let first = text.lines().next().unwrap_or_default();
    let delimiter = [b';', b'\t', b','].into_iter().max_by_key(|mark| first.matches(char::from(*mark)).count());
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(delimiter.unwrap_or(b';'))
        .has_headers(false)
        .flexible(true)
        .from_reader(text.as_bytes());
    let mut sheet = Sheet::default();
    // Lines within a cell are no rows.
    let mut within = 0;
    for record in reader.records() {
        let record = record.map_err(|_| Unreadable::Damaged)?;
        let line = record.position().map_or(0, |at| usize::try_from(at.line()).unwrap_or_default());
        let row = line.saturating_sub(within);
        within += record.iter().map(|text| text.matches('\n').count()).sum::<usize>();
        let texts = record.iter().take(MAX_COLUMNS).map(|text| text.trim().to_owned());
        if sheet.head.is_empty() {
            sheet.head = texts.collect();
            continue;
        }
        // A mark before what would be a formula is how files are kept harmless.
        let plain = |text: String| match text.strip_prefix('\'') {
            Some(rest) if rest.starts_with(['=', '+', '-', '@']) => Cell::Text(rest.to_owned()),
            _ => cell(text),
        };
        let cells: Vec<Cell> = texts.map(plain).collect();
        if cells.iter().any(|cell| *cell != Cell::Empty) {
            sheet.rows.push((row, cells));
        }
    }
    Ok(sheet)
}

/// One value to write.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    Nothing,
    Text(String),
    Number(f64),
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        if text.is_empty() { Self::Nothing } else { Self::Text(text.to_owned()) }
    }
}

impl From<String> for Value {
    fn from(text: String) -> Self {
        Self::from(text.as_str())
    }
}

impl<T: Into<Value>> From<Option<T>> for Value {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Nothing, Into::into)
    }
}

/// A table to write.
#[derive(Debug, Clone, Default)]
pub struct Table {
    pub name: String,
    pub head: Vec<String>,
    pub rows: Vec<Vec<Value>>,
}

/// As XLSX: one sheet per table, the head in bold and in sight.
pub fn xlsx(tables: &[Table]) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    let bold = Format::new().set_bold();
    for table in tables {
        let sheet = book.add_worksheet();
        sheet.set_name(&table.name)?;
        sheet.set_freeze_panes(1, 1)?;
        for (column, title) in (0..).zip(&table.head) {
            sheet.write_string_with_format(0, column, title, &bold)?;
            sheet.set_column_width(column, 24)?;
        }
        for (row, values) in (1..).zip(&table.rows) {
            for (column, value) in (0..).zip(values) {
                match value {
                    Value::Nothing => continue,
                    // Never as a formula: a text stays a text.
                    Value::Text(text) => {
                        sheet.write_string(row, column, text.chars().take(32_000).collect::<String>())?
                    }
                    Value::Number(number) => sheet.write_number(row, column, *number)?,
                };
            }
        }
    }
    book.save_to_buffer()
}

/// As CSV: with a mark at the beginning Excel reads the letters right; with semicolons it finds the columns.
pub fn csv(table: &Table) -> Vec<u8> {
    let safe = |text: &str| {
        let text =
            if text.starts_with(['=', '+', '-', '@', '\t', '\r']) { format!("'{text}") } else { text.to_owned() };
        format!("\"{}\"", text.replace('"', "\"\""))
    };
    let field = |value: &Value| match value {
        Value::Nothing => String::new(),
        Value::Text(text) => safe(text),
        Value::Number(number) => number.to_string().replace('.', ","),
    };
    let head = table.head.iter().map(|title| safe(title)).collect::<Vec<_>>().join(";");
    let rows = table.rows.iter().map(|row| row.iter().map(field).collect::<Vec<_>>().join(";"));
    let lines: Vec<String> = [head].into_iter().chain(rows).collect();
    format!("\u{feff}{}\r\n", lines.join("\r\n")).into_bytes()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table() -> Table {
        let rows = vec![
            vec![Value::from("A-1"), Value::from("één; \"twee\""), Value::Number(62.5), Value::Nothing],
            vec![Value::from("A-2"), Value::from("-12"), Value::Number(3.0), Value::from("=1+1")],
        ];
        let head = ["Nummer", "Naam", "Getal", "Leeg"].map(str::to_owned).to_vec();
        Table { name: "Blad".into(), head, rows }
    }

    fn any(_: &[String]) -> bool {
        true
    }

    fn read_back(name: &str, bytes: &[u8]) -> Vec<(usize, Vec<Cell>)> {
        let sheet = read(name, bytes, any).unwrap();
        assert_eq!(sheet.head, table().head);
        sheet.rows
    }

    #[test]
    fn what_is_written_reads_back_with_the_numbers_of_its_rows() {
        let text = |text: &str| Cell::Text(text.into());
        let rows = read_back("blad.csv", &csv(&table()));
        assert_eq!(rows[0], (2, vec![text("A-1"), text("één; \"twee\""), text("62,5"), Cell::Empty]));
        // What was made harmless is itself again.
        assert_eq!(rows[1], (3, vec![text("A-2"), text("-12"), text("3"), text("=1+1")]));
        let rows = read_back("blad.XLSX", &xlsx(&[table()]).unwrap());
        assert_eq!(rows[0], (2, vec![text("A-1"), text("één; \"twee\""), text("62,5"), Cell::Empty]));
    }

    #[test]
    fn formulas_and_dates_are_named_for_what_they_are() {
        let mut book = Workbook::new();
        let sheet = book.add_worksheet();
        sheet.write_string(0, 0, "Einde").unwrap().write_string(0, 1, "Som").unwrap();
        let date = Format::new().set_num_format("yyyy-mm-dd");
        sheet.write_number_with_format(1, 0, 46_022.0, &date).unwrap();
        sheet.write_formula(1, 1, "=1+1").unwrap();
        let sheet = read("x.xlsx", &book.save_to_buffer().unwrap(), any).unwrap();
        assert_eq!(sheet.rows, [(2, vec![Cell::Text("2025-12-31".into()), Cell::Formula])]);
        for text in ["a;b\n=1+1;2\n\n;\nc;\"d\ne\"\nf;g", "a;b\r\n=1+1;2\r\n\r\n;\r\nc;\"d\r\ne\"\r\nf;g\r\n"] {
            let sheet = read("x.csv", text.as_bytes(), any).unwrap();
            assert_eq!(sheet.rows[0], (2, vec![Cell::Formula, Cell::Text("2".into())]));
            let rows: Vec<usize> = sheet.rows.iter().map(|(row, _)| *row).collect();
            assert_eq!(rows, [2, 5, 6], "empty rows count and say nothing; a line within a cell is no row");
        }
    }

    #[test]
    fn a_file_is_what_its_name_says_or_is_not_read() {
        let real = xlsx(&[table()]).unwrap();
        for (name, bytes, wrong) in [
            ("blad.csv", real.as_slice(), Unreadable::Disguised),
            ("blad.xlsx", b"a;b\n1;2".as_slice(), Unreadable::Disguised),
            ("blad.xlsx", b"PK\x03\x04rommel", Unreadable::Damaged),
            ("blad.csv", b"a\x00b", Unreadable::Disguised),
            ("blad.pdf", b"%PDF", Unreadable::Unknown),
            ("blad.csv", b"", Unreadable::Empty),
        ] {
            assert_eq!(read(name, bytes, any), Err(wrong), "{name}");
        }
        let sheet = read("oud.csv", b"Naam;Land\nBe\xebl;\xd6", any).unwrap();
        assert_eq!(sheet.rows[0].1, [Cell::Text("Beël".into()), Cell::Text("Ö".into())], "the letters of Windows");
    }

    #[test]
    fn columns_are_named_as_in_a_sheet() {
        let names = [0, 25, 26, 51, 701, 702].map(column_name);
        assert_eq!(names, ["A", "Z", "AA", "AZ", "ZZ", "AAA"]);
    }
}
