//! An entry in other words: the earlier ones stay, and can be read.

use chrono::{DateTime, FixedOffset};

use super::{Store, StoreError};
use crate::domain::{Ends, Entry, Id, Version};

impl Store {
    /// Keeps an entry in other words, as a new revision. The same words as it has now change
    /// nothing; going back to earlier words is a change like any other.
    ///
    /// # Errors
    /// [`StoreError`]; then it is as it was, and what was typed is still a draft. An entry that was
    /// taken out meanwhile is not brought back by it.
    pub fn revise(
        &mut self,
        entry: &Entry,
        ends: Option<&Ends>,
        at: DateTime<FixedOffset>,
    ) -> Result<(), StoreError> {
        let _ = (entry, ends, at);
        Err(StoreError::Unexpected("not built".into()))
    }

    /// Every version of an entry, the newest first.
    ///
    /// # Errors
    /// [`StoreError`] when it cannot be read.
    pub fn versions(&self, id: Id) -> Result<Vec<Version>, StoreError> {
        let _ = id;
        Err(StoreError::Unexpected("not built".into()))
    }
}
