//! An entry in other words: the earlier ones stay, and can be read.

use chrono::{DateTime, FixedOffset};
use rusqlite::{Connection, OptionalExtension};

use super::revision::{WRITTEN, verified};
use super::row::time;
use super::{Store, StoreError, carries, drafts, finish, revision};
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
        let body = revision::body_of(entry)?;
        self.write(|tx| {
            let head = head(tx, entry.id)?;
            let before: Option<Entry> = serde_json::from_str(&head).ok();
            // An older version may have written the same entry in another form.
            if head != body && before.as_ref() != Some(entry) {
                let rev = revision::append(tx, entry.id, &body, false, at)?;
                finish::keep(tx, entry, &rev)?;
                carries::follow(tx, entry)?;
                if let Some(before) = &before {
                    carries::hear_anew(tx, before, entry, at)?;
                }
                carries::settle_all_of(tx, entry.id)?;
                finish::index(tx, entry)?;
            }
            drafts::end(tx, ends)
        })?;
        self.checkpoint_quietly();
        Ok(())
    }

    /// Every version of an entry, the newest first. Taking it out and bringing it back makes none.
    ///
    /// # Errors
    /// [`StoreError`] when it cannot be read. One version that cannot be read does not keep the
    /// others back.
    pub fn versions(&self, id: Id) -> Result<Vec<Version>, StoreError> {
        // From the index: a damaged revision is not touched yet.
        let rows: Vec<i64> = self.read(|conn| {
            let mut rows = conn.prepare_cached(
                "SELECT row FROM revision INDEXED BY revision_by_entry WHERE entry = ?1
                 ORDER BY row",
            )?;
            let rows = rows.query_map([id.to_string()], |row| row.get(0))?;
            Ok(rows.collect::<Result<_, _>>()?)
        })?;
        let mut versions: Vec<Version> = Vec::new();
        for row in rows {
            let version = match self.read(|conn| version(conn, row)) {
                Ok(Some((true, _))) => continue,
                Ok(Some((false, version))) => version,
                Ok(None) | Err(StoreError::Damaged { .. }) => Version {
                    written: versions.last().map_or_else(|| time(0, 0), |it| it.written),
                    entry: None,
                },
                Err(why) => return Err(why),
            };
            let is_same = |last: &Version| last.entry.is_some() && last.entry == version.entry;
            if !versions.last().is_some_and(is_same) {
                versions.push(version);
            }
        }
        versions.reverse();
        Ok(versions)
    }
}

/// What an entry says now.
fn head(conn: &Connection, entry: Id) -> Result<String, StoreError> {
    let head: Option<(bool, String)> = conn
        .prepare_cached(
            "SELECT entry.deleted, revision.body
             FROM entry JOIN revision ON revision.rev = entry.head WHERE entry.id = ?1",
        )?
        .query_row([entry.to_string()], |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()?;
    match head {
        Some((false, body)) => Ok(body),
        Some((true, _)) => Err(StoreError::NotInJournal { taken_out: true }),
        None => Err(StoreError::NotInJournal { taken_out: false }),
    }
}

/// Refuses what is about an entry that was taken out, or is gone.
pub(super) fn must_be_in_journal(conn: &Connection, entry: Id) -> Result<(), StoreError> {
    head(conn, entry).map(|_words| ())
}

/// One version, and whether it took the entry out; `None` when its row is not to be found.
fn version(conn: &Connection, row: i64) -> Result<Option<(bool, Version)>, StoreError> {
    let read = |row: &rusqlite::Row<'_>| {
        let entry = verified(row)?.and_then(|it| serde_json::from_str(&it.body).ok());
        let written = time(row.get(3)?, row.get(4)?);
        Ok((row.get(5)?, Version { written, entry }))
    };
    Ok(conn
        .prepare_cached(&format!("SELECT {WRITTEN} FROM revision WHERE row = ?1"))?
        .query_row([row], read)
        .optional()?)
}
