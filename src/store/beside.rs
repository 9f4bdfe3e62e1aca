//! What is repeated beside an entry, so that it can be asked for without opening each one.
//!
//! The words are in the revision. Here stand only the marks a page is read by (`0002_beside.sql`)
//! and the labels; all of it can be made anew from the heads.

use rusqlite::{Connection, params};

use super::StoreError;
use super::shelf::meetings;
use crate::domain::{Entry, Stage};

/// Writes what can be asked of an entry, as it is now.
pub(super) fn keep(conn: &Connection, entry: &Entry) -> Result<(), StoreError> {
    let name = entry.id.to_string();
    conn.prepare_cached(
        "UPDATE entry SET stage = ?2, flagged = ?3, has_answers = ?4, has_moment = ?5,
                          has_stand_by = ?6
         WHERE id = ?1",
    )?
    .execute(params![
        name,
        entry.stage.map(Stage::id),
        entry.supervision.bring,
        !entry.answers.is_empty(),
        !entry.moment.is_empty(),
        !entry.stand_by.is_empty(),
    ])?;
    meetings::note_anew(conn, &name)?;
    forget_tags(conn, &name)?;
    let mut insert = conn
        .prepare_cached("INSERT OR IGNORE INTO tag (entry, tag, practice) VALUES (?1, ?2, ?3)")?;
    for tag in entry.tags.iter().filter(|tag| !tag.is_empty()) {
        insert.execute(params![name, tag, entry.practice])?;
    }
    Ok(())
}

/// Takes the labels of an entry away: they are words of the person's own.
pub(super) fn forget_tags(conn: &Connection, entry: &str) -> Result<(), StoreError> {
    conn.prepare_cached("DELETE FROM tag WHERE entry = ?1")?
        .execute([entry])?;
    Ok(())
}
