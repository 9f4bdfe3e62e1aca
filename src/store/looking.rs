//! What is read to look back: windows and pages, never the whole journal. Practice is left out.

use chrono::{DateTime, FixedOffset, NaiveDate};

use super::{Store, StoreError};
use crate::domain::{Id, Passage, Passages, Signed, Span, Staged, Tally};

impl Store {
    /// The signs of the newest entries that have any, newest first.
    ///
    /// # Errors
    /// [`StoreError`] when it cannot be read.
    pub fn signs(&self, limit: usize) -> Result<Vec<Signed>, StoreError> {
        let _ = limit;
        Err(StoreError::Unexpected("not built".into()))
    }

    /// How often each answer was given, by week or month, between two days, both of them in it.
    ///
    /// # Errors
    /// [`StoreError`] when it cannot be read.
    pub fn tallies(
        &self,
        span: Span,
        since: NaiveDate,
        until: NaiveDate,
    ) -> Result<Vec<Tally>, StoreError> {
        let _ = (span, since, until);
        Err(StoreError::Unexpected("not built".into()))
    }

    /// A page of passages, newest first: those after this one, or the newest.
    ///
    /// # Errors
    /// [`StoreError`] when it cannot be read. One entry that cannot be read is left out.
    pub fn passages(
        &self,
        which: &Passages,
        before: Option<(DateTime<FixedOffset>, Id)>,
        limit: usize,
    ) -> Result<Vec<Passage>, StoreError> {
        let _ = (which, before, limit);
        Err(StoreError::Unexpected("not built".into()))
    }

    /// The newest entries that are near the end of the work together, or its last time.
    ///
    /// # Errors
    /// [`StoreError`] when it cannot be read.
    pub fn endings(&self, limit: usize) -> Result<Vec<Staged>, StoreError> {
        let _ = limit;
        Err(StoreError::Unexpected("not built".into()))
    }

    /// Every label in use, in the order of the alphabet.
    ///
    /// # Errors
    /// [`StoreError`] when it cannot be read.
    pub fn tags(&self) -> Result<Vec<String>, StoreError> {
        Err(StoreError::Unexpected("not built".into()))
    }

    /// The days of a month that have entries, with how many.
    ///
    /// # Errors
    /// [`StoreError`] when it cannot be read.
    pub fn month(&self, first: NaiveDate) -> Result<Vec<(NaiveDate, usize)>, StoreError> {
        let _ = first;
        Err(StoreError::Unexpected("not built".into()))
    }
}
