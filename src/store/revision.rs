//! What was written, for ever.
//!
//! A revision is only ever added. Its digest covers everything it says, because a plain file
//! gives back a flipped letter without a word of warning: what does not match is called
//! unreadable, never shown as if it had been written so.

use chrono::{DateTime, FixedOffset};
use rusqlite::{Connection, OptionalExtension, params};

use super::row::stored_time;
use super::{StoreError, digest};
use crate::domain::{Entry, Id};

/// One revision, as it goes to disk.
pub(super) struct Written {
    /// Which entry.
    pub(super) entry: Id,
    /// The revision it follows.
    pub(super) parent: Option<String>,
    /// The machine.
    pub(super) device: String,
    /// When, in UTC milliseconds.
    pub(super) at: i64,
    /// The offset of the place, in seconds.
    pub(super) offset: i32,
    /// Whether it takes the entry away.
    pub(super) deleted: bool,
    /// The entry as JSON; empty for one that takes it away.
    pub(super) body: String,
}

impl Written {
    /// The digest of everything it says.
    pub(super) fn digest(&self) -> [u8; 32] {
        digest::of(&[
            &self.entry.to_string(),
            self.parent.as_deref().unwrap_or(""),
            &self.device,
            &self.at.to_string(),
            &self.offset.to_string(),
            if self.deleted { "deleted" } else { "kept" },
            &self.body,
        ])
    }

    /// Its id: the time, and the beginning of the digest for chance. The same revision made twice
    /// is one, and the store needs no dice.
    pub(super) fn rev(&self, digest: &[u8; 32]) -> Id {
        let mut chance = [0; 10];
        chance.copy_from_slice(&digest[..10]);
        Id::at(u64::try_from(self.at).unwrap_or(0), &chance)
    }
}

/// Writes an entry in its canonical form.
pub(super) fn body_of(entry: &Entry) -> Result<String, StoreError> {
    serde_json::to_string(entry).map_err(|why| StoreError::Unexpected(Box::new(why)))
}

/// Adds a revision after the entry's head, and gives its id.
pub(super) fn append(
    conn: &Connection,
    entry: Id,
    body: &str,
    deleted: bool,
    at: DateTime<FixedOffset>,
) -> Result<String, StoreError> {
    let name = entry.to_string();
    let parent: Option<String> = conn
        .prepare_cached("SELECT head FROM entry WHERE id = ?1")?
        .query_row([&name], |row| row.get(0))
        .optional()?;
    let device: String = conn
        .prepare_cached("SELECT value FROM setting WHERE name = 'device'")?
        .query_row([], |row| row.get(0))?;
    let (at, offset) = stored_time(at);
    let written = Written {
        entry,
        parent,
        device,
        at,
        offset,
        deleted,
        body: body.to_owned(),
    };
    let digest = written.digest();
    let rev = written.rev(&digest).to_string();
    conn.prepare_cached(
        "INSERT INTO revision (rev, entry, parent, device, at, utc_offset, deleted, body, digest)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
    )?
    .execute(params![
        rev,
        name,
        written.parent,
        written.device,
        at,
        offset,
        deleted,
        body,
        digest
    ])?;
    Ok(rev)
}

/// The columns that [`verified`] reads.
pub(super) const WRITTEN: &str = "revision.entry, revision.parent, revision.device, revision.at, \
     revision.utc_offset, revision.deleted, revision.body, revision.digest, revision.rev";

/// Reads a revision; `None` when it does not match its digest.
pub(super) fn verified(row: &rusqlite::Row<'_>) -> rusqlite::Result<Option<Written>> {
    let written = Written {
        entry: super::row::id(row, 0)?,
        parent: row.get(1)?,
        device: row.get(2)?,
        at: row.get(3)?,
        offset: row.get(4)?,
        deleted: row.get(5)?,
        body: row.get(6)?,
    };
    let kept: Vec<u8> = row.get(7)?;
    let rev: String = row.get(8)?;
    let digest = written.digest();
    let matches = kept == digest && rev == written.rev(&digest).to_string();
    Ok(matches.then_some(written))
}
