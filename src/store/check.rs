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
            let mut found = Checked::default();
            for look in [look_at_the_file, look_at_the_rows, look_at_the_words] {
                match look(conn, &mut found) {
                    Ok(()) => {}
                    // Where the damage is so great that it ends the look, that is what there is to say.
                    Err(StoreError::Damaged { source, .. }) => found.file.push(source.to_string()),
                    Err(why) => return Err(why),
                }
            }
            Ok(found)
        })
    }
}

fn look_at_the_file(conn: &Connection, found: &mut Checked) -> Result<(), StoreError> {
    let mut said = conn.prepare("PRAGMA integrity_check")?;
    for line in said.query_map([], |row| row.get::<_, String>(0))? {
        found.file.push(line?);
    }
    found.file.retain(|line| line != "ok");
    Ok(())
}

fn look_at_the_rows(conn: &Connection, found: &mut Checked) -> Result<(), StoreError> {
    let mut broken = conn.prepare("PRAGMA foreign_key_check")?;
    let mut rows = broken.query([])?;
    while let Some(row) = rows.next()? {
        let table: String = row.get(0)?;
        found.file.push(format!("a row of {table} stands alone"));
    }
    Ok(())
}

fn look_at_the_words(conn: &Connection, found: &mut Checked) -> Result<(), StoreError> {
    for (row, entry) in every_revision(conn)? {
        found.revisions += 1;
        if !is_whole(conn, row)? {
            found.unreadable.push(entry);
        }
    }
    found.unreadable.dedup();
    let mut kept = conn.prepare("SELECT id FROM entry WHERE deleted = 0")?;
    for id in kept.query_map([], |each| row::id(each, 0))? {
        found.entries += usize::from(!found.unreadable.contains(&id?));
    }
    Ok(())
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
