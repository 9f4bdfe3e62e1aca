//! Every intention, with everything that was said about it.

use chrono::{DateTime, FixedOffset};

use super::{Store, StoreError};
use crate::domain::{Carried, Ends, Id, LastTime};

impl Store {
    /// A page of intentions, newest first: those older than the one of this entry, or the newest.
    ///
    /// # Errors
    /// [`StoreError`] when it cannot be read.
    pub fn carried(&self, before: Option<Id>, limit: usize) -> Result<Vec<Carried>, StoreError> {
        let _ = (before, limit);
        Err(StoreError::Unexpected("not built".into()))
    }

    /// Hears what became of an intention, said in the room itself and not on a walk.
    ///
    /// # Errors
    /// [`StoreError`]; then it stands where it stood.
    pub fn hear(
        &mut self,
        said: &LastTime,
        ends: Option<&Ends>,
        at: DateTime<FixedOffset>,
    ) -> Result<(), StoreError> {
        let _ = (said, ends, at);
        Err(StoreError::Unexpected("not built".into()))
    }
}
