//! What is kept beside the entries: hours of supervision, searches, the page on keeping well, the
//! longer view (`practice.rs`).
//!
//! Each is a row of the shelf with a digest of its own. One that does not match it is left out, and
//! the rest goes on; looking the journal over says that there is one.

pub(super) mod meetings;

use chrono::{DateTime, FixedOffset};
use rusqlite::{Connection, OptionalExtension, Row, params};
use serde::Serialize;
use serde::de::DeserializeOwned;

use super::row::stored_time;
use super::{Store, StoreError, digest, drafts};
use crate::domain::{Ends, Id, KeepWell, SavedSearch};

/// The kind of an hour of supervision.
const MEETING: &str = "meeting";
/// The kind of the page on keeping well, and its id: there is but one.
const KEEP_WELL: &str = "keep_well";
/// The kind of a search.
const SEARCH: &str = "search";

impl Store {
    /// The page on keeping well; blank when nothing was written on it.
    ///
    /// # Errors
    /// [`StoreError`] when it cannot be read.
    pub fn keep_well(&self) -> Result<KeepWell, StoreError> {
        Ok(self.on_shelf(KEEP_WELL)?.pop().unwrap_or_default())
    }

    /// Keeps the page on keeping well.
    ///
    /// # Errors
    /// [`StoreError`]; then it is as it was.
    pub fn save_keep_well(
        &mut self,
        page: &KeepWell,
        ends: Option<&Ends>,
        at: DateTime<FixedOffset>,
    ) -> Result<(), StoreError> {
        let thing = Thing::new(KEEP_WELL.to_owned(), KEEP_WELL, String::new(), page)?;
        self.write(|tx| {
            thing.put(tx, at)?;
            drafts::end(tx, ends)
        })?;
        self.checkpoint_quietly();
        Ok(())
    }

    /// Every search that was kept, by its name.
    ///
    /// # Errors
    /// [`StoreError`] when it cannot be read.
    pub fn searches(&self) -> Result<Vec<SavedSearch>, StoreError> {
        let mut searches: Vec<SavedSearch> = self.on_shelf(SEARCH)?;
        searches.sort_by_cached_key(|search| search.name.to_lowercase());
        Ok(searches)
    }

    /// Keeps a search; one with the same name gives way.
    ///
    /// # Errors
    /// [`StoreError`]; then nothing was changed.
    pub fn keep_search(
        &mut self,
        search: &SavedSearch,
        ends: Option<&Ends>,
        at: DateTime<FixedOffset>,
    ) -> Result<(), StoreError> {
        let thing = Thing::new(search.id.to_string(), SEARCH, search.name.clone(), search)?;
        self.write(|tx| {
            tx.prepare_cached("DELETE FROM shelf WHERE kind = ?1 AND name = ?2 AND id <> ?3")?
                .execute(params![SEARCH, thing.name, thing.id])?;
            thing.put(tx, at)?;
            drafts::end(tx, ends)
        })?;
        self.checkpoint_quietly();
        Ok(())
    }

    /// Takes a search away.
    ///
    /// # Errors
    /// [`StoreError`]; then it is there as it was.
    pub fn drop_search(&mut self, id: Id) -> Result<(), StoreError> {
        self.take_off_shelf(SEARCH, &id.to_string())
    }

    /// Takes a thing away for good.
    pub(super) fn take_off_shelf(&mut self, kind: &str, id: &str) -> Result<(), StoreError> {
        self.write(|tx| {
            tx.prepare_cached("DELETE FROM shelf WHERE id = ?1 AND kind = ?2")?
                .execute([id, kind])?;
            Ok(())
        })?;
        // It is gone; what the engine wrote on the way goes with the next checkpoint at the latest.
        let _ = self.empty_the_wal();
        Ok(())
    }

    /// Everything of a kind that can be read.
    pub(super) fn on_shelf<T: DeserializeOwned>(&self, kind: &str) -> Result<Vec<T>, StoreError> {
        // From the index: a damaged row is not touched yet.
        let rows: Vec<i64> = self.read(|conn| {
            let mut rows = conn
                .prepare_cached("SELECT row FROM shelf INDEXED BY shelf_by_kind WHERE kind = ?1")?;
            let rows = rows.query_map([kind], |row| row.get(0))?;
            Ok(rows.collect::<Result<_, _>>()?)
        })?;
        let mut things = Vec::with_capacity(rows.len());
        for row in rows {
            match self.read(|conn| one(conn, row)) {
                Ok(thing) => {
                    let thing = thing.and_then(|it| serde_json::from_str(&it.body).ok());
                    things.extend(thing);
                }
                Err(StoreError::Damaged { .. }) => {}
                Err(why) => return Err(why),
            }
        }
        Ok(things)
    }

    /// How many things on the shelf are not as they were written.
    pub(super) fn damaged_on_shelf(&self) -> Result<usize, StoreError> {
        let rows: Vec<i64> = self.read(|conn| {
            let mut rows = conn.prepare("SELECT row FROM shelf INDEXED BY shelf_by_kind")?;
            let rows = rows.query_map([], |row| row.get(0))?;
            Ok(rows.collect::<Result<_, _>>()?)
        })?;
        let mut damaged = 0;
        for row in rows {
            match self.read(|conn| one(conn, row)) {
                Ok(Some(_)) => {}
                Ok(None) | Err(StoreError::Damaged { .. }) => damaged += 1,
                Err(why) => return Err(why),
            }
        }
        Ok(damaged)
    }
}

/// One thing on the shelf.
pub(super) struct Thing {
    /// Its id.
    pub(super) id: String,
    kind: String,
    name: String,
    /// What it is, as JSON.
    pub(super) body: String,
}

impl Thing {
    /// Makes it ready to be put there.
    pub(super) fn new(
        id: String,
        kind: &str,
        name: String,
        what: &impl Serialize,
    ) -> Result<Self, StoreError> {
        let body =
            serde_json::to_string(what).map_err(|why| StoreError::Unexpected(Box::new(why)))?;
        Ok(Self {
            id,
            kind: kind.to_owned(),
            name,
            body,
        })
    }

    fn digest(&self, at: i64, offset: i32) -> [u8; 32] {
        let (at, offset) = (at.to_string(), offset.to_string());
        digest::of(&[&self.id, &self.kind, &self.name, &at, &offset, &self.body])
    }

    /// Puts it on the shelf, in the place of what it was before.
    pub(super) fn put(
        &self,
        conn: &Connection,
        at: DateTime<FixedOffset>,
    ) -> Result<(), StoreError> {
        let (at, offset) = stored_time(at);
        conn.prepare_cached(
            "INSERT INTO shelf (id, kind, name, at, utc_offset, body, digest)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
             ON CONFLICT (id) DO UPDATE
             SET kind = excluded.kind, name = excluded.name, at = excluded.at,
                 utc_offset = excluded.utc_offset, body = excluded.body, digest = excluded.digest",
        )?
        .execute(params![
            self.id,
            self.kind,
            self.name,
            at,
            offset,
            self.body,
            self.digest(at, offset)
        ])?;
        Ok(())
    }

    /// Says something else in a thing that stays what it is, and when it was written.
    pub(super) fn rewrite(&mut self, conn: &Connection, body: String) -> Result<(), StoreError> {
        self.body = body;
        let (at, offset): (i64, i32) = conn
            .prepare_cached("SELECT at, utc_offset FROM shelf WHERE id = ?1")?
            .query_row([&self.id], |row| Ok((row.get(0)?, row.get(1)?)))?;
        conn.prepare_cached("UPDATE shelf SET body = ?2, digest = ?3 WHERE id = ?1")?
            .execute(params![self.id, self.body, self.digest(at, offset)])?;
        Ok(())
    }
}

/// Reads what stands in a row; `None` when it does not match its digest.
fn one(conn: &Connection, row: i64) -> Result<Option<Thing>, StoreError> {
    let read = |row: &Row<'_>| {
        let thing = Thing {
            id: row.get(0)?,
            kind: row.get(1)?,
            name: row.get(2)?,
            body: row.get(5)?,
        };
        let digest: Vec<u8> = row.get(6)?;
        let is_whole = digest == thing.digest(row.get(3)?, row.get(4)?);
        Ok(is_whole.then_some(thing))
    };
    Ok(conn
        .prepare_cached(
            "SELECT id, kind, name, at, utc_offset, body, digest FROM shelf WHERE row = ?1",
        )?
        .query_row([row], read)
        .optional()?
        .flatten())
}

/// Every hour of supervision that can be read, as it stands on the shelf.
pub(super) fn every_meeting(conn: &Connection) -> Result<Vec<Thing>, StoreError> {
    let mut rows = conn.prepare("SELECT row FROM shelf WHERE kind = ?1")?;
    let rows: Vec<i64> = rows
        .query_map([MEETING], |row| row.get(0))?
        .collect::<Result<_, _>>()?;
    let things = rows
        .into_iter()
        .filter_map(|row| one(conn, row).transpose());
    things.collect()
}
