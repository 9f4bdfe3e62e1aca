//! Finding entries by their words.

use super::row::{LISTED, listed};
use super::{Store, StoreError};
use crate::domain::{Id, Listed, Query};

impl Store {
    /// A page of what is found: the entries after the one with this id, or the first. The words of
    /// each are the ones around what was found.
    ///
    /// # Errors
    /// [`StoreError`] when it cannot be read.
    pub fn find(
        &self,
        query: &Query,
        after: Option<Id>,
        limit: usize,
    ) -> Result<Vec<Listed>, StoreError> {
        let _ = (query, after, limit);
        Err(StoreError::Unexpected("not built".into()))
    }

    /// What is found only when a word may stand within another: a second wave, that is given up as
    /// soon as `stopped` says so.
    ///
    /// # Errors
    /// [`StoreError`] when it cannot be read.
    pub fn find_parts(
        &self,
        query: &Query,
        limit: usize,
        stopped: &dyn Fn() -> bool,
    ) -> Result<Vec<Listed>, StoreError> {
        let _ = (query, limit, stopped);
        Err(StoreError::Unexpected("not built".into()))
    }

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

#[cfg(test)]
mod tests {
    use super::super::Store;
    use super::super::proofs::kit::{at, entry, id, walk};

    #[test]
    fn words_and_their_beginnings_are_found_whatever_their_accents() {
        let mut store = Store::in_memory().unwrap();
        store
            .finish(&walk(entry(1, "We sat in the Café. Rain!")), at(1))
            .unwrap();
        store
            .finish(&walk(entry(2, "Nothing to say")), at(2))
            .unwrap();
        let found = |store: &Store, words| {
            let found = store.search(words, 9).unwrap();
            found.iter().map(|it| it.id).collect::<Vec<_>>()
        };
        for words in [
            "cafe",
            "CAFÉ rain",
            "ra",
            "in the caf",
            "  rain?! ",
            "\"rain",
            "chairs rain",
        ] {
            assert_eq!(found(&store, words), vec![id(1)], "{words}");
        }
        for words in [
            "",
            "  ",
            "*",
            "rain nothing",
            "NEAR(",
            "rain OR nothing",
            "afe",
        ] {
            assert_eq!(found(&store, words), vec![], "{words}");
        }
        assert_eq!(found(&store, "swapped"), vec![id(2), id(1)]);
    }
}
