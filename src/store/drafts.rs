//! Unfinished words, one row a field.
//!
//! A save is "write unless what is stored is later", so it does not matter in which order saves
//! come, nor how often. A field that was emptied stays as an empty row until the draft ends, or
//! an older save that comes late would bring its words back.

use std::collections::BTreeMap;

use chrono::{DateTime, FixedOffset};
use rusqlite::{Connection, OptionalExtension, params};

use super::row::{readable, stored_time};
use super::{Store, StoreError};
use crate::domain::{Draft, DraftSave, Ends, Field, FormField, Id, Revision, Subject};

/// Beside the fields of a walk about an entry that is there: the revision it was opened up from.
const GREW_FROM: &str = "grew_from";

impl Store {
    /// Puts what changed in a draft on disk, and says up to which revision it is there.
    ///
    /// # Errors
    /// [`StoreError`]; then nothing of it was saved.
    pub fn save_draft(
        &mut self,
        save: &DraftSave,
        at: DateTime<FixedOffset>,
    ) -> Result<Revision, StoreError> {
        let subject = save.subject.to_string();
        let revision = i64::try_from(save.revision.0).unwrap_or(i64::MAX);
        let (at, offset) = stored_time(at);
        self.write(|tx| {
            if let Subject::Walk(id) = save.subject {
                note_what_it_grew_from(tx, id, at, offset)?;
            }
            let mut upsert = tx.prepare_cached(
                "INSERT INTO draft (subject, field, words, revision, at, utc_offset)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6)
                 ON CONFLICT (subject, field) DO UPDATE
                 SET words = excluded.words, revision = excluded.revision,
                     at = excluded.at, utc_offset = excluded.utc_offset
                 WHERE excluded.revision >= draft.revision",
            )?;
            for (field, words) in &save.fields {
                upsert.execute(params![
                    subject,
                    field.to_string(),
                    words,
                    revision,
                    at,
                    offset
                ])?;
            }
            Ok(save.revision)
        })
    }

    /// Every draft, the one edited last first.
    ///
    /// # Errors
    /// [`StoreError`] when it cannot be read.
    pub fn drafts(&self) -> Result<Vec<Draft>, StoreError> {
        self.read(|conn| {
            let mut stored = conn.prepare_cached(
                "SELECT subject FROM draft GROUP BY subject ORDER BY max(at) DESC, subject DESC",
            )?;
            let subjects: Vec<String> =
                readable(stored.query_map([], |row| row.get(0))?).collect::<Result<_, _>>()?;
            subjects
                .iter()
                .filter_map(|name| Subject::read(name))
                .filter_map(|subject| stored_draft(conn, subject).transpose())
                .collect()
        })
    }

    /// The draft about this, if there is one.
    ///
    /// # Errors
    /// [`StoreError`] when it cannot be read.
    pub fn draft(&self, subject: Subject) -> Result<Option<Draft>, StoreError> {
        self.read(|conn| stored_draft(conn, subject))
    }

    /// Erases a draft: no byte of it stays in the file or beside it.
    ///
    /// # Errors
    /// [`StoreError`]; then the draft is still there.
    pub fn drop_draft(&mut self, subject: Subject) -> Result<(), StoreError> {
        self.write(|tx| forget(tx, subject))?;
        // What the engine wrote on the way is in the file beside the journal until this empties it.
        // If it cannot now, the next checkpoint does: the draft itself is gone.
        let _ = self.empty_the_wal();
        Ok(())
    }
}

/// Notes with the first words of a walk which revision of its entry it grew from, if there is one.
fn note_what_it_grew_from(
    conn: &Connection,
    id: Id,
    at: i64,
    offset: i32,
) -> Result<(), StoreError> {
    conn.prepare_cached(
        "INSERT INTO draft (subject, field, words, revision, at, utc_offset)
         SELECT ?1, ?2, head, 0, ?3, ?4 FROM entry
         WHERE id = ?5 AND NOT EXISTS (SELECT 1 FROM draft WHERE subject = ?1)",
    )?
    .execute(params![
        Subject::Walk(id).to_string(),
        GREW_FROM,
        at,
        offset,
        id.to_string()
    ])?;
    Ok(())
}

/// The revision that a walk was opened up from; `None` for a new one.
pub(super) fn grew_from(conn: &Connection, subject: Subject) -> Result<Option<String>, StoreError> {
    Ok(conn
        .prepare_cached("SELECT words FROM draft WHERE subject = ?1 AND field = ?2")?
        .query_row([subject.to_string().as_str(), GREW_FROM], |row| row.get(0))
        .optional()?)
}

/// Takes a draft's rows away.
pub(super) fn forget(conn: &Connection, subject: Subject) -> Result<(), StoreError> {
    conn.prepare_cached("DELETE FROM draft WHERE subject = ?1")?
        .execute([subject.to_string()])?;
    Ok(())
}

/// Takes away what became something else: the whole of a form, or the fields of it that did. That
/// the person came to its end goes with them, for what is left there is to be gone on with.
pub(super) fn end(conn: &Connection, ends: Option<&Ends>) -> Result<(), StoreError> {
    let Some(Ends { subject, fields }) = ends else {
        return Ok(());
    };
    let Some(fields) = fields else {
        return forget(conn, *subject);
    };
    let mut goes = conn.prepare_cached("DELETE FROM draft WHERE subject = ?1 AND field = ?2")?;
    for field in fields.iter().chain([&Field::Form(FormField::Done)]) {
        goes.execute([subject.to_string(), field.to_string()])?;
    }
    Ok(())
}

/// Reads a draft; fields of a newer version are left where they are.
pub(super) fn stored_draft(
    conn: &Connection,
    subject: Subject,
) -> Result<Option<Draft>, StoreError> {
    let mut rows =
        conn.prepare_cached("SELECT field, words, revision FROM draft WHERE subject = ?1")?;
    let mut rows = rows.query([subject.to_string()])?;
    let mut words = BTreeMap::new();
    let mut latest = None;
    while let Some(row) = rows.next()? {
        let revision = u64::try_from(row.get::<_, i64>(2)?).unwrap_or(0);
        latest = latest.max(Some(Revision(revision)));
        if let Some(field) = Field::read(row.get_ref(0)?.as_str().map_err(rusqlite::Error::from)?) {
            // A letter that was damaged must not cost the words around it.
            let bytes = row.get_ref(1)?.as_bytes().map_err(rusqlite::Error::from)?;
            words.insert(field, String::from_utf8_lossy(bytes).into_owned());
        }
    }
    Ok(latest.map(|revision| Draft::stored(subject, words, revision)))
}
