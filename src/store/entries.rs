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
