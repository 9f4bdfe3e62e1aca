//! Looking the whole journal over.
//!
//! Too slow for every start, so it is done when asked for: the engine's own look at the file, and
//! every revision against its digest.

use super::revision::{WRITTEN, verified};
use super::{Store, StoreError, row};
use crate::domain::Id;

/// What was found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Checked {
    /// How many revisions were looked at.
    pub revisions: usize,
    /// The entries that cannot be read, or an earlier version of them.
    pub unreadable: Vec<Id>,
    /// What the engine says about the file, for a report.
    pub file: Vec<String>,
}

impl Checked {
    /// Tells whether everything is as it was written.
    pub fn is_sound(&self) -> bool {
        self.unreadable.is_empty() && self.file.is_empty()
    }
}

impl Store {
    /// Looks over the file and every revision in it.
    ///
    /// # Errors
    /// [`StoreError`] when it cannot even be looked over.
    pub fn check(&self) -> Result<Checked, StoreError> {
        self.read(|conn| {
            let mut file: Vec<String> = conn
                .prepare("PRAGMA integrity_check")?
                .query_map([], |row| row.get(0))?
                .collect::<Result<_, _>>()?;
            file.retain(|line| line != "ok");
            let mut broken = conn.prepare("PRAGMA foreign_key_check")?;
            let mut rows = broken.query([])?;
            while let Some(row) = rows.next()? {
                file.push(format!(
                    "a row of {} stands alone",
                    row.get::<_, String>(0)?
                ));
            }
            let mut found = Checked {
                file,
                ..Checked::default()
            };
            let mut every =
                conn.prepare(&format!("SELECT {WRITTEN} FROM revision ORDER BY row"))?;
            let mut rows = every.query([])?;
            while let Some(revision) = rows.next()? {
                found.revisions += 1;
                if verified(revision)?.is_none() {
                    found.unreadable.push(row::id(revision, 0)?);
                }
            }
            found.unreadable.dedup();
            Ok(found)
        })
    }
}
