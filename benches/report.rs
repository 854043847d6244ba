//! Rows, runs and the report: a table to read and `target/bench.json` for programs.

use std::{fs, path::PathBuf};

use serde::Serialize;
use serde_json::Value;

/// How often everything is measured.
pub const RUNS: usize = 3;

/// One row: the median of the runs, beside its limit from the same runs.
#[derive(Debug, Serialize)]
pub struct Row {
    pub name: String,
    pub unit: &'static str,
    pub samenspel: f64,
    /// What the bare server did; for growth: what the smallest size gave.
    pub limit: Option<f64>,
    /// Median of the ratios of the runs.
    pub ratio: Option<f64>,
    /// Lowest and highest of the runs.
    pub min: f64,
    pub max: f64,
    pub params: Value,
    #[serde(skip)]
    pub reach: &'static str,
}

/// What the runs gave.
#[derive(Debug, Default, Clone)]
pub struct Runs {
    own: Vec<f64>,
    limit: Vec<f64>,
}

impl Runs {
    pub fn add(&mut self, own: f64, limit: f64) {
        self.own.push(own);
        self.limit.push(limit);
    }

    pub fn add_alone(&mut self, own: f64) {
        self.own.push(own);
    }

    /// The same runs beside one value.
    pub fn beside(&self, limit: f64) -> Self {
        Self { own: self.own.clone(), limit: vec![limit; self.own.len()] }
    }

    pub fn median(&self) -> f64 {
        median(&self.own)
    }

    pub fn row(&self, name: impl Into<String>, unit: &'static str, reach: &'static str, params: Value) -> Row {
        let ratios: Vec<f64> = self.own.iter().zip(&self.limit).map(|(own, limit)| own / limit).collect();
        Row {
            name: name.into(),
            unit,
            samenspel: median(&self.own),
            limit: (!self.limit.is_empty()).then(|| median(&self.limit)),
            ratio: (!ratios.is_empty()).then(|| median(&ratios)),
            min: self.own.iter().copied().fold(f64::INFINITY, f64::min),
            max: self.own.iter().copied().fold(f64::NEG_INFINITY, f64::max),
            params,
            reach,
        }
    }
}

pub fn median(values: &[f64]) -> f64 {
    percentile(values, 0.5)
}

/// The value below which this part of them lies.
pub fn percentile(values: &[f64], part: f64) -> f64 {
    let mut values = values.to_vec();
    values.sort_unstable_by(f64::total_cmp);
    let index = ((values.len() as f64 - 1.0) * part).round() as usize;
    values.get(index).copied().unwrap_or(f64::NAN)
}

/// Collects rows; each is printed as soon as it is there.
#[derive(Default)]
pub struct Report {
    rows: Vec<Row>,
}

impl Report {
    pub fn add(&mut self, row: Row) {
        eprintln!("{}", line(&row));
        self.rows.push(row);
    }

    /// Prints the table, and writes the file: rows measured before by another family stay in it.
    pub fn finish(self) {
        println!(
            "\n| wat | hub | grens | verhouding | doel | laagste – hoogste |\n| --- | --- | --- | --- | --- | --- |"
        );
        self.rows.iter().for_each(|row| println!("{}", line(row)));
        let path = target().join("bench.json");
        let known: Vec<Value> =
            fs::read(&path).ok().and_then(|text| serde_json::from_slice(&text).ok()).unwrap_or_default();
        let renewed = |row: &Value| self.rows.iter().any(|new| row["name"] == new.name.as_str());
        let mut all: Vec<Value> = known.into_iter().filter(|row| !renewed(row)).collect();
        all.extend(self.rows.iter().map(|row| serde_json::to_value(row).unwrap()));
        fs::write(&path, serde_json::to_string_pretty(&all).unwrap()).unwrap();
        println!("\n{}", path.display());
    }
}

/// The folder `target`, wherever that is.
fn target() -> PathBuf {
    PathBuf::from(env!("CARGO_TARGET_TMPDIR")).parent().unwrap().to_owned()
}

fn line(row: &Row) -> String {
    let maybe = |value: Option<f64>| value.map_or("–".into(), number);
    format!(
        "| {} | {} {} | {} | {} | {} | {} – {} |",
        row.name,
        number(row.samenspel),
        row.unit,
        maybe(row.limit),
        row.ratio.map_or("–".into(), |ratio| format!("{ratio:.2}").replace('.', ",")),
        if row.reach.is_empty() { "–" } else { row.reach },
        number(row.min),
        number(row.max)
    )
}

/// As one writes it in Dutch: 12.345 or 1,25.
fn number(value: f64) -> String {
    if value.abs() < 100.0 {
        return format!("{value:.2}").replace('.', ",");
    }
    let digits = format!("{value:.0}");
    let mut text = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push('.');
        }
        text.push(digit);
    }
    text
}
