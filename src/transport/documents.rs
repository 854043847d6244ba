//! Documents that were parsed and measured before: screens send the same few all day.

use std::sync::Arc;

use async_graphql::parser::types::ExecutableDocument;
use moka::sync::Cache;

use super::limits;
use crate::domain::fout::Fout;

/// What the texts together may take; what is made of them takes some times as much.
const MAX_BYTES: u64 = 2 * 1024 * 1024;

/// A document that is small enough to do something with.
pub struct Measured {
    pub document: ExecutableDocument,
    /// How deep its deepest operation is.
    pub depth: usize,
}

pub struct Documents(Cache<String, Arc<Measured>>);

impl Default for Documents {
    fn default() -> Self {
        let weight = |text: &String, _: &Arc<Measured>| u32::try_from(text.len()).unwrap_or(u32::MAX);
        Self(Cache::builder().max_capacity(MAX_BYTES).weigher(weight).build())
    }
}

impl Documents {
    /// Parses and measures, unless that was done before.
    pub fn read(&self, text: &str) -> Result<Arc<Measured>, Fout> {
        if let Some(known) = self.0.get(text) {
            return Ok(known);
        }
        let document = limits::parse(text)?;
        let depth = limits::check_width(&document)?;
        let measured = Arc::new(Measured { document, depth });
        self.0.insert(text.to_owned(), measured.clone());
        Ok(measured)
    }
}
