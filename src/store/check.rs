//! Looking the whole journal over.
//!
//! Too slow for every start, so it is done when asked for: the engine's own look at the file, and
//! every revision against its digest.

use rusqlite::Connection;

use super::revision::{WRITTEN, verified};
use super::{Store, StoreError, row};
use crate::domain::{Checked, Id};

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
            for (row, entry) in every_revision(conn)? {
                found.revisions += 1;
                if !is_whole(conn, row)? {
                    found.unreadable.push(entry);
                }
            }
            found.unreadable.dedup();
            Ok(found)
        })
    }
}

/// Every revision by its row, read from the index: a damaged revision is not touched yet.
fn every_revision(conn: &Connection) -> Result<Vec<(i64, Id)>, StoreError> {
    let mut every = conn
        .prepare("SELECT row, entry FROM revision INDEXED BY revision_by_entry ORDER BY entry")?;
    let rows = every.query_map([], |each| Ok((each.get(0)?, row::id(each, 1)?)))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

fn is_whole(conn: &Connection, row: i64) -> Result<bool, StoreError> {
    let read = conn
        .prepare_cached(&format!("SELECT {WRITTEN} FROM revision WHERE row = ?1"))?
        .query_row([row], verified);
    match read.map_err(StoreError::from) {
        Ok(written) => Ok(written.is_some()),
        Err(StoreError::Damaged { .. }) => Ok(false),
        Err(other) => Err(other),
    }
}
