//! Finished entries: listed a page at a time, or read one by one.
//!
//! A list reads only what a row shows. An entry is read with its digest, so that a damaged one
//! is named as such and all others go on.
//!
//! The list is of real entries. Practice is found by whoever asks for it (`search.rs`), and read by
//! whoever names it.

use std::ops::ControlFlow;

use chrono::{DateTime, FixedOffset};
use rusqlite::{Connection, OptionalExtension, params};

use super::revision::{WRITTEN, verified};
use super::row::{AFTER_EVERY_ID, LISTED, id, listed, readable, stored_time, time};
use super::{Store, StoreError};
use crate::domain::{Entry, Id, Length, Listed};

/// What was found for something a person typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Found {
    /// This one, without doubt.
    One(Box<Entry>),
    /// Nothing.
    None,
    /// More than one: newest first.
    Several(Vec<Listed>),
}

impl Store {
    /// A page of the list of real entries, newest first: those before this time and id, or the newest.
    ///
    /// # Errors
    /// [`StoreError`] when it cannot be read.
    pub fn entries(
        &self,
        before: Option<(DateTime<FixedOffset>, Id)>,
        limit: usize,
    ) -> Result<Vec<Listed>, StoreError> {
        let limit = i64::try_from(limit).unwrap_or(i64::MAX);
        let before = before_this(before);
        let page = self.read(|conn| {
            let mut page = conn.prepare_cached(&format!(
                "SELECT {LISTED} FROM entry
                 WHERE deleted = 0 AND practice = 0 AND (finished_at, id) < (?1, ?2)
                 ORDER BY finished_at DESC, id DESC LIMIT ?3"
            ))?;
            let rows = page.query_map(params![before.0, before.1, limit], listed)?;
            Ok(readable(rows).collect::<Result<_, _>>()?)
        });
        match page {
            Err(StoreError::Damaged { .. }) => self.entries_past_damage(&before, limit),
            page => page,
        }
    }

    /// The same page where some of it lies on a damaged part of the file. What can be told of such
    /// an entry stands in the index: that it is there, and when it was finished.
    fn entries_past_damage(
        &self,
        before: &(i64, String),
        limit: i64,
    ) -> Result<Vec<Listed>, StoreError> {
        let rows = self.read(|conn| {
            let mut page = conn.prepare_cached(
                "SELECT row, finished_at, id FROM entry INDEXED BY entry_by_time
                 WHERE deleted = 0 AND practice = 0 AND (finished_at, id) < (?1, ?2)
                 ORDER BY finished_at DESC, id DESC LIMIT ?3",
            )?;
            let rows = page.query_map(params![before.0, before.1, limit], |row| {
                Ok((row.get(0)?, row.get(1)?, id(row, 2)?))
            })?;
            Ok(readable(rows).collect::<Result<Vec<_>, _>>()?)
        });
        let rows = match rows {
            Err(StoreError::Damaged { .. }) => return self.entries_past_the_index(before, limit),
            rows => rows?,
        };
        let one = |(row, finished_at, id): (i64, i64, Id)| {
            let read = self.read(|conn| {
                let mut one =
                    conn.prepare_cached(&format!("SELECT {LISTED} FROM entry WHERE row = ?1"))?;
                Ok(one.query_row([row], listed).optional()?)
            });
            match read {
                Ok(Some(listed)) => Ok(listed),
                Ok(None) | Err(StoreError::Damaged { .. }) => {
                    Ok(unreadable(id, time(finished_at, 0)))
                }
                Err(why) => Err(why),
            }
        };
        rows.into_iter().map(one).collect()
    }

    /// The same page where it is the index that is damaged: looked for from entry to entry.
    fn entries_past_the_index(
        &self,
        before: &(i64, String),
        limit: i64,
    ) -> Result<Vec<Listed>, StoreError> {
        self.read(|conn| {
            let mut page = conn.prepare_cached(&format!(
                "SELECT {LISTED} FROM entry NOT INDEXED
                 WHERE deleted = 0 AND practice = 0 AND (finished_at, id) < (?1, ?2)
                 ORDER BY finished_at DESC, id DESC LIMIT ?3"
            ))?;
            let rows = page.query_map(params![before.0, before.1, limit], listed)?;
            Ok(readable(rows).collect::<Result<_, _>>()?)
        })
    }

    /// An entry, as it was last kept; `None` when there is none, or it was deleted.
    ///
    /// # Errors
    /// [`StoreError::Unreadable`] when it does not match its digest.
    pub fn entry(&self, id: Id) -> Result<Option<Entry>, StoreError> {
        self.read(|conn| kept_entry(conn, id))
    }

    /// The entry that a typed id, or the beginning or ending of one, means.
    ///
    /// # Errors
    /// [`StoreError`] when it cannot be read.
    pub fn entry_meant_by(&self, typed: &str) -> Result<Found, StoreError> {
        // Only letters that an id can have go into the pattern, so nothing in it is special.
        let typed = typed.trim().to_lowercase();
        if typed.len() < 4 || !typed.chars().all(|c| c.is_ascii_hexdigit() || c == '-') {
            return Ok(Found::None);
        }
        self.read(|conn| {
            let mut meant = conn.prepare_cached(&format!(
                "SELECT {LISTED} FROM entry
                 WHERE deleted = 0 AND (id LIKE ?1 || '%' OR id LIKE '%' || ?1)
                 ORDER BY finished_at DESC, id DESC"
            ))?;
            let rows = meant.query_map([&typed], listed)?;
            let mut several: Vec<Listed> = readable(rows).collect::<Result<_, _>>()?;
            several.retain(|it| it.id.is_meant_by(&typed));
            Ok(match several.as_slice() {
                [] => Found::None,
                [one] => kept_entry(conn, one.id)?.map_or(Found::None, |it| Found::One(it.into())),
                _ => Found::Several(several),
            })
        })
    }

    /// Hands over every entry, real and practice, newest first, until the caller has enough. One that
    /// cannot be read comes as its error, and the rest go on.
    ///
    /// # Errors
    /// [`StoreError`] when the list itself cannot be read.
    pub fn every_entry(
        &self,
        each: impl FnMut(Result<Entry, StoreError>) -> ControlFlow<()>,
    ) -> Result<(), StoreError> {
        self.each_of(None, each)
    }

    /// The same, of those that are practice, or of the real ones. An entry that cannot be read belongs
    /// to the ones it was kept with.
    ///
    /// # Errors
    /// [`StoreError`] when the list itself cannot be read.
    pub fn every_entry_that_is(
        &self,
        practice: bool,
        each: impl FnMut(Result<Entry, StoreError>) -> ControlFlow<()>,
    ) -> Result<(), StoreError> {
        self.each_of(Some(practice), each)
    }

    fn each_of(
        &self,
        practice: Option<bool>,
        mut each: impl FnMut(Result<Entry, StoreError>) -> ControlFlow<()>,
    ) -> Result<(), StoreError> {
        // One snapshot for all: what another window writes meanwhile is not seen.
        let snapshot = self.snapshot()?;
        let ids: Vec<Id> = self.read(|conn| {
            let mut ids = conn.prepare_cached(
                "SELECT id FROM entry WHERE deleted = 0 AND (?1 IS NULL OR practice = ?1)
                 ORDER BY finished_at DESC, id DESC",
            )?;
            let ids = ids.query_map([practice], |row| id(row, 0))?;
            Ok(readable(ids).collect::<Result<_, _>>()?)
        })?;
        for id in ids {
            let Some(entry) = self.entry(id).transpose() else {
                continue;
            };
            if each(entry).is_break() {
                break;
            }
        }
        drop(snapshot);
        Ok(())
    }
}

/// Where a page begins: before this time and id, or at the newest.
pub(super) fn before_this(before: Option<(DateTime<FixedOffset>, Id)>) -> (i64, String) {
    before.map_or_else(
        || (i64::MAX, AFTER_EVERY_ID.to_owned()),
        |(at, id)| (stored_time(at).0, id.to_string()),
    )
}

/// The row of an entry of which nothing but this can be told.
pub(super) fn unreadable(id: Id, finished_at: DateTime<FixedOffset>) -> Listed {
    Listed {
        id,
        on: finished_at.date_naive(),
        finished_at,
        kind: None,
        length: Length::Standard,
        practice: false,
        words: String::new(),
        readable: false,
    }
}

/// Reads the head of an entry that was not deleted.
fn kept_entry(conn: &Connection, id: Id) -> Result<Option<Entry>, StoreError> {
    let head = conn
        .prepare_cached(&format!(
            "SELECT {WRITTEN} FROM entry JOIN revision ON revision.rev = entry.head
             WHERE entry.id = ?1 AND entry.deleted = 0"
        ))?
        .query_row([id.to_string()], verified)
        .optional();
    let unreadable = |is_newer| StoreError::Unreadable {
        entry: id,
        backup: None,
        is_newer,
    };
    match head {
        Ok(None) => Ok(None),
        Ok(Some(Some(written))) => serde_json::from_str(&written.body)
            .map(Some)
            .map_err(|_not_known_here| unreadable(true)),
        Ok(Some(None)) => Err(unreadable(false)),
        // A damaged page under one entry is that entry's trouble, not the journal's.
        Err(why) => match StoreError::from(why) {
            StoreError::Damaged { .. } => Err(unreadable(false)),
            other => Err(other),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::super::Store;
    use super::super::proofs::kit::{at, entry, id, walk};
    use super::{Found, Listed};

    fn with(count: u32) -> Store {
        let mut store = Store::in_memory().unwrap();
        for number in 0..count {
            let mut entry = entry(number, "tea");
            // Some were finished in the same moment.
            entry.finished_at = at(i64::from(number / 3));
            store.finish(&walk(entry), at(0)).unwrap();
        }
        store
    }

    #[test]
    fn pages_follow_each_other_without_gap_or_repeat() {
        let store = with(20);
        let all = store.entries(None, 99).unwrap();
        let mut paged: Vec<Listed> = Vec::new();
        loop {
            let before = paged.last().map(|it| (it.finished_at, it.id));
            let page = store.entries(before, 7).unwrap();
            if page.is_empty() {
                break;
            }
            paged.extend(page);
        }
        assert_eq!(paged, all);
        let newest_first: Vec<_> = (0..20).rev().map(id).collect();
        assert_eq!(all.iter().map(|it| it.id).collect::<Vec<_>>(), newest_first);
    }

    #[test]
    fn an_entry_is_found_by_what_a_person_types_of_its_id() {
        let store = with(3);
        let Ok(Found::One(one)) = store.entry_meant_by(&id(1).short()) else {
            panic!("not found by its ending");
        };
        assert_eq!(one.id, id(1));
        let beginning: String = id(1).to_string().chars().take(8).collect();
        assert!(
            matches!(store.entry_meant_by(&beginning), Ok(Found::Several(it)) if it.len() == 3)
        );
        for typed in ["", "abc", "%%%%", "____", "ffffffff", "tea time", "é000"] {
            assert_eq!(store.entry_meant_by(typed).unwrap(), Found::None, "{typed}");
        }
    }

    #[test]
    fn a_long_moment_is_listed_short_and_read_whole() {
        let mut store = Store::in_memory().unwrap();
        let long = "ö".repeat(2000);
        store.finish(&walk(entry(1, &long)), at(0)).unwrap();
        assert_eq!(store.entries(None, 1).unwrap()[0].words, "ö".repeat(240));
        assert_eq!(store.entry(id(1)).unwrap().unwrap().moment, long);
    }
}
