//! What is kept beside the entries: hours of supervision, searches, the page on keeping well.

use chrono::{DateTime, FixedOffset};

use super::{Store, StoreError};
use crate::domain::{Ends, Entry, Id, KeepWell, Meeting, SavedSearch};

impl Store {
    /// The entries on the list for supervision, newest first: those flagged that were not taken to
    /// an hour yet. One that cannot be read is left out.
    ///
    /// # Errors
    /// [`StoreError`] when it cannot be read.
    pub fn flagged(&self, limit: usize) -> Result<Vec<Entry>, StoreError> {
        let _ = limit;
        Err(StoreError::Unexpected("not built".into()))
    }

    /// Every hour of supervision, the newest first.
    ///
    /// # Errors
    /// [`StoreError`] when it cannot be read.
    pub fn meetings(&self) -> Result<Vec<Meeting>, StoreError> {
        Err(StoreError::Unexpected("not built".into()))
    }

    /// Keeps an hour, new or as it is now.
    ///
    /// # Errors
    /// [`StoreError`]; then it is as it was, and what was typed is still a draft.
    pub fn keep_meeting(
        &mut self,
        meeting: &Meeting,
        ends: Option<&Ends>,
        at: DateTime<FixedOffset>,
    ) -> Result<(), StoreError> {
        let _ = (meeting, ends, at);
        Err(StoreError::Unexpected("not built".into()))
    }

    /// Takes an hour away, for good.
    ///
    /// # Errors
    /// [`StoreError`]; then it is there as it was.
    pub fn drop_meeting(&mut self, id: Id) -> Result<(), StoreError> {
        let _ = id;
        Err(StoreError::Unexpected("not built".into()))
    }

    /// The page on keeping well; blank when nothing was written on it.
    ///
    /// # Errors
    /// [`StoreError`] when it cannot be read.
    pub fn keep_well(&self) -> Result<KeepWell, StoreError> {
        Err(StoreError::Unexpected("not built".into()))
    }

    /// Keeps the page on keeping well.
    ///
    /// # Errors
    /// [`StoreError`]; then it is as it was.
    pub fn save_keep_well(
        &mut self,
        page: &KeepWell,
        ends: Option<&Ends>,
        at: DateTime<FixedOffset>,
    ) -> Result<(), StoreError> {
        let _ = (page, ends, at);
        Err(StoreError::Unexpected("not built".into()))
    }

    /// Every search that was kept, by its name.
    ///
    /// # Errors
    /// [`StoreError`] when it cannot be read.
    pub fn searches(&self) -> Result<Vec<SavedSearch>, StoreError> {
        Err(StoreError::Unexpected("not built".into()))
    }

    /// Keeps a search; one with the same name gives way.
    ///
    /// # Errors
    /// [`StoreError`]; then nothing was changed.
    pub fn keep_search(
        &mut self,
        search: &SavedSearch,
        ends: Option<&Ends>,
        at: DateTime<FixedOffset>,
    ) -> Result<(), StoreError> {
        let _ = (search, ends, at);
        Err(StoreError::Unexpected("not built".into()))
    }

    /// Takes a search away.
    ///
    /// # Errors
    /// [`StoreError`]; then it is there as it was.
    pub fn drop_search(&mut self, id: Id) -> Result<(), StoreError> {
        let _ = id;
        Err(StoreError::Unexpected("not built".into()))
    }
}
