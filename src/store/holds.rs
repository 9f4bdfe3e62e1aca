//! What a journal holds, told without its words, so that two can be held against each other.
//! Practice counts: it is about what is on the disk.

use std::path::Path;

use rusqlite::{Connection, OptionalExtension};

use super::backup::stamp;
use super::row::{day, id, time};
use super::swap::with;
use super::{Key, Seal, Store, StoreError, backup, open};
use crate::domain::Holds;

impl Store {
    /// What the journal holds.
    ///
    /// # Errors
    /// [`StoreError`] when it cannot be read.
    pub fn holds(&self) -> Result<Holds, StoreError> {
        let _snapshot = self.snapshot()?;
        self.read(held_in)
    }
}

/// What a backup holds. Nothing comes to stand beside it.
///
/// # Errors
/// [`StoreError::BackupLocked`] when this key does not open it, [`StoreError::BackupUnreadable`]
/// when it is damaged or no journal.
pub fn look_into(backup: &Path, key: &Key) -> Result<Holds, StoreError> {
    let conn = open_whole(backup, key)?;
    held_in(&conn).map_err(|why| unreadable(backup, why))
}

/// Opens a backup that was found to be whole.
pub(super) fn open_whole(backup: &Path, key: &Key) -> Result<Connection, StoreError> {
    if !backup.is_file() {
        return Err(StoreError::NotThere(backup.to_owned()));
    }
    // It is read as it lies, so what waits beside it would be left out in silence.
    if waits_beside(backup) {
        return Err(StoreError::BackupInTwo(backup.to_owned()));
    }
    let key = fitting(backup, key)?;
    backup::is_whole(backup, key)
        .and_then(|()| backup::open(backup, key))
        .map_err(|why| match key {
            // With this key its first page is noise: another passphrase, for all that can be told.
            Key::Locked(_) if is_noise(&why) => StoreError::BackupLocked(backup.to_owned()),
            _ => unreadable(backup, why),
        })
}

/// Tells whether something waits beside a copy, so that the file alone is not the whole of it.
pub(super) fn waits_beside(copy: &Path) -> bool {
    let waits = |ending| std::fs::metadata(with(copy, ending)).is_ok_and(|it| it.len() > 0);
    waits("-wal") || waits("-journal")
}

/// Refuses a backup that is the journal itself, by whichever name. Nothing is opened: closing a
/// handle on the open journal would let go of the engine's locks.
///
/// # Errors
/// [`StoreError::NoBackupButItself`].
pub fn must_be_another(journal: &Path, backup: &Path) -> Result<(), StoreError> {
    let is_same = stamp(backup).is_some_and(|it| Some(it) == stamp(journal))
        || open::whole(backup) == open::whole(journal);
    if is_same {
        return Err(StoreError::NoBackupButItself(backup.to_owned()));
    }
    Ok(())
}

/// The key that fits a backup: none for one that is not locked.
pub(super) fn fitting<'a>(backup: &Path, key: &'a Key) -> Result<&'a Key, StoreError> {
    match (Seal::of(backup)?, key) {
        (Seal::Locked(salt), Key::Locked(file)) if salt == file.salt => Ok(key),
        (Seal::Locked(_), _) => Err(StoreError::BackupLocked(backup.to_owned())),
        (Seal::Open | Seal::Nothing, _) => Ok(&Key::None),
    }
}

fn is_noise(why: &StoreError) -> bool {
    let StoreError::Damaged { source, .. } = why else {
        return false;
    };
    source.sqlite_error_code() == Some(rusqlite::ErrorCode::NotADatabase)
}

fn unreadable(backup: &Path, why: StoreError) -> StoreError {
    StoreError::BackupUnreadable {
        path: backup.to_owned(),
        source: Box::new(why),
    }
}

fn held_in(conn: &Connection) -> Result<Holds, StoreError> {
    let mut entries =
        conn.prepare("SELECT id, day FROM entry WHERE deleted = 0 ORDER BY finished_at, id")?;
    let entries = entries
        .query_map([], |row| Ok((id(row, 0)?, day(row, 1)?)))?
        .collect::<Result<_, _>>()?;
    let half_done = count(
        conn,
        "count(DISTINCT subject) FROM draft WHERE subject LIKE 'walk:%'",
    )?;
    let half_written = count(
        conn,
        "count(DISTINCT subject) FROM draft WHERE subject LIKE 'form:%' AND words <> ''",
    )?;
    // A backup of an older form has no such tables.
    let has_shelf = conn
        .prepare("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'shelf'")?
        .exists([])?;
    let beside = |what: &str| if has_shelf { count(conn, what) } else { Ok(0) };
    let meetings = beside("count(*) FROM shelf WHERE kind = 'meeting'")?;
    let keeps_well = beside("count(*) FROM shelf WHERE kind = 'keep_well'")? > 0;
    let searches = beside("count(*) FROM shelf WHERE kind = 'search'")?;
    let longer_views = beside("count(*) FROM shelf WHERE kind = 'longer_view'")?;
    let said = beside("count(*) FROM said")?;
    let has_card = conn.query_row(
        "SELECT EXISTS (SELECT 1 FROM card WHERE words <> '')",
        [],
        |row| row.get(0),
    )?;
    let last = conn
        .query_row(
            "SELECT finished_at, finished_offset FROM entry WHERE deleted = 0
             ORDER BY finished_at DESC, id DESC LIMIT 1",
            [],
            |row| Ok(time(row.get(0)?, row.get(1)?)),
        )
        .optional()?;
    Ok(Holds {
        entries,
        half_done,
        half_written,
        keeps_well,
        searches,
        longer_views,
        said,
        has_card,
        meetings,
        last,
    })
}

fn count(conn: &Connection, what: &str) -> Result<usize, StoreError> {
    let count: i64 = conn.query_row(&format!("SELECT {what}"), [], |row| row.get(0))?;
    Ok(usize::try_from(count).unwrap_or(0))
}
