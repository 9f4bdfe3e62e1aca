//! Deleting an entry, and bringing it back.
//!
//! Deleting adds a revision that says so. What was written stays under it, so that bringing it
//! back in any order, on any machine, loses nothing.

use chrono::{DateTime, FixedOffset};
use rusqlite::{Connection, OptionalExtension, params};

use super::revision::{WRITTEN, append, verified};
use super::{Store, StoreError, beside, carries, finish};
use crate::domain::{Entry, Id};

impl Store {
    /// Takes an entry out of every list. Deleting it again changes nothing.
    ///
    /// # Errors
    /// [`StoreError`]; then the entry is where it was.
    pub fn delete(&mut self, id: Id, at: DateTime<FixedOffset>) -> Result<(), StoreError> {
        self.write(|tx| {
            if is_deleted(tx, id)? != Some(false) {
                return Ok(());
            }
            let rev = append(tx, id, "", true, at)?;
            let name = id.to_string();
            tx.prepare_cached("DELETE FROM answer WHERE entry = ?1")?
                .execute([&name])?;
            beside::forget_tags(tx, &name)?;
            tx.prepare_cached(
                "DELETE FROM words WHERE row = (SELECT row FROM entry WHERE id = ?1)",
            )?
            .execute([&name])?;
            tx.prepare_cached(
                "UPDATE entry SET head = ?2, deleted = 1, first_words = '' WHERE id = ?1",
            )?
            .execute(params![name, rev])?;
            carries::settle_all_of(tx, id)
        })
    }

    /// Brings a deleted entry back as it was. One that is there already stays as it is.
    ///
    /// # Errors
    /// [`StoreError::Unreadable`] when what was written does not match its digest.
    pub fn bring_back(&mut self, id: Id, at: DateTime<FixedOffset>) -> Result<(), StoreError> {
        self.write(|tx| {
            if is_deleted(tx, id)? != Some(true) {
                return Ok(());
            }
            let body = last_words_of(tx, id)?;
            let entry = read(id, &body)?;
            let rev = append(tx, id, &body, false, at)?;
            finish::keep(tx, &entry, &rev)?;
            carries::settle_all_of(tx, id)?;
            finish::index(tx, &entry)
        })
    }
}

fn is_deleted(conn: &Connection, id: Id) -> Result<Option<bool>, StoreError> {
    Ok(conn
        .prepare_cached("SELECT deleted FROM entry WHERE id = ?1")?
        .query_row([id.to_string()], |row| row.get(0))
        .optional()?)
}

/// An entry as it was last written, even when it was taken out since.
///
/// # Errors
/// [`StoreError::Unreadable`] when what was written does not match its digest.
pub(super) fn last_entry(conn: &Connection, id: Id) -> Result<Entry, StoreError> {
    read(id, &last_words_of(conn, id)?)
}

fn read(id: Id, body: &str) -> Result<Entry, StoreError> {
    serde_json::from_str(body).map_err(|_not_known_here| StoreError::Unreadable {
        entry: id,
        backup: None,
        is_newer: true,
    })
}

/// The newest revision that holds words.
fn last_words_of(conn: &Connection, id: Id) -> Result<String, StoreError> {
    conn.prepare_cached(&format!(
        "SELECT {WRITTEN} FROM revision WHERE entry = ?1 AND deleted = 0
         ORDER BY row DESC LIMIT 1"
    ))?
    .query_row([id.to_string()], verified)
    .optional()?
    .flatten()
    .map(|written| written.body)
    .ok_or(StoreError::Unreadable {
        entry: id,
        backup: None,
        is_newer: false,
    })
}
