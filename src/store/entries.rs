//! Finished entries: listed a page at a time, or read one by one.
//!
//! A list reads only what a row shows. An entry is read with its digest, so that a damaged one
//! is named as such and all others go on.

use std::ops::ControlFlow;

use chrono::{DateTime, FixedOffset};
use rusqlite::{Connection, OptionalExtension, params};

use super::revision::{WRITTEN, verified};
use super::row::{LISTED, id, listed, stored_time};
use super::{Store, StoreError};
use crate::domain::{Entry, Id, Listed};

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
    /// A page of the list, newest first: those before this time and id, or the newest.
    ///
    /// # Errors
    /// [`StoreError`] when it cannot be read.
    pub fn entries(
        &self,
        before: Option<(DateTime<FixedOffset>, Id)>,
        limit: usize,
    ) -> Result<Vec<Listed>, StoreError> {
        let limit = i64::try_from(limit).unwrap_or(i64::MAX);
        self.read(|conn| {
            let Some((at, id)) = before else {
                let mut page = conn.prepare_cached(&format!(
                    "SELECT {LISTED} FROM entry WHERE deleted = 0
                     ORDER BY finished_at DESC, id DESC LIMIT ?1"
                ))?;
                return Ok(page.query_map([limit], listed)?.collect::<Result<_, _>>()?);
            };
            let mut page = conn.prepare_cached(&format!(
                "SELECT {LISTED} FROM entry WHERE deleted = 0 AND (finished_at, id) < (?1, ?2)
                 ORDER BY finished_at DESC, id DESC LIMIT ?3"
            ))?;
            let rows = page.query_map(params![stored_time(at).0, id.to_string(), limit], listed)?;
            Ok(rows.collect::<Result<_, _>>()?)
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
            let mut several: Vec<Listed> = meant
                .query_map([&typed], listed)?
                .collect::<Result<_, _>>()?;
            several.retain(|it| it.id.is_meant_by(&typed));
            Ok(match several.as_slice() {
                [] => Found::None,
                [one] => kept_entry(conn, one.id)?.map_or(Found::None, |it| Found::One(it.into())),
                _ => Found::Several(several),
            })
        })
    }

    /// Hands over every entry, newest first, until the caller has enough. One that cannot be
    /// read comes as its error, and the rest go on.
    ///
    /// # Errors
    /// [`StoreError`] when the list itself cannot be read.
    pub fn every_entry(
        &self,
        mut each: impl FnMut(Result<Entry, StoreError>) -> ControlFlow<()>,
    ) -> Result<(), StoreError> {
        // One snapshot for all: what another window writes meanwhile is not seen.
        let snapshot = self.snapshot()?;
        let ids: Vec<Id> = self.read(|conn| {
            let mut ids = conn.prepare_cached(
                "SELECT id FROM entry WHERE deleted = 0 ORDER BY finished_at DESC, id DESC",
            )?;
            Ok(ids
                .query_map([], |row| id(row, 0))?
                .collect::<Result<_, _>>()?)
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

/// Reads the head of an entry that was not deleted.
fn kept_entry(conn: &Connection, id: Id) -> Result<Option<Entry>, StoreError> {
    let head = conn
        .prepare_cached(&format!(
            "SELECT {WRITTEN} FROM entry JOIN revision ON revision.rev = entry.head
             WHERE entry.id = ?1 AND entry.deleted = 0"
        ))?
        .query_row([id.to_string()], verified)
        .optional();
    let unreadable = || StoreError::Unreadable {
        entry: id,
        backup: None,
    };
    match head {
        Ok(None) => Ok(None),
        Ok(Some(Some(written))) => serde_json::from_str(&written.body)
            .map(Some)
            .map_err(|_not_an_entry| unreadable()),
        Ok(Some(None)) => Err(unreadable()),
        // A damaged page under one entry is that entry's trouble, not the journal's.
        Err(why) => match StoreError::from(why) {
            StoreError::Damaged { .. } => Err(unreadable()),
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
