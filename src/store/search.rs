//! Finding entries by their words.

use super::row::{LISTED, listed};
use super::{Store, StoreError};
use crate::domain::Listed;

impl Store {
    /// The entries that hold every one of these words, or words that begin so; newest first.
    ///
    /// # Errors
    /// [`StoreError`] when it cannot be read.
    pub fn search(&self, words: &str, limit: usize) -> Result<Vec<Listed>, StoreError> {
        let Some(wanted) = wanted(words) else {
            return Ok(Vec::new());
        };
        let limit = i64::try_from(limit).unwrap_or(i64::MAX);
        self.read(|conn| {
            let mut found = conn.prepare_cached(&format!(
                "SELECT {LISTED} FROM search JOIN entry ON entry.row = search.rowid
                 WHERE search MATCH ?1 AND entry.deleted = 0
                 ORDER BY entry.finished_at DESC, entry.id DESC LIMIT ?2"
            ))?;
            let rows = found.query_map((wanted, limit), listed)?;
            Ok(rows.collect::<Result<_, _>>()?)
        })
    }
}

/// Turns what was typed into a search. Every word is quoted: what a person types is never a
/// command to the search.
fn wanted(words: &str) -> Option<String> {
    let quoted: Vec<String> = words
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(|word| format!("\"{word}\"*"))
        .collect();
    (!quoted.is_empty()).then(|| quoted.join(" "))
}
